"""Notices in the browser: readable only there, from known push services alone, and gone with the person."""

from __future__ import annotations

import stat
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.alerts.news import compose_on, judge_on, queue_news
from bot.alerts.reminders import queue_reminders
from bot.alerts.sending import Blocked, Outcome, Report, send_news
from bot.channels.push.address import NoAddress, address_of, is_at
from bot.channels.push.files import dialog, worker
from bot.channels.push.keys import public_key
from bot.channels.push.sender import PushSender, notice
from bot.channels.senders import Senders
from bot.languages import LANGUAGES
from bot.replies import words
from bot.replies.reply import Button, Reply
from bot.settings import PUSH_KEY_FILE, PUSH_SERVICES, InvalidSetting, Settings
from bot.store import Store, make_engine
from bot.store.alerts import Alerts
from bot.store.joining import Joining
from bot.store.push import PushAddress, PushAddresses
from bot.store.telegram import Chats
from express_entry.rounds import seed
from tests.helpers.push_service import Browser, PushService, signed_by

PAGE = "https://assistant.example"
NEWS = Reply(
    "**A new round of invitations**\n\nYour score of 469 is enough.", "en", (Button("Ok", "/affirm"),)
)
SERVICES = tuple(PUSH_SERVICES.split(","))


@pytest.fixture
def service() -> Iterator[PushService]:
    running = PushService()
    yield running
    running.close()


@pytest.fixture
def browser(service: PushService) -> Browser:
    return Browser(service)


@pytest.fixture
def settings(service: PushService, sqlite_database: str, tmp_path: Path) -> Settings:
    return Settings.from_environment(
        {"DATA_DIR": str(tmp_path), "DATABASE_URL": sqlite_database, "PUSH_SERVICES": service.address}
    )


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    store = Store(settings.database_url)
    yield store
    store.close()


@pytest.fixture
def addresses(settings: Settings) -> PushAddresses:
    return PushAddresses(make_engine(settings.database_url))


@pytest.fixture
def chat(store: Store, addresses: PushAddresses, browser: Browser, settings: Settings) -> str:
    """The conversation of somebody who has turned notices on."""
    sender_id = store.open_conversation("web", "en").sender_id
    addresses.keep(sender_id, address_of(browser.given, settings.push_services, PAGE))
    return sender_id


@pytest.fixture
def alerts(settings: Settings) -> Alerts:
    return Alerts(make_engine(settings.database_url))


def send_all(alerts: Alerts, settings: Settings) -> Report:
    """One run of telling people about rounds."""
    queue_news(alerts, seed(), judge_on(date(2026, 11, 23)))
    sender = Senders(PushSender(settings), None)
    return send_news(alerts, sender, compose_on(seed(), date(2026, 11, 23)))


def subscribe(alerts: Alerts, store: Store, chat: str) -> str:
    """Wish for all rounds; one was held since. Returns the person's id."""
    person_id = store.person_of(chat).id
    alerts.subscribe(person_id, "all", seed().rounds[-2].number)
    return person_id


# The notice


def test_a_notice_can_be_read_by_its_browser_alone_and_says_nothing_that_the_person_told(
    settings: Settings, browser: Browser, chat: str
) -> None:
    PushSender(settings).send(chat, NEWS)

    assert browser.notices == [
        {
            "title": "A new round of invitations",
            "body": "Open the page to read what it means for you.",
            "lang": "en",
        }
    ]
    (taken,) = browser.service.taken
    assert b"invitations" not in taken.body
    assert taken.headers["content-encoding"] == "aes128gcm"
    assert int(taken.headers["ttl"]) == 3 * 24 * 3600


def test_the_push_service_can_tell_who_sends_and_for_whom(
    settings: Settings, browser: Browser, chat: str
) -> None:
    PushSender(settings).send(chat, NEWS)
    claims = signed_by(browser.service.taken[0], public_key(settings.push_key))
    assert (claims["aud"], claims["sub"]) == (browser.service.address, PAGE)


@pytest.mark.parametrize(
    ("page", "named"),
    [
        ("https://assistant.example", "https://assistant.example"),
        ("https://assistant.example:8443", "https://assistant.example"),
        ("http://localhost:5005", "https://localhost"),
        ("http://[::1]:5005", "https://localhost"),
        ("", "https://localhost"),
    ],
)
def test_a_notice_names_its_server_in_the_form_that_push_services_take(
    settings: Settings, addresses: PushAddresses, browser: Browser, chat: str, page: str, named: str
) -> None:
    addresses.keep(chat, replace(addresses.of(chat), page=page))
    PushSender(settings).send(chat, NEWS)
    assert signed_by(browser.service.taken[0], public_key(settings.push_key))["sub"] == named


def test_what_is_new_stands_in_the_conversation_with_buttons_that_work(
    settings: Settings, store: Store, chat: str
) -> None:
    PushSender(settings).send(chat, NEWS)
    (message,) = store.said.messages(chat)
    assert message.body["text"] == NEWS.text
    assert store.said.button(message.body["buttons"][0]["button"], chat).payload == "/affirm"


def test_a_headline_is_shown_without_markup_in_either_language() -> None:
    said = notice(Reply("Un **rappel** :\n- x", "fr"))
    assert said["title"] == "Un rappel"
    assert said["body"].startswith("Ouvrez la page")


# Rounds and deadlines


def test_somebody_with_notices_is_told_of_a_new_round_once(
    settings: Settings, alerts: Alerts, store: Store, browser: Browser, chat: str
) -> None:
    subscribe(alerts, store, chat)
    assert send_all(alerts, settings).sent == 1
    assert send_all(alerts, settings).sent == 0
    assert len(browser.notices) == 1


def test_without_notices_the_news_wait_for_the_next_visit(
    settings: Settings, alerts: Alerts, store: Store, addresses: PushAddresses, chat: str
) -> None:
    person_id = subscribe(alerts, store, chat)
    addresses.drop(chat)
    assert send_all(alerts, settings) == Report()
    assert alerts.waiting(person_id) is not None


@pytest.mark.parametrize("status", [404, 410])
def test_a_browser_that_takes_no_notices_any_more_is_forgotten_and_the_news_wait(
    settings: Settings,
    alerts: Alerts,
    store: Store,
    addresses: PushAddresses,
    browser: Browser,
    chat: str,
    status: int,
) -> None:
    person_id = subscribe(alerts, store, chat)
    browser.service.statuses.append((status, {}))

    assert send_all(alerts, settings) == Report()
    assert addresses.of(chat) is None
    assert alerts.waiting(person_id) is not None
    assert alerts.subscription(person_id) is not None
    assert store.said.messages(chat) == ()


class BlockedTelegram:
    """Finds out that a chat is blocked when it sends something, and notes that, as Telegram's sender does."""

    def __init__(self, chats: Chats) -> None:
        self.chats, self.asked = chats, list[str]()

    def send(self, chat: str, reply: Reply) -> Outcome:
        self.asked.append(chat)
        self.chats.block(77)
        return Blocked()


@pytest.mark.parametrize("noticed", ["when it blocks", "when something is sent"])
def test_who_blocks_the_bot_on_telegram_keeps_the_notices_of_the_browser(
    service: PushService, settings: Settings, store: Store, alerts: Alerts, chat: str, noticed: str
) -> None:
    person = store.person_of(chat).id
    chats = Chats(make_engine(settings.database_url))
    on_telegram = chats.receive(1, 77, "en", {"text": "hello"})
    assert on_telegram is not None
    Joining(make_engine(settings.database_url), "s" * 32).join(person, store.person_of(on_telegram).id)
    subscribe(alerts, store, chat)
    alerts.remind(person, date(2026, 11, 1))
    if noticed == "when it blocks":
        assert chats.block(77)
    queue_news(alerts, seed(), judge_on(date(2026, 11, 23)))
    telegram = BlockedTelegram(chats)

    long_ago = datetime(2026, 11, 1, tzinfo=UTC)  # the pause before the next way is over at once
    compose = compose_on(seed(), date(2026, 11, 23))
    send_news(alerts, Senders(PushSender(settings), telegram), compose, now=lambda: long_ago)

    assert telegram.asked == ([on_telegram] if noticed == "when something is sent" else [])
    assert len(service.taken) == 1
    assert alerts.subscription(person) is not None
    assert alerts.is_reminded(person)
    assert alerts.waiting(person) is None


def test_who_blocks_the_bot_and_has_no_browser_is_told_nothing_any_more(
    settings: Settings, store: Store, alerts: Alerts
) -> None:
    chats = Chats(make_engine(settings.database_url))
    on_telegram = chats.receive(1, 77, "en", {"text": "hello"})
    assert on_telegram is not None
    person = store.person_of(on_telegram).id
    subscribe(alerts, store, on_telegram)
    alerts.remind(person, date(2026, 11, 1))

    chats.block(77)

    assert alerts.subscription(person) is None
    assert not alerts.is_reminded(person)


@pytest.mark.parametrize(
    "answer", [(429, {"Retry-After": "1800"}), (503, {}), (302, {"Location": "/elsewhere"})]
)
def test_a_push_service_that_does_not_take_a_notice_gets_it_later(
    settings: Settings,
    alerts: Alerts,
    store: Store,
    browser: Browser,
    chat: str,
    answer: tuple[int, dict[str, str]],
) -> None:
    person_id = subscribe(alerts, store, chat)
    browser.service.statuses.append(answer)

    assert send_all(alerts, settings).sent == 0
    assert [each.path for each in browser.service.taken] == ["/ada"]
    assert alerts.waiting(person_id).attempts == 1
    assert store.said.messages(chat) == ()


def test_deadlines_reach_the_browser_likewise(
    settings: Settings, alerts: Alerts, store: Store, browser: Browser, chat: str
) -> None:
    person_id = store.person_of(chat).id
    store.confirm(
        person_id,
        "m1",
        {
            "first_language": {
                "test": "ielts_gt",
                "date": "2024-12-01",
                "listening": 8,
                "reading": 7,
                "writing": 7,
                "speaking": 7,
            }
        },
        [],
        state={},
        revision=store.state(person_id).revision,
    )
    alerts.remind(person_id, date(2026, 10, 1))
    assert queue_reminders(alerts, date(2026, 11, 23)) == 1
    assert send_all(alerts, settings).sent == 1
    assert browser.notices[0]["title"] == "A reminder"


def test_the_log_never_holds_an_address_to_which_anybody_could_send(
    settings: Settings,
    alerts: Alerts,
    store: Store,
    addresses: PushAddresses,
    browser: Browser,
    chat: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    subscribe(alerts, store, chat)
    browser.service.close()  # from now on it cannot be reached
    assert send_all(alerts, settings).failed == 1
    assert "could not be sent" in caplog.text
    assert "/ada" not in caplog.text


# Off by default, and gone with the person


def test_nobody_is_told_anything_who_has_not_asked(store: Store, alerts: Alerts) -> None:
    assert not alerts.is_told(store.open_conversation("web", "en").sender_id)


def test_who_has_notices_is_told_where_they_are(alerts: Alerts, chat: str) -> None:
    assert alerts.is_told(chat)


def test_the_address_is_erased_with_the_person(store: Store, addresses: PushAddresses, chat: str) -> None:
    store.erase(store.person_of(chat).id)
    assert addresses.of(chat) is None


def test_a_browser_belongs_to_the_conversation_in_which_notices_were_last_turned_on(
    store: Store, addresses: PushAddresses, chat: str
) -> None:
    other = store.open_conversation("web", "fr").sender_id
    addresses.keep(other, addresses.of(chat))
    assert addresses.of(chat) is None
    assert addresses.of(other) is not None


# Whom the server calls


@pytest.mark.parametrize(
    ("endpoint", "is_known"),
    [
        ("https://fcm.googleapis.com/fcm/send/abc", True),
        ("https://updates.push.services.mozilla.com/wpush/v2/abc", True),
        ("https://web.push.apple.com/abc", True),
        ("https://wns2-par02p.notify.windows.com/w/?token=abc", True),
        ("http://fcm.googleapis.com/abc", False),
        ("https://fcm.googleapis.com.evil.example/abc", False),
        ("https://evil.example/https://web.push.apple.com", False),
        ("https://user@fcm.googleapis.com/abc", False),
        ("https://fcm.googleapis.com:8443/abc", False),
        ("https://127.0.0.1/abc", False),
        ("https://[::1/abc", False),
        ("file:///etc/passwd", False),
    ],
)
def test_only_push_services_in_use_are_called(endpoint: str, is_known: bool) -> None:
    assert is_at(endpoint, SERVICES) is is_known


def test_what_a_browser_gives_is_taken_and_anything_else_refused(browser: Browser) -> None:
    given, services = browser.given, (browser.service.address,)
    assert address_of(given, services, PAGE) == PushAddress(
        given["endpoint"], given["keys"]["p256dh"], given["keys"]["auth"], PAGE
    )
    for wrong in (
        {},
        {**given, "endpoint": 7},
        {**given, "endpoint": "https://evil.example/x"},
        {**given, "endpoint": f"{given['endpoint']}/a b"},
        {**given, "endpoint": f"{given['endpoint']}/{'x' * 2000}"},
        {**given, "keys": None},
        {**given, "keys": {"p256dh": "AAAA", "auth": given["keys"]["auth"]}},
        {**given, "keys": {**given["keys"], "auth": "é"}},
        {**given, "keys": {**given["keys"], "auth": 5}},
    ):
        with pytest.raises(NoAddress):
            address_of(wrong, services, PAGE)


# The server's key


def test_the_key_is_made_once_and_kept_for_its_owner_alone(tmp_path: Path) -> None:
    first, second = (Settings.from_environment({"DATA_DIR": str(tmp_path)}) for _ in range(2))
    assert first.push_key == second.push_key
    assert stat.S_IMODE((tmp_path / PUSH_KEY_FILE).stat().st_mode) == 0o600
    assert first.push_key not in repr(first)
    point = urlsafe_b64decode(public_key(first.push_key) + "=")
    assert (len(point), point[0]) == (65, 4)


def test_a_key_that_is_given_is_used_and_nothing_is_written(tmp_path: Path) -> None:
    key = Settings.from_environment({"DATA_DIR": str(tmp_path / "other")}).push_key
    given = Settings.from_environment({"DATA_DIR": str(tmp_path / "here"), "PUSH_KEY": key})
    assert given.push_key == key
    assert not (tmp_path / "here").exists()
    with pytest.raises(InvalidSetting, match="PUSH_KEY"):
        Settings.from_environment({"PUSH_KEY": "short"})


# The browser's half


def test_the_dialog_has_its_words_in_every_language() -> None:
    source = dialog().decode()
    assert "__WORDS__" not in source
    for lang in LANGUAGES:
        assert words(lang)("notices-turn-on") in source
    assert "fetch(" not in worker().decode()
