"""What something is worth, and why the score, or a line of it, is what it is."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from actions.memory import WORTH, Answering, Turn
from bot.dialogue.told import LEVELS
from bot.nlu.fitting.named import asks_what_counted
from bot.nlu.personal import asked_kinds
from bot.nlu.points import OF_PARTNER, Asked, as_first_language, asked
from bot.nlu.spoken import holds, plain, spoken
from bot.nlu.subjects import is_about
from bot.nlu.supposing import in_letters, suppositions
from bot.replies.answers import too_late_reply
from bot.replies.conversation import calculated
from bot.replies.eligibility import general_grid, grid_reply, work_reply
from bot.replies.points import (
    Mine,
    either_reply,
    gaps_reply,
    gone_reply,
    lines_reply,
    most_reply,
    section_reply,
    since_reply,
    worth_reply,
)
from bot.replies.reply import Reply
from express_entry.crs import Breakdown, score, settled
from express_entry.facts import Facts, with_spouse
from express_entry.language import TESTS
from express_entry.points import Line
from express_entry.profile import ProfileError
from express_entry.programs import eligibilities
from express_entry.vocabulary import ENGLISH, FRENCH, PARTNERED
from express_entry.whatif import Supposition
from express_entry.whatif.suppositions import suppose_all
from express_entry.worth import AtMost, Worth, at_most, worth_of

GONE_POINTS = ("200", "50")
"""Points that offers once gave: who names them asks whether they do."""


class ActionPoints(Answering):
    """Answers what a fact is worth with its number: by the rule, and for this person where it can be said."""

    called = "action_points"

    def reply(self, turn: Turn) -> Reply:
        """What was named; where nothing was, the score and what is open; what counted of one’s own work."""
        if asks_what_counted(turn.text) or "own_years" in asked_kinds(turn.text):
            return work_reply(turn.lang, turn.profile.jobs or (), turn.today)
        named = about_points(turn)
        return named or turn.not_ready("score") or gaps_reply(turn.lang, score(turn.profile, turn.today))

    def remembered(self, turn: Turn, reply: Reply) -> str | None:
        return remembered(turn)


def remembered(turn: Turn) -> str | None:
    """What "and for her?" is about after a question about points."""
    return f"{WORTH}{turn.text}" if turn.text and named_in(turn).values else None


def named_in(turn: Turn) -> Asked:
    """What the message asks the points of."""
    found = asked(turn.text, turn.lang, turn.today)
    if not found.values and (letters := in_letters(turn.text)):
        found = replace(found, values={"second_language": int(spoken()["letters"][letters[0]])})
    return found if has_english(turn) else as_first_language(found)


def has_english(turn: Turn) -> bool:
    """Whether a test in English is told, so that French is the other language."""
    tests = [
        turn.told.get("first_language"),
        turn.told.get("second_language"),
        *(turn.told.get("tests") or ()),
        *turn.state.drafts.values(),
    ]
    tested = any(TESTS[test["test"]].language == ENGLISH for test in tests if test and "test" in test)
    return tested or LEVELS[ENGLISH] in turn.told


def of_partner(turn: Turn) -> Reply | None:
    """What was asked about last, for the partner: "how many points for a master's?", "and for her?"."""
    if not (turn.last or "").startswith(WORTH):
        return None
    words = str(turn.last).removeprefix(WORTH)
    values = asked(words, turn.lang, turn.today).values
    theirs = {OF_PARTNER[name]: value for name, value in values.items() if name in OF_PARTNER}
    if not theirs:
        return None
    (fact, value), *_ = theirs.items()
    found = worth_of(fact, value, turn.today)
    return (
        worth_reply(turn.lang, fact, value, found, score(turn.profile, turn.today), None) if found else None
    )


def points_beside(turn: Turn) -> Reply | None:
    """A question beside what is told that names points which are gone: "I have an offer, so +200, right?"."""
    named = named_in(turn)
    named_one = named.factors[:1]
    gone = [line for line in at_most(named_one, turn.today) if line.repealed] if named_one else []
    if not gone or not holds(plain(turn.text), (*spoken()["worth"], *GONE_POINTS)) or not turn.heard.asks:
        return None
    return gone_reply(turn.lang, gone[0], score(turn.profile, turn.today))


_AGE = re.compile(r"\b([3-6]\d)\b")


def too_late(turn: Turn) -> Reply | None:
    """What somebody hears who fears to be too old: what their age gives, and what outweighs it; None where
    the age is not known, and for a question about the rule."""
    if not turn.text or not is_about("ask/maximum_age", turn.text):
        return None
    told = next(
        (fact.value for fact in turn.heard.facts if fact.field == "age" and fact.person == "self"), None
    )
    named = _AGE.findall(turn.text)
    age = told or (int(named[-1]) if named else None) or Facts(turn.profile, turn.today)["age"].value
    if not isinstance(age, int):
        return None
    gives, most = worth_of("age", age, turn.today)[0], at_most(("age",), turn.today)[0]
    single, couple = (each.least if each else 0 for each in (gives.without_spouse, gives.with_spouse))
    alone = turn.profile.marital_status not in (None, *PARTNERED)
    others = {
        name: max(line.without_spouse or 0 for line in at_most((fact,), turn.today) if line.id == of)
        for name, (fact, of) in _OUTWEIGHS.items()
    }
    return too_late_reply(
        turn.lang, age, (single, single if alone else couple), most.without_spouse or 0, others
    )


_OUTWEIGHS = {
    "language": ("first_language", "core.first_language"),
    "french": ("second_language", "additional.french"),
    "nomination": ("provincial_nomination", "additional.nomination"),
}
"""What outweighs an age: the fact, and its line of the score."""


def since_when(turn: Turn) -> Reply | None:
    """Since when what was asked about last gives no points any more."""
    if not (turn.last or "").startswith(WORTH):
        return None
    named = asked(str(turn.last).removeprefix(WORTH), turn.lang, turn.today)
    gone = [line for line in at_most(named.factors[:1], turn.today) if line.repealed]
    return since_reply(turn.lang, gone[0], score(turn.profile, turn.today)) if gone else None


def about_points(turn: Turn) -> Reply | None:
    """The answer to a question that names what it is about; None for one about the whole score."""
    if not turn.text:
        return None
    named, ready = named_in(turn), not turn.missing_for("score")
    if named.grid:
        return _grid(turn)
    if ready and set(named.factors) <= {AGE, *WORK} and _asks_why_of_work(turn):
        work = {line.id: line for name in WORK for line in at_most((name,), turn.today)}
        return _about_lines(turn, tuple(work.values()), named.numbers, explained=True)
    if turn.intent == "ask_points" and named.values:
        return _worth(turn, named, ready)
    if named.factors and (lines := _lines(named, turn)):
        return _about_lines(turn, lines, named.numbers, ready and not named.most)
    if not ready:
        return None
    breakdown = score(turn.profile, turn.today)
    if section := _quoted(named, breakdown) or named.section:
        return section_reply(turn.lang, breakdown, section)
    if line := _quoted_line(named, breakdown):
        return lines_reply(turn.lang, breakdown, [line], {each.id: each for each in at_most((), turn.today)})
    return gaps_reply(turn.lang, breakdown) if named.low else None


AGE = "age"
"""What points that are quoted may be taken for: "worth just 25"."""
WORK = ("canadian_work_years", "foreign_work_years")
"""What is meant by work of which no place is named."""


def _asks_why_of_work(turn: Turn) -> bool:
    """Whether somebody asks why their work gives what it gives, wherever that was: "why 50 for work?"."""
    words = plain(turn.text)
    why = holds(words, (*spoken()["why"], *spoken()["why_words"]))
    return why and holds(words, spoken()["work"])


def why_of(turn: Turn) -> Reply | None:
    """Why the person's own lines of what is named are as they are; None where the rule is asked for, or too
    little is known."""
    why = bool(turn.text) and holds(plain(turn.text), (*spoken()["why"], *spoken()["why_words"]))
    return about_points(turn) if why and not turn.missing_for("score") else None


def general(turn: Turn) -> Reply | None:
    """The rule of what a message names, for whoever asks; None where it names nothing that has a value."""
    named = named_in(turn)
    return _worth(turn, named, ready=False) if named.values else None


def either_by_rule(turn: Turn, ways: Sequence[str]) -> Reply | None:
    """What each of two ways gives by the rule, where both name the same fact: "PhD or master's?"."""
    named = [asked(way, turn.lang, turn.today).values for way in ways]
    facts = [next(iter(values.items()), None) for values in named]
    either = [(*each, worth_of(*each, turn.today)) for each in facts if each is not None]
    if len(either) < len(ways) or len({fact for fact, _, _ in either}) > 1:
        return None
    return either_reply(turn.lang, either, score(turn.profile, turn.today))


def _grid(turn: Turn) -> Reply:
    found = eligibilities(turn.profile, turn.today)["fsw"]
    if turn.missing_for("eligibility"):
        return general_grid(turn.lang, found)
    return calculated(grid_reply(turn.lang, found))


def _worth(turn: Turn, named: Asked, ready: bool) -> Reply | None:
    """What was named first by the rule, and all that was named for this person; None where no rule has it."""
    (fact, value), *_ = named.values.items()
    found, rules = _worth_of(fact, value, turn, named.french), score(turn.profile, turn.today)
    if not found:
        gone = at_most((fact,), turn.today)
        return gone_reply(turn.lang, gone[0], rules) if gone else None
    mine = _mine(turn, fact, value, rules) if ready else None
    return worth_reply(turn.lang, fact, value, found, rules, mine, french=named.french)


def _mine(turn: Turn, fact: str, value: Any, rules: Breakdown) -> Mine:
    now = Facts(turn.profile, turn.today)[fact].value
    held = now == _as_fact(value, now)
    return Mine(rules, with_spouse(turn.profile)[0], None if held else _supposed(turn), held)


def _worth_of(fact: str, value: Any, turn: Turn, french: bool) -> tuple[Worth, ...]:
    found = worth_of(fact, value, turn.today)
    french = french or fact == "second_language"
    return (*found, *worth_of("french_lowest", value, turn.today)) if french else found


def _as_fact(value: Any, now: Any) -> Any:
    """A value as the facts of a profile have it: a level for each ability, yes or no as a word."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return (value,) * len(now) if isinstance(now, tuple) else value


def _supposed(turn: Turn) -> Supposition | None:
    """The score with what was named; None where it is less than there is already."""
    supposed = suppositions(turn.text, turn.lang, turn.today, turn.told)
    try:
        found = suppose_all(turn.profile, turn.today, supposed)
    except ProfileError:
        return None
    return found if supposed and found.gain >= 0 else None


def _lines(named: Asked, turn: Turn) -> tuple[AtMost, ...]:
    """The lines that look at everything that was named, else those that look at the first of it."""
    place = _place_of(named.language, turn)
    if place is None or not {*LANGUAGES} & {*named.factors}:
        together = at_most(named.factors, turn.today)
        return together or at_most(named.factors[:1], turn.today)
    others = [name for name in named.factors if name not in LANGUAGES]
    lines = at_most((place, *others), turn.today) or at_most((place,), turn.today)
    french = [each for each in at_most(LANGUAGES[1:], turn.today) if each.id == FRENCH_LINE]
    first, *rest = (each for each in lines if each.id != FRENCH_LINE)
    return (first, *(french if named.language == FRENCH and not others else []), *rest)


LANGUAGES = ("first_language", "second_language")
FRENCH_LINE = "additional.french"


def _place_of(language: str | None, turn: Turn) -> str | None:
    """Whether the language that is named counts as the first or the second of this person's; None where that
    is not known, or none is named."""
    first = settled(turn.profile, turn.today).first_language
    if first is None or language is None:
        return None
    return LANGUAGES[first.language != language]


def _about_lines(turn: Turn, lines: Sequence[AtMost], quoted: Collection[int], explained: bool) -> Reply:
    """Why lines are as they are for this person, the one with just the points that were quoted before the
    others; or what they give at most."""
    rules = score(turn.profile, turn.today)
    mine = None if turn.missing_for("score") else rules
    shown = [line for each in lines for line in rules.lines if line.id == each.id]
    if lines[0].repealed:
        return gone_reply(turn.lang, lines[0], rules)
    shown.sort(key=lambda line: line.points not in quoted)
    if explained and shown:
        return lines_reply(turn.lang, rules, shown, {each.id: each for each in lines})
    return most_reply(turn.lang, lines, mine, rules)


def _quoted(named: Asked, breakdown: Breakdown) -> str | None:
    """The part of the score with just the points that were quoted: "why only 38 there?"."""
    parts = ((name, points) for name, points in breakdown.sections.items() if points)
    return next((name for name, points in parts if points in named.numbers), None)


def _quoted_line(named: Asked, breakdown: Breakdown) -> Line | None:
    """The one line of the score with just the points that were quoted: "why only 21?"."""
    found = [line for line in breakdown.lines if line.points and line.points in named.numbers]
    return found[0] if len(found) == 1 else None
