"""The tables ``facts_*.yml``: how their rows are read, and how well a table is understood."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from bot.nlu.facts import Fact, read
from express_entry.yaml_files import read_yaml
from tests.helpers import ROOT

TABLES = ROOT / "tests/bot/nlu"
TODAY = date(2026, 11, 23)
ABILITIES = ("listening", "reading", "writing", "speaking")
TESTS = {
    "ielts": "ielts_gt",
    "celpip": "celpip_g",
    "pte": "pte_core",
    "tef": "tef_canada",
    "tcf": "tcf_canada",
    "test": None,
}
LISTS = {"jobs": "job", "credentials": "credential", "dependent_children": "child"}
EDUCATION = {
    "less": "less_than_secondary",
    "one": "one_year",
    "two": "two_year",
    "bachelor": "bachelors_or_three_year",
    "master": "masters_or_professional",
    "doctor": "doctorate",
}


class Row(NamedTuple):
    """A line of a table: what is written, and the facts to be read in it."""

    subject: str
    text: str
    lang: str
    facts: frozenset[str]
    lists: tuple[str, ...]


def rows(name: str) -> Iterator[Row]:
    """The rows of a table such as ``facts_en``."""
    table = read_yaml(TABLES / f"{name}.yml")
    for subject, lines in table.items():
        for text, facts in lines:
            yield Row(
                subject,
                text,
                name.split("_")[1],
                frozenset(_expected(facts)),
                tuple(LISTS) if name.endswith("lists") else (),
            )


def told(row: Row) -> frozenset[str]:
    """The facts read in a row, in a form that can be compared."""
    return frozenset(spelled(fact) for fact in read(row.text, row.lang, TODAY, lists=row.lists))


def spelled(fact: Fact) -> str:
    """A fact on one line."""
    return _spell(fact.person, fact.field, fact.sure, fact.value)


def _spell(person: str, field: str, sure: bool, value: Any) -> str:
    return f"{person}.{field}{'' if sure else '?'} {json.dumps(value, ensure_ascii=False, sort_keys=True)}"


def _expected(facts: Mapping[str, Any]) -> Iterator[str]:
    for key, value in facts.items():
        person, _, name = key.rpartition(".")
        sure, name = not name.endswith("?"), name.rstrip("?")
        if name in LISTS:
            entries = ({"readings": entry} if isinstance(entry, list) else entry for entry in value)
            yield from (_spell(person or "self", LISTS[name], sure, entry) for entry in entries)
            continue
        if name in TESTS:
            scores = dict(zip(ABILITIES, value, strict=True)) if isinstance(value, list) else value
            test = {"test": TESTS[name]} if TESTS[name] else {}
            name, meant = "language_test", {**test, **scores}
        elif name == "education":
            levels = [
                EDUCATION.get(level, level) for level in (value if isinstance(value, list) else [value])
            ]
            meant = {"readings": levels} if isinstance(value, list) else levels[0]
        else:
            meant = {"readings": value} if isinstance(value, list) and not sure else value
        yield _spell(person or "self", name, sure, meant)


def figures(name: str) -> dict[str, float]:
    """Precision, recall and F1 of the facts of a table, and the share of its rows that are wholly right."""
    table = list(rows(name))
    right = sum(len(row.facts & told(row)) for row in table)
    expected = sum(len(row.facts) for row in table)
    found = sum(len(told(row)) for row in table)
    precision, recall = right / found, right / expected
    return {
        "rows": len(table),
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "f1": round(2 * precision * recall / (precision + recall), 3),
        "rows_right": round(sum(row.facts == told(row) for row in table) / len(table), 3),
    }


if __name__ == "__main__":
    for table_name in sys.argv[1:]:
        print(table_name, figures(table_name))
