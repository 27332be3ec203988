"""``python -m tests.kinds``: how many wordings of each kind are right; ``--help`` says what else it does."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.kinds.cases import cases, play
from tests.kinds.counts import Counts, floor, raised, table, write_floor
from tests.kinds.talk import stage


def main() -> None:
    """Play the wordings and print what came of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.kinds", description=__doc__)
    parser.add_argument("kinds", nargs="*", help="only these kinds, with every wrong case in words")
    parser.add_argument("--heard", action="store_true", help="with the last reply to each wrong case")
    parser.add_argument(
        "--raise-floor", action="store_true", help="keep what is right now as the least from now on"
    )
    parser.add_argument("--write", type=Path, metavar="PAGE", help="write the table to this page")
    asked = parser.parse_args()
    with stage():
        played = [play(case) for case in cases() if not asked.kinds or case.kind in asked.kinds]
    for found in played if asked.kinds else ():
        if found.wrong:
            question = f" ({found.case.asked})" if found.case.asked else ""
            print(f"{found.case.kind} {found.case.lang}{question}: {' | '.join(found.case.say)}")
            print(*(f"    {wrong}" for wrong in found.wrong), sep="\n")
            if asked.heard:
                print(f"    {found.heard}\n")
    counts = Counts.of(played)
    print(table(counts))
    if asked.raise_floor:
        write_floor(raised(floor(), counts))
    if asked.write:
        asked.write.write_text(table(counts, page=True), encoding="utf-8")


if __name__ == "__main__":
    main()
