"""Language tests, levels and what was told of both: taken, renamed, completed, left open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.dialogue import results
from bot.dialogue.questions import Question
from bot.dialogue.reading.ground import Ground, Reading, refuse, said_day, settle_part, wholes
from bot.dialogue.state import Doubt
from bot.dialogue.told import LEVELS, PARTNER, PARTNER_TEST, SELF, TEST_PATHS, TESTS_LIST, Told, is_whole
from bot.facts import Fact
from express_entry.language import TESTS, told_as_levels
from express_entry.points import Because
from express_entry.profile import check_test_score
from express_entry.vocabulary import ABILITIES, SCALES

TEF = "tef_canada"
"""It prints its scores in two columns: Express Entry uses the first of the scales."""


def without_guesses(message_facts: Sequence[Fact], reading: Reading) -> Sequence[Fact]:
    """The facts without scores beside "no test yet": a guess on no scale, which is named as left out."""
    if all(fact.field != "no_test" for fact in message_facts):
        return message_facts
    reading.unused += [fact for fact in message_facts if fact.field == "scores"]
    return [fact for fact in message_facts if fact.field != "scores"]


def say_the_date(before: Mapping[str, Mapping[str, Any]], reading: Reading) -> None:
    """The date of a test whose scores are not told yet is said back: it is kept for them."""
    for path, draft in reading.drafts.items():
        new = "date" in draft and draft["date"] != before.get(path, {}).get("date")
        if new and draft.keys().isdisjoint(ABILITIES):
            whose = "partner" if path == PARTNER_TEST else "self"
            told = {"test": draft.get("test", "none"), "whose": whose, **said_day(draft["date"])}
            reading.notes.insert(0, Because("note-test-dated", told))


def date_tests(fact: Fact, ground: Ground) -> bool:
    """A day told by itself is that of the tests told without one in the message before, or of the only such
    test; whether there is any. A French "il" may be the test as well as the partner."""
    own, theirs = list(TEST_PATHS), [PARTNER_TEST]
    for paths in (theirs, own) if fact.person == "partner" else (own, theirs):
        if undated := _undated(paths, ground):
            for path in undated:
                _date_test(path, fact, ground)
            return True
    return False


def has_undated_test(told: Told, last: Sequence[str]) -> bool:
    """Whether the ``last`` message told a test without its day."""
    tests = [told.get(path) for path in {*TEST_PATHS, PARTNER_TEST} & wholes(last)]
    return any(test and "date" not in test for test in tests)


def _undated(paths: Sequence[str], ground: Ground) -> list[str]:
    """Of the tests at ``paths`` those without a day: told just now or last, or else the only one."""
    reading = ground.reading
    now = {path: _told_of(path, ground) for path in paths}
    undated = [path for path, test in now.items() if test and "date" not in test]
    fresh = {*reading.answers, *reading.drafts, *wholes(ground.last)}
    latest = [path for path in undated if path in fresh]
    return latest or (undated if len(undated) == 1 else [])


def _told_of(path: str, ground: Ground) -> Mapping[str, Any]:
    """What is known of a test by now, this message included."""
    reading = ground.reading
    return reading.answers.get(path) or reading.drafts.get(path) or ground.told.get(path) or {}


def _date_test(path: str, fact: Fact, ground: Ground) -> None:
    reading = ground.reading
    if path not in reading.answers and reading.drafts.get(path):
        reading.drafts[path] |= {"date": fact.readings[0]} if fact.sure else {}
    else:
        settle_part(f"{path}.date", fact, ground.told, reading)


def read_test(fact: Fact, ground: Ground) -> None:
    if {*fact.value} == {"date"} and date_tests(replace(fact, value=fact.value["date"]), ground):
        return
    path = _test_path(fact.value, ground.of_partner(fact), ground.asked, ground.told, ground.reading)
    if read_as_levels(path, fact.value, fact, ground):
        return
    value = _as_ones_own(fact.value, ground) if path == PARTNER_TEST else fact.value
    take_test(path, value, ground.told, ground.reading, _is_beside(path, fact, ground))
    own = any(each in ground.told or each in ground.reading.answers for each in TEST_PATHS)
    open_now = fact.of_either and path == "first_language" and path not in ground.told
    if open_now and (test := ground.reading.answers.pop(path, None)):
        ground.reading.doubts.append(Doubt(path=path, readings=(test,)))
    if path == PARTNER_TEST and not (fact.sure or own) and (test := ground.reading.answers.pop(path, None)):
        ground.reading.doubts.append(Doubt(path=path, readings=(test,)))  # of one of the two: of whom?


def _as_ones_own(value: Mapping[str, Any], ground: Ground) -> Mapping[str, Any]:
    """ "Hers is 7 7 6.5 7": scores of the partner whose test nobody named are of the test that one took
    oneself, where it can have them."""
    reading, told = ground.reading, ground.told
    known = reading.drafts.get(PARTNER_TEST) or {}
    if "test" in {**known, **value} or not all(ability in value for ability in ABILITIES):
        return value
    own = [test for path in TEST_PATHS if (test := reading.answers.get(path) or told.get(path))]
    kept = [{name: test[name] for name in ("test", "scale") if name in test} for test in own]
    fitting = [each for each in kept if not _impossible_scores({**value, **each})]
    return {**value, **fitting[0]} if len(fitting) == 1 else value


def rename_test(fact: Fact, ground: Ground) -> bool:
    """ "It was CELPIP, not IELTS": the scores stay where CELPIP can have them."""
    paths = [PARTNER_TEST] if ground.of_partner(fact) else list(TEST_PATHS)
    told = {path: ground.told[path] for path in paths if ground.told.get(path)}
    paths = [path for path in told if path in wholes(ground.last)] or list(told)
    if len(paths) != 1 or told[paths[0]].get("test") == fact.value["test"]:
        return False
    renamed = {name: value for name, value in told[paths[0]].items() if name != "scale"} | fact.value
    if _impossible_scores(renamed) or not _column_known(renamed):
        return False
    ground.reading.answers[paths[0]] = renamed
    return True


def _is_beside(path: str, fact: Fact, ground: Ground) -> bool:
    """Whether a test is one more in its language: another one than is known, or the same taken again."""
    known = ground.reading.answers.get(path) or ground.told.get(path) or {}
    if path == PARTNER_TEST or "test" not in known or fact.mode == "replace":
        return False
    name = fact.value.get("test")
    if name is None:
        return bool(ground.reading.drafts.get(path, {}).get(results.BESIDE))
    return name != known["test"] or fact.mode == "add"


def read_as_levels(path: str, scores: Mapping[str, Any], fact: Fact, ground: Ground) -> bool:
    """Whether levels were told where the scores of a French test are wanted; they are kept as levels then."""
    known = ground.reading.drafts.get(path) or ground.told.get(path) or {}
    levels = told_as_levels(scores.get("test") or known.get("test"), scores)
    if levels is not None:
        read_levels(replace(fact, field="language_levels", value=levels), ground)
    return levels is not None


def read_levels(fact: Fact, ground: Ground) -> None:
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


def read_spoken_level(fact: Fact, ground: Ground) -> None:
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


def reconcile_levels(ground: Ground) -> None:
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


def read_wrong_test(fact: Fact, ground: Ground) -> None:
    """A test that does not count is named with those that do; of a test told before that was "the academic
    one" the scores go."""
    name, reading = str(fact.value), ground.reading
    if name == _ACADEMIC:
        paths = (PARTNER_TEST,) if ground.of_partner(fact) else (*TEST_PATHS, PARTNER_TEST)
        told = {path: ground.told.get(path) or reading.drafts.get(path) or {} for path in paths}
        path = next((each for each in paths if told[each].get("test") in _ACADEMICS), None)
        name = _ACADEMICS[told[path]["test"]] if path else _ACADEMICS["ielts_gt"]
        if path is not None:
            reading.withdrawn |= {path} & ground.told.keys()
            reading.drafts[path] = {}
    reading.notes.append(Because("note-wrong-test", {"name": name}))


_ACADEMIC = "Academic"
"""What a kind of test is called that does not say of which test it is."""
_ACADEMICS = {"ielts_gt": "IELTS Academic", "pte_core": "PTE Academic"}
"""The kinds of tests that do not count, by those that do."""


def read_no_language(fact: Fact, ground: Ground) -> None:
    _take_no_language(fact.value["language"], ground.told, ground.reading)


def read_no_test(fact: Fact, ground: Ground) -> None:
    """ "I took no test", "my IELTS is in January": none for the partner or the second language, not yet for
    the first; results that are known stay. What is said of it names the test and its day."""
    asked, reading, language = ground.asked, ground.reading, fact.value.get("language")
    about_tests = asked is not None and asked.kind == "test"
    if "told" in fact.value and (gone := _not_taken(ground)):
        _say_no_results(fact, gone == {PARTNER_TEST}, False, reading)
        return
    if "asked" in fact.value and not about_tests:
        return
    partner = ground.of_partner(fact) or (asked is not None and asked.fact == PARTNER_TEST)
    tested = _tested(partner, {**ground.told, **reading.answers}, reading)
    counted = language in tested if language is not None else bool(tested) and not about_tests
    if not counted:
        _leave_open(language, partner, ground)
    if fact.field == "test_to_come" or TEST_PATHS[0] in reading.untested:
        _say_no_results(fact, partner, counted, reading)


def _not_taken(ground: Ground) -> set[str]:
    """The results that were told last and turn out to be none: "I have not taken it yet"."""
    paths = {path for path in wholes(ground.last) if path in (*TEST_PATHS, PARTNER_TEST)} & ground.told.keys()
    ground.reading.withdrawn |= paths
    ground.reading.skipped |= paths & {TEST_PATHS[0]}
    return paths


def _leave_open(language: str | None, partner: bool, ground: Ground) -> None:
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
        reading.notes.append(Because(planned, {**told, **said_day(fact.value["date"])}))
    elif not any(note.id in (planned, none) for note in reading.notes):
        reading.notes.append(Because(none, told))


def reconcile_tests(told: Told, reading: Reading) -> None:
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


def scores_of(values: Sequence[float], draft: Mapping[str, Any]) -> dict[str, float]:
    """Whose scores some numbers are: all four in their order, or those that a test told in part still lacks:
    one for each of them, or a single one for all."""
    missing = [ability for ability in ABILITIES if ability not in draft]
    if len(values) == len(ABILITIES):
        return dict(zip(ABILITIES, values, strict=True))
    if len(missing) == len(ABILITIES):
        return {}
    if len(values) == 1:
        return dict.fromkeys(missing, values[0])
    return dict(zip(missing, values, strict=True)) if len(values) == len(missing) else {}


def reconcile_remarks(reading: Reading) -> None:
    """What is said of an overall result, or of a level, beside the test that it is from: nothing of a test
    that has all its scores, and of another one that its sheet has them."""
    told = any(reading.answers.get(path) for path in (*TEST_PATHS, PARTNER_TEST, TESTS_LIST))
    named = any("test" in draft for draft in reading.drafts.values())
    notes = []
    for note in reading.notes:
        if note.id == "note-overall-band" and told and not named:
            continue
        of_a_test = note.id == "note-levels-no-scores" and named
        notes.append(Because(note.id, {**note.args, "tested": "named"}) if of_a_test else note)
    reading.notes = notes


def take_test(
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
    if merged.get("test") not in (None, TEF):
        merged.pop("scale", None)
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
