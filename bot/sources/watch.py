"""Asks the official pages that the data names whether they still stand and still say what they said.

A page is only compared with itself: nothing of it is kept but a fingerprint, a day and a new address, nothing
in it is run, and only http and https are asked. One request at a time, with pauses between two to one host.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import chain, zip_longest
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from bot.sources.addresses import Named
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
from bot.sources.page_words import READER, read
from bot.sources.watched import LOCK, Finding, Seen, Trouble, findings, keep, seen

ATTEMPTS = 3
FIRST_PAUSE = 2.0
"""Seconds before the second attempt; each later pause is twice as long."""
HOST_PAUSE = 1.0
"""Seconds between two requests to one host."""
HOST_GIVEN_UP = 3
"""Addresses in a row of a host that gave no answer, after which its others are not asked."""
ALL_GIVEN_UP = 5
"""Addresses without an answer, after which no other is asked if none has answered at all."""
LONGEST_ANSWER = 30.0
"""Seconds that one page may take in all, however steadily a slow server sends."""
LARGEST = 10_000_000
"""Bytes."""
MOST_REDIRECTS = 8
HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; express-entry watch)",
    "Accept": "text/html, application/pdf;q=0.9, */*;q=0.8",
    "Accept-Encoding": "gzip",
}
_FOR_GOOD = (httpx.codes.MOVED_PERMANENTLY, httpx.codes.PERMANENT_REDIRECT)
_GONE = (httpx.codes.NOT_FOUND, httpx.codes.GONE)


class _NoPage(NoAnswer):
    """No page came."""

    def __init__(self, trouble: Trouble, status: int | None = None, pause: float | None = None) -> None:
        super().__init__(trouble)
        self.trouble: Trouble = trouble
        self.status = status
        self.pause = pause


@dataclass
class _Answer:
    """What came of one attempt; ``body`` is None where the page is unchanged or was not wanted."""

    url: str
    moved: str | None = None
    status: int | None = None
    body: bytes | None = None
    content_type: str = ""
    marks: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Watched:
    """What a run found: how many addresses were asked, how many answered, and what a person must look at."""

    asked: int
    answered: int
    findings: tuple[Finding, ...]


def watch(
    data_dir: Path,
    named: Named,
    only: Iterable[str] | None = None,
    only_links: bool = False,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    sleep: Callable[[float], None] = time.sleep,
    progress: Callable[[list[str]], Iterable[str]] = iter,
) -> Watched:
    """Ask addresses and keep how each was found, one by one: what was asked before a run is killed stays.

    Args:
        data_dir: where the file is kept; it is made if absent.
        named: the addresses with what rests on them; of others nothing is kept.
        only: those of them to ask; all unless given.
        only_links: only look whether they answer, not at what they say.
        now: the clock; ``sleep`` waits between requests; ``progress`` shows how far it is.
    """
    urls = _by_turns(named if only is None else only)
    with alone(data_dir / LOCK), httpx.Client(headers=HEADERS, timeout=TIMEOUT) as client:
        found = {url: each for url, each in seen(data_dir).items() if url in named}
        asker = _Asker(client, sleep)
        for url in progress(urls):
            newest = max((use.checked for use in named[url] if use.checked), default=None)
            found[url] = _look(asker, url, found.get(url), now(), newest, only_links)
            keep(data_dir, found)
    told = findings({url: named[url] for url in urls}, found)
    if only_links:
        told = [each for each in told if each.what not in ("changed", "modified")]
    return Watched(len(urls), sum(found[url].status is not None for url in urls), tuple(told))


def _by_turns(urls: Iterable[str]) -> list[str]:
    """The addresses, the hosts taking turns, so that one is asked while another has its pause."""
    hosts: dict[str, list[str]] = {}
    for url in urls:
        hosts.setdefault(_host(url), []).append(url)
    return [url for url in chain.from_iterable(zip_longest(*hosts.values())) if url is not None]


def _host(url: str) -> str:
    return urlsplit(url).netloc.lower()


def _look(
    asker: _Asker, url: str, before: Seen | None, now: datetime, newest: date | None, only_links: bool
) -> Seen:
    """How the address is found now. ``newest``: the latest day on which a person checked what rests on it."""
    known = before or Seen(asked=now)
    try:
        answer = asker.ask(url, known, only_links)
    except _NoPage as error:
        trouble = {"status": error.status, "trouble": error.trouble, "failing": known.failing or now.date()}
        return known.copy(update={"asked": now, **trouble})
    link = {"asked": now, "status": answer.status, "trouble": None, "failing": None, "moved": answer.moved}
    if answer.body is None:
        return known.copy(update=link)
    words = _words(known, answer, now.date(), newest)
    return known.copy(update={**link, "answered": answer.url, "marks": answer.marks, **words})


def _words(known: Seen, answer: _Answer, today: date, newest: date | None) -> Mapping[str, object]:
    """What the page says, compared with what it said.

    A change is dated today, or to the day after the latest check where that was today already: that
    person may have read the page before it changed.
    """
    page = read(answer.body or b"", answer.content_type)
    modified = min(page.modified, today) if page.modified else None
    words: dict[str, object] = {"fingerprint": page.fingerprint, "modified": modified}
    if page.fingerprint == known.fingerprint:
        return words
    if _comparable(known):
        words["changed"] = max(today, newest + timedelta(days=1)) if newest else today
    return {**words, "dated": modified}


def _comparable(known: Seen) -> bool:
    return known.fingerprint is not None and known.fingerprint.startswith(f"{READER}-")


class _Asker:
    """Asks one address after the other, and remembers when each host may be asked again."""

    def __init__(self, client: httpx.Client, sleep: Callable[[float], None]) -> None:
        self._client = client
        self._sleep = sleep
        self._free: dict[str, float] = {}
        self._silent = Counter[str]()
        self._heard = False

    def ask(self, url: str, known: Seen, only_links: bool) -> _Answer:
        """Ask an address, in several attempts.

        Raises:
            _NoPage: none of them brought a page.
        """
        host = _host(url)
        if self._silent[host] >= HOST_GIVEN_UP or (not self._heard and self._silent.total() >= ALL_GIVEN_UP):
            raise _NoPage("host")
        try:
            answer = patiently(
                lambda: self._attempt(url, known, only_links), ATTEMPTS, FIRST_PAUSE, self._sleep
            )
        except _NoPage as error:
            self._note(host, heard=error.status is not None)
            raise
        self._note(host, heard=True)
        return answer

    def _note(self, host: str, heard: bool) -> None:
        self._heard = self._heard or heard
        self._silent[host] = 0 if heard else self._silent[host] + 1

    def _attempt(self, url: str, known: Seen, only_links: bool) -> _Answer:
        """Ask once, and follow where it leads. ``moved`` is as far as it leads for good."""
        answer, for_good = _Answer(url), True
        for _ in range(MOST_REDIRECTS + 1):
            try:
                onward, status = self._hop(answer, known, only_links)
            except TooLarge as error:
                raise _NoPage("large", answer.status) from error
            except (TooSlow, httpx.TimeoutException) as error:
                raise _NoPage("timeout", pause=0) from error
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                raise _NoPage("connection", pause=0) from error
            if onward is None:
                return answer
            for_good = for_good and status in _FOR_GOOD
            answer.url = onward
            answer.moved = onward if for_good else answer.moved
        raise _NoPage("redirects", status)

    def _hop(self, answer: _Answer, known: Seen, only_links: bool) -> tuple[str | None, int]:
        """One request, whose page is put into ``answer``; gives the next address where it redirects."""
        host = _host(answer.url)
        if (pause := self._free.get(host, 0) - time.monotonic()) > 0:
            self._sleep(pause)
        marks = known.marks if not only_links and known.answered == answer.url and _comparable(known) else {}
        try:
            with self._client.stream("GET", answer.url, headers=marks) as response:
                if response.next_request is not None:
                    return _web_address(response.next_request.url), response.status_code
                _fill(answer, response, bool(marks), only_links)
                return None, response.status_code
        finally:
            self._free[host] = time.monotonic() + HOST_PAUSE


def _web_address(url: httpx.URL) -> str:
    """An address to ask next. Raises _NoPage for anything but http and https."""
    if url.scheme not in ("http", "https"):
        raise _NoPage("redirects")
    return str(url.copy_with(fragment=None))


def _fill(answer: _Answer, response: httpx.Response, conditional: bool, only_links: bool) -> None:
    """Put what came into ``answer``. Raises _NoPage if that is no page."""
    answer.status = status = response.status_code
    if status == httpx.codes.NOT_MODIFIED and conditional:
        return
    if status in _GONE:
        raise _NoPage("gone", status)
    if asks_for_patience(response):
        raise _NoPage("status", status, pause_of(response))
    if not response.is_success:
        raise _NoPage("status", status)
    if not only_links:
        answer.body = body_of(response, LARGEST, LONGEST_ANSWER)
        answer.content_type = response.headers.get("Content-Type", "")
        answer.marks = marks_of(response)
