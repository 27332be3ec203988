"""spaCy's pipeline for a message: its words with their kinds, whose each of them is, and its clauses.

The words of such a ``Doc`` are the kinds that each word has, which are also its ``tag_``: patterns compare
that, natively. So nothing of a message enters spaCy's vocabulary, which holds the kinds and no more, and a
``Doc`` can be kept as long as it is needed. What the words say stands beside, in ``doc._.words``.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import lru_cache
from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from bot.facts import NOBODY, People
from bot.nlu.facts.addressing import addressed
from bot.nlu.facts.carried_on import carried_on
from bot.nlu.facts.introducing import introduced
from bot.nlu.facts.joining import joined
from bot.nlu.facts.lexicon import UNKNOWN, Lexicon, lexicon
from bot.nlu.facts.naming import Find
from bot.nlu.facts.owned_behind import owned_behind
from bot.nlu.facts.patterns import END, START, Compiled, Match, Pattern, Tags, parsed, sources
from bot.nlu.facts.scope import scopes
from bot.nlu.facts.trades import with_trades
from bot.nlu.facts.words import Word

Doc.set_extension("words", default=(), force=True)
Doc.set_extension("scopes", default=(), force=True)
Doc.set_extension("people", default=NOBODY, force=True)
Doc.set_extension("introduced", default=(), force=True)
Span.set_extension("kinds", default=frozenset(), force=True)

CLAUSES = "clauses"
"""The name under which a ``Doc`` has its clauses."""


class _Words:
    """The tokenizer: a message becomes the words of its lexicon, between the two edges."""

    def __init__(self, words_of: Lexicon, vocab: Vocab) -> None:
        self._lexicon, self._vocab = words_of, vocab

    def __call__(self, text: str) -> Doc:
        return self.doc(self._lexicon.words(text))

    def doc(self, words: Sequence[Word]) -> Doc:
        """A message of these words."""
        tags = [START, *(self._lexicon.tag(word) for word in words), END]
        doc = Doc(self._vocab, words=tags, tags=tags)
        doc._.words = words
        return doc


@Language.component("scopes")  # type: ignore[misc]
def _scopes(doc: Doc) -> Doc:
    """``doc._.scopes``: for every word whose it is, and in which mood it was said."""
    row, people = doc._.words, doc._.people
    found = owned_behind(row, scopes(row, people), people.writer)
    doc._.scopes = carried_on(row, found, people)
    return doc


@Language.component(CLAUSES)  # type: ignore[misc]
def _clauses(doc: Doc) -> Doc:
    """``doc.spans["clauses"]``: what stands between commas, stops and words like "but", with its kinds."""
    found, first = [], 1
    for _, clause in groupby(doc._.scopes, key=lambda scope: scope.part):
        span = doc[first : first + len([*clause])]
        span._.kinds = {kind for word in doc._.words[span.start - 1 : span.end - 1] for kind in word.kinds}
        found.append(span)
        first = span.end
    doc.spans[CLAUSES] = found
    return doc


class Pipeline:
    """The pipeline of one language, and the patterns that are searched for in what it gives."""

    def __init__(self, lang: str) -> None:
        own = lexicon(lang)
        self._lang = lang
        kinds = {tag: kinds for kinds, tag in own.tags.items()}
        self._tags = Tags(kinds)
        self.nlp = Language(Vocab(strings=[START, END, *kinds]))
        self._words = self.nlp.tokenizer = _Words(own, self.nlp.vocab)
        self.nlp.add_pipe("scopes")
        self.nlp.add_pipe(CLAUSES)
        self.lists = {
            f"{name}.{listed}": [self.compiled(pattern) for pattern in patterns]
            for name in sources()
            for listed, patterns in parsed(name, lang).items()
        }

    def compiled(self, pattern: Pattern) -> Compiled:
        """A pattern in the form in which it is searched for."""
        return Compiled(pattern, self.nlp.vocab, self._tags)

    def read(self, text: str, people: People = NOBODY) -> Doc:
        """A message with all that the pipeline knows of it.

        ``people`` are those who are known from before; who is known after this message is ``doc._.people``,
        and what of that it tells ``doc._.introduced``.
        """
        doc = self.nlp.make_doc(text)
        words, known, told = introduced(addressed(doc._.words), text, people, self._find_in)
        words = with_trades(words, self._lang)
        words = joined(words, self._find_in(words))
        if words is not doc._.words:
            doc = self._words.doc(words)
        doc._.people, doc._.introduced = known, told
        return self.nlp(doc)

    def _find_in(self, words: Sequence[Word]) -> Find:
        doc, kinds = self._words.doc(words), {UNKNOWN}.union(*(word.kinds for word in words))
        return lambda name: self.find(name, doc, kinds)

    def find(self, name: str, doc: Doc, kinds: Set[str]) -> Sequence[Match]:
        """What the list of patterns ``name`` finds in a message that has these ``kinds``, pattern by pattern.

        Raises:
            KeyError: there is no such list.
        """
        likely = (pattern for pattern in self.lists[name] if pattern.may_match(kinds))
        return [match for pattern in likely for match in pattern.find(doc)]


@lru_cache(maxsize=2)
def pipeline(lang: str) -> Pipeline:
    """The pipeline of a language, built once."""
    return Pipeline(lang)
