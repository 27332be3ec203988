"""Reading the official feed: everything that was ever seen in it is understood, nothing known is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from express_entry.rounds import Round, seed
from express_entry.rounds_feed import (
    Feed,
    NotTheFeed,
    decode,
    join,
    read_feed,
    read_names,
    with_names,
)
from tests.helpers.official_feed import document, entries, entry, french

TODAY = date(2026, 10, 20)
NEW = Round(
    number="448",
    date=date(2026, 10, 13),
    name="Canadian Experience Class",
    category="cec",
    programs=("cec",),
    invitations=3000,
    cutoff=515,
    tie_break=datetime(2026, 9, 30, 4, 5, 6, tzinfo=UTC),
)


def with_field(**fields: Any) -> Feed:
    """The feed of one new round with some fields as given."""
    return read_feed(document([entry(NEW) | fields]), TODAY)


def test_the_whole_history_reads_back_as_it_was_written() -> None:
    feed = read_feed(document(entries(seed())), TODAY)
    assert feed.rounds == seed().rounds
    joined = join(seed(), feed, TODAY)
    assert joined.history.rounds == seed().rounds
    assert joined.history.pools == seed().pools
    assert (joined.added, joined.changed, joined.problems) == ((), (), ())
    assert joined.history.as_of == TODAY


def test_a_new_round_is_added() -> None:
    joined = join(seed(), read_feed(document(entries(seed(), NEW)), TODAY), TODAY)
    assert joined.added == (NEW,)
    assert joined.history.latest() == NEW
    assert joined.problems == ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("August 17, 2026 at 22:09:00 UTC", "2026-08-17T22:09:00"),
        ("August 19th 2026 at 12:35:37 UTC", "2026-08-19T12:35:37"),
        ("July 3rd 2026 at12:48:30 UTC", "2026-07-03T12:48:30"),
        ("April 12th, 2026 at 9:05:01 UTC", "2026-04-12T09:05:01"),
        ("March 02. 2024 at 10:11:12", "2024-03-02T10:11:12"),
        ("March 2,2024  10:11:12 UTC ", "2024-03-02T10:11:12"),
        ("May 1, 2026 at 04:22:17 AM UTC", "2026-05-01T04:22:17"),
        ("May 1, 2026 at 20:19:59 PM UTC", "2026-05-01T20:19:59"),
        ("January 23, 2025 at 2025-01-23 15:30:04 UTC", "2025-01-23T15:30:04"),
        ("October 7 at 16:38:21 UTC", "2026-10-07T16:38:21"),
        ("November 7 at 16:38:21 UTC", "2025-11-07T16:38:21"),
    ],
)
def test_tie_breaks_are_read_however_they_are_written(written: str, meant: str) -> None:
    (found,) = with_field(drawCutOff=written).rounds
    assert found.tie_break == datetime.fromisoformat(f"{meant}+00:00")


@pytest.mark.parametrize("size", ["5,000", "5 000", "5\u00a0000", "5\u202f000", "5000", " 5,000 "])
def test_thousands_are_read_however_they_are_separated(size: str) -> None:
    assert with_field(drawSize=size).rounds[0].invitations == 5000


def test_a_date_that_is_not_iso_is_taken_as_spelled() -> None:
    assert with_field(drawDate="13-10-2026").rounds == (NEW,)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"drawSize": "5,00"}, "drawSize"),
        ({"drawSize": "-5"}, "drawSize"),
        ({"drawSize": "0"}, "not possible"),
        ({"drawSize": 5000}, "drawSize is missing"),
        ({"drawCRS": "1201"}, "not possible"),
        ({"drawCRS": ""}, "drawCRS"),
        ({"drawCRS": "٣٨٢"}, "drawCRS"),
        ({"drawName": " "}, "drawName"),
        ({"drawName": None}, "drawName is missing"),
        ({"drawDate": "2026-10-14"}, "two dates"),
        ({"drawDate": "soon", "drawDateFull": "soon"}, "soon"),
        ({"drawDate": "2027-01-01", "drawDateFull": "January 1, 2027"}, "not possible"),
        ({"drawDateFull": "February 31, 2026"}, "day"),
        ({"drawCutOff": "some time in May"}, "tie-break"),
        ({"drawCutOff": "May 1, 2027 at 10:00:00 UTC"}, "tie-break"),
        ({"drawCutOff": "May 1, 2026 at 25:00:00 UTC"}, "hour"),
        ({"drawText2": None}, "drawText2"),
    ],
)
def test_an_entry_that_cannot_be_read_is_reported_and_left_out(fields: dict[str, Any], reason: str) -> None:
    rounds = [entry(NEW) | fields, *entries(seed())]
    feed = read_feed(document(rounds), TODAY)
    joined = join(seed(), feed, TODAY)
    assert joined.history.rounds == seed().rounds
    (problem,) = joined.problems
    assert problem.number == "448"
    assert reason in problem.what


@pytest.mark.parametrize("number", [None, 448, "", "448ab", "no. 448", "٤٤٨"])
def test_an_entry_without_a_number_is_reported(number: object) -> None:
    feed = read_feed(document([entry(NEW) | {"drawNumber": number}, *entries(seed())]), TODAY)
    assert feed.rounds == seed().rounds
    assert "entry 0" in str(feed.problems[0])


@pytest.mark.parametrize("entry_like", [None, 5, "448", []])
def test_an_entry_that_is_no_object_is_reported(entry_like: object) -> None:
    text = document([entry_like, *entries(seed())])  # type: ignore[list-item]
    assert "entry 0" in str(read_feed(text, TODAY).problems[0])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<!DOCTYPE html><html>Sorry</html>",
        "[]",
        "{}",
        '{"rounds": []}',
        '{"rounds": {}}',
        '{"rounds": [{}]}',
        document(entries(seed()))[:-500],
        '{"rounds": ' + "[" * 100_000,
    ],
    ids=["empty", "html", "list", "object", "none", "mapping", "blank", "cut off", "deep"],
)
def test_what_is_not_the_feed_is_refused(text: str) -> None:
    with pytest.raises(NotTheFeed):
        read_feed(text, TODAY)


def test_a_kind_unknown_until_today_is_kept_and_reported() -> None:
    joined = join(seed(), with_field(drawName="Astronauts, 2027-Version 1"), TODAY)
    assert joined.history.latest("other") == replace(NEW, name="Astronauts, 2027-Version 1", category="other")
    assert any("Astronauts" in problem.what for problem in joined.problems)


def test_rounds_that_are_no_longer_published_stay() -> None:
    feed = read_feed(document(entries(seed())[10:]), TODAY)
    joined = join(seed(), feed, TODAY)
    assert joined.history.rounds == seed().rounds
    assert {problem.number for problem in joined.problems} == {str(number) for number in range(438, 448)}
    assert joined.history.as_of == seed().as_of, "a file that lacks rounds says nothing about today"


@pytest.mark.parametrize(
    ("field", "value"),
    [("drawCRS", "400"), ("drawSize", "1"), ("drawDate", "2026-08-18")],
)
def test_a_changed_past_value_is_reported_and_waits_for_a_person(field: str, value: str) -> None:
    rounds = entries(seed())
    place = next(place for place, each in enumerate(rounds) if each["drawNumber"] == "437")
    rounds[place] |= {field: value, "drawDateFull": ""}
    feed = read_feed(document(rounds), TODAY)
    joined = join(seed(), feed, TODAY)
    assert joined.history.rounds == seed().rounds
    (change,) = joined.changed
    assert (change.number, change.published, change.taken) == ("437", value, False)
    accepted = join(seed(), feed, TODAY, accept=True)
    assert accepted.history.by_number["437"] in feed.rounds
    assert accepted.changed[0].taken


def test_a_corrected_name_or_tie_break_is_taken_and_reported() -> None:
    rounds = entries(seed())
    rounds[0] |= {"drawName": "Trade Occupations, Version 3", "drawCutOff": "May 1, 2026 at 10:00:00 UTC"}
    joined = join(seed(), read_feed(document(rounds), TODAY), TODAY)
    latest = joined.history.latest("trades")
    assert latest is not None
    assert latest.name == "Trade Occupations, Version 3"
    assert latest.tie_break == datetime(2026, 5, 1, 10, tzinfo=UTC)
    assert {(change.field, change.taken) for change in joined.changed} == {
        ("name", True),
        ("tie_break", True),
    }


def test_what_the_feed_leaves_empty_is_not_forgotten() -> None:
    rounds = [each | {"drawCutOff": "", "drawText2": ""} for each in entries(seed())]
    joined = join(seed(), read_feed(document(rounds), TODAY), TODAY)
    assert joined.history.rounds == seed().rounds
    assert joined.changed == ()


def test_a_round_that_stands_twice_counts_once() -> None:
    twice = [entry(NEW), entry(NEW)]
    assert read_feed(document(twice), TODAY).problems == ()
    differently = read_feed(document([entry(NEW), entry(replace(NEW, cutoff=1))]), TODAY)
    assert differently.rounds == (NEW,)
    assert "twice" in differently.problems[0].what


def test_a_gap_between_numbers_is_reported() -> None:
    joined = join(seed(), read_feed(document(entries(seed(), replace(NEW, number="449"))), TODAY), TODAY)
    assert [str(problem) for problem in joined.problems] == ["round 448: missing between others"]


def test_a_new_round_dated_long_before_the_last_one_is_not_believed() -> None:
    joined = join(
        seed(),
        read_feed(document([entry(replace(NEW, date=date(2026, 9, 1), tie_break=None))]), TODAY),
        TODAY,
    )
    assert joined.added == ()
    assert any(problem.number == "448" and "before round 447" in problem.what for problem in joined.problems)


def test_a_pool_that_does_not_add_up_is_not_believed() -> None:
    counted = replace(seed().pools[-1], as_of=date(2026, 10, 11), total=5)
    joined = join(seed(), read_feed(document([entry(NEW, counted)]), TODAY), TODAY)
    assert joined.history.pools == seed().pools
    assert any("add up" in problem.what for problem in joined.problems)


def test_a_new_count_of_the_pool_is_added_and_a_changed_one_waits() -> None:
    newest = seed().pools[-1]
    counted = replace(newest, as_of=date(2026, 10, 11))
    joined = join(seed(), read_feed(document([entry(NEW, counted)]), TODAY), TODAY)
    assert joined.history.pool == counted
    other = replace(newest, counts=(newest.counts[0] + 1, *newest.counts[1:]), total=newest.total + 1)
    feed = read_feed(document([entry(NEW, other)]), TODAY)
    assert join(seed(), feed, TODAY).history.pool == newest
    assert join(seed(), feed, TODAY, accept=True).history.pool == other


def test_the_french_file_gives_names_and_either_encoding_is_read() -> None:
    text = french(entries(seed()))
    for encoding in ("utf-8", "utf-8-sig", "cp1252"):
        named = with_names(seed(), read_names(decode(text.encode(encoding))))
        assert named.by_number["446"].name_fr == "Catégorie de l’expérience canadienne"
        assert named.by_number["446"].category == "cec"


@given(st.data())
def test_whatever_happens_to_the_file_nothing_known_is_lost(data: st.DataObject) -> None:
    rounds = entries(seed())[:40]
    for _ in range(data.draw(st.integers(0, 8))):
        victim = rounds[data.draw(st.integers(0, len(rounds) - 1))]
        field = data.draw(st.sampled_from(sorted(victim)))
        victim[field] = data.draw(st.one_of(st.text(max_size=12), st.sampled_from(["", "0", "99,999"])))
    try:
        joined = join(seed(), read_feed(document(rounds), TODAY), TODAY)
    except NotTheFeed:
        return
    for before in seed().rounds:
        after = joined.history.by_number[before.number]
        assert (after.date, after.invitations, after.cutoff) == (
            before.date,
            before.invitations,
            before.cutoff,
        )
    assert set(seed().pools) <= set(joined.history.pools)
