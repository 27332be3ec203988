"""Every file that the documentation or a docstring names is there, and so is what a page links to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from tests.helpers import ROOT

INSTALLED = "node_modules"
"""Where other people's packages stand, with pages of their own."""
FLOORS = ("actions", "bot", "data", "docs", "express_entry", "scripts", "tests", "tools")
PAGES = [
    *ROOT.glob("*.md"),
    *(page for floor in FLOORS for page in (ROOT / floor).rglob("*.md") if INSTALLED not in page.parts),
]
CODE = [
    file
    for floor in FLOORS
    for ending in ("py", "yml")
    for file in (ROOT / floor).rglob(f"*.{ending}")
    if INSTALLED not in file.parts
]
INVENTED = {
    "data/rules/crs/additional.high_wage_offer.yml",
    "data/rules/lists/high_wage.yml",
    "data/rules/lists/<name>.yml",
}
"""Files of the invented Ministerial Instruction by which `docs/rules.md` shows how to add one."""


def named(file: Path) -> set[str]:
    """The paths from the root of the project that stand between backquotes."""
    return (
        set(re.findall(rf"`((?:{'|'.join(FLOORS)})/[^`\s]*)`", file.read_text(encoding="utf-8"))) - INVENTED
    )


def patterns(path: str) -> Iterator[str]:
    """``a/{en,fr}/<name>.yml`` as patterns of files, one for each choice; a name in brackets may be any."""
    parts = re.split(r"\{([^}]*)\}", re.sub(r"<[^>]*>|…", "*", path.partition("::")[0].rstrip("/")))
    for chosen in product(*(part.split(",") if place % 2 else [part] for place, part in enumerate(parts))):
        yield "".join(chosen)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_names_is_there(page: Path) -> None:
    gone = [path for path in named(page) for each in patterns(path) if not any(ROOT.glob(each))]
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))

    assert gone == []
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_what_the_code_names_is_there() -> None:
    gone = {
        f"{file.relative_to(ROOT)}: {path}"
        for file in CODE
        for path in named(file)
        for each in patterns(path)
        if not any(ROOT.glob(each))
    }

    assert gone == set()


def test_every_room_of_the_bot_is_on_the_map() -> None:
    rooms = {f"bot/{path.parent.name}/" for path in (ROOT / "bot").glob("*/__init__.py")}

    assert rooms - named(ROOT / "docs" / "architecture.md") == set()
