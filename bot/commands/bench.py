"""``express-entry bench``: measures this machine. The measurements are in :mod:`bot.bench.benches`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from bot.bench.benches import BENCHES, SLOW, machine, measure
from bot.commands.common import ANSWERED
from bot.replies import Words, words


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("bench", help=say("cli-help-bench"))
    parser.add_argument("what", nargs="*", choices=[*BENCHES, []], help=say("cli-help-bench-what"))
    parser.add_argument("--minutes", type=float, help=say("cli-help-bench-minutes"))
    parser.add_argument("--json", action="store_true", help=say("cli-help-json"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Measure what is named, or everything but what takes very long, one after the other."""
    named = arguments.what or [name for name in BENCHES if name not in SLOW]
    minutes = {"minutes": arguments.minutes} if arguments.minutes else {}
    found = {name: measure(name, **(minutes if name == "soak" else {})) for name in named}
    if arguments.json:
        print(json.dumps({"machine": machine(), **found}, indent=2))
        return ANSWERED
    say = words("en")
    print(say("cli-bench-machine", **machine()))
    for name, numbers in found.items():
        tables = [numbers.pop(key) for key, value in [*numbers.items()] if isinstance(value, list)]
        print(say(f"cli-bench-{name}", **numbers))
        for line in chain.from_iterable(map(_aligned, tables)):
            print(line)
    return ANSWERED


def _aligned(table: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The rows of a table as text, the keys over them."""
    rows = [[str(cell) for cell in row] for row in (*table[:1], *(row.values() for row in table))]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
