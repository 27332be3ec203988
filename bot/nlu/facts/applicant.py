"""Whom somebody writes for: "I'm writing for my daughter Priya", « c'est pour mon mari ».

From then on the word for that person, and the first name, are words for the applicant; whoever writes is the
applicant's partner, or has no part in the profile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.facts import People, Writer
from bot.nlu.facts.naming import APPLICANT, Find, Introduced, Named, is_name
from bot.nlu.facts.patterns import Match
from bot.nlu.facts.words import Word, norm

_SEXES = ("FEMALE", "MALE")
_BEFORE_A_NAME = ("COMMA", "OPEN", "NAMED")
_ADULT = 17
"""An applicant is older than a child of this age."""
_AGE_WITHIN = 6
"""Words behind a child among which its age stands."""


def applied_for(row: Sequence[Word], text: str, people: People, find: Find) -> Introduced:
    """The words in which the person whom the message is written for is the applicant."""
    for match in find("person.applied_for"):
        who = match.start("who")
        partner = who >= 0 and "PARTNER" in row[who] and "OTHER" not in row[who]
        if who >= 0 and (_is_a_minor(row, who) or (partner and people.begun)):
            continue
        if _is_of_a_thing(row, match) or (who >= 0 and "PEOPLE" in row[who]):
            continue
        if "about" in match and not _applies(row, match, people):
            continue
        if "told" in match and any("QUESTION" in word for word in row):
            continue  # "client has CLB 9. Eligible?" only asks
        behind = max(match.end("who"), match.end("of"))
        if "client" in match and (people.begun or not _is_described(row, who, behind)):
            continue
        end = _behind(row, text, behind)
        name = next((at for at in range(match.end("who"), end) if is_name(row, text, at)), None)
        if who < 0 and people.writer != "self":
            return _without_denial(row), people, ()
        called = "" if who < 0 else text[row[who].start : row[who].end].lower()
        writer: Writer = "partner" if partner else "other"
        same = bool(called) and called == people.applicant
        named = people.name if same else ""
        if name is not None:
            named = text[row[name].start : row[name].end]
        now = replace(people, writer=writer, applicant=called, name=named)
        spouse = who >= 0 and "SPOUSE" in row[who]
        told = {"writer": writer, "applicant": called, "name": now.name, "spouse": spouse}
        fact = Named("applicant", told, row[match.first].start, row[max(match.last, end - 1)].end)
        said = () if who < 0 else (_applicant(row[match.start("out")], row[end - 1], row[who]),)
        first = match.start("out")
        rest = [*row[:first], *said, *row[max(end, match.end("out")) :]]
        return _without_denial(rest), now, () if now == people else (fact,)
    return row, people, ()


def single_third(row: Sequence[Word], text: str, people: People, find: Find) -> Introduced:
    """ "He is 29, single, a welder": somebody without a partner is nobody's partner, but the one who applies,
    where nobody else is spoken of. A partner told of before may have been divorced."""
    first = row[0] if row else None
    if first is None or "HE" not in first or people.partner or people.writer != "self":
        return row, people, ()
    others = any(kind in word for word in row for kind in _ANYBODY)
    alone = _NEVER_MARRIED if people.begun else _ALONE
    if others or not any(_is_alone(row, at, alone) for at in range(len(row))):
        return row, people, ()
    told = {"writer": "other", "applicant": "", "name": "", "spouse": False}
    return row, replace(people, writer="other"), (Named("applicant", told, first.start, first.end),)


_ANYBODY = (
    "SELF",
    "IAM",
    "IHAVE",
    "PARTNER",
    "FIANCE",
    "OTHER",
    "SIBLING",
    "RELATIVE",
    "IF",
    "ASK",
    "QUESTION",
)
"""Kinds of words for anybody else than "he" and "she", and of those that tell nothing."""
_NEVER_MARRIED = frozenset({"never_married"})
_ALONE = _NEVER_MARRIED | {"divorced", "widowed"}


def _is_alone(row: Sequence[Word], at: int, alone: frozenset[str]) -> bool:
    """Whether a word tells that somebody has no partner: "single", "not married"."""
    status = row[at].kinds.get("MARITAL")
    denied = at > 0 and "NEG" in row[at - 1]
    return status == "married" if denied else status in alone


def applicant_again(row: Sequence[Word], people: People) -> Sequence[Word]:
    """The words in which "my daughter" is the applicant, where somebody writes for a daughter."""
    called = norm(people.applicant)
    if people.writer == "self" or not called:
        return row
    said: list[Word] = []
    for word in row:
        before = said[-1] if said else None
        theirs = before is not None and ("HE" in before or before.text == "'s")
        if word.text != called or theirs:
            said.append(word)
        elif before is not None and "SELF" in before:
            said[-1] = _applicant(before, word, word)
        else:
            said.append(_applicant(word, word, word))
    return said


def _is_of_a_thing(row: Sequence[Word], match: Match) -> bool:
    """Whether something else than the message is for somebody: « la nomination c'est pour mon mari »."""
    before = row[max(0, match.first - 1) : match.first]
    return any(kind in word for word in before for kind in _THINGS)


_THINGS = ("NOMINATION", "PNP", "OFFER", "TEST", "ECA", "DEGREE", "DIPLOMA")


def _is_described(row: Sequence[Word], who: int, behind: int) -> bool:
    """Whether the age of a client is told, of whom a helper begins to tell and who pays for no work: "I have
    a client, 33, driver", not "I have a client in Toronto, I'm 33"."""
    for word in row[behind : behind + _DESCRIBED_WITHIN]:
        if "QUESTION" in word or any(kind in word for kind in ("SELF", "IAM", "IHAVE", "ME")):
            return False
        if "NUM" in word:
            one = row[who].text in _ONE_CLIENT or any("OF" in before for before in row[max(0, who - 2) : who])
            return one and _ADULT < word["NUM"] <= _OLDEST
    return False


_ONE_CLIENT = frozenset({"client", "cliente"})
_DESCRIBED_WITHIN, _OLDEST = 8, 70
"""Words behind a client among which the age stands, and what is an age."""


def _applies(row: Sequence[Word], match: Match, people: People) -> bool:
    """Whether one who is only told of applies, and not the writer as well: "my nephew wants to apply"."""
    who = row[match.start("who")]
    beside = [word for at, word in enumerate(row) if not match.first <= at <= match.last]
    several = who.text.endswith("s") and who.text not in _SINGULAR
    told_of = any(kind in who for kind in ("KID", "AGENT", "YOU", "THOSE", "THEY"))
    too = any(kind in word for word in beside for kind in ("TOO", "WITHME"))
    own = any(
        ("IAM" in word or "IHAVE" in word) and any(kind in after for kind in _OF_ONESELF)
        for word, after in pairwise(row)
    )
    return people.writer == "self" and not (people.begun or several or told_of or too or own)


_SINGULAR = frozenset({"fils"})
_OF_ONESELF = ("NUM", "MARITAL", "JOBHEAD", "DEGREE", "ARTICLE", "JOBMODIFIER")
"""Kinds of words that tell of oneself behind "I am", "I have"."""


def _is_a_minor(row: Sequence[Word], who: int) -> bool:
    """Whether the child is told to be too young to apply: "it's for my son, 8 years old"."""
    behind = row[who + 1 : who + 1 + _AGE_WITHIN]
    if "KID" not in row[who]:
        return False
    number = next((word for word in behind if "NUM" in word), None)
    return number is not None and number["NUM"] <= _ADULT


def _behind(row: Sequence[Word], text: str, at: int) -> int:
    """Behind the first name, if one follows."""
    skip = int(at < len(row) and any(kind in row[at] for kind in _BEFORE_A_NAME))
    if at + skip >= len(row) or not is_name(row, text, at + skip):
        return at
    closed = at + skip + 1
    return closed + (closed < len(row) and "CLOSE" in row[closed])


def _without_denial(row: Sequence[Word]) -> list[Word]:
    """The words without "not for me", which is said by now."""
    return [word for word in row if "NOT_ME" not in word]


def _applicant(first: Word, last: Word, who: Word) -> Word:
    sex = {kind: True for kind in _SEXES if kind in who}
    return Word(first.start, last.end, who.text, {**APPLICANT, **sex})
