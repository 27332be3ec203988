"""The score with what is known, said early and on the way: it grows with every answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.dialogue.questions import relevant
from bot.dialogue.ready import missing_for
from bot.dialogue.state import State
from bot.dialogue.told import PARTNER, Told, known, nest
from express_entry.crs import score
from express_entry.profile import ProfileError, in_any_order, parse_profile


@dataclass(frozen=True)
class Reached:
    """A total so far; ``supposes_eca`` where it counts a foreign diploma of which no assessment was told."""

    total: int
    supposes_eca: bool


def so_far(told: Told, state: State, today: date) -> Reached | None:
    """The score as far as it does not mislead; None before that, while a doubt is open, and while nothing is
    known of a partner who comes."""
    asking = state.stage == "review" or (state.stage == "asking" and state.mode == "intake")
    if not asking or state.doubts or state.drafts or missing_for("score", told, state):
        return None
    of_partner = [asked for asked in relevant(told, "score") if asked.fact.startswith(PARTNER)]
    if state.stage == "asking" and any(not asked.answered(told) for asked in of_partner):
        return None
    try:
        total = score(parse_profile(in_any_order(nest(told)), draft=True), today).total
    except ProfileError:
        return None
    facts = known(told)
    return Reached(total, facts.get("education_country_is_canada") is False and "eca_date" not in facts)
