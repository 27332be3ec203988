"""Facts that are kept as certain though their words tell something else, counted by what went wrong.

``unseen/told_*.txt`` has a message a line; each piece that tells something is marked with what it tells, of
whom where that is not the writer, and whether it is only supposed or denied: ``[33](age)``, ``[CLB
9](level supposed)``, ``[cook](job partner)``. ``told_looked_at_*`` is there to be read and learned from; the
others were read by nobody, so that they tell of people who are still to come.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.facts import KEPT, Fact
from bot.languages import LANGUAGES
from bot.nlu.facts import read

UNSEEN = Path(__file__).with_name("unseen")
WRITTEN = date(2026, 11, 29)
PEOPLE = frozenset({"partner", "both", "other"})
"""Of whom a piece is told, where it is not of the writer."""
THOUGHTS = frozenset({"supposed", "negated"})
_MARK = re.compile(r"\[([^\[\]]+)\]\((\w+)((?: \w+)*)\)")
TELLS: Mapping[str, frozenset[str]] = {
    name: frozenset(kinds.split())
    for name, kinds in {
        "age": "age birth",
        "birth_date": "birth",
        "marital_status": "marital",
        "education": "degree",
        "credential": "degree studylen eca splace",
        "education_country_is_canada": "degree splace",
        "canadian_education": "degree splace",
        "work_years": "len",
        "foreign_work_years": "len wplace",
        "canadian_work_years": "len wplace",
        "occupation": "job",
        "job": "job len wplace",
        "language_test": "test score tdate overall",
        "scores": "score",
        "overall_band": "overall score",
        "language_levels": "level",
        "child": "kids",
        "family_size": "kids onum",
        "accompanying": "coming",
        "citizen_or_permanent_resident": "citizen",
        "sibling_in_canada": "sib",
        "relative_in_canada": "rel",
        "settlement_funds_cad": "funds",
        "funds_other_currency": "funds",
        "job_offer": "offer",
        "provincial_nomination": "nom",
        "certificate_of_qualification": "cert",
        "noc": "noc",
        "eca_date": "eca ecadate",
        "no_language": "lang",
        "intends_quebec": "live",
    }.items()
}
"""The pieces of a message from which each fact may come."""
OF_A_COUPLE = frozenset(
    {"child", "family_size", "sibling_in_canada", "relative_in_canada", "settlement_funds_cad"}
    | {"funds_other_currency"}
)
"""Facts that two who apply together have in common, whoever of them they come from."""
DROPPED = frozenset(
    {"age", "marital", "kids", "degree", "job", "len", "level", "score", "test", "sib", "funds"}
)
"""Pieces that the score, the fees or the programs need."""


@dataclass(frozen=True)
class Piece:
    """A marked piece of a message."""

    start: int
    end: int
    kind: str
    person: str
    status: str


@dataclass(frozen=True)
class Message:
    """A message with its marks."""

    text: str
    lang: str
    pieces: tuple[Piece, ...]


def parse(line: str, lang: str) -> Message:
    """A message from a line of a set.

    Raises:
        ValueError: a mark has a word behind its label that is neither a person nor a status.
    """
    text, pieces, at = "", [], 0
    for found in _MARK.finditer(line):
        text += line[at : found.start()]
        more = set(found[3].split())
        if unknown := more - PEOPLE - THOUGHTS:
            raise ValueError(f"{', '.join(sorted(unknown))} in {line!r} is neither a person nor a status")
        person, status = next(iter(more & PEOPLE), "self"), next(iter(more & THOUGHTS), "told")
        pieces.append(Piece(len(text), len(text) + len(found[1]), found[2], person, status))
        text, at = text + found[1], found.end()
    return Message(text + line[at:], lang, tuple(pieces))


def sets() -> Mapping[str, Sequence[Message]]:
    """The messages of each set, by its name, language last."""
    return {
        path.stem: [
            parse(line, path.stem[-2:]) for line in path.read_text(encoding="utf-8").splitlines() if line
        ]
        for lang in LANGUAGES
        for path in sorted(UNSEEN.glob(f"told_*{lang}.txt"))
    }


def wrong(fact: Fact, message: Message, for_another: bool = False) -> str | None:
    """What is wrong with a fact that is kept as certain: "no such fact", "somebody else's", "supposed" or
    "denied"; None where nothing is. ``for_another``: the writer is not who applies ("for my daughter")."""
    touched = [piece for piece in message.pieces if piece.start < fact.end and fact.start < piece.end]
    said = [piece for piece in touched if piece.kind in TELLS[fact.field]]
    if not said:
        return "no such fact"
    owners = {fact.person, "both"}
    if fact.field in OF_A_COUPLE:
        owners |= {"self", "partner"}
    if for_another and fact.person == "self":
        owners.add("other")
    if not any(piece.person in owners for piece in said):
        return "somebody else's"
    if all(piece.status == "supposed" for piece in said):
        return "supposed"
    denies = fact.value in (False, None, 0, "never_married") or fact.value == []
    return "denied" if all(piece.status == "negated" for piece in said) and not denies else None


def misread(message: Message) -> Iterator[tuple[str, Fact]]:
    """Each fact of a message that is kept as certain and wrong, behind what is wrong with it."""
    facts = _read(message)
    for_another = any(fact.field == "applicant" for fact in facts)
    for fact in _certain(facts):
        if (what := wrong(fact, message, for_another)) is not None:
            yield what, fact


def _read(message: Message) -> tuple[Fact, ...]:
    return tuple(read(message.text, message.lang, WRITTEN, lists=KEPT))


def _certain(facts: Sequence[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.sure and fact.field in TELLS]


def told() -> dict[str, Any]:
    """For each set: messages, facts kept as certain, how many of these are wrong and in how many messages,
    what is wrong with them, and how many pieces of what counts were told and not kept, all counted."""
    found = sets()
    return {
        "messages": sum(map(len, found.values())),
        "table": [{"": name, **_counts(messages)} for name, messages in found.items()],
    }


def _counts(messages: Sequence[Message]) -> dict[str, int]:
    numbers: Counter[str] = Counter()
    for message in messages:
        kept, found = _certain(_read(message)), list(misread(message))
        own = [
            piece
            for piece in message.pieces
            if piece.kind in DROPPED and piece.status == "told" and piece.person != "other"
        ]
        missed = [
            piece
            for piece in own
            if not any(fact.start < piece.end and piece.start < fact.end for fact in kept)
        ]
        numbers.update(facts=len(kept), wrong=len(found), messages_wrong=bool(found))
        numbers.update(told=len(own), not_kept=len(missed))
        numbers.update(what for what, _ in found)
    names = ("facts", "wrong", "messages_wrong", "no such fact", "somebody else's", "supposed", "denied")
    return {"messages": len(messages), **{name: numbers[name] for name in (*names, "told", "not_kept")}}
