"""Jobs as they are told: title, place, dates or length, hours a week, and what decides whether they count.

"20 hours a week as a baker in Regina since February 2024" is one job; "5 years as network engineer, 2 as
project coordinator" are two. A length of work with nothing but a place ("3 years in India") is no job of its
own: :mod:`bot.nlu.facts.work` reads it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any

from bot.facts import Fact
from bot.nlu.facts.hearing import Hearing, once
from bot.nlu.facts.joining import JOINT
from bot.nlu.facts.occupation import (
    WHEN,
    is_of_the_other,
    spelled,
    tells_when,
    title_within,
    titles,
)
from bot.nlu.facts.patterns import Match
from bot.nlu.facts.study_lengths import lengths_of_study
from bot.nlu.facts.words import Word, tidy
from bot.nlu.facts.work import (
    Length,
    Stint,
    comes_later,
    is_internship,
    is_leave,
    is_origin,
    is_origin_behind,
    is_part_of_told,
    is_unpaid,
    leaves,
    place_at,
    starts_another,
    stints_of,
    where_studied,
)

MOST_HOURS = 100
"""Hours a week that anybody tells of a job."""
_WEEKS_A_YEAR, _MONTHS_A_YEAR = 52, 12
_ORDER = (
    *("title", "start", "end", "years", "hours_per_week", "in_canada", "self_employed", "full_time_student"),
    *("paid", "leave_weeks", "remote_for_employer_abroad", "share", "part"),
)
_STUDIES = ("DEGREE", "DOUBTFUL_DEGREE", "DIPLOMA")
"""Words that tell a diploma, also where they stand before a job: "master's, 3 years as a developer"."""
_WORKING_DAYS = 5
"""Days of a full week of work."""


@dataclass(frozen=True)
class _Region:
    """The words that tell one job: around the ``stint`` of work, up to the next one."""

    stint: Stint
    first: int
    last: int

    @property
    def places(self) -> range:
        return range(self.first, self.last + 1)


def read_jobs(hearing: Hearing) -> Iterator[Fact]:
    """``job``: an entry of the profile's ``jobs``, with what was told of it."""
    told = [fact for _, fact in _facts(hearing)]
    told += [fact for _, fact in _held(hearing)]
    yield from told or _leave_alone(hearing)


def _leave_alone(hearing: Hearing) -> Iterator[Fact]:
    """Leave inside a job that was told before: "for one of those years I was on maternity leave"."""
    for length in leaves(hearing):
        yield from hearing.facts("job", {"leave_weeks": weeks(length)}, length.first, length.last)


def weeks(length: Length) -> float:
    """The weeks of a length that is told in years or months."""
    return float(round(round(length.readings[0] * _MONTHS_A_YEAR) * _WEEKS_A_YEAR / _MONTHS_A_YEAR, 1))


def _held(hearing: Hearing) -> Iterator[tuple[tuple[int, int], Fact]]:
    """Work that is told with its place or as that of now, and no time: "a nurse in Lagos", "cook, 29, in
    Germany", "now admin assistant". Beside work that has its time only the latter is another job."""
    regions = [region.places for region, _ in _facts(hearing)]
    for first, last in titles(hearing):
        when = tells_when(hearing, first)
        if (regions and not when) or any(first in places for places in regions):
            continue
        match = next((each for each in hearing.matches("jobs.there") if each.first == last + 1), None)
        if hearing.part_has(first, "OFFER", "NOMINATED", "DEGREE", "STUDY", "NEXT"):
            continue
        place = place_at(hearing, match.start("place")) if match is not None else None
        if place is None and not when:
            continue
        job: dict[str, Any] = {"title": spelled(hearing, first, last)}
        end = last
        if match is not None and place is not None:
            job["in_canada"], end = place, match.start("place")
        for fact in hearing.facts("job", job, first, end):
            yield (first, end), fact


def read_home(hearing: Hearing) -> Iterator[Fact]:
    """``lives``: whether the person lives in Canada now."""
    home = _home(hearing)
    past = any(word.text in _LIVED for word in hearing.words)
    if home is not None and not (past or hearing.kinds & {"QUESTION", "LIVE_FUTURE", "STAY"}):
        words = hearing.words
        yield Fact("lives", home, "self", words[0].start, words[-1].end, True)


_LIVED = frozenset({"lived", "vivait", "was", "were", "etais"})
"""Words with which somebody tells where they are no more."""


def taken(hearing: Hearing) -> frozenset[int]:
    """The words of the lengths and titles that jobs tell: they tell no years and no occupation beside."""
    named = {
        span for (first, last), _ in _held(hearing) for span in titles(hearing) if first <= span[0] <= last
    }
    return frozenset(at for first, last in named for at in range(first, last + 1)) | frozenset(
        at
        for region, _ in _facts(hearing)
        for at in region.places
        if not any(kind in hearing.words[at] for kind in _STUDIES)
        and not is_of_the_other(hearing, at, region.stint.length.last)
    )


@once
def _jobs(hearing: Hearing) -> list[tuple[_Region, dict[str, Any]]]:
    told = list(_told(hearing))
    placed = {at for region, _ in told for at in region.places}
    apart = [span for span in titles(hearing) if span[0] not in placed]
    lead = _lead(hearing, told[0][0]) if told else None
    for number, (region, job) in enumerate(told):
        before = told[number - 1] if number else None
        if before is not None and _same_person(hearing, before[0], region):
            _continue(hearing, before[1], region, job)
        elif "title" not in job and len(own := [span for span in apart if _own(hearing, span, region)]) == 1:
            job["title"] = spelled(hearing, *own[0])
        if lead is not None:
            job.setdefault("in_canada", lead)
    _same_job_each_time(hearing, told)
    _same_job_in_two_ways(hearing, told)
    _at_home(hearing, told)
    if len(told) == 1 and told[0][1].get("share") == 0:
        _part_time(hearing, told[0][1])
    if len(told) == 1:
        told = _with_hours_each(hearing, *told[0])
    return _on_ones_own_since(hearing, _less_parts(hearing, _in_parts(hearing, told)))


def _with_hours_each(
    hearing: Hearing, region: _Region, job: dict[str, Any]
) -> list[tuple[_Region, dict[str, Any]]]:
    """Two jobs at once, each with its hours: "cashier 15 h a week and baker 20 h a week since 2024"."""
    hours = list(_within(hearing, "hours", region))
    begins = (region.first, *(match.end() for match in hours))
    named = [
        title_within(hearing, first, match.start() - 1, first)
        for first, match in zip(begins, hours, strict=False)
    ]
    if len(hours) < _FEWEST_PARTS or None in named or hours[-1].start() > region.stint.length.first:
        return [(region, job)]
    each = [
        {**job, "title": spelled(hearing, *span), "hours_per_week": hearing.value(match, "n", "NUM")}
        for span, match in zip(named, hours, strict=True)
        if span is not None
    ]
    return [(region, one) for one in each]


def _at_home(hearing: Hearing, told: Sequence[tuple[_Region, dict[str, Any]]]) -> None:
    """Whoever tells where they live works there: abroad all along, in Canada as far as the work goes on; what
    was told in an earlier message is where they are now."""
    home, before = _home(hearing), hearing.doc._.people.at_home
    for region, job in told:
        own = hearing.scopes[region.stint.length.last].person in ("self", "both")
        goes_on = "start" in job and job.get("end") is None
        if home is not None and own and (goes_on or not home):
            job.setdefault("in_canada", home)
        elif home is None and before is not None and own and (goes_on or not before):
            job.setdefault("in_canada", before)


def _part_time(hearing: Hearing, job: dict[str, Any]) -> None:
    """The hours of the only job, where they are told apart from it: "a part-time job … 30 hours"."""
    for match in hearing.matches("jobs.any_hours"):
        job["hours_per_week"] = hearing.value(match, "n", "NUM")
        del job["share"]
        return


def _home(hearing: Hearing) -> bool | None:
    """Whether the person lives in Canada; None where no place is told, or more than one."""
    places = set()
    for match in hearing.matches("jobs.home"):
        at = match.start("place")
        own = hearing.scopes[at].person in ("self", "both") and not is_origin(hearing, at)
        if own and hearing.stated(at) and not hearing.negated(at):
            places.add(place_at(hearing, at))
    return places.pop() if len(places) == 1 else None


def _in_parts(
    hearing: Hearing, told: list[tuple[_Region, dict[str, Any]]]
) -> list[tuple[_Region, dict[str, Any]]]:
    """Years that are told as a whole and then in parts are the parts: "12 years in Spain: 4 self-employed and
    8 on payroll"."""
    if len(told) <= _FEWEST_PARTS or any("start" in job for _, job in told):
        return told
    (region, whole), *parts = told
    one = all(_same_person(hearing, region, part) for part, _ in parts)
    titles_told = {job.get("title") for _, job in parts} - {whole.get("title")}
    if not one or titles_told - {None} or whole["years"] != sum(job["years"] for _, job in parts):
        return told
    told_of = hearing.words[region.stint.length.last : parts[0][0].stint.length.first]
    opens = any("COLON" in word or "OPEN" in word for word in told_of)
    if "in_canada" in whole and all("in_canada" in job for _, job in parts) and not opens:
        return told  # "3 years in Rabat, the same in Berlin for 2, in Montréal for 1": one after the other
    for _, job in parts:
        for name in ("title", "in_canada"):
            if name in whole:
                job.setdefault(name, whole[name])
    parts[0] = (replace(parts[0][0], first=region.first), parts[0][1])
    return parts


def _less_parts(
    hearing: Hearing, told: list[tuple[_Region, dict[str, Any]]]
) -> list[tuple[_Region, dict[str, Any]]]:
    """A part that is told beside the whole is counted once: "8 years as a nurse, 3 of them in Canada" are 5
    and 3, and the 5 were not in Canada."""
    kept: list[tuple[_Region, dict[str, Any]]] = []
    whole: tuple[_Region, dict[str, Any]] | None = None
    for region, job in told:
        if not job.get("part") and not (whole and _is_the_rest(whole[1], job)):
            whole = (region, job)
            kept.append(whole)
            continue
        if whole is None or "start" in whole[1] or "start" in job or job["years"] > whole[1]["years"]:
            kept.append((region, job))
            continue
        of = whole[1]
        if not _same_person(hearing, whole[0], region):
            kept.append((region, job))
            continue
        of["years"] = tidy(of["years"] - job["years"])
        for name in ("title", "in_canada", "hours_per_week", "self_employed"):
            if name in of:
                job.setdefault(name, of[name])
        if job.get("in_canada"):
            of.setdefault("in_canada", False)
        job.pop("part", None)
        of["told_in_parts"] = job["told_in_parts"] = True
        kept.append((region, job))
    for (region, job), (after, following) in pairwise(list(kept)):
        if job.get("years") == 0:  # its words are those of its parts
            kept[kept.index((after, following))] = (replace(after, first=region.first), following)
    return [(region, job) for region, job in kept if job.get("years") != 0]


def _on_ones_own_since(
    hearing: Hearing, told: list[tuple[_Region, dict[str, Any]]]
) -> list[tuple[_Region, dict[str, Any]]]:
    """A job that somebody has on their own account since a day was as an employee until then: "plumber in
    Calgary from 2018 to 2025, self-employed since 2023"."""
    for (region, before), (after, job) in pairwise(told):
        same = _same_person(hearing, region, after) and job.get("title") in (None, before.get("title"))
        goes_on = job.get("self_employed") and "start" in job and job.get("end") is None
        if not (same and goes_on) or before.get("self_employed") or "in_canada" in job:
            continue
        if "start" in before and before["start"] < job["start"] < (before.get("end") or job["start"] + "~"):
            before["end"], job["end"] = job["start"], before.get("end")
        elif before.get("years", 0) > after.stint.length.readings[0]:
            before["years"] = tidy(before["years"] - after.stint.length.readings[0])
        else:
            continue
        for name in ("title", "in_canada", "hours_per_week"):
            if name in before:
                job.setdefault(name, before[name])
    return told


def _is_the_rest(whole: dict[str, Any], job: dict[str, Any]) -> bool:
    """Whether a length is what a part told before has left: "7 years, 5 of them abroad and 2 in Canada"."""
    same = job.get("title", whole.get("title")) == whole.get("title", job.get("title"))
    return bool(whole.get("told_in_parts")) and same and "start" not in job and job["years"] == whole["years"]


_FEWEST_PARTS = 2
_BARE = frozenset({"years", "in_canada"})
"""What a length of work with nothing but a place tells: no job of its own, unless others stand beside it."""


def _same_job_each_time(hearing: Hearing, told: Sequence[tuple[_Region, dict[str, Any]]]) -> None:
    """ "3 years in Morocco and one in France, engineer both times": one title for all that are told."""
    named = {job["title"] for _, job in told if "title" in job}
    if len(named) == 1 and any("EACH_TIME" in word for word in hearing.words):
        (title,) = named
        for _, job in told:
            job.setdefault("title", title)


def _same_job_in_two_ways(hearing: Hearing, told: Sequence[tuple[_Region, dict[str, Any]]]) -> None:
    """ "3 years on contract and 2 permanent as a tester in Pune": the first is of the same job."""
    for (region, job), (after, following) in pairwise(told):
        told_how = _has(hearing, region, "EMPLOYED") or job.get("self_employed")
        joined = any("AND" in word for word in hearing.words[region.stint.length.last : after.first + 1])
        if told_how and joined and not job.keys() & {"title", "in_canada"}:
            job |= {name: following[name] for name in ("title", "in_canada") if name in following}


def _lead(hearing: Hearing, region: _Region) -> bool | None:
    """The place that a colon says of all that follows: "two jobs in Calgary: …"."""
    for at in range(region.first, region.stint.length.first):
        if (place := place_at(hearing, at)) is not None and "COLON" in hearing.words[at + 1]:
            return place
    return None


def _told(hearing: Hearing) -> Iterator[tuple[_Region, dict[str, Any]]]:
    stints = [stint for stint in stints_of(hearing) if not is_leave(hearing, stint.length)]
    for region in _regions(hearing, stints):
        yield region, _job(hearing, region)


def _regions(hearing: Hearing, stints: Sequence[Stint]) -> list[_Region]:
    regions: list[_Region] = []
    for number, stint in enumerate(stints):
        before = stints[number - 1].length if number else None
        after = stints[number + 1].length if number + 1 < len(stints) else None
        first = _begin(hearing, stint.length.first, -1 if before is None else before.last)
        last = _end(hearing, stint.length.last, len(hearing.words) if after is None else after.first)
        first, last = _without_study(hearing, stint.length, first, last)
        regions.append(_Region(stint, first, last))
    return regions


def _begin(hearing: Hearing, at: int, before: int) -> int:
    """Where what is told of a job begins: after the last separator behind the job before it."""
    if before < 0:  # "3 summers while studying, then 2 years …"
        turns = (place for place in range(at - 1, -1, -1) if _turns(hearing, place))
        floor = next(turns, -1) + 1
    else:
        floor = min(at, _cut(hearing, before + 1, at) + 1)
    return next((place + 1 for place in range(at - 1, floor - 1, -1) if _ends(hearing, place)), floor)


def _leads_on(hearing: Hearing, at: int) -> bool:
    """Whether what somebody does now, or did before, follows: "teacher for 5 years, now a cashier"."""
    near = range(at, at + _TO_A_TITLE)
    return _turns(hearing, at) and any(
        first in near and tells_when(hearing, first) for first, _ in titles(hearing)
    )


_TO_A_TITLE = 7


def _turns(hearing: Hearing, at: int) -> bool:
    """Whether another job begins: with "then", and with "before" or "now" that begins a clause: "…, before he
    was a teacher 18 years"."""
    before = hearing.words[at - 1 : at] if at else ()
    begins = any(kind in word for word in before for kind in ("COMMA", "STOP", "BUT", "AND"))
    return "THEN" in hearing.words[at] or (begins and any(kind in hearing.words[at] for kind in WHEN))


def _end(hearing: Hearing, at: int, after: int) -> int:
    ceiling = after if after == len(hearing.words) else _cut(hearing, at + 1, after)
    ends = (place for place in range(at + 1, ceiling) if _ends(hearing, place) or _leads_on(hearing, place))
    return next(ends, ceiling) - 1


def _without_study(hearing: Hearing, length: Length, first: int, last: int) -> tuple[int, int]:
    """The words ``first`` to ``last`` without those that are told of studies, which have their own length."""
    studied = lengths_of_study(hearing)
    before = max((at for at in range(first, length.first) if at in studied), default=None)
    after = min((at for at in range(length.last + 1, last + 1) if at in studied), default=None)
    if before is not None and (cut := _cut(hearing, before + 1, length.first)) < length.first:
        first = cut + 1
    if after is not None and (cut := _cut(hearing, length.last + 1, after)) < after:
        last = cut - 1
    return first, last


def _ends(hearing: Hearing, at: int) -> bool:
    word = hearing.words[at]
    return "STOP" in word or "QUESTION" in word or starts_another(hearing, at)


def _cut(hearing: Hearing, first: int, end: int) -> int:
    """The word that parts two jobs, before a second title if any: "then", else the last stop, else the last
    comma or "and"."""
    told = [span for span in titles(hearing) if first <= span[0] < end]
    limit = told[1][0] if len(told) > 1 else end
    for kinds in (("THEN",), ("STOP",), ("COMMA", "AND", "BUT", "SLASH", "PLUS")):
        found = [at for at in range(first, limit) if _parts_jobs(hearing.words[at], kinds)]
        if found:
            return found[-1]
    return limit


def _parts_jobs(word: Word, kinds: Sequence[str]) -> bool:
    return JOINT not in word and any(kind in word for kind in kinds)


def _job(hearing: Hearing, region: _Region) -> dict[str, Any]:
    """What is told of one job."""
    job: dict[str, Any] = {}
    if title := _title(hearing, region):
        job["title"] = title
    job |= _time(hearing, region)
    if (hours := _hours(hearing, region)) is not None:
        job["hours_per_week"] = hours
    if (place := _place(hearing, region)) is not None:
        job["in_canada"] = place
    if any(_is_of(hearing, match, region) for match in _within(hearing, "student", region)):
        job["full_time_student"] = True
    if is_unpaid(hearing, region.stint.length):
        job["paid"] = False
    if _has(hearing, region, "SELF_EMPLOYED"):
        job["self_employed"] = True
    if (away := _leave(hearing, region)) is not None:
        job["leave_weeks"] = away
    if _works_from_canada(hearing, region):
        job["remote_for_employer_abroad"] = True
    if "hours_per_week" not in job and (share := share_of(hearing, region.places)) is not None:
        job["share"] = share
    if is_part_of_told(hearing, region.stint.length):
        job["part"] = True
    return job


def _hours(hearing: Hearing, region: _Region) -> float | None:
    """The hours a week; beside "part time" or in a piece of their own bare hours are those of a week: "part
    time, 15 hours", "welder / Cebu / 48h"."""
    part_time = _has(hearing, region, "HALFTIME") or _has(hearing, region, "LESS_THAN_FULL")
    found = [
        *_within(hearing, "hours", region),
        *_within(hearing, "any_hours" if part_time else "piece_of_hours", region),
    ]
    told = [hours for match in found if 0 < (hours := hearing.value(match, "n", "NUM")) <= MOST_HOURS]
    return told[-1] if told else None


def share_of(hearing: Hearing, places: range) -> float | None:
    """The share of full time that these words tell; 0 where it is only told to be less."""
    first, last = places.start, places.stop - 1
    for match in hearing.matches_within("jobs.share", first, last):
        percent, equivalent = hearing.value(match, "n", "NUM"), hearing.value(match, "fte", "NUM")
        share = equivalent if percent is None else percent / 100
        if 0 < share < 1:
            return float(share)
    for match in hearing.matches_within("jobs.days", first, last):
        if 0 < (days := hearing.value(match, "n", "NUM")) < _WORKING_DAYS:
            return float(days / _WORKING_DAYS)
    if any("HALFTIME" in hearing.words[at] for at in places):
        return 0.5
    less = any(
        "FULLTIME_SHARE" in hearing.words[at]
        or (
            "LESS_THAN_FULL" in hearing.words[at]
            and (_works_before(hearing, at) or not hearing.part_has(at, *_STUDYING))
        )
        for at in places
    )
    return 0.0 if less else None


def _works_before(hearing: Hearing, at: int) -> bool:
    """Whether a job stands right before "part time": "barista part time during my degree"."""
    near = hearing.words[max(0, at - 3) : at]
    return any("JOBHEAD" in word for word in near) and not any("STUDY" in word for word in near)


_STUDYING = ("STUDY", "STUDENTWORD", "STUDENT_STATUS")
"""Words for what may be part-time itself: "studied part time, worked full time"."""


def _is_of(hearing: Hearing, match: Match, region: _Region) -> bool:
    """Whether study is told of this job: "during" anywhere beside it, "as a student" in its own clause: not
    "came as a student, now a nurse since 2023"."""
    if "WHILE" in hearing.words[match.start()]:
        return True
    title = title_within(hearing, region.first, region.last, region.stint.length.last)
    own = [region.stint.length.first, *(title or ())]
    return any(hearing.scopes[at].part == hearing.scopes[match.start()].part for at in own)


def _within(hearing: Hearing, name: str, region: _Region) -> Iterator[Match]:
    return hearing.matches_within(f"jobs.{name}", region.first, region.last)


def _has(hearing: Hearing, region: _Region, kind: str) -> bool:
    return any(kind in hearing.words[at] for at in region.places)


def _title(hearing: Hearing, region: _Region) -> str | None:
    told = title_within(hearing, region.first, region.last, region.stint.length.last)
    return spelled(hearing, *told) if told else None


def _time(hearing: Hearing, region: _Region) -> dict[str, Any]:
    """Its dates as told; else its length, and dates that follow where it is told how long ago that was."""
    length = region.stint.length
    if length.start is not None:
        return {"start": length.start, "end": length.end}
    years = length.readings[0]
    for match in _within(hearing, "ago", region):
        if "LASTING" in hearing.words[match.start()] or _is_of_an_arrival(hearing, match, length):
            continue
        ago = hearing.value(match, "n", "NUM")
        return {"start": _month_ago(hearing.today, ago + years, 1), "end": _month_ago(hearing.today, ago, 0)}
    return {"years": years}


def _is_of_an_arrival(hearing: Hearing, match: Match, length: Length) -> bool:
    """ "Landed in Regina 3 years ago, baker for 18 months": when somebody came, in a clause of its own."""
    apart = hearing.scopes[match.start()].part != hearing.scopes[length.first].part
    return apart and any(_CAME.intersection(word.text.split()) for word in hearing.part(match.start()))


_CAME = frozenset(
    {"landed", "arrived", "came", "moved", "immigrated", "arrive", "arrivee", "venu", "venue", "debarque"}
)


def _month_ago(today: date, years: float, later: int) -> str:
    months = today.year * 12 + today.month - 1 - round(years * 12) + later
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _place(hearing: Hearing, region: _Region) -> bool | None:
    """Whether it was in Canada; a company's seat is not where a person who works from home is. Of what was
    only partly there ("half of it in Canada") the place is not known."""
    if region.stint.in_canada is None and _has(hearing, region, "PARTLY"):
        return None
    seats = _seats(hearing, region)
    if (sits := _sits(hearing, region, seats)) is not None:
        return sits
    remote = _has(hearing, region, "REMOTE")
    length, own = region.stint.length, region.stint.at
    if own is not None and own in region.places and own < length.first and not (remote or seats):
        return region.stint.in_canada  # "Dublin 2018 to 2022, Vancouver since 2022": places stand first
    order = (*range(length.last + 1, region.last + 1), *range(length.first - 1, region.first - 1, -1))
    for at in order:
        place = place_at(hearing, at)
        left_out = remote and at in seats
        denied = left_out or hearing.negated(at, 3)  # "no work abroad" behind it
        denied = denied or comes_later(hearing, at, length)
        origin = (at < length.first and is_origin(hearing, at)) or is_origin_behind(hearing, at, length)
        if place is not None and not denied and not origin and at not in where_studied(hearing):
            return place
    if region.stint.in_canada is None and _comes_from_abroad(hearing, region):
        return False
    told = region.stint.in_canada if not (remote and seats) else None
    if told is None and (at_school := _school(hearing, region)) is not None:
        return at_school
    return _place_named_last(hearing, region) if told is None else told


def _school(hearing: Hearing, region: _Region) -> bool | None:
    """Whether the school at which somebody worked is in Canada: "worked at the University of Ghana"."""
    for at in region.places:
        word, before = hearing.words[at], hearing.words[max(0, at - _TO_A_SCHOOL) : at]
        school = "CANADIAN_SCHOOL" in word or "FOREIGN_SCHOOL" in word
        if school and any("WORKED" in each or "WORK" in each for each in before):
            return "CANADIAN_SCHOOL" in word
    return None


_TO_A_SCHOOL = 4
"""Words from "worked" to the school at which."""


def _place_named_last(hearing: Hearing, region: _Region) -> bool | None:
    """What "there", "here" and "where" point to: the place that was named last, also that of a diploma."""
    own = hearing.scopes[region.stint.length.last].part
    pointing = any(
        _points_back(hearing.words, at) or ("HERE" in hearing.words[at] and hearing.scopes[at].part == own)
        for at in region.places
    )
    before = range(region.first - 1, -1, -1) if pointing else ()
    told = (at for at in before if place_at(hearing, at) is not None and not _comes_from(hearing, at, region))
    return next((place_at(hearing, at) for at in told), None)


def _comes_from(hearing: Hearing, at: int, region: _Region) -> bool:
    """Whether "here" is not the place: it is where somebody comes from."""
    return is_origin(hearing, at) and any("HERE" in hearing.words[place] for place in region.places)


def _points_back(words: Sequence[Word], at: int) -> bool:
    """Whether a word is "there" or "where"; not "there are two children"."""
    is_so = "THERE" in words[at] and not any("BE" in word for word in words[at + 1 : at + 2])
    return is_so or "WHERE" in words[at]


def _comes_from_abroad(hearing: Hearing, region: _Region) -> bool:
    """ "Electrician from Nairobi, 8 years": a trade and its place abroad, and no word of Canada or of where
    somebody is now."""
    here = any(
        "HERE" in word and (before is None or before.kinds)  # "Fatima ici" gives a name
        for before, word in pairwise((None, *hearing.words))
        if word is not None
    )
    return not here and hearing.kinds.isdisjoint(_NEARER) and any(_within(hearing, "comes_from", region))


_NEARER = frozenset({"CANADA", "QUEBEC", "PROVINCE", "CANADIAN_CITY", "CANADIAN", "CANADIAN_SCHOOL"}) | {
    "LIVES",
    "BASED",
    "STUDENT_STATUS",
}
"""Kinds of words that may tell of another place of work than where somebody comes from."""


def _seats(hearing: Hearing, region: _Region) -> Mapping[int, bool]:
    """The words that tell where a company has its seat, and whether that is in Canada: "my Hyderabad
    company", "a firm in Berlin"."""
    found: dict[int, bool] = {}
    for match in _within(hearing, "seat", region):
        for at in (match.start(), match.end() - 1):
            word = hearing.words[at]
            if "CANADIAN" in word or "NATIONALITY" in word:
                found[at] = "CANADIAN" in word
            elif (place := place_at(hearing, at)) is not None:
                found[at] = place
    return found


def _sits(hearing: Hearing, region: _Region, seats: Mapping[int, bool]) -> bool | None:
    """Where a person is who works for a company that has its seat elsewhere: "I sit in Halifax and code for
    a firm in Berlin", "I work from Lagos for a Toronto startup"; None where no two places are told."""
    if not seats:
        return None
    told = [match.end() - 1 for match in _within(hearing, "sits", region) if match.end() - 1 not in seats]
    told = told or [at for at in region.places if at not in seats]
    return next((place for at in told if (place := place_at(hearing, at)) is not None), None)


def _works_from_canada(hearing: Hearing, region: _Region) -> bool:
    """Whether somebody in Canada works for a company abroad."""
    seats = _seats(hearing, region)
    return bool(_sits(hearing, region, seats)) and not any(seats.values())


def _leave(hearing: Hearing, region: _Region) -> float | None:
    """The weeks of leave inside a job; None where none are told."""
    told = [length for length in leaves(hearing) if region.first <= length.first <= region.last]
    if told:
        return float(sum(map(weeks, told)))
    for match in (*_within(hearing, "leave_for", region), *_within(hearing, "leave", region)):
        return float(hearing.value(match, "n", "NUM"))
    return None


def _same_person(hearing: Hearing, one: _Region, other: _Region) -> bool:
    return hearing.scopes[one.stint.length.last].person == hearing.scopes[other.stint.length.last].person


def _own(hearing: Hearing, title: tuple[int, int], region: _Region) -> bool:
    return hearing.scopes[title[0]].person == hearing.scopes[region.stint.length.last].person


def _continue(hearing: Hearing, before: dict[str, Any], region: _Region, job: dict[str, Any]) -> None:
    """A job goes on from the one before: "… then 40 hours a week", "… before that tester there"."""
    if "title" not in job and "title" in before and not _has_another_title(hearing, region):
        job["title"] = before["title"]
    if (
        "in_canada" in before
        and "in_canada" not in job
        and (_follows(hearing, region) or _has(hearing, region, "THERE"))
    ):
        job["in_canada"] = before["in_canada"]


def _has_another_title(hearing: Hearing, region: _Region) -> bool:
    """Whether words stand before the length that may be a title that no list knows: "before, in Algeria bank
    executive for 6 years"."""
    told = pairwise(hearing.words[max(0, region.first - 1) : region.stint.length.first])
    return any(
        not word.kinds
        and word.text.isalpha()
        and len(word.text) > _SHORTEST_TITLE
        and hearing.text[word.start].islower()
        and "WITH" not in before
        for before, word in told
    )


_SHORTEST_TITLE = 3
"""Letters of a word that is no title of its own."""


def _follows(hearing: Hearing, region: _Region) -> bool:
    return any("THEN" in word for word in hearing.words[max(0, region.first - 2) : region.first + 2])


def _is_placed_in_part(told: Sequence[dict[str, Any]]) -> bool:
    """Whether the place of some is told and of some is not: then each is a job, and the place is asked."""
    return len({"in_canada" in job for job in told}) > 1


def _tells_how(hearing: Hearing, at: int) -> bool:
    """Whether a word says on whose account somebody worked, or that they did not."""
    return "SELF_EMPLOYED" in hearing.words[at] or "LEAVE" in hearing.words[at]


def _facts(hearing: Hearing) -> Iterator[tuple[_Region, Fact]]:
    told = _jobs(hearing)
    for region, job in told:
        seats = _seats(hearing, region)
        beside = (other for place, other in told if _same_person(hearing, place, region))
        others = list(beside)
        bare = not any(other.keys() - _BARE for other in others) and not _is_placed_in_part(others)
        if bare and _sits(hearing, region, seats) is None:
            continue
        length = region.stint.length
        if is_internship(hearing, length) and "paid" not in job:
            continue
        title = title_within(hearing, region.first, region.last, length.last) or (length.first, length.last)
        how = max((at for at in region.places if _tells_how(hearing, at)), default=length.last)
        first, last = min(length.first, title[0]), max(length.last, region.stint.last, title[1], how)
        value = {name: job[name] for name in _ORDER if name in job}
        part_time = _has(hearing, region, "PARTTIME") and not job.keys() & {"hours_per_week", "share"}
        part_time = part_time and "paid" not in job
        sure = region.stint.sure or "paid" in job or (_has(hearing, region, "PARTTIME") and not part_time)
        for fact in hearing.facts("job", value, first, last, sure=sure and not part_time):
            yield region, fact
