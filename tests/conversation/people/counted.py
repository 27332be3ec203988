"""What became of everybody's talk, as a table, and what must not become worse (``floor.yml``)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from express_entry.yaml_files import read_yaml
from tests.conversation.people.person import Conversation, Outcome, counts, median, stories

FLOOR = Path(__file__).parent / "floor.yml"
HEAD = "# The best of each person's talk; `python -m tests.conversation.people --lower` renews it.\n"
FEWER_IS_BETTER = ("turns", "wrong", "ignored", "repeated", "nags", "missed", "longest")
PAGE = """# People who try it

Twenty-four scripted people with a story and a temper talk with the bot until they hear their score. They
answer in their own words, ask in between, correct themselves, say stop. Made by
`python -m tests.conversation.people --write docs/benchmarks/people.md`.

* **turns**: messages until the first total; the total is right when it is that of their true profile
* **wrong** facts, and facts that were told and **ignored**
* replies **repeated** word for word
* **nags**: side questions under whose answer the waiting question came again in full
* side questions, corrections and stops that were **missed**
* the **longest** reply, in screens of 390 by 844

"""


def play_all() -> dict[str, Outcome]:
    """Let everybody talk."""
    return {story.name: Conversation(story).play() for story in stories()}


def table(outcomes: Mapping[str, Outcome], page: bool = False) -> str:
    """What became of everybody, and of all of them together."""
    lines = [
        "| who | total | turns | wrong | ignored | repeated | nags | missed | longest |",
        "|---|---|---|---|---|---|---|---|---|",
        *(_row(name, outcome) for name, outcome in outcomes.items()),
        _together(list(outcomes.values())),
    ]
    return (PAGE if page else "") + "\n".join(lines) + "\n"


def _row(name: str, outcome: Outcome) -> str:
    found = counts(outcome)
    total = "right" if outcome.right else "none" if outcome.gave_up else "wrong"
    nags = f"{found['nags']} of {found['sides']}"
    rest = (found[key] for key in ("turns", "wrong", "ignored", "repeated"))
    cells = (name, total, *rest, nags, found["missed"], found["longest"])
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def _together(outcomes: list[Outcome]) -> str:
    def total(name: str) -> int:
        return sum(counts(outcome)[name] for outcome in outcomes)

    right = f"{sum(outcome.right for outcome in outcomes)} of {len(outcomes)} right"
    turns = f"{median(outcome.turns for outcome in outcomes)} at the median"
    longest = max(counts(outcome)["longest"] for outcome in outcomes)
    cells = ("**all**", right, turns, total("wrong"), total("ignored"), total("repeated"))
    nags = f"{total('nags')} of {total('sides')}"
    return "| " + " | ".join(str(cell) for cell in (*cells, nags, total("missed"), longest)) + " |"


def floor() -> dict[str, dict[str, Any]]:
    """The best that became of each person's talk."""
    return read_yaml(FLOOR) if FLOOR.exists() else {}


def worse(outcome: Outcome, best: Mapping[str, Any]) -> list[str]:
    """In which counts an outcome is worse than the best one kept."""
    found = counts(outcome)
    lost = ["the total is wrong"] if best["right"] and not found["right"] else []
    return lost + [
        f"{name}: {found[name]}, was {best[name]}" for name in FEWER_IS_BETTER if found[name] > best[name]
    ]


def lowered(outcomes: Mapping[str, Outcome]) -> dict[str, dict[str, Any]]:
    """The best of what is kept and what was found now."""
    kept, best = floor(), dict[str, dict[str, Any]]()
    for name, outcome in outcomes.items():
        found = counts(outcome)
        before = kept.get(name, found)
        best[name] = {"right": bool(before["right"] or found["right"])} | {
            key: min(before[key], found[key]) for key in FEWER_IS_BETTER
        }
    return best


def write_floor(best: Mapping[str, Mapping[str, Any]]) -> None:
    """Keep the best."""
    lines = (f"{name}: {_flow(kept)}\n" for name, kept in best.items())
    FLOOR.write_text(HEAD + "".join(lines), encoding="utf-8")


def _flow(kept: Mapping[str, Any]) -> str:
    return "{" + ", ".join(f"{key}: {str(value).lower()}" for key, value in kept.items()) + "}"
