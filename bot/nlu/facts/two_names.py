"""Two people told by names that nobody gave before: "Marta 7 7 6.5 7, Kai 8 8.5 7 8", "M: …. K: …".

The one named first is taken for the applicant, which is said; somebody with a name beside the writer of a
couple is the partner.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.facts import People
from bot.nlu.facts.naming import OTHERS, Find, Introduced, Named, begins, is_name
from bot.nlu.facts.words import Word

_TELLS = ("COLON", "BE", "HAVE", "TEST", "NUM", "OPEN", "JOBHEAD", "DEGREE", "DIPLOMA")
"""Kinds of words with which what is told of a name begins."""
_SAME_KIND = (
    *(frozenset({"TEST", "ABILITY", "LETTER"}), frozenset({"DEGREE", "DOUBTFUL_DEGREE", "DIPLOMA"})),
    *(frozenset({"JOBHEAD", "WORK", "EXPERIENCE"}), frozenset({"YEARS"})),
)
"""Kinds of facts of which one must be told of both: else the names may be labels of something."""
_INITIAL_TELLS = _SAME_KIND[1:]
_OWN = ("ME", "IAM", "IHAVE", "SELF")
_OF_TWO = ("we", "us", "our", "nous", "on ", "nos", "notre")
"""Words of the first person with these beginnings are of both."""
_COUPLE = ("PARTNER", "MARITAL", "COUPLE", "BOTH")
_SCORES = 3
"""So many numbers behind a name are scores."""
_MOST = 2


def two_named(row: Sequence[Word], text: str, people: People, find: Find) -> Introduced:
    """Who the names are that are told something of and were told of nobody yet."""
    if (told := _named_before_me(row, text, people)) is not None:
        return told
    spans = _spans(row, text)
    if not spans or len(spans) > _MOST or people.writer == "other":
        return row, people, ()
    own = any(any(kind in word for kind in _OWN) and not _is_of_two(word) for word in row)
    known = [name for name in (people.name, people.partner) if name]
    if len(spans) == _MOST and not known and (me := _writer(row, spans)) is not None:
        (mine, _), (theirs, _) = spans.pop(me), *spans.values()
        row, people, own_name = _one(row, text, people, mine, "name")
        row, people, partner_name = _one(row, text, people, theirs, "partner")
        return row, people, (*own_name, *partner_name)
    if len(spans) == _MOST and not own and not known and _alike(spans):
        (first, _), (second, _) = spans.values()
        return _two(row, text, people, first, second)
    ((at, _), *_) = spans.values()
    told_of_two = _of_a_couple(row, people) or _is_set_against_me(row, at)
    if len(spans) == 1 and _MOST - len(known) and told_of_two:
        if _is_a_heading(row, at):
            return row, people, ()
        if not people.partner and (own or people.name):
            return _one(row, text, people, at, "partner")
        if people.partner and not own:
            return _one(row, text, people, at, "name")
    return row, people, ()


def _named_before_me(row: Sequence[Word], text: str, people: People) -> Introduced | None:
    """ "Rodrigue (42, clerk) and me Clarisse (39, nurse)", "Yasmine, 26, optician. Me Karim, 31": whoever of
    a couple is named before "me" is the partner."""
    if people.name or people.partner or not _is_told_of_two(row):
        return None
    first = next((at for at, word in enumerate(row) if not any(kind in word for kind in _GREETS)), len(row))
    tells = first + 2 < len(row) and (
        "OPEN" in row[first + 1] or ("COMMA" in row[first + 1] and "NUM" in row[first + 2])
    )
    if not tells or not is_name(row, text, first):
        return None
    me = next((at for at in range(first + 2, len(row) - 1) if "ME" in row[at] and begins(row, at)), None)
    if me is None or not ("NUM" in row[me + 1] or "COMMA" in row[me + 1] or is_name(row, text, me + 1)):
        return None
    own = is_name(row, text, me + 1)
    row, people, partner_name = _one(row, text, people, first, "partner")
    if not own:
        return row, people, partner_name
    row, people, own_name = _one(row, text, people, me + 1, "name")
    return row, people, (*partner_name, *own_name)


_GREETS = ("PLEASE", "STOP", "COMMA")


def _is_told_of_two(row: Sequence[Word]) -> bool:
    """Whether a couple is told of, and nobody else but children."""
    couple = any(kind in word for word in row for kind in (*_COUPLE, "DOUBTFUL_MARITAL", "RELATION"))
    return couple and not any(kind in word and "KID" not in word for word in row for kind in OTHERS)


def _spans(row: Sequence[Word], text: str) -> dict[str, tuple[int, Sequence[Word]]]:
    """The names with which clauses begin that tell something: where each stands first, and its words."""
    places = [at for at in range(len(row) - 1) if _is_label(row, text, at)]
    found: dict[str, tuple[int, Sequence[Word]]] = {}
    for at, end in zip(places, [*places, len(row)][1:], strict=True):
        first, words = found.get(row[at].text, (at, ()))
        found[row[at].text] = (first, [*words, *row[at + 1 : end]])
    return found


def _writer(row: Sequence[Word], names: Container[str]) -> str | None:
    """Who of two the writer is told to be: "we're Pooja (28) and Rahul (30), I'm Rahul"."""
    said = [
        word.text
        for before, word in pairwise(row)
        if word.text in names and "IAM" in before and not _is_of_two(before)
    ]
    return said[0] if len(set(said)) == 1 else None


def _is_of_two(word: Word) -> bool:
    return f"{word.text} ".startswith(_OF_TWO)


def _is_label(row: Sequence[Word], text: str, at: int) -> bool:
    behind = row[at + 1]
    presented = at > 0 and "IAM" in row[at - 1] and _is_of_two(row[at - 1])  # "we're Pooja (28, …)"
    if not (begins(row, at) or presented):
        return False
    word = row[at]
    if _is_a_place(row, at):
        return False
    initial = len(word.text) == 1 and word.text.isalpha() and "COLON" in behind
    tells = behind.text == "'s" or any(kind in behind for kind in _TELLS)
    return initial or (tells and is_name(row, text, at))


def _is_a_place(row: Sequence[Word], at: int) -> bool:
    """Whether a job was done there for some time: "mason, Leicester 8 years", "and Romania 2 years"."""
    timed = at + 2 < len(row) and "NUM" in row[at + 1] and "YEARS" in row[at + 2]
    if not timed or row[at + 1]["NUM"] >= _ADULT:
        return False
    first = next((place for place in range(at, 0, -1) if _ends_sentence(row[place - 1])), 0)
    earlier = (kind in word for word in row[first:at] for kind in ("JOBHEAD", "IAM", "WORK", "COLON"))
    return "FOREIGN" in row[at] or any(earlier)


def _is_set_against_me(row: Sequence[Word], at: int) -> bool:
    """Whether a name heads what is told of somebody as "me" does: "Me: 32, BSc. Jorge: 35, high school"."""
    others = any(kind in word for word in row for kind in OTHERS)
    mine = any("ME" in one and "COLON" in two for one, two in pairwise(row))
    return mine and "COLON" in row[at + 1] and not others


def _is_a_heading(row: Sequence[Word], at: int) -> bool:
    """Whether a capital at the beginning of a sentence tells no name: "Geography teacher", "Actual: IELTS 6";
    it does where "me" is set against it."""
    first = at == 0 or _ends_sentence(row[at - 1])
    heads = any(kind in row[at + 1] for kind in ("COLON", "JOBHEAD", "DEGREE", "DIPLOMA"))
    against = any(
        ("ME" in word or "APPLICANT" in word) and begins(row, place) for place, word in enumerate(row)
    )
    return first and heads and not against


def _ends_sentence(word: Word) -> bool:
    return "STOP" in word or "QUESTION" in word


_ADULT = 18
"""A number from here on, behind a name, may be an age."""


def _alike(spans: dict[str, tuple[int, Sequence[Word]]]) -> bool:
    """Whether something of one kind is told of both."""
    (one, (_, first)), (two, (_, second)) = spans.items()
    initials = len(one) == 1 or len(two) == 1
    kinds = [{kind for word in words for kind in word.kinds} for words in (first, second)]
    shared = _INITIAL_TELLS if initials else _SAME_KIND
    numbers = [sum("NUM" in word for word in words) for words in (first, second)]
    scores = not initials and min(numbers) >= _SCORES
    return scores or any(all(sort & told for told in kinds) for sort in shared)


def _of_a_couple(row: Sequence[Word], people: People) -> bool:
    others = any(kind in word for word in row for kind in OTHERS)
    couple = any(kind in word for word in row for kind in _COUPLE)
    return not others and (couple or bool(people.partner) or people.name != "")


def _one(row: Sequence[Word], text: str, people: People, at: int, role: str) -> Introduced:
    name = text[row[at].start : row[at].end]
    field = "partner_name" if role == "partner" else "own_name"
    now = replace(people, partner=name) if role == "partner" else replace(people, name=name)
    return row, now, (Named(field, name, row[at].start, row[at].end),)


def _two(row: Sequence[Word], text: str, people: People, first: int, second: int) -> Introduced:
    row, people, own = _one(row, text, people, first, "name")
    row, people, theirs = _one(row, text, people, second, "partner")
    names = {"name": people.name, "partner": people.partner}
    both = Named("two_people", names, row[first].start, row[first].end)
    return row, people, (*own, *theirs, both)
