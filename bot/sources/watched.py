"""The official addresses that the data names, what rests on each, and how ``watch`` last found it.

What was found is one file in ``DATA_DIR``, only ever replaced as a whole.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, get_args

import yaml
from pydantic import BaseModel, Extra, ValidationError

from bot.languages import LANGUAGES
from bot.replies.links import LINKS, page_list
from bot.sources.audit import load_answers
from bot.sources.kept import replace_json
from express_entry.changes import changes
from express_entry.occupations.noc import classification

DATA = LINKS.parent
FILE, LOCK = "watch.json", "watch.lock"
FORM = 1
"""The form of the file; one of another form is not read."""
_WITHOUT_ADDRESSES = ("answers", "nlu", "dialogue")
"""Folders of ``data/`` that name pages, if any, by their names in ``data/links.yml``."""
_FEED = "feed"
"""The key of addresses that ``rounds refresh`` reads: it reports whatever changes there."""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_log = logging.getLogger(__name__)

Trouble = Literal["gone", "status", "timeout", "connection", "large", "redirects", "host"]
"""Why no page came: not there any more, another status than 200, no complete answer in time, none at all, too
many bytes or redirects, or not asked since the host had not answered several times."""
What = Literal["gone", "moved", "changed", "modified", "unreachable"]


@dataclass(frozen=True)
class Use:
    """What rests on an address, and the day on which a person last ``checked`` it.

    None where it takes nothing from the page but its address.
    """

    kind: Literal["page", "answer", "change", "figure", "file"]
    name: str
    checked: date | None


Named = Mapping[str, tuple[Use, ...]]
"""Addresses, each with what rests on it."""


class Seen(BaseModel):
    """How an address was found.

    Attributes:
        asked: when it was last asked.
        status: of the last answer; None where none came.
        trouble: why no page came.
        failing: the day since when none comes.
        moved: its new address, where the server says that it moved for good.
        answered: the address that gave the page, after all redirects.
        marks: what to send there, so that an unchanged page is not sent again.
        fingerprint: of what the page said (``bot.sources.page_words``).
        modified: the day that it gives as its last change.
        dated: that day as it was when the page was first seen to say this.
        changed: the day on which it was first seen to say something else than before.
    """

    class Config:
        frozen = True
        extra = Extra.forbid

    asked: datetime
    status: int | None = None
    trouble: Trouble | None = None
    failing: date | None = None
    moved: str | None = None
    answered: str | None = None
    marks: dict[str, str] = {}
    fingerprint: str | None = None
    modified: date | None = None
    dated: date | None = None
    changed: date | None = None


@dataclass(frozen=True)
class Finding:
    """Something that a person must look at.

    Attributes:
        what: what happened to the address ``url``.
        uses: what it concerns.
        since: the day since when.
        to: the new address of what moved.
        trouble: what keeps it from answering, with the ``status`` of its answer, if there was one.
    """

    what: What
    url: str
    uses: tuple[Use, ...]
    since: date | None = None
    to: str | None = None
    trouble: Trouble | None = None
    status: int | None = None


def addresses() -> Named:
    """Every official address that the data names, in both languages."""
    found: dict[str, dict[Use, None]] = {}
    for url, use in (*_of_pages(), *_of_files()):
        found.setdefault(url, {})[use] = None
    return {url: tuple(uses) for url, uses in found.items()}


def _of_pages() -> Iterator[tuple[str, Use]]:
    resting: dict[str, list[Use]] = {}
    for answer in load_answers()[0].values():
        for name in answer.pages:
            resting.setdefault(name, []).append(Use("answer", answer.id, answer.checked))
    for name, page in page_list().items():
        resting.setdefault(name, []).insert(0, Use("page", name, page.checked))
    for change in changes():
        if change.page in page_list():
            resting[change.page].append(Use("change", change.id, page_list()[change.page].checked))
    for name, page in page_list().items():
        for url in (page.en, page.fr):
            yield from ((url, use) for use in resting[name] if url is not None)


def _of_files() -> Iterator[tuple[str, Use]]:
    """The sources in every other file. Where several values have one source, the latest check counts."""
    for path in sorted(DATA.rglob("*.yml")):
        folder, *below = path.relative_to(DATA).with_suffix("").parts
        if path == LINKS or folder in _WITHOUT_ADDRESSES:
            continue
        document = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
        newest: dict[str, date | None] = {}
        for url, checked in _sources(document, min(_checked(document), default=None)):
            newest[url] = max(filter(None, (newest.get(url), checked)), default=None)
        figure = folder == "rules"
        name = "/".join(below if figure else (folder, *below))
        yield from ((url, Use("figure" if figure else "file", name, day)) for url, day in newest.items())


def _sources(node: Any, checked: date | None) -> Iterator[tuple[str, date | None]]:
    """Addresses under the names of languages, each with the ``checked`` that stands nearest."""
    if isinstance(node, list):
        for each in node:
            yield from _sources(each, checked)
    if isinstance(node, dict):
        checked = node.get("checked", checked)
        for name, value in node.items():
            if name in LANGUAGES and isinstance(value, str) and value.startswith("https://"):
                yield value.replace("{code}", next(iter(classification().groups))), checked
            elif name != _FEED:
                yield from _sources(value, checked)


def _checked(node: Any) -> Iterator[date]:
    """Every day on which something of a document was checked."""
    if isinstance(node, list):
        for each in node:
            yield from _checked(each)
    if isinstance(node, dict):
        for name, value in node.items():
            yield from (value,) if name == "checked" else _checked(value)


def seen(data_dir: Path) -> dict[str, Seen]:
    """How each address was last found; nothing where none was asked yet or the file cannot be read."""
    path = data_dir / FILE
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        if document["form"] != FORM:
            raise ValueError(f"form {document['form']}")
        return {url: Seen.parse_obj(entry) for url, entry in document["addresses"].items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ValidationError) as error:
        _log.error("%s cannot be read, every page counts as never seen: %s", path, error)
        return {}


def keep(data_dir: Path, found: Mapping[str, Seen]) -> None:
    """Replace what is kept."""
    entries = {url: each.dict(exclude_defaults=True) for url, each in found.items()}
    replace_json(data_dir / FILE, {"form": FORM, "addresses": entries})


def findings(named: Named, found: Mapping[str, Seen]) -> list[Finding]:
    """What a person must look at, what is gone first."""
    order = get_args(What)
    every = [each for url, uses in named.items() if url in found for each in _findings(url, uses, found[url])]
    return sorted(every, key=lambda each: order.index(each.what))


def _findings(url: str, uses: tuple[Use, ...], page: Seen) -> Iterator[Finding]:
    if page.trouble is not None:
        what: What = "gone" if page.trouble == "gone" else "unreachable"
        yield Finding(what, url, uses, page.failing, trouble=page.trouble, status=page.status)
    if page.moved is not None:
        yield Finding("moved", url, uses, to=page.moved)
    if unread := _unread(uses, page.changed):
        yield Finding("changed", url, unread, page.changed)
    elif unread := _unread(uses, page.dated):
        yield Finding("modified", url, unread, page.dated)


def _unread(uses: tuple[Use, ...], since: date | None) -> tuple[Use, ...]:
    """What was last checked before the day ``since``."""
    if since is None:
        return ()
    return tuple(use for use in uses if use.checked is not None and use.checked < since)
