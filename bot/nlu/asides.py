"""What a whole message means: a question beside facts is heard too, and so is a third language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.facts import Fact
from bot.nlu.decision import (
    INFORM,
    MAX_OFFERED,
    OUT_OF_SCOPE,
    POSSIBLE,
    UNKNOWN,
    WHAT_IF,
    Guess,
    Meaning,
    Ranks,
    likeliest,
    tells,
    understand,
)
from bot.nlu.facts.lexicon import lexicon
from bot.nlu.going_on import begins_what_if
from bot.nlu.language import asking_words, asks, comes_to_canada, is_foreign, is_foreign_script
from bot.nlu.steering import ends_questions
from express_entry.answers import split
from express_entry.occupations.asked import asks_of_occupation
from express_entry.occupations.search import codes_in

IN_PASSING = frozenset(
    {"occupation", "has_spouse", "overall_band", "place", "education_country_is_canada", "relative_in_canada"}
)
"""Facts that people mention to explain a question: alone they do not turn it into telling."""
PLAIN = frozenset(
    {
        *("age", "birth_date", "marital_status", "citizen_or_permanent_resident", "accompanying", "child"),
        *("family_size", "education", "education_country_is_canada", "credential", "canadian_education"),
        *("certificate_of_qualification", "job", "work_years", "canadian_work_years", "foreign_work_years"),
        *("language_levels", "intends_quebec", "funds_other_currency", "date", "date_to_come", "no_such_day"),
    }
)
"""Facts that nobody names to ask about them, as "TOEFL" or "NOC 63200" may be."""
FAMILY = frozenset({"child", "family_size", "has_spouse", "marital_status"})
FOR_A_FAMILY = frozenset({"ask_costs", "ask/funds_amount"})
"""Questions that name the family they are asked for: "fees for 2 adults and a child" tells of none."""
_FROM = frozenset({"from", "in", "de", "du", "d'", "en", "au"})
_WHERE = frozenset({"FOREIGN", "CANADIAN_CITY", "PROVINCE"})
FEWEST_WORDS = 3
"""A question of fewer words ("and you?") is not told from the rest of a sentence."""

PAYLOAD = "/"
"""Begins what a button stands for; typed text never does (:mod:`bot.channels.incoming`)."""

_SENTENCE = re.compile(r"[^.!?;\n]+[.!?;\n]*")
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[\w'’-]+")
THIRD_LANGUAGE = "third_language"
HOW_TO_COME = "ask/four_steps"
"""What "how can a nurse move to Canada?" asks of somebody who only knows Express Entry."""
INVITED = "told_ita"
PAUSE = "pause"
OCCUPATION = "ask_noc"
"""What "is a cook skilled?" asks, whatever else its words remind of."""


def take(classifier: Ranks, text: str, facts: Sequence[Fact]) -> tuple[Meaning, tuple[str, ...]]:
    """What ``text`` means, and the questions that it asks besides telling ``facts``.

    One question is clear and can be answered; of several, one was meant and they can be offered. The
    classifier is asked where it can matter: not for a button, nor for a message that is facts throughout.
    """
    if text.startswith(PAYLOAD):  # Rasa takes these for what they say
        return Meaning(UNKNOWN, 0.0, "unknown", ()), ()
    if (end := ends_questions(text)) == "stop" or (end and not asks(text) and not _tells_a_case(facts)):
        return Meaning(PAUSE, 1.0, "answer", ()), ()
    told = [fact for fact in facts if tells(fact)]
    if _is_told_throughout(text, facts, told):
        return Meaning(INFORM, 1.0, "answer", ()), ()
    classifier = _Remembering(classifier)
    meaning = understand(classifier, text, facts)
    if any(fact.mode == "take_back" for fact in facts):  # "delete my age" erases no more than that
        return replace(meaning, label=INFORM, decision="answer"), ()
    asks_of_code = _asks_of_a_code(text) or asks_of_occupation(text)
    if all(_names_an_occupation(fact) for fact in told) and asks_of_code:
        return replace(meaning, label=OCCUPATION, decision="answer"), ()
    if told and begins_what_if(text) and not _has_an_answer(classifier, text):
        return replace(meaning, label=WHAT_IF, decision="answer"), ()
    if told:
        return _told(classifier, text, told, meaning)
    if meaning.label == OUT_OF_SCOPE and comes_to_canada(text):
        return replace(meaning, label=HOW_TO_COME), ()
    if meaning.decision != "answer" and (asked := _beside_pleasantries(classifier, text)) is not None:
        return asked, ()
    if is_foreign(text):
        strange = meaning.decision != "answer" or meaning.intent == OUT_OF_SCOPE
        if strange or is_foreign_script(text):
            meaning = replace(meaning, label=THIRD_LANGUAGE, decision="answer")
    return meaning, ()


def _asks_of_a_code(text: str) -> bool:
    """Whether a question is hardly more than a code: "21223?", "and is 21222 right?"."""
    return bool(codes_in(text)) and asks(text) and len(_LETTERS.findall(text)) <= FEWEST_WORDS


def _tells_a_case(facts: Sequence[Fact]) -> bool:
    """Whether more than an occupation is told: a consultant asks about a case."""
    return any(tells(fact) and fact.field not in ("occupation", "job", "noc") for fact in facts)


def _has_an_answer(classifier: Ranks, text: str) -> bool:
    """Whether a message clearly asks for one of the answers: "what if I lose my job after an ITA?"."""
    whole = understand(classifier, text, ())
    return whole.decision == "answer" and whole.answer is not None


def _beside_pleasantries(classifier: Ranks, text: str) -> Meaning | None:
    """What the one sentence that asks means, where others only greet, thank or excuse: "OK sorry. What …"."""
    sentences = [found.group() for found in _SENTENCE.finditer(text)]
    asking = [sentence for sentence in sentences if asks(sentence) and _long_enough(sentence)]
    if len(asking) != 1 or len(sentences) < 2:
        return None
    others = (sentence for sentence in sentences if sentence is not asking[0])
    if any(len(_WORD.findall(sentence)) > FEWEST_WORDS for sentence in others):
        return None
    meaning = understand(classifier, asking[0], ())
    return meaning if meaning.decision == "answer" else None


def _is_told_throughout(text: str, facts: Sequence[Fact], told: Sequence[Fact]) -> bool:
    """Whether no word stands outside the facts, and none of these would be named to ask."""
    fields = {fact.field for fact in told}
    plain = PLAIN | {"occupation"} if "age" in fields else PLAIN
    if not fields or not fields <= plain or fields <= IN_PASSING or asks(text):
        return False
    spans = [(fact.start, fact.end) for fact in facts]
    if "age" in fields:
        spans += _places(text)
    words = (found.span() for found in _WORD.finditer(text))
    return all(any(first <= start and end <= last for first, last in spans) for start, end in words)


def _places(text: str) -> list[tuple[int, int]]:
    """Where the countries and cities of a text stand: "electrician, 41, Belgium" tells where from."""
    words = lexicon("en").words(text)
    found = []
    for before, word in zip((None, *words), words, strict=False):
        if not _WHERE.isdisjoint(word.kinds):
            first = before if before is not None and before.text in _FROM else word
            found.append((first.start, word.end))
    return found


def _told(
    classifier: Ranks, text: str, told: Sequence[Fact], meaning: Meaning
) -> tuple[Meaning, tuple[str, ...]]:
    """A message with facts is taken as told, and what it asks besides is answered or offered."""
    informing = replace(meaning, label=INFORM, decision="answer")
    passing = all(fact.field in IN_PASSING for fact in told)
    if (asked := _of_a_family(classifier, text, told, meaning)) is not None:
        return replace(meaning, label=asked), ()
    if asked := aside(classifier, text, told):
        return (replace(informing, label=asked), ()) if passing else (informing, (asked,))
    whole = understand(classifier, text, ())
    slight = not any(map(_has_weight, told))
    if slight and whole.decision == "answer" and whole.intent == OUT_OF_SCOPE:
        return whole, ()
    if whole.decision == "answer" and _is_question(whole.label):
        if passing:  # "I am a cook here" asks for nothing else, whatever it is unlike
            told_only = not asks(text) and not _is_strange_without(classifier, text, told)
            return (informing if whole.label == OUT_OF_SCOPE and told_only else whole), ()
        if asks(text):
            return informing, (whole.label,)
        if any(fact.field == "job" for fact in told):  # whose words remind of much that nobody asked
            return informing, ()
        if whole.intent != OUT_OF_SCOPE:  # "masters in France" asks for no other country
            return informing, (whole.label,)
    if (passing or slight) and whole.decision == "offer" and likeliest(whole.ranking).intent == OUT_OF_SCOPE:
        return whole, ()  # a title told in passing outweighs no other subject
    if meaning.label == INVITED and any(fact.field == "language_test" for fact in told):
        return informing, ()  # "it was taken on 12 March 2024"
    strange = meaning.intent == OUT_OF_SCOPE and not passing and not _asks_anything(text)
    if strange and not _is_strange_without(classifier, text, told):
        return informing, ()  # "waitress in Dublin for two years" tells work, whatever its words remind of
    if meaning.label == INFORM and asks(text):
        likely = [guess.label for guess in whole.ranking if guess.confidence >= POSSIBLE]
        return meaning, tuple(label for label in likely if _is_question(label))[:MAX_OFFERED]
    return meaning, ()


def _of_a_family(classifier: Ranks, text: str, told: Sequence[Fact], meaning: Meaning) -> str | None:
    """The question about money that is asked for the family which alone was told, if it is one."""
    first = next(iter(meaning.ranking), None)
    if first is None or first.label not in FOR_A_FAMILY or any(fact.field not in FAMILY for fact in told):
        return None
    return first.label if first.confidence >= classifier.thresholds.sure / 2 or asks(text) else None


def _names_an_occupation(fact: Fact) -> bool:
    """Whether a fact is a title that is asked about, or a code that no edition has: nothing to keep."""
    return fact.field == "occupation" or (fact.field == "noc" and not codes_in(str(fact.value)))


class _Remembering:
    """A classifier that ranks each text of one message once."""

    def __init__(self, classifier: Ranks) -> None:
        self.thresholds = classifier.thresholds
        self._classifier = classifier
        self._ranked: dict[str, list[Guess]] = {}

    def rank(self, text: str) -> list[Guess]:
        if text not in self._ranked:
            self._ranked[text] = self._classifier.rank(text)
        return self._ranked[text]


def aside(classifier: Ranks, text: str, told: Sequence[Fact]) -> str | None:
    """The label of the question that a message asks besides the facts ``told``; None where it asks none.

    The question is a sentence, or the end of one, in which none of the facts stands.
    """
    for start, part in _parts(text):
        if any(fact.start < start + len(part) and fact.end > start for fact in told):
            continue
        meaning = understand(classifier, part, ())
        if meaning.decision == "answer" and _is_question(meaning.label):
            return meaning.label
    return None


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Where questions may stand: whole sentences that ask, then what follows a question word within one."""
    sentences = [(found.start(), found.group()) for found in _SENTENCE.finditer(text)]
    yield from ((start, part) for start, part in sentences if asks(part) and _long_enough(part))
    known = asking_words()
    for start, part in sentences:
        for word in _WORD.finditer(part):
            if word.start() and word.group().lower() in known and _long_enough(part[word.start() :]):
                yield start + word.start(), part[word.start() :]


def _is_strange_without(classifier: Ranks, text: str, told: Sequence[Fact]) -> bool:
    """Whether what stands beside the facts is out of scope by itself: "tourist visa for my brother"."""
    rest = list(text)
    for fact in told:
        rest[fact.start : fact.end] = " " * (fact.end - fact.start)
    beside = "".join(rest)
    return _long_enough(beside) and understand(classifier, beside, ()).intent == OUT_OF_SCOPE


def _has_weight(fact: Fact) -> bool:
    """Whether a fact tells more than that there is a child, or that Canada is not meant."""
    return fact.field != "correction" and fact.value != {}


def _asks_anything(text: str) -> bool:
    return any(asks(found.group()) for found in _SENTENCE.finditer(text))


def _long_enough(part: str) -> bool:
    return len(_WORD.findall(part)) >= FEWEST_WORDS


def _is_question(label: str) -> bool:
    intent, _ = split(label)
    return intent in ("ask", OUT_OF_SCOPE) or intent.startswith("ask_")
