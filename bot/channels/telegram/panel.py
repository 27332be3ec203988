"""What is known about a person, as one message that is written over whenever it changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from textwrap import shorten
from typing import Any

from bot.channels.knowing import known
from bot.channels.telegram.render import Part, parts
from bot.dialogue.state import State
from bot.replies import Words, words
from bot.store import Store

COMMAND = "/show_profile"
"""What Rasa would read for it; here the channel answers."""
LONGEST_VALUES = (300, 60)
"""Characters of a line's value; the shorter, where all of it would not fit into one message."""


def panel_reply(store: Store, sender_id: str, today: date) -> dict[str, Any]:
    """What is known, as a reply whose ``lines`` can be pressed to be changed."""
    person = store.person_of(sender_id)
    state = State.parse_obj(store.state(person.id).document)
    shown = known(store.profile(person.id), state, person.language, today)["shown"]
    replies = (_reply(shown, person.language, longest) for longest in LONGEST_VALUES)
    return next((reply for reply in replies if len(parts(reply)) == 1), _reply(shown, person.language, 0))


def panel_part(store: Store, sender_id: str, today: date) -> Part:
    """The same as the call that shows it."""
    return parts(panel_reply(store, sender_id, today))[0]


def _reply(shown: Mapping[str, Any], lang: str, longest: int) -> dict[str, Any]:
    say = words(lang)
    titles: dict[str, str] = {}
    for line in (*shown["told"], *shown["counted"], *shown["open"]):
        if "change" in line:
            titles.setdefault(line["change"], line["title"])
    reply: dict[str, Any] = {"text": "\n\n".join(_said(say, shown, longest)), "lang": lang, "panel": True}
    if shown["told"]:
        reply["lines"] = [{"title": title, "change": change} for change, title in titles.items()]
    return reply


def _said(say: Words, shown: Mapping[str, Any], longest: int) -> Iterable[str]:
    yield f"**{say('widget-known')}**"
    if "score" in shown:
        yield say("widget-known-score", points=shown["score"]["total"])
    if not shown["told"]:
        yield say("widget-known-nothing")
        return
    for part in ("told", "counted", "open"):
        if shown[part]:
            yield "\n".join(
                (say(f"widget-known-{part}"), *(_line(say, each, longest) for each in shown[part]))
            )
    yield say("telegram-panel-change")


def _line(say: Words, line: Mapping[str, str], longest: int) -> str:
    if not (value := line.get("value", "")):
        return f"- {line['title']}"
    kept = shorten(value, longest, placeholder=" …") if longest else "…"
    return f"- {say('telegram-panel-line', title=line['title'], value=kept)}"
