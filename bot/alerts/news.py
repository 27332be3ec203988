"""What is new to each subscriber, and the message about it.

``queue_news`` puts it into the outbox, ``bot.alerts.sending`` sends it from there; on the web ``news_for``
has it for the next visit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from itertools import takewhile
from typing import Any

from bot.alerts.reminders import still_ahead
from bot.replies import rounds as replies
from bot.replies.reply import Reply
from bot.replies.timeline import reminder_reply
from bot.store.alerts import Alerts, News, Subscriber
from express_entry.chances import Standing, standing
from express_entry.profile import ProfileError, in_any_order, parse_profile
from express_entry.rounds import History, Round, order
from express_entry.rule_changes import NewRules, by_new_rules

BATCH = 200
"""How many subscribers are served in one transaction."""


Judge = Callable[[Mapping[str, Any]], Standing | None]
"""The standing of a stored profile today; None where too little was told for a score."""
Compose = Callable[[News], Reply | None]
"""The message about ``News``; None where nothing of it holds any more."""


def judge_on(on: date) -> Judge:
    """Judges stored profiles as of the day ``on``."""

    def judge(profile: Mapping[str, Any]) -> Standing | None:
        try:
            return standing(parse_profile(in_any_order(profile), on, draft=True), on) if profile else None
        except ProfileError:  # such as someone who had a birthday since they told their age
            return None

    return judge


def _renewed(profile: Mapping[str, Any], on: date) -> NewRules | None:
    """The person's score by rules that are new; None where there are none or too little was told."""
    try:
        return by_new_rules(parse_profile(in_any_order(profile), on, draft=True), on) if profile else None
    except ProfileError:
        return None


def compose_on(history: History, on: date) -> Compose:
    """Writes messages with what is known on the day ``on``."""
    judge = judge_on(on)

    def compose(news: News) -> Reply | None:
        rounds = sorted((history.by_number[number] for number in news.rounds), key=lambda each: each.order)
        due = still_ahead(news.profile, news.plan, news.reminders, on)
        reminder = reminder_reply(news.language, due, on) if due else None
        if not rounds:
            return reminder
        renewed = _renewed(news.profile, on)
        told = replies.news(news.language, rounds, history, on, judge(news.profile), renewed)
        if reminder is None:
            return told
        return replace(reminder.after(told.text), sources=(*told.sources, *reminder.sources))

    return compose


def queue_news(alerts: Alerts, history: History, judge: Judge) -> int:
    """Put rounds that a subscriber has not been told into the outbox. Returns the number of subscribers.

    Safe to repeat, and to stop at any moment.
    """
    latest = history.latest()
    if latest is None:
        return 0
    queued, after = 0, ""
    while subscribers := alerts.behind(latest.number, after, BATCH):
        news = [(each, wanted(each, history, judge)) for each in subscribers if _behind(each, latest)]
        queued += alerts.queue(news, latest.number)
        after = subscribers[-1].person_id
    return queued


def _behind(subscriber: Subscriber, latest: Round) -> bool:
    return order(subscriber.told_through) < latest.order


def wanted(subscriber: Subscriber, history: History, judge: Judge) -> tuple[str, ...]:
    """The rounds since the subscriber was last told that they asked to hear of, the oldest first."""
    new = _after(history.rounds, subscriber.told_through)
    if subscriber.kind == "all":
        return tuple(each.number for each in new)
    standing = judge(subscriber.profile)
    if standing is None:
        return ()
    return tuple(each.number for each in new if _concerns(each, standing, subscriber))


def _after(rounds: tuple[Round, ...], number: str) -> tuple[Round, ...]:
    """The rounds after this one; they are few, and the last ones."""
    last = order(number)
    return tuple(takewhile(lambda each: each.order > last, reversed(rounds)))[::-1]


def _concerns(each: Round, standing: Standing, subscriber: Subscriber) -> bool:
    mine = bool(standing.invited_in.get(each.category))
    return mine and (subscriber.kind == "mine" or standing.score >= each.cutoff)


def news_for(alerts: Alerts, person_id: str, compose: Compose) -> tuple[News, Reply] | None:
    """What a person has not been told yet, as a message to show; once it is shown, ``alerts.told(news)``."""
    news = alerts.waiting(person_id)
    if news is None:
        return None
    reply = compose(news)
    if reply is None:
        alerts.told(news)
        return None
    return news, reply
