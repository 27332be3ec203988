"""What people expect of a bot on Telegram: replies, groups, files, and one message that stays up to date."""

import re

import pytest

from bot.replies.reply import FILES, Button, File, Image, Reply
from bot.store import StoredFile
from tests.helpers.bot_api import BOT, Fault, visible

GROUP = {"id": -100_000_000_001, "type": "supergroup", "title": "Newcomers"}
GENERAL_QUESTION = "@entry_test_bot how long is IELTS valid?"


def said(bot_api, chat):
    """What the bot's own messages say, in order."""
    return [visible(call.data["text"]) for call in bot_api.sent(chat.id) if call.method == "sendMessage"]


def in_group(update, text, **more):
    return {**update, "message": {**update["message"], "chat": GROUP, "text": text, **more}}


def sent_to_group(bot_api):
    return bot_api.sent(GROUP["id"])


# Groups


async def test_a_question_in_a_group_is_answered_for_everybody_and_not_kept(bot, bot_api, ada):
    for text in (GENERAL_QUESTION, "@Entry_Test_Bot, combien coûte la demande?"):
        await bot.take(in_group(ada.message(), text))

    assert bot.asked == [("how long is IELTS valid?", "en"), ("combien coûte la demande?", "fr")]
    assert bot.heard == []
    assert "in general how long" in sent_to_group(bot_api)[0].data["text"]
    sender_id = bot.chats.receive(999_001, GROUP["id"], "en", {})
    kept = [each.body["text"] for each in bot.store.said.messages(sender_id) if each.direction == "user"]
    assert kept == ["", ""]


async def test_in_a_group_the_way_to_a_private_chat_stays_under_every_answer(bot, bot_api, ada):
    for text in ("@entry_test_bot one", "@entry_test_bot two"):
        await bot.take(in_group(ada.message(), text))

    shown = [[button["text"] for button in each.buttons] for each in bot_api.standing.values()]
    assert shown == [["Private chat"], ["Private chat"]]


async def test_an_anonymous_administrator_gets_an_answer_in_the_group(bot, bot_api, ada):
    anonymous = {"id": 1087968824, "is_bot": True, "username": "GroupAnonymousBot"}
    await bot.take(in_group(ada.message(), GENERAL_QUESTION, **{"from": anonymous}))

    (call,) = sent_to_group(bot_api)
    assert "how long is IELTS valid" in call.data["text"]


# Replies to older messages


def replying(update, call):
    """The update as a reply to a message that the bot sent."""
    replied = {"message_id": call.message_id, "from": BOT, "text": visible(call.data["text"])}
    return {**update, "message": {**update["message"], "reply_to_message": replied}}


@pytest.fixture
def asking(bot):
    """A bot that asks a question of the name that it reads."""

    async def ask(sender_id, message_id, text, lang):
        bot.heard.append(text)
        buttons = (
            Button("29", f'/choose{{"question": "{text}", "value": 29}}'),
            Button("Skip", f'/skip{{"question": "{text}"}}', minor=True),
        )
        return [Reply(f"What is **your** {text}?", lang, buttons).as_json()]

    bot.answer = ask
    return bot


async def test_a_reply_to_an_older_question_answers_that_question(asking, bot_api, ada):
    await asking.take(ada.message(text="age"), ada.message(text="marital_status"))
    await asking.take(replying(ada.message(text="about thirty"), bot_api.sent(ada.id)[0]))

    assert asking.heard[-2:] == ['/choose{"question": "age", "value": "?"}', "about thirty"]


async def test_a_title_typed_in_a_reply_presses_the_button_of_the_older_message(asking, bot_api, ada):
    await asking.take(ada.message(text="age"), ada.message(text="marital_status"))
    await asking.take(replying(ada.message(text="skip"), bot_api.sent(ada.id)[0]))

    assert asking.heard[-1] == '/skip{"question": "age"}'


async def test_a_reply_to_what_someone_else_said_is_a_text_like_any_other(asking, bot_api, ada):
    await asking.take(ada.message(text="age"))
    update = replying(ada.message(text="30"), bot_api.sent(ada.id)[0])
    update["message"]["reply_to_message"]["from"] = ada.sender
    await asking.take(update)

    assert asking.heard == ["age", "30"]


# Commands


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("/noc staff nurse", "What’s the NOC code of staff nurse?"),
        ("/costs two adults and a child", "What does it cost for two adults and a child?"),
        ("/improve I get CLB 9", "What if I get CLB 9?"),
        ("/rounds@entry_test_bot French", "What were the latest rounds for French?"),
    ],
)
async def test_what_follows_a_command_is_read_with_it(bot, ada, text, read):
    await bot.take(ada.message(text=text))
    assert bot.heard == [read]


async def test_a_command_under_a_photo_is_read(bot, ada):
    await bot.take(ada.message(photo=[{"file_id": "x"}], caption="/noc staff nurse"))
    assert bot.heard == ["What’s the NOC code of staff nurse?"]


# Pictures and files


@pytest.mark.parametrize("kind", ["500", "page", "400: PHOTO_INVALID_DIMENSIONS"])
async def test_what_a_picture_shows_is_said_in_words_where_it_cannot_be_sent(bot, bot_api, ada, kind):
    async def draw(sender_id, message_id, text, lang):
        image = Image("data:image/png;base64,AAAA", "General: 520. French: 379.")
        return [Reply("", lang, (Button("Again", "/again"),), image=image).as_json()]

    await bot.take(ada.message(text="hello"))
    bot.answer = draw
    bot_api.faults.append(Fault("sendPhoto", kind, times=9))
    await bot.take(ada.message(text="chart"), ada.message(text="next"))

    told = [text.endswith("It says: General: 520. French: 379.") for text in said(bot_api, ada)]
    assert told == [False, True, True]
    assert bot_api.standing[bot_api.sent(ada.id)[-1].message_id].buttons


async def test_a_file_and_its_words_are_one_message_and_without_the_file_the_words_stay(bot, bot_api, ada):
    async def export(sender_id, message_id, text, lang):
        kept = bot.store.said.add_file(sender_id, StoredFile("dossier.pdf", "application/pdf", b"%PDF"))
        file = File(f"{FILES}{kept}", "dossier.pdf", "application/pdf")
        return [Reply("Here is **all** of it.", lang, (Button("More", "/more"),), files=(file,)).as_json()]

    await bot.take(ada.message(text="hello"))
    bot.answer = export
    await bot.take(ada.message(text="pdf"))
    _, only = bot_api.sent(ada.id)
    assert only.method == "sendDocument"
    assert "Here is <b>all</b> of it." in only.data["caption"]

    bot_api.faults.append(Fault("sendDocument", "500", times=5))
    await bot.take(ada.message(text="pdf"))
    _, instead = said(bot_api, ada)
    assert "dossier.pdf" in instead
    assert instead.endswith("Here is all of it.")


async def test_a_code_to_copy_is_taken_by_telegram_as_it_is(bot, bot_api, ada):
    await bot.take(ada.message(text="/code"))
    (call,) = bot_api.sent(ada.id)
    assert re.search(r"<code>[A-Z0-9]{4}-[A-Z0-9]{4}</code>", call.data["text"])
    assert bot_api.refusals == []


# What is written over in place


async def test_a_document_is_ticked_off_in_its_list(bot, bot_api, ada):
    async def listing(sender_id, message_id, text, lang):
        mark = "☑" if "have:passport" in text else "☐"
        tick = Button("I have: Passport", '/ask_documents{"value": "have:passport:first:0"}')
        return [Reply(f"{mark} Passport", lang, (tick,)).as_json()]

    bot.answer = listing
    await bot.take(ada.message(text="documents"))
    (first,) = bot_api.sent(ada.id)
    await bot.take(ada.pressing("I have: Passport"))

    assert [call.method for call in bot_api.sent(ada.id)] == ["sendMessage", "editMessageText"]
    assert bot_api.standing[first.message_id].text == "☑ Passport"


@pytest.fixture
def noting(bot):
    """A bot that notes a number as an age."""

    async def note(sender_id, message_id, text, lang):
        bot.heard.append(text)
        person = bot.store.person_of(sender_id)
        if text.isdigit():
            revision = bot.store.state(person.id).revision
            told = {"age": int(text)}
            bot.store.confirm(person.id, str(message_id), told, [], state={}, revision=revision)
        return [Reply("Noted", lang, (Button("Yes", "/affirm"),), erase=text == "erase").as_json()]

    bot.answer = note
    return bot


@pytest.fixture
async def panel(noting, bot_api, ada):
    """The number of the message that shows what is known: an age of 29."""
    await noting.take(ada.message(text="29"), ada.message(text="/profile"))
    return bot_api.sent(ada.id)[-1].message_id


async def test_asked_for_in_ones_own_words_what_is_known_is_that_message_too(noting, bot_api, ada):
    await noting.take(ada.message(text="29"))

    async def both(sender_id, message_id, text, lang):
        listed = Reply("Age: 29", lang, meta={"shows": "known"})
        return [each.as_json() for each in (listed, Reply("Your diploma?", lang, (Button("No", "/deny"),)))]

    noting.answer = both
    await noting.take(ada.message(text="what do you know of me"))
    shown, asked = bot_api.sent(ada.id)[-2:]
    assert "What I know about you" in bot_api.standing[shown.message_id].text
    assert "Age" in titles(bot_api.standing[shown.message_id])
    assert titles(bot_api.standing[asked.message_id]) == ["No"]


def titles(standing):
    return [button["text"] for button in standing.buttons]


async def test_what_is_known_is_one_message_that_follows_what_is_told(noting, bot_api, ada, panel):
    assert "Age: 29" in bot_api.standing[panel].text
    await noting.take(ada.message(text="31"), ada.message(text="hello"))

    edits = [call.message_id for call in bot_api.calls if call.method == "editMessageText"]
    assert edits == [panel]
    assert "Age: 31" in bot_api.standing[panel].text
    assert "Age" in titles(bot_api.standing[panel])
    assert bot_api.refusals == []


async def test_each_line_of_what_is_known_can_be_pressed_again_and_again(noting, bot_api, ada, panel):
    for _ in range(2):
        await noting.take(ada.press_of(panel, "line:age"))

    assert noting.heard[1:] == ['/choose{"question": "age", "value": "?"}'] * 2
    assert "Age" in titles(bot_api.standing[panel])


async def test_a_typed_line_of_what_is_known_is_a_press(noting, ada, panel):
    await noting.take(ada.message(text="age"))
    assert noting.heard[-1] == '/choose{"question": "age", "value": "?"}'


async def test_a_line_that_is_none_is_answered_kindly(noting, bot_api, ada, panel):
    update = ada.press_of(panel, "line:nothing")
    await noting.take(update)
    assert noting.heard == ["29"]
    assert "too old" in bot_api.queries[update["callback_query"]["id"]]


async def test_the_question_on_the_table_keeps_its_buttons_beside_what_is_known(bot_api, ada, panel):
    assert titles(bot_api.standing[bot_api.sent(ada.id)[0].message_id]) == ["Yes"]


async def test_a_second_look_at_what_is_known_leaves_one_message_to_press(noting, bot_api, ada, panel):
    await noting.take(ada.message(text="/profile"))
    shown = [each for each in bot_api.standing.values() if "What I know about you" in each.text]
    assert [bool(each.buttons) for each in shown] == [False, True]


async def test_erasing_empties_the_message_that_shows_what_is_known(noting, bot_api, ada, panel):
    await noting.take(ada.message(text="erase"))
    assert "29" not in bot_api.standing[panel].text
    assert bot_api.standing[panel].buttons == []
