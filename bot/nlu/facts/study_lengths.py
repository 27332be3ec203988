"""How long studies took: a length beside a diploma, a field of study or a school is no length of work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from bot.nlu.facts.hearing import Hearing, once
from bot.nlu.facts.studies import after_school, is_workplace, length_told, qualifies_a_job
from bot.nlu.facts.words import Word, tidy
from express_entry.occupations.search import is_in_titles

_MASTER = "masters_or_professional"
_LONGEST_DEGREE, _LONGEST_MASTER, _LONGEST_STUDY = 6, 2, 9
"""Years beside a degree, a master's, a school that tell how long it took: more are likelier of work."""
_MONTHS_A_YEAR = 12
_FEW = 4
"""Words in which a place, a heading or the diploma before a bracket is named."""

_DIPLOMAS = ("DEGREE", "DOUBTFUL_DEGREE", "DIPLOMA")
_WORK = ("WORK", "EXPERIENCE", "JOBHEAD", "JOB_AS", "EMPLOYER", "EMPLOYED", "WORKPLACE", "SELF_EMPLOYED")
_SCHOOLS = ("FOREIGN_SCHOOL", "CANADIAN_SCHOOL")
_PLACES = ("FOREIGN", "FOREIGN_WORD", "CANADA", "CANADIAN_CITY", "QUEBEC", "PROVINCE", *_SCHOOLS)
_TO_A_PLACE = ("IN", "FROM", "OF", "ARTICLE", "TO", "YEARNUM")
_SENTENCE_ENDS = ("STOP", "QUESTION")
_PARTED = (*_SENTENCE_ENDS, "AND", "PLUS", "THEN", "BUT", "SLASH", "OPEN", "CLOSE", "COLON", "DASH")
"""Words behind which something else is told."""

FIELDS = frozenset(
    {"law", "medicine", "literature", "sociology", "philosophy", "psychology", "biology", "theology"}
    | {"history", "economics", "geography", "anthropology", "linguistics", "gastronomy", "archaeology"}
    | {"droit", "medecine", "lettres", "psycho", "psychologie", "sociologie", "philo", "philosophie"}
    | {"biologie", "theologie", "histoire", "economie", "geographie", "anthropologie", "linguistique"}
    | {"gastronomie", "archeologie"}
)
"""What is studied for years, and is no word for a job: « 3 années de droit », "law 4 years Lagos"."""
_PAPERS = frozenset({"papers", "papiers"})
"""What people call their diplomas at the head of a list: "Papers: laurea 3 years, …"."""
_COURSES = frozenset({"trade", "branch", "stream", "course", "program", "training"})
"""Words that make the title before them one that is learned: "ITI 2 years welder trade"."""
_STUDIED = ("stud", "etud")


class _Told(NamedTuple):
    """A length of time, ``first`` to ``last``, and from which word on it is told what it is of."""

    opens: int
    first: int
    last: int
    years: float


@once
def lengths_of_study(hearing: Hearing) -> Mapping[int, float]:
    """The words that tell how long a diploma took ("1 year" in "diploma 1 year from Conestoga"), in years."""
    found = dict(_by_patterns(hearing))
    told = _lengths(hearing)
    for number, each in enumerate(told):
        if each.first not in found and _is_of_study(hearing, told, number, found):
            found |= dict.fromkeys(range(each.first, each.last + 1), each.years)
    return found


@once
def of_study_or_work(hearing: Hearing) -> frozenset[int]:
    """The first words of the lengths that stand beside a diploma and may as well be of work: "master, 3 years
    in Manila"."""
    studied = lengths_of_study(hearing)
    return frozenset(
        each.first
        for each in _lengths(hearing)
        if each.first not in studied
        and not _is_worked(hearing, each)
        and (
            _is_of_a_graduate(hearing, each)
            or (_noun(hearing, each) is not None and not _is_bridged(hearing, each))
            or _is_told_alone(hearing, each)
        )
    )


def _is_told_alone(hearing: Hearing, each: _Told) -> bool:
    """Whether a length is the only one, behind a diploma and its place, in a message that tells of no work:
    "licenciatura in law, Guadalajara, 5 years"."""
    before = hearing.words[_sentence(hearing, each.first - 1) : each.first]
    at = next((n for n in range(len(before) - 1, -1, -1) if _is_any(before[n], _DIPLOMAS)), len(before))
    named = any(_is_any(word, _PLACES) for word in before[at + 1 :])
    ends = all(
        _is_any(word, (*_SENTENCE_ENDS, "COMMA")) for word in hearing.words[each.last + 1 : each.last + 2]
    )
    works = any(
        _is_any(word, _WORK) and not _is_a_field(hearing, at) for at, word in enumerate(hearing.words)
    )
    return named and ends and len(_lengths(hearing)) == 1 and not works


def _is_a_field(hearing: Hearing, at: int) -> bool:
    """ "Diplomatura in nursing": what a diploma is in, and no job."""
    before = hearing.words[max(0, at - 2) : at]
    if "WORKPLACE" in hearing.words[at]:  # "in nursing" is one word
        return _is_any(before[-1], _DIPLOMAS) if before else False
    return len(before) > 1 and _is_any(before[1], ("IN", "OF")) and _is_any(before[0], _DIPLOMAS)


def _by_patterns(hearing: Hearing) -> Iterator[tuple[int, float]]:
    found: dict[int, float] = {}
    for match in after_school(hearing):
        if "n" in match:
            years = hearing.value(match, "n", "NUM")
            found |= dict.fromkeys(range(match.start(), match.end()), years)
    for name in ("timed", "took", "before_work"):
        for match in hearing.matches(f"studies.{name}"):
            of_job = qualifies_a_job(hearing, match.start("d"))  # "prof de lycée 5 ans"
            of_job = of_job or is_workplace(hearing, match.start("d"))
            if of_job or "EXPERIENCE" in hearing.words[match.end() - 1]:
                continue
            years = length_told(hearing, match)
            took = any("TAKE" in word for word in hearing.words[match.start("d") : match.last])
            clear = name == "before_work" or hearing.words[match.start("d")].text.startswith(_STUDIED)
            master = hearing.value(match, "d", "DEGREE") == _MASTER and not (took or clear)
            longest = _LONGEST_MASTER if master else _LONGEST_STUDY if clear else _LONGEST_DEGREE
            if years <= longest:
                found |= {at: years for at in range(match.start(), match.end()) if at not in found}
    yield from found.items()


@once
def _lengths(hearing: Hearing) -> Sequence[_Told]:
    """Every length of time in years or months, in their order."""
    found: list[_Told] = []
    for match in sorted(hearing.matches("studies.length"), key=lambda match: match.first):
        floor = found[-1].last + 1 if found else 0
        if match.first >= floor:
            number = hearing.value(match, "n", "NUM") if "n" in match else 1
            months = any("MONTHS" in word for word in hearing.words[match.first : match.last + 1])
            years = tidy(number / _MONTHS_A_YEAR) if months else number
            found.append(_Told(_opens(hearing, match.first, floor), match.first, match.last, years))
    return found


def _opens(hearing: Hearing, first: int, floor: int) -> int:
    """Where it begins what a length is of: behind the last word that parts, over one comma with nothing but a
    place behind it ("BSc nursing, 4 years", "law, Tunis 4 years")."""
    at, over, named = first, False, False
    while at > floor and not _is_any(hearing.words[at - 1], _PARTED):
        word = hearing.words[at - 1]
        if "COMMA" in word:
            if over or named:
                break
            over = True
        elif not _is_any(word, (*_PLACES, *_TO_A_PLACE)):
            named = True
        at -= 1
    return at


def _is_any(word: Word, kinds: Sequence[str]) -> bool:
    return any(kind in word for kind in kinds)


def _is_of_study(hearing: Hearing, told: Sequence[_Told], number: int, found: Mapping[int, float]) -> bool:
    each = told[number]
    if _is_worked(hearing, each) or hearing.negated(each.first, 2):
        return False
    if _is_under_a_heading(hearing, each) or _is_bracketed(hearing, each):
        return not _works(hearing, each)
    if _goes_on(hearing, told, number, found):
        return True
    if any("SCHOOLING" in word for word in hearing.words[each.last + 1 : each.last + 2]):
        return not _works(hearing, each)
    if _is_beside_work(hearing, each):
        return True
    before_work = _is_before_work(hearing, told, number)
    noun = _noun(hearing, each)
    if noun is None:
        return before_work and _is_of_a_graduate(hearing, each)
    if not _is_any(hearing.words[noun], _DIPLOMAS):
        return each.years <= _LONGEST_STUDY and not _is_elsewhere(hearing, each)
    master = hearing.words[noun].kinds.get("DEGREE") == _MASTER
    longest = _LONGEST_MASTER if master and not before_work else _LONGEST_DEGREE
    return each.years <= longest and (before_work or not _is_bridged(hearing, each))


def _is_beside_work(hearing: Hearing, each: _Told) -> bool:
    """ "Bachelor's by evening classes, 6 years while I worked", « en travaillant »: how long studies took."""
    words = hearing.words
    before = words[_sentence(hearing, each.first - 1) : each.first]
    behind = words[each.last + 1 : each.last + _FEW]
    beside = any("WHILE" in word for word in behind[:1]) and any("WORK" in word for word in behind)
    working = any(word.text in _WORKING for word in behind[:2])
    return (beside or working) and any(_is_any(word, _DIPLOMAS) for word in before)


_WORKING = frozenset({"travaillant", "working", "en travaillant", "while working"})


def _noun(hearing: Hearing, each: _Told) -> int | None:
    """The word for a diploma, a field or a school to which a length belongs; None where a job stands nearer,
    and is not what the school makes of somebody: « école d'infirmier 3 ans »."""
    words = hearing.words
    noun = next((at for at in range(each.first - 1, each.opens - 1, -1) if _names_study(hearing, at)), None)
    if noun is None:
        return None
    if "TRAINED" not in words[noun] and any(_is_any(word, _WORK) for word in words[each.opens : noun]):
        return None
    behind = words[noun + 1 : each.first]
    learned = "TRAINED" in words[noun] and not _is_bridged(hearing, each)  # "trained as a welder for 2 years"
    if learned or (behind and "OF" in behind[0]):
        behind = [word for word in behind if "JOBHEAD" not in word and "JOB_AS" not in word]
    held = any(word.text in _HOLDERS for word in behind)
    return None if held or any(_is_any(word, _WORK) for word in behind) else noun


_HOLDERS = frozenset({"holder", "holders"})
"""Words behind a diploma that make it somebody: "diploma holder 5 years in Muscat"."""


def _names_study(hearing: Hearing, at: int) -> bool:
    word = hearing.words[at]
    of_a_trade = word.text == "ecole" and any("OF" in after for after in hearing.words[at + 1 : at + 2])
    named = _is_any(word, (*_DIPLOMAS, "SCHOOLING", "TRAINED")) or word.text in FIELDS or of_a_trade
    return (
        named
        and word.text not in _NO_STUDY
        and not (qualifies_a_job(hearing, at) or is_workplace(hearing, at) or hearing.negated(at, 3))
    )


_NO_STUDY = frozenset({"cours", "exchange", "echange"})
"""Words for study that are as often of something else: « au cours de 3 ans »."""


def _works(hearing: Hearing, each: _Told) -> bool:
    return any(_is_any(word, _WORK) for word in hearing.words[each.opens : each.first])


def _is_elsewhere(hearing: Hearing, each: _Told) -> bool:
    """ "Trained in Lyon, 6 years in Dubai": a place of its own, behind the comma."""
    own = any(_is_any(word, _PLACES) for word in hearing.words[each.opens : each.first])
    behind = hearing.words[each.last + 1 : each.last + 2]
    return own and _is_bridged(hearing, each) and any("IN" in word for word in behind)


def _is_bridged(hearing: Hearing, each: _Told) -> bool:
    return any("COMMA" in word for word in hearing.words[each.opens : each.first])


def _is_worked(hearing: Hearing, each: _Told) -> bool:
    """Whether words behind a length say that it was of work, or no length at all: "3 years in Dubai as a
    waiter", "3 years ago"."""
    behind = [
        *takewhile(lambda word: not _is_any(word, _PARTED), hearing.words[each.last + 1 : each.last + 8])
    ]
    told = _behind_a_place(behind)
    if told and _is_any(told[0], ("OLD", "AGO", "AS", *_WORK)):
        return not any(word.text in _COURSES for word in told[1:4])
    return False


def _behind_a_place(words: Sequence[Word]) -> Sequence[Word]:
    """The words without a place before them: "as a waiter" of "in Dubai as a waiter"."""
    at = 0
    while at < len(words) and _is_any(words[at], (*_PLACES, *_TO_A_PLACE)) and "JOB_AS" not in words[at]:
        at += 1
    return words[at:]


def _sentence(hearing: Hearing, at: int) -> int:
    """The first word of the sentence."""
    return next((n + 1 for n in range(at, -1, -1) if _is_any(hearing.words[n], _SENTENCE_ENDS)), 0)


def _is_under_a_heading(hearing: Hearing, each: _Told) -> bool:
    """ "My studies: foundation year 1 year in Colombo, HND 2 years": all of the sentence is of study."""
    first = _sentence(hearing, each.first - 1)
    heading = hearing.words[first : min(each.first, first + _FEW)]
    at = next((n for n, word in enumerate(heading) if "COLON" in word or "DASH" in word), 0)
    named = any(
        _is_any(word, ("STUDY", "DIPLOMA", "DEGREEWORD")) or word.text in _PAPERS for word in heading[:at]
    )
    working = any(_is_any(word, _WORK) for word in hearing.words[first : each.first])
    return named and not working


def _is_bracketed(hearing: Hearing, each: _Told) -> bool:
    """ "The second degree (economics, 3 years, Nairobi)": in brackets behind a diploma, or behind one of
    several that were told of before."""
    words, opens = hearing.words, each.opens
    if not opens or "OPEN" not in words[opens - 1]:
        return False
    before = words[_sentence(hearing, opens - 1) : opens - 1][-_FEW:]
    if any(_is_any(word, _WORK) for word in before):
        return False
    diplomas = any(_is_any(word, (*_DIPLOMAS, "DEGREEWORD")) for word in before)
    counted = bool(before) and before[-1].text in _ONE_OF
    return diplomas or (counted and not _working_titles(hearing, opens, each.first))


_ONE_OF = frozenset(
    {"one", "premier", "premiere", "second", "seconde", "deuxieme", "troisieme", "autre", "derniere"}
)


def _working_titles(hearing: Hearing, first: int, end: int) -> bool:
    return any(_is_any(word, _WORK) for word in hearing.words[first:end])


def _goes_on(hearing: Hearing, told: Sequence[_Told], number: int, found: Mapping[int, float]) -> bool:
    """ "Master in Paris 2 years, license in Beirut 3 years": behind a length of study, of something that no
    list knows and that is no occupation."""
    each = told[number]
    if not number or told[number - 1].first not in found:
        return False
    before = told[number - 1]
    if _sentence(hearing, before.first) != _sentence(hearing, each.first - 1):
        return False
    if any(_is_any(word, _WORK) for word in hearing.words[before.last : each.first]):
        return False
    named = [
        word
        for word in hearing.words[each.opens : each.first]
        if not _is_any(word, (*_PLACES, *_TO_A_PLACE, "COMMA"))
    ]
    return bool(named) and not any(
        word.kinds.keys() - {"JOBMODIFIER"} or is_in_titles(word.text, hearing.lang) for word in named
    )


def _is_before_work(hearing: Hearing, told: Sequence[_Told], number: int) -> bool:
    """ "BSc nursing, 4 years, RN 5 years": behind it work is told with a length of its own, and no other
    title before it of which it might be."""
    each = told[number]
    after = told[number + 1] if number + 1 < len(told) else None
    if after is None or after.opens <= each.last:
        return False
    words, floor = hearing.words, told[number - 1].last + 1 if number else 0
    floor = max(floor, _sentence(hearing, each.first - 1))
    own = _works(hearing, after) or _is_worked(hearing, after)
    titled = any("JOBHEAD" in word for word in words[floor : each.opens])
    same = hearing.scopes[each.first].person == hearing.scopes[after.first].person
    placed = _is_bridged(hearing, each) and any("IN" in word for word in words[each.last + 1 : each.last + 2])
    return own and same and not titled and not placed


def _is_of_a_graduate(hearing: Hearing, each: _Told) -> bool:
    """ "Ingénieur INP 3 ans", "engineer, NED 4 years", « docteur vétérinaire 5 ans »: a title that is a
    diploma's name, too, beside the school that gives it."""
    words = hearing.words
    floor = max(_sentence(hearing, each.first - 1), each.first - _FEW)
    own = [word for word in words[floor : each.first] if "COMMA" not in word]
    behind = [word for word in words[each.last + 1 : each.last + _FEW] if "COMMA" not in word]
    school = any(_is_any(word, _SCHOOLS) for word in (*own[-1:], *behind[:1]))
    titled = any(word.text.startswith(_GRADUATES) for word in own)
    return (school and titled) or any(word.text == "docteur" for word in words[each.opens : each.first])


_GRADUATES = ("ingenieur", "engineer", "architect", "specialist", "docteur", "doctor", "veterinar")
"""How titles begin that whoever leaves a school bears, before any work."""
