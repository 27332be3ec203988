"""A small, strict stand-in of Telegram's Bot API, with faults at will, and people who write to the bot.

It refuses what Telegram refuses: broken HTML, texts and buttons that are too long, unknown parameters. It
runs in a thread of its own.
"""

from __future__ import annotations

import asyncio
import json
import re
import threading
import time
from dataclasses import dataclass, field
from html.parser import HTMLParser

import httpx
from aiohttp import web

TOKEN = "123456:test-token"
BOT = {"id": 123456, "is_bot": True, "first_name": "Entry", "username": "entry_test_bot"}
ALLOWED = {
    "getMe": (),
    "getUpdates": ("offset", "timeout", "limit", "allowed_updates"),
    "setWebhook": ("url", "secret_token", "allowed_updates", "max_connections"),
    "deleteWebhook": ("drop_pending_updates",),
    "sendMessage": (
        *("chat_id", "text", "parse_mode", "entities", "reply_markup"),
        *("link_preview_options", "reply_parameters"),
    ),
    "editMessageText": (
        *("chat_id", "message_id", "text", "parse_mode", "entities", "reply_markup"),
        "link_preview_options",
    ),
    "editMessageReplyMarkup": ("chat_id", "message_id", "reply_markup"),
    "answerCallbackQuery": ("callback_query_id", "text"),
    "sendChatAction": ("chat_id", "action"),
    "sendPhoto": ("chat_id", "photo", "caption", "parse_mode", "reply_markup"),
    "sendDocument": ("chat_id", "document", "caption", "parse_mode", "reply_markup"),
    "setMyCommands": ("commands", "language_code", "scope"),
    "setMyDescription": ("description", "language_code"),
    "setMyShortDescription": ("short_description", "language_code"),
    "setChatMenuButton": ("menu_button",),
}
TAGS = {"b", "i", "a", "pre", "code", "blockquote"}
ALONE = {"pre", "code"}
"""Tags that stand in no other, and have none in them."""
SENDS = ("sendMessage", "editMessageText", "sendPhoto", "sendDocument")


class BadRequest(Exception):
    """What Telegram answers with 400."""


class _Reader(HTMLParser):
    """Telegram's HTML: known tags, closed in order, nothing unescaped."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.text, self.links = [], "", []

    def handle_starttag(self, tag, attrs):
        if tag not in TAGS:
            raise BadRequest(f"can't parse entities: Unsupported start tag {tag}")
        if (self.open and ((tag in ALONE) or ALONE & set(self.open))) or self.open.count(tag):
            raise BadRequest(f"can't parse entities: {tag} in {self.open[-1]}")
        self.open.append(tag)
        self.links += [value for name, value in attrs if name == "href"]

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            raise BadRequest("can't parse entities: Unexpected end tag")

    def handle_data(self, data):
        self.text += data


def visible(html):
    """What a reader of the message sees."""
    if re.search(r"<(?!/?[a-z])|&(?!(lt|gt|amp|quot|#\d+|#x[0-9a-f]+);)", html):
        raise BadRequest("can't parse entities: unescaped")
    reader = _Reader()
    reader.feed(html)
    reader.close()
    if reader.open:
        raise BadRequest("can't parse entities: Can't find end tag")
    return reader.text


def units(text):
    return len(text.encode("utf-16-le")) // 2


@dataclass
class Call:
    """One call of the bot's."""

    method: str
    data: dict
    at: float
    message_id: int = 0


@dataclass
class Fault:
    """What happens to the next calls instead of an answer."""

    method: str
    kind: str  # "429", "500", "403", "hang", "page", "lost" (done, but the answer is lost), "400: …"
    times: int = 1
    seconds: float = 1
    chat_id: int | None = None


@dataclass
class Standing:
    """A message as it stands in its chat."""

    chat_id: int
    text: str
    entities: list
    buttons: list = field(default_factory=list)


class BotApi:
    """The server. ``calls`` are the bot's calls in order, ``standing`` the messages by number."""

    def __init__(self):
        self.calls, self.faults, self.standing = [], [], {}
        self.queries, self.webhook = {}, None
        self.refusals = []
        self._next = {"update": 1000, "message": 1, "query": 1}
        self._updates = []
        self._changed = threading.Condition()
        self._loop = asyncio.new_event_loop()
        started = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(started,), daemon=True)
        self._thread.start()
        started.wait()

    def _run(self, started):
        asyncio.set_event_loop(self._loop)
        self._fresh = asyncio.Event()
        app = web.Application(client_max_size=20 * 2**20)
        app.router.add_route("*", "/bot{token}/{method}", self._handle)
        runner = web.AppRunner(app, access_log=None)
        self._loop.run_until_complete(runner.setup())
        site = web.TCPSite(runner, "127.0.0.1", 0)
        self._loop.run_until_complete(site.start())
        self.port = runner.addresses[0][1]
        started.set()
        self._loop.run_forever()
        self._loop.run_until_complete(runner.cleanup())
        self._loop.close()

    def close(self):
        if self._loop.is_closed():  # by a test that wanted it gone
            return
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    # What the bot calls

    async def _handle(self, request):
        method = request.match_info["method"]
        if request.match_info["token"] != TOKEN:
            return _error(401, "Unauthorized")
        if method not in ALLOWED:
            return _error(404, "Not Found: method not found")
        posted = await request.post()
        data = {key: _value(key, value) for key, value in posted.items()}
        fault = self._fault(method, data)
        if fault is not None and fault.kind != "lost":
            return await self._fail(fault)
        try:
            unknown = set(data) - set(ALLOWED[method])
            if unknown:
                raise BadRequest(f"unknown parameters {sorted(unknown)}")
            result = await self._do(method, data)
        except BadRequest as problem:
            self.refusals.append((method, data, str(problem)))
            return _error(400, f"Bad Request: {problem}")
        if fault is not None:
            await asyncio.sleep(30)
        return web.json_response({"ok": True, "result": result})

    def _fault(self, method, data):
        for fault in self.faults:
            if fault.method in (method, "*") and fault.chat_id in (None, data.get("chat_id")):
                fault.times -= 1
                if fault.times <= 0:
                    self.faults.remove(fault)
                return fault
        return None

    async def _fail(self, fault):
        if fault.kind == "hang":
            await asyncio.sleep(30)
        if fault.kind == "page":
            return web.Response(
                status=502, text="<html>Bad gateway, secret text</html>", content_type="text/html"
            )
        if fault.kind == "429":
            return _error(429, "Too Many Requests", {"retry_after": fault.seconds})
        if fault.kind == "403":
            return _error(403, "Forbidden: bot was blocked by the user")
        if fault.kind.startswith("400"):
            return _error(400, f"Bad Request{fault.kind[3:]}")
        return _error(int(fault.kind), "Internal Server Error")

    async def _do(self, method, data):
        call = Call(method, data, time.monotonic())
        result = True
        if method == "getMe":
            result = BOT
        elif method == "getUpdates":
            return await self._poll(data)
        elif method == "setWebhook":
            if not data["url"].startswith("https://") or not data.get("secret_token"):
                raise BadRequest("bad webhook")
            self.webhook = data
        elif method == "deleteWebhook":
            self.webhook = None
        elif method in SENDS or method == "editMessageReplyMarkup":
            result = self._message(method, data, call)
        elif method == "answerCallbackQuery":
            if self.queries.get(data["callback_query_id"]) != "waiting":
                raise BadRequest("query is too old and response timeout expired or query ID is invalid")
            if units(data.get("text", "")) > 200:
                raise BadRequest("MESSAGE_TOO_LONG")
            self.queries[data["callback_query_id"]] = data.get("text", "")
        else:
            _check_introduction(method, data)
        with self._changed:
            self.calls.append(call)
            self._changed.notify_all()
        return result

    def _message(self, method, data, call):
        buttons = _buttons(data.get("reply_markup"))
        chat_id, number = data["chat_id"], data.get("message_id")
        if number is not None:
            known = self.standing.get(number)
            if known is None or known.chat_id != chat_id:
                raise BadRequest("message to edit not found")
            before = (known.text, known.buttons)
            if method == "editMessageText":
                known.text = _text(data)
            known.buttons = buttons
            if before == (known.text, known.buttons):
                raise BadRequest("message is not modified")
        else:
            text = _text(data) if method == "sendMessage" else _caption(data)
            number = self._count("message")
            self.standing[number] = Standing(chat_id, text, data.get("entities", []), buttons)
        call.message_id = number
        return {"message_id": number, "date": 1, "chat": {"id": chat_id, "type": "private"}}

    async def _poll(self, data):
        if self.webhook is not None:
            raise BadRequest("can't use getUpdates method while webhook is active")
        offset = data.get("offset", 0)
        self._updates = [update for update in self._updates if update["update_id"] >= offset]
        deadline = time.monotonic() + min(data.get("timeout", 0), 5)
        while not self._updates and time.monotonic() < deadline:
            self._fresh.clear()
            try:
                await asyncio.wait_for(self._fresh.wait(), deadline - time.monotonic())
            except TimeoutError:
                break
        return self._updates[:100]

    # What people do

    def _count(self, what):
        self._next[what] += 1
        return self._next[what]

    def update(self, **content):
        """A new update; not delivered yet."""
        return {"update_id": self._count("update"), **content}

    def push(self, *updates):
        """Let the poller have updates."""

        def add():
            self._updates += updates
            self._fresh.set()

        self._loop.call_soon_threadsafe(add)

    def query(self):
        number = str(self._count("query"))
        self.queries[number] = "waiting"
        return number

    def wait(self, holds, seconds=20, what="the bot"):
        """Wait until ``holds()``, looked at after every call."""
        deadline = time.monotonic() + seconds
        with self._changed:
            while not holds():
                left = deadline - time.monotonic()
                assert left > 0, f"waited {seconds} s for {what}; calls: {self.calls[-5:]}"
                self._changed.wait(min(left, 0.5))

    def sent(self, chat_id, after=0):
        """The bot's messages in a chat, in order: sent, or written over another one."""
        return [
            call
            for call in list(self.calls)[after:]
            if call.method in SENDS and call.data["chat_id"] == chat_id
        ]


class Chat:
    """Someone on Telegram. ``said`` are the calls that answered the last thing they did."""

    numbers = iter(range(5001, 10**6))

    def __init__(self, api, deliver=None, language="en"):
        self.api, self.language = api, language
        self.id = next(self.numbers)
        self.deliver = deliver or api.push
        self.said = []

    @property
    def sender(self):
        return {"id": self.id, "is_bot": False, "first_name": "Ada", "language_code": self.language}

    def message(self, **content):
        """An update with a message of this person."""
        return self.api.update(message=self._message(**content))

    def _message(self, **content):
        return {
            "message_id": self.api._count("message"),
            "date": 1,
            "chat": {"id": self.id, "type": "private", "first_name": "Ada"},
            "from": self.sender,
            **content,
        }

    def edited(self, update, text):
        """The update that says that the message of ``update`` was edited."""
        return self.api.update(edited_message={**update["message"], "edit_date": 2, "text": text})

    def pressing(self, title):
        """The update of pressing the newest button whose caption begins with ``title``."""
        for number in sorted(self.api.standing, reverse=True):
            standing = self.api.standing[number]
            for button in standing.buttons if standing.chat_id == self.id else []:
                if button["text"].startswith(title) and "callback_data" in button:
                    return self.press_of(number, button["callback_data"])
        raise AssertionError(f"no button {title!r}: {self.buttons}")

    def press_of(self, number, data):
        standing = self.api.standing.get(number)
        message = {"message_id": number, "date": 1, "chat": {"id": self.id, "type": "private"}}
        if standing is not None:
            message |= {"text": standing.text, "entities": standing.entities, "from": BOT}
            message["reply_markup"] = {"inline_keyboard": [[dict(each)] for each in standing.buttons]}
        query = {"id": self.api.query(), "from": self.sender, "chat_instance": "x", "data": data}
        return self.api.update(callback_query={**query, "message": message})

    def does(self, update, answers=1):
        """Deliver an update and wait for so many messages; gives them as one text."""
        before = len(self.api.calls)
        self.deliver(update)
        self.hear(before, answers)
        return self.text

    def hear(self, before, answers=1):
        self.api.wait(lambda: len(self._answers(before)) >= answers, what=f"an answer in {self.id}")
        self.said = self._answers(before)

    def _answers(self, before):
        return [call for call in self.api.sent(self.id, before) if "✓" not in call.data.get("text", "")]

    def say(self, text, answers=1):
        return self.does(self.message(text=text), answers)

    def press(self, title, answers=1):
        return self.does(self.pressing(title), answers)

    @property
    def text(self):
        return "\n\n".join(visible(call.data.get("text", call.data.get("caption", ""))) for call in self.said)

    @property
    def buttons(self):
        return [button["text"] for call in self.said for button in _buttons(call.data.get("reply_markup"))]


class Hook:
    """Delivers updates to the bot's webhook, as Telegram does."""

    def __init__(self, address, secret):
        self.address, self.secret = f"{address}/webhooks/telegram", secret
        self.http = httpx.Client(timeout=10)

    def __call__(self, *updates):
        for update in updates:
            response = self.post(json.dumps(update))
            assert response.status_code == 200, response.text

    def post(self, body, secret=None):
        """Deliver anything; gives the raw response."""
        headers = {
            "X-Telegram-Bot-Api-Secret-Token": self.secret if secret is None else secret,
            "Content-Type": "application/json",
        }
        return self.http.post(self.address, content=body, headers=headers)


def _check_introduction(method, data):
    for command in data.get("commands", []):
        if (
            not re.fullmatch("[a-z0-9_]{1,32}", command["command"])
            or not 1 <= len(command["description"]) <= 256
        ):
            raise BadRequest("BOT_COMMAND_INVALID")
    if len(data.get("description", "")) > 512 or len(data.get("short_description", "")) > 120:
        raise BadRequest("BOT_DESCRIPTION_TOO_LONG")


def _error(code, description, parameters=None):
    body = {"ok": False, "error_code": code, "description": description}
    if parameters:
        body["parameters"] = parameters
    return web.json_response(body, status=code)


STRUCTURED = (
    *("chat_id", "message_id", "offset", "timeout", "allowed_updates", "max_connections", "entities"),
    *("reply_markup", "link_preview_options", "reply_parameters", "commands", "scope", "menu_button"),
    "drop_pending_updates",
)


def _value(key, value):
    if not isinstance(value, str):
        with value.file as content:
            return content.read()
    return json.loads(value) if key in STRUCTURED else value


def _text(data):
    text = data["text"]
    if data.get("parse_mode") == "HTML":
        text = visible(text)
    if not text.strip():
        raise BadRequest("message text is empty")
    if units(text) > 4096:
        raise BadRequest("message is too long")
    if data.get("link_preview_options") != {"is_disabled": True}:
        raise BadRequest("this bot shows no previews")
    return text


def _caption(data):
    text = visible(data.get("caption", ""))
    if units(text) > 1024:
        raise BadRequest("message caption is too long")
    return text


def _buttons(markup):
    buttons = [button for row in (markup or {}).get("inline_keyboard", []) for button in row]
    if len(buttons) > 100:
        raise BadRequest("reply markup is too long")
    for button in buttons:
        if not button.get("text") or not 1 <= len(button.get("callback_data", "x").encode()) <= 64:
            raise BadRequest("BUTTON_DATA_INVALID")
    return buttons
