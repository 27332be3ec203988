"""Pictures for answers about rounds, labelled in the person's language, with a text that says the same.

They are shapes for the page (``drawings.py``) and PNG for everybody else. Matplotlib is loaded on first use;
the last pictures are kept in memory.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from statistics import quantiles
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from babel.dates import format_date

from bot.languages import LOCALES
from bot.replies import words
from bot.replies.drawings import Drawing, drawing
from bot.replies.rounds import kind_name
from express_entry.chances import NOMINEE, place_in
from express_entry.rounds import History, Pool

if TYPE_CHECKING:
    from matplotlib.figure import Figure

INCHES, DOTS_PER_INCH = (5.0, 4.0), 160
"""800 by 640 pixels: about twice the width of a phone's screen, with letters to match."""
LETTERS = 11
NOTE_WIDTH = 62
"""Letters of a line of small print."""
LINES = (("#0072b2", "o"), ("#d55e00", "s"), ("#009e73", "^"), ("#cc79a7", "D"), ("#56b4e9", "v"))
"""Colours that the colour-blind tell apart, each with its own mark."""
MOST_KINDS = len(LINES)
YOURS, PLAIN, INK, QUIET, GRID = "#d55e00", "#7ba7c7", "#1a1a1a", "#5a5a5a", "#dddddd"
BREAK = 200
"""Days without a round after which a line is interrupted."""
FAR, FEWEST = 3.0, 8
"""A cut-off so many times the spread of the middle half away from it is named instead of drawn, where there
are so many that a middle can be told."""
KEPT = 64


@dataclass(frozen=True)
class Picture:
    """A picture as PNG and as shapes, and the text that says the same."""

    png: bytes
    drawing: Drawing
    alt: str


Line = tuple[str, tuple[tuple[date, int], ...]]
"""A kind's name with the days and cut-offs of its rounds."""


def cutoffs(
    lang: str,
    history: History,
    categories: Sequence[str],
    score: int | None = None,
    since: date | None = None,
) -> Picture | None:
    """The cut-offs of up to five categories over time, with the person's score as a line across.

    Nominees' cut-offs are some 300 points above all others and would flatten them: with other categories they
    are left out. None where the categories had no round.
    """
    shown = [category for category in categories if category != NOMINEE] or list(categories)
    lines: list[Line] = []
    for category in shown[:MOST_KINDS]:
        rounds = history.of(category, since=since)
        if rounds:
            points = tuple((each.date, each.cutoff) for each in rounds)
            lines.append((kind_name(lang, category, rounds[-1]), points))
    if not lines:
        return None
    drawn = _draw_cutoffs(lang, tuple(lines), score, since is not None)
    return Picture(*drawn, _cutoffs_alt(lang, lines, score))


def pool(lang: str, counted: Pool, score: int | None = None) -> Picture:
    """How many candidates have which score, with the person's score as a line."""
    return Picture(*_draw_pool(lang, counted, score), _pool_alt(lang, counted, score))


def _cutoffs_alt(lang: str, lines: Sequence[Line], score: int | None) -> str:
    say = words(lang)
    days = [day for _, points in lines for day, _ in points]
    parts = [say("picture-cutoffs-alt", since=min(days), until=max(days))]
    for kind, points in lines:
        found = [cutoff for _, cutoff in points]
        parts.append(
            say(
                "picture-cutoffs-alt-kind",
                kind=kind,
                rounds=len(found),
                low=min(found),
                high=max(found),
                last=found[-1],
            )
        )
    if score is not None:
        parts.append(say("picture-cutoffs-alt-score", score=score))
    return " ".join(parts)


def _pool_alt(lang: str, counted: Pool, score: int | None) -> str:
    say = words(lang)
    bands = "; ".join(
        say("picture-pool-alt-band", low=str(low), high=str(high), count=count)
        for low, high, count in counted.bands()
    )
    text = say("picture-pool-alt", date=counted.as_of, total=counted.total, bands=bands)
    if score is None:
        return text
    place = place_in(counted, score)
    yours = say("picture-pool-alt-score", score=score, low=str(place.low), high=str(place.high))
    return f"{text} {yours}"


Drawn = tuple[bytes, Drawing]


@lru_cache(maxsize=KEPT)
def _draw_cutoffs(lang: str, lines: tuple[Line, ...], score: int | None, is_recent: bool) -> Drawn:
    say = words(lang)
    parted = [_without_far(points) for _, points in lines]
    notes = [say("picture-cutoffs-recent")] if is_recent else []
    if far := sorted(point for _, out in parted for point in out):
        named = ", ".join(say("picture-far", score=value, date=say.date(day)) for day, value in far)
        notes.append(say("picture-cutoffs-far", rounds=named))
    figure, axes = _canvas(say("picture-cutoffs-title"), notes)
    for (kind, _), (near, _), (colour, mark) in zip(lines, parted, LINES, strict=False):
        label: str | None = kind
        for stretch in _stretches(near):
            days, scores = zip(*stretch, strict=True)
            axes.plot(days, scores, color=colour, marker=mark, markersize=4, linewidth=1.6, label=label)
            label = None
    if score is not None:
        axes.axhline(score, color=INK, linestyle="--", linewidth=1.6)
        axes.annotate(
            say("picture-your-score", score=score),
            (0.01, score),
            xycoords=("axes fraction", "data"),
            xytext=(0, 4),
            textcoords="offset points",
            fontsize=LETTERS,
            fontweight="bold",
            color=INK,
        )
    _months(lang, axes, [day for _, points in lines for day, _ in points])
    axes.grid(axis="y", color=GRID)
    axes.tick_params(length=0)
    axes.margins(y=0.12)
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.12), frameon=False, fontsize=LETTERS)
    return _written(figure)


def _without_far(
    points: Sequence[tuple[date, int]],
) -> tuple[list[tuple[date, int]], list[tuple[date, int]]]:
    """The points that can be drawn to scale, and those that would flatten all others."""
    if len(points) < FEWEST:
        return list(points), []
    low, _, high = quantiles([value for _, value in points], n=4)
    reach = FAR * max(high - low, 1)
    near = [point for point in points if low - reach <= point[1] <= high + reach]
    return near, [point for point in points if point not in near]


def _stretches(points: Sequence[tuple[date, int]]) -> Iterator[list[tuple[date, int]]]:
    """The points, parted where there was no round for long: a line there would suggest what never was."""
    stretch = [points[0]]
    for before, after in pairwise(points):
        if (after[0] - before[0]).days > BREAK:
            yield stretch
            stretch = []
        stretch.append(after)
    yield stretch


def _months(lang: str, axes: Any, days: Sequence[date]) -> None:
    """At most five ticks, evenly between the first and the last day, as months in words."""
    first, last = min(days).toordinal(), max(days).toordinal()
    count = 4 if last - first > 120 else 1
    ticks = [date.fromordinal(first + (last - first) * step // count) for step in range(count + 1)]
    axes.set_xticks(list(dict.fromkeys(ticks)))
    axes.set_xticklabels(
        [format_date(day, "MMM y", locale=LOCALES[lang]) for day in dict.fromkeys(ticks)],
        fontsize=LETTERS - 2,
    )


@lru_cache(maxsize=KEPT)
def _draw_pool(lang: str, counted: Pool, score: int | None) -> Drawn:
    """Bars for ranges of one width, so that longer means more; wider ranges are named above and below."""
    say = words(lang)
    bands = list(counted.bands())
    width = Counter(high - low for low, high, _ in bands).most_common(1)[0][0]
    bars = [band for band in bands if band[1] - band[0] == width]
    bottom, top = min(low for low, _, _ in bars), max(high for _, high, _ in bars)
    above = _named(lang, [band for band in bands if band[0] > top], score)
    figure, axes = _canvas(say("picture-pool-title", date=say.date(counted.as_of)), above)
    for low, high, count in bars:
        middle = (low + high) / 2
        axes.barh(middle, count, height=width * 0.8, color=PLAIN)
        text = say("picture-pool-bar", low=str(low), high=str(high))
        for place, label, away, side in ((0, text, -4, "right"), (count, say.number(count), 4, "left")):
            axes.annotate(
                label,
                (place, middle),
                xytext=(away, 0),
                textcoords="offset points",
                ha=side,
                va="center",
                fontsize=LETTERS - 1,
            )
    if score is not None and bottom <= score <= top:
        axes.axhline(score, color=INK, linestyle="--", linewidth=1.6)
        axes.annotate(
            say("picture-your-score", score=score),
            (1, score),
            xycoords=("axes fraction", "data"),
            xytext=(0, 4),
            textcoords="offset points",
            ha="right",
            fontsize=LETTERS,
            fontweight="bold",
            color=INK,
        )
    axes.set_xlabel(
        "\n".join(_named(lang, [band for band in bands if band[1] < bottom], score)),
        loc="left",
        fontsize=LETTERS - 2,
        color=QUIET,
    )
    axes.set_xlim(right=max(count for _, _, count in bars) * 1.65)
    axes.set_ylim(bottom - 1, top + 1)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.spines["bottom"].set_visible(False)
    return _written(figure)


def _named(lang: str, bands: Sequence[tuple[int, int, int]], score: int | None) -> list[str]:
    """Ranges that are too wide for a bar, each in words, with the person's score where it is in one."""
    say = words(lang)
    lines = []
    for low, high, count in bands:
        text = say("picture-pool-alt-band", low=str(low), high=str(high), count=count)
        if score is not None and low <= score <= high:
            text = f"{text} ◂ {say('picture-your-score', score=score)}"
        lines.append(text)
    return lines


def _canvas(title: str, notes: Sequence[str]) -> tuple[Figure, Any]:
    """A figure with its title, and below it in small print what has to be known of it."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=INCHES, dpi=DOTS_PER_INCH, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    figure.suptitle(title, x=0.01, ha="left", fontsize=LETTERS + 1, fontweight="bold")
    small = [part for note in notes for part in wrap(note, NOTE_WIDTH)]
    axes.set_title("\n".join(small), loc="left", fontsize=LETTERS - 2, color=QUIET)
    axes.tick_params(labelsize=LETTERS)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    return figure, axes


def _written(figure: Figure) -> Drawn:
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", metadata={"Software": None})
    return buffer.getvalue(), drawing(figure)
