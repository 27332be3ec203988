"""What the bot takes a message to mean, given the probabilities of a classifier."""

from __future__ import annotations

import pytest

from bot.facts import Fact
from bot.nlu.decision import Guess, Meaning, Thresholds, understand

AGE = Fact("age", 29, "self", 0, 2, sure=True)


class Says:
    """A classifier that always says the same."""

    thresholds = Thresholds(sure=0.5, possible=0.2)

    def __init__(self, **chances: float) -> None:
        self.ranking = [Guess(label.replace("__", "/"), chance) for label, chance in chances.items()]

    def rank(self, text: str) -> list[Guess]:
        return self.ranking


def heard(classifier: Says, *facts: Fact, text: str = "hello there") -> Meaning:
    return understand(classifier, text, facts)


@pytest.mark.parametrize(
    ("chance", "decision", "intent"),
    [(0.6, "answer", "greet"), (0.4, "offer", "nlu_fallback"), (0.1, "unknown", "nlu_fallback")],
)
def test_the_thresholds_of_the_classifier_decide_between_acting_offering_and_giving_up(
    chance: float, decision: str, intent: str
) -> None:
    meaning = heard(Says(greet=chance, help=0.05))
    assert (meaning.decision, meaning.intent) == (decision, intent)


def test_an_answer_is_named_by_its_label() -> None:
    meaning = heard(Says(ask__test_validity=0.9, greet=0.1))
    assert (meaning.intent, meaning.answer) == ("ask", "test_validity")


def test_many_small_reasons_to_refuse_count_together_and_the_likeliest_answers() -> None:
    says = Says(ask__eta=0.35, out_of_scope__visitor_visa=0.3, out_of_scope=0.2, out_of_scope__super_visa=0.1)
    meaning = heard(says)
    assert (meaning.decision, meaning.label) == ("answer", "out_of_scope/visitor_visa")
    assert meaning.confidence == pytest.approx(0.6)


def test_what_is_told_goes_before_an_uncertain_request() -> None:
    assert heard(Says(ask_whatif=0.6, inform=0.3), AGE).intent == "inform"


def test_a_clear_request_goes_before_what_is_told_beside_it() -> None:
    assert heard(Says(ask_whatif=0.8, inform=0.1), AGE).intent == "ask_whatif"


def test_signs_without_a_word_mean_nothing() -> None:
    assert heard(Says(greet=1.0), text="?!").decision == "unknown"
