"""The real program on Telegram, against the strict stand-in of the Bot API: by webhook and by polling."""

import json
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.helpers.bot_api import TOKEN, BotApi, Chat, Fault, Hook
from tests.helpers.program import start_server, until

pytestmark = pytest.mark.program

SECRET = "s3cret_s3cret"
ANSWERS = {
    "How old are you": "29",
    "Who is coming": "Just me, no partner",
    "highest diploma you’ve finished": "Master’s or professional degree",
    "highest diploma in Canada": "No",
    "ECA) issued": "2026-03-01",
    "diploma or degree in Canada": "No",
    "Which language test did you take": "IELTS General Training",
    "your four IELTS": "L 8, R 7, W 7, S 7",
    "get these test results": "2026-05-01",
    "test in the other official language": "No",
    "skilled work have you done in Canada": "None, or less than 1 year",
    "skilled work have you done outside Canada": "3 years or more",
    "Is any of these true": "an ECA",
}
WORKING = 90


@pytest.fixture(scope="module")
def api():
    server = BotApi()
    yield server
    server.close()


def settings(api):
    return {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": api.url, "MESSAGES_PER_MINUTE": "10000"}


@pytest.fixture(scope="module")
def program(api, tmp_path_factory):
    """The program, reached by webhook."""
    hook = {"TELEGRAM_WEBHOOK_URL": "https://bot.example", "TELEGRAM_WEBHOOK_SECRET": SECRET}
    running = start_server(tmp_path_factory.mktemp("hook"), **settings(api), **hook)
    api.wait(lambda: "setChatMenuButton" in [call.method for call in api.calls], what="the introduction")
    yield running
    running.stop()


@pytest.fixture(scope="module")
def hook(program):
    return Hook(program.address, SECRET)


@pytest.fixture
def ada(api, hook):
    chat = Chat(api, hook)
    yield chat
    assert api.refusals == []


def answer_all(chat, answers, end):
    """Press a button, or type, for each question as it comes, until ``end`` is said."""
    for _ in range(30):
        if end in chat.text:
            return
        answer = next((reply for piece, reply in answers.items() if piece in chat.text), None)
        assert answer, f"nobody knows what to answer to: {chat.text}"
        chat.press(answer) if answer in chat.buttons else chat.say(answer)
    raise AssertionError(chat.text)


def test_the_bot_introduces_itself_and_says_where_updates_go(api, program):
    assert api.webhook["url"] == "https://bot.example/webhooks/telegram"
    assert api.webhook["secret_token"] == SECRET
    assert set(api.webhook["allowed_updates"]) == {
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
    }
    menus = [call.data for call in api.calls if call.method == "setMyCommands"]
    assert {menu["language_code"] for menu in menus} == {"", "en", "fr"}
    assert httpx.get(f"{program.address}/readyz").json()["telegram"] is True


def test_from_start_to_the_score_with_buttons(ada):
    ada.say("/start")
    assert "not the government" in ada.text
    ada.press("Calculate my score")
    assert "1 of about" in ada.text
    answer_all(ada, ANSWERS, "please check what I understood")
    ada.press("All correct")

    assert "469 is your CRS score" in ada.text
    ada.press("Show every line")
    assert "110/110" in ada.text
    assert "469/1200 Total" in ada.text


def test_an_edited_message_corrects_its_answer(ada):
    ada.say("/score")
    update = ada.message(text="29")
    ada.does(update)
    assert "Who is coming" in ada.text
    ada.does(ada.edited(update, "31"))

    assert "31 years old (before: 29 years old)" in ada.text
    assert "Who is coming" in ada.text


def test_erasing_from_the_menu(ada):
    ada.say("/score")
    ada.say("29")
    ada.say("/delete")
    ada.press("Yes, erase everything")
    assert "erased" in ada.text
    ada.say("/profile")
    assert "29" not in ada.text


@pytest.mark.parametrize("secret", [b"", b"wrong", SECRET.encode() + b"x", "é".encode(), b"\xff\xfe"])
def test_an_update_without_the_secret_is_refused(api, hook, ada, secret):
    response = hook.post(json.dumps(ada.message(text="hello")), secret=secret)
    assert response.status_code == 403


@pytest.mark.parametrize(
    "body", ["", "not json", "[]", "5", '{"update_id": "x"}', '{"update_id": 5, "message": 7}']
)
def test_what_is_no_update_is_acknowledged_so_that_it_does_not_come_again(hook, body):
    assert hook.post(body).status_code == 200


def test_a_body_beyond_the_limit_is_refused(hook):
    assert hook.post(json.dumps({"text": "x" * 70_000})).status_code == 413


def test_many_chats_write_twice_the_same_in_any_order_and_each_is_answered_once(api, hook, program):
    chats = [Chat(api, hook) for _ in range(25)]
    updates = [(chat, chat.message(text="I am 29")) for chat in chats]
    before = len(api.calls)

    def deliver(place):
        own = Hook(program.address, SECRET)
        own(updates[place][1])
        own(updates[-place][1])

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(deliver, range(len(updates))))
    api.wait(lambda: all(api.sent(chat.id, before) for chat in chats), WORKING)
    last = Chat(api, hook)
    last.say("hello")
    assert [len(api.sent(chat.id, before)) for chat in chats] == [1] * len(chats)


def test_killed_in_the_middle_of_an_answer_nothing_is_lost_and_the_conversation_goes_on(api, program, ada):
    ada.say("/score")
    api.faults.append(Fault("sendMessage", "500", times=10**6, chat_id=ada.id))
    before = len(api.calls)
    ada.deliver(ada.message(text="29"))
    ada.deliver(ada.message(text="single"))
    program.kill("bot.rasa.server")
    api.faults.clear()
    ada.hear(before, answers=2)

    assert "Who is coming" in ada.text
    assert "highest diploma you’ve finished" in ada.text
    assert len(ada.said) in (2, 3)
    ada.press("Master’s")
    assert "master’s-level degree" in ada.text


def test_telegram_out_of_reach_is_said_in_readyz_and_answers_arrive_later(api, program, ada):
    ada.say("/score")
    api.faults.append(Fault("*", "500", times=10**6))
    before = len(api.calls)
    ada.deliver(ada.message(text="29"))
    until(lambda: not httpx.get(f"{program.address}/readyz").json()["telegram"], 20, "the bad news")
    assert httpx.get(f"{program.address}/readyz").status_code == 200
    api.faults.clear()
    ada.hear(before)
    assert "Who is coming" in ada.text
    assert httpx.get(f"{program.address}/readyz").json()["telegram"] is True


def test_the_log_holds_neither_the_token_nor_what_people_say(program, ada):
    ada.say("canary in the log")
    log = program.log.read_text()
    assert TOKEN not in log
    assert SECRET not in log
    assert "canary" not in log


def test_polling_needs_the_token_only_and_loses_nothing_while_it_is_down(tmp_path):
    api = BotApi()
    try:
        running = start_server(tmp_path, **settings(api))
        ada = Chat(api)
        assert "How old are you" in ada.say("/score")
        before = len(api.calls)
        running.stop()
        ada.deliver(ada.message(text="29"))
        running = start_server(tmp_path, **settings(api))
        ada.hear(before)
        assert "Who is coming" in ada.text
        assert api.webhook is None
        assert api.refusals == []
        running.stop()
    finally:
        api.close()
