"""Whole conversations on a Telegram that somebody else wrote: the npm package ``telegram-test-api``."""

import json
import os
import shutil
import subprocess
import time
from itertools import count
from pathlib import Path

import httpx
import pytest

from tests.helpers.bot_api import visible
from tests.helpers.missing import missing
from tests.helpers.program import free_port, start_server

pytestmark = pytest.mark.program

FOLDER = Path(__file__).parent / "emulator"
TOKEN = "123456:emulated"
PATIENCE = 30
BUTTONS_EN = {
    "How old are you": "29",
    "Who is coming": "Just me, no partner",
    "highest diploma you’ve finished": "Master’s or professional degree",
    "highest diploma in Canada": "No",
    "ECA) issued": "2026-03-01",
    "diploma or degree in Canada": "No",
    "Which language test did you take": "IELTS General Training",
    "your four IELTS": "L 8, R 7, W 7, S 7",
    "get these test results": "2026-05-01",
    "test in the other official language": "No",
    "skilled work have you done in Canada": "None, or less than 1 year",
    "skilled work have you done outside Canada": "3 years or more",
    "Is any of these true": "an ECA",
}
BUTTONS_FR = {
    "Quel âge": "29",
    "Qui vient au Canada": "Moi seulement",
    "plus haut diplôme que vous": "Maîtrise ou diplôme professionnel",
    "plus haut diplôme au Canada": "Non",
    "évaluation des diplômes d’études": "2026-03-01",
    "un diplôme au Canada après": "Non",
    "Quel test de langue": "IELTS General Training",
    "quatre résultats": "L 8, R 7, W 7, S 7",
    "reçu ces résultats": "2026-05-01",
    "autre langue officielle": "Non",
    "faites au Canada": "Aucun",
    "faites hors du Canada": "3 ans ou plus",
    "une de ces choses": "une EDE",
}
TEXT_EN = (
    "I'm 29, single, IELTS L8 R7 W7 S7, no second test, master's degree from India, ECA issued 2026-03-01, "
    "3 years as a developer in Pune"
)
TEXT_FR = (
    "J'ai 29 ans, célibataire, IELTS général: écoute 8, lecture 7, écriture 7, expression orale 7, maîtrise"
)


@pytest.fixture(scope="module")
def emulator():
    """The emulator's address."""
    if shutil.which("npm") is None or shutil.which("node") is None:
        missing("npm", "npm")
    if not (FOLDER / "node_modules" / "telegram-test-api").exists():
        command = ["npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"]
        done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, timeout=180, check=False)
        if done.returncode and os.environ.get("CI") != "true":
            pytest.skip(f"telegram-test-api cannot be installed: {done.stderr[-200:]}")
        assert done.returncode == 0, done.stderr
    port = free_port()
    process = subprocess.Popen(
        ["node", "server.js", str(port)], cwd=FOLDER, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline().strip() == "ready"
    yield f"http://127.0.0.1:{port}"
    process.kill()
    process.wait()


@pytest.fixture(scope="module")
def program(emulator, tmp_path_factory):
    """The program, which polls the emulator."""
    environment = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": emulator}
    running = start_server(tmp_path_factory.mktemp("emulated"), MESSAGES_PER_MINUTE="10000", **environment)
    yield running
    running.stop()


class Person:
    """Someone on the emulated Telegram. ``said`` are the bot's last messages."""

    numbers = count(101)

    def __init__(self, address, language):
        self.http = httpx.Client(base_url=address, timeout=PATIENCE)
        number = next(self.numbers)
        self.sender = {"id": number, "is_bot": False, "first_name": "Ada", "language_code": language}
        self.chat = {"id": number, "type": "private", "first_name": "Ada"}
        self.said = []

    def _post(self, path, **more):
        content = {
            "botToken": TOKEN,
            "date": int(time.time()),
            "from": self.sender,
            "chat": self.chat,
            **more,
        }
        assert self.http.post(path, json=content).json()["ok"]

    def say(self, text):
        entities = [{"type": "bot_command", "offset": 0, "length": len(text)}]
        if text.startswith("/"):
            self._post("/sendCommand", text=text, entities=entities)
        else:
            self._post("/sendMessage", text=text)
        return self.hear()

    def press(self, title):
        for message in reversed(self.said):
            for row in message["message"].get("reply_markup", {}).get("inline_keyboard", []):
                for button in row:
                    if button["text"].startswith(title):
                        under = {"message_id": message["messageId"], "date": 1, "chat": self.chat}
                        self._post("/sendCallback", data=button["callback_data"], message=under)
                        return self.hear()
        raise AssertionError(f"no button {title!r}: {self.buttons}")

    def hear(self):
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            found = self.http.post("/getUpdates", json={"token": TOKEN, "chatId": self.chat["id"]}).json()[
                "result"
            ]
            if found:
                for each in found:
                    markup = each["message"].get("reply_markup")
                    each["message"]["reply_markup"] = (
                        json.loads(markup) if isinstance(markup, str) else markup or {}
                    )
                self.said = found
                return self.text
            time.sleep(0.05)
        raise AssertionError("no answer")

    @property
    def text(self):
        return "\n\n".join(visible(each["message"]["text"]) for each in self.said)

    @property
    def buttons(self):
        rows = [each["message"]["reply_markup"].get("inline_keyboard", []) for each in self.said]
        return [button["text"] for keyboard in rows for row in keyboard for button in row]

    def answer_all(self, answers, end, meanwhile=lambda place: None):
        for place in range(30):
            if end in self.text:
                return
            answer = next((reply for piece, reply in answers.items() if piece in self.text), None)
            assert answer, f"nobody knows what to answer to: {self.text}\n{self.buttons}"
            meanwhile(place)
            if any(title.startswith(answer) for title in self.buttons):
                self.press(answer)
            else:
                self.say(answer)
        raise AssertionError(self.text)


def test_english_by_buttons_with_a_restart_in_the_middle(emulator, program):
    ada = Person(emulator, "en")

    def restart(place):
        if place == 6:
            program.kill("bot.rasa.server")

    assert "not the government" in ada.say("/start")
    ada.press("Calculate my score")
    ada.answer_all(BUTTONS_EN, "please check what I understood", restart)
    ada.press("All correct")

    assert "469 is your CRS score" in ada.text
    assert "Skills that go together: 100" in ada.text


def test_english_by_text(emulator, program):
    ada = Person(emulator, "en")
    assert "Got it" in ada.say(TEXT_EN)
    ada.answer_all(BUTTONS_EN, "please check what I understood")
    ada.say("yes, all correct")
    assert "469" in ada.text


def test_french_by_buttons(emulator, program):
    emile = Person(emulator, "fr")
    assert "ni le gouvernement" in emile.say("/start")
    emile.press("Calculer")
    emile.answer_all(BUTTONS_FR, "érifiez ce que j’ai compris")
    emile.press("Tout est exact")
    assert "pointage SCG est de 469" in emile.text


def test_french_by_text(emulator, program):
    emile = Person(emulator, "fr-CA")
    assert "noté" in emile.say(TEXT_FR)
    emile.answer_all(BUTTONS_FR, "érifiez ce que j’ai compris")
    emile.say("oui, tout est exact")
    assert "469" in emile.text
