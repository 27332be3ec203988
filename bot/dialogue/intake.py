"""One step of the intake: a message comes in, answers and the next sentence come out.

Pure: the store, Rasa and the clock are the caller's business (``actions/intake.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from bot.dialogue.questions import Facts, Question, flatten, following, orphans, question
from bot.dialogue.reading import ABILITIES, SCALES, Reading, checked, choose, nest, read_answers
from bot.dialogue.state import State, under_way
from bot.nlu.language import asks
from bot.replies import intake as say
from bot.replies import words
from bot.replies.conversation import help_menu, offer
from bot.replies.reply import Reply
from express_entry.noc import classification
from express_entry.points import Because

MISSES_BEFORE_HELP = 2
"""How often in a row an answer may be missed before the way out is shown in full."""

LEAVING = frozenset({"back", "skip", "dont_know", "pause", "goodbye"})
"""Intents that leave the menu of what can be changed."""

Occupations = Callable[[Question, str, str, bool], Reply | None]
"""What can be said to a job title or code as the answer to a question, in a language; with True all that was
found rather than a question back. None: nothing was found."""


@dataclass(frozen=True)
class Message:
    """What came in: the text, what it was taken to mean, and the facts found in it."""

    text: str
    intent: str
    facts: tuple[Mapping[str, Any], ...] = ()
    button: Mapping[str, Any] = field(default_factory=dict)
    meanings: tuple[str, ...] = ()
    """Labels that it may have had, the likeliest first, where none was sure."""

    @property
    def yes_or_no(self) -> bool | None:
        """Whether the message says yes or no, if it does."""
        if self.intent in ("affirm", "deny"):
            return self.intent == "affirm"
        said = [fact["value"] for fact in self.facts if fact["field"] == "yes_no"]
        return bool(said[0]) if said else None

    @property
    def plain_yes(self) -> bool:
        """Whether a button or a word of its own says yes, so that even erasing may follow."""
        pressed = self.refers_to is not None and self.intent == "affirm"
        return pressed or any(fact["field"] == "yes_no" and fact["value"] for fact in self.facts)

    @property
    def refers_to(self) -> str | None:
        """The place (see :attr:`State.place`) in which a button that means something only there was shown."""
        return self.button.get("question") if self.intent in _OF_ONE_PLACE else None


_OF_ONE_PLACE = frozenset({"affirm", "deny", "skip", "back", "why", "explain"})
"""What a button says of the question above it, and of no other one."""


@dataclass(frozen=True)
class Person:
    """What is known when the message comes in."""

    lang: str
    told: Facts
    state: State
    occupations: Occupations
    today: date


@dataclass(frozen=True)
class Outcome:
    """What a message did.

    ``answers`` and ``withdrawn`` go to the store together with ``state``; ``replies`` are said after that.
    ``refused`` means that the message was not for the intake; ``finished`` that a score can follow.
    """

    state: State
    answers: Mapping[str, Any] = field(default_factory=dict)
    withdrawn: tuple[str, ...] = ()
    replies: tuple[Reply, ...] = ()
    refused: bool = False
    finished: bool = False


ANSWERS = frozenset({"inform", "choose", "affirm", "deny", "nlu_fallback"})
"""Intents that may answer a question. What is neither of these nor a command (see ``_COMMANDS``) is a side
question: the rules answer it, and the intake asks its own again."""
DATED = frozenset({"told_ita", "ask_deadlines"})
"""Side questions that tell a day of their own: it answers no question of the intake."""


def step(message: Message, person: Person) -> Outcome:
    """Take one message."""
    if message.refers_to not in (None, _place(person)):
        return _late(message, person)
    stage = _STAGES.get(person.state.stage)
    outcome = stage(message, person) if stage else None
    if outcome is None:
        outcome = _command(message, person) or _answer(message, person)
    return outcome


def ask_again(person: Person) -> tuple[Reply, ...]:
    """The question on the table once more, after a side question or a repeated message."""
    if not under_way(person.state):
        return ()
    return (say.next_reply(person.lang, person.told, person.state),)


def _place(person: Person) -> str:
    asked = _asked(person) if person.state.stage == "asking" else None
    return asked.id if asked else person.state.place


def _late(message: Message, person: Person) -> Outcome:
    """A button of an earlier message: its yes answers nothing that is asked now, its skip skips nothing."""
    earlier = question(message.refers_to)
    if earlier is not None and message.intent in ("why", "explain"):
        sentence = _ASIDES[message.intent](person, earlier)
    else:
        sentence = words(person.lang)("late-button")
    if person.state.stage == "done":
        return Outcome(person.state, replies=(say.after_score(person.lang).after(sentence),))
    return _show(person, person.state, before=sentence)


# Stages in which a message means something special. None: treat it as any other message.


def _in_confirm_restart(message: Message, person: Person) -> Outcome | None:
    calm = person.state.but(stage="asking")
    if message.yes_or_no is None:
        return None
    if not message.yes_or_no:
        return _onward(person, calm, before=words(person.lang)("restart-kept"))
    if not message.plain_yes:
        return _show(person, person.state)
    fresh = replace(person, told={}, state=State())
    return _onward(fresh, State(), before=words(person.lang)("restarted"), withdrawn=tuple(person.told))


def _in_confirm_delete(message: Message, person: Person) -> Outcome | None:
    if message.yes_or_no is None:
        return None
    if not message.yes_or_no:
        return _onward(person, person.state.but(stage="asking"), before=words(person.lang)("restart-kept"))
    if not message.plain_yes:
        return _show(person, person.state)
    farewell = Reply(words(person.lang)("deleted"), person.lang, erase=True)
    return Outcome(person.state, replies=(farewell,))


def _in_doubt(message: Message, person: Person) -> Outcome | None:
    """The answer to "is that right?": yes or one of the readings takes it, no drops it."""
    doubtful, *rest = person.state.doubts
    calm = person.state.but(doubts=tuple(rest), stage="asking")
    if message.yes_or_no is True and len(doubtful.readings) == 1:
        return _take(Reading(answers={doubtful.path: doubtful.readings[0]}), person, calm)
    if message.yes_or_no is False and len(message.facts) <= 1:
        return _take(Reading(), person, calm.but(question=_id_of(doubtful.path) or calm.question))
    if message.intent in _COMMANDS:
        return None
    outcome = _answer(message, person)
    if outcome.refused:  # a side question is no miss: the doubt waits
        return outcome
    if person.state.misses:
        return _answer(message, replace(person, state=calm))
    return replace(outcome, state=outcome.state.but(misses=1)) if not outcome.answers else outcome


def _in_review(message: Message, person: Person) -> Outcome | None:
    if message.intent == "show_score" or (message.yes_or_no is True and len(message.facts) <= 1):
        return Outcome(person.state.but(stage="done", reviewed=True, question=None, misses=0), finished=True)
    if message.yes_or_no is False and len(message.facts) <= 1:
        return _show(person, person.state.but(stage="change"))
    return None


def _in_change(message: Message, person: Person) -> Outcome | None:
    if message.intent in LEAVING or (message.yes_or_no is False and len(message.facts) <= 1):
        return _show(person, person.state.but(stage="review", misses=0))
    return _in_review(message, person)


def _before_the_first_question(message: Message, person: Person) -> Outcome | None:
    """Nothing has been asked yet: a yes begins, a no or a "why?" has nothing to refer to."""
    if under_way(person.state) or message.facts:
        return None
    if message.intent == "affirm":
        return _start(message, person)
    if message.intent in ("deny", "why", "explain", "dont_know", "skip", "back"):
        return Outcome(person.state, replies=(help_menu(person.lang),))
    return None


def _when_done(message: Message, person: Person) -> Outcome | None:
    """After the score: what would steer or answer a question means the score itself, or nothing more."""
    if "value" in message.button or len(message.facts) > (message.yes_or_no is not None):
        return None
    if message.intent in ("affirm", "why", "explain", "start", "resume"):
        return Outcome(person.state, finished=True)
    if message.intent in ("deny", "skip", "dont_know", "nlu_fallback"):
        return Outcome(person.state, replies=(say.after_score(person.lang),))
    return None


_STAGES: dict[str, Callable[[Message, Person], Outcome | None]] = {
    "asking": _before_the_first_question,
    "confirm_restart": _in_confirm_restart,
    "confirm_delete": _in_confirm_delete,
    "doubt": _in_doubt,
    "review": _in_review,
    "change": _in_change,
    "done": _when_done,
}


# Commands: intents that steer the intake instead of answering it.


def _command(message: Message, person: Person) -> Outcome | None:
    handler = _COMMANDS.get(message.intent)
    return handler(message, person) if handler else None


def _asked(person: Person) -> Question | None:
    return question(person.state.question) or following(person.told, person.state.skipped, person.state.goal)


def _start(message: Message, person: Person) -> Outcome:
    if message.button.get("value") in ("score", "eligibility"):
        goal = person.state.but(goal=message.button["value"], skipped=())
        return _onward(replace(person, state=goal), goal.but(stage="asking", question=None))
    if message.facts and (outcome := _answer(message, person)).answers:
        return outcome
    return _onward(person, person.state.but(stage="asking"))


def _subject(person: Person) -> Question | None:
    """What "why?" and "I don't know" are about: the doubtful answer, or else the question on the table."""
    if person.state.stage == "doubt":
        return question(_id_of(person.state.doubts[0].path))
    return _asked(person)


def _why(person: Person, asked: Question) -> str:
    return say.why(person.lang, asked, bool(person.state.drafts.get(asked.fact)))


def _explain(person: Person, asked: Question) -> str:
    return say.explain(person.lang, asked, person.state.drafts.get(asked.fact))


_ASIDES: dict[str, Callable[[Person, Question], str]] = {"why": _why, "explain": _explain}


def _aside(message: Message, person: Person) -> Outcome:
    asked = _subject(person)
    if asked is None:
        return _show(person, person.state)
    return _show(person, person.state.but(misses=0), before=_ASIDES[message.intent](person, asked))


def _dont_know(message: Message, person: Person) -> Outcome:
    asked = _subject(person)
    if asked is None:
        return _show(person, person.state)
    if person.state.misses:
        return _skip(message, person)
    tell = words(person.lang)
    before = f"{tell('dont-know', explanation=_explain(person, asked))} {tell('dont-know-skip')}"
    return _show(person, person.state.but(misses=1), before=before)


def _skip(_: Message, person: Person) -> Outcome:
    if person.state.stage == "doubt":
        rest = person.state.doubts[1:]
        return _take(Reading(), person, person.state.but(doubts=rest, stage="asking"))
    asked = _asked(person)
    if asked is None:
        return _show(person, person.state)
    drafts = {path: draft for path, draft in person.state.drafts.items() if path != asked.fact}
    if asked.answered(person.told):
        return _onward(person, _leave(person.state, asked).but(drafts=drafts))
    state = _leave(person.state, asked).but(skipped=(*person.state.skipped, asked.id), drafts=drafts)
    return _onward(person, state, before=words(person.lang)("skipped"))


def _back(_: Message, person: Person) -> Outcome:
    if not person.state.trail:
        return _show(person, person.state, before=words(person.lang)("nothing-before"))
    previous = person.state.trail[-1]
    skipped = tuple(entry for entry in person.state.skipped if entry != previous)
    drafts = {path: draft for path, draft in person.state.drafts.items() if path != previous}
    state = person.state.but(
        stage="asking",
        question=previous,
        trail=person.state.trail[:-1],
        skipped=skipped,
        drafts=drafts,
        misses=0,
    )
    return _show(person, state)


def _restart(_: Message, person: Person) -> Outcome:
    return _show(person, person.state.but(stage="confirm_restart"))


def _delete(_: Message, person: Person) -> Outcome:
    return _show(person, person.state.but(stage="confirm_delete"))


def _profile(_: Message, person: Person) -> Outcome:
    if person.state.stage == "asking" and _asked(person) is not None:
        after = ask_again(person)
        return Outcome(person.state, replies=(say.known(person.lang, person.told), *after))
    return _show(person, person.state.but(stage="review"))


def _change(message: Message, person: Person) -> Outcome:
    if message.facts and (outcome := _answer(message, person)).answers:
        return outcome
    return _show(person, person.state.but(stage="change"))


def _noc(message: Message, person: Person) -> Outcome:
    """ "NOC for data analyst", "is 21232 skilled?", or only "what is my NOC?": then the title is asked."""
    asked = _asked(person) if person.state.stage == "asking" else None
    if asked is None or asked.kind != "occupation":
        asked = question("main_occupation")
    assert asked is not None
    if "value" in message.button:
        return _occupation(str(message.button["value"]), asked, person, everything=True)
    found = person.occupations(asked, message.text, person.lang, False) if message.text else None
    state = person.state.but(stage="asking", question=asked.id, misses=0)
    if found is None:
        return _show(person, state)
    return Outcome(state, replies=(found,))


def _settle(message: Message, person: Person) -> Outcome:
    """One of the readings of a doubtful answer was pressed, be it long ago."""
    path, value = message.button.get("question"), message.button.get("value")
    if not path:
        return _missed(message, person)
    doubts = tuple(doubt for doubt in person.state.doubts if doubt.path != path)
    state = person.state.but(doubts=doubts, stage="asking")
    return _take(checked({str(path): value}, person.told, person.today), person, state)


def _save(message: Message, person: Person) -> Outcome:
    """What was supposed ("what if I had a PhD?") becomes a fact, because the person says so."""
    supposed = message.button.get("value")
    if not isinstance(supposed, Mapping):
        return _missed(message, person)
    return _take(checked(supposed, person.told, person.today), person, person.state)


_COMMANDS: dict[str, Callable[[Message, Person], Outcome]] = {
    "start": _start,
    "resume": _start,
    "why": _aside,
    "explain": _aside,
    "dont_know": _dont_know,
    "skip": _skip,
    "back": _back,
    "restart": _restart,
    "delete_data": _delete,
    "show_profile": _profile,
    "change_answer": _change,
    "ask_noc": _noc,
    "save": _save,
    "settle": _settle,
}


# Answers.


def _answer(message: Message, person: Person) -> Outcome:
    if message.intent == "choose":
        return _button(message, person)
    asked = _asked(person) if person.state.stage in ("asking", "doubt") else None
    reading = read_answers(_facts(message), asked, person.told, person.state.drafts, person.today)
    if reading.told_something:
        return _take(reading, person, person.state)
    if message.intent not in ANSWERS and message.intent not in _COMMANDS:
        return Outcome(person.state, refused=True)
    if asked is not None and (column := _column(message.text, asked, person)):
        return _take(
            choose(asked, column, person.told, person.state.drafts, person.today), person, person.state
        )
    if asked is not None and asked.kind == "occupation" and message.text and not asks(message.text):
        return _occupation(message.text, asked, person)
    return _missed(message, person)


def _column(text: str, asked: Question, person: Person) -> str | None:
    """The column of a TEF Canada result that a typed answer names, where that is being asked."""
    if len(person.state.drafts.get(asked.fact, {})) <= len(ABILITIES):
        return None
    return next((scale for scale in SCALES if scale.split("_")[0] in text.lower()), None)


def _facts(message: Message) -> list[Mapping[str, Any]]:
    """The message's facts; a yes or no that only the classifier heard is one that has to be asked about."""
    facts = [fact for fact in message.facts if fact["field"] != "date" or message.intent not in DATED]
    if message.intent in ("affirm", "deny") and not any(fact["field"] == "yes_no" for fact in facts):
        facts.append(
            {"field": "yes_no", "value": message.intent == "affirm", "person": "self", "sure": False}
        )
    return facts


def _button(message: Message, person: Person) -> Outcome:
    asked, value = question(message.button.get("question")), message.button.get("value")
    if asked is None:
        return _missed(message, person)
    if value == "?":
        return _show(person, person.state.but(stage="asking", question=asked.id, misses=0))
    return _take(
        choose(asked, value, person.told, person.state.drafts, person.today),
        person,
        person.state.but(stage="asking", question=asked.id),
    )


def _occupation(title: str, asked: Question, person: Person, everything: bool = False) -> Outcome:
    if title.strip() in classification().groups:
        reading = choose(asked, title.strip(), person.told, person.state.drafts, person.today)
        return _take(reading, person, person.state.but(stage="asking", question=asked.id))
    found = person.occupations(asked, title, person.lang, everything)
    state = person.state.but(stage="asking", question=asked.id, misses=0)
    if found is None:
        return Outcome(state, replies=(say.occupation_unknown(person.lang, title, asked),))
    return Outcome(state, replies=(say.with_way_out(found, asked),))


def _take(reading: Reading, person: Person, state: State) -> Outcome:
    """Accept what was read: answers to the store, the rest as remarks, then the next question."""
    told = {path: value for path, value in person.told.items() if path not in reading.withdrawn}
    told.update(reading.answers)
    doubts = tuple(
        doubt for doubt in (*state.doubts, *reading.doubts) if not _settled(doubt.path, reading.answers)
    )
    awaiting = {path for doubt in doubts for path in doubt.against}
    withdrawn = {*reading.withdrawn, *orphans(told)} - set(reading.answers) - awaiting
    told = flatten(nest({path: value for path, value in told.items() if path not in withdrawn}))
    tell = words(person.lang)
    remarks = [
        say.noted(person.lang, person.told, reading.answers, sorted(withdrawn)),
        say.needless(person.lang, sorted(reading.needless)),
    ]
    remarks += [tell(note.id, **note.args) for note in (*reading.problems, *_remarks(reading.notes))]
    asked = question(state.question) or _asked(person)
    if asked is not None and asked.id in reading.skipped:
        remarks.append(tell("skipped"))
    answered = flatten(nest(reading.answers))
    done = asked is not None and (asked.answered(answered) or asked.id in reading.skipped)
    drafts = {
        path: draft
        for path, draft in {**state.drafts, **reading.drafts}.items()
        if path not in reading.answers and not _excluded(path, told)
    }
    moved = (_leave(state, asked) if asked and done else state).but(
        drafts=drafts,
        skipped=tuple({*state.skipped, *reading.skipped} - {_id_of(path) for path in reading.answers}),
        doubts=doubts,
        misses=0,
    )
    title = next((str(note.args["title"]) for note in reading.notes if note.id == "occupation"), None)
    if title and asked is not None and not reading.answers:
        return _occupation(title, asked, person)
    return _onward(
        replace(person, told=told, state=moved),
        moved,
        before="\n".join(remark for remark in remarks if remark),
        answers=reading.answers,
        withdrawn=tuple(sorted(withdrawn)),
    )


def _remarks(notes: Sequence[Because]) -> list[Because]:
    return [note for note in notes if note.id != "occupation"]


def _missed(message: Message, person: Person) -> Outcome:
    """Not understood as an answer: what was perhaps meant; then help with an example, and the ways out."""
    state = person.state.but(misses=person.state.misses + 1)
    tell = words(person.lang)
    if state.misses < MISSES_BEFORE_HELP:
        if message.meanings:
            again = _show(person, state)
            return replace(again, replies=(offer(person.lang, message.meanings), *again.replies))
        if state.stage == "review":
            return Outcome(state, replies=(say.review_again(person.lang),))
        return _show(person, state, before=tell("not-understood"))
    asked = _subject(person) if state.stage in ("asking", "doubt") else None
    before = tell("not-understood-twice")
    if asked is not None:
        before += f" {_explain(person, asked)}"
    again = _show(person, state, before=before)
    return replace(again, replies=tuple(say.with_ways_out(reply) for reply in again.replies))


def _leave(state: State, asked: Question) -> State:
    """The question has been dealt with: remember it for "back" and clear the table."""
    trail = (*(entry for entry in state.trail if entry != asked.id), asked.id)
    return state.but(question=None, trail=trail, misses=0)


def _onward(
    person: Person,
    state: State,
    before: str = "",
    answers: Mapping[str, Any] | None = None,
    withdrawn: tuple[str, ...] = (),
) -> Outcome:
    """Go to what is next: a doubt, an unfinished test, the next question, the summary, the score."""
    answers = answers or {}
    if state.doubts:
        state = state.but(stage="doubt")
    elif unfinished := next((path for path in state.drafts if _id_of(path)), None):
        state = state.but(stage="asking", question=_id_of(unfinished))
    elif (current := question(state.question)) is not None and current.applies(person.told):
        state = state.but(stage="asking")
    else:
        upcoming = following(person.told, state.skipped, state.goal)
        if upcoming is not None:
            state = state.but(stage="asking", question=upcoming.id)
        elif state.reviewed:
            replies = (Reply(before, person.lang),) if before else ()
            done = state.but(stage="done", question=None)
            return Outcome(done, answers, withdrawn, replies, finished=True)
        else:
            state = state.but(stage="review", question=None)
    return _show(person, state, before, answers, withdrawn)


def _show(
    person: Person,
    state: State,
    before: str = "",
    answers: Mapping[str, Any] | None = None,
    withdrawn: tuple[str, ...] = (),
) -> Outcome:
    asked = following(person.told, state.skipped, state.goal)
    if state.stage == "asking" and state.question is None and asked is not None:
        state = state.but(question=asked.id)
    reply = say.next_reply(person.lang, person.told, state, before)
    return Outcome(state, answers or {}, withdrawn, (reply,))


def _all_questions() -> Sequence[Question]:
    from bot.dialogue.questions import questions

    return questions()


def _excluded(path: str, told: Facts) -> bool:
    """Whether what was told leaves no room for an answer at ``path``: no partner, no partner's test."""
    return any(entry.fact == path and entry.contradicted(told) for entry in _all_questions())


def _settled(path: str, answers: Facts) -> bool:
    """Whether these answers tell what was in doubt: the fact itself, or one that stands for it."""
    asked = question(_id_of(path))
    return path in answers or (asked is not None and asked.answered(answers))


def _id_of(path: str) -> str:
    return next((entry.id for entry in _all_questions() if entry.fact == path), "")
