"""Education: the highest level, where it was earned, its assessment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from bot.facts import Fact
from bot.nlu.facts import unfinished
from bot.nlu.facts.hearing import Hearing, once
from bot.nlu.facts.patterns import Match
from bot.nlu.facts.words import Word, tidy
from express_entry.vocabulary import EDUCATION

BY_YEARS = {1: "one_year", 2: "two_year", 3: "bachelors_or_three_year", 4: "bachelors_or_three_year"}
_CANADIAN = ("CANADA", "QUEBEC", "PROVINCE", "CANADIAN_CITY", "CANADIAN_SCHOOL", "CANADIAN")
_FOREIGN = ("FOREIGN", "FOREIGN_SCHOOL", "NATIONALITY", "FOREIGN_WORD")
_ALSO_BACHELOR = frozenset({"bac", "bacc", "baccalaureat", "baccalaureate"})
_TAUGHT = frozenset({"teach", "taught", "teaching", "enseigne"})
_APPRENTICESHIP = ("one_year|two_year",)
"""What an apprenticeship or a trade school may be assessed as, however long it took."""
_GENERIC = frozenset(
    {
        "college graduate",
        "college grad",
        "university graduate",
        "graduation",
        "college degree",
        "graduate degree",
    }
)
_ALSO_IN_TITLES = frozenset(
    {
        "master",
        "secondary",
        "secondary school",
        "high school",
        "primary school",
        "secondaire",
        "lycee",
        "primaire",
    }
)


_MASTER = "masters_or_professional"
_LONGEST_MASTER = 2
"""Years of a diploma that may be of a master's."""

_SCHOOLS = frozenset({"college", "university", "school", "universite", "ecole"})


def is_workplace(hearing: Hearing, at: int) -> bool:
    """Whether a school is where somebody works: "teaching assistant at a college in Ottawa for 2 years"."""
    before = [word for word in hearing.words[max(0, at - 8) : at] if "STOP" not in word]
    return hearing.words[at].text in _SCHOOLS and any("JOBHEAD" in word for word in before)


class Credential(NamedTuple):
    """A credential told: its first and last word, the levels that may be meant, whether that is certain."""

    first: int
    last: int
    levels: list[str]
    certain: bool


def length_told(hearing: Hearing, match: Match) -> float:
    """How many years a pattern has found, be it in months (``m``); "a year" has no number."""
    if "m" in match:
        return tidy(hearing.value(match, "m", "NUM") / _MONTHS_A_YEAR)
    return hearing.value(match, "n", "NUM") or 1


_MONTHS_A_YEAR = 12


@once
def credentials(hearing: Hearing) -> list[Credential]:
    """Every credential that a message names, in their order."""
    found: list[Credential] = []
    taken: set[int] = set()
    for match in hearing.matches("studies.timed"):
        years = int(length_told(hearing, match))
        if years in BY_YEARS and not taken & set(range(match.start(), match.end())):
            may_be = hearing.value(match, "d", "DOUBTFUL_DEGREE") or ""
            if "TRADE_PAPER" in hearing.words[match.start("d")]:
                may_be = may_be or _APPRENTICESHIP[0]
            if may_be in _APPRENTICESHIP and BY_YEARS[years] not in may_be.split("|"):
                continue  # "a 3 year apprenticeship": its years tell nothing of its level
            graduate = years == _LONGEST_MASTER and {"two_or_more", _MASTER} <= {*may_be.split("|")}
            levels = [BY_YEARS[years], *([_MASTER] if graduate else ())]  # may be rated as a master's
            found.append(Credential(match.start(), match.end() - 1, levels, not graduate))
            taken |= set(range(match.start(), match.end()))
    for at, word in enumerate(hearing.words):
        if at in taken:
            continue
        for kind in ("DEGREE", "DOUBTFUL_DEGREE"):
            if (
                kind in word
                and not (qualifies_a_job(hearing, at) or _is_a_time(hearing, at))
                and not _is_no_diploma(hearing, at, kind)
            ):
                subject = word.text in _ALSO_BACHELOR and (
                    _names_a_subject(hearing, at) or _is_of_a_university(hearing, at)
                )
                levels = ["bachelors_or_three_year"] if subject else word[kind].split("|")
                found.append(Credential(at, at, levels, subject or kind == "DEGREE"))
                break
    return _without_school(hearing, _since_school(hearing, sorted(found)))


_LONG_STUDY = 5
"""Years after school from which on they lead to a master's."""


def after_school(hearing: Hearing) -> Iterator[Match]:
    """Where something is told to have come after school, and not after another diploma."""
    for match in hearing.matches("studies.after_school"):
        word = hearing.words[match.start("d")]
        levels = str(word.kinds.get("DEGREE") or word.kinds.get("DOUBTFUL_DEGREE") or "").split("|")
        if "AFTER_SCHOOL" in word or {*levels} & {*_SCHOOL_LEAVING}:
            yield match


def _since_school(hearing: Hearing, found: list[Credential]) -> list[Credential]:
    """The credentials, with what the years since school tell of their level: "2 ans après le bac"."""
    for match in after_school(hearing):
        if "n" not in match:
            continue
        years = hearing.value(match, "n", "NUM")
        level = _MASTER if years >= _LONG_STUDY else BY_YEARS.get(years)
        if level is None:
            continue
        higher = [entry for entry in found if entry.levels[0] not in _SCHOOL_LEAVING]
        if not higher:
            return sorted([*found, Credential(match.start(), match.start("d"), [level], True)])
        return [
            entry._replace(levels=[level], certain=True) if level in entry.levels else entry
            for entry in found
        ]
    return found


_SCHOOL_LEAVING = ("secondary", "less_than_secondary")


def _without_school(hearing: Hearing, found: list[Credential]) -> list[Credential]:
    """The credentials without a "bac" beside a higher one; beside a diploma of Quebec it is a bachelor's."""
    quebec = any(hearing.words[entry.first].text in _OF_QUEBEC for entry in found)
    higher = {
        hearing.scopes[entry.first].person
        for entry in found
        if entry.levels[0] not in _SCHOOL_LEAVING
        and not unfinished.in_progress(hearing, entry.first, [(each.first, each.last) for each in found])
    }
    if "ASSESSED" in hearing.kinds:
        return found  # "WES a évalué ma maîtrise comme un baccalauréat"
    kept: list[Credential] = []
    for entry in found:
        bac = hearing.words[entry.first].text in _ALSO_BACHELOR and not entry.certain
        if bac and quebec:
            kept.append(entry._replace(levels=["bachelors_or_three_year"], certain=True))
        elif not (bac and hearing.scopes[entry.first].person in higher):
            kept.append(entry)
    return kept


_OF_QUEBEC = frozenset({"dec", "d.e.c.", "dec technique", "dec general", "diplome d' etudes collegiales"})


def _is_no_diploma(hearing: Hearing, at: int, kind: str) -> bool:
    """ "2 years after high school", "French: secondary level": what somebody had before, or how well they
    speak."""
    if not {*hearing.words[at][kind].split("|")} & {*_SCHOOL_LEAVING}:
        return False
    before = hearing.words[max(0, at - 3) : at]
    behind = [word for word in before if "AFTER" in word]
    after = hearing.words[at + 1 : at + 2]
    if hearing.words[at].text in _PLUS_TWO and any("IN" in word or "YEARS" in word for word in after):
        return True  # "8 in Egypt plus 2 in Dubai", "3 years here + 2 years in Kochi"
    spoken = any(match.start("d") == at for match in hearing.matches("studies.level_of_language"))
    return spoken or (bool(behind) and any(match.start("d") == at for match in after_school(hearing)))


_PLUS_TWO = frozenset({"plus 2", "plus two", "+ 2"})
_UNIVERSITIES = ("universit", "polytechni")
_TO_A_UNIVERSITY = 6
"""Words from a "bac" to the university that gives it."""


def _is_of_a_university(hearing: Hearing, at: int) -> bool:
    """ "Bac à l'UdeM", "baccalauréat de l'Université Laval": what a university gives is a degree."""
    part = hearing.scopes[at].part
    near = [
        hearing.words[place]
        for place in range(at + 1, min(at + _TO_A_UNIVERSITY, len(hearing.words)))
        if hearing.scopes[place].part == part
    ]
    given = any(
        ("CANADIAN_SCHOOL" in word and not word.text.startswith(("cegep", "college")))
        or word.text.startswith(_UNIVERSITIES)
        for word in near
    )
    return given or any(
        _is_any(word, ("IN", "OF", "FROM")) and _is_of_quebec(place) for word, place in pairwise(near)
    )


def _is_of_quebec(word: Word) -> bool:
    """Whether a town or province of Canada is named, where a "bac" is a university's."""
    return _is_any(word, ("CANADIAN_CITY", "QUEBEC", "PROVINCE"))


def _is_any(word: Word, kinds: Sequence[str]) -> bool:
    return any(kind in word for kind in kinds)


def _is_a_time(hearing: Hearing, at: int) -> bool:
    """ "After graduation", "before my graduation": when, not what."""
    before = hearing.words[max(0, at - 2) : at]
    return hearing.words[at].text == "graduation" and any(
        "AFTERWARDS" in word or word.text in _WHEN for word in before
    )


_WHEN = frozenset({"before", "upon", "until", "till", "since", "on", "post"})


_WHO_TEACH = ("teach", "prof", "enseign", "tutor", "instit")


def qualifies_a_job(hearing: Hearing, at: int) -> bool:
    """ "Secondary school teacher", "high school maths teacher", "master plumber": a level of a job title."""
    school = hearing.words[at].kinds.get("DEGREE") == "secondary"
    titled = school and any(match.start("d") == at for match in hearing.matches("studies.titled"))
    before = hearing.words[max(0, at - 2) : at]
    if any(any(kind in word for kind in ("COMMA", "OPEN")) for word in before):  # "driver, high school"
        before = [word for word in before if word.text.startswith(_WHO_TEACH)]
    near = (*hearing.words[at + 1 : at + 2], *before)
    if titled:
        return True
    taught = at and hearing.words[at - 1].text in _TAUGHT
    return (taught or any("JOBHEAD" in word for word in near)) and hearing.words[at].text in _ALSO_IN_TITLES


def _names_a_subject(hearing: Hearing, at: int) -> bool:
    """ "Baccalauréat en génie": in Quebec's sense, a university degree."""
    after = hearing.words[at + 1 : at + 3]
    return (
        len(after) == 2
        and after[0].text == "en"
        and not any(
            kind in after[1] for kind in ("NUM", "FOREIGN", "CANADA", "QUEBEC", "MONTHNAME", "IN_PROGRESS")
        )
    )


def in_progress(hearing: Hearing, at: int) -> bool:
    """Whether the credential at this word is told to be still under way."""
    return unfinished.in_progress(hearing, at, [(each.first, each.last) for each in credentials(hearing)])


_NAMED = ("DEGREE", "DOUBTFUL_DEGREE")


def assessed(hearing: Hearing, named: list[Credential]) -> dict[int, Credential]:
    """What an assessment says, by the first word of the diploma that is held: that level counts.

    "ICAS rated my M.Com as a bachelor's", "my ECA says bachelor's though I hold an MSc"; where only the level
    is told ("my ECA says bachelor's"), it stands for itself.
    """
    found: dict[int, Credential] = {}
    for at, word in enumerate(hearing.words):
        if "ECA" not in word:
            continue
        start = next((n + 1 for n in range(at, -1, -1) if _ends(hearing, n)), 0)
        stop = _sentence_end(hearing, at)
        if not any("ASSESSED" in word for word in hearing.words[start:stop]):
            stop = _sentence_end(hearing, stop + 1)  # "my ECA is ready. Master's equivalent"
        around = (
            *range(at + 1, min(stop, at + _SAYS)),
            *range(at - 1, max(start, at - _SAID_BEFORE) - 1, -1),
        )
        told = _points_at(hearing, named, at, stop)
        says = next((n for n in around if "ASSESSED" in hearing.words[n]), told)
        if says is None or not hearing.stated(says):
            continue
        after = [_as_assessed(hearing, entry) for entry in named if says < entry.first < stop]
        between = [_as_assessed(hearing, entry) for entry in named if at < entry.first < says and not after]
        found |= {entry.first: entry for entry in between}  # "WES report came, bachelor's equal"
        begin = min(at, says)
        before = [entry for entry in named if entry.last < begin and begin - entry.last <= _HELD]
        if len(after) > 1 and _as(hearing, after[1].first):
            found[after[0].first] = after[1]
        elif len(after) > 1:
            found[after[1].first] = after[0]
        elif after:
            found[(before or after)[-1].first] = after[0]
    return found


def _sentence_end(hearing: Hearing, at: int) -> int:
    return next((n for n in range(at, len(hearing.words)) if _ends(hearing, n)), len(hearing.words))


def _points_at(hearing: Hearing, named: list[Credential], at: int, stop: int) -> int | None:
    """Where an assessment tells a level without a verb: "WES: master's", "EDE WES baccalauréat"."""
    beside = range(at, min(stop, at + _CLOSE))
    told = next((n for n in beside if "COLON" in hearing.words[n]), at)
    return told if any(entry.first == told + 1 for entry in named) else None


def _as_assessed(hearing: Hearing, entry: Credential) -> Credential:
    """What an assessment calls a "baccalauréat" is the degree of a Canadian university."""
    if hearing.words[entry.first].text in _ALSO_BACHELOR:
        return entry._replace(levels=["bachelors_or_three_year"], certain=True)
    return entry


_LEFT = 12
"""Words from study to what tells that it was left: "j'ai étudié un an à Laval mais je n'ai pas fini"."""
_SAID_BEFORE = 8
"""Words from the assessment back to its verb: "assessed as a master's by WES"."""
_CLOSE = 4
"""Words from the assessment to the colon behind it: "WES report:"."""
_SAYS, _HELD = 7, 20
"""Words from the assessment to its verb, and back to the diploma that it is of."""


def _ends(hearing: Hearing, at: int) -> bool:
    return "STOP" in hearing.words[at] or "QUESTION" in hearing.words[at]


def _as(hearing: Hearing, at: int) -> bool:
    """Whether "as a", "to" or "equals" stands before a level."""
    kinds = ("AS", "JOB_AS", "ASSESSED", "TO")
    return any(kind in word for word in hearing.words[max(0, at - 5) : at] for kind in kinds)


def read_education(hearing: Hearing) -> Iterator[Fact]:
    """``education``: the highest credential of each person."""
    by_person: dict[str, list[Credential]] = {}
    named = credentials(hearing)
    counted = assessed(hearing, named)
    equivalents = {entry.first for entry in counted.values()} - counted.keys()
    for entry in (counted.get(each.first, each) for each in named if each.first not in equivalents):
        first, levels = entry.first, entry.levels
        had = not hearing.negated(first, 3) and not in_progress(hearing, first)
        if (
            not hearing.stated(first)
            or not (had or levels == ["less_than_secondary"])
            or first in hearing.taken
        ):
            continue
        scope = hearing.scopes[first]
        for person in ("self", "partner") if scope.person == "both" else (scope.person,):
            clear = entry.certain and scope.clear and not hearing.doubted(first, entry.last)
            by_person.setdefault(person, []).append(entry._replace(certain=clear))
    for whose, told in by_person.items():
        fact = _highest(hearing, whose, told)
        if fact is not None:
            yield fact


def _highest(hearing: Hearing, person: str, told: list[Credential]) -> Fact | None:
    first, last, levels, certain = max(
        told, key=lambda entry: (EDUCATION.index(entry.levels[0]), len(entry.levels) == 1, entry.certain)
    )
    distinct = {hearing.words[entry.first].text for entry in told}
    start, end = hearing.words[first].start, hearing.words[last].end
    named = hearing.scopes[first].named
    own = [
        entry
        for entry in told
        if EDUCATION.index(entry.levels[0]) >= EDUCATION.index("one_year")
        and counts_apart(hearing, entry.first)
    ]
    if levels[0] == "bachelors_or_three_year" and len(own) > 1 and len(distinct) > 1:
        return Fact("education", {"readings": ["two_or_more", levels[0]]}, person, start, end, False, named)
    value: Any = levels[0] if len(levels) == 1 else {"readings": levels}
    return Fact("education", value, person, start, end, certain and len(levels) == 1, named)


def counts_apart(hearing: Hearing, at: int) -> bool:
    """Whether a credential is one of its own beside others, not another word for one: "bac+3", "graduate"."""
    text = hearing.words[at].text
    return text not in _GENERIC and not text.startswith(_OF_ANOTHER)


_OF_ANOTHER = ("bac +", "first class", "first - class", "second class", "upper second", "lower second")
"""How words begin that tell of a credential that is named beside them: its years, its class."""


@once
def places_of_study(hearing: Hearing) -> Sequence[tuple[int, bool, int, int]]:
    """Where credentials were earned: the word of the credential, whether in Canada, first and last word.

    A Canadian level that an assessment names ("equivalent to a Canadian bachelor's") was not earned there,
    and a language course is no credential.
    """
    return tuple(_places(hearing))


def places_under_way(hearing: Hearing) -> Mapping[int, bool]:
    """Where credentials that are not completed are earned: the word of the credential, whether in Canada."""
    return {at: canadian for at, canadian, _, _ in _places(hearing, under_way=True)}


def _places(hearing: Hearing, under_way: bool = False) -> Iterator[tuple[int, bool, int, int]]:
    equivalents = {entry.first for entry in assessed(hearing, credentials(hearing)).values()}
    for match in hearing.matches("studies.studied"):
        first, last, at = match.start(), match.end() - 1, match.start("d")
        apart = qualifies_a_job(hearing, at) or at in equivalents or hearing.part_has(at, "LANGUAGE_COURSE")
        goes_on = in_progress(hearing, at) and not _without_diploma(hearing, at)
        beyond_school = _rank(hearing, at) != EDUCATION.index("secondary")
        apart = apart or (beyond_school and unfinished.never_begun(hearing, at, at))
        apart = apart or any("NONE_OF" in word for word in hearing.words[at:last])
        apart = apart or hearing.words[at].text in _PLUS_TWO or is_workplace(hearing, at)
        if not apart and hearing.stated(first) and hearing.stated(last) and goes_on is under_way:
            word = hearing.words[match.start("place")]
            yield at, any(kind in word for kind in _CANADIAN), first, last


def read_place_of_study(hearing: Hearing) -> Iterator[Fact]:
    """``education_country_is_canada`` and ``canadian_education``."""
    for at, word in enumerate(hearing.words):
        if "NO_CANADIAN_STUDY" in word:
            yield from hearing.facts("canadian_education", "none", at, at)
    for match in hearing.matches("work.none"):
        if is_of_study(hearing, match) and any(
            kind in hearing.words[match.start("place")] for kind in _CANADIAN
        ):
            yield from hearing.facts("canadian_education", "none", match.start(), match.end() - 1)
            break
    yield from _left_open(hearing)
    if "TRADE_CERTIFICATE" in hearing.kinds and hearing.kinds.isdisjoint(("DEGREE", "DOUBTFUL_DEGREE")):
        return  # "the certificate I hold is an Alberta journeyman ticket"
    told: list[tuple[int, bool, int, int]] = []
    credited: set[tuple[str, int]] = set()
    for at, canadian, first, last in places_of_study(hearing):
        scope = hearing.scopes[at]
        if not scope.clear or at in hearing.taken:
            continue
        if hearing.negated(at, 4) or _without_diploma(hearing, at) or _is_short(hearing, at):
            if canadian and ("none", scope.part) not in credited:
                credited.add(("none", scope.part))
                yield from hearing.facts("canadian_education", "none", first, last)
            continue
        level = _canadian_level(hearing, at) if canadian else None
        if level is not None and (level, scope.part) not in credited:
            credited.add((level, scope.part))
            yield from hearing.facts("canadian_education", level, first, last)
        if scope.person in ("self", "both"):
            told.append((_rank(hearing, at), canadian, first, last))
    highest = [entry for entry in told if entry[0] == max(told)[0]]
    if len({canadian for _, canadian, _, _ in highest}) == 1:
        _, canadian, first, last = highest[0]
        start, end = hearing.words[first].start, hearing.words[last].end
        yield Fact(
            "education_country_is_canada",
            canadian,
            "self",
            start,
            end,
            True,
            hearing.scopes[first].named,
            mode="replace" if _all_of_them(hearing, first, last) else "tell",
        )


_SEVERAL = ("diplomes", "diplomas", "degrees", "credentials", "qualifications", "etudes", "studies")


def _all_of_them(hearing: Hearing, first: int, last: int) -> bool:
    """Whether a place is told of all diplomas: "my degrees are from Kenya", "in Mali, none in Canada"."""
    several = any(word.text.endswith(_SEVERAL) for word in hearing.words[first : last + 1])
    return several or any("NONE_OF" in word for word in hearing.words[last + 1 : last + 4])


def is_of_study(hearing: Hearing, match: Match) -> bool:
    """Whether "none in Canada" is said of diplomas: nothing else is told, and no word for work."""
    of_work = ("WORK", "EXPERIENCE", "YEARS", "JOBHEAD", "JOB_AS")
    studied = ("DEGREE", "DOUBTFUL_DEGREE", "DEGREEWORD", "DIPLOMA", "STUDY")
    return "place" in match and hearing.kinds.isdisjoint(of_work) and not hearing.kinds.isdisjoint(studied)


_SHORTEST_COUNTED = 8
"""Months of study below which a Canadian credential gives nothing."""
_SHORT_ANSWER = 6
"""Words at most in an answer that is about nothing but study without a diploma."""


def _is_short(hearing: Hearing, at: int) -> bool:
    """ "A 6 month certificate from a college in Surrey": too short to count, and not one's education."""
    before = hearing.words[max(0, at - 3) : at]
    return any(
        "MONTHS" in after and "NUM" in word and word["NUM"] < _SHORTEST_COUNTED
        for word, after in pairwise(before)
    )


def _left_open(hearing: Hearing) -> Iterator[Fact]:
    """``unfinished_study``: an answer that tells of study without a diploma: "yes but didn't finish"."""
    at = next(
        (n for n, word in enumerate(hearing.words) if "NO_DIPLOMA" in word or "LANGUAGE_COURSE" in word), None
    )
    partly = hearing.matches("studies.partly")
    short = {place for match in partly for place in range(match.start(), match.end())}
    words = [word for place, word in enumerate(hearing.words) if place not in short and not _parts(word)]
    named = any(kind in word for word in words for kind in (*_NAMED, "NUM"))
    if at is not None and not named and len(words) <= _SHORT_ANSWER:
        yield from hearing.facts("unfinished_study", True, at, at)


def _parts(word: Word) -> bool:
    return "STOP" in word or "COMMA" in word


def _without_diploma(hearing: Hearing, at: int) -> bool:
    """ "18 months at a college in Ottawa without graduating": study that ended without a credential."""
    return any("NO_DIPLOMA" in word for word in hearing.words[at : at + _LEFT])


def _rank(hearing: Hearing, at: int) -> int:
    """How high the credential at a word is; -1 when the word names none."""
    level = next((levels for first, last, levels, _ in credentials(hearing) if first <= at <= last), None)
    return EDUCATION.index(level[0]) if level else -1


def _canadian_level(hearing: Hearing, at: int) -> str | None:
    level = next((levels for first, last, levels, _ in credentials(hearing) if first <= at <= last), None)
    if level is None or len(level) > 1 or level[0] in ("secondary", "less_than_secondary", "two_or_more"):
        return None
    return "one_or_two_years" if level[0] in ("one_year", "two_year") else "three_years_or_more"


def read_assessment(hearing: Hearing) -> Iterator[Fact]:
    """``has_eca`` and ``eca_date``: the first that is told, and what is told to have none besides."""
    known = False
    for at, word in enumerate(hearing.words):
        if "UNASSESSED" in word and hearing.scopes[at].mood not in ("ask", "if", "claim"):
            yield from _none_yet(hearing, at)
            return
        if "ECA" in word and _is_pending(hearing, at):
            yield from _none_yet(hearing, at)
            return
        if "ECA" not in word or not hearing.stated(at):
            continue
        if _has_expired(hearing, at):
            return
        if hearing.negated(at, 4) or any("NEG" in near for near in hearing.words[at + 1 : at + 3]):
            yield from hearing.facts("has_eca", False, at, at)
            return
        if known:
            continue
        dated = next((entry for entry in hearing.dates if 0 < entry.first - at <= 8), None)
        year = next(
            (
                place
                for place in range(at + 1, min(at + 7, len(hearing.words)))
                if "YEARNUM" in hearing.words[place]
            ),
            None,
        )
        if dated is not None and year is not None and year < dated.first:
            dated = None  # "ECA 2025, IELTS March 2024"
        if dated is not None and hearing.stated(dated.first):
            days = [day.isoformat() for day in dated.readings if day <= hearing.today]
            if days:
                value: Any = dated.told if len(days) == 1 else {"readings": days}
                yield from hearing.facts("eca_date", value, at, dated.last, sure=len(days) == 1)
                known = True
                continue
        elif year is not None and hearing.words[year]["NUM"] <= hearing.today.year:
            yield from hearing.facts("eca_date", str(hearing.words[year]["NUM"]), at, year)
            known = True
            continue
        if _is_there(hearing, at):
            yield from hearing.facts("has_eca", True, at, at)
            known = True


def _is_there(hearing: Hearing, at: int) -> bool:
    """Whether an assessment is told to be done, in its own clause: "I have my ECA", "WES done"."""
    part = hearing.scopes[at].part
    before = [
        word
        for place, word in enumerate(hearing.words[max(0, at - 5) : at], max(0, at - 5))
        if hearing.scopes[place].part == part
    ]
    if any(word.text in _WANTED for word in before):
        return False
    since = max((place for place, word in enumerate(before) if _OF_ELSE & word.kinds.keys()), default=-1)
    behind = [
        word
        for place, word in enumerate(hearing.words[at + 1 : at + 4], at + 1)
        if hearing.scopes[place].part == part
    ]
    return any(_IS_THERE & word.kinds.keys() for word in before[since + 1 :]) or any(
        _IS_DONE & word.kinds.keys() for word in behind
    )


_WANTED = frozenset({"besoin", "envie", "need", "needs"})
"""What stands before an assessment that is not there: « j'ai besoin d'une EDE »."""
_IS_DONE = frozenset({"TAKE", "RECEIVED", "COMPLETES"})
_IS_THERE = _IS_DONE | {"IHAVE", "ASSESSED"}
_OF_ELSE = frozenset({"DEGREE", "DOUBTFUL_DEGREE", "TEST", "ANYTEST", "JOBHEAD"})
"""Kinds of words that what stands before them is about, and not the assessment behind them."""


def _none_yet(hearing: Hearing, at: int) -> Iterator[Fact]:
    scope, word = hearing.scopes[at], hearing.words[at]
    if scope.person in ("self", "partner"):
        yield Fact("has_eca", False, scope.person, word.start, word.end, True, scope.named)


def _is_pending(hearing: Hearing, at: int) -> bool:
    """Whether the assessment is told to be under way: "ECA pending", "waiting for my ECA"."""
    number = hearing.scopes[at].part
    near = range(max(0, at - 4), min(len(hearing.words), at + 5))
    pending = any(
        "PENDING" in hearing.words[place] and hearing.scopes[place].part == number for place in near
    )
    return pending and hearing.scopes[at].mood not in ("ask", "if", "claim")


def _has_expired(hearing: Hearing, at: int) -> bool:
    """Whether the assessment is told to be no longer valid: then it is none, whatever its date."""
    for word in hearing.words[at + 1 : at + 8]:
        if "STOP" in word or "QUESTION" in word:
            return False
        if "EXPIRED" in word:
            return True
    return False
