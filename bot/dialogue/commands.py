"""Intents that steer the intake instead of answering it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.dialogue.answers import (
    answer,
    leave,
    missed,
    occupation,
    occupations,
    on_the_table,
    onward,
    show,
    subject,
    take,
)
from bot.dialogue.jobs import YEARS
from bot.dialogue.message import Case, Heard, Outcome
from bot.dialogue.questions import Question, question
from bot.dialogue.reading.choosing import checked
from bot.dialogue.reading.ground import Reading
from bot.dialogue.ready import missing_for
from bot.dialogue.saying import Explained, Kept, Occupations, OnTheTable, Overview, Plain, Remark, Say, Why
from bot.dialogue.state import State, under_way, waits_silently
from bot.dialogue.told import PARTNER, PARTNER_TEST, from_button, partners
from bot.facts import is_only_an_occupation
from express_entry.occupations.asked import asked_title, asked_titles, asks_of_titles
from express_entry.occupations.noc import classification
from express_entry.occupations.search import SURE, codes_in, level_in, search
from express_entry.points import Because


def ask_again(case: Case) -> tuple[Say, ...]:
    """What waits for an answer once more, after a side question or a repeated message: its words, unless a
    button under the answer leads back to it."""
    silent = not under_way(case.state) or waits_silently(case.state)
    return () if silent else (Say(OnTheTable(case.told, case.state)),)


def say_again(case: Case) -> tuple[Say, ...]:
    """What a message gets that was read before, and whose answer may have been lost: what waits, or, where
    the person leads, all that is known by now."""
    if under_way(case.state):
        return ask_again(case)
    return (Say(Overview(case.told) if case.told else "menu"),)


def aside_about(intent: str, asked: Question, case: Case) -> Remark:
    """What is said to "why?" and "what does that mean?" about a question."""
    draft = case.state.drafts.get(asked.fact)
    return Why(asked, bool(draft)) if intent == "why" else Explained(asked, draft)


def start(message: Heard, case: Case) -> Outcome:
    """Begin, or go on; what a message tells besides is taken first."""
    if message.button.get("value") in ("score", "eligibility"):
        skipped = case.state.untested
        goal = case.state.but(mode="intake", quiet=False, goal=message.button["value"], skipped=skipped)
        return onward(replace(case, state=goal), goal.but(stage="asking", question=None))
    case = replace(case, state=case.state.but(mode="intake", quiet=False))
    if message.facts and (outcome := answer(message, case)).answers:
        return outcome
    return onward(case, case.state.but(stage="asking"))


def _pause(message: Heard, case: Case) -> Outcome:
    """ "Stop", "only questions", "I'm a consultant": nothing more is asked; what was told stays. Who asks
    for a moment ("let me check") has it, and what is on the table stays there."""
    if message.moment:
        silent = case.state.but(unsaid=case.state.unsaid + (under_way(case.state)))
        return Outcome(silent, says=(Say(Kept(case.told, silent), [Because("take-your-time")]),))
    asked = on_the_table(case) if case.state.stage == "asking" else None
    if message.professional and asked is not None and asked.kind == "occupation":
        return answer(replace(message, intent="inform"), case)
    said: Plain = "paused_professional" if message.professional else "paused"
    return Outcome(without_questions(case.state), says=(Say(said),))


def without_questions(state: State) -> State:
    """Where somebody stands who ends the questions."""
    nothing_open: Mapping[str, Any] = {"question": None, "doubts": (), "drafts": {}, "misses": 0, "unsaid": 0}
    if state.stage == "done":
        return state.but(quiet=True, **nothing_open)
    return state.but(mode="free", stage="asking", quiet=True, **nothing_open)


def _aside(message: Heard, case: Case) -> Outcome:
    asked = subject(case)
    if asked is None:
        return show(case, case.state)
    return show(case, case.state.but(misses=0), before=[aside_about(message.intent, asked, case)])


def _dont_know(message: Heard, case: Case) -> Outcome:
    asked = subject(case)
    if asked is None:
        return show(case, case.state)
    if case.state.misses:
        return _skip(message, case)
    explained = Explained(asked, case.state.drafts.get(asked.fact), "dont_know")
    return show(case, case.state.but(misses=1), before=[explained])


def _skip(_: Heard, case: Case) -> Outcome:
    if case.state.stage == "doubt":
        rest = case.state.doubts[1:]
        return take(Reading(), case, case.state.but(doubts=rest, stage="asking"))
    asked = on_the_table(case)
    if asked is None:
        return show(case, case.state)
    drafts = {path: draft for path, draft in case.state.drafts.items() if path != asked.fact}
    if asked.answered(case.told):
        return onward(case, leave(case.state, asked).but(drafts=drafts))
    options = asked.choices if asked.kind == "several" else ()
    skipped = (*case.state.skipped, asked.id, *options)
    state = leave(case.state, asked).but(skipped=skipped, drafts=drafts)
    return onward(case, state, before=[Because("skipped")])


def _back(_: Heard, case: Case) -> Outcome:
    if not case.state.trail:
        return show(case, case.state, before=[Because("nothing-before")])
    previous = case.state.trail[-1]
    skipped = tuple(entry for entry in case.state.skipped if entry != previous)
    drafts = {path: draft for path, draft in case.state.drafts.items() if path != previous}
    state = case.state.but(
        stage="asking",
        question=previous,
        trail=case.state.trail[:-1],
        skipped=skipped,
        drafts=drafts,
        misses=0,
    )
    return show(case, state)


def _restart(_: Heard, case: Case) -> Outcome:
    return show(case, case.state.but(stage="confirm_restart"))


def _delete(_: Heard, case: Case) -> Outcome:
    return show(case, case.state.but(stage="confirm_delete"))


def _profile(_: Heard, case: Case) -> Outcome:
    if case.state.stage == "asking" and on_the_table(case) is not None:
        waiting = Say(OnTheTable(case.told, case.state))
        return Outcome(case.state.but(unsaid=0), says=(Say(Overview(case.told)), waiting))
    if case.state.stage == "asking" and missing_for("score", case.told, case.state):
        return Outcome(case.state, says=(Say(Overview(case.told)),))
    return show(case, case.state.but(stage="review"))


def _change(message: Heard, case: Case) -> Outcome:
    if message.facts:
        outcome = answer(message, case)
        if outcome.answers or outcome.withdrawn or outcome.state.drafts != case.state.drafts:
            return outcome
    return show(case, case.state.but(stage="change"))


def _noc(message: Heard, case: Case) -> Outcome:
    """ "NOC for data analyst", "is 21232 skilled?", or only "what is my NOC?": then the title is asked."""
    asked = on_the_table(case) if case.state.stage == "asking" else None
    of_partner = any(
        fact.person == "partner" and fact.field in ("job", "occupation") for fact in message.facts
    )
    if of_partner and not message.asks:
        return answer(replace(message, intent="inform"), case)
    about_work = asked is not None and asked.fact.endswith("_work_years") and "value" not in message.button
    if about_work and any(fact.field in ("job", "occupation") for fact in message.facts) and not message.asks:
        return answer(message, case)
    of_occupation = asked is not None and asked.kind == "occupation"
    untitled = any(case.told.get(name) for name in YEARS) and not {"jobs", "noc"} & case.told.keys()
    titled = not message.asks and is_only_an_occupation(message.text, message.facts)
    if titled and (of_occupation or untitled):  # what it was that they did for so many years
        return answer(replace(message, intent="inform"), case)
    code = message.text.strip(" .\n")
    if asked is not None and of_occupation and code in classification().groups:
        return occupation(code, asked, case)
    if asked is None or asked.kind != "occupation":
        asked = question("main_occupation")
    assert asked is not None
    if "value" in message.button:
        return occupation(str(message.button["value"]), asked, case, everything=True)
    titles = asked_titles(message.text, case.lang)
    others = asks_of_titles(message.text)
    if others and len(titles) > 1:
        best = [found for title in titles for found in search(title, case.lang, limit=1, on=case.today)]
        return Outcome(
            case.state, says=(Say(Occupations(asked, message.text, case.today, matches=best, several=True)),)
        )
    named = codes_in(message.text) or level_in(message.text)
    title = titles[0] if others and titles else asked_title(message.text, case.lang)
    found = occupations(message.text if named else title, asked, case)
    own = [job["noc"] for job in case.told.get("jobs") or () if "noc" in job]
    if told := [match.code for match in found.matches if message.asks and match.code in own]:
        found = replace(found, code=told[0])  # "is there a category for teachers?", and one was told
    elif found.matches and found.matches[0].confidence >= SURE:
        found = replace(found, code=found.matches[0].code)
    aside = others or found.code or (message.asks and found.found and case.state.question is not None)
    state = case.state if aside else case.state.but(stage="asking", question=asked.id, misses=0)
    return Outcome(state, says=(Say(found),)) if found.found else show(case, state)


def _settle(message: Heard, case: Case) -> Outcome:
    """One of the readings of a doubtful answer was pressed, be it long ago."""
    path, value = message.button.get("question"), from_button(message.button.get("value"))
    if not path:
        return missed(message, case)
    own = str(path).removeprefix(PARTNER)  # "it's my wife's" settles what was asked of oneself, too
    over = {path, own, "first_language" if path == PARTNER_TEST else own, partners(str(path))}
    doubts = tuple(doubt for doubt in case.state.doubts if doubt.path not in over)
    state = case.state.but(doubts=doubts, stage="asking")
    return take(checked({str(path): value}, case.told, case.today, case.lang), case, state)


def _save(message: Heard, case: Case) -> Outcome:
    """What was supposed ("what if I had a PhD?") becomes a fact, because the person says so."""
    supposed = message.button.get("value")
    if not isinstance(supposed, Mapping):
        return missed(message, case)
    return take(checked(supposed, case.told, case.today), case, case.state)


COMMANDS: Mapping[str, Callable[[Heard, Case], Outcome]] = {
    "start": start,
    "resume": start,
    "why": _aside,
    "explain": _aside,
    "dont_know": _dont_know,
    "skip": _skip,
    "back": _back,
    "pause": _pause,
    "restart": _restart,
    "delete_data": _delete,
    "show_profile": _profile,
    "change_answer": _change,
    "ask_noc": _noc,
    "save": _save,
    "settle": _settle,
}
"""What each of :data:`bot.dialogue.message.STEERING` does."""
