"""What the bot says during the intake: the question with its buttons, the summary, what was noted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import starmap
from typing import Any, NamedTuple

from bot.dialogue.partner import Relation
from bot.dialogue.questions import Question, following, open_options, progress, question, relevant
from bot.dialogue.reached import Reached
from bot.dialogue.ready import missing_for
from bot.dialogue.results import language_of
from bot.dialogue.saying import (
    Explained,
    Kept,
    Known,
    Missing,
    Needless,
    Noted,
    Occupations,
    OnTheTable,
    Overview,
    Perhaps,
    Plain,
    Remark,
    Say,
    Total,
    Unplaced,
    WayOut,
    Why,
)
from bot.dialogue.state import Doubt, State, under_way
from bot.dialogue.told import CREDENTIALS, JOBS, PARTNER, PARTNER_TEST, Told, in_button, ones_own, partners
from bot.dialogue.told import known as known_facts
from bot.replies import Words, words
from bot.replies.again import way_out
from bot.replies.buttons import (
    CHANCES,
    ELIGIBILITY,
    GO_ON,
    HELP,
    IMPROVE,
    PAUSE,
    PROFILE,
    SCORE,
    SCORE_SO_FAR,
    START,
    after_score_buttons,
    buttons,
    payload,
)
from bot.replies.caveats import on_levels
from bot.replies.conversation import help_menu, offer
from bot.replies.describe import (
    about_entry,
    choice_title,
    fact_name,
    fact_value,
    key,
    score_values,
    summary_lines,
    test_value,
)
from bot.replies.noc import about_code, candidates, listed, old_level, separating
from bot.replies.noting import known_already, noted, phrase
from bot.replies.ready import needed
from bot.replies.reply import KNOWN, Button, Choices, Option, Progress, Reply
from bot.replies.score import left_out, open_fact
from express_entry.language import TESTS
from express_entry.occupations.search import names_work
from express_entry.parameters import parameters
from express_entry.vocabulary import ABILITIES, PARTNERED, SCALES


def ask(lang: str, asked: Question, facts: Told, state: State) -> Reply:
    """The question on the table with its buttons."""
    say = words(lang)
    draft = state.drafts.get(asked.fact)
    title = _title_without_code(facts) if asked.kind == "occupation" and asked.fact == "noc" else None
    if title is not None:
        text = say("ask-noc-titled", job=title)
    elif draft:
        text = _ask_scores(say, asked, draft)
    else:
        text = say(_asking(asked, facts), **figures(), **called(say, state, facts))
    choices = tuple(_columns(say, asked, draft) if draft else _choices(say, asked, facts))
    return Reply(
        text,
        lang,
        (*choices, *_aside(say, asked, state), *_so_far(lang, facts, state)),
        choices=_several(say, asked, facts) if asked.kind == "several" else None,
        progress=how_far(facts, state),
        asked=text,
    )


def _title_without_code(facts: Told) -> str | None:
    """What the person calls their work, where only its code is open."""
    jobs = facts.get(JOBS) or ()
    return next((job["title"] for job in jobs if "title" in job and "noc" not in job), None)


def called(say: Words, state: State, facts: Told) -> dict[str, str]:
    """What questions say of a partner: how the person calls theirs, and that there is none (``couple``)."""
    alone = facts.get("marital_status") not in (None, *PARTNERED)
    word = say("partner-called", who=state.partner)
    return {"who": state.partner, "partner": word, "couple": "no" if alone else "yes"}


def _asking(asked: Question, facts: Told) -> str:
    """The message that asks; a shorter one where what the choices tell besides is known."""
    besides = bool(asked.unless_told) and all(path in known_facts(facts) for path in asked.unless_told)
    return f"ask-{asked.key}-alone" if besides else f"ask-{asked.key}"


def _several(say: Words, asked: Question, facts: Told) -> Choices:
    """What may hold at once, without what has been told already."""
    options = tuple(
        Option(_option_title(say, asked, option.id, facts), option.id)
        for option in open_options(asked, facts)
    )
    answer = payload("choose", question=asked.id)
    return Choices(options, answer, say("choice-done"), say("choice-none-of-these"))


def _option_title(say: Words, asked: Question, option: str, facts: Told) -> str:
    other = f"choice-{asked.key}-{key(option)}-{_language_taken(facts)}"
    return say(other) if other in say else choice_title(say, asked, option)


def _language_taken(facts: Told) -> str | None:
    """The language of the first test."""
    return language_of(known_facts(facts).get("first_language") or {})


def how_far(facts: Told, state: State) -> Progress:
    """Which question of about how many is on the table."""
    done, of = progress(facts, state.skipped, state.goal)
    return Progress(done + 1, max(of, done + 1))


def _ask_scores(say: Words, asked: Question, draft: Mapping[str, Any]) -> str:
    test = say(f"test-{key(draft['test'])}") if "test" in draft else None
    known = [ability for ability in ABILITIES if ability in draft]
    if test is None:
        scores = score_values(say, draft)
        return say("ask-which-test", known=scores) if scores else say("ask-which-test-only")
    if len(known) == len(ABILITIES):
        return say("ask-tef-column", known=test_value(say, draft))
    if known:
        missing = ", ".join(say(f"ability-{ability}") for ability in ABILITIES if ability not in draft)
        return say("ask-scores-missing", known=test_value(say, draft), missing=missing)
    message = "ask-scores-partner" if asked.fact == PARTNER_TEST else "ask-scores"
    dated = "yes" if "date" in draft else "no"
    return say(message, test=test, example=say(f"example-{key(draft['test'])}"), dated=dated)


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


def _choices(say: Words, asked: Question, facts: Told) -> Iterable[Button]:
    if asked.kind == "several":
        return
    if asked.kind == "yes_no" and not asked.choices:
        yield Button(say("choice-yes"), payload("choose", question=asked.id, value=True))
        yield Button(say("choice-no"), payload("choose", question=asked.id, value=False))
    taken = _language_taken(facts) if asked.fact == "second_language" else None
    for value in asked.choices:
        if value in TESTS and TESTS[value].language == taken:
            continue
        if _is_told(asked, value, facts):
            continue
        yield Button(choice_title(say, asked, value), payload("choose", question=asked.id, value=value))
    for number in asked.numbers:
        yield Button(_number_title(say, asked, number), payload("choose", question=asked.id, value=number))
    if asked.kind == "test" and "none" not in asked.choices:
        yield Button(say("choice-no-test-yet"), payload("skip", question=asked.id))


def _is_told(asked: Question, choice: str, facts: Told) -> bool:
    """Whether a choice that only tells something else ("from Canada") would tell nothing new."""
    tells = asked.tells.get(choice, {})
    known = all(facts.get(path) == told for path, told in tells.items())
    return bool(tells) and asked.fact not in tells and known


def _number_title(say: Words, asked: Question, number: int) -> str:
    if not asked.fact.endswith("years"):
        return say.number(number)
    return say("choice-years-or-more" if number == asked.numbers[-1] else "choice-years", years=number)


def _aside(say: Words, asked: Question, state: State) -> Iterable[Button]:
    """The small buttons under every question: why, what is that, skip, back."""
    for what in ("why", "explain", "skip", *(("back",) if state.trail else ())):
        yield Button(say(f"choice-{what}"), payload(what, question=asked.id), minor=True)


def _so_far(lang: str, facts: Told, state: State) -> tuple[Button, ...]:
    """The score with what is known, as soon as it does not mislead."""
    ready = not state.reviewed and not missing_for("score", facts, state)
    return buttons(lang, SCORE_SO_FAR, minor=True) if ready else ()


def explained(say: Words, remark: Explained) -> str:
    """What the question means and where the answer is found."""
    meaning = _meaning(say, remark.asked, remark.draft) if remark.asked is not None else ""
    if remark.after == "dont_know":
        return f"{say('dont-know', explanation=meaning)} {say('dont-know-skip')}"
    return f"{say('not-understood-twice')} {meaning}".strip() if remark.after == "missed" else meaning


def _meaning(say: Words, asked: Question, draft: Mapping[str, Any] | None) -> str:
    if not draft:
        return say(f"explain-{asked.key}", **figures())
    sentences = [say("explain-scores")]
    if draft.get("test") == "tef_canada":
        sentences.append(say("explain-scores-tef"))
    return " ".join(sentences)


def doubt(lang: str, doubtful: Doubt, facts: Told, partner: Relation = "partner") -> Reply:
    """Asks whether an uncertain reading is right, or which of several was meant."""
    reply = _doubt(lang, doubtful, facts, partner)
    return replace(reply, asked=reply.text)


def _doubt(lang: str, doubtful: Doubt, facts: Told, partner: Relation) -> Reply:
    say = words(lang)
    path, place = doubtful.path, f"doubt:{doubtful.path}"
    takes = [_settles(path, reading) for reading in doubtful.readings]
    skip = Button(say("choice-skip"), payload("skip", question=place), minor=True)
    if (asked := about_entry(say, doubtful, facts, partner)) is not None:
        text, captions = asked
        if path.endswith(".level"):
            skip = Button(say("choice-level-unknown"), payload("skip", question=place), minor=True)
            pairs = zip(doubtful.readings, captions, strict=True)
            captions = [say("choice-level-trade") if level == TRADE else caption for level, caption in pairs]
        return Reply(text, lang, (*map(Button, captions, takes), skip))
    if (
        decides := next((each for each in _DECIDED_BY if each.of == (path, doubtful.readings)), None)
    ) is not None:
        choices = ((say(f"{decides.key}-{name}"), _settles(path, value)) for name, value in decides.takes)
        return Reply(say(decides.key, **figures()), lang, (*starmap(Button, choices), skip))
    values = [fact_value(say, path, reading) for reading in doubtful.readings]
    if len(values) == 1:
        no = Button(say("choice-no"), payload("deny", question=place))
        told = phrase(say, path, doubtful.readings[0], partner)
        if (mine := ones_own(path)) is not None and not _is_known(mine, facts):
            own = payload("settle", question=mine, value=in_button(doubtful.readings[0]))
            two = (say("button-principal-partner", who=partner), takes[0]), (say("choice-of-self"), own)
            neither = Button(say("choice-of-neither"), no.payload)
            return Reply(say("is-that-theirs", told=told), lang, (*starmap(Button, two), neither, skip))
        yes, theirs = Button(say("choice-yes"), takes[0]), partners(path)
        text = say("is-that-right" if theirs is None else "is-that-right-own", told=told)
        if theirs is None or not _has_partner(facts):
            return Reply(text, lang, (yes, no, skip))
        other = payload("settle", question=theirs, value=in_button(doubtful.readings[0]))
        return Reply(text, lang, (yes, Button(say("choice-of-partner", who=partner), other), no, skip))
    text = say("which-one", fact=open_fact(say, path))
    if doubtful.against:
        new = say.listing([open_fact(say, other) for other in doubtful.against])
        text = say("contradiction", told=phrase(say, path, doubtful.readings[0], partner), new=new)
    return Reply(text, lang, (*map(Button, values, takes), skip))


class _Decided(NamedTuple):
    """The words that ask for what decides where a path has one reading, and what each button settles."""

    of: tuple[str, tuple[Any, ...]]
    key: str
    takes: tuple[tuple[str, Any], ...]


_DECIDED_BY = (
    _Decided(
        ("marital_status", ("common_law",)),
        "doubt-together",
        (("yes", "common_law"), ("no", "never_married")),
    ),
    _Decided(
        ("marital_status", ("never_married",)),
        "doubt-engaged",
        (("yes", "never_married"), ("no", "common_law")),
    ),
    _Decided(("sibling_in_canada", (True,)), "doubt-sibling", (("yes", True), ("no", False))),
)
"""What was told and is not certain, where a question of its own asks for what decides by the rules."""


def _is_known(path: str, facts: Told) -> bool:
    """Whether something is told of oneself at ``path``, or what stands for it."""
    stands_for = {"age": ("birth_date",), "first_language": ("tests",), "education": (CREDENTIALS,)}
    return any(each in facts for each in (path, *stands_for.get(path, ())))


def _settles(path: str, reading: Any) -> str:
    return payload("settle", question=path, value=in_button(reading))


TRADE = "one_year"
"""The level that a trade certificate or an apprenticeship is at least, until an assessment says more."""


def _has_partner(facts: Told) -> bool:
    return facts.get("marital_status") in PARTNERED or any(path.startswith(PARTNER) for path in facts)


def review(lang: str, facts: Told, state: State, reached: Reached | None = None) -> Reply:
    """The summary before the score: every fact, what they come to, what is missing, and the way to change any
    of it."""
    say = words(lang)
    lines = [say("review-line", fact=name, value=value) for name, value in summary_lines(lang, facts)]
    first = "review-known" if state.reviewed else "review"
    if reached is not None and not state.reviewed:
        first = "review-total"
    text = "\n".join([say(first, **({"total": reached.total} if reached else {})), *lines])
    missing = [
        entry.fact
        for entry in relevant(facts, state.goal)
        if not (entry.answered(facts) or entry.fact in state.drafts or entry.kind == "several")
    ]
    drafts = [f"{fact_name(say, path)} ({test_value(say, draft)})" for path, draft in state.drafts.items()]
    if drafts:
        text += "\n\n" + say("review-drafts", facts=", ".join(drafts))
    if missing:
        text += "\n\n" + say("review-missing", facts=say.listing([open_fact(say, each) for each in missing]))
    return Reply(text, lang, _review_buttons(say))


def known(lang: str, facts: Told) -> Reply:
    """What has been told so far, in the middle of the questions."""
    say = words(lang)
    lines = [say("review-line", fact=name, value=value) for name, value in summary_lines(lang, facts)]
    text = "\n".join([say("review-known"), *(lines or [say("export-nothing")])])
    return Reply(text, lang, meta={"shows": KNOWN})


def review_again(lang: str) -> Reply:
    """The summary stands; what was said about it was not understood."""
    say = words(lang)
    return Reply(say("review-not-understood"), lang, _review_buttons(say))


def _review_buttons(say: Words) -> tuple[Button, ...]:
    return (
        Button(say("button-review-correct"), payload("affirm", question="review")),
        Button(say("button-review-change"), payload("change_answer")),
    )


def change_menu(lang: str, facts: Told, state: State) -> Reply:
    """One button for each answer that can be changed."""
    say = words(lang)
    entries = [
        entry
        for entry in relevant(facts, state.goal)
        if (entry.answered(facts) or entry.id in state.skipped) and entry.kind != "several"
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


def kept(lang: str, facts: Told, state: State) -> Reply:
    """Nothing is asked: the way to the score is a button that tells how much of it is known."""
    if not facts and not under_way(state):
        return help_menu(lang)
    say = words(lang)
    done, of = progress(facts, state.skipped, state.goal)
    score = Button(say("button-score-known", done=done, of=of), payload("start", value="score"))
    skip = Button(say("choice-skip"), payload("skip", question=state.place), minor=True)
    back, out = ((go_on_button(lang, state),), (skip,)) if under_way(state) else ((), ())
    return Reply("", lang, (*back, score, *buttons(lang, HELP, minor=True), *out))


def paused(lang: str) -> Reply:
    """The questions end here; what was told stays."""
    return Reply(words(lang)("paused"), lang, buttons(lang, GO_ON, HELP))


def paused_professional(lang: str) -> Reply:
    """The same for somebody who asks for others."""
    return Reply(words(lang)("paused-professional"), lang, buttons(lang, HELP))


def _perhaps(lang: str, subject: Perhaps) -> Reply:
    """What was perhaps meant, and the way back to what is on the table."""
    reply = offer(lang, subject.labels, next_steps(lang, subject.told, subject.state))
    back = (go_on_button(lang, subject.state),) if under_way(subject.state) else ()
    others = tuple(button for button in reply.buttons if button not in back)
    return replace(reply, buttons=(*others, *back))


def next_steps(lang: str, facts: Told, state: State) -> tuple[Button, ...]:
    """The likeliest next steps of where somebody stands, for who was not understood."""
    if not missing_for("score", facts, state):
        return buttons(lang, SCORE, CHANCES, IMPROVE)
    if under_way(state) or facts:
        return buttons(lang, SCORE, PROFILE, HELP)
    return buttons(lang, START, ELIGIBILITY, HELP)


def go_on_button(lang: str, state: State) -> Button:
    """The way back to what is on the table, under the answer to a side question."""
    say = words(lang)
    asked = question(state.question) if state.stage == "asking" else None
    if asked is not None:
        title = say("button-go-on-with", thing=open_fact(say, asked.fact))
    else:
        title = say("button-go-on-summary" if state.stage == "review" else "button-go-on")
    return Button(title, GO_ON[1])


def stuck(lang: str, asked: Question | None) -> Reply:
    """A way out of a question, or of a conversation, that goes in circles."""
    say = words(lang)
    if asked is None:
        return way_out(lang)
    skip = Button(say("choice-skip"), payload("skip", question=asked.id))
    return way_out(lang, skip, *buttons(lang, PAUSE))


def erased(lang: str) -> Reply:
    """Farewell: the channel erases everything once this is said."""
    return Reply(words(lang)("deleted"), lang, erase=True)


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


def occupations(lang: str, found: Occupations) -> Reply:
    """What a job title or a code may mean; the buttons answer the question, or pass it over."""
    say, asked = words(lang), found.asked

    def choose(code: str) -> str:
        return payload("choose", question=asked.id, value=code)

    if not found.found:
        skip = Button(say("choice-skip"), payload("skip", question=asked.id))
        unknown = "occupation-unknown" if names_work(found.text, lang) else "occupation-no-work"
        return Reply(say(unknown, title=found.text), lang, (skip,))
    if found.several:
        return listed(lang, found.matches)
    if found.code:
        reply = about_code(lang, found.code, found.on, choose)
    elif found.level:
        reply = old_level(lang, found.level)
    elif found.options:
        reply = separating(lang, found.options, choose, payload("ask_noc", value=found.text))
    else:
        reply = candidates(lang, found.text, found.matches, choose)
    if not found.options and len(reply.buttons) > 1:
        reply = replace(reply, buttons=(*reply.buttons, Button(say("noc-neither"), choose("?"), minor=True)))
    if not found.way_out:
        return reply
    skip = Button(say("choice-skip"), payload("skip", question=asked.id), minor=True)
    return replace(reply, buttons=(*reply.buttons, skip))


def waiting(lang: str, shown: OnTheTable) -> Reply:
    """What waits for an answer: a doubt, the question on the table, the summary, a confirmation."""
    reply = _waiting(lang, shown.told, shown.state, shown.reached)
    if shown.reached is not None and shown.state.stage == "asking":
        reply = reply.after(_so_far_in_words(words(lang), shown.reached))
    if shown.reached is not None:
        reply = on_levels(reply, shown.told, shown.state.partner)
    asked = question(shown.state.question) if shown.state.stage == "asking" else None
    if shown.ways_out and asked is not None and asked.grouped:
        reply = replace(reply, buttons=(*_grouped(words(lang), asked), *_minor(reply)))
    return with_ways_out(reply) if shown.ways_out else reply


def _grouped(say: Words, asked: Question) -> Iterable[Button]:
    """Fewer choices for who missed the question: several levels under one button, and "I don't know"."""
    for group in asked.grouped:
        title = choice_title(say, asked, group[0])
        caption = title if len(group) == 1 else say(f"group-{asked.key}-{key(group[0])}")
        yield Button(caption, payload("choose", question=asked.id, value=",".join(group)))
    yield Button(say("choice-dont-know"), payload("dont_know"))


def _minor(reply: Reply) -> Iterable[Button]:
    return (button for button in reply.buttons if button.minor)


def so_far(lang: str, shown: Total) -> Reply:
    """The total in a line, with its lines and what waits for an answer behind buttons."""
    waits = (
        (go_on_button(lang, shown.state),) if under_way(shown.state) and shown.state.stage != "done" else ()
    )
    total = Reply(_so_far_in_words(words(lang), shown.reached), lang, (*buttons(lang, SCORE_SO_FAR), *waits))
    return on_levels(total, shown.told, shown.state.partner)


def _so_far_in_words(say: Words, reached: Reached) -> str:
    if reached.between is not None:
        low, high = reached.between
        first = say("score-by-level", low=low, high=high)
    else:
        first = say("so-far-eca" if reached.supposes_eca else "so-far", total=reached.total)
    return " ".join((first, *left_out(say, reached)))


def _waiting(lang: str, facts: Told, state: State, reached: Reached | None = None) -> Reply:
    if state.stage == "doubt":
        return doubt(lang, state.doubts[0], facts, state.partner)
    if state.stage == "change":
        return change_menu(lang, facts, state)
    if state.stage in ("confirm_restart", "confirm_delete", "confirm_another"):
        return confirm(lang, state.stage.removeprefix("confirm_"))
    asked = question(state.question) or following(facts, state.skipped, state.goal)
    if state.stage == "review" or asked is None:
        return review(lang, facts, state, reached)
    return ask(lang, asked, facts, state)


def in_words(lang: str, says: Iterable[Say]) -> tuple[Reply, ...]:
    """What the dialogue decided to say, as messages to the person."""
    say = words(lang)
    return tuple(
        _subject(lang, each).after(_lines(say, each.before)).before(_lines(say, each.after)) for each in says
    )


def _lines(say: Words, remarks: Iterable[Remark]) -> str:
    return "\n".join(_remark(say, remark) for remark in remarks)


def _subject(lang: str, said: Say) -> Reply:
    subject = said.subject
    if isinstance(subject, OnTheTable):
        return waiting(lang, subject)
    if isinstance(subject, Kept):
        noted_or_waits = said.before or under_way(subject.state)
        return kept(lang, subject.told, subject.state) if noted_or_waits else help_menu(lang)
    if isinstance(subject, Total):
        return so_far(lang, subject)
    if isinstance(subject, Missing):
        return needed(lang, subject.needs)
    if isinstance(subject, Overview):
        return known(lang, subject.told)
    if isinstance(subject, Occupations):
        return occupations(lang, subject)
    if isinstance(subject, Perhaps):
        return _perhaps(lang, subject)
    if isinstance(subject, WayOut):
        return stuck(lang, subject.asked)
    return _PLAIN[subject](lang)


_PLAIN: Mapping[Plain, Callable[[str], Reply]] = {
    "menu": help_menu,
    "after_score": after_score,
    "summary_again": review_again,
    "erased": erased,
    "paused": paused,
    "paused_professional": paused_professional,
    "remarks": lambda lang: Reply("", lang),
}


def _remark(say: Words, remark: Remark) -> str:
    if isinstance(remark, Noted):
        return noted(say, remark)
    if isinstance(remark, Known):
        return known_already(say, remark)
    if isinstance(remark, Needless):
        return say("needless", facts=say.listing([open_fact(say, path) for path in remark.paths]))
    if isinstance(remark, Unplaced):
        pieces = [say("quoted", text=_shortened(piece)) for piece in remark.pieces[:MOST_UNPLACED]]
        return say("unplaced", pieces=say.listing(pieces), count=len(pieces))
    if isinstance(remark, Why):
        return say("why-scores" if remark.drafting else f"why-{remark.asked.key}", **figures())
    if isinstance(remark, Explained):
        return explained(say, remark)
    return say(remark.id, **remark.args)


MOST_UNPLACED = 3
"""Pieces that were not understood and are named."""
_LONGEST_QUOTE = 60
"""Characters of a piece that are quoted."""


def _shortened(piece: str) -> str:
    said = " ".join(piece.split())
    return said if len(said) <= _LONGEST_QUOTE else f"{said[:_LONGEST_QUOTE].rsplit(' ', 1)[0]}…"


def figures() -> dict[str, int]:
    """The rules' figures that questions and explanations name."""
    return parameters().figures()
