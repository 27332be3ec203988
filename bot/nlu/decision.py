"""From a ranking of intents and the facts of a message to what the bot takes it to mean.

Facts go before intents: a message that tells something about the person is taken as told, unless its
words clearly ask for something else. What is not clear is offered, not guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple, Protocol

from bot.facts import Fact
from express_entry.answers import split

FACTS = "facts"
RANKING = "intent_ranking"

ABUSE = "out_of_scope/abuse"
CERTAIN = 0.95
"""Probability from which somebody is heard to insult: a word that nobody knows is none."""
POSSIBLE = 0.04
"""Probability from which a meaning is worth a button among those offered."""
ALONE, BESIDE = 0.6, 0.1
"""Probability from which a meaning is answered where every other one has less than the second of these."""
AHEAD = 3.0
"""How many times likelier than every other one a meaning of a whole message is that is answered from
:data:`ALONE` on; the next one is then a button below."""
WISHES_A_SCORE = frozenset({"start", "show_score"})
"""Requests that come to the same where something is told beside them."""
CLEAR_REQUEST = 0.70
"""Probability from which a request outweighs the facts told in the same message."""
MAX_OFFERED = 3
NAMED_STRANGER = 0.2
"""Share of all that is out of scope from which one subject of it is named in the reply."""

UNKNOWN = "nlu_fallback"
IMPORT = "import_file"
"""The intent of a profile pasted as JSON."""
INFORM = "inform"
WHAT_IF = "ask_whatif"
OUT_OF_SCOPE = "out_of_scope"
FOLLOWING = "follow_"
"""Begins what only goes on from an answer: "what about my wife", which yields to what is told of her."""
POLITE = frozenset({"greet", "thanks", "goodbye", f"{OUT_OF_SCOPE}/small_talk"})
"""Labels of what is said for politeness: beside facts it asks for nothing."""
GENERIC = frozenset({"yes_no", "number", "dont_know", "scores", "own_name", "child_name", "dating"})
"""Facts that mean something only as the answer to a question."""

Decision = Literal["answer", "offer", "unknown"]


class Guess(NamedTuple):
    """One label (see :mod:`bot.nlu.examples`) with the model's probability for it, 0 to 1."""

    label: str
    confidence: float

    @property
    def intent(self) -> str:
        """The label without the answer that it names."""
        return split(self.label)[0]

    @property
    def answer(self) -> str | None:
        """The id of the answer meant, if it is one."""
        return split(self.label)[1]


@dataclass(frozen=True)
class Thresholds:
    """Probabilities between acting, offering, and admitting that nothing was understood.

    The classifier measures them on training examples that it was not shown.
    """

    sure: float = 0.45
    possible: float = 0.10


class Ranks(Protocol):
    """What this module needs of a classifier."""

    thresholds: Thresholds

    def rank(self, text: str) -> list[Guess]:
        """All labels, the likeliest first."""


@dataclass(frozen=True)
class Meaning:
    """The label acted upon (``nlu_fallback`` when none is), how sure, and the runners-up."""

    label: str
    confidence: float
    decision: Decision
    ranking: tuple[Guess, ...]

    @property
    def intent(self) -> str:
        """The label without the answer that it names."""
        return split(self.label)[0]

    @property
    def answer(self) -> str | None:
        """The id of the answer meant, if it is one."""
        return split(self.label)[1]


def tells(fact: Fact) -> bool:
    """Whether a fact says something about a person by itself; so does a job that somebody says to be their
    own, however long it lasted: "I drive trucks in Winnipeg, almost two years", and a diploma that is told
    with its place, whose level is asked. Of work from home for an employer abroad it is disputed whether it
    counts."""
    own_job = fact.field == "job" and fact.named and "remote_for_employer_abroad" not in fact.readings[0]
    own_job = own_job or (fact.field == "credential" and "in_canada" in fact.readings[0])
    return (fact.sure or own_job or fact.field in SAID_TO_BE_OPEN) and fact.field not in GENERIC


SAID_TO_BE_OPEN = frozenset({"relative_in_canada"})
"""Facts that are answered by a remark, whatever is not certain about them."""


def same_meaning(label: str, other: str) -> bool:
    """Whether two labels ask for the same; what is out of scope is refused either way."""
    return label == other or split(label)[0] == split(other)[0] == OUT_OF_SCOPE


def understand(classifier: Ranks, text: str, facts: Sequence[Fact]) -> Meaning:
    """What ``text`` means, given the ``facts`` already read in it."""
    if not any(character.isalnum() for character in text):
        return Meaning(UNKNOWN, 0.0, "unknown", ())
    if text.lstrip().startswith("{"):
        return Meaning(IMPORT, 1.0, "answer", ())
    return decide(classifier.rank(text), classifier.thresholds, facts)


def decide(ranked: Sequence[Guess], thresholds: Thresholds, facts: Sequence[Fact]) -> Meaning:
    """What a ranking of all labels means, given the ``facts`` told in the same message."""
    first, ranking = likeliest(ranked), tuple(ranked[:10])
    told = any(tells(fact) for fact in facts)
    if first.label == ABUSE and first.confidence < CERTAIN:
        return Meaning(UNKNOWN, first.confidence, "unknown", ranking)
    alike = WISHES_A_SCORE if first.label in WISHES_A_SCORE else {first.label}
    request = sum(guess.confidence for guess in ranked if guess.label in alike)
    yields = first.intent == INFORM or first.label in POLITE or first.intent.startswith(FOLLOWING)
    if told and (yields or request < CLEAR_REQUEST):
        return Meaning(INFORM, max(first.confidence, thresholds.sure), "answer", ranking)
    if first.confidence >= thresholds.sure or _is_alone(first, ranked):
        return Meaning(first.label, first.confidence, "answer", ranking)
    if first.confidence >= thresholds.possible and not _is_strange(first, ranked):
        return Meaning(UNKNOWN, first.confidence, "offer", ranking)
    return Meaning(UNKNOWN, first.confidence, "unknown", ranking)


def _is_strange(first: Guess, ranked: Sequence[Guess]) -> bool:
    """Whether nothing is worth a button: it is hardly anything but out of scope."""
    rest = (guess for guess in ranked if guess.intent not in (OUT_OF_SCOPE, INFORM))
    return first.intent == OUT_OF_SCOPE and all(guess.confidence < BESIDE for guess in rest)


def _is_alone(first: Guess, ranked: Sequence[Guess]) -> bool:
    """Whether no other meaning is worth a button: an offer of one asks for a press and tells nothing."""
    if first.intent == OUT_OF_SCOPE:
        return False
    others = (guess for guess in ranked if not same_meaning(guess.label, first.label))
    return first.confidence >= ALONE and all(guess.confidence < BESIDE for guess in others)


def leading(meaning: Meaning) -> Meaning:
    """A whole message, as the first of some guesses where that is far likelier than the others; any other
    one as it is."""
    if meaning.decision != "offer" or meaning.ranking[0].intent == OUT_OF_SCOPE:
        return meaning
    first = meaning.ranking[0]
    others = (guess.confidence for guess in meaning.ranking if not same_meaning(guess.label, first.label))
    if first.confidence < max(ALONE, AHEAD * max(others, default=0.0)):
        return meaning
    return replace(meaning, label=first.label, decision="answer")


def likeliest(ranked: Sequence[Guess]) -> Guess:
    """The likeliest; the many ways to be out of scope count together, and the likeliest of them that has an
    answer of its own gives it, unless it is far behind."""
    strangers = [guess for guess in ranked if guess.intent == OUT_OF_SCOPE]
    together = sum(guess.confidence for guess in strangers)
    if together <= ranked[0].confidence:
        return ranked[0]
    named = next((guess for guess in strangers if guess.answer), strangers[0])
    best = named if named.confidence >= NAMED_STRANGER * together else strangers[0]
    return Guess(best.label, together)
