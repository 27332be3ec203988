"""As what somebody works: a job title in their own words, a NOC code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import Any

from bot.facts import Fact
from bot.nlu.facts.hearing import Hearing, once
from bot.nlu.facts.patterns import Match
from bot.nlu.facts.person import ages
from express_entry.occupations.search import is_in_titles

_JOINTS = frozenset({"de", "d'", "en", "des", "du", "la", "a la", "au", "aux"})
_AT = frozenset({"a la", "au", "aux", "des", "du"})
"""Joints behind which a name with a capital is where somebody works."""
_IN_TAIL = frozenset({"JOBMODIFIER", "JOBHEAD"})
_AFTER_TITLE = ("IN", "COMMA", "SINCE", "AND", "FROM", "NUM", "WHILE", "SELF_EMPLOYED")
_SCHOOLS = frozenset(
    {"primaire", "secondaire", "maternelle", "college", "lycee", "elementaire", "universite"}
)
"""Where somebody teaches, as part of the title: « prof de primaire », « professeure d'université »."""
_LONGEST_TAIL = 4
"""Words behind the head of a French title."""


def spelled(hearing: Hearing, first: int, last: int) -> str:
    """The title that the words tell: as written, that of whoever does what a verb says (:mod:`trades`), or
    the field in which somebody works."""
    kinds = hearing.words[first].kinds
    verb = kinds.get("JOBVERB") or kinds.get("WORKFIELD")
    return str(verb) if verb else hearing.text[hearing.words[first].start : hearing.words[last].end]


@once
def titles(hearing: Hearing) -> list[tuple[int, int]]:
    """Where job titles stand: the first and the last word of each."""
    found: list[tuple[int, int]] = []
    for match in hearing.matches("occupation.headed"):
        first, last = _widened(hearing, match.start()), match.end() - 1
        before = hearing.words[match.start() - 1] if match.start() else None
        if _names_a_workplace(hearing, match.start()) or _is_quoted(hearing, match):
            continue
        if _is_studied(hearing, match) or _is_of_the_application(hearing, match):
            continue
        if "JOBVERB" in hearing.words[match.start()]:
            found += [] if hearing.negated(match.start(), 3) else [(match.start(), match.start())]
            continue
        if _is_title(hearing, match.start(), first, last, before) and not hearing.negated(first, 3):
            found.append((first, _lengthened(hearing, last)))
    for match in hearing.matches("occupation.after_as"):
        first, last = match.start("title"), match.end("title") - 1
        working = hearing.part_has(first, "WORK", "EXPERIENCE", "YEARS", "HOURS", "SINCE")
        known = any(word.kinds.keys() - {"JOBMODIFIER", "OF"} for word in hearing.words[first : last + 1])
        apart = not any(start <= last and first <= end for start, end in found)
        if working and not known and apart and not hearing.negated(first, 3):
            found.append((first, last))
    for match in hearing.matches("occupation.in_field"):
        at = match.start("field")
        if not hearing.part_has(at, *_LEARNED) and not hearing.negated(at, 3):
            found.append((at, at))
    return sorted(found)


_LEARNED = ("STUDY", "DEGREE", "DOUBTFUL_DEGREE", "DIPLOMA", "STUDENTWORD", "STUDENT_STATUS")
"""Kinds of words beside which a field is one of study."""


def _is_of_the_application(hearing: Hearing, match: Match) -> bool:
    """Whether "principal" tells who of a couple applies: "with him as the principal", "he'd be principal";
    not "he works as the principal of a school"."""
    if hearing.words[match.start()].text not in _PRINCIPAL or hearing.part_has(
        match.start(), "WORK", "YEARS"
    ):
        return False
    behind = hearing.words[match.end() : match.end() + 1]
    before = hearing.words[max(0, match.start() - _TO_PRINCIPAL) : match.start()]
    one_of_two = any(kind in word for word in before for kind in ("HE", "PARTNER", "ME"))
    led = any("WITH" in word or "WANT" in word or word.text in _WOULD_BE for word in before)
    led = led or any("BE" in word for word in before[-1:])  # "he's principal", not "he's a principal"
    return one_of_two and led and not any("OF" in word or "IN" in word for word in behind)


_PRINCIPAL = frozenset({"principal", "principale"})
_TO_PRINCIPAL = 6
_WOULD_BE = frozenset({"serait", "sera", "would", "'d", "will", "'ll", "avec"})


def _is_studied(hearing: Hearing, match: Match) -> bool:
    """Whether a title is what a diploma is in, and another tells the work (« master d'ingénieur, dev depuis
    2023 »), or only that somebody is a graduate: "computer engineer graduated from ENSA"."""
    words, first = hearing.words, match.start()
    before = words[max(0, first - 2) : first]
    of_degree = len(before) > 1 and "OF" in before[1] and "DEGREE" in before[0]
    if len(before) > 1 and "OF" in before[1] and before[0].text in _DIPLOMAS:
        return True  # « mon diplôme d'infirmier »
    if of_degree and any(other.start() > match.end() for other in hearing.matches("occupation.headed")):
        return True
    behind = words[match.end() : match.end() + _TO_GRADUATED]
    at = next((at for at, word in enumerate(behind) if word.text.startswith(_GRADUATED)), None)
    if at is None or any(word.kinds for word in behind[:at]) or len(behind) < at + 2:
        return False
    from_there = "FROM" in behind[at + 1] and not any(word.text == "etat" for word in behind[at + 2 :])
    engineers = any(word.text.startswith(_ENGINEERS) for word in words[first : match.end()])
    return engineers and from_there


_DIPLOMAS = frozenset({"diplome", "diplomes", "brevet", "formation"})
_ENGINEERS = ("ingen", "engineer")
"""Titles that a diploma gives as well as a job."""
_GRADUATED = ("diplome", "graduate")
_TO_GRADUATED = 5


def _is_quoted(hearing: Hearing, match: Match) -> bool:
    """Whether somebody of that occupation is quoted: "the doctor says", "as the agent wrote"."""
    after = hearing.words[match.end() : match.end() + 1]
    return any(word.text in _QUOTING for word in after)


_QUOTING = frozenset(
    {"says", "said", "say", "wrote", "writes", "told", "tells", "thinks", "thought", "dit", "m'a dit"}
)


@once
def named_titles(hearing: Hearing) -> list[tuple[int, int]]:
    """Where words for occupations stand, whatever is said of them: "not electrician, electrical engineer"."""
    found: list[tuple[int, int]] = []
    for match in hearing.matches("occupation.headed"):
        if "JOBVERB" in hearing.words[match.start()]:
            found.append((match.start(), match.start()))
        elif not _names_a_workplace(hearing, match.start()):
            first = match.start()
            while first > 0 and _belongs(hearing, first - 1):
                first -= 1
            found.append((first, _lengthened(hearing, match.end() - 1)))
    return sorted(found)


def _belongs(hearing: Hearing, at: int) -> bool:
    """Whether a word that no list knows stands in titles, so that "welding" belongs to "inspector"."""
    word = hearing.words[at]
    known = not word.kinds and word.text.isalpha() and word.text not in _THAT
    return known and is_in_titles(word.text, hearing.lang)


_THAT = frozenset({"ca", "cela"})
"""« Elle est enseignante ça aide ? »: what begins the next clause, though CA is a title."""


def title_within(hearing: Hearing, first: int, last: int, at: int) -> tuple[int, int] | None:
    """The job title in what is told of one job, whose length ends at the word ``at``.

    There, any word for an occupation is its title; else unknown words where titles stand are: right behind
    the length, or first of all.
    """
    if at + 2 <= last and "AS" in hearing.words[at + 1]:  # "first as a teller, since 2017 as manager"
        behind = title_within(hearing, at + 2, last, at + 1)
        if behind is not None:
            return behind
    for match in hearing.matches_within("occupation.headed", first, last):
        if _names_a_workplace(hearing, match.start()) or _is_studied(hearing, match):
            continue
        if _is_of_the_application(hearing, match) or is_of_the_other(hearing, match.start(), at):
            continue
        if "JOBVERB" in hearing.words[match.start()]:
            return match.start(), match.start()
        start = max(first, _widened(hearing, match.start()))
        if not (_is_of_ones(hearing, start) or hearing.negated(start, 3)):
            return start, min(last, _lengthened(hearing, match.end() - 1))
    named = next((span for span in titles(hearing) if first <= span[0] <= last), None)
    if named := named or _unknown(hearing, at + 1, last):
        return named
    opening = _unknown(hearing, first, last)
    return None if opening is None or _is_greeting(hearing, *opening, at) else opening


def is_of_the_other(hearing: Hearing, title: int, at: int) -> bool:
    """Whether a title and a length are told of two people: "she's a nurse, I'm a welder 6 years"."""
    one, other = hearing.scopes[title], hearing.scopes[at]
    return one.named and other.named and {one.person, other.person} == {"self", "partner"}


def _is_of_ones(hearing: Hearing, first: int) -> bool:
    """Whether a title is somebody's of whom one speaks: "my manager", "her boss"; not "me accountant 15 yrs,
    him driver 20"."""
    before = hearing.words[first - 1] if first else None
    return before is not None and ("SELF" in before or "HE" in before) and not is_subject(hearing, first - 1)


def is_subject(hearing: Hearing, at: int) -> bool:
    """Whether a word tells who somebody is, and not whose somebody is: "me", "him"; "her" begins a clause."""
    word = hearing.words[at]
    begins = at == 0 or any(kind in hearing.words[at - 1] for kind in _BEGINNING)
    return "ME" in word or word.text in _SUBJECTS or (word.text == "her" and begins)


_BEGINNING = ("COMMA", "STOP", "SLASH", "COLON", "AND", "BUT", "YEARS")
_SUBJECTS = frozenset({"he", "she", "him", "elle", "il", "lui"})


def _is_greeting(hearing: Hearing, first: int, last: int, at: int) -> bool:
    """ "Hiya, …", "Emily, 29, …": a word or a name before a comma, and more before the length."""
    if first >= at or last + 1 >= len(hearing.words) or "COMMA" not in hearing.words[last + 1]:
        return False
    return any("COMMA" in word for word in hearing.words[last + 2 : at])


def _names_a_workplace(hearing: Hearing, at: int) -> bool:
    """ "À l'hôpital Principal", "at Principal Hospital": a word for an occupation that is a place's name."""
    if not hearing.text[hearing.words[at].start].isupper():
        return False
    before, after = hearing.words[at - 1] if at else None, hearing.words[at + 1 : at + 2]
    named = before is not None and ("WORKPLACE" in before or before.text.startswith(_WORKPLACES))
    at_one = before is not None and any(kind in before for kind in ("IN", "ARTICLE", "THE"))
    called = any("BE" in word for word in after) or (after and after[0].text in _IS)
    named_so = called and any(word.text in _NAME for word in hearing.words[at + 1 : at + 6])
    return named or bool(named_so) or (at_one and any(word.text.startswith(_WORKPLACES) for word in after))


_WORKPLACES = (
    "hopital",
    "hospital",
    "clini",
    "ecole",
    "lycee",
    "hotel",
    "banque",
    "centre",
    "school",
    "bank",
)
_IS = frozenset({"c", "c'", "cest", "est"})
_NAME = frozenset({"name", "nom", "called", "s'appelle"})


def _unknown(hearing: Hearing, first: int, last: int) -> tuple[int, int] | None:
    """Words that no list knows, where a title may stand: up to a place, a time or a comma."""
    while first <= last and any(
        kind in hearing.words[first] for kind in ("ARTICLE", "THEN", "JOB_AS", "BUT")
    ):
        first += 1
    end = first
    while end <= last and _in_tail(hearing, end):
        end += 1
    while end > first and hearing.words[end - 1].text in _JOINTS:
        end -= 1
    stops = end > last or any(kind in hearing.words[end] for kind in _AFTER_TITLE)
    return (first, end - 1) if first < end <= first + _LONGEST_TAIL and stops else None


def _in_tail(hearing: Hearing, at: int) -> bool:
    word = hearing.words[at]
    known = word.kinds.keys() <= _IN_TAIL and len(word.text) > 2
    return (word.text.isalpha() and known) or (hearing.lang == "fr" and word.text in ("de", "d'", "en"))


def read_occupation(hearing: Hearing) -> Iterator[Fact]:
    """``occupation``: a job title in the person's own words; one of each person of whom no job is told."""
    told: set[str] = set()
    for first, last in titles(hearing):
        person = hearing.scopes[last].person
        if first in hearing.taken or person in told:
            told.add(person)
            continue
        if hearing.part_has(first, "WHILE") and hearing.part_has(first, "STUDENTWORD", "STUDENT_STATUS"):
            continue  # "3 summers as a waiter while studying"
        facts = hearing.facts("occupation", spelled(hearing, first, last), first, last)
        if person == "partner" and "self" in told:  # "me 33, physio, my wife 31, teacher"
            facts = [replace(fact, sure=not hearing.doubted(first, last)) for fact in facts]
        told |= {person} if facts else set()
        yield from facts


def _lengthened(hearing: Hearing, last: int) -> int:
    """A French title goes on behind its head: "technicien en génie civil", "gardien de sécurité"."""
    if hearing.lang != "fr":
        return last
    at = last + 1
    while at < len(hearing.words) and at <= last + _LONGEST_TAIL:
        word = hearing.words[at]
        joint = word.text in _JOINTS and at + 1 < len(hearing.words)
        following = hearing.words[at + 1] if joint else word
        if joint and word.text in _AT and hearing.text[following.start].isupper():
            break  # "cuisinière au Novotel"
        known = following.kinds.keys() <= _IN_TAIL or (joint and following.text in _SCHOOLS)
        if not (following.text.isalpha() and known) or following.text in _JOINTS | _THAT:
            break
        at += 2 if joint else 1
    return at - 1


def _widened(hearing: Hearing, first: int) -> int:
    """Up to two unknown words before the head belong to the title: "embedded software engineer"."""
    for at in range(first - 1, max(-1, first - 3), -1):
        word = hearing.words[at]
        if word.kinds or not word.text.isalpha() or _is_partners_name(hearing, at):
            break
        first = at
    return first


def _is_partners_name(hearing: Hearing, at: int) -> bool:
    """Whether a word right behind "wife" is her name: no title has it ("wife esther teacher")."""
    named = at > 0 and "PARTNER" in hearing.words[at - 1]
    return named and not is_in_titles(hearing.words[at].text, hearing.lang)


def _is_partners(hearing: Hearing, first: int) -> bool:
    """Whether a title stands right behind "wife", "me" or "him", or behind her name."""
    before = hearing.words[:first]
    named = len(before) > 1 and _is_partners_name(hearing, first - 1) and not before[-1].kinds
    return bool(before) and ("PARTNER" in before[-1] or named or is_subject(hearing, first - 1))


def _is_behind_an_age(hearing: Hearing, first: int) -> bool:
    """ "Me 31 teacher, hubby 35 welder": a title right behind how old somebody is."""
    return any(at < first == last + 1 for at, (_, last) in ages(hearing).items())


WHEN = ("PRESENT", "BEFOREHAND")
"""Words that set what somebody does now apart from what they did: "now cashier", "before that, a nurse"."""


def tells_when(hearing: Hearing, first: int) -> bool:
    """Whether a title is told as that of now, or of before: "now admin assistant", "before I was a nurse"."""
    words = hearing.words
    between = takewhile(
        lambda at: any(kind in words[at] for kind in _TO_WHEN), range(first - 1, max(-1, first - 6), -1)
    )
    at = min(between, default=first) - 1
    return at >= 0 and any(kind in words[at] for kind in WHEN)


_TO_WHEN = ("SELF", "IAM", "BE", "PAST_BE", "ARTICLE", "JOB_AS", "AS", "COMMA", "WORK", "WORKED", "HE")
"""Kinds of words between "now" and a title."""


def _is_title(hearing: Hearing, head: int, first: int, last: int, before: Any) -> bool:
    opens = first == 0 or any(
        kind in hearing.words[first - 1]
        for kind in (
            "COMMA",
            "STOP",
            "ARTICLE",
            "BE",
            "OPEN",
            "DOUBTFUL_DEGREE",
            "JOB_AS",
            "AS",
            "IAM",
            "COLON",
            "AND",
            "DEGREE",
            "YEARS",
            "MONTHS",
            "NATIONALITY",
            "BUT",
            "PLEASE",
            "SLASH",
            "LESS_THAN_FULL",
            *WHEN,
        )
    )
    working = hearing.part_has(first, "WORK", "EXPERIENCE", "YEARS", "BE", "JOB_AS", "IAM", "SINCE")
    alone = len(hearing.words) == last - first + 1
    listed = first > 0 and _is_listed(hearing, first - 1, last + 1)
    told_of = _is_partners(hearing, first) or _is_behind_an_age(hearing, first) or tells_when(hearing, first)
    return alone or (opens and (working or listed or first == 0)) or told_of


def _is_listed(hearing: Hearing, before: int, behind: int) -> bool:
    """Whether a title between these two words is a piece of a list: behind a comma, or behind a stop or a
    greeting and before a place, a time or another piece: "hi. welder in Qatar, 29"."""
    first, after = hearing.words[before], hearing.words[behind : behind + 1]
    if "COMMA" in first or "COLON" in first:
        return True
    closes = not after or any(kind in after[0] for kind in _BEHIND_A_PIECE)
    title = hearing.words[before + 1]
    another = ("SLASH" in first and "HOURS" in title) or "DOUBTFUL_DEGREE" in title  # "$29.50/hr", "then CA"
    return closes and not another and any(kind in first for kind in _BEFORE_A_PIECE)


_BEFORE_A_PIECE = ("STOP", "BUT", "PLEASE", "SLASH", "LESS_THAN_FULL")
_BEHIND_A_PIECE = ("COMMA", "STOP", "IN", "FROM", "NUM", "SINCE", "HERE", "SELF_EMPLOYED", "SLASH")


def read_noc(hearing: Hearing) -> Iterator[Fact]:
    """``noc``, a five-digit code; a four-digit code of NOC 2016 is an ``occupation`` to look up."""
    for match in hearing.matches("occupation.noc"):
        at = match.start("n")
        if not hearing.negated(at, 2):
            yield from hearing.facts("noc", hearing.words[at]["FIVE"], match.start(), match.end() - 1)
            return
    for match in hearing.matches("occupation.former_noc"):
        yield from hearing.facts(
            "occupation", hearing.value(match, "n", "FOUR"), match.start("n"), match.start("n")
        )
        return
