"""A what-if is only supposed, however it is put, and the next message may go on from it."""

import pytest

from tests.kinds.talk import Talk, stage

pytestmark = pytest.mark.program

TOLD = {
    "en": "30, single, bachelor's from India, ECA march 2025, IELTS L7.5 R6.5 W6.5 S6.5 may 2026, 3 years of"
    " skilled work abroad as accountant, no canadian work, no french, no canadian education, no certificate,"
    " no nomination, no sibling, no job offer",
    "fr": "30 ans, célibataire, licence au Maroc, EDE de mars 2025, TCF Canada CO 460 CE 460 EE 10 EO 10 de"
    " mai 2026, 3 ans d'expérience comme comptable au Maroc, pas de travail au Canada, pas d'anglais, pas"
    " d'études au Canada, pas de certificat, pas de désignation, pas de frère au Canada, pas d'offre",
}
ADDED = [
    ("en", "plus french nclc 7", 486),
    ("en", "and french at nclc 7", 486),
    ("en", "also with NCLC 7 in French", 486),
    ("en", "together with french at nclc 7?", 486),
    ("en", "and a second diploma of one year", 457),
    ("en", "plus a second diploma", 457),
    ("en", "also with a nomination", 1024),
    ("en", "and a nomination from a province?", 1024),
    ("en", "and at 31?", 418),
    ("en", "and with a brother in Canada", 439),
    ("fr", "plus l'anglais CLB 7", 486),
    ("fr", "et avec l'anglais au niveau 7", 486),
    ("fr", "et l'anglais au niveau CLB 7 ?", 486),
    ("fr", "en plus l'anglais CLB 7", 486),
    ("fr", "et un deuxième diplôme", 482),
    ("fr", "avec un deuxième diplôme en plus", 482),
    ("fr", "et avec une désignation ?", 1024),
    ("fr", "et une désignation", 1024),
    ("fr", "et à 31 ans ?", 443),
    ("fr", "et avec un frère au Canada", 464),
]
INSTEAD = [
    ("en", "or a one-year second diploma instead, with CLB 9", 457),
    ("en", "what about NCLC 7 in french instead", 417),
    ("en", "or what about french at nclc 7", 417),
    ("en", "how about a master's", 382),
    ("fr", "ou plutôt un deuxième diplôme d'un an", 376),
    ("fr", "ou l'anglais CLB 7", 393),
]
HIGHEST = {"en": "what if clb 9 everywhere", "fr": "et si j'avais NCLC 9 partout ?"}


@pytest.fixture(scope="module", autouse=True)
def _staged():
    with stage():
        yield


@pytest.fixture(scope="module")
def scored(_staged):
    """People who have heard their score, by language."""
    people = {}
    for lang, told in TOLD.items():
        people[lang] = Talk(lang)
        people[lang].say(told)
        people[lang].push('/affirm{"question": "review"}')
    return people


def after(person: Talk, *messages: str) -> Talk:
    talk = Talk(person.lang)
    talk.continue_from(person)
    for message in messages:
        talk.say(message)
    return talk


def shown(talk: Talk) -> str:
    return talk.text.replace(",", "").replace(" ", "")


@pytest.mark.parametrize(("lang", "words", "total"), ADDED)
def test_more_is_supposed_with_what_was_supposed_before(scored, lang, words, total):
    talk = after(scored[lang], HIGHEST[lang], words)

    assert f"**{total}**" in shown(talk)
    assert talk.told == scored[lang].told


@pytest.mark.parametrize(("lang", "words", "total"), INSTEAD)
def test_something_else_takes_the_place_of_what_was_supposed(scored, lang, words, total):
    talk = after(scored[lang], HIGHEST[lang], words)

    assert f"**{total}**" in shown(talk)
    assert talk.told == scored[lang].told


HUSBAND = [
    ("en", "what if my husband comes with me? he has a masters and ielts 7"),
    ("en", "suppose my husband comes too, he has a master's"),
    ("en", "what if my husband comes with me and he has a master's"),
    ("fr", "et si mon mari vient avec moi ? il a une maîtrise"),
    ("fr", "supposons que mon mari vienne avec moi, il a une maîtrise"),
]


@pytest.mark.parametrize(("lang", "words"), HUSBAND)
def test_a_partner_who_might_come_is_supposed_and_kept_only_on_wish(scored, lang, words):
    talk = after(scored[lang], words)
    assert talk.told == scored[lang].told
    assert "spouse.accompanying" in str(talk.buttons)

    talk.say({"en": "keep that", "fr": "gardez ça"}[lang])

    assert talk.told["spouse.accompanying"] is True
    assert talk.told["spouse.credentials"] == [{"level": "masters_or_professional"}]
    assert "spouse.language" not in talk.told


REFERRED = [
    ("en", "how much is that?", "**424** in all"),
    ("en", "so how much?", "**424** in all"),
    ("en", "why?", "92 → 124"),
    ("en", "line by line please", "92 → 124"),
    ("en", "and without that?", "**355**"),
    ("fr", "ça fait combien ?", "**449** en tout"),
    ("fr", "pourquoi ?", "→"),
    ("fr", "et sans ça ?", "**356**"),
]


@pytest.mark.parametrize(("lang", "words", "answer"), REFERRED)
def test_what_points_to_a_what_if_is_about_it(scored, lang, words, answer):
    assert answer in after(scored[lang], HIGHEST[lang], words).text


@pytest.mark.parametrize(("lang", "words"), [("en", "keep it"), ("fr", "gardez ça")])
def test_a_level_is_not_kept_as_a_result_nor_taken_for_consent(scored, lang, words):
    talk = after(scored[lang], HIGHEST[lang], words)

    assert talk.told == scored[lang].told
    assert talk.store.person_of(talk._sender).ephemeral


STATED = [
    ("en", "and I have a brother in Canada, he is a citizen"),
    ("fr", "et j'ai un frère au Canada, citoyen"),
]


@pytest.mark.parametrize(("lang", "words"), STATED)
def test_what_is_told_after_a_what_if_is_told(scored, lang, words):
    assert after(scored[lang], HIGHEST[lang], words).told["sibling_in_canada"] is True


LOWER = [
    ("en", "what if I get CLB 7 everywhere?", "331"),
    ("en", "what if clb 6 in all", "261"),
    ("fr", "et si j'avais NCLC 5 partout ?", "249"),
]


@pytest.mark.parametrize(("lang", "words", "total"), LOWER)
def test_a_level_below_the_own_one_is_said_to_be_no_step_up(scored, lang, words, total):
    talk = after(scored[lang], words)
    stays = {"en": "you stay at **355**", "fr": "vous restez à **356**"}[lang]

    assert stays in talk.text
    assert total in talk.text


APPLIES = [
    ("en", "what if my husband is the principal applicant?"),
    ("en", "and if he applies instead of me?"),
    ("en", "my husband as main applicant?"),
]


@pytest.mark.parametrize(("lang", "words"), APPLIES)
def test_who_applies_while_the_partner_stays_is_said_and_can_be_changed(lang, words):
    talk = Talk(lang)
    talk.say(TOLD[lang].replace("single", "married, my husband stays in India"))
    talk.push('/affirm{"question": "review"}')

    talk.say(words)

    assert "your husband stays behind" in talk.text
    assert '"comes"' in str(talk.buttons)
