"""What a whole message means: a question beside facts is heard too, and so is a third language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.facts import Fact, is_only_an_occupation
from bot.nlu.counting import whether_counts
from bot.nlu.decision import (
    AHEAD,
    ALONE,
    INFORM,
    MAX_OFFERED,
    OUT_OF_SCOPE,
    POSSIBLE,
    UNKNOWN,
    WHAT_IF,
    Decision,
    Guess,
    Meaning,
    Ranks,
    likeliest,
    tells,
    understand,
)
from bot.nlu.facts.words import Word, filler
from bot.nlu.going_on import begins_what_if
from bot.nlu.language import asking_words, asks, comes_to_canada, is_foreign, is_foreign_script, wants_to_stay
from bot.nlu.steering import asks_for_time, asks_within, ends_questions, trimmed
from express_entry.answers import split
from express_entry.occupations.asked import asks_of_occupation, asks_of_titles, names_a_code
from express_entry.occupations.search import codes_in
from express_entry.vocabulary import ABILITIES

IN_PASSING = frozenset(
    {"occupation", "has_spouse", "overall_band", "place", "education_country_is_canada", "relative_in_canada"}
)
"""Facts that people mention to explain a question: alone they do not turn it into telling."""
SCORES = "scores of a test"
"""What a test is called here that is told with its scores: nobody asks about "IELTS L8 R7 W7 S7"."""
PLAIN = frozenset(
    {
        *("age", "birth_date", "marital_status", "citizen_or_permanent_resident", "accompanying", "child"),
        *("family_size", "education", "education_country_is_canada", "credential", "canadian_education"),
        *("certificate_of_qualification", "job", "work_years", "canadian_work_years", "foreign_work_years"),
        *(
            SCORES,
            "language_levels",
            "spoken_level",
            "intends_quebec",
            "funds_other_currency",
            "date",
            "date_to_come",
            "no_such_day",
        ),
    }
)
"""Facts that nobody names to ask about them, as "TOEFL" or "NOC 63200" may be."""
GRAMMAR = frozenset(
    {"IAM", "IHAVE", "SELF", "ME", "HE", "BE", "HAVE", "AND", "IN", "FROM", "OF", "WITH", "ARTICLE"}
    | {"COMMA", "STOP", "COLON", "OPEN", "CLOSE", "SLASH", "PLUS"}
)
"""Kinds of words that tell and ask nothing beside facts."""
ASKING = frozenset({"QUESTION", "NEG"})
FAMILY = frozenset({"child", "family_size", "has_spouse", "marital_status"})
FOR_A_FAMILY = frozenset({"ask_costs", "ask/funds_amount"})
"""Questions that name the family they are asked for: "fees for 2 adults and a child" tells of none."""
_FROM = frozenset({"from", "in", "de", "du", "d'", "en", "au"})
_WHERE = frozenset({"FOREIGN", "CANADIAN_CITY", "PROVINCE"})
ASKED = 0.9
"""Probability of all questions together from which one is asked beside facts, though no word says so."""
FAINT, LIGHT = 0.05, 0.5
"""What a meaning that the whole message does not remind of still weighs in a part of it, and how much the
whole counts beside the part: as its square root."""
CANADIAN_SPOUSE, NO_CANADIAN = "ask/canadian_spouse", ("citizen_or_permanent_resident", False)
"""An answer, and the fact that rules it out in the same message."""
SPOKEN_OF = frozenset({"SELF", "ME", "PARTNER", "HE", "IAM", "IHAVE", "SIBLING"})
WISHING = frozenset({"WANT", "ASK", "ASKS_FIRST", "IF", "CONDITION"})
FEWEST_WORDS = 3
"""A question of fewer words ("and you?") is not told from the rest of a sentence."""

MOST_ANSWERED = 2
"""Questions of one message that are answered."""
SOCIAL = frozenset({"greet", "thanks", "goodbye", "complaint", "affirm", "deny", UNKNOWN})
"""What a message is taken for that says something kind, or angry, before it asks."""

PERHAPS = "?"
"""Stands before the label of a question that may have been asked: of several such, one was meant."""
PAYLOAD = "/"
"""Begins what a button stands for; typed text never does (:mod:`bot.channels.incoming`)."""

_SENTENCE = re.compile(r"[^.!?;\n]+[.!?;\n]*")
_CLAUSE = re.compile(r"[^,:]+?(?:[,:]+|$|(?=\s(?:and|et|but|mais)\s))")
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[\w'’-]+")
THIRD_LANGUAGE = "third_language"
NAMELESS = 0.05
"""Probability of all that is out of scope and has a name below which a message names none of it."""
ELIGIBILITY = "ask_eligibility"
HOW_TO_COME = "ask/four_steps"
"""What "how can a nurse move to Canada?" asks of somebody who only knows Express Entry."""
INVITED = "told_ita"
PAUSE = "pause"
OCCUPATIONS = frozenset({"occupation", "job", "noc"})
"""Facts of an occupation, which a question about its code names and does not tell."""
OCCUPATION = "ask_noc"
"""What "is a cook skilled?" asks, whatever else its words remind of."""


def take(
    classifier: Ranks, text: str, facts: Sequence[Fact], words: Sequence[Word]
) -> tuple[Meaning, tuple[str, ...]]:
    """What ``text`` of these ``words`` means, and the questions that it asks besides telling ``facts``.

    One question is clear and can be answered; of several, one was meant and they can be offered. The
    classifier is asked where it can matter: not for a button, nor for a message that is facts throughout.
    """
    if text.startswith(PAYLOAD):  # Rasa takes these for what they say
        return Meaning(UNKNOWN, 0.0, "unknown", ()), ()
    end = ends_questions(text)
    if end == "stop" or asks_for_time(text) or (end and not asks(text) and not _tells_a_case(facts)):
        return Meaning(PAUSE, 1.0, "answer", ()), ()
    told = [fact for fact in facts if tells(fact)]
    if _is_told_throughout(text, facts, told, words):
        return Meaning(INFORM, 1.0, "answer", ()), ()
    if "?" not in text and any(_is_one_more_test(fact) for fact in told):
        return Meaning(INFORM, 1.0, "answer", ()), ()
    classifier = _Remembering(classifier, told)
    meaning = understand(classifier, text, facts)
    if any(fact.mode == "take_back" for fact in facts):  # "delete my age" erases no more than that
        return replace(meaning, label=INFORM, decision="answer"), questions(classifier, text, facts)
    if is_only_an_occupation(text, facts) or _asks_of_an_occupation(text, told):
        return replace(meaning, label=OCCUPATION, decision="answer"), ()
    if told and begins_what_if(text) and not _has_an_answer(classifier, text):
        return replace(meaning, label=WHAT_IF, decision="answer"), ()
    if (wished := _how_to_come(meaning, text, told)) is not None:
        return wished
    if told:
        return _told(classifier, text, words, told, meaning)
    meaning = _without_strangers(meaning, text)
    if (asked := _by_themselves(classifier, text, meaning)) is not None:
        return asked
    if is_foreign(text):
        strange = meaning.decision != "answer" or meaning.intent == OUT_OF_SCOPE
        if strange or is_foreign_script(text):
            meaning = replace(meaning, label=THIRD_LANGUAGE, decision="answer")
    return meaning, ()


def _is_one_more_test(fact: Fact) -> bool:
    """ "And PTE Core too", behind a test that was told, is no question about that test."""
    return fact.field == "language_test" and fact.mode == "add"


def _is_no_stranger(meaning: Meaning, text: str) -> bool:
    """Whether somebody wants to live in Canada, and only reminds of what is out of scope, of nothing that has
    a name: "cook in Toronto 2 years want PR how"."""
    first = meaning.ranking[0] if meaning.ranking else None
    if first is None or first.label != OUT_OF_SCOPE or not wants_to_stay(text):
        return False
    named = (guess.confidence for guess in meaning.ranking if guess.intent == OUT_OF_SCOPE and guess.answer)
    return sum(named) < NAMELESS


def _how_to_come(meaning: Meaning, text: str, told: Sequence[Fact]) -> tuple[Meaning, tuple[str, ...]] | None:
    """What somebody who wants to come to Canada asks: for a person of whom something is told, what fits."""
    if told:
        asks_it = meaning.decision == "answer" and _is_no_stranger(meaning, text)
        return (replace(meaning, label=INFORM), (ELIGIBILITY,)) if asks_it else None
    if _is_no_stranger(meaning, text) or (meaning.label == OUT_OF_SCOPE and comes_to_canada(text)):
        return replace(meaning, label=HOW_TO_COME, decision="answer"), ()
    return None


def _without_strangers(meaning: Meaning, text: str) -> Meaning:
    """What somebody who wants to come to Canada may mean, which is nothing out of scope."""
    named = bool(meaning.ranking) and meaning.ranking[0].intent == OUT_OF_SCOPE and meaning.ranking[0].answer
    if meaning.decision != "offer" or named or not comes_to_canada(text):
        return meaning
    ranking = tuple(guess for guess in meaning.ranking if guess.intent != OUT_OF_SCOPE)
    if ranking and ranking[0].confidence >= ALONE * sum(guess.confidence for guess in ranking):
        return replace(meaning, label=ranking[0].label, decision="answer", ranking=ranking)
    return replace(meaning, ranking=ranking or meaning.ranking)


def _asks_of_a_code(text: str) -> bool:
    """Whether a question is hardly more than a code: "21223?", "and is 21222 right?"."""
    return bool(codes_in(text)) and asks(text) and len(_LETTERS.findall(text)) <= FEWEST_WORDS


def _asks_of_an_occupation(text: str, told: Sequence[Fact]) -> bool:
    """Whether a message asks for the code of occupations, or of a code, and ``told`` is nothing else."""
    if all(_names_an_occupation(fact) for fact in told):
        return _asks_of_a_code(text) or names_a_code(text) or asks_of_occupation(text)
    return all(fact.field in OCCUPATIONS for fact in told) and asks_of_titles(text)


def _tells_a_case(facts: Sequence[Fact]) -> bool:
    """Whether more than an occupation is told: a consultant asks about a case."""
    return any(tells(fact) and fact.field not in ("occupation", "job", "noc", "applicant") for fact in facts)


def _has_an_answer(classifier: Ranks, text: str) -> bool:
    """Whether a message clearly asks for one of the answers: "what if I lose my job after an ITA?"."""
    whole = understand(classifier, text, ())
    return whole.decision == "answer" and whole.answer is not None


def _by_themselves(classifier: Ranks, text: str, whole: Meaning) -> tuple[Meaning, tuple[str, ...]] | None:
    """What the clauses that ask mean by themselves, where the whole message is not clear, or is pleasant and
    asks besides, or asks twice."""
    clear = whole.decision == "answer" and whole.intent not in SOCIAL
    parts = [part for _, part in _asking_parts(text)]
    if (clear and len(parts) < 2) or not parts or begins_what_if(text):
        return None
    if clear and not is_question(whole.label):
        return None
    asked = questions(classifier, text, ())
    if (len(asked) < 2 and clear) or not asked:
        return None
    if len(asked) == 1:
        return replace(whole, label=asked[0], decision="answer"), ()
    return replace(whole, label=INFORM, decision="answer"), asked


def _is_told_throughout(
    text: str, facts: Sequence[Fact], told: Sequence[Fact], words: Sequence[Word]
) -> bool:
    """Whether only grammar stands outside the facts ("I am", "and") and none would be named to ask."""
    fields = {SCORES if has_scores(fact) else fact.field for fact in told}
    plain = PLAIN | {"occupation"} if "age" in fields else PLAIN
    plain |= {"partner_name", "has_spouse"} if "partner_name" in fields else set()
    if not fields or not fields <= plain or fields <= IN_PASSING or asks(text):
        return False
    spans = [(fact.start, fact.end) for fact in facts]
    if "age" in fields:
        spans += _places(words)
    outside = (
        word.kinds.keys()
        for word in words
        if not any(first <= word.start and word.end <= last for first, last in spans)
    )
    return all(kinds & GRAMMAR and not kinds & ASKING for kinds in outside)


def has_scores(fact: Fact) -> bool:
    """Whether a test is told with all its scores."""
    return fact.field == "language_test" and set(ABILITIES) <= set(fact.value)


def _places(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Where the countries and cities of a text stand: "electrician, 41, Belgium" tells where from."""
    found = []
    for before, word in zip((None, *words), words, strict=False):
        if not _WHERE.isdisjoint(word.kinds):
            first = before if before is not None and before.text in _FROM else word
            found.append((first.start, word.end))
    return found


def _told(
    classifier: Ranks, text: str, words: Sequence[Word], told: Sequence[Fact], meaning: Meaning
) -> tuple[Meaning, tuple[str, ...]]:
    """A message with facts is taken as told, and what it asks besides is answered or offered."""
    informing = replace(meaning, label=INFORM, decision="answer")
    passing = all(fact.field in IN_PASSING and fact.person == "self" for fact in told)
    if (family := _of_a_family(classifier, text, told, meaning)) is not None:
        so_they_are = any(fact.field == "marital_status" for fact in told)  # "married, 3 kids, the fees?"
        return (informing, (family,)) if so_they_are else (replace(meaning, label=family), ())
    if asked := questions(classifier, text, told):
        return (replace(informing, label=asked[0]), ()) if passing and len(asked) == 1 else (informing, asked)
    whole = understand(classifier, text, ())
    slight = not any(map(_has_weight, told))
    if slight and whole.decision == "answer" and whole.intent == OUT_OF_SCOPE:
        return whole, ()
    if whole.decision == "answer" and is_question(whole.label):
        if passing:  # "I am a cook here" asks for nothing else, whatever it is unlike
            told_only = not asks(text) and not _is_strange_without(classifier, text, told)
            return (informing if whole.label == OUT_OF_SCOPE and told_only else whole), ()
        if (by_all := _asked_by_all(text, words, told, whole)) is not None:
            return informing, by_all
    if (passing or slight) and whole.decision == "offer" and likeliest(whole.ranking).intent == OUT_OF_SCOPE:
        return whole, ()  # a title told in passing outweighs no other subject
    if meaning.label == INVITED and any(fact.field == "language_test" for fact in told):
        return informing, ()  # "it was taken on 12 March 2024"
    strange = meaning.intent == OUT_OF_SCOPE and not passing and not asks_anything(text)
    if strange and not _is_strange_without(classifier, text, told):
        return informing, ()  # "waitress in Dublin for two years" tells work, whatever its words remind of
    if (part := _last_asking(text, told)) is not None:
        return informing, _perhaps_asked_by(understand(_InContext(classifier, text), part, ()), whole)
    wonders = _says_more(words, told) and _is_probably_a_question(classifier, text)
    if meaning.label == INFORM and (asks(text) or wonders):
        return meaning, perhaps_asked(whole)
    return meaning, ()


def _asked_by_all(
    text: str, words: Sequence[Word], told: Sequence[Fact], whole: Meaning
) -> tuple[str, ...] | None:
    """The question that a message with facts clearly asks as a whole; nothing where it only tells, and None
    where that is not clear."""
    if any(fact.field == "job" for fact in told) and not asks(text):
        return ()  # whose words remind of much that nobody asked
    if _states(text, words):  # "Alberta nominated me yesterday" asks nothing about Alberta
        return ()
    # "masters in France" asks for no other country
    return (whole.label,) if asks(text) or whole.intent != OUT_OF_SCOPE else None


def _states(text: str, words: Sequence[Word]) -> bool:
    """Whether somebody is spoken of in a sentence of which no word asks or wishes."""
    if "?" in text or any(word.text in asking_words() for word in words):
        return False
    kinds = set[str]().union(*(word.kinds for word in words))
    return not kinds.isdisjoint(SPOKEN_OF) and kinds.isdisjoint(WISHING) and not asks_within(text)


def _last_asking(text: str, told: Sequence[Fact]) -> str | None:
    """The last part of a message that asks, outside the facts."""
    parts = [
        part
        for start, part in _asking_parts(text)
        if not _is_told_in(start, part, told) or _begins_to_ask(part)
    ]
    return parts[-1] if parts else None


def perhaps_asked(meaning: Meaning) -> tuple[str, ...]:
    """The questions that a message of unclear meaning may have asked, to be offered; the only one that is
    likely, or by far the likeliest, to be answered."""
    likely = [guess for guess in meaning.ranking if guess.confidence >= POSSIBLE and is_question(guess.label)]
    inside = [guess for guess in likely if guess.intent != OUT_OF_SCOPE] or likely
    others = max((guess.confidence for guess in inside[1:]), default=0.0)
    if inside and inside[0].confidence >= max(ALONE, AHEAD * others):
        return (inside[0].label,)
    return tuple(PERHAPS + guess.label for guess in inside)[:MAX_OFFERED]


def _perhaps_asked_by(part: Meaning, whole: Meaning) -> tuple[str, ...]:
    """The same of the last part of a message that asks; where that part is like nothing in scope ("is that
    bad"), of the message as a whole."""
    asked = perhaps_asked(part)
    strange = all(each.removeprefix(PERHAPS).startswith(OUT_OF_SCOPE) for each in asked)
    return perhaps_asked(whole) if strange else asked


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

    def __init__(self, classifier: Ranks, told: Sequence[Fact]) -> None:
        self.thresholds = classifier.thresholds
        self._classifier = classifier
        self._ranked: dict[str, list[Guess]] = {}
        self._is_no_canadian = any((fact.field, fact.value) == NO_CANADIAN for fact in told)

    def rank(self, text: str) -> list[Guess]:
        if text not in self._ranked:
            ranked = self._classifier.rank(text)
            if self._is_no_canadian:
                left = [guess for guess in ranked if guess.label != CANADIAN_SPOUSE]
                total = sum(guess.confidence for guess in left)
                ranked = [Guess(guess.label, guess.confidence / total) for guess in left]
            self._ranked[text] = ranked
        return self._ranked[text]


class _InContext:
    """A classifier that ranks a part of ``text`` in the light of the whole: "who pays, me or them?" after an
    LMIA was named asks for its cost."""

    def __init__(self, classifier: Ranks, text: str) -> None:
        self.thresholds = classifier.thresholds
        self._classifier = classifier
        self._whole = {guess.label: guess.confidence for guess in classifier.rank(text)}
        first = max(self._whole, key=lambda label: self._whole[label], default="")
        self._general = {label: general for label, general in IN_GENERAL.items() if general == first}

    def rank(self, text: str) -> list[Guess]:
        found: Counter[str] = Counter()
        for guess in self._classifier.rank(text):
            label = self._general.get(guess.label, guess.label)  # it goes on from this message alone
            found[label] += guess.confidence * (self._whole.get(label, 0.0) + FAINT) ** LIGHT
        total = sum(found.values())
        return sorted(
            (Guess(label, weight / total) for label, weight in found.items()),
            key=lambda guess: -guess.confidence,
        )


def questions(classifier: Ranks, text: str, told: Sequence[Fact]) -> tuple[str, ...]:
    """The labels of the questions that a message asks besides the facts ``told``, at most two.

    A question is a sentence, or the end of one, without what stands around it and asks nothing.
    """
    found: list[str] = []
    classifier = _InContext(classifier, text)
    for start, part in _asking_parts(text):
        if _is_told_in(start, part, told) and not _begins_to_ask(part):
            continue
        label = whether_counts(part, text) or _asked(classifier, part, whole=True)
        if label is not None and label not in found:
            found.append(label)
    if found:
        return tuple(found[:MOST_ANSWERED])
    for start, part in _ends_of_sentences(text):
        if not _is_told_in(start, part, told) and (label := _asked(classifier, part)) is not None:
            return (label,)
    return ()


def likeliest_of_parts(classifier: Ranks, text: str) -> Iterator[Guess]:
    """What each part of a message that asks is most likely to mean by itself."""
    for _, part in _asking_parts(text):
        if _long_enough(words := trimmed(part)):
            first = classifier.rank(words)[0]
            yield Guess(IN_GENERAL.get(first.label, first.label), first.confidence)


def _is_told_in(start: int, part: str, told: Sequence[Fact]) -> bool:
    return any(fact.start < start + len(part) and fact.end > start for fact in told)


def _asked(classifier: Ranks, part: str, whole: bool = False) -> str | None:
    """The question that a part asks as it stands, or without what stands around it; ``whole`` is a clause."""
    for words in dict.fromkeys((trimmed(part), part)):
        if _long_enough(words):
            meaning = understand(classifier, words, ())
            label = IN_GENERAL.get(meaning.label, meaning.label) if whole else meaning.label
            if meaning.decision == "answer" and is_question(label):
                return label
    return None


IN_GENERAL = {"follow_time": "ask/total_time", "follow_cost": "ask_costs"}
"""What "how long does all this take?" asks where it goes on from no answer."""


def questions_in(
    classifier: Ranks, text: str, facts: Sequence[Fact], meaning: Meaning, asides: Sequence[str]
) -> tuple[Meaning, ...]:
    """Every question that a message asks, also beside what it tells: the one that it is, and those of its
    parts; each once."""
    found: dict[str, Meaning] = {}
    if is_question(meaning.label):
        found[meaning.label] = meaning
    told = [fact for fact in facts if tells(fact)]
    for start, part in (*_asking_parts(text), *_ends_of_sentences(text)):
        if any(fact.start < start + len(part) and fact.end > start for fact in told):
            continue
        asked = understand(classifier, part, ())
        if asked.decision != "unknown" and is_question(asked.label):
            found.setdefault(asked.label, asked)
    likely = {guess.label: guess.confidence for guess in classifier.rank(text)} if asides else {}
    for each in asides:
        decision: Decision = "offer" if each.startswith(PERHAPS) else "answer"
        label = each.removeprefix(PERHAPS)
        found.setdefault(label, Meaning(label, likely.get(label, 0.0), decision, ()))
    return tuple(found.values())


def _asking_parts(text: str) -> Iterator[tuple[int, str]]:
    """Where questions stand: from each clause that asks to the next one that does, within its sentence."""
    for found in _SENTENCE.finditer(text):
        sentence = found.group()
        clauses = _CLAUSE.finditer(sentence)
        begins = [clause.start() for clause in clauses if _begins_to_ask(clause.group())]
        if not begins and asks(sentence):
            begins = [0]
        for first, last in pairwise((*begins, len(sentence))):
            if _long_enough(part := sentence[first:last]):
                yield found.start() + first, part


def _begins_to_ask(clause: str) -> bool:
    """Whether a clause begins as a question does."""
    return asks(trimmed(clause).rstrip("? ")) or asks_within(clause)


def _ends_of_sentences(text: str) -> Iterator[tuple[int, str]]:
    """What follows a question word within a sentence."""
    known = asking_words()
    for found in _SENTENCE.finditer(text):
        start, part = found.start(), found.group()
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


def _is_probably_a_question(classifier: Ranks, text: str) -> bool:
    """Whether the many things that may be asked are together far likelier than that nothing is: the words do
    not say which ("two kids, wife a baker, money needed"), only that they ask."""
    asked = (guess for guess in classifier.rank(text) if is_question(guess.label))
    return sum(guess.confidence for guess in asked if guess.intent != OUT_OF_SCOPE) >= ASKED


def _says_more(words: Sequence[Word], told: Sequence[Fact]) -> bool:
    """Whether a word stands beside the facts that is neither a place nor one that says nothing by itself:
    "licence, Fès, j'ai dit Fès" says no more."""
    return any(
        word.text.isalpha() and word.text not in filler() and _WHERE.isdisjoint(word.kinds)
        for word in words
        if not any(fact.start <= word.start and word.end <= fact.end for fact in told)
    )


def _has_weight(fact: Fact) -> bool:
    """Whether a fact tells more than that there is a child, or that Canada is not meant."""
    return fact.field != "correction" and fact.value != {}


def asks_anything(text: str) -> bool:
    """Whether a sentence of a text asks."""
    return any(asks(found.group()) for found in _SENTENCE.finditer(text))


def _long_enough(part: str) -> bool:
    return len(_WORD.findall(part)) >= FEWEST_WORDS


def is_question(label: str) -> bool:
    """Whether a label is that of a question."""
    intent, _ = split(label)
    return intent in ("ask", OUT_OF_SCOPE) or intent.startswith("ask_")
