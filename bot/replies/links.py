"""Official pages by name (``data/links.yml``), so that no address stands in code."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml

LINKS = Path(__file__).parents[2] / "data" / "links.yml"


@lru_cache(maxsize=1)
def _links() -> dict[str, dict[str, str]]:
    loaded: dict[str, dict[str, str]] = yaml.safe_load(LINKS.read_text(encoding="utf-8"))
    return loaded


def link(name: str, lang: str) -> str:
    """The address of the page ``name`` in ``lang``. Raises KeyError for a page that is not listed."""
    return _links()[name][lang]
