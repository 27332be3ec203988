"""What was reached on the sets that nobody fits to is not lost again."""

from __future__ import annotations

import pytest

from bot.bench.floors import SLACK, Figures, committed, reached

pytestmark = pytest.mark.program


@pytest.fixture(scope="module")
def now() -> Figures:
    return reached()


@pytest.mark.parametrize(
    ("bench", "figure"), [(bench, figure) for bench, figures in committed().items() for figure in figures]
)
def test_no_more_than_a_little_is_lost(now: Figures, bench: str, figure: str) -> None:
    assert now[bench][figure] >= committed()[bench][figure] - SLACK, "./run bench floors tells all of them"


def test_every_figure_is_committed(now: Figures) -> None:
    assert {bench: figures.keys() for bench, figures in now.items()} == {
        bench: figures.keys() for bench, figures in committed().items()
    }
