"""A reply as Telegram shows it: HTML in pieces that fit, buttons in rows, a table for a phone's width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from textwrap import shorten, wrap
from typing import Any

from bot.replies import words

MAX_TEXT_UNITS = 4096
"""The longest message, in UTF-16 units of what its reader sees."""
MAX_CAPTION_UNITS = 200
"""The longest text under a picture, in the same units: more would hide what comes after it on a phone."""
MAX_FILE_CAPTION_UNITS = 1024
"""The longest text under a file, in the same units."""
MAX_BUTTONS = 100
"""Telegram takes no more under one message."""
ROW_CHARACTERS = 30
"""What the captions of one row of buttons have room for on a phone."""
MAX_ROW_BUTTONS = 3
TABLE_CHARACTERS = 30
"""The width of a table: monospace letters on a phone held upright."""

Part = dict[str, Any]
"""One call of the Bot API: its ``method``, its ``data`` without the chat, and its ``files`` as data URLs."""

_INLINE = re.compile(r"\*\*(.+?)\*\*|\[([^\]\n]+)\]\((https://[^\s)]+)\)")
CODE = re.compile(r"[A-Z0-9]{4}-[A-Z0-9]{4}")
"""What is shown so that a tap copies it."""
MOST_LINES = 8
"""A list of more lines is folded; a tap opens it."""
MOST_SOURCES = 2
"""More are folded, too."""
FOLDED = "blockquote expandable"
LINE = "line:"
"""Begins the data of a button that stands for a line of what is known; the id of its question follows."""
ON = "✓ "
"""Before an option that is on."""
_ATOMS = re.compile(r"\n|[^\S\n]+|\S+")


@dataclass(frozen=True)
class _Piece:
    """Text in one style."""

    text: str
    bold: bool = False
    url: str = ""

    @property
    def html(self) -> str:
        """The piece in Telegram's HTML."""
        html = escape(self.text, quote=False)
        if self.bold and CODE.fullmatch(self.text):
            return f"<code>{html}</code>"
        html = f'<a href="{escape(self.url)}">{html}</a>' if self.url else html
        return f"<b>{html}</b>" if self.bold else html


@dataclass(frozen=True)
class _Block:
    """A paragraph: pieces, or (``tag``) a part that is shown as a whole in its own way."""

    pieces: tuple[_Piece, ...]
    tag: str = ""

    @property
    def units(self) -> int:
        """How long it is for Telegram."""
        return sum(units(piece.text) for piece in self.pieces)

    @property
    def html(self) -> str:
        """The block in Telegram's HTML."""
        inner = "".join(piece.html for piece in self.pieces)
        return f"<{self.tag}>{inner}</{self.tag.split()[0]}>" if self.tag else inner


def units(text: str) -> int:
    """The length of a text as Telegram counts it: UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def parts(reply: Mapping[str, Any], url_button: tuple[str, str] | None = None) -> list[Part]:
    """The calls that show a reply, whose buttons have opaque ids (``{"title", "button", "minor"}``).

    Args:
        reply: a :class:`bot.replies.reply.Reply` as the store keeps it.
        url_button: caption and address of a button that opens a page.
    """
    lang = str(reply.get("lang", "en"))
    blocks = list(_blocks(str(reply.get("text", ""))))
    if "progress" in reply:
        blocks.insert(0, _Block((_Piece(words(lang)("progress", **reply["progress"])),), "i"))
    if "table" in reply:
        blocks += _table(reply["table"], lang)
    if reply.get("sources"):
        blocks += _sources(reply["sources"], lang)
    said_by_table = reply["table"]["caption"] if "table" in reply else None
    files = [*_photo(reply.get("image"), said_by_table, lang), *_documents(reply.get("files", ()), lang)]
    groups = list(_packed(blocks))
    texts = [_message(group) for group in groups]
    made = [*files, *texts]
    if len(groups) == len(files) == 1 and _fits_under(files[0], groups[0]):
        caption = {"caption": texts[0]["data"]["text"], "parse_mode": "HTML"}
        made = [{**files[0], "data": {**files[0]["data"], **caption}}]
    keyboard = _keyboard(reply.get("buttons", ()), url_button, reply.get("choices"), reply.get("lines", ()))
    if keyboard and made:
        made[-1]["data"]["reply_markup"] = keyboard
    if reply.get("panel"):
        made[-1]["panel"] = True
    return made


def _fits_under(file: Part, text: Sequence[_Block]) -> bool:
    """Whether a text is short enough to stand under a file, in one message with it."""
    length = sum(block.units + 2 for block in text)
    return file["method"] == "sendDocument" and length <= MAX_FILE_CAPTION_UNITS


def in_words(part: Part) -> Part | None:
    """What is sent where a picture or a file cannot be: what it shows in words, with its buttons."""
    data = part["data"]
    said = [part.get("instead", ""), data.get("caption", "") if part["method"] == "sendDocument" else ""]
    if not any(said):
        return None
    text = {"text": "\n\n".join(each for each in said if each), "parse_mode": "HTML"}
    more = {"reply_markup": data["reply_markup"]} if "reply_markup" in data else {}
    return {"method": "sendMessage", "data": {**text, "link_preview_options": {"is_disabled": True}, **more}}


def reads(markup: str) -> str:
    """A text of ours as its reader sees it, in one line."""
    paragraphs = ("".join(piece.text for piece in block.pieces) for block in _blocks(markup))
    return " ".join("\n".join(paragraphs).split())


def in_place(part: Part, message_id: int) -> Part:
    """The same message written over an earlier one instead of being sent."""
    return {**part, "method": "editMessageText", "data": {**part["data"], "message_id": message_id}}


def chosen(message_id: int, text: str, entities: Iterable[Mapping[str, Any]], title: str) -> Part:
    """The message whose button ``title`` was pressed: without buttons, with the choice under its text."""
    mark = f"\n\n✓ {title}"
    if not text or units(text + mark) > MAX_TEXT_UNITS:
        return no_buttons(message_id)
    bold = {"type": "bold", "offset": units(text) + 2, "length": units(mark) - 2}
    data = {
        "message_id": message_id,
        "text": text + mark,
        "entities": [*entities, bold],
        "link_preview_options": {"is_disabled": True},
    }
    return {"method": "editMessageText", "data": data}


def no_buttons(message_id: int) -> Part:
    """A message without its buttons."""
    return {"method": "editMessageReplyMarkup", "data": {"message_id": message_id}}


def plain(part: Part) -> Part:
    """The same message without any markup, for when Telegram does not take the markup."""
    data = {key: value for key, value in part["data"].items() if key != "parse_mode"}
    for key in ("text", "caption"):
        if key in data:
            stripped = re.sub(r"<[^>]*>", "", data[key])
            data[key] = stripped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return {**part, "data": data}


# Text


def _blocks(text: str) -> Iterable[_Block]:
    for paragraph in re.split(r"\n\s*\n", text):
        lines = paragraph.strip().split("\n")
        listed = [line for line in lines if line.startswith("- ")]
        if len(listed) > MOST_LINES and lines[-len(listed) :] == listed:
            if heading := lines[: -len(listed)]:
                yield _lines(heading)
            yield _lines(listed, FOLDED)
        elif any(lines):
            yield _lines(lines)


def _lines(lines: Sequence[str], tag: str = "") -> _Block:
    shown = [f"• {line[2:]}" if line.startswith("- ") else line for line in lines]
    return _Block(tuple(_pieces("\n".join(shown))), tag)


def _pieces(text: str, bold: bool = False) -> Iterable[_Piece]:
    end = 0
    for match in _INLINE.finditer(text):
        if match.start() > end:
            yield _Piece(text[end : match.start()], bold)
        strong, title, url = match.groups()
        if strong is not None:
            yield from _pieces(strong, bold=True)
        else:
            yield _Piece(title, bold, url)
        end = match.end()
    if end < len(text):
        yield _Piece(text[end:], bold)


def _packed(blocks: Iterable[_Block]) -> Iterable[list[_Block]]:
    """Blocks in groups that fit into one message each, with an empty line between two blocks."""
    group: list[_Block] = []
    length = 0
    for block in blocks:
        for piece in _fitting(block):
            more = piece.units + (2 if group else 0)
            if group and length + more > MAX_TEXT_UNITS:
                yield group
                group, length, more = [], 0, piece.units
            group.append(piece)
            length += more
    if group:
        yield group


def _fitting(block: _Block) -> Iterable[_Block]:
    """The block, cut between words where it is too long for one message; within one where it must be."""
    if block.units <= MAX_TEXT_UNITS:
        yield block
        return
    taken: list[_Piece] = []
    length = 0
    for piece in block.pieces:
        for atom in _atoms(piece.text):
            more = units(atom)
            if length + more > MAX_TEXT_UNITS:
                yield replace(block, pieces=tuple(_joined(taken)))
                taken, length = [], 0
                if atom.isspace():
                    continue
            taken.append(replace(piece, text=atom))
            length += more
    yield replace(block, pieces=tuple(_joined(taken)))


def _atoms(text: str) -> Iterable[str]:
    """Words and the spaces between them; of a word longer than a message, its pieces."""
    for atom in _ATOMS.findall(text):
        for start in range(0, len(atom), MAX_TEXT_UNITS // 2):  # a character has at most two units
            yield atom[start : start + MAX_TEXT_UNITS // 2]


def _joined(pieces: Sequence[_Piece]) -> Iterable[_Piece]:
    """Neighbours in the same style as one piece."""
    current: _Piece | None = None
    for piece in pieces:
        if current is not None and replace(current, text="") == replace(piece, text=""):
            current = replace(current, text=current.text + piece.text)
        else:
            if current is not None:
                yield current
            current = piece
    if current is not None:
        yield current


def _message(blocks: Sequence[_Block]) -> Part:
    return {
        "method": "sendMessage",
        "data": {
            "text": "\n\n".join(block.html for block in blocks),
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        },
    }


# Tables and sources


def _table(table: Mapping[str, Any], lang: str) -> Iterable[_Block]:
    """Points in a column before their labels, then the reasons, folded."""
    yield _Block((_Piece(table["caption"], bold=True),))
    say = words(lang)
    rows = [*table["rows"], table["total"]]
    points = max(len(str(row["points"])) for row in rows)
    most = max(len(str(row["maximum"])) for row in rows)
    lines = [_line(row, points, most) for row in table["rows"]]
    lines.append("─" * TABLE_CHARACTERS)
    lines.append(_line(table["total"], points, most))
    yield _Block((_Piece("\n".join(lines)),), "pre")
    reasons = [row for row in rows if row.get("because")]
    if reasons:
        said = "\n".join(
            say("telegram-because", label=row["label"], because=row["because"]) for row in reasons
        )
        yield _Block((_Piece(said),), FOLDED)


def _line(row: Mapping[str, Any], points: int, most: int) -> str:
    number = f"{row['points']:>{points}}/{row['maximum']:<{most}} "
    label = wrap(row["label"], TABLE_CHARACTERS - len(number)) or [""]
    return ("\n" + " " * len(number)).join([number + label[0], *label[1:]])


def _sources(sources: Sequence[Mapping[str, str]], lang: str) -> Iterable[_Block]:
    say = words(lang)
    pieces = [_Piece(say("telegram-sources", count=len(sources)))]
    for source in sources:
        pieces += [_Piece("\n• "), _Piece(source["title"], url=source["url"])]
        if source.get("checked"):
            pieces.append(_Piece(f" ({say('widget-checked', date=date.fromisoformat(source['checked']))})"))
    yield _Block(tuple(pieces), FOLDED if len(sources) > MOST_SOURCES else "")


# Pictures and documents


def _photo(image: Mapping[str, str] | None, instead: str | None, lang: str) -> Iterable[Part]:
    """A picture, and what it shows in words as its caption; where a table says it, the table's name.

    Of words that are too long for a caption the first sentence stands there; the figures are in the picture.
    """
    if image is None:
        return
    caption = instead or image.get("alt", "")
    if units(caption) > MAX_CAPTION_UNITS:
        caption = shorten(
            re.split(r"(?<=[.:;])\s", caption)[0].rstrip(":;"), MAX_CAPTION_UNITS // 2, placeholder=" …"
        )
    data = {"caption": escape(caption, quote=False), "parse_mode": "HTML"} if caption else {}
    words_for_it = "" if instead else _escaped(words(lang)("telegram-no-picture", alt=image.get("alt", "")))
    yield {**_file("sendPhoto", "photo", "picture.png", image["url"], data), "instead": words_for_it}


def _documents(files: Iterable[Mapping[str, str]], lang: str) -> Iterable[Part]:
    for file in files:
        missed = _escaped(words(lang)("telegram-no-file", name=file["title"]))
        yield {**_file("sendDocument", "document", file["title"], file["url"], {}), "instead": missed}


def _escaped(text: str) -> str:
    return escape(shorten(text, MAX_TEXT_UNITS // 4, placeholder=" …"), quote=False)


def _file(method: str, field: str, name: str, url: str, data: Mapping[str, Any]) -> Part:
    """A file by its address, or by its content where that is a data URL."""
    if url.startswith("data:"):
        return {"method": method, "data": dict(data), "files": {field: {"name": name, "url": url}}}
    return {"method": method, "data": {**data, field: url}}


# Buttons


def _keyboard(
    buttons: Sequence[Mapping[str, Any]],
    url_button: tuple[str, str] | None,
    choices: Mapping[str, Any] | None = None,
    lines: Sequence[Mapping[str, str]] = (),
) -> dict[str, Any] | None:
    """Buttons in rows: short captions share one, smaller choices stand below the answers."""
    to_change = [{"title": line["title"], "button": f"{LINE}{line['change']}"} for line in lines]
    answers = [*to_change, *(button for button in buttons if not button.get("minor"))]
    minor = [button for button in buttons if button.get("minor")]
    room = MAX_BUTTONS - len(minor) - (url_button is not None)
    rows = [
        [{"text": button["title"], "callback_data": button["button"]} for button in row]
        for group in (answers[:room], minor)
        for row in _rows(group)
    ]
    if choices is not None:
        rows = [*_options(choices), *rows]
    if url_button is not None:
        rows.append([{"text": url_button[0], "url": url_button[1]}])
    return {"inline_keyboard": rows} if rows else None


def _options(choices: Mapping[str, Any]) -> Iterable[list[dict[str, str]]]:
    """A row for each option, which :func:`toggled` switches, and the button that answers."""
    button, options = choices["button"], choices["options"]
    for place, option in enumerate(options):
        text = f"{ON if option['chosen'] else ''}{option['title']}"
        yield [{"text": text, "callback_data": f"{button}:{place}"}]
    name = choices["done"] if any(option["chosen"] for option in options) else choices["none"]
    yield [{"text": name, "callback_data": button}]


def toggled(markup: Mapping[str, Any], data: str, done: str, none: str) -> dict[str, Any]:
    """A keyboard with the option whose callback is ``data`` switched, and the fitting name on its answer."""
    button = data.partition(":")[0]
    rows = [[dict(each) for each in row] for row in markup["inline_keyboard"]]
    every = [each for row in rows for each in row]
    for each in every:
        if each.get("callback_data") == data:
            text = each["text"]
            each["text"] = text.removeprefix(ON) if text.startswith(ON) else f"{ON}{text}"
    keyboard = {"inline_keyboard": rows}
    for each in every:
        if each.get("callback_data") == button:
            each["text"] = done if options_on(keyboard, button) else none
    return keyboard


def options_on(markup: Mapping[str, Any], button: str) -> list[int]:
    """The places of the options that are on in a keyboard."""
    return [
        int(each["callback_data"].partition(":")[2])
        for row in markup.get("inline_keyboard", ())
        for each in row
        if str(each.get("callback_data", "")).startswith(f"{button}:") and each["text"].startswith(ON)
    ]


def _rows(buttons: Sequence[Mapping[str, Any]]) -> Iterable[list[Mapping[str, Any]]]:
    row: list[Mapping[str, Any]] = []
    for button in buttons:
        widest = max(len(each["title"]) for each in (*row, button))
        if row and (len(row) == MAX_ROW_BUTTONS or widest * (len(row) + 1) > ROW_CHARACTERS):
            yield row
            row = []
        row.append(button)
    if row:
        yield row
