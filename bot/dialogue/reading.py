"""From the facts found in a message to answers: whose they are, what they answer, what is impossible.

Nothing here decides a point. What a message says is checked against the profile's own rules
(:mod:`express_entry.profile`); what is impossible is reported and not taken, what is uncertain is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from bot.dialogue import children, diplomas, jobs
from bot.dialogue.questions import Question, bound_by, open_options, questions
from bot.dialogue.state import Doubt
from bot.dialogue.told import (
    CHILDREN,
    CREDENTIALS,
    JOBS,
    PARTNER,
    PARTS,
    SELF,
    Told,
    entry_part,
    nest,
    whole,
)
from bot.facts import Fact
from express_entry.language import TESTS
from express_entry.points import Because
from express_entry.profile import ProfileError, age_on, check_test_score, parse_profile
from express_entry.vocabulary import ABILITIES, EDUCATION, PARTNERED, SCALES
from express_entry.work import skilled

TEST_PATHS = ("first_language", "second_language")
PARTNER_TEST = "spouse.language"
TEF = "tef_canada"
"""It prints its scores in two columns: Express Entry uses the first of the scales."""
NOTES = {
    "overall_band": "note-overall-band",
    "wrong_test": "note-wrong-test",
    "language_levels": "note-levels",
    "funds_other_currency": "note-funds-currency",
    "no_such_day": "note-no-such-day",
    "expired": "note-expired",
    "date_to_come": "note-date-to-come",
}
"""Facts that are answered with a remark because they cannot count as told."""
PARTNER_FACTS = frozenset(
    {"age", "birth_date", "education", "canadian_education", "canadian_work_years", "foreign_work_years"}
    | {"accompanying", "citizen_or_permanent_resident"}
)
GENERIC = frozenset({"yes_no", "number", "date", "scores", "work_years", "occupation", "dont_know", "place"})
"""Facts that mean something only as the answer to the question on the table."""
TELLING = frozenset({"scores", "work_years"})
"""Facts that tell something even where they answer nothing."""
ENTRIES = {"job": JOBS, "credential": CREDENTIALS, "child": CHILDREN}
"""Facts that are an entry of a list, and the list."""
MARITAL = "marital_status"
SIBLING = "sibling_in_canada"
CERTIFICATE = "certificate_of_qualification"
ADULT = 18
"""The age from which a brother or sister counts (IRCC's page on the ranking criteria)."""
REPLACES = (("birth_date", "age"), ("age", "birth_date"), ("spouse.birth_date", "spouse.age"))
"""Facts that take the place of another one."""
TAKEN_BACK: Mapping[str, tuple[str, ...]] = {
    "work": (JOBS, "canadian_work_years", "foreign_work_years", "noc"),
    "education": (CREDENTIALS, "education", "education_country_is_canada", "canadian_education"),
    "children": (CHILDREN, "family_size"),
    "age": ("age", "birth_date"),
}
"""What goes with a word that takes more than one fact back; any other names the fact itself."""
NONE_OF_IT: Mapping[str, Any] = {
    "job_offer": None,
    "provincial_nomination": False,
    "certificate_of_qualification": False,
    "sibling_in_canada": False,
}
"""What somebody has or has not: taken back, there is none."""
YOUNGEST = 16
"""A younger age than this is asked about before it is taken: it is more likely something else."""
STUDIED_IN_CANADA = {
    "secondary": "none",
    "one_year": "one_or_two_years",
    "two_year": "one_or_two_years",
    "bachelors_or_three_year": "three_years_or_more",
    "masters_or_professional": "three_years_or_more",
    "doctorate": "three_years_or_more",
}
"""The Canadian credential that a person's highest diploma counts as when it was earned in Canada."""
OWN_FACTS = PARTNER_FACTS - {"accompanying", "citizen_or_permanent_resident"} | {
    "marital_status",
    "family_size",
    "intends_quebec",
    "education_country_is_canada",
    "eca_date",
    "noc",
    "certificate_of_qualification",
    "provincial_nomination",
    "sibling_in_canada",
    "job_offer",
    "settlement_funds_cad",
}


@dataclass
class Reading:
    """What a message told.

    ``answers`` are taken, by path; ``drafts`` are tests told in part; ``withdrawn`` are answers that no
    longer hold; ``problems`` say what was impossible; ``doubts`` must be asked; ``skipped`` questions were
    answered with "there is none yet"; ``notes`` are remarks; ``needless`` was told and cannot count, given
    what is known; ``unused`` are facts that told something and answered nothing, ``unplaced`` all that
    found no place, in the person's words.
    """

    answers: dict[str, Any] = field(default_factory=dict)
    drafts: dict[str, dict[str, Any]] = field(default_factory=dict)
    withdrawn: set[str] = field(default_factory=set)
    quiet: set[str] = field(default_factory=set)
    problems: list[Because] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    skipped: set[str] = field(default_factory=set)
    notes: list[Because] = field(default_factory=list)
    needless: set[str] = field(default_factory=set)
    unused: list[Fact] = field(default_factory=list)
    unplaced: tuple[str, ...] = ()

    @property
    def told_something(self) -> bool:
        """Whether the message contained anything to act on."""
        taken = self.answers or self.drafts or self.doubts or self.skipped or self.withdrawn
        return bool(taken or self.problems or self.notes or self.needless)


@dataclass(frozen=True)
class _Ground:
    """What a fact is read against: the question on the table, what is known, what this message has told."""

    asked: Question | None
    told: Told
    today: date
    reading: Reading
    about_partner: bool
    """Whether facts of nobody in particular are the partner's."""
    lang: str
    last: Sequence[str] = ()
    """The paths that the last message that told something answered."""

    def entries(self, path: str) -> list[dict[str, Any]]:
        """What a list holds by now, this message included."""
        return list(self.reading.answers.get(path, self.told.get(path)) or ())

    def before(self, path: str) -> list[dict[str, Any]]:
        """What it held before."""
        return list(self.told.get(path) or ())

    def of_partner(self, fact: Fact) -> bool:
        """Whether a fact is about the partner."""
        return fact.person == "partner" or (self.about_partner and not fact.named)


def read_answers(
    message_facts: Sequence[Fact],
    asked: Question | None,
    told: Told,
    drafts: Mapping[str, Mapping[str, Any]],
    today: date,
    lang: str = "en",
    last: Sequence[str] = (),
) -> Reading:
    """What the facts of one message answer, given the question on the table, what is known, and the paths
    that the ``last`` message answered."""
    reading = Reading(drafts={path: dict(draft) for path, draft in drafts.items()})
    ground = _Ground(asked, told, today, reading, _answers_about_partner(message_facts, asked), lang, last)
    for fact in _of_the_sibling(message_facts, asked):
        reader = _take_back if fact.mode == "take_back" else _READERS.get(fact.field, _read_plain)
        before = repr(reading) if fact.field in TELLING else ""
        reader(fact, ground)
        if fact.mode == "replace" and fact.field in GENERIC:
            _read_correction(fact, ground)
        if before == repr(reading):
            reading.unused.append(fact)
    _reconcile(asked, told, reading, today)
    _reconcile_children(message_facts, ground)
    _reconcile_parts(message_facts, ground)
    _reconcile_lists(ground)
    _ask_hours(message_facts, ground)
    for path in [path for path, draft in reading.drafts.items() if draft == drafts.get(path)]:
        del reading.drafts[path]
    _fit(told, reading, today)
    return reading


def _of_the_sibling(message_facts: Sequence[Fact], asked: Question | None) -> Sequence[Fact]:
    """To the question about brothers and sisters "yes, but she is 16" is a no: only adults count."""
    ages = [fact for fact in message_facts if fact.field == "age" and fact.person == "partner"]
    if asked is None or asked.fact != SIBLING or not ages:
        return message_facts
    rest = [fact for fact in message_facts if fact not in ages]
    minor = all(isinstance(fact.value, int) and fact.value < ADULT for fact in ages)
    return [replace(fact, value=False) if minor and fact.field == "yes_no" else fact for fact in rest]


def _read_plain(fact: Fact, ground: _Ground) -> None:
    """A fact that is an answer as it stands."""
    partner = ground.of_partner(fact)
    if partner and _is_about_sibling(fact, ground):
        _settle(SIBLING, fact, ground.reading)
    elif partner and fact.field in PARTNER_FACTS:
        _settle(f"spouse.{fact.field}", fact, ground.reading)
    elif not partner and fact.field in OWN_FACTS:
        _settle(fact.field, fact, ground.reading)
        if fact.field == "intends_quebec" and fact.value:
            ground.reading.notes.append(Because("note-quebec"))


def _is_about_sibling(fact: Fact, ground: _Ground) -> bool:
    """Whether "she is no citizen" is said of the sister who was told of last, where no partner is known."""
    return (
        fact.field == "citizen_or_permanent_resident"
        and SIBLING in ground.last
        and MARITAL not in {**ground.told, **ground.reading.answers}
    )


def _take_back(fact: Fact, ground: _Ground) -> None:
    """What no longer holds goes, and is not asked for at once; nothing is said to go that was not there."""
    prefix, reading = PARTNER if fact.person == "partner" else SELF, ground.reading
    if fact.field in ENTRIES:
        path = prefix + ENTRIES[fact.field]
        before = ground.entries(path)
        _READERS[fact.field](fact, ground)
        gone = {path} if ground.entries(path) != before or path in reading.withdrawn else set()
    else:
        paths = {prefix + name for name in TAKEN_BACK.get(fact.field, (fact.field,))}
        if fact.field == "language_test":
            paths = set(_tests_meant(fact.value or {}, fact.person == "partner", ground))
        gone = paths & (ground.told.keys() | reading.drafts.keys())
        reading.answers |= {path: NONE_OF_IT[path] for path in gone & NONE_OF_IT.keys()}
        reading.withdrawn |= gone & ground.told.keys() - NONE_OF_IT.keys()
        reading.drafts.update({path: {} for path in gone & reading.drafts.keys()})
        reading.skipped |= {asked.id for asked in questions() if asked.fact in gone - NONE_OF_IT.keys()}
    if not gone:
        reading.notes.append(Because("note-nothing-to-take-back"))


def _tests_meant(named: Mapping[str, Any], partner: bool, ground: _Ground) -> Iterator[str]:
    """The paths of the tests that a name or a language means; all where none is named."""
    for path in (PARTNER_TEST,) if partner else TEST_PATHS:
        test: str = (ground.told.get(path) or ground.reading.drafts.get(path) or {}).get("test", "")
        if test in TESTS and (
            named.get("test") == test
            or ("test" not in named and named.get("language") in (None, TESTS[test].language))
        ):
            yield path


def _read_test(fact: Fact, ground: _Ground) -> None:
    path = _test_path(fact.value, ground.of_partner(fact), ground.asked, ground.told, ground.reading)
    _take_test(path, fact.value, ground.told, ground.reading)


def _read_no_language(fact: Fact, ground: _Ground) -> None:
    _take_no_language(fact.value["language"], ground.told, ground.reading)


def _read_no_test(fact: Fact, ground: _Ground) -> None:
    """ "I took no test": none for the partner or the second language, not yet for the first."""
    asked, reading, language = ground.asked, ground.reading, fact.value["language"]
    if ground.of_partner(fact) or (asked is not None and asked.fact == PARTNER_TEST):
        reading.answers[PARTNER_TEST] = None
    elif asked is not None and asked.kind == "test":
        refuse(asked, reading)
    elif language is not None and ground.told.get("first_language"):
        _take_no_language(language, ground.told, reading)
    else:
        reading.skipped.add("first_language")


def _read_eca(fact: Fact, ground: _Ground) -> None:
    if not fact.value:
        ground.reading.answers["eca_date"] = None


def _read_spouse(fact: Fact, ground: _Ground) -> None:
    """ "My wife …": married, unless another status has been told; then which one holds is asked."""
    known, reading = ground.told.get(MARITAL), ground.reading
    if known is None:
        reading.answers.setdefault(MARITAL, "married")
    elif known not in PARTNERED and MARITAL not in reading.answers:
        reading.doubts.append(Doubt(path=MARITAL, readings=(known, *PARTNERED)))


def _read_correction(fact: Fact, ground: _Ground) -> None:
    """ "No 32": the one of the facts told last that such a value can put right. A question on the table that
    takes it is answered instead, unless the message names what was wrong."""
    said = fact.value if isinstance(fact.value, Mapping) else {"numbers": (fact.value,)}
    numbers, canada = said.get("numbers", ()), said.get("canada")
    known = {path: _number_told(path, ground.told) for path in ground.last}
    named = {path: value for path, value in known.items() if value is not None and value in numbers}
    if len(numbers) > 1 and not named:
        return
    if not named and (ground.reading.told_something or (numbers and _takes_numbers(ground.asked))):
        return
    right = [number for number in numbers if number not in named.values()]
    paths = list(named) or [path for path, value in known.items() if value is not None]
    if len(right) == 1:
        paths = paths if len(paths) == 1 else [path for path in paths if _may_be(path, right[0])]
        if len(paths) == 1:
            _put_right(paths[0], {"years": right[0]}, right[0], fact, ground)
    elif not numbers and canada is not None:
        paths = [path for path in ground.last if path.rpartition(".")[2] in (JOBS, CREDENTIALS)]
        if len(paths) == 1:
            _put_right(paths[0], {"in_canada": canada}, None, fact, ground)


def _number_told(path: str, told: Told) -> float | None:
    """The number told at a path; of jobs, the years of the last one; of children, the age of the only one."""
    value = told.get(path)
    if path == CHILDREN:
        value = value[0].get("age") if value and len(value) == 1 else None
    if path.rpartition(".")[2] == JOBS:
        value = value[-1].get("years") if value else None
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _takes_numbers(asked: Question | None) -> bool:
    return asked is not None and (asked.kind in ("number", "test", "date") or bool(asked.numbers))


def _may_be(path: str, number: float) -> bool:
    """Whether a number is likelier an age or a length of work."""
    return (number >= YOUNGEST) == path.endswith("age") or path == CHILDREN


def _put_right(path: str, part: Mapping[str, Any], number: float | None, fact: Fact, ground: _Ground) -> None:
    if path == CHILDREN:
        ground.reading.answers[path] = [{"age": number}]
        return
    entries = ground.entries(path) if path.rpartition(".")[2] in (JOBS, CREDENTIALS) else []
    if entries:
        ground.reading.answers[path] = [*entries[:-1], {**entries[-1], **part}]
    else:
        _settle(path, replace(fact, value=number), ground.reading)


def _read_note(fact: Fact, ground: _Ground) -> None:
    name = str(fact.value) if isinstance(fact.value, str | int | float) else ""
    ground.reading.notes.append(Because(NOTES[fact.field], {"name": name}))


def _read_job(fact: Fact, ground: _Ground) -> None:
    """A job joins the list; to a question about work in a place it was there, unless told otherwise."""
    partner = ground.of_partner(fact)
    asked, prefix = ground.asked, PARTNER if partner else SELF
    job = {name: value for name, value in fact.value.items() if name not in (jobs.PART, jobs.SHARE)}
    if fact.value.get(jobs.SHARE) is not None:
        job["hours_per_week"] = jobs.hours_of(fact.value[jobs.SHARE])[0]
    name = asked.fact.removeprefix(prefix) if asked is not None and asked.fact.startswith(prefix) else ""
    if name in jobs.YEARS:
        job.setdefault("in_canada", jobs.YEARS[name])
    problems = jobs.problems(job)
    if problems:
        ground.reading.problems += problems
        return
    path = prefix + JOBS
    ground.reading.answers[path] = jobs.retold(ground.entries(path), job, fact.mode, len(ground.before(path)))


def _reconcile_parts(message_facts: Sequence[Fact], ground: _Ground) -> None:
    """Jobs that are parts of one told before take its place."""
    told = [fact for fact in message_facts if fact.field == "job" and fact.mode in ("tell", "add")]
    for prefix in (SELF, PARTNER):
        path = prefix + JOBS
        now = [fact.value for fact in told if ground.of_partner(fact) == (prefix == PARTNER)]
        if path in ground.reading.answers and (parted := jobs.in_parts(ground.before(path), now)):
            ground.reading.answers[path] = parted


def _ask_hours(message_facts: Sequence[Fact], ground: _Ground) -> None:
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


def _read_occupation(fact: Fact, ground: _Ground) -> None:
    """An occupation answers the question for one; else it is that of the work told, or of the person."""
    asked, partner = ground.asked, ground.of_partner(fact)
    if asked is not None and asked.kind == "occupation":
        ground.reading.notes.append(Because("occupation", {"title": str(fact.value)}))
        return
    prefix = PARTNER if partner else SELF
    path, reading = prefix + JOBS, ground.reading
    known = ground.entries(path)
    job = {"title": str(fact.value)}
    if not fact.sure:
        return
    if fact.mode != "tell" and known:
        reading.answers[path] = jobs.retold(known, job, fact.mode, len(ground.before(path)))
    elif (nameless := jobs.nameless(known)) is not None:
        reading.answers[path] = [*known[:nameless], {**known[nameless], **job}, *known[nameless + 1 :]]
    elif asked is not None and asked.fact in (prefix + name for name in jobs.YEARS):
        there = {**job, "in_canada": jobs.YEARS[asked.fact.removeprefix(prefix)]}
        reading.answers[path] = jobs.retold(known, there, "tell", len(ground.before(path)))
    elif len(known) == 1 and jobs.is_another(known[0], job):
        reading.doubts.append(Doubt(path=path, readings=([jobs.merged(known[0], job)], [*known, job])))
    elif not (known or partner or "noc" in ground.told or "noc" in reading.answers):
        found, codes = jobs.with_occupation(job, ground.lang, ground.today)
        if "noc" in found:
            reading.answers["noc"] = found["noc"]
        elif codes:
            reading.doubts.append(Doubt(path="noc", readings=codes))


def _read_noc(fact: Fact, ground: _Ground) -> None:
    """A code is that of the job told before it, or of the only one that has none yet; else the person's."""
    path = (PARTNER if ground.of_partner(fact) else SELF) + JOBS
    before, known = ground.before(path), ground.entries(path)
    codeless = [at for at, job in enumerate(known) if "noc" not in job]
    at = len(known) - 1 if len(known) > len(before) else codeless[0] if len(codeless) == 1 else None
    if at is None or not fact.sure:
        _read_plain(fact, ground)
    else:
        ground.reading.answers[path] = [*known[:at], {**known[at], "noc": fact.value}, *known[at + 1 :]]


def _read_credential(fact: Fact, ground: _Ground) -> None:
    """A diploma joins the list. Of what it may be the lowest level is taken until the person says which."""
    prefix, reading = (PARTNER if ground.of_partner(fact) else SELF), ground.reading
    path = prefix + CREDENTIALS
    before = ground.before(path) or diplomas.of_single(ground.told, prefix)
    known = list(reading.answers.get(path, before))
    readings = sorted(fact.readings, key=lambda diploma: EDUCATION.index(diploma["level"]))
    now = diplomas.retold(known, readings[0], fact.mode, len(before))
    if fact.mode == "tell" and known == before and diplomas.at_odds(before, now):
        reading.doubts.append(Doubt(path=path, readings=(now, now[len(before) :])))
        return
    reading.answers[path] = now
    levels = tuple(diploma["level"] for diploma in fact.readings)
    if len(levels) > 1 and len(now) > len(known):
        reading.doubts.append(Doubt(path=f"{path}.{len(now) - 1}.level", readings=levels))


def _read_child(fact: Fact, ground: _Ground) -> None:
    """A child of this message; how it stands to those told before is decided at the end of the message."""
    reading, told_now = ground.reading, CHILDREN in ground.reading.answers
    if fact.mode == "take_back":
        reading.withdrawn |= {CHILDREN} & ground.told.keys()
    elif fact.value is None:
        reading.answers[CHILDREN] = []
    else:
        others = ground.entries(CHILDREN) if told_now or fact.mode == "add" else []
        reading.answers[CHILDREN] = [*others, dict(fact.value)]


def _reconcile_children(message_facts: Sequence[Fact], ground: _Ground) -> None:
    """Children told later complete those told before, or are them again; where neither is certain it is
    asked, and nobody is dropped in silence."""
    before, now = ground.before(CHILDREN), ground.reading.answers.get(CHILDREN)
    modes = {fact.mode for fact in message_facts if fact.field == "child"}
    if not before or now is None or modes != {"tell"}:
        return
    found = children.together(before, now) if now else (before, now)
    if len(found) > 1:
        del ground.reading.answers[CHILDREN]
        ground.reading.doubts.append(Doubt(path=CHILDREN, readings=found))
    else:
        ground.reading.answers[CHILDREN] = found[0]


def _reconcile_lists(ground: _Ground) -> None:
    """A list and the single facts that tell the same are never kept both: what was told last holds."""
    _reconcile_jobs(ground)
    _reconcile_diplomas(ground)
    _instead("family_size", CHILDREN, ground)


def _reconcile_diplomas(ground: _Ground) -> None:
    """The country that is told alone is that of the diplomas; a level that is told alone replaces them."""
    told, reading = ground.told, ground.reading
    for prefix in (SELF, PARTNER):
        path, country = prefix + CREDENTIALS, prefix + "education_country_is_canada"
        entries = ground.entries(path)
        if entries and country in reading.answers and prefix + "education" not in reading.answers:
            reading.answers[path] = diplomas.placed(entries, bool(reading.answers.pop(country)))
        elif path in reading.answers and country in told and prefix + "education" not in told:
            reading.answers[path] = diplomas.placed(entries, told[country])  # "it's from Canada", said first
        if entries == [] and path in reading.answers:
            del reading.answers[path]
            reading.withdrawn |= {path} & told.keys()
        for name in diplomas.SINGLE:
            _instead(prefix + name, path, ground)


def _instead(single: str, path: str, ground: _Ground) -> None:
    """Of a list and a single fact that tell the same, what was not told now goes."""
    answers = ground.reading.answers
    if path in answers:
        answers.pop(single, None)
        ground.reading.withdrawn |= {single} & ground.told.keys()
    elif single in answers:
        ground.reading.withdrawn |= {path} & ground.told.keys()


def _reconcile_jobs(ground: _Ground) -> None:
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


def _place_years(name: str, in_canada: bool, path: str, ground: _Ground) -> None:
    """Plain years, told now or before, as the time of a job or as a job of their own."""
    told, reading = ground.told, ground.reading
    known = ground.entries(path)
    if reading.answers.get(name) == 0:
        elsewhere = [job for job in known if job.get("in_canada") is not in_canada]
        if len(elsewhere) < len(known):
            reading.answers[path] = elsewhere
    elif reading.answers.get(name):
        first, *others = jobs.of_years(known, reading.answers.pop(name), in_canada, len(ground.before(path)))
        if others:
            reading.doubts.append(Doubt(path=path, readings=(first, *others)))
        else:
            reading.answers[path] = first
    elif told.get(name) and path in reading.answers:
        here = [job for job in known if job.get("in_canada") is in_canada]
        if here and not any(map(jobs.has_time, here)):
            reading.answers[path] = jobs.of_years(known, told[name], in_canada, len(known))[0]
        elif not here:
            reading.answers[path] = [{"years": told[name], "in_canada": in_canada}, *known]
        reading.withdrawn.add(name)


def _settle_jobs(path: str, ground: _Ground) -> None:
    """Look up the occupation of each job that is new; what decides and was not told is asked."""
    before, listed = ground.before(path), ground.reading.answers[path]
    places: list[Doubt] = []
    occupations: list[Doubt] = []
    for number, job in enumerate(listed):
        if number < len(before) and job == before[number]:
            continue
        listed[number], codes = jobs.with_occupation(job, ground.lang, ground.today)
        if codes:
            occupations.append(Doubt(path=f"{path}.{number}.noc", readings=codes))
        if jobs.is_placeless(job):
            places.append(Doubt(path=f"{path}.{number}.in_canada", readings=(True, False)))
    if len(places) > 1:
        places = [Doubt(path=f"{path}.{jobs.PLACES}", readings=(True, False, jobs.APART))]
    ground.reading.doubts += [*places, *occupations]


def _answers_about_partner(message_facts: Sequence[Fact], asked: Question | None) -> bool:
    """Whether facts of nobody in particular ("a bachelor's") answer the open question about the partner.

    They do when they are just what was asked; a message that tells more is about whoever writes it.
    """
    if asked is None or not asked.fact.startswith("spouse."):
        return False
    wanted = {"language": "language_test", "canadian_work_years": "job", "education": "credential"}
    last = asked.fact.split(".")[1]
    bare = {fact.field for fact in message_facts if not fact.named}
    return bare - GENERIC <= {last, wanted.get(last, last), "no_test"}


def _reconcile(asked: Question | None, told: Told, reading: Reading, today: date) -> None:
    """Ask where a message and what was told before disagree; draw what follows for certain."""
    answers = reading.answers
    for path in ("birth_date", "spouse.birth_date"):
        age = path.replace("birth_date", "age")
        known = told.get(path) if path not in answers else None
        if known and age in answers and age_on(date.fromisoformat(known), today) == answers[age]:
            del answers[age]
    before, now = told.get("education"), answers.get("education")
    lower = before is not None and now is not None and EDUCATION.index(now) < EDUCATION.index(before)
    if lower and not (asked is not None and asked.fact == "education"):
        del answers["education"]
        answers.pop("education_country_is_canada", None)
        readings = tuple(dict.fromkeys((before, "two_or_more", now)))
        reading.doubts.append(Doubt(path="education", readings=readings))
    _studied_in_canada(told, reading)


def _studied_in_canada(told: Told, reading: Reading) -> None:
    """The highest diploma, where it is from Canada, is a Canadian one, too."""
    answers, now = reading.answers, {**told, **reading.answers}
    fresh = not answers.keys().isdisjoint(("education", "education_country_is_canada"))
    if fresh and now.get("education_country_is_canada") and now.get("education") in STUDIED_IN_CANADA:
        answers.setdefault("canadian_education", STUDIED_IN_CANADA[now["education"]])


def _settle(path: str, fact: Fact, reading: Reading) -> None:
    """Take a fact as an answer, or as a doubt when it was not said for certain."""
    child = path in ("age", "spouse.age") and isinstance(fact.value, int) and fact.value < YOUNGEST
    if fact.sure and not child:
        reading.answers[path] = fact.value
    else:
        reading.doubts.append(Doubt(path=path, readings=fact.readings))


def _read_generic(fact: Fact, ground: _Ground) -> None:
    """A yes, a number or four scores mean something only as the answer to the question on the table."""
    asked, told, reading = ground.asked, ground.told, ground.reading
    name, value = fact.field, fact.value
    if name == "work_years" and (asked is None or not asked.numbers):
        _read_placeless_years(fact, ground)
        return
    if asked is None:
        return
    if name == "scores" and asked.kind == "test":
        if len(value) == len(ABILITIES):
            _take_test(asked.fact, dict(zip(ABILITIES, value, strict=True)), told, reading)
    elif asked.kind == "several":
        return
    elif name == "yes_no" and asked.kind == "yes_no":
        _settle(asked.fact, replace(fact, value=_yes_no(asked, value)), reading)
    elif name == "yes_no" and not value and asked.fact not in reading.drafts:
        refuse(asked, reading)
    elif name == "number" and asked.kind == "test" and "test" in reading.drafts.get(asked.fact, {}):
        missing = [ability for ability in ABILITIES if ability not in reading.drafts[asked.fact]]
        if missing:
            _take_test(asked.fact, {missing[0]: value}, told, reading)
    elif name == "place" and asked.fact == "education_country_is_canada":
        reading.answers[asked.fact] = bool(value["canada"])
    elif name == "place" and asked.fact == CERTIFICATE and not value["canada"]:
        reading.answers[asked.fact] = False  # "yes, issued in Qatar": only a Canadian one counts
    elif (name == "number" and asked.kind == "number") or (name == "work_years" and asked.numbers):
        _settle(asked.fact, fact, reading)


def _read_placeless_years(fact: Fact, ground: _Ground) -> None:
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


def _read_date(fact: Fact, ground: _Ground) -> None:
    """A bare date answers a question for a date; to "how old are you?" it is the date of birth."""
    asked, reading = ground.asked, ground.reading
    if asked is None:
        return
    if asked.fact in PARTS:
        _settle_part(asked.fact, fact, ground.told, reading)
    elif asked.kind == "date":
        _settle(asked.fact, fact, reading)
    elif "birth_date" in asked.also and all(
        int(day[:4]) <= ground.today.year - YOUNGEST for day in fact.readings
    ):
        _settle("birth_date", fact, reading)


_READERS: Mapping[str, Callable[[Fact, _Ground], None]] = {
    **dict.fromkeys(NOTES, _read_note),
    **dict.fromkeys(GENERIC, _read_generic),
    "date": _read_date,
    "child": _read_child,
    "correction": _read_correction,
    "credential": _read_credential,
    "job": _read_job,
    "noc": _read_noc,
    "occupation": _read_occupation,
    "language_test": _read_test,
    "no_language": _read_no_language,
    "no_test": _read_no_test,
    "has_eca": _read_eca,
    "has_spouse": _read_spouse,
}
"""What becomes of a fact, by its field; any other is an answer as it stands."""


def _settle_part(path: str, fact: Fact, told: Told, reading: Reading) -> None:
    """A date of a test that has been told: the test is told anew, with it."""
    whole, _, part = path.rpartition(".")
    tests = tuple({**(told.get(whole) or {}), part: day} for day in fact.readings)
    if fact.sure:
        reading.answers[whole] = tests[0]
    else:
        reading.doubts.append(Doubt(path=whole, readings=tests))


def _yes_no(asked: Question, value: bool) -> Any:
    if asked.fact == "job_offer":
        return {} if value else None
    return value


def refuse(asked: Question, reading: Reading) -> None:
    """ "I have none" as the answer to ``asked``: told as none where that is an answer, else skipped."""
    if asked.kind == "yes_no":
        reading.answers[asked.fact] = _yes_no(asked, False)
    elif "none" in asked.choices:
        reading.answers[asked.fact] = None if asked.kind in ("test", "date") else "none"
    elif 0 in asked.numbers:
        reading.answers[asked.fact] = 0
    elif asked.kind in ("test", "date", "occupation"):
        reading.skipped.add(asked.id)


def named_reading(doubt: Doubt, message_facts: Sequence[Fact]) -> Any:
    """The answer to a doubt about a job that a message gives in words: a place, a code; None without one."""
    part = entry_part(doubt.path)
    wanted = {"in_canada": "place", "noc": "noc", "hours_per_week": "number"}.get(part[2]) if part else None
    if doubt.path.endswith(f".{jobs.PLACES}"):
        wanted = "place"
    said = [fact.value for fact in message_facts if fact.field == wanted]
    if len(message_facts) != 1 or not said:
        return None
    return bool(said[0]["canada"]) if wanted == "place" else said[0]


def choose(
    asked: Question, value: Any, told: Told, drafts: Mapping[str, Mapping[str, Any]], today: date
) -> Reading:
    """What pressing the button ``value`` of ``asked`` answers."""
    reading = Reading()
    if asked.kind == "test" and value in TESTS:
        nameless = drafts.get(asked.fact, {})
        reading.drafts[asked.fact] = {**(nameless if "test" not in nameless else {}), "test": value}
        if (told.get(asked.fact) or {}).get("test") not in (None, value):
            reading.withdrawn.add(asked.fact)
    elif asked.kind == "test" and value in SCALES:
        reading.drafts.update({asked.fact: dict(drafts.get(asked.fact, {}))})
        _take_test(asked.fact, {"scale": value}, told, reading)
    elif asked.kind in ("test", "date") and value == "none":
        reading.answers[asked.fact] = None
    elif isinstance(value, str) and value in asked.tells:
        reading.answers.update(asked.tells[value])
    elif asked.kind == "yes_no":
        reading.answers[asked.fact] = _yes_no(asked, value)
    elif asked.kind == "occupation":
        reading.answers.update(occupation_answer(asked, value, told))
        _doubt_unskilled_years(asked, value, told, reading)
    else:
        reading.answers[asked.fact] = value
        _imply(asked, told, reading)
    _studied_in_canada(told, reading)
    _reconcile_lists(_Ground(asked, told, today, reading, False, "en"))
    _fit(told, reading, today)
    return reading


def _imply(asked: Question, told: Told, reading: Reading) -> None:
    """What a choice tells besides, as long as nothing else has been told of it."""
    now = {**told, **reading.answers}
    places = {diploma.get("in_canada") for diploma in now.pop(CREDENTIALS, None) or ()}
    for path, value in asked.unless_told.items():
        if path not in now and all(each.fits(now) for each in bound_by(path)):
            reading.answers[path] = True if places == {True} else value


def choose_several(asked: Question, chosen: Collection[str], told: Told, reading: Reading) -> None:
    """What the options answer that hold, and those that do not; one that takes more than a yes stays open.

    A paper that was not chosen may come yet: it is left open, as where its question is skipped.
    """
    for option in open_options(asked, {**told, **reading.answers}):
        if option.fact in reading.drafts:
            continue
        if option.id not in chosen and option.kind == "date":
            reading.skipped.add(option.id)
        elif option.id not in chosen:
            refuse(option, reading)
            reading.quiet.add(option.fact)
        elif option.kind == "yes_no":
            reading.answers[option.fact] = _yes_no(option, True)


def checked(answers: Mapping[str, Any], told: Told, today: date, lang: str = "en") -> Reading:
    """Answers by path that came from elsewhere than a message: what the profile refuses is left out."""
    reading = Reading(answers=whole(told, _placed(answers, told)))
    for path in [path for path, value in answers.items() if value == jobs.APART]:
        of = path.removesuffix(f".{jobs.PLACES}")
        numbers = [at for at, job in enumerate(told.get(of) or ()) if jobs.is_placeless(job)]
        reading.doubts += [Doubt(path=f"{of}.{at}.in_canada", readings=(True, False)) for at in numbers]
    _reconcile_lists(_Ground(None, told, today, reading, False, lang))
    _fit(told, reading, today)
    return reading


def _placed(answers: Mapping[str, Any], told: Told) -> dict[str, Any]:
    """Answers in which the place of several jobs has become those jobs; "not one place" answers nothing."""
    found = dict(answers)
    for path in [path for path in answers if path.endswith(f".{jobs.PLACES}")]:
        of, in_canada = path.removesuffix(f".{jobs.PLACES}"), found.pop(path)
        if in_canada != jobs.APART:
            found[of] = jobs.placed(told.get(of) or (), bool(in_canada))
    return found


def _doubt_unskilled_years(asked: Question, code: str, told: Told, reading: Reading) -> None:
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


def _take_no_language(language: str, told: Told, reading: Reading) -> None:
    first = reading.answers.get("first_language") or told.get("first_language")
    draft = reading.drafts.get("first_language", {})
    test = (first or draft or {}).get("test")
    if test is None or TESTS[test].language != language:
        reading.answers["second_language"] = None


def _test_path(
    value: Mapping[str, Any], partner: bool, asked: Question | None, told: Told, reading: Reading
) -> str:
    """Which of the profile's tests a test fact belongs to."""
    if partner or (asked is not None and asked.fact == PARTNER_TEST and "test" not in value):
        return PARTNER_TEST
    test = value.get("test")
    if test is None:
        if asked is not None and asked.kind == "test" and asked.fact in reading.drafts:
            return asked.fact
        return next((path for path in TEST_PATHS if path in reading.drafts), TEST_PATHS[0])
    language = TESTS[test].language
    for path in TEST_PATHS:
        known = reading.answers.get(path) or reading.drafts.get(path) or told.get(path) or {}
        if "test" not in known or TESTS[known["test"]].language == language:
            return path
    return TEST_PATHS[1]


def _take_test(path: str, value: Mapping[str, Any], told: Told, reading: Reading) -> None:
    """Merge what was said about a test with what is known of it; complete tests become answers.

    Another test than before drops the old scores: a score means nothing without its test.
    """
    known = reading.drafts.get(path) or reading.answers.get(path) or told.get(path) or {}
    another = value.get("test") not in (None, known.get("test"))
    if another:
        known = {ability: score for ability, score in known.items() if "test" not in known}
    merged = {**known, **value}
    problems = _impossible_scores(merged)
    if problems:
        reading.problems.extend(problems)
        if path in told and path not in reading.drafts:
            return
        merged = {**known, "test": merged["test"]}
    if another and path in told:
        reading.withdrawn.add(path)
    if "test" in merged and all(ability in merged for ability in ABILITIES) and _column_known(merged):
        reading.drafts.pop(path, None)
        reading.answers[path] = merged
        reading.withdrawn.discard(path)
        _make_room(path, merged["test"], told, reading)
    else:
        reading.drafts[path] = merged


def _column_known(test: dict[str, Any]) -> bool:
    """Whether it is clear from which column of a TEF Canada result the scores come; high ones tell."""
    if test["test"] != TEF or "scale" in test:
        return True
    if any(check_test_score(TEF, SCALES[0], ability, test[ability]) for ability in ABILITIES):
        test["scale"] = SCALES[1]
    return "scale" in test


def _make_room(path: str, test: str, told: Told, reading: Reading) -> None:
    """A first test in the language of the told second one replaces that, too: they are never the same."""
    second = told.get("second_language") or {}
    if path == "first_language" and second and TESTS[second["test"]].language == TESTS[test].language:
        reading.withdrawn.add("second_language")


def _impossible_scores(test: Mapping[str, Any]) -> list[Because]:
    if "test" not in test:
        return []
    checks = (
        check_test_score(test["test"], test.get("scale"), ability, test[ability])
        for ability in ABILITIES
        if ability in test
    )
    return [problem for problem in checks if problem is not None]


def _fit(told: Told, reading: Reading, today: date) -> None:
    """Leave out what is impossible; where an answer does not fit what is known, ask or leave it out, too."""
    replaced = {old: new for new, old in REPLACES if new in reading.answers and old in told}
    reading.withdrawn |= {old for old in replaced if old not in reading.answers}
    _drop_impossible(told, reading, today)
    reading.withdrawn -= {old for old, new in replaced.items() if new not in reading.answers}
    known = {**told, **reading.answers}
    partner: list[str] = []
    for path in [path for path in known if path in reading.answers]:
        entry = next((entry for entry in bound_by(path) if entry.contradicted(known)), None)
        if entry is None:
            continue
        if MARITAL not in known or known[MARITAL] in entry.when.get(MARITAL, (known[MARITAL],)):
            del reading.answers[path]
            reading.needless.add(path)
        else:
            partner.append(path)
    if partner:
        readings = (known[MARITAL], *PARTNERED)
        doubts = [doubt for doubt in reading.doubts if doubt.path != MARITAL]
        reading.doubts = [*doubts, Doubt(path=MARITAL, readings=readings, against=tuple(partner))]


def _drop_impossible(told: Told, reading: Reading, today: date) -> None:
    """Keep no answer that the profile as a whole refuses."""
    while reading.answers:
        candidate = {path: value for path, value in told.items() if path not in reading.withdrawn}
        try:
            parse_profile(nest({**candidate, **reading.answers}), today, draft=True)
        except ProfileError as error:
            guilty = {path for problem in error.problems for path in _guilty(problem.field, reading.answers)}
            reading.problems.extend(problem.because for problem in error.problems)
            for path in guilty or set(reading.answers):
                del reading.answers[path]
        else:
            return


def _guilty(field_path: str, answers: Iterable[str]) -> list[str]:
    return [path for path in answers if field_path == path or field_path.startswith(f"{path}.")]
