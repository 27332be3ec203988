"""The personal checklist: which documents a candidate needs, when, and why.

The documents and their conditions are data (``data/documents/checklist.yml``); a condition names facts that
are worked out here. What was not told is not known: such a document is needed "perhaps".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from express_entry.categories import categories
from express_entry.circumstances import QUESTIONS, ChildCount, Circumstances, family_of
from express_entry.costs import funds
from express_entry.crs import settled
from express_entry.days import When
from express_entry.language import levels
from express_entry.parameters import parameters
from express_entry.points import Because, Source
from express_entry.profile import Profile, told
from express_entry.programs.requirements import all_of, check_day
from express_entry.rulefiles import DERIVED, REPORTED, Node, compose, read_source
from express_entry.studies import assessed_until
from express_entry.vocabulary import Known

CHECKLIST = Path(__file__).parents[1] / "data" / "documents" / "checklist.yml"
STAGES = ("profile", "application", "after", "landing")
"""Before the profile, after the invitation, once the application is in, and at the end."""
LETTER = (
    "letterhead",
    "contact",
    "name",
    "signature",
    "positions",
    "duties",
    "dates",
    "hours",
    "salary",
)
"""What a reference letter must contain, in reading order."""

Conditions = tuple[tuple[tuple[str, bool], ...], ...]
"""All of these must hold; each holds where one of its facts has the value that stands beside it."""


@dataclass(frozen=True)
class Takes:
    """Weeks that something usually takes, and how that is known."""

    least: int
    most: int
    certainty: str | None


@dataclass(frozen=True)
class Entry:
    """A document of the checklist, as the file has it."""

    id: str
    stage: str
    when: Conditions
    since: date | None
    start: int | None
    takes: Takes | None
    certainty: str | None
    source: Source


@dataclass(frozen=True)
class Document:
    """A document that a candidate needs.

    Attributes:
        id: such as ``police_certificates``.
        stage: one of :data:`STAGES`.
        needed: True, or None where facts that were not told decide it.
        because: the facts of the candidate that make it needed; none where everyone needs it.
        missing: the facts that were not told and would decide it.
        start: its place among what to begin first; None for the others.
        takes: how long it usually takes.
        valid_until: the day on which it stops counting, or its month, for one that the candidate has told of.
        certainty: how it is known, where not from the law or an official page.
        source: where it is written.
    """

    id: str
    stage: str
    needed: Known
    because: tuple[Because, ...]
    missing: tuple[str, ...]
    start: int | None
    takes: Takes | None
    valid_until: When | None
    certainty: str | None
    source: Source


@dataclass(frozen=True)
class Checklist:
    """A candidate's documents, in the order of the stages."""

    on: date
    documents: tuple[Document, ...]

    def of(self, stage: str) -> tuple[Document, ...]:
        """Those of a stage that are needed."""
        return tuple(each for each in self.documents if each.stage == stage and each.needed)

    @property
    def needed(self) -> tuple[Document, ...]:
        """Those that are needed for certain."""
        return tuple(each for each in self.documents if each.needed)

    @property
    def first(self) -> tuple[Document, ...]:
        """What to start first, in that order."""
        return tuple(sorted((each for each in self.needed if each.start), key=lambda each: each.start or 0))

    @property
    def perhaps(self) -> tuple[Document, ...]:
        """Those that facts which were not told would decide."""
        return tuple(each for each in self.documents if each.needed is None)


def checklist(profile: Profile, on: date, around: Circumstances | None = None) -> Checklist:
    """The documents that the candidate of a profile needs, by the rules of the day ``on``.

    Raises:
        DayBeforePrograms: the rules of that day are not known.
    """
    check_day(on)
    profile = settled(profile, on)
    known = facts(profile, on, around or Circumstances())
    found = []
    for entry in entries():
        needed = holds(entry.when, known)
        if needed is False or (entry.since is not None and on < entry.since):
            continue
        named = [fact for condition in entry.when for fact, _ in condition]
        missing = tuple(fact for fact in named if known[fact] is None) if needed is None else ()
        because = tuple(Because("document-because", {"fact": fact}) for fact in named if known[fact])
        found.append(
            Document(
                entry.id,
                entry.stage,
                needed,
                because,
                missing,
                entry.start,
                entry.takes,
                _valid_until(entry.id, profile, on),
                entry.certainty,
                entry.source,
            )
        )
    return Checklist(on, tuple(found))


def _valid_until(name: str, profile: Profile, on: date) -> When | None:
    spouse = profile.spouse
    tests = {
        "language_test": profile.first_language,
        "language_report": profile.first_language,
        "second_language_test": profile.second_language,
        "partner_language_test": spouse.language if spouse else None,
    }
    test = tests.get(name)
    if test is not None:
        return levels(test, on).valid_until
    if name in ("eca", "eca_report"):
        return next(iter(assessed_until(profile, on)), None)
    return None


# Facts and conditions

FACTS = (
    "partner",
    "partner_comes",
    "married",
    "common_law",
    "separated",
    "divorced",
    "widowed",
    "children",
    "older_child",
    "foreign_education",
    "canadian_study",
    "second_language",
    "work",
    "canadian_work",
    "self_employed",
    "nomination",
    "job_offer",
    "certificate",
    "sibling",
    "funds",
    "lived_abroad",
    "physician",
    *QUESTIONS,
)
"""What a condition may name."""


def facts(profile: Profile, on: date, around: Circumstances) -> Mapping[str, Known]:
    """What is known of a candidate, by the names of :data:`FACTS`."""
    family = family_of(profile, on, around)
    status = profile.marital_status
    limit = parameters().figure("child_age", on)
    here, anywhere = _works(profile)
    return {
        "partner": family.partner,
        "partner_comes": family.partner_comes,
        **{name: None if status is None else status == name for name in _STATUSES},
        "children": None if family.children is None else family.children > 0,
        "older_child": _any(_older(count, limit, on) for count in family.told),
        "foreign_education": _foreign_education(profile),
        "canadian_study": _canadian_study(profile),
        "second_language": profile.second_language is not None,
        "work": anywhere,
        "canadian_work": here,
        "self_employed": any(job.self_employed for job in profile.jobs or ()),
        "nomination": bool(profile.provincial_nomination),
        "job_offer": profile.job_offer is not None,
        "certificate": bool(profile.certificate_of_qualification),
        "sibling": bool(profile.sibling_in_canada),
        "funds": _any(need.needed for need in funds(profile, family, on)),
        "lived_abroad": around.countries is None or len(around.countries) > 0,
        "physician": any(each.id == "physicians" and each.eligible for each in categories(profile, on)),
        **{name: getattr(around, name) for name in QUESTIONS},
    }


def _older(count: ChildCount, age: int, on: date) -> Known:
    """Whether a child is dependent though it is of age; of one who is, a profile does not tell why."""
    ages = count.ages(on)
    return (True if count.counts else None) if ages is not None and ages[0] >= age else False


_STATUSES = ("married", "common_law", "separated", "divorced", "widowed")


def _any(values: Iterable[Known]) -> Known:
    found = tuple(values)
    return True if True in found else None if None in found else False


def _works(profile: Profile) -> tuple[Known, Known]:
    """Whether there is work in Canada, and anywhere."""
    if profile.jobs is not None:
        return any(job.in_canada for job in profile.jobs), bool(profile.jobs)
    years = profile.canadian_work_years, profile.foreign_work_years
    here = None if years[0] is None else years[0] > 0
    abroad = None if years[1] is None else years[1] > 0
    return here, _any((here, abroad))


def _foreign_education(profile: Profile) -> Known:
    if profile.credentials:
        places = [credential.in_canada for credential in profile.credentials]
        return _any(None if here is None else not here for here in places)
    if profile.education == "less_than_secondary":
        return False
    if told(profile, "education_country_is_canada"):
        return not profile.education_country_is_canada
    return True if profile.canadian_education == "none" or profile.eca_date is not None else None


def _canadian_study(profile: Profile) -> Known:
    if profile.credentials:
        return _any(credential.in_canada for credential in profile.credentials)
    if profile.education_country_is_canada:
        return True
    return None if profile.canadian_education is None else profile.canadian_education != "none"


def holds(when: Conditions, known: Mapping[str, Known]) -> Known:
    """Whether all conditions hold."""
    return all_of(_any(_is(known[fact], wanted) for fact, wanted in condition) for condition in when)


def _is(value: Known, wanted: bool) -> Known:
    return None if value is None else value is wanted


# The file


@lru_cache(maxsize=1)
def entries() -> tuple[Entry, ...]:
    """The documents of the checklist, read once and strictly.

    Raises:
        RuleFileError: the file cannot be taken as it stands; the message names the line.
    """
    return load(CHECKLIST)


def load(path: Path) -> tuple[Entry, ...]:
    """The documents of a file in the form of ``data/documents/checklist.yml``."""
    root = compose(path).fields(("sources", "documents"))
    sources = {key.text(): read_source(value) for key, value in root["sources"].items()}
    found: dict[str, Entry] = {}
    for node in root["documents"].entries():
        entry = _entry(node, sources)
        if entry.id in found:
            node.error(f"{entry.id} stands here twice")
        found[entry.id] = entry
    return tuple(found.values())


def _entry(node: Node, sources: Mapping[str, Source]) -> Entry:
    fields = node.fields(("id", "stage", "source"), ("when", "from", "start", "takes", "certainty"))
    return Entry(
        id=fields["id"].text(),
        stage=fields["stage"].one_of(STAGES),
        when=read_conditions(fields["when"]) if "when" in fields else (),
        since=fields["from"].day() if "from" in fields else None,
        start=fields["start"].whole() if "start" in fields else None,
        takes=_takes(fields["takes"]) if "takes" in fields else None,
        certainty=read_certainty(fields),
        source=sources[fields["source"].one_of(sources)],
    )


def _takes(node: Node) -> Takes:
    fields = node.fields(("least", "most"), ("certainty",))
    return Takes(fields["least"].whole(), fields["most"].whole(), read_certainty(fields))


def read_certainty(fields: Mapping[str, Node]) -> str | None:
    """How something is known; None for the law or an official page."""
    return fields["certainty"].one_of((REPORTED, DERIVED)) if "certainty" in fields else None


def read_conditions(node: Node) -> Conditions:
    """Conditions: each "a", "not a" or "a or b", over :data:`FACTS`."""
    return tuple(
        tuple(_alternative(entry, part) for part in entry.text().split(" or ")) for entry in node.entries()
    )


def _alternative(node: Node, text: str) -> tuple[str, bool]:
    name = text.removeprefix("not ")
    if name not in FACTS:
        node.error(f"there is no fact {name!r}; allowed are {', '.join(FACTS)}")
    return name, name == text
