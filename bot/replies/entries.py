"""What was told entry by entry, in words: a job with its time, place and occupation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.replies import Words
from express_entry.days import Period, read_when
from express_entry.work import skilled, teer

_TOLD_OF_A_JOB = ("self_employed", "full_time_student", "remote_for_employer_abroad")
"""What is said of a job only where it was told to be so."""


def job_value(say: Words, job: Mapping[str, Any]) -> str:
    """A job in a line: "baker since February 2024 in Canada, 20 hours a week (NOC 63202)"."""
    line = ", ".join(_of_job(say, job))
    if "noc" not in job:
        return line
    message = "job-noc" if skilled(job["noc"]) else "job-noc-unskilled"
    return say(message, job=line, code=job["noc"], teer=teer(job["noc"]))


def job_name(say: Words, job: Mapping[str, Any]) -> str:
    """What a job is called: its title, or just that it is work."""
    return str(job.get("title") or say("job-untitled"))


def diploma_value(say: Words, diploma: Mapping[str, Any]) -> str:
    """A diploma in a line: "a bachelor’s-level degree from outside Canada"."""
    parts = [str(diploma["title"])] if diploma.get("title") else []
    level = say("level", level=diploma["level"])
    if "in_canada" in diploma:
        level = say("diploma-in-canada" if diploma["in_canada"] else "diploma-abroad", level=level)
    parts.append(level)
    if diploma.get("completed") is False:
        parts.append(say("diploma-not-completed"))
    if diploma.get("eca_date"):
        parts.append(say("diploma-eca", date=read_when(diploma["eca_date"])))
    if "eca_date" in diploma and diploma["eca_date"] is None:
        parts.append(say("diploma-not-assessed"))
    if "assessed_as" in diploma:
        alike = diploma["assessed_as"] == diploma["level"]
        level = say("level", level=diploma["assessed_as"])
        parts.append(say("diploma-assessed-so") if alike else say("diploma-assessed-as", level=level))
    return ", ".join(parts)


def level_name(say: Words, level: str) -> str:
    """What a level of education is called."""
    return say(f"choice-education-{level.replace('_', '-')}")


def child_value(say: Words, child: Mapping[str, Any]) -> str:
    """A child, with its age where that was told."""
    if "age" in child:
        return say("child-aged", age=child["age"])
    if "birth_date" in child:
        return say("child-born", date=read_when(child["birth_date"]))
    return say("child")


def children_values(say: Words, children: Sequence[Mapping[str, Any]]) -> list[str]:
    """Children as they are spoken of: each with its age, and those without one together, by their number."""
    aged = [child for child in children if {"age", "birth_date"} & child.keys()]
    ageless = len(children) - len(aged)
    message = "children-more" if aged else "children"
    return [*(child_value(say, child) for child in aged), *([say(message, count=ageless)] if ageless else [])]


def _of_job(say: Words, job: Mapping[str, Any]) -> Iterator[str]:
    yield " ".join((job_name(say, job), *_when_and_where(say, job)))
    if "hours_per_week" in job:
        yield say("job-hours", hours=job["hours_per_week"])
    for name in _TOLD_OF_A_JOB:
        if job.get(name):
            yield say(f"job-{name.replace('_', '-')}")
    if job.get("paid") is False:
        yield say("job-unpaid")
    if job.get("leave_weeks"):
        yield say("job-leave", weeks=job["leave_weeks"])


def _when_and_where(say: Words, job: Mapping[str, Any]) -> Iterator[str]:
    if "start" in job:
        edges = {"start": "from", "end": "to"} if job.get("end") else {"start": "since"}
        for name, edge in edges.items():
            day = read_when(job[name])
            yield say(f"job-{edge}-{'part' if isinstance(day, Period) else 'day'}", date=day)
    elif "years" in job:
        yield say("job-for", time=time_value(say, job["years"]))
    if "in_canada" in job:
        yield place(say, job["in_canada"])


def time_value(say: Words, years: float) -> str:
    """A time as it is spoken of: 1.17 years as "14 months", 2.25 as "2 years and 3 months"."""
    whole, months = divmod(round(years * _MONTHS), _MONTHS)
    if not months:
        return say("value-years", years=whole)
    if whole < _SPOKEN_OF_IN_YEARS:
        return say("value-months", months=whole * _MONTHS + months)
    return say("value-years-and-months", time=say("value-years", years=whole), months=months)


_MONTHS = 12
_SPOKEN_OF_IN_YEARS = 2
"""From so many years on months are told beside years."""


def place(say: Words, in_canada: bool) -> str:
    """Where something was."""
    return say("place-in-canada" if in_canada else "place-abroad")


def changes(before: Sequence[Any], after: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    """The entries that are new or told anew, and those that are gone or were something else.

    An entry of which only more was told is not gone.
    """
    new = [entry for entry in after if entry not in before]
    lost = [entry for entry in before if entry not in after]
    return new, [entry for entry in lost if not any(entry.items() <= other.items() for other in new)]
