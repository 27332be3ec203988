"""Numbers of papers and ways to reach a person are not kept; what counts for the rules is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from bot.personal import HIDDEN, without_personal_numbers
from tests.helpers import ROOT


@pytest.mark.parametrize(
    ("text", "canary", "kind"),
    [
        ("my passport is AB123456 and I'm 30", "AB123456", "passport"),
        ("Passport no. P 1234567", "1234567", "passport"),
        ("mon passeport : 12AB34567, j'ai 30 ans", "34567", "passport"),
        ("ab123456", "ab123456", "passport"),
        ("A1234567 is mine", "A1234567", "passport"),
        ("my UCI is 11223344", "11223344", "uci"),
        ("UCI: 1122-3344", "1122-3344", "uci"),
        ("UCI 11-2233-4455.", "11-2233-4455", "uci"),
        ("mon IUC est le 1122334455", "1122334455", "uci"),
        ("it says 0011-2233 on the letter", "0011-2233", "uci"),
        ("write to Ada.Lovelace+ee@example.co.uk please", "example", "email"),
        ("john at example dot com", "example", "email"),
        ("jean arobase exemple point fr", "exemple", "email"),
        ("john (at) example (dot) com", "example", "email"),
        ("call me on +234 803 123 4567", "4567", "phone"),
        ("+1 (416) 555-0199", "0199", "phone"),
        ("416-555-0199", "0199", "phone"),
        ("(416) 555-0199", "0199", "phone"),
        ("416.555.0199", "0199", "phone"),
        ("06 12 34 56 78", "56 78", "phone"),
        ("08031234567", "1234567", "phone"),
        ("my number is 9876543210", "9876543210", "phone"),
        ("tel 555 0199 22", "0199", "phone"),
        ("mon cellulaire : 514 555 0199", "0199", "phone"),
        ("4111 1111 1111 1111", "1111", "card"),
        ("my SIN is 123 456 782", "456", "sin"),
        ("NAS 123456782", "123456782", "sin"),
    ],
)
def test_it_is_taken_out_and_its_kind_is_told(text: str, canary: str, kind: str) -> None:
    cleaned = without_personal_numbers(text)
    assert canary not in cleaned.text
    assert HIDDEN in cleaned.text
    assert cleaned.hidden == (kind,)


@pytest.mark.parametrize(
    "text",
    [
        "I worked from 2019-2023 and 2015 - 2018",
        "CLB 9 9 8 8, partner 7 7 7 7",
        "IELTS 8.5 7.5 7.0 7.0",
        "TEF 310 250 360 370",
        "TEF 310-250-360-370",
        "I have 15 000 000 naira, or 25,000.00 CAD",
        "I earn 1250000000 NGN a year",
        "NOC 21231, before 2173, form IMM 5669",
        "born 1996-03-14, ITA on 2026-11-03",
        "14/03/1996 or 14.03.1996",
        "31 ans, 2 enfants, 2021 à 2023",
        "C1 B2 C1 B2, TEER 1",
        "my score is 491 and the cut-off 503",
        "I studied at Example College",
        "see you at home dot",
        "2018 2019 2020 2021 2022",
        "100000 in savings, 3 years 6 months",
        "Ma note est de 16/20 et 450 au TCF",
    ],
)
def test_what_is_told_for_the_rules_stays(text: str) -> None:
    assert without_personal_numbers(text) == without_personal_numbers(text).__class__(text)


def spoken(node: object) -> list[str]:
    """Every piece of text in a document."""
    if isinstance(node, str):
        return node.splitlines()
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return [text for child in children for text in spoken(child)]


def test_no_message_that_people_are_known_to_write_is_changed() -> None:
    folders = (ROOT / "data/nlu", ROOT / "tests/kinds", ROOT / "tests/bot/nlu", ROOT / "tests/conversation")
    files: list[Path] = [file for folder in folders for file in folder.rglob("*.yml")]
    texts = [text for file in files for text in spoken(yaml.load(file.read_text(), yaml.CSafeLoader))]
    assert len(texts) > 5000
    changed = [text for text in texts if without_personal_numbers(text).hidden]
    meant = re.compile(r"@|passport|passeport|phone|call me|appelez|\bUCI\b|\bIUC\b", re.IGNORECASE)
    assert [text for text in changed if not meant.search(text)] == []


def test_long_texts_take_no_time() -> None:
    for text in (
        "1 " * 2000,
        "a@" * 2000,
        "a at " * 800,
        "0" * 4000,
        "passport " * 400,
        "1-" * 2000,
        "(" * 4000,
    ):
        without_personal_numbers(text)
