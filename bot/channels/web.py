"""The web channel: the page, the widget, and the HTTP interface that both use (``docs/openapi.yaml``).

Callers are anonymous but signed: the session token names a conversation, and only we can make one.
"""

from __future__ import annotations

import gc
import gzip
import hashlib
import json
import os
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timezone
from functools import lru_cache
from typing import Any
from urllib.parse import quote

import aiohttp
from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic
from sanic.exceptions import NotFound, PayloadTooLarge, SanicException
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.response import json as json_response

from bot.alerts.news import compose_on, news_for
from bot.channels import session as sessions
from bot.channels import widget
from bot.channels.incoming import MAX_TEXT_CHARACTERS, BadText, as_plain_text, clean
from bot.channels.joining import Joiner, TooManyCodes, link
from bot.channels.rate import Limiter
from bot.channels.turn import asks_to_erase, retried, take_turn
from bot.dialogue.state import State, under_way
from bot.dialogue.told import flatten
from bot.languages import LANGUAGES
from bot.replies import words
from bot.replies.conversation import deleted, welcome
from bot.replies.intake import how_far
from bot.replies.reply import FILES, PICTURES, Reply
from bot.settings import Settings
from bot.sources.rounds import history
from bot.store import (
    Button,
    Language,
    Message,
    NewButton,
    Person,
    Store,
    UnknownConversation,
    UnknownPerson,
    make_engine,
)
from bot.store.alerts import Alerts
from bot.store.feedback import MAX_COMMENT_CHARACTERS, VERDICTS, Feedback, Verdict
from bot.store.joining import VALID, Joining

CHANNEL = "web"
CLIENT_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
HOST = re.compile(r"[A-Za-z0-9.:\[\]-]{1,260}")
MESSAGE_ID = re.compile(r"[0-9]{1,18}")
ACTION_SERVER_TIMEOUT = aiohttp.ClientTimeout(total=2)
FOREVER = "public, max-age=31536000, immutable"
SECURITY_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}

Handler = Callable[..., Awaitable[HTTPResponse]]


class Refused(Exception):
    """The request cannot be served; becomes ``{"error": {"code", "message"}}`` with this status."""

    def __init__(self, status: int, code: str, retry_after: float | None = None, **args: str | int) -> None:
        super().__init__(code)
        self.status, self.code, self.retry_after, self.args_ = status, code, retry_after, args

    def response(self, lang: str) -> HTTPResponse:
        """The error as the caller gets it."""
        message = words(lang)(f"http-{self.code.replace('_', '-')}", **self.args_)
        headers = {}
        if self.retry_after is not None:
            headers = {
                "Retry-After": str(int(self.retry_after) + 1),
                "Access-Control-Expose-Headers": "Retry-After",
            }
        return json_response({"error": {"code": self.code, "message": message}}, self.status, headers)


@dataclass(frozen=True)
class Caller:
    """Who calls: a conversation, the person in it, and whether their token should be replaced."""

    sender_id: str
    person: Person
    renew: bool


@dataclass(frozen=True)
class Incoming:
    """A message as the page shows it (``body``), and what Rasa is to read (``text``)."""

    body: Mapping[str, Any]
    text: str
    client_id: str | None = None
    again: int | None = None


class WebChannel(InputChannel):  # type: ignore[misc]
    """Serves the page and the conversations of its visitors."""

    def __init__(self) -> None:
        self._settings = Settings.from_environment()
        # Answers are the actions' to keep, and they wait for the disk; what was said need not.
        self._store = Store(self._settings.database_url, outlives_power_cut=False)
        engine = make_engine(self._settings.database_url)
        self._alerts, self._feedback = Alerts(engine), Feedback(engine)
        joining = Joining(engine, self._settings.session_secret)
        self._joiner = Joiner(self._store, joining, self._settings.redis_url)
        self._messages = Limiter.for_messages(self._settings.redis_url, self._settings.messages_per_minute)
        self._new_sessions = Limiter.for_sessions(self._settings.redis_url)

    @classmethod
    def name(cls) -> str:
        """Rasa's name for the channel."""
        return CHANNEL

    def url_prefix(self) -> str:
        """Where the routes stand."""
        return "/"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes. Rasa's own ``on_new_message`` is not used: a turn here is more than a message."""
        routes = Blueprint(CHANNEL)
        routes.add_route(_kindly(self._page), "/", methods=["GET"], name="page")
        routes.add_route(_kindly(self._script), "/widget.js", methods=["GET"], name="script")
        routes.add_route(_kindly(self._for_owners), "/embed", methods=["GET"], name="owners")
        routes.add_route(_kindly(self._release), "/widget.json", methods=["GET"], name="release")
        routes.add_route(_kindly(self._alive), "/healthz", methods=["GET"], name="alive")
        routes.add_route(_kindly(self._ready), "/readyz", methods=["GET"], name="ready")
        routes.add_route(_kindly(self._open), "/chat/session", methods=["POST"], name="open")
        routes.add_route(_kindly(self._take), "/chat/messages", methods=["POST"], name="take")
        routes.add_route(_kindly(self._history), "/chat/history", methods=["GET"], name="history")
        routes.add_route(
            _kindly(self._picture), f"{PICTURES}<picture_id:str>", methods=["GET"], name="picture"
        )
        routes.add_route(_kindly(self._file), f"{FILES}<file_id:str>", methods=["GET"], name="file")
        routes.add_route(_kindly(self._code), "/chat/code", methods=["POST"], name="code")
        routes.add_route(_kindly(self._judge), "/chat/feedback", methods=["POST"], name="judge")
        routes.add_route(_kindly(self._erase), "/chat/data", methods=["DELETE"], name="erase")
        routes.listener("before_server_start")(_add_error_pages)
        routes.listener("after_server_start")(_leave_loaded_alone)
        return routes

    # The page

    async def _page(self, request: Request) -> HTTPResponse:
        return _file(request, widget.page(_language_of(request)), "text/html; charset=utf-8")

    async def _script(self, request: Request) -> HTTPResponse:
        asked_for = request.args.get("v") if request.args else None
        keep = FOREVER if asked_for == widget.version() else "no-cache"
        return _file(request, widget.script(), "text/javascript; charset=utf-8", keep)

    async def _for_owners(self, request: Request) -> HTTPResponse:
        content = widget.page_for_owners(_language_of(request), _own_address(request))
        policy = SECURITY_HEADERS["Content-Security-Policy"]
        style = {"Content-Security-Policy": policy.replace("style-src", f"style-src '{widget.style_hash()}'")}
        return _file(request, content, "text/html; charset=utf-8", more=style)

    async def _release(self, request: Request) -> HTTPResponse:
        return json_response(
            {
                "version": widget.version(),
                "integrity": widget.integrity(),
                **widget.lines(_own_address(request)),
            }
        )

    # Is it working?

    async def _alive(self, request: Request) -> HTTPResponse:
        return json_response({"status": "ok"})

    async def _ready(self, request: Request) -> HTTPResponse:
        agent = getattr(request.app.ctx, "agent", None)
        parts = {
            "model": agent is not None and agent.is_ready(),
            "actions": await _actions_answer(),
            "database": self._store.is_reachable(),
        }
        ready = all(parts.values())
        if (telegram := getattr(request.app.ctx, "telegram", None)) is not None:
            parts["telegram"] = telegram.reachable  # said, but the page works without it
        return json_response({"status": "ready" if ready else "not ready", **parts}, 200 if ready else 503)

    # The conversation

    async def _open(self, request: Request) -> HTTPResponse:
        await self._limit(self._new_sessions, request.remote_addr or request.ip)
        document = _document(request, {"language"}) if request.body else {}
        lang = document.get("language", _language_of(request))
        if lang not in LANGUAGES:
            raise Refused(400, "unknown_language", allowed=", ".join(LANGUAGES))
        conversation = self._store.open_conversation(CHANNEL, lang)
        return json_response(self._first(conversation.sender_id, welcome(lang)))

    async def _take(self, request: Request) -> HTTPResponse:
        caller = self._caller(request)
        await self._limit(self._messages, caller.sender_id)
        incoming = self._incoming(_document(request, {"text", "button", "id"}), caller)
        agent: Agent = request.app.ctx.agent
        async with agent.lock_store.lock(caller.sender_id):
            return json_response(await self._answer(agent, incoming, caller, _bot_name(request)))

    async def _history(self, request: Request) -> HTTPResponse:
        caller = self._caller(request)
        self._tell_news(caller)
        said = [_shown(message) for message in self._store.messages(caller.sender_id)]
        return json_response({"messages": said, **self._progress(caller.person), **self._token(caller)})

    async def _erase(self, request: Request) -> HTTPResponse:
        caller = self._caller(request)
        agent: Agent = request.app.ctx.agent
        async with agent.lock_store.lock(caller.sender_id):
            return json_response(self._forget(caller))

    async def _code(self, request: Request) -> HTTPResponse:
        caller = self._caller(request)
        try:
            code = await self._joiner.make(caller.sender_id)
        except TooManyCodes as problem:
            raise Refused(429, "too_many", retry_after=problem.seconds) from problem
        telegram = link(_bot_name(request), code)
        made = {"code": code, "expires_in": int(VALID.total_seconds())}
        return json_response({**made, **({"telegram": telegram} if telegram else {})})

    async def _judge(self, request: Request) -> HTTPResponse:
        caller = self._caller(request)
        await self._limit(self._messages, caller.sender_id)
        message, verdict, comment = _opinion(_document(request, {"message", "verdict", "comment"}))
        reply = self._store.message(caller.sender_id, message)
        if reply is None or reply.direction != "bot":
            raise Refused(404, "no_such_answer")
        self._feedback.give(
            caller.sender_id,
            reply.id,
            verdict,
            channel=CHANNEL,
            language=reply.body.get("lang", caller.person.language),
            reply=reply.body,
            comment=comment,
        )
        return json_response({"status": "ok"})

    async def _picture(self, request: Request, picture_id: str) -> HTTPResponse:
        png = self._store.picture(picture_id)
        if png is None:
            raise Refused(404, "not_found")
        headers = {**SECURITY_HEADERS, "Cache-Control": "private, max-age=31536000, immutable"}
        return HTTPResponse(png, headers=headers, content_type="image/png")

    async def _file(self, request: Request, file_id: str) -> HTTPResponse:
        found = self._store.file(file_id)
        if found is None:
            raise Refused(404, "not_found")
        name = f"attachment; filename*=UTF-8''{quote(found.name)}"
        headers = {**SECURITY_HEADERS, "Content-Disposition": name, "Cache-Control": "private, no-store"}
        return HTTPResponse(found.content, headers=headers, content_type=found.media_type)

    # Parts of these

    def _caller(self, request: Request) -> Caller:
        try:
            session = sessions.check(self._settings.session_secret, request.headers.get("Authorization"))
            person = self._store.person_of(session.sender_id)
        except (sessions.NotSignedIn, UnknownConversation) as error:
            raise Refused(401, "not_signed_in") from error
        return Caller(session.sender_id, person, session.is_due_for_renewal(datetime.now(timezone.utc)))

    async def _limit(self, limiter: Limiter, key: str) -> None:
        wait = await limiter.wait(key)
        if wait is not None:
            raise Refused(429, "too_many", retry_after=wait)

    def _incoming(self, document: Mapping[str, Any], caller: Caller) -> Incoming:
        text, button_id, client_id = document.get("text"), document.get("button"), document.get("id")
        if client_id is not None and not (isinstance(client_id, str) and CLIENT_ID.fullmatch(client_id)):
            raise Refused(400, "bad_id")
        if (text is None) == (button_id is None):
            raise Refused(400, "text_or_button")
        if text is not None:
            return _from_text(text, client_id)
        if not isinstance(button_id, str):
            raise Refused(400, "text_or_button")
        button = self._store.button(button_id, caller.sender_id)
        if button is None:
            raise Refused(410, "stale_button")
        body = {"text": button.title, "button": button.id}
        return Incoming(body, button.payload, client_id, retried(button.payload))

    async def _answer(
        self, agent: Agent, incoming: Incoming, caller: Caller, bot_name: str
    ) -> dict[str, Any]:
        message, is_new = self._store.add_message(caller.sender_id, dict(incoming.body), incoming.client_id)
        said = () if is_new else self._store.replies(message.id)
        if said:
            return {"messages": [_shown(reply) for reply in said], **self._token(caller)}
        own = await self._joiner.answer(caller.sender_id, *_typed_and_pressed(incoming), bot_name)
        if own is not None:
            replies = [own.as_json()]
        else:
            meant = self._meant(message, incoming, caller)
            replies = await take_turn(agent, CHANNEL, caller.sender_id, *meant, caller.person.language)
        if asks_to_erase(replies):
            return self._forget(caller)
        said = self._keep(caller.sender_id, replies, reply_to=message.id)
        progress = {"progress": replies[-1]["progress"]} if "progress" in replies[-1] else {}
        return {"messages": [_shown(reply) for reply in said], **progress, **self._token(caller)}

    def _meant(self, message: Message, incoming: Incoming, caller: Caller) -> tuple[int, str]:
        """The message that Rasa is to read, and its id: for "try again" the one that found no answer."""
        if incoming.again is None:
            return message.id, incoming.text
        first = self._store.message(caller.sender_id, incoming.again)
        if first is None:
            raise Refused(410, "stale_button")
        repeated = self._incoming({key: first.body[key] for key in _asked(first.body)}, caller)
        return (first.id, repeated.text) if repeated.again is None else self._meant(first, repeated, caller)

    def _forget(self, caller: Caller) -> dict[str, Any]:
        """Erase the person and go on with a stranger, under a new name."""
        self._store.erase(caller.person.id)
        conversation = self._store.open_conversation(CHANNEL, caller.person.language)
        return self._first(conversation.sender_id, deleted(caller.person.language))

    def _first(self, sender_id: str, reply: Reply) -> dict[str, Any]:
        said = self._keep(sender_id, [reply.as_json()])
        return {
            "token": sessions.issue(self._settings.session_secret, sender_id),
            "expires_in": int(sessions.LIFETIME.total_seconds()),
            "messages": [_shown(message) for message in said],
        }

    def _tell_news(self, caller: Caller) -> None:
        """Rounds that the person asked to be told about and has not seen yet become a message."""
        today = date.today()
        found = news_for(self._alerts, caller.person.id, compose_on(history(self._settings.data_dir), today))
        if found is not None:
            news, reply = found
            self._keep(caller.sender_id, [reply.as_json()])
            self._alerts.told(news)

    def _progress(self, person: Person) -> dict[str, Any]:
        """How far the intake is, where one is under way."""
        state = State.parse_obj(self._store.state(person.id).document)
        if not under_way(state) or state.stage != "asking":
            return {}
        return {"progress": asdict(how_far(flatten(self._store.profile(person.id)), state))}

    def _token(self, caller: Caller) -> dict[str, Any]:
        if not caller.renew:
            return {}
        return {"token": sessions.issue(self._settings.session_secret, caller.sender_id)}

    def _keep(
        self, sender_id: str, replies: Sequence[Mapping[str, Any]], reply_to: int | None = None
    ) -> tuple[Message, ...]:
        """Keep replies as the page gets them: payloads stay here, the page gets opaque ids."""
        bodies: list[dict[str, Any]] = []
        all_made: list[Button] = []
        for reply in replies:
            body = {key: value for key, value in reply.items() if key not in ("buttons", "progress", "erase")}
            offered = reply.get("buttons", ())
            made = self._store.design_buttons(
                sender_id, [NewButton(button["payload"], button["title"]) for button in offered]
            )
            if made:
                body["buttons"] = [
                    {"title": new.title, "button": new.id, **({"minor": True} if old.get("minor") else {})}
                    for new, old in zip(made, offered, strict=True)
                ]
            bodies.append(body)
            all_made += made
        return self._store.add_replies(sender_id, bodies, reply_to, all_made)


def _kindly(handler: Handler) -> Handler:
    """Turn what a handler refuses into the error that the caller gets, in the caller's language."""

    async def handle(request: Request, **parts: str) -> HTTPResponse:
        try:
            return await handler(request, **parts)
        except Refused as refusal:
            return refusal.response(_language_of(request))
        except (UnknownConversation, UnknownPerson):  # erased while this request waited for its turn
            return Refused(401, "not_signed_in").response(_language_of(request))

    return handle


def _leave_loaded_alone(app: Sanic, _: Any) -> None:
    """What has been loaded stays: the garbage collector need not look through Rasa and TensorFlow again."""
    gc.collect()
    gc.freeze()


def _add_error_pages(app: Sanic, _: Any) -> None:
    def too_large(request: Request, error: SanicException) -> HTTPResponse:
        return Refused(413, "too_long", limit=MAX_TEXT_CHARACTERS).response(_language_of(request))

    def not_found(request: Request, error: SanicException) -> HTTPResponse:
        return Refused(404, "not_found").response(_language_of(request))

    app.error_handler.add(PayloadTooLarge, too_large)
    app.error_handler.add(NotFound, not_found)


def _document(request: Request, allowed: set[str]) -> dict[str, Any]:
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


def _from_text(text: Any, client_id: str | None) -> Incoming:
    if not isinstance(text, str):
        raise Refused(400, "text_or_button")
    try:
        cleaned = clean(text)
    except BadText as error:
        if error.code == "too_long":
            raise Refused(413, "too_long", limit=MAX_TEXT_CHARACTERS) from error
        raise Refused(400, "empty") from error
    return Incoming({"text": cleaned}, as_plain_text(cleaned), client_id)


def _typed_and_pressed(incoming: Incoming) -> tuple[str, str]:
    """The text that was typed, or the payload of the button that was pressed; the other one is ""."""
    return ("", incoming.text) if "button" in incoming.body else (incoming.body["text"], "")


def _opinion(document: Mapping[str, Any]) -> tuple[int, Verdict, str | None]:
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
    return int(message), verdict, comment


def _bot_name(request: Request) -> str:
    """The name of the bot on Telegram, where this server is one."""
    telegram = getattr(request.app.ctx, "telegram", None)
    return telegram.bot_name if telegram is not None else ""


def _asked(body: Mapping[str, Any]) -> tuple[str, ...]:
    return ("button",) if "button" in body else ("text",)


def _shown(message: Message) -> dict[str, Any]:
    return {"id": str(message.id), "from": message.direction, **message.body}


def _own_address(request: Request) -> str:
    """The address of this server as the caller knows it."""
    host = request.host if HOST.fullmatch(request.host or "") else "HOST"
    return f"{request.scheme}://{host}"


def _language_of(request: Request) -> Language:
    """The caller's language by the ``lang`` of the address, else by the browser's preference."""
    preferred = re.findall(r"\b(?:en|fr)\b", request.headers.get("Accept-Language", "").lower())
    wanted = [*(request.args or {}).get("lang", "").split(), *preferred]
    return "fr" if wanted[:1] == ["fr"] else "en"


async def _actions_answer() -> bool:
    url = f"http://127.0.0.1:{os.environ['ACTION_PORT']}/health"
    try:
        async with aiohttp.ClientSession(timeout=ACTION_SERVER_TIMEOUT) as client, client.get(url) as answer:
            return answer.status == 200
    except (aiohttp.ClientError, TimeoutError, OSError):
        return False


@lru_cache(maxsize=8)
def _packed(content: bytes) -> tuple[str, bytes]:
    """The entity tag of a file, and the file compressed for slow networks."""
    return f'"{hashlib.sha256(content).hexdigest()[:20]}"', gzip.compress(content, mtime=0)


def _file(
    request: Request,
    content: bytes,
    content_type: str,
    keep: str = "no-cache",
    more: Mapping[str, str] | None = None,
) -> HTTPResponse:
    """A file that browsers ask for again only when it has changed."""
    etag, packed = _packed(content)
    headers = {
        **SECURITY_HEADERS,
        "ETag": etag,
        "Cache-Control": keep,
        "Vary": "Accept-Encoding, Accept-Language",
        **(more or {}),
    }
    if request.headers.get("If-None-Match") == etag:
        return HTTPResponse(status=304, headers=headers)
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        headers["Content-Encoding"] = "gzip"
        content = packed
    return HTTPResponse(content, headers=headers, content_type=content_type)
