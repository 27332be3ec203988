"""Conversations on Telegram: every update answered once, in order, whatever happens in between."""

import asyncio
import logging
import re

import pytest

from bot.alerts.sending import PER_CHAT, PER_SECOND, Blocked, RetryAfter, Sent
from bot.channels.incoming import MAX_TEXT_CHARACTERS
from bot.channels.joining import Joiner
from bot.channels.rate import Limit, Limiter
from bot.channels.telegram import alerts_sender
from bot.channels.telegram import api as api_module
from bot.channels.telegram import talk as talk_module
from bot.channels.telegram.api import GROUP_CHAT, PRIVATE_CHAT, REFUSING_CHATS
from bot.channels.telegram.sender import TelegramSender
from bot.replies.reply import Button, Choices, Image, Option, Reply
from bot.settings import Settings
from bot.store import UnknownConversation, UnknownPerson, make_engine
from bot.store.joining import Joining, code_in
from tests.helpers.bot_api import TOKEN, BadRequest, Chat, Fault, visible
from tests.helpers.telegram_bot import Bot


def said(bot_api, chat):
    """What the bot's own messages say, in order."""
    return [visible(call.data["text"]) for call in bot_api.sent(chat.id) if call.method == "sendMessage"]


def methods(bot_api):
    return [call.method for call in bot_api.calls]


def about(sender_id, bot):
    return bot.store.person_of(sender_id)


async def test_a_text_is_answered_with_buttons_and_the_first_time_with_the_notice(bot, bot_api, ada):
    await bot.take(ada.message(text="hello"))
    await bot.take(ada.message(text="again"))

    first, second = said(bot_api, ada)
    assert first.startswith("I’m not the government")
    assert first.endswith("echo hello")
    assert second == "echo again"


async def test_a_number_that_nobody_needs_is_not_kept_and_that_is_said(bot, bot_api, ada):
    await bot.take(ada.message(text="I am 31, passport AB123456"))
    assert "I took a passport number out of your message" in said(bot_api, ada)[-1]
    assert "AB123456" not in str(bot.heard)


async def test_no_text_ever_reaches_rasa_as_a_command(bot, ada):
    for text in ('/inform{"age": 31}', "  /intent", "/", "//x"):
        await bot.take(ada.message(text=text))

    assert not [text for text in bot.heard if text.lstrip().startswith("/")]


async def test_commands_reach_rasa_as_our_own(bot, ada):
    for command in ("/start", "/help", "/rounds", "/noc", "/cancel", "/delete"):
        await bot.take(ada.message(text=command))

    assert bot.heard == [
        "/greet",
        "/help",
        "/ask_latest_round",
        "/ask_noc",
        "/pause",
        "/delete_data",
    ]


async def test_the_score_of_someone_who_has_told_nothing_begins_with_the_questions(bot, ada):
    await bot.take(ada.message(text="/score"))
    assert bot.heard == ["/start"]


async def test_a_deep_link_leads_where_it_says(bot, ada):
    await bot.take(ada.message(text="/start rounds"))
    await bot.take(ada.message(text="/start fr"))

    assert bot.heard == ["/ask_latest_round", '/change_language{"value": "fr"}', "/greet"]


async def test_an_unknown_command_is_answered_kindly(bot, bot_api, ada):
    await bot.take(ada.message(text="/frobnicate now"))

    assert "/frobnicate" in said(bot_api, ada)[0]
    assert bot.heard == []


async def test_a_language_is_chosen_with_buttons_and_the_menu_follows(bot, bot_api, ada):
    async def speak_french(sender_id, message_id, text, lang):
        return [Reply("Je parle français", "fr").as_json()]

    await bot.take(ada.message(text="/language"))
    assert [button["text"] for button in bot_api.standing[max(bot_api.standing)].buttons] == [
        "Français",
        "English",
    ]
    bot.answer = speak_french
    await bot.take(ada.pressing("Français"))

    menus = [call.data for call in bot_api.calls if call.method == "setMyCommands"]
    assert menus[-1]["scope"] == {"type": "chat", "chat_id": ada.id}
    assert menus[-1]["commands"][0]["description"] == "Commencer"


async def test_a_pressed_button_is_answered_marked_and_removed(bot, bot_api, ada):
    await bot.take(ada.message(text="hello"))
    press = ada.pressing("Yes")
    await bot.take(press)

    assert bot.heard == ["hello", "/affirm"]
    assert bot_api.queries[press["callback_query"]["id"]] == ""
    standing = bot_api.standing[press["callback_query"]["message"]["message_id"]]
    assert standing.text.endswith("echo hello\n\n✓ Yes")
    assert standing.buttons == []


async def test_callback_data_are_opaque_and_short(bot, bot_api, ada):
    async def long_payload(sender_id, message_id, text, lang):
        return [Reply("?", lang, (Button("Yes", '/choose{"value": "' + "x" * 500 + '"}'),)).as_json()]

    bot.answer = long_payload
    await bot.take(ada.message(text="hello"))
    (button,) = bot_api.standing[max(bot_api.standing)].buttons
    assert len(button["callback_data"]) == 12
    bot.answer = bot.echo
    await bot.take(ada.pressing("Yes"))
    assert len(bot.heard[-1]) > 500


async def test_a_question_about_a_question_is_answered_in_its_place(bot, bot_api, ada):
    await bot.take(ada.message(text="hello"))
    number = max(bot_api.standing)
    await bot.take(ada.pressing("Why?"))

    assert max(bot_api.standing) == number
    assert bot_api.standing[number].text == "echo /why"
    assert len(bot_api.standing[number].buttons) == 2


async def test_a_message_that_cannot_be_written_over_is_sent_anew(bot, bot_api, ada):
    await bot.take(ada.message(text="hello"))
    bot_api.faults.append(Fault("editMessageText", "400: message can't be edited"))
    await bot.take(ada.pressing("Why?"))

    assert said(bot_api, ada)[-1] == "echo /why"


async def test_a_button_pressed_twice_counts_once(bot, bot_api, ada):
    await bot.take(ada.message(text="hello"))
    once, twice = ada.pressing("Yes"), ada.pressing("Yes")
    await bot.take(once, twice)

    assert bot.heard == ["hello", "/affirm"]
    assert "already" in bot_api.queries[twice["callback_query"]["id"]]


@pytest.mark.parametrize("data", ["abcdefghijkl", "", "/restart", "x" * 64, "é"])
async def test_a_button_that_is_not_known_is_answered_kindly_and_taken_away(bot, bot_api, ada, data):
    await bot.take(ada.message(text="hello"))
    press = ada.press_of(max(bot_api.standing), data)
    await bot.take(press)

    assert "too old to work" in bot_api.queries[press["callback_query"]["id"]]
    assert bot_api.standing[max(bot_api.standing)].buttons == []
    assert bot.heard == ["hello"]


async def test_someone_elses_button_does_nothing(bot, bot_api, ada):
    await bot.take(ada.message(text="hello"))
    data = bot_api.standing[max(bot_api.standing)].buttons[0]["callback_data"]
    eve = Chat(bot_api)
    await bot.take(eve.message(text="hi"))
    press = eve.press_of(max(bot_api.standing), data)
    await bot.take(press)

    assert "too old to work" in bot_api.queries[press["callback_query"]["id"]]


async def test_buttons_of_an_answered_question_go_when_the_next_ones_come(bot, bot_api, ada):
    await bot.take(ada.message(text="hello"))
    first = max(bot_api.standing)
    await bot.take(ada.message(text="again"))

    assert bot_api.standing[first].buttons == []
    assert bot_api.standing[max(bot_api.standing)].buttons


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        ("photo", "pictures"),
        ("voice", "recordings"),
        ("location", "where you are"),
        ("sticker", "text and buttons"),
    ],
)
async def test_what_is_no_text_gets_a_friendly_answer(bot, bot_api, ada, content, answer):
    await bot.take(ada.message(**{content: {}}))

    assert answer in said(bot_api, ada)[0]
    assert bot.heard == []


async def test_a_text_that_is_too_long_is_refused_with_the_limit(bot, bot_api, ada):
    await bot.take(ada.message(text="x" * (MAX_TEXT_CHARACTERS + 1)))
    assert "4,000" in said(bot_api, ada)[0] or "4000" in said(bot_api, ada)[0]


async def test_the_language_comes_from_telegram(bot, bot_api):
    emile = Chat(bot_api, language="fr")
    await bot.take(emile.message(sticker={}))
    assert said(bot_api, emile)[0].startswith("Je ne suis ni le gouvernement")


async def test_a_typed_title_is_a_press(bot, ada):
    await bot.take(ada.message(text="hello"), ada.message(text="YES"), ada.message(text="costs"))
    assert bot.heard == ["hello", "/affirm", "/ask_costs"]


async def test_options_are_switched_in_place_and_answered_once(bot, bot_api, ada):
    async def ask(sender_id, message_id, text, lang):
        bot.heard.append(text)
        options = (Option("French", "french"), Option("Sibling", "sibling"))
        choices = Choices(options, '/choose{"question": "any"}', "Done", "None")
        return [Reply("Any of these?", lang, choices=choices).as_json()]

    bot.answer = ask
    await bot.take(ada.message(text="hello"))
    presses = [ada.pressing(title) for title in ("French", "Sibling", "French", "None")]
    for press in presses:  # made before any edit arrived, as by quick fingers
        await bot.take(press)

    assert bot.heard == ["hello", '/choose{"question": "any", "value": "sibling"}']


async def test_a_picture_that_cannot_be_sent_does_not_keep_the_words_back(bot, bot_api, ada):
    async def draw(sender_id, message_id, text, lang):
        image = Image("data:image/png;base64,AAAA", "Chart")
        return [Reply("The words", lang, image=image).as_json()]

    bot.answer = draw
    bot_api.faults.append(Fault("sendPhoto", "500", times=5))
    await bot.take(ada.message(text="chart"))

    assert any("The words" in text for text in said(bot_api, ada))


async def test_an_edit_puts_the_question_again_that_the_message_had_answered(bot, bot_api, ada):
    async def note_age(sender_id, message_id, text, lang):
        bot.heard.append(text)
        person = bot.store.person_of(sender_id)
        if text.isdigit():
            revision = bot.store.state(person.id).revision
            bot.store.confirm(person.id, str(message_id), {"age": int(text)}, [], state={}, revision=revision)
        return [Reply("Noted", lang).as_json()]

    bot.answer = note_age
    update = ada.message(text="29")
    await bot.take(update)
    await bot.take(ada.edited(update, "30"))

    assert bot.heard == ["29", '/choose{"question": "age", "value": "?"}', "30"]


async def test_an_edit_of_what_told_nothing_is_a_new_text(bot, ada):
    update = ada.message(text="helo")
    await bot.take(update)
    await bot.take(ada.edited(update, "hello"))
    assert bot.heard == ["helo", "hello"]


def in_group(chat, update, text):
    group = {"id": -100_000_000_001, "type": "supergroup", "title": "Newcomers"}
    return {**update, "message": {**update["message"], "chat": group, "text": text}}


async def test_in_a_group_it_offers_a_private_chat_and_asks_nothing(bot, bot_api, ada):
    for text in ("/start", "/noc staff nurse", "/score", "/delete"):
        await bot.take(in_group(ada, ada.message(), text))

    assert bot.heard == []
    calls = [call for call in bot_api.calls if call.method == "sendMessage"]
    assert len(calls) == 4
    for call in calls:
        (row,) = call.data["reply_markup"]["inline_keyboard"]
        assert row == [{"text": "Private chat", "url": "https://t.me/entry_test_bot?start=en"}]
        assert call.data["reply_parameters"]["message_id"] > 0


async def test_in_a_group_it_tells_about_rounds_without_buttons_that_lead_to_questions(bot, bot_api, ada):
    await bot.take(in_group(ada, ada.message(), "/rounds@entry_test_bot"))

    assert bot.heard == ["/ask_latest_round"]
    (call,) = [call for call in bot_api.calls if call.method == "sendMessage"]
    assert "url" in call.data["reply_markup"]["inline_keyboard"][0][0]


async def test_in_a_group_what_is_not_addressed_is_neither_answered_nor_kept(bot, bot_api, ada):
    await bot.take(in_group(ada, ada.message(), "I am 29 and secret"))
    assert bot.chats.unfinished() == ()
    assert "sendMessage" not in methods(bot_api)


async def test_erasing_leaves_nobody_and_says_so(bot, bot_api, ada):
    await bot.take(ada.message(text="hello"))
    sender_id = bot.chats.receive(1, ada.id, "en", {})
    person = about(sender_id, bot)

    async def erase(*_):
        return [Reply("gone", "en", erase=True).as_json()]

    bot.chats.drop(bot.chats.next(sender_id)[0])
    bot.answer = erase
    await bot.take(ada.message(text="erase me"))
    await bot.idle()

    with pytest.raises(UnknownPerson):
        bot.store.person(person.id)
    assert "erased" in said(bot_api, ada)[-1]
    bot.answer = bot.echo
    await bot.take(ada.message(text="hello again"))
    assert said(bot_api, ada)[-1].endswith("echo hello again")


async def test_try_again_reads_the_message_that_found_no_answer(bot, bot_api, ada):
    async def fail(sender_id, message_id, text, lang):
        return [Reply("Sorry", lang, (Button("Try again", f"/retry {message_id}"),)).as_json()]

    bot.answer = fail
    await bot.take(ada.message(text="I am 29"))
    bot.answer = bot.echo
    await bot.take(ada.pressing("Try again"))

    assert bot.heard == ["I am 29"]


# Order and repetition


async def test_a_duplicated_update_is_answered_once(bot, bot_api, ada):
    update = ada.message(text="hello")
    await bot.take(update, update)
    await bot.take(update)
    assert bot.heard == ["hello"]


async def test_updates_that_arrive_out_of_order_are_answered_in_order(bot, ada):
    updates = [ada.message(text=str(number)) for number in range(8)]
    await bot.take(*reversed(updates))
    assert bot.heard == [str(number) for number in range(8)]


async def test_chats_do_not_wait_for_each_other(bot, bot_api, ada):
    other, release = Chat(bot_api), asyncio.Event()

    async def slow_for_ada(sender_id, message_id, text, lang):
        if text == "slow":
            await release.wait()
        return await bot.echo(sender_id, message_id, text, lang)

    bot.answer = slow_for_ada
    await bot.talk.take(ada.message(text="slow"))
    await bot.talk.take(other.message(text="quick"))
    await asyncio.to_thread(bot_api.wait, lambda: bot_api.sent(other.id))
    assert bot.heard == ["quick"]
    release.set()
    await bot.idle()
    assert bot.heard == ["quick", "slow"]


async def test_typing_is_shown_while_an_answer_takes_long_and_not_for_a_quick_one(bot, bot_api, ada):
    assert talk_module.TYPING_AFTER == 0.3
    await bot.take(ada.message(text="quick"))
    assert "sendChatAction" not in methods(bot_api)
    typing = asyncio.Event()

    async def slow(sender_id, message_id, text, lang):
        await asyncio.to_thread(bot_api.wait, lambda: "sendChatAction" in methods(bot_api))
        typing.set()
        return await bot.echo(sender_id, message_id, text, lang)

    bot.answer = slow
    await bot.take(ada.message(text="slow"))
    assert typing.is_set()


async def test_when_many_chats_wait_only_answers_are_sent(bot, bot_api):
    chats = [Chat(bot_api) for _ in range(talk_module.BUSY_CHATS + 5)]
    for text in ("hello", "again"):
        await bot.take(*(chat.message(text=text) for chat in chats))

    tidied = methods(bot_api).count("editMessageReplyMarkup")
    assert methods(bot_api).count("sendMessage") == 2 * len(chats)
    assert tidied <= talk_module.BUSY_CHATS < len(chats)


async def test_no_more_turns_at_once_than_rasa_can_work_on(bot, bot_api):
    at_once = most = 0

    async def count(sender_id, message_id, text, lang):
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        await asyncio.sleep(0)
        at_once -= 1
        return await bot.echo(sender_id, message_id, text, lang)

    bot.answer = count
    await bot.take(*(Chat(bot_api).message(text="x") for _ in range(30)))
    assert len(bot.heard) == 30
    assert most <= talk_module.TURNS_AT_ONCE


# Faults of the Bot API


@pytest.mark.parametrize("kind", ["500", "502", "page"])
async def test_while_telegram_fails_answers_wait_and_then_arrive(bot, bot_api, ada, kind):
    bot_api.faults.append(Fault("sendMessage", kind, times=3))
    await bot.talk.take(ada.message(text="hello"))
    await bot.talk.take(ada.message(text="again"))
    await bot.idle()

    assert [text.split("echo ")[1] for text in said(bot_api, ada)] == ["hello", "again"]
    assert bot.heard == ["hello", "again"]


async def test_telegram_out_of_reach_is_known(bot, bot_api):
    assert await bot.api.call("getMe")
    assert bot.api.reachable
    bot_api.faults.append(Fault("getMe", "500"))
    with pytest.raises(api_module.Later):
        await bot.api.call("getMe")
    assert not bot.api.reachable


async def test_an_answer_that_does_not_come_in_time_is_counted_as_one_that_may_arrive_twice(
    bot, bot_api, ada, monkeypatch
):
    monkeypatch.setattr(api_module, "TIMEOUT_SECONDS", 0.2)
    bot_api.faults.append(Fault("sendMessage", "lost"))
    await bot.take(ada.message(text="hello"))

    assert len(said(bot_api, ada)) == 2
    assert bot.talk.repeated == 1


async def test_retry_after_is_honoured(bot, bot_api, ada):
    bot_api.faults.append(Fault("sendMessage", "429", seconds=1))
    began = asyncio.get_running_loop().time()
    await bot.take(ada.message(text="hello"))

    assert asyncio.get_running_loop().time() - began >= 1
    assert len(said(bot_api, ada)) == 1
    assert bot.talk.repeated == 0


async def test_one_chat_that_has_to_wait_waits_alone_and_many_make_all_wait(bot, bot_api, ada):
    assert REFUSING_CHATS == 3
    now = 100.0
    api = api_module.Api(TOKEN, bot_api.url, now=lambda: now)
    for chat, free in ((1, 0.0), (2, 0.0), (3, 107.0)):
        api._hold_back(chat, 7)
        assert api._free_at == free


async def test_markup_that_telegram_does_not_take_goes_plain(bot, bot_api, ada):
    bot_api.faults.append(Fault("sendMessage", "400: can't parse entities"))
    await bot.take(ada.message(text="a < b"))

    (call,) = bot_api.sent(ada.id)
    assert call.data["text"].endswith("echo a < b")
    assert "parse_mode" not in call.data


async def test_a_message_that_is_never_taken_does_not_stop_the_chat(bot, bot_api, ada):
    bot_api.faults.append(Fault("sendMessage", "400: nonsense"))
    await bot.take(ada.message(text="lost"))
    await bot.take(ada.message(text="hello"))
    assert said(bot_api, ada) == ["echo hello"]


async def test_a_chat_that_blocks_the_bot_ends_its_subscription(bot, bot_api, ada):
    await bot.take(ada.message(text="hello"))
    sender_id = bot.chats.receive(1, ada.id, "en", {})
    bot.chats.drop(bot.chats.next(sender_id)[0])
    person = about(sender_id, bot)
    bot.alerts.subscribe(person.id, "all", "400")
    bot_api.faults.append(Fault("sendMessage", "403"))
    await bot.take(ada.message(text="again"), ada.message(text="and again"))

    assert bot.alerts.subscription(person.id) is None
    assert bot.chats.unfinished() == ()
    bot.alerts.subscribe(person.id, "all", "400")
    change = {"chat": {"id": ada.id, "type": "private"}, "new_chat_member": {"status": "kicked"}}
    await bot.take(bot_api.update(my_chat_member=change))
    assert bot.alerts.subscription(person.id) is None


async def test_an_update_that_always_fails_is_given_up_and_the_next_one_answered(bot, bot_api, ada, caplog):
    async def broken(sender_id, message_id, text, lang):
        if text == "poison":
            raise RuntimeError("broken")
        return await bot.echo(sender_id, message_id, text, lang)

    bot.answer = broken
    await bot.take(ada.message(text="poison"), ada.message(text="hello"))
    assert said(bot_api, ada)[-1].endswith("echo hello")
    assert "poison" not in caplog.text


async def test_neither_the_token_nor_what_people_say_is_ever_logged(bot, bot_api, ada, caplog):
    caplog.set_level(logging.DEBUG)
    for name in api_module.QUIET:
        assert logging.getLogger(name).level >= logging.ERROR
    for kind in ("500", "page", "429", "400: bad", "403"):
        bot_api.faults.append(Fault("sendMessage", kind))
        await bot.take(ada.message(text="canary"))
    bot_api.close()
    for method in ("getMe", "sendMessage"):
        with pytest.raises(api_module.Later) as caught:
            await bot.api.call(method, {"chat_id": 1, "text": "canary"})
        assert TOKEN not in repr(caught.value)
    assert TOKEN not in caplog.text
    assert "canary" not in caplog.text
    assert "secret text" not in caplog.text


# Limits


def test_the_limits_are_telegrams():
    assert (PRIVATE_CHAT.count, PRIVATE_CHAT.seconds) == (1, 1)
    assert (GROUP_CHAT.count, GROUP_CHAT.seconds) == (20, 60)
    assert (PER_SECOND, PER_CHAT) == (30, 1.0)


@pytest.mark.parametrize(
    ("name", "chat_id", "others"), [("_chats", 1, False), ("_groups", -1, False), ("_all", 1, True)]
)
async def test_each_limit_makes_messages_wait(bot_api, monkeypatch, name, chat_id, others):
    class Waits(Exception):
        """It would sleep now."""

    async def sleep(seconds):
        raise Waits(seconds)

    api = api_module.Api(TOKEN, bot_api.url)
    monkeypatch.setattr(asyncio, "sleep", sleep)
    monkeypatch.setattr(api, name, Limiter(Limit("test", count=1, seconds=60, burst=1)))
    await api._turn(chat_id)
    with pytest.raises(Waits) as waits:
        await api._turn(2 if others else chat_id)
    assert waits.value.args == (pytest.approx(60, abs=1),)


async def test_who_writes_too_much_waits_and_is_answered_later(bot, bot_api, ada):
    bot.limiter = Limiter(Limit("test", count=20, seconds=1, burst=2))
    await bot.start()
    await bot.take(*(ada.message(text=str(number)) for number in range(6)))
    assert bot.heard == [str(number) for number in range(6)]


# Killed at any step


class Killed(BaseException):
    """The process ends here."""


class Mortal:
    """Something whose process may end before or after any call."""

    def __init__(self, inner, fate):
        self._inner, self._fate = inner, fate

    def __getattr__(self, name):
        found = getattr(self._inner, name)
        if not callable(found):
            return found
        if asyncio.iscoroutinefunction(found):

            async def call(*arguments, **named):
                self._fate.step()
                result = await found(*arguments, **named)
                self._fate.step()
                return result
        else:

            def call(*arguments, **named):
                self._fate.step()
                result = found(*arguments, **named)
                self._fate.step()
                return result

        return call


class Fate:
    """Ends the process at one of its steps, and for good."""

    def __init__(self, at):
        self.at, self.steps = at, 0

    @property
    def dead(self):
        return self.steps >= self.at

    def step(self):
        self.steps += 1
        if self.dead:
            raise Killed


async def deliver(talk, updates):
    """Deliver as Telegram does: what is not acknowledged is delivered again."""
    left = list(updates)
    while left:
        try:
            await talk.take(left[0])
        except Killed:
            return left
        left.pop(0)
        await asyncio.sleep(0)
    return left


async def die(talk):
    tasks = [*talk._workers.values(), *talk._aside]
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def a_kill(at, sqlite_database, bot_api, erasing):
    """Three updates and a kill at one step; gives whether that step was reached."""
    running, ada, fate = Bot(bot_api, sqlite_database), Chat(bot_api), Fate(at)

    async def turn(sender_id, message_id, text, lang):
        fate.step()
        if text == "two" and erasing:
            return [Reply("gone", lang, erase=True).as_json()]
        return [Reply(f"echo {text}", lang).as_json()]

    running.answer = turn
    talk = await running.start(lambda each: Mortal(each, fate))
    updates = [ada.message(text=text) for text in ("one", "two", "three")]
    left = await deliver(talk, updates)
    if not fate.dead:
        await asyncio.wait([*talk._workers.values()], return_when=asyncio.FIRST_EXCEPTION)
        while talk._workers and not fate.dead:
            await asyncio.wait([*talk._workers.values()], return_when=asyncio.FIRST_EXCEPTION)
    reached = fate.dead
    await die(talk)
    await running.api.close()
    fate.at = 10**9
    second = await running.start()
    await second.go_on()
    for update in left:
        await second.take(update)
    await running.idle()
    while second._workers:
        await running.idle()
    texts = said(bot_api, ada)
    counts = [sum(text.endswith(f"echo {word}") for text in texts) for word in ("one", "three")]
    counts.insert(
        1, sum("erased" in text or text.endswith("echo two") for text in texts if "24 hours" not in text)
    )
    assert min(counts) >= 1, (at, texts)
    assert sum(counts) <= 4, (at, texts)
    assert sum(counts) - 3 <= second.repeated <= 1, (at, texts)
    await running.api.close()
    running.store.close()
    return reached


@pytest.mark.parametrize("erasing", [False, True], ids=["talking", "erasing"])
async def test_killed_at_any_step_no_update_is_lost_and_at_most_the_one_under_way_is_answered_twice(
    bot_api, sqlite_database, monkeypatch, erasing
):
    monkeypatch.setattr(talk_module, "STOP_SECONDS", 30)
    at = 1
    while await a_kill(at, sqlite_database, bot_api, erasing):
        at += 1
    assert at > 40


# Alerts


@pytest.fixture
async def sender(bot, monkeypatch):
    environment = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": bot.bot_api.url,
        "DATABASE_URL": bot.database,
    }
    return TelegramSender(Settings.from_environment(environment), TOKEN)


async def sender_id_of(bot, chat):
    await bot.take(chat.message(text="hello"))
    return bot.chats.receive(1, chat.id, "en", {})


async def test_an_alert_arrives_with_buttons_that_work(bot, bot_api, ada, sender):
    sender_id = await sender_id_of(bot, ada)
    news = Reply("Round **448**", "en", (Button("Stop", "/unsubscribe"),))

    assert await asyncio.to_thread(sender.send, sender_id, news) == Sent()
    assert await asyncio.to_thread(sender.send, sender_id, news) == Sent()
    assert said(bot_api, ada)[-1] == "Round 448"
    bot.chats.drop(bot.chats.next(sender_id)[0])
    await bot.take(ada.pressing("Stop"))
    assert bot.heard[-1] == "/unsubscribe"


async def test_an_alert_tells_what_became_of_it(bot, bot_api, ada, sender):
    sender_id = await sender_id_of(bot, ada)
    reply = Reply("news", "en")
    bot_api.faults += [
        Fault("sendMessage", "429", seconds=9),
        Fault("sendMessage", "500"),
        Fault("sendMessage", "403"),
    ]

    assert await asyncio.to_thread(sender.send, sender_id, reply) == RetryAfter(9)
    with pytest.raises(api_module.Later):
        await asyncio.to_thread(sender.send, sender_id, reply)
    assert await asyncio.to_thread(sender.send, sender_id, reply) == Blocked()
    assert await asyncio.to_thread(sender.send, sender_id, reply) == Blocked()
    assert await asyncio.to_thread(sender.send, "nobody", reply) == Blocked()


def test_without_a_token_there_is_no_sender(tmp_path):
    assert alerts_sender(Settings.from_environment({"DATA_DIR": str(tmp_path)})) is None


def test_the_stand_in_refuses_what_telegram_refuses():
    for html in ("<b>x", "<script>x</script>", "a < b", "a & b", "<b><i>x</b></i>"):
        with pytest.raises(BadRequest, match="parse"):
            visible(html)


async def test_a_code_from_the_web_page_joins_the_chat_to_its_person(bot, bot_api, ada):
    web = bot.store.open_conversation("web", "en")
    bot.store.confirm(web.person_id, "told", {"age": 64}, [], state={}, revision=0)
    code = Joining(make_engine(bot.database), "s" * 32).make_code(web.person_id, web.sender_id)

    await bot.take(ada.message(text=f"/start {code}"))

    assert "64" not in said(bot_api, ada)[-1], "nothing is joined before Ada says so"
    assert [talk["channel"] for talk in bot.store.export(web.person_id)["conversations"]] == ["web"]
    await bot.take(ada.pressing("Yes, it is mine"))
    assert "64" not in said(bot_api, ada)[-1], "nor before the page does"
    question = bot.store.said.messages(web.sender_id)[-1].body
    assert "Telegram" in question["text"]
    yes = bot.store.said.button(question["buttons"][0]["button"], web.sender_id)
    joiner = Joiner(bot.store, Joining(make_engine(bot.database), "s" * 32))
    assert "64" in (await joiner.answer(web.sender_id, "", yes.payload)).text
    assert bot.heard == [], "Rasa is not asked"
    await bot.take(ada.message(text="/start"))
    joined = bot.store.export(web.person_id)["conversations"]
    assert {talk["channel"] for talk in joined} == {"web", "telegram"}


async def test_the_command_for_a_code_gives_one_that_works_on_the_web_page(bot, bot_api, ada):
    await bot.take(ada.message(text="/code"))
    code = code_in(re.search(r"\b\w{4}-\w{4}\b", said(bot_api, ada)[-1])[0])

    web = bot.store.open_conversation("web", "en")
    assert Joining(make_engine(bot.database), "s" * 32).redeem(code, web.sender_id) is not None


async def test_the_command_for_devices_lists_the_page_and_ends_it(bot, bot_api, ada):
    web = bot.store.open_conversation("web", "en")
    code = Joining(make_engine(bot.database), "s" * 32).make_code(web.person_id, web.sender_id)
    await bot.take(ada.message(text=f"/start {code}"))
    await bot.take(ada.pressing("Yes, it is mine"))

    await bot.take(ada.message(text="/devices"))
    assert "A web page, since" in said(bot_api, ada)[-1]
    await bot.take(ada.pressing("End: A web page"))
    assert "No other device" in said(bot_api, ada)[-1]
    with pytest.raises(UnknownConversation):
        bot.store.person_of(web.sender_id)


async def test_in_a_group_nobody_gets_or_enters_a_code(bot, bot_api, ada):
    await bot.take(in_group(ada, ada.message(), "/code"))
    (call,) = bot_api.sent(-100_000_000_001)
    assert call.data["text"].startswith("Let’s talk about your own situation in a private chat.")
