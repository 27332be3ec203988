"""The score in words: the number first, then every line with its reason, then what it rests on."""

from __future__ import annotations

from bot.replies import Words, words
from bot.replies.buttons import START, after_score_buttons, buttons
from bot.replies.crs import line_name
from bot.replies.describe import key
from bot.replies.reasons import pages
from bot.replies.reply import Reply, SourceLink, Table, TableRow
from express_entry.crs import Breakdown
from express_entry.points import Because, Source


def score_reply(lang: str, breakdown: Breakdown, before: int | None) -> Reply:
    """The score with its table.

    Args:
        lang: the person's language.
        breakdown: what was calculated.
        before: the total that they were told last, if any.
    """
    say = words(lang)
    parts = [_headline(say, breakdown, before)]
    if breakdown.missing:
        facts = ", ".join(say(f"fact-{key(path)}") for path in breakdown.missing)
        parts.append(say("score-missing", facts=facts))
    notice = breakdown.rules.notice or Because("score-rules", {"date": breakdown.rules.date})
    parts.append(sentence(say, notice))
    return Reply(
        "\n\n".join(parts),
        lang,
        after_score_buttons(lang),
        table=_table(lang, breakdown),
        sources=pages(lang, _sources(breakdown)),
    )


def nothing_told(lang: str) -> Reply:
    """There is nothing yet to calculate from."""
    return Reply(words(lang)("score-nothing"), lang, buttons(lang, START))


def sentence(say: Words, reason: Because) -> str:
    """A reason in words."""
    return say(reason.id, **reason.args)


def _headline(say: Words, breakdown: Breakdown, before: int | None) -> str:
    total = breakdown.total
    line = say("score-so-far" if breakdown.missing else "score-total", total=total)
    if before is None or before == total:
        return line
    change = "score-more" if total > before else "score-less"
    return f"{line} {say(change, points=abs(total - before), before=before)}"


def _table(lang: str, breakdown: Breakdown) -> Table:
    say = words(lang)
    rows = tuple(
        TableRow(
            line_name(say, line.id),
            line.points,
            line.max,
            " ".join(sentence(say, reason) for reason in line.because),
            SourceLink(line.source.title(lang), line.source.url(lang)),
        )
        for line in breakdown.lines
    )
    total = TableRow(say("score-sum"), breakdown.total, breakdown.max)
    return Table(say("score-caption"), rows, total, kind="score")


def _sources(breakdown: Breakdown) -> list[Source]:
    """What the lines and the notice rest on."""
    notice = breakdown.rules.source
    return [*(line.source for line in breakdown.lines), *([notice] if notice is not None else [])]
