"""A small server that speaks the web channel's HTTP contract, and can be told to misbehave."""

from __future__ import annotations

import base64
import io
import json
import re
import threading
from collections.abc import Callable
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from PIL import Image, ImageDraw

from bot.channels.push.files import dialog, worker
from bot.channels.qr import qr
from bot.channels.web import widget
from bot.channels.web.pages import page_policy
from bot.replies import pictures
from express_entry.rounds import seed

POLICY = page_policy(widget.style_hash())["Content-Security-Policy"]
PUSH_KEY = "BN" + "A" * 85
LATE = "/chat/pictures/late"
"""Where a picture is that a test sends when it likes."""
Message = dict[str, Any]

WELCOME = {
    "en": "Hello! I am a free assistant for **Express Entry**. I calculate your exact CRS score and show the "
    "rule behind every line.\n\nI am not the government and not a lawyer. What you tell me is erased "
    "24 hours after your last message, unless you ask me to keep it.",
    "fr": "Bonjour! Je suis un assistant gratuit pour **Entrée express**. Je calcule votre pointage SCG "
    "exact et je montre la règle derrière chaque ligne.\n\nJe ne suis ni le gouvernement ni juriste.",
}
START = {"en": "Calculate my score", "fr": "Calculer mon pointage"}
STATUS = {"en": "What is your marital status?", "fr": "Quelle est votre situation de famille?"}
CHOICES = {
    "en": ("Never married", "Married", "Common-law partner", "Separated", "Divorced", "Widowed"),
    "fr": ("Jamais marié(e)", "Marié(e)", "En union de fait", "Séparé(e)", "Divorcé(e)", "Veuf ou veuve"),
}
MINOR = {
    "en": ("Why do you ask?", "What does that mean?", "Skip", "Back"),
    "fr": ("Pourquoi cette question?", "Qu’est-ce que cela veut dire?", "Passer", "Retour"),
}
TABLE = {
    "kind": "score",
    "caption": "Your score by the rules of 25 March 2025",
    "rows": [
        {"label": "Age", "points": 110, "maximum": 110, "because": "You are 29; 20 to 29 earns the most."},
        {"label": "Education", "points": 135, "maximum": 150, "because": "Master’s degree, single"},
        {
            "label": "First official language",
            "points": 124,
            "maximum": 136,
            "because": "CLB 9 in each ability",
        },
        {"label": "Second official language", "points": 0, "maximum": 24, "because": ""},
        {"label": "Work in Canada", "points": 0, "maximum": 80, "because": "You told me of none."},
        {
            "label": "Education with language",
            "points": 50,
            "maximum": 50,
            "because": "Two or more diplomas, or a master’s, and CLB 9",
        },
        {"label": "Foreign work with language", "points": 50, "maximum": 50, "because": "3 years and CLB 9"},
    ],
    "total": {"label": "Total", "points": 469, "maximum": 1200, "because": ""},
}
SOURCES = [
    {
        "title": "Ministerial Instructions respecting the Express Entry system, s. 8",
        "url": "https://www.canada.ca/en/immigration.html",
    },
    {
        "title": "Comprehensive Ranking System (CRS) criteria",
        "url": "https://www.canada.ca/en/crs.html",
        "checked": "2026-08-24",
    },
]


KNOWN = {
    "told": [
        {"title": "Age", "value": "29", "change": "age"},
        {
            "title": "First language test",
            "value": "IELTS General Training: L 8, R 7, W 7, S 7",
            "change": "first_language",
        },
        {"title": "Work history", "value": "one job"},
    ],
    "counted": [{"title": "Skilled work outside Canada", "value": "4 years"}],
    "open": [{"title": "ECA issued", "change": "eca_date"}],
    "score": {"total": 469, "maximum": 1200},
}
SEVERAL = {
    "options": [
        {"title": "A French test", "chosen": False},
        {"title": "A diploma from Canada", "chosen": False},
        {"title": "A brother or sister in Canada", "chosen": False},
        {"title": "A provincial nomination", "chosen": False},
        {"title": "A written job offer", "chosen": False},
    ],
    "button": "any",
    "done": "Done",
    "none": "None of these",
}


def _chart() -> str:
    """Ten bars, as a data URL."""
    picture = Image.new("RGB", (640, 320), "white")
    pen = ImageDraw.Draw(picture)
    for number in range(10):
        pen.rectangle((40 + number * 58, 60 + number * 12, 76 + number * 58, 290), "#1d5c4d")
    content = io.BytesIO()
    picture.save(content, "PNG")
    return f"data:image/png;base64,{base64.b64encode(content.getvalue()).decode()}"


CHART = _chart()
HOSTILE = "<img src=x onerror=\"document.title='hacked'\"><script>document.title='hacked'</script>"
HOSTILE_REPLY: Message = {
    "text": f"{HOSTILE} [click](javascript:alert(1)) "
    f'[ok](https://example.org/"onclick=alert(1))\n- {HOSTILE}',
    "buttons": [{"title": HOSTILE, "button": "b"}],
    "table": {
        "caption": HOSTILE,
        "rows": [{"label": HOSTILE, "points": 1, "maximum": 2, "because": HOSTILE}],
        "total": {"label": HOSTILE, "points": 1, "maximum": 2, "because": ""},
    },
    "sources": [
        {"title": HOSTILE, "url": "javascript:document.title='hacked'"},
        {"title": HOSTILE, "url": "https://example.org/"},
    ],
    "image": {
        "url": "javascript:document.title='hacked'",
        "alt": HOSTILE,
        "drawing": {
            "width": 1,
            "height": 1,
            "shapes": [
                ["script", {"d": "M0 0", "onload": "document.title='hacked'", "href": HOSTILE}],
                [
                    "text",
                    {"class": HOSTILE, "onclick": "document.title='hacked'", "style": "fill:red"},
                    HOSTILE,
                ],
            ],
        },
    },
    "files": [{"title": HOSTILE, "url": "data:text/html,<script>1</script>"}],
}


def drawn_pool(lang: str) -> pictures.Picture:
    """The candidates in the pool, with the score 469. The first one takes as long as loading Matplotlib."""
    return pictures.pool(lang, seed().pools[-1], 469)


class FakeServer:
    """Conversations in memory. ``received`` is what arrived, once for each client id."""

    def __init__(self) -> None:
        self.conversations: dict[str, dict[str, Any]] = {}
        self.received: list[dict[str, Any]] = []
        self.requests: list[str] = []
        self.troubles: list[str] = []
        """What goes wrong with the next messages: ``drop`` (never arrives), ``swallow`` (arrives, its answer
        does not), ``429``, ``410``, ``413``, ``500``, ``hold`` (waits for ``release``)."""
        self.release = threading.Event()
        self.opinions: list[Message] = []
        self.pushed: Message | None = None
        self.known: Message = {"shown": KNOWN}
        self.pages: dict[str, bytes] = {}
        self.policies: dict[str, str] = {}
        """Content Security Policies of ``pages``."""
        self.sessions = 0
        self.page_size = 400
        server = self
        handler = type("Handler", (_Handler,), {"server_state": server})
        self.http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.http.daemon_threads = True
        self.thread = threading.Thread(
            target=self.http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        self.thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.http.server_address[1]}"

    def close(self) -> None:
        self.release.set()
        self.http.shutdown()
        self.http.server_close()

    def texts(self) -> list[str]:
        """What people said, in order of arrival."""
        return [item.get("text") or item["title"] for item in self.received]

    def page(self, history: list[Message], before: str | None) -> Message:
        """The last ``page_size`` messages before one, and whether there are earlier ones."""
        ids = [message["id"] for message in history]
        end = ids.index(before) if before else len(ids)
        begin = max(0, end - self.page_size)
        earlier = {"earlier": ids[begin]} if begin else {}
        return {"messages": [{**message} for message in history[begin:end]], **earlier}

    # -- The contract

    def session(self, lang: str) -> Message:
        self.sessions += 1
        token = f"token-{self.sessions}"
        conversation = {"lang": lang, "history": [], "answers": {}, "buttons": {}}
        self.conversations[token] = conversation
        messages = [self.say(conversation, WELCOME[lang], [START[lang]])]
        return {"token": token, "expires_in": 7776000, "messages": messages}

    def say(
        self, conversation: Message, text: str, titles: Any = (), minor: Any = (), **more: Any
    ) -> Message:
        number = len(conversation["history"])
        buttons = []
        for title in (*titles, *minor):
            button = f"button-{number}-{len(buttons)}"
            conversation["buttons"][button] = title
            buttons.append({"title": title, "button": button, **({"minor": True} if title in minor else {})})
        message = {
            "id": f"bot-{number}",
            "text": text,
            "lang": conversation["lang"],
            "buttons": buttons,
            **more,
        }
        conversation["history"].append({**message, "from": "bot"})
        return message

    def take(self, conversation: Message, body: Message) -> Message:
        if body["id"] in conversation["answers"]:
            return conversation["answers"][body["id"]]
        if "button" in body and body["button"] not in conversation["buttons"]:
            raise LookupError
        text = body.get("text") or body.get("change") or conversation["buttons"][body["button"]]
        self.received.append({**body, "title": text})
        number = len(conversation["history"])
        pressed = {"button": body["button"]} if "button" in body else {}
        conversation["history"].append({"id": f"user-{number}", "from": "user", "text": text, **pressed})
        answer = self.answer(conversation, text)
        conversation["answers"][body["id"]] = answer
        return answer

    def answer(self, conversation: Message, text: str) -> Message:
        lang = conversation["lang"]
        if text in ("En français, s’il vous plaît", "In English, please"):
            lang = conversation["lang"] = "fr" if text.startswith("En") else "en"
            return {"messages": [self.say(conversation, STATUS[lang], CHOICES[lang], MINOR[lang])]}
        if text == START[lang]:
            asked = self.say(conversation, STATUS[lang], CHOICES[lang], MINOR[lang])
            return {"messages": [asked], "progress": {"done": 5, "of": 14}}
        if text == "erase me":
            conversation["history"].clear()
            return self.session(lang)
        if text == "hostile":
            first = self.say(conversation, "")
            return {"messages": [{**first, **HOSTILE_REPLY}]}
        if text == "chart":
            return {
                "messages": [
                    self.say(
                        conversation,
                        "The last rounds.",
                        image={
                            "url": CHART,
                            "alt": "Cut-offs of the last ten rounds",
                            "width": 640,
                            "height": 320,
                        },
                        files=[
                            {"title": "Your score", "url": "/chat/files/a", "type": "application/pdf"},
                            {"title": "Your dates", "url": "/chat/files/b", "type": "text/calendar"},
                        ],
                    )
                ]
            }
        if text == "late":
            image = {"url": LATE, "alt": "A late picture", "width": 640, "height": 320}
            return {"messages": [self.say(conversation, "Line by line. " * 40, image=image)]}
        if text == "drawn":
            drawn = drawn_pool(lang)
            image = {"url": CHART, "alt": drawn.alt, "width": 800, "height": 640, "drawing": drawn.drawing}
            return {"messages": [self.say(conversation, "The pool.", ("Where do I stand?",), image=image)]}
        if text == "long":
            listed = "\n".join(
                f"- **Paper {number}**: {'who issues it and what it costs, ' * 4}" for number in range(6)
            )
            return {
                "messages": [
                    self.say(
                        conversation,
                        f"Your list has **6** papers.\n\n{listed}\n\nThe list in your account counts.",
                        ("I have the first",),
                        sources=SOURCES,
                    )
                ]
            }
        if text == "several":
            conversation["buttons"]["any"] = "Done"
            return {"messages": [self.say(conversation, "Any of these?", (), ("Skip",), choices=SEVERAL)]}
        if text == "side":
            answer = self.say(conversation, "What I keep of you.", ("Keep my answers", "Erase it"))
            asked = self.say(conversation, STATUS[lang], CHOICES[lang], MINOR[lang])
            return {"messages": [answer, asked]}
        if text in CHOICES[lang]:
            first = self.say(conversation, f"Noted: **{text}**.")
            score = self.say(
                conversation,
                "Your score is **469**. What could raise it:\n- a provincial nomination\n- better French, "
                "for example [TEF Canada](https://www.lefrancaisdesaffaires.fr/)\n\nThe rules change on "
                "3 November 2026.",
                ("What could raise it?", "Change an answer"),
                table=TABLE,
                sources=SOURCES,
            )
            return {"messages": [first, score]}
        return {"messages": [self.say(conversation, f"You said: {text}")]}


class _Handler(BaseHTTPRequestHandler):
    server_state: FakeServer
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # Head and body in one packet.

    def log_message(self, *_: object) -> None:
        """Silence: the tests look at ``requests``."""

    def do_OPTIONS(self) -> None:
        self._send(204, b"", "text/plain")

    def do_GET(self) -> None:
        self._count()
        path = urlsplit(self.path).path
        state = self.server_state
        if path == "/":
            language = "fr" if "lang=fr" in self.path else "en"
            self._send(200, widget.page(language, date.today()), "text/html; charset=utf-8", POLICY)
        elif path == "/frame":
            policy = POLICY.replace("frame-ancestors 'none'", "frame-ancestors *")
            self._send(
                200,
                widget.frame("fr" if "lang=fr" in self.path else "en"),
                "text/html; charset=utf-8",
                policy,
            )
        elif path == "/widget.js":
            self._send(200, widget.script(), "text/javascript; charset=utf-8")
        elif path == "/notices.js":
            self._send(200, dialog(), "text/javascript; charset=utf-8")
        elif path == "/notices-worker.js":
            self._send(200, worker(), "text/javascript; charset=utf-8")
        elif path == "/chat/push":
            self._with_conversation(lambda _: {"key": PUSH_KEY, "on": state.pushed is not None})
        elif path == "/embed":
            language = "fr" if "lang=fr" in self.path else "en"
            content = widget.page_for_owners(language, state.url)
            self._send(200, content, "text/html; charset=utf-8", POLICY)
        elif path in state.pages:
            self._send(200, state.pages[path], "text/html; charset=utf-8", state.policies.get(path))
        elif path == "/chat/profile":
            self._with_conversation(lambda _: state.known)
        elif path == "/chat/history":
            before = parse_qs(urlsplit(self.path).query).get("before", [None])[0]
            self._with_conversation(lambda conversation: state.page(conversation["history"], before))
        else:
            self._send(404, b"", "text/plain")

    def do_POST(self) -> None:
        self._count()
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"{}")
        state = self.server_state
        if urlsplit(self.path).path == "/chat/session":
            self._json(200, state.session(body.get("language", "en")))
            return
        if urlsplit(self.path).path == "/chat/code":
            made = {
                "code": "K7MQ-3XWD",
                "expires_in": 600,
                "telegram": "https://t.me/entry_bot?start=K7MQ3XWD",
                "qr": qr("https://t.me/entry_bot?start=K7MQ3XWD"),
            }
            self._with_conversation(lambda _: made)
            return
        if urlsplit(self.path).path == "/chat/push":
            state.pushed = body
            self._with_conversation(lambda _: {"on": True})
            return
        if urlsplit(self.path).path == "/chat/feedback" and not state.troubles:
            self._with_conversation(lambda _: state.opinions.append(body) or {"status": "ok"})
            return
        trouble = state.troubles.pop(0) if state.troubles else ""
        if trouble == "drop":
            self.close_connection = True
            self.connection.close()
        elif trouble == "swallow":
            state.take(state.conversations[self._token()], body)
            self.close_connection = True
            self.connection.close()
        elif trouble == "429":
            self._json(429, _error("too_many", "Too many messages."), {"Retry-After": "1"})
        elif trouble in ("410", "413", "500"):
            self._json(int(trouble), _error("refused", f"A friendly word about {trouble}."))
        else:
            if trouble == "hold":
                state.release.wait(20)
            self._with_conversation(lambda conversation: state.take(conversation, body))

    def do_DELETE(self) -> None:
        self._count()
        if urlsplit(self.path).path == "/chat/push":
            self.server_state.pushed = None
            self._with_conversation(lambda _: {"on": False})
            return
        token = self._token()
        if self.server_state.conversations.pop(token, None) is None:
            self._json(401, _error("unauthorized", "Unknown."))
            return
        fresh = self.server_state.session("en")
        self._json(200, {"token": fresh["token"], "messages": fresh["messages"]})

    def _with_conversation(self, act: Callable[[Message], Message]) -> None:
        conversation = self.server_state.conversations.get(self._token())
        if conversation is None:
            self._json(401, _error("unauthorized", "Your session has ended."))
            return
        try:
            self._json(200, act(conversation))
        except LookupError:
            self._json(410, _error("gone", "That button is no longer known."))

    def _token(self) -> str:
        return (self.headers.get("Authorization") or "").removeprefix("Bearer ")

    def _count(self) -> None:
        self.server_state.requests.append(re.sub(r"\?lang=..$", "", f"{self.command} {self.path}"))

    def _json(self, status: int, content: Message, headers: dict[str, str] | None = None) -> None:
        self._send(status, json.dumps(content).encode(), "application/json", headers=headers)

    def _send(
        self, status: int, content: bytes, kind: str, policy: str = "", headers: dict[str, str] | None = None
    ) -> None:
        self.send_response(status)
        for name, value in {
            "Content-Type": kind,
            "Content-Length": str(len(content)),
            "Access-Control-Allow-Origin": "*",
            "Access-Control-Allow-Methods": "GET, POST, DELETE",
            "Access-Control-Allow-Headers": "Authorization, Content-Type",
            "Access-Control-Expose-Headers": "Retry-After",
            **({"Content-Security-Policy": policy} if policy else {}),
            **(headers or {}),
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)


def _error(code: str, message: str) -> Message:
    return {"error": {"code": code, "message": message}}
