"""What a message answers, and what comes next: a doubt, a question, the summary, the score."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from bot.dialogue.jobs import YEARS, has_time, told_once
from bot.dialogue.message import (
    ANSWERING,
    DATED,
    MISSES_BEFORE_HELP,
    ON_WISH,
    SAID_PLAINLY,
    STEERING,
    WISHES,
    Case,
    Heard,
    Outcome,
)
from bot.dialogue.on_the_table import QUEBEC, Given, to_question
from bot.dialogue.partner import two
from bot.dialogue.questions import Question, following, orphans, question, questions
from bot.dialogue.reached import so_far
from bot.dialogue.reading import read_answers
from bot.dialogue.reading.choosing import checked, choose, choose_several
from bot.dialogue.reading.ground import Reading, joined
from bot.dialogue.reading.language import has_undated_test
from bot.dialogue.ready import missing_for, needs
from bot.dialogue.results import awaited, better, expired
from bot.dialogue.saying import (
    Explained,
    Kept,
    Known,
    Needless,
    Noted,
    Occupations,
    OnTheTable,
    Perhaps,
    Remark,
    Say,
    Unplaced,
    WayOut,
    noted,
    wording,
)
from bot.dialogue.state import SILENT_SIDE_ANSWERS, Doubt, Goal, State, under_way, waits_silently
from bot.dialogue.told import (
    CHILDREN,
    CREDENTIALS,
    JOBS,
    PARTNER,
    SELF,
    TEST_PATHS,
    Told,
    entry_of,
    entry_part,
    flatten,
    known,
    levels_for_tests,
    nest,
)
from bot.facts import Fact
from express_entry.occupations.noc import classification
from express_entry.occupations.search import codes_in, is_title, level_in, numbers_in, of_codes, search
from express_entry.occupations.search import question as separating
from express_entry.points import Because
from express_entry.vocabulary import ABILITIES, SCALES


def on_the_table(case: Case) -> Question | None:
    """The question that waits for an answer, or would be asked next; none where the person leads."""
    asked = question(case.state.question)
    if asked is None and case.state.mode == "intake":
        return following(case.told, case.state.skipped, case.state.goal)
    return asked


NOTHING_GONE = "note-nothing-to-take-back"
SHOWN = 40
"""How many characters of what was not understood are quoted."""
CORE = 3
"""So many of the things that a score needs, told at once, are a wish for the score."""


def subject(case: Case) -> Question | None:
    """What "why?" and "I don't know" are about: the doubtful answer, or else the question on the table."""
    if case.state.stage == "doubt":
        return question(id_of(case.state.doubts[0].path))
    return on_the_table(case)


def id_of(path: str) -> str:
    """The question that asks for the fact at ``path``; "" where none does."""
    return next((entry.id for entry in questions() if entry.fact == path), "")


# Reading


APPLICANT = "applicant"
"""The fact that somebody else applies than whoever writes."""


def introduced(message: Heard, case: Case) -> Case:
    """The case in which is known who a message says the people in it are."""
    state = case.state
    for fact in message.facts:
        if fact.field in ("partner_name", "own_name"):
            state = state.but(**{fact.field: fact.value})
        elif fact.field == "child_name":
            state = state.but(child_names=tuple(dict.fromkeys((*state.child_names, fact.value))))
        elif fact.field == "lives":
            state = state.but(lives=fact.value)
        elif fact.field == APPLICANT and not _would_be_another(case):
            said = fact.value
            state = state.but(writer=said["writer"], applicant=said["applicant"], own_name=said["name"])
    return replace(case, state=state)


def _would_be_another(case: Case) -> bool:
    """Whether somebody else who applies is another person than the one who was told of."""
    return bool(case.told) and case.state.writer == "self"


def answer(message: Heard, case: Case) -> Outcome:
    """What a message tells is taken; what tells nothing is refused as a side question, or was missed."""
    if message.intent == "choose":
        return _button(message, case)
    if (another := _another_person(message, case)) is not None:
        return another
    asked = on_the_table(case) if case.state.stage in ("asking", "doubt") else None
    if asked is not None and _is_a_title(message, asked, case):
        return occupation(message.text.strip(), asked, case)
    case = _wishing(message, case)
    if case.state.stage == "asking" and asked is not None and (given := to_question(asked, message)):
        return taken(given, message, case, case.state)
    heard_as = asked or _opening(message, case)
    reading = _read(message, asked, heard_as, case)
    if asked is not None and (chosen := _chosen(message, asked, reading, case)) is not None:
        return _several(asked, chosen, reading, case)
    if asked is not None and (plainly := _plainly(message, asked, reading, case)) is not None:
        return take(plainly, case, case.state)
    if message.answered and case.state.mode == "free" and _names_tests_only(reading):
        return Outcome(case.state.but(drafts={**case.state.drafts, **reading.drafts}))
    if reading.told_something:
        entering = _entering(message, reading, case.state)
        if message.closes and entering.mode == "intake":
            _close_the_rest(reading, case)
        return take(reading, case, entering)
    met = message.answered or bool(message.wished)
    if met or message.intent not in ANSWERING | STEERING:
        unsaid = case.state.unsaid + 1 if under_way(case.state) else 0
        return Outcome(case.state.but(unsaid=unsaid), refused=not met)
    if asked is not None and (column := _column(message.text, asked, case)):
        return take(choose(asked, column, case.told, case.state.drafts, case.today), case, case.state)
    a_title = bool(message.text) and not message.asks and not message.said.denies
    if asked is not None and asked.kind == "occupation" and a_title:
        return occupation(message.text, asked, case)
    return missed(message, case)


def _plainly(message: Heard, asked: Question, reading: Reading, case: Case) -> Reading | None:
    """What "same as mine" or "just me" answers; None for another message."""
    if "same" in message.named and (same := _same_as_mine(asked, reading, case)):
        return same
    alone = _alone(message, asked, reading)
    if alone is None:
        return None
    chosen = choose(asked, alone, case.told, case.state.drafts, case.today)
    left_out = {CREDENTIALS} if set(reading.answers) <= {CREDENTIALS, "family_size"} else set()
    chosen.answers.update(
        {path: value for path, value in reading.answers.items() if path not in {*left_out, COMES}}
    )
    return chosen


def taken(given: Given, message: Heard, case: Case, state: State) -> Outcome:
    """What a message answers of what is on the table, and what else it tells."""
    first = checked(given.answers, case.told, case.today, case.lang)
    told = {path: value for path, value in case.told.items() if path not in first.withdrawn}
    now = replace(case, told={**told, **first.answers}, state=state)
    rest = replace(message, facts=given.rest, unplaced=())
    return take(joined(first, _read(rest, None, None, now)) if given.rest else first, case, state)


def _read(message: Heard, asked: Question | None, heard_as: Question | None, case: Case) -> Reading:
    """What a message tells, heard as the answer to a question."""
    reading = read_answers(
        _facts(message, asked, case),
        heard_as,
        case.told,
        case.state.drafts,
        case.today,
        case.lang,
        case.state.last_told,
        couple=bool(case.state.partner_name or case.state.partner != "partner" or two(message.text)),
    )
    if message.said.outside_quebec and QUEBEC not in {**case.told, **reading.answers}:
        reading.answers[QUEBEC] = False
    if message.answered or message.wished:  # "forget about French, do I need a lawyer?"
        reading.notes = [note for note in reading.notes if note.id != NOTHING_GONE]
    begins = message.number is not None and reading.answers and message.answered
    pieces = [each for each in message.unplaced if not (begins and message.text.strip().startswith(each))]
    reading.unplaced = unplaced(message.text, pieces, reading)
    return reading


ANOTHER = "another_person"
"""The fact that a message begins to tell of somebody else."""


def _another_person(message: Heard, case: Case) -> Outcome | None:
    """Whoever begins to tell of another client is asked before anything of the one before goes: two people's
    facts are never mixed."""
    facts = tuple(fact for fact in message.facts if fact.field != ANOTHER)
    begins = len(facts) < len(message.facts) and bool(case.told)
    if not begins and not (_would_be_another(case) and any(fact.field == APPLICANT for fact in facts)):
        return None
    held = tuple(asdict(fact) for fact in facts)
    return show(case, case.state.but(stage="confirm_another", held=held))


def unplaced(text: str, pieces: Sequence[str], reading: Reading) -> tuple[str, ...]:
    """What of a message told something and found no place: the ``pieces`` that nobody understood, and the
    words of facts that answer nothing, in the order of the ``text``."""
    unused = (text[fact.start : fact.end] for fact in reading.unused)
    return tuple(sorted({*pieces, *unused}, key=text.find))


def _is_a_title(message: Heard, asked: Question, case: Case) -> bool:
    """Whether the occupation is asked and a title answers: there "chartered accountant" is no diploma."""
    return asked.kind == "occupation" and not message.asks and is_title(message.text.strip(), case.lang)


def _names_tests_only(reading: Reading) -> bool:
    """Whether nothing is told but tests without scores, as whoever asks about one does."""
    drafts = replace(reading, drafts={})
    scores = any(ability in draft for draft in reading.drafts.values() for ability in ABILITIES)
    return bool(reading.drafts) and not drafts.told_something and not scores


NO_CHOICE = frozenset({*STEERING, "change_language", "ask_whatif"})
"""Intents of messages that name a language or a thing, and not that there is one: "parlez français"."""


def _chosen(message: Heard, asked: Question, reading: Reading, case: Case) -> frozenset[str] | None:
    """The options that a message names ("French and a brother"), none for a plain no; None where it answers
    something else."""
    if asked.kind != "several" or message.asks or message.intent in NO_CHOICE:
        return None
    denied = {path for path, value in reading.answers.items() if value in (None, False, "none")}
    named = frozenset(asked.choices) & set(message.named) - denied
    if named:
        return named
    none = message.yes_or_no is False or message.closes
    return frozenset() if none and not reading.told_something else None


BACHELOR = "bachelor"
"""To the question who comes a bachelor is a single man, no degree."""
ALONE = ("alone", "stays")
"""The choices that say that nobody comes along."""
COMES = f"{PARTNER}accompanying"
"""What "I come alone" is read to say of a partner of whom nothing else was told."""


def _alone(message: Heard, asked: Question, reading: Reading) -> str | None:
    """The choice that "just me" or "no wife" means where it is asked who comes; None for another message."""
    choice = next((each for each in ALONE if each in asked.tells), None)
    told = reading.answers.keys() - {"family_size", CHILDREN, QUEBEC}
    bachelor = told == {CREDENTIALS} and message.text.strip().lower() == BACHELOR
    of_partner = any(path.startswith(PARTNER) or path == asked.fact for path in told - {COMES})
    doubts = [doubt for doubt in reading.doubts if doubt.path != asked.fact or COMES not in doubt.against]
    says_more = (of_partner if message.said.alone else bool(doubts or told)) and not bachelor
    return choice if (message.said.alone or "alone" in message.named) and not says_more else None


def _same_as_mine(asked: Question, reading: Reading, case: Case) -> Reading | None:
    """One's own answer as the partner's; a test is asked about, since its scores are rarely the same."""
    path = asked.fact.removeprefix(PARTNER)
    own = known(case.told).get(TEST_PATHS[0] if path == "language" else path)
    if path == asked.fact or own is None or reading.told_something:
        return None
    if asked.kind == "test" and "levels" in own:
        theirs = PARTNER + own["levels"]
        return Reading(doubts=[Doubt(path=theirs, readings=(case.told[own["levels"]],))])
    if asked.kind == "test":
        return Reading(doubts=[Doubt(path=asked.fact, readings=(own,))])
    return Reading(answers={asked.fact: own})


def _several(asked: Question, chosen: Collection[str], reading: Reading, case: Case) -> Outcome:
    """Each option that was not chosen is answered with no; the question itself is done with."""
    choose_several(asked, chosen, case.told, reading)
    reading.doubts = [doubt for doubt in reading.doubts if doubt.path != CREDENTIALS]
    if reading.quiet:
        reading.notes.append(Because("others-none" if any(chosen) else "none-of-these"))
    left = leave(case.state, asked)
    return take(reading, case, left.but(stage="asking", skipped=(*left.skipped, asked.id)))


def _close_the_rest(reading: Reading, case: Case) -> None:
    """ "…, nothing else" behind facts: none of what is asked with several choices."""
    for asked in questions():
        if asked.kind == "several" and asked.applies({**case.told, **reading.answers}):
            choose_several(asked, (), case.told, reading)
            reading.skipped.add(asked.id)
            if reading.quiet:
                reading.notes.append(Because("others-none"))


FEW_WORDS = 3


def _opening(message: Heard, case: Case) -> Question | None:
    """What a bare "29" answers where nothing is asked: how old somebody is who has not told it yet."""
    bare = message.intent in ANSWERING and not message.asks and len(message.text.split()) <= FEW_WORDS
    if bare and (years := _of_a_job_without_time(case)) is not None:
        return years
    first = following(case.told, case.state.skipped, case.state.goal) if bare else None
    return first if first is not None and first.fact == "age" and case.state.stage == "asking" else None


def _of_a_job_without_time(case: Case) -> Question | None:
    """What "3 years" answers right after a job of which no time was told."""
    last = (case.told.get(JOBS) or ())[-1:] if JOBS in case.state.last_told else ()
    if not last or has_time(last[0]) or case.state.stage != "asking":
        return None
    return question(next((name for name, here in YEARS.items() if here is last[0].get("in_canada")), None))


def _wishing(message: Heard, case: Case) -> Case:
    """The case once a calculation is wished for that needs more than is known: the questions begin."""
    wish = WISHES.get(message.intent)
    if wish is None or not missing_for(wish, case.told, case.state):
        return case
    if case.state.quiet and message.intent not in ON_WISH:
        return case
    goal: Goal = "eligibility" if wish == "eligibility" else case.state.goal
    return replace(case, state=case.state.but(mode="intake", quiet=False, goal=goal))


def _entering(message: Heard, reading: Reading, state: State) -> State:
    """Who tells most of what a score needs at once, and asks nothing, wishes for the score."""
    told = {*reading.answers, *reading.drafts, *levels_for_tests(reading.answers)}
    core = [need for need, facts in needs()["score"].items() if not told.isdisjoint(facts)]
    tells_most = len(core) >= CORE and not message.asks and not state.quiet
    return state.but(mode="intake", quiet=False) if tells_most or "show_score" in message.wished else state


def _column(text: str, asked: Question, case: Case) -> str | None:
    """The column of a TEF Canada result that a typed answer names, where that is being asked."""
    if len(case.state.drafts.get(asked.fact, {})) <= len(ABILITIES):
        return None
    return next((scale for scale in SCALES if scale.split("_")[0] in text.lower()), None)


def _facts(message: Heard, asked: Question | None, case: Case) -> list[Fact]:
    """The message's facts; a yes or no that only the classifier heard is one that has to be asked about.

    A bare date is that of an invitation only where no question asks for another one, and no test was told
    last without its own.
    """
    dated = asked is not None and asked.kind == "date"
    waits = dated or has_undated_test(case.told, case.state.last_told)
    elsewhere = message.intent in DATED and not waits
    facts = [fact for fact in message.facts if fact.field != "date" or not elsewhere]
    answers_it = asked is not None and asked.kind == "test" and not message.asks
    if message.intent == "ask_chances" and not answers_it:  # "375, good or bad?" tells no years
        facts = [fact for fact in facts if fact.field != "number"]
    if asked is not None and asked.kind == "number" and message.answered and message.number and not facts:
        facts.append(message.number)
    if message.intent in ("affirm", "deny") and not any(fact.field == "yes_no" for fact in facts):
        facts.append(Fact("yes_no", message.intent == "affirm", "self", 0, len(message.text), sure=False))
    return facts


def _button(message: Heard, case: Case) -> Outcome:
    asked, value = question(message.button.get("question")), message.button.get("value")
    if asked is None:
        return missed(message, case)
    if value == "?":
        return show(case, case.state.but(stage="asking", question=asked.id, misses=0))
    if asked.kind == "several":
        return _several(asked, str(value or "").split(","), Reading(), case)
    return take(
        choose(asked, value, case.told, case.state.drafts, case.today),
        case,
        case.state.but(stage="asking", question=asked.id),
    )


def occupation(title: str, asked: Question, case: Case, everything: bool = False) -> Outcome:
    """A NOC code is taken as the answer; what a job title may mean is offered.

    With ``everything`` all that was found is listed, rather than one question asked that separates it.
    """
    if title.strip() in classification().groups:
        reading = choose(asked, title.strip(), case.told, case.state.drafts, case.today)
        return take(reading, case, case.state.but(stage="asking", question=asked.id))
    found = occupations(title, asked, case, everything)
    state = case.state.but(stage="asking", question=asked.id, misses=0)
    return Outcome(state, says=(Say(replace(found, way_out=True)),))


def occupations(title: str, asked: Question, case: Case, everything: bool = False) -> Occupations:
    """What a title or a code may mean as the answer to ``asked``."""
    found = Occupations(asked, title, case.today)
    codes = codes_in(title) or (numbers_in(title) if title.strip().isdigit() else ())
    if len(codes) == 1:
        return replace(found, code=codes[0])
    if codes:
        return replace(found, matches=of_codes(codes, case.lang, case.today))
    if level := level_in(title):
        return replace(found, level=level)
    matches = search(title, case.lang, on=case.today)
    return replace(found, matches=matches, options=() if everything else separating(matches, case.lang))


# Taking


def _of_known_age(told: Told) -> tuple[str, ...]:
    """Whose age was told: a bare number is no new one of theirs."""
    people = (("self", SELF), ("partner", PARTNER))
    return tuple(
        person
        for person, prefix in people
        if not told.keys().isdisjoint((f"{prefix}age", f"{prefix}birth_date"))
    )


def take(reading: Reading, case: Case, state: State) -> Outcome:
    """Accept what was read: answers to the store, the rest as remarks, then the next question."""
    told = {path: value for path, value in case.told.items() if path not in reading.withdrawn}
    for path in (JOBS, f"{PARTNER}{JOBS}"):
        waits = any(doubt.path.startswith(f"{path}.") for doubt in (*reading.doubts, *state.doubts))
        if reading.answers.get(path) and not waits:
            reading.answers[path] = told_once(reading.answers[path], case.today)
    told.update(reading.answers)
    waiting = (
        doubt
        for doubt in state.doubts
        if not _retold(doubt.path, reading.answers, case.told) and not _gone(doubt.path, reading)
    )
    doubts = tuple(
        doubt for doubt in (*reading.doubts, *waiting) if not _settled(doubt.path, reading.answers)
    )
    awaiting = {path for doubt in doubts for path in doubt.against}
    withdrawn = {*reading.withdrawn, *orphans(told)} - set(reading.answers) - awaiting
    told = flatten(nest({path: value for path, value in told.items() if path not in withdrawn}))
    doubts = tuple(
        doubt
        for doubt in doubts
        if doubt.against or not (_excluded(doubt.path, told) or _lost(doubt.path, told))
    )
    waits = state.stage == "doubt" and doubts[:1] == state.doubts[:1]
    asked = question(state.question) or on_the_table(case)
    skipping = asked is not None and asked.id in reading.skipped
    answered = flatten(nest(reading.answers))
    done = skipping or (asked is not None and asked.answered(answered))
    drafts = {
        path: draft
        for path, draft in {**state.drafts, **reading.drafts}.items()
        if draft and path not in reading.answers and not _excluded(path, told)
    }
    answered_now = {id_of(path) for path in reading.answers}
    moved = (leave(state, asked) if asked and done else state).but(
        drafts=drafts,
        skipped=tuple({*state.skipped, *reading.skipped} - answered_now),
        untested=tuple({*state.untested, *reading.untested} - answered_now),
        doubts=doubts,
        misses=0,
        last_told=tuple(reading.answers) or state.last_told,
        aged=_of_known_age(told),
        worked=tuple(prefix + JOBS for prefix in (SELF, PARTNER) if told.get(prefix + JOBS)),
        timeless=tuple(
            prefix + JOBS
            for prefix in (SELF, PARTNER)
            if not all(map(has_time, told.get(prefix + JOBS) or ()))
        ),
    )
    title = next((str(note.args["title"]) for note in reading.notes if note.id == "occupation"), None)
    if title and asked is not None and not reading.answers:
        return occupation(title, asked, case)
    return onward(
        replace(case, told=told, state=moved),
        moved,
        before=_remarks(reading, replace(case, state=state), sorted(withdrawn), skipping),
        answers=reading.answers,
        withdrawn=tuple(sorted(withdrawn)),
        waits=waits,
    )


def _remarks(reading: Reading, case: Case, withdrawn: Sequence[str], skipping: bool) -> list[Remark]:
    """What was taken, what cannot count, what was impossible or is worth a word."""
    aloud = {path: value for path, value in _certain(reading).items() if path not in reading.quiet}
    remarks = noted(case.told, aloud, withdrawn, case.state.partner)
    if reading.needless:
        remarks.append(Needless(sorted(reading.needless)))
    remarks += reading.problems
    unsaid = {"occupation", *((NOTHING_GONE,) if withdrawn else ())}
    remarks += [note for note in reading.notes if note.id not in unsaid]
    remarks += expired(reading.answers, case.told, case.today)
    remarks += better(reading.answers, case.told, case.today)
    if reading.answers and not remarks and not reading.doubts:
        remarks.append(Known(aloud, case.state.partner))
    if reading.unplaced:
        remarks.append(Unplaced(reading.unplaced))
    passed = skipping and not reading.withdrawn and not reading.untested
    return [*remarks, Because("skipped")] if passed else remarks


def _certain(reading: Reading) -> dict[str, Any]:
    """The answers without the diplomas whose level is being asked: they are called by no guess."""
    answers = dict(reading.answers)
    for doubt in reading.doubts:
        of, number, part = entry_part(doubt.path) or ("", 0, "")
        if part == "level" and of in answers:
            answers[of] = [each for at, each in enumerate(reading.answers[of]) if at != number]
    return {path: value for path, value in answers.items() if value != [] or reading.answers[path] == []}


def _retold(path: str, answers: Told, before: Told) -> bool:
    """Whether a doubt about an entry of a list is over: the entry is another one than before, or gone."""
    part = entry_part(path)
    return part is not None and part[0] in answers and entry_of(answers, path) != entry_of(before, path)


def _lost(path: str, told: Told) -> bool:
    """Whether the entry that a doubt is about is told no more."""
    part = entry_part(path)
    return part is not None and entry_of(told, path) is None


def _gone(path: str, reading: Reading) -> bool:
    """Whether what a doubt is about was taken back."""
    part = entry_part(path)
    return (part[0] if part else path) in reading.withdrawn


def _settled(path: str, answers: Told) -> bool:
    """Whether these answers tell what was in doubt: the fact itself, or one that stands for it."""
    asked = question(id_of(path))
    return path in answers or (asked is not None and asked.answered(answers))


def _excluded(path: str, told: Told) -> bool:
    """Whether what was told leaves no room for an answer at ``path``: no partner, no partner's test."""
    return any(entry.fact == path and entry.contradicted(told) for entry in questions())


def missed(message: Heard, case: Case) -> Outcome:
    """Not understood as an answer: what was perhaps meant; then help with an example, and the ways out."""
    if message.asks:
        state = case.state.but(unsaid=case.state.unsaid + 1)
        return Outcome(state, says=(Say(Perhaps(message.meanings, state, case.told)),))
    if message.yes_or_no and case.state.unsaid and case.state.stage == "asking":
        return show(case, case.state)  # "ok", after the answer to a side question: go on
    state = case.state.but(misses=case.state.misses + 1)
    offered = any(label not in SAID_PLAINLY for label in message.meanings[:1])
    if offered and state.misses < MISSES_BEFORE_HELP:
        perhaps = Say(Perhaps(message.meanings, State(), case.told))
        if not under_way(state):
            return Outcome(state, says=(perhaps,))
        silent = state.but(unsaid=state.unsaid + 1)
        if waits_silently(silent):
            return Outcome(silent, says=(Say(Perhaps(message.meanings, silent, case.told)),))
        again = show(case, state)
        return replace(again, says=(perhaps, *again.says))
    if state.misses > MISSES_BEFORE_HELP:
        asked = subject(case) if state.stage in ("asking", "doubt") else None
        return Outcome(state.but(misses=0), says=(Say(WayOut(asked)),))
    if state.misses >= MISSES_BEFORE_HELP:
        asked = subject(case) if state.stage in ("asking", "doubt") else None
        draft = state.drafts.get(asked.fact) if asked is not None else None
        return show(case, state, before=[Explained(asked, draft, "missed")], ways_out=True)
    if state.stage == "review":
        return Outcome(state, says=(Say("summary_again"),))
    return show(case, state, before=[_not_understood(message, case)])


def _not_understood(message: Heard, case: Case) -> Because:
    """What was not understood, in the person's words; a button that does not fit is an old one."""
    if message.button:
        return Because("late-button")
    said = " ".join(message.text.split())
    shown = said if len(said) <= SHOWN else f"{said[:SHOWN].rsplit(' ', 1)[0]}…"
    return Because("not-understood", {"text": shown, "turn": wording(case.told, case.state.misses)})


# What comes next


def leave(state: State, asked: Question) -> State:
    """The question has been dealt with: remember it for "back" and clear the table."""
    trail = (*(entry for entry in state.trail if entry != asked.id), asked.id)
    return state.but(question=None, trail=trail, misses=0)


def onward(
    case: Case,
    state: State,
    before: Sequence[Remark] = (),
    answers: Mapping[str, Any] | None = None,
    withdrawn: tuple[str, ...] = (),
    waits: bool = False,
) -> Outcome:
    """Go to what is next: a doubt, an unfinished test, the next question, the summary, the score.

    A doubt that ``waits`` while other things are told is a button; its words come back every third time.
    """
    answers = answers or {}
    if waits and before and (state.unsaid + 1) % (SILENT_SIDE_ANSWERS + 1):
        silent = state.but(unsaid=state.unsaid + 1)
        return Outcome(silent, answers, withdrawn, (Say(Kept(case.told, silent), before),))
    unfinished = next((path for path in awaited(state.drafts, case.told) if id_of(path)), None)
    if state.doubts:
        state = state.but(stage="doubt")
    elif unfinished:
        state = state.but(stage="asking", question=id_of(unfinished))
    elif (current := question(state.question)) is not None and _waits(current, case.told):
        state = state.but(stage="asking")
    elif state.mode == "free" and not state.reviewed:
        state = state.but(stage="asking", question=None)
    else:
        upcoming = following(case.told, state.skipped, state.goal)
        if upcoming is not None:
            state = state.but(stage="asking", question=upcoming.id)
        elif state.reviewed:
            says = (Say("remarks", before),) if before else ()
            return Outcome(state.but(stage="done", question=None), answers, withdrawn, says, finished=True)
        else:
            state = state.but(stage="review", question=None)
            before = [remark for each in before if (remark := _not_in_the_summary(each)) is not None]
    return show(case, state, before, answers, withdrawn)


def _waits(asked: Question, told: Told) -> bool:
    """Whether the question on the table is still one; of several choices, whether any is left."""
    return asked.applies(told) and not (asked.kind == "several" and asked.answered(told))


def _not_in_the_summary(remark: Remark) -> Remark | None:
    """The remark, without what the summary says anyway."""
    if not isinstance(remark, Noted):
        return remark
    return replace(remark, new={}) if remark.changed or remark.gone else None


def show(
    case: Case,
    state: State,
    before: Sequence[Remark] = (),
    answers: Mapping[str, Any] | None = None,
    withdrawn: tuple[str, ...] = (),
    ways_out: bool = False,
) -> Outcome:
    """Stay in ``state`` and show what waits there, after some remarks; nothing where the person leads."""
    state = state.but(unsaid=0)
    if state.mode == "free" and not under_way(state):
        return Outcome(state, answers or {}, withdrawn, (Say(Kept(case.told, state), before),))
    asked = following(case.told, state.skipped, state.goal)
    if state.stage == "asking" and state.question is None and asked is not None:
        state = state.but(question=asked.id)
    told_more = bool(answers) or state.stage == "review"
    reached = so_far(case.told, state, case.today) if told_more else None
    shown = Say(OnTheTable(case.told, state, ways_out, reached), before)
    return Outcome(state, answers or {}, withdrawn, (shown,))
