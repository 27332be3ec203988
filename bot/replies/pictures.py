"""Pictures for answers about rounds: PNG for a phone's width, labelled in the person's language, with a text
that says the same. Matplotlib is loaded on first use; the last pictures are kept in memory."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from babel.dates import format_date

from bot.languages import LOCALES
from bot.replies import words
from bot.replies.rounds import kind_name
from express_entry.chances import NOMINEE, place_in
from express_entry.rounds import History, Pool

if TYPE_CHECKING:
    from matplotlib.figure import Figure

INCHES, DOTS_PER_INCH = (5.0, 4.0), 160
"""800 by 640 pixels: about twice the width of a phone's screen, with letters to match."""
LETTERS = 11
LINES = (("#0072b2", "o"), ("#d55e00", "s"), ("#009e73", "^"), ("#cc79a7", "D"), ("#56b4e9", "v"))
"""Colours that the colour-blind tell apart, each with its own mark."""
MOST_KINDS = len(LINES)
YOURS, PLAIN, INK = "#d55e00", "#7ba7c7", "#1a1a1a"
BREAK = 200
"""Days without a round after which a line is interrupted."""
KEPT = 64


@dataclass(frozen=True)
class Picture:
    """A picture as PNG, and the text that says the same."""

    png: bytes
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
    return Picture(_draw_cutoffs(lang, tuple(lines), score), _cutoffs_alt(lang, lines, score))


def pool(lang: str, counted: Pool, score: int | None = None) -> Picture:
    """How many candidates have which score, with the range of the person's score marked."""
    return Picture(_draw_pool(lang, counted, score), _pool_alt(lang, counted, score))


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


@lru_cache(maxsize=KEPT)
def _draw_cutoffs(lang: str, lines: tuple[Line, ...], score: int | None) -> bytes:
    figure, axes = _canvas(words(lang)("picture-cutoffs-title"))
    for (kind, points), (colour, mark) in zip(lines, LINES, strict=False):
        label: str | None = kind
        for stretch in _stretches(points):
            days, scores = zip(*stretch, strict=True)
            axes.plot(days, scores, color=colour, marker=mark, markersize=4, linewidth=1.6, label=label)
            label = None
    if score is not None:
        axes.axhline(score, color=INK, linestyle="--", linewidth=1.6)
        axes.annotate(
            words(lang)("picture-your-score", score=score),
            (0.01, score),
            xycoords=("axes fraction", "data"),
            xytext=(0, 4),
            textcoords="offset points",
            fontweight="bold",
            color=INK,
        )
    _months(lang, axes, [day for _, points in lines for day, _ in points])
    axes.grid(axis="y", color="#dddddd")
    axes.margins(y=0.12)
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.12), frameon=False, fontsize=LETTERS - 1)
    return _png(figure)


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
def _draw_pool(lang: str, counted: Pool, score: int | None) -> bytes:
    say = words(lang)
    figure, axes = _canvas(say("picture-pool-title", date=say.date(counted.as_of)))
    names, counts, colours = [], [], []
    own = place_in(counted, score).low if score is not None else None
    for low, high, count in counted.bands():
        names.append(f"{low}–{high}")
        counts.append(count)
        colours.append(YOURS if low == own else PLAIN)
    bars = axes.barh(names, counts, color=colours)
    for bar, name, colour in zip(bars, names, colours, strict=True):
        text = say.number(round(bar.get_width()))
        if colour == YOURS and score is not None:
            text = f"{text}  ◂ {say('picture-your-score', score=score)}"
        axes.annotate(
            text,
            (bar.get_width(), name),
            xytext=(3, 0),
            textcoords="offset points",
            va="center",
            fontsize=LETTERS - 2,
            fontweight="bold" if colour == YOURS else "normal",
        )
    axes.invert_yaxis()
    axes.set_xlim(right=max(counts) * 1.45)
    axes.set_xticks([])
    axes.set_ylabel("")
    axes.tick_params(axis="y", length=0, labelsize=LETTERS - 2)
    axes.spines["bottom"].set_visible(False)
    return _png(figure)


def _canvas(title: str) -> tuple[Figure, Any]:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=INCHES, dpi=DOTS_PER_INCH, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    axes.set_title(title, loc="left", fontsize=LETTERS + 1, fontweight="bold")
    axes.tick_params(labelsize=LETTERS)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    return figure, axes


def _png(figure: Figure) -> bytes:
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", metadata={"Software": None})
    return buffer.getvalue()
