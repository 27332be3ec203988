"""Levels of test scores in words, and the scores that a level needs: read off the official tables."""

from __future__ import annotations

from collections.abc import Mapping

from bot.replies import Argument, Words, words
from bot.replies.buttons import START, buttons
from bot.replies.describe import key
from bot.replies.reasons import pages
from bot.replies.reply import Reply
from express_entry.language import Looked
from express_entry.vocabulary import ABILITIES

TOP = 10
"""Express Entry tells no levels above it apart."""
LOWEST = 4
"""The first level of the tables."""


def levels_reply(lang: str, scores: Mapping[str, float], found: Mapping[str, Looked]) -> Reply:
    """The levels of ``scores`` (by ability) in each test that they can be of (by its id)."""
    say = words(lang)
    parts = [_levels(say, test, scores, looked, alone=len(found) == 1) for test, looked in found.items()]
    if len(found) > 1:
        parts.append(say("levels-which-test"))
    elif len(scores) > 1:
        parts.append(say("levels-each-alone"))
    scales = [looked.scale for looked in found.values() if looked.scale is not None]
    parts += [say(f"because-tef-{key(scale)}") for scale in scales]
    return _reply(lang, parts, found)


def needed_reply(lang: str, level: int, abilities: tuple[str, ...], found: Mapping[str, Looked]) -> Reply:
    """The lowest scores for ``level`` in some abilities, test by test."""
    say = words(lang)
    parts = [_needed(say, test, level, abilities, looked) for test, looked in found.items()]
    return _reply(lang, [*parts, say("levels-each-alone")], found)


def _reply(lang: str, parts: list[str], found: Mapping[str, Looked]) -> Reply:
    sources = pages(lang, (looked.source for looked in found.values()))
    return Reply("\n\n".join(parts), lang, buttons(lang, START), sources=sources)


def _levels(say: Words, test: str, scores: Mapping[str, float], looked: Looked, alone: bool) -> str:
    name = say(f"test-{key(test)}")
    reached = [ability for ability in scores if looked.found[ability]] or list(scores)
    if len({(scores[each], looked.found[each]) for each in reached}) == 1 and len(reached) == len(ABILITIES):
        args = {"test": name, "score": say.number(scores[reached[0]])}
        return say("levels-every", level=_level(say, looked, reached[0]), **args)
    if len(reached) == 1:
        ability = reached[0]
        args = {"test": name, "ability": say(f"ability-{ability}"), "score": say.number(scores[ability])}
        first = say("levels-one", level=_level(say, looked, ability), **args)
        return " ".join((first, *(_more(say, looked, ability) if alone else ())))
    lines = [
        say(
            "levels-line",
            ability=say(f"ability-{ability}"),
            score=say.number(scores[ability]),
            level=_level(say, looked, ability),
        )
        for ability in reached
    ]
    return "\n".join((say("levels-headline", test=name, framework=looked.framework), *lines))


def _level(say: Words, looked: Looked, ability: str) -> str:
    level = int(looked.found[ability])
    kind = "top" if level >= TOP else "known" if level else "below"
    return say(f"levels-level-{kind}", framework=looked.framework, level=level or LOWEST)


def _more(say: Words, looked: Looked, ability: str) -> tuple[str, ...]:
    """Where the next level begins; for a score below all levels also from where to where scores run."""
    if ability not in looked.next:
        return ()
    level, score = looked.next[ability]
    least, most = looked.ranges[ability]
    following = say("levels-next", framework=looked.framework, level=level, score=say.number(score))
    if looked.found[ability]:
        return (following,)
    return (say("levels-range", least=say.number(least), most=say.number(most)), following)


def _needed(say: Words, test: str, level: int, abilities: tuple[str, ...], looked: Looked) -> str:
    shown = min(max(level, LOWEST), TOP)
    args: dict[str, Argument] = {
        "test": say(f"test-{key(test)}"),
        "framework": looked.framework,
        "level": shown,
    }
    scores = [
        say("levels-score", ability=say(f"ability-{each}"), score=say.number(looked.found[each]))
        for each in abilities
    ]
    return say("levels-needed", scores=say.listing(scores), **args)
