"""What a message supposes ("what if I had CLB 9 and my wife stayed?"), as the rules want it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Literal

from bot.facts import Fact as Told
from bot.nlu.facts import read
from bot.nlu.facts.hearing import hear
from bot.nlu.language import language_of
from bot.nlu.personal import asked_kinds, pointing
from bot.nlu.points import is_counted, levels_of
from bot.nlu.spoken import YES_NO, factors, holds, named_alone, plain, spoken, without
from express_entry.days import age_on
from express_entry.language import TESTS, check_test_score
from express_entry.vocabulary import ABILITIES, ENGLISH, FRENCH, Education
from express_entry.whatif.suppositions import (
    SPOUSE,
    Diploma,
    Fact,
    LanguageFirst,
    LanguageLevel,
    MoreWork,
    OnDay,
    Partner,
    Supposed,
    Whose,
    Without,
)

OTHER_DIPLOMA: Education = "one_year"
"""What a second diploma of which no more is said is at least."""
WORK = {"canadian_work_years": True, "foreign_work_years": False}
NOBODY = frozenset({"never_married", "separated", "divorced", "widowed"})
LEVELS: Mapping[str, str] = {ENGLISH: "english_levels", FRENCH: "french_levels"}
"""Where levels that are told without a test stand, by language."""
FORMS = frozenset({"test", "date", "scale"})
"""What is told of a test besides its scores."""
_LEVEL = re.compile(r" (?:level|niveau) (?:of |de )?(\d{1,2}) ")
_WHOLE_TEST = re.compile(
    r" ([4-9]|10) (?:partout|everywhere|in (?:all|each|every|everything)|all four|aux quatre|dans toutes?) "
)
_SPELLED = re.compile(
    r" (?:level|niveau|clb|nclc)(?: of| de)? ([a-zéèû]+) "
    r"| ([a-zéèû]+) (?:partout|everywhere|in (?:all|each|every|everything)) "
)
_CLAUSE = re.compile(r"(?:(?!\s(?:and|et|but|mais|plus|with|avec)\s)[^,;.()+])+|.", re.IGNORECASE)
_MORE_YEARS = re.compile(
    r" (\d{1,2}|one|a|another|two|three|un|une|deux|trois) (?:more |additional |extra |other |autres? )?"
    r"(?:year|years|an|ans|année|années) "
)
_IN_FIGURES = {"two": 2, "deux": 2, "three": 3, "trois": 3}
_ORDINALS = {"full": 1, "first": 1, "première": 1, "second": 2, "deuxième": 2, "third": 3, "troisième": 3}
_YEARS = re.compile(
    r" (\d|two|three|deux|trois|full|first|première|second|deuxième|third|troisième)"
    r"(?: full)? (?:years?|yrs?|ans?|année|années) "
)
_AT_AGE = (
    r"(?: |’)(?:{aged}) (?:only |just |already |seulement |déjà )?(1[6-9]|[2-7]\d)"
    r" (?!(?:(?:ans|years?) )?(?:{counted})[ ’])"
)
_ENGAGED = re.compile(r"\bfianc[eé]e?\b", re.IGNORECASE)
_LANGUAGE_FIRST = r" (?P<language>{names}) (?:\S+ ){{0,5}}?(?:{first}) "


def suppositions(text: str, lang: str, today: date, profile: Mapping[str, Any]) -> tuple[Supposed, ...]:
    """Everything that ``text`` supposes of a person with this ``profile``, in the order of its words; empty
    where nothing is understood."""
    words = _in_figures(plain(text))
    facts = _facts(text, lang, today)
    found = [*_of_facts(text, facts, words, profile), *_overall(facts, profile), *_first(words)]
    whose = _whose_number(text, lang, today)
    if not any(_is_of_french(each) for each in (*found, *facts)):
        found += [LanguageLevel(level, ABILITIES, FRENCH, whose) for level in _in_french(words)[-1:]]
    found += _of_words(words, {fact.field for fact in facts}, found, profile, whose)
    found = [*_where_they_work(text, words, found, profile), *_by_a_question(text, words, found, profile)]
    if any(isinstance(each, Partner) and each.way != "comes" for each in found):
        found = [_own(each) for each in found]
    elif _is_without_partner(profile) and any(_of_spouse(each) for each in found):
        comes = () if any(isinstance(each, Partner) for each in found) else (Partner("comes"),)
        found = [*comes, *found]
    later = [] if found else _in_some_years(text, words, profile, today)
    return (*found, *later, *_on_a_day(text, lang, today))


def _is_of_french(named: Supposed | Told) -> bool:
    """Whether a level of French is named as such, which no letters add to."""
    if isinstance(named, Told):
        levels = levels_of(named) if named.field == "language_levels" else {}
        return any(map(is_counted, levels.values())) and named.value["framework"] == "NCLC"
    return isinstance(named, LanguageLevel) and named.language == FRENCH


def _whose_number(text: str, lang: str, today: date) -> Whose:
    """Whose the last number or level in letters is: "my wife takes the TCF and she does B2"."""
    heard = hear(text, lang, today, supposed=True)
    said = [
        scope for word, scope in zip(heard.words, heard.scopes, strict=True) if _NUMBERS & word.kinds.keys()
    ]
    return "spouse" if said and said[-1].person == "partner" else "self"


_NUMBERS = frozenset({"NUM", "CEFR"})


def is_supposed(fact: Told) -> bool:
    """Whether a fact is of a kind that a what-if supposes."""
    return fact.field in _READERS


def all_of(texts: Iterable[str], lang: str, today: date, profile: Mapping[str, Any]) -> tuple[Supposed, ...]:
    """What several messages suppose together, one after the other; a level that names no language is one of
    the language supposed before it."""
    found: list[Supposed] = []
    for text in texts:
        found += [_going_on(each, text, found) for each in suppositions(text, lang, today, profile)]
    return tuple(found)


def _going_on(supposed: Supposed, text: str, before: Iterable[Supposed]) -> Supposed:
    """An NCLC in some abilities, in the language of the level before it where no other is named."""
    words = plain(text)
    levels = [each for each in before if isinstance(each, LanguageLevel)]
    if not isinstance(supposed, LanguageLevel) or supposed.abilities == ABILITIES or not levels:
        return supposed
    if levels[-1].whose != supposed.whose or _languages(words) or not holds(words, ("nclc",)):
        return supposed
    return replace(supposed, language=levels[-1].language)


def supposes_levels(text: str) -> bool:
    """Whether a message supposes what a test gives, or asks what a level would come to, and tells none."""
    words, said = plain(text), spoken()["supposing_levels"]
    if holds(words, said["not"]) or not (holds(words, said["levels"]) or _in_french(words)):
        return False
    begins = any(words.startswith(f" {each} ") for each in said["begins"])
    supposed = begins or holds(words, said["supposing"])
    return supposed and (begins or holds(words, said["asking"]))


def supposes_scores(text: str, lang: str, today: date) -> bool:
    """Whether a message asks what it comes to with four scores: "how much with 8 everywhere?"."""
    words = plain(text)
    other = (
        *spoken()["money"],
        *spoken()["levels"]["words"],
        *spoken()["levels"]["frameworks"],
        *spoken()["of_occupations"],
    )
    if holds(words, other) or not holds(words, spoken()["with_scores"]):
        return False
    return any(fact.field == "scores" for fact in _facts(text, lang, today))


def in_letters(text: str) -> tuple[str, ...]:
    """The levels in letters of a French test that a message names ("B2", "C1"), each once."""
    words = plain(text)
    known = {str(letters) for letters in spoken()["letters"]}
    if _languages(words) == {ENGLISH}:
        return ()
    return tuple(dict.fromkeys(word for word in words.split() if word in known))


def _in_french(words: str) -> tuple[int, ...]:
    """The levels that are named in letters, or as a number for the whole of a French test."""
    letters = tuple(int(spoken()["letters"][each]) for each in in_letters(words))
    whole = _WHOLE_TEST.search(words) if _languages(words) - {ENGLISH} else None
    return (*letters, *((int(whole[1]),) if whole else ()))


def _in_figures(words: str) -> str:
    """The words with a level in figures: "level five", « cinq partout »."""
    numbers = spoken()["numbers"]

    def figure(found: re.Match[str]) -> str:
        word = found[found.lastindex or 0]
        return found[0].replace(word, str(numbers.get(word, word)))

    return _SPELLED.sub(figure, words)


def _languages(words: str) -> set[str]:
    """The languages that are named, by themselves or by a test."""
    return {code for code, names in spoken()["languages"].items() if holds(words, (*names, *_tests(code)))}


def _tests(language: str) -> tuple[str, ...]:
    """How people call the tests in a language."""
    return tuple(spoken()["tests"][language])


def either_way(text: str) -> bool:
    """Whether a partner is spoken of who may come or stay: both ways are to be compared."""
    words = plain(text)
    return holds(words, spoken()["either"]) and holds(words, spoken()["coming"])


def _is_without_partner(profile: Mapping[str, Any]) -> bool:
    return profile.get("marital_status") in NOBODY or profile.get("spouse.accompanying") is False


def _of_spouse(supposed: Supposed) -> bool:
    """Whether what is supposed of the partner counts only where the partner comes."""
    path = supposed.path if isinstance(supposed, Fact) else ""
    return path.startswith(f"{SPOUSE}.") or getattr(supposed, "whose", "self") == SPOUSE


def _own(supposed: Supposed) -> Supposed:
    """Beside a partner who does not count, what is supposed is of the person: "my wife stays and CLB 9"."""
    if isinstance(supposed, LanguageLevel | Diploma | MoreWork):
        return replace(supposed, whose="self")
    return supposed


def _facts(text: str, lang: str, today: date) -> tuple[Told, ...]:
    """What the message tells, taken as if it were so; of one that only asks, what is left of it. Whoever is
    engaged to the person is the partner then."""
    text = _ENGAGED.sub(spoken()["engaged"][lang], text)
    alone = named_alone(text)
    for part in (text, alone, without(alone, spoken()["more"])):
        facts = read(part, lang, today, supposed=True, lists=("credentials",))
        if found := tuple(fact for fact in facts if fact.field in _READERS):
            return found
    return ()


def _of_facts(
    text: str, facts: tuple[Told, ...], words: str, profile: Mapping[str, Any]
) -> Iterator[Supposed]:
    """What the facts suppose; where two people are spoken of, or two levels, each by its own clause."""
    two = len({fact.person for fact in facts}) > 1 or sum(f.field == "language_levels" for f in facts) > 1
    for fact in facts:
        whose: Whose = "spouse" if fact.person == "partner" else "self"
        own = _in_figures(plain(_clause(text, fact))) if two else words
        yield from _READERS[fact.field](fact, whose, own, profile)


def _clause(text: str, fact: Told) -> str:
    """The clause of ``text`` in which a fact stands."""
    parts = (found for found in _CLAUSE.finditer(text) if found.start() <= fact.start < found.end())
    return next((found.group() for found in parts), text)


Found = Iterator[Supposed]


def _level(fact: Told, whose: Whose, words: str, profile: Mapping[str, Any]) -> Found:
    levels = {name: level for name, level in levels_of(fact).items() if is_counted(level)}
    language = _language_of(fact, words, None if whose == SPOUSE else first_of(profile))
    by_level: dict[int, list[str]] = {}
    for name, level in levels.items():
        by_level.setdefault(int(level), []).append(name)
    for level, names in by_level.items():
        abilities = ABILITIES if "level" in names else tuple(names)
        yield LanguageLevel(level, abilities, language, whose)


def _language_of(fact: Told, words: str, first: str | None) -> str | None:
    """The language of a level: that of the test that was named; else CLB is for English beside a ``first``
    test in French, and NCLC for French, but in French words for that of the first test, be it in English."""
    words = _without_denied(words)
    languages = [code for code, names in spoken()["languages"].items() if holds(words, names)]
    tests = [code for code in (ENGLISH, FRENCH) if holds(words, _tests(code))]
    if fact.value["framework"] == "CLB":
        english = ENGLISH in languages or ENGLISH in tests
        french = FRENCH in languages or FRENCH in tests
        if first == FRENCH:
            return ENGLISH if english or not french else None
        return ENGLISH if english and not french else None
    if FRENCH in tests:
        return FRENCH
    if len(languages) == 1:
        return str(languages[0])
    if FRENCH in languages and holds(words, spoken()["only_french"]):
        return FRENCH
    if language_of(words) == FRENCH:
        return tests[0] if tests else None if first else FRENCH
    return FRENCH


def _without_denied(words: str) -> str:
    """The words without the languages that are not spoken: "CLB 9 in English, nothing in French"."""
    names = "|".join(re.escape(name) for listed in spoken()["languages"].values() for name in listed)
    denying = "|".join(map(re.escape, spoken()["denying"]))
    return re.sub(rf" (?:{denying})(?: (?:in|en|any|de|du))?[ ’](?:d’|l’)?(?:{names})(?= )", " ", words)


def _test(fact: Told, whose: Whose, _: str, profile: Mapping[str, Any]) -> Found:
    if not fact.value.keys() - FORMS:
        return
    if fact.value.get("language") == ENGLISH:
        yield _in_english({name: fact.value[name] for name in ABILITIES}, whose, profile)
        return
    path = "spouse.language" if whose == SPOUSE else _field_of(fact.value.get("test"), profile)
    yield Fact(path, dict(fact.value))


def _scores(fact: Told, whose: Whose, words: str, profile: Mapping[str, Any]) -> Found:
    """Four scores without the name of a test: of the one that is told, taken anew ("8 in everything"); where
    none is told, of IELTS or CELPIP, in French words levels."""
    path = "spouse.language" if whose == SPOUSE else "first_language"
    known = profile.get(path) is not None if whose == SPOUSE else first_of(profile) is not None
    scores = dict(zip(_IN_ORDER, fact.value, strict=True))
    if known:
        yield Fact(path, scores)
    elif language_of(words) != FRENCH:
        named = "ielts_gt" if max(fact.value) <= _BEST_BAND else "celpip_g"
        yield Fact(path, {"test": named, **scores})
    else:
        for level in dict.fromkeys(fact.value):
            alike = tuple(name for name in ABILITIES if scores[name] == level)
            yield LanguageLevel(int(level), alike, None if whose == SPOUSE else FRENCH, whose)


def _in_english(scores: Mapping[str, float], whose: Whose, profile: Mapping[str, Any]) -> Supposed:
    """Numbers for English without the name of a test: scores of the test that is told, and where none is, of
    IELTS or CELPIP; what the test told cannot give is a level."""
    best = max(scores.values())
    paths = (f"{SPOUSE}.language",) if whose == SPOUSE else ("first_language", "second_language")
    known = {path: test for path in paths if (test := profile.get(path)) and test.get("test")}
    path, test = next(
        ((path, test["test"]) for path, test in known.items() if TESTS[test["test"]].language == ENGLISH),
        (paths[-1] if known else paths[0], "ielts_gt" if best <= _BEST_BAND else "celpip_g"),
    )
    if any(check_test_score(test, None, ability, score) for ability, score in scores.items()):
        return LanguageLevel(int(min(scores.values())), ABILITIES, ENGLISH, whose)
    return Fact(path, {"test": test, **scores})


def assumed_test(
    texts: Iterable[str], supposed: Iterable[Supposed], profile: Mapping[str, Any]
) -> str | None:
    """The test whose scores were supposed that neither the words name nor the profile tells."""
    words = plain(" ".join(texts))
    if any(holds(words, _tests(code)) for code in (ENGLISH, FRENCH)):
        return None
    scored = (each for each in supposed if isinstance(each, Fact) and each.path.endswith("language"))
    tests = (each.value["test"] for each in scored if each.value and "test" in each.value)
    told = {test.get("test") for path in _LANGUAGES if (test := profile.get(path))}
    return next((test for test in tests if test not in told), None)


_LANGUAGES = ("first_language", "second_language", f"{SPOUSE}.language")
_BEST_BAND = 9
"""The highest band of IELTS; a higher score is one of CELPIP."""
_IN_ORDER = ("listening", "reading", "writing", "speaking")
"""The order in which four scores without names stand."""


@dataclass(frozen=True)
class Overall(Fact):
    """A test of which only the overall result is supposed: it is scored as if each ability had it, and
    never kept."""


@dataclass(frozen=True)
class Learning:
    """A language that somebody learns, or of which they take a test, while no level is named."""

    language: str | None
    whose: Whose


def learning(text: str, lang: str, today: date) -> Learning | None:
    """The language or test of a what-if that names no level ("what if I learn French?"), and whose it is."""
    words = plain(text)
    named = _languages(words)
    if len(named) != 1:
        return None
    heard = hear(text, lang, today, supposed=True)
    theirs = any(scope.person == "partner" for scope in heard.scopes)
    return Learning(next(iter(named)), "spouse" if theirs else "self")


def settles(text: str, lang: str, today: date) -> Literal["quebec", "elsewhere"] | None:
    """Where in Canada somebody would live in a what-if that supposes nothing else: "if I move to Moncton"."""
    kinds = hear(text, lang, today, supposed=True).kinds
    words = plain(text)
    if holds(words, spoken()["there_for_more"]):
        return None
    if "QUEBEC" in kinds or holds(words, spoken()["to_quebec"]):
        return "quebec"
    return None if kinds.isdisjoint(("PROVINCE", "CANADIAN_CITY")) else "elsewhere"


@dataclass(frozen=True)
class Later(Fact):
    """The age in some years, everything else as it is; it is never kept."""


def _in_some_years(text: str, words: str, profile: Mapping[str, Any], today: date) -> Found:
    """ "And in 2 years?": the age then."""
    if LATER not in asked_kinds(text) and pointing(text) != LATER:
        return
    number = _AHEAD.search(words)
    figures = {**spoken()["numbers"], **_IN_FIGURES}
    years = 1 if number is None else int(number[1] if number[1].isdigit() else figures.get(number[1], 1))
    born = profile.get("birth_date")
    age = profile.get("age") if born is None else age_on(date.fromisoformat(str(born)), today)
    if isinstance(age, int):
        yield Later("age", age + years)


LATER = "later"
"""The kind of question about the score in some years."""
_AHEAD = re.compile(r" (\d{1,2}|[a-z]+) (?:years?|yrs?|ans?|années?) ")


def _overall(facts: tuple[Told, ...], profile: Mapping[str, Any]) -> Found:
    for fact in facts:
        tests = [each for each in facts if each.field == "language_test" and each.person == fact.person]
        if fact.field == "overall_band" and tests and not tests[0].value.keys() - FORMS:
            test = tests[0].value["test"]
            path = f"{SPOUSE}.language" if fact.person == "partner" else _field_of(test, profile)
            yield Overall(path, {"test": test, **dict.fromkeys(ABILITIES, fact.value)})


def _field_of(test: str | None, profile: Mapping[str, Any]) -> str:
    first = first_of(profile)
    if test is None or first is None or first == TESTS[test].language:
        return "first_language"
    return "second_language"


def first_of(profile: Mapping[str, Any]) -> str | None:
    """The language of the first test that is told, or of the only levels that are told without one."""
    tests = (profile.get("first_language"), *(profile.get("tests") or ()))
    named = next((test["test"] for test in tests if test and test.get("test")), None)
    if named is not None:
        return TESTS[named].language
    told = [code for code, path in LEVELS.items() if profile.get(path)]
    return told[0] if len(told) == 1 else None


def languages_told(profile: Mapping[str, Any]) -> frozenset[str]:
    """The languages of which a test or levels are told."""
    tests = (profile.get("first_language"), profile.get("second_language"), *(profile.get("tests") or ()))
    tested = {TESTS[test["test"]].language for test in tests if test and test.get("test")}
    return frozenset(tested | {code for code, path in LEVELS.items() if profile.get(path)})


def _credential(fact: Told, whose: Whose, words: str, profile: Mapping[str, Any]) -> Found:
    diploma = fact.readings[0]
    instead = holds(words, spoken()["nothing_more"]) and not holds(words, spoken()["second_diploma"])
    if instead and whose != SPOUSE and (known := profile.get("credentials")):
        kept = {name: known[0][name] for name in ("in_canada", "eca_date") if name in known[0]}
        yield Fact("credentials", [{**kept, **diploma}])
        return
    yield Diploma(diploma["level"], bool(diploma.get("in_canada")), whose)


def _work(fact: Told, whose: Whose, words: str, profile: Mapping[str, Any]) -> Found:
    if holds(words, spoken()["more"]):
        yield MoreWork(fact.value, WORK[fact.field], whose)
    else:
        yield Fact(f"{SPOUSE}.{fact.field}" if whose == SPOUSE else fact.field, fact.value)


def _work_somewhere(fact: Told, whose: Whose, words: str, profile: Mapping[str, Any]) -> Found:
    """ "One more year of work": where there is work in Canada, there."""
    if holds(words, spoken()["more"]):
        place = "canadian_work_years" if _works_in_canada(profile) else "foreign_work_years"
        yield MoreWork(fact.value, WORK[place], whose)


def _works_in_canada(profile: Mapping[str, Any]) -> bool:
    here = any(job.get("in_canada") for job in profile.get("jobs") or ())
    return here or bool(profile.get("canadian_work_years"))


def _plain(fact: Told, whose: Whose, _: str, __: Mapping[str, Any]) -> Found:
    if whose != SPOUSE:
        yield Without(fact.field) if fact.value in (False, None) else _there_is(fact.field)


def _there_is(name: str) -> Fact:
    return Fact(name, {} if name == "job_offer" else True)


def _age(fact: Told, whose: Whose, _: str, __: Mapping[str, Any]) -> Found:
    yield Fact(f"{SPOUSE}.age" if whose == SPOUSE else "age", fact.value)


def _accompanying(fact: Told, *_: Any) -> Found:
    yield Partner("comes" if fact.value else "stays")


def _canadian(fact: Told, *_: Any) -> Found:
    yield Partner("canadian" if fact.value else "comes")


def _status(fact: Told, _: Whose, words: str, __: Mapping[str, Any]) -> Found:
    denied = holds(words, spoken()["without"])  # "what if we were not married"
    if fact.sure or denied or fact.value not in NOBODY:  # "getting married" makes nobody single
        yield Partner("none" if fact.value in NOBODY else "comes")


def _no_language(fact: Told, *_: Any) -> Found:
    yield Without(fact.value["language"])


_READERS: Mapping[str, Callable[..., Found]] = {
    "language_levels": _level,
    "language_test": _test,
    "scores": _scores,
    "credential": _credential,
    "canadian_work_years": _work,
    "foreign_work_years": _work,
    "work_years": _work_somewhere,
    "overall_band": lambda *_: iter(()),
    "age": _age,
    "accompanying": _accompanying,
    "citizen_or_permanent_resident": _canadian,
    "marital_status": _status,
    "no_language": _no_language,
    **dict.fromkeys(YES_NO, _plain),
}


def _first(words: str) -> Found:
    """ "If French came first": the language that is named right before the word."""
    names = {name: code for code, listed in spoken()["languages"].items() for name in listed}
    first = "|".join(map(re.escape, spoken()["first"]))
    pattern = _LANGUAGE_FIRST.format(names="|".join(map(re.escape, names)), first=first)
    if found := re.search(pattern, words.replace("’", " ")):
        yield LanguageFirst(names[found["language"]])


def _of_words(
    words: str, told: set[str], found: list[Supposed], profile: Mapping[str, Any], whose: Whose
) -> Found:
    """What is named and not told: "what if I get a nomination", "without the offer", "alone"."""
    if not told and holds(words, spoken()["without_the_job"]) and profile.get("job_offer") is not None:
        yield Without("job_offer")
    years = _MORE_YEARS.search(words)
    if not told and years and holds(words, spoken()["more"]) and holds(words, spoken()["work"]):
        number = int(years[1]) if years[1].isdigit() else _IN_FIGURES.get(years[1], 1)
        yield MoreWork(number, _works_in_canada(profile))
    languages = sorted(_languages(_without_denied(words)))
    level = _LEVEL.search(words)
    scored = _WHOLE_TEST.search(words) if languages == [ENGLISH] and not told - {"no_language"} else None
    if scored and not level and not any(map(_is_of_test, found)):
        yield _in_english(dict.fromkeys(ABILITIES, int(scored[1])), whose, profile)
    elif level and not told - {"no_language"} and len(languages) <= 1 and not any(map(_is_of_test, found)):
        yield LanguageLevel(int(level[1]), ABILITIES, languages[0] if languages else None, whose)
    for name in factors(words):
        if name in YES_NO and name not in told:
            yield Without(name) if holds(words, spoken()["without"]) else _there_is(name)
    if holds(words, spoken()["second_diploma"]) and not any(isinstance(each, Diploma) for each in found):
        yield Diploma(OTHER_DIPLOMA)
    if (
        holds(words, spoken()["alone"])
        and not holds(words, spoken()["only_french"])
        and not any(isinstance(each, Partner) for each in found)
    ):
        yield Partner("stays")
    if "age" not in told and (age := _at_age().search(words)):
        yield Fact(f"{SPOUSE}.age" if whose == SPOUSE else "age", int(age[1]))


@cache
def _at_age() -> re.Pattern[str]:
    """An age behind a word for having it, which is no length or number of anything else."""
    names = {name: "|".join(map(re.escape, spoken()[name])) for name in ("aged", "counted")}
    return re.compile(_AT_AGE.format(**names))


def _is_of_test(supposed: Supposed) -> bool:
    return isinstance(supposed, LanguageLevel | LanguageFirst)


def _where_they_work(text: str, words: str, found: list[Supposed], profile: Mapping[str, Any]) -> Found:
    """Years that will be reached are in Canada where there is work there, unless it is said otherwise."""
    here = _works_in_canada(profile) and "milestone" in asked_kinds(text)
    for each in found:
        abroad = holds(words, spoken()["abroad"])
        if here and not abroad and isinstance(each, Fact) and each.path == "foreign_work_years":
            yield Fact("canadian_work_years", each.value)
        else:
            yield each


def _by_a_question(text: str, words: str, found: list[Supposed], profile: Mapping[str, Any]) -> Found:
    """ "If we marry next year", "when I hit 2 years": what is supposed by the question itself."""
    kinds = asked_kinds(text)
    if "marry" in kinds and not any(isinstance(each, Partner) for each in found):
        yield Partner("comes")
    years = _YEARS.search(words)
    if "milestone" in kinds and years and not found:
        number = int(years[1]) if years[1].isdigit() else {**_IN_FIGURES, **_ORDINALS}[years[1]]
        yield Fact("canadian_work_years" if _works_in_canada(profile) else "foreign_work_years", number)


def _on_a_day(text: str, lang: str, today: date) -> Found:
    days = [dated for dated in hear(text, lang, today, supposed=True).dates if dated.exact == "day"]
    for dated in days[:1]:
        day = dated.readings[0]
        if len(dated.readings) == 1 and day > today:
            yield OnDay(day)


WAYS: Mapping[str, Mapping[str, bool]] = {
    "stays": {"spouse.accompanying": False},
    "comes": {"spouse.accompanying": True},
    "canadian": {"spouse.citizen_or_permanent_resident": True},
}


def as_told(supposed: Iterable[Supposed], profile: Mapping[str, Any]) -> dict[str, Any]:
    """What was supposed as facts by path, to be kept once they are true; empty where one of it cannot be.

    Scores of a test that is told in ``profile`` already take the place of those told.
    """
    facts: dict[str, Any] = {}
    for each in (_whole(part, profile) if type(part) is Fact else part for part in supposed):
        if isinstance(each, Overall | Later):
            continue
        if isinstance(each, Diploma) and each.whose == SPOUSE and "spouse.education" not in profile:
            entries = [*(profile.get("spouse.credentials") or ()), _as_credential(each)]
            facts["spouse.credentials"] = entries
        elif isinstance(each, Fact) and (not isinstance(each.value, Mapping) or _complete(each)):
            facts[each.path] = each.value
        elif isinstance(each, Partner) and each.way in WAYS:
            facts |= WAYS[each.way]
            if each.way == "comes" and profile.get("marital_status") in (None, *NOBODY):
                facts |= {"marital_status": "married", "spouse.citizen_or_permanent_resident": False}
        else:
            return {}
    return facts


def _whole(fact: Fact, profile: Mapping[str, Any]) -> Fact:
    """A test that was supposed in part, with what is told of the same one."""
    before = profile.get(fact.path)
    if not isinstance(fact.value, Mapping) or not isinstance(before, Mapping):
        return fact
    same = fact.value.get("test", before.get("test")) == before.get("test")
    return Fact(fact.path, {**before, **fact.value}) if same else fact


def _as_credential(diploma: Diploma) -> dict[str, Any]:
    return {"level": diploma.level, **({"in_canada": True} if diploma.in_canada else {})}


def _complete(fact: Fact) -> bool:
    """Whether a mapping can be kept as it is: an offer, or a test with all its scores."""
    return fact.path == "job_offer" or {"test", *ABILITIES} <= fact.value.keys()
