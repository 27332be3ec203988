"""How ``watch`` last found each official address: one file in ``DATA_DIR``, only ever replaced as a whole."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Literal, get_args

from pydantic import BaseModel, Extra, ValidationError

from bot.sources.addresses import Named, Use
from bot.sources.kept import read_json, replace_json

FILE, LOCK = "watch.json", "watch.lock"
FORM = 1
"""The form of the file; one of another form is not read."""
_log = logging.getLogger(__name__)

Trouble = Literal["gone", "status", "timeout", "connection", "large", "redirects", "host"]
"""Why no page came: not there any more, another status than 200, no complete answer in time, none at all, too
many bytes or redirects, or not asked since the host had not answered several times."""
What = Literal["gone", "moved", "changed", "modified", "unreachable"]


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


def seen(data_dir: Path) -> dict[str, Seen]:
    """How each address was last found; nothing where none was asked yet or the file cannot be read."""
    path = data_dir / FILE
    try:
        document = read_json(path, FORM)
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
