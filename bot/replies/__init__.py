"""The bot's voice: every sentence it can say, from Project Fluent catalogs.

``words(lang)(message_id, **args)`` formats one message of ``bot/replies/<lang>/*.ftl``. Numbers and
dates among the arguments are formatted for the language with Babel before Fluent sees them, except
that integers stay numbers so that Fluent can choose a plural form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast

from bot.languages import LANGUAGES, LOCALES
from express_entry.days import Period, When

CATALOGS = Path(__file__).parent
MESSAGE_ID = re.compile(r"^([a-zA-Z][\w-]*) *=", re.MULTILINE)

Argument = str | int | float | When


class UnknownMessage(KeyError):
    """A message id that stands in no catalog, or an argument that it needs and did not get."""


class Words:
    """The catalog of one language. Call it with a message id and the message's arguments."""

    def __init__(self, lang: str) -> None:
        if lang not in LANGUAGES:
            raise UnknownMessage(f"no catalog for language {lang!r}")
        self.lang = lang
        self._bundle = FluentBundle([LOCALES[lang].replace("_", "-")], use_isolating=False)
        self._unread: dict[Path, str] = {
            path: path.read_text(encoding="utf-8") for path in sorted((CATALOGS / lang).glob("*.ftl"))
        }
        self._files: dict[str, Path] = {}
        for path, text in self._unread.items():
            for message_id in MESSAGE_ID.findall(text):
                self._files.setdefault(message_id, path)

    def __call__(self, message_id: str, /, **args: Argument) -> str:
        """The sentence for ``message_id``.

        Raises:
            UnknownMessage: the id or one of the arguments that the message names is missing.
        """
        if message_id not in self:
            raise UnknownMessage(f"{self.lang}: no message {message_id!r}")
        self._parse(self._files[message_id])
        pattern = self._bundle.get_message(message_id).value
        if pattern is None:
            raise UnknownMessage(f"{self.lang}: message {message_id!r} has no text")
        text, errors = self._bundle.format_pattern(
            pattern, {name: self._localized(value) for name, value in args.items()}
        )
        if errors:
            raise UnknownMessage(f"{self.lang}: {message_id!r}: {errors[0]}")
        return str(text)

    def __contains__(self, message_id: object) -> bool:
        return message_id in self._files

    def _parse(self, path: Path) -> None:
        """Parse a file when one of its messages is first needed; a message refers to no other file's."""
        text = self._unread.get(path)
        if text is not None:
            self._bundle.add_resource(FluentResource(text))
            self._unread.pop(path, None)

    def date(self, day: date) -> str:
        """A day as people of this language write it: "25 March 2025", "25 mars 2025"."""
        text = str(format_date(day, "d MMMM y", locale=LOCALES[self.lang]))
        return text.replace("1 ", "1er ", 1) if self.lang == "fr" and day.day == 1 else text

    def when(self, told: When) -> str:
        """A day, or the month or the year where no more was told of it: "March 2025", "mars 2025"."""
        if not isinstance(told, Period):
            return self.date(told)
        return str(format_date(told.first, "y" if told.is_year else "MMMM y", locale=LOCALES[self.lang]))

    def number(self, value: float) -> str:
        """A number with this language's decimal and thousands separators."""
        return str(format_decimal(value, locale=LOCALES[self.lang]))

    def listing(self, parts: Sequence[str]) -> str:
        """Parts of a sentence joined by commas and a last "and"."""
        return str(format_list(list(parts), locale=LOCALES[self.lang]))

    def _localized(self, value: Argument) -> str | int:
        if isinstance(value, bool | int | str):
            return value
        if isinstance(value, date | Period):
            return self.when(value)
        return self.number(value)


@cache
def words(lang: str) -> Words:
    """The catalog of ``lang`` ("en" or "fr"), parsed once per process."""
    return Words(lang)


def messages(lang: str, prefix: str = "") -> Iterator[tuple[str, frozenset[str]]]:
    """Every message id of a language that begins with ``prefix``, with the names of the arguments it uses."""
    for path in sorted((CATALOGS / lang).glob("*.ftl")):
        text = path.read_text(encoding="utf-8")
        if f"\n{prefix}" not in text:
            continue
        for entry in FluentParser().parse(text).body:
            if isinstance(entry, ast.Junk):
                raise ValueError(f"{path}: not Fluent: {entry.content.strip()[:80]}")
            if isinstance(entry, ast.Message) and entry.id.name.startswith(prefix):
                yield entry.id.name, frozenset(_arguments(entry))


def _arguments(node: object) -> Iterator[str]:
    if isinstance(node, ast.VariableReference):
        yield node.id.name
    elif isinstance(node, ast.BaseNode):
        for child in vars(node).values():
            yield from _arguments(child)
    elif isinstance(node, list):
        for child in node:
            yield from _arguments(child)
