"""How often one may write, and how often begin anew.

A limit lets a burst through and then one for every interval (the "generic cell rate algorithm"): all that
has to be remembered of a key is one moment, that at which its whole burst is free again. The moments are
in memory that all replicas of one machine have in common or, for several machines, in Redis.
"""

from __future__ import annotations

import ipaddress
import logging
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import redis.asyncio
from redis.exceptions import RedisError

from bot.operating.moments import moments

REDIS_TIMEOUT_SECONDS = 1
UNKNOWN = "unknown"
_WRITTEN = re.compile(
    r"\[([0-9A-Fa-f:.]+)(?:%[^\]]*)?\](?::\d+)?|([0-9.]+)(?::\d+)?|([0-9A-Fa-f:.]+)(?:%.*)?"
)
_TOLERANCE_SECONDS = 1e-6
"""Slack for rounding: whoever waited exactly the announced time gets through."""
_log = logging.getLogger(__name__)

_ONE_MORE = """
local interval, burst = tonumber(ARGV[1]), tonumber(ARGV[2])
local now = tonumber(ARGV[3])
if not now then
  local clock = redis.call('TIME')
  now = clock[1] + clock[2] / 1000000
end
local known = tonumber(redis.call('GET', KEYS[1]) or now)
local free_at = math.max(now, math.min(known, now + burst * interval))
local wait = free_at + interval - burst * interval - now
local refused = wait > tonumber(ARGV[4])
if not refused then
  free_at = free_at + interval
end
redis.call('SET', KEYS[1], string.format('%.6f', free_at), 'PX', math.ceil((free_at - now) * 1000))
return refused and string.format('%.6f', wait)
"""
"""The same as :func:`_one_more`, in one atomic step. Without a time it takes Redis's, the same for all."""


@dataclass(frozen=True)
class Limit:
    """``count`` in ``seconds`` in the long run, and ``burst`` at once after a pause."""

    name: str
    count: int
    seconds: float
    burst: int

    @property
    def interval(self) -> float:
        """Seconds from one to the next, once the burst is used up."""
        return self.seconds / self.count


MESSAGES = Limit("messages", count=60, seconds=60, burst=30)
"""Messages of one conversation."""
SESSIONS = Limit("sessions", count=600, seconds=3600, burst=120)
"""New conversations from one address; a school or an office may be one address."""


class Limiter:
    """Says who has to wait. Where Redis cannot be reached it counts in its own memory."""

    def __init__(self, limit: Limit, redis_url: str | None = None, key: Callable[[str], str] = str) -> None:
        """Keep ``limit`` for each ``key`` of what :meth:`wait` is asked about."""
        self._limit, self._key = limit, key
        self._moments = moments()
        self._redis = None
        if redis_url:
            patience = {
                "socket_timeout": REDIS_TIMEOUT_SECONDS,
                "socket_connect_timeout": REDIS_TIMEOUT_SECONDS,
            }
            self._redis = redis.asyncio.Redis.from_url(redis_url, **patience)
            self._one_more = self._redis.register_script(_ONE_MORE)

    @classmethod
    def for_messages(cls, redis_url: str | None = None, a_minute: int = MESSAGES.count) -> Limiter:
        """Messages by conversation: ``a_minute`` of them, half at once."""
        return cls(replace(MESSAGES, count=a_minute, burst=max(a_minute // 2, 1)), redis_url)

    @classmethod
    def for_sessions(cls, redis_url: str | None = None) -> Limiter:
        """New conversations by the caller's IP address."""
        return cls(SESSIONS, redis_url, key=network)

    async def wait(self, who: str, now: float | None = None) -> float | None:
        """Count one more, unless it is too many.

        Args:
            who: the conversation, or the address.
            now: the time in seconds; by default the clock's.

        Returns:
            None: it may go on. Otherwise the seconds after which one more will be let through, above 0 and
            at most the limit's interval; what is refused does not count.
        """
        key = self._key(who)
        if self._redis:
            try:
                return await self._ask_redis(key, now)
            except RedisError as error:
                _log.warning("Redis does not count %s, this process does: %s", self._limit.name, error)
        moment = time.monotonic() if now is None else now
        return self._moments.change(
            f"{self._limit.name}:{key}", lambda known: _one_more(self._limit, known, moment)
        )

    async def _ask_redis(self, key: str, now: float | None) -> float | None:
        limit = self._limit
        arguments = [limit.interval, limit.burst, "" if now is None else now, _TOLERANCE_SECONDS]
        answer = await self._one_more(keys=[f"rate:{limit.name}:{key}"], args=arguments)
        return None if answer is None else float(answer)


def _one_more(limit: Limit, known: float | None, now: float) -> tuple[float, float | None]:
    """The moment at which a key's whole burst is free again, so far ``known``, and how long it has to wait.

    A clock that steps back makes nobody wait for longer than one interval.
    """
    burst = limit.burst * limit.interval
    free_at = max(now, min(now if known is None else known, now + burst))
    wait = free_at + limit.interval - burst - now
    return (free_at, wait) if wait > _TOLERANCE_SECONDS else (free_at + limit.interval, None)


def network(address: str) -> str:
    """What counts as one caller: an IPv4 address, or the /64 network that an IPv6 subscriber is given.

    Proxies write addresses with a port (``192.0.2.1:4711``, ``[2001:db8::1]:4711``), in brackets or with a
    zone. What is no address at all counts as one caller: inventing some is no way around a limit.
    """
    ip = _address(address)
    if ip is None:
        return UNKNOWN
    if isinstance(ip, ipaddress.IPv4Address):
        return str(ip)
    if ip.ipv4_mapped:
        return str(ip.ipv4_mapped)
    return str(ipaddress.ip_network((ip.packed, 64), strict=False))


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    found = _WRITTEN.fullmatch(text.strip().strip('"'))
    try:
        return ipaddress.ip_address(next(filter(None, found.groups()))) if found else None
    except ValueError:
        return None
