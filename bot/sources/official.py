"""Fees and processing times as the official files give them: asked, and kept in one file in ``DATA_DIR``.

Whatever goes wrong while they are fetched, what was read last stays; where nothing was ever read,
``data/rules`` alone is quoted.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import httpx

from bot.sources.feed import HEADERS, FeedError, fetch
from bot.sources.fetching import TIMEOUT
from bot.sources.kept import alone, read_json, replace_json
from express_entry.published import FiguresFile, Published, feeds, joined, read, touched

FILE, LOCK = "official.json", "official.lock"
FORM = 1
"""The form of the file; one of another form is not read."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class KeptFigures:
    """What is known of one file: its values by key, the server's marks, and what could not be read."""

    values: Mapping[str, Published]
    marks: Mapping[str, str]
    problems: tuple[str, ...]


@dataclass(frozen=True)
class Look:
    """What a look at all files found: what is known now, and what went wrong."""

    published: tuple[Published, ...]
    problems: tuple[str, ...]


NOTHING = KeptFigures({}, {}, ())
_before: dict[Path, tuple[tuple[int, int, int], dict[str, KeptFigures]]] = {}


def published(data_dir: Path) -> tuple[Published, ...]:
    """All that official files give; reads the kept file again only where it was replaced."""
    return _all(kept(data_dir))


def _all(known: Mapping[str, KeptFigures]) -> tuple[Published, ...]:
    return tuple(each for file in known.values() for each in file.values.values())


def kept(data_dir: Path) -> Mapping[str, KeptFigures]:
    """What is known of each file by its address; nothing where the kept file is absent or cannot be read."""
    path = data_dir / FILE
    try:
        status = path.stat()
    except FileNotFoundError:
        return {}
    signature = (status.st_ino, status.st_mtime_ns, status.st_size)
    before = _before.get(path)
    if before is None or before[0] != signature:
        before = _before[path] = (signature, _read(path))
    return before[1]


def _read(path: Path) -> dict[str, KeptFigures]:
    try:
        document = read_json(path, FORM)
        return {url: _known(entry) for url, entry in document["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        _log.error("%s cannot be read, data/rules alone is quoted: %s", path, error)
        return {}


def _known(entry: Mapping[str, Any]) -> KeptFigures:
    values = {
        key: Published(
            tuple(each["figures"]),
            int(each["value"]),
            date.fromisoformat(each["since"]),
            date.fromisoformat(each["checked"]),
            bool(each["dated"]),
        )
        for key, each in entry["values"].items()
    }
    return KeptFigures(values, dict(entry["marks"]), tuple(entry["problems"]))


def _write(data_dir: Path, known: Mapping[str, KeptFigures]) -> None:
    files = {url: asdict(each) for url, each in known.items()}
    replace_json(data_dir / FILE, {"form": FORM, "files": files})


def refresh(
    data_dir: Path,
    looked_at: Iterable[FiguresFile] | None = None,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    sleep: Callable[[float], None] = time.sleep,
) -> Look:
    """Look at every file and keep what it gives. A file that cannot be had keeps what it gave before.

    Args:
        data_dir: where the file is kept; it is made if absent.
        looked_at: the files; those of ``data/feeds.yml`` unless given.
        now: the clock; ``sleep`` waits between attempts.
    """
    client = httpx.Client(headers=HEADERS, timeout=TIMEOUT, follow_redirects=True)
    with alone(data_dir / LOCK), client:
        before, today = kept(data_dir), now().date()
        after, failed = dict(before), []
        for feed in feeds() if looked_at is None else looked_at:
            known = before.get(feed.address, NOTHING)
            try:
                after[feed.address] = _look(client, feed, known, today, sleep)
            except FeedError as error:
                failed.append(str(error))
        _write(data_dir, after)
    told = {problem for each in before.values() for problem in each.problems}
    problems = (*failed, *(problem for each in after.values() for problem in each.problems))
    for problem in problems:
        if problem not in told:
            _log.warning("Official figures: %s", problem)
    return Look(_all(after), problems)


def _look(
    client: httpx.Client, feed: FiguresFile, known: KeptFigures, today: date, sleep: Callable[[float], None]
) -> KeptFigures:
    """Ask one file. One with anything to report is asked whole the next time."""
    marks = {} if known.problems or set(known.values) != set(feed.figures) else known.marks
    asked = {feed.address: marks} if marks else {}
    fetched = fetch(client, feed.address, asked, lambda text: read(feed, text, today), sleep)
    if fetched.content is None:
        return KeptFigures(touched(known.values, today), known.marks, ())
    found = fetched.content
    problems = tuple(f"{feed.address}: {problem}" for problem in found.problems)
    values = {key: each for key, each in known.values.items() if key in feed.figures}
    return KeptFigures(joined(feed, values, found, today), fetched.marks, problems)


def keep_current(data_dir: Path) -> None:
    """Look at the files; what goes wrong is in the log."""
    refresh(data_dir)
