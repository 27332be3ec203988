"""What-ifs in words: the number first, then what each change would give. Nothing here advises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.replies import Words, words
from bot.replies.buttons import EVERYTHING, IMPROVE, PRINCIPAL, buttons, payload
from bot.replies.reasons import pages, reason
from bot.replies.reply import Button, Reply, SourceLink
from bot.replies.score import rules_used
from express_entry.crs import Breakdown
from express_entry.points import Because
from express_entry.whatif import (
    EFFORT,
    FACT,
    NOMINATION,
    TIME,
    Drop,
    Expiry,
    Move,
    Supposition,
    WhatIf,
)
from express_entry.whatif.ways import WITHIN_REACH, within_reach

LISTED, LISTED_IN_FULL = 3, 8
"""How many changes a message lists, and how many when all of them are asked for."""
LISTED_PAIRS = 3
LISTED_DROPS = 5
HARDEST = EFFORT["certificate"]
"""What takes more than this is for those who ask for everything: nobody gets a doctorate for the points."""
AGE = ("button-age", "/ask_age_drop")
ONLY_TRUE = Because("improve-rules", {})


def improve_reply(lang: str, found: WhatIf, everything: bool = False) -> Reply:
    """What would raise the score most: the steps within reach, or with ``everything`` all of them."""
    say = words(lang)
    steps = [move for move in found.moves if move.kind not in (TIME, FACT) and move.id != NOMINATION]
    own = _different(steps) if everything else _different(steps, WITHIN_REACH)
    near = [move for move in own if move.effort < HARDEST] or own
    shown = own[:LISTED_IN_FULL] if everything else near[:LISTED]
    parts = [say("improve-headline" if shown else "improve-nothing", total=found.base.total)]
    parts += _list(say, shown)
    parts += [say("improve-nomination", gain=move.gain) for move in found.moves if move.id == NOMINATION]
    if everything:
        parts += _more_ways(say, found)
    all_of_it = (
        () if everything else (Button(say("button-all-ways"), payload("ask_improve", value=EVERYTHING)),)
    )
    choices = (AGE, *((PRINCIPAL,) if found.principal else ()))
    return Reply(
        "\n\n".join(parts),
        lang,
        (*all_of_it, *buttons(lang, *choices)),
        sources=sources_of(lang, found.base),
        caveats=(ONLY_TRUE, rules_used(found.base)),
    )


def _more_ways(say: Words, found: WhatIf) -> list[str]:
    """What takes time, what two changes give together, what a partner changes, what age takes."""
    later = [move for move in found.moves if move.kind == TIME]
    parts = _list(say, later[:LISTED], "improve-time")
    parts += _list(say, found.pairs[:LISTED_PAIRS], "improve-pairs")
    parts += [say("improve-partner", total=move.total) for move in found.moves if move.kind == FACT]
    if found.principal and found.principal.partner.total > found.base.total:
        parts.append(say("improve-principal", total=found.principal.partner.total))
    parts += [
        say("improve-age", date=drop.date, age=drop.age, loss=drop.loss)
        for drop in found.age_drops[:1]
        if drop.date is not None
    ]
    return parts


def age_reply(
    lang: str,
    base: Breakdown,
    drops: Sequence[Drop],
    expiries: Sequence[Expiry],
    age_told: bool,
    scored: bool = True,
) -> Reply:
    """On which days points are lost: to age, and to results that expire; totals only where there is a score
    (``scored``)."""
    say = words(lang)
    parts = [_age_headline(say, drops, age_told, scored)]
    if scored and len(drops) > 1:
        parts.append("\n".join(_age_line(say, drop) for drop in drops[:LISTED_DROPS]))
    if expiries:
        lines = [
            say("expiry-line", date=each.date, what=each.what.replace(".", "_"), total=each.total)
            for each in expiries
        ]
        parts.append("\n".join((say("expiry-headline"), *lines)))
    return Reply(
        "\n\n".join(parts),
        lang,
        buttons(lang, IMPROVE),
        sources=sources_of(lang, base),
        caveats=(rules_used(base),),
    )


def suppose_reply(
    lang: str,
    found: Supposition,
    lines: str,
    save: str | None = None,
    together: bool = False,
    held: int | None = None,
    first_of_all: bool = False,
    in_lines: bool = False,
    letters: tuple[str, int] | None = None,
    assumed: str | None = None,
    later: int | None = None,
) -> Reply:
    """The score with something supposed, and that nothing was saved.

    Args:
        lang: the person's language.
        found: the scores before and after.
        lines: the payload of the button that shows every line that changes.
        save: the payload of a button that makes what was supposed a fact; None: no such button.
        together: whether it goes on from the what-if before.
        held: the level that is supposed, where there is more already.
        first_of_all: whether there is no score without it, since no test is told yet.
        in_lines: whether the lines that change are shown at once.
        letters: the level in letters that was named, and the one that stands for it.
        assumed: the test that scores were taken to be of, where nobody named one.
        later: the age in some years, where nothing else is supposed to change until then.
    """
    say = words(lang)
    if first_of_all:
        sentences = [say("suppose-first", total=found.after.total)]
    else:
        sentences = [_difference(say, found) if held is None else _already(say, found, held)]
    if together:
        sentences.append(say("suppose-together"))
    shown = in_lines and 0 < len(found.because) <= LISTED_IN_FULL
    choices = (
        *((Button(say("button-suppose-lines"), lines),) if found.because and not shown else ()),
        *((Button(say("button-save-supposed"), save),) if save else ()),
        *buttons(lang, IMPROVE),
    )
    listed = ["\n".join(_lines(say, found))] if shown else []
    level = [say("suppose-letters-one", letters=letters[0].upper(), level=letters[1])] if letters else []
    taken = [say("suppose-assumed-test", test=assumed)] if assumed else []
    then = [say("suppose-later", age=later)] if later is not None else []
    return Reply(
        "\n\n".join((" ".join((*sentences, say("suppose-not-saved"))), *then, *listed, *level, *taken)),
        lang,
        choices,
        sources=sources_of(lang, found.after),
        caveats=(rules_used(found.after),),
    )


def suppose_letters(lang: str, found: Mapping[tuple[str, int], Supposition]) -> Reply:
    """The score with each of several levels in letters, by the letters and the level that stands for them."""
    say = words(lang)
    lines = [
        say("suppose-letters-line", letters=letters.upper(), level=level, total=each.after.total)
        for (letters, level), each in found.items()
    ]
    (one, *_) = found.values()
    names = say.listing([letters.upper() for letters, _ in found])
    return Reply(
        "\n\n".join(("\n".join(lines), say("suppose-letters-note", letters=names), say("suppose-not-saved"))),
        lang,
        buttons(lang, IMPROVE),
        sources=sources_of(lang, one.after),
        caveats=(rules_used(one.after),),
    )


def suppose_levels(
    lang: str, before: Breakdown, framework: str, found: Mapping[int, Supposition], theirs: bool
) -> Reply:
    """What each level of a language would give that somebody learns; that it gives nothing where it does."""
    say = words(lang)
    lines = [
        say(
            "suppose-level-line",
            framework=framework,
            level=level,
            gain=each.gain,
            total=each.after.total,
        )
        for level, each in found.items()
    ]
    most = max((each.gain for each in found.values()), default=0)
    head = say(
        "suppose-levels" if lines else "suppose-levels-nothing",
        most=most,
        total=before.total,
        whose="partner" if theirs else "self",
    )
    listed = ["\n".join(lines)] if lines else []
    return Reply(
        "\n\n".join((head, *listed, say("suppose-not-saved"))),
        lang,
        buttons(lang, IMPROVE),
        sources=sources_of(lang, before),
        caveats=(rules_used(before),),
    )


def suppose_place(lang: str, before: Breakdown, place: str, gains: Mapping[str, int]) -> Reply:
    """What it gives to live elsewhere in Canada: nothing, but what a nomination and work there would add."""
    text = words(lang)("suppose-place", place=place, total=before.total, **gains)
    return Reply(
        text,
        lang,
        buttons(lang, IMPROVE),
        sources=sources_of(lang, before),
        caveats=(rules_used(before),),
    )


def suppose_total(lang: str, found: Supposition, dropped: bool = False) -> Reply:
    """The number of a what-if again; or what the score is without it."""
    say = words(lang)
    message = "suppose-dropped" if dropped else "suppose-total"
    text = say(message, total=found.after.total, before=found.before.total)
    return Reply(
        text,
        lang,
        buttons(lang, IMPROVE),
        sources=sources_of(lang, found.after),
        caveats=(rules_used(found.after),),
    )


def suppose_unchanged(lang: str, base: Breakdown | None) -> Reply:
    """Nothing of a what-if was kept; with the score as it is, where there is one."""
    say = words(lang)
    still = [say("suppose-still", total=base.total)] if base else []
    caveats = (rules_used(base),) if base else ()
    return Reply(" ".join((say("suppose-unchanged"), *still)), lang, buttons(lang, IMPROVE), caveats=caveats)


def suppose_not_kept(lang: str) -> Reply:
    """What was supposed is a level or a result still to come: what it takes to keep it."""
    return Reply(words(lang)("suppose-not-kept"), lang, buttons(lang, IMPROVE))


def compare_reply(lang: str, base: Breakdown, ways: Sequence[Move], beside: Sequence[str] = ()) -> Reply:
    """Two ways that were weighed against each other: which gives more, then both with their totals.
    ``beside`` is what one of them opens."""
    say = words(lang)
    first, second = sorted(ways, key=lambda move: -move.gain)
    if not first.gain:
        head = say("compare-nothing", total=base.total)
    elif first.gain == second.gain:
        head = say("compare-same", gain=first.gain)
    else:
        head = say("compare-more", first=changes(say, first), gain=first.gain, other=second.gain)
    decides = [say("compare-province")] if any("whatif-nomination" in _names(each) for each in ways) else []
    return Reply(
        "\n\n".join((head, *_list(say, (first, second)), *decides, *beside, say("suppose-not-saved"))),
        lang,
        buttons(lang, IMPROVE),
        sources=sources_of(lang, base),
        caveats=(rules_used(base),),
    )


def _names(move: Move) -> set[str]:
    return {because.id for because in move.changes}


def partner_reply(lang: str, comes: Breakdown, stays: Breakdown) -> Reply:
    """A score with a partner who comes, and with one who stays."""
    say = words(lang)
    more = abs(comes.total - stays.total)
    better = "partner-comes" if comes.total > stays.total else "partner-stays"
    text = say(better if more else "partner-same", points=more, comes=comes.total, stays=stays.total)
    return Reply(
        "\n\n".join((text, say("partner-declared"))),
        lang,
        buttons(lang, PRINCIPAL, IMPROVE),
        sources=sources_of(lang, comes),
        caveats=(rules_used(comes),),
    )


def suppose_lines(lang: str, found: Supposition) -> Reply:
    """The same line by line."""
    say = words(lang)
    return Reply(
        "\n\n".join((_difference(say, found), "\n".join(_lines(say, found)))),
        lang,
        buttons(lang, IMPROVE),
        sources=sources_of(lang, found.after),
        caveats=(rules_used(found.after),),
    )


def _lines(say: Words, found: Supposition) -> list[str]:
    return [say("suppose-line", change=reason(say, because)) for because in found.because]


def _already(say: Words, found: Supposition, level: int) -> str:
    """A level below what there is: true, and no loss to fear."""
    before, after = found.before.total, found.after.total
    return say("suppose-held", level=level, before=before, total=after, points=before - after)


def _difference(say: Words, found: Supposition) -> str:
    """What is supposed in one number."""
    before, after = found.before.total, found.after.total
    if not found.gain:
        return say("suppose-same", total=after)
    message = "suppose-more" if found.gain > 0 else "suppose-less"
    return say(message, total=after, points=abs(found.gain), before=before)


def ways_reply(lang: str, base: Breakdown, target: int, ways: Sequence[Move], most: int) -> Reply:
    """The ways to a score of ``target`` with the fewest changes, of which up to ``most`` were combined."""
    say = words(lang)
    if base.total >= target:
        parts = [say("ways-there", total=base.total)]
    elif not ways:
        parts = [say("ways-none", target=target, changes=most)]
    else:
        lines = [
            say("improve-move", gain=way.gain, total=way.total, change=changes(say, way)) for way in ways
        ]
        parts = ["\n".join((say("ways-headline", target=target, changes=len(ways[0].ids)), *lines))]
    return Reply(
        "\n\n".join(parts),
        lang,
        buttons(lang, IMPROVE),
        sources=sources_of(lang, base),
        caveats=(ONLY_TRUE, rules_used(base)),
    )


def changes(say: Words, move: Move) -> str:
    """A move's changes, joined."""
    text = reason(say, move.changes[0])
    for because in move.changes[1:]:
        second = reason(say, because)
        text = say("improve-and", first=text, second=second[0].lower() + second[1:])
    return text


def _different(moves: Sequence[Move], share: float = 1) -> list[Move]:
    """One move of each thing that can be changed, such as a test or the education, the most first: the
    smallest one that gives at least this ``share`` of what the best does."""
    groups: dict[str, list[Move]] = {}
    for move in moves:
        name = move.id.rsplit(".", 2)[0] if move.id.count(".") > 1 else move.id.split(".")[0]
        groups.setdefault(name, []).append(move)
    return sorted((within_reach(group, share) for group in groups.values()), key=lambda move: -move.gain)


def _list(say: Words, moves: Sequence[Move], title: str = "") -> list[str]:
    if not moves:
        return []
    lines = [
        say("improve-move", gain=move.gain, total=move.total, change=changes(say, move)) for move in moves
    ]
    return ["\n".join(((say(title),) if title else ()) + tuple(lines))]


def _age_headline(say: Words, drops: Sequence[Drop], age_told: bool, scored: bool) -> str:
    if not age_told:
        return say("age-untold")
    if not drops:
        return say("age-none")
    first = drops[0]
    if first.date is None:
        return say(
            "age-headline-undated" if scored else "age-loss-undated",
            age=first.age,
            loss=first.loss,
            total=first.total,
        )
    return say(
        "age-headline" if scored else "age-loss",
        date=first.date,
        age=first.age,
        loss=first.loss,
        total=first.total,
    )


def _age_line(say: Words, drop: Drop) -> str:
    if drop.date is None:
        return say("age-line-undated", age=drop.age, total=drop.total)
    return say("age-line", date=drop.date, age=drop.age, total=drop.total)


def sources_of(lang: str, base: Breakdown) -> tuple[SourceLink, ...]:
    """The pages behind a score."""
    rules = (base.rules.source,) if base.rules.source is not None else ()
    return pages(lang, (*(line.source for line in base.lines), *rules))
