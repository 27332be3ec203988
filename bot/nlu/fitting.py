"""What a message means once its words are looked at beside the classifier's ranking.

Some questions are known by what they name, whatever else they remind of: a score and "CLB", a sum and a
family, a round's number or day. And of several likely meanings the one is taken whose subject is named:
"points on the 67 grid?" names the grid.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.facts import Fact, is_only_an_occupation
from bot.nlu import levels, personal, planning, rounds, social, validity
from bot.nlu.asides import (
    FAMILY,
    IN_GENERAL,
    OCCUPATION,
    OCCUPATIONS,
    PAYLOAD,
    PERHAPS,
    SOCIAL,
    THIRD_LANGUAGE,
    asks_anything,
    has_scores,
    likeliest_of_parts,
    perhaps_asked,
    take,
)
from bot.nlu.care import GLAD, cared_for, feeling, in_danger, only_feels
from bot.nlu.counting import asks_its_worth, hours_for_a_year, whether_counts
from bot.nlu.decision import (
    GENERIC,
    INFORM,
    MAX_OFFERED,
    OUT_OF_SCOPE,
    UNKNOWN,
    WHAT_IF,
    Guess,
    Meaning,
    Ranks,
    leading,
    tells,
)
from bot.nlu.facts.hearing import hear
from bot.nlu.facts.words import filler, fold
from bot.nlu.going_on import begins_what_if, is_thought, says_it_was_supposed
from bot.nlu.household import asks_funds_of_a_family, asks_whether_enough
from bot.nlu.language import asks, is_foreign
from bot.nlu.other_languages import wished
from bot.nlu.points import asked
from bot.nlu.spoken import YES_NO, factors, holds, plain, spoken, without
from bot.nlu.steering import Steered, Wish, steered, trimmed
from bot.nlu.subjects import subject
from bot.nlu.supposing import either_way, supposes_levels, supposes_scores, suppositions
from express_entry.answers import split
from express_entry.occupations.search import codes_in, numbers_in

SUPPOSING = frozenset({UNKNOWN, INFORM, "ask_principal", "ask_improve"})
"""What the words of a what-if are taken for by mistake."""
OF_A_PROVINCE = "ask/province_"
"""Begins the labels of answers about one province."""
FRENCH_FIRST = "ask/french_as_first_language"
POINTS = "ask_points"
PRINCIPAL = "ask_principal"
WHO_APPLIES = frozenset({UNKNOWN, WHAT_IF, "ask_improve"})
"""What a question about who applies is taken for by mistake."""
WRONG_TEST = "ask/which_english_test"
FOLLOW_TIME = "follow_time"
ALIKE = (
    ("start", "show_score"),
    ("show_score", "explain_score"),
    ("ask/processing_time", "ask/total_time"),
    ("ask/total_time", "follow_time"),
    ("why", "follow_partner"),
    (OCCUPATION, "ask/what_is_noc"),
    (OCCUPATION, "ask/noc_tool"),
    ("ask/not_accompanying", "ask/spouse_points"),
)
"""Meanings that come to the same: who is asked which one was meant has learned nothing by the question."""
OTHERWISE = 0.9
"""Probability from which a question is what the classifier takes it for, whatever words stand in it."""
FAR = 3
"""How many times likelier the first of several meanings may be than one whose subject is named."""
CLEAR = 0.7
"""Probability of two meanings together that come to the same."""
ABOUT_PARTNERS = frozenset({WHAT_IF, PRINCIPAL, "ask/spouse_points", "ask/not_accompanying"})
"""Meanings of a message about a partner who may come or stay: both ways are compared."""


SEVERAL = re.compile(r"[.!?;:]\s")
"""Parts a message of several sentences."""
FUNDS = "ask/funds_amount"
BUYS_LMIA = "ask/buy_lmia"
UNFINISHED, ECA_NEEDED, CANADIAN_STUDY = (
    f"ask/{name}" for name in ("unfinished_degree", "eca_needed", "eca_canadian_study")
)
HOURS = "ask/full_time_hours"
NEXT_ROUND = "ask_latest_round"
OLD_CODES = "ask/noc_2016_code"
OF_A_CODE = frozenset({OLD_CODES, "ask/teer_4_5"})
"""Rules of which the answer about one occupation says what holds for it."""
PAST_ROUNDS = "ask_round_history"
INVITED = "told_ita"
OF_THE_DEADLINE = frozenset({INVITED, "ask_deadlines", "ask/ita_time"})
"""What somebody asks who tells of an invitation and asks until when."""
ELIGIBILITY = "ask_eligibility"
CUTOFFS = frozenset({"ask/french_cutoffs", "ask/good_score"})
"""General answers about cut-offs: who names a score hears how it compares."""
BESIDE_A_NUMBER = frozenset({UNKNOWN, INFORM, "explain_score", "show_score", "ask/equal_to_cutoff"})
"""What a message is taken for that compares one's own total with a number."""
AGE_DROP = "ask_age_drop"
CHANCES = "ask_chances"
"""What somebody wonders about who was not invited."""
ADDITIONAL = frozenset({"sibling_in_canada", "relative_in_canada", *YES_NO})
"""Facts that may give points of their own, which is asked as they are named."""
ALSO_TOLD = frozenset({CHANCES, "ask/agent_says"})
"""What a message may ask by its words that tells facts as well: these are kept."""
TO_COME = "test_to_come"
"""The fact of a test that is planned, or whose results are awaited."""
LANGUAGE = frozenset({"language_levels", "language_test", "no_language", "no_test", "overall_band", TO_COME})
"""Facts of a language, which a what-if about levels supposes."""
FAR_OUT = 0.9
"""Probability of a message out of scope from which it is, whatever small words it has."""
SAVINGS = "funds"
"""The fact of money that was told."""
DENY, DONT_KNOW = "deny", "dont_know"
THANKS = "thanks"
COMPLAINT = "complaint"
"""What "I told you already" is, where nothing of it can be read."""
_LETTERS = re.compile(r"[^\W_]")
_OF_A_TEST = frozenset({"language_levels", "language_test", "overall_band", "scores", "date"})
_OF_MONEY = frozenset({"settlement_funds_cad", "funds_other_currency", "number", *FAMILY})
ABOUT_WHAT_THEY_NAME = frozenset({"funds", "milestone", "marry", "own_years", "too_old", "in_demand"})
"""Kinds of questions whose words tell nothing: what they name is asked about, or supposed."""
IN_ALL_WORDS = frozenset({"possible", "qualify"})
"""Kinds of questions of which the whole message tells what they are about: "may I, with French only?"."""
OF_SOME_WORK = frozenset({"own_years", personal.SKILLED})
"""Kinds of questions which a rule about some kind of work answers better."""
ENOUGH = ((_OF_A_TEST, "ask/language_minimum"), (_OF_MONEY, FUNDS))
"""What "is that enough?" asks, by what alone is told with it."""


NO_WHAT_IF = SUPPOSING | {FRENCH_FIRST}
"""Meanings that a what-if reminds of."""
FROM_WORDS = frozenset({levels.LEVELS, HOURS, OCCUPATION, FUNDS, NEXT_ROUND, PAST_ROUNDS})
"""What is known by what it names, and answered from that."""
LIKELIER = 0.5
"""Probability from which a whole message asks one question rather than another that a part reminds of."""


WISHED: Mapping[Wish, str] = {"recap": "show_profile", "score": "show_score", "stop": "pause"}
"""What is done for each wish that stands beside what else a message says."""
OWN_DATA = frozenset({"export_data", "delete_data", "restart"})
"""Meanings of a message about one's data that no wish to see it takes the place of."""
VAGUE = SOCIAL | {OUT_OF_SCOPE, THIRD_LANGUAGE, INFORM, "skip", "back"}
"""Meanings of a message that yield to a wish for the score."""


def meant(
    classifier: Ranks, text: str, facts: Sequence[Fact], lang: str, today: date
) -> tuple[Meaning, tuple[str, ...]]:
    """What ``text`` means, and what it asks or wishes for besides telling ``facts``."""
    meaning, asides = _of_the_invitation(text, lang, today, *_heard(classifier, text, facts, lang, today))
    if WHAT_IF in asides and begins_what_if(text) and not facts and suppositions(text, lang, today, {}):
        # its words remind of a rule, too
        return replace(meaning, label=WHAT_IF, decision="answer"), ()
    if not any(map(tells, facts)) and _ends_in_what_if(classifier, text, lang, today):
        return replace(meaning, label=WHAT_IF, decision="answer"), ()
    if meaning.label == DENY and social.only_asked(text, lang, today):
        return replace(meaning, label=INFORM), asides
    if is_foreign(text) and not text.startswith(PAYLOAD):
        return _in_third_language(text, facts, meaning, asides)
    strange = meaning.label == OUT_OF_SCOPE and meaning.confidence < FAR_OUT
    if strange and social.names_no_subject(text, lang, today):
        meaning = replace(meaning, label=UNKNOWN, decision="offer", ranking=_in_scope(meaning))
    if _estimates_a_level(text, facts):
        return replace(meaning, label=INFORM, decision="answer"), ()
    if not asides and _asks_beside_a_doubt(text, facts, meaning):
        return replace(meaning, label=INFORM), (meaning.label,)
    if _only_plans_a_test(text, facts, meaning):
        kept = tuple(each for each in asides if not each.startswith((PERHAPS, OUT_OF_SCOPE)))
        return replace(meaning, label=INFORM, decision="answer"), kept
    if not asides and all(fact.field in GENERIC for fact in facts):
        return leading(meaning), asides
    return meaning, asides


def _estimates_a_level(text: str, facts: Sequence[Fact]) -> bool:
    """Whether a message tells a level of which somebody is not sure, and nothing else: "maybe CLB 9"."""
    guessed = any(fact.field == "language_levels" and not fact.sure for fact in facts)
    only = all(fact.field in (*LANGUAGE, *_OF_A_PARTNER) for fact in facts)
    return guessed and only and not asks(text) and not begins_what_if(text)


def _of_the_invitation(
    text: str, lang: str, today: date, meaning: Meaning, asides: tuple[str, ...]
) -> tuple[Meaning, tuple[str, ...]]:
    """The deadline that is asked for beside the day of one's own invitation is that of this invitation."""
    likely = meaning.ranking[0].label if meaning.decision == "offer" else meaning.label
    if OF_THE_DEADLINE.isdisjoint((likely, *asides)) or planning.invited_on(text, lang, today) is None:
        return meaning, asides
    if meaning.label != INFORM:
        return replace(meaning, label=INVITED, decision="answer"), ()
    return meaning, tuple(dict.fromkeys(INVITED if each in OF_THE_DEADLINE else each for each in asides))


def _ends_in_what_if(classifier: Ranks, text: str, lang: str, today: date) -> bool:
    """Whether a message ends in a what-if, whatever was said before: "he says French, what if I get B2?"."""
    *before, last = _CLAUSES.split(text.strip().rstrip("?!. "))
    supposed = bool(before) and begins_what_if(last) and bool(suppositions(last, lang, today, {}))
    return supposed and classifier.rank(last)[0].label == WHAT_IF


_CLAUSES = re.compile(r"[,.;!]\s+")


def _only_plans_a_test(text: str, facts: Sequence[Fact], meaning: Meaning) -> bool:
    """Whether a message tells of a test to come and asks nothing, be it taken for a question about tests or
    for a wish to book one."""
    plans = any(fact.field == TO_COME for fact in facts)
    other = meaning.decision != "answer" or meaning.intent in (INFORM, OUT_OF_SCOPE, DONT_KNOW)
    return plans and not asks(text) and (other or _is_question(meaning.label))


def _in_scope(meaning: Meaning) -> tuple[Guess, ...]:
    """What a message may mean that is not out of scope."""
    return tuple(guess for guess in meaning.ranking if guess.intent != OUT_OF_SCOPE)


def _in_third_language(
    text: str, facts: Sequence[Fact], meaning: Meaning, asides: tuple[str, ...]
) -> tuple[Meaning, tuple[str, ...]]:
    """What a message in a third language means: what its words clearly ask for, beside what it tells, and
    which languages are written here."""
    wish = wished(text)
    strange = meaning.decision != "answer" or meaning.intent in VAGUE
    if any(map(tells, facts)):
        asked = (*asides, *(() if wish is None else (_ALONE.get(wish, wish),)))
        known = [each for each in asked if not each.startswith(PERHAPS)]
        return replace(meaning, label=INFORM, decision="answer"), (THIRD_LANGUAGE, *dict.fromkeys(known))
    if not strange:
        return meaning, asides
    return replace(meaning, label=wish or THIRD_LANGUAGE, decision="answer"), ()


_ALONE = {"start": "show_score"}
"""What a wish is called that stands beside facts."""


def _asks_beside_a_doubt(text: str, facts: Sequence[Fact], meaning: Meaning) -> bool:
    """Whether a clear question names what may be told: "I have a brother in Toronto, does he count"."""
    doubtful = any(fact.field in ADDITIONAL and not fact.sure for fact in facts)
    clear = meaning.decision == "answer" and _is_question(meaning.label)
    return doubtful and clear and (asks(text) or asks_its_worth(text))


def _heard(
    classifier: Ranks, text: str, facts: Sequence[Fact], lang: str, today: date
) -> tuple[Meaning, tuple[str, ...]]:
    """The same before the doubts about what is told."""
    if text.startswith(PAYLOAD):
        return take(classifier, text, facts, ())
    thought = is_thought(text) and suppositions(text, lang, today, {})
    if thought or _asks_with_scores(text, facts, lang, today):
        return Meaning(WHAT_IF, 1.0, "answer", ()), ()
    if says_it_was_supposed(text) and not facts:
        return Meaning(WISHED["recap"], 1.0, "answer", ()), ()
    if supposes_levels(text):
        return _of_levels(classifier, text, facts, lang, today)
    if _asks_of_birthday(text, lang, today):
        label = INFORM if any(map(tells, facts)) else AGE_DROP
        return Meaning(label, 1.0, "answer", ()), (AGE_DROP,) if label == INFORM else ()
    if not any(map(tells, facts)) and (kind := _said_kindly(text, lang, today)) is not None:
        return Meaning(kind, 1.0, "answer", ()), ()
    if (begun := _behind_a_number(classifier, text, facts, lang, today)) is not None:
        return begun
    own = () if in_danger(text) else tuple(_own(classifier, text, facts))
    if not own:
        found, besides = _steered(classifier, text, facts, lang, today)
        unclear = found.decision != "answer" or found.intent == OUT_OF_SCOPE
        if unclear and not besides and not any(map(tells, facts)) and social.told_already(text):
            return replace(found, label=COMPLAINT, decision="answer"), ()
        return found, besides
    labels = tuple(dict.fromkeys(label for _, label in own))
    if _supposes_a_marriage(text, [question for question, _ in own], facts):
        return Meaning(WHAT_IF, 1.0, "answer", ()), ()
    pays = BUYS_LMIA in labels  # what an offer would give is said with it
    labels = (BUYS_LMIA,) if pays else labels
    rest = "" if pays else personal.without(text, [question for question, _ in own])
    beside = _is_told_beside([question for question, _ in own], facts)
    meaning = Meaning(UNKNOWN, 0.0, "unknown", ())
    asides: tuple[str, ...] = ()
    if _LETTERS.search(rest):
        meaning, asides = _steered(classifier, rest, facts, lang, today)
    meant = IN_GENERAL.get(meaning.label, meaning.label)
    asks_more = meaning.decision == "answer" and _is_question(meant) and asks(rest)
    more = (*((meant,) if asks_more else ()), *asides)
    labels = (*labels, *(each for each in more if each not in labels and not each.startswith(PERHAPS)))
    if beside or len(labels) > 1 or labels[0] == OCCUPATION:
        return replace(meaning, label=INFORM, decision="answer"), labels
    return replace(meaning, label=labels[0], decision="answer"), ()


def _asks_with_scores(text: str, facts: Sequence[Fact], lang: str, today: date) -> bool:
    """Whether a message asks how much it is with four scores, and tells none: "8 7 7 7. My score?" does."""
    told = any(map(tells, facts)) or (bool(facts) and not holds(plain(text), spoken()["with"]))
    return not told and supposes_scores(text, lang, today)


def _supposes_a_marriage(text: str, asked: Sequence[personal.Question], facts: Sequence[Fact]) -> bool:
    """Whether all of a message supposes a marriage: "what if I marry her? She has a bachelor's degree"."""
    if all(each.kind != personal.MARRYING for each in asked):
        return False
    if begins_what_if(text):
        return all(each.label == WHAT_IF for each in asked)
    told = [fact for fact in facts if tells(fact)]
    return bool(told) and asks(text) and all(fact.person == "partner" for fact in told)


def _said_kindly(text: str, lang: str, today: date) -> str | None:
    """What a message is that says something kind, or what somebody feels, and nothing more."""
    if only_feels(text):
        return THANKS if feeling(text) == GLAD else COMPLAINT
    return social.courtesy(text, lang, today)


def _asks_of_birthday(text: str, lang: str, today: date) -> bool:
    """Whether somebody tells a birthday to come and speaks of points that go: "30 on 12 December, do I lose
    points?"."""
    words = plain(text)
    told = holds(words, spoken()["birthday"]) or bool(hear(text, lang, today).matches("person.turning"))
    return told and holds(words, spoken()["losing"]) and not holds(words, spoken()["invitation"])


_LEADING = re.compile(
    r"\s*(\d{1,3})(?:\s*(?:ans|years?(?: old)?|yrs?|yo))?\s*(?:[.,;!]+(?!\d)|(?=(?:and|et|but|mais)\s))",
    re.IGNORECASE,
)


def leading_number(text: str) -> re.Match[str] | None:
    """A number before a question, "31 and how much are the fees?": it answers what is on the table."""
    found = _LEADING.match(text)
    return found if found is not None and len(text[found.end() :].split()) > 1 else None


def _behind_a_number(
    classifier: Ranks, text: str, facts: Sequence[Fact], lang: str, today: date
) -> tuple[Meaning, tuple[str, ...]] | None:
    """What is asked behind a number that tells nothing by itself; None where that is not clear."""
    number = leading_number(text)
    if number is None or any(map(tells, facts)):
        return None
    rest = text[number.end() :]
    own = tuple(label for _, label in _own(classifier, rest, facts))
    perhaps: tuple[str, ...] = ()
    for part in () if own else (trimmed(rest), text):
        found, besides = _steered(classifier, part, facts, lang, today)
        label = IN_GENERAL.get(found.label, found.label)
        if found.decision == "answer" and (_is_question(label) or besides):
            return replace(found, label=INFORM), (label,) if _is_question(label) else besides
        perhaps = perhaps or (perhaps_asked(found) if found.decision == "offer" and asks(part) else ())
    return (Meaning(INFORM, 1.0, "answer", ()), own or perhaps) if own or perhaps else None


def _own(classifier: Ranks, text: str, facts: Sequence[Fact]) -> Iterator[tuple[personal.Question, str]]:
    """The questions about themselves that a message asks, and the label of the answer to each; what the
    classifier clearly takes for a question about something else is none."""
    for each in personal.questions(text):
        label = _by_what_is_told(each, facts)
        if each.kind in OF_SOME_WORK and whether_counts(text[each.start : each.end], text) is not None:
            continue
        if each.kind == personal.SKILLED and not any(fact.field in OCCUPATIONS for fact in facts):
            continue
        question = text if each.kind in IN_ALL_WORDS else text[each.start : each.end]
        if each.sure or not _asks_something_else(classifier, question, label):
            yield each, label


def _asks_something_else(classifier: Ranks, question: str, label: str) -> bool:
    """Whether a question of which the words are those of ``label`` clearly asks for another answer; what is
    calculated from the words themselves does not."""
    first = next(iter(classifier.rank(question)), None)
    if first is None or first.answer is None or label in (levels.LEVELS, HOURS):
        return False
    return first.label != label and first.confidence >= OTHERWISE


def _by_what_is_told(asked: personal.Question, facts: Sequence[Fact]) -> str:
    """The label of a question whose subject the message tells: what is enough, or what is in demand."""
    if asked.kind.startswith("enough"):
        told = {fact.field for fact in facts}
        return next((label for fields, label in ENOUGH if told and told <= fields), asked.label)
    return asked.label


def _is_told_beside(asked: Sequence[personal.Question], facts: Sequence[Fact]) -> bool:
    """Whether something is told beside these questions, or within one that only asks what it is worth."""
    within = [each for each in asked if each.kind in ABOUT_WHAT_THEY_NAME]
    return any(
        fact.field not in ("yes_no", "number", "place")
        and not any(each.start <= fact.start < each.end for each in within)
        for fact in facts
    )


def _is_question(label: str) -> bool:
    intent, _ = split(label)
    return intent == "ask" or intent.startswith("ask_")


def _steered(
    classifier: Ranks, text: str, facts: Sequence[Fact], lang: str, today: date
) -> tuple[Meaning, tuple[str, ...]]:
    """What a message means that asks nothing of the kind."""
    found = steered(text)
    if not found.wishes and not found.dropped:
        meaning, asides = _meant(classifier, text, facts, lang, today)
        return _as_a_whole(classifier, text, facts, lang, today, meaning, asides)
    meaning, asides = _meant(classifier, text, facts, lang, today)
    if found.single:
        return _one_wish(found, meaning, facts), asides
    is_question = meaning.decision == "answer" and meaning.intent not in VAGUE | set(WISHED.values())
    if found.wishes == ("score",) and not found.sure and is_question:
        return meaning, asides
    labels = tuple(WISHED[wish] for wish in found.wishes)
    if found.alone and not facts:
        if not labels:
            return meaning, asides
        wished = replace(meaning, label=labels[0], decision="answer")
        return (wished, ()) if len(labels) == 1 else (replace(wished, label=INFORM), labels)
    rest, besides = _meant(classifier, found.rest, facts, lang, today)
    if not labels:
        return rest, besides
    if rest.intent == INFORM or facts or len(labels) > 1:
        besides = (*labels, *besides)
    elif rest.decision == "answer" and rest.intent not in VAGUE:
        besides = (*labels, rest.label)
    elif perhaps := perhaps_asked(rest):
        return replace(rest, label=INFORM, decision="answer"), (*labels, *perhaps)
    else:
        return replace(rest, label=labels[0], decision="answer"), ()
    asked = rest.decision == "answer" and rest.intent not in VAGUE and rest.label not in besides
    return replace(rest, label=INFORM, decision="answer"), (*besides, rest.label) if asked else besides


def _as_a_whole(
    classifier: Ranks,
    text: str,
    facts: Sequence[Fact],
    lang: str,
    today: date,
    meaning: Meaning,
    asides: tuple[str, ...],
) -> tuple[Meaning, tuple[str, ...]]:
    """The question that a message asks as a whole, where a part of it was taken for another one, or for none:
    a part knows less than all of it. What is told is kept beside."""
    first, told = classifier.rank(text)[0], any(map(tells, facts))
    answered = meaning.decision == "answer" and (meaning.label != INFORM or _answers_any(asides))
    heard = (meaning.label, *asides) if meaning.decision == "answer" else asides
    strange = meaning.intent == OUT_OF_SCOPE or (told and first.intent == OUT_OF_SCOPE)
    supposes = meaning.label == WHAT_IF and (either_way(text) or bool(suppositions(text, lang, today, {})))
    by_words = meaning.label in (*FROM_WORDS, subject(text, first.label)) or strange or supposes
    silent = told and not asks_anything(text)
    if silent and ({fact.field for fact in facts} == {"date"} or is_only_an_occupation(text, facts)):
        return meaning, asides  # a day, or a title, and nothing else answers what was asked
    refused = told and OUT_OF_SCOPE in asides
    doubted = (by_words or silent) and not refused
    least = OTHERWISE if doubted else LIKELIER if answered else classifier.thresholds.sure
    if first.confidence < least or not _is_question(first.label) or first.label in heard:
        return meaning, asides
    if meaning.label in (levels.LEVELS, HOURS) or (meaning.label in FROM_WORDS and first.answer is None):
        return meaning, asides
    if meaning.label == CHANCES and (rounds.asked(text).score or rounds.wonders_whether_enough(text)):
        return meaning, asides
    if told and any(
        guess.label in asides and guess.confidence >= max(first.confidence, classifier.thresholds.sure)
        for guess in likeliest_of_parts(classifier, text)
    ):
        return meaning, asides  # facts remind of other questions: "33, nurse. How long does it take?"
    if asks_what_counted(text) or not _supposes_as(first.label, meaning, text, lang, today):
        return meaning, asides
    of_code = meaning.label == OCCUPATION and first.label in OF_A_CODE
    if of_code or (meaning.label in validity.LABELS.values() and _is_dated(text, lang, today)):
        return meaning, asides
    if told:
        return replace(meaning, label=INFORM, decision="answer"), (first.label,)
    return Meaning(first.label, first.confidence, "answer", meaning.ranking), ()


def _is_dated(text: str, lang: str, today: date) -> bool:
    """Whether a message names the day of the test or assessment whose validity it asks about."""
    about = validity.asked(text, lang, today)
    return about is not None and about.date is not None


def _answers_any(asides: tuple[str, ...]) -> bool:
    return any(not each.startswith(PERHAPS) for each in asides)


def _supposes_as(label: str, meaning: Meaning, text: str, lang: str, today: date) -> bool:
    """Whether a label agrees with what a message supposes: a what-if needs something that is supposed, and
    one that is heard as such is no question about what it supposes."""
    if label == WHAT_IF:
        return bool(suppositions(text, lang, today, {}))
    return meaning.label != WHAT_IF or not (label in NO_WHAT_IF or begins_what_if(text))


def _of_levels(
    classifier: Ranks, text: str, facts: Sequence[Fact], lang: str, today: date
) -> tuple[Meaning, tuple[str, ...]]:
    """What a message means that supposes levels of a language: a what-if, beside what else it tells."""
    meaning, asides = take(classifier, text, facts, hear(text, lang, today).words)
    general = meaning.label == POINTS and meaning.decision == "answer"
    if general and not holds(plain(text), spoken()["only_french"]):
        return meaning, asides
    beside = [fact for fact in facts if fact.field not in (*LANGUAGE, *_OF_A_PARTNER) or has_scores(fact)]
    if any(map(tells, beside)):
        return replace(meaning, label=INFORM, decision="answer"), (WHAT_IF,)
    return replace(meaning, label=WHAT_IF, decision="answer"), ()


def _one_wish(found: Steered, meaning: Meaning, facts: Sequence[Fact]) -> Meaning:
    """What a message of one clause means that wishes for the score, or to see what is known."""
    if "recap" in found.wishes and meaning.intent not in OWN_DATA and not any(map(tells, facts)):
        return replace(meaning, label=WISHED["recap"], decision="answer")
    unclear = meaning.decision != "answer" or meaning.intent in VAGUE
    if found.score and unclear and not any(map(tells, facts)):
        return replace(meaning, label=WISHED["score"], decision="answer")
    return meaning


def _meant(
    classifier: Ranks, text: str, facts: Sequence[Fact], lang: str, today: date
) -> tuple[Meaning, tuple[str, ...]]:
    """The same of a message in which nothing is wished for beside the rest."""
    meaning, asides = take(classifier, text, facts, hear(text, lang, today).words)
    label = named(text, lang, today)
    if label is None or _asks_something_else(classifier, text, label):
        meaning = cared_for(in_other_words(meaning, text), text, facts)
        if meaning.label == INFORM and either_way(text) and _only_names_a_partner(facts):
            return replace(meaning, label=WHAT_IF, decision="answer"), ()
        fitted = fitting(meaning, text, lang, today)
        told = meaning.label in (INFORM, INVITED) and any(map(tells, facts))
        if told and fitted.label in ALSO_TOLD:
            asked = meaning.label == INFORM or asks_anything(text)
            return replace(meaning, label=INFORM), asides or ((fitted.label,) if asked else ())
        of_papers = fitted.label in validity.LABELS.values() and any(map(has_scores, facts))
        meaning = meaning if of_papers and meaning.label == INFORM else fitted  # its scores are kept
        asides = beside(asides, text, lang, today) if meaning.intent == INFORM else asides
        counts = _whether_it_counts(text, facts, lang, today)
        if counts is None or UNFINISHED not in (meaning.label, *asides):
            return meaning, asides
        label = counts if meaning.label == UNFINISHED else meaning.label
        return replace(meaning, label=label), tuple(counts if each == UNFINISHED else each for each in asides)
    if _tells_besides(label, text, facts) and (meaning.label == INFORM or label == subject(text)):
        return replace(meaning, label=INFORM, decision="answer"), (label,)
    return replace(meaning, label=label, decision="answer"), ()


def _whether_it_counts(text: str, facts: Sequence[Fact], lang: str, today: date) -> str | None:
    """What answers whether a diploma that is told to be finished counts: "B.Eng, finished 2016. Does it?"."""
    told = [fact.value for fact in facts if fact.field == "credential"]
    kinds = hear(text, lang, today).kinds
    left = any(diploma.get("completed") is False for diploma in told) or "NO_DIPLOMA" in kinds
    if not told or left or "COMPLETES" not in kinds:
        return None
    return CANADIAN_STUDY if all(diploma.get("in_canada") for diploma in told) else ECA_NEEDED


def _only_names_a_partner(facts: Sequence[Fact]) -> bool:
    return bool(facts) and all(fact.field in _OF_A_PARTNER for fact in facts)


_OF_A_PARTNER = ("has_spouse", "partner_name", "accompanying")


def in_other_words(meaning: Meaning, text: str) -> Meaning:
    """What a message in a third language or pidgin asks for, and one of which either reading is the score."""
    strange = meaning.decision != "answer" or meaning.intent in (OUT_OF_SCOPE, THIRD_LANGUAGE)
    if strange and (wish := wished(text)) is not None:
        return replace(meaning, label=wish, decision="answer")
    likely = meaning.ranking[:2]
    if any(_offers(meaning, *pair) for pair in ALIKE):
        together = sum(guess.confidence for guess in likely)
        return replace(meaning, label=likely[0].label, decision="answer") if together >= CLEAR else meaning
    return meaning


def _offers(meaning: Meaning, *labels: str) -> bool:
    """Whether just these are the likeliest of what is not clear."""
    return meaning.decision == "offer" and {guess.label for guess in meaning.ranking[: len(labels)]} == {
        *labels
    }


def named(text: str, lang: str, today: date) -> str | None:
    """The label of a question that is known by what it names; None for any other message."""
    if levels.asked(text, lang, today) is not None:
        return levels.LEVELS
    if asks_whether_enough(text, lang) or asks_funds_of_a_family(text, lang):
        return FUNDS
    if (known := subject(text)) is not None:
        return known
    if rounds.names_one(text, lang, today):
        return PAST_ROUNDS
    if rounds.asks_for_next(text):
        return NEXT_ROUND
    if hours_for_a_year(text) is not None:
        return HOURS
    if rounds.wonders_whether_enough(text):
        return CHANCES
    if rounds.asks_of_own_program(text):
        return ELIGIBILITY
    return whether_counts(text, text) if asks(text) or not SEVERAL.search(text.strip()) else None


def _tells_besides(label: str, text: str, facts: Sequence[Fact]) -> bool:
    """Whether facts of a message are more than what its question is about."""
    if label == levels.LEVELS:
        return levels.is_own(text, facts)
    so_they_are = any(fact.field == "marital_status" and tells(fact) for fact in facts)
    about = {SAVINGS, "date", "scores", *(() if so_they_are else FAMILY)}
    return any(tells(fact) and fact.field not in about for fact in facts)


def beside(asides: tuple[str, ...], text: str, lang: str, today: date) -> tuple[str, ...]:
    """The questions beside what is told; one whether one's own test or assessment counts is among them."""
    about = validity.asked(text, lang, today)
    if not about or validity.LABELS[about.paper] in asides:
        return asides
    return (validity.LABELS[about.paper], *asides[1:])


def fitting(meaning: Meaning, text: str, lang: str, today: date) -> Meaning:
    """The first of the meanings to be offered whose subject the message names, as what it means; any other
    message as it was taken."""
    score = rounds.asked(text)
    if score.score is not None and (
        meaning.label in CUTOFFS
        or (score.measured and meaning.label in BESIDE_A_NUMBER and not factors(plain(text)))
    ):
        return replace(meaning, label=CHANCES, decision="answer")
    invited = meaning.label == INVITED or _offers(meaning, INVITED, CHANCES)
    if invited and not planning.is_own_invitation(text, lang, today):
        past = rounds.day_named(text, lang, today) is not None
        return replace(meaning, label=PAST_ROUNDS if past else CHANCES, decision="answer")
    if asks_what_counted(text):
        return replace(meaning, label=POINTS, decision="answer")
    if meaning.label in WHO_APPLIES and holds(plain(text), spoken()["who_applies"]):
        return replace(meaning, label=PRINCIPAL, decision="answer")
    supposes = (begins_what_if(text) and meaning.label in SUPPOSING) or (
        meaning.label.startswith(OF_A_PROVINCE) and holds(plain(text), spoken()["supposing"])
    )
    if (supposes or _puts_first(meaning, text)) and suppositions(text, lang, today, {}):
        return replace(meaning, label=WHAT_IF, decision="answer")
    if (label := _mistaken(meaning, text, lang, today)) is not None:
        return replace(meaning, label=label, decision="answer")
    if either_way(text) and (meaning.label == UNKNOWN or meaning.label in ABOUT_PARTNERS):
        return replace(meaning, label=WHAT_IF, decision="answer")
    if meaning.decision != "offer":
        return meaning
    likely = meaning.ranking[:MAX_OFFERED]
    if _points(text, lang, today) and not begins_what_if(text):
        return replace(meaning, label=POINTS, decision="answer")
    for guess in likely:
        if guess.confidence * FAR < likely[0].confidence:
            break
        fits = _FITS.get(guess.label)
        if fits is not None and fits(text, lang, today):
            return replace(meaning, label=guess.label, decision="answer")
    return meaning


def _puts_first(meaning: Meaning, text: str) -> bool:
    """Whether the other language is put first, "if English were the first": what that would give is asked."""
    offered = {guess.label for guess in meaning.ranking[:2]} if meaning.decision == "offer" else set()
    return FRENCH_FIRST in {meaning.label, *offered} and holds(plain(text), spoken()["supposing"])


def _mistaken(meaning: Meaning, text: str, lang: str, today: date) -> str | None:
    """The label of a message that was taken for something else, or for nothing; None where it was not."""
    if meaning.label == OLD_CODES and (codes_in(text) or numbers_in(text)):
        return OCCUPATION
    if (known := subject(text, meaning.label)) is not None:
        return known
    about = validity.asked(text, lang, today)
    if about is not None and (meaning.decision != "answer" or about.date is not None):
        return validity.LABELS[about.paper]
    if meaning.label == UNKNOWN and validity.refused_test(text, lang, today):
        return WRONG_TEST
    return FOLLOW_TIME if meaning.label == UNKNOWN and _is_since_when(text) else None


def _is_since_when(text: str) -> bool:
    return plain(without(text, spoken()["beside_it"])) in map(plain, spoken()["since_when"])


def _birthday(text: str, *_: object) -> bool:
    words = plain(text)
    return holds(words, spoken()["birthday"]) and not holds(words, spoken()["invitation"])


def _until_when(text: str, *_: object) -> bool:
    return holds(plain(text), spoken()["until_when"])


def asks_what_counted(text: str) -> bool:
    """Whether somebody asks what counted of their own work, whatever that was: "which of my jobs count?"."""
    words = plain(text.replace("-", " "))
    if not (holds(words, spoken()["counting"]) and holds(words, spoken()["own_work"])):
        return False
    rest = without(words, [*spoken()["counting"], *spoken()["own_work"]])
    left = re.split(r"\W+", fold(rest))
    return all(word in filler() or len(word) <= _ELIDED for word in left)


_ELIDED = 2
"""Letters of what stands before or after an apostrophe."""


def _points(text: str, lang: str, today: date) -> bool:
    named, words = asked(text, lang, today), plain(text)
    wants_why = holds(words, spoken()["why_it"])
    return not wants_why and holds(words, spoken()["worth"]) and bool(named.factors or named.grid)


def _reasons(text: str, lang: str, today: date) -> bool:
    named, words = asked(text, lang, today), plain(text)
    return holds(words, spoken()["why"]) and bool(named.factors or named.section or named.low)


def _suppositions(text: str, lang: str, today: date) -> bool:
    return holds(plain(text), spoken()["supposing"]) and bool(suppositions(text, lang, today, {}))


def _a_kind_of_round(text: str, lang: str, today: date) -> bool:
    named = rounds.asked(text)
    return named.rounds and named.category is not None


def _chances(text: str, lang: str, today: date) -> bool:
    named = rounds.asked(text)
    return named.score is not None or named.ahead


_FITS: Mapping[str, Callable[[str, str, date], bool]] = {
    POINTS: _points,
    "explain_score": _reasons,
    WHAT_IF: _suppositions,
    "ask_latest_round": _a_kind_of_round,
    "ask_round_history": _a_kind_of_round,
    "ask_chances": _chances,
    AGE_DROP: _birthday,
    "ask_deadlines": _until_when,
}
