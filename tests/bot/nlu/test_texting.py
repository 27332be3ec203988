"""What is texted stands for words; what is written out stays as it is."""

import pytest

from bot.nlu.texting import written_out

CASES = [
    ("fr", "g 34 ans jsui infirmiere dep 9 ans", "j'ai 34 ans je suis infirmiere depuis 9 ans"),
    ("fr", "C koi un ede", "C'est quoi un ede"),
    ("fr", "jtravail dep 4 ans com comptable", "je travaille depuis 4 ans comme comptable"),
    ("fr", "kel é le score, sa fait combien", "quel est le score, ça fait combien"),
    ("fr", "j'ai un dep en soudage et un DEP de 2019", "j'ai un dep en soudage et un DEP de 2019"),
    ("fr", "la pr au canada, un avc en 2020", "la pr au canada, un avc en 2020"),
    ("fr", "sa licence, sa femme, le TCF C1", "sa licence, sa femme, le TCF C1"),
    ("fr", "écrivez à moi@exemple.com svp", "écrivez à moi@exemple.com svp"),
    ("en", "i dnt hv 2 take it b4 may", "i don't have to take it before may"),
    ("en", "my kids are 2, 4 and 8", "my kids are 2, 4 and 8"),
    ("en", "u of t grad, need 2 years", "u of t grad, need 2 years"),
    (
        "fr",
        "hello i wrk in dubai and want to come with my kids",
        "hello i work in dubai and want to come with my kids",
    ),
    ("fr", "/inform", "/inform"),
    ("fr", "j'ai 3 years d'expérience et no kids", "j'ai 3 ans d'expérience et pas d'enfants"),
    ("en", "I am mariée with 2 enfants", "I am married with 2 kids"),
    ("fr", "on a deux enfants", "on a deux enfants"),
    ("en", "5 years as an accountant, no kids", "5 years as an accountant, no kids"),
]


@pytest.mark.parametrize(("lang", "text", "meant"), CASES)
def test_written_out(lang: str, text: str, meant: str) -> None:
    """The words of a message, and the same again where they were words already."""
    out = written_out(text, lang)
    assert out.casefold() == meant.casefold()
    assert written_out(out, lang) == out
