"""Whose a fact is, and who there is: a partner, children, brothers and sisters, who applies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue import children, jobs
from bot.dialogue.questions import Question
from bot.dialogue.reading.ground import GENERIC, MARITAL, PARTNER_FACTS, PARTNERS_OWN, SIBLING, Ground
from bot.dialogue.state import Doubt
from bot.dialogue.told import (
    CHILDREN,
    CREDENTIALS,
    JOBS,
    LEVELS,
    PARTNER,
    PARTNER_TEST,
    TEST_PATHS,
    TESTS_LIST,
    Told,
    partners,
)
from bot.facts import ON_THE_GRID, Fact
from express_entry.points import Because
from express_entry.programs.fsw import relative_points
from express_entry.vocabulary import PARTNERED

CALLED = "note-partner-name"
"""The remark for a message that tells no more than what the partner is called."""
ADULT = 18
"""The age from which a brother or sister counts (IRCC's page on the ranking criteria)."""


def is_about_nobody(fact: Fact, message_facts: Sequence[Fact], asked: Question | None, told: Told) -> bool:
    """Whether "he is 17" is said of nobody who is known: no partner has been told of, now or before."""
    if fact.person != "partner" or fact.field not in PARTNERS_OWN:
        return False
    known = any(path.startswith(PARTNER) for path in told) or told.get(MARITAL) in PARTNERED
    now = any(each.field in ("has_spouse", "partner_name", "accompanying", MARITAL) for each in message_facts)
    about = asked is not None and (asked.fact.startswith(PARTNER) or asked.fact in (SIBLING, MARITAL))
    own = {each.field for each in message_facts if each.person == "self" and each.named}
    beside = any(each.person == "partner" and each.field in own & PARTNERS_OWN for each in message_facts)
    return not (known or now or about or beside)  # "me 34, him 36": two who are told of side by side


def of_the_sibling(message_facts: Sequence[Fact], asked: Question | None) -> Sequence[Fact]:
    """To the question about brothers and sisters "yes, but she is 16" is a no: only adults count."""
    ages = [fact for fact in message_facts if fact.field == "age" and fact.person == "partner"]
    if asked is None or asked.fact != SIBLING or not ages:
        return message_facts
    rest = [fact for fact in message_facts if fact not in ages]
    minor = all(isinstance(fact.value, int) and fact.value < ADULT for fact in ages)
    return [replace(fact, value=False) if minor and fact.field == "yes_no" else fact for fact in rest]


def is_about_sibling(fact: Fact, ground: Ground) -> bool:
    """Whether "she is no citizen" is said of the sister who was told of last, where no partner is known."""
    return (
        fact.field == "citizen_or_permanent_resident"
        and SIBLING in ground.last
        and MARITAL not in {**ground.told, **ground.reading.answers}
    )


def read_spouse(fact: Fact, ground: Ground) -> None:
    """ "My wife …": married, unless another status has been told; then which one holds is asked."""
    known, reading = ground.told.get(MARITAL), ground.reading
    if known is None:
        reading.answers.setdefault(MARITAL, "married")
    elif known not in PARTNERED and MARITAL not in reading.answers:
        reading.doubts.append(Doubt(path=MARITAL, readings=(known, *PARTNERED)))


def read_partner_name(fact: Fact, ground: Ground) -> None:
    """Only a first name was told: it is said to be the partner's."""
    ground.reading.notes.append(Because(CALLED, {"name": fact.value}))


def without_dating(message_facts: Sequence[Fact], told: Told) -> Sequence[Fact]:
    """The facts without those of a girlfriend or boyfriend: neither married nor under one roof, they are no
    partner."""
    if not any(fact.field == "dating" for fact in message_facts):
        return message_facts
    statuses = {status for fact in message_facts if fact.field == MARITAL for status in fact.readings}
    if told.get(MARITAL) in PARTNERED or not statuses.isdisjoint(PARTNERED):
        return [fact for fact in message_facts if fact.field != "dating"]
    return [fact for fact in message_facts if fact.person != "partner"]


def read_dating(fact: Fact, ground: Ground) -> None:
    """What was left out of a girlfriend or boyfriend, and why, is said."""
    ground.reading.notes.append(Because("note-dating"))


def read_relative(fact: Fact, ground: Ground) -> None:
    """Another relative in Canada than a brother or sister: what comes of it is said. A cousin gives nothing,
    an aunt points on the grid of the Federal Skilled Worker Program."""
    if fact.value and fact.person != "partner":
        grid = "yes" if fact.value == ON_THE_GRID else "no"
        points = relative_points(ground.today)
        ground.reading.notes.append(Because("note-relative", {"grid": grid, "points": points}))


def read_somebody_else(fact: Fact, ground: Ground) -> None:
    """What is told of whom the message before spoke of, who is no part of the profile: that is said."""
    ground.reading.notes.append(Because("note-somebody-else"))


def read_own_name(fact: Fact, ground: Ground) -> None:
    """A name is nothing that the rules ask for."""


def read_same(fact: Fact, ground: Ground) -> None:
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


def read_lives(fact: Fact, ground: Ground) -> None:
    """Where somebody lives now is told alone: work told before with no place was there, in Canada as far as
    it goes on; else what of it counts is said."""
    entries = ground.before(JOBS)
    placed = [jobs.at_home(job, bool(fact.value)) for job in entries]
    if placed != list(entries):
        ground.reading.answers[JOBS] = placed
    else:
        ground.reading.notes.append(Because("note-lives"))


def read_applicant(fact: Fact, ground: Ground) -> None:
    """Somebody writes for another person: whose facts are kept from now on is said."""
    said = fact.value
    if said["spouse"]:
        ground.reading.answers.setdefault(MARITAL, "married")
    known = "name" if said["name"] else "called" if said["applicant"] else "none"
    called = {"known": known, "name": said["name"], "called": said["applicant"], "writer": said["writer"]}
    ground.reading.notes.append(Because("note-applicant", called))


def read_two_people(fact: Fact, ground: Ground) -> None:
    """Two were named, and nobody said who applies: how that is taken is said."""
    ground.reading.notes.append(Because("note-two-people", fact.value))


def hand_over(ground: Ground) -> None:
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


def take_ones_own(message_facts: Sequence[Fact], ground: Ground) -> None:
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


def reconcile_owners(ground: Ground) -> None:
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


def read_child(fact: Fact, ground: Ground) -> None:
    """A child of this message; how it stands to those told before is decided at the end of the message."""
    reading, told_now = ground.reading, CHILDREN in ground.reading.answers
    if fact.mode == "take_back":
        reading.withdrawn |= {CHILDREN} & ground.told.keys()
    elif fact.value is None:
        reading.answers[CHILDREN] = []
    else:
        others = ground.entries(CHILDREN) if told_now or fact.mode == "add" else []
        reading.answers[CHILDREN] = [*others, dict(fact.value)]


def reconcile_children(message_facts: Sequence[Fact], ground: Ground) -> None:
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


def reconcile_size(ground: Ground) -> None:
    """ "All five of us" beside three children who are known counts the family, and drops none of them."""
    told, answers = ground.told, ground.reading.answers
    kids = answers.get(CHILDREN, told.get(CHILDREN))
    if not kids or "family_size" not in answers:
        return
    couple = answers.get(MARITAL, told.get(MARITAL)) in PARTNERED
    if answers["family_size"] in (1 + couple + len(kids), len(kids) + 2):
        del answers["family_size"]
        answers[CHILDREN] = kids


def answers_about_partner(message_facts: Sequence[Fact], asked: Question | None) -> bool:
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
