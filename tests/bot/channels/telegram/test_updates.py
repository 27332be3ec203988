"""Updates are read strictly, and nothing that Telegram could send breaks the reading."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.telegram.updates import Left, Me, Unreadable, Utterance, read

ME = Me(42, "entry_bot")
ADA = {"id": 7, "is_bot": False, "first_name": "Ada", "language_code": "fr-CA"}


def message(chat_type="private", **content):
    chat = {"id": 7 if chat_type == "private" else -7, "type": chat_type}
    return {"update_id": 1, "message": {"message_id": 3, "date": 1, "chat": chat, "from": ADA, **content}}


def test_a_text_is_heard_with_the_language_of_its_writer_and_without_their_name():
    heard = read(message(text="J'ai 31 ans"), ME)

    assert heard == Utterance(1, 7, "text", "fr", "J'ai 31 ans", message_id=3)
    assert Utterance.from_json(heard.as_json()) == heard
    assert "Ada" not in str(heard.as_json())


@pytest.mark.parametrize(
    ("code", "lang"), [("fr", "fr"), ("fr-CA", "fr"), ("en", "en"), ("pt-br", "en"), (None, "en")]
)
def test_the_language_is_french_for_french_speakers_and_english_for_all_others(code, lang):
    assert read(message(text="x", **{"from": {**ADA, "language_code": code}}), ME).language == lang


@pytest.mark.parametrize(
    ("text", "command", "argument"),
    [
        ("/score", "score", ""),
        ("/Score@entry_bot", "score", ""),
        ("/start rounds", "start", "rounds"),
        ("  /noc  web developer ", "noc", "web developer"),
    ],
)
def test_commands(text, command, argument):
    heard = read(message(text=text), ME)
    assert (heard.kind, heard.command, heard.text) == ("command", command, argument)


@pytest.mark.parametrize("text", ["My passport is AB123456", "/noc my passport is AB123456"])
def test_numbers_that_nobody_needs_are_taken_out_before_anything_is_stored(text):
    heard = read(message(text=text), ME)
    assert "AB123456" not in str(heard.as_json())
    assert heard.hidden == ("passport",)
    assert Utterance.from_json(heard.as_json()) == heard


@pytest.mark.parametrize("text", ["/", "/score{}", '/inform{"age": 31}', "/über", "// score"])
def test_what_only_looks_like_a_command_is_a_text(text):
    assert read(message(text=text), ME).kind == "text"


def test_a_command_for_another_bot_is_not_heard():
    assert read(message("group", text="/score@other_bot"), ME) is None


def test_an_edited_message_is_an_edit():
    update = message(text="30")
    heard = read({"update_id": 2, "edited_message": update["message"]}, ME)
    assert (heard.kind, heard.message_id) == ("edit", 3)


@pytest.mark.parametrize(
    ("content", "heard"),
    [
        ({"text": "hello all"}, None),
        ({"text": "hello @Entry_Bot"}, "text"),
        ({"text": "yes", "reply_to_message": {"from": {"id": 42}}}, "text"),
        ({"text": "yes", "reply_to_message": {"from": {"id": 41}}}, None),
        ({"text": "/rounds"}, "command"),
        ({"photo": []}, None),
    ],
)
def test_in_a_group_only_what_is_addressed_to_the_bot_is_heard(content, heard):
    for kind in ("group", "supergroup"):
        found = read(message(kind, **content), ME)
        assert (None if found is None else found.kind) == heard
        assert found is None or found.group


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("video", "sound"),
        ("voice", "sound"),
        ("video_note", "sound"),
        ("location", "place"),
        ("venue", "place"),
        ("sticker", "thing"),
        ("contact", "thing"),
        ("poll", "thing"),
    ],
)
def test_what_is_no_text_is_known_by_its_kind_and_nothing_of_it_is_kept(content, kind):
    heard = read(message(**{content: {"phone_number": "secret"}, "caption": "secret"}), ME)
    assert heard.kind == kind
    assert "secret" not in str(heard.as_json())


@pytest.mark.parametrize("content", ["photo", "document"])
def test_what_stands_under_a_picture_is_read_and_the_picture_is_not(content):
    assert read(message(**{content: {"file_id": "secret"}}), ME).kind == "picture"
    heard = read(message(**{content: {"file_id": "secret"}, "caption": "IELTS 8 7 7 7"}), ME)
    assert (heard.kind, heard.text) == ("text", "IELTS 8 7 7 7")
    assert "secret" not in str(heard.as_json())


def test_an_administrator_who_stays_anonymous_is_heard_and_other_bots_are_not():
    group = {"chat": {"id": -5, "type": "group"}, "text": "/rounds"}
    assert read(message(**group, **{"from": {"id": 1087968824, "is_bot": True}}), ME).command == "rounds"
    assert read(message(**group, **{"from": {"id": 99, "is_bot": True}}), ME) is None


def test_an_animation_is_no_document():
    assert read(message(animation={}, document={}), ME).kind == "thing"


@pytest.mark.parametrize("content", [{"new_chat_members": []}, {"pinned_message": {}}, {"unheard_of": 1}])
def test_telegrams_own_notes_say_nothing(content):
    assert read(message(**content), ME) is None


def test_other_bots_and_channels_are_not_heard():
    assert read(message(text="x", **{"from": {**ADA, "is_bot": True}}), ME) is None
    assert read(message("channel", text="x"), ME) is None
    assert read({"update_id": 1, "channel_post": {}}, ME) is None


def test_a_button_is_heard_with_the_message_under_which_it_stands():
    under = {**message(text="How old are you?", entities=[{"type": "bold"}])["message"], "message_id": 9}
    query = {"id": "88", "from": ADA, "chat_instance": "x", "data": "abcdefghijkl", "message": under}
    heard = read({"update_id": 4, "callback_query": query}, ME)

    assert (heard.kind, heard.text, heard.query_id) == ("button", "abcdefghijkl", "88")
    assert (heard.shown.message_id, heard.shown.text) == (9, "How old are you?")
    assert Utterance.from_json(heard.as_json()).shown.message_id == 9


@pytest.mark.parametrize("status", ["kicked", "left"])
def test_a_chat_that_blocks_the_bot_is_noted(status):
    change = {"chat": {"id": 7}, "new_chat_member": {"status": status}}
    assert read({"update_id": 5, "my_chat_member": change}, ME) == Left(7)


def test_a_chat_that_lets_the_bot_in_again_says_nothing_yet():
    change = {"chat": {"id": 7}, "new_chat_member": {"status": "member"}}
    assert read({"update_id": 5, "my_chat_member": change}, ME) is None


MALFORMED = [
    None,
    [],
    "text",
    {},
    {"update_id": "1"},
    {"update_id": True},
    {"update_id": 2**70},
    {"update_id": 1, "message": None},
    {"update_id": 1, "message": {"text": "x"}},
    {"update_id": 1, "message": {"text": "x", "chat": {"id": "7"}}},
    message(text=5),
    message(text="x", message_id=2**80),
    message(text="x", **{"from": [1]}),
    {"update_id": 1, "callback_query": {"data": "x", "message": {"chat": {"id": 1}, "entities": [5]}}},
]


@pytest.mark.parametrize("update", MALFORMED, ids=str)
def test_a_malformed_update_is_unreadable(update):
    with pytest.raises(Unreadable):
        read(update, ME)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["chat", "id", "from", "text", "data", "message", "type", "entities"]), inner
        )
    ),
    max_leaves=8,
)


@given(kind=st.sampled_from(["message", "edited_message", "callback_query", "my_chat_member"]), body=JSON)
@settings(max_examples=300)
def test_whatever_arrives_is_read_or_unreadable(kind, body):
    try:
        heard = read({"update_id": 1, kind: body}, ME)
    except Unreadable:
        return
    assert heard is None or isinstance(heard, Utterance | Left)
