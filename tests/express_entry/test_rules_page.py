"""The page about rules and profiles names everything that there is."""

from __future__ import annotations

from express_entry.factors import FACTS
from express_entry.parameters import FOLDERS, KINDS
from express_entry.profile import (
    Adaptability,
    Child,
    Credential,
    Job,
    JobOffer,
    LanguageTest,
    Profile,
    Spouse,
)
from tests.helpers import ROOT

PAGE = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")


def test_every_profile_field_is_on_the_page() -> None:
    fields = {
        name
        for form in (Profile, Spouse, Job, JobOffer, LanguageTest, Adaptability, Credential, Child)
        for name in form.__fields__
    }

    assert {name for name in fields if f"`{name}`" not in PAGE} == set()


def test_every_fact_kind_and_folder_is_on_the_page() -> None:
    names = {*FACTS, *KINDS, *(f"{folder}/" for folder in FOLDERS)}

    assert {name for name in names if f"`{name}`" not in PAGE} == set()
