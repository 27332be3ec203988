"""Sends notices about rounds and deadlines to browsers; without Rasa, for the light processes.

A notice says that there is something new. What it is stands in the conversation, where it is kept as soon as
the push service has taken the notice: a lock screen shows nothing that the person told.
"""

from __future__ import annotations

import json
import re
from datetime import timedelta
from urllib.parse import urlsplit

from bot.alerts.sending import NotNow, Outcome, Sent
from bot.channels.keeping import keepable
from bot.channels.push.address import is_at
from bot.replies import words
from bot.replies.reply import Reply
from bot.settings import Settings
from bot.store import Store, UnknownConversation, make_engine
from bot.store.push import PushAddresses

TIMEOUT_SECONDS = 10.0
WAITS = timedelta(days=3)
"""How long a push service keeps a notice for a browser that is switched off."""
GONE = (404, 410)
"""The browser takes no notices any more."""
PAUSE_SECONDS = 60.0
"""How long a push service that is busy is left alone, unless it says so itself."""
HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
TOPIC = "express-entry"
"""Of several notices that wait, only the last one is shown."""


class NotTaken(Exception):
    """A push service did not take a notice. The message names no address: whoever has that can send."""


class PushSender:
    """Sends one notice after the other."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._store = Store(settings.database_url)
        self._addresses = PushAddresses(make_engine(settings.database_url))

    def reaches(self, chat: str) -> bool:
        """Whether the conversation ``chat`` has a browser that takes notices."""
        return self._addresses.of(chat) is not None

    def send(self, chat: str, reply: Reply) -> Outcome:
        """Send a notice to the browser of ``chat``, and keep ``reply`` there for its reader.

        Raises:
            NotTaken: the push service cannot be reached, or does not take it.
        """
        from pywebpush import WebPushException, webpush
        from requests import RequestException, Session

        address = self._addresses.of(chat)
        if address is None:
            return NotNow(0)
        if not is_at(address.endpoint, self._settings.push_services):
            self._addresses.drop(chat)
            return NotNow(0)
        with Session() as session:
            session.max_redirects = 0
            try:
                webpush(
                    {"endpoint": address.endpoint, "keys": {"p256dh": address.p256dh, "auth": address.auth}},
                    json.dumps(notice(reply), ensure_ascii=False),
                    vapid_private_key=self._settings.push_key,
                    vapid_claims={"sub": contact(address.page)},
                    ttl=int(WAITS.total_seconds()),
                    timeout=TIMEOUT_SECONDS,
                    headers={"Topic": TOPIC, "Urgency": "normal"},
                    requests_session=session,
                )
            except WebPushException as problem:
                response = problem.response
                if response is not None and response.status_code in GONE:
                    self._addresses.drop(chat)
                    return NotNow(0)
                if response is not None and response.status_code == 429:
                    asked = response.headers.get("Retry-After", "")
                    return NotNow(float(asked) if asked.isdecimal() else PAUSE_SECONDS)
                raise NotTaken("no answer" if response is None else str(response.status_code)) from None
            except RequestException as problem:
                raise NotTaken(type(problem).__name__) from None
        self._keep(chat, reply)
        return Sent()

    def _keep(self, chat: str, reply: Reply) -> None:
        body, buttons = keepable(self._store.said, chat, reply.as_json())
        try:
            self._store.said.add_replies(chat, [body], buttons=buttons)
        except UnknownConversation:  # erased in the meantime
            return


def contact(page: str) -> str:
    """Whom a push service may turn to, in the form that it takes: the server of ``page``, where notices were
    turned on; ``https://localhost`` where that has no name on the network."""
    host = urlsplit(page).hostname or ""
    return f"https://{host}" if HOST.fullmatch(host) else "https://localhost"


def notice(reply: Reply) -> dict[str, str]:
    """What a device shows of a reply: its first line, and how to read on."""
    headline = re.sub(r"\*\*|\[([^\]]+)\]\([^)]*\)", r"\1", reply.text.partition("\n")[0])
    return {
        "title": headline.rstrip(" :\u00a0"),
        "body": words(reply.lang)("notices-body"),
        "lang": reply.lang,
    }
