"""How many facts are read from messages that the reader's authors never saw (``unseen/messages.yml``)."""

from __future__ import annotations

import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from bot.dialogue.reading import read_answers
from bot.dialogue.told import flatten, nest
from bot.languages import LANGUAGES
from bot.nlu.facts import read
from express_entry.yaml_files import read_yaml

UNSEEN = Path(__file__).with_name("unseen") / "messages.yml"
WRITTEN = date(2026, 11, 23)
"""The day on which the messages were written: "since 2021" and "last month" count from it."""
COLUMNS = ("right", *(f"{what} {lang}" for what in ("asked", "missed", "misread") for lang in LANGUAGES))
TESTS = ("first_language", "second_language", "language")


def measure() -> dict[str, Any]:
    """Precision, recall and F1 by language, in percent; ``table`` tells which facts are asked about because
    the message leaves them open, which are missed, and which are misread.

    A language test counts as one fact with each of its parts as one more; what a careful reader may take or
    leave (``optional``) and what careful readers differ on (``open``) counts neither way.
    """
    rows = read_yaml(UNSEEN)
    numbers: dict[str, Any] = {"messages": len(rows)}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    times: list[float] = []
    for lang in LANGUAGES:
        right = found_count = expected_count = 0
        for row in (row for row in rows if row["lang"] == lang):
            before = time.perf_counter()
            facts = read(row["text"], lang, WRITTEN)
            times.append((time.perf_counter() - before) * 1000)
            reading = read_answers(facts, None, {}, {}, WRITTEN)
            found = facts_of({**nest(reading.drafts), **nest(reading.answers)})
            expected, optional = facts_of(row["facts"]), facts_of(row.get("optional", {}))
            left_open = row.get("open", ())
            judged = {
                path: value
                for path, value in found.items()
                if is_judged(path, left_open) and optional.get(path) != value
            }
            wanted = {path: value for path, value in expected.items() if is_judged(path, left_open)}
            right += sum(judged.get(path) == value for path, value in wanted.items())
            for path in {*judged, *wanted}:
                doubtful = any(
                    path == doubt.path or path.startswith(f"{doubt.path}.") for doubt in reading.doubts
                )
                counts[path].update(_verdict(judged.get(path), wanted.get(path), doubtful, lang))
            found_count += len(judged)
            expected_count += len(wanted)
        precision, recall = right / found_count, right / expected_count
        numbers[f"precision_{lang}"] = round(100 * precision, 1)
        numbers[f"recall_{lang}"] = round(100 * recall, 1)
        numbers[f"f1_{lang}"] = round(200 * precision * recall / (precision + recall), 1)
    numbers["median_ms"] = round(statistics.median(times), 2)
    numbers["table"] = [
        {"fact": path, **{column: count[column] for column in COLUMNS}}
        for path, count in sorted(
            counts.items(), key=lambda each: (each[1]["right"] - each[1].total(), each[0])
        )
        if count.total() > count["right"]
    ]
    return numbers


def _verdict(found: Any, wanted: Any, doubtful: bool, lang: str) -> tuple[str]:
    if found == wanted:
        return ("right",)
    if found is None:
        return (f"{'asked' if doubtful else 'missed'} {lang}",)
    return (f"misread {lang}",)


def facts_of(document: Mapping[str, Any]) -> dict[str, Any]:
    """A profile fragment by path, tests and offers taken apart into their parts."""
    facts: dict[str, Any] = {}
    for path, value in flatten(document).items():
        if path.rsplit(".", 1)[-1] in (*TESTS, "job_offer") and isinstance(value, Mapping):
            facts[path] = True
            facts |= {f"{path}.{part}": _plain(each) for part, each in value.items()}
        else:
            facts[path] = _plain(value)
    return facts


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def is_judged(path: str, open_paths: Collection[str]) -> bool:
    """Whether ``path`` counts: neither it nor a whole around it is open. "No partner" never counts."""
    whole = ("jobs", "noc", *open_paths)
    return path != "spouse" and not any(path == other or path.startswith(f"{other}.") for other in whole)
