"""The score in words: the number first, then every line with its reason, then what it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.dialogue.reached import Reached
from bot.dialogue.told import TEST_PATHS
from bot.replies import Words, words
from bot.replies.buttons import EVERYTHING, after_score_buttons, payload
from bot.replies.crs import line_name, section_name
from bot.replies.describe import fact_name, key
from bot.replies.reasons import pages
from bot.replies.reply import Button, Reply, SourceLink, Table, TableRow
from express_entry.crs import Breakdown
from express_entry.points import Because, Source
from express_entry.renewal import lapsed

ORDER = "because-better-first"
"""The reason that says which language counts as the first."""
ECA = "eca_date"
NAMED = 3
"""How many open facts a score names."""


def left_out(say: Words, reached: Reached) -> list[str]:
    """What a total leaves out and why, in a sentence; and that nobody told when a test was taken."""
    things = [sentence(say, reason) for reason in reached.without]
    return [
        *([say("score-without", things=say.listing(things))] if things else []),
        *([say("score-undated")] if reached.undated else []),
    ]


def score_reply(
    lang: str,
    breakdown: Breakdown,
    before: int | None,
    renewed: int | None = None,
    rests_on: Reached | None = None,
) -> Reply:
    """The score in a line or two, the sections, and every line of it one press away.

    Args:
        lang: the person's language.
        breakdown: what was calculated.
        before: the total that they were told last, if any.
        renewed: the total with valid tests and assessments, where something of them does not count now.
        rests_on: what it leaves out and takes for granted.
    """
    say = words(lang)
    parts = [_headline(say, breakdown, before), sections(say, breakdown)]
    rests = [] if rests_on is None else left_out(say, rests_on)
    if rests_on is not None and rests_on.supposes_eca:
        rests.append(say("score-supposes-eca"))
    if renewed is not None:
        why = [] if rests_on else [sentence(say, reason) for reason in lapsed(breakdown.lines)]
        rests = [*why, *rests, say("score-renewed", total=renewed)]
    if rests:
        parts.append(" ".join(rests))
    parts += [
        sentence(say, reason) for line in breakdown.lines for reason in line.because if reason.id == ORDER
    ]
    supposed = rests_on is not None and rests_on.supposes_eca  # it was named above
    if still := [path for path in breakdown.missing if not (supposed and path == ECA)]:
        parts.append(_still_open(say, still))
    return Reply(
        "\n\n".join(parts),
        lang,
        after_score_buttons(lang, couple=bool(_of_partner(breakdown)), lapsed=renewed is not None),
        table=_table(lang, breakdown),
        sources=pages(lang, _sources(breakdown)),
        caveats=(rules_used(breakdown),),
    )


def rules_used(breakdown: Breakdown) -> Because:
    """By the rules of which day a score was made, and what they lack."""
    return breakdown.rules.notice or Because("score-rules", {"date": breakdown.rules.date})


def in_full(reply: Reply) -> Reply:
    """The same reply with its table open."""
    return replace(reply, table=replace(reply.table, folded=None)) if reply.table else reply


def beside_picture(reply: Reply) -> Reply:
    """The same reply with its first line alone: a picture says the rest."""
    return replace(reply, text=reply.text.partition("\n\n")[0], table=None)


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


def _of_partner(breakdown: Breakdown) -> int:
    """How many lines look at a partner: none where nobody comes along."""
    return sum(line.section == "B" for line in breakdown.lines)


def sections(say: Words, breakdown: Breakdown, called: Mapping[str, str] | None = None) -> str:
    """The points of each section that there is, some by another name; a partner's only where one counts."""
    counting = {line.section for line in breakdown.lines}
    return " · ".join(
        say("score-section", name=(called or {}).get(section) or section_name(say, section), points=points)
        for section, points in breakdown.sections.items()
        if section in counting
    )


def open_fact(say: Words, path: str) -> str:
    """What was not told, as a part of a sentence: "your age"."""
    message = f"open-{key(path)}"
    return say(message) if message in say else fact_name(say, path)


def _still_open(say: Words, missing: Sequence[str]) -> str:
    """What was not told and could change the score, in the person's words; the first few of many."""
    named = [open_fact(say, path) for path in missing[:NAMED]]
    if len(missing) > NAMED:
        named[-1:] = [say("open-more")]
    still = say("score-open", count=len(missing), things=say.listing(named))
    return f"{still} {say('score-aim')}" if TEST_PATHS[0] in missing else still


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
    unfold = Button(say("button-every-line"), payload("show_score", value=EVERYTHING))
    return Table(say("score-caption"), rows, total, kind="score", folded=unfold)


def _sources(breakdown: Breakdown) -> list[Source]:
    """What the lines and the notice rest on."""
    notice = breakdown.rules.source
    return [*(line.source for line in breakdown.lines), *([notice] if notice is not None else [])]
