"""The word lists in ``data/nlu/lexicon`` on spaCy: they turn a message into its row of known words.

spaCy's tokenizer parts the message by our pieces, its ``NORM`` is our folding, and two ``PhraseMatcher`` look
the lists up: one by ``NORM``, one by the exact spelling. What no list knows may be a listed word mistyped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import permutations
from pathlib import Path
from threading import Lock
from typing import Any

import yaml
from babel import Locale
from spacy.attrs import NORM
from spacy.matcher import PhraseMatcher
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

from bot.nlu.facts.mistyped_places import Places, places_among, with_places
from bot.nlu.facts.words import (
    LETTERS,
    LONGEST,
    MARKS,
    PIECE,
    Kinds,
    Word,
    fold,
    kinds_of,
    merged,
    norm,
)

LEXICON = Path(__file__).parents[3] / "data" / "nlu" / "lexicon"

_SPELLED_RIGHT = "SPELLED_RIGHT"
"""The list of words that are no slip of others: « mairie » is not « mariée »."""
_ABBREVIATED, _TITLED = "ABBREVIATED", "TITLED"
"""Words with a full stop that ends no sentence: unless a capital follows; and those before a name."""
UNKNOWN = "UNKNOWN"
"""The tag of a word that the lexicon does not know."""

_SPACED_THOUSANDS = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+")
_WITH_YEAR, _WITH_FOUR, _WITH_FIVE = (
    frozenset({"NUM", "YEARNUM", "FOUR"}),
    frozenset({"NUM", "FOUR"}),
    frozenset({"NUM", "FIVE"}),
)
_PLAIN = frozenset({"NUM"})
_TYPO_KINDS = frozenset(
    {
        "ABILITY",
        "ASSESSED",
        "CANADA",
        "CANADIAN",
        "CITIZENPR",
        "DEGREE",
        "DIPLOMA",
        "EXPERIENCE",
        "MARITAL",
        "MONTHNAME",
    }
    | {"MONTHS", "NOMINATED", "NUMWORD", "OVERALL", "PARTNER", "PROVINCE", "SIBLING", "TRADE_CERTIFICATE"}
    | {"WORK", "YEARS"}
)
_SHORTEST_TYPO, _LONGEST_TYPO = 5, 20
_VOWELS = frozenset("aeiouy")


def _key(phrase: str) -> tuple[str, ...]:
    """The pieces of a phrase; one that ends in an elision ("pas d'") is never the end of a text."""
    elided = phrase.endswith("'")
    pieces = PIECE.finditer(fold(f"{phrase}x" if elided else phrase))
    words = tuple(piece[0] for piece in pieces if piece.lastgroup != "nothing")
    return words[:-1] if elided else words


@dataclass
class _Lookup:
    """The lists in the form in which spaCy searches them."""

    tokenizer: Tokenizer
    by_norm: PhraseMatcher
    by_spelling: PhraseMatcher
    kinds: dict[int, Kinds]
    lock: Lock = field(default_factory=Lock)


@dataclass
class Lexicon:
    """The words of one language, with their kinds."""

    lang: str
    phrases: dict[tuple[str, ...], dict[str, Any]] = field(default_factory=dict)
    cased: dict[str, dict[str, Any]] = field(default_factory=dict)
    tags: dict[frozenset[str], str] = field(default_factory=dict)
    typos: dict[str, str] = field(default_factory=dict)
    own: set[str] = field(default_factory=set)
    right: set[str] = field(default_factory=set)
    """Words that are spelled right, and no slip of a listed one."""
    abbreviated: dict[str, str] = field(default_factory=dict)
    """Words that are written with a full stop, and which list has them."""

    @classmethod
    def load(cls, lang: str) -> Lexicon:
        """Read the word lists of ``lang``.

        Raises:
            yaml.YAMLError: a list cannot be read.
        """
        lexicon = cls(lang)
        for name in ("shared", "places", "jobs", lang):
            listing = yaml.load((LEXICON / f"{name}.yml").read_text("utf-8"), yaml.CBaseLoader)
            for kind, entries in listing.items():
                values = entries.items() if isinstance(entries, dict) else [(True, entries)]
                for value, phrases in values:
                    for phrase in phrases:
                        lexicon._add(phrase, kind, value)
                        if name == lang:
                            lexicon.own.update(re.findall(LETTERS, fold(phrase)))
        for names in (Locale(code).territories.items() for code in ("en", "fr")):
            for code, name in names:
                if len(code) == 2 and code.isalpha() and code != "CA":
                    lexicon._add(name, "FOREIGN", True)
        for order in permutations("lrws"):
            lexicon._add("".join(order), "ABILITY_ORDER", "".join(order))
        lexicon._deny()
        lexicon._tag_the_kinds()
        lexicon._collect_typos()
        return lexicon

    def _add(self, phrase: str, kind: str, value: Any) -> None:
        exact = phrase.startswith("=") and len(phrase) > 1
        spelled = phrase[1:] if exact else phrase
        key = _key(spelled)
        if kind == _SPELLED_RIGHT:
            self.right.add(key[0])
            return
        if kind in (_ABBREVIATED, _TITLED):
            self.abbreviated[key[0]] = kind
            return
        if len(key) > 1 and "à" in spelled:
            self._add(phrase.replace("à", "a"), kind, value)
        if exact:
            self.cased.setdefault(spelled, {})[kind] = value
        else:
            self.phrases.setdefault(key, {})[kind] = value

    def _deny(self) -> None:
        """Phrases that say no ("I don't have", "pas encore") deny what follows them."""
        for key, kinds in self.phrases.items():
            unfinished = "IN_PROGRESS" in kinds and key[0] in ("not", "pas", "non", "yet")
            if unfinished or "NOTYET" in kinds or ("NO" in kinds and len(key) > 1):
                kinds["NEG"] = True

    def _tag_the_kinds(self) -> None:
        known: set[frozenset[str]] = {frozenset(), _WITH_YEAR, _WITH_FOUR, _WITH_FIVE, _PLAIN}
        known |= {
            frozenset({"DATE", "ORDER"}),
            frozenset({"DATE", "ORDER", "MONTHDATE"}),
            frozenset({"NUM", "NUMWORD"}),
            frozenset({"PARTNER"}),
            *(frozenset({"JOBHEAD", "JOBVERB", *own}) for own in ((), ("SELF_EMPLOYED",))),
            frozenset({"COMMA", "JOINT"}),
            *(frozenset({"APPLICANT", "HE", *sex}) for sex in ((), ("FEMALE",), ("MALE",))),
        }
        known |= {frozenset({mark}) for mark in (*MARKS.values(), "DOT", "OTHERMARK")}
        for kinds in (*self.phrases.values(), *self.cased.values()):
            known.add(frozenset(kinds))
            if "NUMWORD" in kinds:
                known.add(frozenset(kinds) | {"NUM"})
        self.tags = {kinds: "|".join(sorted(kinds)) or UNKNOWN for kinds in known}

    def _collect_typos(self) -> None:
        for key, kinds in self.phrases.items():
            word = key[0]
            if (
                len(key) == 1
                and len(word) >= _SHORTEST_TYPO
                and word.isalpha()
                and not _TYPO_KINDS.isdisjoint(kinds)
            ):
                for shorter in _without_one(word):
                    self.typos.setdefault(shorter, word)

    @cached_property
    def _places(self) -> Places:
        return places_among(self.phrases.items())

    @cached_property
    def _lookup(self) -> _Lookup:
        vocab = Vocab(lex_attr_getters={NORM: norm})
        tokenizer = Tokenizer(vocab, rules={}, infix_finditer=lambda chunk: PIECE.finditer(fold(chunk)))
        by_norm, by_spelling = PhraseMatcher(vocab, attr="NORM"), PhraseMatcher(vocab)
        entries: dict[str, tuple[Kinds, PhraseMatcher, list[Doc]]] = {}
        for key, kinds in self.phrases.items():
            entry = entries.setdefault(f"n{sorted(kinds.items())}", (_numbered(kinds), by_norm, []))
            entry[2].append(Doc(vocab, words=list(key)))
        for spelled, kinds in self.cased.items():
            entry = entries.setdefault(f"s{sorted(kinds.items())}", (kinds, by_spelling, []))
            entry[2].append(tokenizer(spelled))
        for name, (_, matcher, docs) in entries.items():
            matcher.add(name, docs)
        kinds_by_name = {vocab.strings[name]: entry[0] for name, entry in entries.items()}
        return _Lookup(tokenizer, by_norm, by_spelling, kinds_by_name)

    def tag(self, word: Word) -> str:
        """The kinds of a word in one string, which is its ``tag_`` in the pipeline."""
        return self.tags.get(frozenset(word.kinds), UNKNOWN)

    def words(self, text: str) -> list[Word]:
        """The known words, numbers and marks of ``text`` in their order; unknown words have no kinds.

        What a message adds to spaCy's vocabulary is forgotten with it.
        """
        look = self._lookup
        with look.lock, look.tokenizer.vocab.memory_zone():
            row = self._unstopped(list(merged(self._row(look, text[:LONGEST]))), text)
        row = _in_context(row, text)
        return with_places(row, self._places, self.lang)

    def _unstopped(self, row: list[Word], text: str) -> list[Word]:
        """The words, without the full stops of abbreviations: "mech. eng. in Dubai", "with Dr. Mensah"."""
        return [word for at, word in enumerate(row) if not self._is_of_abbreviation(row, at, text)]

    def _is_of_abbreviation(self, row: Sequence[Word], at: int, text: str) -> bool:
        if not 0 < at < len(row) - 1 or row[at].text != ".":
            return False
        before, after = row[at - 1], row[at + 1]
        how = self.abbreviated.get(before.text.split()[-1]) if before.end == row[at].start else None
        capital = text[after.start].isupper()
        if how == _TITLED:
            return capital and not after.kinds
        return how is not None and not capital and "STOP" not in after

    def _row(self, look: _Lookup, text: str) -> Iterator[Word]:
        folded = fold(text)
        doc = _whole_thousands(look.tokenizer(text), folded)
        known = self._known(look, doc, text)
        at = 0
        while at < len(doc):
            size, kinds = known.get(at, (1, None))
            first, last = doc[at], doc[at + size - 1]
            at += size
            start, end = first.idx, last.idx + len(last)
            if kinds is not None:
                yield Word(start, end, " ".join(token.norm_ for token in doc[at - size : at]), kinds)
            elif first.text.isspace():
                for place in range(start, end):
                    if folded[place] == "\n":
                        yield Word(place, place + 1, "\n", {"STOP": True})
            else:
                yield from self._single(folded, start, end)

    def _known(self, look: _Lookup, doc: Doc, text: str) -> dict[int, tuple[int, Kinds]]:
        """By its first token, the longest listed phrase: how many tokens it has, and its kinds."""
        known: dict[int, tuple[int, Kinds]] = {}
        for name, start, end in look.by_norm(doc):
            kinds = look.kinds[name]
            spaced = "CEFR" in kinds and bool(doc[start].whitespace_)
            if end - start > known.get(start, (0,))[0] and not (spaced or _takes_a_number(doc, start, end)):
                known[start] = end - start, kinds
        if sum(map(str.isupper, text)) <= sum(map(str.islower, text)):
            for name, start, end in look.by_spelling(doc):
                if end - start >= known.get(start, (0,))[0]:
                    known[start] = end - start, look.kinds[name]
        return {at: found for at, found in known.items() if not _cuts_a_place(known, at)}

    def _single(self, folded: str, start: int, end: int) -> Iterator[Word]:
        """A token that no list knows: a number, a date, a mark, a typing error or an unknown word."""
        piece = PIECE.match(folded, start)
        group = (piece.lastgroup or "") if piece and piece.end() == end else "word"
        text = norm(folded[start:end])
        if group == "mark":
            last = end == len(folded) or folded[end] in " \n"
            kind = ("STOP" if last else "DOT") if text == "." else MARKS.get(text, "OTHERMARK")
            yield Word(start, end, text, {kind: True})
        elif group != "nothing":
            yield Word(start, end, text, self._typo(text) if group == "word" else kinds_of(text, group))

    def _typo(self, token: str) -> Kinds:
        if not _SHORTEST_TYPO <= len(token) <= _LONGEST_TYPO or token in self.right:
            return {}
        near = (word for word in self._near(token) if _is_typo(token, word))
        word = next(near, None)
        return _numbered(self.phrases[word,]) if word is not None else {}

    def _near(self, token: str) -> Iterator[str]:
        """Words of the lists that one slip of the finger may have turned into ``token``."""
        if token in self.typos:
            yield self.typos[token]
        for shorter in _without_one(token):
            if len(shorter) >= _SHORTEST_TYPO and (shorter,) in self.phrases:
                yield shorter
            if shorter in self.typos:
                yield self.typos[shorter]


def _takes_a_number(doc: Doc, start: int, end: int) -> bool:
    """Whether a phrase would end with the number of a length: « licence 3 » in « licence 3 ans »."""
    named = end - start > 1 and doc[end - 1].norm_.isdigit() and doc[end - 2].norm_.isalpha()
    return named and end < len(doc) and doc[end].norm_ in _YEARS


_YEARS = frozenset({"an", "ans", "annees", "year", "years", "yr", "yrs"})


def _cuts_a_place(known: Mapping[int, tuple[int, Kinds]], at: int) -> bool:
    """Whether a phrase would end inside the longer name of a place: « de côté » in « de Côte d'Ivoire »."""
    size = known[at][0]
    return any(
        known[inside][0] > size and "FOREIGN" in known[inside][1]
        for inside in range(at + 1, at + size)
        if inside in known
    )


def _in_context(row: list[Word], text: str) -> list[Word]:
    """The words, with the kinds that a few have only beside others: "un petit", « né », « madame »."""
    return [_beside(row, at, text) for at in range(len(row))]


def _beside(row: Sequence[Word], at: int, text: str) -> Word:
    word, after = row[at], row[at + 1 : at + 3]
    if "LITTLE" in word:  # a child, but not « un petit niveau d’anglais »
        return replace(word, kinds={"KID": True} if _stands_alone(after) else {})
    if "BORN" in word and "NEG" in word:
        born = "é" in text[word.start : word.end].lower() or _is_any(after[:1], _WHERE_OR_WHEN)
        return replace(word, kinds={"BORN": True} if born else {"NEG": True})
    if "ABILITY" in word and at and word.text == "parle" and _is_any((row[at - 1],), _WHO_SPEAKS):
        accented = "é" in text[word.start : word.end].lower()
        return word if accented else replace(word, kinds={})  # « on parle les deux » is no score
    if word.text in _PRINCIPAL and _is_the_applicant(row, at):
        return replace(word, kinds={"PRINCIPAL": True})
    if word.text in _MATES and _is_any(after[:1], ("HE",)):  # « mon pote il est maçon », not « oui mon pote »
        return replace(word, kinds={"OTHER": True, "MALE": True})
    if "AND" in word and "NO" in word and at and "NUM" in row[at - 1] and _is_any(after[:1], ("NUM",)):
        return replace(word, kinds={"AND": True})  # "we are 36 n 38"
    if "DEGREE" in word and word.text.startswith("+ ") and _is_any(after[:1], ("KID",)):
        return replace(word, kinds={"NUM": int(word.text.split()[-1])})  # "wife + 2 kids" are no "10+2"
    if "ADDRESS" in word and _is_spoken_of(row, at):
        return replace(word, kinds={"PARTNER": True, word["ADDRESS"]: True})
    return word


_PRINCIPAL = frozenset({"principal", "principale"})
_OF_TWO = ("PARTNER", "ME")


def _is_the_applicant(row: Sequence[Word], at: int) -> bool:
    """Whether "principal" tells who of two applies, « avec mon mari principal », "me as principal", and not
    who leads a school."""
    before, after = row[max(0, at - 2) : at], row[at + 1 : at + 2]
    if any("COLON" in word for word in after) and not before:
        return True  # "principal: me, 31"
    couple = any(kind in word for word in row for kind in _OF_A_COUPLE)
    ends = not after or _is_any(after, _BEHIND_THE_APPLICANT)
    the = bool(before) and before[-1].text in _THE_ONE
    if the and ends and (couple or any("ME" in word for word in before)):
        return True  # "I'm the principal, my wife comes"
    if not before or any("OF" in word or word.text.startswith("adjoint") for word in after):
        return False
    beside = _is_any(before[-1:], _OF_TWO) and before[-1].text not in _ENGLISH
    return beside or (before[-1].text in _AS and _is_any(before[:-1], _OF_TWO))


_ENGLISH = frozenset({"wife", "husband", "spouse", "partner", "me"})
"""Right behind these, "principal" is a job: "husband principal 8 years"."""
_OF_A_COUPLE = ("PARTNER", "SPOUSE")
_BEHIND_THE_APPLICANT = ("COMMA", "STOP", "SELF", "AND", "BUT", "QUESTION", "PARTNER")
_THE_ONE = frozenset({"the", "as the", "be the"})
_AS = frozenset({"as", "as the", "comme", "en"})
_WHO_SPEAKS = ("SELF", "HE", "PARTNER", "WHO")
"""Who stands before « parle », where it is the verb and not « parlé », the part of a test."""
_WHERE_OR_WHEN = ("IN", "NUM", "DATE", "COLON", "HAVE")
"""What follows « né » where it is written without its accent, and never the « ne » of a denial."""


def _is_any(words: Sequence[Word], kinds: Sequence[str]) -> bool:
    return any(kind in word for word in words for kind in kinds)


def _is_spoken_of(row: Sequence[Word], at: int) -> bool:
    """Whether « madame », « monsieur » is the partner of who writes, « CLB 4 pour madame », « Monsieur a une
    sœur », not somebody who is greeted."""
    before, after = row[at - 1 : at] if at else (), row[at + 1 : at + 3]
    if any(word.text in _FOR_WHOM for word in before):
        return True
    if any(word.text in _OF_WHOM for word in before) and _is_any(after[:1], ("COLON", "COMMA", "STOP")):
        return True
    begins = not before or _is_any(before, ("COMMA", "STOP", "SLASH", "QUESTION", "CLOSE"))
    told = _is_any(after[:1], _TOLD_OF) or any(w.text in _IS for w in after[:1])
    aged = len(after) > 1 and "NUM" in after[0] and "YEARS" in after[1]
    return begins and (told or aged)


_TOLD_OF = ("HAVE", "COLON", "OPEN", "WORK", "JOBHEAD")
_IS = frozenset({"est", "etait"})
_MATES = frozenset({"mon pote", "mon gars"})
_OF_WHOM = frozenset({"de", "a"})
"""Before « madame » and a mark: « les notes de monsieur : … »."""
_FOR_WHOM = frozenset({"pour", "et", "avec", "que"})


_BEHIND_A_CHILD = ("COMMA", "STOP", "QUESTION", "AND", "HAVE", "BE", "OPEN", "CLOSE", "COLON", "WHO", "DASH")


def _stands_alone(after: Sequence[Word]) -> bool:
    aged = len(after) > 1 and "OF" in after[0] and "NUM" in after[1]
    return aged or not after or any(kind in after[0] for kind in _BEHIND_A_CHILD)


def _numbered(kinds: Mapping[str, Any]) -> Kinds:
    return {**kinds, "NUM": int(kinds["NUMWORD"])} if "NUMWORD" in kinds else kinds


def _whole_thousands(doc: Doc, folded: str) -> Doc:
    """Join what spaces part in "25 000 $"."""
    if _SPACED_THOUSANDS.search(folded):
        with doc.retokenize() as merging:
            for piece in PIECE.finditer(folded):
                span = doc.char_span(piece.start(), piece.end()) if " " in piece[0].strip() else None
                if span is not None:
                    merging.merge(span)
    return doc


def _without_one(word: str) -> Iterator[str]:
    return (word[:n] + word[n + 1 :] for n in range(len(word)))


def _is_typo(token: str, word: str) -> bool:
    """A letter too few or too many after the first, two changed places, or one vowel for another."""
    if token[0] != word[0] or not token.isalpha():
        return False
    if len(token) != len(word):
        return abs(len(token) - len(word)) == 1 and not (token + "s" == word or word + "s" == token)
    wrong = [n for n in range(len(word)) if token[n] != word[n]]
    if len(wrong) == 1:
        return {token[wrong[0]], word[wrong[0]]} <= _VOWELS
    return (
        len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and token[wrong[0]] == word[wrong[1]]
        and token[wrong[1]] == word[wrong[0]]
    )


@lru_cache(maxsize=2)
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language, read once."""
    return Lexicon.load(lang)
