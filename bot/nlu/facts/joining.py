"""What stands apart in a message and tells one job: "a cook in Dubai, and I stayed there for 3 years",
"Chef. Toronto. 2 years."

``joining.yml`` has the patterns. The words that only lead from a job to how long it lasted become one that
reads as a comma, and so does a stop between the pieces of a job: what tells a job is then read as if it had
been told in one breath, "a cook in Dubai, 3 years".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.nlu.facts.naming import Find
from bot.nlu.facts.patterns import Match
from bot.nlu.facts.words import Word

JOINT = "JOINT"
"""The kind of a comma that stands for such words, and parts no job from another."""
_LIKE_AN_AGE = 17
"""Years in a piece of their own from which on they may as well be an age: "Chef. Toronto. 32 ans." """
_OTHERS = ("PARTNER", "HE", "OTHER", "SIBLING", "RELATIVE", "KID")
_ENDS = ("STOP", "QUESTION")


def joined(row: Sequence[Word], find: Find) -> Sequence[Word]:
    """The words, with one comma for all that leads from a job to its length."""
    leading = {match.start("joint"): match for match in find("joining.lasting") if _is_of_one(row, match)}
    stops = {at for match in find("joining.pieces") for at in _stops(row, match)}
    if not leading and not stops:
        return row
    return list(_rewritten(row, leading, stops))


def _rewritten(row: Sequence[Word], leading: dict[int, Match], stops: set[int]) -> Iterator[Word]:
    at = 0
    while at < len(row):
        last = leading[at].end("joint") - 1 if at in leading else at
        words = row[at : last + 1]
        if at in leading or at in stops:
            text = " ".join(word.text for word in words)
            yield Word(words[0].start, words[-1].end, text, {"COMMA": True, JOINT: True})
        else:
            yield row[at]
        at = last + 1


def _is_of_one(row: Sequence[Word], match: Match) -> bool:
    """Whether who stayed is whose job it is: not "my wife is a nurse in Lagos, I stayed there a year"."""
    begun = match.start()
    while begun and not any(kind in row[begun - 1] for kind in _ENDS):
        begun -= 1
    before, joint = row[begun : match.start("joint")], row[match.start("joint") : match.end("joint")]
    another = _is_any(before, _OTHERS)
    if _is_any(joint, ("HE",)):
        return another
    return not (another and _is_any(joint, ("SELF", "IAM", "IHAVE")))


def _stops(row: Sequence[Word], match: Match) -> Iterator[int]:
    told = pairwise(row[match.start("joint") : match.end("joint") + 2])
    aged = any("YEARS" in unit and number.kinds.get("NUM", 0) >= _LIKE_AN_AGE for number, unit in told)
    if not aged:
        yield from (at for at in range(match.start("joint"), match.end("joint")) if "STOP" in row[at])


def _is_any(words: Sequence[Word], kinds: Sequence[str]) -> bool:
    return any(kind in word for word in words for kind in kinds)
