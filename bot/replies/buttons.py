"""Buttons that several replies offer, and how a button is made."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from bot.replies import words
from bot.replies.reply import Button
from express_entry.answers import ASK, answers


def payload(intent: str, **entities: Any) -> str:
    """A Rasa command for a button."""
    return f"/{intent}{json.dumps(entities, ensure_ascii=False)}" if entities else f"/{intent}"


PICTURE = "picture"
"""What a button carries that shows a score as a picture."""

START = ("button-start", "/start")
GO_ON = ("button-go-on", "/resume")
HELP = ("button-help", "/help")
PAUSE = ("button-pause", "/pause")
PRIVACY = ("button-privacy", "/privacy")
PROFILE = ("offer-show-profile", "/show_profile")
CHANGE = ("button-review-change", "/change_answer")
RESTART = ("offer-restart", "/restart")
SCORE = ("offer-show-score", "/show_score")
SCORE_SO_FAR = ("button-score-so-far", "/show_score")
CHART = ("button-chart", payload("explain_score", value=PICTURE))
ELIGIBILITY = ("button-eligibility", "/ask_eligibility")
TELL_MORE = ("button-tell-more", payload("start", value="eligibility"))
IMPROVE = ("button-improve", "/ask_improve")
CHANCES = ("button-chances", "/ask_chances")
PRINCIPAL = ("button-principal", "/ask_principal")
WITH_SCORE = "score"
"""What a button for help carries that shows what can be done with a score."""
MORE = ("button-more", payload("help", value=WITH_SCORE))
ROUNDS = ("button-latest-round", "/ask_latest_round")
NOC = ("offer-ask-noc", "/ask_noc")
DOCUMENTS = ("button-documents", "/ask_documents")
COSTS = ("button-costs", "/ask_costs")
DEADLINES = ("button-deadlines", "/ask_deadlines")
CALENDAR = ("button-calendar", payload("export_file", value="calendar"))
DOSSIER = ("button-dossier", payload("export_file", value="dossier"))
PROFILE_FILE = ("button-profile-file", payload("export_file", value="profile"))
EVERYTHING = "all"
"""What a button carries that shows a result in full."""
CODE = "@code"
"""The payload of the button that asks for a code to go on elsewhere: the channels' own, not for Rasa."""
DEVICES = "@devices"
"""The payload of the button that asks which devices are joined: the channels' own, too."""


def buttons(lang: str, *choices: tuple[str, str], minor: bool = False) -> tuple[Button, ...]:
    """Buttons from pairs of (catalog id, payload)."""
    say = words(lang)
    return tuple(Button(say(message), command, minor) for message, command in choices)


def different(offered: Iterable[Button]) -> tuple[Button, ...]:
    """The first of the buttons that mean one thing: that read the same, or lead to what has one label."""
    kept: dict[str, Button] = {}
    read = set[str]()
    for button in offered:
        title = " ".join(re.findall(r"\w+", button.title.casefold()))
        if title not in read and _meant(button) not in kept:
            kept[_meant(button)] = button
        read.add(title)
    return tuple(kept.values())


def _meant(button: Button) -> str:
    """What a button leads to: its payload, and for a question the payload of what answers it."""
    intent, _, entities = button.payload.removeprefix("/").partition("{")
    asked = (
        answers().get(json.loads("{" + entities).get("answer", "")) if intent == ASK and entities else None
    )
    return button.payload if asked is None else f"/{asked.label}"


def after_score_buttons(lang: str, couple: bool = False, lapsed: bool = False) -> tuple[Button, ...]:
    """What stands under a score: the next steps, of which the last is what matters in this case, and the way
    to everything else."""
    fourth = PRINCIPAL if couple else DEADLINES if lapsed else CHANGE
    return (*buttons(lang, ELIGIBILITY, IMPROVE, CHANCES, fourth), *buttons(lang, MORE, minor=True))


def more_buttons(lang: str) -> tuple[Button, ...]:
    """What people also ask for once they have a score."""
    return buttons(lang, CHANGE, DOCUMENTS, COSTS, DEADLINES, DOSSIER, CHART, PROFILE, RESTART)
