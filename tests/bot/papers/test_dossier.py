"""The dossier quotes the official files with their day, and the rules of the data where there are none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

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
    reported = f"Processing fee, you ({words('en')('cli-certainty-reported')})"

    assert reported in printed("en")
    assert reported not in printed("en", fees(1590))


def test_every_source_has_the_day_of_the_last_look(printed: Print) -> None:
    listed = printed("en", fees(1590), TIMES).split(words("en")("dossier-sources-note"))[1].splitlines()
    days = dict(pairwise(listed))

    assert days["Fee list, Immigration, Refugees and Citizenship Canada"] == "28 November 2026"
    assert days["Check processing times"] == "28 November 2026"
