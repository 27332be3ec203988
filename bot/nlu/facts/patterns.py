"""The patterns in ``data/nlu/patterns`` for spaCy's ``Matcher``: sequences of words of certain kinds.

A pattern is one line, such as ``IAM DOUBT? n=NUM YEARS? ~> MONTHS|EXPERIENCE``:

* a name in capitals is one word of that kind, ``A|B`` of either, ``~A|B`` of any other; ``ANY`` is any word
  inside a sentence, ``UNKNOWN`` one that no list knows, ``START`` and ``END`` are the edges of the message;
* ``?``, ``*``, ``+``, ``{2}`` and ``{0,3}`` tell how often, ``{0,3}?`` as seldom as can be;
* ``(A B / C)`` is one of several sequences;
* ``n=`` names a word or a group, so that a reader can ask for its value;
* what stands before ``<`` or behind ``>`` has to be there without being part of what is found, what stands
  before ``~<`` or behind ``~>`` must not be there;
* ``$name`` is a piece that the file defines; a list ``of`` patterns may hold ``for`` several such pieces.

A ``Matcher`` has no groups, so a pattern with groups becomes several patterns without. Of all that matches, a
pattern finds the longest that begins first, and nothing that overlaps with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any

from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from express_entry.yaml_files import read_yaml

PATTERNS = Path(__file__).parents[3] / "data" / "nlu" / "patterns"

START, END = "START", "END"
EDGES = frozenset({START, END})
"""The words before the first and behind the last of a message."""
_SENTENCE_ENDS = frozenset({"STOP", "QUESTION"})
_MOST_VARIANTS = 200
"""A pattern that stands for more is to be written more simply."""

_SIDE = re.compile(r"\s(~?[<>])\s")
_TOKEN = re.compile(
    r"\s*(?:(?:(?P<label>[a-z]\w*)=)?(?:(?P<open>\()|(?P<not>~?)(?P<kinds>[A-Z][A-Z_]*(?:\|[A-Z][A-Z_]*)*))"
    r"|(?P<close>\))|(?P<or>/))(?:(?P<often>[?*+]|\{\d+(?:,\d+)?\})(?P<lazy>\?)?)?"
)
_PIECE = re.compile(r"\$(\w+)")


@dataclass(frozen=True)
class Piece:
    """One word of a pattern: of which kinds (or of any others), how often, and what it is for."""

    kinds: frozenset[str]
    others: bool
    often: str
    lazy: bool = False
    labels: frozenset[str] = frozenset()
    part: str = "core"


@dataclass(frozen=True)
class Match:
    """What a pattern found: the words ``start()`` to ``end() - 1``, and those that have names."""

    first: int
    last: int
    named: Mapping[str, tuple[int, int]]
    passed: int = 0
    """Words that a pattern would rather have passed over ({0,3}?)."""

    def start(self, name: str | None = None) -> int:
        """The first word, of what is named ``name`` or of all; -1 where it is not there."""
        return self.first if name is None else self.named.get(name, (-1, -1))[0]

    def end(self, name: str | None = None) -> int:
        """The word behind the last one; -1 where what is named is not there."""
        return (self.last if name is None else self.named.get(name, (-1, -2))[1]) + 1

    def __contains__(self, name: str) -> bool:
        return name in self.named


Variant = tuple[Piece, ...]


class _Parser:
    """Turns a sequence of words with groups into the sequences without groups that it stands for."""

    def __init__(self, source: str) -> None:
        self._source, self._at = source.strip(), 0

    def variants(self) -> list[Variant]:
        found = self._alternatives()
        if self._at < len(self._source):
            raise ValueError(f"not a pattern: {self._source!r} from {self._source[self._at :]!r}")
        return list(dict.fromkeys(found))

    def _alternatives(self) -> list[Variant]:
        done: list[Variant] = []
        row: list[list[Variant]] = []
        while (token := _TOKEN.match(self._source, self._at)) is not None and not token["close"]:
            self._at = token.end()
            if token["or"]:
                done += _joined(row)
                row = []
            elif token["open"]:
                row.append(self._group(token["label"]))
            else:
                row.append([(_piece(token),)])
        return done + _joined(row)

    def _group(self, label: str | None) -> list[Variant]:
        inside = self._alternatives()
        token = _TOKEN.match(self._source, self._at)
        if token is None or not token["close"]:
            raise ValueError(f"a group is not closed: {self._source!r}")
        self._at = token.end()
        if label:
            inside = [
                tuple(replace(piece, labels=piece.labels | {label}) for piece in variant)
                for variant in inside
            ]
        low, high = _times(token["often"])
        return [row for times in range(low, high + 1) for row in _joined([inside] * times)]


def _piece(token: re.Match[str]) -> Piece:
    kinds, others = frozenset(token["kinds"].split("|")), bool(token["not"])
    if kinds == {"ANY"}:
        kinds, others = _SENTENCE_ENDS, True
    labels = frozenset({token["label"]}) if token["label"] else frozenset()
    return Piece(kinds, others, token["often"] or "", bool(token["lazy"]), labels)


def _times(often: str | None) -> tuple[int, int]:
    if often is None:
        return 1, 1
    if often == "?":
        return 0, 1
    low, _, high = often.strip("{}").partition(",")
    return int(low), int(high or low)


def _joined(row: Sequence[Iterable[Variant]]) -> list[Variant]:
    return [tuple(piece for variant in choice for piece in variant) for choice in product(*row)]


def _sides(source: str) -> dict[str, str]:
    """A pattern and what has to stand, or must not stand, before and behind it."""
    first, *rest = _SIDE.split(source)
    sides, core = {}, first
    for mark, said in zip(rest[::2], rest[1::2], strict=True):
        if "<" in mark:
            sides[mark], core = core, said
        else:
            sides[mark] = said
    return {**sides, "core": core}


@dataclass(frozen=True)
class Pattern:
    """A line of a file: what it stands for, and what must not stand before or behind it."""

    variants: Sequence[Variant]
    not_before: Sequence[Variant] = ()
    not_after: Sequence[Variant] = ()

    @classmethod
    def parse(cls, source: str, pieces: Mapping[str, str]) -> Pattern:
        """Read a pattern.

        Raises:
            ValueError: it is none, or stands for too many.
            KeyError: it names a piece that is not defined.
        """
        while _PIECE.search(source):
            source = _PIECE.sub(lambda piece: pieces[piece[1]], source)
        found = {side: _Parser(said).variants() for side, said in _sides(source).items()}
        for side, rows in found.items():
            found[side] = [tuple(replace(piece, part=side.strip("~")) for piece in row) for row in rows]
        needed = [found[side] for side in ("<", "core", ">") if side in found]
        pattern = cls(_joined(needed), found.get("~<", ()), found.get("~>", ()))
        if len(pattern.variants) > _MOST_VARIANTS:
            raise ValueError(f"a pattern that stands for {len(pattern.variants)}: {source!r}")
        return pattern


@dataclass(frozen=True)
class _Row:
    """One of the rows that a pattern stands for: where it counts, and the kinds that it cannot do without."""

    variant: Variant
    forbidden: str
    needs: Sequence[frozenset[str]]


class Tags:
    """The ``token.tag_`` of words, with the kinds that each tells."""

    def __init__(self, kinds: Mapping[str, frozenset[str]]) -> None:
        self._kinds = kinds
        self._known: dict[tuple[frozenset[str], bool, bool], dict[str, Any]] = {}

    def token(self, piece: Piece) -> dict[str, Any]:
        """A word of a pattern as a ``Matcher`` takes it."""
        key = piece.kinds, piece.others, piece.part == "core"
        if key not in self._known:
            self._known[key] = {"TAG": self._tag(*key)}
        return {**self._known[key], **({"OP": piece.often} if piece.often else {})}

    def _tag(self, wanted: frozenset[str], others: bool, core: bool) -> Any:
        chosen = [tag for tag, kinds in self._kinds.items() if kinds & wanted or tag in wanted]
        chosen += EDGES if others and core else EDGES & wanted
        if len(chosen) == 1 and not others:
            return chosen[0]  # compared without calling Python
        return {"NOT_IN" if others else "IN": chosen}


class Compiled:
    """A pattern in the form in which spaCy searches for it.

    It has a ``Matcher`` of its own, which is asked only where a message has the kinds of words that it needs:
    of some hundred patterns few can match at all, and that is told faster than what they match.
    """

    def __init__(self, pattern: Pattern, vocab: Vocab, tags: Tags) -> None:
        self._matcher = Matcher(vocab, validate=False)  # of a form that only tags.token gives
        self._rows: dict[int, _Row] = {}
        for forbidden, variants in (
            ("", pattern.variants),
            ("<", pattern.not_before),
            (">", pattern.not_after),
        ):
            for variant in variants:
                name = f"{len(self._rows)}"
                self._matcher.add(name, [[tags.token(piece) for piece in variant]])
                self._rows[vocab.strings[name]] = _Row(variant, forbidden, _needs(variant))
        self._needs = [row.needs for row in self._rows.values() if not row.forbidden]

    def find(self, row: Doc) -> Iterator[Match]:
        """What it finds in a row of words."""
        found: list[Match] = []
        stops: dict[str, set[int]] = {"<": set(), ">": set()}
        for key, start, end, aligned in self._matcher(row, allow_missing=True, with_alignments=True):
            each = self._rows[key]
            if each.forbidden:
                stops[each.forbidden].add(start - 1 if each.forbidden == ">" else end - 2)
            else:
                found.append(_match(each.variant, start, aligned, len(row)))
        yield from _chosen(found, stops["<"], stops[">"])

    def may_match(self, kinds: Set[str]) -> bool:
        """Whether a message with words of these ``kinds`` has all that it needs."""
        for needs in self._needs:
            for need in needs:
                if kinds.isdisjoint(need):
                    break
            else:
                return True
        return False


def _needs(variant: Variant) -> Sequence[frozenset[str]]:
    """Of each word that must be there, the kinds that it may be of; the rarest first."""
    needed = {
        piece.kinds
        for piece in variant
        if not piece.others
        and not EDGES & piece.kinds
        and piece.often[:1] not in ("?", "*")
        and piece.often[:2] != "{0"
    }
    return sorted(needed, key=lambda kinds: (len(kinds), "NUM" in kinds))


def _match(variant: Variant, start: int, aligned: Sequence[int], length: int) -> Match:
    """The words of a match, counted without the edge before the first."""
    named: dict[str, tuple[int, int]] = {}
    core, passed = [], 0
    for at, mark in enumerate(aligned, start - 1):
        piece = variant[mark]
        if piece.part == "core" and 0 <= at < length - len(EDGES):
            core.append(at)
            passed += piece.lazy
            for label in piece.labels:
                named[label] = (named.get(label, (at, at))[0], at)
    return Match(core[0], core[-1], named, passed)


def _chosen(matches: Iterable[Match], stop_before: set[int], stop_after: set[int]) -> Iterator[Match]:
    """Of those that begin first the longest, unless it passes over more words; then the next behind it."""
    free = 0
    for match in sorted(matches, key=lambda match: (match.first, match.passed, -match.last)):
        forbidden = match.first - 1 in stop_before or match.last + 1 in stop_after
        if match.first >= free and not forbidden:
            yield match
            free = match.last + 1


@lru_cache(maxsize=1)
def sources() -> Mapping[str, Any]:
    """What the files say, by their names."""
    return {path.stem: read_yaml(path) for path in sorted(PATTERNS.glob("*.yml"))}


def parsed(name: str, lang: str) -> dict[str, list[Pattern]]:
    """The lists of patterns of a file that hold in a language."""
    source = sources()[name]
    found: dict[str, list[Pattern]] = {}
    for patterns in (source["patterns"], source.get(lang) or {}):
        for listed, lines in patterns.items():
            found.setdefault(listed, []).extend(_parsed(lines, source.get("pieces", {})))
    return found


def _parsed(lines: Sequence[str] | Mapping[str, Any], pieces: Mapping[str, str]) -> Iterator[Pattern]:
    """The patterns of a list, or of one that holds ``for`` several meanings of its pieces."""
    for more in lines["for"] if isinstance(lines, Mapping) else ({},):
        known = {
            piece: f"({value})" if " " in value else value for piece, value in {**pieces, **more}.items()
        }
        for line in lines["of"] if isinstance(lines, Mapping) else lines:
            yield Pattern.parse(line, known)
