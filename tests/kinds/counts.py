"""Right and all wordings by kind and language, and the least that must stay right (``floor.yml``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.languages import LANGUAGES
from express_entry.yaml_files import read_yaml
from tests.kinds.cases import Played, abouts

FLOOR = Path(__file__).parent / "floor.yml"
HEAD = "# The least number of right wordings; `python -m tests.kinds --raise-floor` raises it.\n"
PAGE = """# The kinds of faults, in many wordings

How people of many countries, ages and tempers write what the bot must understand, and how much of it ends
in the right facts and the right words. The wordings stand in `tests/kinds/wordings/`, written by somebody
who has not seen the patterns. Made by `python -m tests.kinds --write docs/benchmarks/kinds.md`.

"""


@dataclass(frozen=True)
class Counts:
    """``right`` and ``all`` wordings by kind and language."""

    right: Mapping[tuple[str, str], int]
    all: Mapping[tuple[str, str], int]

    @classmethod
    def of(cls, played: Iterable[Played]) -> Counts:
        """Count what was played."""
        right: Counter[tuple[str, str]] = Counter()
        everything: Counter[tuple[str, str]] = Counter()
        for found in played:
            key = found.case.kind, found.case.lang
            everything[key] += 1
            right[key] += not found.wrong
        return cls(right, everything)

    def kinds(self) -> list[str]:
        """The kinds in the order of the files."""
        return list(dict.fromkeys(kind for kind, _ in self.all))


def table(counts: Counts, page: bool = False) -> str:
    """The counts as a table that is read in a terminal and on a page."""
    rows = [
        _row(kind, [(counts.right[kind, lang], counts.all[kind, lang]) for lang in LANGUAGES])
        for kind in counts.kinds()
    ]
    sums = [
        tuple(sum(some[kind, lang] for kind in counts.kinds()) for some in (counts.right, counts.all))
        for lang in LANGUAGES
    ]
    head = [
        "| kind | en | fr | what it is about |" if page else "| kind | en | fr |",
        "|---|---|---|---|" if page else "|---|---|---|",
    ]
    lines = [
        f"{row} {abouts().get(kind, '')} |" if page else row
        for kind, row in zip(counts.kinds(), rows, strict=True)
    ]
    total = _row("**all**", sums) + (" |" if page else "")
    return (PAGE if page else "") + "\n".join([*head, *lines, total]) + "\n"


def _row(kind: str, parts: Iterable[tuple[int, ...]]) -> str:
    return f"| {kind} | " + " | ".join(f"{right} of {every}" for right, every in parts) + " |"


def floor() -> dict[str, dict[str, int]]:
    """The least number of right wordings by kind and language."""
    return read_yaml(FLOOR) if FLOOR.exists() else {}


def raised(least: Mapping[str, Mapping[str, int]], counts: Counts) -> dict[str, dict[str, int]]:
    """The floor with what is right now, where that is more."""
    found = {kind: dict(by_lang) for kind, by_lang in least.items()}
    for (kind, lang), right in counts.right.items():
        found.setdefault(kind, {})[lang] = max(right, found.get(kind, {}).get(lang, 0))
    return found


def write_floor(least: Mapping[str, Mapping[str, int]]) -> None:
    """Keep a floor."""
    FLOOR.write_text(HEAD + "".join(_floor_lines(least)), encoding="utf-8")


def _floor_lines(least: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    for kind in sorted(least):
        yield f"{kind}: {{{', '.join(f'{lang}: {least[kind][lang]}' for lang in sorted(least[kind]))}}}\n"
