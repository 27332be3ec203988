"""The rounds of invitations are kept up to date from the official feed.

Whatever goes wrong while it is fetched, what is known stays and is served with its date.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx

from bot.sources.fetching import (
    TIMEOUT,
    NoAnswer,
    TooLarge,
    TooSlow,
    asks_for_patience,
    body_of,
    marks_of,
    patiently,
    pause_of,
)
from bot.sources.kept import alone
from bot.sources.rounds import LOCK, KeptRounds, history, kept, touched, write
from express_entry.rounds import History, Round, about
from express_entry.rounds_feed import (
    Difference,
    Joined,
    NotTheFeed,
    Oddity,
    decode,
    join,
    read_feed,
    read_names,
    with_names,
)

ATTEMPTS = 4
FIRST_PAUSE = 1.0
"""Seconds before the second attempt; each later pause is twice as long."""
LONGEST_FETCH = 30.0
"""Seconds that one attempt may take in all, however steadily a slow server sends."""
LARGEST = 20_000_000
"""Bytes; the file has 0.8 million."""
HEADERS = {"User-Agent": "Mozilla/5.0 (compatible; express-entry)", "Accept": "application/json"}
_log = logging.getLogger(__name__)


class FeedError(NoAnswer):
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
    changed: tuple[Difference, ...]
    problems: tuple[Oddity, ...]
    modified: bool


@dataclass(frozen=True)
class Fetched:
    """A file as read (None: not modified), and the server's marks of it for the next time."""

    content: Any
    marks: Mapping[str, str]


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
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
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
    client = httpx.Client(headers=HEADERS, timeout=TIMEOUT, follow_redirects=True)
    with alone(data_dir / LOCK), client:
        before, today = kept(data_dir), now().date()
        urls, marks = addresses(url), dict(before.marks)
        known = {} if accept else marks
        fetched = fetch(client, urls["en"], known, lambda text: read_feed(text, today), sleep)
        modified = fetched.content is not None
        joined = Joined(touched(before.history, today), (), (), ())
        if modified:
            joined = join(before.history, fetched.content, today, accept)
            faultless = not joined.problems and all(change.taken for change in joined.changed)
            marks[urls["en"]] = fetched.marks if faultless else {}
        found, problems = joined.history, joined.problems
        if "fr" in urls:
            try:
                french = fetch(client, urls["fr"], known, read_names, sleep)
                if french.content is not None:
                    found = with_names(found, french.content)
                    marks[urls["fr"]] = french.marks
            except FeedError as error:
                problems = (*problems, Oddity("", str(error)))
        at = now().isoformat(timespec="seconds")
        changes = (
            *before.changes,
            *({**asdict(change), "at": at} for change in joined.changed if change.taken),
        )
        write(data_dir, KeptRounds(found, marks, changes, tuple(map(str, problems))))
    _report(joined, problems, before.problems)
    return Refresh(found, joined.added, joined.changed, problems, modified)


def keep_current(data_dir: Path) -> None:
    """Refresh; where that fails, say so in the log."""
    try:
        refresh(data_dir)
    except FeedError as error:
        _log.warning("Rounds: %s; what is known up to %s is served", error, history(data_dir).as_of)


def _report(joined: Joined, problems: Sequence[Oddity], known: Sequence[str]) -> None:
    """Log what is new, and each problem once."""
    if joined.added:
        _log.info("Rounds: new %s", ", ".join(each.number for each in joined.added))
    for change in joined.changed:
        _log.warning("Rounds: changed %s", change)
    for problem in problems:
        if str(problem) not in known:
            _log.warning("Rounds: %s", problem)


def fetch[T](
    client: httpx.Client,
    url: str,
    marks: Mapping[str, Mapping[str, str]],
    read: Callable[[str], T],
    sleep: Callable[[float], None],
) -> Fetched:
    """Fetch and read one file, in several attempts.

    Args:
        client: sends the requests.
        url: the address.
        marks: by address, what the server sent with the last one.
        read: reads the text; whatever it refuses as not the feed is asked for again.
        sleep: waits between attempts.

    Raises:
        FeedError: the file could not be had.
    """
    try:
        return patiently(
            lambda: _attempt(client, url, marks.get(url, {}), read), ATTEMPTS, FIRST_PAUSE, sleep
        )
    except _Passing as error:
        raise FeedError(f"{url}: {error} ({ATTEMPTS} attempts)") from error


def _attempt[T](
    client: httpx.Client, url: str, marks: Mapping[str, str], read: Callable[[str], T]
) -> Fetched:
    try:
        with client.stream("GET", url, headers=dict(marks)) as response:
            if response.status_code == httpx.codes.NOT_MODIFIED and marks:
                return Fetched(None, marks)
            if asks_for_patience(response):
                raise _Passing(f"status {response.status_code}", pause_of(response))
            if response.status_code != httpx.codes.OK:
                raise FeedError(f"{url}: status {response.status_code}")
            content = read(decode(body_of(response, LARGEST, LONGEST_FETCH)))
    except NotTheFeed as error:
        raise _Passing(f"not the feed: {error}") from error
    except TooLarge as error:
        raise FeedError(f"{url}: more than {LARGEST} bytes") from error
    except TooSlow as error:
        raise _Passing(f"not complete after {LONGEST_FETCH:g} seconds") from error
    except httpx.InvalidURL as error:
        raise FeedError(f"{url}: {error}") from error
    except httpx.HTTPError as error:
        raise _Passing(f"{type(error).__name__} {error}".strip()) from error
    return Fetched(content, marks_of(response))
