"""The classifier of labels: learning, probabilities, saving, and the encoder beneath it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bot.nlu import classifier as module
from bot.nlu import encoder as encoders
from bot.nlu import learning
from bot.nlu.classifier import IntentClassifier, held_out, normalize
from bot.nlu.decision import Thresholds
from bot.nlu.encoder import TunedEncoder, Vectors
from tests.helpers import ROOT

SAYINGS = {
    "greet": ("hello", "hi", "good morning", "bonjour", "salut"),
    "ask/fees": ("how much", "what does it cost", "the fees", "combien ça coûte", "les frais"),
    "out_of_scope": ("tell me a joke", "weather today", "raconte une blague", "la météo", "sing a song"),
}


class Letters:
    """An encoder that knows nothing but letters: quick, and enough to learn from."""

    name = "letters"

    def encode(self, texts: Sequence[str]) -> Vectors:
        rows = [[text.lower().count(letter) for letter in "abcdefghijklmnopqrstuvwxyz "] for text in texts]
        counted = np.array(rows, dtype=np.float32)
        return counted / np.maximum(np.linalg.norm(counted, axis=1, keepdims=True), 1e-6)


@pytest.fixture
def with_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "encoder", Letters)
    monkeypatch.setattr(learning, "encoder", Letters)


@pytest.fixture
def trained(with_letters: None) -> IntentClassifier:
    polite = ("", " please", " svp", " now", " again", " today", " sir", " madam")
    rows = [(text + end, label) for label, texts in SAYINGS.items() for text in texts for end in polite]
    return learning.learn([text for text, _ in rows], [label for _, label in rows])


@pytest.mark.parametrize(("text", "label"), [("Hello !", "greet"), ("what does it cost?", "ask/fees")])
def test_what_was_learned_is_recognised(trained: IntentClassifier, text: str, label: str) -> None:
    assert trained.rank(text)[0].label == label


def test_an_example_word_for_word_is_beyond_doubt_however_it_is_written(trained: IntentClassifier) -> None:
    first = trained.rank("COMBIEN ÇA COÛTE ?")[0]
    assert first.label == "ask/fees"
    assert first.confidence > 0.9


def test_what_stands_under_two_labels_stays_in_doubt(with_letters: None) -> None:
    ambiguous = learning.learn(["right", "right", "hello", "no"], ["affirm", "deny", "affirm", "deny"])
    assert ambiguous.rank("right")[0].confidence < 0.9


def test_probabilities_of_all_labels_add_up_to_one(trained: IntentClassifier) -> None:
    ranking = trained.rank("good morning, the fees?")
    assert {guess.label for guess in ranking} == set(SAYINGS)
    assert sum(guess.confidence for guess in ranking) == pytest.approx(1, abs=1e-4)


@pytest.mark.parametrize("text", ["hello hello, the FEES 3 times?", "la météo", "never heard", "", "?!"])
def test_one_sentence_is_scored_like_many(with_letters: None, text: str) -> None:
    texts = [text for texts in SAYINGS.values() for text in texts]
    reader, features = learning.features_of([*texts, text], Letters(), (10.0, 5.0))
    features = features.take(np.array([len(texts)]))
    width = features.dense.shape[1] + features.sparse.shape[1] + 1
    weights = np.random.default_rng(1).normal(size=(width, 7)).astype(np.float32)
    together = learning.scores(features, weights)[0]
    assert reader.scores(text, weights) == pytest.approx(together, abs=1e-4)


def test_a_saved_classifier_says_the_same(trained: IntentClassifier, tmp_path: Path) -> None:
    trained.save(tmp_path / "model")
    again = IntentClassifier.load(tmp_path / "model")
    assert again.rank("la météo") == trained.rank("la météo")
    assert again.thresholds == trained.thresholds


def test_a_classifier_is_not_used_with_another_encoder(
    trained: IntentClassifier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trained.save(tmp_path / "model")
    monkeypatch.setattr(Letters, "name", "other letters")
    with pytest.raises(LookupError, match="train the model again"):
        IntentClassifier.load(tmp_path / "model")


def test_whoever_only_uses_a_model_loads_nothing_that_training_needs() -> None:
    seen = "import sys; import bot.nlu.model; print(*{name.split('.')[0] for name in sys.modules})"
    loaded = subprocess.run(
        [sys.executable, "-c", seen], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not {"sklearn", "scipy"} & set(loaded.stdout.split())


def test_numbers_and_case_do_not_decide() -> None:
    assert normalize("What if I get 8,5 in Listening?") == "what if i get # in listening ?"


def test_about_a_tenth_of_all_sentences_is_kept_out() -> None:
    kept = sum(held_out(f"sentence number {'x' * count}") for count in range(1000))
    assert 60 < kept < 140


def test_without_its_file_it_is_said_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"encoder\.onnx is missing: .* put back"):
        TunedEncoder(tmp_path)


def test_an_encoder_puts_a_french_question_near_its_english_twin() -> None:
    question, twin, other = encoders.encoder().encode(
        [
            "how long is my language test valid",
            "mon test de langue est valable combien de temps",
            "tell me a joke",
        ]
    )
    assert question @ twin > 0.5 > question @ other
    assert np.linalg.norm(question) == pytest.approx(1, abs=1e-3)


def test_an_answer_is_worth_its_risk_where_it_is_right_more_often_than_four_times_in_five() -> None:
    right = np.zeros(100, dtype=np.intp)
    sure = np.tile([0.95, 0.05], (50, 1))  # of these all are right
    unsure = np.tile([0.3, 0.7], (50, 1))  # and of these none
    found = np.concatenate([sure, unsure]).astype(np.float32)

    assert 0.7 < learning._thresholds(found, right, np.array(["greet", "ask/fees"])).sure <= 0.95


def test_each_language_has_the_thresholds_that_were_measured_on_it(with_letters: None) -> None:
    measured = {"en": Thresholds(sure=0.7), "fr": Thresholds(sure=0.8)}
    trained = learning.learn(["hello", "bonjour"], ["greet", "greet"])
    spoken = IntentClassifier(trained._reader, trained._weights, ["greet"], {}, 1.0, measured)

    assert [spoken.in_language(lang).thresholds.sure for lang in ("en", "fr")] == [0.7, 0.8]
