"""Looks over the facts: what a person must read again, and what cannot stand as it is.

Answers, figures and pages refer to each other by name; here every name is followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args
from urllib.parse import urlsplit

from bot.languages import LANGUAGES
from bot.nlu.examples import examples
from bot.replies import messages, words
from bot.replies.describe import key
from bot.replies.links import page_list
from express_entry.answers import (
    ANSWERS,
    MOST_SENTENCES,
    Answer,
    AnswerFileError,
    answers,
    read_answer,
    split,
)
from express_entry.changes import changes
from express_entry.figures import REFERENCE, Certainty, UnknownFigure, figure
from express_entry.parameters import RULES
from express_entry.rulefiles import ANNOUNCED, NotInForce
from express_entry.yaml_files import read_yaml

LONGEST_QUESTION = 60
LONGEST_ANSWER = 520
"""Characters that still fit a phone's screen with the sources under them."""
FEWEST_PHRASINGS = 20
OLD_AFTER_DAYS = 180
AGES = (30, 90, 180, 365)
"""The rows of the table by age, in days."""
LAWS = "laws-lois."
"""How the host of the laws begins."""
FOLLOW_UPS = ("partner", "cost", "where", "time", "valid")
_TYPED = re.compile(
    r"""(?:NOC|CNP)\s20\d\d(?:\sVersion\s\d\.\d)? | \b\d{5}\b  # the classification and its codes
    | (?:TEER|FEER)\s\d(?:(?:,\s|\sto\s|\sà\s|\sor\s|\sou\s|\sand\s|\set\s|-|–)\d)*
    | IMM\s\d{4} | (?:ss?\.|art\.|par\.|R)\s?\d+(?:\.\d+)?(?:\(\d+\))*
    | \bT4\b | 9-8-8 | 911 | \(\d\) | eCOPR""",
    re.VERBOSE,
)
"""Numbers that are names: they may stand in a sentence; every other one is a reference into the rules."""
_BARE = re.compile(r"\*\*(?:Yes|No|Oui|Non)\.?\*\*")
_SENTENCE_END = re.compile(r"[.!?][*»\s]*(?:\s|$)")


@dataclass(frozen=True)
class Fault:
    """Something that cannot stand: where, and what."""

    where: str
    what: str


@dataclass(frozen=True)
class Checked:
    """A figure, an answer or a page with the day on which a person last checked it.

    ``certainty`` is how sure it is; None for a page, which is a place to read and says nothing itself.
    """

    kind: str
    name: str
    checked: date
    certainty: Certainty | None = None

    def age(self, on: date) -> int:
        """Days since."""
        return (on - self.checked).days


def load_answers() -> tuple[dict[str, Answer], list[Fault]]:
    """Every answer that can be read, and what is wrong with the others."""
    read, problems = {}, []
    for path in sorted(ANSWERS.glob("*.yml")):
        try:
            read[path.stem] = read_answer(path)
        except AnswerFileError as error:
            problems.append(Fault(f"data/answers/{path.name}", " ".join(str(error).split())))
    return read, problems


def problems(on: date) -> list[Fault]:
    """Everything that cannot stand as it is on the day ``on``."""
    read, found = load_answers()
    for answer in read.values():
        found += [Fault(f"data/answers/{answer.id}.yml", what) for what in _of_answer(answer, read, on)]
    found += _twice(read)
    found += [
        Fault("data/changes.yml", f"{entry.id}: there is no page {entry.page!r} in data/links.yml")
        for entry in changes()
        if entry.page not in page_list()
    ]
    return found


def _of_answer(answer: Answer, read: dict[str, Answer], on: date) -> Iterator[str]:
    yield from (
        f"there is no page {name!r} in data/links.yml" for name in answer.pages if name not in page_list()
    )
    yield from (f"there is no answer {name!r} (related)" for name in answer.related if name not in read)
    for kind, target in answer.follow_ups.items():
        if kind not in FOLLOW_UPS:
            yield f"{kind!r} is no follow-up; there are {', '.join(FOLLOW_UPS)}"
        if target not in read and not any(other.intent == target for other in read.values()):
            yield f"there is no answer {target!r} (follow_ups)"
    for intent in answer.next:
        if f"offer-{key(intent)}" not in words("en"):
            yield f"{intent!r} cannot be offered (next)"
    for reference in sorted(answer.references()):
        try:
            figure(reference, on)
        except (UnknownFigure, NotInForce) as error:
            yield str(error)
    for lang in LANGUAGES:
        yield from (f"{lang}: {what}" for what in _of_words(answer, lang))


def _of_words(answer: Answer, lang: str) -> Iterator[str]:
    if len(answer.question.of(lang)) > LONGEST_QUESTION:
        yield f"the question has more than {LONGEST_QUESTION} characters"
    for text in (answer.answer.of(lang), *(variant.of(lang) for variant in answer.variants)):
        plain = REFERENCE.sub("#", text)
        if typed := re.findall(r"\d[\d.,\s]*", _TYPED.sub("", plain)):
            yield f"a number is typed in, not referred to: {', '.join(number.strip() for number in typed)}"
        if _BARE.match(plain):
            yield "the first sentence is a bare yes or no: it must stand alone"
        if "{" in plain or "}" in plain:
            yield "a brace stands where no figure is named"
        if _sentences(plain) > MOST_SENTENCES:
            yield f"more than {MOST_SENTENCES} sentences"
        if len(plain) > LONGEST_ANSWER:
            yield f"more than {LONGEST_ANSWER} characters"
    if len(answer.phrasings.get(lang, ())) < FEWEST_PHRASINGS:
        yield f"fewer than {FEWEST_PHRASINGS} phrasings"


def _sentences(text: str) -> int:
    """Sentences of more than three words: "**No.**" is an answer, but no sentence to read."""
    return sum(len(part.split()) > 3 for part in _SENTENCE_END.split(text))


def _twice(read: dict[str, Answer]) -> list[Fault]:
    """Phrasings that stand under two questions: the classifier could learn neither."""
    meant: dict[str, set[str]] = {}
    for answer in read.values():
        for lang in LANGUAGES:
            for text in answer.phrasings.get(lang, ()):
                meant.setdefault(text.lower().rstrip(" ?.!"), set()).add(answer.id)
    return [
        Fault("data/answers", f"{text!r} stands under {', '.join(sorted(ids))}")
        for text, ids in meant.items()
        if len(ids) > 1
    ]


def all_checked(on: date) -> list[Checked]:
    """Every figure of the day ``on``, answer and page with the day of its last check, the oldest first."""
    answers = [
        Checked("answer", answer.id, answer.checked, answer.certainty)
        for answer in load_answers()[0].values()
    ]
    pages = [Checked("page", name, page.checked) for name, page in page_list().items()]
    return sorted([*answers, *pages, *_rules(on)], key=lambda entry: (entry.checked, entry.kind, entry.name))


def _rules(on: date) -> Iterator[Checked]:
    """The value of each rule file that counts on the day; where none is known, what is announced."""
    for path in sorted(Path(RULES).rglob("*.yml")):
        values = read_yaml(path)["values"]
        known = [each for each in values if each["from"] <= on and each.get("status") != ANNOUNCED]
        value = known[-1] if known else values[0]
        source = value["source"]
        written: Certainty = "law" if urlsplit(source["en"]).netloc.startswith(LAWS) else "official"
        name = path.relative_to(RULES).with_suffix("").as_posix()
        certainty: Certainty = value.get("certainty", written) if known else "unknown"
        yield Checked("figure", name, source["checked"], certainty)


def by_age(checked: Sequence[Checked], on: date) -> Mapping[int | None, Mapping[Certainty, int]]:
    """How many figures and answers were checked within so many days (None: before), by certainty."""
    table: dict[int | None, dict[Certainty, int]] = {
        days: dict.fromkeys(get_args(Certainty), 0) for days in (*AGES, None)
    }
    for entry in checked:
        if entry.certainty is not None:
            days = next((days for days in AGES if entry.age(on) <= days), None)
            table[days][entry.certainty] += 1
    return table


def counts() -> dict[str, dict[str, int]]:
    """How much of everything each language has: what it understands, what it can say, what it can show.

    Raises:
        AnswerFileError: an answer cannot be read.
    """
    said, told = examples(), answers().values()
    return {
        lang: {
            "intents": len({split(example.label)[0] for example in said if example.lang == lang}),
            "examples": sum(example.lang == lang for example in said),
            "messages": sum(1 for _ in messages(lang)),
            "answers": sum(bool(answer.answer.of(lang).strip()) for answer in told),
            "sources": sum(lang in page.title for page in page_list().values()),
        }
        for lang in LANGUAGES
    }


def parity() -> list[Fault]:
    """What one language has more of than the other; of examples a tenth more is allowed."""
    found = counts()
    return [
        Fault("languages", f"{what}: {', '.join(f'{lang} {found[lang][what]}' for lang in LANGUAGES)}")
        for what in found[LANGUAGES[0]]
        if not _equal([found[lang][what] for lang in LANGUAGES], what)
    ]


def _equal(numbers: list[int], what: str) -> bool:
    return min(numbers) * 10 >= max(numbers) * 9 if what == "examples" else min(numbers) == max(numbers)
