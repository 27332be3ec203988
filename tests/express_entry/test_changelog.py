"""The changelog says which days score differently."""

from __future__ import annotations

from pathlib import Path

from express_entry.yaml_files import read_yaml
from tests.helpers import ROOT

SCORE = ROOT / "data" / "rules" / "crs"


def first_days(file: Path) -> set[str]:
    values = read_yaml(file).get("values", [])
    return {f"{each['from']:%-d %B %Y}" for each in values}


def test_every_day_on_which_a_table_of_the_score_changes_stands_in_the_changelog() -> None:
    rules = (
        (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").partition("### Rules")[2].partition("\n### ")[0]
    )
    told = " ".join(rules.split())
    days = set().union(*map(first_days, SCORE.glob("*.yml")))

    assert len(days) > 5
    assert {day for day in days if day not in told} == set()
