"""From the facts found in a message to answers: whose they are, what they answer, what is impossible.

Nothing here decides a point. What a message says is checked against the profile's own rules
(:mod:`express_entry.profile`); what is impossible is reported and not taken, what is uncertain is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from bot.dialogue import children, diplomas, jobs, results
from bot.dialogue.questions import Question, bound_by, open_options, questions
from bot.dialogue.state import Doubt
from bot.dialogue.told import (
    CHILDREN,
    CREDENTIALS,
    JOBS,
    LEVELS,
    LISTS,
    PARTNER,
    PARTNER_TEST,
    PARTS,
    SELF,
    TEST_PATHS,
    TESTS_LIST,
    Told,
    entry_part,
    is_whole,
    nest,
    partners,
    whole,
)
from bot.facts import MEANT, Fact
from express_entry.costs import costs
from express_entry.days import Period, read_when
from express_entry.language import TESTS, told_as_levels
from express_entry.occupations.title_index import fold
from express_entry.points import Because
from express_entry.profile import ProfileError, age_on, check_test_score, in_any_order, parse_profile
from express_entry.vocabulary import ABILITIES, EDUCATION, PARTNERED, SCALES
from express_entry.work import skilled

TEF = "tef_canada"
"""It prints its scores in two columns: Express Entry uses the first of the scales."""
NOTES = {
    "overall_band": "note-overall-band",
    "wrong_test": "note-wrong-test",
    "funds_other_currency": "note-funds-currency",
    "no_such_day": "note-no-such-day",
    "expired": "note-expired",
    "date_to_come": "note-date-to-come",
}
"""Facts that are answered with a remark because they cannot count as told."""
CALLED = "note-partner-name"
"""The remark for a message that tells no more than what the partner is called."""
PARTNER_FACTS = frozenset(
    {"age", "birth_date", "education", "canadian_education", "canadian_work_years", "foreign_work_years"}
    | {"accompanying", "citizen_or_permanent_resident"}
)
PARTNERS_OWN = PARTNER_FACTS - {"accompanying", "citizen_or_permanent_resident"} | {
    "job",
    "credential",
    "language_test",
}
GENERIC = frozenset({"yes_no", "number", "date", "scores", "work_years", "occupation", "dont_know", "place"})
"""Facts that mean something only as the answer to the question on the table."""
TELLING = frozenset({"scores", "work_years"})
"""Facts that tell something even where they answer nothing."""
ECA_DATE = "eca_date"
ENTRIES = {"job": JOBS, "credential": CREDENTIALS, "child": CHILDREN}
"""Facts that are an entry of a list, and the list."""
MARITAL = "marital_status"
SIBLING = "sibling_in_canada"
CERTIFICATE = "certificate_of_qualification"
FUNDS = "settlement_funds_cad"
_OF_CANADA = (CERTIFICATE, "spouse.citizen_or_permanent_resident")
"""Facts that the name of a country answers."""
ASKED_PLACES = frozenset({"education_country_is_canada", *_OF_CANADA})
"""Facts that are asked for and that a place answers."""
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
    answered with "there is none yet", ``untested`` are those of tests without results so far; ``notes`` are
    remarks; ``needless`` was told and cannot count, given what is known; ``unused`` are facts that told
    something and answered nothing, ``unplaced`` all that found no place, in the person's words.
    """

    answers: dict[str, Any] = field(default_factory=dict)
    drafts: dict[str, dict[str, Any]] = field(default_factory=dict)
    withdrawn: set[str] = field(default_factory=set)
    quiet: set[str] = field(default_factory=set)
    problems: list[Because] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    skipped: set[str] = field(default_factory=set)
    untested: set[str] = field(default_factory=set)
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
    of_all: frozenset[str] = frozenset()
    """The paths whose value is told of every entry of the list behind: "all my degrees are from Kenya"."""

    def entries(self, path: str) -> list[dict[str, Any]]:
        """What a list holds by now, this message included."""
        return list(self.reading.answers.get(path, self.told.get(path)) or ())

    def before(self, path: str) -> list[dict[str, Any]]:
        """What it held before."""
        return list(self.told.get(path) or ())

    def of_partner(self, fact: Fact) -> bool:
        """Whether a fact is about the partner."""
        return fact.person == "partner" or (self.about_partner and not fact.named)


def joined(one: Reading, other: Reading) -> Reading:
    """Both of what two parts of a message told; of the same path the first."""
    return Reading(
        answers={**other.answers, **one.answers},
        drafts={**other.drafts, **one.drafts},
        withdrawn=one.withdrawn | other.withdrawn - one.answers.keys(),
        quiet=one.quiet | other.quiet,
        problems=[*one.problems, *other.problems],
        doubts=[*one.doubts, *other.doubts],
        skipped=one.skipped | other.skipped,
        untested=one.untested | other.untested,
        notes=[*one.notes, *other.notes],
        needless=one.needless | other.needless,
        unused=[*one.unused, *other.unused],
        unplaced=(*one.unplaced, *other.unplaced),
    )


def read_answers(
    message_facts: Sequence[Fact],
    asked: Question | None,
    told: Told,
    drafts: Mapping[str, Mapping[str, Any]],
    today: date,
    lang: str = "en",
    last: Sequence[str] = (),
    couple: bool = False,
) -> Reading:
    """What the facts of one message answer, given the question on the table, what is known, the paths that
    the ``last`` message answered, and whether a partner was spoken of (``couple``), now or before."""
    reading = Reading(drafts={path: dict(draft) for path, draft in drafts.items()})
    message_facts = _without_dating(message_facts, told)
    if any(fact.field == MEANT for fact in message_facts):  # its "no" answers nothing
        message_facts = [fact for fact in message_facts if fact.field not in GENERIC]
    ground = _Ground(
        asked,
        told,
        today,
        reading,
        _answers_about_partner(message_facts, asked),
        lang,
        last,
        frozenset(fact.field for fact in message_facts if fact.mode == "replace"),
    )
    message_facts = _without_guesses(message_facts, reading)
    for fact in _of_the_trade(_of_the_sibling(message_facts, asked), asked):
        if not couple and _is_about_nobody(fact, message_facts, asked, told):
            reading.unused.append(fact)
            continue
        reader = _take_back if fact.mode == "take_back" else _READERS.get(fact.field, _read_plain)
        before = repr(reading) if fact.field in TELLING else ""
        reader(fact, ground)
        corrected = fact.field == "work_years" and before != repr(reading)
        if fact.mode == "replace" and fact.field in GENERIC - {"date"} and not corrected:
            _read_correction(fact, ground)
        if before == repr(reading):
            reading.unused.append(fact)
    _reconcile(asked, told, reading, today)
    _reconcile_children(message_facts, ground)
    _take_ones_own(message_facts, ground)
    _reconcile_owners(ground)
    _reconcile_assessments(message_facts, ground)
    _reconcile_parts(message_facts, ground)
    _reconcile_lists(ground)
    _reconcile_tests(told, reading)
    _reconcile_levels(ground)
    _ask_hours(message_facts, ground)
    for path in [path for path, draft in reading.drafts.items() if draft == drafts.get(path)]:
        del reading.drafts[path]
    _fit(told, reading, today)
    reading.doubts = [doubt for doubt in reading.doubts if doubt.readings != (told.get(doubt.path),)]
    _say_the_date(drafts, reading)
    _in_other_money(ground)
    if reading.answers or reading.drafts or reading.doubts:
        reading.notes = [note for note in reading.notes if note.id != CALLED]
    return reading


def _without_guesses(message_facts: Sequence[Fact], reading: Reading) -> Sequence[Fact]:
    """The facts without scores beside "no test yet": a guess on no scale, which is named as left out."""
    if all(fact.field != "no_test" for fact in message_facts):
        return message_facts
    reading.unused += [fact for fact in message_facts if fact.field == "scores"]
    return [fact for fact in message_facts if fact.field != "scores"]


def _say_the_date(before: Mapping[str, Mapping[str, Any]], reading: Reading) -> None:
    """The date of a test whose scores are not told yet is said back: it is kept for them."""
    for path, draft in reading.drafts.items():
        new = "date" in draft and draft["date"] != before.get(path, {}).get("date")
        if new and draft.keys().isdisjoint(ABILITIES):
            whose = "partner" if path == PARTNER_TEST else "self"
            told = {"test": draft.get("test", "none"), "whose": whose, **_day(draft["date"])}
            reading.notes.insert(0, Because("note-test-dated", told))


def _day(told: str) -> dict[str, Any]:
    """A date as a remark says it, with whether it is a day or a month."""
    day = read_when(told)
    return {"date": day, "exact": "month" if isinstance(day, Period) else "day"}


def _in_other_money(ground: _Ground) -> None:
    """Savings in other money are named back with what the family needs, once that is known; and "euros, not
    dollars" takes the dollars told before away."""
    reading = ground.reading
    for at, note in enumerate(reading.notes):
        if note.id == NOTES["funds_other_currency"]:
            written, currency = str(note.args["name"]).split(maxsplit=1)
            told = ground.told.get(FUNDS)
            held = float(written) or told or 0
            needed = _savings_needed(ground)
            message = f"{note.id}-needed" if needed else note.id
            reading.notes[at] = Because(message, {"held": held, "currency": currency, **needed})
            reading.withdrawn |= {FUNDS} & ground.told.keys() if held == told else set()


def _is_about_nobody(fact: Fact, message_facts: Sequence[Fact], asked: Question | None, told: Told) -> bool:
    """Whether "he is 17" is said of nobody who is known: no partner has been told of, now or before."""
    if fact.person != "partner" or fact.field not in PARTNERS_OWN:
        return False
    known = any(path.startswith(PARTNER) for path in told) or told.get(MARITAL) in PARTNERED
    now = any(each.field in ("has_spouse", "partner_name", "accompanying", MARITAL) for each in message_facts)
    about = asked is not None and (asked.fact.startswith(PARTNER) or asked.fact in (SIBLING, MARITAL))
    own = {each.field for each in message_facts if each.person == "self" and each.named}
    beside = any(each.person == "partner" and each.field in own & PARTNERS_OWN for each in message_facts)
    return not (known or now or about or beside)  # "me 34, him 36": two who are told of side by side


def _of_the_sibling(message_facts: Sequence[Fact], asked: Question | None) -> Sequence[Fact]:
    """To the question about brothers and sisters "yes, but she is 16" is a no: only adults count."""
    ages = [fact for fact in message_facts if fact.field == "age" and fact.person == "partner"]
    if asked is None or asked.fact != SIBLING or not ages:
        return message_facts
    rest = [fact for fact in message_facts if fact not in ages]
    minor = all(isinstance(fact.value, int) and fact.value < ADULT for fact in ages)
    return [replace(fact, value=False) if minor and fact.field == "yes_no" else fact for fact in rest]


def _of_the_trade(message_facts: Sequence[Fact], asked: Question | None) -> Sequence[Fact]:
    """To the question about a trade certificate a paper from elsewhere ("un CAP français") is a no."""
    papers = [fact for fact in message_facts if fact.field == "credential"]
    if asked is None or asked.fact != CERTIFICATE or not papers or len(papers) > 1:
        return message_facts
    if {fact.field for fact in message_facts} - GENERIC - {"credential", "education_country_is_canada"}:
        return message_facts
    if any(paper.get("in_canada") or paper["level"] not in _OF_A_TRADE for paper in papers[0].readings):
        return message_facts
    return [replace(papers[0], field=CERTIFICATE, value=False, sure=True)]


_OF_A_TRADE = ("less_than_secondary", "secondary", "one_year", "two_year")


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
    if fact.field == MEANT:
        gone = _take_meant_back(fact, ground)
    elif fact.field in ENTRIES:
        path = prefix + ENTRIES[fact.field]
        before = ground.entries(path)
        _READERS[fact.field](fact, ground)
        gone = {path} if ground.entries(path) != before or path in reading.withdrawn else set()
    else:
        paths = {prefix + name for name in TAKEN_BACK.get(fact.field, (fact.field,))}
        if fact.field == "language_test":
            paths = set(_tests_meant(fact.value or {}, fact.person == "partner", ground))
            paths |= set(_levels_meant(fact.value or {}, prefix))
        gone = paths & (ground.told.keys() | reading.drafts.keys())
        reading.answers |= {path: NONE_OF_IT[path] for path in gone & NONE_OF_IT.keys()}
        reading.withdrawn |= gone & ground.told.keys() - NONE_OF_IT.keys()
        reading.drafts.update({path: {} for path in gone & reading.drafts.keys()})
        reading.skipped |= {asked.id for asked in questions() if asked.fact in gone - NONE_OF_IT.keys()}
    if not gone:
        reading.notes.append(Because("note-nothing-to-take-back"))


def _take_meant_back(fact: Fact, ground: _Ground) -> set[str]:
    """What a number, a title or "that" means of what was told goes, and nothing else; the paths of it."""
    reading, gone = ground.reading, set[str]()
    for path, number in _meant(fact.value, ground):
        entries = ground.entries(path) if number is not None else []
        rest = [entry for at, entry in enumerate(entries) if at != number]
        if rest:
            reading.answers[path] = rest
        else:
            reading.answers.pop(path, None)
            reading.withdrawn |= {path} & ground.told.keys()
            reading.skipped |= {asked.id for asked in questions() if asked.fact == path}
        gone.add(path)
    return gone


def _meant(said: Mapping[str, Any], ground: _Ground) -> list[tuple[str, int | None]]:
    """The paths of what is meant; of an entry of a list its number, too."""
    told = ground.told
    if not said:
        last = [path for path in ground.last if path in told]
        return [(path, len(told[path]) - 1 if path in LISTS and told[path] else None) for path in last]
    entries = [
        (path, at, entry) for path in LISTS for at, entry in reversed(list(enumerate(told.get(path) or ())))
    ]
    if "title" in said:
        wanted = fold(said["title"])
        titled = [(path, at, fold(entry["title"])) for path, at, entry in entries if entry.get("title")]
        near = [(path, at) for path, at, title in titled if title == wanted]
        near = near or [(path, at) for path, at, title in titled if f" {wanted} " in f" {title} "]
        return [*near[:1]]
    if "years" in said:
        long = [(path, at) for path, at, entry in entries if _is_about(entry.get("years"), said["years"])]
        alone = [prefix + name for prefix in (SELF, PARTNER) for name in jobs.YEARS]
        plain = [(path, None) for path in alone if _is_about(told.get(path), said["years"])]
        return [*long, *plain][:1]
    number = said["number"]
    plain = [(path, None) for path in told if path not in LISTS and _number_told(path, told) == number]
    return [*plain, *((path, at) for path, at, entry in entries if number in entry.values())][:1]


def _is_about(years: Any, said: float) -> bool:
    """Whether years that were told are those that are named."""
    return isinstance(years, int | float) and not isinstance(years, bool) and abs(years - said) < _CLOSE


_CLOSE = 0.05


def _tests_meant(named: Mapping[str, Any], partner: bool, ground: _Ground) -> Iterator[str]:
    """The paths of the tests that a name or a language means; all where none is named."""
    for path in (PARTNER_TEST,) if partner else TEST_PATHS:
        test: str = (ground.told.get(path) or ground.reading.drafts.get(path) or {}).get("test", "")
        if test in TESTS and (
            named.get("test") == test
            or ("test" not in named and named.get("language") in (None, TESTS[test].language))
        ):
            yield path


def _levels_meant(named: Mapping[str, Any], prefix: str) -> Iterator[str]:
    """The paths of the levels that a language means; all where neither that nor a test is named."""
    for language, name in LEVELS.items():
        if "test" not in named and named.get("language") in (None, language):
            yield prefix + name


def _read_test(fact: Fact, ground: _Ground) -> None:
    path = _test_path(fact.value, ground.of_partner(fact), ground.asked, ground.told, ground.reading)
    if _read_as_levels(path, fact.value, fact, ground):
        return
    _take_test(path, fact.value, ground.told, ground.reading, _is_beside(path, fact, ground))
    own = any(each in ground.told or each in ground.reading.answers for each in TEST_PATHS)
    open_now = fact.of_either and path == "first_language" and path not in ground.told
    if open_now and (test := ground.reading.answers.pop(path, None)):
        ground.reading.doubts.append(Doubt(path=path, readings=(test,)))
    if path == PARTNER_TEST and not (fact.sure or own) and (test := ground.reading.answers.pop(path, None)):
        ground.reading.doubts.append(Doubt(path=path, readings=(test,)))  # of one of the two: of whom?


def _rename_test(fact: Fact, ground: _Ground) -> bool:
    """ "It was CELPIP, not IELTS": the scores stay where CELPIP can have them."""
    paths = [PARTNER_TEST] if ground.of_partner(fact) else list(TEST_PATHS)
    told = {path: ground.told[path] for path in paths if ground.told.get(path)}
    paths = [path for path in told if path in _wholes(ground.last)] or list(told)
    if len(paths) != 1 or told[paths[0]].get("test") == fact.value["test"]:
        return False
    renamed = {name: value for name, value in told[paths[0]].items() if name != "scale"} | fact.value
    if _impossible_scores(renamed) or not _column_known(renamed):
        return False
    ground.reading.answers[paths[0]] = renamed
    return True


def _is_beside(path: str, fact: Fact, ground: _Ground) -> bool:
    """Whether a test is one more in its language: another one than is known, or the same taken again."""
    known = ground.reading.answers.get(path) or ground.told.get(path) or {}
    if path == PARTNER_TEST or "test" not in known or fact.mode == "replace":
        return False
    name = fact.value.get("test")
    if name is None:
        return bool(ground.reading.drafts.get(path, {}).get(results.BESIDE))
    return name != known["test"] or fact.mode == "add"


def _read_as_levels(path: str, scores: Mapping[str, Any], fact: Fact, ground: _Ground) -> bool:
    """Whether levels were told where the scores of a French test are wanted; they are kept as levels then."""
    known = ground.reading.drafts.get(path) or ground.told.get(path) or {}
    levels = told_as_levels(scores.get("test") or known.get("test"), scores)
    if levels is not None:
        _read_levels(replace(fact, field="language_levels", value=levels), ground)
    return levels is not None


def _read_levels(fact: Fact, ground: _Ground) -> None:
    """A level told without scores is kept beside those told before, by language and ability; where a test in
    its language is known, that counts, which is said. One that gives no points asks whoever may have taken a
    test for its scores."""
    value, reading, partner = fact.value, ground.reading, ground.of_partner(fact)
    kept = results.levels_told(value)
    if kept is None:
        levels = [value[ability] for ability in ABILITIES if ability in value] or [value.get("level")]
        shown = str(levels[0]) if len({*levels}) == 1 else "/".join(map(str, levels))
        name = shown if value["framework"] == "CEFR" else f"{value['framework']} {shown}"
        untested = not fact.sure or bool(reading.untested)
        tested = "none" if untested else "partner" if partner else "self"
        reading.notes.append(Because("note-levels-no-scores", {"name": name, "tested": tested}))
        return
    language, found = kept
    if language in _tested(partner, {**ground.told, **reading.answers}, reading):
        reading.notes.append(Because("note-levels-tested", {"language": language}))
        return
    if not fact.sure and _ROUGH not in reading.notes:
        reading.notes.append(_ROUGH)
    path = (PARTNER if partner else SELF) + LEVELS[language]
    if fact.of_either and not partner and path not in {**ground.told, **reading.answers}:
        reading.doubts.append(Doubt(path=path, readings=(found,)))
        return
    reading.answers[path] = {**(reading.answers.get(path, ground.told.get(path)) or {}), **found}
    own = ground.told.get(LEVELS[language])
    if value.get("not_mine") and own is not None and own.items() <= found.items():
        reading.withdrawn.add(LEVELS[language])


_ROUGH = Because("note-levels-rough")
"""What is said of a level that is told roughly: "around CLB 7"."""


def _read_spoken_level(fact: Fact, ground: _Ground) -> None:
    """ "My English is fluent": that it takes a test is said once; nothing where its scores are known."""
    asked, reading = ground.asked, ground.reading
    if "asked" in fact.value and (asked is None or asked.kind != "test"):
        return
    partner = ground.of_partner(fact) or (asked is not None and asked.fact == PARTNER_TEST)
    language = fact.value["language"]
    known = language in _tested(partner, {**ground.told, **reading.answers}, reading)
    said = Because("note-spoken-level-tested" if known else "note-spoken-level")
    if said not in reading.notes:
        reading.notes.append(said)


def _tested(partner: bool, now: Told, reading: Reading) -> set[str | None]:
    """The languages of which one of the two has told a test."""
    paths = {PARTNER_TEST} if partner else {*TEST_PATHS}
    tests = [now.get(path) for path in paths - reading.withdrawn]
    tests += [] if partner else now.get(TESTS_LIST) or ()
    return {results.language_of(test) for test in tests if test}


def _reconcile_levels(ground: _Ground) -> None:
    """The scores of a test in a language take the place of the levels told of it; and levels that of the
    answer that there is no test."""
    told, reading = ground.told, ground.reading
    for partner, prefix in ((False, SELF), (True, PARTNER)):
        tested = _tested(partner, reading.answers, reading)
        for language, name in LEVELS.items():
            path = prefix + name
            if language in tested:
                reading.answers.pop(path, None)
                reading.withdrawn |= {path} & told.keys()
            elif path in reading.answers:
                none = _none_of(partner, language, {**told, **reading.answers})
                reading.withdrawn |= {each for each in none if each in told and each not in reading.answers}


def _none_of(partner: bool, language: str, now: Told) -> Iterator[str]:
    """Where it was told that there is no test, of a language whose levels are told."""
    path = PARTNER_TEST if partner else TEST_PATHS[1]
    other = next(each for each in LEVELS if each != language)
    first = results.language_of(now.get(TEST_PATHS[0]) or {}) == other or is_whole(now.get(LEVELS[other]))
    if path in now and now[path] is None and (partner or first):
        yield path


def _read_no_language(fact: Fact, ground: _Ground) -> None:
    _take_no_language(fact.value["language"], ground.told, ground.reading)


def _read_no_test(fact: Fact, ground: _Ground) -> None:
    """ "I took no test", "my IELTS is in January": none for the partner or the second language, not yet for
    the first; results that are known stay. What is said of it names the test and its day."""
    asked, reading, language = ground.asked, ground.reading, fact.value.get("language")
    about_tests = asked is not None and asked.kind == "test"
    if "asked" in fact.value and not about_tests:
        return
    partner = ground.of_partner(fact) or (asked is not None and asked.fact == PARTNER_TEST)
    tested = _tested(partner, {**ground.told, **reading.answers}, reading)
    counted = language in tested if language is not None else bool(tested) and not about_tests
    if not counted:
        _leave_open(language, partner, ground)
    if fact.field == "test_to_come" or TEST_PATHS[0] in reading.untested:
        _say_no_results(fact, partner, counted, reading)


def _leave_open(language: str | None, partner: bool, ground: _Ground) -> None:
    """No results of a test so far: it is answered with none, or left open; its scores are not asked for."""
    asked, reading = ground.asked, ground.reading
    path = PARTNER_TEST if partner else TEST_PATHS[0]
    if partner:
        reading.answers[path] = None
    elif asked is not None and asked.kind == "test":
        path = asked.fact
        refuse(asked, reading)
    elif language is not None and ground.told.get(path):
        path = TEST_PATHS[1]
        _take_no_language(language, ground.told, reading)
    else:
        reading.skipped.add(path)
    if path == TEST_PATHS[0]:
        reading.untested.add(path)
    draft = reading.drafts.get(path, {})
    if draft and draft.keys().isdisjoint(ABILITIES):
        reading.drafts[path] = {}


def _say_no_results(fact: Fact, partner: bool, counted: bool, reading: Reading) -> None:
    """Say once that there are no results yet, with the test and its day where they are told."""
    known = {"test": fact.value.get("test", "none"), "whose": "partner" if partner else "self"}
    told = {**known, "counted": "yes" if counted else "no"}
    planned, none = "note-test-planned", "note-no-results"
    if "date" in fact.value:
        reading.notes = [note for note in reading.notes if note.id != none]
        reading.notes.append(Because(planned, {**told, **_day(fact.value["date"])}))
    elif not any(note.id in (planned, none) for note in reading.notes):
        reading.notes.append(Because(none, told))


def _read_unfinished(fact: Fact, ground: _Ground) -> None:
    """Study without a diploma is no Canadian credential, where one is asked about."""
    if ground.asked is not None and ground.asked.fact.endswith("canadian_education"):
        ground.reading.answers[ground.asked.fact] = "none"


def _read_eca(fact: Fact, ground: _Ground) -> None:
    if not fact.value:
        ground.reading.answers[ECA_DATE] = None


def _read_spouse(fact: Fact, ground: _Ground) -> None:
    """ "My wife …": married, unless another status has been told; then which one holds is asked."""
    known, reading = ground.told.get(MARITAL), ground.reading
    if known is None:
        reading.answers.setdefault(MARITAL, "married")
    elif known not in PARTNERED and MARITAL not in reading.answers:
        reading.doubts.append(Doubt(path=MARITAL, readings=(known, *PARTNERED)))


def _read_partner_name(fact: Fact, ground: _Ground) -> None:
    """Only a first name was told: it is said to be the partner's."""
    ground.reading.notes.append(Because(CALLED, {"name": fact.value}))


def _without_dating(message_facts: Sequence[Fact], told: Told) -> Sequence[Fact]:
    """The facts without those of a girlfriend or boyfriend: neither married nor under one roof, they are no
    partner."""
    if not any(fact.field == "dating" for fact in message_facts):
        return message_facts
    statuses = {status for fact in message_facts if fact.field == MARITAL for status in fact.readings}
    if told.get(MARITAL) in PARTNERED or not statuses.isdisjoint(PARTNERED):
        return [fact for fact in message_facts if fact.field != "dating"]
    return [fact for fact in message_facts if fact.person != "partner"]


def _read_dating(fact: Fact, ground: _Ground) -> None:
    """What was left out of a girlfriend or boyfriend, and why, is said."""
    ground.reading.notes.append(Because("note-dating"))


def _read_relative(fact: Fact, ground: _Ground) -> None:
    """Another relative in Canada than a brother or sister: that no points come of it is said."""
    if fact.value and fact.person != "partner":
        ground.reading.notes.append(Because("note-relative"))


def _read_own_name(fact: Fact, ground: _Ground) -> None:
    """A name is nothing that the rules ask for."""


def _read_same(fact: Fact, ground: _Ground) -> None:
    """ "So does my wife": what was told last is hers, too; an age only where nothing else was."""
    alike = [(path, theirs) for path in ground.last if (theirs := _theirs(path)) and ground.told.get(path)]
    alike.sort(key=lambda each: each[0] != "age")
    for path, theirs in alike[-1:]:
        value = ground.told[path]
        if path == TESTS_LIST:
            value = value[-1]
        elif isinstance(value, list | tuple):
            value = [value[-1]]
        ground.reading.answers[theirs] = value


def _theirs(path: str) -> str | None:
    return PARTNER_TEST if path == TESTS_LIST else partners(path)


def _read_lives(fact: Fact, ground: _Ground) -> None:
    """Where somebody lives now is told alone: what of it counts is said."""
    ground.reading.notes.append(Because("note-lives"))


def _read_workplace(fact: Fact, ground: _Ground) -> None:
    """ "The hospital is in Nigeria": the place of the job told last without one."""
    for path in (PARTNER + JOBS, JOBS) if ground.of_partner(fact) else (JOBS, PARTNER + JOBS):
        entries = ground.entries(path)
        open_ones = [at for at, job in enumerate(entries) if "in_canada" not in job]
        if open_ones:
            at = open_ones[-1]
            now = {**entries[at], "in_canada": bool(fact.value["canada"])}
            ground.reading.answers[path] = [*entries[:at], now, *entries[at + 1 :]]
            return


def _read_applicant(fact: Fact, ground: _Ground) -> None:
    """Somebody writes for another person: whose facts are kept from now on is said."""
    said = fact.value
    if said["spouse"]:
        ground.reading.answers.setdefault(MARITAL, "married")
    known = "name" if said["name"] else "called" if said["applicant"] else "none"
    called = {"known": known, "name": said["name"], "called": said["applicant"], "writer": said["writer"]}
    ground.reading.notes.append(Because("note-applicant", called))


def _read_two_people(fact: Fact, ground: _Ground) -> None:
    """Two were named, and nobody said who applies: how that is taken is said."""
    ground.reading.notes.append(Because("note-two-people", fact.value))


def _read_correction(fact: Fact, ground: _Ground) -> None:
    """ "No 32", "in May, not June": that of the facts told which such a value can put right. A question on
    the table that takes it is answered instead, unless the message names what was wrong."""
    said = fact.value if isinstance(fact.value, Mapping) else {"numbers": (fact.value,)}
    before = repr(ground.reading)
    if "renamed" in said:
        named = replace(fact, field="language_test", value={"test": said["renamed"]})
        if not _rename_test(named, ground):
            _read_test(named, ground)
    elif "whose" in said:
        _hand_over(ground)
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


def _read_job_correction(fact: Fact, ground: _Ground) -> None:
    """ "I was a baker, not a cook", "the second job was in Toronto": the job that is meant is another one
    now, or goes; where no job was told, an occupation is told."""
    said, path = fact.value, (PARTNER if fact.person == "partner" else SELF) + JOBS
    entries = ground.before(path)
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
        _read_occupation(replace(fact, value=said["now"]["title"], mode="tell"), _without_noc(ground))


def _without_noc(ground: _Ground) -> _Ground:
    return replace(ground, told={path: value for path, value in ground.told.items() if path != "noc"})


def _untitle(name: str, ground: _Ground) -> None:
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


def _undo_work(ground: _Ground) -> None:
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


def _put_right_number(said: Mapping[str, Any], fact: Fact, ground: _Ground) -> None:
    numbers, thing, asked = [*said.get("wrong", ()), *said["numbers"]], said.get("thing"), ground.asked
    known = {path: _number_told(path, ground.told) for path in _correctable(said, fact, ground)}
    named = {path: value for path, value in known.items() if value is not None and value in numbers}
    if not named and len(numbers) > 1:
        everywhere = {path: _number_told(path, ground.told) for path in ground.told}
        named = {path: value for path, value in everywhere.items() if value is not None and value in numbers}
    right = [number for number in numbers if number not in named.values()]
    if not named:
        if ground.reading.told_something:
            return
        right = list(said["numbers"])
        if _takes_numbers(asked) and asked is not None and thing is None and len(right) == 1:
            _read_generic(replace(fact, field="number", value=right[0]), ground)
            return
        if len(right) > 1 or "wrong" in said:
            return
    paths = list(named) or [path for path, value in known.items() if value is not None]
    if thing in OWN_FACTS and not named and len(right) == 1:
        _settle(thing, replace(fact, value=right[0]), ground.reading)
    elif len(right) == 1:
        paths = paths if len(paths) == 1 else [path for path in paths if _may_be(path, right[0])]
        if len(paths) == 1:
            _put_right(paths[0], {"years": right[0]}, right[0], fact, ground)
    elif not right and "canada" in said:
        for path in [path for path in named if path.rpartition(".")[2] == JOBS]:
            _put_right(path, {"in_canada": said["canada"]}, None, fact, ground)


def _correctable(said: Mapping[str, Any], fact: Fact, ground: _Ground) -> Sequence[str]:
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


def _put_right_place(said: Mapping[str, Any], fact: Fact, ground: _Ground) -> None:
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


def _put_right_titled(title: str, in_canada: bool, ground: _Ground) -> None:
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


def _put_right_date(said: Mapping[str, Any], ground: _Ground) -> None:
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
    paths = named or [path for path in dated if path in _wholes(ground.last)] or list(dated)
    if len(paths) != 1:
        return
    path = paths[0]
    date = said["date"]
    if path in (*TEST_PATHS, PARTNER_TEST):
        ground.reading.answers[path] = {**ground.told[path], "date": date}
    else:
        ground.reading.answers[path] = date


def _put_right_job(said: Mapping[str, Any], ground: _Ground) -> bool:
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


def _wholes(paths: Sequence[str]) -> set[str]:
    """Paths, and those of which they tell a part."""
    return {*paths, *(path.rpartition(".")[0] for path in paths if path in PARTS)}


def _day_told(path: str, told: Told) -> str | None:
    value = told.get(path)
    return value.get("date") if isinstance(value, Mapping) else value


def _hand_over(ground: _Ground) -> None:
    """ "I mean my wife has it": what was told last as one's own is the partner's."""
    reading = ground.reading
    for path in ground.last:
        value = ground.told.get(path)
        theirs = PARTNER + ("language" if path in TEST_PATHS else path)
        if value is None or path.startswith(PARTNER) or not _can_be_partners(path):
            continue
        if path in (JOBS, CREDENTIALS):
            reading.answers[theirs] = [*ground.entries(theirs), value[-1]]
            rest = list(value[:-1])
            reading.answers |= {path: rest} if rest else {}
            reading.withdrawn |= set() if rest else {path}
        else:
            reading.answers[theirs] = value
            reading.withdrawn.add(path)


def _can_be_partners(path: str) -> bool:
    return path in PARTNER_FACTS or path in (JOBS, CREDENTIALS, *TEST_PATHS, *LEVELS.values())


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


def _read_parts(fact: Fact, ground: _Ground) -> None:
    """ "Not all in Dubai, 5 years in Kerala before": the work told last in its parts, or plain years."""
    parts = fact.value["parts"]
    now = jobs.split(ground.before(JOBS), parts, fact.value.get("total"))
    if now is not None:
        ground.reading.answers[JOBS] = now
        return
    for name, in_canada in jobs.YEARS.items():
        if years := sum(part["years"] for part in parts if part["in_canada"] is in_canada):
            ground.reading.answers[name] = years


def _read_note(fact: Fact, ground: _Ground) -> None:
    name = str(fact.value) if isinstance(fact.value, str | int | float) else ""
    ground.reading.notes.append(Because(NOTES[fact.field], {"name": name}))


def _savings_needed(ground: _Ground) -> dict[str, Any]:
    """How much the family has to show, and how many they are; empty while that is not known."""
    told = {**ground.told, **ground.reading.answers}
    if not told.keys() & {"family_size", CHILDREN, "marital_status"}:
        return {}
    try:
        found = costs(parse_profile(in_any_order(nest(told)), draft=True), ground.today)
    except ProfileError:
        return {}
    if (found.missing and "family_size" not in told) or found.funds_needed is False:
        return {}
    return {"amount": found.funds_amount, "people": found.size}


def _read_job(fact: Fact, ground: _Ground) -> None:
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
        _put_off(path, job, ground)
        return
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
    elif partner and not known:
        reading.answers[path] = [{**job, **_plain_years(prefix, ground.told)}]
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
    if fact.of_either and prefix == SELF and fact.mode == "tell":
        _put_off(path, readings[0], ground)
        return
    now = diplomas.retold(known, readings[0], fact.mode, len(before))
    if fact.mode == "tell" and known == before and diplomas.at_odds(before, now):
        reading.doubts.append(Doubt(path=path, readings=(now, now[len(before) :])))
        return
    if prefix == PARTNER and fact.named and not fact.sure and len(readings) == 1 and not known:
        reading.doubts.append(
            Doubt(path=path, readings=(now,))
        )  # of which of the two? See _reconcile_owners.
        return
    reading.answers[path] = now
    levels = tuple(diploma["level"] for diploma in fact.readings)
    if len(levels) > 1 and len(now) > len(known):
        reading.doubts.append(Doubt(path=f"{path}.{len(now) - 1}.level", readings=levels))


def _put_off(path: str, entry: Mapping[str, Any], ground: _Ground) -> None:
    """Leave open whose a diploma or a job is, until the whole message was read. See _reconcile_owners."""
    doubts = ground.reading.doubts
    open_now = next((doubt for doubt in doubts if doubt.path == path and len(doubt.readings) == 1), None)
    entries = [*(open_now.readings[0] if open_now else ()), dict(entry)]
    if open_now:
        doubts.remove(open_now)
    doubts.append(Doubt(path=path, readings=(entries,)))


def _take_ones_own(message_facts: Sequence[Fact], ground: _Ground) -> None:
    """ "He is 36. Bachelor's. My husband has a master's": what the partner's is told behind is one's own."""
    reading = ground.reading
    for path, told in ((CREDENTIALS, "credential"), ("first_language", "language_test")):
        facts = [fact for fact in message_facts if fact.field == told]
        first = next((fact.start for fact in facts if fact.of_either), None)
        behind = any(
            ground.of_partner(fact) and fact.sure
            for fact in facts
            if first is not None and fact.start > first
        )
        open_now = [each for each in reading.doubts if each.path == path and len(each.readings) == 1]
        if behind and open_now and path not in {*ground.told, *reading.answers}:
            reading.doubts.remove(open_now[0])
            reading.answers[path] = open_now[0].readings[0]


def _reconcile_owners(ground: _Ground) -> None:
    """A diploma or job that may be of either of two is the partner's where one's own is told, and theirs is
    not."""
    reading = ground.reading
    told = {*ground.told, *reading.answers}
    for path in (CREDENTIALS, JOBS):
        theirs = PARTNER + path
        for doubt in [each for each in reading.doubts if each.path == path and len(each.readings) == 1]:
            if path in told and theirs not in told:
                reading.doubts.remove(doubt)
                reading.answers[theirs] = doubt.readings[0]
            elif path in told:
                reading.doubts.remove(doubt)
                entries = [*ground.entries(theirs), *doubt.readings[0]]
                reading.doubts.append(Doubt(path=theirs, readings=(entries,)))
    theirs = PARTNER + CREDENTIALS
    own = {CREDENTIALS, "education"} & {*ground.told, *reading.answers}
    for doubt in [each for each in reading.doubts if each.path == theirs and len(each.readings) == 1]:
        if own or theirs in reading.answers:
            reading.doubts.remove(doubt)
            reading.answers.setdefault(theirs, doubt.readings[0])


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
    aged = any("age" in child for child in before)
    found = children.together(before, now) if now else (before, now) if aged else (now,)
    if len(found) > 1:
        del ground.reading.answers[CHILDREN]
        ground.reading.doubts.append(Doubt(path=CHILDREN, readings=found))
    else:
        ground.reading.answers[CHILDREN] = found[0]


def _reconcile_assessments(message_facts: Sequence[Fact], ground: _Ground) -> None:
    """ "WES says bachelor's, the MBA never went to WES": no assessment of the diploma named beside it."""
    answers = ground.reading.answers
    papers = [fact for fact in message_facts if fact.field == "credential" and not ground.of_partner(fact)]
    none = [fact for fact in message_facts if fact.field == "has_eca" and fact.value is False]
    if not papers or not none or answers.get(ECA_DATE, ground) is not None:
        return
    named = [paper for paper in papers if paper.end <= none[-1].start] or papers
    date = next((fact.value for fact in message_facts if fact.field == ECA_DATE and fact.sure), None)
    done = any(fact.field == "has_eca" and fact.value for fact in message_facts)
    assessed = bool(date or done or ground.told.get(ECA_DATE))
    now = diplomas.unassessed(ground.entries(CREDENTIALS), named[-1].readings[0], assessed)
    if now is not None:
        answers[CREDENTIALS] = now
        del answers[ECA_DATE]
        answers |= {ECA_DATE: date} if date else {}


def _reconcile_tests(told: Told, reading: Reading) -> None:
    """The list of tests follows what is told of the tests at their own paths; it goes where no language has
    two of them any more."""
    tests = reading.answers.get(TESTS_LIST, told.get(TESTS_LIST))
    if tests is None:
        return
    gone = {path for path in TEST_PATHS if path in reading.withdrawn}
    now, instead = results.in_step(tests, told, reading.answers, gone)
    reading.answers |= instead
    reading.withdrawn -= instead.keys()
    if results.is_needed(now):
        reading.answers |= {TESTS_LIST: now} if now != told.get(TESTS_LIST) else {}
    else:
        reading.answers.pop(TESTS_LIST, None)
        reading.withdrawn |= {TESTS_LIST} & told.keys()


def _reconcile_lists(ground: _Ground) -> None:
    """A list and the single facts that tell the same are never kept both: what was told last holds."""
    _reconcile_jobs(ground)
    _reconcile_diplomas(ground)
    _reconcile_size(ground)
    _instead("family_size", CHILDREN, ground)


def _reconcile_size(ground: _Ground) -> None:
    """ "All five of us" beside three children who are known counts the family, and drops none of them."""
    told, answers = ground.told, ground.reading.answers
    kids = answers.get(CHILDREN, told.get(CHILDREN))
    if not kids or "family_size" not in answers:
        return
    couple = answers.get(MARITAL, told.get(MARITAL)) in PARTNERED
    if answers["family_size"] in (1 + couple + len(kids), len(kids) + 2):
        del answers["family_size"]
        answers[CHILDREN] = kids


def _reconcile_diplomas(ground: _Ground) -> None:
    """The country that is told alone is that of the diplomas; a level that is told alone replaces them."""
    told, reading = ground.told, ground.reading
    for prefix in (SELF, PARTNER):
        path, country = prefix + CREDENTIALS, prefix + "education_country_is_canada"
        entries = ground.entries(path)
        if entries and country in reading.answers and prefix + "education" not in reading.answers:
            every = country in ground.of_all
            reading.answers[path] = diplomas.placed(entries, bool(reading.answers.pop(country)), every)
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


def _settle_jobs(path: str, ground: _Ground) -> None:
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


def _answers_about_partner(message_facts: Sequence[Fact], asked: Question | None) -> bool:
    """Whether facts of nobody in particular ("a bachelor's") answer the open question about the partner.

    They do when they are just what was asked; a message that tells more is about whoever writes it.
    """
    if asked is None or not asked.fact.startswith("spouse."):
        return False
    wanted = {"language": "language_test", "canadian_work_years": "job", "education": "credential"}
    last = asked.fact.split(".")[1]
    bare = {fact.field for fact in message_facts if not fact.named}
    levels = {"language_levels"} if last == "language" else set()
    return bare - GENERIC <= {last, wanted.get(last, last), "no_test", "test_to_come", *levels}


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
    """Take a fact as an answer, or as a doubt when it was not said for certain; savings are always about so
    much, and "no certificate" beside other things that somebody has not is none in a trade either."""
    child = path in ("age", "spouse.age") and isinstance(fact.value, int) and fact.value < YOUNGEST
    plainly = len(fact.readings) == 1 and (path == FUNDS or (path == CERTIFICATE and fact.value is False))
    if (fact.sure or plainly) and not child:
        reading.answers[path] = fact.value
    else:
        reading.doubts.append(Doubt(path=path, readings=fact.readings))


def _read_generic(fact: Fact, ground: _Ground) -> None:
    """A yes, a number or four scores mean something only as the answer to the question on the table."""
    asked, told, reading = ground.asked, ground.told, ground.reading
    name, value = fact.field, fact.value
    apart = {"work_years": _is_of_no_question, "number": _is_length_of_study}.get(name)
    if apart is not None and apart(fact, ground):
        return
    if name == "place":
        _read_place(bool(value["canada"]), ground)
        return
    if asked is None or asked.kind == "several":
        return
    if name == "scores" and asked.kind == "test":
        scores = dict(zip(ABILITIES, value, strict=False))
        if len(value) == len(ABILITIES) and not _read_as_levels(asked.fact, scores, fact, ground):
            _take_test(asked.fact, scores, told, reading)
    elif name == "yes_no" and asked.kind == "yes_no":
        _settle(asked.fact, replace(fact, value=_yes_no(asked, value)), reading)
    elif name == "yes_no" and not value and asked.fact not in reading.drafts:
        refuse(asked, reading)
    elif name == "number" and asked.kind == "test" and "test" in reading.drafts.get(asked.fact, {}):
        missing = [ability for ability in ABILITIES if ability not in reading.drafts[asked.fact]]
        if missing:
            _take_test(asked.fact, {missing[0]: value}, told, reading)
    elif name == "number" and asked.fact in ("age", PARTNER + "age") and value in _DIGITS:
        reading.unused.append(fact)
    elif (name == "number" and asked.kind == "number") or (name == "work_years" and asked.numbers):
        about = asked.fact == FUNDS and len(fact.readings) == 1  # it is asked about how much
        _settle(asked.fact, replace(fact, sure=fact.sure or about), reading)


_DIGITS = range(1, 10)
"""Numbers that are typed for one of the buttons, or tell a length, and nobody's age."""


def _read_place(in_canada: bool, ground: _Ground) -> None:
    """ "India", said by itself: where the diploma is from, or where the work was, that was told last without
    a place; to the question for a diploma it is where that is from."""
    reading, last, asked = ground.reading, _wholes(ground.last), ground.asked
    if asked is not None and asked.fact in ASKED_PLACES:
        reading.answers[asked.fact] = in_canada  # "yes, issued in Qatar": only Canada counts
        return
    for prefix in (SELF, PARTNER):
        for name in (CREDENTIALS, JOBS):
            path = prefix + name
            entries = ground.entries(path)
            if path in last and entries and "in_canada" not in entries[-1]:
                placed = diplomas.placed(entries, in_canada) if name == CREDENTIALS else None
                reading.answers[path] = placed or [*entries[:-1], {**entries[-1], "in_canada": in_canada}]
                return
    if asked is not None and asked.fact == "education":
        reading.answers["education_country_is_canada"] = in_canada


def _is_length_of_study(fact: Fact, ground: _Ground) -> bool:
    """Whether "4 years", said by itself right behind a diploma, is how long it took, and is taken so."""
    path = ground.last[0] if len(ground.last) == 1 else ""
    asked = ground.asked is not None and ground.asked.fact != "age"
    if path not in (CREDENTIALS, PARTNER + CREDENTIALS) or asked or fact.value not in _DIGITS:
        return False
    entries = ground.entries(path)
    ground.reading.answers[path] = [*entries[:-1], {**entries[-1], "years": fact.value}]
    return True


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


def _is_of_no_question(fact: Fact, ground: _Ground) -> bool:
    """Whether years of work correct what was told, or no question asks for them, and they are taken so."""
    if fact.mode == "replace" and _correct_years(fact, ground):
        return True
    if ground.asked is not None and ground.asked.numbers:
        return False
    _read_placeless_years(fact, ground)
    return True


def _correct_years(fact: Fact, ground: _Ground) -> bool:
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
        _settle(prefix + plain[0], fact, ground.reading)
    else:
        at, path = timed[0], prefix + JOBS
        entries = ground.entries(path)
        entries[at] = {**entries[at], jobs.LENGTH: fact.readings[0]}
        ground.reading.answers[path] = entries
    return True


_YEARS = ("canadian_work_years", "foreign_work_years")


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
    "job_correction": _read_job_correction,
    "job_parts": _read_parts,
    "credential": _read_credential,
    "job": _read_job,
    "noc": _read_noc,
    "occupation": _read_occupation,
    "language_test": _read_test,
    "language_levels": _read_levels,
    "no_language": _read_no_language,
    "no_test": _read_no_test,
    "test_to_come": _read_no_test,
    "spoken_level": _read_spoken_level,
    "has_eca": _read_eca,
    "unfinished_study": _read_unfinished,
    "has_spouse": _read_spouse,
    "partner_name": _read_partner_name,
    "own_name": _read_own_name,
    "lives": _read_lives,
    "same": _read_same,
    "workplace": _read_workplace,
    "dating": _read_dating,
    "relative_in_canada": _read_relative,
    "applicant": _read_applicant,
    "two_people": _read_two_people,
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


def said_reading(doubt: Doubt, yes: bool | None) -> Any:
    """The reading that a bare yes or no takes: of one that was asked about, or of two ways to read a list
    ("do you have all of these?"); None where it takes neither."""
    readings = doubt.readings
    if yes is None or doubt.against:
        return None
    if len(readings) == 1:
        return readings[0] if yes else (not readings[0]) if isinstance(readings[0], bool) else None
    lists = len(readings) == 2 and doubt.path.rpartition(".")[2] == CREDENTIALS
    return readings[0 if yes else 1] if lists else None


def named_reading(doubt: Doubt, message_facts: Sequence[Fact]) -> Any:
    """The answer to a doubt that a message gives in words: the place or the code of a job, a number; None
    without one."""
    part = entry_part(doubt.path)
    wanted = {"in_canada": "place", "noc": "noc", "hours_per_week": "number"}.get(part[2]) if part else None
    if part is None and any(entry.fact == doubt.path and entry.kind == "number" for entry in questions()):
        wanted = "number"
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
    elif isinstance(value, str) and tuple(value.split(",")) in asked.grouped and "," in value:
        reading.doubts.append(Doubt(path=asked.fact, readings=tuple(value.split(","))))
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
        numbers = [at for at, job in enumerate(told.get(of) or ()) if jobs.place_decides(job)]
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
    reading.withdrawn |= {LEVELS[language]} & told.keys()
    if test is None or TESTS[test].language != language:
        reading.answers["second_language"] = None


def _test_path(
    value: Mapping[str, Any], partner: bool, asked: Question | None, told: Told, reading: Reading
) -> str:
    """Which of the profile's tests a test fact belongs to."""
    if partner or (asked is not None and asked.fact == PARTNER_TEST and "test" not in value):
        return PARTNER_TEST
    language = results.language_of(value)
    if language is None:
        if asked is not None and asked.kind == "test" and asked.fact in reading.drafts:
            return asked.fact
        return next((path for path in TEST_PATHS if path in reading.drafts), TEST_PATHS[0])
    for path in TEST_PATHS:
        known = reading.answers.get(path) or reading.drafts.get(path) or told.get(path) or {}
        if results.language_of(known) in (None, language):
            return path
    return TEST_PATHS[1]


def _take_test(
    path: str, value: Mapping[str, Any], told: Told, reading: Reading, beside: bool = False
) -> None:
    """Merge what was said about a test with what is known of it; complete tests become answers.

    Another test than before drops the old scores: a score means nothing without its test. One that stands
    ``beside`` the test of the path becomes an entry of the list.
    """
    if beside:
        _take_one_more(path, value, told, reading)
        return
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
        merged = results.completed(merged)
        reading.answers[path] = merged
        reading.withdrawn.discard(path)
        _make_room(path, merged["test"], told, reading)
    else:
        reading.drafts[path] = merged


def _take_one_more(path: str, value: Mapping[str, Any], told: Told, reading: Reading) -> None:
    """Another test in the language of the one at the path: told in part it is a draft, complete an entry."""
    first = reading.answers.get(path) or told[path]
    tests = list(reading.answers.get(TESTS_LIST, told.get(TESTS_LIST)) or ())
    tests = tests or [test for each in TEST_PATHS if (test := reading.answers.get(each) or told.get(each))]
    draft = reading.drafts.get(path, {})
    same = draft if draft.get("test") == value.get("test", draft.get("test")) else {}
    known = results.named([test for test in tests if test != first], value.get("test"))
    merged = {**(same if same.get(results.BESIDE) else known or {}), **value}
    problems = _impossible_scores(merged)
    if problems:
        reading.problems.extend(problems)
    elif "test" in merged and all(ability in merged for ability in ABILITIES) and _column_known(merged):
        reading.drafts[path] = {}
        reading.answers[TESTS_LIST] = results.joined(tests, results.completed(merged), known)
    else:
        reading.drafts[path] = {**merged, results.BESIDE: True}


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
