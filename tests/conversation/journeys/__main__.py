"""``python -m tests.conversation.journeys``: what is missed in each journey; names let you listen to some."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.conversation.journeys.journey import Journey, journeys, table, travel_all, write_floor
from tests.kinds.talk import stage


def main() -> None:
    """Take the journeys and print what is missed in them."""
    parser = argparse.ArgumentParser(prog="python -m tests.conversation.journeys", description=__doc__)
    parser.add_argument("names", nargs="*", help="listen to those whose name has this word")
    parser.add_argument("--lower", action="store_true", help="keep what is better now from now on")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="write the table to this page")
    asked = parser.parse_args()
    with stage():
        if asked.names:
            for story, steps in journeys():
                if any(name in story.name for name in asked.names):
                    journey = Journey(story, steps)
                    print(table({story.name: journey.travel()}), *journey.outcome.heard, sep="\n\n")
            return
        missed = travel_all()
    print(table(missed))
    if asked.lower:
        write_floor(missed)
    if asked.write:
        asked.write.write_text(table(missed, page=True), encoding="utf-8")


if __name__ == "__main__":
    main()
