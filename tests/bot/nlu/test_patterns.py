"""The patterns in ``data/nlu/patterns``: every one finds its example, and what a pattern means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from bot.languages import LANGUAGES
from bot.nlu.facts.lexicon import UNKNOWN, lexicon
from bot.nlu.facts.patterns import END, PATTERNS, START, Compiled, Match, Pattern, Tags, parsed, sources
from bot.nlu.facts.pipeline import CLAUSES, pipeline

_LIST = re.compile(r"  (?P<name>\w+):")
_EXAMPLE = re.compile(r"    (?:  )?# (?P<example>.+)")


class Example(NamedTuple):
    """The comment over a pattern, and where the pattern stands: of several that it stands for, each."""

    name: str
    numbers: tuple[int, ...]
    langs: tuple[str, ...]
    text: str


def _examples() -> Iterator[Example]:
    for path in sorted(PATTERNS.glob("*.yml")):
        section, listed, text, done = "", "", "", dict[str, int]()
        for line in path.read_text("utf-8").splitlines():
            if re.match(r"\w+:", line):
                section = line.split(":")[0]
            elif match := _LIST.match(line):
                listed = match["name"]
            elif match := _EXAMPLE.match(line):
                text = match["example"]
            elif line.strip().startswith("- ") and not line.strip().startswith("- {"):
                key = f"{section}.{listed}"
                number = done[key] = done.get(key, -1) + 1
                langs = (section,) if section in LANGUAGES else tuple(LANGUAGES)
                yield Example(
                    f"{path.stem}.{listed}", _numbers(path.stem, section, listed, number), langs, text
                )
                text = ""


def _numbers(file: str, section: str, listed: str, number: int) -> tuple[int, ...]:
    source = sources()[file]
    lines = source[section][listed]
    if isinstance(lines, dict):
        return tuple(range(number, len(lines["for"]) * len(lines["of"]), len(lines["of"])))
    before = len(source["patterns"].get(listed, ())) if section in LANGUAGES else 0
    return (before + number,)


@pytest.mark.parametrize("example", _examples(), ids=lambda example: f"{example.name} {example.text}")
def test_a_pattern_finds_the_example_over_it(example: Example) -> None:
    file, _, listed = example.name.partition(".")

    assert any(
        _finds(parsed(file, lang)[listed][number], lang, example.text)
        for lang in example.langs
        for number in example.numbers
    )


def _finds(pattern: Pattern, lang: str, text: str) -> bool:
    known = pipeline(lang)
    doc = known.nlp(text)
    compiled = known.compiled(pattern)
    kinds = {UNKNOWN}.union(*(word.kinds for word in doc._.words))
    return compiled.may_match(kinds) and any(compiled.find(doc))


def test_what_a_message_says_does_not_enter_the_vocabulary() -> None:
    known = pipeline("en").nlp
    known("I'm 29")
    before = len(known.vocab.strings), len(known.vocab)
    doc = known("My name is Xyzzqy Plughton, I live in Frobozzville, wife 31")

    assert (len(known.vocab.strings), len(known.vocab)) == before
    assert "xyzzqy" not in doc.text.lower()


def test_a_message_has_a_clause_between_two_commas_with_the_kinds_of_its_words() -> None:
    doc = pipeline("en").nlp("I'm 29, my wife is 31. Bye")
    clauses = [*doc.spans[CLAUSES]]

    assert ["NUM" in clause._.kinds for clause in clauses] == [True, True, False]
    assert ["PARTNER" in clause._.kinds for clause in clauses] == [False, True, False]


def test_a_pattern_names_only_kinds_that_a_word_can_have() -> None:
    known = {START, END, UNKNOWN, "ANY"}.union(*(kinds for lang in LANGUAGES for kinds in lexicon(lang).tags))
    named = {
        kind
        for name in sources()
        for lang in LANGUAGES
        for patterns in parsed(name, lang).values()
        for pattern in patterns
        for row in (*pattern.variants, *pattern.not_before, *pattern.not_after)
        for piece in row
        for kind in piece.kinds
    }

    assert named - known == set()


def _found(source: str, row: str, **pieces: str) -> list[tuple[int, int]]:
    return [(match.first, match.last) for match in _matches(source, row, **pieces)]


def _matches(source: str, row: str, **pieces: str) -> list[Match]:
    tags = {UNKNOWN: frozenset[str]()} | {kind: frozenset({kind}) for kind in ["A", "B", "C", "D"]}
    vocab = Vocab(strings=[START, END, *tags])
    words = [START, *row.split(), END]
    compiled = Compiled(Pattern.parse(source, pieces), vocab, Tags(tags))
    return list(compiled.find(Doc(vocab, words=words, tags=words)))


def test_the_longest_that_begins_first_is_found_and_nothing_that_overlaps() -> None:
    assert _found("A B?", "A B A") == [(0, 1), (2, 2)]
    assert _found("A{1,2}", "A A A") == [(0, 1), (2, 2)]
    assert _found("(A B / A B C / B C D)", "A B C D") == [(0, 2)]


def test_what_has_to_follow_is_no_part_of_what_is_found() -> None:
    assert _found("A > B|END", "A B A C A") == [(0, 0), (4, 4)]
    assert _found("START|B < A", "A B A C A") == [(0, 0), (2, 2)]


def test_what_must_not_follow_forbids_the_longest_but_not_a_shorter_one() -> None:
    assert _found("A B? ~> C / D C", "A B C") == [(0, 0)]
    assert _found("A B? ~> C / D C", "A B D C") == [(0, 0)]
    assert _found("A B? ~> C / D C", "A B D") == [(0, 1)]
    assert _found("C ~< A", "C A B A") == [(3, 3)]


def test_a_pattern_is_asked_only_where_a_message_has_what_it_needs() -> None:
    pattern = Pattern.parse("(A B? / C) D|B", {})
    compiled = Compiled(pattern, Vocab(), Tags({kind: frozenset({kind}) for kind in "ABCD"}))

    assert compiled.may_match({"A", "D"})
    assert compiled.may_match({"C", "B"})
    assert not compiled.may_match({"A", "C"})
    assert not compiled.may_match({"B", "D"})


def test_any_other_word_is_not_the_edge_of_the_message() -> None:
    assert _found("A ~B", "A") == []
    assert _found("A ~> B", "A") == [(0, 0)]


def test_a_named_word_or_group_can_be_asked_for() -> None:
    match = _matches("A n=B? all=(C D){0,2}", "A C D C D")[0]

    assert (match.start(), match.end()) == (0, 5)
    assert (match.start("all"), match.end("all")) == (1, 5)
    assert "n" not in match
    assert match.start("n") == -1


def test_a_piece_stands_for_what_the_file_says() -> None:
    assert _found("A $more", "A C", more="(B / C)") == [(0, 1)]


@pytest.mark.parametrize("source", ["A (B", "A b", "A)", "(A / B / C / D){4}"])
def test_what_is_no_pattern_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match=r"not a pattern|not closed|stands for"):
        Pattern.parse(source, {})
