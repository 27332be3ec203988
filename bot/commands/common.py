"""What commands share: their options, reading documents, and answering line by line."""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import IO, Any

from bot.languages import LANGUAGES
from bot.replies import Words
from express_entry.circumstances import QUESTIONS, Circumstances
from express_entry.days import read_day
from express_entry.points import Because, Source
from express_entry.profile import Problem, ProfileError

ANSWERED, FAILED, WRONG_INPUT = 0, 1, 2
GC_THRESHOLD = 200_000
"""Objects made between two looks of the garbage collector, where many documents are answered one by one."""

Handler = Callable[[Any], str]
"""Answers one document in JSON; raises :class:`ProfileError` or :class:`WrongInput` for one that is wrong."""


class WrongInput(ValueError):
    """The input as a whole is wrong; no single field is to blame."""

    def __init__(self, because: Because) -> None:
        super().__init__(because.id)
        self.because = because


def options(parser: argparse.ArgumentParser, say: Words, jsonl: bool = False) -> None:
    """Add the options that every command takes, and ``--jsonl`` where a command answers many."""
    parser.add_argument("--json", action="store_true", help=say("cli-help-json"))
    parser.add_argument("--on", type=day_option, metavar="YYYY-MM-DD", help=say("cli-help-on"))
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help=say("cli-help-lang"))
    if jsonl:
        parser.add_argument("--jsonl", action="store_true", help=say("cli-help-jsonl"))


def circumstances_options(parser: argparse.ArgumentParser, say: Words) -> None:
    """Add the options for what the profile form does not ask."""
    parser.add_argument(
        "--child-born",
        type=day_option,
        action="append",
        metavar="YYYY-MM-DD",
        help=say("cli-help-child-born"),
    )
    parser.add_argument("--country", action="append", metavar="NAME", help=say("cli-help-country"))
    for name in QUESTIONS:
        option, text = f"--{name.replace('_', '-')}", say(f"cli-help-{name.replace('_', '-')}")
        parser.add_argument(option, action=argparse.BooleanOptionalAction, help=text)


def circumstances(arguments: argparse.Namespace) -> Circumstances:
    """What was told beside the profile."""
    return Circumstances(
        children_born=tuple(arguments.child_born) if arguments.child_born else None,
        countries=tuple(arguments.country) if arguments.country else None,
        **{name: getattr(arguments, name) for name in QUESTIONS},
    )


def day_option(text: str) -> date:
    """A day as YYYY-MM-DD. Raises ValueError for anything else."""
    return read_day(text)


def day(arguments: argparse.Namespace) -> date:
    """The day for which to answer: ``--on``, or today."""
    return arguments.on or date.today()


def sentence(say: Words, reason: Because) -> str:
    """A reason in words."""
    return say(reason.id, **reason.args)


def source_as_json(source: Source, lang: str) -> dict[str, str]:
    """An official page with the day on which a person last read it."""
    return {"title": source.title(lang), "url": source.url(lang), "checked": source.checked.isoformat()}


def sources_in_words(say: Words, lines: Iterable[Mapping[str, Any]]) -> str:
    """The official pages on which ``lines`` of an answer rest, each once."""
    sources = dict.fromkeys((line["source"]["title"], line["source"]["url"]) for line in lines)
    return "\n".join([say("cli-sources"), *(f"   {title}\n   {url}" for title, url in sources)])


def parse(text: str | bytes) -> Any:
    """A JSON document.

    Raises:
        WrongInput: the text is not JSON, or not UTF-8.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise WrongInput(Because("cli-not-json", {"line": error.lineno, "column": error.colno})) from None
    except (ValueError, RecursionError):
        raise WrongInput(Because("cli-not-text")) from None


def read(path: str) -> Any:
    """The JSON document of a file, or of standard input for ``-``.

    Raises:
        WrongInput: the file cannot be read, or is not JSON.
    """
    with opened(path) as file:
        return parse(file.read())


def opened(path: str) -> IO[bytes]:
    """A file, or standard input for ``-``.

    Raises:
        WrongInput: the file cannot be read.
    """
    if path == "-":
        return sys.stdin.buffer
    try:
        return Path(path).open("rb")
    except OSError as error:
        raise WrongInput(Because("cli-no-file", {"file": path, "reason": error.strerror or ""})) from None


def refused(say: Words, error: ProfileError | WrongInput) -> dict[str, Any]:
    """What stands in the place of an answer: ``error`` in words, and the fields that are wrong."""
    if isinstance(error, WrongInput):
        return {"error": sentence(say, error.because)}
    problems = [{"field": problem.field, "allowed": _allowed(say, problem)} for problem in error.problems]
    return {"error": explained(say, error), "problems": problems}


def explained(say: Words, error: ProfileError | WrongInput) -> str:
    """What is wrong, in words: each field with what is allowed."""
    if isinstance(error, WrongInput):
        return sentence(say, error.because)
    return " ".join(
        say("cli-problem", field=problem.field or say("cli-whole-document"), allowed=_allowed(say, problem))
        for problem in error.problems
    )


def _allowed(say: Words, problem: Problem) -> str:
    return sentence(say, problem.because)


dump = json.JSONEncoder(ensure_ascii=False).encode
"""An answer as one line of JSON."""


def each_line(path: str, answer: Handler, say: Words) -> int:
    """Answer one document a line, in order; a bad line gets an error in its place."""
    gc.freeze()  # what has been loaded stays: never look through it again
    gc.set_threshold(GC_THRESHOLD)
    with opened(path) as file:
        for line in _progress(file):
            try:
                found = answer(parse(line))
            except (ProfileError, WrongInput) as error:
                found = dump(refused(say, error))
            sys.stdout.write(found + "\n")
    return ANSWERED


def _progress(lines: IO[bytes]) -> Iterator[bytes]:
    """The lines, with a progress bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield from lines
        return
    from tqdm import tqdm

    yield from tqdm(lines, unit="", file=sys.stderr)


def tell(answer: dict[str, Any], show: Callable[[dict[str, Any]], str], as_json: bool) -> int:
    """Print one answer, as JSON or in words."""
    print(json.dumps(answer, ensure_ascii=False, indent=2) if as_json else show(answer))
    return ANSWERED
