"""The chat widget and the page that shows it: what the web channel serves at ``/widget.js`` and ``/``.

The sources stand beside this file. The widget is one script without a build step: its parts, its style sheets
and the words of every language are put together when it is first asked for.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from datetime import date
from functools import cache, lru_cache
from hashlib import sha256, sha384
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import quote

from bot.channels.web.widget.example import example
from bot.languages import LANGUAGES
from bot.replies import messages, words
from bot.replies.caveats import with_caveats
from bot.replies.crs import line_name
from bot.replies.reply import Reply
from bot.replies.score import rules_used

HERE = Path(__file__).parent
PARTS = (
    "start",
    "dom",
    "memory",
    "markup",
    "colours",
    "conversation",
    "dialogs",
    "opinion",
    "offer",
    "hub",
    "known",
    "view",
    "page",
    "element",
)
"""The files of the script in their order: each uses what those before it define."""
WORDS_OF_THE_WIDGET = "widget-"
WORDS_OF_THE_PAGE = "page-"
WORDS_FOR_OWNERS = "embed-"
SPACE_AROUND_SIGNS = re.compile(r"\s*([{};,])\s*|(?<=:)\s+")
LAST_SEMICOLONS = re.compile(r";(?=})")
LINE_ENDS_INSIDE = re.compile(r"(?<=[({\[,;])\n|\n(?=[)}\]])")
SPACE_IN_CODE = re.compile(r"(\"(?:[^\"\\\n]|\\.)*\"|`(?:[^`\\]|\\.)*`)|(?<=[,:=>?&|]) | (?=[=?&|])")
"""A string, which stays as it is, or a space that only people need."""
COMMENT_AFTER_CODE = re.compile(r"(?<=[;{,)\]]) // [^\n\"'`]*$", re.MULTILINE)
COMMENT_ON_ITS_OWN_LINES = re.compile(r"^[ \t]*(?:/\*(?:[^*]|\*(?!/))*\*/|//[^\n]*)$", re.MULTILINE)


@lru_cache(maxsize=1)
def script() -> bytes:
    """The widget, one JavaScript file in UTF-8."""
    parts = "\n".join(_read(f"{part}.js") for part in PARTS)
    code = _compact(f'(() => {{\n"use strict";\n{parts}\n}})();')
    source = SPACE_IN_CODE.sub(lambda found: found[1] or "", LINE_ENDS_INSIDE.sub("", code))
    for name, value in (
        ("__STRINGS__", {lang: _catalog(lang, WORDS_OF_THE_WIDGET) for lang in LANGUAGES}),
        ("__WIDGET_STYLE__", _compact_style(_read("widget.css"))),
    ):
        source = source.replace(name, json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    return source.encode()


@lru_cache(maxsize=1)
def version() -> str:
    """Changes whenever :func:`script` does: the ``v`` of the page's script address."""
    return sha256(script()).hexdigest()[:12]


@lru_cache(maxsize=1)
def integrity() -> str:
    """The hash of :func:`script` by which a browser can tell that nobody has changed it."""
    return f"sha384-{b64encode(sha384(script()).digest()).decode()}"


def lines(host: str) -> dict[str, str]:
    """What the owner of a page puts into it, by how they want it; ``host`` is this server's address."""
    address = f"{host}/widget.js"
    pinned = f'src="{address}?v={version()}" integrity="{integrity()}" crossorigin="anonymous"'
    return {
        "line": f'<script src="{address}" async></script>',
        "settings": f'<script src="{address}" async\n'
        '  data-lang="fr" data-position="left" data-accent="#005ea8"\n'
        '  data-title="Entrée express" data-greeting="Bonjour !"></script>',
        "inline": f'<script src="{address}" async data-inline></script>',
        "frame": f'<iframe src="{host}/frame" title="Express Entry" width="100%" height="640"></iframe>',
        "pinned": f"<script {pinned} async></script>",
    }


@cache
def _style() -> str:
    return _compact_style(_read("page.css"))


def style_hash() -> str:
    """The hash of the style in the pages, for their Content Security Policy."""
    return f"sha256-{b64encode(sha256(_style().encode()).digest()).decode()}"


def page_for_owners(lang: str, host: str) -> bytes:
    """The page for site owners: the lines to paste, with the widget running on this page as the example.

    Raises:
        UnknownMessage: there is no catalog for ``lang``.
    """
    words_of_page = _catalog(lang, WORDS_FOR_OWNERS)
    return (
        Template(_read("embed.html"))
        .substitute(
            {f"embed_{key.replace('-', '_')}": escape(text) for key, text in words_of_page.items()},
            **{name: escape(line) for name, line in lines(host).items()},
            lang=lang,
            icon=quote(_read("icon.svg").strip()),
            style=_style(),
            version=version(),
        )
        .encode()
    )


@lru_cache(maxsize=len(LANGUAGES))
def page(lang: str, today: date) -> bytes:
    """The page with the widget in full size, HTML in UTF-8; ``lang`` is the language it opens in.

    Its example of a score is calculated by the rules that hold ``today``.

    It holds what it says about itself in every language, so that changing the language loads nothing. The
    sentence about JavaScript has no slot in the widget: it is seen only where the script did not run.

    Raises:
        UnknownMessage: there is no catalog for ``lang``.
    """
    about = Template(_read("about.html"))
    return (
        Template(_read("index.html"))
        .substitute(
            _page_words(lang),
            lang=lang,
            icon=quote(_read("icon.svg").strip()),
            style=_style(),
            version=version(),
            about="".join(
                about.substitute(
                    _page_words(other) | _example(other, today),
                    lang=other,
                    hidden="" if other == lang else " hidden",
                )
                for other in sorted(LANGUAGES, key=lambda other: other != lang)
            ),
        )
        .encode()
    )


@lru_cache(maxsize=len(LANGUAGES))
def frame(lang: str) -> bytes:
    """The page with nothing but the chat, for a frame in a site that allows no scripts.

    Raises:
        UnknownMessage: there is no catalog for ``lang``.
    """
    frame = Template(_read("frame.html"))
    return frame.substitute(_page_words(lang), lang=lang, style=_style(), version=version()).encode()


def _example(lang: str, today: date) -> dict[str, str]:
    """What ``about.html`` shows of an example: its points, line by line, and the rules they rest on."""
    say, breakdown = words(lang), example(lang, today)
    row = Template(_read("row.html"))
    lines = [line for line in breakdown.lines if line.points]
    rules = rules_used(breakdown)
    return {
        "example_total": say.number(breakdown.total),
        "example_maximum": say.number(breakdown.max),
        "example_rows": "".join(
            row.substitute(label=escape(line_name(say, line.id)), points=line.points, maximum=line.max)
            for line in lines
        ),
        "example_source": escape(lines[0].source.title(lang)),
        "example_url": escape(lines[0].source.url(lang)),
        "example_rules": escape(with_caveats(Reply("", lang, caveats=(rules,)), ()).text.strip()),
    }


def _page_words(lang: str) -> dict[str, str]:
    words_of_page = _catalog(lang, WORDS_OF_THE_PAGE)
    return {f"page_{key.replace('-', '_')}": escape(text) for key, text in words_of_page.items()}


@cache
def _catalog(lang: str, prefix: str) -> dict[str, str]:
    """The messages whose id begins with ``prefix``, without it; arguments stay as ``{name}``."""
    say = words(lang)
    return {
        message.removeprefix(prefix): say(message, **{name: f"{{{name}}}" for name in arguments})
        for message, arguments in messages(lang, prefix)
    }


def _compact(source: str) -> str:
    """The same program without indentation, empty lines and comments."""
    code = COMMENT_AFTER_CODE.sub("", COMMENT_ON_ITS_OWN_LINES.sub("", source))
    return "\n".join(line.strip() for line in code.splitlines() if line.strip())


def _compact_style(source: str) -> str:
    """The same style sheet without the space that only people need."""
    return LAST_SEMICOLONS.sub("", SPACE_AROUND_SIGNS.sub(r"\1", _compact(source)))


def _read(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
