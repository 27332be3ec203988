"""What is said where too little is known to calculate: the rule in general, and all that is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.partner import Relation
from bot.dialogue.ready import Calculation
from bot.replies import Words, words
from bot.replies.buttons import payload
from bot.replies.describe import key
from bot.replies.reply import Button, Reply

ONE_BY_ONE = payload("start", value="score")


def not_ready(lang: str, calculation: Calculation, missing: Sequence[str]) -> Reply:
    """The general rule in a sentence or two, and what is missing, to be answered in one message."""
    say = words(lang)
    text = f"{say(f'ready-{key(calculation)}')}\n\n{still_needed(say, missing)}"
    return Reply(text, lang, (Button(say("button-one-by-one"), ONE_BY_ONE),))


def needed(lang: str, missing: Sequence[str]) -> Reply:
    """Nothing but what is missing for the score."""
    say = words(lang)
    return Reply(still_needed(say, missing), lang, (Button(say("button-one-by-one"), ONE_BY_ONE),))


def with_rule(unready: Reply, rule: Reply, missing: Sequence[str]) -> Reply:
    """What is said instead of a calculation, about the one thing that was asked about: its rule first."""
    needed = still_needed(words(unready.lang), missing)
    return replace(unready, text=f"{rule.text}\n\n{needed}", sources=rule.sources, caveats=rule.caveats)


def partner_unready(unready: Reply, partner: Relation, missing: Sequence[str]) -> Reply:
    """What is said to whoever wonders whether the partner is to come: how either way is scored, and what is
    missing for both totals."""
    say = words(unready.lang)
    rule = say("ready-partner", partner=say("partner-called", who=partner))
    return replace(unready, text=f"{rule}\n\n{still_needed(say, missing)}")


def still_needed(say: Words, missing: Sequence[str]) -> str:
    """What is missing, as one request with an example of an answer to all of it."""
    needs = say.listing([say(f"need-{key(need)}") for need in missing])
    example = ", ".join(say(f"need-{key(need)}-example") for need in missing)
    return say("ready-needed", needs=needs, example=example)
