"""What qualifies a reply: in full once in a conversation, afterwards as a mark of a few words or not at all.

A caveat is a message of the catalogs; ``<id>-short``, where there is one, is its short mark. Beside that
stands the question that :data:`ASKED` names, for who wants it in full again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from bot.dialogue.partner import Relation
from bot.dialogue.told import PARTNER, Told, levels_for_tests
from bot.replies import Words, words
from bot.replies.answers import question_button
from bot.replies.noting import phrase
from bot.replies.reply import Button, Reply
from express_entry.points import Argument, Because

NOT_ADVICE = Because("not-legal-advice", {})
ASKED: Mapping[str, str] = {"crs-notice-2026-11-03": "crs_change_november_2026"}
"""The answer that says in full what a short mark stands for."""


def on_levels(reply: Reply, told: Told, partner: Relation) -> Reply:
    """A calculation, saying of the levels that it takes from telling that the scores of a test decide."""
    say = words(reply.lang)
    stand = [test["levels"] for test in levels_for_tests(told).values()]
    phrases = [phrase(say, path, told[path], partner) for path in stand if not path.startswith(PARTNER)]
    theirs = [_of_partner(say, path, told[path], partner) for path in stand if path.startswith(PARTNER)]
    if not stand:
        return reply
    args: dict[str, Argument] = {"levels": say.listing([*phrases, *theirs]), "count": len(stand)}
    return replace(reply, caveats=(Because("levels-told", args), *reply.caveats))


def _of_partner(say: Words, path: str, levels: Any, partner: Relation) -> str:
    own = phrase(say, path.removeprefix(PARTNER), levels)
    return say("levels-of-partner", partner=say("partner-called", who=partner), levels=own)


def with_caveats(reply: Reply, said: Collection[str]) -> Reply:
    """The reply with its caveats in words at its end; those among ``said`` shortly."""
    say = words(reply.lang)
    ends = [line for caveat in reply.caveats if (line := _line(say, caveat, caveat.id in said))]
    if not ends:
        return reply
    explained = tuple(_explained(reply, said))
    return replace(reply, text="\n\n".join((reply.text, *ends)), buttons=(*reply.buttons, *explained))


def _explained(reply: Reply, said: Collection[str]) -> Iterator[Button]:
    """The questions behind the short marks of a reply."""
    for caveat in reply.caveats:
        asked = question_button(reply.lang, ASKED.get(caveat.id, "")) if caveat.id in said else None
        if asked is not None:
            yield replace(asked, minor=True)


def _line(say: Words, caveat: Because, short: bool) -> str:
    message = f"{caveat.id}-short" if short else caveat.id
    return say(message, **caveat.args) if message in say else ""
