"""Facts in words: what a fact is called, how its value reads, which buttons answer a question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.dialogue.jobs import APART, PLACES, place_decides
from bot.dialogue.questions import Question, relevant
from bot.dialogue.results import FRAMEWORKS
from bot.dialogue.state import Doubt
from bot.dialogue.told import (
    CHILDREN,
    CREDENTIALS,
    JOBS,
    LEVELS,
    LISTS,
    PARTNER,
    PARTS,
    TESTS_LIST,
    Told,
    entry_of,
    entry_part,
)
from bot.replies import Words, words
from bot.replies.entries import (
    child_value,
    children_values,
    diploma_value,
    job_name,
    job_value,
    level_name,
    time_value,
)
from express_entry.days import read_when
from express_entry.occupations.noc import classification
from express_entry.vocabulary import ABILITIES, EDUCATION

BOOLEAN_WORDS = {True: "choice-yes", False: "choice-no"}
YEARS = ("canadian_work_years", "foreign_work_years")
DATES = ("birth_date", "eca_date")


def key(name: str) -> str:
    """A path or value as catalogs spell it."""
    return name.replace(".", "-").replace("_", "-")


def fact_name(say: Words, path: str) -> str:
    """What the fact at ``path`` is called."""
    return say(f"fact-{key(path)}")


def fact_value(say: Words, path: str, value: Any) -> str:
    """How a fact's value reads; ``path`` decides, since 3 may be an age or years of work."""
    last = path.rsplit(".", 1)[-1]
    if value is None:
        return say("value-none")
    if isinstance(value, bool):
        return say(BOOLEAN_WORDS[value])
    if last in YEARS:
        return time_value(say, value)
    if last in DATES:
        return say.when(read_when(value))
    if last in ("first_language", "second_language", "language"):
        return test_value(say, value)
    if last in LEVELS.values():
        return level_value(say, last, value)
    if last == "noc":
        group = classification().groups.get(value)
        return say("value-noc", code=value, title=group.title(say.lang)) if group else str(value)
    if last == "job_offer":
        return fact_value(say, "noc", value["noc"]) if "noc" in value else say("choice-yes")
    if isinstance(value, int | float):
        return say.number(value)
    if path == CHILDREN:
        return "; ".join(children_values(say, value)) or say("value-none")
    if path in LISTS:
        return "; ".join(entry_value(say, path, entry) for entry in value) or say("value-none")
    if isinstance(value, list | Mapping):
        return say("value-answers", count=len(value))
    choice = f"choice-{key(last)}-{key(str(value))}"
    return say(choice) if choice in say else str(value)


def entry_value(say: Words, path: str, entry: Mapping[str, Any]) -> str:
    """How an entry of a list reads."""
    of = path.removeprefix(PARTNER)
    return test_phrase(say, entry) if of == TESTS_LIST else _ENTRIES[of](say, entry)


_ENTRIES = {JOBS: job_value, CREDENTIALS: diploma_value, CHILDREN: child_value}


_PLACES = {True: "in-canada", False: "abroad", APART: "apart"}


def _changed(told: Sequence[Any], readings: Sequence[Sequence[Any]]) -> list[Any] | None:
    """Of readings that are a list in which one entry each is another than was told, these entries."""
    found = [
        [entry for known, entry in zip(told, reading, strict=False) if entry != known] for reading in readings
    ]
    same = all(len(reading) == len(told) for reading in readings)
    return [entry for (entry,) in found] if same and all(len(each) == 1 for each in found) else None


def about_entry(
    say: Words, doubtful: Doubt, facts: Told, partner: str = "partner"
) -> tuple[str, list[str]] | None:
    """What is asked about a doubt over an entry of a list, and its answers; None for any other doubt."""
    theirs = doubtful.path.startswith(PARTNER)
    if doubtful.path in LISTS and len(doubtful.readings) > 1:
        asked = f"doubt-{key(doubtful.path.removeprefix(PARTNER))}"
        if (changed := _changed(facts.get(doubtful.path) or (), doubtful.readings)) is not None:
            return say(f"{asked}-which"), [fact_value(say, doubtful.path, [entry]) for entry in changed]
        return say(asked), [fact_value(say, doubtful.path, reading) for reading in doubtful.readings]
    if doubtful.path.endswith(f".{PLACES}"):
        told = facts.get(doubtful.path.removesuffix(f".{PLACES}")) or ()
        names = list(dict.fromkeys(job_name(say, job) for job in told if place_decides(job)))
        captions = [say(f"choice-place-{_PLACES[reading]}") for reading in doubtful.readings]
        asking = "doubt-job-place-of-partner" if theirs else "doubt-job-places"
        return say(asking, jobs=say.listing(names), who=partner), captions
    part, entry = entry_part(doubtful.path), entry_of(facts, doubtful.path)
    if part is None or entry is None:
        return None
    if part[2] == "level":
        lowest = diploma_value(say, {"level": min(doubtful.readings, key=EDUCATION.index)})
        return say("doubt-level", lowest=lowest), [level_name(say, reading) for reading in doubtful.readings]
    job = job_name(say, entry)
    if part[2] == "in_canada":
        asking = "doubt-job-place" if entry.get("title") else "doubt-job-place-untitled"
        captions = [say(f"choice-place-{_PLACES[reading]}") for reading in doubtful.readings]
        if theirs:
            return say("doubt-job-place-of-partner", jobs=entry.get("title") or "none", who=partner), captions
        return say(asking, job=job), captions
    if part[2] == "hours_per_week":
        captions = [say("job-hours", hours=reading) for reading in doubtful.readings]
        return say("doubt-job-hours", job=job), captions
    groups = classification().groups
    captions = [
        say("occupation-teer", code=code, title=groups[code].title(say.lang), teer=groups[code].teer)
        for code in doubtful.readings
    ]
    return say("doubt-job-noc", job=job), captions


def test_value(say: Words, test: Mapping[str, Any]) -> str:
    """A language test with the scores told so far: "IELTS General Training: L 8, R 7, W 7, S 7"."""
    scores = score_values(say, test)
    name = say(f"test-{key(test['test'])}") if "test" in test else "?"
    if "date" in test:
        name = say("value-test-date", test=name, date=read_when(test["date"]))
    return say("value-test", test=name, scores=scores) if scores else name


def level_value(say: Words, name: str, levels: Mapping[str, Any]) -> str:
    """The levels told without scores, where ``name`` is where they stand: "CLB 9", "CLB L 9 / R 8"."""
    framework = next(each for each, language in FRAMEWORKS.items() if LEVELS[language] == name)
    same = len({*levels.values()}) == 1 and len(levels) == len(ABILITIES)
    each = [f"{say(f'ability-short-{name}')} {levels[name]}" for name in ABILITIES if name in levels]
    return f"{framework} {next(iter(levels.values())) if same else ' / '.join(each)}"


def test_phrase(say: Words, test: Mapping[str, Any]) -> str:
    """A test as a part of a sentence: "IELTS General L 8 / R 7 / W 7 / S 7 from March 2026"."""
    name = say(f"test-short-{key(test['test'])}") if "test" in test else "?"
    told = [ability for ability in ABILITIES if ability in test]
    if len(told) == len(ABILITIES) and len({test[ability] for ability in ABILITIES}) == 1:
        name = say("told-test-even", test=name, score=say.number(test[told[0]]))
    elif told:
        parts = (f"{say(f'ability-short-{ability}')} {say.number(test[ability])}" for ability in told)
        name = say("told-test", test=name, scores=" / ".join(parts))
    return say("told-test-date", test=name, date=read_when(test["date"])) if "date" in test else name


def score_values(say: Words, test: Mapping[str, Any]) -> str:
    """The scores told so far: "L 8, R 7"."""
    told = (ability for ability in ABILITIES if ability in test)
    return ", ".join(f"{say(f'ability-short-{ability}')} {say.number(test[ability])}" for ability in told)


def choice_title(say: Words, question: Question, value: Any) -> str:
    """The caption of the button that answers ``question`` with ``value``."""
    if question.kind == "test":
        return say(f"choice-{question.key}-none" if value == "none" else f"test-{key(value)}")
    last = question.fact.rsplit(".", 1)[-1]
    return say(f"choice-{key(last)}-{key(str(value))}")


def summary_lines(lang: str, facts: Told) -> list[tuple[str, str]]:
    """The same for reading on a phone: whatever there is none of stands in one line, the last."""
    none = {path: value for path, value in facts.items() if value in _NONE and path not in PARTS}
    if len(none) < FEWEST_TOGETHER:
        return told_lines(lang, facts)
    there = told_lines(lang, {path: value for path, value in facts.items() if path not in none})
    names = [name for name, _ in told_lines(lang, none)]
    return [*there, (words(lang)("review-none"), ", ".join(names))]


_NONE = (None, False, "none")
FEWEST_TOGETHER = 2
"""From so many on what there is none of stands in one line."""


def told_lines(lang: str, facts: Told) -> list[tuple[str, str]]:
    """Every told fact as (name, value), in the order of the questions, others after them."""
    say = words(lang)
    facts = {path: value for path, value in facts.items() if path not in PARTS}
    order = [entry.fact for entry in relevant(facts, "eligibility")]
    ranked = sorted(facts, key=lambda path: order.index(path) if path in order else len(order))
    return [(fact_name(say, path), fact_value(say, path, facts[path])) for path in ranked]
