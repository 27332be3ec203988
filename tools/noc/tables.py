"""Turns Statistics Canada's tables of a NOC edition into the compact form of ``data/noc/``.

    python tools/noc/tables.py SOURCE

SOURCE is a folder with ``unit_groups.csv`` (code, title_en, title_fr), ``titles.csv`` (code, title, lang
en or fr, kind illustrative or index) and ``noc2016_to_2021.csv`` (noc2016_code, noc2016_level,
noc2016_title_en, noc2016_title_fr, noc2021_code), re-shaped from the edition's structure, elements and
concordance files. The files that people write by hand (names, words, classification, categories) are
not touched.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

DATA = Path(__file__).parents[2] / "data" / "noc"


def fold(text: str) -> str:
    """Lower case without accents."""
    return "".join(
        letter for letter in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(letter)
    )


def _alike(left: str, right: str) -> bool:
    one, other = fold(left), fold(right)
    return one[:3] == other[:3] or {one, other} in ({"homme", "femme"}, {"maitre", "maitresse"})


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def genders(title: str) -> tuple[str, str]:
    """The masculine and the feminine form of a title written with both, or the title twice.

    "Opticien autorisé/opticienne autorisée" gives both phrases; in "Commis vendeur/vendeuse de pain"
    and "Repairman/woman" only one word differs.
    """
    if title.count("/") > 1:
        pairs = [pair for pair in re.findall(r"([\w’'-]+)/([\w’'-]+)", title) if _alike(*pair)]
        masculine = feminine = title
        for pair in pairs:
            masculine = masculine.replace("/".join(pair), pair[0], 1)
            feminine = feminine.replace("/".join(pair), pair[1], 1)
        return masculine, feminine
    if "/" not in title:
        return title, title
    before, after = (part.split(" ") for part in title.split("/"))
    if after[0].endswith("woman") and before[-1].endswith("man"):
        feminine = before[-1][:-3] + after[0] if after[0] == "woman" else after[0]
        return " ".join([*before, *after[1:]]), " ".join([*before[:-1], feminine, *after[1:]])
    for start, word in enumerate(before):
        length = len(before) - start
        if _alike(word, after[0]) and len(after) >= length:
            whole = [*before, *after[length:]]
            return " ".join(whole), _capital(" ".join([*before[:start], *after]))
    if not _alike(before[-1], after[0]) and len(before) > 1:
        return title, title
    return " ".join([*before, *after[1:]]), _capital(" ".join([*before[:-1], *after]))


def _words(title: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", fold(title))


def feminine_words(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Each feminine word with its masculine form, where the titles agree on it."""
    seen: dict[str, Counter[str]] = {}
    for masculine, feminine in pairs:
        left, right = _words(masculine), _words(feminine)
        for one, other in zip(left, right, strict=True) if len(left) == len(right) else ():
            if one != other:
                seen.setdefault(other, Counter())[one] += 1
    masculines = {word for masculine, _ in pairs for word in _words(masculine)}
    return {word: forms.most_common(1)[0][0] for word, forms in seen.items() if word not in masculines}


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None).writerows(
        rows
    )
    return out.getvalue()


def _write(name: str, text: str) -> None:
    path = DATA / name
    if name.endswith(".gz"):
        path.write_bytes(gzip.compress(text.encode(), mtime=0))
    else:
        path.write_text(text, encoding="utf-8")
    print(f"{name}: {len(text.splitlines())} lines, {path.stat().st_size} bytes")


def main(source: Path) -> None:
    """Write unit_groups.tsv, titles.*.tsv.gz, feminine.tsv.gz and noc2016.tsv."""
    groups = _read(source / "unit_groups.csv")
    _write("unit_groups.tsv", _table((row["code"], row["title_en"], row["title_fr"]) for row in groups))
    titles = [
        (row["code"], row["lang"], "i" if row["kind"] == "illustrative" else "", *genders(row["title"]))
        for row in _read(source / "titles.csv")
    ]
    titles.sort()
    for lang in ("en", "fr"):
        _write(
            f"titles.{lang}.tsv.gz",
            _table(
                (code, kind, title, "" if title == feminine else feminine)
                for code, written_in, kind, title, feminine in titles
                if written_in == lang
            ),
        )
    pairs = [(row[3], row[4]) for row in titles if row[1] == "fr" and row[3] != row[4]]
    _write("feminine.tsv.gz", _table(sorted(feminine_words(pairs).items())))
    old = {
        (
            row["noc2016_code"],
            row["noc2016_level"],
            row["noc2016_title_en"],
            row["noc2016_title_fr"],
            row["noc2021_code"],
        )
        for row in _read(source / "noc2016_to_2021.csv")
    }
    _write("noc2016.tsv", _table(sorted(old)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
