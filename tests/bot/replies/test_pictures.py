"""Pictures are real PNGs of a phone's size, and the text beside them says the same."""

from __future__ import annotations

import struct
from datetime import date

import pytest

from bot.languages import LANGUAGES
from bot.replies import pictures
from bot.replies.pictures import cutoffs, pool
from express_entry.rounds import seed

SINCE = date(2025, 1, 1)


def size(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG, after a look at its signature."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return int(width), int(height)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_cut_offs_over_time_with_the_score_as_a_line(lang: str) -> None:
    found = cutoffs(lang, seed(), ("cec", "french", "healthcare"), 470, SINCE)
    assert found is not None
    assert size(found.png) == (800, 640)
    assert "470" in found.alt
    assert {"en": "from 507 to 547, the last 518", "fr": "de 507 à 547, la dernière à 518"}[lang] in found.alt


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pool_with_the_own_range(lang: str) -> None:
    counted = seed().pools[-1]
    found = pool(lang, counted, 470)
    assert size(found.png) == (800, 640)
    assert {"en": "461 to 470: 16,257", "fr": "de 461 à 470\u00a0: 16"}[lang] in found.alt
    assert {"en": "Your score 470 is in the range 461 to 470", "fr": "la tranche de 461 à 470"}[
        lang
    ] in found.alt
    assert pool(lang, counted).png != found.png


def test_nominees_do_not_flatten_the_others() -> None:
    both, alone = cutoffs("en", seed(), ("pnp", "cec")), cutoffs("en", seed(), ("pnp",))
    assert both is not None
    assert alone is not None
    assert "Provincial" not in both.alt
    assert "Provincial" in alone.alt


def test_no_rounds_make_no_picture() -> None:
    assert cutoffs("en", seed(), ("researchers",)) is None
    assert cutoffs("en", seed(), ()) is None


def test_one_round_makes_a_picture() -> None:
    found = cutoffs("en", seed(), ("military",), 400)
    assert found is not None
    assert size(found.png) == (800, 640)


def test_no_line_is_drawn_across_years_without_rounds() -> None:
    points = tuple((each.date, each.cutoff) for each in seed().of("cec"))
    years = [(stretch[0][0].year, stretch[-1][0].year) for stretch in pictures._stretches(points)]
    assert years == [(2015, 2015), (2020, 2021), (2024, 2026)]


def test_a_picture_is_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = cutoffs("en", seed(), ("stem",), 444)
    monkeypatch.setattr(pictures, "_canvas", None)
    assert cutoffs("en", seed(), ("stem",), 444) == first
