"""The browser before the program as `./run` starts it: whole intakes, and a server that dies meanwhile."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.program import Server, start_server, until
from tests.helpers.widget_page import OpenPage, mine, say, seen

pytestmark = pytest.mark.program

ANSWERS = {
    "en": {
        "Hello": "Calculate my score",
        "How old are you": "29",
        "Who is coming": "Just me, no partner",
        "highest diploma you’ve finished": "Master’s or professional degree",
        "highest diploma in Canada": "No",
        "ECA) issued": "2026-03-01",
        "diploma or degree in Canada": "No",
        "Which language test did you take": "IELTS General Training",
        "your four": "L 8, R 7, W 7, S 7",
        "When did you get these": "2026-05-01",
        "test in the other official language": "No",
        "skilled work have you done in Canada": "None, or less than 1 year",
        "skilled work have you done outside Canada": "3 years or more",
        "Is any of these true": "an ECA",
        "please check what I understood": "All correct: my score",
    },
    "fr": {
        "Bonjour": "Calculer mon pointage",
        "Quel âge avez-vous": "29",
        "Qui vient au Canada": "Moi seulement, sans partenaire",
        "plus haut diplôme que vous": "Maîtrise ou diplôme professionnel",
        "plus haut diplôme au Canada": "Non",
        "(EDE) a-t-elle été": "2026-03-01",
        "diplôme au Canada après le secondaire": "Non",
        "Quel test de langue": "TCF Canada",
        "vos quatre résultats": "CO 503, CE 499, EE 12, EO 12",
        "Quand avez-vous reçu ces": "2026-05-01",
        "test dans l’autre langue officielle": "Non",
        "avez-vous faites au Canada": "0",
        "avez-vous faites hors du Canada": "3",
        "une de ces choses": "une EDE",
        "érifiez ce que j’ai compris": "Tout est exact : mon pointage",
    },
}
TOLD = {
    "en": (
        "29, single, master's from India, IELTS L8 R7 W7 S7 in March 2026, 3 years as a developer in Pune",
        "my score",
    ),
    "fr": (
        "29 ans, célibataire, maîtrise en Inde, IELTS L8 R7 W7 S7 en mars 2026, 3 ans développeur à Pune",
        "mon pointage",
    ),
}
MOST_TURNS = 30
LAST_WORDS = """() => {
  const log = document.querySelector('express-entry-chat').shadowRoot.querySelector('.log');
  const texts = [];
  for (let each = log.lastElementChild; each && each.matches('.theirs'); each = each.previousElementSibling)
    texts.unshift(each.innerText);
  return texts.join('\\n');
}"""
FOCUSED = "document.activeElement.shadowRoot?.activeElement"
PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}

Press = Callable[[Page, str], None]


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    named = {"WIDGET_ORIGINS": "https://site.example"}
    running = start_server(tmp_path_factory.mktemp("data"), MESSAGES_PER_MINUTE="100000", **named)
    yield running
    running.stop()


def offered(page: Page, title: str):
    return page.locator(".choice:enabled:not([aria-disabled])").get_by_text(title, exact=True)


def by_mouse(page: Page, answer: str) -> None:
    if offered(page, answer).count():
        offered(page, answer).click()
    else:
        say(page, answer)


def by_touch(page: Page, answer: str) -> None:
    if offered(page, answer).count():
        offered(page, answer).tap()
    else:
        field = page.get_by_role("textbox")
        field.tap()
        field.fill(answer)
        page.locator(".send").tap()


def by_keyboard(page: Page, answer: str) -> None:
    wanted = (
        f"{FOCUSED}?.textContent === answer"
        if offered(page, answer).count()
        else f"{FOCUSED}?.id === 'message'"
    )
    for _ in range(60):
        if page.evaluate(f"(answer) => {wanted}", answer):
            break
        page.keyboard.press("Tab")
    else:
        pytest.fail(f"Tab does not reach where {answer!r} can be said")
    if not offered(page, answer).count():
        page.keyboard.type(answer)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(
    ("answer", "options"),
    [(by_mouse, {}), (by_keyboard, {}), (by_touch, PHONE)],
    ids=["mouse", "keyboard", "phone"],
)
def test_a_whole_intake_ends_with_the_score(
    program: Server, open_page: OpenPage, lang: str, answer: Press, options: dict
) -> None:
    page = open_page(f"{program.address}/?lang={lang}", **options)
    expect(page.locator(".theirs")).to_be_visible()
    for _ in range(MOST_TURNS):
        if page.locator(".folded tfoot").count():
            break
        words = page.evaluate(LAST_WORDS)
        reply = next((reply for piece, reply in reversed(ANSWERS[lang].items()) if piece in words), None)
        assert reply, f"nobody knows what to answer to: {words}"
        before = mine(page).count()
        answer(page, reply)
        expect(mine(page)).to_have_count(before + 1)
        expect(page.locator(".log > :last-child.theirs")).to_be_visible()
    page.locator(".folded:has(tfoot) > summary").click()
    total = page.locator("tfoot .points b")
    expect(total).to_be_visible()
    assert 400 < int(total.inner_text()) < 600
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


@pytest.mark.parametrize(
    ("path", "sites"), [("/", "'none'"), ("/embed", "'none'"), ("/frame", "'self' https://site.example")]
)
def test_only_the_frame_can_be_framed_and_only_by_the_sites_that_are_named(
    program: Server, path: str, sites: str
) -> None:
    with urlopen(program.address + path) as response:
        policy = response.headers["Content-Security-Policy"]
    assert policy.endswith(f"frame-ancestors {sites}")


@pytest.mark.parametrize("size", [(390, 844), (1280, 860)], ids=["phone", "desk"])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_after_a_score_all_next_steps_are_seen_without_scrolling(
    program: Server, open_page: OpenPage, lang: str, size: tuple[int, int]
) -> None:
    page = open_page(
        f"{program.address}/?lang={lang}",
        viewport={"width": size[0], "height": size[1]},
        reduced_motion="reduce",
    )
    expect(page.locator(".theirs")).to_be_visible()
    for text in TOLD[lang]:
        say(page, text)
        expect(page.locator(".log > :last-child.theirs")).to_be_visible()
    score = page.locator(".log > :last-child.theirs:has(.folded tfoot)")
    expect(score).to_be_attached()
    expect(score.locator(".bubble b, .bubble strong").first).to_be_in_viewport(ratio=1)
    field = page.locator(".composer").bounding_box()
    steps = score.locator(".choices:not(.minor) .choice")
    assert steps.count() >= 3
    for step in steps.all():
        place = step.bounding_box()
        assert place["y"] + place["height"] <= field["y"]


def test_a_server_that_is_killed_under_an_open_page_answers_as_soon_as_it_is_back(
    program: Server, open_page: OpenPage
) -> None:
    page = open_page(program.address)
    say(page, "I am 29")
    expect(seen(page, "29").last).to_be_visible()
    expect(page.locator(".log > :last-child.theirs")).to_be_visible()
    program.part("bot.rasa.server").send_signal(signal.SIGKILL)
    say(page, "what do you know about me?")
    until(lambda: program.part("bot.rasa.server") and program.is_ready(), 180, "the new server")
    expect(page.locator(".log > :last-child.theirs")).to_be_visible(timeout=60_000)
    expect(seen(page, "Not sent yet")).to_have_count(0)
    expect(mine(page)).to_have_text(["I am 29", "what do you know about me?"])
    assert "29" in page.evaluate(LAST_WORDS), "nothing that was told is lost"
