"""What ``bench`` prints: small measurements, so that the sentences and tables are known to be sayable."""

from __future__ import annotations

import pytest

from bot.bench import benches as bench
from bot.bench import nlu as bench_nlu
from bot.cli import main
from bot.nlu.examples import examples
from bot.nlu.learning import WORDS_WEIGHT
from bot.replies import messages


def test_every_measurement_has_its_sentence() -> None:
    known = {name for name, _ in messages("en")}
    assert {f"cli-bench-{name}" for name in bench.BENCHES} <= known
    assert bench.BENCHES.keys() > bench.SLOW


def test_classifiers_are_told_side_by_side_then_the_labels(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    few, some = examples()[::40], bench_nlu.unseen()[::40]
    words = bench_nlu._with(bench_nlu._Nothing, (0.0, WORDS_WEIGHT))
    monkeypatch.setattr(bench_nlu, "examples", lambda: few)
    monkeypatch.setattr(bench_nlu, "unseen", lambda: some)
    monkeypatch.setattr(bench_nlu, "_CLASSIFIERS", {bench_nlu.CHOSEN: words, "words only": words})

    assert main(["bench", "nlu"]) == 0

    told = capsys.readouterr().out
    assert f"{len(some)} phrasings never seen, {len(few):,} examples learned" in told
    assert bench_nlu.CHOSEN in told
    assert "words only" in told
    assert "out_of_scope_recall" in told
    assert all(any(line.startswith(row.intent) for line in told.splitlines()) for row in some)
