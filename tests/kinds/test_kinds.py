"""What people's wordings ended in before, they still end in: no kind of fault comes back."""

from __future__ import annotations

import pytest

from bot.languages import LANGUAGES
from tests.kinds.cases import abouts, cases, play
from tests.kinds.counts import Counts, floor
from tests.kinds.talk import stage

pytestmark = pytest.mark.program

FEWEST = 10


@pytest.fixture(scope="module")
def on_stage():
    with stage():
        yield


@pytest.mark.usefixtures("on_stage")
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(floor()))
def test_as_many_wordings_are_right_as_ever(kind, lang):
    played = [play(case) for case in cases() if (case.kind, case.lang) == (kind, lang)]
    wrong = [f"{found.case.say}: {found.wrong}" for found in played if found.wrong]

    assert Counts.of(played).right[kind, lang] >= floor()[kind].get(lang, 0), "\n".join(wrong)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_has_enough_wordings_in_each_language(lang):
    found = {kind: sum(case.kind == kind and case.lang == lang for case in cases()) for kind in abouts()}

    assert {kind: count for kind, count in found.items() if count < FEWEST} == {}
