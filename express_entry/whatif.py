"""What would change the score: single changes, the best pairs, ways to a given score, age, and who applies.

These are consequences of the published rules for facts that are supposed to be true, on the same day and with
everything else as it is. Nothing here advises, and nothing false is ever supposed: a partner who comes to
Canada is not scored as staying, nor a relative as being there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from itertools import combinations, product
from typing import Any, NamedTuple

from express_entry.crs import Breakdown, limited, points_by_row, score, score_facts, settled, sheet_of
from express_entry.days import When, age_on, first_day, lies_before, years_later
from express_entry.facts import Fact, Facts, canadian_years, foreign_years, with_spouse
from express_entry.language import TESTS, levels, read_scale, score_for
from express_entry.parameters import HIGHEST_LEVEL, LOWEST_LEVEL, parameters
from express_entry.points import Argument, Because
from express_entry.profile import JobOffer, LanguageTest, Profile, Spouse, told
from express_entry.studies import combined, studies
from express_entry.vocabulary import ABILITIES, CANADIAN_EDUCATION, EDUCATION
from express_entry.work import skilled

POWER, TIME, FACT = "power", "time", "fact"
"""Kinds of changes: what a person can bring about; what also takes years to pass; what is only a matter of
telling what is true."""

MOST_YEARS = 5
"""Years of work are looked ahead as far as this."""
OLDEST_THAT_COUNTS = 60
BEST_PAIRS = 20
MOST_CHANGES = 3
"""How many changes a way to a score combines at most."""

WORK_YEARS = ("canadian_work_years", "foreign_work_years")
TEST_OF = {"en": "celpip_g", "fr": "tcf_canada"}
"""The test in which levels are supposed for someone who has none in that language."""

NOMINATION = "nomination"
EFFORT: Mapping[str, int] = {
    "spouse.not_accompanying": 0,
    "eca": 1,
    "first_language": 2,
    "spouse.language": 3,
    "second_language": 4,
    "foreign_work": 5,
    "canadian_work": 5,
    "certificate": 6,
    "spouse.work": 6,
    "spouse.education": 7,
    "education": 8,
    "canadian_education": 8,
    "job_offer": 9,
    NOMINATION: 10,
}
"""The order in which ways to a score are looked through: papers and tests, then work, then studies, then what
others decide. An order, not a measure."""

Edit = Callable[[Profile], Profile]


@dataclass(frozen=True)
class Change:
    """Something supposed.

    Attributes:
        id: such as ``first_language.listening.9``.
        kind: :data:`POWER`, :data:`TIME` or :data:`FACT`.
        because: the change as a message.
        path: the field of the profile that it changes.
        slots: what it sets; changes that share one exclude each other.
        affects: the facts that it changes.
        edit: makes it true of a profile.
        effort: its place in :data:`EFFORT`.
    """

    id: str
    kind: str
    because: Because
    path: str
    slots: frozenset[str]
    affects: tuple[str, ...]
    edit: Edit
    effort: int


@dataclass(frozen=True)
class Move:
    """A change, or several together, and what it gives.

    Attributes:
        ids: the changes; one, unless several are combined.
        kind: :data:`TIME` where one of them takes years.
        changes: the changes as messages.
        total: the score with them.
        gain: how much more that is.
        because: the lines that change, each with points before and after.
        effort: the sum of the changes' places in :data:`EFFORT`.
    """

    ids: tuple[str, ...]
    kind: str
    changes: tuple[Because, ...]
    total: int
    gain: int
    because: tuple[Because, ...]
    effort: int

    @property
    def id(self) -> str:
        """The ids as one."""
        return "+".join(self.ids)


@dataclass(frozen=True)
class Drop:
    """A day from which the score is lower.

    Attributes:
        date: the day; None where only the age in years was told.
        age: the age on that day.
        total: the score then, with everything else as it is.
        loss: how much less than before.
    """

    date: date | None
    age: int
    total: int
    loss: int


@dataclass(frozen=True)
class Expiry:
    """The day, or its month, on which a test or an assessment (ECA) stops counting, and the score then."""

    what: str
    date: When
    total: int
    loss: int


@dataclass(frozen=True)
class Principal:
    """A couple, scored with each of the two as the principal applicant."""

    candidate: Breakdown
    partner: Breakdown


@dataclass(frozen=True)
class WhatIf:
    """Everything that would change a score.

    Attributes:
        base: the score as it is.
        moves: single changes that raise it, the most first.
        pairs: the best pairs of changes that raise it more than either alone, the most first.
        compared: how many such pairs there are.
        age_drops: what age will take.
        expiries: what stops counting unless it is renewed.
        principal: a couple both ways round; None for others.
    """

    base: Breakdown
    moves: tuple[Move, ...]
    pairs: tuple[Move, ...]
    compared: int
    age_drops: tuple[Drop, ...]
    expiries: tuple[Expiry, ...]
    principal: Principal | None


@dataclass(frozen=True)
class Supposition:
    """A score before and after something supposed, and the lines that differ."""

    before: Breakdown
    after: Breakdown
    because: tuple[Because, ...]

    @property
    def gain(self) -> int:
        """How much more the score would be; negative for less."""
        return self.after.total - self.before.total


def what_if(profile: Profile, on: date) -> WhatIf:
    """Everything that would change the score of a profile on the day ``on``.

    Raises:
        DayBeforeExpressEntry: there were no rules on that day.
        ProfileError: the date of birth gives no possible age on that day.
    """
    supposing = _Supposing(profile, on)
    pairs, compared = supposing.pairs()
    return WhatIf(
        base=supposing.base,
        moves=supposing.moves(),
        pairs=pairs,
        compared=compared,
        age_drops=supposing.age_drops(),
        expiries=supposing.expiries(),
        principal=supposing.principal(),
    )


def ways_to(profile: Profile, on: date, target: int, at_most: int = 3) -> tuple[Move, ...]:
    """The ways to a score of at least ``target``: with the fewest changes, and among these in the order of
    :data:`EFFORT`. A nomination, which a province decides, is named only where nothing else reaches it; none
    where that does not either, or the score is there already."""
    return _Supposing(profile, on).ways_to(target, at_most)


def suppose(profile: Profile, supposed: Profile, on: date) -> Supposition:
    """The scores of a profile as it is and as it is supposed."""
    before, after = score(profile, on), score(supposed, on)
    lines = ({line.id: line.points for line in breakdown.lines} for breakdown in (before, after))
    return Supposition(before, after, _differing(*lines))


def merged(document: Mapping[str, Any], fragment: Mapping[str, Any]) -> dict[str, Any]:
    """A profile document with what is supposed; keys may be paths such as ``spouse.education``.

    Parts of a test are put into the one that is there; another test takes its place.
    """
    found = dict(document)
    for path, value in fragment.items():
        name, _, rest = path.partition(".")
        now = found.get(name)
        inner = {rest: value} if rest else value
        if not isinstance(inner, Mapping):
            found[name] = inner
            continue
        another = isinstance(now, Mapping) and inner.get("test", now.get("test")) != now.get("test")
        found[name] = merged(now if isinstance(now, Mapping) and not another else {}, inner)
    return found


def age_drops(profile: Profile, on: date) -> tuple[Drop, ...]:
    """The birthdays from which age takes points, with everything else and the rules as they are."""
    return _Supposing(profile, on).age_drops()


def expiries(profile: Profile, on: date) -> tuple[Expiry, ...]:
    """Tests and the assessment (ECA) that count today, the day on which each stops, and the score then."""
    return _Supposing(profile, on).expiries()


def principal(profile: Profile, on: date) -> Principal | None:
    """A couple scored with each of the two as the principal applicant.

    None where there is no partner who could be: one who does not come, or is a citizen or permanent resident.
    """
    return _Supposing(profile, on).principal()


def swapped(profile: Profile, on: date) -> Profile:
    """The profile of the accompanying partner as the principal applicant.

    What is the candidate's own (nomination, certificate, offer) does not go over, and what only a principal
    applicant tells is not told.
    """
    profile = settled(profile, on)
    spouse = profile.spouse or Spouse()
    mine: dict[str, Any] = {
        "age": spouse.age,
        "birth_date": spouse.birth_date,
        "marital_status": profile.marital_status,
        "family_size": profile.family_size,
        "intends_quebec": profile.intends_quebec,
        "education": spouse.education,
        "canadian_education": spouse.canadian_education,
        "first_language": spouse.language,
        **_history(spouse),
        "sibling_in_canada": profile.sibling_in_canada,
        "settlement_funds_cad": profile.settlement_funds_cad,
    }
    theirs: dict[str, Any] = {
        "accompanying": spouse.accompanying,
        "citizen_or_permanent_resident": spouse.citizen_or_permanent_resident,
        "age": profile.age,
        "birth_date": profile.birth_date,
        "education": profile.education,
        "canadian_education": profile.canadian_education,
        "language": profile.first_language,
        **_history(profile),
    }
    mine, theirs = _told(mine), _told(theirs)
    for person, values in ((spouse, mine), (profile, theirs)):
        if person.eca_date is None and told(person, "eca_date"):
            values["eca_date"] = None
    return Profile(**mine, spouse=Spouse(**theirs))


def _history(person: Profile | Spouse) -> dict[str, Any]:
    """What goes over with a person as it was told."""
    names = ("canadian_work_years", "foreign_work_years", "noc", "jobs", "credentials", "eca_date")
    return {name: getattr(person, name) for name in names}


def _in_single_fields(profile: Profile, on: date) -> Profile:
    """A profile with what jobs and credentials come to in its single fields, so that these can be changed."""
    values = _singles(profile, on)
    if "education" in values:
        values["education_country_is_canada"] = True
    if profile.spouse is not None and (theirs := _singles(profile.spouse, on)):
        values["spouse"] = profile.spouse.copy(update=theirs)
    return profile.copy(update=values) if values else profile


def _singles(person: Profile | Spouse, on: date) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if person.jobs is not None:
        values |= {
            "jobs": None,
            "canadian_work_years": canadian_years(person, on),
            "foreign_work_years": foreign_years(person, on),
        }
    if person.credentials:
        found = studies(person, on)
        values |= {"credentials": None, "education": found.level, "canadian_education": found.canadian}
        if isinstance(person, Spouse):
            values["eca_date"] = on
    return values


def _told(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


FRENCH_AND_ENGLISH = ("english_lowest", "french_lowest")
AFFECTS: Mapping[str, tuple[str, ...]] = {
    "first_language": ("first_language", "first_language_lowest", *FRENCH_AND_ENGLISH),
    "second_language": ("second_language", "second_language_lowest", *FRENCH_AND_ENGLISH),
    "spouse.language": ("spouse_language", "spouse_language_lowest"),
    "education": ("education",),
    "canadian_education": ("canadian_education",),
    "canadian_work_years": ("canadian_work_years",),
    "foreign_work_years": ("foreign_work_years",),
    "certificate_of_qualification": ("certificate_of_qualification",),
    "provincial_nomination": ("provincial_nomination",),
    "job_offer": ("job_offer", "job_offer_noc"),
    "spouse.education": ("spouse_education",),
    "spouse.canadian_work_years": ("spouse_canadian_work_years",),
    "spouse.accompanying": (),
}
"""The facts that are worked out from each field of the profile."""


def _set(profile: Profile, **values: Any) -> Profile:
    return profile.copy(update=values)


def _set_spouse(profile: Profile, **values: Any) -> Profile:
    return profile.copy(update={"spouse": (profile.spouse or Spouse()).copy(update=values)})


def _setting(path: str, value: Any) -> Edit:
    """The edit that sets the field at ``path``."""
    owner, _, name = path.rpartition(".")
    return partial(_set_spouse if owner else _set, **{name: value})


def _differing(old: Mapping[str, int], new: Mapping[str, int]) -> tuple[Because, ...]:
    """The lines whose points differ."""
    return tuple(
        Because("whatif-line", {"line": name, "from": old.get(name, 0), "to": new.get(name, 0)})
        for name in dict.fromkeys((*old, *new))
        if old.get(name, 0) != new.get(name, 0)
    )


class _Supposed(NamedTuple):
    """A change made to the profile: the profile, the facts that it changes, the points of the rows that look
    at these, by the rows' places, and the score."""

    change: Change
    profile: Profile
    facts: Mapping[str, Fact]
    points: Mapping[int, int]
    total: int


class _Supposing:
    """A profile, its facts worked out once, and the changes that raise its score."""

    def __init__(self, profile: Profile, on: date) -> None:
        self.on = on
        self.told = profile = settled(profile, on)
        self._facts = Facts(profile, on)
        self.base = score_facts(self._facts)
        self.profile = _in_single_fields(profile, on)
        self._sheet = sheet_of(profile, on)
        self._points = points_by_row(self._facts, self._sheet)
        self._lines = {line.id: line.points for line in self.base.lines}

    def facts(self, profile: Profile, affects: Iterable[str]) -> Facts:
        """The facts of a changed profile; only those that the change affects are worked out anew."""
        facts = Facts(profile, self.on)
        facts.update(self._facts)
        for name in affects:
            facts.pop(name, None)
        return facts

    def total_of(self, edit: Edit, affects: Iterable[str]) -> int:
        """The score once an edit is made."""
        facts = self.facts(edit(self.profile), affects)
        sheet = sheet_of(facts.profile, self.on)
        return sum(limited(points_by_row(facts, sheet), sheet))

    @cached_property
    def changes(self) -> tuple[_Supposed, ...]:
        """The single changes that raise the score."""
        return tuple(each for each in _changes(self) if each.total > self.base.total)

    def supposed(self, change: Change) -> _Supposed:
        """A change, made and scored."""
        facts = self.facts(change.edit(self.profile), change.affects)
        sheet = sheet_of(facts.profile, self.on)
        points = points_by_row(facts, sheet)
        looked_at = (
            place for place, row in enumerate(sheet.rows) if not set(change.affects).isdisjoint(row.facts)
        )
        return _Supposed(
            change,
            facts.profile,
            {name: facts[name] for name in change.affects},
            {place: points[place] for place in looked_at},
            sum(limited(points, sheet)),
        )

    @property
    def own(self) -> list[_Supposed]:
        """The changes that are combined: neither a nomination, which adds the same to every other and which a
        province decides, nor what is only a matter of telling what is true."""
        return [each for each in self.changes if each.change.id != NOMINATION and each.change.kind != FACT]

    def moves(self) -> tuple[Move, ...]:
        """The single changes, the most first."""
        return self._ranked([self.move((each,)) for each in self.changes])

    def pairs(self) -> tuple[tuple[Move, ...], int]:
        """The best pairs that give more than either change alone, and how many there are."""
        found = sorted(self._pair_totals(), key=lambda entry: (-entry[0], _effort(entry[1])))
        return self._ranked([self.move(pair) for _, pair in found[:BEST_PAIRS]]), len(found)

    def _pair_totals(self) -> Iterator[tuple[int, tuple[_Supposed, _Supposed]]]:
        for pair in combinations(self.own, 2):
            if _fit(pair):
                then = self.total_together(pair)
                if then > max(pair[0].total, pair[1].total):
                    yield then, pair

    def total_together(self, chosen: Sequence[_Supposed]) -> int:
        """The score with several changes."""
        return sum(limited(self._points_together(chosen), self._sheet))

    def _points_together(self, chosen: Sequence[_Supposed]) -> list[int]:
        """The rows' points with several changes; those that more than one touches are looked up again."""
        points, touched, again = self._points.copy(), set[int](), set[int]()
        for each in chosen:
            again |= touched & each.points.keys()
            touched |= each.points.keys()
            for place, found in each.points.items():
                points[place] = found
        if again:
            for place, found in zip(
                again, points_by_row(self.together(chosen), self._sheet, again), strict=True
            ):
                points[place] = found
        return points

    def together(self, chosen: Sequence[_Supposed]) -> Facts:
        """The facts with several changes. What only one of them affects need not be worked out again."""
        names = [name for each in chosen for name in each.facts]
        if len(names) == len(set(names)):
            profile = chosen[0].profile if len(chosen) == 1 else self.profile
            facts = Facts(profile, self.on)
            facts.update(self._facts)
            for each in chosen:
                facts.update(each.facts)
            return facts
        profile = self.profile
        for each in chosen:
            profile = each.change.edit(profile)
        return self.facts(profile, names)

    def move(self, chosen: Sequence[_Supposed]) -> Move:
        """Changes as a move, with the lines that they change."""
        changes = [each.change for each in chosen]
        if any(change.kind == FACT for change in changes):
            after = {line.id: line.points for line in score_facts(self.together(chosen)).lines}
        else:
            points = limited(self._points_together(chosen), self._sheet)
            after = {row.id: found for row, found in zip(self._sheet.rows, points, strict=True)}
        then = sum(after.values())
        return Move(
            ids=tuple(change.id for change in changes),
            kind=_kind(changes),
            changes=tuple(change.because for change in changes),
            total=then,
            gain=then - self.base.total,
            because=_differing(self._lines, after),
            effort=_effort(chosen),
        )

    def ways_to(self, target: int, at_most: int) -> tuple[Move, ...]:
        """The ways to a score with the fewest changes, the least effort first.

        Each combines other fields of the profile, with the changes that go least above the score.
        """
        if self.base.total >= target:
            return ()
        fields: dict[str, list[_Supposed]] = {}
        for each in self.own:
            fields.setdefault(each.change.path, []).append(each)
        most = [max(changes, key=lambda each: each.total) for changes in fields.values()]
        for size in range(1, MOST_CHANGES + 1):
            reaching = [best for best in combinations(most, size) if self.total_together(best) >= target]
            if reaching:
                chosen = sorted(reaching, key=_effort)[:at_most]
                return tuple(self.move(self._least(best, fields, target)) for best in chosen)
        nomination = [each for each in self.changes if each.change.id == NOMINATION]
        return tuple(self.move((each,)) for each in nomination if each.total >= target)

    def _least(
        self, best: Sequence[_Supposed], fields: Mapping[str, Sequence[_Supposed]], target: int
    ) -> Sequence[_Supposed]:
        """Of the changes in the fields of the ``best``, those that reach the score and go least above it."""
        totals = (
            (self.total_together(chosen), place, chosen)
            for place, chosen in enumerate(product(*(fields[each.change.path] for each in best)))
        )
        return min(entry for entry in totals if entry[0] >= target)[2]

    @staticmethod
    def _ranked(moves: Sequence[Move]) -> tuple[Move, ...]:
        return tuple(sorted(moves, key=lambda move: (-move.gain, move.effort, move.ids)))

    def principal(self) -> Principal | None:
        """Both ways round."""
        if not with_spouse(self.profile)[0]:
            return None
        return Principal(self.base, score(swapped(self.profile, self.on), self.on))

    def age_drops(self) -> tuple[Drop, ...]:
        """The birthdays from which age takes points."""
        profile, on = self.profile, self.on
        age = profile.age if profile.birth_date is None else age_on(profile.birth_date, on)
        if age is None:
            return ()
        before, found = self.base.total, []
        for years in range(age + 1, OLDEST_THAT_COUNTS):
            then = self.total_of(partial(_set, birth_date=None, age=years), ("age",))
            if then < before:
                day = years_later(profile.birth_date, years) if profile.birth_date else None
                found.append(Drop(day, years, then, before - then))
            before = then
        return tuple(found)

    def expiries(self) -> tuple[Expiry, ...]:
        """What stops counting."""
        profile, on = self.profile, self.on
        found: list[tuple[str, When, int]] = []
        for name, test in (
            ("first_language", profile.first_language),
            ("second_language", profile.second_language),
            ("spouse.language", profile.spouse.language if profile.spouse else None),
        ):
            until = levels(test, on).valid_until if test else None
            if test is not None and until is not None and lies_before(on, until):
                old = test.copy(update={"date": years_later(on, -parameters().figure("language_years", on))})
                found.append((name, until, self.total_of(_setting(name, old), AFFECTS[name])))
        counted = [count for count in studies(self.told, on).credentials if count.counts]
        for until in {count.valid_until for count in counted if count.valid_until is not None}:
            level = combined(count.level for count in counted if count.valid_until != until)
            edit = partial(_with_credential, level=level, on=on)
            found.append(("eca_date", until, self.total_of(edit, AFFECTS["education"])))
        base = self.base.total
        expiring = (Expiry(name, until, then, base - then) for name, until, then in found if then < base)
        return tuple(sorted(expiring, key=lambda each: first_day(each.date)))


def _fit(chosen: Sequence[_Supposed]) -> bool:
    """Whether changes do not exclude each other."""
    slots = [slot for each in chosen for slot in each.change.slots]
    return len(slots) == len(set(slots))


def _effort(chosen: Sequence[_Supposed]) -> int:
    return sum(each.change.effort for each in chosen)


def _kind(changes: Sequence[Change]) -> str:
    kinds = {change.kind for change in changes}
    return next(kind for kind in (TIME, POWER, FACT) if kind in kinds)


# The changes that there are.


def _changes(supposing: _Supposing) -> Iterator[_Supposed]:
    profile = supposing.profile
    yield from _tests(supposing, "first_language", profile.first_language, _first_language_of(profile))
    yield from _tests(supposing, "second_language", profile.second_language, _second_language_of(profile))
    yield from _steps(supposing, "education", EDUCATION, profile.education, POWER)
    yield from _assessment(supposing)
    yield from _steps(supposing, "canadian_education", CANADIAN_EDUCATION, profile.canadian_education, POWER)
    yield from _work(supposing, "canadian_work_years", profile.canadian_work_years)
    yield from _work(supposing, "foreign_work_years", profile.foreign_work_years)
    if not profile.certificate_of_qualification:
        yield supposing.supposed(_simple("certificate", "certificate_of_qualification", True))
    if not profile.provincial_nomination:
        yield supposing.supposed(_simple(NOMINATION, "provincial_nomination", True))
    if profile.noc is not None and skilled(profile.noc):
        yield supposing.supposed(
            _simple("job_offer", "job_offer", JobOffer(noc=profile.noc, valid_for_program=True))
        )
    couple, deciding = with_spouse(profile)
    if couple:
        spouse = profile.spouse or Spouse()
        language = TESTS[spouse.language.test].language if spouse.language else "en"
        yield from _tests(supposing, "spouse.language", spouse.language, language)
        yield from _steps(supposing, "spouse.education", EDUCATION, spouse.education, POWER)
        yield from _work(supposing, "spouse.canadian_work_years", spouse.canadian_work_years)
    if "spouse.accompanying" in deciding:
        yield supposing.supposed(_simple("spouse.not_accompanying", "spouse.accompanying", False, FACT))


def _first_language_of(profile: Profile) -> str:
    """The language of the first test; where none was told, the one that the second test is not in."""
    if profile.first_language is not None:
        return TESTS[profile.first_language.test].language
    second = profile.second_language
    return "fr" if second is not None and TESTS[second.test].language == "en" else "en"


def _second_language_of(profile: Profile) -> str:
    return "en" if _first_language_of(profile) == "fr" else "fr"


def _change(name: str, path: str, edit: Edit, because: Because, kind: str, *slots: str) -> Change:
    affects = () if path == "spouse.accompanying" else AFFECTS[path]
    effort = EFFORT[next(key for key in EFFORT if name.startswith(key))]
    return Change(name, kind, because, path, frozenset(slots or (path,)), affects, edit, effort)


def _simple(name: str, path: str, value: Any, kind: str = POWER) -> Change:
    message = f"whatif-{name.replace('.', '-').replace('_', '-')}"
    return _change(name, path, _setting(path, value), Because(message), kind)


def _steps(
    supposing: _Supposing, path: str, order: Sequence[str], now: str | None, kind: str
) -> Iterator[_Supposed]:
    """Each higher credential that gives more than the one below it."""
    before = supposing.base.total
    for level in order[order.index(now) + 1 if now else 1 :]:
        because = Because(f"whatif-{path.replace('.', '-').replace('_', '-')}", {"level": level})
        edit = _setting(path, level)
        if path == "education":
            edit = partial(_with_credential, level=level, on=supposing.on)
        each = supposing.supposed(_change(f"{path}.{level}", path, edit, because, kind))
        if each.total > before:
            yield each
            before = each.total


def _with_credential(profile: Profile, level: str, on: date) -> Profile:
    """A new credential, assessed where it needs that."""
    return profile.copy(update={"education": level, "eca_date": on})


def _assessment(supposing: _Supposing) -> Iterator[_Supposed]:
    """Credentials assessed that do not count without it: a first time, or again."""
    completed = [
        count
        for count in studies(supposing.told, supposing.on).credentials
        if count.credential.completed is not False
    ]
    without = [count for count in completed if count.counts is False]
    if not without:
        return
    again = any(count.valid_until is not None for count in without)
    level = combined(count.level for count in completed)
    edit = partial(_with_credential, level=level, on=supposing.on)
    name, message = ("eca.again", "whatif-eca") if again else ("eca.first", "whatif-eca-first")
    yield supposing.supposed(_change(name, "education", edit, Because(message), POWER))


def _work(supposing: _Supposing, path: str, now: float | None) -> Iterator[_Supposed]:
    """The next number of years that gives more."""
    held = int(now or 0)
    owner, _, name = path.rpartition(".")
    short = "spouse.work" if owner else name.removesuffix("_years")
    for years in range(held + 1, MOST_YEARS + 1):
        message = f"whatif-{path.replace('.', '-').replace('_', '-')}"
        because = Because(message, {"years": years, "more": years - held})
        each = supposing.supposed(_change(f"{short}.{years}", path, _setting(path, years), because, TIME))
        if each.total > supposing.base.total:
            yield each
            return


# Language tests.


def _tests(supposing: _Supposing, path: str, test: LanguageTest | None, language: str) -> Iterator[_Supposed]:
    """A test in which each ability, or every one that is lower, is at the next level that gives more."""
    on = supposing.on
    if test is None:
        held = _no_test(language)
        found = [0] * len(ABILITIES)
    else:
        held = _retaken(test, on)
        counted = levels(test, on)
        found = list(levels(held, on).levels)
        if not counted.counts:
            because = Because("whatif-test-again", {"who": path.replace(".", "_")})
            yield supposing.supposed(_test_change(path, "again", held, because, ABILITIES))
        else:
            for place, ability in enumerate(ABILITIES):
                yield from _one_ability(supposing, path, held, ability, found[place])
    yield from _every_ability(supposing, path, held, found)


def _one_ability(
    supposing: _Supposing, path: str, held: LanguageTest, ability: str, level: int
) -> Iterator[_Supposed]:
    for higher in range(max(level + 1, LOWEST_LEVEL), HIGHEST_LEVEL + 1):
        raised = _at_least(held, {ability: higher}, supposing.on)
        args = {**_named(path, held, higher), "ability": ability, "score": getattr(raised, ability)}
        because = Because("whatif-ability", args)
        each = supposing.supposed(_test_change(path, f"{ability}.{higher}", raised, because, (ability,)))
        if each.total > supposing.base.total:
            yield each
            return


def _every_ability(
    supposing: _Supposing, path: str, held: LanguageTest, found: Sequence[int]
) -> Iterator[_Supposed]:
    before = supposing.base.total
    for least in range(max(min(found) + 1, LOWEST_LEVEL), HIGHEST_LEVEL + 1):
        lower = {ability: least for ability, level in zip(ABILITIES, found, strict=True) if level < least}
        raised = _at_least(held, lower, supposing.on)
        because = Because("whatif-all-abilities", _named(path, held, least))
        each = supposing.supposed(_test_change(path, f"all.{least}", raised, because, ABILITIES))
        if each.total > before and len(lower) > 1:
            yield each
        before = max(before, each.total)


def _named(path: str, held: LanguageTest, level: int) -> dict[str, Argument]:
    test = TESTS[held.test]
    return {
        "who": path.replace(".", "_"),
        "framework": test.framework,
        "language": test.language,
        "level": level,
        "test": held.test,
    }


def _test_change(
    path: str, what: str, test: LanguageTest, because: Because, abilities: Sequence[str]
) -> Change:
    slots = [f"{path}.{ability}" for ability in abilities]
    if len(abilities) == 1:
        values = {abilities[0]: getattr(test, abilities[0]), "scale": test.scale, "date": test.date}
        edit: Edit = partial(_with_scores, path=path, values=values)
    else:
        edit = _setting(path, test)
    return _change(f"{path}.{what}", path, edit, because, POWER, *slots)


def _with_scores(profile: Profile, path: str, values: Mapping[str, Any]) -> Profile:
    """Some scores of the test at ``path`` as supposed, the others as they are."""
    owner: Any = profile if "." not in path else profile.spouse
    name = path.rpartition(".")[2]
    return _setting(path, getattr(owner, name).copy(update=values))(profile)


def _retaken(test: LanguageTest, on: date) -> LanguageTest:
    """The same scores in a test taken now."""
    scale = read_scale(test.test, test.scale, test.scores)
    return test.copy(update={"scale": scale, "date": on if test.date is not None else None})


def _no_test(language: str) -> LanguageTest:
    """The lowest results of a test in a language, to raise from."""
    name = TEST_OF[language]
    scores = {ability: ranges.least for ability, ranges in TESTS[name].tables[None].scores.items()}
    return LanguageTest.parse_obj({"test": name, **scores})


def _at_least(held: LanguageTest, least: Mapping[str, int], on: date) -> LanguageTest:
    return held.copy(
        update={ability: score_for(held, ability, level, on) for ability, level in least.items()}
    )
