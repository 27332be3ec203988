"""Sentences as vectors: sentences that mean the same lie close together, in English and French alike.

The encoder of this project (``data/encoder``, made by ``tools/encoder``) is run by onnxruntime, a message on
one thread.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

FOLDER = Path(__file__).parents[2] / "data" / "encoder"
"""``encoder.onnx``, ``tokenizer.json``, and ``card.json``, which says how they were made."""
MAX_TOKENS = 64
"""What follows in a longer sentence is not read: one long message must not hold up the others."""
MAX_CHARACTERS = 1000
BATCH = 64

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """Turns sentences into vectors of length 1."""

    name: str
    """Tells encoders apart: a classifier works only with the encoder that it was trained with."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """A row for each sentence."""


class TunedEncoder:
    """The one in a folder, by onnxruntime."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Load it.

        Raises:
            FileNotFoundError: a file is missing.
        """
        import onnxruntime
        from tokenizers import Tokenizer

        model = folder / "encoder.onnx"
        if not model.exists():
            raise FileNotFoundError(f"{model} is missing: it belongs to the project and has to be put back")
        self.name = f"tuned-{sha256(model.read_bytes()).hexdigest()[:12]}"
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])

    def encode(self, texts: Sequence[str]) -> Vectors:
        """A row for each sentence; those of like length are read together, many of them on every core."""
        tokens = [self._tokenizer.encode(text[:MAX_CHARACTERS]).ids for text in texts]
        order = sorted(range(len(tokens)), key=lambda row: len(tokens[row]))
        starts = range(0, len(order), BATCH)
        batches = ([tokens[row] for row in order[start : start + BATCH]] for start in starts)
        if len(starts) == 1:
            vectors = self._run(next(batches))
        else:
            with ThreadPoolExecutor(os.cpu_count()) as cores:
                vectors = np.concatenate(list(cores.map(self._run, batches)))
        found: Vectors = vectors[np.argsort(order)]
        return found

    def _run(self, tokens: Sequence[Sequence[int]]) -> Vectors:
        shape = len(tokens), max(map(len, tokens))
        ids, mask = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.float32)
        for row, sentence in enumerate(tokens):
            ids[row, : len(sentence)], mask[row, : len(sentence)] = sentence, 1
        vectors: Vectors = self._session.run(["embedding"], {"ids": ids, "mask": mask})[0]
        return vectors


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """The project's encoder, loaded once.

    Raises:
        FileNotFoundError: a file of ``data/encoder`` is missing.
    """
    return TunedEncoder()


def card(folder: Path = FOLDER) -> dict[str, object]:
    """How the tuned encoder was made: base, licence, data, command, seeds, scores and hashes."""
    document: dict[str, object] = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    return document
