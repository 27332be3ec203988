"""How well occupations are found: the titles of ``unseen/noc`` with their codes, beside two plain methods."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sklearn.feature_extraction.text import TfidfVectorizer

from bot.languages import LANGUAGES
from express_entry.occupations.noc import rows
from express_entry.occupations.search import search
from express_entry.occupations.title_index import fold

KNOWN = Path(__file__).with_name("unseen") / "noc"
SETS = ("development", "held_out")
FIRST = 5
LOADED = """
import time
from express_entry.occupations.search import search
times = [time.process_time()]
for text, lang in (("nurse", "en"), ("infirmier", "fr")):
    search(text, lang)
    times.append(time.process_time())
import psutil
print(*times, psutil.Process().memory_info().rss)
"""

Method = Callable[[str, str], Sequence[str]]
"""The codes that a title in a language may mean, best first."""


@dataclass(frozen=True)
class Known:
    """A title with its code, other codes that are right too, and what kind of title it is."""

    title: str
    lang: str
    code: str
    kind: str
    also: tuple[str, ...] = ()


class PlainSearch:
    """Baselines over the classification's own titles: substring, and cosine of character n-grams."""

    def __init__(self, lang: str) -> None:
        pairs = [(row[0], form) for row in rows(f"titles.{lang}.tsv.gz") for form in row[2:] if form]
        self._codes = [code for code, _ in pairs]
        self.titles = [fold(title) for _, title in pairs]
        self._vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True)
        self._matrix = self._vectors.fit_transform(self.titles)

    def substring(self, text: str) -> list[str]:
        """The groups of the titles that contain the text, the shortest title first."""
        wanted = fold(text.strip())
        places = [place for place, title in enumerate(self.titles) if wanted in title]
        return self._first(sorted(places, key=lambda place: len(self.titles[place])))

    def ngrams(self, text: str) -> list[str]:
        """The groups of the titles whose character n-grams are most alike."""
        alike = (self._matrix @ self._vectors.transform([fold(text)]).T).toarray().ravel()
        return self._first(alike.argsort(kind="stable")[::-1][:500])

    def _first(self, places: Sequence[int]) -> list[str]:
        return list(dict.fromkeys(self._codes[place] for place in places))[:FIRST]


def codes(title: str, lang: str) -> list[str]:
    """The codes that the search finds, best first."""
    return [match.code for match in search(title, lang, FIRST)]


def noc() -> dict[str, Any]:
    """Top 1 and top 5 by set, language and kind; time of a search, of loading, and memory."""
    plain: dict[str, PlainSearch] = {lang: PlainSearch(lang) for lang in LANGUAGES}
    methods: Mapping[str, Method] = {
        "noc": codes,
        "substring": lambda title, lang: plain[lang].substring(title),
        "ngrams": lambda title, lang: plain[lang].ngrams(title),
    }
    index: dict[str, frozenset[str]] = {lang: frozenset(plain[lang].titles) for lang in LANGUAGES}
    names = {(lang, fold(name)) for _, lang, name in rows("names.tsv")}
    table = []
    spent: list[float] = []
    for name in SETS:
        known = list(titles(name))
        spent += _times(known)
        places = {method: [place(each, find) for each in known] for method, find in methods.items()}
        for group, chosen in _groups(known, index, names).items():
            found = {method: [places[method][number] for number in chosen] for method in methods}
            table.append({"set": name, "group": group, "titles": len(chosen), **_percents(found)})
    return {
        "median_ms": round(1000 * statistics.median(spent), 1),
        "p95_ms": round(1000 * statistics.quantiles(spent, n=20)[-1], 1),
        **_loading(),
        "table": table,
    }


def titles(name: str) -> Iterator[Known]:
    """The titles of one of the :data:`SETS`."""
    for line in (KNOWN / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Known(**{**row, "also": tuple(row.get("also", ()))})


def place(known: Known, find: Method) -> int:
    """The place of the first right code among those found, from 1; 0 if none is right."""
    right = {known.code, *known.also}
    return next((place for place, code in enumerate(find(known.title, known.lang), 1) if code in right), 0)


def _groups(
    known: Sequence[Known], index: Mapping[str, frozenset[str]], names: set[tuple[str, str]]
) -> dict[str, list[int]]:
    """The numbers of the titles by language and kind; ``exact`` ones the classification has literally,
    ``unseen`` ones neither it nor ``names.tsv`` has."""
    groups: dict[str, list[int]] = {
        "all": [],
        "en": [],
        "fr": [],
        "unseen": [],
        "unseen en": [],
        "unseen fr": [],
    }
    for number, each in enumerate(known):
        form = fold(each.title.strip())
        exact = form in index[each.lang]
        of = ["all", each.lang, "exact" if exact else each.kind]
        if not exact and (each.lang, form) not in names:
            of += ["unseen", f"unseen {each.lang}"]
        for group in of:
            groups.setdefault(group, []).append(number)
    return groups


def _percents(places: Mapping[str, Sequence[int]]) -> dict[str, float]:
    found = {}
    for method, each in places.items():
        found[f"{method}_1"] = round(100 * sum(place == 1 for place in each) / len(each), 1)
        found[f"{method}_5"] = round(100 * sum(place > 0 for place in each) / len(each), 1)
    return found


def _times(known: Sequence[Known]) -> list[float]:
    """The processor time of each search, once everything is loaded."""
    search("nurse", "en")
    search("infirmier", "fr")
    spent = []
    for each in known:
        before = time.process_time()
        search(each.title, each.lang)
        spent.append(time.process_time() - before)
    return spent


def _loading() -> dict[str, float]:
    """Processor seconds of starting and of loading both languages, and the megabytes that are held then."""
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    start, _, loaded, held = map(float, done.stdout.split())
    return {
        "start_seconds": round(start, 2),
        "load_seconds": round(loaded - start, 2),
        "memory_mb": round(held / 2**20),
    }
