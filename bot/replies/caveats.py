"""What qualifies a reply: in full once in a conversation, afterwards as a short mark or not at all.

A caveat is a message of the catalogs; ``<id>-short``, where there is one, is its short mark.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from bot.replies import Words, words
from bot.replies.reply import Reply
from express_entry.points import Because

NOT_ADVICE = Because("not-legal-advice", {})


def with_caveats(reply: Reply, said: Collection[str]) -> Reply:
    """The reply with its caveats in words at its end; those among ``said`` shortly."""
    say = words(reply.lang)
    ends = [line for caveat in reply.caveats if (line := _line(say, caveat, caveat.id in said))]
    return replace(reply, text="\n\n".join((reply.text, *ends))) if ends else reply


def _line(say: Words, caveat: Because, short: bool) -> str:
    message = f"{caveat.id}-short" if short else caveat.id
    return say(message, **caveat.args) if message in say else ""
