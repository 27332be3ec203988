"""Jobs, occupations and years of work: told once each; a place or an occupation that decides is asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.dialogue import jobs
from bot.dialogue.questions import Question
from bot.dialogue.reading.ground import Ground, Reading, settle
from bot.dialogue.reading.plain import read_plain
from bot.dialogue.reading.studies import put_off
from bot.dialogue.state import Doubt
from bot.dialogue.told import JOBS, PARTNER, SELF, Told
from bot.facts import Fact
from express_entry.points import Because
from express_entry.work import skilled


def read_workplace(fact: Fact, ground: Ground) -> None:
    """ "The hospital is in Nigeria": the place of the job told last without one."""
    for path in (PARTNER + JOBS, JOBS) if ground.of_partner(fact) else (JOBS, PARTNER + JOBS):
        entries = ground.entries(path)
        open_ones = [at for at, job in enumerate(entries) if "in_canada" not in job]
        if open_ones:
            at = open_ones[-1]
            now = {**entries[at], "in_canada": bool(fact.value["canada"])}
            ground.reading.answers[path] = [*entries[:at], now, *entries[at + 1 :]]
            return


def read_parts(fact: Fact, ground: Ground) -> None:
    """ "Not all in Dubai, 5 years in Kerala before": the work told last in its parts, or plain years."""
    parts = fact.value["parts"]
    now = jobs.split(ground.before(JOBS), parts, fact.value.get("total"))
    if now is not None:
        ground.reading.answers[JOBS] = now
        return
    for name, in_canada in jobs.YEARS.items():
        if years := sum(part["years"] for part in parts if part["in_canada"] is in_canada):
            ground.reading.answers[name] = years


def read_job(fact: Fact, ground: Ground) -> None:
    """A job joins the list; to a question about work in a place it was there, unless told otherwise."""
    partner = ground.of_partner(fact)
    asked, prefix = ground.asked, PARTNER if partner else SELF
    job = {name: value for name, value in fact.value.items() if name not in (jobs.PART, jobs.SHARE)}
    if fact.value.get(jobs.SHARE) is not None:
        job["hours_per_week"] = jobs.hours_of(fact.value[jobs.SHARE])[0]
    name = asked.fact.removeprefix(prefix) if asked is not None and asked.fact.startswith(prefix) else ""
    if name in jobs.YEARS and not (jobs.YEARS[name] and jobs.is_longer(job, ground.today)):
        job.setdefault("in_canada", jobs.YEARS[name])
    problems = jobs.problems(job)
    if problems:
        ground.reading.problems += problems
        return
    path = prefix + JOBS
    if fact.of_either and not partner and fact.mode == "tell":
        put_off(path, job, ground)
        return
    ground.reading.answers[path] = jobs.retold(ground.entries(path), job, fact.mode, len(ground.before(path)))


def reconcile_parts(message_facts: Sequence[Fact], ground: Ground) -> None:
    """Jobs that are parts of one told before take its place."""
    told = [
        fact
        for fact in message_facts
        if fact.field == "job" and (fact.mode in ("tell", "add") or fact.value.get(jobs.PART))
    ]
    for prefix in (SELF, PARTNER):
        path = prefix + JOBS
        now = [fact.value for fact in told if ground.of_partner(fact) == (prefix == PARTNER)]
        if path in ground.reading.answers and (parted := jobs.in_parts(ground.before(path), now)):
            ground.reading.answers[path] = parted


def ask_hours(message_facts: Sequence[Fact], ground: Ground) -> None:
    """A share of full time is no number of hours: which it is is asked, and the fewest count until then."""
    for fact in message_facts:
        if fact.field != "job" or fact.value.get(jobs.SHARE) is None:
            continue
        path = (PARTNER if ground.of_partner(fact) else SELF) + JOBS
        hours = jobs.hours_of(fact.value[jobs.SHARE])
        entries = list(enumerate(ground.reading.answers.get(path) or ()))
        for number, job in reversed(entries):
            if job.get("hours_per_week") == hours[0] and job.get("title") == fact.value.get("title"):
                ground.reading.doubts.append(Doubt(path=f"{path}.{number}.hours_per_week", readings=hours))
                break


def read_occupation(fact: Fact, ground: Ground) -> None:
    """An occupation answers the question for one; else it is that of the work told, or of the person."""
    asked, partner = ground.asked, ground.of_partner(fact)
    if asked is not None and asked.kind == "occupation":
        ground.reading.notes.append(Because("occupation", {"title": str(fact.value)}))
        return
    prefix = PARTNER if partner else SELF
    path, reading = prefix + JOBS, ground.reading
    known = ground.entries(path)
    job = {"title": str(fact.value)}
    own = not {JOBS, "noc"}.isdisjoint({**ground.told, **reading.answers})
    if not fact.sure and not (partner and fact.named and own and not known):
        return  # behind the partner, and with one's own work told, it is theirs
    if fact.mode != "tell" and known:
        reading.answers[path] = jobs.retold(known, job, fact.mode, len(ground.before(path)))
    elif (nameless := jobs.nameless(known)) is not None:
        reading.answers[path] = [*known[:nameless], {**known[nameless], **job}, *known[nameless + 1 :]]
    elif not known and (years := _plain_years(prefix, ground.told)):
        reading.answers[path] = [{**job, **years}]
    elif asked is not None and asked.fact in (prefix + name for name in jobs.YEARS):
        there = {**job, "in_canada": jobs.YEARS[asked.fact.removeprefix(prefix)]}
        reading.answers[path] = jobs.retold(known, there, "tell", len(ground.before(path)))
    elif len(known) == 1 and jobs.is_another(known[0], job):
        reading.doubts.append(Doubt(path=path, readings=([jobs.merged(known[0], job)], [*known, job])))
    elif partner and not known:
        reading.answers[path] = [job]
    elif not (known or partner or "noc" in ground.told or "noc" in reading.answers):
        found, codes = jobs.with_occupation(job, ground.lang, ground.today)
        if "noc" in found:
            reading.answers["noc"] = found["noc"]
        elif codes:
            reading.doubts.append(Doubt(path="noc", readings=codes))


def _plain_years(prefix: str, told: Told) -> dict[str, Any]:
    """The one length of work that was told by years alone, as that of a job."""
    said = {name: told[prefix + name] for name in jobs.YEARS if told.get(prefix + name)}
    if len(said) != 1:
        return {}
    (name, years), *_ = said.items()
    return {"years": years, "in_canada": jobs.YEARS[name]}


def read_noc(fact: Fact, ground: Ground) -> None:
    """A code is that of the job told before it, or of the only one that has none yet; else the person's."""
    path = (PARTNER if ground.of_partner(fact) else SELF) + JOBS
    before, known = ground.before(path), ground.entries(path)
    codeless = [at for at, job in enumerate(known) if "noc" not in job]
    at = len(known) - 1 if len(known) > len(before) else codeless[0] if len(codeless) == 1 else None
    if at is None or not fact.sure:
        read_plain(fact, ground)
    else:
        ground.reading.answers[path] = [*known[:at], {**known[at], "noc": fact.value}, *known[at + 1 :]]


def reconcile_jobs(ground: Ground) -> None:
    """Where jobs are listed, plain years become one of them: what is told twice counts once."""
    told, reading = ground.told, ground.reading
    for prefix in (SELF, PARTNER):
        path = prefix + JOBS
        if path not in reading.answers and not ground.before(path):
            continue
        for name, in_canada in jobs.YEARS.items():
            _place_years(prefix + name, in_canada, path, ground)
        if reading.answers.get(path):
            _settle_jobs(path, ground)
        elif path in reading.answers:
            del reading.answers[path]
            reading.withdrawn |= {path} & told.keys()


def _place_years(name: str, in_canada: bool, path: str, ground: Ground) -> None:
    """Plain years, told now or before, as the time of a job or as a job of their own."""
    told, reading = ground.told, ground.reading
    known = ground.entries(path)
    if reading.answers.get(name) == 0:
        elsewhere: jobs.Jobs = [job for job in known if job.get("in_canada") is not in_canada]
        if in_canada:  # "no Canadian experience": what was told without a place was abroad
            elsewhere = jobs.placed(elsewhere, in_canada=False)
        if list(elsewhere) != list(known):
            reading.answers[path] = list(elsewhere)
    elif reading.answers.get(name):
        first, *others = jobs.of_years(known, reading.answers.pop(name), in_canada, len(ground.before(path)))
        if others:
            reading.doubts.append(Doubt(path=path, readings=(first, *others)))
        else:
            reading.answers[path] = first
    elif told.get(name) and path in reading.answers:
        here = [job for job in known if job.get("in_canada") is in_canada]
        if any(job.get(jobs.LENGTH) == told[name] for job in here):
            pass  # the years have just become those of this job
        elif here and not any(map(jobs.has_time, here)):
            reading.answers[path] = jobs.of_years(known, told[name], in_canada, len(known))[0]
        elif not here:
            reading.answers[path] = [{"years": told[name], "in_canada": in_canada}, *known]
        reading.withdrawn.add(name)


def _settle_jobs(path: str, ground: Ground) -> None:
    """Look up the occupation of each job that is new; what decides and was not told is asked."""
    before, listed = ground.before(path), ground.reading.answers[path]
    years = f"{path.removesuffix(JOBS)}canadian_work_years"
    if ground.told.get(years) == 0 and years not in ground.reading.answers:  # told before
        listed[:] = jobs.placed(listed, in_canada=False)
    places: list[Doubt] = []
    occupations: list[Doubt] = []
    for number, job in enumerate(listed):
        if number < len(before) and job == before[number]:
            continue
        listed[number], codes = jobs.with_occupation(job, ground.lang, ground.today)
        if codes and (jobs.has_time(job) or not path.startswith(PARTNER)):
            occupations.append(Doubt(path=f"{path}.{number}.noc", readings=codes))
        if jobs.place_decides(listed[number]):
            places.append(Doubt(path=f"{path}.{number}.in_canada", readings=(True, False)))
    if len(places) > 1:
        places = [Doubt(path=f"{path}.{jobs.PLACES}", readings=(True, False, jobs.APART))]
    ground.reading.doubts += [*places, *occupations]


def read_placeless_years(fact: Fact, ground: Ground) -> None:
    """Years of work told with no place, where no question asks for them: the time of a job that has none yet,
    else work of which the place is asked."""
    if not fact.readings[0] or fact.mode != "tell":
        return
    path = (PARTNER if ground.of_partner(fact) else SELF) + JOBS
    known = ground.entries(path)
    timeless = [at for at, job in enumerate(known) if not jobs.has_time(job)]
    years = {"years": fact.readings[0]}
    if timeless:
        at = timeless[-1]
        ground.reading.answers[path] = [*known[:at], {**known[at], **years}, *known[at + 1 :]]
    elif not known:
        ground.reading.answers[path] = [years]


def correct_years(fact: Fact, ground: Ground) -> bool:
    """Whether years of work with no place put right years that were told before, which keep their place; of
    several that were told, only what the message says besides can tell which ones are meant."""
    prefix = PARTNER if ground.of_partner(fact) else SELF
    known = ground.before(prefix + JOBS)
    plain = [name for name in _YEARS if ground.told.get(prefix + name)]
    timed = [at for at, job in enumerate(known) if jobs.has_time(job)]
    if not timed and not plain:
        return False
    if len(timed) + len(plain) > 1 or (timed and jobs.LENGTH not in known[timed[0]]):
        return True
    if plain:
        settle(prefix + plain[0], fact, ground.reading)
    else:
        at, path = timed[0], prefix + JOBS
        entries = ground.entries(path)
        entries[at] = {**entries[at], jobs.LENGTH: fact.readings[0]}
        ground.reading.answers[path] = entries
    return True


_YEARS = ("canadian_work_years", "foreign_work_years")


def doubt_unskilled_years(asked: Question, code: str, told: Told, reading: Reading) -> None:
    """Years told as skilled whose occupation is not: ask whether they are to count."""
    years = told.get("canadian_work_years")
    if asked.id == "noc" and years and not skilled(code):
        reading.notes.append(Because("note-not-skilled", {"code": code, "teer": int(code[1])}))
        reading.doubts.append(Doubt(path="canadian_work_years", readings=(0, years)))


def occupation_answer(asked: Question, code: str, told: Told) -> dict[str, Any]:
    """A NOC code as the answer to ``asked``."""
    if asked.fact == "job_offer.noc":
        return {"job_offer": {**(told.get("job_offer") or {}), "noc": code}}
    return {asked.fact: code}
