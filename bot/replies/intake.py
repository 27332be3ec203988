"""What the bot says during the intake: the question with its buttons, the summary, what was noted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.dialogue.questions import PARTS, Facts, Question, following, progress, question, relevant
from bot.dialogue.reading import ABILITIES, PARTNER_TEST, SCALES
from bot.dialogue.state import Doubt, State
from bot.replies import Words, words
from bot.replies.describe import choice_title, fact_name, fact_value, key, score_values, test_value
from bot.replies.reply import Button, Progress, Reply
from express_entry.language import TESTS
from express_entry.parameters import parameters


def payload(intent: str, **entities: Any) -> str:
    """A Rasa command for a button."""
    return f"/{intent}{json.dumps(entities, ensure_ascii=False)}" if entities else f"/{intent}"


def ask(lang: str, asked: Question, facts: Facts, state: State, before: str = "") -> Reply:
    """The question on the table with its buttons; ``before`` is said first in the same message."""
    say = words(lang)
    draft = state.drafts.get(asked.fact)
    text = _ask_scores(say, asked, draft) if draft else say(f"ask-{asked.key}", **figures())
    choices = tuple(_columns(say, asked, draft) if draft else _choices(say, asked, facts))
    return Reply(
        f"{before}\n\n{text}" if before else text,
        lang,
        (*choices, *_aside(say, asked, state)),
        progress=how_far(facts, state),
    )


def how_far(facts: Facts, state: State) -> Progress:
    """Which question of about how many is on the table."""
    done, of = progress(facts, state.skipped, state.goal)
    return Progress(done + 1, max(of, done + 1))


def _ask_scores(say: Words, asked: Question, draft: Mapping[str, Any]) -> str:
    test = say(f"test-{key(draft['test'])}") if "test" in draft else None
    known = [ability for ability in ABILITIES if ability in draft]
    if test is None:
        return say("ask-which-test", known=score_values(say, draft))
    if len(known) == len(ABILITIES):
        return say("ask-tef-column", known=test_value(say, draft))
    if known:
        missing = ", ".join(say(f"ability-{ability}") for ability in ABILITIES if ability not in draft)
        return say("ask-scores-missing", known=test_value(say, draft), missing=missing)
    message = "ask-scores-partner" if asked.fact == PARTNER_TEST else "ask-scores"
    return say(message, test=test, example=say(f"example-{key(draft['test'])}"))


def _columns(say: Words, asked: Question, draft: Mapping[str, Any]) -> Iterable[Button]:
    """What is still open about a test told in part: its name, or the column of four TEF Canada scores."""
    if "test" not in draft:
        for test in asked.choices:
            if test in TESTS:
                yield Button(choice_title(say, asked, test), payload("choose", question=asked.id, value=test))
    if all(ability in draft for ability in ABILITIES):
        for scale in SCALES:
            title = say(f"choice-tef-column-{key(scale)}")
            yield Button(title, payload("choose", question=asked.id, value=scale))


def _choices(say: Words, asked: Question, facts: Facts) -> Iterable[Button]:
    if asked.kind == "yes_no":
        yield Button(say("choice-yes"), payload("choose", question=asked.id, value=True))
        yield Button(say("choice-no"), payload("choose", question=asked.id, value=False))
    first = facts.get("first_language") or {}
    taken = TESTS[first["test"]].language if asked.fact == "second_language" and first else None
    for value in asked.choices:
        if value in TESTS and TESTS[value].language == taken:
            continue
        yield Button(choice_title(say, asked, value), payload("choose", question=asked.id, value=value))
    for number in asked.numbers:
        yield Button(_number_title(say, asked, number), payload("choose", question=asked.id, value=number))
    if asked.fact == "eca_date":
        yield Button(say("choice-no-eca-yet"), payload("skip", question=asked.id))
    if asked.kind == "test" and "none" not in asked.choices:
        yield Button(say("choice-no-test-yet"), payload("skip", question=asked.id))


def _number_title(say: Words, asked: Question, number: int) -> str:
    if not asked.fact.endswith("years"):
        return say.number(number)
    return say("choice-years-or-more" if number == asked.numbers[-1] else "choice-years", years=number)


def _aside(say: Words, asked: Question, state: State) -> Iterable[Button]:
    """The small buttons under every question: why, what is that, skip, back."""
    for what in ("why", "explain", "skip", *(("back",) if state.trail else ())):
        yield Button(say(f"choice-{what}"), payload(what, question=asked.id), minor=True)


def why(lang: str, asked: Question, drafting: bool) -> str:
    """Why the question is asked."""
    return words(lang)("why-scores" if drafting else f"why-{asked.key}", **figures())


def explain(lang: str, asked: Question, draft: Mapping[str, Any] | None) -> str:
    """What the question means and where the answer is found."""
    say = words(lang)
    if not draft:
        return say(f"explain-{asked.key}", **figures())
    sentences = [say("explain-scores")]
    if draft.get("test") == "tef_canada":
        sentences.append(say("explain-scores-tef"))
    return " ".join(sentences)


def noted(lang: str, told: Facts, answers: Facts, withdrawn: Sequence[str]) -> str:
    """What was taken from a message: new facts, changed ones with the old value, dropped ones."""
    say = words(lang)
    sentences = []
    new = [path for path in answers if path not in told]
    changed = [path for path in answers if path in told and told[path] != answers[path]]
    gone = [path for path in withdrawn if path in told and path not in answers]
    if new:
        facts = "; ".join(
            say("noted-fact", fact=fact_name(say, path), value=fact_value(say, path, answers[path]))
            for path in new
        )
        sentences.append(say("noted", facts=facts))
    for path in changed:
        old, now = fact_value(say, path, told[path]), fact_value(say, path, answers[path])
        sentences.append(say("changed", fact=fact_name(say, path), old=old, new=now))
    if gone:
        sentences.append(say("removed", facts=", ".join(fact_name(say, path) for path in gone)))
    return "\n".join(sentences)


def needless(lang: str, paths: Sequence[str]) -> str:
    """What was told and cannot count, given what is known: the degree of a partner who is Canadian."""
    say = words(lang)
    return say("needless", facts=", ".join(fact_name(say, path) for path in paths)) if paths else ""


def doubt(lang: str, doubtful: Doubt) -> Reply:
    """Asks whether an uncertain reading is right, or which of several was meant."""
    say = words(lang)
    path, place = doubtful.path, f"doubt:{doubtful.path}"
    name = fact_name(say, path)
    values = [fact_value(say, path, reading) for reading in doubtful.readings]
    takes = [payload("settle", question=path, value=reading) for reading in doubtful.readings]
    skip = Button(say("choice-skip"), payload("skip", question=place), minor=True)
    if len(values) == 1:
        no = Button(say("choice-no"), payload("deny", question=place))
        text = say("is-that-right", fact=name, value=values[0])
        return Reply(text, lang, (Button(say("choice-yes"), takes[0]), no, skip))
    text = say("which-one", fact=name)
    if doubtful.against:
        new = ", ".join(fact_name(say, other) for other in doubtful.against)
        text = say("contradiction", fact=name, value=values[0], new=new)
    return Reply(text, lang, (*map(Button, values, takes), skip))


def review(lang: str, facts: Facts, state: State, before: str = "") -> Reply:
    """The summary before the score: every fact, what is missing, and the way to change any of it."""
    say = words(lang)
    lines = [say("review-line", fact=name, value=value) for name, value in told_lines(lang, facts)]
    text = "\n".join([say("review-known" if state.reviewed else "review"), *lines])
    missing = [
        fact_name(say, entry.fact)
        for entry in relevant(facts, state.goal)
        if not entry.answered(facts) and entry.fact not in state.drafts
    ]
    drafts = [f"{fact_name(say, path)} ({test_value(say, draft)})" for path, draft in state.drafts.items()]
    if drafts:
        text += "\n\n" + say("review-drafts", facts=", ".join(drafts))
    if missing:
        text += "\n\n" + say("review-missing", facts=", ".join(missing))
    return Reply(f"{before}\n\n{text}" if before else text, lang, _review_buttons(say))


def known(lang: str, facts: Facts) -> Reply:
    """What has been told so far, in the middle of the questions."""
    say = words(lang)
    lines = [say("review-line", fact=name, value=value) for name, value in told_lines(lang, facts)]
    return Reply("\n".join([say("review-known"), *(lines or [say("export-nothing")])]), lang)


def review_again(lang: str) -> Reply:
    """The summary stands; what was said about it was not understood."""
    say = words(lang)
    return Reply(say("review-not-understood"), lang, _review_buttons(say))


def _review_buttons(say: Words) -> tuple[Button, ...]:
    return (
        Button(say("button-review-correct"), payload("affirm", question="review")),
        Button(say("button-review-change"), payload("change_answer")),
    )


def told_lines(lang: str, facts: Facts) -> list[tuple[str, str]]:
    """Every told fact as (name, value), in the order of the questions, others after them."""
    say = words(lang)
    facts = {path: value for path, value in facts.items() if path not in PARTS}
    order = [entry.fact for entry in relevant(facts, "eligibility")]
    ranked = sorted(facts, key=lambda path: order.index(path) if path in order else len(order))
    return [(fact_name(say, path), fact_value(say, path, facts[path])) for path in ranked]


def change_menu(lang: str, facts: Facts, state: State) -> Reply:
    """One button for each answer that can be changed."""
    say = words(lang)
    entries = [
        entry for entry in relevant(facts, state.goal) if entry.answered(facts) or entry.id in state.skipped
    ]
    buttons = tuple(
        Button(fact_name(say, entry.fact), payload("choose", question=entry.id, value="?"))
        for entry in entries
    )
    return Reply(
        say("change-which"),
        lang,
        (*buttons, Button(say("button-review-correct"), payload("affirm", question="review"))),
    )


def after_score(lang: str) -> Reply:
    """Nothing more is asked: what can be done with the score."""
    say = words(lang)
    return Reply(say("after-score"), lang, after_score_buttons(lang))


def after_score_buttons(lang: str) -> tuple[Button, ...]:
    """What stands under a score."""
    say = words(lang)
    return (
        Button(say("button-eligibility"), payload("ask_eligibility")),
        Button(say("button-improve"), payload("ask_improve")),
        Button(say("button-chances"), payload("ask_chances")),
        Button(say("button-documents"), payload("ask_documents")),
        Button(say("button-costs"), payload("ask_costs")),
        Button(say("button-deadlines"), payload("ask_deadlines")),
        Button(say("button-review-change"), payload("change_answer")),
        Button(say("button-dossier"), payload("export_file", value="dossier"), minor=True),
        Button(say("button-chart"), payload("explain_score"), minor=True),
        Button(say("offer-show-profile"), payload("show_profile"), minor=True),
        Button(say("offer-restart"), payload("restart"), minor=True),
    )


def confirm(lang: str, what: str) -> Reply:
    """A yes-or-no question before something is lost: ``restart`` or ``delete``."""
    say = words(lang)
    return Reply(
        say(f"{what}-confirm"),
        lang,
        (
            Button(say(f"button-{what}-yes"), payload("affirm", question=f"confirm_{what}")),
            Button(say(f"button-{what}-no"), payload("deny", question=f"confirm_{what}")),
        ),
    )


def with_way_out(found: Reply, asked: Question) -> Reply:
    """Candidates for the occupation that is ``asked``, and a way past them."""
    skip = Button(words(found.lang)("choice-skip"), payload("skip", question=asked.id), minor=True)
    return replace(found, buttons=(*found.buttons, skip))


def with_ways_out(reply: Reply) -> Reply:
    """The question again after it was missed: the menu, and skipping no longer in small print."""
    say = words(reply.lang)
    title = say("choice-skip")
    skip = [replace(button, minor=False) for button in reply.buttons if button.title == title]
    others = [button for button in reply.buttons if button.title != title]
    choices = [button for button in others if not button.minor]
    small = [button for button in others if button.minor]
    menu = Button(say("button-help"), payload("help"))
    return replace(reply, buttons=(*choices, *skip, menu, *small))


def occupation_unknown(lang: str, title: str, asked: Question) -> Reply:
    """No occupation was found for a job title that answers ``asked``."""
    say = words(lang)
    skip = Button(say("choice-skip"), payload("skip", question=asked.id))
    return Reply(say("occupation-unknown", title=title), lang, (skip,))


def next_reply(lang: str, facts: Facts, state: State, before: str = "") -> Reply:
    """What comes after everything has been noted: a doubt, the question on the table, or the summary."""
    if state.stage == "doubt":
        reply = doubt(lang, state.doubts[0])
        return reply.after(before)
    if state.stage == "review":
        return review(lang, facts, state, before)
    if state.stage == "change":
        return change_menu(lang, facts, state).after(before)
    if state.stage in ("confirm_restart", "confirm_delete"):
        return confirm(lang, state.stage.removeprefix("confirm_")).after(before)
    asked = question(state.question) or following(facts, state.skipped, state.goal)
    if asked is None:
        return review(lang, facts, state, before)
    return ask(lang, asked, facts, state, before)


def figures() -> dict[str, int]:
    """The rules' figures that questions and explanations name."""
    return parameters().figures()
