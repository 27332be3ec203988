"""What is known about a person, for the panel beside the conversation and for whoever asks over HTTP."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from math import floor
from typing import Any

from bot.dialogue.questions import question, questions, relevant
from bot.dialogue.ready import missing_for
from bot.dialogue.state import State
from bot.dialogue.told import (
    BESIDE_THE_PROFILE,
    CHILDREN,
    CREDENTIALS,
    JOBS,
    LEVEL_PATHS,
    LEVELS,
    Told,
    flatten,
    nest,
)
from bot.replies import Words, words
from bot.replies.buttons import payload
from bot.replies.describe import fact_name, fact_value, told_lines
from express_entry.crs import score
from express_entry.derived import derived_view
from express_entry.profile import Profile, ProfileError, in_any_order, parse_profile

COUNTED = ("education", "canadian_work_years", "foreign_work_years")
"""What is shown of what follows from the story, by the names of the single facts."""
ENTRIES = {JOBS: "foreign_work_years", CREDENTIALS: "education", CHILDREN: "family_size"}
"""What is told entry by entry, and the single fact whose question asks for it again."""


def known(document: Mapping[str, Any], state: State, lang: str, today: date) -> dict[str, Any]:
    """The profile as told, what follows from it, what is open, and all of it in the words of ``lang``.

    Levels told without a test are no part of the profile's form: they stand beside it, by path.
    """
    told, say = flatten(document), words(lang)
    profile = _parsed(document, today)
    follows = {} if profile is None else derived_view(profile, today)
    total = None if profile is None else score(profile, today)
    open_facts = () if total is None else tuple(total.missing)
    shown: dict[str, Any] = {
        "told": list(_told(lang, told)),
        "counted": [
            {
                "title": fact_name(say, name),
                "value": fact_value(say, name, _rounded(follows[name])),
                **_change(name),
            }
            for name in COUNTED
            if name in follows and name not in told
        ],
        "open": [_open(say, path) for path in open_facts],
    }
    if total is not None and not missing_for("score", told, state):
        shown["score"] = {"total": total.total, "maximum": total.max}
    return {
        "profile": nest({path: value for path, value in told.items() if path not in BESIDE_THE_PROFILE}),
        "levels": {path: told[path] for path in LEVEL_PATHS if path in told},
        "derived": follows,
        "missing": list(open_facts),
        "asked": state.question,
        "shown": shown,
    }


def change(question_id: Any, lang: str) -> tuple[str, str] | None:
    """What Rasa reads when a line is pressed to be changed, and its name; None for what is no question."""
    asked = question(question_id) if isinstance(question_id, str) else None
    if asked is None:
        return None
    return payload("choose", question=asked.id, value="?"), fact_name(words(lang), asked.fact)


def _parsed(document: Mapping[str, Any], today: date) -> Profile | None:
    try:
        return parse_profile(in_any_order(document), today)
    except ProfileError:  # such as someone who had a birthday since they told their age
        return None


def _rounded(value: Any) -> Any:
    """Years to the tenth, never more than there are."""
    return floor(value * 10) / 10 if isinstance(value, float) else value


def _told(lang: str, told: Told) -> Iterable[dict[str, str]]:
    order = [each.fact for each in relevant(told, "eligibility")]
    for path in sorted(told, key=lambda path: order.index(path) if path in order else len(order)):
        for title, value in told_lines(lang, {path: told[path]}):
            yield {"title": title, "value": value, **_change(_asked_for(path, told[path]))}


def _open(say: Words, path: str) -> dict[str, str]:
    return {"title": fact_name(say, path), **_change(path)}


def _asked_for(path: str, value: Any) -> str:
    """The fact whose question is about what was told at ``path``, where that was told entry by entry."""
    person, _, name = path.rpartition(".")
    if name == JOBS and any(job.get("in_canada") for job in value):
        name = "canadian_work_years"
    if name in LEVELS.values():
        name = "language" if person else "first_language"
    return ".".join(filter(None, (person, ENTRIES.get(name, name))))


def _change(path: str) -> dict[str, str]:
    """The question that asks for a fact, where there is one."""
    return next(({"change": each.id} for each in questions() if each.fact == path), {})
