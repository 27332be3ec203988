"""Who ends the questions, in any wording: by reading it, since nobody should be asked on who said stop."""

from __future__ import annotations

import re
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
    return {name: frozenset(plain(str(each)) for each in phrases) for name, phrases in listed.items()}


def ends_questions(text: str) -> End | None:
    """Whether a message ends the questions: with a stop, or because whoever writes asks for others. Of the
    last it may be their own occupation ("I'm a consultant")."""
    words, said = plain(text), _said()
    rest = plain(without(words, (each.strip() for each in said["beside"])))
    if {words, rest} & said["stop"]:
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
    roles = (f"{first.rstrip()}{role}" for first in said["i_am"] for role in said["professional"])
    return any(role in words for role in roles) or any(each in words for each in said["for_others"])


def wishes_score(text: str) -> bool:
    """Whether a message ends with the wish for a score: "29, single, a master's, points??"."""
    clauses = [clause for clause in _CLAUSE.split(text) if clause.strip()]
    if len(clauses) < 2:
        return False
    words, said = plain(clauses[-1]), _said()
    rest = plain(without(words, (each.strip() for each in said["beside_score"])))
    return bool({words, rest} & said["score"])
