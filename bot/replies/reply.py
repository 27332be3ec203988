"""What the bot says, before a channel renders it.

``text`` uses one small markup that every channel turns into its own: ``**bold**``,
``[label](https://…)`` and lines that begin with ``- ``. Nothing else has a meaning.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from express_entry.points import Because

_KEPT_TOGETHER = re.compile(r"(?<=\S) (?=[:»%$])|(?<=«) ")

PICTURES = "/chat/pictures/"
"""Where pictures of the store are served, by their id."""
KNOWN = "known"
FILES = "/chat/files/"
"""Where files of the store are served, by their id."""


@dataclass(frozen=True)
class Button:
    """A choice. ``payload`` is a Rasa command (``/intent{…}``) that never leaves the server; ``minor`` ones
    ("Why do you ask?") are shown smaller than the answers."""

    title: str
    payload: str
    minor: bool = False


@dataclass(frozen=True)
class Option:
    """One of several things that may hold at once; ``value``, without commas, names it in the answer."""

    title: str
    value: str
    chosen: bool = False


@dataclass(frozen=True)
class Choices:
    """A question with several answers at once: options to switch on and off, and one button that answers.

    What Rasa reads then is ``payload``, a command with entities, and ``value`` among these: the values that
    are on, in the order of the options, with commas between them ("" for none). ``done`` is the title of the
    button, ``none`` its title while nothing is on.
    """

    options: tuple[Option, ...]
    payload: str
    done: str
    none: str


@dataclass(frozen=True)
class SourceLink:
    """An official page, in the person's language; a person last read it on the day ``checked`` (ISO)."""

    title: str
    url: str
    checked: str | None = None


@dataclass(frozen=True)
class TableRow:
    """One line of a score: ``points`` of at most ``maximum``, why, and where the rule stands."""

    label: str
    points: int
    maximum: int
    because: str = ""
    source: SourceLink | None = None


@dataclass(frozen=True)
class Table:
    """Lines with a caption and a last line that is their sum; ``kind`` is ``score`` for the CRS score.

    A ``folded`` table is one press away: a channel that can fold shows its caption to be opened, any other
    one leaves it out and offers the button that says it in full.
    """

    caption: str
    rows: tuple[TableRow, ...]
    total: TableRow
    kind: str = "grid"
    folded: Button | None = None


@dataclass(frozen=True)
class Image:
    """A picture of so many pixels, and the text that says the same. ``url`` begins with :data:`PICTURES`.

    ``drawing`` is the same picture as shapes (:mod:`bot.replies.drawings`), for channels that can draw.
    """

    url: str
    alt: str
    width: int = 0
    height: int = 0
    drawing: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class File:
    """A file to keep: ``url`` begins with :data:`FILES`, ``title`` is its name, ``type`` its media type."""

    url: str
    title: str
    type: str


@dataclass(frozen=True)
class Progress:
    """How far the intake is: question ``done`` of about ``of``."""

    done: int
    of: int


@dataclass(frozen=True)
class Reply:
    """One message to the person, in the language ``lang``."""

    text: str
    lang: str
    buttons: tuple[Button, ...] = ()
    choices: Choices | None = None
    table: Table | None = None
    sources: tuple[SourceLink, ...] = ()
    image: Image | None = None
    files: tuple[File, ...] = ()
    progress: Progress | None = None
    meta: Mapping[str, str] = field(default_factory=dict)
    """What gave the reply: ``answer`` (its id), ``data`` and ``model`` (their versions). ``shows`` is
    :data:`KNOWN` where it lists what is known: a channel may have a better way to show that."""
    caveats: tuple[Because, ...] = ()
    """What qualifies the reply. Each is said in full once in a conversation, and shortly after that."""
    asked: str = ""
    """The question in it, in the words that stand in ``text``."""
    erase: bool = False
    """Tells the channel to erase everything about the person once the turn is over."""

    def after(self, text: str) -> Reply:
        """The same reply with ``text`` said first."""
        return replace(self, text="\n\n".join(part for part in (text, self.text) if part))

    def before(self, text: str) -> Reply:
        """The same reply with ``text`` said last."""
        return replace(self, text="\n\n".join(part for part in (self.text, text) if part))

    def as_json(self) -> dict[str, Any]:
        """The form in which a reply travels from an action to a channel; empty parts are left out."""
        unsaid = ("caveats", "asked")
        said = {key: value for key, value in asdict(self).items() if value and key not in unsaid}
        return {**said, "text": unbroken(self.text, self.lang)} if self.text else said


def unbroken(text: str, lang: str) -> str:
    """French text whose signs stay on the line of their word ("600 $", "« oui »", "Âge :")."""
    return _KEPT_TOGETHER.sub("\u00a0", text) if lang == "fr" else text
