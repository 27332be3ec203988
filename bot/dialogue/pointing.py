"""What a message that only points at what was shown last ("why", "and hers?", "simpler") is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.dialogue.ready import needs
from bot.dialogue.results import PATHS
from bot.dialogue.told import Told, levels_for_tests

SCORE, EXPLAINED, PRINCIPAL = "show_score", "explain_score", "ask_principal"
CHANCES, ELIGIBILITY, VALIDITY = "ask_chances", "ask_eligibility", "ask/test_validity"
OF_A_SCORE = frozenset(
    {SCORE, EXPLAINED, PRINCIPAL, CHANCES, "ask_improve", "ask_whatif", "ask_age_drop", "start", "resume"}
)
"""What shows a score, so that "why?" asks for its lines and "and his?" for the other of a couple."""
OF_A_TEST = frozenset({VALIDITY, "ask/clb_meaning"})
"""What is said of one's own test, so that "and hers?" asks for the partner's."""
FOLLOW_PARTNER = "follow_partner"
DEADLINES, INVITED = "ask_deadlines", "told_ita"
OF_DEADLINES = frozenset({DEADLINES, "ask/ita_time", "ask/after_ita_what_now"})
"""What is said of the time after an invitation, so that "until when?" asks for its last day."""
OF_ROUNDS = frozenset({"ask_latest_round", "ask_round_history", CHANCES})
"""What shows rounds, of which some are open to the person and some are not."""
OF_ONES_CASE = frozenset({ELIGIBILITY, "ask_category"})
"""What else judges one's own case."""
OF_ONES_STANDING = frozenset({"good_or_bad", "standing"})
"""What asks how a score lies to the rounds: of what was shown last, or by its own words."""


@dataclass(frozen=True)
class Pointed:
    """The label of what is meant, whether it is to be said again in few words, and whether it is meant of the
    partner's language test."""

    label: str
    briefly: bool = False
    partners: bool = False


def pointed(kind: str | None, about: str, told: Told, invited: bool = False) -> Pointed | None:
    """What a message of this kind means.

    Args:
        kind: what it asks of what was shown (``pointing`` in ``data/nlu/questions.yml``).
        about: the label of what was shown last, "" where that is the question on the table.
        told: what is known, by path.
        invited: whether an invitation was told.
    """
    if kind == "until_when":
        if invited and (about in OF_DEADLINES or not about.startswith("ask/")):
            return Pointed(DEADLINES, briefly=True)
        return Pointed(INVITED) if about in OF_DEADLINES else None
    if kind in OF_ONES_STANDING:
        if not _has_a_score(told):  # what is missing is said
            return Pointed(CHANCES) if about in OF_A_SCORE | OF_ROUNDS | OF_ONES_CASE else None
        return (
            Pointed(CHANCES) if about in OF_A_SCORE | OF_ROUNDS or not about or kind == "standing" else None
        )
    if kind == "simpler" and about:
        return Pointed(SCORE if about in OF_A_SCORE else about, briefly=True)
    if kind == "still_good":
        tests = any(told.get(path) for path in (*PATHS, "tests"))
        return Pointed(VALIDITY) if tests else None
    if kind == "which_of_those":
        return Pointed(CHANCES if about in OF_ROUNDS else ELIGIBILITY) if about else None
    if kind == "other_person" and about in OF_A_TEST:
        return Pointed(VALIDITY, partners=True)
    if kind == "other_person" and about not in OF_A_SCORE | OF_ROUNDS:
        return Pointed(FOLLOW_PARTNER) if about else None
    if kind == LATER and not _has_a_score(told):
        return None
    label = _AFTER_A_SCORE.get(kind or "")
    return Pointed(label) if label and about in OF_A_SCORE | OF_ROUNDS else None


LATER = "later"
"""What asks for the score in some years."""
_AFTER_A_SCORE: Mapping[str, str] = {"why": EXPLAINED, "other_person": PRINCIPAL, LATER: "ask_whatif"}


def _has_a_score(told: Told) -> bool:
    """Whether enough is told for a score that does not mislead."""
    known = {**told, **levels_for_tests(told)}
    return all(any(path in known for path in paths) for paths in needs()["score"].values())
