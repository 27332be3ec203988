"""A message in a third language is told from English, French, and the mixtures that people write."""

import pytest

from bot.nlu.asides import THIRD_LANGUAGE, take
from bot.nlu.decision import Guess, Thresholds
from bot.nlu.language import is_foreign


class Unsure:
    thresholds = Thresholds()

    def rank(self, text):
        return [Guess("greet", 0.2), Guess("help", 0.1)]


class Sure:
    thresholds = Thresholds()

    def rank(self, text):
        return [Guess("ask_costs", 0.9)]


@pytest.mark.parametrize(
    "text",
    [
        "मुझे कनाडा जाना है",
        "كيف أهاجر إلى كندا؟",
        "我想移民加拿大",
        "ਮੈਂ ਕੈਨੇਡਾ ਜਾਣਾ ਚਾਹੁੰਦਾ ਹਾਂ",
        "Я хочу переехать в Канаду",
        "quiero saber cuanto tiempo necesito para emigrar",
        "mujhe canada jana hai kya karna chahiye",
        "paano po ako mag apply sa canada",
        "Ich möchte nach Kanada, was kann ich machen",
    ],
)
def test_a_third_language_is_recognised(text):
    assert is_foreign(text)
    assert take(Unsure(), text, (), ())[0].label == THIRD_LANGUAGE


@pytest.mark.parametrize(
    "text",
    [
        "how long is ielts valid",
        "j'ai mon work permit, je veux appliquer pour la PR",
        "I am from São Paulo and my wife is from Hyderabad",
        "na person dey reply me or na machine",
        "MBA, IELTS 7",
        "ok",
        "👍",
        "Je m'appelle José Hernández et j'habite à Québec",
    ],
)
def test_english_french_and_their_mixtures_are_not(text):
    assert not is_foreign(text)


def test_what_is_understood_all_the_same_is_answered():
    assert take(Sure(), "kitna paisa hai kya", (), ())[0].label == "ask_costs"
    assert take(Sure(), "मुझे कितना पैसा चाहिए", (), ())[0].label == THIRD_LANGUAGE
