"""A number agrees with what it counts, in both languages: 0, 1 and 2 read as people write them."""

from __future__ import annotations

from typing import Any

import pytest

from bot.replies import words


@pytest.mark.parametrize(
    ("lang", "name", "told", "read"),
    [
        ("fr", "enough", {"score": 480, "reached": 0, "kinds": 2}, "d’aucun type"),
        ("fr", "enough", {"score": 480, "reached": 1, "kinds": 2}, "**1** type sur 2"),
        ("fr", "enough", {"score": 480, "reached": 2, "kinds": 3}, "**2** types sur 3"),
        ("en", "enough", {"score": 480, "reached": 0, "kinds": 2}, "would not have been enough"),
        ("en", "enough", {"score": 480, "reached": 1, "kinds": 2}, "**1** of 2 kinds"),
        ("fr", "button-score-known", {"done": 0, "of": 7}, "0 connu sur 7"),
        ("fr", "button-score-known", {"done": 1, "of": 7}, "1 connu sur 7"),
        ("fr", "button-score-known", {"done": 2, "of": 7}, "2 connus sur 7"),
        ("fr", "too-late-points", {"age": 44, "points": 0, "most": 110}, "**0** point sur 110"),
        ("fr", "fsw-points", {"points": 0, "needed": 6}, "0 point."),
        ("en", "fsw-points", {"points": 0, "needed": 6}, "0 points."),
        ("en", "fsw-points", {"points": 1, "needed": 6}, "1 point."),
        ("fr", "category-too-few", {"hours": 0, "needed": 1560}, "Aucune de vos heures"),
        ("en", "category-too-few", {"hours": 1, "needed": 1560}, "One of your hours"),
        ("fr", "work-leave", {"weeks": 1}, "1 semaine de congé"),
        ("en", "job-leave", {"weeks": 1}, "1 week of leave"),
        ("fr", "job-leave", {"weeks": 2}, "2 semaines de congé"),
        ("en", "chances-place-more", {"more": 1, "date": "1 May"}, "1 more person in"),
        ("fr", "chances-place-less", {"less": 1, "date": "1er mai"}, "1 personne de moins"),
    ],
)
def test_a_number_agrees_with_what_it_counts(lang: str, name: str, told: dict[str, Any], read: str) -> None:
    assert read in words(lang)(name, **told).replace("\u00a0", " ")
