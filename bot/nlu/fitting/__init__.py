"""What a message means once its words are looked at beside the classifier's ranking.

Some questions are known by what they name, whatever else they remind of: a score and "CLB", a sum and a
family, a round's number or day. And of several likely meanings the one is taken whose subject is named:
"points on the 67 grid?" names the grid.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.facts import Fact
from bot.nlu import personal, planning, social
from bot.nlu.asides import (
    IN_GENERAL,
    OCCUPATION,
    PAYLOAD,
    PERHAPS,
    THIRD_LANGUAGE,
    asks_anything,
    has_scores,
    perhaps_asked,
    take,
)
from bot.nlu.care import GLAD, feeling, in_danger, only_feels
from bot.nlu.comparing import compared
from bot.nlu.counting import asks_its_worth
from bot.nlu.decision import (
    GENERIC,
    INFORM,
    OUT_OF_SCOPE,
    UNKNOWN,
    WHAT_IF,
    Guess,
    Meaning,
    Ranks,
    leading,
    tells,
)
from bot.nlu.fitting.labels import (
    AGE_DROP,
    BUYS_LMIA,
    COMPLAINT,
    DENY,
    DONT_KNOW,
    FAR_OUT,
    INVITED,
    LANGUAGE,
    LIKELIER,
    OF_A_PARTNER,
    OF_THE_DEADLINE,
    POINTS,
    THANKS,
    TO_COME,
    VAGUE,
    WISHED,
    is_question,
)
from bot.nlu.fitting.message import Message
from bot.nlu.fitting.named import named_outright
from bot.nlu.fitting.own import (
    LANGUAGE_NEEDED,
    asks_whether_it_is_enough,
    is_told_beside,
    own_questions,
    supposes_a_marriage,
)
from bot.nlu.fitting.parts import read_parts
from bot.nlu.going_on import begins_what_if, is_thought, says_it_was_supposed
from bot.nlu.language import asks, is_foreign
from bot.nlu.mattering import asks_if_it_matters, moving
from bot.nlu.other_languages import wished
from bot.nlu.spoken import YES_NO, holds, plain, spoken
from bot.nlu.steering import trimmed
from bot.nlu.subjects import subject
from bot.nlu.supposing import supposes_levels, supposes_scores

ADDITIONAL = frozenset({"sibling_in_canada", "relative_in_canada", *YES_NO})
"""Facts that may give points of their own, which is asked as they are named."""
_LETTERS = re.compile(r"[^\W_]")


def meant(
    classifier: Ranks, text: str, facts: Sequence[Fact], lang: str, today: date
) -> tuple[Meaning, tuple[str, ...]]:
    """What ``text`` means, and what it asks or wishes for besides telling ``facts``."""
    message = Message(classifier, text, facts, lang, today)
    meaning, asides = _meant(message)
    wished = meaning.label == WISHED["score"] and meaning.decision == "answer" and message.tells
    if wished or (meaning.label in (POINTS, WHAT_IF) and _tells_a_person(message)):
        return replace(meaning, label=INFORM, decision="answer"), (WISHED["score"],)  # what is told is kept
    return meaning, asides


def _tells_a_person(message: Message) -> bool:
    """Whether points are asked of somebody, and not of a number: "what would I score, 27, unmarried"."""
    return {"age", "marital_status"} <= {fact.field for fact in message.facts if tells(fact)}


def _meant(message: Message) -> tuple[Meaning, tuple[str, ...]]:
    """The same, where a wish for the score beside what is told may still stand for all of it."""
    text, facts, lang, today = message.text, message.facts, message.lang, message.today
    meaning, asides = _of_the_invitation(message, *_heard(message))
    if asks_whether_it_is_enough(message):
        if message.tells:
            return replace(meaning, label=INFORM, decision="answer"), (LANGUAGE_NEEDED,)
        return replace(meaning, label=LANGUAGE_NEEDED, decision="answer"), ()
    if WHAT_IF in asides and begins_what_if(text) and not facts and message.supposed:
        # its words remind of a rule, too
        return replace(meaning, label=WHAT_IF, decision="answer"), ()
    if not message.tells and (
        _ends_in_what_if(message) or _wishes_for_what_would_be(message, meaning, asides)
    ):
        return replace(meaning, label=WHAT_IF, decision="answer"), ()
    if meaning.label == DENY and social.only_asked(text, lang, today):
        return replace(meaning, label=INFORM), asides
    if is_foreign(text) and not text.startswith(PAYLOAD):
        return _in_third_language(message, meaning, asides)
    strange = meaning.label == OUT_OF_SCOPE and meaning.confidence < FAR_OUT
    if strange and social.names_no_subject(text, lang, today):
        meaning = replace(meaning, label=UNKNOWN, decision="offer", ranking=_in_scope(meaning))
    if _estimates_a_level(message):
        return replace(meaning, label=INFORM, decision="answer"), ()
    if not asides and _asks_beside_a_doubt(message, meaning):
        return replace(meaning, label=INFORM), (meaning.label,)
    if _only_plans_a_test(message, meaning):
        kept = [
            each for each in asides if not each.startswith((PERHAPS, OUT_OF_SCOPE)) and asks_anything(text)
        ]
        return replace(meaning, label=INFORM, decision="answer"), tuple(kept)
    if not asides and all(fact.field in GENERIC for fact in facts):
        return leading(meaning), asides
    return meaning, asides


def _estimates_a_level(message: Message) -> bool:
    """Whether a message tells a level of which somebody is not sure, and nothing else: "maybe CLB 9"."""
    guessed = any(fact.field == "language_levels" and not fact.sure for fact in message.facts)
    only = all(fact.field in (*LANGUAGE, *OF_A_PARTNER) for fact in message.facts)
    return guessed and only and not asks(message.text) and not begins_what_if(message.text)


def _of_the_invitation(
    message: Message, meaning: Meaning, asides: tuple[str, ...]
) -> tuple[Meaning, tuple[str, ...]]:
    """The deadline that is asked for beside the day of one's own invitation is that of this invitation."""
    likely = meaning.ranking[0].label if meaning.decision == "offer" else meaning.label
    if (
        OF_THE_DEADLINE.isdisjoint((likely, *asides))
        or planning.invited_on(message.text, message.lang, message.today) is None
    ):
        return meaning, asides
    if meaning.label != INFORM:
        return replace(meaning, label=INVITED, decision="answer"), ()
    return meaning, tuple(dict.fromkeys(INVITED if each in OF_THE_DEADLINE else each for each in asides))


def _ends_in_what_if(message: Message) -> bool:
    """Whether a message ends in a what-if, whatever was said before: "he says French, what if I get B2?"."""
    *before, last = _CLAUSES.split(message.text.strip().rstrip("?!. "))
    supposed = bool(before) and begins_what_if(last) and bool(message.part(last).supposed)
    return supposed and message.classifier.rank(last)[0].label == WHAT_IF


def _wishes_for_what_would_be(message: Message, meaning: Meaning, asides: tuple[str, ...]) -> bool:
    """Whether the score that is wished for is that of something supposed: "Ontario picks me, what would
    it be?"."""
    if WISHED["score"] not in (meaning.label, *asides) or not message.supposed:
        return False
    first = message.classifier.rank(message.text)[0]
    return first.label == WHAT_IF and first.confidence >= LIKELIER


_CLAUSES = re.compile(r"[,.;!]\s+")


def _only_plans_a_test(message: Message, meaning: Meaning) -> bool:
    """Whether a message tells of a test to come and asks nothing, be it taken for a question about tests or
    for a wish to book one."""
    plans = any(fact.field == TO_COME and fact.value.keys() & {"test", "date"} for fact in message.facts)
    other = meaning.decision != "answer" or meaning.intent in (INFORM, OUT_OF_SCOPE, DONT_KNOW)
    return plans and not asks(message.text) and (other or is_question(meaning.label))


def _in_scope(meaning: Meaning) -> tuple[Guess, ...]:
    """What a message may mean that is not out of scope."""
    return tuple(guess for guess in meaning.ranking if guess.intent != OUT_OF_SCOPE)


def _in_third_language(
    message: Message, meaning: Meaning, asides: tuple[str, ...]
) -> tuple[Meaning, tuple[str, ...]]:
    """What a message in a third language means: what its words clearly ask for, beside what it tells, and
    which languages are written here."""
    wish = wished(message.text)
    strange = meaning.decision != "answer" or meaning.intent in VAGUE
    if message.tells:
        asked = (*asides, *(() if wish is None else (_ALONE.get(wish, wish),)))
        known = [each for each in asked if not each.startswith(PERHAPS)]
        return replace(meaning, label=INFORM, decision="answer"), (THIRD_LANGUAGE, *dict.fromkeys(known))
    if not strange:
        return meaning, asides
    return replace(meaning, label=wish or THIRD_LANGUAGE, decision="answer"), ()


_ALONE = {"start": "show_score"}
"""What a wish is called that stands beside facts."""


def _asks_beside_a_doubt(message: Message, meaning: Meaning) -> bool:
    """Whether a clear question names what may be told: "I have a brother in Toronto, does he count"."""
    doubtful = any(fact.field in ADDITIONAL and not fact.sure for fact in message.facts)
    clear = meaning.decision == "answer" and is_question(meaning.label)
    return doubtful and clear and (asks(message.text) or asks_its_worth(message.text))


def _heard(message: Message) -> tuple[Meaning, tuple[str, ...]]:
    """The same before the doubts about what is told."""
    if message.text.startswith(PAYLOAD):
        return take(message.classifier, message.text, message.facts, ())
    if (supposed := _supposed(message)) is not None:
        return supposed
    if moving(message.text):
        return Meaning(INFORM, 1.0, "answer", ()), ()
    if _asks_of_birthday(message):
        label = INFORM if message.tells else AGE_DROP
        return Meaning(label, 1.0, "answer", ()), (AGE_DROP,) if label == INFORM else ()
    if not message.tells and (kind := _said_kindly(message.text, message.lang, message.today)) is not None:
        return Meaning(kind, 1.0, "answer", ()), ()
    if (begun := _behind_a_number(message)) is not None:
        return begun
    outright = in_danger(message.text) or named_outright(message.text) is not None
    own = () if outright else tuple(own_questions(message))
    if not own:
        found, besides = read_parts(message)
        unclear = found.decision != "answer" or found.intent == OUT_OF_SCOPE
        if unclear and not besides and not message.tells and social.told_already(message.text):
            return replace(found, label=COMPLAINT, decision="answer"), ()
        return found, besides
    labels = tuple(dict.fromkeys(label for _, label in own))
    if supposes_a_marriage(message.text, [question for question, _ in own], message.facts):
        return Meaning(WHAT_IF, 1.0, "answer", ()), ()
    pays = BUYS_LMIA in labels  # what an offer would give is said with it
    labels = (BUYS_LMIA,) if pays else labels
    rest = "" if pays else personal.without(message.text, [question for question, _ in own])
    beside = is_told_beside([question for question, _ in own], message.facts)
    meaning = Meaning(UNKNOWN, 0.0, "unknown", ())
    asides: tuple[str, ...] = ()
    if _LETTERS.search(rest):
        meaning, asides = read_parts(message.part(rest))
    meant = IN_GENERAL.get(meaning.label, meaning.label)
    asks_more = meaning.decision == "answer" and is_question(meant) and asks(rest)
    more = (*((meant,) if asks_more else ()), *asides)
    labels = (*labels, *(each for each in more if each not in labels and not each.startswith(PERHAPS)))
    if beside:
        labels = tuple(IN_GENERAL.get(each, each) for each in labels)
    if beside or len(labels) > 1 or labels[0] == OCCUPATION:
        return replace(meaning, label=INFORM, decision="answer"), labels
    return replace(meaning, label=labels[0], decision="answer"), ()


def _supposed(message: Message) -> tuple[Meaning, tuple[str, ...]] | None:
    """What a message means that only supposes something, or weighs two ways against each other, beside what
    else it tells; None for any other one."""
    if _asks_with_scores(message) or (is_thought(message.text) and message.supposed):
        return Meaning(WHAT_IF, 1.0, "answer", ()), ()
    weighed = compared(message.text, message.lang, message.today) is not None
    if weighed and subject(message.text) is None:
        label = INFORM if message.tells else WHAT_IF
        return Meaning(label, 1.0, "answer", ()), (WHAT_IF,) if message.tells else ()
    if says_it_was_supposed(message.text) and not message.facts:
        return Meaning(WISHED["recap"], 1.0, "answer", ()), ()
    return _of_levels(message) if supposes_levels(message.text) else None


def _asks_with_scores(message: Message) -> bool:
    """Whether a message asks how much it is with four scores, and tells none: "8 7 7 7. My score?" does."""
    told = message.tells or (bool(message.facts) and not holds(plain(message.text), spoken()["with"]))
    return not told and supposes_scores(message.text, message.lang, message.today)


def _said_kindly(text: str, lang: str, today: date) -> str | None:
    """What a message is that says something kind, or what somebody feels, and nothing more."""
    if only_feels(text):
        return THANKS if feeling(text) == GLAD else COMPLAINT
    return social.courtesy(text, lang, today)


def _asks_of_birthday(message: Message) -> bool:
    """Whether somebody tells a birthday to come and speaks of points that go: "30 on 12 December, do I lose
    points?"."""
    words = plain(message.text)
    told = holds(words, spoken()["birthday"]) or bool(message.hearing.matches("person.turning"))
    wonders = holds(words, spoken()["losing"]) or asks_if_it_matters(message.text)
    return told and wonders and not holds(words, spoken()["invitation"])


_LEADING = re.compile(
    r"\s*(\d{1,3})(?:\s*(?:ans|years?(?: old)?|yrs?|yo))?\s*(?:[.,;!]+(?!\d)|(?=(?:and|et|but|mais)\s))",
    re.IGNORECASE,
)


def leading_number(text: str) -> re.Match[str] | None:
    """A number before a question, "31 and how much are the fees?": it answers what is on the table."""
    found = _LEADING.match(text)
    return found if found is not None and len(text[found.end() :].split()) > 1 else None


def _behind_a_number(message: Message) -> tuple[Meaning, tuple[str, ...]] | None:
    """What is asked behind a number that tells nothing by itself; None where that is not clear."""
    number = leading_number(message.text)
    if number is None or message.tells:
        return None
    rest = message.text[number.end() :]
    own = tuple(label for _, label in own_questions(message.part(rest)))
    perhaps: tuple[str, ...] = ()
    for part in () if own else (trimmed(rest), message.text):
        found, besides = read_parts(message.part(part))
        label = IN_GENERAL.get(found.label, found.label)
        if found.decision == "answer" and (is_question(label) or besides):
            return replace(found, label=INFORM), (label,) if is_question(label) else besides
        perhaps = perhaps or (perhaps_asked(found) if found.decision == "offer" and asks(part) else ())
    return (Meaning(INFORM, 1.0, "answer", ()), own or perhaps) if own or perhaps else None


def _of_levels(message: Message) -> tuple[Meaning, tuple[str, ...]]:
    """What a message means that supposes levels of a language: a what-if, beside what else it tells."""
    meaning, asides = take(message.classifier, message.text, message.facts, message.hearing.words)
    general = meaning.label == POINTS and meaning.decision == "answer"
    if general and not holds(plain(message.text), spoken()["only_french"]):
        return meaning, asides
    beside = [
        fact for fact in message.facts if fact.field not in (*LANGUAGE, *OF_A_PARTNER) or has_scores(fact)
    ]
    if any(map(tells, beside)):
        return replace(meaning, label=INFORM, decision="answer"), (WHAT_IF,)
    return replace(meaning, label=WHAT_IF, decision="answer"), ()
