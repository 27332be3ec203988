"""A number, a date, a place or a job that is put right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.dialogue import jobs
from bot.dialogue.questions import Question
from bot.dialogue.reading.ground import OWN_FACTS, YOUNGEST, Ground, number_told, settle, wholes
from bot.dialogue.reading.language import read_test, rename_test
from bot.dialogue.reading.on_question import read_generic
from bot.dialogue.reading.people import hand_over
from bot.dialogue.reading.taking_back import TAKEN_BACK
from bot.dialogue.reading.work import read_occupation
from bot.dialogue.state import Doubt
from bot.dialogue.told import CHILDREN, CREDENTIALS, JOBS, PARTNER, PARTNER_TEST, SELF, TEST_PATHS, Told
from bot.facts import Fact
from express_entry.occupations.title_index import fold


def read_correction(fact: Fact, ground: Ground) -> None:
    """ "No 32", "in May, not June": that of the facts told which such a value can put right. A question on
    the table that takes it is answered instead, unless the message names what was wrong."""
    said = fact.value if isinstance(fact.value, Mapping) else {"numbers": (fact.value,)}
    before = repr(ground.reading)
    if "renamed" in said:
        named = replace(fact, field="language_test", value={"test": said["renamed"]})
        if not rename_test(named, ground):
            read_test(named, ground)
    elif "whose" in said:
        hand_over(ground)
    elif "no_title" in said:
        _untitle(said["no_title"], ground)
    elif "undone" in said:
        _undo_work(ground)
    elif "date" in said:
        _put_right_date(said, ground)
    elif "numbers" in said:
        _put_right_number(said, fact, ground)
    elif "canada" in said and not ground.reading.told_something:
        _put_right_place(said, fact, ground)
    if before == repr(ground.reading):
        ground.reading.unused.append(fact)


def read_job_correction(fact: Fact, ground: Ground) -> None:
    """ "I was a baker, not a cook", "the second job was in Toronto": the job that is meant is another one
    now, or goes; where no job was told, an occupation is told."""
    said, path = fact.value, (PARTNER if fact.person == "partner" else SELF) + JOBS
    entries = ground.before(path)
    if said.get("detail"):
        _tell_more(said, path, ground)
        return
    at = jobs.corrected(entries, said, ground.lang, ground.today)
    if at is not None and said.get("gone"):
        rest = [*entries[:at], *entries[at + 1 :]]
        ground.reading.answers |= {path: rest} if rest else {}
        ground.reading.withdrawn |= set() if rest else {path}
    elif at is not None:
        ground.reading.answers[path] = [
            *entries[:at],
            dict(jobs.merged(entries[at], said["now"])),
            *entries[at + 1 :],
        ]
    elif not entries and "title" in said.get("now", {}):
        read_occupation(replace(fact, value=said["now"]["title"], mode="tell"), _without_noc(ground))


def _tell_more(said: Mapping[str, Any], path: str, ground: Ground) -> None:
    """ "I was on leave for a year from the second one", "both part time": more is known of the jobs that are
    meant; of several that may be meant it is asked which. What fits none of them is not understood."""
    entries = ground.before(path)
    meant = jobs.with_detail(entries, said)
    told, share = {name: value for name, value in said["now"].items() if name != jobs.SHARE}, None
    if jobs.SHARE in said["now"]:
        share = jobs.hours_of(said["now"][jobs.SHARE])
        told["hours_per_week"] = share[0]
    more = [{**job, **told} for job in entries]
    if not meant or any(jobs.problems(more[at]) for at in meant):
        ground.reading.unused.append(Fact("job_correction", said, "self", 0, 0, True))
    elif len(meant) == 1 or said.get("which") == jobs.ALL:
        ground.reading.answers[path] = [more[at] if at in meant else job for at, job in enumerate(entries)]
        if share is not None:
            doubts = (Doubt(path=f"{path}.{at}.hours_per_week", readings=share) for at in meant)
            ground.reading.doubts += doubts
    else:
        either = tuple([*entries[:at], more[at], *entries[at + 1 :]] for at in meant)
        ground.reading.doubts.append(Doubt(path=path, readings=either))


def _without_noc(ground: Ground) -> Ground:
    return replace(ground, told={path: value for path, value in ground.told.items() if path != "noc"})


def _untitle(name: str, ground: Ground) -> None:
    """ "Cork isn't a job, it's a city": a job of that title keeps its time and place without it; one that
    has nothing else goes."""
    for path in (JOBS, PARTNER + JOBS):
        entries = ground.entries(path)
        named = [job for job in entries if name in str(job.get("title", "")).casefold()]
        rest = [
            {part: value for part, value in job.items() if part not in ("title", "noc")}
            if job in named
            else job
            for job in entries
        ]
        rest = [job for job in rest if job.keys() & {"start", "years"}]
        if named and rest:
            ground.reading.answers[path] = rest
        elif named:
            ground.reading.withdrawn.add(path)


def _undo_work(ground: Ground) -> None:
    """ "That wasn't work, I was only visiting": the time told last goes; a title was meant as work."""
    for path in ground.last:
        name = path.rpartition(".")[2]
        if name not in (JOBS, *jobs.YEARS) or ground.told.get(path) is None:
            continue
        *rest, latest = ground.entries(path) if name == JOBS else [{}]
        if "title" in latest:
            continue
        if rest:
            ground.reading.answers[path] = rest
        else:
            ground.reading.withdrawn.add(path)


def _put_right_number(said: Mapping[str, Any], fact: Fact, ground: Ground) -> None:
    numbers, thing, asked = [*said.get("wrong", ()), *said["numbers"]], said.get("thing"), ground.asked
    known = {path: number_told(path, ground.told) for path in _correctable(said, fact, ground)}
    named = {path: value for path, value in known.items() if value is not None and value in numbers}
    if not named and len(numbers) > 1:
        everywhere = {path: number_told(path, ground.told) for path in ground.told}
        named = {path: value for path, value in everywhere.items() if value is not None and value in numbers}
    right = [number for number in numbers if number not in named.values()]
    if not named:
        if ground.reading.told_something:
            return
        right = list(said["numbers"])
        if _takes_numbers(asked) and asked is not None and thing is None and len(right) == 1:
            read_generic(replace(fact, field="number", value=right[0]), ground)
            return
        if len(right) > 1 or "wrong" in said:
            return
    paths = list(named) or [path for path, value in known.items() if value is not None]
    if thing in OWN_FACTS and not named and len(right) == 1:
        settle(thing, replace(fact, value=right[0]), ground.reading)
    elif len(right) == 1:
        paths = paths if len(paths) == 1 else [path for path in paths if _may_be(path, right[0])]
        if len(paths) == 1:
            _put_right(paths[0], {"years": right[0]}, right[0], fact, ground)
    elif not right and "canada" in said:
        for path in [path for path in named if path.rpartition(".")[2] == JOBS]:
            _put_right(path, {"in_canada": said["canada"]}, None, fact, ground)


def _correctable(said: Mapping[str, Any], fact: Fact, ground: Ground) -> Sequence[str]:
    """The paths that a correction may be about: what was told last, of the partner where one is named, and
    of the thing that it names."""
    thing = said.get("thing")
    paths = list(ground.last)
    if thing is not None:
        of = (thing, *TAKEN_BACK.get(thing, ()))
        about = [path for path in ground.told if path.rpartition(".")[2] in of]
        paths = [path for path in paths if path in about] or about or ([] if thing in OWN_FACTS else paths)
    if fact.person == "partner":
        paths = [path for path in paths if path.startswith(PARTNER)] or paths
    return paths


def _put_right_place(said: Mapping[str, Any], fact: Fact, ground: Ground) -> None:
    """ "It was in Canada, not abroad": the place of the jobs or diplomas told last."""
    paths = [
        path
        for path in _correctable(said, fact, ground)
        if path.rpartition(".")[2] in (JOBS, CREDENTIALS, *jobs.YEARS, "education_country_is_canada")
        and ground.told.get(path) is not None
    ]
    in_canada = bool(said["canada"])
    if "title" in said:
        _put_right_titled(said["title"], in_canada, ground)
        return
    if len(paths) != 1:
        return
    path = paths[0]
    prefix, name = (PARTNER if path.startswith(PARTNER) else SELF), path.rpartition(".")[2]
    if name in jobs.YEARS:
        there = next(each for each, here in jobs.YEARS.items() if here is in_canada)
        if there != name:
            ground.reading.answers[prefix + there] = ground.told[path]
            ground.reading.withdrawn.add(path)
    elif name in (JOBS, CREDENTIALS):
        _put_right(path, {"in_canada": in_canada}, None, fact, ground)
    else:
        ground.reading.answers[path] = in_canada


def _put_right_titled(title: str, in_canada: bool, ground: Ground) -> None:
    """ "The nurse job was in Dubai": the place of the last job of that title, or of that occupation; of
    another one than was told nothing is put right."""
    wanted, (meant, _) = fold(title), jobs.with_occupation({"title": title}, ground.lang, ground.today)
    for path in (JOBS, PARTNER + JOBS):
        entries = ground.entries(path)
        titles = [fold(str(job.get("title", ""))) for job in entries]
        same = [at for at, each in enumerate(titles) if each and (wanted in each or each in wanted)]
        same = same or [
            at for at, job in enumerate(entries) if "noc" in meant and job.get("noc") == meant["noc"]
        ]
        if same:
            at = same[-1]
            now = {**entries[at], "in_canada": in_canada}
            ground.reading.answers[path] = [*entries[:at], now, *entries[at + 1 :]]
            return


def _put_right_date(said: Mapping[str, Any], ground: Ground) -> None:
    """ "It was in May, not June": the day of a test or of an assessment that was told."""
    dated = {
        path: _day_told(path, ground.told)
        for path in (*TEST_PATHS, PARTNER_TEST, "eca_date", "birth_date", "spouse.birth_date")
        if ground.told.get(path)
    }
    if _put_right_job(said, ground) or said.get("edge"):
        return
    if said.get("thing") == "language_test":
        dated = {path: day for path, day in dated.items() if path in (*TEST_PATHS, PARTNER_TEST)}
    elif said.get("thing") in dated:
        dated = {said["thing"]: dated[said["thing"]]}
    wrong = f"-{said['month']:02}" if "month" in said else None
    named = [path for path, day in dated.items() if wrong and wrong in (day or "")[4:7]]
    paths = named or [path for path in dated if path in wholes(ground.last)] or list(dated)
    if len(paths) != 1:
        return
    path = paths[0]
    date = said["date"]
    if path in (*TEST_PATHS, PARTNER_TEST):
        ground.reading.answers[path] = {**ground.told[path], "date": date}
    else:
        ground.reading.answers[path] = date


def _put_right_job(said: Mapping[str, Any], ground: Ground) -> bool:
    """ "My first job ended in November, not December": the beginning or the end of the job that is meant."""
    edges = (said["edge"],) if "edge" in said else ("start", "end")
    if said.get("thing") not in (None, "work") or not ("edge" in said or "month" in said):
        return False
    meant = [
        (path, number, edge)
        for path in (JOBS, PARTNER + JOBS)
        for number, job in enumerate(ground.told.get(path) or ())
        for edge in edges
        if _may_mean(job, number, len(ground.told[path]), edge, said)
    ]
    if said.get("edge") == "end" and "wrong" not in said and "month" not in said:
        open_ones = [
            (path, number, edge) for path, number, edge in meant if _goes_on(ground.told[path][number])
        ]
        meant = open_ones or meant
    if len(meant) != 1:
        return False
    path, number, edge = meant[0]
    entries = ground.entries(path)
    right = str(said["date"])
    if said.get("yearless") and "month" in said:  # "in July, not June": of the year that was told
        right = f"{str(entries[number][edge])[:4]}{right[4:]}"
    job = {**entries[number], edge: right}
    job.pop(jobs.LENGTH, None)
    if problems := jobs.problems(job):
        ground.reading.problems += problems
    else:
        ground.reading.answers[path] = [*entries[:number], job, *entries[number + 1 :]]
    return True


def _may_mean(job: Mapping[str, Any], number: int, of: int, edge: str, said: Mapping[str, Any]) -> bool:
    """Whether a job, the ``number`` of ``of``, may be the one of which a date is put right."""
    told = str(job.get(edge) or "") or (edge == "end" and said.get("edge") == "end" and _goes_on(job))
    place = said.get("canada", job.get("in_canada")) == job.get("in_canada")
    which = said.get("which", number) % of == number
    month = "month" not in said or str(told)[5:7] == f"{said['month']:02}"
    return bool(told) and place and which and month


def _goes_on(job: Mapping[str, Any]) -> bool:
    """Whether a job was told with its beginning and no end."""
    return job.get("start") is not None and job.get("end") is None


def _day_told(path: str, told: Told) -> str | None:
    value = told.get(path)
    return value.get("date") if isinstance(value, Mapping) else value


def _takes_numbers(asked: Question | None) -> bool:
    return asked is not None and (asked.kind in ("number", "test", "date") or bool(asked.numbers))


def _may_be(path: str, number: float) -> bool:
    """Whether a number is likelier an age or a length of work."""
    return (number >= YOUNGEST) == path.endswith("age") or path == CHILDREN


def _put_right(path: str, part: Mapping[str, Any], number: float | None, fact: Fact, ground: Ground) -> None:
    if path == CHILDREN:
        ground.reading.answers[path] = [{"age": number}]
        return
    entries = ground.entries(path) if path.rpartition(".")[2] in (JOBS, CREDENTIALS) else []
    if entries:
        ground.reading.answers[path] = [*entries[:-1], {**entries[-1], **part}]
    else:
        settle(path, replace(fact, value=number), ground.reading)
