"""Work that no list of words for occupations has: told by a verb, or by a title of the classification.

"I bake bread for a living", « je répare des climatiseurs »: ``data/nlu/trades.yml`` has the verbs, what
they are done to, and the title of whoever does that. In the words of a message such a verb, up to what it
is done to, becomes one word for an occupation whose ``JOBVERB`` is the title. What is only learned, wished
or denied ("I want to learn to weld") is no work. Words that no list knows and that are a title of the
classification are one where somebody says to be that: "I'm a dispatcher".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.nlu.facts.words import Word, fold
from express_entry.occupations.search import is_title
from express_entry.yaml_files import read_yaml

TRADES = Path(__file__).parents[3] / "data" / "nlu" / "trades.yml"

Phrase = tuple[str, ...]

_FARTHEST = 4
"""Words between a verb and what it is done to: "repair all kinds of cars"."""
_SHORT = 6
"""Words of a message that says little more than what somebody does."""
_PARTS = ("COMMA", "STOP", "QUESTION", "COLON", "OPEN", "CLOSE", "BUT")
_TOLD_TO_BE_WORK = frozenset(
    {"YEARS", "MONTHS", "AYEAR", "HALFYEAR", "SINCE", "YEARNUM", "DATE", "WORK", "EXPERIENCE", "EMPLOYER"}
    | {"WORKPLACE", "SELF_EMPLOYED", "FOREIGN", "CANADIAN_CITY", "CANADA", "PROVINCE", "QUEBEC"}
)
"""Kinds of words one of which says that what is done is work, and no pastime."""
_BEHIND = (
    "COMMA",
    "STOP",
    "IN",
    "SINCE",
    "FROM",
    "NUM",
    "AND",
    "AYEAR",
    "WORKPLACE",
    "JOB_AS",
    "THEN",
    "OPEN",
)
"""Kinds of words that may follow a verb with which nothing is named that it is done to."""
_SUBJECTS = ("PARTNER", "APPLICANT", "WHO")
_LENGTHS = ("YEARS", "MONTHS", "AYEAR")


@dataclass(frozen=True)
class _Grammar:
    """Words of a language that decide whether a verb tells somebody's work; the data has them.

    ``subjects`` stand before a verb of work, with words ``between``, and ``named_work`` before "is to".
    Behind the verb ``not_between`` ends what it is done to; ``behind`` and ``living`` say that it is work.
    """

    subjects: Set[str]
    between: Set[str]
    not_between: Set[str]
    named_work: Set[str]
    behind: Set[str]
    living: Set[str]


@lru_cache(maxsize=2)
def _grammar(lang: str) -> _Grammar:
    return _Grammar(**{name: frozenset(words) for name, words in read_yaml(TRADES)[lang]["words"].items()})


@dataclass(frozen=True)
class _Trade:
    """What a verb tells: the title where nothing is named that it is done to, and by what it is done to;
    whether it is no work where it is done to one's own: "I sold my car"."""

    alone: str | None
    of: Mapping[Phrase, str]
    of_others: bool = False


@lru_cache(maxsize=2)
def _trades(lang: str) -> Mapping[Phrase, tuple[_Trade, bool]]:
    """The trades by the forms of their verbs, each with whether the form is an infinitive."""
    found: dict[Phrase, tuple[_Trade, bool]] = {}
    for entry in read_yaml(TRADES)[lang]["trades"]:
        of = {_phrase(thing): title for title, things in entry.get("of", {}).items() for thing in things}
        for form in entry["verbs"]:
            trade = _Trade(entry.get("alone"), of, entry.get("of_others", False))
            known = found.get(_phrase(form))
            if known is not None:
                trade = _Trade(trade.alone or known[0].alone, {**known[0].of, **of}, trade.of_others)
            found[_phrase(form)] = trade, lang == "fr" and form.split()[0].endswith(("er", "ir", "re"))
    return found


def _phrase(text: str) -> Phrase:
    return tuple(_singular(piece) for piece in _pieces(text))


def _pieces(text: str) -> list[str]:
    return fold(text).replace("à", "a").replace("'", " ").replace("-", " ").split()


def _singular(piece: str) -> str:
    return piece[:-1] if len(piece) > _SHORTEST_PLURAL and piece.endswith("s") else piece


_SHORTEST_PLURAL = 3


@dataclass(frozen=True)
class _Piece:
    """A piece of a message: how it is compared, how it is written, and the number of its word."""

    singular: str
    written: str
    word: int


@dataclass(frozen=True)
class _Told:
    """A verb of work: the first and the last word of what tells it, and the title."""

    first: int
    last: int
    title: str


def with_trades(row: Sequence[Word], lang: str) -> Sequence[Word]:
    """The words, with one word for each verb that tells an occupation, together with what it is done to, and
    for each title that somebody says to have."""
    row = _with_titles(_at_work(row), lang)
    if not _is_of_work(row, lang):
        return row
    told = list(_told(row, lang))
    if not told:
        return row
    merged: list[Word] = []
    at = 0
    for trade in told:
        if trade.first < at:
            continue
        words = row[trade.first : trade.last + 1]
        text = " ".join(word.text for word in words)
        merged += row[at : trade.first]
        kinds = {"JOBHEAD": True, "JOBVERB": trade.title}
        if "owner" in trade.title or any("SELF_EMPLOYED" in word for word in words):
            kinds["SELF_EMPLOYED"] = True
        merged.append(Word(words[0].start, words[-1].end, text, kinds))
        at = trade.last + 1
    return [*merged, *row[at:]]


_UNTIL = ("SINCE", "UNTIL", "UNTIL_NOW")


def _at_work(row: Sequence[Word]) -> Sequence[Word]:
    """ "A chartered accountant in Pune from 2012 to 2020": a title that is a diploma's name, too, is work
    where a time of it is told."""
    return [
        Word(word.start, word.end, word.text, {"JOBHEAD": True})
        if "PROFESSION" in word and _has_a_time(row, at)
        else word
        for at, word in enumerate(row)
    ]


def _has_a_time(row: Sequence[Word], at: int) -> bool:
    """Whether words of work stand before a title, or the time of it behind."""
    if any("JOB_AS" in word or "WORK" in word for word in row[max(0, at - 2) : at]):
        return True
    for place, word in enumerate(row[at + 1 :], at + 1):
        if "STOP" in word or "QUESTION" in word:
            return False
        after = row[place + 1 : place + 3]
        long = any(kind in word for kind in _LENGTHS) and not any("OLD" in each for each in after[:1])
        dated = "YEARNUM" in word and any("TO" in each or "DASH" in each for each in after[:1])
        if long or dated or any(kind in word for kind in _UNTIL):
            return True
    return False


def _with_titles(row: Sequence[Word], lang: str) -> Sequence[Word]:
    named: list[Word] = []
    at = 0
    while at < len(row):
        size = next((size for size in range(_LONGEST_TITLE, 0, -1) if _is_said_to_be(row, at, size, lang)), 0)
        words = row[at : at + size]
        if words:
            text = " ".join(word.text for word in words)
            named.append(Word(words[0].start, words[-1].end, text, {"JOBHEAD": True}))
        else:
            named.append(row[at])
        at += size or 1
    return (
        named
        if len(named) < len(row) or any(new is not old for new, old in zip(named, row, strict=True))
        else row
    )


def _is_said_to_be(row: Sequence[Word], at: int, size: int, lang: str) -> bool:
    """Whether words that no list knows are a title and somebody says to be that: "she is a dispatcher"."""
    words = row[at : at + size]
    edges = (words[0], words[-1]) if len(words) == size else ()
    if not edges or any(word.kinds.keys() - _ALSO_TITLES or not word.text.isalpha() for word in edges):
        return False
    if at + size < len(row) and not row[at + size].kinds:  # "a model student"
        return False
    before = at - 1
    while before >= 0 and "ARTICLE" in row[before]:
        before -= 1
    kinds = ("IAM", "BE", "JOB_AS", "NOTBUT", "MEANT", "CORRECT", "WRONG")
    told = before >= 0 and (
        any(kind in row[before] for kind in kinds)
        or (
            "COMMA" in row[before]
            and len(row) <= _SHORT
            and any("NO" in word or "NOTBUT" in word for word in row)
        )
    )
    told = told or _is_a_piece(row, at, size)
    return told and is_title(" ".join(word.text for word in words), lang)


_ALSO_TITLES = frozenset({"MINDS", "HARMLESS"})
"""Kinds of words that are or begin titles as well: « puéricultrice », « aide soignante »."""


def _is_a_piece(row: Sequence[Word], at: int, size: int) -> bool:
    """Whether words are a piece of their own in a row of what somebody is: "33, dispatcher, single", « moi 35
    ans informaticien », « aide soignante a Tunis »."""
    before, after = row[at - 1] if at else None, row[at + size : at + size + 2]
    begins = before is None or any(kind in before for kind in _BEFORE_A_PIECE)
    placed = len(after) > 1 and "HAVE" in after[0] and any(kind in after[1] for kind in _TOWNS)
    ends = not after or placed or any(kind in after[0] for kind in _BEHIND_A_PIECE)
    beside = [word for place, word in enumerate(row) if not at - 1 <= place <= at + size]
    return begins and ends and any(kind in word for word in beside for kind in _IN_A_ROW)


_BEFORE_A_PIECE = (
    *("COMMA", "STOP", "PLEASE", "OPEN", "COLON", "DASH", "SLASH", "HE", "ME", "PARTNER", "PRESENT", "THEN"),
    *("YEARS", "OLD"),
)
_BEHIND_A_PIECE = (
    *("COMMA", "STOP", "IN", "SINCE", "NUM", "OPEN", "CLOSE", "DASH", "SLASH", "WITH", "FROM", "AND"),
    *("SELF_EMPLOYED", "HERE"),
)
_IN_A_ROW = ("MARITAL", "NUM", "YEARS", "KID", "DEGREE", "DOUBTFUL_DEGREE", "IAM", "NATIONALITY", "TEST")
"""Kinds of words of the other pieces, one of which says that the row tells of somebody."""
_TOWNS = ("FOREIGN", "CANADIAN_CITY")
"""Kinds of places before which « a » is « à »."""
_LONGEST_TITLE = 3
"""Words of a title that is looked up."""


def _is_of_work(row: Sequence[Word], lang: str) -> bool:
    """Whether something in the message says that what is done in it is work."""
    living = _grammar(lang).living
    told = any(not _TOLD_TO_BE_WORK.isdisjoint(word.kinds) or word.text in living for word in row)
    return told or len(row) <= _SHORT


def _told(row: Sequence[Word], lang: str) -> Iterator[_Told]:
    trades = _trades(lang)
    pieces = [
        _Piece(_singular(piece), piece, number)
        for number, word in enumerate(row)
        for piece in (_pieces(word.text) or [word.text])
    ]
    longest = max(map(len, trades))
    at = 0
    while at < len(pieces):
        verb = next(
            (
                size
                for size in range(min(longest, len(pieces) - at), 0, -1)
                if tuple(piece.singular for piece in pieces[at : at + size]) in trades
            ),
            0,
        )
        trade, infinitive = (
            trades[tuple(piece.singular for piece in pieces[at : at + verb])] if verb else (None, False)
        )
        if trade is None or not _is_done(row, pieces, at, infinitive, lang):
            at += 1
            continue
        found = _done_to(row, pieces, at + verb, trade, lang)
        alone = at > 0 and not _lasts(row, pieces, at - 1) and _ends_there(row, pieces, at + verb, lang)
        noun = "DIPLOMA" in row[pieces[at].word] and "COMMA" in row[pieces[at].word - 1]
        if found is None and alone and not noun and trade.alone is not None:
            found = at + verb - 1, trade.alone
        if found is not None:
            yield _Told(pieces[at].word, pieces[found[0]].word, found[1])
            at = found[0]
        at += 1


def _is_done(row: Sequence[Word], pieces: Sequence[_Piece], at: int, infinitive: bool, lang: str) -> bool:
    """Whether somebody does what the verb at the piece ``at`` says: it has a subject, or opens a clause."""
    grammar, before = _grammar(lang), at - 1
    while before >= 0 and pieces[before].written in grammar.between:
        before -= 1
    if before >= 1 and pieces[before].written == "to" and pieces[before - 1].written == "used":
        return True  # "I used to drive a truck"
    leads = [piece.written for piece in pieces[max(0, before - 4) : before + 1]]
    if leads[-1:] in (["to"], ["de"], ["est"]) and not grammar.named_work.isdisjoint(leads):
        return True  # "my job is to fix cars", « mon métier c'est de réparer des voitures »
    if infinitive:
        return False
    if before < 0:
        return True
    word = row[pieces[before].word]
    lasted = _lasts(row, pieces, before)
    opens = any(kind in word for kind in ("COMMA", "STOP", "AND", "COLON", "JOBHEAD"))
    doing = pieces[at].written.endswith("ing") and any(
        "WORK" in row[piece.word] for piece in pieces[max(0, before - 2) : before + 1]
    )  # "worked in construction laying tiles"
    subject = pieces[before].written in grammar.subjects or any(kind in word for kind in _SUBJECTS)
    return subject or opens or lasted or doing


def _lasts(row: Sequence[Word], pieces: Sequence[_Piece], at: int) -> bool:
    """Whether a verb stands behind how long it was done: "10 years fixing cars", "6 years of teaching"."""
    at -= int(at > 0 and pieces[at].written == "of")
    return any(kind in row[pieces[at].word] for kind in _LENGTHS)


def _done_to(
    row: Sequence[Word], pieces: Sequence[_Piece], after: int, trade: _Trade, lang: str
) -> tuple[int, str] | None:
    """The last piece of what the verb before the piece ``after`` is done to, and the title that it gives."""
    grammar = _grammar(lang)
    longest = max(map(len, trade.of), default=0)
    best: tuple[int, str] | None = None
    for first in range(after, min(len(pieces), after + _FARTHEST + 1)):
        word = row[pieces[first].word]
        ones_own = trade.of_others and "SELF" in word
        if _parts(word) or ones_own or pieces[first].written in grammar.not_between:
            break
        named = any(pieces[first].singular in thing for thing in trade.of)  # "teach in a high school"
        if not named and _is_learned(row, pieces[first].word):
            break
        for size in range(min(longest, len(pieces) - first), 0, -1):
            title = trade.of.get(tuple(piece.singular for piece in pieces[first : first + size]))
            if title is not None and (best is None or _is_of_a_level(best[1], title)):
                best = first + size - 1, title
                break
    return best


def _is_learned(row: Sequence[Word], at: int) -> bool:
    """Whether a diploma in something is named: « j'ai fait une licence en comptabilité »."""
    named = any(kind in row[at] for kind in ("DEGREE", "DOUBTFUL_DEGREE", "DIPLOMA", "STUDY"))
    return named and any("IN" in word or "OF" in word for word in row[at + 1 : at + 2])


def _parts(word: Word) -> bool:
    return any(kind in word for kind in _PARTS) or ("NUM" in word and "ARTICLE" not in word)


def _is_of_a_level(title: str, other: str) -> bool:
    """Whether another title says more than the first: "teach maths in a high school"."""
    return title in other and title != other


def _ends_there(row: Sequence[Word], pieces: Sequence[_Piece], after: int, lang: str) -> bool:
    """Whether nothing is named behind the verb that it might be done to: "I weld, 6 years in Cebu"."""
    if after >= len(pieces):
        return True
    word = row[pieces[after].word]
    goes_on = pieces[after].written in _grammar(lang).behind
    return goes_on or any(kind in word for kind in (*_BEHIND, *_LENGTHS))
