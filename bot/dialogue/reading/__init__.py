"""From the facts found in a message to answers: whose they are, what they answer, what is impossible.

Nothing here decides a point. What a message says is checked against the profile's own rules
(:mod:`express_entry.profile`); what is impossible is reported and not taken, what is uncertain is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.dialogue.questions import Question
from bot.dialogue.reading.correcting import read_correction, read_job_correction
from bot.dialogue.reading.ground import GENERIC, Ground, Reading
from bot.dialogue.reading.language import (
    read_levels,
    read_no_language,
    read_no_test,
    read_spoken_level,
    read_test,
    read_wrong_test,
    reconcile_levels,
    reconcile_remarks,
    reconcile_tests,
    say_the_date,
    without_guesses,
)
from bot.dialogue.reading.on_question import read_date, read_generic
from bot.dialogue.reading.people import (
    CALLED,
    answers_about_partner,
    is_about_nobody,
    of_the_sibling,
    read_applicant,
    read_child,
    read_dating,
    read_lives,
    read_own_name,
    read_partner_name,
    read_relative,
    read_same,
    read_somebody_else,
    read_spouse,
    read_two_people,
    reconcile_children,
    reconcile_owners,
    take_ones_own,
    without_dating,
)
from bot.dialogue.reading.plain import NOTES, in_other_money, read_birthday, read_note, read_plain
from bot.dialogue.reading.possible import hold_possible, reconcile_lists, reconcile_single
from bot.dialogue.reading.studies import (
    of_the_trade,
    read_credential,
    read_eca,
    read_unfinished,
    reconcile_assessments,
    reconcile_undated,
)
from bot.dialogue.reading.taking_back import take_back
from bot.dialogue.reading.work import (
    ask_hours,
    read_job,
    read_noc,
    read_occupation,
    read_parts,
    read_workplace,
    reconcile_parts,
)
from bot.dialogue.told import Told
from bot.facts import MEANT, Fact

TELLING = frozenset({"scores", "work_years"})
"""Facts that tell something even where they answer nothing."""


def read_answers(
    message_facts: Sequence[Fact],
    asked: Question | None,
    told: Told,
    drafts: Mapping[str, Mapping[str, Any]],
    today: date,
    lang: str = "en",
    last: Sequence[str] = (),
    couple: bool = False,
) -> Reading:
    """What the facts of one message answer, given the question on the table, what is known, the paths that
    the ``last`` message answered, and whether a partner was spoken of (``couple``), now or before."""
    reading = Reading(drafts={path: dict(draft) for path, draft in drafts.items()})
    message_facts = without_dating(message_facts, told)
    if any(fact.field == MEANT for fact in message_facts):  # its "no" answers nothing
        message_facts = [fact for fact in message_facts if fact.field not in GENERIC]
    ground = Ground(
        asked,
        told,
        today,
        reading,
        answers_about_partner(message_facts, asked),
        lang,
        last,
        frozenset(fact.field for fact in message_facts if fact.mode == "replace"),
    )
    message_facts = without_guesses(message_facts, reading)
    facts = of_the_trade(of_the_sibling(message_facts, asked), asked)
    for fact in sorted(facts, key=lambda each: each.field == "date"):  # what it dates may be told behind it
        if not couple and is_about_nobody(fact, message_facts, asked, told):
            reading.unused.append(fact)
            continue
        reader = take_back if fact.mode == "take_back" else READERS.get(fact.field, read_plain)
        before = repr(reading) if fact.field in TELLING else ""
        undated = repr(reading) if fact.field == "date" else ""
        reader(fact, ground)
        corrected = fact.field == "work_years" and before != repr(reading)
        if fact.mode == "replace" and fact.field in GENERIC - {"date"} and not corrected:
            read_correction(fact, ground)
        if fact.field == "date" and fact.mode == "replace" and undated == repr(reading):
            read_correction(replace(fact, value={"date": fact.value}), ground)
        if before == repr(reading):
            reading.unused.append(fact)
    reconcile_single(asked, told, reading, today)
    reconcile_children(message_facts, ground)
    take_ones_own(message_facts, ground)
    reconcile_owners(ground)
    reconcile_assessments(message_facts, ground)
    reconcile_undated(ground)
    reconcile_parts(message_facts, ground)
    reconcile_lists(ground)
    reconcile_tests(told, reading)
    reconcile_levels(ground)
    ask_hours(message_facts, ground)
    for path in [path for path, draft in reading.drafts.items() if draft == drafts.get(path)]:
        del reading.drafts[path]
    hold_possible(told, reading, today)
    reading.doubts = [doubt for doubt in reading.doubts if doubt.readings != (told.get(doubt.path),)]
    reconcile_remarks(reading)
    say_the_date(drafts, reading)
    in_other_money(ground)
    if reading.answers or reading.drafts or reading.doubts:
        reading.notes = [note for note in reading.notes if note.id != CALLED]
    return reading


READERS: Mapping[str, Callable[[Fact, Ground], None]] = {
    **dict.fromkeys(NOTES, read_note),
    **dict.fromkeys(GENERIC, read_generic),
    "date": read_date,
    "birthday": read_birthday,
    "child": read_child,
    "correction": read_correction,
    "job_correction": read_job_correction,
    "job_parts": read_parts,
    "credential": read_credential,
    "job": read_job,
    "noc": read_noc,
    "occupation": read_occupation,
    "language_test": read_test,
    "language_levels": read_levels,
    "no_language": read_no_language,
    "no_test": read_no_test,
    "test_to_come": read_no_test,
    "wrong_test": read_wrong_test,
    "spoken_level": read_spoken_level,
    "has_eca": read_eca,
    "unfinished_study": read_unfinished,
    "has_spouse": read_spouse,
    "partner_name": read_partner_name,
    "own_name": read_own_name,
    "child_name": read_own_name,
    "somebody_else": read_somebody_else,
    "lives": read_lives,
    "same": read_same,
    "workplace": read_workplace,
    "dating": read_dating,
    "relative_in_canada": read_relative,
    "applicant": read_applicant,
    "two_people": read_two_people,
}
"""What becomes of a fact, by its field; any other is an answer as it stands."""
