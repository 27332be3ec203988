"""Whose facts are where a word for one of two ends what is told of them: "BSc her, MSc me", "33 (me)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.facts import Writer
from bot.nlu.facts.scope import Scope, Speaker
from bot.nlu.facts.words import Word

_TELLS = frozenset({"NUM", "YEARS", "DEGREE", "DOUBTFUL_DEGREE", "DIPLOMA", "JOBHEAD", "TRADE", "FRAMEWORK"})
"""Kinds of words of which one must stand in a piece that somebody ends."""
_NO_PIECE = frozenset({"BE", "HAVE", "IAM", "IHAVE", "WORK", "WITH", "ASK", "IF", "WANT", "OTHER", "SIBLING"})
"""Kinds of words that tell by themselves whose it is, or that it is nobody's."""
_PARTS = ("COMMA", "SLASH", "COLON", "BUT", "OPEN", "CLOSE", "AND")
_ENDS = ("STOP", "QUESTION")
_JOINS = ("WITH", "OF", "AND", "TO", "IN", "COMMA", "SELF", "SINCE", "NEG")
_JOINING = frozenset(
    {"for", "than", "as", "like", "by", "from", "to", "about", "pour", "que", "comme", "par", "à"}
)
"""Behind these, "me" or "her" belongs to a word before: "for me", "older than her"."""
_LONGEST = 7


@dataclass(frozen=True)
class _Piece:
    """What the words ``first`` to ``last`` tell, the last of which says whose it is."""

    first: int
    last: int
    person: Speaker
    shown: bool
    """Whether a colon or "=" stands before the last word, or a bracket around it."""


def owned_behind(row: Sequence[Word], found: Sequence[Scope], writer: Writer = "self") -> list[Scope]:
    """The scopes, with each piece that ends with its owner as theirs: where pieces of two follow each other,
    or where "=" stands before the owner."""
    out = [*found]
    pieces = [*_pieces(row, writer)]
    for at, piece in enumerate(pieces):
        near = [*pieces[max(0, at - 1) : at], *pieces[at + 1 : at + 2]]
        if piece.shown or any(each.person != piece.person and _are_beside(row, each, piece) for each in near):
            for place in range(piece.first, piece.last + 1):
                out[place] = replace(found[place], person=piece.person, clear=True, named=True)
    return out


def _are_beside(row: Sequence[Word], one: _Piece, two: _Piece) -> bool:
    first, second = sorted((one, two), key=lambda piece: piece.first)
    between = row[first.last + 1 : second.first]
    return all(any(kind in word for kind in (*_PARTS, *_ENDS)) for word in between)


def _pieces(row: Sequence[Word], writer: Writer) -> Iterator[_Piece]:
    first = 0
    for at, word in enumerate(row):
        if "OPEN" in word and (owner := _in_brackets(row, at, writer)) is not None:
            closed, whose = owner
            if _is_piece(row[first:at]):
                yield _Piece(first, closed, whose, True)
        shown = "COLON" in word and _person(row, at + 1, writer) is not None and _is_closed(row, at + 1)
        if any(kind in word for kind in (*_PARTS, *_ENDS)) and not shown:
            first = at + 1
        elif (person := _person(row, at, writer)) is not None:
            last_shown = at > first and "COLON" in row[at - 1]
            level = max(
                (n + 1 for n in range(first, at) if any(kind in row[n] for kind in _OPENS)), default=first
            )
            first = level if _is_level_for(row[level:at]) else first
            told = [each for each in row[first:at] if "SELF" not in each and "COLON" not in each]
            ends = _is_closed(row, at) or _goes_on_alike(row, at)
            if ends and _is_piece(told) and (_stands_apart(row[at - 1]) or _is_level_for(told)):
                theirs = person != writer and _is_level_for(told)  # "CLB 5 for him" is nobody else's
                yield _Piece(first, at, person, last_shown or theirs)
            first = at + 1 if ends else len(row)  # whoever begins is told of from there on
        if any(kind in word for kind in _ENDS):
            first = at + 1


def _in_brackets(row: Sequence[Word], at: int, writer: Writer) -> tuple[int, Speaker] | None:
    """Where a bracket closes that names an owner and nothing else, and whom: "33 (me) and 30 (my wife)"."""
    who = at + 1 + (at + 2 < len(row) and ("SELF" in row[at + 1] or "ARTICLE" in row[at + 1]))
    who = at + 1 if _person(row, at + 1, writer) is not None else who
    person = _person(row, who, writer)
    closes = who + 1 < len(row) and "CLOSE" in row[who + 1]
    return (who + 1, person) if person is not None and closes else None


def _person(row: Sequence[Word], at: int, writer: Writer) -> Speaker | None:
    word = row[at] if at < len(row) else None
    if word is None:
        return None
    if "ME" in word and word.text != "i":
        return writer
    partner = ("PARTNER" in word and "OTHER" not in word) or word.text in _THE_OTHER
    return ("partner" if writer == "self" else "self") if partner else None


_THE_OTHER = frozenset({"he", "she", "him", "her", "elle", "lui"})


def _is_closed(row: Sequence[Word], at: int) -> bool:
    """Whether the clause ends behind a word."""
    return at + 1 >= len(row) or any(kind in row[at + 1] for kind in (*_PARTS, *_ENDS))


def _goes_on_alike(row: Sequence[Word], at: int) -> bool:
    """Whether a number stands before one owner and before another: "33 me 31 her"."""
    numbers = at > 0 and at + 2 < len(row) and "NUM" in row[at - 1] and "NUM" in row[at + 1]
    return numbers and any(kind in row[at + 2] for kind in ("ME", "HE", "PARTNER"))


def _is_piece(told: Sequence[Word]) -> bool:
    kinds = {kind for word in told for kind in word.kinds}
    return 0 < len(told) <= _LONGEST and not kinds.isdisjoint(_TELLS) and kinds.isdisjoint(_NO_PIECE)


def _is_level_for(told: Sequence[Word]) -> bool:
    """Whether a level is said to be somebody's: "CLB 9 for me and CLB 7 for him", « pour moi … pour lui »."""
    named = bool(told) and told[-1].text in _FOR
    return named and any("FRAMEWORK" in word or "TEST" in word for word in told)


_OPENS = ("IF", "WITH", "BE", "THIS_IS")
"""Behind these begins the level that is told or supposed: "if it's CLB 9 for me"."""
_FOR = frozenset({"for", "pour"})


def _stands_apart(before: Word) -> bool:
    """Whether the word before the owner leaves it apart; "my" in "my wife" does."""
    own = "SELF" in before
    return own or not (before.text in _JOINING or any(kind in before for kind in _JOINS))
