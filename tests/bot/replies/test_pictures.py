"""Pictures are real PNGs of a phone's size, and the text beside them says the same."""

from __future__ import annotations

import json
import struct
from datetime import date

import pytest

from bot.languages import LANGUAGES
from bot.replies import pictures
from bot.replies.drawings import PAINTS, Drawing
from bot.replies.pictures import cutoffs, pool
from express_entry.rounds import seed

SINCE = date(2025, 1, 1)


def texts(drawing: Drawing) -> list[str]:
    return [shape[2] for shape in drawing["shapes"] if shape[0] == "text"]


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


def test_outliers_are_named_and_do_not_squeeze_the_others() -> None:
    all_years = cutoffs("en", seed(), ("cec",), 469)
    recent = cutoffs("en", seed(), ("cec",), 469, SINCE)
    assert all_years is not None
    assert recent is not None
    words = " ".join(texts(all_years.drawing))
    assert "808 on 20 February 2015, 75 on 13 February 2021" in words
    assert "The last 24 months" in texts(recent.drawing)
    assert "808" not in " ".join(texts(recent.drawing))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_longer_bars_mean_more_people_and_wider_ranges_are_in_words(lang: str) -> None:
    found = pool(lang, seed().pools[-1], 469)
    bars = [shape for shape in found.drawing["shapes"] if "paint plain" in shape[1]["class"]]
    assert len(bars) == 10, "from 401 to 500, by tens"
    said = " ".join(texts(found.drawing))
    assert {"en": "501 to 600: 21,070", "fr": "de 501 à 600\u00a0: 21\u00a0070"}[lang] in said.replace(
        "\u202f", "\u00a0"
    )
    assert {"en": "You: 469", "fr": "Vous\u00a0: 469"}[lang] in said
    low = pool(lang, seed().pools[-1], 380)
    (own,) = [text for text in texts(low.drawing) if "380" in text]
    assert "351" in own


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_gets_shapes_without_styles_in_colours_of_its_own(lang: str) -> None:
    drawn = [
        cutoffs(lang, seed(), ("cec", "french", "healthcare"), 469, SINCE),
        pool(lang, seed().pools[-1], 469),
    ]
    for found in drawn:
        assert found is not None
        assert len(json.dumps(found.drawing)) < 8_000
        assert {shape[0] for shape in found.drawing["shapes"]} == {"path", "text"}
        for _, attributes, *_ in found.drawing["shapes"]:
            assert attributes.keys().isdisjoint({"style", "fill", "stroke", "id"})
            kind, colour = attributes["class"].split()
            assert kind in {"paint", "line"}
            assert colour in PAINTS.values()


def test_a_picture_is_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = cutoffs("en", seed(), ("stem",), 444)
    monkeypatch.setattr(pictures, "_canvas", None)
    assert cutoffs("en", seed(), ("stem",), 444) == first
