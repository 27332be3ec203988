"""Diplomas, their country and their assessment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.dialogue import diplomas
from bot.dialogue.questions import Question
from bot.dialogue.reading.ground import (
    CERTIFICATE,
    DIGITS,
    ECA_DATE,
    GENERIC,
    HAS_ECA,
    Ground,
    Reading,
    instead,
)
from bot.dialogue.state import Doubt
from bot.dialogue.told import CREDENTIALS, PARTNER, SELF, Told
from bot.facts import Fact
from express_entry.vocabulary import EDUCATION

STUDIED_IN_CANADA = {
    "secondary": "none",
    "one_year": "one_or_two_years",
    "two_year": "one_or_two_years",
    "bachelors_or_three_year": "three_years_or_more",
    "masters_or_professional": "three_years_or_more",
    "doctorate": "three_years_or_more",
}
"""The Canadian credential that a person's highest diploma counts as when it was earned in Canada."""


def of_the_trade(message_facts: Sequence[Fact], asked: Question | None) -> Sequence[Fact]:
    """To the question about a trade certificate a paper from elsewhere ("un CAP français") is a no."""
    papers = [fact for fact in message_facts if fact.field == "credential"]
    if asked is None or asked.fact != CERTIFICATE or not papers or len(papers) > 1:
        return message_facts
    if {fact.field for fact in message_facts} - GENERIC - {"credential", "education_country_is_canada"}:
        return message_facts
    if any(paper.get("in_canada") or paper["level"] not in _OF_A_TRADE for paper in papers[0].readings):
        return message_facts
    return [replace(papers[0], field=CERTIFICATE, value=False, sure=True)]


_OF_A_TRADE = ("less_than_secondary", "secondary", "one_year", "two_year")


def read_unfinished(fact: Fact, ground: Ground) -> None:
    """Study without a diploma is no Canadian credential, where one is asked about; behind a diploma, it is
    that one which was not finished."""
    if ground.asked is not None and ground.asked.fact.endswith("canadian_education"):
        ground.reading.answers[ground.asked.fact] = "none"
        return
    path = next((path for path in ground.last if path in (CREDENTIALS, PARTNER + CREDENTIALS)), None)
    entries = ground.entries(path) if path else []
    if path and entries:
        ground.reading.answers[path] = [*entries[:-1], {**entries[-1], "completed": False}]


def read_eca(fact: Fact, ground: Ground) -> None:
    """No assessment yet, or one of which nobody said when it was made; one with its date stays."""
    answers, prefix = ground.reading.answers, PARTNER if ground.of_partner(fact) else SELF
    if not fact.value:
        answers[ECA_DATE] = None
    elif not (answers.get(prefix + ECA_DATE) or ground.told.get(prefix + ECA_DATE)):
        answers[prefix + HAS_ECA] = True
        ground.reading.withdrawn |= {prefix + ECA_DATE} & ground.told.keys()


def reconcile_undated(ground: Ground) -> None:
    """The date of an assessment, or that there is none, takes the place of one that was told without."""
    reading = ground.reading
    for prefix in (SELF, PARTNER):
        dated = prefix + ECA_DATE in reading.answers and prefix + ECA_DATE not in reading.withdrawn
        if dated or _all_dated(ground.entries(prefix + CREDENTIALS)):
            reading.answers.pop(prefix + HAS_ECA, None)
            reading.withdrawn |= {prefix + HAS_ECA} & ground.told.keys()
            reading.quiet.add(prefix + HAS_ECA)


def _all_dated(entries: Sequence[Mapping[str, Any]]) -> bool:
    """Whether each diploma tells its own assessment."""
    return bool(entries) and all(ECA_DATE in entry for entry in entries)


def read_credential(fact: Fact, ground: Ground) -> None:
    """A diploma joins the list. Of what it may be the lowest level is taken until the person says which."""
    prefix, reading = (PARTNER if ground.of_partner(fact) else SELF), ground.reading
    path = prefix + CREDENTIALS
    before = ground.before(path) or diplomas.of_single(ground.told, prefix)
    known = list(reading.answers.get(path, before))
    readings = sorted(fact.readings, key=lambda diploma: EDUCATION.index(diploma["level"]))
    if fact.of_either and prefix == SELF and fact.mode == "tell":
        put_off(path, readings[0], ground)
        return
    now = diplomas.retold(known, readings[0], fact.mode, len(before))
    if fact.mode == "tell" and known == before and diplomas.at_odds(before, now):
        reading.doubts.append(Doubt(path=path, readings=(now, now[len(before) :])))
        return
    if prefix == PARTNER and fact.named and not fact.sure and len(readings) == 1 and not known:
        reading.doubts.append(Doubt(path=path, readings=(now,)))  # of which of the two? See reconcile_owners.
        return
    reading.answers[path] = now
    levels = tuple(diploma["level"] for diploma in fact.readings)
    if len(levels) > 1 and len(now) > len(known):
        reading.doubts.append(Doubt(path=f"{path}.{len(now) - 1}.level", readings=levels))


def put_off(path: str, entry: Mapping[str, Any], ground: Ground) -> None:
    """Leave open whose a diploma or a job is, until the whole message was read. See reconcile_owners."""
    doubts = ground.reading.doubts
    open_now = next((doubt for doubt in doubts if doubt.path == path and len(doubt.readings) == 1), None)
    entries = [*(open_now.readings[0] if open_now else ()), dict(entry)]
    if open_now:
        doubts.remove(open_now)
    doubts.append(Doubt(path=path, readings=(entries,)))


def reconcile_assessments(message_facts: Sequence[Fact], ground: Ground) -> None:
    """ "WES says bachelor's, the MBA never went to WES": no assessment of the diploma named beside it."""
    answers = ground.reading.answers
    papers = [fact for fact in message_facts if fact.field == "credential" and not ground.of_partner(fact)]
    none = [fact for fact in message_facts if fact.field == "has_eca" and fact.value is False]
    if not papers or not none or answers.get(ECA_DATE, ground) is not None:
        return
    named = [paper for paper in papers if paper.end <= none[-1].start] or papers
    date = next((fact.value for fact in message_facts if fact.field == ECA_DATE and fact.sure), None)
    done = any(fact.field == "has_eca" and fact.value for fact in message_facts)
    assessed = bool(date or done or ground.told.get(ECA_DATE))
    now = diplomas.unassessed(ground.entries(CREDENTIALS), named[-1].readings[0], assessed)
    if now is not None:
        answers[CREDENTIALS] = now
        del answers[ECA_DATE]
        answers |= {ECA_DATE: date} if date else {}


def reconcile_diplomas(ground: Ground) -> None:
    """The country that is told alone is that of the diplomas; a level that is told alone replaces them."""
    told, reading = ground.told, ground.reading
    for prefix in (SELF, PARTNER):
        path, country = prefix + CREDENTIALS, prefix + "education_country_is_canada"
        entries = ground.entries(path)
        if entries and country in reading.answers and prefix + "education" not in reading.answers:
            every = country in ground.of_all
            reading.answers[path] = diplomas.placed(entries, bool(reading.answers.pop(country)), every)
        elif path in reading.answers and country in told and prefix + "education" not in told:
            reading.answers[path] = diplomas.placed(entries, told[country])  # "it's from Canada", said first
        if entries == [] and path in reading.answers:
            del reading.answers[path]
            reading.withdrawn |= {path} & told.keys()
        for name in diplomas.SINGLE:
            instead(prefix + name, path, ground)


def studied_in_canada(told: Told, reading: Reading) -> None:
    """The highest diploma, where it is from Canada, is a Canadian one, too."""
    answers, now = reading.answers, {**told, **reading.answers}
    fresh = not answers.keys().isdisjoint(("education", "education_country_is_canada"))
    if fresh and now.get("education_country_is_canada") and now.get("education") in STUDIED_IN_CANADA:
        answers.setdefault("canadian_education", STUDIED_IN_CANADA[now["education"]])


def take_length_of_study(fact: Fact, ground: Ground) -> bool:
    """ "4 years", said by itself right behind a diploma, is taken as how long it took; whether it was."""
    path = ground.last[0] if len(ground.last) == 1 else ""
    asked = ground.asked is not None and ground.asked.fact != "age"
    if path not in (CREDENTIALS, PARTNER + CREDENTIALS) or asked or fact.value not in DIGITS:
        return False
    entries = ground.entries(path)
    ground.reading.answers[path] = [*entries[:-1], {**entries[-1], "years": fact.value}]
    return True
