"""The score's lines as a picture: one bar for each line, of what it gives and of what it could give."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache

from bot.replies import words
from bot.replies.crs import line_name
from bot.replies.drawings import Drawing, drawing
from bot.replies.pictures import DOTS_PER_INCH, INK, LETTERS, PLAIN, Picture
from express_entry.crs import Breakdown

WIDTH, ROW, MARGIN = 5.0, 0.32, 0.9
"""Inches: the width of the picture, the height of a row, and what title and margins take."""
EMPTY = "#e6e6e6"
KEPT = 64

Row = tuple[str, int, int]
"""A line's label, points and maximum."""


def score_chart(lang: str, breakdown: Breakdown) -> Picture:
    """The lines of a score as bars, with the text that says the same."""
    say = words(lang)
    rows = tuple((line_name(say, line.id), line.points, line.max) for line in breakdown.lines if line.max)
    lines = "; ".join(
        say("chart-alt-line", name=name, points=points, max=most) for name, points, most in rows
    )
    return Picture(
        *_bars(say("chart-title", total=breakdown.total), rows),
        say("chart-alt", total=breakdown.total, lines=lines),
    )


@lru_cache(maxsize=KEPT)
def _bars(title: str, rows: Sequence[Row]) -> tuple[bytes, Drawing]:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, MARGIN + ROW * len(rows)), dpi=DOTS_PER_INCH, layout="constrained")
    axes = figure.add_subplot()
    places = range(len(rows), 0, -1)
    shares = [points / most for _, points, most in rows]
    axes.barh(places, [1.0] * len(rows), color=EMPTY)
    axes.barh(places, shares, color=PLAIN)
    axes.set_yticks(places, [name for name, _, _ in rows], fontsize=LETTERS - 2, color=INK)
    axes.set_xticks([])
    for place, (_, points, most) in zip(places, rows, strict=True):
        axes.text(0.98, place, f"{points} / {most}", ha="right", va="center", fontsize=LETTERS - 2, color=INK)
    axes.set_title(title, fontsize=LETTERS + 1, color=INK)
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0)
    axes.set_xlim(0, 1)
    axes.set_ylim(0.4, len(rows) + 0.6)
    written = io.BytesIO()
    FigureCanvasAgg(figure).print_png(written)
    return written.getvalue(), drawing(figure)
