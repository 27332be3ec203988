"""What a message tells about a person: ages, scores, degrees, years of work, as typed facts.

Deterministic: word lists (``data/nlu/lexicon``) and patterns over them, no trained model. Precision comes
first: what is hypothetical, asked, planned or about somebody else is no fact; what is ambiguous is not sure.

Facts and their values (``{"readings": [...]}`` where several may be meant):

* ``age``, ``birth_date``, ``marital_status``, ``family_size``, ``intends_quebec``, ``education``,
  ``education_country_is_canada``, ``canadian_education``, ``eca_date``, ``canadian_work_years``,
  ``foreign_work_years``, ``noc``, ``certificate_of_qualification``, ``provincial_nomination``,
  ``sibling_in_canada``, ``settlement_funds_cad``: as in the profile; ``job_offer``: ``{}`` or None;
* ``birthday``: the ``age`` on a birthday to come, and its ``date``;
* ``has_spouse``: True where somebody speaks of a wife or husband of their own and tells no marital status;
* ``partner_name``, ``own_name``, ``child_name``: first names of the partner, the applicant, a child;
  ``two_people`` has both of the former where nobody said who is who;
* ``workplace``: whether the place where somebody works is in ``canada``;
* ``dating``: True where a girlfriend or boyfriend is spoken of;
* ``applicant``: who writes for somebody else (``writer``, ``applicant`` and ``name``, as in ``People``);
* ``accompanying``, ``citizen_or_permanent_resident`` (partner), ``has_eca``: bool;
* ``relative_in_canada``: "grid" of one whom the 67-point grid counts, True of any other, False of none;
* ``language_test``: what was told of one test: ``test``, scores by ability, ``date``, ``scale``;
* ``scores``: four numbers without names, in the order listening, reading, writing, speaking;
* ``overall_band``: a number; ``language_levels``: framework and level; ``wrong_test``: its name;
* ``no_language``: ``{"language": "en" or "fr"}``; ``no_test``: likewise, None where no language was named;
* ``test_to_come``: a test without results so far, planned or awaited: ``language``, ``test`` and ``date`` as
  far as they are told, or ``asked``, where it is one only as the answer to which test was taken;
* ``spoken_level``: how well a ``language`` is spoken, in words; ``asked`` likewise;
* ``work_years``: a length of work, the place untold; ``occupation``: a job title in the person's words;
* of mode ``take_back``: what no longer holds, by what it is about (``age``, ``work``, ``education``,
  ``children``, ``language_test`` with its name or language …), or the entry of a list that goes;
* ``correction``: ``numbers``, ``canada``, ``date``, ``whose`` or ``no_title``, said to put right what was
  told last, or the ``thing``, ``test`` or ``month`` that it names;
* ``job_correction``: of a job told before what it is ``now`` or that it is ``gone``, and the title that it
  ``was`` told with or ``which`` one it is;
* ``job_parts``: the parts of work told before, years with their place, which may add up to a ``total``;
* with ``lists``: ``job``, ``credential``, ``child``: what was told of one, an entry of that list (``child``
  is None where there are no children);
* ``funds_other_currency``: amount and currency as text;
* ``no_such_day``: a date with a day that does not exist, as it was written;
* ``same``: True where a message only says that the partner has, too, what was told before it;
* ``another_person``: True where a message begins to tell of somebody else than before;
* ``expired``: "language_test" or "eca", told to be no longer valid;
* ``unfinished_study``: True where an answer tells of study without a diploma and of nothing else;
* ``nationality``: True where a message tells that of another country and nothing else;
* ``place``: ``{"canada": bool}``, a message that is hardly more than a place; ``lives``: whether somebody who
  tells nothing else lives in Canada now;
* ``yes_no``, ``number``, ``date``, ``dont_know``: answers to the question on the table; ``date_to_come``:
  a bare date after today, as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from bot.facts import NOBODY, Fact, People
from bot.nlu.facts import (
    birthdays,
    correcting,
    correcting_jobs,
    credentials,
    family,
    generic,
    jobs,
    language_tests,
    modes,
    no_tests,
    occupation,
    person,
    same,
    splitting,
    spoken_levels,
    studies,
    taking_back,
    tests_to_come,
    ties,
    work,
)
from bot.nlu.facts.hearing import Hearing, hear

__all__ = ["Fact", "read"]

_DOCUMENT = re.compile(r"\s*(/\w+)?\{")
"""The payload of a button, or a document in JSON: what they say is not told in words."""

_READERS = (
    person.read_age,
    birthdays.read_birthday,
    person.read_another_person,
    person.read_no_such_day,
    person.read_marital_status,
    person.read_introduced,
    person.read_dating,
    family.read_family_size,
    person.read_residence,
    studies.read_education,
    studies.read_place_of_study,
    studies.read_assessment,
    language_tests.read_tests,
    no_tests.read_no_language,
    no_tests.read_expired,
    tests_to_come.read_tests_to_come,
    spoken_levels.read_spoken_levels,
    work.read_work,
    occupation.read_occupation,
    occupation.read_noc,
    ties.read_ties,
    ties.read_relatives,
    ties.read_workplace,
    ties.read_partner,
    ties.read_funds,
)


class _List(NamedTuple):
    """What reads the entries of a list, and what tells which words they have taken."""

    facts: Callable[[Hearing], Iterable[Fact]]
    taken: Callable[[Hearing], frozenset[int]]


_LISTS = {
    "jobs": _List(jobs.read_jobs, jobs.taken),
    "credentials": _List(credentials.read_credentials, credentials.taken),
    "dependent_children": _List(family.read_children, family.taken),
}


def read(
    text: str,
    lang: str,
    today: date,
    supposed: bool = False,
    lists: Container[str] = (),
    people: People = NOBODY,
) -> tuple[Fact, ...]:
    """The facts that ``text`` tells, in the order in which they stand in it; never an exception.

    ``lang`` is "en" or "fr"; a message in the other of the two is read in its own language. The payload of a
    button (``/choose{"question": …}``) and a document in JSON tell nothing in words. With
    ``supposed`` a what-if is read as if it were so ("what if I get 8 in listening?"): nothing to store.
    ``lists`` are the profile's lists that the caller keeps (jobs, credentials, dependent_children): what
    belongs there is told as an entry of it, and no longer as years, an occupation or a level. ``people`` are
    those of whom earlier messages told who they are.
    """
    if _DOCUMENT.match(text):
        return ()
    hearing = hear(text, lang, today, supposed, people)
    corrected = correcting_jobs.read_job_correction(hearing) if "jobs" in lists and not supposed else None
    if corrected is not None:
        return (corrected,)
    if wrong := correcting.struck(hearing):
        rest = hear(correcting.without(hearing, wrong), hearing.lang, today, supposed, people)
        hearing = replace(rest, wrong=correcting.told_wrong(hearing, wrong))
    found: list[Fact] = []
    for name, reader in _LISTS.items():
        if name in lists:
            found += reader.facts(hearing)
            hearing = replace(hearing, taken=hearing.taken | reader.taken(hearing))
    found += (fact for reader in _READERS for fact in reader(hearing))
    titles = {
        (fact.person, fact.value["title"]) for fact in found if fact.field == "job" and "title" in fact.value
    }
    found = [fact for fact in found if fact.field != "occupation" or (fact.person, fact.value) not in titles]
    found.sort(key=lambda fact: (fact.end, fact.start))
    found += same.read_same(hearing, found)
    found += generic.read_generic(hearing, found)
    found += jobs.read_home(hearing) if all(fact.field == "place" for fact in found) else ()
    found += person.read_nationality(hearing) if all(fact.field == "place" for fact in found) else ()
    corrections = list(correcting.read_correction(hearing, found))
    for put_right in corrections:
        found = [fact for fact in found if not correcting.says_it(put_right, fact)]
    if parts := list(splitting.read_split(hearing)):
        corrections, found = parts, [fact for fact in found if fact.field not in splitting.REPLACED]
    found = modes.with_modes(hearing, [*found, *corrections])
    for taking in taking_back.takings_back(hearing):
        found = [fact for fact in found if not taking.holds(hearing, fact)]
        found += taking_back.read_taking_back(
            hearing, taking, lambda told: read(told, lang, today, supposed=True, lists=lists, people=people)
        )
    for taking, gone in taking_back.read_was_study(hearing) if lists and not supposed else ():
        found = [*(fact for fact in found if not taking.holds(hearing, fact)), gone]
    return tuple(sorted(found, key=lambda fact: (fact.start, fact.end)))
