"""Rounds of invitations: the latest, past ones, trends, one's own standing, and alerts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.memory import entity, intent_of, person_of, say, store
from bot.nlu.rounds import Asked, asked
from bot.replies import pictures
from bot.replies import rounds as replies
from bot.replies.conversation import calculated
from bot.replies.reply import PICTURES, Image, Reply
from bot.settings import Settings
from bot.sources.rounds import history
from bot.store import Person, make_engine
from bot.store.alerts import Alerts
from bot.store.subscriptions import PUSHED
from express_entry.chances import Chances, chances, standing
from express_entry.profile import parse_profile
from express_entry.rounds import History


@lru_cache(maxsize=1)
def alerts() -> Alerts:
    """Who wants to be told."""
    return Alerts(make_engine(Settings.from_environment().database_url))


@dataclass(frozen=True)
class Question:
    """A question about rounds, and what is known to answer it."""

    person: Person
    sender_id: str
    text: str
    named: Asked
    known: History
    on: date
    kind: str | None = None

    @property
    def lang(self) -> str:
        """The person's language."""
        return self.person.language


class ActionRounds(Action):
    """Answers from the newest rounds that are known, with the day up to which they are."""

    def name(self) -> str:
        """The name by which Rasa calls it."""
        return "action_rounds"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[EventType]:
        """Answer the kind of question that was asked."""
        today = date.today()
        text = str(tracker.latest_message.get("text") or "")
        question = Question(
            person=person_of(tracker),
            sender_id=tracker.sender_id,
            text=text,
            named=asked("" if text.startswith("/") else text),
            known=history(Settings.from_environment().data_dir).until(today),
            on=today,
            kind=entity(tracker, "kind"),
        )
        say(dispatcher, _ANSWERS[intent_of(tracker)](question))
        return []


def _latest(question: Question) -> Reply:
    named = question.named
    if named.tie_break:
        return replies.tie_break(question.lang, question.known, question.on, _chances(question))
    if named.number:
        return replies.one(question.lang, question.known, question.on, named.number)
    if named.trend or named.year:
        return _past(question)
    return replies.latest(question.lang, question.known, question.on, named.category)


def _past(question: Question) -> Reply:
    named = question.named
    if named.tie_break or (named.number and not named.category):
        return _latest(question)
    if named.category and not named.year:
        found = replies.trend(question.lang, question.known, question.on, named.category)
        return _with_cutoffs(question, found, named.category)
    if named.trend:
        return _with_cutoffs(question, _list(question), None)
    return _list(question)


def _list(question: Question) -> Reply:
    named = question.named
    return replies.past(question.lang, question.known, question.on, named.category, named.year)


def _standing(question: Question) -> Reply:
    found = _chances(question)
    if found is None:
        return replies.latest(question.lang, question.known, question.on, question.named.category)
    reply = calculated(replies.chances(question.lang, found, question.known))
    if question.known.pool is None:
        return reply
    drawn = pictures.pool(question.lang, question.known.pool, found.standing.score)
    return replace(reply, image=_image(question, drawn))


def _chances(question: Question) -> Chances | None:
    document = store().profile(question.person.id)
    if not document:
        return None
    return chances(standing(parse_profile(document), question.on), question.known, question.on)


def _with_cutoffs(question: Question, reply: Reply, category: str | None) -> Reply:
    """The reply with a picture of the cut-offs, and the person's last score across it."""
    told = store().scores(question.person.id)
    kinds = (category,) if category else question.known.categories[:3]
    drawn = pictures.cutoffs(question.lang, question.known, kinds, told[-1].total if told else None)
    return replace(reply, image=_image(question, drawn)) if drawn else reply


def _image(question: Question, drawn: pictures.Picture) -> Image:
    return Image(f"{PICTURES}{store().said.add_picture(question.sender_id, drawn.png)}", drawn.alt)


def _subscribe(question: Question) -> Reply:
    person, kind = question.person, question.kind
    newest = question.known.latest()
    if kind not in replies.KINDS or newest is None:
        return replies.choose_alerts(question.lang, alerts().subscription(person.id) is not None)
    alerts().subscribe(person.id, kind, newest.number)
    pushed = store().channel_of(question.sender_id) in PUSHED
    return replies.subscribed(question.lang, kind, pushed, kept=not person.ephemeral)


def _unsubscribe(question: Question) -> Reply:
    """Ends everything that would be told without being asked: news of rounds, and reminders of deadlines."""
    told = alerts().unsubscribe(question.person.id), alerts().stop_reminders(question.person.id)
    return replies.unsubscribed(question.lang, any(told))


_ANSWERS: dict[str, Callable[[Question], Reply]] = {
    "ask_latest_round": _latest,
    "ask_round_history": _past,
    "ask_chances": _standing,
    "subscribe": _subscribe,
    "unsubscribe": _unsubscribe,
}
