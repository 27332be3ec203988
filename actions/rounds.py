"""Rounds of invitations: the latest, past ones, trends, one's own standing, and alerts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from actions.eligibility import own_categories
from actions.memory import Answering, Turn, alerts, store
from bot.dialogue.reached import rests_on
from bot.nlu.cutoffs import asks_for_cutoff, occupation
from bot.nlu.rounds import Asked, asked, day_named, month_meant, month_named
from bot.replies import pictures
from bot.replies import rounds as replies
from bot.replies.conversation import calculated
from bot.replies.eligibility import because_of, fits
from bot.replies.ready import needed
from bot.replies.reply import Reply
from bot.store.subscriptions import KINDS
from express_entry.chances import Chances, Standing, chances, standing
from express_entry.crs import score
from express_entry.occupations.search import Match, search
from express_entry.timeline import months_later

RECENT_MONTHS = 24
"""A picture of cut-offs shows the rounds of so many months: older ones say little about the next."""


class ActionRounds(Answering):
    """Answers from the newest rounds that are known, with the day up to which they are."""

    called = "action_rounds"

    def reply(self, turn: Turn) -> Reply:
        """Answer the kind of question that was asked."""
        return _ANSWERS[turn.intent](turn, asked(turn.text))


def _latest(turn: Turn, named: Asked) -> Reply:
    if named.tie_break:
        return replies.tie_break(turn.lang, turn.rounds, turn.today, _chances(turn))
    if named.number:
        return replies.one(turn.lang, turn.rounds, turn.today, named.number)
    if named.score:
        return _enough(turn, named.score, named)
    if named.trend or named.year:
        return _past(turn, named)
    if named.next:
        return replies.upcoming(turn.lang, turn.rounds, turn.today, named.category)
    if named.category is None and (matches := _occupations(turn)):
        return replies.of_occupation(turn.lang, turn.rounds, turn.today, matches[0])
    return replies.latest(turn.lang, turn.rounds, turn.today, named.category, turn.everything)


def _occupations(turn: Turn) -> tuple[Match, ...]:
    """The occupation whose cut-off is asked for, the likeliest first; nothing where none is named."""
    title = occupation(turn.text) if turn.text and asks_for_cutoff(turn.text) else None
    return search(title, turn.lang, limit=1, on=turn.today) if title else ()


def _past(turn: Turn, named: Asked) -> Reply:
    if named.tie_break or (named.number and not named.category):
        return _latest(turn, named)
    if turn.text and (day := day_named(turn.text, turn.lang, turn.today)) is not None:
        return replies.of_day(turn.lang, turn.rounds, turn.today, day)
    if named.extreme:
        return replies.extreme(turn.lang, turn.rounds, turn.today, named.extreme, named.category)
    if turn.text and (month := month_named(turn.text, turn.lang, turn.today)) is not None:
        return replies.of_month(turn.lang, turn.rounds, turn.today, month)
    if named.category and not named.year:
        found = replies.trend(turn.lang, turn.rounds, turn.today, named.category)
        return _with_cutoffs(turn, found, named.category)
    listed = replies.past(turn.lang, turn.rounds, turn.today, named.category, named.year)
    return _with_cutoffs(turn, listed, None) if named.trend else listed


def _standing(turn: Turn, named: Asked) -> Reply:
    reply = _compared(turn, named)
    if named.ahead:
        return reply.after(replies.nobody_knows(turn.lang))
    return reply


def _enough(turn: Turn, points: int, named: Asked) -> Reply:
    """A number of points against the last cut-offs: of the rounds that the person can be in, where known; and
    their own total beside it, unless the number is told as that."""
    if named.measured and not named.held and (unready := turn.not_ready("standing")) is not None:
        return unready
    of = None if turn.missing_for("standing") else standing(turn.profile, turn.today)
    kinds = [] if of is None else _kinds_of(of)
    if of is None or named.held:
        return replies.enough(turn.lang, turn.rounds, turn.today, points, named.category, kinds)
    if named.measured:
        return calculated(replies.beside(turn.lang, turn.rounds, turn.today, of, points, kinds))
    reply = replies.enough(turn.lang, turn.rounds, turn.today, points, named.category, kinds)
    return calculated(reply.after(replies.own_beside(turn.lang, of, points)))


def _kinds_of(of: Standing) -> list[str]:
    """The kinds of rounds that are a measure for a standing: those in which the person can or may be invited,
    without those that need what was not told, and the best-known ones."""
    open_to = [
        kind
        for kind, can in of.invited_in.items()
        if can
        or (can is None and (kind in of.likely or kind not in replies.NEEDING_MORE | of.occupation_open))
    ]
    return list(dict.fromkeys((*open_to, *replies.WIDEST)))


def _compared(turn: Turn, named: Asked) -> Reply:
    """Points that are named, else the person's own, against the rounds; without either the last ones. A score
    of which too little is known is compared with nothing."""
    found = _chances(turn)
    if named.score and (found is None or found.standing.score != named.score):
        return _enough(turn, named.score, named)
    if found is None:
        return replies.latest(turn.lang, turn.rounds, turn.today, named.category)
    if (unready := turn.not_ready("standing")) is not None:
        return _by_category(turn, unready, named.category)
    rests = rests_on(turn.told, score(turn.profile, turn.today))
    reply = calculated(replies.chances(turn.lang, found, turn.rounds, turn.everything, rests))
    month = month_meant(turn.text, turn.lang, turn.today) if turn.text else None
    if month and (then := replies.in_month(turn.lang, turn.rounds, month, found.standing)) is not None:
        reply = reply.after(then)
    reply = turn.on_levels(reply)
    if turn.rounds.pool is None:
        return reply
    drawn = pictures.pool(turn.lang, turn.rounds.pool, found.standing.score)
    return replace(reply, image=turn.image(drawn))


def _by_category(turn: Turn, unready: Reply, named: str | None) -> Reply:
    """What can be said of the rounds before there is a score: the category that is ``named``, where it does
    not fit, the categories that do, with their last cut-offs, else the general rule; then what is missing."""
    own = own_categories(turn)
    if not own:
        return unready
    fitting = [each for each in own if each.eligible] or [each for each in own if each.likely]
    last = [found for each in fitting if (found := turn.rounds.latest(each.id)) is not None]
    asked_for = [each for each in own if each.id == named and each not in fitting]
    others = [
        each
        for each in own
        if not fitting and each.eligible is None and each not in asked_for and not each.occupation_open
    ]
    lines = (
        *(each.removeprefix("- ") for each in because_of(turn.lang, asked_for)),
        fits(turn.lang, own),
        *because_of(turn.lang, others),
        *(f"- {replies.in_a_line(turn.lang, each)}" for each in last),
    )
    missing = needed(turn.lang, turn.missing_for("standing"))
    return replace(missing, meta=unready.meta).after("\n".join(lines))


def _chances(turn: Turn) -> Chances | None:
    if not turn.document:
        return None
    return chances(standing(turn.profile, turn.today), turn.rounds, turn.today)


def _with_cutoffs(turn: Turn, reply: Reply, category: str | None) -> Reply:
    """The reply with a picture of the recent cut-offs, else of all, and the person's last score across it."""
    told = store().scores(turn.person.id)
    score = told[-1].total if told else None
    kinds = (category,) if category else turn.rounds.categories[:3]
    for since in (months_later(turn.today, -RECENT_MONTHS), None):
        if drawn := pictures.cutoffs(turn.lang, turn.rounds, kinds, score, since):
            return replace(reply, image=turn.image(drawn))
    return reply


def _subscribe(turn: Turn, _: Asked) -> Reply:
    person, newest = turn.person, turn.rounds.latest()
    kind = next((kind for kind in KINDS if kind == turn.heard.button.get("kind")), None)
    if kind is None or newest is None:
        return replies.choose_alerts(turn.lang, alerts().subscription(person.id) is not None)
    alerts().subscribe(person.id, kind, newest.number)
    pushed = alerts().is_told(turn.sender_id)
    return replies.subscribed(turn.lang, kind, pushed, kept=not person.ephemeral)


def _unsubscribe(turn: Turn, _: Asked) -> Reply:
    """Ends everything that would be told without being asked: news of rounds, and reminders of deadlines."""
    told = alerts().unsubscribe(turn.person.id), alerts().stop_reminders(turn.person.id)
    return replies.unsubscribed(turn.lang, any(told))


_ANSWERS: Mapping[str, Callable[[Turn, Asked], Reply]] = {
    "ask_latest_round": _latest,
    "ask_round_history": _past,
    "ask_chances": _standing,
    "subscribe": _subscribe,
    "unsubscribe": _unsubscribe,
}
