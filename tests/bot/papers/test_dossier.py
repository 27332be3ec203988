"""The dossier quotes the official files with their day, and the rules of the data where there are none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
from fpdf import FPDF

from bot.languages import LANGUAGES
from bot.papers.papers import Holder, make
from bot.replies import words
from express_entry.figures import figure
from express_entry.published import Published

TODAY = date(2026, 11, 29)
LOOKED_UP = date(2026, 11, 28)
CANDIDATE = {
    "birth_date": "1995-01-10",
    "marital_status": "never_married",
    "family_size": 1,
    "education": "masters_or_professional",
    "education_country_is_canada": True,
    "canadian_work_years": 2,
    "foreign_work_years": 0,
    "noc": "21231",
    "first_language": {"test": "celpip_g", "listening": 9, "reading": 9, "writing": 9, "speaking": 9},
    "intends_quebec": False,
}
TIMES = Published(("figures/processing_cec_months",), 5, date(2026, 11, 5), LOOKED_UP, dated=True)
NOMINEES = Published(("figures/processing_pnp_months",), 11, date(2026, 11, 5), LOOKED_UP, dated=True)
Print = Callable[..., str]


def fees(dollars: int) -> Published:
    """The fees for processing and the right of permanent residence, together as on the official list."""
    names = ("fees/principal_applicant", "fees/right_of_permanent_residence")
    return Published(names, dollars, date(2026, 11, 5), LOOKED_UP, dated=False)


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> Print:
    """Make the dossier; gives everything that is written on its pages, a line for each piece."""
    pieces: list[str] = []
    for name in ("cell", "multi_cell"):
        written = getattr(FPDF, name)

        def write(sheet: FPDF, *args: Any, _written: Any = written, **options: Any) -> Any:
            pieces.append(str(args[2] if len(args) > 2 else ""))
            return _written(sheet, *args, **options)

        monkeypatch.setattr(FPDF, name, write)

    def printed(lang: str, *published: Published, **told: Any) -> str:
        pieces.clear()
        made = make("dossier", Holder(lang, {**CANDIDATE, **told}, {}, TODAY, published))
        assert made.content.startswith(b"%PDF-")
        return "\n".join(pieces).replace("\u00a0", " ").replace("\u202f", " ")

    return printed


def time(lang: str, months: float, day: date) -> str:
    return words(lang)("dossier-time", months=months, date=day).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_times_are_those_of_the_official_file_with_its_day(printed: Print, lang: str) -> None:
    assert time(lang, 5, date(2026, 11, 5)) in printed(lang, TIMES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_the_official_file_times_are_those_of_the_data_with_their_day(
    printed: Print, lang: str
) -> None:
    known = figure("{figures.processing_cec_months}", TODAY)
    assert isinstance(known.value, float)

    assert time(lang, known.value, known.since) in printed(lang)


def test_whoever_is_nominated_reads_the_time_of_nominees(printed: Print) -> None:
    text = printed("en", TIMES, NOMINEES, provincial_nomination=True)

    assert time("en", 11, date(2026, 11, 5)) in text
    assert time("en", 5, date(2026, 11, 5)) not in text


def test_a_program_that_is_not_met_has_no_time(printed: Print) -> None:
    assert time("en", 5, date(2026, 11, 5)) not in printed("en", TIMES, canadian_work_years=0)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_official_list_says_is_said_with_its_day(printed: Print, lang: str) -> None:
    say = words(lang)
    differs = say("costs-official", amount=1650, date=LOOKED_UP).replace("\u00a0", " ").replace("\u202f", " ")

    same = say("costs-seen", date=LOOKED_UP).replace("\u00a0", " ").replace("\u202f", " ")

    assert differs in printed(lang, fees(1650))
    assert same not in printed(lang, fees(1650))
    assert same in printed(lang, fees(1590))
    assert differs not in printed(lang, fees(1590))


def test_what_the_official_list_has_as_well_is_no_report_of_others(printed: Print) -> None:
    reported = f"Processing fee for you ({words('en')('cli-certainty-reported')})"

    assert reported in printed("en")
    assert reported not in printed("en", fees(1590))


def test_every_source_has_the_day_of_the_last_look(printed: Print) -> None:
    listed = printed("en", fees(1590), TIMES).split(words("en")("dossier-sources-note"))[1].splitlines()
    days = dict(pairwise(listed))

    assert days["Fee list, Immigration, Refugees and Citizenship Canada"] == "28 November 2026"
    assert days["Check processing times"] == "28 November 2026"


def opened(lang: str, **told: Any) -> pikepdf.Pdf:
    made = make(
        "dossier", Holder(lang, {**CANDIDATE, **told}, {"have": ["passport"]}, TODAY, (fees(1590), TIMES))
    )
    return pikepdf.open(BytesIO(made.content))


def pieces(pdf: pikepdf.Pdf) -> dict[tuple[int, int], str]:
    """The kind of each piece that is drawn, by page and number; whatever stands outside of one fails."""
    found: dict[tuple[int, int], str] = {}
    for number, page in enumerate(pdf.pages):
        open_: list[str] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                assert open_ == [], "no piece stands in another"
                open_.append(str(operands[0]))
                if name == "BDC":
                    found[number, int(operands[1].MCID)] = str(operands[0])
            elif name == "EMC":
                open_.pop()
            elif name in ("Tj", "TJ", "f", "S", "B", "Do"):
                assert open_, f"something on page {number + 1} is neither a piece nor decoration"
        assert open_ == []
    return found


def walk(element: Any) -> Iterator[tuple[str, Any]]:
    """Elements below one, in the order in which they are read."""
    for child in element.K:
        if isinstance(child, pikepdf.Dictionary) and child.Type == "/StructElem":
            assert child.P.objgen == element.objgen
            yield str(child.S), child
            yield from walk(child)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_screen_readers_find_language_title_headings_lists_and_tables(lang: str) -> None:
    pdf = opened(lang)
    say = words(lang)

    assert str(pdf.Root.Lang) == f"{lang}-CA"
    assert str(pdf.docinfo["/Title"]) == say("dossier-title")
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.Root.MarkInfo.Marked
    document = pdf.Root.StructTreeRoot.K[0]
    kinds = [kind for kind, _ in walk(document)]
    assert str(document.S) == "/Document"
    assert kinds[0] == "/H1"
    assert kinds.count("/H2") >= 6
    assert kinds.count("/Table") == 5
    assert kinds.count("/LI") == kinds.count("/Lbl") == kinds.count("/LBody") > 5
    labels = {str(each.Alt) for kind, each in walk(document) if kind == "/Lbl"}
    assert say("dossier-to-do") in labels


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_row_of_a_table_has_a_header_and_a_cell(lang: str) -> None:
    pdf = opened(lang)
    rows = [each for kind, each in walk(pdf.Root.StructTreeRoot.K[0]) if kind == "/TR"]

    assert len(rows) > 30
    assert {str(each.P.S) for each in rows} == {"/Table"}
    for row in rows:
        assert [str(cell.S) for cell in row.K][:2] == ["/TH", "/TD"]
        assert str(row.K[0].A.Scope) == "/Row"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_that_is_drawn_is_in_the_tree_or_decoration(lang: str) -> None:
    pdf = opened(lang)
    drawn = pieces(pdf)
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    in_tree = {
        (pages[each.Pg.objgen], int(mark)): str(each.S)
        for _, each in walk(pdf.Root.StructTreeRoot.K[0])
        for mark in each.K
        if not isinstance(mark, pikepdf.Dictionary)
    }
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums

    assert drawn == in_tree
    assert len(pdf.pages) > 1
    for number, page in enumerate(pdf.pages):
        of_page = numbers[2 * list(numbers)[::2].index(page.StructParents) + 1]
        assert [str(each.S) for each in of_page] == [drawn[number, mark] for mark in range(len(of_page))]
    assert pdf.check_pdf_syntax() == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_link_is_part_of_the_tree_and_says_where_it_leads(lang: str) -> None:
    pdf = opened(lang)
    tree = pdf.Root.StructTreeRoot
    nums = list(tree.ParentTree.Nums)
    numbers = {int(number): each for number, each in zip(nums[::2], nums[1::2], strict=True)}
    in_tree = {
        int(kid.Obj.StructParent): element
        for kind, element in walk(tree.K[0])
        for kid in element.K
        if kind == "/Link" and isinstance(kid, pikepdf.Dictionary)
    }
    links = [each for page in pdf.pages for each in page.obj.get("/Annots", ())]

    assert len(links) > 10
    assert all(page.Tabs == "/S" for page in pdf.pages)
    for link in links:
        assert str(link.A.URI).startswith("https://")
        assert len(str(link.Contents)) > 5
        assert numbers[int(link.StructParent)].objgen == in_tree[int(link.StructParent)].objgen
