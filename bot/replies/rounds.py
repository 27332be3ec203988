"""Rounds of invitations in words: the number first, then what it rests on, short enough for a phone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.dialogue.reached import Reached
from bot.replies import Argument, Words, words
from bot.replies.buttons import CHANCES, CODE, EVERYTHING, ROUNDS, START, buttons, payload
from bot.replies.describe import key
from bot.replies.reply import Button, Reply, SourceLink
from bot.replies.score import left_out
from express_entry.categories import french_level
from express_entry.chances import (
    TWO_YEARS,
    YEAR,
    Chance,
    Chances,
    Place,
    Standing,
    by_other_rules,
    changed_on,
)
from express_entry.days import read_when
from express_entry.occupations.search import Match
from express_entry.points import Because, Source
from express_entry.rounds import OTHER, History, Pool, Round, Summary, by_year, cadence, summary
from express_entry.rule_changes import NewRules

LISTED, LISTED_FIRST = 8, 3
WIDEST = ("cec", "french")
"""The kinds of rounds that most people have heard of."""
"""How many rounds or kinds a message lists, and how many before more of them are asked for."""
LISTED_NEWS = 5
OLD = timedelta(days=7)
"""When what is known is called possibly incomplete."""
DORMANT = timedelta(days=180)
"""After so long without a round of a kind the answer says how many others there were."""
KINDS = ("all", "mine", "enough")

SUBSCRIBE = ("button-subscribe", "/subscribe")


def kind_name(lang: str, category: str, example: Round | None = None) -> str:
    """What a kind of round is called; one that is not known by the name under which it was published."""
    if category == OTHER and example is not None:
        return example.name_fr if lang == "fr" and example.name_fr else example.name
    return words(lang)(f"round-kind-{key(category)}")


def latest(
    lang: str, history: History, on: date, category: str | None = None, everything: bool = False
) -> Reply:
    """The last round, of all or of one category; the last of the other kinds, all of them when asked for."""
    say, found = words(lang), history.latest(category)
    if found is None:
        return _reply(lang, history, on, [_no_round(lang, category)])
    parts = [told(lang, found), *_tie_break_known(lang, found)]
    more: tuple[tuple[str, str], ...] = ()
    if category is None:
        others = [history.latest(other) for other in history.categories if other != found.category]
        recent = [each for each in others if each is not None and each.date > history.as_of - YEAR]
        shown = recent if everything else recent[:LISTED_FIRST]
        if shown:
            lines = [f"- {_line(lang, each, with_kind=True)}" for each in shown]
            parts.append("\n".join((say("round-latest-others"), *lines)))
        if len(recent) > len(shown):
            more = (("button-all-kinds", payload("ask_latest_round", value=EVERYTHING)),)
    else:
        parts += _dormant(say, history, found)
    return _reply(lang, history, on, parts, CHANCES, *more, SUBSCRIBE)


def of_occupation(lang: str, history: History, on: date, match: Match) -> Reply:
    """The last cut-off of each category that lists an occupation; of the latest rounds where none does."""
    say, title = words(lang), match.title(lang)
    last = [found for each in match.categories if (found := history.latest(each)) is not None]
    if not last:
        return latest(lang, history, on).after(say("round-occupation-none", title=title, code=match.code))
    head = say("round-occupation", title=title, code=match.code, count=len(last))
    parts = [head, *(told(lang, each) for each in last)]
    return _reply(lang, history, on, parts, CHANCES, SUBSCRIBE)


def _tie_break_known(lang: str, found: Round) -> list[str]:
    return [tie_break_of(lang, found)] if found.tie_break is not None else []


def upcoming(lang: str, history: History, on: date, category: str | None = None) -> Reply:
    """The next round: nobody knows when it is; the last of that kind, or of each."""
    return latest(lang, history, on, category).after(words(lang)("round-next"))


def counted(lang: str, pool: Pool, score: int | None) -> str:
    """How many people the pool held at its last count; with a ``score``, how many had more than that."""
    say = words(lang)
    if score is None:
        return say("pool-total", total=pool.total, date=pool.as_of)
    above = sum(count for low, _, count in pool.bands() if low > score)
    group = next((each for each in pool.bands() if each[0] <= score < each[1]), None)
    if group is None:
        return say("pool-above", count=above, score=score, date=pool.as_of)
    low, high, count = group
    return say(
        "pool-between", least=above, most=above + count, score=score, low=low, high=high, date=pool.as_of
    )


def nobody_knows(lang: str) -> str:
    """Whether cut-offs will fall or rise."""
    return words(lang)("round-ahead")


def enough(
    lang: str,
    history: History,
    on: date,
    score: int,
    category: str | None = None,
    kinds: Sequence[str] = (),
) -> Reply:
    """Whether a number of points reached the last cut-off of a kind of round, or of each kind of the last
    twelve months; of ``kinds`` alone where some are known in which the person can be invited."""
    say = words(lang)
    every = [found for each in history.categories if (found := history.latest(each)) is not None]
    since = dict.fromkeys(kinds, history.as_of - TWO_YEARS)
    held = [
        each
        for each in every
        if each.category == category or each.date > since.get(each.category, history.as_of - YEAR)
    ]
    own = [each for each in held if each.category in ([category] if category else kinds)]
    recent = own or held
    reached = sorted((each for each in recent if score >= each.cutoff), key=lambda each: -each.cutoff)
    missed = sorted((each for each in recent if score < each.cutoff), key=lambda each: each.cutoff)
    if len(recent) == 1:
        parts = [say("enough-kind" if reached else "enough-kind-not", score=score)]
    else:
        parts = [say("enough", score=score, reached=len(reached), kinds=len(recent))]
    shown = (*reached[:LISTED_FIRST], *missed[:LISTED_FIRST])
    parts += ["\n".join(f"- {_against(lang, each, score)}" for each in shown)] if shown else []
    parts += [] if own else [say("enough-which")]
    reply = _reply(lang, history, on, parts, CHANCES, SUBSCRIBE)
    return replace(reply, caveats=(Because("chances-no-promise", {}),))


def own_beside(lang: str, of: Standing, points: int) -> str:
    """The person's own total beside a number of points, in one line."""
    gap = of.score - points
    place = "equal" if gap == 0 else "above" if gap > 0 else "below"
    return words(lang)(f"own-{place}", score=of.score, gap=abs(gap), points=points)


def beside(
    lang: str, history: History, on: date, of: Standing, points: int, kinds: Sequence[str] = ()
) -> Reply:
    """The same, and how it lies to the last cut-offs of the kinds of rounds in which the person can be."""
    held = [found for each in kinds if (found := history.latest(each)) is not None]
    recent = [each for each in held if each.date > history.as_of - YEAR]
    closest = sorted(recent, key=lambda each: abs(of.score - each.cutoff))[:LISTED_FIRST]
    lines = [f"- {_against(lang, each, of.score)}" for each in closest]
    parts = [own_beside(lang, of, points), *(["\n".join(lines)] if lines else [])]
    return replace(
        _reply(lang, history, on, parts, CHANCES, SUBSCRIBE), caveats=(Because("chances-no-promise", {}),)
    )


def _against(lang: str, each: Round, score: int) -> str:
    """A last cut-off, and how many points above or below it a score is."""
    gap = score - each.cutoff
    place = "equal" if gap == 0 else "above" if gap > 0 else "below"
    kind = kind_name(lang, each.category, each)
    return words(lang)(f"enough-{place}", kind=kind, cutoff=each.cutoff, gap=abs(gap))


def one(lang: str, history: History, on: date, number: str) -> Reply:
    """The round of this number."""
    found, last = history.by_number.get(number), history.latest()
    if found is None:
        parts = [words(lang)("round-no-number", number=number, last=last.number if last else "0")]
        return _reply(lang, history, on, parts, ROUNDS)
    return _reply(lang, history, on, [told(lang, found), tie_break_of(lang, found)], ROUNDS, CHANCES)


def of_day(lang: str, history: History, on: date, day: date) -> Reply:
    """The rounds of one day; where there was none, those nearest to it before and after."""
    found = [each for each in history.rounds if each.date == day]
    if found:
        parts = [f"{told(lang, each)} {tie_break_of(lang, each)}" for each in found]
        return _reply(lang, history, on, parts, ROUNDS, CHANCES)
    before = [each for each in history.rounds if each.date < day][-1:]
    after = [each for each in history.rounds if each.date > day][:1]
    say = words(lang)
    parts = [say("round-none-that-day", date=day)]
    if nearest := [*before, *after]:
        lines = (f"- {_line(lang, each, with_kind=True)}" for each in nearest)
        parts.append("\n".join((say("round-nearest"), *lines)))
    return _reply(lang, history, on, parts, ROUNDS)


def of_month(lang: str, history: History, on: date, month: date) -> Reply:
    """The rounds of the month that begins on this day."""
    say, named = words(lang), read_when(f"{month:%Y-%m}")
    held = history.of(year=month.year)
    numbers = summary(found := [each for each in held if each.date.month == month.month])
    if numbers is None:
        return _reply(lang, history, on, [say("rounds-none-month", month=named)], ROUNDS)
    lines = (f"- {_line(lang, each, with_kind=True)}" for each in reversed(found))
    head = say("rounds-of-month", month=named, **_counts(numbers))
    return _reply(lang, history, on, ["\n".join((head, *lines))], ROUNDS, CHANCES)


def in_month(lang: str, history: History, month: date, of: Standing) -> str | None:
    """Whether today's score would have been enough in a month: in the round with the lowest cut-off that is
    open to the person; None where there was none."""
    say, held = words(lang), [each for each in history.of(year=month.year) if each.date.month == month.month]
    if not held:
        return None
    mine = [each for each in held if of.invited_in.get(each.category) is not False]
    low = min(mine or held, key=lambda each: each.cutoff)
    enough = of.score >= low.cutoff
    sure = of.invited_in.get(low.category) is True
    return say(
        "chances-then",
        verdict="closed" if not mine else "no" if not enough else "yes" if sure else "perhaps",
        kind=kind_name(lang, low.category, low),
        cutoff=low.cutoff,
        date=low.date,
        month=read_when(f"{month:%Y-%m}"),
        score=of.score,
    )


def extreme(lang: str, history: History, on: date, which: str, category: str | None = None) -> Reply:
    """The round with the "lowest" or the "highest" cut-off of all, or of a category."""
    held = history.of(category)
    if not held:
        return _reply(lang, history, on, [_no_round(lang, category)], ROUNDS)
    choose = min if which == "lowest" else max
    found = choose(held, key=lambda each: each.cutoff)
    parts = [told(lang, found), words(lang)(f"round-{which}")]
    return _reply(lang, history, on, parts, ROUNDS, CHANCES)


def past(
    lang: str, history: History, on: date, category: str | None = None, year: int | None = None
) -> Reply:
    """The rounds of a category, of a year, or of both; of the current year where nothing is named."""
    say = words(lang)
    if category is None:
        year = year or on.year
    found = history.of(category, year=year)
    numbers = summary(found)
    if numbers is None:
        missing = say("rounds-none-year", year=str(year)) if year else _no_round(lang, category)
        return _reply(lang, history, on, [missing], ROUNDS)
    if category is None:
        parts = [say("rounds-of-year", year=str(year), **_counts(numbers)), _by_kind(lang, found)]
        return _reply(lang, history, on, parts, ROUNDS, CHANCES)
    named: dict[str, Argument] = {
        "kind": kind_name(lang, category, found[-1]),
        "low": numbers.lowest,
        "high": numbers.highest,
    }
    if year:
        head = say("rounds-of-kind-year", year=str(year), **named, **_counts(numbers))
    else:
        head = say("rounds-of-kind", since=str(found[0].date.year), **named, **_counts(numbers))
    lines = [f"- {_line(lang, each)}" for each in reversed(found[-LISTED:])]
    more = [say("rounds-more", more=len(found) - LISTED)] if len(found) > LISTED else []
    return _reply(
        lang, history, on, [head, "\n".join((*lines, *more)), *_dormant(say, history, found[-1])], CHANCES
    )


def trend(lang: str, history: History, on: date, category: str) -> Reply:
    """How the cut-offs of a category went, year by year, and how often it has rounds."""
    say, found = words(lang), history.of(category)
    if not found:
        return _reply(lang, history, on, [_no_round(lang, category)], ROUNDS)
    last = found[-1]
    parts = [
        say("trend-last", cutoff=last.cutoff, kind=kind_name(lang, category, last), date=last.date),
        "\n".join((say("trend-years"), *(f"- {_year_line(say, *each)}" for each in by_year(found).items()))),
    ]
    rhythm = cadence(history.of(category, since=history.as_of - YEAR))
    if rhythm is not None and rhythm.gaps > 1:
        parts.append(
            say(
                "trend-cadence",
                shortest=rhythm.shortest,
                longest=rhythm.longest,
                median=round(rhythm.median),
            )
        )
    return _reply(lang, history, on, [*parts, *_dormant(say, history, last)], CHANCES, SUBSCRIBE)


NEEDING_MORE = frozenset({"french", "pnp"})
"""Rounds for something that nobody has who did not tell of it: they are no measure while others are."""


def chances(
    lang: str, found: Chances, history: History, everything: bool = False, rests_on: Reached | None = None
) -> Reply:
    """A score against the rounds that its owner can be invited in: the closest first.

    With ``everything`` the place in the pool stands before them, since it is new to whoever asks for all, and
    with them how often it would have been enough and what the past says of the next round. ``rests_on`` is
    what the score leaves out and takes for granted.
    """
    say, of = words(lang), found.standing
    recent = [each for each in found.chances if _is_recent(each, found)]
    sure, unsure = [each for each in recent if each.sure], [each for each in recent if not each.sure]
    needing = [each for each in unsure if each.category in NEEDING_MORE - of.likely]
    unsure = [each for each in unsure if each not in needing and each.category not in of.occupation_open]
    unsure.sort(key=lambda each: each.category in of.work_untold)
    closest = sure or [each for each in unsure if each.category not in of.work_untold]
    most = LISTED if everything else LISTED_FIRST
    rests = [] if rests_on is None else left_out(say, rests_on)
    closed = _closed(lang, found, history)
    if closed and not sure and not unsure and not of.occupation_open:
        head = say("chances-closed-all", score=of.score)
    else:
        head = _standing_headline(lang, of, closest)
    by_occupation = [say("chances-occupation")] if of.occupation_open and not sure else []
    parts = [" ".join((head, *rests)), *by_occupation]
    if everything and found.place is not None:
        parts.append(_place(say, found.place, found.earlier))
    if sure:
        parts.append("\n".join(_chance(lang, each, brief=not everything) for each in sure[:most]))
    if unsure and (everything or not sure):
        lines = (_chance(lang, each, brief=True) for each in unsure[:most])
        parts.append("\n".join((say("chances-unsure"), *lines)))
    if not recent:
        parts.append(say("chances-none"))
    parts += closed
    parts += [_with_more(lang, each, found.on) for each in needing if everything or not sure]
    asleep = [kind_name(lang, each.category) for each in found.chances if each.sure and each not in recent]
    if everything:
        if asleep:
            parts.append(say("chances-asleep", kinds=say.listing(asleep)))
        parts += [
            say("chances-outlook-before", date=day)
            for day in {each.outlook.before for each in sure if each.outlook is not None}
            if day is not None
        ]
    extra = () if of.rules.source is None else (of.rules.source,)
    in_full = () if everything else (("button-all-standing", payload("ask_chances", value=EVERYTHING)),)
    reply = _reply(lang, history, found.on, parts, ROUNDS, *in_full, SUBSCRIBE, sources=extra)
    notice = () if of.rules.notice is None else (of.rules.notice,)
    return replace(reply, caveats=(Because("chances-no-promise", {}), *notice))


def _is_recent(each: Chance, found: Chances) -> bool:
    """Whether rounds of a kind are news: those of the last year, and of the last two for a likely one."""
    since = TWO_YEARS if each.category in found.standing.likely else YEAR
    return bool(each.last) and each.last[0].date > found.as_of - since


def _with_more(lang: str, each: Chance, on: date) -> str:
    """What would open the rounds for something that nobody has who has not told of it."""
    if each.category == "french":
        return french_opens(lang, french_level(on) or 0, each.last[0])
    return words(lang)(f"chances-with-{each.category}")


def french_opens(lang: str, level: int, last: Round) -> str:
    """That a test in French at a ``level`` opens the rounds for French, and what the last one asked for."""
    return words(lang)("chances-with-french", cutoff=last.cutoff, date=last.date, level=level)


def _closed(lang: str, found: Chances, history: History) -> list[str]:
    """The last cut-offs of the best-known rounds, where the person cannot be invited in them."""
    say, open_to = words(lang), {each.category for each in found.chances}
    last = [history.latest(kind) for kind in WIDEST if kind not in open_to]
    lines = [_against(lang, each, found.standing.score) for each in last if each is not None]
    return ["\n".join((say("chances-closed"), *(f"- {line}" for line in lines)))] if lines else []


def _standing_headline(lang: str, of: Standing, recent: Sequence[Chance]) -> str:
    """The score, and how it lies to the closest cut-off."""
    say = words(lang)
    score = say("chances-score-so-far" if of.missing else "chances-score", score=of.score)
    gaps = [each for each in recent if each.gap is not None]
    if not gaps:
        return score
    best = max(gaps, key=lambda each: each.gap or 0)
    gap = best.gap or 0
    place = "equal" if gap == 0 else "above" if gap > 0 else "below"
    kind = kind_name(lang, best.category, best.last[0])
    return f"{score} {say(f'chances-closest-{place}', gap=abs(gap), kind=kind)}"


def tie_break(lang: str, history: History, on: date, found: Chances | None = None) -> Reply:
    """What a tie-break is, with the last one as the example, and whether it decides for someone's score."""
    say = words(lang)
    parts = [say("tie-break")]
    for each in found.chances if found is not None else ():
        if found is not None and each.gap == 0:
            kind = kind_name(lang, each.category, each.last[0])
            score = found.standing.score
            parts.append(say("tie-break-yours", score=score, kind=kind, date=each.last[0].date))
    dated = [each for each in history.rounds if each.tie_break is not None]
    if dated:
        parts += [told(lang, dated[-1]), tie_break_of(lang, dated[-1])]
    return _reply(lang, history, on, parts, ROUNDS, CHANCES)


def choose_alerts(lang: str, subscribed: bool) -> Reply:
    """What someone wants to be told about."""
    say = words(lang)
    choices = tuple(Button(say(f"alerts-choose-{kind}"), payload("subscribe", kind=kind)) for kind in KINDS)
    end = (_end_button(lang),) if subscribed else ()
    return Reply(say("alerts-ask"), lang, (*choices, *end))


def subscribed(lang: str, kind: str, pushed: bool, kept: bool) -> Reply:
    """A subscription stands.

    Args:
        lang: the person's language.
        kind: ``all``, ``mine`` or ``enough``.
        pushed: the channel can tell them; otherwise it waits for their next visit.
        kept: they agreed that their data is kept; otherwise the subscription goes with it.
    """
    say = words(lang)
    where = say("alerts-where-push" if pushed else "alerts-where-visit")
    parts = [f"{say(f'alerts-on-{kind}')} {where}", *([] if kept else [say("alerts-not-kept")])]
    keep = () if kept else buttons(lang, ("button-consent", "/consent_give"))
    elsewhere = () if pushed else buttons(lang, ("button-elsewhere", CODE))
    return Reply("\n\n".join(parts), lang, (*keep, *elsewhere, _end_button(lang)))


def unsubscribed(lang: str, was: bool) -> Reply:
    """A subscription is ended, or there was none."""
    return Reply(words(lang)("alerts-off" if was else "alerts-off-none"), lang, buttons(lang, SUBSCRIBE))


def news(
    lang: str,
    rounds: Sequence[Round],
    history: History,
    on: date,
    standing: Standing | None = None,
    renewed: NewRules | None = None,
) -> Reply:
    """New rounds for someone who asked to be told.

    Args:
        lang: the person's language.
        rounds: the new ones, the oldest first.
        history: for the date up to which all is known, and its source.
        on: today.
        standing: the person's, where enough is known of them.
        renewed: their score by new rules, while these are news.
    """
    say = words(lang)
    parts = [say("news-headline", rounds=len(rounds))]
    if renewed is not None:
        parts.append(say("news-new-rules", since=renewed.since, score=renewed.score, before=renewed.before))
    for each in reversed(rounds[-LISTED_NEWS:]):
        lines = [told(lang, each)]
        if standing is not None and standing.invited_in.get(each.category):
            lines += _compared(say, each, standing)
        parts.append(" ".join(lines))
    if len(rounds) > LISTED_NEWS:
        parts.append(say("rounds-more", more=len(rounds) - LISTED_NEWS))
    reply = _reply(lang, history, on, parts, CHANCES)
    return replace(reply, buttons=(*reply.buttons, _end_button(lang)))


def told(lang: str, each: Round) -> str:
    """One round in a sentence, its cut-off first."""
    return words(lang)(
        "round-told",
        cutoff=each.cutoff,
        kind=kind_name(lang, each.category, each),
        date=each.date,
        invitations=each.invitations,
        number=each.number,
    )


def tie_break_of(lang: str, each: Round) -> str:
    """Who of the candidates with exactly the cut-off were invited."""
    say, moment = words(lang), each.tie_break
    if moment is None:
        return say("round-tie-break-unknown")
    return say("round-tie-break", cutoff=each.cutoff, date=moment.date(), time=f"{moment:%H:%M:%S}")


def _reply(
    lang: str,
    history: History,
    on: date,
    parts: Sequence[str],
    *choices: tuple[str, str],
    sources: tuple[Source, ...] = (),
) -> Reply:
    """The parts, the date up to which all is known, and the official page."""
    old = on - history.as_of > OLD
    known = words(lang)("round-as-of-old" if old else "round-as-of", date=history.as_of)
    links = tuple(SourceLink(each.title(lang), each.url(lang)) for each in (history.source, *sources))
    return Reply("\n\n".join((*parts, known)), lang, buttons(lang, *(choices or (START,))), sources=links)


def _no_round(lang: str, category: str | None) -> str:
    if category is None or category == OTHER:
        return words(lang)("round-none")
    return words(lang)("round-none-kind", kind=kind_name(lang, category))


def in_a_line(lang: str, each: Round) -> str:
    """A round by its kind, its day, its cut-off and how many were invited."""
    return _line(lang, each, with_kind=True)


def _line(lang: str, each: Round, with_kind: bool = False) -> str:
    args: dict[str, Argument] = {"date": each.date, "cutoff": each.cutoff, "invitations": each.invitations}
    if with_kind:
        return words(lang)("round-line-kind", kind=kind_name(lang, each.category, each), **args)
    return words(lang)("round-line", **args)


def _dormant(say: Words, history: History, last: Round) -> list[str]:
    """How long ago, and how many others since, where the last round of a kind is long past."""
    if last != history.latest(last.category) or history.as_of - last.date < DORMANT:
        return []
    others = sum(each.date > last.date for each in history.rounds)
    return [say("round-dormant", days=(history.as_of - last.date).days, others=others)]


def _counts(numbers: Summary) -> dict[str, int]:
    return {"rounds": numbers.rounds, "invitations": numbers.invitations}


def _by_kind(lang: str, rounds: Iterable[Round]) -> str:
    """A line for each kind of round, the one with the most rounds first."""
    kinds: dict[str, list[Round]] = {}
    for each in rounds:
        kinds.setdefault(each.category, []).append(each)
    lines = []
    for category, found in sorted(kinds.items(), key=lambda kind: -len(kind[1])):
        low, high = min(each.cutoff for each in found), max(each.cutoff for each in found)
        message = "rounds-kind-line" if low != high else "rounds-kind-line-same"
        args: dict[str, Argument] = {
            "kind": kind_name(lang, category, found[-1]),
            "rounds": len(found),
            "low": low,
        }
        lines.append("- " + words(lang)(message, high=high, **args))
    return "\n".join(lines)


def _year_line(say: Words, year: int, numbers: Summary) -> str:
    args: dict[str, Argument] = {"year": str(year), "low": numbers.lowest, "rounds": numbers.rounds}
    if numbers.lowest == numbers.highest:
        return say("rounds-year-line-same", **args)
    return say("rounds-year-line", high=numbers.highest, median=round(numbers.median), **args)


def _chance(lang: str, found: Chance, brief: bool = False) -> str:
    say, last = words(lang), found.last[0]
    place = "equal" if found.gap == 0 else "above" if found.gap and found.gap > 0 else "below"
    args: dict[str, Argument] = {
        "kind": kind_name(lang, found.category, last),
        "cutoff": last.cutoff,
        "date": last.date,
    }
    if found.gap:
        args["gap"] = abs(found.gap)
    lines = [say(f"chances-{place}", **args)]
    if brief:
        return "- " + lines[0]
    if found.year is not None:
        lines.append(say("chances-year", enough=found.enough, rounds=found.year.rounds))
    if found.other_rules:
        lines.append(say("chances-other-rules"))
    ahead = found.outlook
    if ahead is not None:
        lines.append(
            say("chances-outlook", low=ahead.low, high=ahead.high, held=ahead.held, tests=ahead.tests)
        )
    return "- " + " ".join(lines)


def _place(say: Words, place: Place, earlier: Place | None) -> str:
    line = say(
        "chances-place",
        date=place.as_of,
        least=place.above,
        most=place.above + place.beside,
        total=place.total,
        low=place.low,
        high=place.high,
    )
    if earlier is None or earlier.above == place.above:
        return line
    if place.above > earlier.above:
        change = say("chances-place-more", date=earlier.as_of, more=place.above - earlier.above)
    else:
        change = say("chances-place-less", date=earlier.as_of, less=earlier.above - place.above)
    return f"{line} {change}"


def _compared(say: Words, each: Round, standing: Standing) -> list[str]:
    """A score against one round's cut-off; where they were made by different rules, that too."""
    gap = standing.score - each.cutoff
    if gap == 0:
        lines = [say("news-gap-equal", score=standing.score)]
    else:
        message = "news-gap-above" if gap > 0 else "news-gap-below"
        lines = [say(message, score=standing.score, gap=abs(gap))]
    if by_other_rules(each.date, standing.rules):
        changed = changed_on(standing.rules)
        lines.append(say("news-other-rules", date=changed) if changed else say("chances-other-rules"))
    return lines


def _end_button(lang: str) -> Button:
    return Button(words(lang)("alerts-end"), "/unsubscribe", minor=True)
