"""Answers what is heard on Telegram: once, in order in each chat, many chats at a time.

The store holds every update until its answer has arrived (:mod:`bot.store.telegram`), so all of this may
be stopped at any moment and simply started again.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter, OrderedDict
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import date
from typing import Any

from bot.channels.forgetting import others_quiet
from bot.channels.joining import TELEGRAM, Joiner
from bot.channels.keeping import Several, with_notice
from bot.channels.rate import Limiter
from bot.channels.telegram.api import Api, Gone, Later, Moved, Refused
from bot.channels.telegram.commands import COMMANDS, menu
from bot.channels.telegram.composing import compose
from bot.channels.telegram.meaning import GREETING, Meant, changed, meant, pressed
from bot.channels.telegram.panel import COMMAND as PANEL
from bot.channels.telegram.panel import panel_part, panel_reply
from bot.channels.telegram.render import (
    LINE,
    Part,
    chosen,
    in_place,
    in_words,
    no_buttons,
    options_on,
    toggled,
)
from bot.channels.telegram.updates import Left, Me, Unreadable, Utterance, read
from bot.channels.turn import asks_to_erase, first_asked, in_one
from bot.nlu.language import language_of
from bot.replies import words
from bot.replies.conversation import deleted, not_kept
from bot.replies.reply import KNOWN, Reply
from bot.store import Person, Store, StoredButton, UnknownConversation
from bot.store.telegram import Chat, Chats, Update
from bot.store.threads import AT_LEISURE, beside, within
from bot.store.turn import OneTurn

TYPING_AFTER, TYPING_AGAIN = 0.3, 4.5
"""Seconds until "typing" is shown, and until it has to be shown again (it fades after 5)."""
MOST_TYPING = 10
TURNS_AT_ONCE = 6
"""Turns that Rasa works on at a time; more would only make all of them slow."""
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds before something that failed is tried again; doubled each time."""
MOST_FILE_FAILURES = 2
"""A picture or file that fails so often is left out: the words must arrive."""
MOST_KEYBOARDS = 1000
"""Keyboards with options whose state is remembered."""
MOST_FAILURES = 5
"""An update that fails so often for a reason of our own is given up; those behind it go on."""
BUSY_CHATS = 40
"""While so many chats wait, "typing" and the tidying of old keyboards are left out for the answers' sake."""
STOP_SECONDS = 4.0
"""How long a stop waits for answers under way."""
IN_PLACE = ("/why", "/explain", *(f'/ask_documents{{"value": "{what}:' for what in ("have", "lack")))
"""Buttons whose answer replaces the message under which they stand."""
_log = logging.getLogger(__name__)

Turn = Callable[[str, int, str, str], Awaitable[list[dict[str, Any]]]]
"""Takes a turn of Rasa's: sender id, message id, text, language; gives the replies."""
Lock = Callable[[str], AbstractAsyncContextManager[Any]]
"""The lock of a conversation."""
General = Callable[[str, str], Awaitable[Reply | str]]
"""Answers a question asked in a group, in a language: a reply, or what Rasa is to read."""


class Talk:
    """The conversations with Telegram's chats.

    ``repeated`` counts the messages that may have arrived twice: sending has no key that would make it
    harmless, so one that was under way when a process or a connection ended is sent again.
    """

    def __init__(
        self,
        store: Store,
        chats: Chats,
        api: Api,
        turn: Turn,
        lock: Lock,
        limiter: Limiter,
        joiner: Joiner,
        me: Me,
        general: General,
    ) -> None:
        self._store, self._chats, self._api = store, chats, api
        self._turn, self._lock, self._limiter, self._joiner = turn, lock, limiter, joiner
        self._general = general
        self.me = me
        self.repeated = 0
        self._own: set[int] = set()
        """The updates whose answers this process is sending."""
        self._at_once = asyncio.Semaphore(TURNS_AT_ONCE)
        self._arriving = asyncio.Lock()
        """Updates are stored in the order in which they arrive."""
        self._workers: dict[str, asyncio.Task[None]] = {}
        self._woken: set[str] = set()
        """Whose worker has to look for updates (again)."""
        self._aside: set[asyncio.Task[Any]] = set()
        self._file_failures = Counter[int]()
        """How often a file of an update's answer could not be sent."""
        self._keyboards: OrderedDict[tuple[int, int], Mapping[str, Any]] = OrderedDict()
        """Keyboards with options as they are now, by chat and message: a press tells how they were before the
        one under way. Without it (after a restart) what the press tells holds."""

    async def take(self, *updates: Any) -> None:
        """Store updates as Telegram delivered them, then start answering; what is no update is dropped.

        When this returns, the updates are safe. Raises what the database raises: then they are not.
        """
        arrived: list[str] = []
        try:
            async with self._arriving:
                await beside(self._store_all, updates, arrived)
        finally:
            for sender_id in arrived:
                self._wake(sender_id)

    def _store_all(self, updates: Sequence[Any], arrived: list[str]) -> None:
        for update in updates:
            try:
                heard = read(update, self.me)
            except Unreadable as problem:
                _log.warning("Telegram: %s", problem)
                continue
            if isinstance(heard, Left):
                self._chats.block(heard.chat_id)
            elif heard is not None:
                sender_id = self._chats.receive(
                    heard.update_id, heard.chat_id, heard.language, heard.as_json()
                )
                if sender_id is not None:
                    arrived.append(sender_id)

    async def go_on(self) -> None:
        """Take up what is unanswered, whoever left it."""
        for sender_id in await beside(self._chats.unfinished):
            self._wake(sender_id)

    async def stop(self) -> None:
        """Let answers under way arrive, for a moment; the rest is taken up at the next start."""
        deadline = time.monotonic() + STOP_SECONDS
        while tasks := self._tasks():
            left = deadline - time.monotonic()
            if left <= 0:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
                return
            await asyncio.wait(tasks, timeout=left, return_when=asyncio.FIRST_COMPLETED)

    def _tasks(self) -> list[asyncio.Task[Any]]:
        return [*self._workers.values(), *self._aside]

    # One chat

    def _wake(self, sender_id: str) -> None:
        self._woken.add(sender_id)
        if sender_id not in self._workers:
            self._workers[sender_id] = asyncio.create_task(self._work(sender_id))

    async def _work(self, sender_id: str) -> None:
        """Answer one update after the other, until none is left."""
        failures = 0
        pause = FIRST_PAUSE
        while True:
            try:
                async with self._lock(sender_id):
                    self._woken.discard(sender_id)
                    if not await self._answer_next(sender_id) and sender_id not in self._woken:
                        del self._workers[sender_id]  # before anything else can run: see _wake
                        return
                failures, pause = 0, FIRST_PAUSE
                continue
            except Later as later:
                wait = pause if later.seconds is None else later.seconds
            except UnknownConversation:  # erased in the meantime, and its updates with it
                del self._workers[sender_id]
                self._woken.discard(sender_id)
                return
            except Exception:
                failures += 1
                _log.exception("An update of Telegram's could not be answered (attempt %d)", failures)
                if failures >= MOST_FAILURES:
                    await self._give_up(sender_id)
                    failures = 0
                wait = pause
            await asyncio.sleep(wait)
            pause = min(pause * 2, LONGEST_PAUSE)

    async def _give_up(self, sender_id: str) -> None:
        try:
            found = await beside(self._chats.next, sender_id)
            if found is not None:
                await beside(self._chats.drop, found[0])
        except Exception:
            _log.exception("The database cannot be used")

    async def _answer_next(self, sender_id: str) -> bool:
        """Answer the oldest update. False where there is none."""
        found = await beside(self._chats.next, sender_id)
        if found is None:
            return False
        update, chat = found
        heard = Utterance.from_json(update.body) if update.stage == "waiting" else None
        if heard is not None and (wait := await self._limiter.wait(sender_id)) is not None:
            raise Later(wait)
        typing = asyncio.create_task(self._show_typing(chat))
        before = await self._panel(chat)
        try:
            answer = update if heard is None else await self._answer(update, heard, chat)
            if answer is not None:
                await self._deliver(answer, chat, heard)
        finally:
            typing.cancel()
        await self._follow(chat, before)
        return True

    async def _panel(self, chat: Chat) -> Part | None:
        """What the message that shows what is known says, where there is one; no answer waits for that."""
        if chat.panel is None:
            return None
        try:
            return await beside(panel_part, self._store, chat.sender_id, date.today())
        except UnknownConversation:
            return None
        except Exception:
            _log.exception("What is known could not be shown")
            return None

    async def _follow(self, chat: Chat, before: Part | None) -> None:
        """Write the message that shows what is known over, where a turn has changed that."""
        now = await self._panel(chat)
        if chat.panel is not None and now is not None and before is not None and now != before:
            self._change(chat, in_place(now, chat.panel))

    # The answer

    async def _answer(self, update: Update, heard: Utterance, chat: Chat) -> Update | None:
        """Find the answer and keep it. None where there is nothing to say."""
        person = await beside(self._store.person_of, chat.sender_id)
        button = None
        line = heard.text.removeprefix(LINE) if heard.query_id and heard.text.startswith(LINE) else ""
        if line and not heard.group and (wish := changed(line, heard, person)) is not None:
            meaning = wish
        elif heard.kind == "button":
            button_id, switch, _ = heard.text.partition(":")
            if not heard.group:
                button = await beside(self._store.said.button, button_id, chat.sender_id)
            if button is None:
                await self._decline(update, heard, chat, person, "telegram-stale-button")
                return None
            if switch:
                await self._switch(update, heard, chat, button)
                return None
            meaning = pressed(button, options_on(self._keyboard(heard), button.id))
        else:
            meaning = await beside(meant, heard, person, self._store, chat.sender_id)
        said = {**meaning.said, "update": heard.update_id}
        message, is_new = await beside(self._store.said.add_message, chat.sender_id, said, meaning.key)
        if message.body["update"] != heard.update_id:
            await self._decline(update, heard, chat, person, "telegram-pressed-button")
            return None
        if heard.query_id:
            self._beside(self._api.attempt("answerCallbackQuery", {"callback_query_id": heard.query_id}))
        if is_new:
            is_first = person.last_seen_at == person.created_at  # as it was before this message
        else:  # begun by a process that ended
            is_first = len(await beside(self._store.said.messages, chat.sender_id, last=2)) == 1

        async def take(turn: OneTurn) -> Update:
            replies = await self._replies(meaning, heard, turn, message.id, person)
            if asks_to_erase(replies):
                self._mark(heard, chat, meaning.said["text"])
                return await self._forget(update, chat, person)
            if is_first and meaning.text != GREETING and not heard.group:
                replies[0] = with_notice(replies[0], words(person.language)("welcome-privacy"))
            answer, stays = await beside(self._keep, update, heard, chat, replies, message.id, meaning, turn)
            if stays:
                self._mark(heard, chat, meaning.said["text"])
            if replies[-1].get("lang", person.language) != person.language and not heard.group:
                self._show_menu_in(replies[-1]["lang"], chat)
            return answer

        async with self._at_once:
            return await in_one(self._store, chat.sender_id, message.id, take)

    async def _switch(self, update: Update, heard: Utterance, chat: Chat, button: StoredButton) -> None:
        """Switch an option on or off in its keyboard; nothing is said to it."""
        several = Several.behind(button)
        if several is not None and heard.shown is not None:
            keyboard = toggled(self._keyboard(heard), heard.text, button.title, several.none)
            self._keyboards[heard.chat_id, heard.shown.message_id] = keyboard
            while len(self._keyboards) > MOST_KEYBOARDS:
                self._keyboards.popitem(last=False)
            data = {"message_id": heard.shown.message_id, "reply_markup": keyboard}
            self._change(chat, {"method": "editMessageReplyMarkup", "data": data})
        self._beside(self._api.attempt("answerCallbackQuery", {"callback_query_id": heard.query_id}))
        await beside(self._chats.drop, update)

    def _keyboard(self, heard: Utterance) -> Mapping[str, Any]:
        if heard.shown is None:
            return {}
        return self._keyboards.get((heard.chat_id, heard.shown.message_id), heard.shown.markup)

    async def _replies(
        self, meaning: Meant, heard: Utterance, turn: OneTurn, message_id: int, person: Person
    ) -> list[dict[str, Any]]:
        if meaning.replies:
            return [reply.as_json() for reply in meaning.replies]
        text, sender_id = meaning.text, turn.sender_id
        if text == PANEL and not heard.group:
            return [await beside(panel_reply, self._store, sender_id, date.today())]
        if meaning.public:
            found = await self._general(meaning.public, language_of(meaning.public, heard.language))
            if isinstance(found, Reply):
                return [found.as_json()]
            text = found
        typed, payload = (text, "") if meaning.typed else ("", text)
        own = await self._joiner.answer(sender_id, typed, payload)
        if own is not None:
            return [own.as_json()]
        if meaning.again is not None:
            first = await beside(first_asked, self._store.said, sender_id, meaning.again, COMMANDS)
            message_id, text = first or (meaning.again, COMMANDS["help"])
        if meaning.first:
            await self._turn(sender_id, -message_id, meaning.first, person.language)
        replies = await self._turn(sender_id, message_id, text, turn.person_of(sender_id).language)
        if heard.group or not any(_lists_what_is_known(reply) for reply in replies):
            return replies
        known = await beside(panel_reply, self._store, sender_id, date.today())
        return [known if _lists_what_is_known(reply) else reply for reply in replies]

    def _keep(
        self,
        update: Update,
        heard: Utterance,
        chat: Chat,
        replies: Sequence[Mapping[str, Any]],
        message_id: int,
        meaning: Meant,
        turn: OneTurn,
    ) -> tuple[Update, bool]:
        """End the turn; gives the answer, and whether the message whose button was pressed stays above it."""
        private = self._private_chat(replies[0]) if heard.group else None
        if heard.hidden:
            notice = not_kept(str(replies[0].get("lang", heard.language)), heard.hidden)
            replies = [with_notice(replies[0], notice), *replies[1:]]
        bodies, buttons, calls = compose(turn, chat.sender_id, replies, private)
        if heard.group and heard.message_id:
            calls[0]["data"]["reply_parameters"] = {
                "message_id": heard.message_id,
                "allow_sending_without_reply": True,
            }
        alone = len(calls) == 1 and calls[0]["method"] == "sendMessage"
        of_panel = "change" in meaning.said and bool(heard.query_id)
        shown = heard.shown if meaning.text.startswith(IN_PLACE) and alone else None
        if shown is not None:
            calls = [in_place(calls[0], shown.message_id)]
        stays = shown is None and not of_panel
        return self._chats.answered(update, bodies, calls, buttons, message_id, turn), stays

    def _private_chat(self, reply: Mapping[str, Any]) -> tuple[str, str] | None:
        """In a group: no buttons that lead to questions, but the way to a chat of one's own."""
        if not self.me.username:
            return None
        lang = str(reply.get("lang", "en"))
        return words(lang)("telegram-group-button"), f"{TELEGRAM}/{self.me.username}?start={lang}"

    async def _decline(
        self, update: Update, heard: Utterance, chat: Chat, person: Person, sentence: str
    ) -> None:
        """A button that does nothing any more: say so beside it, and take it away."""
        text = words(person.language)(sentence)
        answer = {"callback_query_id": heard.query_id, "text": text}
        self._beside(self._api.attempt("answerCallbackQuery", answer))
        if heard.shown is not None and heard.shown.message_id:
            self._change(chat, no_buttons(heard.shown.message_id))
        await beside(self._chats.drop, update)

    def _mark(self, heard: Utterance, chat: Chat, title: str) -> None:
        """Show under the message whose button was pressed what it said, and take the others away."""
        if heard.shown is not None and heard.shown.message_id:
            shown = heard.shown
            self._change(chat, chosen(shown.message_id, shown.text, shown.entities, title))

    async def _forget(self, update: Update, chat: Chat, person: Person) -> Update:
        """Erase the person; a stranger goes on in the same chat, with a worker of their own."""

        def farewell(sender_id: str) -> tuple[dict[str, Any], list[Part], Sequence[StoredButton]]:
            bodies, buttons, calls = compose(self._store, sender_id, [deleted(person.language).as_json()])
            return bodies[0], calls, buttons

        senders = await beside(self._store.conversations_of, person.id)
        async with others_quiet(self._lock, senders, chat.sender_id):
            answer = await within(AT_LEISURE, self._chats.forget, update, farewell)
        self._own.add(answer.update_id)
        self._wake(answer.sender_id)
        if chat.panel is not None:
            part = await beside(panel_part, self._store, answer.sender_id, date.today())
            self._change(chat, in_place(part, chat.panel))
        raise UnknownConversation(update.sender_id)

    # Sending

    async def _deliver(self, answer: Update, chat: Chat, heard: Utterance | None) -> None:
        """Send what has not arrived of an answer."""
        if heard is None and answer.update_id not in self._own:
            self._count_repeated()
        self._own.add(answer.update_id)
        keyboard = None
        for number in range(answer.sent, len(answer.body)):
            try:
                sent = await self._send(chat.chat_id, answer.body[number])
            except Later as later:
                if self._gives_up(answer, number, later):
                    sent = await self._say_instead(chat.chat_id, answer.body[number])
                else:
                    if later.doubtful:
                        self._count_repeated()
                    raise
            except Gone:
                _log.info("Telegram: a chat takes no messages any more")
                await beside(self._chats.block, chat.chat_id)
                break
            except Moved as moved:
                await beside(self._chats.moved, chat.chat_id, moved.chat_id)
                raise Later(0) from None
            part = answer.body[number]
            panel = sent if part.get("panel") else None
            keyboard = sent if sent and "reply_markup" in part["data"] and panel is None else None
            await beside(self._chats.sent, answer, number + 1, keyboard, panel)
            if panel is not None and chat.panel is not None:
                self._change(chat, no_buttons(chat.panel))
        self._own.discard(answer.update_id)
        typed = heard is not None and not heard.query_id and not heard.group
        if typed and keyboard is not None and chat.keyboard is not None and not self._is_busy():
            self._change(chat, no_buttons(chat.keyboard))

    async def _send(self, chat_id: int, part: Part) -> int | None:
        try:
            return await self._api.send(chat_id, part)
        except Refused as refusal:
            if part["method"] != "editMessageText":
                _log.error("Telegram does not take a message (%s)", part["method"])
                return await self._say_instead(chat_id, part)
            if "not modified" in str(refusal):
                return int(part["data"]["message_id"])
        data = {key: value for key, value in part["data"].items() if key != "message_id"}
        return await self._send(chat_id, {**part, "method": "sendMessage", "data": data})

    async def _say_instead(self, chat_id: int, part: Part) -> int | None:
        """Of a picture or file that cannot be sent: what it shows, in words."""
        instead = in_words(part) if "files" in part else None
        return None if instead is None else await self._send(chat_id, instead)

    def _gives_up(self, answer: Update, number: int, later: Later) -> bool:
        """Whether a picture or file failed often enough to be left out, while Telegram itself is there."""
        if "files" not in answer.body[number] or later.seconds is not None or not later.doubtful:
            return False
        self._file_failures[answer.update_id] += 1
        if self._file_failures[answer.update_id] < MOST_FILE_FAILURES:
            return False
        del self._file_failures[answer.update_id]
        _log.warning("Telegram: a file could not be sent and is left out (%s)", answer.body[number]["method"])
        return True

    def _count_repeated(self) -> None:
        self.repeated += 1
        _log.warning(
            "Telegram: a message was under way; it may arrive twice (%d since the start)", self.repeated
        )

    async def _show_typing(self, chat: Chat) -> None:
        await asyncio.sleep(TYPING_AFTER)
        for _ in range(MOST_TYPING):
            if not self._is_busy():
                await self._api.attempt("sendChatAction", {"chat_id": chat.chat_id, "action": "typing"})
            await asyncio.sleep(TYPING_AGAIN)

    def _is_busy(self) -> bool:
        return len(self._workers) > BUSY_CHATS

    def _show_menu_in(self, lang: str, chat: Chat) -> None:
        """The menu in the language that the person chose, whatever Telegram thinks theirs is."""
        scope = {"type": "chat", "chat_id": chat.chat_id}
        self._beside(self._api.attempt("setMyCommands", {"commands": menu(lang), "scope": scope}))

    def _change(self, chat: Chat, part: Part) -> None:
        """Change a message that was sent earlier; only nice to have."""
        self._beside(self._api.attempt(part["method"], {"chat_id": chat.chat_id, **part["data"]}))

    def _beside(self, call: Coroutine[Any, Any, Any]) -> None:
        """Do something that nobody waits for."""
        task = asyncio.create_task(call)
        self._aside.add(task)
        task.add_done_callback(self._aside.discard)


def _lists_what_is_known(reply: Mapping[str, Any]) -> bool:
    return bool(reply.get("meta", {}).get("shows") == KNOWN)
