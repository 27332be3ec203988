"""What was taken from a message, in one line as a person would say it: "Got it: 29 years old, single".

Each fact has a phrase of its own, ``told-<path>`` in the catalogs, which knows the kind of value
(``$value``: a choice, a number, ``yes``, ``no``, ``none`` or ``some``), its words (``$text``) and how the
person calls their partner (``$partner``; ``$who`` is the word itself).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.dialogue.partner import Relation
from bot.dialogue.questions import questions
from bot.dialogue.saying import Known, Noted
from bot.dialogue.told import CHILDREN, CREDENTIALS, JOBS, LEVELS, LISTS, PARTNER, PARTS, TESTS_LIST
from bot.replies import Words
from bot.replies.describe import entry_value, fact_value, key, test_phrase
from bot.replies.entries import changes, children_values
from bot.replies.score import open_fact
from express_entry.days import Period, read_when

TESTS_TOLD = ("first_language", "second_language", "spouse.language")
_DAYS = ("birth_date", "eca_date")
_ASKED_AS = {
    **{CREDENTIALS: "education", JOBS: "foreign_work_years", CHILDREN: "spouse.accompanying"},
    **dict.fromkeys((TESTS_LIST, *LEVELS.values()), "first_language"),
}
_YES_NO = {True: "yes", False: "no", None: "none"}


def noted(say: Words, remark: Noted) -> str:
    """New facts, changed ones with the old value, dropped ones: a line each, where there are any."""
    turn, told, removed = remark.turn, _told(say, remark), _removed(say, remark)
    sentences = [say("noted", turn=turn, facts=_joined(told))] if told else []
    sentences += [say("removed-entry", entry=entry) for entry in removed]
    for path, (old, now) in _changed(remark, in_lists=False).items():
        before, after = (phrase(say, path, value, remark.partner) for value in (old, now))
        sentences.append(say("changed", turn=turn, old=before, new=after))
    if remark.gone:
        facts = say.listing([open_fact(say, path) for path in remark.gone])
        sentences.append(say("removed", facts=facts))
    return "\n".join(sentences)


def known_already(say: Words, remark: Known) -> str:
    """What was known already, so that a person sees whether it is what they mean."""
    told = _told(say, Noted(remark.told, {}, (), remark.partner))
    return say("known-already", facts=_joined(told))


def phrase(say: Words, path: str, value: Any, partner: Relation = "partner") -> str:
    """A fact as a part of a sentence: "single", "no job offer", "your wife comes with you"."""
    message = f"told-{key(path)}"
    called = say("partner-called", who=partner)
    if path in LISTS:
        return _joined(_entries(say, path, value, called)) or say("no-children")
    if message not in say:
        return fact_value(say, path, value)
    text = test_phrase(say, value) if path in TESTS_TOLD and value else fact_value(say, path, value)
    kind = value if isinstance(value, int) and not isinstance(value, bool) else _kind(path, value)
    return say(message, value=kind, text=text, partner=called, who=partner)


def _kind(path: str, value: Any) -> str:
    """What a catalog tells values apart by; of days, whether the day itself was told."""
    if value is None or isinstance(value, bool):
        return _YES_NO[value]
    if path.rsplit(".", 1)[-1] in _DAYS:
        return "part" if isinstance(read_when(value), Period) else "day"
    if isinstance(value, Mapping) and "noc" in value:
        return "noc"
    return value if isinstance(value, str) else "some"


def _told(say: Words, remark: Noted) -> list[str]:
    """What is new, in the order in which it would have been asked."""
    lists: dict[str, tuple[Any, Any]] = {
        path: ([], value) for path, value in remark.new.items() if path in LISTS
    }
    entries = {**lists, **_changed(remark, in_lists=True)}
    dated = {path: each for path in TESTS_TOLD if (each := _date_added(remark.changed.get(path)))}
    phrases: dict[str, list[str]] = {
        path: [phrase(say, path, value, remark.partner)]
        for path, value in remark.new.items()
        if path not in LISTS and path not in PARTS
    }
    called = say("partner-called", who=remark.partner)
    for path, date in dated.items():
        phrases[path] = [say("told-results-date", date=read_when(date))]
    for path, (before, after) in entries.items():
        fresh, _ = changes(before, after)
        nobody = [say("no-children")] if path == CHILDREN and not after else []
        phrases[path] = [*nobody, *_entries(say, path, fresh, called)]
    told = [each for path in sorted(phrases, key=_place) for each in phrases[path]]
    return _partner_once(say, told, called)


def _partner_once(say: Words, told: Sequence[str], called: str) -> list[str]:
    """What is new, the partner named once before all that is theirs: "your wife: comes with you, nurse"."""
    theirs = {
        each: match[1] for each in told if (match := re.match(rf"{called}\s*:?\s+(.+)", each, re.DOTALL))
    }
    if len(theirs) <= 1:
        return [*told]
    first = next(iter(theirs))
    together = say("entry-of-partner", entry=", ".join(theirs.values()), partner=called)
    return [together if each == first else each for each in told if each == first or each not in theirs]


def _removed(say: Words, remark: Noted) -> Iterator[str]:
    called = say("partner-called", who=remark.partner)
    for path, (before, after) in _changed(remark, in_lists=True).items():
        fresh, lost = changes(before, after)
        said = _entries(say, path, fresh, called)  # an entry that changed may be named alike
        yield from (each for each in _entries(say, path, lost, called) if each not in said)


def _changed(remark: Noted, in_lists: bool) -> dict[str, tuple[Any, Any]]:
    return {
        path: values
        for path, values in remark.changed.items()
        if (path in LISTS) is in_lists and path not in PARTS and not _date_added(values)
    }


def _date_added(values: tuple[Any, Any] | None) -> str | None:
    """The date of a test that was told without one before, where nothing else of it changed."""
    if values is None or not all(isinstance(value, Mapping) for value in values):
        return None
    old, new = values
    added = "date" in new and {**old, "date": new["date"]} == new
    return str(new["date"]) if added and "date" not in old else None


def _place(path: str) -> int:
    """Where the question stands that a fact answers; after all others where there is none."""
    prefix = PARTNER if path.startswith(PARTNER) else ""
    own = path.removeprefix(prefix)
    asked = f"{prefix}{_ASKED_AS[own]}" if own in _ASKED_AS and not prefix else path
    order = [entry.fact for entry in questions()]
    return order.index(asked) if asked in order else len(order)


def _entries(say: Words, path: str, entries: Sequence[Mapping[str, Any]], called: str) -> list[str]:
    """Entries of a list, each by itself; children without ages are counted."""
    if path == CHILDREN:
        return children_values(say, entries)
    return [_entry(say, path, entry, called) for entry in entries]


def _entry(say: Words, path: str, entry: Mapping[str, Any], called: str) -> str:
    """A job or a diploma, and whose it is."""
    value = entry_value(say, path, entry)
    return say("entry-of-partner", entry=value, partner=called) if path.startswith(PARTNER) else value


def _joined(phrases: Sequence[str]) -> str:
    """Phrases in a row, parted so that those with commas of their own stay whole."""
    return ("; " if any(", " in each for each in phrases) else ", ").join(phrases)
