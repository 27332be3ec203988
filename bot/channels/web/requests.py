"""What callers of the web channel send, checked: nothing else gets any further."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sanic.request import Request

from bot.channels.incoming import MAX_TEXT_CHARACTERS, BadText, as_plain_text, clean
from bot.channels.web.refusals import Refused
from bot.personal import without_personal_numbers
from bot.store import Person
from bot.store.feedback import MAX_COMMENT_CHARACTERS, VERDICTS, Verdict

CLIENT_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
HOST = re.compile(r"[A-Za-z0-9.:\[\]-]{1,260}")
MESSAGE_ID = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True)
class Caller:
    """Who calls: a conversation, the person in it, and whether their token should be replaced."""

    sender_id: str
    person: Person
    renew: bool


@dataclass(frozen=True)
class Incoming:
    """A message as the page shows it (``body``), and what Rasa is to read (``text``).

    ``hidden`` are the kinds of what was taken out of it (:mod:`bot.personal`).
    """

    body: Mapping[str, Any]
    text: str
    client_id: str | None = None
    again: int | None = None
    hidden: tuple[str, ...] = ()


def document_of(request: Request, allowed: set[str]) -> dict[str, Any]:
    """The request's JSON object with only ``allowed`` keys."""
    try:
        document = json.loads(request.body)
    except (ValueError, RecursionError) as error:
        raise Refused(400, "not_json") from error
    if not isinstance(document, dict):
        raise Refused(400, "not_json")
    unknown = sorted(set(document) - allowed)
    if unknown:
        raise Refused(400, "unknown_key", key=_clean_key(unknown[0]), allowed=", ".join(sorted(allowed)))
    return document


def _clean_key(key: str) -> str:
    """A caller's own word, fit to be said back."""
    return "".join(character for character in key if character.isprintable())[:40]


def from_text(text: Any, client_id: str | None) -> Incoming:
    """A message that was typed.

    Raises:
        Refused: it is no text, empty or too long.
    """
    if not isinstance(text, str):
        raise Refused(400, "text_or_button")
    try:
        cleaned = clean(text)
    except BadText as error:
        if error.code == "too_long":
            raise Refused(413, "too_long", limit=MAX_TEXT_CHARACTERS) from error
        raise Refused(400, "empty") from error
    kept = without_personal_numbers(cleaned)
    return Incoming({"text": kept.text}, as_plain_text(kept.text), client_id, hidden=kept.hidden)


def typed_and_pressed(incoming: Incoming) -> tuple[str, str]:
    """The text that was typed, or the payload of the button that was pressed; the other one is ""."""
    is_press = incoming.body.keys() & {"button", "command", "change"}
    return ("", incoming.text) if is_press else (incoming.body["text"], "")


def options_of(chosen: Any) -> list[int]:
    """The places of the options that are on."""
    if not isinstance(chosen, list) or any(type(place) is not int for place in chosen):
        raise Refused(400, "bad_chosen")
    return chosen


def before_of(request: Request) -> int | None:
    """The id of the message before which the history is asked for."""
    before = (request.args or {}).get("before")
    if before is None:
        return None
    if not MESSAGE_ID.fullmatch(before):
        raise Refused(400, "message_needed")
    return int(before)


def opinion(document: Mapping[str, Any]) -> tuple[int, Verdict, str | None]:
    """The message's id, the verdict and the comment of a request."""
    message, verdict, comment = (document.get(key) for key in ("message", "verdict", "comment"))
    if not (isinstance(message, str) and MESSAGE_ID.fullmatch(message)):
        raise Refused(400, "message_needed")
    if verdict not in VERDICTS:
        raise Refused(400, "verdict_needed", allowed=", ".join(VERDICTS))
    if comment is not None and not isinstance(comment, str):
        raise Refused(400, "comment_text")
    if comment is not None and len(comment) > MAX_COMMENT_CHARACTERS:
        raise Refused(413, "too_long", limit=MAX_COMMENT_CHARACTERS)
    try:
        return int(message), verdict, comment and clean(comment)
    except BadText:  # nothing but what cannot be shown
        return int(message), verdict, None


def own_address(request: Request) -> str:
    """The address of this server as the caller knows it: a proxy has to pass ``Host`` on, since whoever calls
    could write anything into ``X-Forwarded-Host``."""
    given = request.headers.get("Host", "")
    host = given if HOST.fullmatch(given) else "HOST"
    return f"{request.scheme}://{host}"
