"""Writes what the encoder is tuned on, as JSON lines: examples with labels, and English-French pairs.

Run in the project's environment: ``.venv/bin/python tools/encoder/pairs.py FOLDER``.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from bot.nlu.classifier import held_out
from bot.nlu.examples import NLU, examples
from express_entry.answers import answers

UNIT_GROUPS = NLU.parent / "noc" / "unit_groups.tsv"


def pairs() -> Iterator[tuple[str, str]]:
    """The questions of the answers and the names of occupations, in English and in French."""
    for answer in answers().values():
        yield answer.question.en, answer.question.fr
    with UNIT_GROUPS.open(encoding="utf-8", newline="") as file:
        yield from ((row[1], row[2]) for row in csv.reader(file, delimiter="\t"))


def main(folder: Path) -> None:
    """Write ``examples.jsonl`` and ``pairs.jsonl``."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = (
        {**vars(example), "held_out": example.strangers or held_out(example.text)} for example in examples()
    )
    twins = ({"en": english, "fr": french} for english, french in pairs())
    for name, lines in (("examples", rows), ("pairs", twins)):
        with (folder / f"{name}.jsonl").open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
