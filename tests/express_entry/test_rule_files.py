"""Rule files: what is wrong in one is named by file and line, and new rules need no code."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from express_entry.crs import Breakdown, score
from express_entry.parameters import RULES, Parameters, load, parameters
from express_entry.profile import parse_profile
from express_entry.rulefiles import NotInForce, RuleFileError

NEW_RULES = date(2027, 3, 1)
SOURCE = """source:
      instrument: "Invented Instructions"
      instrument_fr: "Instructions inventées"
      en: https://www.canada.ca/en/invented.html
      fr: https://www.canada.ca/fr/invente.html
      checked: 2027-03-01"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RULES, tmp_path / "rules"))


def rewrite(path: Path, old: str, new: str) -> int:
    """Replace a text that stands once in a file, and return its line."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_the_rules_of_the_project_load() -> None:
    assert load().figures() == parameters().figures()


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("crs/core.age.yml", "unit: points", "units: points", "unknown key 'units'"),
        ("crs/core.age.yml", "      checked: 2026-08-24", "      seen: 2026-08-24", "unknown key 'seen'"),
        ("crs/core.age.yml", "section: A", "section: E", "'E' is not one of A, B, C, D"),
        ("crs/core.age.yml", "by: [age]", "by: [shoe_size]", "there is no fact 'shoe_size'"),
        ("crs/core.age.yml", "kind: factor", "kind: rumour", "'rumour' is not one of"),
        ("crs/core.age.yml", "  - from: 2015-01-31", "  - from: 2015-02-30", "a day as YYYY-MM-DD"),
        ("crs/core.canadian_work.yml", "{0: 0, 1: 35,", "{1: 35, 0: 0,", "leaves a gap or overlaps"),
        ("crs/core.canadian_work.yml", "{0: 0, 1: 35,", "{0: 0, 0: 35,", "the key '0' stands here twice"),
        ("crs/core.canadian_work.yml", "1: 35, 2: 46", "1: 35, 1-2: 46", "leaves a gap or overlaps"),
        ("crs/core.canadian_work.yml", "5+: 70", "5: 70", "the last band, and only that, is open"),
        ("crs/core.canadian_work.yml", "1: 35", "1: -35", "a whole number, zero or more"),
        ("crs/core.canadian_work.yml", "1: 35", "1: {0: 1}", "every fact has been looked at"),
        ("crs/additional.canadian_study.yml", "none: 0, ", "", "nothing is said for none"),
        ("crs/additional.canadian_study.yml", "none: 0", "nothing: 0", "'nothing' is not one of"),
        ("crs/additional.job_offer.yml", '"00???": 600', '"00": 600', "a pattern for five digits"),
        ("crs/additional.french.yml", "  - from: 2020-10-20", "  - from: 2017-06-06", "the days overlap"),
        ("crs/additional.french.yml", "  - from: 2020-10-20", "  - from: 2016-06-06", "the days overlap"),
        (
            "crs/additional.high_wage.yml",
            "    status: announced\n",
            "",
            "a notice belongs to what is announced",
        ),
        ("crs/transfer.education_language.yml", "[transfer_education]", "[other]", "no cap for the group"),
        ("crs/caps.yml", "    total: 1200", "    sum: 1200", "unknown key 'sum'"),
        ("figures/eca_years.yml", "    value: 5", "    value: five", "a number, zero or more, is needed"),
        ("figures/eca_years.yml", "    value: 5", "    value: [5", "not YAML"),
        ("fees/atip_request.yml", "certainty: reported", "certainty: gossip", "'gossip' is not one of"),
        ("language/ielts_gt.yml", "framework: CLB", "framework: CEFR", "'CEFR' is not one of CLB, NCLC"),
        ("language/ielts_gt.yml", "{4: 4.5, 5: 5,", "{4: 5.5, 5: 5,", "a higher level needs a higher score"),
        (
            "language/pte_core.yml",
            "  listening: {from: 10, to: 90,",
            "  listening: {from: 10, to: 90.5,",
            "steps",
        ),
    ],
    ids=lambda value: str(value)[:40].strip(),
)
def test_what_is_wrong_in_a_file_is_named_by_file_and_line(
    rules: Path, file: str, old: str, new: str, says: str
) -> None:
    line = rewrite(rules / file, old, new)

    with pytest.raises(RuleFileError, match=re.escape(says)) as refused:
        load(rules)
    told = re.match(rf"{re.escape(str(rules / file))}:(\d+): ", str(refused.value))
    assert told is not None, refused.value
    assert abs(int(told[1]) - line) <= len(new.splitlines()) + 1


def test_a_value_without_a_source_is_refused(rules: Path) -> None:
    path = rules / "crs" / "additional.sibling.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"    source:\n(      .*\n)+", "", text), encoding="utf-8")

    with pytest.raises(RuleFileError, match="the key 'source' is missing"):
        load(rules)


def test_a_second_file_of_caps_is_refused(rules: Path) -> None:
    shutil.copy(rules / "crs" / "caps.yml", rules / "crs" / "more_caps.yml")

    with pytest.raises(RuleFileError, match="one file of kind 'caps'"):
        load(rules)


def test_figures_have_names_for_sentences() -> None:
    figures = parameters().figures()

    assert {name: figures[name] for name in ("eca_years", "language_years", "year_hours", "ita_days")} == {
        "eca_years": 5,
        "language_years": 2,
        "year_hours": 1560,
        "ita_days": 60,
    }


def test_fees_are_those_of_the_day() -> None:
    fee = parameters().amount("fees/principal_applicant")

    days = (date(2024, 4, 29), date(2024, 4, 30), date(2026, 4, 29), date(2026, 4, 30))
    assert [fee.on(day) for day in days] == [850, 950, 950, 990]


def test_a_value_that_nobody_read_officially_says_so() -> None:
    child = parameters().amount("fees/child").at(date(2026, 11, 25))
    biometrics = parameters().amount("fees/biometrics_person").at(date(2026, 11, 25))

    assert child is not None
    assert child.certainty == "reported"
    assert biometrics is not None
    assert biometrics.certainty is None


def test_a_figure_before_its_first_day_is_not_in_force() -> None:
    with pytest.raises(NotInForce):
        parameters().amount("figures/sibling_age").on(date(2017, 6, 5))


def test_every_rule_names_its_instrument_and_both_pages() -> None:
    loaded = parameters()
    tables: list[Any] = [factor.tables for factor in loaded.ranking.factors]
    tables += [*loaded.amounts.values(), *(test.minima for test in loaded.tests), loaded.ranking.caps]
    sources = [value.source for table in tables for value in table.values]

    assert all(source.instrument and source.instrument_fr for source in sources)
    french = ("/fr/", "/fra/", "/francais/", "quebec.ca/immigration")
    assert all(any(part in source.fr for part in french) for source in sources)


# An invented Ministerial Instruction, made of rule files alone.


@pytest.fixture
def invented(rules: Path) -> Parameters:
    """From 1 March 2027: points for occupations in three tiers, none for a sibling, 300 for a nomination."""
    (rules / "lists").mkdir(exist_ok=True)
    (rules / "lists" / "well_paid.yml").write_text(
        f"""about: Invented list of well-paid occupations
kind: list
values:
  - from: {NEW_RULES}
    {SOURCE}
    tiers:
      double: ["31102", "00012"]
      half_more: ["21232"]
      third_more: ["72200", "72310"]
""",
        encoding="utf-8",
    )
    (rules / "crs" / "additional.well_paid_work.yml").write_text(
        f"""about: Invented points for work in Canada in a well-paid occupation
kind: factor
unit: points
section: D
place: 7
name: {{en: Well-paid work in Canada, fr: Travail bien payé au Canada}}
by: [canadian_work_years, noc in well_paid]
values:
  - from: {NEW_RULES}
    {SOURCE}
    points:
      0: 0
      1+: {{double: 60, half_more: 40, third_more: 20, otherwise: 0}}
""",
        encoding="utf-8",
    )
    with (rules / "crs" / "additional.sibling.yml").open("a", encoding="utf-8") as file:
        file.write(f"  - from: {NEW_RULES}\n    status: repealed\n    {SOURCE}\n")
    with (rules / "crs" / "additional.nomination.yml").open("a", encoding="utf-8") as file:
        file.write(f"  - from: {NEW_RULES}\n    {SOURCE}\n    points: {{no: 0, yes: 300}}\n")
    (rules / "crs" / "additional.high_wage.yml").unlink()
    return load(rules)


@pytest.fixture
def scored(invented: Parameters) -> Callable[..., Breakdown]:
    def score_with(on: date = NEW_RULES, **facts: Any) -> Breakdown:
        profile = {"age": 30, "marital_status": "never_married", "canadian_work_years": 1, **facts}
        return score(parse_profile(profile), on, invented)

    return score_with


@pytest.mark.parametrize(
    ("noc", "points"), [("31102", 60), ("00012", 60), ("21232", 40), ("72310", 20), ("63200", 0)]
)
def test_a_new_factor_gives_points_by_the_tier_of_an_occupation(
    scored: Callable[..., Breakdown], noc: str, points: int
) -> None:
    assert scored(noc=noc).sections["D"] == points


def test_a_new_factor_needs_what_its_table_says(scored: Callable[..., Breakdown]) -> None:
    assert scored(noc="31102", canadian_work_years=0.9).sections["D"] == 0


def test_a_new_factor_looks_at_the_occupations_of_a_work_history(scored: Callable[..., Breakdown]) -> None:
    job = {"start": "2025-01-01", "in_canada": True, "hours_per_week": 40}

    assert scored(jobs=[{**job, "noc": "72200"}, {**job, "noc": "21232"}]).sections["D"] == 40


def test_what_a_new_factor_looks_at_is_missing_where_it_was_not_told(
    scored: Callable[..., Breakdown],
) -> None:
    assert "noc" in scored().missing
    assert "noc" not in scored(canadian_work_years=0).missing


def test_a_new_factor_has_a_line_with_its_maximum_and_source(scored: Callable[..., Breakdown]) -> None:
    line = scored(noc="31102").lines[-1]

    assert (line.id, line.points, line.max) == ("additional.well_paid_work", 60, 60)
    assert line.source.instrument == "Invented Instructions"


def test_a_new_factor_brings_its_own_label(invented: Parameters) -> None:
    assert invented.ranking.names()["additional.well_paid_work"]["fr"] == "Travail bien payé au Canada"


def test_a_repealed_factor_gives_nothing_from_its_day_on(scored: Callable[..., Breakdown]) -> None:
    assert scored(on=date(2027, 2, 28), noc="63200", sibling_in_canada=True).sections["D"] == 15
    assert scored(noc="63200", sibling_in_canada=True).sections["D"] == 0


def test_a_changed_value_holds_from_its_day_on(scored: Callable[..., Breakdown]) -> None:
    assert scored(on=date(2027, 2, 28), provincial_nomination=True).sections["D"] == 600
    assert scored(noc="31102", provincial_nomination=True).sections["D"] == 360


def test_rules_whose_values_are_known_are_complete(scored: Callable[..., Breakdown]) -> None:
    rules = scored().rules

    assert (rules.date, rules.complete, rules.notice) == (NEW_RULES, True, None)


def test_days_before_the_new_rules_score_as_they_did(invented: Parameters) -> None:
    profile = parse_profile({"age": 30, "noc": "31102", "canadian_work_years": 3, "sibling_in_canada": True})
    day = date(2026, 10, 1)

    assert score(profile, day, invented).as_json() == score(profile, day).as_json()
