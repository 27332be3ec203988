"""First names: where a message tells whose one is ("my wife Samia", "Ravi here"), and where it is said.

What tells the name of the partner (``partner_name`` in person.yml) is left out of the words, so that "my
husband Jun is 36" reads as "my husband is 36"; wherever else a name stands, the word is of the kind of "wife"
and "husband", or of the kind of "the applicant". An initial before a colon stands for the name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.facts import People
from bot.nlu.facts.patterns import Match
from bot.nlu.facts.words import Word, filler, norm

PARTNER = "PARTNER"
APPLICANT: Mapping[str, Any] = {"APPLICANT": True, "HE": True}
"""The kinds of a word for the applicant, whom somebody else may write for."""
MAY_BE_NAMES = frozenset({"MONTHNAME", "FOREIGN", "CANADIAN_CITY", "PROVINCE", "MARITAL", "NOTWORK"})
"""Kinds of words that are names, too: Jun, Chad, Victoria, Marie."""
OTHERS = ("OTHER", "SIBLING", "RELATIVE", "KID", "CLIENT", "FIANCE")
BEFORE = ("STOP", "QUESTION", "COMMA", "COLON", "OPEN", "AND", "BUT")
"""Kinds of words after which a clause begins."""
VERBS = ("BE", "HAVE", "WORK", "COMING", "STAYING", "TAKE", "STUDY")
_OF_A_COUPLE = (PARTNER, "COUPLE", "BOTH")
_SHORTEST = 2

Find = Callable[[str], Sequence[Match]]
"""What a list of patterns finds in the words."""


@dataclass(frozen=True)
class Named:
    """Who somebody is told to be, as a fact, and where in the text."""

    field: str
    value: Any
    start: int
    end: int


Introduced = tuple[Sequence[Word], People, tuple[Named, ...]]
"""The words in which whoever is known has a kind; who is known then; what of that the message tells."""


def partner_named(row: Sequence[Word], text: str, people: People, find: Find) -> Introduced:
    """The first name of the partner, where it is told."""
    for match in find("person.partner_name"):
        at = match.start("name")
        name = range(at, _end(row, at))
        if not _is_name(row, text, name, match) or not ("whose" not in match or _is_of_partner(row, match)):
            continue
        if "two" in match and not _are_two(row, at):
            continue
        if "subject" in match:
            first, out = at, set[int]()
        else:
            first, out = match.start("out"), {*range(match.start("out"), max(match.end("out"), name.stop))}
            out |= {match.start("drop")}
        spelled = text[row[at].start : row[name.stop - 1].end]
        begins, ends = min(match.first, first), max(match.last, name.stop - 1)
        told = Named("partner_name", spelled, row[begins].start, row[ends].end)
        left = [word for place, word in enumerate(row) if place not in out]
        return left, replace(people, partner=spelled), (told,)
    return row, people, ()


def own_named(row: Sequence[Word], text: str, people: People, find: Find) -> Introduced:
    """The first name of the applicant who writes, and that of the partner told in one breath with it; the
    name of somebody alone is of no use."""
    couple = people.partner or any(kind in word for word in row for kind in _OF_A_COUPLE)
    for match in find("person.own_name") if people.writer == "self" else ():
        at = match.start("name")
        if not is_name(row, text, at) or not (couple or "both" in match):
            continue
        called = text[row[at].start : row[at].end]
        told = Named("own_name", called, row[at].start, row[at].end)
        if "both" not in match:
            return row, replace(people, name=called), (told,)
        other = match.start("both")
        if is_name(row, text, other):
            partner = text[row[other].start : row[other].end]
            also = Named("partner_name", partner, row[other].start, row[other].end)
            return row, replace(people, name=called, partner=partner), (told, also)
    return row, people, ()


def said_again(row: Sequence[Word], text: str, people: People) -> Sequence[Word]:
    """The words in which every place of a name, or of its initial, means whose it is."""
    kinds: list[tuple[str, Mapping[str, Any]]] = [
        (people.partner, {PARTNER: True}),
        (people.name, APPLICANT),
    ]
    told = [(norm(name), meant) for name, meant in kinds if name]
    for name, meant in told:
        row = replaced(row, text, name, meant)
    initials = {name[0] for name, _ in told}
    if len(initials) == len(told):
        row = [_by_initial(row, at, told) for at in range(len(row))]
    return row


def is_name(row: Sequence[Word], text: str, at: int) -> bool:
    """Whether a word with a capital may be a first name: no list knows it, or only as one."""
    word = row[at]
    if len(word.text) < _SHORTEST or not word.text.isalpha() or word.text in filler():
        return False
    return word.kinds.keys() <= MAY_BE_NAMES and text[word.start : word.end].istitle() and not text.isupper()


def begins(row: Sequence[Word], at: int) -> bool:
    """Whether a clause begins with the word."""
    return at == 0 or any(kind in row[at - 1] for kind in BEFORE)


def _end(row: Sequence[Word], at: int) -> int:
    """Behind a first name: one of two parts ("Marie-Claire") is one name."""
    parts = row[at : at + 3]
    joined = len(parts) == 3 and parts[1].text == "-" and parts[0].end == parts[1].start
    return at + 3 if joined and parts[1].end == parts[2].start and parts[2].text.isalpha() else at + 1


def _is_name(row: Sequence[Word], text: str, name: range, match: Match) -> bool:
    word = row[name.start]
    if len(word.text) < _SHORTEST or not word.text.isalpha() or word.text in filler():
        return False
    if not word.kinds.keys() <= MAY_BE_NAMES:
        return False
    spelled = text[word.start : word.end]
    capital = spelled.istitle() and not text.isupper()
    behind = row[name.stop] if name.stop < len(row) else None
    verb = behind is not None and any(kind in behind for kind in VERBS)
    likely = verb or "called" in match or ("apart" in match and "MONTHNAME" in word)
    if word.kinds and not (capital and likely):
        return False
    if "again" in match and not _begins_again(row, name):
        return False
    return capital or "sure" in match or _begins_again(row, name)


def _begins_again(row: Sequence[Word], name: range) -> bool:
    """Whether a clause of the message begins with the word, as with who it is about."""
    return any(
        word.text == row[name.start].text and at not in name and begins(row, at)
        for at, word in enumerate(row)
    )


def _is_of_partner(row: Sequence[Word], match: Match) -> bool:
    """Whether "her name" is the partner's: one is spoken of, and nobody else."""
    before = row[: match.start("whose")]
    others = any(kind in word for word in before for kind in OTHERS)
    couple = ("PARTNER", "MARITAL", "COUPLE", "ME")
    return not others and any(kind in word for word in row for kind in couple)


def _are_two(row: Sequence[Word], at: int) -> bool:
    """Whether the writer and somebody with a name are told of, who come together, and nobody else."""
    own = any(kind in word for word in row[:at] for kind in ("ME", "IAM", "IHAVE", "SELF"))
    others = any(kind in word for word in row for kind in OTHERS)
    return own and not others and any("COMING" in word or "MARITAL" in word for word in row)


def replaced(row: Sequence[Word], text: str, name: str, kinds: Mapping[str, Any]) -> list[Word]:
    """The words in which a name, wherever it is said, has these kinds."""
    parts = name.split("-")
    said: list[Word] = []
    at = 0
    while at < len(row):
        size = 2 * len(parts) - 1
        same = [word.text for word in row[at : at + size : 2]] == parts
        if same and _is_said(row, text, at, size):
            last = row[at + size - 1]
            said.append(Word(row[at].start, last.end, row[at].text, kinds))
            at += size
        else:
            said.append(row[at])
            at += 1
    return said


def _is_said(row: Sequence[Word], text: str, at: int, size: int) -> bool:
    """Whether a word that may mean something else, too, is the name: "Jun took IELTS", not "12 Jun"."""
    word = row[at]
    if not word.kinds or size > 1:
        return True
    before, behind = row[at - 1 : at] if at else (), row[at + size : at + size + 1]
    dated = any("NUM" in near or "ORDINAL" in near or "IN" in near for near in before)
    dated = dated or any("YEARNUM" in near for near in behind)
    verb = any(kind in near for near in behind for kind in VERBS)
    return not dated and (verb or text[word.start : word.end].istitle())


def _by_initial(row: Sequence[Word], at: int, told: Sequence[tuple[str, Mapping[str, Any]]]) -> Word:
    """The word; "K:" before what is told of Kai means Kai."""
    word = row[at]
    labelled = at + 1 < len(row) and "COLON" in row[at + 1] and begins(row, at)
    if len(word.text) == 1 and labelled:
        meant = next((kinds for name, kinds in told if name[0] == word.text), None)
        return word if meant is None else Word(word.start, word.end, word.text, meant)
    return word
