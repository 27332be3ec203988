"""The official addresses that the data names, and what rests on each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from bot.languages import LANGUAGES
from bot.replies.links import LINKS, page_list
from bot.sources.audit import load_answers
from express_entry.changes import changes
from express_entry.occupations.noc import classification
from express_entry.yaml_files import read_yaml

DATA = LINKS.parent
_WITHOUT_ADDRESSES = ("answers", "nlu", "dialogue")
"""Folders of ``data/`` that name pages, if any, by their names in ``data/links.yml``."""
_FEED = "feed"
"""The key of addresses that ``rounds refresh`` reads: it reports whatever changes there."""


@dataclass(frozen=True)
class Use:
    """What rests on an address, and the day on which a person last ``checked`` it.

    None where it takes nothing from the page but its address.
    """

    kind: Literal["page", "answer", "change", "figure", "file"]
    name: str
    checked: date | None


Named = Mapping[str, tuple[Use, ...]]
"""Addresses, each with what rests on it."""


def addresses() -> Named:
    """Every official address that the data names, in both languages."""
    found: dict[str, dict[Use, None]] = {}
    for url, use in (*_of_pages(), *_of_files()):
        found.setdefault(url, {})[use] = None
    return {url: tuple(uses) for url, uses in found.items()}


def _of_pages() -> Iterator[tuple[str, Use]]:
    resting: dict[str, list[Use]] = {}
    for answer in load_answers()[0].values():
        for name in answer.pages:
            resting.setdefault(name, []).append(Use("answer", answer.id, answer.checked))
    for name, page in page_list().items():
        resting.setdefault(name, []).insert(0, Use("page", name, page.checked))
    for change in changes():
        if change.page in page_list():
            resting[change.page].append(Use("change", change.id, page_list()[change.page].checked))
    for name, page in page_list().items():
        for url in (page.en, page.fr):
            yield from ((url, use) for use in resting[name] if url is not None)


def _of_files() -> Iterator[tuple[str, Use]]:
    """The sources in every other file. Where several values have one source, the latest check counts."""
    for path in sorted(DATA.rglob("*.yml")):
        folder, *below = path.relative_to(DATA).with_suffix("").parts
        if path == LINKS or folder in _WITHOUT_ADDRESSES:
            continue
        document = read_yaml(path)
        newest: dict[str, date | None] = {}
        for url, checked in _sources(document, min(_checked(document), default=None)):
            newest[url] = max(filter(None, (newest.get(url), checked)), default=None)
        figure = folder == "rules"
        name = "/".join(below if figure else (folder, *below))
        yield from ((url, Use("figure" if figure else "file", name, day)) for url, day in newest.items())


def _sources(node: Any, checked: date | None) -> Iterator[tuple[str, date | None]]:
    """Addresses under the names of languages, each with the ``checked`` that stands nearest."""
    if isinstance(node, list):
        for each in node:
            yield from _sources(each, checked)
    if isinstance(node, dict):
        checked = node.get("checked", checked)
        for name, value in node.items():
            if name in LANGUAGES and isinstance(value, str) and value.startswith("https://"):
                yield value.replace("{code}", next(iter(classification().groups))), checked
            elif name != _FEED:
                yield from _sources(value, checked)


def _checked(node: Any) -> Iterator[date]:
    """Every day on which something of a document was checked."""
    if isinstance(node, list):
        for each in node:
            yield from _checked(each)
    if isinstance(node, dict):
        for name, value in node.items():
            yield from (value,) if name == "checked" else _checked(value)
