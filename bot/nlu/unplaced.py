"""What a message told that was not understood: the pieces of which no reader took a word.

A piece stands between commas, stops and words like "but". It told something where it has a length of time,
or a word beside those that tell nothing by themselves: ``data/nlu/filler.yml`` has them, and some kinds of
the word lists. What is asked, supposed or about somebody else is not told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from bot.facts import NOBODY, Fact, People
from bot.nlu import personal
from bot.nlu.care import strained
from bot.nlu.decision import INFORM, tells
from bot.nlu.facts.correcting import struck
from bot.nlu.facts.hearing import Hearing, hear
from bot.nlu.facts.words import Word, filler
from bot.nlu.language import SENTENCES, asks
from bot.nlu.social import introduces
from bot.nlu.steering import steered

_PARTS = ("STOP", "QUESTION", "COMMA", "BUT", "OPEN", "CLOSE", "AND")
_SHORTEST = 3
"""Letters from which a word may tell something."""
_SAID_ELSEWHERE = ("NAMED", "CLIENT", "DONTKNOW", "WRONG", "CORRECT", "ECA", "ASSESSED", "WEDDING")
"""Kinds of words of a piece that is answered otherwise, or gives a name."""


_BESIDE = frozenset(
    {"FOREIGN", "FOREIGN_WORD", "CANADA", "CANADIAN", "PROVINCE", "CANADIAN_CITY", "QUEBEC", "NATIONALITY"}
    | {"LIVES", "CITIZENPR", "STUDENT_STATUS", "PLEASE", "YES", "NO", "NEG", "MONTHNAME", "TAKEN", "PERSON"}
    | {"WORK", "PARTTIME", "HOURS", "WEEK", "REMOTE", "YEARS", "MONTHS", "DAYS", "NUM", "DOUBT", "SEX"}
    | {
        "COMPLETES",
        "TEST",
        "LANGUAGE",
        "BORN",
        "SINCE",
        "PRESENT",
        "THERE",
        "EACH",
        "TOTAL",
        "COMING",
        "STAYING",
        "WHILE",
    }
)
"""Kinds of words that tell nothing without the others: where from, when, in which test."""


def unplaced(
    text: str, lang: str, facts: Sequence[Fact], meant: Sequence[str], today: date, people: People = NOBODY
) -> tuple[str, ...]:
    """The pieces of ``text`` beside its ``facts`` that told something and were not understood.

    ``meant`` are the labels of what the message means and of what it asks besides. There is none where it
    tells nothing, and none where a statement was taken for a question, for it is answered.
    """
    asked = [label for label in meant if label != INFORM]
    answered = bool(asked) and not any(asks(sentence) for sentence in SENTENCES.findall(text))
    telling = INFORM in meant or any(tells(fact) for fact in facts)
    if answered or not telling:
        return ()
    hearing = hear(text, lang, today, people=people)
    own = personal.questions(text)
    rest = personal.without(steered(text).rest, own)
    wrong = {at for each in struck(hearing) for at in range(each.first, each.last + 1)}
    put_right = {hearing.words[at].start for at in wrong}  # "I wrote master's, but it's a diploma"
    return tuple(
        piece
        for words in _pieces(hearing.words)
        if not _is_taken(words, facts)
        and put_right.isdisjoint(word.start for word in words)
        and not _has_a_title(text[words[0].start : words[-1].end], facts)
        and not _is_taken(words, own)
        and rest[words[0].start : words[-1].end].strip()
        and _tells_something(hearing, words)
        and not asks(piece := text[words[0].start : words[-1].end])
        and not strained(piece)
        and not introduces(piece, lang, today)
        and not introduces(text[: words[-1].end], lang, today)  # "hello, joseph here"
    )


def _pieces(row: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The words between two words that part pieces; "and" does only before words of one's own."""
    first = 0
    for at, word in enumerate((*row, None)):
        if word is None or any(kind in word for kind in _PARTS):
            if word is not None and "AND" in word and not _begins(row, at + 1):
                continue
            if at > first:
                yield row[first:at]
            first = at + 1


def _begins(row: Sequence[Word], at: int) -> bool:
    """Whether a new clause begins: "and I own a bakery"."""
    return at < len(row) and any(kind in row[at] for kind in ("SELF", "IAM", "IHAVE", "PARTNER"))


def _is_taken(words: Sequence[Word], read: Sequence[Fact] | Sequence[personal.Question]) -> bool:
    """Whether words stand in what was read as a fact, or as a question that is answered."""
    first, last = words[0].start, words[-1].end
    return any(each.start < last and each.end > first for each in read)


def _has_a_title(piece: str, facts: Sequence[Fact]) -> bool:
    """Whether a piece names the job of which another piece tells: "I'm a cook in Lima … 5 years there"."""
    jobs = (fact.value for fact in facts if fact.field == "job" and isinstance(fact.value, dict))
    titles = (job.get("title") for job in jobs)
    return any(title and title.lower() in piece.lower() for title in titles)


def _tells_something(hearing: Hearing, words: Sequence[Word]) -> bool:
    at = next(place for place, word in enumerate(hearing.words) if word.start == words[0].start)
    scopes = hearing.scopes[at : at + len(words)]
    if any(scope.mood != "said" or scope.person == "other" for scope in scopes):
        return False
    if any(kind in word for word in words for kind in _SAID_ELSEWHERE):
        return False
    if len(words) == 1:
        alone = words[0]
        written = hearing.text[alone.start : alone.end]
        return _tells(alone) and not alone.kinds and written.islower()  # else a name, or a place
    telling = [word for word in words if _tells(word)]
    denied = any("NEG" in word or "NO" in word for word in words)
    if denied:
        return any(not word.kinds for word in telling)
    return bool(telling) or _is_length(words)


def _tells(word: Word) -> bool:
    """Whether a word may tell something by itself."""
    plain = word.text in filler() or not _BESIDE.isdisjoint(word.kinds)
    return not plain and word.text.isalpha() and len(word.text) >= _SHORTEST


def _is_length(words: Sequence[Word]) -> bool:
    """Whether a length of time is told."""
    return any("NUM" in word and ("YEARS" in after or "MONTHS" in after) for word, after in pairwise(words))
