"""Replies fit Telegram's limits, are valid HTML, and read well on a phone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.commands import COMMANDS, introductions
from bot.channels.telegram.render import (
    MAX_BUTTONS,
    MAX_CAPTION_UNITS,
    MAX_TEXT_UNITS,
    ROW_CHARACTERS,
    TABLE_CHARACTERS,
    chosen,
    in_place,
    options_on,
    parts,
    plain,
    toggled,
    units,
)
from bot.languages import LANGUAGES
from tests.helpers.bot_api import visible

PIECES = st.sampled_from(
    [
        "word ",
        "**bold** ",
        "[page](https://example.org/?a=1&b=2) ",
        "\n",
        "\n\n",
        "- point\n",
        "<b>",
        "&",
        "😀",
        "é",
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def texts_of(calls):
    return [call["data"]["text"] for call in calls if call["method"] == "sendMessage"]


def keyboard_of(call):
    return call["data"]["reply_markup"]["inline_keyboard"]


def button(title, minor=False):
    return {"title": title, "button": f"id-{title}"[:64], "minor": minor}


def test_the_limits_are_telegrams():
    assert MAX_TEXT_UNITS == 4096
    assert MAX_BUTTONS == 100


@given(text=TEXTS, times=st.integers(1, 60))
def test_any_text_becomes_valid_html_in_messages_that_fit_and_loses_no_word(text, times):
    made = texts_of(parts({"text": text * times, "lang": "en"}))

    shown = [visible(message) for message in made]
    assert all(1 <= units(message) <= MAX_TEXT_UNITS for message in shown)
    kept = "".join("".join(shown).split())
    for removed in ("**", "- ", "• ", "[page](https://example.org/?a=1&b=2)"):
        assert removed not in kept.replace("•", "")
    assert kept.count("word") == (text * times).count("word ")
    assert kept.count("😀") == (text * times).count("😀")


def test_a_long_text_is_cut_between_paragraphs():
    paragraphs = [f"{number} " + "x" * 1500 for number in range(5)]

    made = texts_of(parts({"text": "\n\n".join(paragraphs)}))

    assert made == ["\n\n".join(paragraphs[:2]), "\n\n".join(paragraphs[2:4]), paragraphs[4]]


def test_a_text_of_exactly_the_limit_is_one_message_and_one_unit_more_makes_two():
    assert len(texts_of(parts({"text": "😀" * (MAX_TEXT_UNITS // 2)}))) == 1
    assert len(texts_of(parts({"text": "😀" * (MAX_TEXT_UNITS // 2) + "x"}))) == 2


def test_what_people_typed_is_shown_and_never_read_as_markup():
    (message,) = texts_of(parts({"text": 'Noted: <script> & "quotes" </b>'}))

    assert message == 'Noted: &lt;script&gt; &amp; "quotes" &lt;/b&gt;'


def test_bold_links_and_lists_are_shown():
    (message,) = texts_of(parts({"text": "**469** points\n- see [the rules](https://canada.ca/a?b&c)"}))

    assert message == '<b>469</b> points\n• see <a href="https://canada.ca/a?b&amp;c">the rules</a>'


def test_previews_of_links_are_off():
    (call,) = parts({"text": "x"})
    assert call["data"]["link_preview_options"] == {"is_disabled": True}


def test_short_captions_share_a_row_and_minor_ones_stand_below():
    answers = [button("Yes"), button("No"), button("A caption that fills its row alone")]
    (call,) = parts(
        {"text": "?", "buttons": [*answers, button("Why?", minor=True), button("Skip", minor=True)]}
    )

    rows = [[each["text"] for each in row] for row in keyboard_of(call)]
    assert rows == [["Yes", "No"], ["A caption that fills its row alone"], ["Why?", "Skip"]]
    for row in rows:
        assert len(row) == 1 or max(map(len, row)) * len(row) <= ROW_CHARACTERS


def test_there_are_never_more_buttons_than_telegram_takes_and_the_way_out_stays():
    buttons = [button(f"Choice {number}") for number in range(150)]
    (call,) = parts({"text": "?", "buttons": [*buttons, button("Skip", minor=True)]})

    shown = [each["text"] for row in keyboard_of(call) for each in row]
    assert len(shown) == MAX_BUTTONS
    assert shown[-1] == "Skip"


def test_buttons_stand_under_the_last_message():
    calls = parts({"text": "x" * 5000, "buttons": [button("Yes")]})

    assert ["reply_markup" in call["data"] for call in calls] == [False, True]


@pytest.mark.parametrize(("lang", "progress"), [("en", "6 of about 14"), ("fr", "6 sur environ 14")])
def test_progress_is_said_above_the_question(lang, progress):
    (message,) = texts_of(parts({"text": "?", "lang": lang, "progress": {"done": 6, "of": 14}}))

    assert message == f"<i>{progress}</i>\n\n?"


def row(label, points, maximum, because=""):
    return {"label": label, "points": points, "maximum": maximum, "because": because, "source": None}


def test_a_table_fits_a_phone_with_points_in_a_column_and_reasons_folded():
    table = {
        "caption": "Your points",
        "rows": [row("Age", 110, 110, "Age 29."), row("Education with work in Canada", 0, 50)],
        "total": row("Total", 110, 1200),
    }
    (message,) = texts_of(parts({"text": "x", "lang": "en", "table": table}))

    inside = message.split("<pre>")[1].split("</pre>")[0].split("\n")
    assert all(len(line) <= TABLE_CHARACTERS for line in inside)
    assert inside[0] == "110/110  Age"
    assert inside[1:3] == ["  0/50   Education with work", "         in Canada"]
    assert inside[-1] == "110/1200 Total"
    assert "<blockquote expandable>• Age: Age 29.</blockquote>" in message


def test_a_long_list_is_folded_under_its_heading_and_a_short_one_is_not():
    lines = [f"- line {number}" for number in range(9)]
    (long,) = texts_of(parts({"text": "\n".join(["What it costs:", *lines])}))
    assert long.startswith("What it costs:\n\n<blockquote expandable>• line 0")
    assert visible(long).count("•") == 9
    (short,) = texts_of(parts({"text": "\n".join(["What it costs:", *lines[:8]])}))
    assert "blockquote" not in short


def test_a_source_says_when_it_was_checked_and_many_of_them_are_folded():
    source = {"title": "Fees", "url": "https://canada.ca/fees", "checked": "2026-09-30"}
    (text,) = texts_of(parts({"text": "x", "lang": "en", "sources": [source]}))
    assert visible(text).endswith("• Fees (checked 30 September 2026)")
    (text,) = texts_of(parts({"text": "x", "lang": "en", "sources": [source] * 3}))
    assert "<blockquote expandable>Sources:" in text


def test_sources_are_links():
    (message,) = texts_of(
        parts({"text": "x", "lang": "fr", "sources": [{"title": "A & B", "url": "https://canada.ca"}]})
    )
    assert message.endswith('Source\u00a0:\n• <a href="https://canada.ca">A &amp; B</a>')


def test_a_picture_is_a_photo_whose_caption_says_the_same():
    image = {"url": "data:image/png;base64,AAAA", "alt": "469 < 500"}
    photo, text = parts({"text": "x", "image": image, "buttons": [button("Yes")]})

    assert photo["method"] == "sendPhoto"
    assert photo["data"]["caption"] == "469 &lt; 500"
    assert photo["files"]["photo"]["url"] == image["url"]
    assert "reply_markup" in text["data"]


def test_a_picture_has_a_caption_that_leaves_room_for_what_follows():
    image = {
        "url": "https://example.org/a.png",
        "alt": f"The pool of 22 November 2026: {'601 to 1200: 728; ' * 30}",
    }
    photo, text = parts({"text": "x", "image": image})
    assert photo["data"]["caption"] == "The pool of 22 November 2026"
    assert text["data"]["text"] == "x"
    photo, _ = parts({"text": "x", "image": {**image, "alt": "w " * 600}})
    assert units(photo["data"]["caption"]) <= MAX_CAPTION_UNITS
    table = {"caption": "Points", "rows": [], "total": row("Total", 0, 1200)}
    photo, _ = parts({"text": "x", "lang": "en", "image": image, "table": table})
    assert photo["data"]["caption"] == "Points"


def test_documents_are_sent_as_files():
    file = {"title": "a.pdf", "url": "data:application/pdf;base64,AAAA", "type": "application/pdf"}
    (pdf,) = parts({"text": "x", "files": [file]})
    assert (pdf["method"], pdf["files"]["document"]["name"]) == ("sendDocument", "a.pdf")
    assert pdf["data"]["caption"] == "x"
    pdf, text = parts({"text": "x" * 1025, "files": [file]})
    assert (pdf["method"], text["method"]) == ("sendDocument", "sendMessage")


def test_the_pressed_choice_is_marked_under_the_text_which_keeps_its_form():
    bold = {"type": "bold", "offset": 0, "length": 2}
    call = chosen(7, "😀 Age?", [bold], "29")

    assert call["data"]["text"] == "😀 Age?\n\n✓ 29"
    assert call["data"]["entities"] == [bold, {"type": "bold", "offset": 9, "length": 4}]
    assert "reply_markup" not in call["data"]


def test_where_a_mark_does_not_fit_only_the_buttons_go():
    assert chosen(7, "x" * MAX_TEXT_UNITS, [], "29")["method"] == "editMessageReplyMarkup"
    assert chosen(7, "", [], "29")["method"] == "editMessageReplyMarkup"


def test_a_message_can_be_written_over_an_earlier_one():
    (call,) = parts({"text": "x"})
    assert in_place(call, 7)["method"] == "editMessageText"
    assert in_place(call, 7)["data"]["message_id"] == 7


def test_without_markup_a_message_says_the_same():
    (call,) = parts({"text": "**469** < 500 & [page](https://canada.ca)"})
    assert plain(call)["data"]["text"] == "469 < 500 & page"
    assert "parse_mode" not in plain(call)["data"]


def test_the_menu_and_descriptions_exist_per_language_and_fit():
    calls = introductions()

    for method, limit in (("setMyDescription", 512), ("setMyShortDescription", 120)):
        set_for = {
            data["language_code"]: next(value for key, value in data.items() if key != "language_code")
            for name, data in calls
            if name == method
        }
        assert set(set_for) == {"", "fr", "en"} & {"", *LANGUAGES}
        assert all(len(text) <= limit for text in set_for.values())
    menus = {data["language_code"]: data["commands"] for name, data in calls if name == "setMyCommands"}
    assert [command["command"] for command in menus["fr"]] == list(COMMANDS)
    assert all(1 <= len(command["description"]) <= 256 for menu in menus.values() for command in menu)
    assert menus[""] == menus["en"] != menus["fr"]


def test_the_menu_has_the_commands_that_are_promised():
    asked = "score eligibility chances improve rounds noc documents costs deadlines"
    data = "profile devices privacy dossier language subscribe code delete cancel"
    assert list(COMMANDS) == ["start", "help", *asked.split(), *data.split()]


CHOICES = {
    "options": [{"title": "A French test", "chosen": False}, {"title": "A sibling", "chosen": True}],
    "button": "b",
    "done": "Done",
    "none": "None of these",
}


def test_options_stand_in_rows_of_their_own_and_are_switched_where_they_stand():
    (call,) = parts({"text": "Any of these?", "lang": "en", "choices": CHOICES})
    shown = call["data"]["reply_markup"]
    assert [row[0]["text"] for row in shown["inline_keyboard"]] == ["A French test", "✓ A sibling", "Done"]

    both = toggled(shown, "b:0", "Done", "None of these")
    assert options_on(both, "b") == [0, 1]
    none = toggled(toggled(both, "b:0", "Done", "None of these"), "b:1", "Done", "None of these")
    assert options_on(none, "b") == []
    assert none["inline_keyboard"][-1][0]["text"] == "None of these"


def test_a_code_is_shown_so_that_a_tap_copies_it():
    (call,) = parts({"text": "Your code: **K7MQ-3XWD**", "lang": "en"})
    assert "<code>K7MQ-3XWD</code>" in call["data"]["text"]
