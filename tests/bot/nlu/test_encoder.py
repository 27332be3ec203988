"""The shipped encoder, its card, and what it is good for."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

import numpy as np
import pytest

from bot.bench.nlu import nearest
from bot.nlu.encoder import FOLDER, TunedEncoder, encoder
from bot.nlu.examples import examples

LARGEST = 40_000_000
DRIFT = 3.0
"""Points by which a score may move as phrasings are added, before the encoder is to be tuned again."""


@pytest.fixture(scope="module")
def card() -> dict[str, Any]:
    document: dict[str, Any] = json.loads((FOLDER / "card.json").read_text(encoding="utf-8"))
    return document


def test_files_and_card_belong_together(card: dict[str, Any]) -> None:
    found = {name: sha256((FOLDER / name).read_bytes()).hexdigest() for name in card["files"]}
    assert found == card["files"]
    assert set(found) == {"encoder.onnx", "tokenizer.json"}


def test_it_is_small_enough_to_be_shipped(card: dict[str, Any]) -> None:
    assert sum((FOLDER / name).stat().st_size for name in card["files"]) < LARGEST


def test_it_reaches_the_scores_of_its_card(card: dict[str, Any]) -> None:
    measured = nearest(TunedEncoder(), examples())
    assert all(measured[name] >= score - DRIFT for name, score in card["scores"]["tuned"].items()), measured


def test_it_beats_the_stock_encoder_in_french_and_between_the_languages(card: dict[str, Any]) -> None:
    tuned, stock = card["scores"]["tuned"], card["scores"]["stock"]
    assert tuned["fr"] > stock["fr"]
    assert tuned["fr_en"] > stock["fr_en"]


def test_sentences_read_together_get_the_vectors_that_they_get_alone() -> None:
    texts = [
        "hi",
        "how much money do I have to show for a family of four?",
        "",
        "œuvre à Québec 😀",
        "x " * 500,
    ]
    together = encoder().encode(texts)
    alone = np.concatenate([encoder().encode([text]) for text in texts])
    assert together == pytest.approx(alone, abs=1e-4)
    assert np.linalg.norm(together, axis=1) == pytest.approx(1, abs=1e-3)
