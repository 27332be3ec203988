"""Writes `docs/commands.md` from what every command says of itself: `python -m tools.commands_page`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import redirect_stdout, suppress
from io import StringIO
from pathlib import Path

from bot.cli import COMMANDS, main

PAGE = Path(__file__).parents[1] / "docs" / "commands.md"
WIDTH = "100"
HEAD = """# Commands

`./run COMMAND` sets up what is missing and runs one of these; installed, the command is called
`express-entry`. Without a command the assistant starts. Answers go to standard output, whatever else there
is to say to standard error. The exit code is 0 when the command has answered, 2 when the input is wrong
(standard error says which field and what is allowed), and 1 for anything else. `--lang fr` gives help and
answers in French.

Made from the commands' own help by `python -m tools.commands_page`; a test compares.

"""


def page() -> str:
    """The page as it should be."""
    return HEAD + _block([]) + "".join(f"\n## {name}\n{_block([name])}" for name in COMMANDS)


def _block(command: Sequence[str]) -> str:
    return f"```text\n{_help(command)}```\n"


def _help(command: Sequence[str]) -> str:
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = WIDTH
    try:
        with redirect_stdout(StringIO()) as said, suppress(SystemExit):
            main([*command, "--help"])
    finally:
        if before is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = before
    return said.getvalue()


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
