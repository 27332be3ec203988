"""What a message wishes of the what-if before it: "plus French at NCLC 7", "keep it", "why?"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal

from bot.facts import KEPT
from bot.nlu.comparing import compared
from bot.nlu.decision import tells
from bot.nlu.facts import read
from bot.nlu.facts.hearing import hear
from bot.nlu.facts.words import filler, fold
from bot.nlu.language import asks
from bot.nlu.spoken import factors, holds, plain, spoken, without
from bot.nlu.supposing import all_of, first_of, is_supposed, languages_told, suppositions
from express_entry.language import TESTS
from express_entry.vocabulary import ABILITIES
from express_entry.whatif.suppositions import Fact, LanguageLevel, Supposed

Wish = Literal["add", "replace", "drop", "keep", "why", "total", "unchanged"]
"""Suppose this too, or this instead; go back to what is true; keep what was supposed; every line of it; the
number again; hear that nothing was changed."""
_IN_WORDS: Mapping[str, Wish] = {
    "without_it": "drop",
    "keep_it": "keep",
    "why_it": "why",
    "how_much_it": "total",
}


def begins_what_if(text: str) -> bool:
    """Whether a message begins as a what-if: all that it tells is supposed. So does "with only a bachelor's,
    how much?", and what is said to be a thought: "I said IF, IELTS 6 in all four"."""
    words = plain(text)
    comes_to = holds(words, spoken()["comes_to"]) and not holds(words, spoken()["money"])
    return is_thought(text) or _begins(words, "what_if") or (_begins(words, "with") and comes_to)


def is_thought(text: str) -> bool:
    """Whether a message says of results or levels, or of what it asks, that they are only thought of."""
    words = plain(text)
    results = (
        *spoken()["supposing_levels"]["levels"],
        *(name for each in spoken()["tests"].values() for name in each),
    )
    return holds(words, spoken()["only_a_thought"]) and (asks(text) or holds(words, results))


def going_on(
    text: str, lang: str, today: date, before: Sequence[str], profile: Mapping[str, Any]
) -> Wish | None:
    """What ``text`` wishes of the what-if of the messages ``before``; None where there is none, or where it
    says something of its own."""
    words = plain(text)
    if not before or compared(text, lang, today) is not None:
        return None
    for name, wish in _IN_WORDS.items():
        if _is(words, name):
            return wish
    if _asks_why(words):
        return "why"
    denied = says_it_was_supposed(text) or (holds(words, spoken()["real"]) and "?" not in text)
    if (denied or not begins_what_if(text)) and _tells_no_more(text, lang, today, profile, denied):
        return "unchanged"
    if _changes_an_ability(text, lang, today, before, profile):
        return "add"
    on_top = _comes_on_top(text, lang, today)
    if (begins_what_if(text) and not on_top) or (holds(words, spoken()["states"]) and not asks(text)):
        return None
    if _corrects(text, lang, today, before, profile):
        return "replace"
    replacing = _begins(words, "in_its_place") or holds(words, spoken()["in_its_place_anywhere"])
    if not (replacing or on_top or _begins(words, "adding_to_it") or _begins(words, "without")):
        return None
    if not suppositions(text, lang, today, profile):
        return None
    return "replace" if replacing else "add"


def _comes_on_top(text: str, lang: str, today: date) -> bool:
    """Whether a message names, without a verb that would state it, what comes on top: "a Red Seal on top"."""
    words = plain(text)
    if not holds(words, spoken()["on_top"]) or _begins(words, "what_if"):
        return False
    return hear(text, lang, today, supposed=True).kinds.isdisjoint(_STATING) or asks(text)


_STATING = frozenset({"BE", "IAM", "IHAVE", "LIVES", "RECEIVED"})
"""Kinds of words with which something is told as it is."""


def _changes_an_ability(
    text: str, lang: str, today: date, before: Sequence[str], profile: Mapping[str, Any]
) -> bool:
    """Whether a message names levels of some abilities, and none of all, of a language that was supposed
    before: those change, and the others stay as they were supposed: "NCLC 8 in writing"."""
    words = plain(text)
    if holds(words, spoken()["levels"]["own"]) and not asks(text):
        return False
    now, then = suppositions(text, lang, today, profile), all_of(before, lang, today, profile)
    both = all_of((*before, text), lang, today, profile)[len(then) :]
    if not now or not all(isinstance(each, LanguageLevel) and each.abilities != ABILITIES for each in both):
        return False
    supposed = {_language(each, profile) for each in then if _kind(each) == "language"}
    named = {_language(each, profile) for each in both}
    anew = begins_what_if(text) and any(language in languages_told(profile) for language in named)
    return named <= supposed and not anew


def _language(supposed: Supposed, profile: Mapping[str, Any]) -> str | None:
    """The language of a level or of a test that is supposed."""
    if isinstance(supposed, LanguageLevel):
        return supposed.language or first_of(profile)
    test = supposed.value.get("test") if isinstance(supposed, Fact) else None
    return TESTS[test].language if test else first_of(profile)


def says_it_was_supposed(text: str) -> bool:
    """Whether a message says of what went before that it was only supposed."""
    return holds(plain(text), spoken()["only_a_thought"]) and "?" not in text


def _tells_no_more(text: str, lang: str, today: date, profile: Mapping[str, Any], denied: bool) -> bool:
    """Whether a message that denies a what-if, or tells something, tells no more than what is known: "not
    taken yet, my scores stay 6.5 5.5 6 6"."""
    supposed = suppositions(text, lang, today, profile)
    more = any(tells(fact) and not is_supposed(fact) for fact in read(text, lang, today, lists=KEPT))
    return (denied or bool(supposed)) and not more and all(_is_known(each, profile) for each in supposed)


def _is_known(supposed: Supposed, profile: Mapping[str, Any]) -> bool:
    if not isinstance(supposed, Fact):
        return False
    known = profile.get(supposed.path)
    if isinstance(known, Mapping) and isinstance(supposed.value, Mapping):
        return supposed.value.items() <= known.items()
    return bool(known == supposed.value)


def _corrects(text: str, lang: str, today: date, before: Sequence[str], profile: Mapping[str, Any]) -> bool:
    """Whether a message puts right what was supposed, "no, I said 8 each", or asks for the total with
    something else of the same; a result with a day is told."""
    words = plain(text)
    total = holds(words, spoken()["how_much_it"]) and not holds(words, spoken()["levels"]["own"])
    if not total and not _begins(words, "puts_right"):
        return False
    now = suppositions(text, lang, today, profile)
    kinds = {_kind(each) for each in all_of(before, lang, today, profile)}
    return bool(now) and all(_kind(each) in kinds and not _is_dated(each) for each in now)


def _is_dated(supposed: Supposed) -> bool:
    return isinstance(supposed, Fact) and isinstance(supposed.value, Mapping) and "date" in supposed.value


def _kind(supposed: Supposed) -> str:
    """What is supposed: a language by level or by scores, or another fact by its path."""
    if isinstance(supposed, LanguageLevel):
        return "language"
    path = supposed.path if isinstance(supposed, Fact) else type(supposed).__name__
    return "language" if path.endswith("language") else path


def _is(words: str, name: str) -> bool:
    """Whether the words are one of a list, with or without small words around."""
    listed = {plain(each) for each in spoken()[name]}
    return words in listed or plain(without(words, spoken()["beside_it"])) in listed


def _asks_why(words: str) -> bool:
    """Whether the words ask why something gives what it gives, and name nothing: "wow, why so much?"."""
    if not holds(words, spoken()["why_words"]) or factors(words):
        return False
    rest = without(words, (*spoken()["why_words"], *spoken()["why_beside"]))
    return all(fold(word) in filler() for word in re.split(r"[^\w-]+", rest) if word)


def _begins(words: str, name: str) -> bool:
    return any(words.startswith(f" {each} ") for each in spoken()[name])
