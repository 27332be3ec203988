"""Who writes too often waits, for no longer than needed; the same in memory and in Redis."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.rate import MESSAGES, SESSIONS, UNKNOWN, Limit, Limiter, network
from bot.operating import moments as in_common
from bot.operating.moments import Moments

limits = st.builds(
    Limit,
    name=st.just("test"),
    count=st.integers(1, 100),
    seconds=st.sampled_from([1.0, 10.0, 60.0, 3600.0]),
    burst=st.integers(1, 12),
)
slow_limits = st.builds(  # Redis's own clock, by which keys expire, stands still beside these
    Limit, name=st.just("test"), count=st.integers(1, 10), seconds=st.just(36_000.0), burst=st.integers(1, 12)
)
pauses = st.lists(st.floats(0, 100) | st.just(0.0), min_size=1, max_size=60)
moments = st.floats(0, 2e9)
with_fixtures = settings(max_examples=20)


@pytest.fixture(params=["memory", "redis"])
def redis_url(request: pytest.FixtureRequest) -> str | None:
    """Where the limiter counts."""
    return request.getfixturevalue("redis_server").url if request.param == "redis" else None


def run(limiter: Limiter, calls: Sequence[tuple[str, float | None]]) -> list[float | None]:
    """The answers to calls of (who, when), one after the other."""

    async def ask() -> list[float | None]:
        answers = [await limiter.wait(who, now) for who, now in calls]
        await close(limiter)
        return answers

    return asyncio.run(ask())


async def close(limiter: Limiter) -> None:
    """Leave no connection to Redis open."""
    if limiter._redis:
        await limiter._redis.close(close_connection_pool=True)
        await asyncio.sleep(0)  # now the sockets are closed, too


def moments_after(pauses: list[float]) -> list[float]:
    """The moments at which one acts who makes these pauses."""
    times = [1000.0]
    for pause in pauses:
        times.append(times[-1] + pause)
    return times


@pytest.mark.parametrize("limit", [MESSAGES, SESSIONS], ids=lambda limit: limit.name)
def test_the_burst_is_let_through_at_once_and_then_one_for_every_interval(
    redis_url: str | None, limit: Limit
) -> None:
    at_once = [("c", 100.0)] * (limit.burst + 1)
    later = [("c", 100.0 + limit.interval * wait) for wait in (0.5, 1, 1)]
    answers = run(Limiter(limit, redis_url), [*at_once, *later])
    assert answers[: limit.burst] == [None] * limit.burst
    assert answers[limit.burst :] == [
        pytest.approx(limit.interval),
        pytest.approx(limit.interval / 2),
        None,
        pytest.approx(limit.interval),
    ]


def test_one_who_is_refused_does_not_hold_up_another(redis_url: str | None) -> None:
    calls = [("c", 0.0)] * (MESSAGES.burst + 1) + [("d", 0.0)]
    assert run(Limiter.for_messages(redis_url), calls)[-2:] == [pytest.approx(MESSAGES.interval), None]


def test_messages_and_sessions_are_counted_apart(redis_url: str | None) -> None:
    calls = [("192.0.2.1", 0.0)] * (MESSAGES.burst + 1)
    assert run(Limiter.for_messages(redis_url), calls)[-1] is not None
    assert run(Limiter.for_sessions(redis_url), [("192.0.2.1", 0.0)]) == [None]


def test_new_conversations_are_counted_by_network(redis_url: str | None) -> None:
    calls = [(f"2001:db8::{number:x}", 0.0) for number in range(SESSIONS.burst + 1)]
    assert run(Limiter.for_sessions(redis_url), calls)[-1] == pytest.approx(SESSIONS.interval)


def test_without_a_time_the_clock_counts(redis_url: str | None) -> None:
    answers = run(Limiter(Limit("slow", count=1, seconds=3600, burst=2), redis_url), [("c", None)] * 3)
    assert answers[:2] == [None, None]
    assert answers[2] == pytest.approx(3600, abs=60)


@given(limit=limits, pauses=pauses)
def test_in_no_stretch_of_time_more_is_let_through_than_the_limit_says(
    limit: Limit, pauses: list[float]
) -> None:
    times = moments_after(pauses)
    answers = run(Limiter(limit), [("c", now) for now in times])
    passed = [now for now, wait in zip(times, answers, strict=True) if wait is None]
    for first in range(len(passed)):
        for last in range(first, len(passed)):
            allowed = limit.burst + (passed[last] - passed[first]) / limit.interval
            assert last - first + 1 <= allowed + 1e-3


@given(limit=limits, pauses=pauses)
def test_who_waits_as_long_as_told_is_let_through_and_who_does_not_is_refused(
    limit: Limit, pauses: list[float]
) -> None:
    for now_count in range(1, len(pauses) + 1):
        calls = [("c", now) for now in moments_after(pauses[:now_count])]
        wait = run(Limiter(limit), calls)[-1]
        if wait is not None:
            now = calls[-1][1]
            assert run(Limiter(limit), [*calls, ("c", now + wait * 0.99)])[-1] is not None
            assert run(Limiter(limit), [*calls, ("c", now + wait)])[-1] is None
            return


@given(limit=limits, pauses=pauses)
def test_what_is_refused_does_not_count(limit: Limit, pauses: list[float]) -> None:
    times = moments_after(pauses)
    answers = run(Limiter(limit), [("c", now) for now in times])
    passed = [now for now, wait in zip(times, answers, strict=True) if wait is None]
    assert run(Limiter(limit), [("c", now) for now in passed]) == [None] * len(passed)


@given(limit=limits, times=st.lists(moments, min_size=1, max_size=60))
def test_whatever_the_clock_does_nobody_waits_longer_than_one_interval(
    limit: Limit, times: list[float]
) -> None:
    for wait in run(Limiter(limit), [("c", now) for now in times]):
        assert wait is None or 0 < wait <= limit.interval + 1e-5


@with_fixtures
@given(limit=slow_limits, calls=st.lists(st.tuples(st.sampled_from("ab"), st.floats(0, 1e5)), max_size=40))
def test_redis_and_memory_agree(redis_server: Any, limit: Limit, calls: list[tuple[str, float]]) -> None:
    redis_server.client.flushall()
    calls = sorted(((who, round(now, 3)) for who, now in calls), key=itemgetter(1))
    in_memory, in_redis = run(Limiter(limit), calls), run(Limiter(limit, redis_server.url), calls)
    assert [wait is None for wait in in_redis] == [wait is None for wait in in_memory]
    assert [w for w in in_redis if w] == [pytest.approx(w, abs=1e-4) for w in in_memory if w]


def test_after_the_clock_stepped_back_an_hour_one_waits_an_interval_at_most(redis_url: str | None) -> None:
    limit = Limit("slow", count=60, seconds=3600, burst=2)
    calls = [("c", 4000.0)] * 2 + [
        ("c", 400.0),
        ("c", 400.0 + limit.interval),
        ("c", 400.0 + 2 * limit.interval),
    ]
    assert run(Limiter(limit, redis_url), calls) == [None, None, pytest.approx(60), None, None]


async def test_replicas_count_together_even_at_the_same_moment(redis_server: Any) -> None:
    replicas = [Limiter.for_messages(redis_server.url) for _ in range(4)]
    answers = await asyncio.gather(*(replica.wait("c", 5.0) for replica in replicas for _ in range(25)))
    for replica in replicas:
        await close(replica)
    assert sum(wait is None for wait in answers) == MESSAGES.burst


def test_redis_forgets_each_key_when_its_burst_is_free_again(redis_server: Any) -> None:
    limit = Limit("slow", count=60, seconds=3600, burst=10)
    run(Limiter(limit, redis_server.url), [("c", 5.0)] * 3)
    assert 179_000 < redis_server.client.pttl("rate:slow:c") <= 180_000


async def test_without_redis_the_process_counts_by_itself(
    own_redis_server: Any, caplog: pytest.LogCaptureFixture
) -> None:
    limiter = Limiter.for_messages(own_redis_server.url)
    assert await limiter.wait("c", 5.0) is None
    own_redis_server.stop()
    answers = [await limiter.wait("c", 5.0) for _ in range(MESSAGES.burst + 1)]
    await close(limiter)
    assert answers == [*[None] * MESSAGES.burst, pytest.approx(MESSAGES.interval)]
    assert "Redis does not count messages" in caplog.text


def test_forks_of_one_process_count_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_common, "_common", None)
    in_common.share()
    limits = MESSAGES, replace(MESSAGES, name="others")
    for _ in range(2):
        if (child := os.fork()) == 0:
            for limit in limits:
                run(Limiter(limit), [("c", 5.0)] * (MESSAGES.burst // 2))
            os._exit(0)
        assert os.waitpid(child, 0)[1] == 0
    for limit in limits:
        assert run(Limiter(limit), [("c", 5.0), ("d", 5.0)]) == [pytest.approx(MESSAGES.interval), None]


def few_moments(monkeypatch: pytest.MonkeyPatch) -> Moments:
    """Fewer than there are callers."""
    few = Moments(100)
    monkeypatch.setattr(in_common, "_common", few)
    return few


def test_memory_is_bounded_and_many_callers_make_nobody_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    few = few_moments(monkeypatch)
    many = [(f"10.0.{number // 250}.{number % 250}", 0.0) for number in range(1000)]
    assert run(Limiter.for_sessions(), many) == [None] * 1000
    assert len(few._memory) < 2500


def test_a_flood_of_others_does_not_free_one_who_keeps_writing(monkeypatch: pytest.MonkeyPatch) -> None:
    few_moments(monkeypatch)
    limiter = Limiter.for_messages()
    run(limiter, [("c", 0.0)] * MESSAGES.burst)
    for number in range(500):
        assert run(limiter, [(str(number), 0.0), ("c", 0.0)])[-1] is not None


@pytest.mark.parametrize(
    ("address", "caller"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("::1", "::/64"),
        ("[2001:db8:1:2::1]", "2001:db8:1:2::/64"),
        ("[2001:db8:1:2::1]:4711", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1%eth0", "2001:db8:1:2::/64"),
        ('"[2001:db8:1:2::1]:4711"', "2001:db8:1:2::/64"),
        ("192.0.2.1:4711", "192.0.2.1"),
        (" 192.0.2.1 ", "192.0.2.1"),
        ("[::ffff:192.0.2.1]:80", "192.0.2.1"),
        ("", UNKNOWN),
        ("unix", UNKNOWN),
        ("_hidden17", UNKNOWN),
    ],
)
def test_an_ipv6_subscriber_counts_once_however_many_addresses_they_use(address: str, caller: str) -> None:
    assert network(address) == caller
