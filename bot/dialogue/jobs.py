"""Jobs that are told one by one: which earlier one a message is about, and which occupation a title means.

A job is an entry of the profile's ``jobs``, with what was told of it. Told again it is told more of; "also"
adds another one, "no, I mean" puts it in the place of one, and it can be taken back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.dialogue.told import JOBS
from bot.facts import Mode
from express_entry.days import first_day, last_day, read_when
from express_entry.occupations.search import SURE, is_in_titles, is_title, question, search
from express_entry.occupations.title_index import fold
from express_entry.parameters import parameters
from express_entry.points import Because
from express_entry.profile import ProfileError, parse_profile
from express_entry.vocabulary import ENGLISH, FRENCH
from express_entry.work import skilled

Job = Mapping[str, Any]
Jobs = Sequence[Job]

YEARS = {"canadian_work_years": True, "foreign_work_years": False}
"""Plain years of work, and whether that work was in Canada."""
_DATES, LENGTH = ("start", "end"), "years"
PART, SHARE = "part", "share"
"""What a message tells of a job beside its fields: that it is part of one, and its share of full time."""
PLACES, APART = "places", "apart"
"""The question where several jobs were, and the answer that it was not one place."""
_DAYS_A_YEAR = 365.25
_ABOUT = 0.5
"""Years by which a length and dates may differ that tell the same."""


def problems(job: Job) -> tuple[Because, ...]:
    """What is impossible about a job: an end before its start."""
    try:
        parse_profile({JOBS: [job]}, draft=True)
    except ProfileError as error:
        return tuple(problem.because for problem in error.problems)
    return ()


def nameless(jobs: Jobs) -> int | None:
    """The job told last of which no title is known."""
    return next((at for at in reversed(range(len(jobs))) if "title" not in jobs[at]), None)


def has_time(job: Job) -> bool:
    """Whether dates or a length were told: without them a job counts nothing yet."""
    return any(job.get(name) is not None for name in ("start", LENGTH))


def is_longer(job: Job, today: date) -> bool:
    """Whether a job is longer than the years that are asked about, so that it does not only answer that: of a
    career of 20 years nobody says where it was."""
    years = job.get(LENGTH) or (_span({"end": today.isoformat(), **_held(job)}) if "start" in job else 0)
    return bool(years > parameters().figure("work_window", today))


def _held(job: Job) -> Job:
    return {name: value for name, value in job.items() if value is not None}


def retold(jobs: Jobs, job: Job, mode: Mode, before: int) -> list[Job]:
    """The jobs after ``job`` was told; the first ``before`` of them were told in earlier messages."""
    if mode == "take_back":
        at = _meant(jobs, job)
    elif mode == "replace":
        at = _meant(jobs, job)
        at = len(jobs) - 1 if at is None and jobs and "paid" not in job else at
    else:
        later = (place for place in reversed(range(len(jobs))) if mode == "tell")
        at = next((place for place in later if _same(jobs[place], job, place >= before)), None)
    if at is None:
        return list(jobs) if mode == "take_back" else [*jobs, dict(job)]
    instead = [] if mode == "take_back" else [merged(jobs[at], job, right=mode == "replace")]
    return [*jobs[:at], *instead, *jobs[at + 1 :]]


def in_parts(before: Jobs, now: Jobs) -> list[Job] | None:
    """The jobs after parts of one told before were told: "8 of them self-employed, 12 on payroll".

    ``now`` are the jobs of the message; None where they are no parts of one.
    """
    untitled = all(
        ("title" not in job or job.get(PART)) and "start" not in job and LENGTH in job for job in now
    )
    if not now or not untitled:
        return None
    total, said = sum(job[LENGTH] for job in now), any(job.get(PART) for job in now)
    for at in reversed(range(len(before))):
        whole = before[at]
        left = whole.get(LENGTH, 0) - total
        if LENGTH not in whole or "start" in whole or any(_differ(whole, job, "in_canada") for job in now):
            continue
        if (left == 0 and len(now) > 1) or (said and left > 0):
            parts = [_part_of(whole, job) for job in now]
            rest = [{**whole, LENGTH: left}] if left else []
            return [*before[:at], *parts, *rest, *before[at + 1 :]]
    return None


def _part_of(whole: Job, job: Job) -> Job:
    """A part of a job, which has what was told of the whole; another position is another occupation."""
    known = {name: whole[name] for name in whole if name != "noc" or not _titles_differ(whole, job)}
    return {**known, **{name: job[name] for name in job if name != PART}}


def split(jobs: Jobs, parts: Jobs, total: float | None) -> list[Job] | None:
    """The jobs after it was told of which places the work told last was: parts that add up to a ``total``, or
    a part of a longer one. None where they are no parts of it."""
    titled = [job.get("title") for job in jobs[-1:]]
    group = [at for at, job in enumerate(jobs) if LENGTH in job and [job.get("title")] == titled]
    if not group:
        return None
    others = [job for at, job in enumerate(jobs) if at not in group]
    last = jobs[group[-1]]
    said = sum(part[LENGTH] for part in parts)
    if total is not None:
        return [*others, *({**last, **part} for part in parts)]
    left = last[LENGTH] - said
    if left <= 0:
        return None
    return [
        *jobs[: group[-1]],
        {**last, LENGTH: left},
        *({**last, **part} for part in parts),
        *jobs[group[-1] + 1 :],
    ]


def hours_of(share: float) -> tuple[float, ...]:
    """The hours a week that a share of full time may be, the fewest first; 0: only told to be less."""
    if not share:
        return _PART_TIME
    return tuple(sorted({round(share * full) for full in _FULL_WEEKS}))


_FULL_WEEKS = (35, 37.5, 40)
"""Hours of a full week of work, as contracts have them."""
_PART_TIME = (15, 20, 24)


def placed(jobs: Jobs, in_canada: bool) -> list[Job]:
    """The jobs, with the place for those of which it was not told."""
    return [{**job, "in_canada": in_canada} if is_placeless(job) else job for job in jobs]


def at_home(job: Job, in_canada: bool) -> Job:
    """A job, with its place where that was not told and somebody lives there: abroad whatever it was, in
    Canada where it goes on."""
    goes_on = "start" in job and job.get("end") is None
    return {**job, "in_canada": in_canada} if is_placeless(job) and (goes_on or not in_canada) else job


def is_placeless(job: Job) -> bool:
    """Whether its place was not told."""
    return "in_canada" not in job and has_time(job)


def place_decides(job: Job) -> bool:
    """Whether its place was not told and decides: unskilled work counts nowhere."""
    return is_placeless(job) and skilled(job.get("noc"))


def merged(known: Job, job: Job, right: bool = False) -> Job:
    """A job of which more was told, or something else than before: what no longer fits it goes. How long one
    that goes on has lasted only tells its start again, unless that is put ``right``."""
    left = dict(known)
    if _titles_differ(known, job):
        left.pop("noc", None)
    if "start" in job:
        for name in (*_DATES, LENGTH):
            left.pop(name, None)
    elif LENGTH in job and "start" in known:
        goes_on = "end" in known and known["end"] is None
        if (goes_on and not right) or abs(_span(known) - job[LENGTH]) <= _ABOUT:
            job = {name: value for name, value in job.items() if name != LENGTH}
        else:
            left = {name: value for name, value in left.items() if name not in _DATES}
    return {**left, **job}


def _span(job: Job) -> float:
    """The years from its start to its end; to its start plus nothing where it goes on."""
    start, end = first_day(read_when(job["start"])), job.get("end")
    return ((last_day(read_when(end)) - start).days if end else 0) / _DAYS_A_YEAR


def told_once(jobs: Jobs, today: date) -> list[Job]:
    """The jobs without a length that only tells again how long one with dates has lasted: "cook for 2 years"
    and "cook since August 2024", both in Canada, are one job."""
    dated = [job for job in jobs if "start" in job]
    return [
        job for job in jobs if "start" in job or not any(_is_told_again(job, other, today) for other in dated)
    ]


def _is_told_again(job: Job, dated: Job, today: date) -> bool:
    alike = "title" in job and "title" in dated and _same_words(job["title"], dated["title"])
    placed = job.get("in_canada") is not None and job.get("in_canada") == dated.get("in_canada")
    if not (alike and placed and job.get(LENGTH)):
        return False
    lasted = _span({"end": today.isoformat(), **_held(dated)})
    return bool(abs(lasted - job[LENGTH]) < 1)


def _same(known: Job, job: Job, same_message: bool) -> bool:
    """Whether a job that is told is one that was told before.

    In the same message a second length or a second date is a second job; in a later one it is a correction
    where the title is the same, unless the times lie apart.
    """
    if _titles_differ(known, job) or _differ(known, job, "in_canada"):
        return False
    both_timed = has_time(known) and has_time(job)
    if "title" in known and "title" in job:
        return not (both_timed and (same_message or _apart(known, job)))
    return not both_timed and not same_message


def is_another(known: Job, job: Job) -> bool:
    """Whether a title is another one than that of a job that is known."""
    return _titles_differ(known, job)


def _titles_differ(known: Job, job: Job) -> bool:
    return "title" in known and "title" in job and fold(known["title"]) != fold(job["title"])


def _differ(known: Job, job: Job, name: str) -> bool:
    return name in known and name in job and known[name] != job[name]


def _apart(known: Job, job: Job) -> bool:
    """Whether both have dates, and one ends before the other begins."""
    if "start" not in known or "start" not in job:
        return False
    one, other = sorted((known, job), key=lambda each: first_day(read_when(each["start"])))
    end = one.get("end")
    return end is not None and last_day(read_when(end)) < first_day(read_when(other["start"]))


def _meant(jobs: Jobs, job: Job) -> int | None:
    """The job that a correction is about: of the same title, else of the same place; the last of several."""
    places = list(reversed(range(len(jobs))))
    if LENGTH in job and "title" not in job:
        as_long = [at for at in places if jobs[at].get(LENGTH) == job[LENGTH]]
        if as_long or "paid" in job:
            return next(iter(as_long), None)
    if "title" in job:
        titled = [at for at in places if "title" in jobs[at] and not _titles_differ(jobs[at], job)]
        if titled:
            return titled[0]
        return next((at for at in places if "title" not in jobs[at]), None)
    if "in_canada" in job:
        return next((at for at in places if jobs[at].get("in_canada") is job["in_canada"]), None)
    return places[0] if len(places) == 1 or (places and job) else None


ALL = "all"
"""Which of several jobs is meant where each of them is."""


def with_detail(jobs: Jobs, said: Mapping[str, Any]) -> list[int]:
    """The jobs that may be meant where more is told of one: by its number or its place; one that goes on
    where its end is told, one that is long enough where leave is."""
    now, which = said["now"], said.get("which")
    places = list(range(len(jobs)))
    if "end" in now:
        places = [at for at in places if "start" in jobs[at] and jobs[at].get("end") is None]
    if "leave_weeks" in now:
        places = [at for at in places if _is_longer_than(jobs[at], now["leave_weeks"])]
    if "in_canada" in said:
        places = [at for at in places if jobs[at].get("in_canada", said["in_canada"]) is said["in_canada"]]
    if which is None or which == ALL:
        return places
    if which == -1:
        return places[-1:]
    return [which] if which in places else []


def _is_longer_than(job: Job, weeks: float) -> bool:
    """Whether a job that was told with its length may have had so many weeks of leave."""
    years = job.get(LENGTH) or (_span(job) if job.get("end") else None)
    return years is None or years * _WEEKS_A_YEAR > weeks


_WEEKS_A_YEAR = 52


def corrected(jobs: Jobs, said: Mapping[str, Any], lang: str, today: date) -> int | None:
    """The job that a correction is about: by its number, by the title that it had, else one of a title that
    shares a word with the right one, else the one told last; None where none of them is meant."""
    if "which" in said:
        return range(len(jobs))[said["which"]] if -len(jobs) <= said["which"] < len(jobs) else None
    places = list(reversed(range(len(jobs))))
    if "was" in said:
        meant = with_occupation({"title": said["was"]}, lang, today)[0].get("noc", "")
        titled = [at for at in places if _same_words(str(jobs[at].get("title", "")), said["was"])]
        titled += [at for at in places if meant and jobs[at].get("noc") == meant]
        alone = places if len(places) == 1 and not said.get("gone") else []
        return next(iter((*titled, *alone)), None)
    right = {*fold(said["now"]["title"]).split()}
    alike = [at for at in places if right & {*fold(str(jobs[at].get("title", ""))).split()}]
    return next(iter((*alike, *places)), None)


def _same_words(title: str, other: str) -> bool:
    """Whether two titles are the same, or one is a part of the other."""
    one, two = {*fold(title).split()}, {*fold(other).split()}
    return bool(one and two) and (one <= two or two <= one)


def of_years(jobs: Jobs, years: float, in_canada: bool, before: int) -> list[list[Job]]:
    """What the jobs may be when plain years of work are told beside them ("3 years in Canada"); the likeliest
    first. They tell the time of a job of that place that has none yet, or of another job; or they correct one
    of the first ``before``, told in earlier messages: what is told twice in one message is two jobs."""
    here = [at for at, job in enumerate(jobs) if job.get("in_canada") in (in_canada, None)]
    timeless = [at for at in here if not has_time(jobs[at])]
    entry: Job = {LENGTH: years, "in_canada": in_canada}
    if timeless:
        return [_with(jobs, timeless[-1], entry)]
    if not here or any(at >= before for at in here):
        return [[*jobs, entry]]
    if len(here) == 1:
        return [_with(jobs, here[0], entry)]
    others = [job for at, job in enumerate(jobs) if at not in here]
    return [[*jobs, entry], [*others, entry]]


def _with(jobs: Jobs, at: int, more: Job) -> list[Job]:
    return [*jobs[:at], merged(jobs[at], more), *jobs[at + 1 :]]


def _language_of(title: str, lang: str) -> str:
    """The language of a title: that of the conversation, unless only the other has it ("cook" in French)."""
    other = FRENCH if lang == ENGLISH else ENGLISH
    known = any(is_in_titles(word, lang) for word in title.split())
    return other if is_title(title, other) and not known else lang


def closest(codes: Sequence[str], words: str, title: str, lang: str) -> str | None:
    """Which of several occupations of a ``title`` the ``words`` mean that were said to it; None where they
    single out none of them."""
    joined = f"{words} {title}" if lang == ENGLISH else f"{title} {words}"
    for text in (words, joined) if title else (words,):
        found = search(text, _language_of(text, lang), limit=_LOOKED_AT)
        likely = [match for match in found if match.code in codes]
        others = sum(match.confidence for match in likely[1:])
        if likely and likely[0] == found[0] and likely[0].confidence >= max(_LIKELY, _AHEAD * others):
            return likely[0].code
    return None


_LOOKED_AT, _LIKELY, _AHEAD = 10, 0.4, 3
"""Of an answer to "which of these?": occupations that are looked at, how likely one of them must be, and how
many times as likely as the others together."""


def with_occupation(job: Job, lang: str, on: date) -> tuple[Job, tuple[str, ...]]:
    """A job with the occupation that its title means, or what it may mean where that must be asked.

    What is sure is taken. Of several that may be meant none has to be asked where all are unskilled, for then
    the work counts nothing either way.
    """
    if "noc" in job or "title" not in job:
        return job, ()
    lang = _language_of(job["title"], lang)
    matches = search(job["title"], lang, on=on)
    if not matches:
        return job, ()
    codes = tuple(option.code for option in question(matches, lang)) or (matches[0].code,)
    if matches[0].confidence >= SURE or not any(map(skilled, codes)):
        return {**job, "noc": codes[0]}, ()
    return job, codes
