"""What something is worth, and why a line of the score is what it is: the number first, then its rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.replies import Argument, Words, words
from bot.replies.buttons import IMPROVE, SCORE, START, buttons
from bot.replies.crs import line_name, section_name
from bot.replies.describe import key
from bot.replies.reasons import pages, reasons
from bot.replies.reply import Reply
from bot.replies.score import rules_used
from express_entry.crs import Breakdown
from express_entry.points import Line, Source
from express_entry.whatif import Supposition
from express_entry.worth import AtMost, Points, Worth

LISTED = 4
"""How many lines of a score a message lists."""
TOGETHER = "C"
"""The section in which points come from two things at once, under one limit: told as one line."""
OTHERS = frozenset({"additional.nomination", "additional.job_offer"})
"""Lines that other people decide about: no gap of one's own."""
LEVELS = {
    "first_language_lowest": "first_language",
    "french_lowest": "french",
    "english_lowest": "english",
}


@dataclass(frozen=True)
class Mine:
    """What somebody has, who asks what something is worth.

    Attributes:
        score: their score.
        couple: whether the column for candidates with an accompanying partner is theirs.
        supposed: the score without and with what is asked about; None where it is theirs already or a step
            back, which nobody asks for.
        held: whether it is theirs already.
    """

    score: Breakdown
    couple: bool
    supposed: Supposition | None
    held: bool


def worth_reply(
    lang: str,
    fact: str,
    value: Any,
    found: Sequence[Worth],
    rules: Breakdown,
    mine: Mine | None,
    french: bool = False,
) -> Reply:
    """What a fact with a value is worth: for this person where enough is known, then by the rule.

    Args:
        lang: the person's language.
        fact: in the words of :data:`express_entry.factors.FACTS`.
        value: its value.
        found: what it gives, line by line.
        rules: a score of the same day, for what it rests on.
        mine: what the person has; None where too little is known.
        french: whether the level is one of French as the first language.
    """
    say = words(lang)
    name = say("thing-french-first", number=value) if french else thing(say, fact, value)
    rule = _rule(say, name, found, mine)
    if mine is not None and mine.held:
        parts = [f"{rule} {say('points-held')}", *_have(say, found, mine.score)]
    elif mine is not None and mine.supposed is not None:
        parts = [_gain(say, mine.supposed), rule]
    else:
        parts = [rule, *_together(say, found)]
    choices = (START,) if mine is None else (IMPROVE, SCORE)
    return _reply(lang, parts, [each.source for each in found], rules, *choices)


def either_reply(lang: str, either: Sequence[tuple[str, Any, Sequence[Worth]]], rules: Breakdown) -> Reply:
    """What two facts with a value are worth by the rule, one under the other, the one that gives more first.

    Args:
        lang: the person's language.
        either: each fact with its value, and what it gives line by line.
        rules: a score of the same day, for what it rests on.
    """
    say = words(lang)
    by_points = sorted(either, key=lambda each: -_alone(each[2]))
    lines = [_rule(say, thing(say, fact, value), found, None) for fact, value, found in by_points]
    sources = [line.source for _, _, found in by_points for line in found]
    return _reply(lang, ["\n".join(f"- {line}" for line in lines)], sources, rules, START)


def _alone(found: Sequence[Worth]) -> int:
    """The points that a fact gives by itself, without a partner who comes."""
    return _sum(each.without_spouse for each in found if not each.with_others) or 0


def _gain(say: Words, supposed: Supposition) -> str:
    before, after = supposed.before.total, supposed.after.total
    if not supposed.gain:
        return say("suppose-same", total=before)
    return say("suppose-more", total=after, points=supposed.gain, before=before)


def _rule(say: Words, name: str, found: Sequence[Worth], mine: Mine | None) -> str:
    """The points that it gives by itself; where it only counts with something else, the most of that."""
    alone = [each for each in found if not each.with_others]
    if not alone:
        return say("points-only-together", points=max(map(_most, found), default=0), thing=name)
    single, couple = _sum(each.without_spouse for each in alone), _sum(each.with_spouse for each in alone)
    if mine is not None or None in (single, couple) or single == couple:
        own = couple if single is None or (mine is not None and mine.couple) else single
        return say("points-alone", points=own or 0, thing=name)
    return say("points-alone-couple", points=single or 0, couple=couple or 0, thing=name)


def _sum(points: Iterable[Points | None]) -> int | None:
    told = [each.least for each in points if each is not None]
    return sum(told) if told else None


def _most(worth: Worth) -> int:
    return max(each.most for each in (worth.without_spouse, worth.with_spouse) if each is not None)


def _together(say: Words, found: Sequence[Worth]) -> list[str]:
    """What it gives besides, together with something else."""
    lines = [
        say(
            "points-together",
            points=_most(each),
            others=say.listing([say(f"factor-{key(name)}") for name in each.with_others]),
        )
        for each in found
        if each.with_others and _most(each)
    ]
    return ["\n".join((say("points-together-headline"), *lines))] if lines else []


def _have(say: Words, found: Sequence[Worth], score: Breakdown) -> list[str]:
    """What it gives the person together with something else."""
    with_others = {each.id for each in found if each.with_others}
    lines = [_brief(say, line) for line in score.lines if line.id in with_others]
    return ["\n".join((say("points-together-headline"), *lines))] if lines else []


def thing(say: Words, fact: str, value: Any) -> str:
    """A fact with its value, as a part of a sentence: "a master's", "CLB 9 in all four abilities"."""
    if isinstance(value, bool):
        return say(f"thing-{key(fact)}")
    return say(f"thing-{key(fact)}", **{"level" if isinstance(value, str) else "number": value})


def gone_reply(lang: str, line: AtMost, rules: Breakdown) -> Reply:
    """What gives no points any more, and since when."""
    say = words(lang)
    assert line.repealed is not None
    text = say("points-gone", date=line.repealed)
    return _reply(lang, [text], [line.source], rules, IMPROVE)


def since_reply(lang: str, line: AtMost, rules: Breakdown) -> Reply:
    """Since when something gives no points any more."""
    assert line.repealed is not None
    text = words(lang)("points-gone-since", date=line.repealed)
    return _reply(lang, [text], [line.source], rules, IMPROVE)


def most_reply(lang: str, found: Sequence[AtMost], mine: Breakdown | None, rules: Breakdown) -> Reply:
    """The most that lines give, what it takes, and what the person has of it."""
    say = words(lang)
    first, *others = found
    have = {line.id: line.points for line in mine.lines} if mine else {}
    parts = [_at_most(say, first)]
    parts += [say("points-yours", points=have[first.id])] if first.id in have else []
    parts += [_steps(say, first)] if first.full_from else []
    brief = [f"- {_at_most(say, each)}" for each in others[:LISTED]]
    text = [" ".join(parts), *(["\n".join(brief)] if brief else [])]
    return _reply(lang, text, [each.source for each in found], rules, IMPROVE if mine else START)


def _at_most(say: Words, line: AtMost) -> str:
    own = next(each for each in (line.without_spouse, line.with_spouse, 0) if each is not None)
    couple = own if line.without_spouse is None else line.with_spouse
    args: dict[str, Argument] = {"points": own, "line": line_name(say, line.id)}
    return (
        say("points-most", **args) if couple == own else say("points-most-couple", couple=couple or 0, **args)
    )


def _steps(say: Words, line: AtMost) -> str:
    """From where a line of several facts gives points, and from where all of them."""
    start, full = (
        say.listing([_value(say, name, value) for name, value in named.items() if value != 0])
        for named in (line.from_on, line.full_from)
    )
    return say("points-steps" if start != full else "points-steps-same", start=start, full=full)


def _value(say: Words, name: str, value: Any) -> str:
    return thing(say, LEVELS.get(name, name), True if value == "yes" else value)


def lines_reply(lang: str, breakdown: Breakdown, lines: Sequence[Line], steps: Mapping[str, AtMost]) -> Reply:
    """Why lines of the person's score have their points, the line that was asked about first."""
    say = words(lang)
    first, *others = lines
    line = say("points-line", points=first.points, most=first.max, line=line_name(say, first.id))
    parts = [f"{line} {reasons(say, first.because)}"]
    if steps[first.id].full_from and first.points < first.max:
        parts.append(_steps(say, steps[first.id]))
    if others:
        parts.append("\n".join(_brief(say, each) for each in others[:LISTED]))
    return _explained(lang, breakdown, parts, lines)


def _brief(say: Words, line: Line) -> str:
    return say("points-line-brief", line=line_name(say, line.id), points=line.points, most=line.max)


def section_reply(lang: str, breakdown: Breakdown, section: str) -> Reply:
    """Why a part of the person's score has its points: the lines in it that have some."""
    say = words(lang)
    lines = [line for line in breakdown.lines if line.section == section]
    shown = [line for line in lines if line.points] or lines[:LISTED]
    name = section_name(say, section)
    parts = [say("points-section", points=breakdown.sections[section], section=name)]
    parts.append("\n".join(f"{_brief(say, line)}. {reasons(say, line.because)}" for line in shown))
    return _explained(lang, breakdown, parts, lines)


def gaps_reply(lang: str, breakdown: Breakdown) -> Reply:
    """Why a score is no higher: the lines of one's own that have the most left."""
    say = words(lang)
    own = [line for line in breakdown.lines if line.section != TOGETHER and line.id not in OTHERS]
    widest = sorted(own, key=lambda line: line.points - line.max)[:LISTED]
    together = say(
        "points-gaps-together",
        section=section_name(say, TOGETHER),
        points=breakdown.sections[TOGETHER],
    )
    lines = (_brief(say, line) for line in widest if line.points < line.max)
    parts = [say("points-gaps", total=breakdown.total), "\n".join((*lines, together))]
    return _explained(lang, breakdown, parts, widest)


def _explained(lang: str, breakdown: Breakdown, parts: Sequence[str], lines: Sequence[Line]) -> Reply:
    return _reply(lang, parts, [line.source for line in lines], breakdown, IMPROVE, SCORE)


def _reply(
    lang: str, parts: Sequence[str], sources: Sequence[Source], rules: Breakdown, *choices: tuple[str, str]
) -> Reply:
    return Reply(
        "\n\n".join(parts),
        lang,
        buttons(lang, *choices),
        sources=pages(lang, sources),
        caveats=(rules_used(rules),),
    )
