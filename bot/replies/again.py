"""The same reply twice in a row: said in another way, then not at all, with a way out."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from bot.dialogue.shown import AGAIN, WAY_OUT
from bot.replies import words
from bot.replies.buttons import HELP, PAUSE, buttons
from bot.replies.reply import Button, Reply


def mark(reply: Reply) -> str:
    """What two replies share that read and show the same; "" for one without words, which may be said again.

    The score line by line, or as a picture, is something else than the score with its lines folded.
    """
    if not reply.text or reply.erase:
        return ""
    unfolded = reply.table is not None and reply.table.folded is None
    seen = [reply.text, *(["table"] if unfolded else []), *([reply.image.alt] if reply.image else [])]
    return _hash("\n".join(seen))


def mark_of_question(reply: Reply) -> str:
    """What two replies share that ask the same question in the same words; "" for one that asks none."""
    return _hash(reply.asked) if reply.asked else ""


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def asked_again(reply: Reply) -> Reply:
    """A reply whose question was asked just before, below other words: it is said to be the same."""
    again = words(reply.lang)("asked-again", question=reply.asked)
    return replace(reply, text=reply.text.replace(reply.asked, again, 1))


def varied(reply: Reply, times: int, another: bool = False) -> Reply:
    """A reply that has just been given, ``times`` in a row; ``another``: now to another message."""
    say, asks = words(reply.lang), reply.progress is not None
    if times == AGAIN and another and not asks:
        return reply.after(say("again-another")) if _answers(reply) else reply
    if times == AGAIN:
        return reply.after(say("again-question" if asks else "again"))
    if times >= WAY_OUT and another and reply.meta.get("answer"):
        return reply
    if times < WAY_OUT:
        return reply
    skip = tuple(
        replace(button, minor=False) for button in reply.buttons if button.payload.startswith("/skip")
    )
    return way_out(reply.lang, *skip, *(buttons(reply.lang, PAUSE) if asks else ()))


_WAITING = ("/settle", "/choose", "/affirm", "/deny")
"""How the payloads of buttons begin that answer what is asked."""
_NO_ANSWERS = ("fallback", "fallback-offer", "also-asked", "out-of-scope")


def _answers(reply: Reply) -> bool:
    """Whether a reply answers something, rather than ask, or say that nothing was understood."""
    waits = any(button.payload.startswith(_WAITING) for button in reply.buttons)
    return not waits and reply.text not in map(words(reply.lang), _NO_ANSWERS)


def way_out(lang: str, *choices: Button) -> Reply:
    """What can be done instead; with ``choices`` where a question is on the table."""
    text = words(lang)("way-out-question" if choices else "way-out")
    return Reply(text, lang, (*choices, *buttons(lang, HELP)))
