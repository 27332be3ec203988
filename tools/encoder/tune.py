"""Tunes the sentence encoder to how people ask: like meanings move together, confused ones apart.

usage: tune.py WORK --seed N   (WORK holds examples.jsonl and pairs.jsonl of pairs.py; see README.md)

Examples of one label, English and French alike, attract each other and the label's own vector; labels that
the stock encoder confuses on the training split come into the same batch. Those that ``held_out`` keeps out
are never shown: on them the best step is chosen (early stopping).
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from network import Network, batch, vocabulary
from torch import Tensor
from torch.nn import functional

LABELS, PER_LANGUAGE, PAIRS = 36, 2, 8
"""In a batch: labels, examples of each in each language, and pairs of twins."""
TEMPERATURE, LABEL_TEMPERATURE = 0.1, 0.07
SMOOTHING = 0.05
TYPOS = 0.15
WARM_UP = 60
CONFUSED = 5
MAX_TOKENS = 40
CHECKED = 1000
TOGETHER = 44
"""How many sentences of like length are read at once."""
LONGEST_STEP = 1.0
"""Of the slope of all weights: a rare batch must not throw them far."""


class Data:
    """Training examples by label and language, and the examples kept out."""

    def __init__(self, work: Path) -> None:
        self.work = work
        rows = [json.loads(line) for line in (work / "examples.jsonl").open(encoding="utf-8")]
        pairs = [json.loads(line) for line in (work / "pairs.jsonl").open(encoding="utf-8")]
        self.twins = [(pair["en"], pair["fr"]) for pair in pairs]
        self.shown: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for row in rows:
            if not row["held_out"]:
                self.shown[row["label"]][row["lang"]].append(row["text"])
        self.labels = sorted(self.shown)
        number = {label: place for place, label in enumerate(self.labels)}
        kept = [row for row in rows if row["held_out"]]
        random.Random(1).shuffle(kept)
        self.checked = [(row["text"], row["lang"], number[row["label"]]) for row in kept[:CHECKED]]

    def some(self, label: str, count: int) -> list[str]:
        """Up to ``count`` examples of a label in each language."""
        return [
            text
            for texts in self.shown[label].values()
            for text in random.sample(texts, min(count, len(texts)))
        ]


def typo(text: str) -> str:
    """The text with a slip of the finger, sometimes."""
    if len(text) < 6 or random.random() > TYPOS:
        return text
    at = random.randrange(1, len(text) - 1)
    slips = (
        text[:at] + text[at + 1 :],
        text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :],
        text[:at] + text[at] + text[at:],
        text[:at] + random.choice("abcdefghijklmnopqrstuvwxyz ") + text[at + 1 :],
    )
    return random.choice(slips)


class Tuning:
    """The network with a vector for each label, and the steps that move them."""

    def __init__(self, data: Data, rate: float, before: Path | None = None) -> None:
        self.data = data
        self.tokenizer, kept = vocabulary(data.work)
        self.tokenizer.enable_truncation(MAX_TOKENS)
        self.network = Network(kept)
        self._half = torch.autocast("cpu", dtype=torch.bfloat16)
        if before is None:
            self._take_the_middle()
        else:
            self.network.load_state_dict(torch.load(before, weights_only=True))
        centres, self.confused = self._start()
        self.centres = torch.nn.Parameter(centres)
        vectors = self.network.embedding.weight
        others = [part for part in self.network.parameters() if part is not vectors]
        self.rates = (rate, 2 * rate, 20 * rate)
        self.optimizer = torch.optim.AdamW(
            [
                {"params": others, "weight_decay": 0.01},
                {"params": [vectors], "weight_decay": 0.0},
                {"params": [self.centres], "weight_decay": 0.0},
            ]
        )

    def _take_the_middle(self) -> None:
        texts = [text for label in self.data.labels for text in self.data.some(label, 2)]
        self.network.eval()
        with torch.no_grad(), self._half:
            parts = [self.network.mean(*batch(self.tokenizer, part)) for part in _parts(texts)]
        self.network.middle.data = torch.cat(parts).mean(0)

    def encode(self, texts: list[str]) -> Tensor:
        """Vectors of texts, without learning."""
        self.network.eval()
        with torch.no_grad():
            return self._vectors(texts)

    def _vectors(self, texts: list[str]) -> Tensor:
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        with self._half:
            parts = [
                self.network(*batch(self.tokenizer, part)) for part in _parts([texts[at] for at in order])
            ]
        return torch.cat(parts)[torch.tensor(np.argsort(order))]

    def _start(self) -> tuple[Tensor, list[list[int]]]:
        """The mean vector of each label, and the labels with which the stock encoder confuses it."""
        texts = [
            (text, number)
            for number, label in enumerate(self.data.labels)
            for text in self.data.some(label, 5)
        ]
        vectors, numbers = (
            self.encode([text for text, _ in texts]),
            torch.tensor([number for _, number in texts]),
        )
        centres = torch.stack([vectors[numbers == number].mean(0) for number in range(len(self.data.labels))])
        centres = functional.normalize(centres, dim=1)
        near = (vectors @ centres.T).topk(CONFUSED).indices.tolist()
        counts: dict[int, Counter[int]] = defaultdict(Counter)
        for (_, right), guesses in zip(texts, near, strict=True):
            counts[right].update(guess for guess in guesses if guess != right)
        return centres, [
            [other for other, _ in counts[number].most_common(CONFUSED)]
            for number in range(len(self.data.labels))
        ]

    def _batch(self) -> tuple[list[str], Tensor]:
        """Half of the labels by chance, half those that are confused with them."""
        chosen: list[int] = []
        while len(chosen) < LABELS:
            seed = random.randrange(len(self.data.labels))
            chosen += [
                number for number in (seed, *random.sample(self.confused[seed], 1)) if number not in chosen
            ]
        texts = [
            (text, number)
            for number in chosen
            for text in self.data.some(self.data.labels[number], PER_LANGUAGE)
        ]
        return [typo(text) for text, _ in texts], torch.tensor([number for _, number in texts])

    def step(self, share: float, place: int) -> float:
        """One step; ``share`` of the way is done."""
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * min(1.0, (place + 1) / WARM_UP) * max(0.02, 1 - share)
        self.network.train()
        texts, labels = self._batch()
        twins = random.sample(self.data.twins, PAIRS)
        vectors = self._vectors(texts + [text for twin in twins for text in twin])
        asked, twin = vectors[: len(texts)], vectors[len(texts) :]
        guesses = asked @ functional.normalize(self.centres, dim=1).T / LABEL_TEMPERATURE
        loss = functional.cross_entropy(guesses, labels, label_smoothing=SMOOTHING)
        loss = (
            loss
            + 0.5 * _together(asked, labels)
            + 0.25 * _together(twin, torch.arange(PAIRS).repeat_interleave(2))
        )
        self.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), LONGEST_STEP)
        self.optimizer.step()
        return float(loss.detach())

    def right(self) -> dict[str, float]:
        """Share of the examples kept out whose label is the nearest, by language."""
        vectors = self.encode([text for text, _, _ in self.data.checked])
        nearest = (vectors @ functional.normalize(self.centres.detach(), dim=1).T).argmax(1).tolist()
        hits: dict[str, list[bool]] = defaultdict(list)
        for (_, lang, right), guess in zip(self.data.checked, nearest, strict=True):
            hits[lang].append(guess == right)
        return {lang: round(float(np.mean(values)), 4) for lang, values in sorted(hits.items())}


def _parts(texts: list[str]) -> Iterator[list[str]]:
    return (texts[start : start + TOGETHER] for start in range(0, len(texts), TOGETHER))


def _together(vectors: Tensor, labels: Tensor) -> Tensor:
    """Supervised contrastive loss: each vector shall be nearer to those of its label than to all others."""
    itself = torch.eye(len(labels), dtype=torch.bool)
    likeness = (vectors @ vectors.T / TEMPERATURE).masked_fill(itself, -1e9)
    chance = likeness - torch.logsumexp(likeness, 1, keepdim=True)
    same = (labels[:, None] == labels[None]) & ~itself
    return (-(chance * same).sum(1) / same.sum(1).clamp(min=1)).mean()


def main() -> None:
    """Tune, and keep the step that was best on the examples kept out."""
    parser = argparse.ArgumentParser()
    parser.add_argument("work", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=1200)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--every", type=int, default=100)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--after", type=int, default=0, help="the seed of a run to go on from")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    torch.set_num_threads(options.threads)
    target = options.work / f"seed-{options.seed}"
    target.mkdir(exist_ok=True)
    before = options.work / f"seed-{options.after}" / "network.pt" if options.after else None
    tuning = Tuning(Data(options.work), options.rate, before)
    tuning.tokenizer.no_truncation()
    tuning.tokenizer.save(str(target / "tokenizer.json"))
    tuning.tokenizer.enable_truncation(MAX_TOKENS)
    best, log = -1.0, []
    for place in range(options.steps + 1):
        if place % options.every == 0:
            right = tuning.right()
            log.append({"step": place, **right, "cpu_s": round(time.process_time())})
            print(json.dumps(log[-1]), flush=True)
            if sum(right.values()) > best:
                best = sum(right.values())
                torch.save(tuning.network.state_dict(), target / "network.pt")
                chosen = log[-1]
        tuning.step(place / options.steps, place)
    run = {"chosen": chosen, "log": log}
    run |= {name: getattr(options, name) for name in ("seed", "after", "steps", "rate")}
    (target / "run.json").write_text(json.dumps(run, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
