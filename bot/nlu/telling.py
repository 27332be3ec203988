"""What a message tells, also beside a question about themselves: "31, cook, do I have a chance?"."""

from __future__ import annotations

import re
from datetime import date

from bot.facts import KEPT, Fact, People
from bot.nlu import personal
from bot.nlu.care import has_lost_a_child
from bot.nlu.comparing import compared
from bot.nlu.counting import asks_why_of_work
from bot.nlu.facts import read
from bot.nlu.facts.hearing import hear
from bot.nlu.mattering import LIVES, moving
from bot.nlu.spoken import holds, plain, spoken

TELL_NOTHING = frozenset(
    {
        "possible",
        "qualify",
        "qualify_briefly",
        "my_number",
        "above",
        "who_applies",
        "start_again",
        "first_step",
    }
)
"""Kinds of questions that stand by themselves: what stands beside one in its sentence is told."""
OF_A_MOVE = frozenset({LIVES, "place", "date", "date_to_come", "intends_quebec"})
"""What the words of a move, its place and its time would else be taken for."""
OF_A_CASE = frozenset({"possible", "qualify", "my_number"})
"""Kinds of questions about oneself in which one's own case is described."""
QUOTED = frozenset({"work_years", "number", "date"})
"""What is only quoted by whoever asks why their work gives so little: time of which no place is told."""
OF_SOME_WORTH = frozenset(
    {"canadian_work_years", "foreign_work_years", "work_years", "credential", "education", "language_levels"}
)
"""What gives points, and may be asked about where it is not there."""
_SUPPOSING = frozenset({"IF", "NEXT", "CONDITION"})
_WISHING = frozenset({"will", "would", "'ll", "'d", "get", "aurais", "aurai", "serai"})
_LETTERS = re.compile(r"[^\W_]")


def told(text: str, lang: str, today: date, people: People) -> tuple[Fact, ...]:
    """The facts of a message, in the order in which they stand in it; ``people`` are those of whom was told
    before who they are."""
    facts = read(text, lang, today, lists=KEPT, people=people)
    if has_lost_a_child(text):
        facts = tuple(fact for fact in facts if fact.field != "child")
    if (weighed := compared(text, lang, today)) is not None:
        return tuple(fact for fact in facts if fact.end <= weighed.start or weighed.end <= fact.start)
    if moves := moving(text):
        return (*moves, *(fact for fact in facts if fact.field not in OF_A_MOVE))
    if described := _described(text, lang, today, people):
        return described
    if asks_why_of_work(text):
        facts = tuple(fact for fact in facts if fact.field not in QUOTED)
    if len(facts) == 1 and facts[0].field in OF_SOME_WORTH and _asks_what_it_is_worth(text):
        return ()
    asked = [each for each in personal.questions(text) if each.kind in TELL_NOTHING]
    rest = personal.without(text, asked)
    if not asked or not _LETTERS.search(rest):
        return facts
    known = {fact.field for fact in facts}
    more = [
        fact
        for fact in read(rest, lang, today, lists=KEPT, people=people)
        if fact.field not in known and not _overlaps(fact, facts)
    ]
    return tuple(sorted((*facts, *more), key=lambda fact: (fact.start, fact.end)))


def _asks_what_it_is_worth(text: str) -> bool:
    """Whether a message asks what something brings, of which nobody says that it is there: « 1 an
    d'expérience canadienne, ça rapporte combien ? »."""
    words = plain(text)
    brief = len(words.split()) <= _BRIEF
    return brief and holds(words, spoken()["worth_how_much"]) and not holds(words, spoken()["one_s_own"])


_BRIEF = 12


def _described(text: str, lang: str, today: date, people: People) -> tuple[Fact, ...]:
    """What somebody tells of themselves within a question about their own case: "what is my score with a
    doctorate, aged 42, six years as a chemist?". Nobody supposes how old they are, so an age that was not
    told yet is what tells a description from a what-if."""
    asked = personal.asks_of_own_case(text) or not OF_A_CASE.isdisjoint(personal.asked_kinds(text))
    if not asked or people.aged or people.writer != "self":
        return ()
    heard = hear(text, lang, today, people=people)
    if not heard.kinds.isdisjoint(_SUPPOSING) or any(word.text in _WISHING for word in heard.words):
        return ()
    facts = read(text, lang, today, supposed=True, lists=KEPT, people=people)
    fields = {fact.field for fact in facts if fact.person == "self" and fact.sure}
    return facts if "age" in fields and len(fields) > 1 else ()


def _overlaps(fact: Fact, facts: tuple[Fact, ...]) -> bool:
    return any(other.start < fact.end and fact.start < other.end for other in facts)
