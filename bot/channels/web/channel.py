"""The web channel: the page, the widget, and the HTTP interface that both use (``docs/openapi.yaml``).

Callers are anonymous but signed: the session token names a conversation, and only we can make one.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from typing import Any
from urllib.parse import quote

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.response import json as json_response

from bot.alerts.news import compose_on, news_for
from bot.channels.forgetting import others_quiet
from bot.channels.joining import Joiner, TooManyCodes, link
from bot.channels.keeping import keepable, meaning, with_notice
from bot.channels.knowing import change, known
from bot.channels.menu import MENU
from bot.channels.qr import qr
from bot.channels.rate import Limiter
from bot.channels.telegram import alerts_sender as telegram_sender
from bot.channels.titles import SEEN, pressed
from bot.channels.turn import asks_to_erase, first_asked, in_one, retried, take_turn
from bot.channels.web import session as sessions
from bot.channels.web import widget
from bot.channels.web.addresses import is_signed, with_addresses
from bot.channels.web.front import put_up
from bot.channels.web.guard import Guard
from bot.channels.web.headers import tell_browsers
from bot.channels.web.health import Health
from bot.channels.web.notices import Notices
from bot.channels.web.pages import FOREVER, SECURITY_HEADERS, file_response, page_policy
from bot.channels.web.refusals import Refused, add_error_pages, kindly, language_of
from bot.channels.web.requests import (
    CLIENT_ID,
    Caller,
    Incoming,
    before_of,
    document_of,
    from_text,
    opinion,
    options_of,
    own_address,
    typed_and_pressed,
)
from bot.channels.web.watching import figures, watch
from bot.dialogue.state import State, under_way
from bot.dialogue.told import flatten
from bot.languages import LANGUAGES, Language
from bot.operating.metrics import counts
from bot.rasa import actions
from bot.rasa.storage import keep_tidy
from bot.replies.conversation import deleted, not_kept, welcome
from bot.replies.intake import how_far
from bot.replies.reply import FILES, PICTURES, Reply
from bot.settings import Settings
from bot.sources.rounds import history
from bot.store import (
    Person,
    Store,
    StoredMessage,
    UnknownConversation,
    make_engine,
)
from bot.store.alerts import Alerts
from bot.store.feedback import Feedback
from bot.store.joining import VALID, Joining
from bot.store.push import PushAddresses
from bot.store.threads import AT_LEISURE, beside, in_thread, within
from bot.store.turn import OneTurn

CHANNEL = "web"
HISTORY_PAGE = 400
"""So many messages of a conversation are handed out at a time."""


class WebChannel(InputChannel):  # type: ignore[misc]
    """Serves the page and the conversations of its visitors."""

    def __init__(self) -> None:
        self._settings = Settings.from_environment()
        # What a turn did waits for the disk; what was said to begin it need not.
        self._store = Store(self._settings.database_url, outlives_power_cut=False)
        self._lasting = Store(self._settings.database_url)
        engine = make_engine(self._settings.database_url)
        self._alerts, self._feedback = Alerts(engine), Feedback(engine)
        joining = Joining(engine, self._settings.session_secret)
        telegram = telegram_sender(self._settings)
        self._joiner = Joiner(self._store, joining, self._settings.redis_url, telegram)
        self._health = Health(self._settings, self._store)
        self._messages = Limiter.for_messages(self._settings.redis_url, self._settings.messages_per_minute)
        self._new_sessions = Limiter.for_sessions(self._settings.redis_url)
        kept = (self._store, self._alerts, PushAddresses(engine))
        self._notices = Notices(self._settings, *kept, self._admitted)

    @classmethod
    def name(cls) -> str:
        return CHANNEL

    def url_prefix(self) -> str:
        return "/"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes. Rasa's own ``on_new_message`` is not used: a turn here is more than a message."""
        routes = Blueprint(CHANNEL)
        routes.add_route(kindly(self._page), "/", methods=["GET"], name="page")
        routes.add_route(kindly(self._script), "/widget.js", methods=["GET"], name="script")
        routes.add_route(kindly(self._frame), "/frame", methods=["GET"], name="frame")
        routes.add_route(kindly(self._for_owners), "/embed", methods=["GET"], name="owners")
        routes.add_route(kindly(self._release), "/widget.json", methods=["GET"], name="release")
        routes.add_route(kindly(self._alive), "/healthz", methods=["GET"], name="alive")
        routes.add_route(kindly(self._ready), "/readyz", methods=["GET"], name="ready")
        routes.add_route(kindly(self._figures), "/metrics", methods=["GET"], name="figures")
        routes.add_route(kindly(self._open), "/chat/session", methods=["POST"], name="open")
        routes.add_route(kindly(self._take), "/chat/messages", methods=["POST"], name="take")
        routes.add_route(kindly(in_thread(self._history)), "/chat/history", methods=["GET"], name="history")
        routes.add_route(kindly(in_thread(self._profile)), "/chat/profile", methods=["GET"], name="profile")
        routes.add_route(
            kindly(in_thread(self._picture)), f"{PICTURES}<picture_id:str>", methods=["GET"], name="picture"
        )
        routes.add_route(kindly(in_thread(self._file)), f"{FILES}<file_id:str>", methods=["GET"], name="file")
        routes.add_route(kindly(self._code), "/chat/code", methods=["POST"], name="code")
        routes.add_route(kindly(self._judge), "/chat/feedback", methods=["POST"], name="judge")
        routes.add_route(kindly(self._erase), "/chat/data", methods=["DELETE"], name="erase")
        self._notices.add_to(routes)
        routes.listener("before_server_start")(add_error_pages)
        routes.listener("before_server_start")(self._watch)
        routes.listener("before_server_start")(self._stand_guard)
        routes.listener("after_server_start")(_leave_loaded_alone)
        return routes

    def _stand_guard(self, app: Sanic, _: Any) -> None:
        app.ctx.guard = Guard(self._settings.messages_per_minute)
        app.add_task(self._tidy(app))
        put_up(app, direct=not self._settings.proxies)
        tell_browsers(app)

    async def _tidy(self, app: Sanic) -> None:
        while getattr(app.ctx, "agent", None) is None:
            await asyncio.sleep(1)
        await keep_tidy(app.ctx.agent.tracker_store)

    # The page

    async def _page(self, request: Request) -> HTTPResponse:
        return _page_response(request, widget.page(language_of(request), date.today()))

    async def _script(self, request: Request) -> HTTPResponse:
        asked_for = request.args.get("v") if request.args else None
        keep = FOREVER if asked_for == widget.version() else "no-cache"
        return file_response(request, widget.script(), "text/javascript; charset=utf-8", keep)

    async def _frame(self, request: Request) -> HTTPResponse:
        """The chat alone, for the sites that may embed the widget and allow no scripts."""
        allowed = ("'self'", *self._settings.widget_origins)
        return _page_response(request, widget.frame(language_of(request)), allowed)

    async def _for_owners(self, request: Request) -> HTTPResponse:
        return _page_response(request, widget.page_for_owners(language_of(request), own_address(request)))

    async def _release(self, request: Request) -> HTTPResponse:
        return json_response(
            {
                "version": widget.version(),
                "integrity": widget.integrity(),
                **widget.lines(own_address(request)),
            }
        )

    # Is it working?

    async def _alive(self, request: Request) -> HTTPResponse:
        return json_response({"status": "ok"})

    async def _ready(self, request: Request) -> HTTPResponse:
        agent = getattr(request.app.ctx, "agent", None)
        parts = {
            "model": agent is not None and agent.is_ready(),
            "actions": await actions.answer(self._settings.actions_url),
            **await self._health.parts(),
        }
        ready = all(works for part, works in parts.items() if part != "scheduler")  # said; the page works on
        if (telegram := getattr(request.app.ctx, "telegram", None)) is not None:
            parts["telegram"] = telegram.reachable  # said, but the page works without it
        return json_response({"status": "ready" if ready else "not ready", **parts}, 200 if ready else 503)

    def _watch(self, app: Sanic, _: Any) -> None:
        watch(app, bool(self._settings.request_log))

    async def _figures(self, request: Request) -> HTTPResponse:
        found = await beside(figures, request, self._settings.metrics_token, self._looked_up)
        if found is None:
            raise Refused(404, "not_found")
        return found

    def _looked_up(self) -> dict[str, tuple[str, float]]:
        known = datetime.combine(history(self._settings.data_dir).as_of, time(), UTC)
        age = (datetime.now(UTC) - known).total_seconds()
        return {
            "rounds_age_seconds": ("How long ago the list of rounds was last read.", age),
            "outbox": ("How many people have news waiting.", self._alerts.people_waiting()),
        }

    # The conversation

    async def _open(self, request: Request) -> HTTPResponse:
        await self._limit(self._new_sessions, request.remote_addr or request.ip)
        document = document_of(request, {"language"}) if request.body else {}
        lang = document.get("language", language_of(request))
        if lang not in LANGUAGES:
            raise Refused(400, "unknown_language", allowed=", ".join(LANGUAGES))
        return json_response(await beside(self._begin, lang))

    async def _take(self, request: Request) -> HTTPResponse:
        caller = await beside(self._caller, request)
        await self._limit(self._messages, caller.sender_id)
        document = document_of(request, {"text", "button", "chosen", "change", "id"})
        incoming = await beside(self._incoming, document, caller)
        agent: Agent = request.app.ctx.agent
        async with agent.lock_store.lock(caller.sender_id):
            return json_response(await self._answer(agent, incoming, caller, _bot_name(request)))

    def _history(self, request: Request) -> HTTPResponse:
        caller, before = self._caller(request), before_of(request)
        if before is None:
            self._tell_news(caller)
        found = self._store.said.messages(caller.sender_id, HISTORY_PAGE + 1, before)
        page = found[-HISTORY_PAGE:]
        earlier = {"earlier": str(page[0].id)} if len(found) > len(page) else {}
        said = [self._shown(message) for message in page]
        return json_response(
            {"messages": said, **earlier, **self._progress(caller.person), **self._token(caller)}
        )

    def _profile(self, request: Request) -> HTTPResponse:
        caller = self._caller(request)
        state = State.parse_obj(self._store.state(caller.person.id).document)
        document, lang = self._store.profile(caller.person.id), caller.person.language
        return json_response({**known(document, state, lang, date.today()), **self._token(caller)})

    async def _erase(self, request: Request) -> HTTPResponse:
        caller = await beside(self._caller, request)
        agent: Agent = request.app.ctx.agent
        async with agent.lock_store.lock(caller.sender_id):
            return json_response(await self._forget(agent, caller))

    async def _code(self, request: Request) -> HTTPResponse:
        caller = await beside(self._caller, request)
        try:
            code = await self._joiner.make(caller.sender_id)
        except TooManyCodes as problem:
            raise Refused(429, "too_many", retry_after=problem.seconds) from problem
        telegram = link(_bot_name(request), code)
        made = {"code": code, "expires_in": int(VALID.total_seconds())}
        return json_response({**made, **({"telegram": telegram, "qr": qr(telegram)} if telegram else {})})

    async def _judge(self, request: Request) -> HTTPResponse:
        caller = await beside(self._caller, request)
        await self._limit(self._messages, caller.sender_id)
        return await beside(self._keep_opinion, request, caller)

    def _keep_opinion(self, request: Request, caller: Caller) -> HTTPResponse:
        message, verdict, comment = opinion(document_of(request, {"message", "verdict", "comment"}))
        reply = self._store.said.message(caller.sender_id, message)
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
        counts().opinions.labels(verdict).inc()
        return json_response({"status": "ok"})

    def _may_have(self, request: Request, kept_id: str) -> None:
        """Whoever was shown the message that has it, and whoever is its person; or raise ``Refused``."""
        given = (request.args or {}).get("s", "")
        if is_signed(request.path, given, self._settings.session_secret):
            return
        if self._store.said.owner(kept_id) != self._caller(request).person.id:
            raise Refused(404, "not_found")

    def _picture(self, request: Request, picture_id: str) -> HTTPResponse:
        self._may_have(request, picture_id)
        png = self._store.said.picture(picture_id)
        if png is None:
            raise Refused(404, "not_found")
        headers = {**SECURITY_HEADERS, "Cache-Control": "private, max-age=86400, immutable"}
        return HTTPResponse(png, headers=headers, content_type="image/png")

    def _file(self, request: Request, file_id: str) -> HTTPResponse:
        self._may_have(request, file_id)
        found = self._store.said.file(file_id)
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
        return Caller(session.sender_id, person, session.is_due_for_renewal(datetime.now(UTC)))

    async def _admitted(self, request: Request) -> Caller:
        """Who calls, if not too often."""
        caller = await beside(self._caller, request)
        await self._limit(self._messages, caller.sender_id)
        return caller

    async def _limit(self, limiter: Limiter, key: str) -> None:
        wait = await limiter.wait(key)
        if wait is not None:
            raise Refused(429, "too_many", retry_after=wait)

    def _incoming(self, document: Mapping[str, Any], caller: Caller) -> Incoming:
        text, button_id, client_id = document.get("text"), document.get("button"), document.get("id")
        chosen = options_of(document.get("chosen", []))
        if "id" in document and not (isinstance(client_id, str) and CLIENT_ID.fullmatch(client_id)):
            raise Refused(400, "bad_id")
        if (text, button_id, document.get("change")).count(None) != 2:
            raise Refused(400, "text_or_button")
        if "change" in document:
            return self._changing(document["change"], client_id, caller)
        if text is not None:
            return self._typed(from_text(text, client_id), caller)
        if not isinstance(button_id, str):
            raise Refused(400, "text_or_button")
        button = self._store.said.button(button_id, caller.sender_id)
        if button is None:
            raise Refused(410, "stale_button")
        payload, title = meaning(button, chosen)
        body = {"text": title, "button": button.id, **({"chosen": chosen} if chosen else {})}
        return Incoming(body, payload, client_id, retried(payload))

    def _changing(self, question_id: Any, client_id: str | None, caller: Caller) -> Incoming:
        """A line of what is known was pressed: its question is asked again."""
        found = change(question_id, caller.person.language)
        if found is None:
            raise Refused(400, "no_question")
        return Incoming({"text": found[1], "change": question_id}, found[0], client_id)

    def _typed(self, incoming: Incoming, caller: Caller) -> Incoming:
        """Typing what stands on a button is pressing it."""
        last = self._store.said.messages(caller.sender_id, last=SEEN)
        press = pressed(self._store.said, caller.sender_id, incoming.body["text"], last)
        if press is None:
            return incoming
        body = {**incoming.body, **press.kept}
        return Incoming(body, press.payload, incoming.client_id, retried(press.payload), incoming.hidden)

    async def _answer(
        self, agent: Agent, incoming: Incoming, caller: Caller, bot_name: str
    ) -> dict[str, Any]:
        message, said = await beside(self._hear, incoming, caller)
        if said:
            return {"messages": [self._shown(reply) for reply in said], **self._token(caller)}
        own = await self._joiner.answer(caller.sender_id, *typed_and_pressed(incoming), bot_name)
        if own is not None:
            return await beside(self._answered, caller, [own.as_json()], message.id)
        meant: tuple[int, str] | None = message.id, incoming.text
        if incoming.again is not None:
            meant = await beside(first_asked, self._store.said, caller.sender_id, incoming.again, MENU)
        if meant is None:
            raise Refused(410, "stale_button")
        read, text = meant

        async def take(turn: OneTurn) -> dict[str, Any]:
            replies = await take_turn(agent, CHANNEL, caller.sender_id, read, text, caller.person.language)
            if asks_to_erase(replies):
                return await self._forget(agent, caller)
            if incoming.hidden:
                replies[0] = with_notice(replies[0], not_kept(caller.person.language, incoming.hidden))
            return await beside(self._answered, caller, replies, message.id, turn)

        return await in_one(self._lasting, caller.sender_id, read, take)

    def _hear(self, incoming: Incoming, caller: Caller) -> tuple[StoredMessage, tuple[StoredMessage, ...]]:
        """The message as it is kept, and what was said to it, if it was sent before."""
        said = self._store.said
        message, is_new = said.add_message(caller.sender_id, dict(incoming.body), incoming.client_id)
        return message, () if is_new else said.replies(message.id)

    def _answered(
        self,
        caller: Caller,
        replies: Sequence[Mapping[str, Any]],
        reply_to: int,
        turn: OneTurn | None = None,
    ) -> dict[str, Any]:
        said = self._keep(caller.sender_id, replies, reply_to, turn)
        progress = {"progress": replies[-1]["progress"]} if "progress" in replies[-1] else {}
        return {"messages": [self._shown(reply) for reply in said], **progress, **self._token(caller)}

    def _begin(self, lang: Language) -> dict[str, Any]:
        return self._first(self._store.open_conversation(CHANNEL, lang).sender_id, welcome(lang))

    async def _forget(self, agent: Agent, caller: Caller) -> dict[str, Any]:
        """Erase the person, when none of their turns is under way, and go on with a stranger."""
        senders = await beside(self._store.conversations_of, caller.person.id)
        async with others_quiet(agent.lock_store.lock, senders, caller.sender_id):
            return await within(AT_LEISURE, self._erased, caller)

    def _erased(self, caller: Caller) -> dict[str, Any]:
        self._store.erase(caller.person.id)
        lang = caller.person.language
        return self._first(self._store.open_conversation(CHANNEL, lang).sender_id, deleted(lang))

    def _first(self, sender_id: str, reply: Reply) -> dict[str, Any]:
        said = self._keep(sender_id, [reply.as_json()])
        return {
            "token": sessions.issue(self._settings.session_secret, sender_id),
            "expires_in": int(sessions.LIFETIME.total_seconds()),
            "messages": [self._shown(message) for message in said],
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

    def _shown(self, message: StoredMessage) -> dict[str, Any]:
        body = {
            key: value for key, value in message.body.items() if key not in ("command", "chosen", "change")
        }
        body = with_addresses(body, self._settings.session_secret)
        return {"id": str(message.id), "from": message.direction, **body}

    def _token(self, caller: Caller) -> dict[str, Any]:
        if not caller.renew:
            return {}
        return {"token": sessions.issue(self._settings.session_secret, caller.sender_id)}

    def _keep(
        self,
        sender_id: str,
        replies: Sequence[Mapping[str, Any]],
        reply_to: int | None = None,
        turn: OneTurn | None = None,
    ) -> tuple[StoredMessage, ...]:
        """Keep replies as the page gets them: payloads stay here, the page gets opaque ids."""
        kept = [keepable(self._store.said, sender_id, reply) for reply in replies]
        bodies = [{key: value for key, value in body.items() if key != "progress"} for body, _ in kept]
        buttons = [button for _, made in kept for button in made]
        if turn is not None:
            return turn.end(bodies, reply_to, buttons)
        return self._store.said.add_replies(sender_id, bodies, reply_to, buttons)


def _page_response(request: Request, content: bytes, ancestors: Sequence[str] = ("'none'",)) -> HTTPResponse:
    policy = page_policy(widget.style_hash(), ancestors)
    return file_response(request, content, "text/html; charset=utf-8", more=policy)


def _leave_loaded_alone(app: Sanic, _: Any) -> None:
    """The page is made before anybody asks for it; what has been loaded stays: the garbage collector need not
    look through Rasa again."""
    for lang in LANGUAGES:
        widget.page(lang, date.today())
    gc.collect()
    gc.freeze()


def _bot_name(request: Request) -> str:
    """The name of the bot on Telegram, where this server is one."""
    telegram = getattr(request.app.ctx, "telegram", None)
    return telegram.bot_name if telegram is not None else ""
