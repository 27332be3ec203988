"""The score with what is known, said early and on the way: it grows with every answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.dialogue import jobs
from bot.dialogue.questions import relevant
from bot.dialogue.ready import missing_for
from bot.dialogue.results import awaited
from bot.dialogue.state import Doubt, State
from bot.dialogue.told import JOBS, PARTNER, SELF, TEST_PATHS, TESTS_LIST, Told, entry_part, known, nest
from express_entry.crs import Breakdown, score
from express_entry.points import Because
from express_entry.profile import ProfileError, in_any_order, parse_profile
from express_entry.renewal import lapsed


@dataclass(frozen=True)
class Reached:
    """A total so far; ``supposes_eca`` where it counts a foreign diploma of which no assessment was told.

    ``without`` is what was told and gives no points yet, each with its reason; ``undated`` whether it counts
    a language test of which nobody said when it was taken. ``between`` are the least and the most that it
    may be while the level of a diploma is open.
    """

    total: int
    supposes_eca: bool
    without: tuple[Because, ...] = ()
    undated: bool = False
    between: tuple[int, int] | None = None


def so_far(told: Told, state: State, today: date) -> Reached | None:
    """The score as far as it does not mislead; None before that, while a doubt is open, and while nothing is
    known of a partner who comes."""
    asking = state.stage == "review" or (state.stage == "asking" and state.mode == "intake")
    if not asking or state.doubts or awaited(state.drafts, told) or missing_for("score", told, state):
        return None
    of_partner = [asked for asked in relevant(told, "score") if asked.fact.startswith(PARTNER)]
    if state.stage == "asking" and any(not asked.answered(told) for asked in of_partner):
        return None
    found = total(told, today)
    return replace(found, undated=False) if found is not None else None  # the day is asked for in its turn


def total(told: Told, today: date) -> Reached | None:
    """The score of what is told; None where it makes no profile."""
    try:
        found = score(parse_profile(in_any_order(nest(told)), draft=True), today)
    except ProfileError:
        return None
    return rests_on(told, found)


def by_level(told: Told, doubts: Sequence[Doubt]) -> Iterator[tuple[str, str, Told]]:
    """What is told with each level that a diploma may have which is being asked about: the path of whose it
    is, the level, and all that is known then."""
    for doubt in doubts:
        of, number, part = entry_part(doubt.path) or ("", 0, "")
        entries = [dict(each) for each in told.get(of) or ()]
        if part != "level" or number >= len(entries):
            continue
        for level in doubt.readings:
            entries[number] = {**entries[number], "level": level}
            yield PARTNER if of.startswith(PARTNER) else SELF, level, {**told, of: [*entries]}


def between(told: Told, doubts: Sequence[Doubt], today: date) -> tuple[int, int] | None:
    """The least and the most that a score may be while a diploma’s level is open; None where that changes
    nothing."""
    found = [total(each, today) for _, _, each in by_level(told, doubts)]
    totals = {each.total for each in found if each is not None}
    return (min(totals), max(totals)) if len(totals) > 1 else None


def rests_on(told: Told, found: Breakdown) -> Reached:
    """A score, with what it leaves out and what it takes for granted."""
    facts = known(told)
    abroad = facts.get("education_country_is_canada") is False and "eca_date" not in facts
    supposes = abroad and not facts.get("has_eca")
    tests = [told.get(path) for path in TEST_PATHS] + list(told.get(TESTS_LIST) or ())
    undated = any(test and "test" in test and not test.get("date") for test in tests)
    return Reached(found.total, supposes, tuple(_left_out(told, found)), undated)


def _left_out(told: Told, found: Breakdown) -> Iterator[Because]:
    """What was told and gives no points yet: a diploma or test that is not valid, work of no known place."""
    for reason in lapsed(found.lines):
        yield Because(_WITHOUT[reason.id], reason.args)
    yield from work_left_out(told)


def work_left_out(told: Told) -> Iterator[Because]:
    """The work of either of the two that was told and gives nothing, since nobody said where it was."""
    for whose, person in (("self", SELF), ("partner", PARTNER)):
        if whose == "self" or told.get(f"{PARTNER}accompanying") is not False:
            for job in told.get(person + JOBS) or ():
                if jobs.place_decides(job):
                    yield _placeless(whose, job)


def _placeless(whose: str, job: jobs.Job) -> Because:
    """A job of one of the two that gives nothing because nobody said where it was."""
    title, years = job.get("title"), job.get(jobs.LENGTH)
    called = {"whose": whose, "titled": "no" if title is None else "yes", "title": title or ""}
    if years is None:
        return Because("without-job", called)
    return Because("without-years", {**called, "years": round(years, 1) if years % 1 else int(years)})


_WITHOUT = {
    "because-eca-none": "without-eca",
    "because-eca-expired": "without-valid-eca",
    "because-test-expired": "without-expired-test",
}
