"""The rounds of invitations that are known: the stock of ``data/rounds``, and what refreshes have added.

That is one file in ``DATA_DIR``, only ever replaced as a whole; ``bot.sources.feed`` writes it.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from bot.sources.kept import read_json, replace_json
from express_entry.rounds import (
    BANDS,
    History,
    Pool,
    Round,
    category_of,
    moment,
    moment_text,
    order,
    seed,
)

FILE, LOCK = "rounds.json", "rounds.lock"
FORM = 1
"""The form of the file; one of another form is not read."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class KeptRounds:
    """What the file holds: the history, the server's marks of each address, changes, and what was wrong."""

    history: History
    marks: Mapping[str, Mapping[str, str]]
    changes: tuple[Mapping[str, Any], ...]
    problems: tuple[str, ...]


def history(data_dir: Path) -> History:
    """All rounds that are known; reads the file again only where it was replaced."""
    return kept(data_dir).history


def touched(known: History, on: date) -> History:
    """The same history, found unchanged on this day."""
    return replace(
        known,
        as_of=max(known.as_of, on),
        source=replace(known.source, checked=max(known.source.checked, on)),
    )


_before: dict[Path, tuple[tuple[int, int, int], KeptRounds]] = {}


def kept(data_dir: Path) -> KeptRounds:
    """What the file holds, or the stock where there is none; read again only where it was replaced."""
    path = data_dir / FILE
    try:
        status = path.stat()
    except FileNotFoundError:
        return _nothing()
    signature = (status.st_ino, status.st_mtime_ns, status.st_size)
    before = _before.get(path)
    if before is None or before[0] != signature:
        before = _before[path] = (signature, _read(path))
    return before[1]


def _nothing() -> KeptRounds:
    return KeptRounds(seed(), {}, (), ())


def _read(path: Path) -> KeptRounds:
    """What the file holds, and the stock where that has more; a file that cannot be read counts as none."""
    try:
        document = read_json(path, FORM)
        stock, checked = seed(), date.fromisoformat(document["as_of"])
        rounds = {each.number: each for each in stock.rounds} | {
            each.number: each for each in map(_round, document["rounds"])
        }
        pools = {pool.as_of: pool for pool in stock.pools} | {
            pool.as_of: pool for pool in map(_pool, document["pools"])
        }
        marks, changes = document["marks"], tuple(document["changes"])
        problems = tuple(document["problems"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        _log.error("%s cannot be read, the stock of data/rounds is served instead: %s", path, error)
        return _nothing()
    found = replace(
        stock,
        rounds=tuple(sorted(rounds.values(), key=lambda each: each.order)),
        pools=tuple(pools[day] for day in sorted(pools)),
    )
    return KeptRounds(touched(found, checked), marks, changes, problems)


def _round(entry: Mapping[str, Any]) -> Round:
    order(entry["number"])
    values = {
        "date": date.fromisoformat(entry["date"]),
        "category": category_of(entry["name"]),
        "programs": tuple(entry["programs"]),
        "tie_break": moment(entry["tie_break"]),
    }
    return Round(**{**entry, **values})


def _pool(entry: Mapping[str, Any]) -> Pool:
    if len(entry["counts"]) != len(BANDS):
        raise ValueError(f"the pool of {entry['as_of']} has {len(entry['counts'])} ranges")
    return Pool(date.fromisoformat(entry["as_of"]), tuple(entry["counts"]), entry["total"])


def write(data_dir: Path, kept: KeptRounds) -> None:
    """Replace the file: after a crash either the old or the new one stands there, whole."""
    document = {
        "form": FORM,
        "as_of": kept.history.as_of.isoformat(),
        "rounds": [_round_document(each) for each in kept.history.rounds],
        "pools": [{**asdict(pool), "as_of": pool.as_of.isoformat()} for pool in kept.history.pools],
        "marks": kept.marks,
        "changes": kept.changes,
        "problems": kept.problems,
    }
    replace_json(data_dir / FILE, document)


def _round_document(each: Round) -> dict[str, Any]:
    document = asdict(each)
    del document["category"]
    return {**document, "date": each.date.isoformat(), "tie_break": moment_text(each.tie_break)}
