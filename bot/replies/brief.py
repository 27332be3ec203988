"""A reply again in few words, for whoever did not follow it."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.replies import words
from bot.replies.reply import Reply

SENTENCES = 2
_ENDS = re.compile(r"(?<=[.!?])(\**)\s+")


def in_brief(reply: Reply) -> Reply:
    """The first sentences of a reply, without its lines; of the score the number and what it is made of."""
    say = words(reply.lang)
    first = next((part for part in reply.text.split("\n\n") if part.strip()), "")
    if reply.table is not None and reply.table.kind == "score":
        return replace(reply, text=f"{first} {say('ready-score')}", table=None, image=None, caveats=())
    sentences = _ENDS.sub(r"\1\n", first).split("\n")
    text = say("in-brief", text=" ".join(sentences[:SENTENCES]).strip())
    return replace(reply, text=text, table=None, image=None, caveats=())
