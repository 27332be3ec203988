"""``express-entry``: the one entry point. Commands that need no model never import Rasa.

Exit codes: 0 answered, 2 the input is wrong (standard error says which field and what is allowed), 1 anything
else.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from bot.commands.common import FAILED, WRONG_INPUT, WrongInput, explained
from bot.languages import LANGUAGES
from bot.replies import words
from express_entry.profile import ProfileError
from express_entry.rulefiles import RuleFileError

COMMANDS = (
    "score",
    "language",
    "eligibility",
    "whatif",
    "noc",
    "rounds",
    "chances",
    "documents",
    "costs",
    "timeline",
    "alerts",
    "understand",
    "ask",
    "facts",
    "watch",
    "export",
    "forget",
    "backup",
    "restore",
    "pause",
    "serve",
    "scheduler",
    "train",
    "widget",
    "feedback",
    "bench",
)
"""The subcommands: each a module of :mod:`bot.commands` with a function ``add``."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    say = words(_language(given))
    parser = argparse.ArgumentParser(prog="express-entry", description=say("cli-help"))
    commands = parser.add_subparsers(metavar=say("cli-command"), required=True, dest="command")
    try:
        for name in given[:1] if given[:1] and given[0] in COMMANDS else COMMANDS:
            import_module(f"bot.commands.{name}").add(commands, say)
        chosen = parser.parse_args(given)
        code: int = chosen.run(chosen)
        sys.stdout.flush()
    except (ProfileError, WrongInput) as error:
        print(explained(say, error), file=sys.stderr)
        return WRONG_INPUT
    except RuleFileError as error:
        print(error, file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return FAILED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    return code


def _language(given: Sequence[str]) -> str:
    """The language that ``--lang`` asks for, before anything is parsed; English unless told."""
    for option, value in zip(given, [*given, ""][1:], strict=True):
        named = value if option == "--lang" else option.removeprefix("--lang=")
        if named != option and named in LANGUAGES:
            return named
    return LANGUAGES[0]


if __name__ == "__main__":
    sys.exit(main())
