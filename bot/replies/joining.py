"""Going on elsewhere with the same profile: the code, and what becomes of what was told on both devices."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.told import Told
from bot.replies import words
from bot.replies.buttons import GO_ON, PROFILE, buttons
from bot.replies.describe import told_lines
from bot.replies.reply import Button, Reply


def code(lang: str, shown: str, minutes: int, telegram: str) -> Reply:
    """A fresh code and where to enter it; ``telegram`` is the address that does so by itself, or ""."""
    say = words(lang)
    parts = [say("join-code", code=shown, minutes=minutes)]
    if telegram:
        parts.append(say("join-code-telegram", url=telegram))
    return Reply("\n\n".join(parts), lang)


def joined(lang: str, facts: Told) -> Reply:
    """From now on with one profile: what it holds."""
    say = words(lang)
    known = [say("review-line", fact=name, value=value) for name, value in told_lines(lang, facts)]
    text = "\n".join([say("join-done-known"), *known]) if known else say("join-done")
    return Reply(text, lang, buttons(lang, GO_ON, PROFILE))


def same(lang: str) -> Reply:
    """The code names the person who enters it."""
    return Reply(words(lang)("join-same"), lang, buttons(lang, GO_ON, PROFILE))


def choose(lang: str, here: Told, there: Told, payloads: tuple[str, str, str]) -> Reply:
    """Facts were told on both sides: which of them hold? Only what differs is listed.

    ``payloads`` are those of the three answers: the other device's, this one's, and neither.
    """
    say = words(lang)
    lines_here, lines_there = told_lines(lang, here), told_lines(lang, there)
    parts = [
        say("join-choose"),
        _listed(lang, "join-choose-there", [line for line in lines_there if line not in lines_here]),
        _listed(lang, "join-choose-here", [line for line in lines_here if line not in lines_there]),
        say("join-choose-erased"),
    ]
    titles = ("button-keep-there", "button-keep-here", "button-keep-apart")
    choices = tuple(Button(say(title), payload) for title, payload in zip(titles, payloads, strict=True))
    return Reply("\n\n".join(parts), lang, choices)


def apart(lang: str) -> Reply:
    """The person decided against it."""
    return Reply(words(lang)("join-apart"), lang, buttons(lang, GO_ON, PROFILE))


def unknown(lang: str) -> Reply:
    """No such code, or not any more."""
    return Reply(words(lang)("join-unknown"), lang)


def too_many(lang: str, minutes: int) -> Reply:
    """Too many codes were tried or made."""
    return Reply(words(lang)("join-too-many", minutes=minutes), lang)


def _listed(lang: str, heading: str, lines: Sequence[tuple[str, str]]) -> str:
    say = words(lang)
    told = [say("review-line", fact=name, value=value) for name, value in lines]
    return "\n".join([say(heading), *(told or [say("join-nothing-else")])])
