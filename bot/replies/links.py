"""Official pages by name (``data/links.yml``), so that no address stands in code or in an answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, Extra

from bot.replies import words
from bot.replies.reply import SourceLink
from express_entry.yaml_files import read_yaml

LINKS = Path(__file__).parents[2] / "data" / "links.yml"


class Page(BaseModel):
    """A page: its title and its address in both languages, and the day on which a person last checked it.

    ``fr`` is None where no French page is known.
    """

    class Config:
        frozen = True
        extra = Extra.forbid

    title: dict[Literal["en", "fr"], str]
    en: str
    fr: str | None = None
    checked: date

    def url(self, lang: str) -> str:
        """The address in ``lang``, or else in English."""
        return (self.fr if lang == "fr" else None) or self.en


@lru_cache(maxsize=1)
def page_list() -> Mapping[str, Page]:
    """Every page that the bot can link to outside its rules."""
    entries = read_yaml(LINKS)
    return {name: Page.parse_obj(entry) for name, entry in entries.items()}


def page(name: str, lang: str) -> SourceLink:
    """The page ``name`` as a source under a reply; an English page says so to a French reader.

    Raises:
        KeyError: the page is not listed.
    """
    found = page_list()[name]
    title = found.title["fr" if lang == "fr" else "en"]
    if lang == "fr" and found.fr is None:
        title = words(lang)("source-in-english", title=title)
    return SourceLink(title, found.url(lang), found.checked.isoformat())
