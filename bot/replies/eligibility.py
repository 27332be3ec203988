"""Eligibility in words: the answer first, then each program with what is met, not met and not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.replies import Argument, Words, words
from bot.replies.buttons import ELIGIBILITY, EVERYTHING, IMPROVE, TELL_MORE, buttons, payload
from bot.replies.describe import key
from bot.replies.reasons import pages, reason, reasons
from bot.replies.reply import Reply, Table, TableRow
from bot.replies.rounds import kind_name
from express_entry.categories import Category
from express_entry.derived import years_of
from express_entry.profile import Job
from express_entry.programs.requirements import Eligibility, Requirement
from express_entry.work import JobCount, hours_needed, scored_work

LISTED_JOBS = 8
"""How many jobs a message lists."""
LATER = {"outside_quebec": "condition-outside-quebec", "funds": "condition-funds"}
"""Requirements that a person decides or shows later; what was not told about them is a condition."""
IN_FULL = payload("ask_eligibility", value=EVERYTHING)
CATEGORIES = ("button-categories", "/ask_category")


def eligibility_reply(lang: str, programs: Sequence[Eligibility], everything: bool = False) -> Reply:
    """Whether the person may enter the pool: the answer, a line for each program, what is open.

    Args:
        lang: the person's language.
        programs: what was found for each program.
        everything: each requirement with its reason, and what of the work did not count.
    """
    say = words(lang)
    parts = [_headline(say, programs)]
    if everything:
        told: set[str] = set()
        parts += [_program(say, program, told) for program in programs]
        if uncounted := _uncounted(say, programs):
            parts.append("\n".join((say("eligibility-jobs"), *uncounted)))
        parts.append(say("eligibility-admissible"))
    else:
        parts.append("\n".join(_brief(say, program) for program in programs))
    open_still = any(each.met is None for program in programs for each in program.requirements)
    in_full = () if everything else (("button-every-requirement", IN_FULL),)
    choices = (*((TELL_MORE,) if open_still else ()), *in_full, IMPROVE, CATEGORIES)
    return Reply(
        "\n\n".join(parts),
        lang,
        buttons(lang, *choices),
        sources=pages(lang, (each.source for program in programs for each in program.requirements)),
    )


def program_reply(lang: str, program: Eligibility) -> Reply:
    """One program that was asked about by its name: whether it fits, with what is met, missing and open."""
    say = words(lang)
    parts = [] if program.eligible is False else [_headline(say, [program])]
    open_still = any(each.met is None for each in program.requirements)
    decided = program.eligible or _provided(program)
    shown = _brief(say, program).removeprefix("- ") if decided else _program(say, program, set())
    return Reply(
        "\n\n".join((*parts, shown)),
        lang,
        buttons(lang, *((TELL_MORE,) if open_still else ()), ELIGIBILITY, IMPROVE),
        sources=pages(lang, (each.source for each in program.requirements)),
    )


def so_far(missing: Reply, programs: Sequence[Eligibility]) -> Reply | None:
    """What can be said of the programs by the work told, before what is ``missing`` is asked for; None
    where that is nothing yet."""
    say = words(missing.lang)
    if all(each.eligible is False for each in programs):
        lines = "\n".join(_brief(say, each) for each in programs)
        return replace(missing, text=f"{say('eligibility-none')}\n\n{lines}")
    fitting = [each for each in programs if each.eligible is not False and _may_have_the_work(each)]
    if not fitting:
        return None
    only_there = [each for each in fitting if _needs_work_in_canada(each)]
    anywhere, there = (
        say.listing([say(f"program-{each.program}") for each in some])
        for some in ([each for each in fitting if each not in only_there], only_there)
    )
    parts = [say("eligibility-work-enough", programs=anywhere)] if anywhere else []
    parts += [say("eligibility-work-if-canada", programs=there)] if there else []
    return missing.after(" ".join(parts))


def _needs_work_in_canada(program: Eligibility) -> bool:
    """Whether a program counts work in Canada alone, and none there is told."""
    work = next((each for each in program.requirements if each.id == "experience"), None)
    if program.program != "cec" or work is None or work.met is not None:
        return False
    told = any(reason.args.get("hours") for reason in work.because if reason.id == "experience-in-canada")
    return not told or "jobs.in_canada" in work.missing


def _may_have_the_work(program: Eligibility) -> bool:
    """Whether the work that is told is enough, or may be once all of it is known; a trade has to be one."""
    met = {each.id: each.met for each in program.requirements}
    return met.get("experience") is not False and met.get("trade", True) is True


def grid_reply(lang: str, fsw: Eligibility) -> Reply:
    """The 67-point grid of the Federal Skilled Worker class as a table."""
    say, grid = words(lang), fsw.grid or {}
    points, needed = fsw.points or 0, fsw.pass_mark or 0
    rows = tuple(
        TableRow(say(f"grid-{key(name)}"), line.points, line.max, reasons(say, line.because))
        for name, line in grid.items()
    )
    total = TableRow(say("eligibility-sum"), points, sum(line.max for line in grid.values()))
    return Reply(
        say("eligibility-points", points=points, needed=needed),
        lang,
        buttons(lang, ELIGIBILITY, IMPROVE),
        table=Table(say("eligibility-grid-caption"), rows, total),
        sources=pages(lang, (line.source for line in grid.values())),
    )


def general_grid(lang: str, fsw: Eligibility) -> Reply:
    """What the 67-point grid is made of, for somebody of whom too little is known."""
    say, grid = words(lang), fsw.grid or {}
    lines = [
        say("points-grid-line", name=say(f"grid-{key(name)}"), points=line.max) for name, line in grid.items()
    ]
    most, needed = sum(line.max for line in grid.values()), fsw.pass_mark or 0
    return Reply(
        say("points-grid", needed=needed, most=most, lines=say.listing(lines)),
        lang,
        buttons(lang, TELL_MORE),
        sources=pages(lang, (line.source for line in grid.values())),
    )


def categories_reply(lang: str, categories: Sequence[Category]) -> Reply:
    """Which categories of rounds the person fits, and why."""
    say = words(lang)
    fitting = [each for each in categories if each.eligible]
    unknown = [each for each in categories if each.eligible is None]
    likely = [each for each in unknown if each.likely]
    open_ones = [each for each in unknown if not each.likely and not each.occupation_open]
    by_occupation = any(each.occupation_open for each in categories)
    parts = [fits(lang, categories)]
    shown = fitting + likely + open_ones
    if by_occupation:
        parts.append(say("categories-occupation"))
    if left := ([*likely, *open_ones] if fitting else open_ones):
        parts.append(say("categories-open", names=_names(lang, left)))
    if shown:
        parts.append("\n".join(because_of(lang, shown)))
    parts.append(say("categories-pool"))
    return Reply(
        "\n\n".join(parts),
        lang,
        buttons(lang, *((TELL_MORE,) if unknown else ()), ELIGIBILITY),
        sources=pages(lang, (each.source for each in categories)),
    )


def fits(lang: str, categories: Sequence[Category]) -> str:
    """Which categories fit, else which ones may, in a sentence."""
    fitting = [each for each in categories if each.eligible]
    likely = [each for each in categories if each.eligible is None and each.likely]
    head = "categories-likely" if likely and not fitting else "categories-headline"
    return words(lang)(head, count=len(fitting), names=_names(lang, fitting or likely))


def _names(lang: str, categories: Iterable[Category]) -> str:
    return ", ".join(kind_name(lang, each.id) for each in categories)


def work_reply(lang: str, jobs: Sequence[Job], on: date) -> Reply:
    """What a work history gives for the score: how much of each job counted, and what did not and why."""
    say = words(lang)
    if not jobs:
        return Reply(say("work-none-told"), lang, buttons(lang, TELL_MORE))
    canadian, foreign = scored_work(jobs, on)
    year = int(hours_needed(1, on))
    hours = {"canadian": int(canadian.hours), "foreign": int(foreign.hours)}
    counts = [
        here if here.job.in_canada else abroad
        for here, abroad in zip(canadian.jobs, foreign.jobs, strict=True)
    ]
    remarks = job_remarks(say, counts)
    counted = [
        say("work-job", job=_job(say, count), time=say("value-years", years=years_of(count.hours, on)))
        for count in counts
    ]
    parts = [
        say("work-headline", **{name: found // year for name, found in hours.items()}),
        "\n".join(_at_most(say, counted)),
        say("work-hours", **hours, year=year),
        "\n".join((say("eligibility-jobs"), *_at_most(say, remarks)))
        if remarks
        else say("work-everything-counts"),
    ]
    return Reply("\n\n".join(parts), lang, buttons(lang, ELIGIBILITY, IMPROVE))


def job_remarks(say: Words, counts: Iterable[JobCount]) -> list[str]:
    """What did not count of each job, a line for each that has something."""
    return [
        say("eligibility-job", job=_job(say, count), because=reasons(say, count.because))
        for count in counts
        if count.because
    ]


def _headline(say: Words, programs: Sequence[Eligibility]) -> str:
    """The best answer that there is: yes, yes as long as a condition holds, not known, or no."""
    for message, holds in (
        ("eligibility-one", lambda each: each.eligible),
        ("eligibility-provided", _provided),
        ("eligibility-open", lambda each: each.eligible is None),
    ):
        found = [each for each in programs if holds(each)]
        if found:
            names = say.listing([say(f"program-{each.program}") for each in found])
            conditions = say.listing(_conditions(say, found[0]))
            return say(message, programs=names, conditions=conditions)
    return say("eligibility-none")


def _provided(program: Eligibility) -> bool:
    """Whether nothing is open but what a person decides or shows later: where to live, the savings."""
    still = {each.id for each in program.requirements if not each.met}
    unmet = any(each.met is False for each in program.requirements)
    return bool(still) and not unmet and still <= LATER.keys()


def _conditions(say: Words, program: Eligibility) -> list[str]:
    """What a person still decides or shows, as parts of a sentence."""
    return [
        say(LATER[each.id], **_amount(each))
        for each in program.requirements
        if each.met is None and each.id in LATER
    ]


def _amount(requirement: Requirement) -> Mapping[str, Argument]:
    """The savings that are needed, where that is what the requirement is about."""
    return next((each.args for each in requirement.because if each.id == "funds-needed"), {})


def _brief(say: Words, program: Eligibility) -> str:
    """A program in one line: yes; no with what decides it; or what is open."""
    name = say(f"program-{program.program}")
    if program.eligible is False:
        deciding = next(each for each in program.requirements if each.met is False)
        line = say("eligibility-brief-no", program=name, because=reasons(say, deciding.because[:1]))
        change = [] if deciding.change is None else [reason(say, deciding.change)]
        return " ".join((line, *change, *_beside(say, program, deciding)))
    points = {"points": program.points or 0, "needed": program.pass_mark or 0}
    if program.eligible or _provided(program):
        return say(
            "eligibility-brief-grid" if program.points else "eligibility-brief-yes", program=name, **points
        )
    needs = [say(f"open-requirement-{key(each.id)}") for each in program.requirements if each.met is None]
    undecided = {each.id for each in program.requirements if each.met is None}
    counted = program.points and "pass_mark" in undecided
    message = "eligibility-brief-open-grid" if counted else "eligibility-brief-open"
    return say(message, program=name, needs=say.listing(needs), **points)


def _beside(say: Words, program: Eligibility, deciding: Requirement) -> Iterator[str]:
    """What else is missing or open beside what decides; without a trade nothing else matters."""
    if deciding.id == "trade":
        return
    others = [each for each in program.requirements if each is not deciding and each.id not in LATER]
    if missing := [_name(say, each) for each in others if each.met is False]:
        yield say("eligibility-also-missing", names=say.listing(missing))
    needs = [say(f"open-requirement-{key(each.id)}") for each in others if each.met is None]
    if needs:
        yield say("eligibility-also-open", needs=say.listing(needs))


def _program(say: Words, program: Eligibility, told: set[str]) -> str:
    """A program with its requirements. Without a trade nothing else of the trades class matters; reasons that
    were ``told`` before are not said again."""
    answer = {True: "eligibility-yes", False: "eligibility-no", None: "eligibility-not-known"}[
        program.eligible
    ]
    lines = [say(answer, program=say(f"program-{program.program}"))]
    requirements = [each for each in program.requirements if each.id == "trade" and each.met is False]
    requirements = requirements or list(program.requirements)
    met = [_name(say, each) for each in requirements if each.met]
    if met:
        lines.append(say("eligibility-met", names=", ".join(met)))
    lines += [_open(say, each, told) for each in requirements if each.met is False]
    lines += [_open(say, each, told) for each in requirements if each.met is None]
    return "\n".join(lines)


def _open(say: Words, requirement: Requirement, told: set[str]) -> str:
    message = "eligibility-not-met" if requirement.met is False else "eligibility-not-known-yet"
    because = reasons(say, requirement.because)
    if requirement.change is not None:
        because = f"{because} {reason(say, requirement.change)}"
    if because in told:
        because = say("eligibility-as-above")
    told.add(because)
    return say(message, name=_name(say, requirement), because=because)


def _name(say: Words, requirement: Requirement) -> str:
    return say(f"requirement-{key(requirement.id)}")


def _uncounted(say: Words, programs: Sequence[Eligibility]) -> list[str]:
    """What did not count of the work history for the programs that are not met, each remark once."""
    counts = [
        count
        for program in programs
        if not any(each.id == "trade" and each.met is False for each in program.requirements)
        for requirement in program.requirements
        if requirement.id == "experience" and requirement.met is not True
        for count in requirement.jobs
    ]
    return _at_most(say, list(dict.fromkeys(job_remarks(say, counts))))


def _at_most(say: Words, lines: list[str]) -> list[str]:
    """The first lines, and how many there are besides."""
    more = len(lines) - LISTED_JOBS
    return [*lines[:LISTED_JOBS], say("eligibility-jobs-more", more=more)] if more > 0 else lines


def _job(say: Words, count: JobCount) -> str:
    if count.job.title:
        return count.job.title
    if count.job.start is None:
        return say("eligibility-job-undated")
    return say("eligibility-job-nameless", date=count.job.start)


def because_of(lang: str, shown: Iterable[Category]) -> list[str]:
    """Why the person fits categories or not: those of which the same holds share a line."""
    say = words(lang)
    names: dict[str, list[str]] = {}
    for category in shown:
        names.setdefault(reasons(say, category.because), []).append(kind_name(lang, category.id))
    return [
        say("categories-because", name=", ".join(each), because=because) for because, each in names.items()
    ]
