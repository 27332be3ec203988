"""Averages the networks of several seeds, and draws the mean a little back to the stock encoder.

usage: mix.py WORK   (after tune.py with one seed or several; writes WORK/mixed, which export.py takes)

Seeds differ by chance in what they have learned; their mean keeps what they share. A part of the stock
weights keeps what the base knew of sentences unlike the phrasings it was tuned on.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import torch
from network import Network, vocabulary
from torch import Tensor

STOCK = 0.25
"""Share of the stock encoder."""


def main(work: Path) -> None:
    """Mix, and note what was mixed."""
    _, kept = vocabulary(work)
    stock = Network(kept).state_dict()
    seeds = sorted(int(path.parent.name.removeprefix("seed-")) for path in work.glob("seed-*/network.pt"))
    tuned = [torch.load(work / f"seed-{seed}" / "network.pt", weights_only=True) for seed in seeds]

    def mean(name: str, weights: Tensor) -> Tensor:
        if not weights.is_floating_point():
            return weights
        return STOCK * weights + (1 - STOCK) * torch.stack([one[name] for one in tuned]).mean(0)

    target = work / "mixed"
    target.mkdir(exist_ok=True)
    torch.save({name: mean(name, weights) for name, weights in stock.items()}, target / "network.pt")
    (target / "mix.json").write_text(json.dumps({"seeds": seeds, "stock": STOCK}) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
