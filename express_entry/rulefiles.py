"""The form of a rule file: one table or amount, with values keyed by the day from which they hold.

Reading is strict: an unknown key, a missing source, days out of order or anything else that does not
belong is an error that names file and line. ``docs/rules.md`` describes the form.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NoReturn

import yaml

from express_entry.days import read_day
from express_entry.points import Source
from express_entry.yaml_files import LOADER

IN_FORCE, REPEALED, ANNOUNCED = "in_force", "repealed", "announced"
_STATUSES = (IN_FORCE, REPEALED, ANNOUNCED)
REPORTED, DERIVED = "reported", "derived"
"""How a value is known that was not read in the law or on an official page: others report it, or it follows
by arithmetic from values that are known."""


class RuleFileError(ValueError):
    """A file under ``data/rules`` cannot be taken as it stands; the message begins with ``file:line:``."""

    def __init__(self, path: Path, line: int, what: str) -> None:
        super().__init__(f"{path}:{line}: {what}")


class NotInForce(LookupError):
    """Asked for a day before the first value of a table or amount."""


class Node:
    """A place in a rule file: what stands there, and file and line for the error when it should not."""

    def __init__(self, path: Path, node: yaml.Node) -> None:
        self.path = path
        self._node = node

    def error(self, what: str) -> NoReturn:
        """Refuse what stands here."""
        raise RuleFileError(self.path, self._node.start_mark.line + 1, what)

    @property
    def is_mapping(self) -> bool:
        """Whether keys and values stand here."""
        return isinstance(self._node, yaml.MappingNode)

    def text(self) -> str:
        """A text that is not empty."""
        if not isinstance(self._node, yaml.ScalarNode) or not self._node.value.strip():
            self.error("a text is needed")
        return str(self._node.value)

    def day(self) -> date:
        """A day as YYYY-MM-DD."""
        text = self.text()
        try:
            return read_day(text)
        except ValueError:
            self.error(f"a day as YYYY-MM-DD is needed, not {text!r}")

    def whole(self) -> int:
        """A whole number, zero or more."""
        text = self.text()
        if not re.fullmatch(r"\d+", text, re.ASCII):
            self.error(f"a whole number, zero or more, is needed, not {text!r}")
        return int(text)

    def number(self) -> float:
        """A number, zero or more."""
        text = self.text()
        if not re.fullmatch(r"\d+(\.\d+)?", text, re.ASCII):
            self.error(f"a number, zero or more, is needed, not {text!r}")
        return float(text)

    def one_of(self, allowed: Collection[str]) -> str:
        """One of the ``allowed`` words."""
        text = self.text()
        if text not in allowed:
            self.error(f"{text!r} is not one of {', '.join(allowed)}")
        return text

    def entries(self) -> list[Node]:
        """The entries of a list that is not empty."""
        if not isinstance(self._node, yaml.SequenceNode) or not self._node.value:
            self.error("a list is needed")
        return [Node(self.path, entry) for entry in self._node.value]

    def items(self) -> list[tuple[Node, Node]]:
        """Keys and values in the order in which they stand; a key that stands twice is an error."""
        if not isinstance(self._node, yaml.MappingNode) or not self._node.value:
            self.error("keys with values are needed")
        pairs = [(Node(self.path, key), Node(self.path, value)) for key, value in self._node.value]
        seen: set[str] = set()
        for key, _ in pairs:
            name = key.text()
            if name in seen:
                key.error(f"the key {name!r} stands here twice")
            seen.add(name)
        return pairs

    def fields(self, required: Collection[str], optional: Collection[str] = ()) -> dict[str, Node]:
        """The values of exactly these keys: an unknown or a missing one is an error."""
        found = {}
        for key, value in self.items():
            if key.text() not in required and key.text() not in optional:
                key.error(f"unknown key {key.text()!r}; allowed are {', '.join((*required, *optional))}")
            found[key.text()] = value
        for name in required:
            if name not in found:
                self.error(f"the key {name!r} is missing")
        return found


@dataclass(frozen=True)
class Value[T]:
    """What holds from a day on. ``value`` is None where it was repealed or is only announced; ``certainty``
    is :data:`REPORTED` or :data:`DERIVED` where it was not read in the law or on an official page."""

    since: date
    status: str
    source: Source
    value: T | None
    notice: str | None = None
    certainty: str | None = None


@dataclass(frozen=True)
class Dated[T]:
    """A table or amount with all the values that it ever had."""

    id: str
    about: str
    values: tuple[Value[T], ...]

    @cached_property
    def known(self) -> tuple[Value[T], ...]:
        """The values without what is announced only."""
        return tuple(value for value in self.values if value.status != ANNOUNCED)

    @cached_property
    def _days(self) -> list[date]:
        return [value.since for value in self.known]

    def at(self, on: date) -> Value[T] | None:
        """What held on the day ``on``: a value, a repeal, or None before the first."""
        index = bisect_right(self._days, on)
        return self.known[index - 1] if index else None

    def on(self, on: date) -> T:
        """The value on the day ``on``.

        Raises:
            NotInForce: it was not yet, or no longer, in force.
        """
        found = self.at(on)
        if found is None or found.value is None:
            raise NotInForce(f"{self.id} was not in force on {on}")
        return found.value

    def announced(self, on: date) -> Value[T] | None:
        """The latest change that should hold on the day ``on`` but whose values are not known."""
        held = [value for value in self.values if value.since <= on]
        return held[-1] if held and held[-1].status == ANNOUNCED else None


@dataclass(frozen=True)
class File:
    """A rule file before its values are read: ``id`` is its path below the folder, without ``.yml``."""

    id: str
    kind: str
    about: str
    fields: Mapping[str, Node]
    root: Node

    def dated[T](self, read: Callable[[Mapping[str, Node], Node], T], keys: Collection[str]) -> Dated[T]:
        """Read the values, each of whose own keys are among ``keys``, in the order of their days."""
        values: list[Value[T]] = []
        for node in self.fields["values"].entries():
            value = _value(node, read, keys)
            if values and value.since <= values[-1].since:
                node.error(f"{value.since} does not come after {values[-1].since}: the days overlap")
            values.append(value)
        return Dated(self.id, self.about, tuple(values))


def _value[T](node: Node, read: Callable[[Mapping[str, Node], Node], T], keys: Collection[str]) -> Value[T]:
    fields = node.fields(("from", "source"), ("status", "notice", "certainty", *keys))
    status = fields["status"].one_of(_STATUSES) if "status" in fields else IN_FORCE
    if status != IN_FORCE and any(key in fields for key in keys):
        node.error(f"what is {status} has no values here")
    if ("notice" in fields) != (status == ANNOUNCED):
        node.error("a notice belongs to what is announced, and only to that")
    return Value(
        since=fields["from"].day(),
        status=status,
        source=read_source(fields["source"]),
        value=read(fields, node) if status == IN_FORCE else None,
        notice=fields["notice"].text() if "notice" in fields else None,
        certainty=fields["certainty"].one_of((REPORTED, DERIVED)) if "certainty" in fields else None,
    )


def read_source(node: Node) -> Source:
    """A source: the instrument's name and a page in both languages, and when it was last checked."""
    fields = node.fields(("instrument", "instrument_fr", "en", "fr", "checked"))
    for lang in ("en", "fr"):
        if not fields[lang].text().startswith("https://"):
            fields[lang].error("an address that begins with https:// is needed")
    return Source(
        instrument=fields["instrument"].text(),
        instrument_fr=fields["instrument_fr"].text(),
        en=fields["en"].text(),
        fr=fields["fr"].text(),
        checked=fields["checked"].day(),
    )


Kinds = Mapping[str, tuple[Collection[str], Collection[str]]]
"""Kinds of rule files, each with the required and the optional keys of its own."""


def read_files(root_folder: Path, folders: Collection[str], kinds: Kinds) -> Iterator[File]:
    """Every rule file of some folders of ``root_folder``, each of one of the ``kinds``."""
    for path in (path for folder in folders for path in sorted((root_folder / folder).rglob("*.yml"))):
        root = compose(path)
        kind = next((value for key, value in root.items() if key.text() == "kind"), root).one_of(kinds)
        required, optional = kinds[kind]
        fields = root.fields(("about", "kind", *required, "values"), ("unit", *optional))
        name = path.relative_to(root_folder).with_suffix("").as_posix()
        yield File(name, kind, fields["about"].text(), fields, root)


def compose(path: Path) -> Node:
    """The YAML document of a file.

    Raises:
        RuleFileError: it is not YAML, or empty.
    """
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RuleFileError(path, line, f"not YAML: {error.problem}") from error
    if node is None:
        raise RuleFileError(path, 1, "the file is empty")
    return Node(path, node)
