"""Whose turn it is: the message, read once, and the store in which everything about its writer stands.

An action is a function from a :class:`Turn` to a reply. :class:`Answering` does the rest for all of them: it
reads the turn, says the reply, and keeps what a follow-up ("and for my wife?") is about.
"""

from __future__ import annotations

import struct
from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from typing import Any, ClassVar

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.versions import data_version, model_version
from bot.dialogue import plans
from bot.dialogue.message import ON_WISH, WISHED, WISHES, Heard
from bot.dialogue.pointing import Pointed, pointed
from bot.dialogue.reached import by_level
from bot.dialogue.ready import Calculation, missing_for
from bot.dialogue.shown import Shown
from bot.dialogue.state import State, waits_silently
from bot.dialogue.state import under_way as waits
from bot.dialogue.told import Told, flatten, nest
from bot.facts import Fact, Said
from bot.languages import Language
from bot.nlu import telling
from bot.nlu.asides import FAMILY, FOR_A_FAMILY, PAUSE, THIRD_LANGUAGE, is_question
from bot.nlu.care import COMPLAINT, feeling, strained
from bot.nlu.counting import asks_its_worth
from bot.nlu.decision import INFORM, OUT_OF_SCOPE, POSSIBLE, WHAT_IF
from bot.nlu.fitting import leading_number
from bot.nlu.going_on import Wish, begins_what_if, going_on
from bot.nlu.household import asks_again
from bot.nlu.language import asks, is_foreign
from bot.nlu.personal import MARRYING, asked_kinds, pointing
from bot.nlu.roles import in_roles
from bot.nlu.said import said
from bot.nlu.spoken import options_named, plain
from bot.nlu.spoken_of import spoken_of_last
from bot.nlu.steering import asks_for_time, closes, ends_questions, names_a_moment, names_score
from bot.nlu.supposing import all_of, as_told, supposes_levels
from bot.replies.again import asked_again, mark, mark_of_question, varied
from bot.replies.answers import tidied
from bot.replies.brief import in_brief
from bot.replies.buttons import EVERYTHING, different
from bot.replies.caveats import on_levels, with_caveats
from bot.replies.conversation import kindly, third_language, with_another
from bot.replies.intake import go_on_button
from bot.replies.pictures import Picture
from bot.replies.ready import not_ready
from bot.replies.reply import PICTURES, Image, Reply
from bot.settings import Settings
from bot.sources.official import published
from bot.sources.rounds import history
from bot.store import Person, RevisionMoved, Store, StoredState, make_engine
from bot.store.alerts import Alerts
from bot.store.feedback import Feedback
from bot.store.turn import under_way
from express_entry.answers import ASK, join, split
from express_entry.profile import Profile, in_any_order, parse_profile
from express_entry.published import Published
from express_entry.rounds import History
from express_entry.vocabulary import PARTNERED

EXPLAINING = frozenset({"why", "explain"})
"""What is asked about the question on the table, which stands below the answer as a matter of course."""
COURTESIES = frozenset({"thanks", "goodbye", "greet"})
"""What is never answered with the question on the table once more; nor is what somebody feels."""
ANSWERS = frozenset({"ask", "ask_age_drop", "ask_chances", "ask_improve", "ask_deadlines", "ask_costs"})
"""Questions whose answer begins with a kind sentence where they are asked in fear."""
POINTED_AT = frozenset(
    {"ask_points", "ask_costs", "ask_documents", "ask_deadlines", "ask_eligibility", "ask_category"}
    | {"ask_improve", "ask_whatif", "ask_age_drop", "ask_principal", "ask_latest_round", "ask_round_history"}
    | {"ask_chances", "show_score", "explain_score"}
)
"""Calculations that a message of few words may point at."""
LIKELY, WORTH_OFFERING = 0.2, 0.5
"""Probability that the likeliest of some meanings needs to be offered, and one that is out of scope."""
CERTAINLY, POSSIBLE_NEXT = 0.8, 0.15
"""Probability from which what is answered was surely meant, and from which the next one is worth a button."""
ASKED_ANEW: Mapping[str, str] = {**{label: label for label in FOR_A_FAMILY}, "ask/fees_amount": "ask_costs"}
"""What was answered, and what a family that is named behind it asks for."""
OF_A_FAMILY = FAMILY | {"correction", "yes_no", "number"}
"""Facts of a message that says for which family a question was meant."""
LOOP = "intake"
"""Rasa's name for the form that runs while questions are asked."""
LAST = "answer"
"""The slot with the id of the answer given last."""
SHOWN = "shown"
"""The slot with what was said last (:class:`bot.dialogue.shown.Shown`)."""
WORTH = "worth/"
"""Begins what that slot holds after a question about points."""
SUPPOSED = "supposed/"
"""Begins what it holds after a what-if, and the words of that and of those before it that it goes on from."""
CAVEATS = "caveats"
"""The slot with the ids of the caveats that were said in full."""


def store() -> Store:
    """The store as the turn under way sees it; the store itself where there is none (a server of actions)."""
    return under_way() or own_store()


@lru_cache(maxsize=1)
def own_store() -> Store:
    """The store of this process."""
    return Store(Settings.from_environment().database_url)


@lru_cache(maxsize=1)
def alerts() -> Alerts:
    """Who wants to be told of rounds and deadlines."""
    return Alerts(make_engine(Settings.from_environment().database_url))


@lru_cache(maxsize=1)
def feedback() -> Feedback:
    """Opinions about answers."""
    return Feedback(make_engine(Settings.from_environment().database_url))


SOMEBODY_ELSE = "somebody_else"
"""The fact that what was told is of neither of the couple, which is said."""


def _typed_before(tracker: Tracker) -> str:
    """What was typed in the message before the last one; "" where a button was pressed."""
    texts = [str(event.get("text") or "") for event in tracker.events if event.get("event") == "user"]
    return texts[-2] if len(texts) > 1 and not texts[-2].startswith("/") else ""


@dataclass(frozen=True)
class Turn:
    """One message, and who wrote it. What the store knows of them is read when it is first asked for.

    Attributes:
        asked: the id of the answer that the message asks for, "" where it asks for none.
        asides: the labels of questions beside what it tells.
        last: the id of the answer given before, if there was one.
        about: the label of what was answered last; "" where the question on the table was said after it.
        briefly: whether it is to be said in few words.
        runner_up: the label of what the message perhaps meant instead.
    """

    person: Person
    sender_id: str
    message_id: str
    heard: Heard
    asked: str
    asides: tuple[str, ...]
    last: str | None
    today: date
    about: str = ""
    briefly: bool = False
    runner_up: str | None = None

    @classmethod
    def of(cls, tracker: Tracker) -> Turn:
        """The turn of the last message.

        Raises:
            UnknownConversation: everything about the person has been erased.
        """
        latest = tracker.latest_message
        text = str(latest.get("text") or "")
        intent = str((latest.get("intent") or {}).get("name") or "")
        supposed = intent == WHAT_IF and (begins_what_if(text) or supposes_levels(text))
        told = () if supposed else latest.get("facts") or ()
        asides = tuple(latest.get("asides") or ())
        about = Shown.parse_obj(tracker.get_slot(SHOWN) or {}).about
        button = {found["entity"]: found["value"] for found in reversed(latest.get("entities") or ())}
        person = store().person_of(tracker.sender_id)
        turn = cls(
            person=person,
            sender_id=tracker.sender_id,
            message_id=str(latest.get("message_id") or ""),
            heard=Heard(
                text=text,
                intent=intent,
                facts=tuple(Fact(**fact) for fact in told),
                button={name: value for name, value in button.items() if value is not None},
                meanings=_meanings(latest),
                asks=(asks(text) or asks_its_worth(text)) and not WISHED.intersection(asides),
                wished=WISHED.intersection(asides),
                names_score=names_score(text),
                closes=closes(text),
                moment=asks_for_time(text) or (intent == PAUSE and names_a_moment(text)),
                answered=bool(set(asides) - WISHED),
                professional=ends_questions(text) in ("professional", "perhaps_professional"),
                named=options_named(text),
                number=_leading(text),
                unplaced=tuple(latest.get("unplaced") or ()),
                said=Said() if supposed else said(text, person.language, date.today()),
            ),
            asked=str(button.get("answer") or latest.get("answer") or ""),
            asides=tuple(label for label in asides if label not in WISHED),
            last=tracker.get_slot(LAST),
            today=date.today(),
            about=about,
            runner_up=_runner_up(latest),
        )
        turn = turn if supposed else turn._behind(_typed_before(tracker))
        return turn._of_the_family_asked_for()._without_whom_they_may_marry()

    def _behind(self, before: str) -> Turn:
        """The turn in which "he" and "she" are whom the message ``before`` spoke of last, where that was
        neither of the couple, nor the one for whom somebody writes."""
        people = self.state.people
        introduces = any(fact.field == "applicant" for fact in self.heard.facts)
        own = people.writer == "self" and not (people.applicant or introduces)
        others = spoken_of_last(before, self.lang, self.today, people) if before and own else ()
        if not others or self.heard.text.startswith("/"):
            return self
        facts = telling.told(self.heard.text, self.lang, self.today, replace(people, others=others))
        gone = [fact for fact in self.heard.facts if fact.person == "partner" and fact not in facts]
        left_out = [Fact(SOMEBODY_ELSE, True, "self", gone[0].start, gone[-1].end, True)] if gone else []
        return replace(self, heard=replace(self.heard, facts=(*facts, *left_out)))

    def _of_the_family_asked_for(self) -> Turn:
        """The turn without the size of a family that is only asked about: "fees for the four of us". What was
        asked last is asked anew beside what is told of the family: "sorry, all five of us, three kids"."""
        again = self.pointed is not None and self.pointed.label in FOR_A_FAMILY
        if not again and join(self.intent, self.asked) not in FOR_A_FAMILY:
            return self
        facts = tuple(fact for fact in self.heard.facts if fact.field != "family_size")
        if not again or not facts:
            return replace(self, heard=replace(self.heard, facts=facts))
        heard = replace(self.heard, intent=INFORM, facts=facts, answered=True)
        return replace(self, heard=heard, asides=(ASKED_ANEW[self.about],))

    def _without_whom_they_may_marry(self) -> Turn:
        """The turn without facts of somebody who is only married in a what-if: they are no partner yet."""
        facts = self.heard.facts
        partners = any(fact.person == "partner" for fact in facts)
        if not partners or MARRYING not in asked_kinds(self.heard.text):
            return self
        statuses = {fact.value for fact in facts if fact.field == "marital_status" and fact.sure}
        spouse = any(fact.field == "has_spouse" and fact.value for fact in facts)
        status = self.told.get("marital_status")
        if not statuses.isdisjoint(PARTNERED) or (not statuses and (status in PARTNERED or spouse)):
            return self
        kept = tuple(fact for fact in facts if fact.person != "partner")
        return replace(self, heard=replace(self.heard, facts=kept))

    @property
    def lang(self) -> Language:
        """The person's language."""
        return self.person.language

    @property
    def intent(self) -> str:
        """What the message was taken to mean."""
        return self.heard.intent

    @cached_property
    def text(self) -> str:
        """What was typed, everybody in it called by who they are; "" when a button was pressed."""
        typed = self.heard.text
        return "" if typed.startswith("/") else in_roles(typed, self.lang, self.today, self.state.people).text

    @property
    def value(self) -> str:
        """What the pressed button carries, as text; "" without one."""
        return str(self.heard.button.get("value") or "")

    @cached_property
    def document(self) -> dict[str, Any]:
        """The stored profile."""
        return store().profile(self.person.id)

    @cached_property
    def profile(self) -> Profile:
        """The same as the rules read it."""
        return parse_profile(in_any_order(self.document), draft=True)

    @cached_property
    def told(self) -> Told:
        """The same by path."""
        return flatten(self.document)

    @cached_property
    def by_level(self) -> tuple[tuple[str, str, Profile], ...]:
        """The profile with each level that a diploma may have which is being asked about, whose it is and the
        level; empty where none is open."""
        return tuple(
            (whose, level, parse_profile(in_any_order(nest(told)), draft=True))
            for whose, level, told in by_level(self.told, self.state.doubts)
        )

    @property
    def plan(self) -> plans.Plan:
        """What the person keeps beside the profile, as it stands now."""
        return store().plan(self.person.id)

    @cached_property
    def _kept(self) -> StoredState:
        return store().state(self.person.id)

    @cached_property
    def state(self) -> State:
        """Where they stand in the intake."""
        return State.parse_obj(self._kept.document)

    @property
    def revision(self) -> int:
        """The number to hand back when that changes."""
        return self._kept.revision

    @cached_property
    def rounds(self) -> History:
        """The rounds of invitations known on this day."""
        return history(Settings.from_environment().data_dir).until(self.today)

    @property
    def published(self) -> tuple[Published, ...]:
        """What official files give for fees and processing times, as last looked up."""
        return published(Settings.from_environment().data_dir)

    def missing_for(self, calculation: Calculation, given: Collection[str] = ()) -> tuple[str, ...]:
        """What has to be known before this calculation does not mislead, beside the paths that are
        ``given``."""
        return missing_for(calculation, {**self.told, **dict.fromkeys(given)}, self.state)

    def on_levels(self, reply: Reply) -> Reply:
        """A calculation that says which levels it takes from telling."""
        return on_levels(reply, self.told, self.state.partner) if reply.caveats else reply

    def not_ready(self, calculation: Calculation, given: Collection[str] = ()) -> Reply | None:
        """What is said instead of a calculation that would mislead with the little that is known.

        Whoever is told what is missing answers it next, so that from then on the first of it is on the table.
        """
        missing = self.missing_for(calculation, given)
        if not missing:
            return None
        begins = not self.state.quiet or self.intent in ON_WISH
        if self.state.mode == "free" and calculation in WISHES.values() and begins:
            self._wish(calculation)
        return not_ready(self.lang, calculation, missing)

    def _wish(self, calculation: Calculation) -> None:
        """Keep that the questions are wished for; a message confirmed meanwhile decides for itself."""
        goal = "eligibility" if calculation == "eligibility" else self.state.goal
        wished = self.state.but(mode="intake", quiet=False, goal=goal).dict()
        with suppress(RevisionMoved):
            store().confirm(self.person.id, self.message_id, {}, (), state=wished, revision=self.revision)

    @cached_property
    def follows(self) -> Wish | None:
        """What the message wishes of the what-if before it, if it goes on from one."""
        before = self._supposed_before
        return going_on(self.text, self.lang, self.today, before, self.told) if self.text else None

    @cached_property
    def pointed(self) -> Pointed | None:
        """What the message is about if it only points at what was shown last."""
        kind = pointing(self.text) if self.text else None
        anew = ASKED_ANEW.get(self.about) if not self.asides and asks_again(self.text, self.lang) else None
        if anew is not None and all(fact.field in OF_A_FAMILY for fact in self.heard.facts):
            return Pointed(anew)
        if kind is None:
            return None
        invited = kind == "until_when" and plans.dates(self.plan).ita is not None
        return pointed(kind, self.about, self.told, invited)

    def asking(self, of: Pointed) -> Turn:
        """The turn as if it had asked for what it points at."""
        intent, answer = split(of.label)
        heard = replace(self.heard, intent=intent, facts=())
        return replace(self, heard=heard, asked=answer or "", briefly=of.briefly)

    @property
    def _supposed_before(self) -> tuple[str, ...]:
        last = self.last or ""
        return tuple(last.removeprefix(SUPPOSED).split("\n")) if last.startswith(SUPPOSED) else ()

    @property
    def supposed(self) -> tuple[str, ...]:
        """The words of everything that is to be supposed now, one message after the other."""
        now = " ".join((self.text or self.value).split()) if self.text else self.value
        if self.follows in ("why", "total", "keep", "drop", "unchanged"):
            return self._supposed_before
        if self.follows == "add":
            return (*self._supposed_before, now)
        return tuple(now.split("\n"))

    @cached_property
    def supposed_facts(self) -> Told:
        """What was supposed as facts to keep; empty where one of it can only be supposed."""
        return as_told(all_of(self.supposed, self.lang, self.today, self.told), self.told)

    def supposed_as_told(self) -> Heard:
        """The message as a wish to keep what was supposed."""
        return replace(self.heard, intent="save", facts=(), button={"value": self.supposed_facts})

    @property
    def everything(self) -> bool:
        """Whether all of a result is asked for, by its button."""
        return self.value == EVERYTHING

    def image(self, drawn: Picture) -> Image:
        """A picture drawn for this person, kept where their channel finds it."""
        width, height = struct.unpack(">II", drawn.png[16:24])  # where every PNG says them
        kept = store().said.add_picture(self.sender_id, drawn.png)
        return Image(f"{PICTURES}{kept}", drawn.alt, width, height, drawn.drawing)


def _leading(text: str) -> Fact | None:
    found = leading_number(text)
    return Fact("number", int(found[1]), "self", *found.span(1), sure=True) if found else None


def _meanings(latest: Mapping[str, Any]) -> tuple[str, ...]:
    """Labels that the message may have had, the likeliest first; none where nothing was likely. What is out
    of scope is a guess far off, unless it is the likeliest by far."""
    if latest.get("decision") != "offer":
        return ()
    ranking = latest.get("intent_ranking") or ()
    offered = [guess for guess in ranking if guess["confidence"] >= POSSIBLE]
    near = [
        guess
        for guess in offered
        if split(guess["name"])[0] != OUT_OF_SCOPE or guess["confidence"] >= WORTH_OFFERING
    ]
    if not near or near[0]["confidence"] < LIKELY:
        return ()
    return tuple(guess["name"] for guess in near)


def _runner_up(latest: Mapping[str, Any]) -> str | None:
    """The label that comes next, where the message is answered by one that only leads."""
    ranked: list[Any] = [*(latest.get("intent_ranking") or ()), None, None]
    first, second = ranked[:2]
    if latest.get("decision") != "answer" or not (first and second) or first["confidence"] >= CERTAINLY:
        return None
    meant = (latest.get("intent") or {}).get("name") == split(first["name"])[0]
    question = is_question(second["name"]) and split(second["name"])[0] != OUT_OF_SCOPE
    return second["name"] if meant and question and second["confidence"] >= POSSIBLE_NEXT else None


def say(dispatcher: CollectingDispatcher, *replies: Reply) -> None:
    """Send replies to the channel, each with the versions that gave it."""
    versions = {"data": data_version(), "model": model_version()}
    for reply in replies:
        traced = replace(reply, meta={**versions, **reply.meta}, buttons=different(reply.buttons))
        dispatcher.utter_message(json_message=traced.as_json())


def speak(
    dispatcher: CollectingDispatcher,
    tracker: Tracker,
    message_id: str,
    replies: Sequence[Reply],
    about: str | None = None,
) -> list[EventType]:
    """Say replies to a message, none of them as the one that was just given, and each caveat in full once;
    what that leaves for later.

    ``about`` is the label of what is answered, "" for the question on the table, None for what nobody points
    at.
    """
    said = plain(str(tracker.latest_message.get("text") or "")).strip()
    shown = Shown.parse_obj(tracker.get_slot(SHOWN) or {}).hearing(message_id, said)
    before: Sequence[str] = tracker.get_slot(CAVEATS) or []
    caveats = list(before)
    explained = (tracker.latest_message.get("intent") or {}).get("name") in EXPLAINING
    for reply in replies:
        shown, times = shown.saying(mark(reply)) if mark(reply) else (shown, 0)
        now = varied(reply, times, shown.another)
        if question := mark_of_question(reply):
            shown, repeated = shown.asking(question)
            now = asked_again(now) if repeated and not times and not explained else now
        say(dispatcher, with_caveats(now, caveats))
        caveats += [caveat.id for caveat in now.caveats if caveat.id not in caveats]
    shown = shown if about is None else shown.answering(about)
    return [SlotSet(SHOWN, shown.dict()), *([SlotSet(CAVEATS, caveats)] if caveats != before else [])]


def with_languages(turn: Turn, reply: Reply) -> Reply:
    """A reply to a message in a third language, after the line that says which ones are written here."""
    asks_for_one = turn.intent == THIRD_LANGUAGE or THIRD_LANGUAGE in turn.asides
    return reply if asks_for_one or not is_foreign(turn.text) else reply.after(third_language(turn.lang).text)


def for_the_intake(turn: Turn, tracker: Tracker) -> bool:
    """Whether a message that another action is to answer goes on from a what-if, or points at what was shown
    last: the intake hears it first, so that nothing of it is taken for something else."""
    goes_on = (turn.intent != WHAT_IF and turn.follows is not None) or turn.pointed is not None
    return goes_on and tracker.active_loop.get("name") != LOOP


def is_courtesy(turn: Turn) -> bool:
    """Whether a message says something kind, or what somebody feels."""
    return turn.intent in COURTESIES or (turn.intent == COMPLAINT and strained(turn.text))


class Answering(Action, ABC):
    """An action that answers a message with one reply; ``called`` is its name in Rasa's rules."""

    called: ClassVar[str]

    def name(self) -> str:
        return self.called

    @abstractmethod
    def reply(self, turn: Turn) -> Reply:
        """What is said; whatever it changes is in the store before."""

    def remembered(self, turn: Turn, reply: Reply) -> str | None:
        """What a follow-up ("and for her?") is about from now on: the id of an answer, or :data:`WORTH` and
        words that asked what something is worth; None leaves what was before."""
        return None

    def about(self, turn: Turn, reply: Reply) -> str | None:
        """The label of what is answered, for a message that points at it ("why", "simpler"); None for what
        nobody points at."""
        if answer := reply.meta.get("answer"):
            return join(ASK, answer)
        return turn.intent if turn.intent in POINTED_AT else None

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[EventType]:
        turn = Turn.of(tracker)
        if for_the_intake(turn, tracker):
            return [FollowupAction(LOOP)]
        return self.say(turn, dispatcher, tracker)

    def say(self, turn: Turn, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        """Say the reply to a turn; what is remembered of it."""
        reply = in_brief(self.reply(turn)) if turn.briefly else self.reply(turn)
        if turn.intent in ANSWERS and strained(turn.text):
            reply = kindly(reply, feeling(turn.text))
        reply = with_languages(turn, reply)
        if waits_silently(turn.state) or (is_courtesy(turn) and waits(turn.state)):
            back = go_on_button(reply.lang, turn.state)
            others = tuple(button for button in reply.buttons if button.payload != back.payload)
            reply = replace(reply, buttons=(*others, back))
        reply = tidied(reply) if reply.meta.get("answer") else reply
        if turn.runner_up is not None and reply.meta.get("answer"):
            reply = with_another(reply, turn.runner_up)
        about = self.about(turn, reply)
        shown = speak(dispatcher, tracker, turn.message_id, (reply,), about)
        last = self.remembered(turn, reply)
        return [*shown, *([SlotSet(LAST, last)] if last else [])]
