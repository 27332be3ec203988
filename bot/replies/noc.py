"""Occupations in words: what a job title may mean, whether it is skilled work, which categories list it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from bot.replies import Words, words
from bot.replies.buttons import NOC, buttons, payload
from bot.replies.links import page
from bot.replies.reply import Button, Reply, SourceLink
from bot.replies.rounds import kind_name
from express_entry.occupations.noc import classification
from express_entry.occupations.search import SURE, Match, Option, of_codes

LISTED, LISTED_FIRST = 5, 12
"""The most occupations that a message names, and the most of a category's list unless all are asked for."""

CATEGORIES = ("button-categories", "/ask_category")

Choose = Callable[[str], str]
"""The payload that chooses a code."""


def candidates(lang: str, title: str, matches: Sequence[Match], choose: Choose) -> Reply:
    """The occupations that a job title may mean, to choose from.

    Args:
        lang: the person's language.
        title: what they typed.
        matches: what was found, best first; the first five are named.
        choose: makes a button's payload from a code.
    """
    say = words(lang)
    if not matches:
        return Reply(say("noc-none", title=title), lang)
    head = "noc-likely" if matches[0].confidence >= SURE else "noc-choose"
    return _listed(lang, say(head, title=title), matches, choose)


def separating(lang: str, options: Sequence[Option], choose: Choose, neither: str) -> Reply:
    """Which of two or three occupations is meant.

    Args:
        lang: the person's language.
        options: what ``express_entry.occupations.search.question`` gave, two at least.
        choose: makes a button's payload from a code.
        neither: the payload of the button that shows all that was found.
    """
    say = words(lang)
    named = [say("noc-choice", title=option.title) for option in options]
    choices = say("noc-ask-or", first=", ".join(named[:-1]), last=named[-1])
    buttons = [Button(option.title, choose(option.code)) for option in options]
    text = f"{say('noc-ask', choices=choices)}\n\n{_attribution(lang)}"
    return Reply(text, lang, (*buttons, Button(say("noc-neither"), neither, minor=True)))


def about_code(lang: str, code: str, on: date | None = None, choose: Choose | None = None) -> Reply:
    """Whether work under a code is skilled, and which categories list it.

    Args:
        lang: the person's language.
        code: five digits, four of NOC 2016, or 00018; anything else is answered as unknown.
        on: the day for which the categories are told; without it, those of the latest known lists.
        choose: makes a button's payload from a code, where it may be taken as one's own.
    """
    say, groups = words(lang), classification()
    if code in groups.old:
        return old_code(lang, code, on, choose)
    matches = of_codes((code,), lang, on)
    if not matches:
        return Reply(say("noc-unknown-code", code=code, version=groups.version[lang]), lang)
    if code not in groups.groups:
        return _listed(lang, say("noc-alias", code=code), matches, choose)
    match = matches[0]
    skilled = "noc-skilled" if match.skilled else "noc-not-skilled"
    parts = [say(skilled, code=code, title=match.title(lang), teer=match.teer)]
    if match.categories:
        names = _names(lang, match)
        count = len(match.categories)
        parts.append(say("noc-in-categories", count=count, names=names, date=groups.checked))
    else:
        parts.append(" ".join((say("noc-in-no-category", date=groups.checked), *_left(lang, code))))
    parts += [say("noc-duties"), _attribution(lang)]
    return Reply(
        "\n\n".join(parts), lang, _choices(say, lang, matches, choose), sources=_sources(lang, matches)
    )


def of_category(lang: str, category: str, everything: bool = False) -> Reply:
    """The occupations on a category's latest list, some of them unless all are asked for."""
    say, groups = words(lang), classification()
    codes = groups.listed_in(category)
    shown = codes if everything or len(codes) <= LISTED_FIRST + 1 else codes[:LISTED_FIRST]
    lines = "\n".join(f"- {code} {groups.groups[code].title(lang)}" for code in shown)
    head = say("noc-listed", name=kind_name(lang, category), count=len(codes), date=groups.checked)
    more = (
        (("button-whole-list", payload("ask_category", value=category)),) if len(shown) < len(codes) else ()
    )
    choices = buttons(lang, *more, CATEGORIES, NOC)
    text = "\n\n".join((f"{head}\n{lines}", _attribution(lang)))
    return Reply(text, lang, choices, sources=(page("categories", lang),))


def old_code(lang: str, code: str, on: date | None = None, choose: Choose | None = None) -> Reply:
    """Where the jobs of a NOC 2016 code (four digits) went; see ``about_code`` for the arguments.

    Raises:
        KeyError: NOC 2016 has no such code.
    """
    groups = classification()
    before = groups.old[code]
    head = words(lang)(
        "noc-old",
        code=code,
        title=before.title(lang),
        level=before.level,
        count=len(before.now),
        version=groups.version[lang],
    )
    return _listed(lang, head, of_codes((code,), lang, on), choose)


def old_level(lang: str, level: str) -> Reply:
    """What a skill level of NOC 2016 ("B") became."""
    teers = ", ".join(str(teer) for teer in sorted(classification().levels[level]))
    return Reply(words(lang)("noc-level", level=level, teers=teers), lang)


def line(lang: str, match: Match) -> str:
    """One occupation: code, title, TEER, whether it is skilled, which categories list it."""
    say = words(lang)
    text = say(
        "noc-line",
        code=match.code,
        title=match.title(lang),
        teer=match.teer,
        skilled="yes" if match.skilled else "no",
    )
    return say("noc-line-categories", line=text, names=_names(lang, match)) if match.categories else text


def category_names(lang: str, match: Match) -> list[str]:
    """The names of the categories that list an occupation."""
    return [kind_name(lang, category) for category in match.categories]


def listed(lang: str, matches: Sequence[Match]) -> Reply:
    """The occupations of several titles that were asked about, which are nobody's own."""
    return _listed(lang, "", matches, None)


def _listed(lang: str, head: str, matches: Sequence[Match], choose: Choose | None) -> Reply:
    say, shown = words(lang), matches[:LISTED]
    lines = "\n".join(f"- {line(lang, match)}" for match in shown)
    text = "\n\n".join((*((head,) if head else ()), lines, _attribution(lang)))
    return Reply(text, lang, _choices(say, lang, shown, choose), sources=_sources(lang, shown))


def _choices(say: Words, lang: str, shown: Sequence[Match], choose: Choose | None) -> tuple[Button, ...]:
    return tuple(
        Button(
            say("occupation-teer", code=match.code, title=match.title(lang), teer=match.teer),
            choose(match.code),
        )
        for match in shown
        if choose is not None
    )


def _left(lang: str, code: str) -> tuple[str, ...]:
    """The category that listed an occupation last, and until when."""
    before = classification().left(code)[:1]
    return tuple(
        words(lang)("noc-left-category", name=kind_name(lang, entry.category), date=entry.until)
        for entry in before
        if entry.until is not None
    )


def _names(lang: str, match: Match) -> str:
    return ", ".join(category_names(lang, match))


def _attribution(lang: str) -> str:
    return words(lang)("noc-short-attribution", version=classification().version[lang])


def _sources(lang: str, matches: Sequence[Match]) -> tuple[SourceLink, ...]:
    say = words(lang)
    return tuple(SourceLink(say("noc-page", code=match.code), match.url(lang)) for match in matches)
