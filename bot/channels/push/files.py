"""The browser's half, as the server gives it: the dialog and the worker that shows notices."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from bot.languages import LANGUAGES
from bot.replies import messages, words

HERE = Path(__file__).parent
WORDS = "notices-"


@lru_cache(maxsize=1)
def dialog() -> bytes:
    """The dialog with its words in every language, a JavaScript module in UTF-8."""
    catalogs = {
        lang: {name.removeprefix(WORDS): words(lang)(name) for name, _ in messages(lang, WORDS)}
        for lang in LANGUAGES
    }
    source = (HERE / "page.js").read_text(encoding="utf-8")
    return source.replace("__WORDS__", json.dumps(catalogs, ensure_ascii=False)).encode()


@lru_cache(maxsize=1)
def worker() -> bytes:
    """The worker, a script in UTF-8."""
    return (HERE / "worker.js").read_bytes()
