"""Who says stop, in any wording, is heard; who says something like it is not taken for it."""

import pytest

from bot.nlu.steering import ends_questions, wishes_score

STOPS = [
    *("ok stop", "that's enough for now", "only questions please", "no more questions", "enough!", "quit"),
    *("can we stop here?", "stop asking me questions", "lets stop for today", "thanks, that's all"),
    *("just answer my questions", "forget it", "I don't want to answer all that", "never mind then"),
    *("ça suffit pour l'instant", "laisse faire", "merci, on arrête là", "juste des questions svp"),
    *("plus de questions", "laissez tomber", "assez !", "on peut arrêter ici ?", "arrêtez les questions"),
    *("je ne veux pas répondre à tout ça", "oubliez ça", "on arrête pour aujourd'hui", "merci c'est tout"),
    *("répondez seulement à mes questions", "tant pis", "Arrêtez de me poser des questions, s'il vous plaît"),
]
OTHERS = [
    *("I'm an immigration consultant, asking for a client", "i am an RCIC", "asking for my client"),
    *("as an immigration lawyer I only have questions", "I work as an immigration adviser"),
    *("je suis conseillère en immigration", "c'est pour un client", "j'ai une cliente qui veut venir"),
    *("en tant que consultant réglementé", "je suis avocat en immigration"),
]
GOING_ON = [
    *("no", "no thanks", "thanks", "that's all", "stop being rude", "enough points?", "i quit my job"),
    *("can i stop working after the invitation?", "my immigration consultant says i need an eca"),
    *("i paid an immigration consultant 2000 dollars", "no nomination, that's all", "the end date is May"),
    *(
        "I'm an IT consultant",
        "non",
        "non merci",
        "merci",
        "c'est tout",
        "je suis consultant en informatique",
    ),
    *("mon consultant m'a dit d'attendre", "ai-je assez de points ?", "j'ai arrêté de travailler en 2024"),
    *("j'ai terminé mes études", "plus de points avec le français ?"),
]


@pytest.mark.parametrize("text", STOPS)
def test_a_stop_is_heard(text):
    assert ends_questions(text) == "stop"


@pytest.mark.parametrize("text", OTHERS)
def test_who_asks_for_others_is_heard(text):
    assert ends_questions(text) == "professional"


@pytest.mark.parametrize(
    "text", ["I'm a consultant", "I am a lawyer", "je suis consultante", "Je suis avocat."]
)
def test_an_occupation_that_asks_for_others_is_only_perhaps_one(text):
    assert ends_questions(text) == "perhaps_professional"


@pytest.mark.parametrize("text", GOING_ON)
def test_what_is_no_stop_is_not_taken_for_one(text):
    assert ends_questions(text) is None


WISHES = [
    *("29, single, points??", "31M single, 3 yrs in india. crs??", "I'm 30, IELTS 8 7 7 7. what's my score?"),
    *("single, master's, calculate my score please", "29F, bachelor's, how many points do I have?"),
    *("32 ans, célibataire, mon score ?", "j'ai 30 ans, maîtrise, combien de points ?"),
    *("34 ans, licence. Calculez mon pointage svp", "29 ans, TCF 500 500 14 14, ça fait combien"),
]
NO_WISHES = [
    *("my score", "I'm 29. how many points for French?", "29, single", "what is a good score?", "mon score"),
    *("j'ai 30 ans, combien de points pour le français ?", "my IELTS score is 8, 7, 7, 7", "j'ai 30 ans"),
]


@pytest.mark.parametrize("text", WISHES)
def test_facts_that_end_with_a_wish_for_the_score_are_told_for_it(text):
    assert wishes_score(text)


@pytest.mark.parametrize("text", NO_WISHES)
def test_a_question_about_points_is_no_wish_for_the_score(text):
    assert not wishes_score(text)
