"""The stock of rounds is what was published, and the questions to it have the known answers."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from express_entry.rounds import (
    OTHER,
    RoundsFileError,
    by_year,
    cadence,
    category_of,
    known_categories,
    order,
    read_pools,
    read_rounds,
    seed,
    summary,
)

LAST_YEAR = date(2025, 10, 2)


def test_the_stock_holds_every_round_to_1_october_2026() -> None:
    rounds = seed().rounds
    assert len(rounds) == 448  # 447 numbers, and round 91 was two: 91a and 91b
    assert [each.number for each in rounds[:90]] == [str(number) for number in range(1, 91)]
    assert (rounds[-1].number, rounds[-1].date, rounds[-1].cutoff) == ("447", date(2026, 10, 1), 476)
    assert sum(each.invitations for each in rounds) == 1_052_463
    assert seed().as_of == date(2026, 10, 1)
    assert seed().source.checked == date(2026, 10, 1)


def test_rounds_are_counted_by_category_as_published() -> None:
    counts = {category: len(seed().of(category)) for category in seed().categories}
    assert counts == {
        "general": 178,
        "pnp": 114,
        "cec": 70,
        "french": 36,
        "healthcare": 16,
        "fst": 7,
        "trades": 7,
        "transport": 4,
        "stem": 3,
        "agriculture": 3,
        "physicians": 3,
        "senior_managers": 3,
        "education": 2,
        "fsw": 1,
        "military": 1,
    }


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("Physicians with Canadian Work Experience, 2026-Version 1", "physicians"),
        ("Senior managers with Canadian Work Experience, 2026-Version 1", "senior_managers"),
        ("Federal Skilled Trades", "fst"),
        ("Trade occupations (Version 2)", "trades"),
        ("Transport Occupations, 2026-Version 2", "transport"),
        ("French-Language proficiency 2026-Version 2", "french"),
        ("No Program Specified", "general"),
        ("General", "general"),
        ("Researchers with Canadian Work Experience, 2026-Version 1", "researchers"),
        ("STEM occupations (Version 1)", "stem"),
        ("System of generally skilled people", OTHER),
        ("Astronauts, 2027-Version 1", OTHER),
    ],
)
def test_a_published_name_tells_the_category(name: str, category: str) -> None:
    assert category_of(name) == category


def test_every_category_of_the_stock_has_a_name_that_is_known() -> None:
    assert set(seed().categories) <= set(known_categories())


def test_the_last_experience_class_round_is_446() -> None:
    latest = seed().latest("cec")
    assert latest is not None
    assert (latest.number, latest.cutoff, latest.invitations) == ("446", 518, 2000)


def test_a_day_in_the_past_knows_only_what_was_published_by_then() -> None:
    then = seed().until(date(2026, 8, 19))
    assert then.rounds[-1].number == "437"
    assert then.pool is not None
    assert then.pool.as_of == date(2026, 8, 16)
    assert then.as_of == date(2026, 8, 19)
    assert seed().until(date(2014, 1, 1)).latest() is None


def test_cut_offs_of_a_year_are_summed_up() -> None:
    years = by_year(seed().of("french"))
    assert list(years) == [2026, 2025, 2024, 2023]
    assert (years[2025].rounds, years[2025].invitations) == (9, 48_000)
    assert summary(()) is None


@pytest.mark.parametrize(
    ("category", "median", "shortest", "longest"),
    [("pnp", 14, 7, 28), ("cec", 14, 6, 29), ("french", 23, 13, 51), ("healthcare", 71, 27, 125)],
)
def test_days_between_rounds_of_the_last_year(
    category: str, median: float, shortest: int, longest: int
) -> None:
    found = cadence(seed().of(category), LAST_YEAR)
    assert found is not None
    assert (found.median, found.shortest, found.longest) == (median, shortest, longest)


def test_one_round_has_no_cadence() -> None:
    assert cadence(seed().of("military")) is None


def test_lettered_rounds_stand_between_their_neighbours() -> None:
    assert sorted(["92", "91b", "91", "91a"], key=order) == ["91", "91a", "91b", "92"]
    with pytest.raises(ValueError, match="437a1"):
        order("437a1")


def test_a_tie_break_is_a_moment_in_utc() -> None:
    assert seed().by_number["437"].tie_break == datetime(2026, 3, 1, 18, 34, 5, tzinfo=UTC)
    assert seed().by_number["1"].tie_break is None


def test_the_pool_adds_up_but_for_the_one_count_that_was_published_wrong() -> None:
    wrong = [pool.as_of for pool in seed().pools if sum(pool.counts) != pool.total]
    assert wrong == [date(2023, 4, 26)]
    assert seed().pools[-1].total == 229_904


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("x,2026-01-01,General,,1,400,", "round number"),
        ("1,2026-13-01,General,,1,400,", "month"),
        ("1,2026-01-01,General,,many,400,", "many"),
        ("1,2026-01-01,General,,1,400,yesterday", "yesterday"),
        ("1,2026-01-01,General", "NoneType"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(line: str, reason: str) -> None:
    header = "number,date,name,programs,invitations,cutoff,tie_break"
    with pytest.raises(RoundsFileError, match=rf"rounds\.csv:2: .*{reason}"):
        read_rounds(f"{header}\n{line}\n", "rounds.csv")


def test_lines_out_of_order_are_named() -> None:
    header = "number,date,name,programs,invitations,cutoff,tie_break"
    first, second = "2,2026-01-02,General,,1,400,", "1,2026-01-01,General,,1,400,"
    with pytest.raises(RoundsFileError, match=":3: round 1 stands after 2"):
        read_rounds("\n".join((header, first, second)))
    with pytest.raises(RoundsFileError, match="pool"):
        read_pools("as_of,total\n2026-01-01,5\n", "pool.csv")
