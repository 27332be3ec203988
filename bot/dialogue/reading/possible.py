"""What agrees with the rest of the profile, and what its rules do not allow."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.dialogue.questions import Question, bound_by
from bot.dialogue.reading.ground import MARITAL, Ground, Reading, instead
from bot.dialogue.reading.people import reconcile_size
from bot.dialogue.reading.studies import reconcile_diplomas, studied_in_canada
from bot.dialogue.reading.work import reconcile_jobs
from bot.dialogue.state import Doubt
from bot.dialogue.told import CHILDREN, Told, nest
from express_entry.profile import ProfileError, age_on, parse_profile
from express_entry.vocabulary import EDUCATION, PARTNERED

REPLACES = (("birth_date", "age"), ("age", "birth_date"), ("spouse.birth_date", "spouse.age"))
"""Facts that take the place of another one."""


def reconcile_lists(ground: Ground) -> None:
    """A list and the single facts that tell the same are never kept both: what was told last holds."""
    reconcile_jobs(ground)
    reconcile_diplomas(ground)
    reconcile_size(ground)
    instead("family_size", CHILDREN, ground)


def reconcile_single(asked: Question | None, told: Told, reading: Reading, today: date) -> None:
    """Ask where a message and what was told before disagree; draw what follows for certain."""
    answers = reading.answers
    for path in ("birth_date", "spouse.birth_date"):
        age = path.replace("birth_date", "age")
        known = told.get(path) if path not in answers else None
        if known and age in answers and age_on(date.fromisoformat(known), today) == answers[age]:
            del answers[age]
    before, now = told.get("education"), answers.get("education")
    lower = before is not None and now is not None and EDUCATION.index(now) < EDUCATION.index(before)
    if lower and not (asked is not None and asked.fact == "education"):
        del answers["education"]
        answers.pop("education_country_is_canada", None)
        readings = tuple(dict.fromkeys((before, "two_or_more", now)))
        reading.doubts.append(Doubt(path="education", readings=readings))
    studied_in_canada(told, reading)


def hold_possible(told: Told, reading: Reading, today: date) -> None:
    """Leave out what is impossible; where an answer does not fit what is known, ask or leave it out, too."""
    replaced = {old: new for new, old in REPLACES if new in reading.answers and old in told}
    reading.withdrawn |= {old for old in replaced if old not in reading.answers}
    _drop_impossible(told, reading, today)
    reading.withdrawn -= {old for old, new in replaced.items() if new not in reading.answers}
    known = {**told, **reading.answers}
    partner: list[str] = []
    for path in [path for path in known if path in reading.answers]:
        entry = next((entry for entry in bound_by(path) if entry.contradicted(known)), None)
        if entry is None:
            continue
        if MARITAL not in known or known[MARITAL] in entry.when.get(MARITAL, (known[MARITAL],)):
            del reading.answers[path]
            reading.needless.add(path)
        else:
            partner.append(path)
    if partner:
        readings = (known[MARITAL], *PARTNERED)
        doubts = [doubt for doubt in reading.doubts if doubt.path != MARITAL]
        reading.doubts = [*doubts, Doubt(path=MARITAL, readings=readings, against=tuple(partner))]


def _drop_impossible(told: Told, reading: Reading, today: date) -> None:
    """Keep no answer that the profile as a whole refuses."""
    while reading.answers:
        candidate = {path: value for path, value in told.items() if path not in reading.withdrawn}
        try:
            parse_profile(nest({**candidate, **reading.answers}), today, draft=True)
        except ProfileError as error:
            guilty = {path for problem in error.problems for path in _guilty(problem.field, reading.answers)}
            reading.problems.extend(problem.because for problem in error.problems)
            for path in guilty or set(reading.answers):
                del reading.answers[path]
        else:
            return


def _guilty(field_path: str, answers: Iterable[str]) -> list[str]:
    return [path for path in answers if field_path == path or field_path.startswith(f"{path}.")]
