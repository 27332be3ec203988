"""The rounds of invitations, kept up to date from the official feed.

``history(data_dir)`` is what everyone reads: the stock of ``data/rounds`` and all that refreshes have added,
from one file in ``DATA_DIR`` that is only ever replaced as a whole. ``refresh`` fetches the feed; whatever
goes wrong there, what is known stays and is served with its date.
"""

from __future__ import annotations

import fcntl
import json
import logging
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any, TypeVar

import httpx

from express_entry.rounds import (
    BANDS,
    History,
    Pool,
    Round,
    about,
    category_of,
    moment,
    moment_text,
    order,
    seed,
)
from express_entry.rounds_feed import (
    Change,
    Joined,
    NotTheFeed,
    Problem,
    decode,
    join,
    read_feed,
    read_names,
    with_names,
)

FILE, LOCK = "rounds.json", "rounds.lock"
FORM = 1
"""The form of the file; one of another form is not read."""
ATTEMPTS = 4
FIRST_PAUSE = 1.0
"""Seconds before the second attempt; each later pause is twice as long."""
LONGEST_PAUSE = 60.0
TIMEOUT = httpx.Timeout(10, connect=5)
LONGEST_FETCH = 30.0
"""Seconds that one attempt may take in all, however steadily a slow server sends."""
LARGEST = 20_000_000
"""Bytes; the file has 0.8 million."""
HEADERS = {"User-Agent": "Mozilla/5.0 (compatible; express-entry)", "Accept": "application/json"}
_TRY_AGAIN = (408, 425, 429)
_log = logging.getLogger(__name__)
T = TypeVar("T")


class FeedError(Exception):
    """The feed could not be had; the message says why. Nothing that was known is lost."""


class _Passing(FeedError):
    """A failure that another attempt may not meet; ``pause`` are the seconds that the server asks for."""

    def __init__(self, message: str, pause: float = 0) -> None:
        super().__init__(message)
        self.pause = pause


@dataclass(frozen=True)
class Refresh:
    """What a refresh found.

    Attributes:
        history: all rounds from now on.
        added: the new ones.
        changed: known values that the feed gives differently.
        problems: entries that were left out or stand out, and a French file that could not be read.
        modified: False where the server said that nothing had changed since the last time.
    """

    history: History
    added: tuple[Round, ...]
    changed: tuple[Change, ...]
    problems: tuple[Problem, ...]
    modified: bool


@dataclass(frozen=True)
class _Kept:
    """What the file holds: the history, the server's marks of each address, changes, and what was wrong."""

    history: History
    marks: Mapping[str, Mapping[str, str]]
    changes: tuple[Mapping[str, Any], ...]
    problems: tuple[str, ...]


@dataclass(frozen=True)
class _Fetched:
    """A file as read (None: not modified), and the server's marks of it for the next time."""

    content: Any
    marks: Mapping[str, str]


def history(data_dir: Path) -> History:
    """All rounds that are known; reads the file again only where it was replaced."""
    return _kept(data_dir).history


def addresses(url: str | None = None) -> dict[str, str]:
    """The feed's addresses by language: the official ones, or ``url`` and its French twin, if it has one."""
    if url is None:
        return dict(about().feed)
    french = {"fr": f"{url.removesuffix('_en.json')}_fr.json"} if url.endswith("_en.json") else {}
    return {"en": url, **french}


def refresh(
    data_dir: Path,
    url: str | None = None,
    accept: bool = False,
    now: Callable[[], datetime] = lambda: datetime.now(timezone.utc),
    sleep: Callable[[float], None] = time.sleep,
) -> Refresh:
    """Fetch the feed and keep what it adds.

    Args:
        data_dir: where the file is kept; it is made if absent.
        url: another address of the English file.
        accept: take changed dates, sizes, cut-offs and counts of the past, too, and ask for the whole file.
        now: the clock; ``sleep`` waits between attempts.

    Raises:
        FeedError: the English file could not be had.
    """
    with _alone(data_dir), httpx.Client(headers=HEADERS, timeout=TIMEOUT, follow_redirects=True) as client:
        kept, today = _kept(data_dir), now().date()
        urls, marks = addresses(url), dict(kept.marks)
        known = {} if accept else marks
        fetched = _fetch(client, urls["en"], known, lambda text: read_feed(text, today), sleep)
        modified = fetched.content is not None
        joined = Joined(_touched(kept.history, today), (), (), ())
        if modified:
            joined = join(kept.history, fetched.content, today, accept)
            faultless = not joined.problems and all(change.taken for change in joined.changed)
            marks[urls["en"]] = fetched.marks if faultless else {}
        found, problems = joined.history, joined.problems
        if "fr" in urls:
            try:
                french = _fetch(client, urls["fr"], known, read_names, sleep)
                if french.content is not None:
                    found = with_names(found, french.content)
                    marks[urls["fr"]] = french.marks
            except FeedError as error:
                problems = (*problems, Problem("", str(error)))
        at = now().isoformat(timespec="seconds")
        changes = (
            *kept.changes,
            *({**asdict(change), "at": at} for change in joined.changed if change.taken),
        )
        _write(data_dir, _Kept(found, marks, changes, tuple(map(str, problems))))
    _report(joined, problems, kept.problems)
    return Refresh(found, joined.added, joined.changed, problems, modified)


def _touched(known: History, on: date) -> History:
    return replace(
        known,
        as_of=max(known.as_of, on),
        source=replace(known.source, checked=max(known.source.checked, on)),
    )


def _report(joined: Joined, problems: Sequence[Problem], known: Sequence[str]) -> None:
    """Log what is new, and each problem once."""
    if joined.added:
        _log.info("Rounds: new %s", ", ".join(each.number for each in joined.added))
    for change in joined.changed:
        _log.warning("Rounds: changed %s", change)
    for problem in problems:
        if str(problem) not in known:
            _log.warning("Rounds: %s", problem)


def _fetch(
    client: httpx.Client,
    url: str,
    marks: Mapping[str, Mapping[str, str]],
    read: Callable[[str], T],
    sleep: Callable[[float], None],
) -> _Fetched:
    """Fetch and read one file, in several attempts."""
    pause = FIRST_PAUSE
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return _attempt(client, url, marks.get(url, {}), read)
        except _Passing as error:
            if attempt == ATTEMPTS:
                raise FeedError(f"{url}: {error} ({ATTEMPTS} attempts)") from error
            sleep(min(max(pause, error.pause), LONGEST_PAUSE))
            pause *= 2
    raise AssertionError


def _attempt(client: httpx.Client, url: str, marks: Mapping[str, str], read: Callable[[str], T]) -> _Fetched:
    try:
        with client.stream("GET", url, headers=dict(marks)) as response:
            if response.status_code == httpx.codes.NOT_MODIFIED and marks:
                return _Fetched(None, marks)
            if response.status_code in _TRY_AGAIN or response.is_server_error:
                asked = response.headers.get("Retry-After", "")
                raise _Passing(f"status {response.status_code}", float(asked) if asked.isdecimal() else 0)
            if response.status_code != httpx.codes.OK:
                raise FeedError(f"{url}: status {response.status_code}")
            content = read(decode(_body(response)))
    except NotTheFeed as error:
        raise _Passing(f"not the feed: {error}") from error
    except httpx.InvalidURL as error:
        raise FeedError(f"{url}: {error}") from error
    except httpx.HTTPError as error:
        raise _Passing(f"{type(error).__name__} {error}".strip()) from error
    sent = {"If-None-Match": "ETag", "If-Modified-Since": "Last-Modified"}
    return _Fetched(
        content, {ask: response.headers[got] for ask, got in sent.items() if got in response.headers}
    )


def _body(response: httpx.Response) -> bytes:
    """The whole body, within bounds of time and size."""
    body, end = bytearray(), time.monotonic() + LONGEST_FETCH
    for part in response.iter_bytes():
        body += part
        if len(body) > LARGEST:
            raise FeedError(f"{response.url}: more than {LARGEST} bytes")
        if time.monotonic() > end:
            raise _Passing(f"not complete after {LONGEST_FETCH:g} seconds")
    return bytes(body)


@contextmanager
def _alone(data_dir: Path) -> Iterator[None]:
    """Let refreshes of several processes take turns."""
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(data_dir / LOCK, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


_read_before: dict[Path, tuple[tuple[int, int, int], _Kept]] = {}


def _kept(data_dir: Path) -> _Kept:
    path = data_dir / FILE
    try:
        status = path.stat()
    except FileNotFoundError:
        return _nothing_kept()
    signature = (status.st_ino, status.st_mtime_ns, status.st_size)
    before = _read_before.get(path)
    if before is None or before[0] != signature:
        before = _read_before[path] = (signature, _read(path))
    return before[1]


def _nothing_kept() -> _Kept:
    return _Kept(seed(), {}, (), ())


def _read(path: Path) -> _Kept:
    """What the file holds, and the stock where that has more; a file that cannot be read counts as none."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        if document["form"] != FORM:
            raise ValueError(f"form {document['form']}")
        stock, checked = seed(), date.fromisoformat(document["as_of"])
        rounds = {each.number: each for each in stock.rounds} | {
            each.number: each for each in map(_round, document["rounds"])
        }
        pools = {pool.as_of: pool for pool in stock.pools} | {
            pool.as_of: pool for pool in map(_pool, document["pools"])
        }
        marks, changes = document["marks"], tuple(document["changes"])
        problems = tuple(document["problems"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        _log.error("%s cannot be read, the stock of data/rounds is served instead: %s", path, error)
        return _nothing_kept()
    found = replace(
        stock,
        rounds=tuple(sorted(rounds.values(), key=lambda each: each.order)),
        pools=tuple(pools[day] for day in sorted(pools)),
    )
    return _Kept(_touched(found, checked), marks, changes, problems)


def _round(entry: Mapping[str, Any]) -> Round:
    order(entry["number"])
    values = {
        "date": date.fromisoformat(entry["date"]),
        "category": category_of(entry["name"]),
        "programs": tuple(entry["programs"]),
        "tie_break": moment(entry["tie_break"]),
    }
    return Round(**{**entry, **values})


def _pool(entry: Mapping[str, Any]) -> Pool:
    if len(entry["counts"]) != len(BANDS):
        raise ValueError(f"the pool of {entry['as_of']} has {len(entry['counts'])} ranges")
    return Pool(date.fromisoformat(entry["as_of"]), tuple(entry["counts"]), entry["total"])


def _write(data_dir: Path, kept: _Kept) -> None:
    """Replace the file: after a crash either the old or the new one stands there, whole."""
    document = {
        "form": FORM,
        "as_of": kept.history.as_of.isoformat(),
        "rounds": [_round_document(each) for each in kept.history.rounds],
        "pools": [{**asdict(pool), "as_of": pool.as_of.isoformat()} for pool in kept.history.pools],
        "marks": kept.marks,
        "changes": kept.changes,
        "problems": kept.problems,
    }
    descriptor, draft = tempfile.mkstemp(dir=data_dir, prefix=f".{FILE}-")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(document, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, data_dir / FILE)
    except BaseException:
        os.unlink(draft)
        raise


def _round_document(each: Round) -> dict[str, Any]:
    document = asdict(each)
    del document["category"]
    return {**document, "date": each.date.isoformat(), "tie_break": moment_text(each.tie_break)}
