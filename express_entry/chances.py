"""Where a score stands: against the last cut-offs of the rounds that concern a candidate, and in the pool.

Nothing here prophesies. A look ahead is a range around the last cut-off, as wide as four out of five steps
from one round to the next were in the category's own last two years, and it carries how often such a range
held when it was made from earlier rounds only. Where there are too few rounds to measure that, there is none.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import mean, median

from express_entry.categories import categories
from express_entry.crs import RulesUsed, score
from express_entry.profile import Profile
from express_entry.programs import cec, fst, fsw
from express_entry.programs.requirements import all_of
from express_entry.rounds import Cadence, History, Pool, Round, Summary, cadence, summary
from express_entry.vocabulary import Known

GENERAL, NOMINEE = "general", "pnp"
PROGRAMS = {"fsw": fsw, "cec": cec, "fst": fst}
YEAR, TWO_YEARS = timedelta(days=365), timedelta(days=730)
SHOWN = 5
"""How many of the last rounds of a category are told."""
QUARTER = timedelta(days=85)
"""The pool is compared with the newest count that is at least so much older."""
SHARE = 0.8
"""The share of steps between rounds that a range is as wide as."""
FEWEST_STEPS = 8
"""How many steps a range is made from at least."""
FEWEST_TESTS = 10
"""How many tests a range needs before it is shown."""
FEWEST_EARLIER = 4
"""How many earlier rounds a one-number guess is tested with at least."""


@dataclass(frozen=True)
class Standing:
    """What a profile is in rounds.

    Attributes:
        score: in CRS points; ``rules`` say by which rules it was made.
        missing: fields of the profile that were not told and could change the score.
        invited_in: by kind of round, whether the candidate can be invited in it; None: not known yet.
        work_untold: the kinds for which work in Canada decides, while none was told.
        likely: the kinds for whose own condition what was told is enough, as far as it goes.
        occupation_open: the categories for which an occupation decides that was not told, or has no code yet.
    """

    score: int
    rules: RulesUsed
    missing: tuple[str, ...]
    invited_in: Mapping[str, Known]
    work_untold: frozenset[str] = frozenset()
    likely: frozenset[str] = frozenset()
    occupation_open: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Outlook:
    """A range for the next cut-off of a category.

    Attributes:
        low: its lowest score; ``high`` its highest.
        held: in how many of ``tests`` rounds of the last two years such a range, made from what was known
            before the round, held.
        mean_error: by how many points "the same as last time" was off in these rounds, on average.
        before: set where the rules changed on this day, after which no round of the range was held.
    """

    low: int
    high: int
    held: int
    tests: int
    mean_error: float
    before: date | None = None


@dataclass(frozen=True)
class Chance:
    """A score against the rounds of one category in which the candidate can be invited.

    Attributes:
        category: the kind of round.
        sure: whether the candidate can be invited in it for certain; otherwise more has to be told.
        last: the last rounds, the newest first; empty where there never was one.
        gap: the score less the newest cut-off; 0 means that the tie-break decides; None without a round.
        other_rules: the newest round was held under other rules than those of the score.
        year: the rounds of the last twelve months in numbers; None where there was none.
        enough: in how many of those the score was above the cut-off, or equal to it.
        cadence: the days between the rounds of the last twelve months.
        outlook: a range for the next cut-off, where it can be measured.
    """

    category: str
    sure: bool
    last: tuple[Round, ...]
    gap: int | None
    other_rules: bool
    year: Summary | None
    enough: int
    cadence: Cadence | None
    outlook: Outlook | None


@dataclass(frozen=True)
class Place:
    """Where a score stands in a count of the pool.

    Attributes:
        as_of: the day of the count.
        above: candidates in higher ranges, who are certainly above.
        beside: candidates in the score's own range, from ``low`` to ``high``, any of whom may be above.
        total: all candidates.
    """

    as_of: date
    above: int
    low: int
    high: int
    beside: int
    total: int


@dataclass(frozen=True)
class Chances:
    """All about one standing on one day.

    Attributes:
        standing: the score and the kinds of round.
        on: the day.
        as_of: the day up to which the rounds are known.
        chances: one for each kind of round that the candidate can, or may, be invited in: those that are sure
            first, then by their newest round.
        place: in the newest count of the pool; ``earlier`` in one about three months older.
    """

    standing: Standing
    on: date
    as_of: date
    chances: tuple[Chance, ...]
    place: Place | None
    earlier: Place | None


def standing(profile: Profile, on: date) -> Standing:
    """The score of a profile on a day, and in which kinds of round it can be invited.

    Raises:
        DayBeforeExpressEntry: there were no rules on that day.
        DayBeforePrograms: there are no rules of the programs for that day.
        ProfileError: the date of birth gives no possible age on that day.
    """
    found = score(profile, on)
    judged = {program: module.eligibility(profile, on) for program, module in PROGRAMS.items()}
    programs = {program: each.eligible for program, each in judged.items()}
    found_categories = categories(profile, on)
    fits = {category.id: category.eligible for category in found_categories}
    likely = frozenset(category.id for category in found_categories if category.likely or category.eligible)
    likely |= {NOMINEE} if profile.provincial_nomination else frozenset()
    invited_in = kinds(programs, fits, profile.provincial_nomination)
    told = profile.canadian_work_years is not None or any(job.in_canada for job in profile.jobs or ())
    open_work = any(each.id == "experience" and each.met is None for each in judged["cec"].requirements)
    untold = frozenset({"cec"} if open_work and not told else ())
    occupation = frozenset(category.id for category in found_categories if category.occupation_open)
    return Standing(found.total, found.rules, found.missing, invited_in, untold, likely, occupation)


def kinds(
    programs: Mapping[str, Known], categories: Mapping[str, Known], nominated: Known
) -> dict[str, Known]:
    """In which kinds of round a candidate can be invited.

    A general round takes whoever qualifies for a program, a program's round its own candidates, a round for
    nominees and every category's round those who have that, too.

    Args:
        programs: whether they qualify for ``fsw``, ``cec`` and ``fst``.
        categories: whether they meet each category (``french``, ``healthcare``, …).
        nominated: whether a province or territory nominated them.
    """
    any_program = _any(programs.get(program) for program in PROGRAMS)
    found: dict[str, Known] = {GENERAL: any_program}
    found |= {program: programs.get(program) for program in PROGRAMS}
    found |= {NOMINEE: all_of((nominated, any_program))}
    return found | {category: all_of((meets, any_program)) for category, meets in categories.items()}


def chances(of: Standing, history: History, on: date) -> Chances:
    """A standing against all that was known on the day ``on``, for which it was made."""
    known = history.until(on)
    newest_first = {category: place for place, category in enumerate(known.categories)}
    asked = [category for category, can in of.invited_in.items() if can is not False]
    asked.sort(
        key=lambda category: (not of.invited_in[category], newest_first.get(category, len(newest_first)))
    )
    place = earlier = None
    if known.pool is not None:
        place = place_in(known.pool, of.score)
        older = [pool for pool in known.pools if pool.as_of <= known.pool.as_of - QUARTER]
        earlier = place_in(older[-1], of.score) if older else None
    return Chances(
        standing=of,
        on=on,
        as_of=known.as_of,
        chances=tuple(chance(of, known, category) for category in asked),
        place=place,
        earlier=earlier,
    )


def chance(of: Standing, history: History, category: str) -> Chance:
    """A standing against the rounds of one category."""
    rounds = history.of(category)
    newest = rounds[-1] if rounds else None
    last_year = history.of(category, since=history.as_of - YEAR + timedelta(days=1))
    return Chance(
        category=category,
        sure=of.invited_in.get(category) is True,
        last=tuple(reversed(rounds[-SHOWN:])),
        gap=None if newest is None else of.score - newest.cutoff,
        other_rules=newest is not None and by_other_rules(newest.date, of.rules),
        year=summary(last_year),
        enough=sum(of.score >= each.cutoff for each in last_year),
        cadence=cadence(last_year),
        outlook=outlook(rounds, history.as_of, changed_on(of.rules) or of.rules.date),
    )


def changed_on(rules: RulesUsed) -> date | None:
    """The day of a change of the rules that the score leaves out because its values are not known."""
    since = None if rules.notice is None else rules.notice.args.get("since")
    return since if isinstance(since, date) else None


def by_other_rules(day: date, rules: RulesUsed) -> bool:
    """Whether a round of this day ranked candidates by other rules than ``rules``."""
    changed = changed_on(rules)
    return day < rules.date or (changed is not None and day >= changed)


def place_in(pool: Pool, score: int) -> Place:
    """Where a score stands in a count of the pool."""
    above = 0
    for low, high, count in pool.bands():
        if score >= low:
            return Place(pool.as_of, above, low, high, count, pool.total)
        above += count
    raise ValueError(f"a score is zero or more, not {score}")


def outlook(rounds: Sequence[Round], on: date, changed: date | None = None) -> Outlook | None:
    """A range for the next cut-off after ``rounds`` (of one category, the oldest first), as seen on ``on``.

    None where it cannot be made or tested often enough, or held in less than ``SHARE`` of the tests.
    """
    ahead = _range(rounds, on)
    if ahead is None:
        return None
    tests = [
        (each.cutoff, rounds[place - 1].cutoff, made)
        for place, each in enumerate(rounds)
        if each.date > on - TWO_YEARS and (made := _range(rounds[:place], each.date)) is not None
    ]
    held = sum(low <= cutoff <= high for cutoff, _, (low, high) in tests)
    if len(tests) < FEWEST_TESTS or held < SHARE * len(tests):
        return None
    error = mean(abs(cutoff - before) for cutoff, before, _ in tests)
    before = changed if changed is not None and rounds[-1].date < changed else None
    return Outlook(*ahead, held, len(tests), error, before)


Guess = Callable[[Sequence[Round]], float]
"""A guess of the next cut-off from the rounds before it."""


def _last(rounds: Sequence[Round]) -> float:
    return rounds[-1].cutoff


def _mean_of_three(rounds: Sequence[Round]) -> float:
    return mean(each.cutoff for each in rounds[-3:])


def _median_of_six(rounds: Sequence[Round]) -> float:
    return median(each.cutoff for each in rounds[-6:])


def _line_through_eight(rounds: Sequence[Round]) -> float:
    cutoffs = [each.cutoff for each in rounds[-8:]]
    middle, centre = mean(cutoffs), (len(cutoffs) - 1) / 2
    spread = sum((place - centre) ** 2 for place in range(len(cutoffs)))
    slope = sum((place - centre) * (cutoff - middle) for place, cutoff in enumerate(cutoffs)) / spread
    return middle + slope * (len(cutoffs) - centre)


GUESSES: Mapping[str, Guess] = {
    "last": _last,
    "mean of 3": _mean_of_three,
    "median of 6": _median_of_six,
    "line through 8": _line_through_eight,
}


@dataclass(frozen=True)
class Errors:
    """How far a guess was off in ``tests`` rounds: the mean in points, the share within 5 and 10 points."""

    tests: int
    mean: float
    within_5: float
    within_10: float


def walk_forward(rounds: Sequence[Round], guess: Guess, since: date) -> Errors | None:
    """Test a guess on each round from ``since`` on, with what was known before it; None without a test."""
    errors = [
        abs(guess(rounds[:place]) - each.cutoff)
        for place, each in enumerate(rounds)
        if each.date >= since and place >= FEWEST_EARLIER
    ]
    if not errors:
        return None
    shares = [sum(error <= limit for error in errors) / len(errors) for limit in (5, 10)]
    return Errors(len(errors), mean(errors), *shares)


def _range(rounds: Sequence[Round], on: date) -> tuple[int, int] | None:
    """The last cut-off give or take what ``SHARE`` of the steps of two years stayed within."""
    recent = [each.cutoff for each in rounds if each.date > on - TWO_YEARS]
    steps = sorted(abs(later - earlier) for earlier, later in pairwise(recent))
    if len(steps) < FEWEST_STEPS:
        return None
    step = _quantile(steps, SHARE)
    return math.floor(recent[-1] - step), math.ceil(recent[-1] + step)


def _quantile(ordered: Sequence[float], share: float) -> float:
    place = share * (len(ordered) - 1)
    below, above = ordered[math.floor(place)], ordered[math.ceil(place)]
    return below + (above - below) * (place - math.floor(place))


def _any(values: Iterable[Known]) -> Known:
    found = set(values)
    return True if True in found else None if None in found else False
