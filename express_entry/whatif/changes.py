"""The single changes that there are: tests, studies, work, and what others decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from express_entry.facts import with_spouse
from express_entry.points import Because
from express_entry.profile import JobOffer, Profile, Spouse
from express_entry.studies import combined, studies
from express_entry.vocabulary import CANADIAN_EDUCATION, EDUCATION, ENGLISH, FRENCH
from express_entry.whatif.edits import Change, Ground, Supposed, change, setting, with_credential
from express_entry.whatif.moves import FACT, NOMINATION, POWER, TIME
from express_entry.whatif.retakes import retakes
from express_entry.work import skilled

MOST_YEARS = 5
"""Years of work are looked ahead as far as this."""


def changes(ground: Ground) -> Iterator[Supposed]:
    """Every single change that could move this profile's score, made and scored."""
    profile = ground.profile
    yield from retakes(ground, "first_language", profile.first_language, _first_language_of(profile))
    yield from retakes(ground, "second_language", profile.second_language, _second_language_of(profile))
    yield from _steps(ground, "education", EDUCATION, profile.education, POWER)
    yield from _assessment(ground)
    yield from _steps(ground, "canadian_education", CANADIAN_EDUCATION, profile.canadian_education, POWER)
    yield from _work(ground, "canadian_work_years", profile.canadian_work_years)
    yield from _work(ground, "foreign_work_years", profile.foreign_work_years)
    if not profile.certificate_of_qualification:
        yield ground.supposed(_simple("certificate", "certificate_of_qualification", True))
    if not profile.provincial_nomination:
        yield ground.supposed(_simple(NOMINATION, "provincial_nomination", True))
    if profile.noc is not None and skilled(profile.noc):
        yield ground.supposed(
            _simple("job_offer", "job_offer", JobOffer(noc=profile.noc, valid_for_program=True))
        )
    couple, deciding = with_spouse(profile)
    if couple:
        spouse = profile.spouse or Spouse()
        language = spouse.language.language if spouse.language else ENGLISH
        yield from retakes(ground, "spouse.language", spouse.language, language)
        yield from _steps(ground, "spouse.education", EDUCATION, spouse.education, POWER)
        yield from _work(ground, "spouse.canadian_work_years", spouse.canadian_work_years)
    if "spouse.accompanying" in deciding:
        yield ground.supposed(_simple("spouse.not_accompanying", "spouse.accompanying", False, FACT))


def _first_language_of(profile: Profile) -> str:
    """The language of the first test; where none was told, the one that the second test is not in."""
    if profile.first_language is not None:
        return profile.first_language.language
    second = profile.second_language
    return FRENCH if second is not None and second.language == ENGLISH else ENGLISH


def _second_language_of(profile: Profile) -> str:
    return ENGLISH if _first_language_of(profile) == FRENCH else FRENCH


def _simple(name: str, path: str, value: Any, kind: str = POWER) -> Change:
    message = f"whatif-{name.replace('.', '-').replace('_', '-')}"
    return change(name, path, setting(path, value), Because(message), kind)


def _steps(ground: Ground, path: str, order: Sequence[str], now: str | None, kind: str) -> Iterator[Supposed]:
    """Each higher credential that gives more than the one below it."""
    before = ground.total
    for level in order[order.index(now) + 1 if now else 1 :]:
        because = Because(f"whatif-{path.replace('.', '-').replace('_', '-')}", {"level": level})
        edit = setting(path, level)
        if path == "education":
            edit = partial(with_credential, level=level, on=ground.on)
        each = ground.supposed(change(f"{path}.{level}", path, edit, because, kind))
        if each.total > before:
            yield each
            before = each.total


def _assessment(ground: Ground) -> Iterator[Supposed]:
    """Credentials assessed that do not count without it: a first time, or again."""
    completed = [
        count
        for count in studies(ground.told, ground.on).credentials
        if count.credential.completed is not False
    ]
    without = [count for count in completed if count.counts is False]
    if not without:
        return
    again = any(count.valid_until is not None for count in without)
    level = combined(count.level for count in completed)
    edit = partial(with_credential, level=level, on=ground.on)
    name, message = ("eca.again", "whatif-eca") if again else ("eca.first", "whatif-eca-first")
    yield ground.supposed(change(name, "education", edit, Because(message), POWER))


def _work(ground: Ground, path: str, now: float | None) -> Iterator[Supposed]:
    """The next number of years that gives more."""
    held = int(now or 0)
    owner, _, name = path.rpartition(".")
    short = "spouse.work" if owner else name.removesuffix("_years")
    for years in range(held + 1, MOST_YEARS + 1):
        message = f"whatif-{path.replace('.', '-').replace('_', '-')}"
        because = Because(message, {"years": years, "more": years - held})
        each = ground.supposed(change(f"{short}.{years}", path, setting(path, years), because, TIME))
        if each.total > ground.total:
            yield each
            return
