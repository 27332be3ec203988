"""Who ends the questions, in any wording: by reading it, since nobody should be asked on who said stop."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from bot.nlu.spoken import holds, plain, without
from express_entry.yaml_files import read_yaml

STEERING = Path(__file__).parents[2] / "data" / "steering.yml"
_CLAUSE = re.compile(r"[.,;!?\n]+")
LONGEST = 14
"""Words of a message in which somebody says that they ask for others, and tells no case."""

End = Literal["stop", "professional", "perhaps_professional"]


@lru_cache(maxsize=1)
def _said() -> dict[str, Any]:
    """The lists of words; every one as plain words."""
    loaded = read_yaml(STEERING)
    rows = {name: [each for line in loaded[name] for each in line] for name in ("stop", "score")}
    listed = {**loaded, **rows}
    wishes = {
        name: _wish(said, listed if name == "score" else {}) for name, said in listed.pop("wishes").items()
    }
    longest = listed.pop("longest_dropped")
    plainly = {name: frozenset(plain(str(each)) for each in phrases) for name, phrases in listed.items()}
    ordered = ("drops", "around_questions")
    return {
        **plainly,
        **{
            name: sorted((plain(str(each)).strip() for each in listed[name]), key=len, reverse=True)
            for name in ordered
        },
        **{
            name: [plain(str(each)).strip() for each in listed[name]] for name in ("supposing", "asks_within")
        },
        "moment": [plain(each).strip() for each in listed["moment"]],
        "for_time": [plain(each).strip() for each in (*listed["moment"], *listed["around_moment"])],
        "dropped_score": frozenset(plain(str(each)).strip() for each in listed["dropped_score"]),
        "longest_dropped": longest,
        "wishes": wishes,
    }


def _wish(said: Mapping[str, Sequence[str]], more: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The words of a wish, and all that may stand in it; whole clauses of ``more`` are such wishes, too."""
    own = {name: [plain(str(each)).strip() for each in phrases] for name, phrases in said.items()}
    inside = [
        each
        for name, phrases in own.items()
        if name not in ("bare", "begins", "after", "never")
        for each in phrases
    ]
    bare = {*own["bare"], *(plain(str(each)).strip() for each in more.get("score", ()))}
    return {**own, "bare": frozenset(bare), "all": inside, "after": frozenset(own["after"])}


def ends_questions(text: str) -> End | None:
    """Whether a message ends the questions: with a stop, or because whoever writes asks for others. Of the
    last it may be their own occupation ("I'm a consultant")."""
    words, said = plain(text), _said()
    rest = plain(without(words, (each.strip() for each in said["beside"])))
    if {words, rest} & said["stop"]:
        return "stop"
    if any(words.startswith(each) for each in said["stop_doing"]):
        return "stop"
    thanked = holds(words, (each.strip() for each in said["thanks"]))
    if thanked and rest in said["thanked_stop"]:
        return "stop"
    if {words, rest} & said["perhaps_professional"]:
        return "perhaps_professional"
    brief = len(words.split()) <= LONGEST
    return "professional" if brief and _asks_for_others(words) else None


def _asks_for_others(words: str) -> bool:
    said = _said()
    named = [role for role in said["professional"] if role in words]
    roles = (f"{first.rstrip()}{role}" for first in said["i_am"] for role in named)
    return any(role in words for role in roles) or any(each in words for each in said["for_others"])


def closes(text: str) -> bool:
    """Whether a message ends with the words that there is nothing more."""
    clauses = [clause for clause in _CLAUSE.split(text) if clause.strip()]
    return len(clauses) > 1 and plain(clauses[-1]) in _said()["nothing_else"]


def asks_for_time(text: str) -> bool:
    """Whether a message only asks for a moment: "ok wait", "hmm", "let me ask my wife first"."""
    words, said = plain(text), _said()
    return holds(words, said["moment"]) and "?" not in text and not without(words, said["for_time"]).strip()


def names_a_moment(text: str) -> bool:
    """Whether a message that may be meant to end the questions rather asks for a moment: "hold on small"."""
    return ends_questions(text) is None and holds(plain(text), _said()["moment"])


def wishes_score(text: str) -> bool:
    """Whether a message wishes for the score beside what else it says: "29, single, a master's, points??"."""
    found = steered(text)
    return found.score and not found.alone


def names_score(text: str) -> bool:
    """Whether a message names the score, by whatever word."""
    return holds(plain(text), _said()["wishes"]["score"]["names"])


Wish = Literal["score", "recap", "stop"]
WISHES: tuple[Wish, ...] = ("recap", "score", "stop")


@dataclass(frozen=True)
class Steered:
    """What clauses of a message wish for; ``rest`` is the message with blanks in their place, so that what
    else it says stands where it stood. ``dropped``: a subject is to be left alone."""

    rest: str
    wishes: tuple[Wish, ...] = ()
    dropped: bool = False
    sure: bool = False
    """Whether the score is one's own, or of now: "points?" after a subject may ask what that is worth."""
    single: bool = False
    """Whether the message is one clause."""

    @property
    def score(self) -> bool:
        """Whether the score is wished for, and more than that is said."""
        return "score" in self.wishes

    @property
    def alone(self) -> bool:
        """Whether hardly anything else is said."""
        return not plain(without(self.rest, _said()["around_questions"])).strip()


_PIECE = re.compile(
    r"(?:[^.,;:!?\n—–]|(?<=\d)[.,](?=\d))+?(?=\s(?:and|but|et|mais)\s|[.,;:!?\n—–]|$)[.,;:!?\n—–]*"
)
"""A piece of a message between stops, commas and words like "but"."""
_JOINED = re.compile(r"^\s*(?:and|but|et|mais)\s+", re.IGNORECASE)


def steered(text: str) -> Steered:
    """What the clauses of ``text`` wish for."""
    rest, wishes, dropped, sure = text, set[Wish](), False, False
    pieces = [found.span() for found in _PIECE.finditer(text)]
    supposes = holds(plain(text), _said()["supposing"])
    for first, last in pieces:
        piece = text[first:last]
        alone = len(pieces) == 1
        found = _piece_wishes(piece, alone)
        start = first
        if found is None and (at := _begins_within(piece)) is not None:
            found, start = ("score" if _is_wish(piece[at:], "score", True) else None), first + at
        if found == "score" and supposes:
            continue
        if found is None and not alone and (drop := _drops(piece)) is not None:
            found, dropped = ("stop" if drop == "stop" else None), dropped or drop == "drop"
            rest = rest[:first] + " " * (last - first) + rest[last:]
        if found is not None:
            wishes.add(found)
            sure = sure or holds(plain(piece), _said()["wishes"]["score"]["own"])
            rest = rest[:start] + " " * (last - start) + rest[last:]
    return Steered(rest, tuple(each for each in WISHES if each in wishes), dropped, sure, len(pieces) == 1)


def _piece_wishes(piece: str, alone: bool) -> Wish | None:
    return next((wish for wish in WISHES if _is_wish(piece, wish, alone)), None)


def _is_wish(piece: str, wish: Wish, alone: bool) -> bool:
    said = _said()["wishes"][wish]
    words = plain(_JOINED.sub("", piece))
    asked = piece.rstrip().endswith("?")
    if wish == "score" and _JOINED.match(piece) and not holds(words, said["own"]):
        return False
    if not words.strip() or (wish == "stop" and asked):
        return False
    if words.strip() in said["bare"]:
        return not alone or (wish == "score" and asked)
    if any(words.startswith(f" {each} ") for each in said.get("never", ())):
        return False
    needed = ("strong", "names") if wish == "score" else ("strong", "own") if wish == "recap" else ("strong",)
    if not all(holds(words, said[part]) for part in needed):
        return False
    return not without(words, said["all"]).strip()


def _begins_within(piece: str) -> int | None:
    """Where a wish begins in a piece that tells something before: "34 and divorced how many points"."""
    said = _said()["wishes"]["score"]
    low = piece.lower().replace("'", "’")
    for begins in sorted(said["begins"], key=len, reverse=True):
        at = low.find(f" {begins} ", 1)
        if at > 0:
            before = plain(low[:at]).split()
            return at if before and before[-1] not in said["after"] else None
    return None


def _drops(piece: str) -> Literal["stop", "drop"] | None:
    """Whether a piece says to leave a subject alone; the score: to leave the questions."""
    words, said = plain(_JOINED.sub("", piece)).strip(), _said()
    begins = next((each for each in said["drops"] if f"{words} ".startswith(f"{each} ")), None)
    if begins is None:
        return None
    subject = words.removeprefix(begins).strip()
    if subject in said["dropped_score"]:
        return "stop"
    return "drop" if len(subject.split()) <= said["longest_dropped"] else None


def asks_within(part: str) -> bool:
    """Whether words stand in a part that ask wherever they stand: "la RP prend combien de temps"."""
    return holds(plain(part), _said()["asks_within"])


def trimmed(part: str) -> str:
    """A question without what stands around it and asks nothing: "i am asking please, …"."""
    said, words = _said()["around_questions"], part.strip()
    while True:
        low = words.lower().replace("'", "’").strip(" ,;:.!-")
        skipped = len(words) - len(words.lstrip(" ,;:.!-"))
        words = words[skipped:]
        begins = next((each for each in said if re.match(rf"{re.escape(each)}(?![\w’-])", low)), None)
        if begins is None or len(begins) == len(low):
            break
        words = words[len(begins) :]
    for each in said:
        words = re.sub(rf"[\s,]+{re.escape(each)}(?=\W*$)", "", words, flags=re.IGNORECASE)
    return words.strip(" ,;:")
