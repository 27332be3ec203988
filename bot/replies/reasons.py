"""Reasons in words, and the official pages that they rest on."""

from __future__ import annotations

from collections.abc import Iterable

from bot.replies import Words
from bot.replies.crs import line_name
from bot.replies.reply import SourceLink
from express_entry.points import Because, Source


def reason(say: Words, because: Because) -> str:
    """One reason; a line of the score that it names is called by its label."""
    args = dict(because.args)
    if "line" in args:
        args["line"] = line_name(say, str(args["line"]))
    return say(because.id, **args)


def reasons(say: Words, several: Iterable[Because]) -> str:
    """Reasons, one after the other."""
    return " ".join(reason(say, because) for because in several)


def pages(lang: str, sources: Iterable[Source]) -> tuple[SourceLink, ...]:
    """The pages of sources, each once, in their order."""
    found: dict[str, SourceLink] = {}
    for source in sources:
        url = source.url(lang)
        found.setdefault(url, SourceLink(source.title(lang), url, source.checked.isoformat()))
    return tuple(found.values())
