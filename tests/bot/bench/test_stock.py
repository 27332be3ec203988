"""The page that compares stock Rasa with this program: which way a figure is better, and what it admits."""

from __future__ import annotations

from typing import Any

import pytest

from bot.bench.stock import _row, page
from bot.bench.stock_environment import STOCK

MACHINE = {"processor": "Some processor", "cores": 2, "python": "3.12.1"}


def found(load: float) -> dict[str, Any]:
    table = [
        _row("memory of all processes: MB", 1200, 400),
        _row("32 conversations at once: turns a second", 20, 90),
    ]
    return {"commit": "abc1234", "turns": 160, "load_before": load, "load_after": load, "table": table}


@pytest.mark.parametrize(
    ("figure", "theirs", "our", "times"),
    [
        ("memory of all processes: MB", 1200, 400, "3.0"),
        ("32 conversations at once: turns a second", 20, 90, "4.5"),
        ("training: seconds", 30, 60, "0.5"),
    ],
)
def test_how_many_times_better_goes_by_what_is_good_in_a_figure(
    figure: str, theirs: float, our: float, times: str
) -> None:
    assert _row(figure, theirs, our)["times"] == times


def test_the_page_has_a_row_for_each_figure_with_machine_and_commit() -> None:
    told = page(found(0.1), MACHINE)
    assert "| 32 conversations at once: turns a second | 20 | 90 | 4.5 |" in told
    assert "Some processor, 2 cores; commit abc1234" in told
    assert "Other work" not in told


def test_figures_of_a_busy_machine_are_said_to_be_so() -> None:
    assert "Other work ran on the machine" in page(found(9.0), MACHINE)


def test_stock_is_given_an_action_like_ours() -> None:
    assert "action_keep_age" in (STOCK / "bot" / "rules.yml").read_text()
    assert "action_keep_age" in (STOCK / "bot" / "domain.yml").read_text()
    assert '"action_keep_age"' in (STOCK / "bot" / "keep_age.py").read_text()
