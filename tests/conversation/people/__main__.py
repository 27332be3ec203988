"""``python -m tests.conversation.people``: what becomes of everybody's talk; names let you listen to some."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.conversation.people.counted import lowered, play_all, table, write_floor
from tests.conversation.people.person import Conversation, stories
from tests.kinds.talk import stage


def main() -> None:
    """Let people talk and print what became of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.conversation.people", description=__doc__)
    parser.add_argument("names", nargs="*", help="listen to those whose name has this word")
    parser.add_argument("--lower", action="store_true", help="keep what is better now from now on")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="write the table to this page")
    asked = parser.parse_args()
    with stage():
        if asked.names:
            for story in stories():
                if any(name in story.name for name in asked.names):
                    outcome = Conversation(story).play()
                    print(*outcome.heard, table({story.name: outcome}), sep="\n\n")
                    print(*outcome.wrong, *outcome.ignored, *outcome.missed, sep="\n")
            return
        outcomes = play_all()
    print(table(outcomes))
    for name, outcome in outcomes.items():
        for what in ("wrong", "ignored", "missed"):
            for found in getattr(outcome, what):
                print(f"{name}: {what}: {found}")
    if asked.lower:
        write_floor(lowered(outcomes))
    if asked.write:
        asked.write.write_text(table(outcomes, page=True), encoding="utf-8")


if __name__ == "__main__":
    main()
