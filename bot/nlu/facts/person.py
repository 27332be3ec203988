"""Who the person is: age, date of birth, marital status, where they want to live."""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import date
from itertools import dropwhile, islice, pairwise
from typing import Any

from bot.facts import Fact
from bot.nlu.facts.birthdays import OLDEST, YOUNGEST, ages_behind
from bot.nlu.facts.family import taken
from bot.nlu.facts.hearing import Hearing, once
from bot.nlu.facts.lasting import lasted
from bot.nlu.facts.patterns import Match
from bot.nlu.facts.scope import are_ages, is_we
from bot.nlu.facts.words import Word
from express_entry.occupations.search import is_in_titles

_OLDEST_EVER = 105

_TOLD_IN_LISTS = (
    *("MARITAL", "DEGREE", "DOUBTFUL_DEGREE", "TEST", "EXPERIENCE", "JOBHEAD", "WORK", "PARTNER"),
    *("NEVER_IN_CANADA", "NATIONALITY", "NOKIDS", "WITHOUT_SPOUSE", "DOUBTFUL_MARITAL", "BOTH", "DATING"),
    "SELF_EMPLOYED",
)
"""Kinds of words that make a message a list of facts about somebody."""


_ONES = (("self", "both"), ("partner",))
"""As whose words an age that stands alone in a list is one of each of the two."""


@once
def ages(hearing: Hearing) -> dict[int, tuple[int, int]]:
    """The words that tell an age: where its number stands, and the first and last word of it."""
    found: dict[int, tuple[int, int]] = {}
    own = False
    for name in ("explicit_age", "likely_age"):
        for match in hearing.matches(f"person.{name}"):
            explicit, at = name == "explicit_age", match.start("n")
            number = hearing.words[at]["NUM"]
            behind = hearing.words[at + 1 : at + 2]
            counted = any("YEARS" in word or "OLD" in word for word in behind)
            plausible = YOUNGEST <= number <= OLDEST or (counted and number > OLDEST)
            plausible = plausible or (explicit and number <= _OLDEST_EVER)
            if explicit and number < _FULL_AGED and _is_of_papers(hearing, at):
                continue
            before = hearing.words[max(0, match.start() - 1) : at]
            past = any("PAST_BE" in word or "BOUND" in word for word in before)
            if at in found or not plausible or number != int(number) or number > 999 or past:
                continue
            if not explicit and not _is_of_the_age(hearing, match, at):
                continue
            if not hearing.negated(at, 2):
                found[at] = (match.start(), match.end() - 1)
                own = own or hearing.scopes[at].person in ("self", "both")
    each = _of_each(hearing) | ages_behind(hearing)
    found, own = {**each, **found}, own or bool(each)
    for match in hearing.matches("person.put_right"):
        was, at = match.start("was"), match.start("n")
        if was in found and hearing.stated(was) and YOUNGEST <= hearing.words[at]["NUM"] <= OLDEST:
            found[at] = (found.pop(was)[0], match.end() - 1)
    for at in () if own else _abbreviated(hearing):
        found[at] = (at, at + 1)
        own = True
    own = own or "self" in hearing.doc._.people.of_known_age
    known = {hearing.scopes[at].person for at in found} | hearing.doc._.people.of_known_age
    for persons in _ONES:
        if own if "self" in persons else not known.isdisjoint(("partner", "both")):
            continue
        listed = _listed_age(hearing, found, persons) or _age_alone(hearing, found, persons)
        found |= {listed[0]: listed} if listed is not None else {}
    children = taken(hearing)
    return {
        at: span
        for at, span in found.items()
        if at not in children
        and not _is_length_of_work(hearing, at)
        and not (_is_result(hearing, at) or _are_hours(hearing, at + 1) or _has_parts(hearing, at))
        and not _may_be_of_kin(hearing, at)
        and not (_is_one_of_many(hearing, at) or _is_explained(hearing, at) or _is_of_a_job(hearing, at))
        and not is_of_ones_own(hearing, at)
    }


def _of_each(hearing: Hearing) -> dict[int, tuple[int, int]]:
    """The ages that two people have each: "31 each"."""
    return {
        match.start("n"): (match.start(), match.end() - 1)
        for match in hearing.matches("person.each_age")
        if hearing.scopes[match.end()].person == "both" and are_ages(hearing.words, match.end())
    }


def _is_of_papers(hearing: Hearing, at: int) -> bool:
    """Whether it is a paper that is so old: "the ECA is 3 years old"."""
    return hearing.part_has(at, "ECA", "TEST", "ANYTEST") and not hearing.part_has(at, "KID")


def _is_length_of_work(hearing: Hearing, at: int) -> bool:
    """Whether years that may be an age are how long somebody worked: so few beside a job title ("technician,
    16 years"), or right beside one where other years are told, too (« Mari chauffagiste 23 ans, 47 ans »)."""
    words = hearing.words
    if not (at + 1 < len(words) and "YEARS" in words[at + 1]) or (
        at + 2 < len(words) and "OLD" in words[at + 2]
    ):
        return False
    part = hearing.scopes[at].person
    if words[at]["NUM"] < _FULL_AGED:
        near = (place for place in range(len(words)) if hearing.scopes[place].person == part)
        return not hearing.part_has(at, "KID") and any(_has_title(words[place]) for place in near)
    beside = (*words[at - 1 : at], *words[at + 2 : at + 3]) if at else words[at + 2 : at + 3]
    aged = max(_FULL_AGED, words[at]["NUM"])
    others = (
        place
        for place, (word, after) in enumerate(pairwise(words))
        if place != at and "NUM" in word and "YEARS" in after and word["NUM"] >= aged
    )
    return any(map(_has_title, beside)) and any(hearing.scopes[place].person == part for place in others)


def _has_title(word: Word) -> bool:
    return "JOBHEAD" in word or "JOBMODIFIER" in word or (not word.kinds and is_in_titles(word.text, "fr"))


def _abbreviated(hearing: Hearing) -> list[int]:
    """« 33a », « 45 a. » at the very beginning: "ans" in one letter; the greatest of them, and of all years,
    is the age: « 8a » is how long somebody worked."""
    words = hearing.words
    years = [word["NUM"] for word, after in pairwise(words) if "NUM" in word and "YEARS" in after]
    told = [
        at
        for at, (word, after) in enumerate(pairwise(words))
        if after.text == "a"
        and hearing.lang == "fr"
        and "NUM" in word
        and _FULL_AGED <= word["NUM"] <= OLDEST
        and (word.end == after.start or (at == 0 and len(words) > 2 and "STOP" in words[2]))
    ]
    oldest = max(told, key=lambda at: words[at]["NUM"], default=None)
    return [] if oldest is None or words[oldest]["NUM"] <= max(years, default=0) else [oldest]


_OLDER_THAN_WORK = 23
"""The least number of years that is an age right behind what somebody does: fewer are a length of work."""
_FULL_AGED = 17
"""The least number that a letter for "years" makes an age: « 8a » is a length of work."""


def _is_one_of_many(hearing: Hearing, at: int) -> bool:
    """ "Mine are 21, 15 and 9", "600/590/17/17": ages of several, or scores; of whom is not told."""
    words = hearing.words
    rest = words[at + 1 : at + 3]
    several = len(rest) > 1 and ("COMMA" in rest[0] or "AND" in rest[0]) and "NUM" in rest[1]
    mine = any("MINE" in word for word in words[max(0, at - 3) : at])
    slashed = at > 1 and "SLASH" in words[at - 1] and "NUM" in words[at - 2]
    return (several and mine and not hearing.part_has(at, "ME")) or slashed


def _is_explained(hearing: Hearing, at: int) -> bool:
    """« 17 ans c'est le total »: a length of time that is talked about; only an age is called one."""
    behind = hearing.words[at + 1 : at + 2]
    after = hearing.words[at + 2 : at + 7] if behind and "YEARS" in behind[0] else ()
    said = bool(after) and (after[0].text in _THAT_IS or "BE" in after[0])
    return said and not any("AGEWORD" in word for word in after)


_THAT_IS = frozenset({"c'", "c", "cest", "ca"})


def _is_of_a_job(hearing: Hearing, at: int) -> bool:
    """ "19 years surgeon", « 19 ans chir. »: years with what somebody does right behind them."""
    behind = hearing.words[at + 1 : at + 3]
    if len(behind) < 2 or "YEARS" not in behind[0] or (at and not _opens(hearing.words[at - 1])):
        return False
    named = hearing.lang == "en" and ("JOBHEAD" in behind[1] or "JOBMODIFIER" in behind[1])
    short = not behind[1].kinds and hearing.text[behind[1].start].islower() and behind[1].text.isalpha()
    return named or (short and at > 0)


def is_of_ones_own(hearing: Hearing, at: int) -> bool:
    """Whether years are how long somebody has had a business of their own: right beside it, or behind a comma
    so few that hardly anybody of that age has one ("18 years, own shop")."""
    words = hearing.words
    if not any("YEARS" in word for word in words[at + 1 : at + 2]):
        return False
    before, behind = words[max(0, at - _TO_A_SHOP) : at][::-1], words[at + 2 : at + 2 + _TO_A_SHOP]
    if any(kind in word for word in before[:1] for kind in ("IAM", "IHAVE", "HAVE", "BE")):
        return False
    joints = (*_LEADING, *(("COMMA", "STOP") if words[at]["NUM"] < _OLDER_THAN_WORK else ()))
    beside = (dropwhile(lambda word: any(kind in word for kind in joints), side) for side in (before, behind))
    return any("SELF_EMPLOYED" in word for side in beside for word in islice(side, 1))


_TO_A_SHOP = 3
_LEADING = ("OF", "WITH", "WHILE", "WHO", "SELF", "MINE", "SINCE")
"""Kinds of words that lead from a business to its years: « 21 ans que je tiens ma boutique »."""


def _opens(word: Word) -> bool:
    return any(kind in word for kind in ("COMMA", "STOP", "QUESTION", "COLON", "SLASH"))


def _is_of_the_age(hearing: Hearing, match: Match, at: int) -> bool:
    """Whether a number may be an age: not "my husband welder 15 years", and of somebody whose age was told
    before only with words for it, not "nurse, 20 years" or "he has 25 years at the bank"."""
    if "job" in match and hearing.words[at]["NUM"] < _OLDER_THAN_WORK and match.end() - 1 > at:
        return False
    persons = {"both": ("self", "partner")}.get(person := hearing.scopes[at].person, (person,))
    if not set(persons) & set(hearing.doc._.people.of_known_age):
        return True
    before = hearing.words[match.start() : at]
    has = not any("BE" in word or "IAM" in word or "ME" in word for word in before)
    counted = at + 1 < len(hearing.words) and "YEARS" in hearing.words[at + 1]
    works = hearing.part_has(at, "WORK", "EXPERIENCE", "JOBHEAD", "JOB_AS")
    if any("TURNED" in word for word in before) or (hearing.lang == "fr" and not works):
        return any(kind in word for word in before for kind in _OF_AGE)
    return not (counted and (has or works)) and any(kind in word for word in before for kind in _OF_AGE)


_OF_AGE = ("IAM", "IHAVE", "ME", "BE", "HAVE", "HE", "PARTNER", "TURNED", "BUT", "BOTH")
"""Kinds of words behind which a number tells how old somebody is."""


def _may_be_of_kin(hearing: Hearing, at: int) -> bool:
    """Whether a sibling was named last before a number: "brother in Toronto, citizen, 29 years old"."""
    for word in reversed(hearing.words[:at]):
        if any(kind in word for kind in ("STOP", "QUESTION", "SELF", "IAM", "IHAVE", "ME", "PARTNER", "KID")):
            return False
        if "SIBLING" in word:
            return True
    return False


def _is_result(hearing: Hearing, at: int) -> bool:
    """ "I scored 62 on the FSW grid": a number of points, no age."""
    after = hearing.words[at + 1 : at + 5]
    years = any("YEARS" in word or "OLD" in word or "COMMA" in word for word in after[:1])
    scored = at and hearing.words[at - 1].text in _SCORED
    return bool(scored) and not years and any("GRID" in word for word in after)


def _has_parts(hearing: Hearing, at: int) -> bool:
    """ "Cuisinier 20 ans, dont 5 à Dubaï": years of which a part is told are years of work."""
    behind = [word for word in hearing.words[at + 1 : at + 5] if "COMMA" not in word and "OPEN" not in word]
    part = behind[1:4] if behind and "YEARS" in behind[0] else ()
    parted = [place for place, word in enumerate(part) if "PART_OF" in word or "CLOSING" in word]
    return bool(parted) and any("NUM" in word for word in behind[1 + parted[0] + 1 :][:2])


_SCORED = frozenset({"scored", "got", "have", "obtenu", "ai", "score of"})


def _are_hours(hearing: Hearing, at: int) -> bool:
    """ "22h/semaine", "38h": hours, no man of 22."""
    return any("HOURS" in word for word in hearing.words[at : at + 1])


def _age_alone(hearing: Hearing, known: Container[int], persons: Container[str]) -> tuple[int, int] | None:
    """The one number of a list of facts of one of two that stands alone: "…, 31, PhD, …"."""
    listed = any(kind in word for word in hearing.words for kind in _TOLD_IN_LISTS)
    told: dict[int, int] = {}
    for match in hearing.matches("person.alone"):
        at, last = match.start("n"), match.end() - 1
        number, scope = hearing.words[at]["NUM"], hearing.scopes[at]
        years = "YEARS" in hearing.words[last] or "OLD" in hearing.words[last]
        own = scope.clear and scope.person in persons and at not in known
        apart = (
            years or _is_a_sentence(hearing, at) or not _beside_numbers(hearing, match.start(), match.end())
        )
        if (
            own
            and apart
            and (listed or (years and _begins_a_part(hearing, at)))
            and YOUNGEST < number <= OLDEST
            and number == int(number)
        ):
            told[at] = last
    first = 0 if 0 in told else next(iter(told), 0)  # "45. vet. 18 years": who begins with it tells an age
    return (first, told[first]) if len(told) == 1 or 0 in told else None


def _is_a_sentence(hearing: Hearing, at: int) -> bool:
    """Whether a number that is no score of a test is all of its sentence: "cook. 26. CELPIP 8 each"."""
    beside = (*hearing.words[at - 1 : at], *hearing.words[at + 1 : at + 2])
    return hearing.words[at]["NUM"] > _HIGHEST_OF_20 and all("STOP" in word for word in beside)


_HIGHEST_OF_20 = 20


def _begins_a_part(hearing: Hearing, at: int) -> bool:
    kin = not hearing.kinds.isdisjoint(("SIBLING", "RELATIVE", "KID"))  # whose age it may be as well
    return at > 0 and not kin and any(kind in hearing.words[at - 1] for kind in ("COMMA", "STOP"))


def _beside_numbers(hearing: Hearing, first: int, end: int) -> bool:
    """Whether numbers or names of tests stand around: it may be a score then."""
    scores = ("NUM", "TEST", "ABILITY", "LETTER")  # levels end far below any age
    for at in (*range(max(0, first - 2), first), *range(end, min(len(hearing.words), end + 2))):
        word, before = hearing.words[at], hearing.words[at - 1] if at else None
        after = hearing.words[at + 1] if at + 1 < len(hearing.words) else None
        length = after is not None and ("YEARS" in after or "MONTHS" in after)
        counted = length or "YEARNUM" in word or (before is not None and "PARENT_OF" in before)
        if not counted and any(kind in word for kind in scores):
            return True
    return False


def read_age(hearing: Hearing) -> Iterator[Fact]:
    """``age`` in whole years, and ``birth_date``."""
    told: list[Fact] = []
    of_two: set[int] = set()
    for match in hearing.matches("person.two_ages"):
        if (own := _of_two(hearing, match)) is not None:
            yield own
            of_two |= {match.start("n"), match.start("m")}
    for at, (first, last) in ages(hearing).items():
        if at in of_two:
            continue
        told += hearing.facts("age", int(hearing.words[at]["NUM"]), first, last)
    yield from told
    yield from _turning(hearing, {fact.person for fact in told})
    yield from _birth(hearing)


def _of_two(hearing: Hearing, match: Match) -> Fact | None:
    """ "We are 30 and 32": one's own age is one of the two, which is asked."""
    words, places = hearing.words, (match.start("n"), match.start("m"))
    numbers = [int(words[at]["NUM"]) for at in places]
    told = is_we(words[match.start("we")]) if "we" in match else _is_told_of_two(hearing, match)
    if (
        not (told and hearing.stated(places[0]))
        or len({*numbers}) == 1
        or not all(YOUNGEST < number <= OLDEST for number in numbers)
    ):
        return None
    start, end = words[match.start()].start, words[match.end() - 1].end
    return Fact("age", {"readings": numbers}, "self", start, end, False, True)


_OF_SCORES = ("NUM", "TEST", "ABILITY", "FRAMEWORK")


def _is_told_of_two(hearing: Hearing, match: Match) -> bool:
    """ "Both teachers. 36, 38": two ages in a row, of a couple and not of children, with no scores beside."""
    words, kinds = hearing.words, hearing.kinds
    couple = "PARTNER" in kinds or "BOTH" in kinds or any(map(is_we, words))
    before, after = words[max(0, match.first - 1) : match.first], words[match.end() : match.end() + 2]
    scored = any(
        kind in word for word in (*before, *after) for kind in ("NUM", "TEST", "ABILITY", "FRAMEWORK")
    )
    return couple and not scored and kinds.isdisjoint(("KID", "SIBLING"))


def _turning(hearing: Hearing, known: Container[str]) -> Iterator[Fact]:
    """ "I'll be 35 in February": the age until that birthday, of whom no other was told."""
    for match in hearing.matches("person.turning"):
        at, last = match.start("n"), match.end() - 1
        scope, number = hearing.scopes[at], hearing.words[at]["NUM"]
        reached = hearing.words[at - 1].text.replace("' ", "'") in _HAD
        own = scope.person in ("self", "partner") and scope.person not in known
        if own and scope.mood in ("said", "want") and YOUNGEST < number <= OLDEST:
            start, end = hearing.words[match.start()].start, hearing.words[last].end
            yield Fact("age", int(number) - (not reached), scope.person, start, end, scope.clear, scope.named)
            return


def _listed_age(hearing: Hearing, known: Container[int], persons: Container[str]) -> tuple[int, int] | None:
    """ "29, single, master's": a number that opens a list of facts."""
    for match in hearing.matches("person.listed"):
        at = match.start("n")
        before = hearing.words[at - 1] if at else None
        opens = before is None or any(
            kind in before for kind in ("STOP", "PLEASE", "COMMA", "PARTNER", "COLON", "QUESTION", "SLASH")
        )
        follows_name = before is not None and not before.kinds and "YEARS" in hearing.words[match.end() - 1]
        from_there = match.end() < len(hearing.words) and "FOREIGN" in hearing.words[match.end()]
        opens = (opens and not from_there) or follows_name
        number = hearing.words[at]["NUM"]
        theirs = hearing.scopes[at].person in persons and at not in known
        if opens and theirs and number == int(number) and 17 <= number <= 65:
            return at, match.end() - 1
    return None


def read_no_such_day(hearing: Hearing) -> Iterator[Fact]:
    """``no_such_day``: a date that the calendar does not have ("31 February 1990"), as it was written."""
    for dated in hearing.impossible_dates:
        start, end = hearing.words[dated.first].start, hearing.words[dated.last].end
        yield from hearing.facts("no_such_day", hearing.text[start:end], dated.first, dated.last)


def _birth(hearing: Hearing) -> Iterator[Fact]:
    told = False
    for dated in hearing.dates:
        cue = any("BORN" in word for word in hearing.words[max(0, dated.first - 6) : dated.first])
        long_ago = dated.readings[0].year <= hearing.today.year - 16
        if not cue and not long_ago:
            continue
        told = True
        if dated.exact == "day":
            days = [day.isoformat() for day in dated.readings]
            value: Any = days[0] if len(days) == 1 else {"readings": days}
            yield from hearing.facts("birth_date", value, dated.first, dated.last, sure=len(days) == 1)
        elif cue:
            yield from _age_from(hearing, dated.readings[0], dated.first, dated.last, by_month=True)
    if told:
        return
    for match in hearing.matches("person.born"):
        at = match.start("y")
        yield from _age_from(hearing, date(hearing.words[at]["NUM"], 1, 1), match.start(), at, by_month=False)


def _age_from(hearing: Hearing, born: date, first: int, last: int, by_month: bool) -> Iterator[Fact]:
    """The age of someone born in a month or year: certain only when the birthday cannot be still to come."""
    today = hearing.today
    age = today.year - born.year - (by_month and today.month < born.month)
    if not 0 <= age <= 120:
        return
    certain = by_month and today.month != born.month
    value: Any = age if certain else {"readings": [age, age - 1]}
    yield from hearing.facts("age", value, first, last, sure=certain)


def read_marital_status(hearing: Hearing) -> Iterator[Fact]:
    """``marital_status``: the last one that was said and not denied."""
    told: list[Fact] = []
    over: list[Fact] = []
    for at, word in enumerate(hearing.words):
        kind = next((kind for kind in ("MARITAL", "DOUBTFUL_MARITAL") if kind in word), None)
        others = hearing.scopes[at].person == "other" and "FIANCE" not in word
        if kind is None or others or _is_name(hearing, at) or _is_likened(hearing, at):
            continue
        couple = hearing.part_has(at, "BOTH", "PARTNER") or "DATING" in hearing.kinds
        if "ONE_ROOF" in word and not couple:
            continue  # with a sister, or with flatmates
        choices = word[kind].split("|")
        if choices == ["common_law"] and _has_ended(hearing, at):
            told.append(_marital(hearing, {"readings": ["never_married", "separated"]}, at, sure=False))
            continue
        if hearing.negated(at, 3) and not _is_put_right(hearing, at):
            if choices == ["married"] and hearing.stated(at) and not told:
                told.append(_marital(hearing, "never_married", at, sure=False))
            continue
        weds = choices == ["never_married"] and _is_to_wed(hearing, at)
        if hearing.stated(at) or "FIANCE" in word or weds:
            value: Any = choices[0] if len(choices) == 1 else {"readings": choices}
            was = any("PAST_BE" in before for before in hearing.words[max(0, at - 2) : at])
            (over if was else told).append(_marital(hearing, value, at, sure=kind == "MARITAL"))
    told = told or over  # "I was married until 2023, now divorced"; "we were married in 2019" are
    told = _living_together(hearing, told)
    sure = [fact for fact in told if fact.sure]
    values = {str(fact.value) for fact in sure}
    if len(values) > 1:
        yield from (fact for fact in sure[-1:] if hearing_corrects(hearing))
        if not hearing_corrects(hearing):
            first = sure[0]
            yield Fact(first.field, {"readings": sorted(values)}, "self", first.start, sure[-1].end, False)
    elif told:
        yield sure[-1] if sure else told[-1]
    else:
        yield from (
            list(_former_spouse(hearing))
            or list(_spouse(hearing))
            or list(_couple(hearing))
            or _alone(hearing)
        )


def _is_likened(hearing: Hearing, at: int) -> bool:
    """Whether something is only taken for a status: « le pacs est considéré comme marié »."""
    before = [word.text for word in hearing.words[max(0, at - _TO_WHAT_IT_IS_TAKEN_FOR) : at]]
    like = next((place for place, text in enumerate(before) if text in ("comme", "as")), None)
    return like is not None and not _TAKEN_FOR.isdisjoint(before[:like])


_TO_WHAT_IT_IS_TAKEN_FOR = 4
_TAKEN_FOR = frozenset(
    {"considered", "considere", "consideree", "consideres", "considerees", "counts", "count", "counted"}
    | {"compte", "comptent", "seen", "treated", "vu", "vus", "traite", "traites", "reconnu", "recognized"}
)


def _living_together(hearing: Hearing, told: list[Fact]) -> list[Fact]:
    """ "I've lived with Sophie for 6 years without being married": a year under one roof is a union, whatever
    is said of marriage; less is none yet. A name alone may be that of a flatmate, and a husband or wife is
    married."""
    wed = "SPOUSE" in hearing.kinds and "MARITAL" not in hearing.kinds
    if wed or any(fact.value not in ("never_married", "common_law") for fact in told):
        return told
    if (short := _too_short(hearing)) is not None:
        return [_marital(hearing, "never_married", short, sure=True)]
    for match in hearing.matches("person.under_one_roof"):
        at = match.start("roof")
        word, doubt = hearing.words[at], hearing.words[at].kinds.get("DOUBTFUL_MARITAL", "common_law")
        spelled = hearing.text[word.start : word.end]
        certain = bool(word.kinds) or (spelled.istitle() and "MARITAL" in hearing.kinds)
        of_a_couple = doubt != "common_law" or word.text.startswith(_COUPLES)
        if of_a_couple or not _is_a_year(hearing, match) or _has_ended(hearing, at):
            continue
        if hearing.stated(at) and ("ONE_ROOF" not in word or hearing.part_has(at, "BOTH", "PARTNER")):
            return [_marital(hearing, "common_law", at, sure=certain)]
    return told


def _is_to_wed(hearing: Hearing, at: int) -> bool:
    """ "I will marry next year", « on va se marier en juin »: settled, and so not so far; not "I want to"."""
    scope, before = hearing.scopes[at], hearing.words[at - 1].text if at else ""
    planned = scope.mood == "said" or (scope.mood == "want" and before in _WILL)
    return "DOUBTFUL_MARITAL" in hearing.words[at] and planned and scope.person != "other"


_WILL = frozenset({"will", "'ll", "going to", "gonna", "va", "vais", "allons", "vont", "serons"})


def _too_short(hearing: Hearing) -> int | None:
    """Where a life under one roof is told that has not lasted for a year: "my gf lives with me 8 months"."""
    for at, word in enumerate(hearing.words):
        if word.kinds.get("DOUBTFUL_MARITAL") != "common_law" or not hearing.stated(at):
            continue
        part = [place for place, scope in enumerate(hearing.scopes) if scope.part == hearing.scopes[at].part]
        long = lasted(hearing, part[0], part[-1])
        if long is not None and long < 1 and not _has_ended(hearing, at):
            return at
    return None


_COUPLES = ("en couple", "je suis en couple", "on est en couple", "nous sommes en couple", "pacs")
"""How words begin that tell of a couple, and not that they live together."""


def _is_a_year(hearing: Hearing, match: Match) -> bool:
    """Whether a union has surely lasted for a year, as the rules want it."""
    if "y" in match:
        return bool(hearing.value(match, "y", "NUM") < hearing.today.year - 1)
    return "one" in match or hearing.words[match.start("n")].kinds.get("NUM", 1) >= 1


_HAD = frozenset({"j'ai eu", "j'en ai eu", "i had"})
"""Words after which a birthday has been."""


def _couple(hearing: Hearing) -> Iterator[Fact]:
    """ "We're a couple": married or not is asked."""
    for match in hearing.matches("person.couple"):
        if hearing.stated(match.start()):
            yield _marital(hearing, {"readings": ["married", "common_law"]}, match.end() - 1, sure=False)
            return


def _alone(hearing: Hearing) -> Iterator[Fact]:
    """ "31, no wife": nobody comes along."""
    for at, word in enumerate(hearing.words):
        if "WITHOUT_SPOUSE" in word and hearing.stated(at):
            yield _marital(hearing, "never_married", at, sure=True)
            return


def _has_ended(hearing: Hearing, at: int) -> bool:
    """Whether a union is told to be over: "was in a common-law relationship until last year"."""
    part = hearing.scopes[at].part
    was = any("PAST_BE" in word for word in hearing.words[max(0, at - 4) : at])
    ended = any(
        "ENDED" in word and abs(hearing.scopes[place].part - part) <= 1
        for place, word in enumerate(hearing.words)
        if place != at and abs(place - at) <= _ENDED_REACH
    )
    return was or ended


_ENDED_REACH = 12
"""Words between a union and what tells that it is over."""


def _spouse(hearing: Hearing) -> Iterator[Fact]:
    """``has_spouse``: "my wife", "mon mari": whoever says so is married, unless another status is told."""
    for at, word in enumerate(hearing.words):
        before = hearing.words[at - 1] if at else None
        listed = before is None or any(kind in before for kind in _BEFORE_A_SPOUSE)
        near = hearing.words[max(0, at - 2) : at]
        own = any("SELF" in each or "IHAVE" in each for each in near) or (
            listed and ("SEX" not in word or _is_listed_spouse(hearing, at))
        )
        scope = hearing.scopes[at]
        told = scope.mood not in ("if", "ask", "claim") and scope.person != "other"
        if "SPOUSE" in word and own and told and not hearing.negated(at, 3):
            yield Fact("has_spouse", True, "self", word.start, word.end, True)
            return


_BEFORE_A_SPOUSE = ("COMMA", "STOP", "COLON", "AND", "OPEN", "WITH")


def _is_listed_spouse(hearing: Hearing, at: int) -> bool:
    """Whether « femme » in a list is a wife, not the sex of who writes: with her name or her job behind the
    writer's own job, « électricien, 36, femme esther prof »."""
    words = hearing.words
    after = words[at + 1 : at + 3]
    told = any("JOBHEAD" in word for word in words[:at]) and any("JOBHEAD" in word for word in after)
    return told and hearing.scopes[at].person == "partner" and (not after[0].kinds or "JOBHEAD" in after[0])


def read_dating(hearing: Hearing) -> Iterator[Fact]:
    """``dating``: "my girlfriend", who is a partner to the rules only after a year under one roof."""
    for at, word in enumerate(hearing.words):
        if "DATING" in word and hearing.scopes[at].mood in ("said", "ask"):
            yield Fact("dating", True, "self", word.start, word.end, True)
            return


def read_introduced(hearing: Hearing) -> Iterator[Fact]:
    """``partner_name`` and ``own_name``, by which two people are called from now on; ``applicant``."""
    for told in hearing.doc._.introduced:
        person = "partner" if told.field == "partner_name" else "self"
        yield Fact(told.field, told.value, person, told.start, told.end, True)


def _former_spouse(hearing: Hearing) -> Iterator[Fact]:
    """ "My ex-wife": whoever says so was married, and is divorced or separated unless married again."""
    for at, word in enumerate(hearing.words):
        before = hearing.words[at - 1] if at else None
        somebodys = before is not None and (before.text == "'s" or "HE" in before or "ARTICLE" in before)
        if "EX_SPOUSE" in word and not somebodys and hearing.scopes[at].mood == "said":
            yield _marital(hearing, {"readings": ["divorced", "separated"]}, at, sure=False)
            return


def _is_name(hearing: Hearing, at: int) -> bool:
    """ "Ma femme Marie", "I'm Marie": a word with a capital right after the partner, or within a sentence of
    small letters, is somebody's name."""
    spelled = hearing.text[hearing.words[at].start : hearing.words[at].end]
    if not spelled.istitle() or not at:
        return False
    before = hearing.words[at - 1]
    named = any(kind in before for kind in ("PARTNER", "NAMED"))
    introduced = any(kind in before for kind in ("IAM", "BE", "SELF"))
    return named or (introduced and hearing.words[at].text in _NAMES)


_NAMES = frozenset({"marie"})
"""First names that a status without its accent is spelled like."""


def _is_put_right(hearing: Hearing, at: int) -> bool:
    """Whether a no before a status denies another one: "NO single, not married"."""
    return hearing.wrong is not None and at > 0 and "NO" in hearing.words[0] and at == 1


def hearing_corrects(hearing: Hearing) -> bool:
    """Whether the message takes something back ("actually", "I meant", "8 not 7")."""
    return any("CORRECT" in word or "NOTBUT" in word for word in hearing.words)


def _marital(hearing: Hearing, value: Any, at: int, sure: bool) -> Fact:
    word = hearing.words[at]
    return Fact("marital_status", value, "self", word.start, word.end, sure and not hearing.doubted(at, at))


def read_nationality(hearing: Hearing) -> Iterator[Fact]:
    """``nationality``: a nationality or a citizenship of another country, where nothing else is told."""
    words, kinds = hearing.words, hearing.kinds
    counted = any("NUM" in word and "ARTICLE" not in word for word in words)
    if counted or len(words) > _OF_A_NATIONALITY or not kinds.isdisjoint(_OF_ELSE):
        return
    if any(scope.mood != "said" or scope.person not in ("self", "both") for scope in hearing.scopes):
        return
    named = any(kind in kinds for kind in ("NATIONALITY", "FOREIGN", "FOREIGN_WORD", "LANGUAGE"))
    alone = "NATIONALITY" in kinds and (len(words) <= _ALONE or "IAM" in kinds)
    if named and (alone or "NATIONAL" in kinds or "CITIZENPR" in kinds):
        yield Fact("nationality", True, "self", words[0].start, words[-1].end, True)


_OF_A_NATIONALITY, _ALONE = 8, 2
"""Words of a message that tells a nationality, and of one that only names it."""
_OF_ELSE = frozenset(
    {"QUESTION", "NEG", "CANADA", "CANADIAN", "PROVINCE", "CANADIAN_CITY", "TEST", "ABILITY", "HE"}
    | {"DEGREE", "JOBHEAD", "WORK", "LIVES", "PARTNER", "SIBLING", "RELATIVE", "OTHER", "SPEAKS", "CORRECT"}
)
"""Kinds of words of a message that tells, or asks, something else."""


def read_residence(hearing: Hearing) -> Iterator[Fact]:
    """``intends_quebec``: where the person wants to live."""
    for match in hearing.matches("person.residence"):
        at = match.start("place")
        first = match.start()
        scope = hearing.scopes[at]
        if scope.mood in ("if", "ask", "claim") or scope.person not in ("self", "both"):
            continue
        between = hearing.words[match.start("live") + 1 : at]
        denied = hearing.negated(match.start("live"), 3) or any(
            "OUTSIDE" in word or "NEG" in word for word in between
        )
        quebec = "QUEBEC" in hearing.words[at]
        if (denied and not quebec) or _is_pondered(hearing, match.start("live"), at):
            continue
        words = hearing.words
        yield Fact(
            "intends_quebec",
            quebec and not denied,
            "self",
            words[first].start,
            words[at].end,
            not hearing.doubted(first, at),
        )
        return


def _is_pondered(hearing: Hearing, live: int, place: int) -> bool:
    """Whether living there is only asked or thought about: "I could live in Laval", "settle in Montréal?"."""
    words = hearing.words
    part = hearing.scopes[place].part
    own = [at for at in range(len(words)) if hearing.scopes[at].part == part]
    asked = place + 1 < len(words) and any("QUESTION" in word for word in words[place + 1 : own[-1] + 2])
    return asked or any("PONDERS" in words[at] for at in own if at <= live)


_OPENING = 5
"""Words from the beginning within which another person is named."""


def read_another_person(hearing: Hearing) -> Iterator[Fact]:
    """``another_person``: the message begins to tell of somebody else ("new client: 28, single")."""
    for at, word in enumerate(hearing.words[:_OPENING]):
        if "ANOTHER_PERSON" in word and hearing.scopes[at].mood == "said":
            yield Fact("another_person", True, "self", word.start, word.end, True)
            return
