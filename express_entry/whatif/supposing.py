"""The engine: a profile with its facts worked out once, and the scores with everything that is supposed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from itertools import combinations, product

from express_entry.crs import limited, points_by_row, score, score_facts, settled, sheet_of
from express_entry.days import When, age_on, first_day, lies_before, years_later
from express_entry.facts import Facts, with_spouse
from express_entry.language import levels
from express_entry.parameters import parameters
from express_entry.profile import Profile
from express_entry.studies import combined, studies
from express_entry.whatif.changes import changes
from express_entry.whatif.edits import (
    AFFECTS,
    Change,
    Edit,
    Supposed,
    in_single_fields,
    set_field,
    setting,
    swapped,
    with_credential,
)
from express_entry.whatif.moves import (
    FACT,
    NOMINATION,
    POWER,
    TIME,
    Drop,
    Expiry,
    Move,
    Principal,
    differing,
)

OLDEST_THAT_COUNTS = 60
BEST_PAIRS = 20
MOST_CHANGES = 3
"""How many changes a way to a score combines at most."""


class Supposing:
    """A profile, its facts worked out once, and the changes that raise its score."""

    def __init__(self, profile: Profile, on: date) -> None:
        self.on = on
        self.told = profile = settled(profile, on)
        self._facts = Facts(profile, on)
        self.base = score_facts(self._facts)
        self.profile = in_single_fields(profile, on)
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
    def changes(self) -> tuple[Supposed, ...]:
        """The single changes that raise the score."""
        return tuple(each for each in changes(self) if each.total > self.base.total)

    @property
    def total(self) -> int:
        """The score as it is."""
        return self.base.total

    def supposed(self, change: Change) -> Supposed:
        """A change, made and scored."""
        facts = self.facts(change.edit(self.profile), change.affects)
        sheet = sheet_of(facts.profile, self.on)
        points = points_by_row(facts, sheet)
        looked_at = (
            place for place, row in enumerate(sheet.rows) if not set(change.affects).isdisjoint(row.facts)
        )
        return Supposed(
            change,
            facts.profile,
            {name: facts[name] for name in change.affects},
            {place: points[place] for place in looked_at},
            sum(limited(points, sheet)),
        )

    @property
    def own(self) -> list[Supposed]:
        """The changes that are combined: neither a nomination, which adds the same to every other and which a
        province decides, nor what is only a matter of telling what is true."""
        return [each for each in self.changes if each.change.id != NOMINATION and each.change.kind != FACT]

    def moves(self) -> tuple[Move, ...]:
        """The single changes, the most first."""
        return self._ranked([self.move((each,)) for each in self.changes])

    def pairs(self) -> tuple[tuple[Move, ...], int]:
        """The best pairs that give more than either change alone, and how many there are."""
        found = sorted(self._pair_totals(), key=lambda entry: (-entry[0], effort_of(entry[1])))
        return self._ranked([self.move(pair) for _, pair in found[:BEST_PAIRS]]), len(found)

    def _pair_totals(self) -> Iterator[tuple[int, tuple[Supposed, Supposed]]]:
        for pair in combinations(self.own, 2):
            if _fit(pair):
                then = self.total_together(pair)
                if then > max(pair[0].total, pair[1].total):
                    yield then, pair

    def total_together(self, chosen: Sequence[Supposed]) -> int:
        """The score with several changes."""
        return sum(limited(self._points_together(chosen), self._sheet))

    def _points_together(self, chosen: Sequence[Supposed]) -> list[int]:
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

    def together(self, chosen: Sequence[Supposed]) -> Facts:
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

    def move(self, chosen: Sequence[Supposed]) -> Move:
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
            because=differing(self._lines, after),
            effort=effort_of(chosen),
        )

    def ways_to(self, target: int, at_most: int) -> tuple[Move, ...]:
        """The ways to a score with the fewest changes, the least effort first.

        Each combines other fields of the profile, with the changes that go least above the score.
        """
        if self.base.total >= target:
            return ()
        fields: dict[str, list[Supposed]] = {}
        for each in self.own:
            fields.setdefault(each.change.path, []).append(each)
        most = [max(changes, key=lambda each: each.total) for changes in fields.values()]
        for size in range(1, MOST_CHANGES + 1):
            reaching = [best for best in combinations(most, size) if self.total_together(best) >= target]
            if reaching:
                chosen = sorted(reaching, key=effort_of)[:at_most]
                return tuple(self.move(self._least(best, fields, target)) for best in chosen)
        nomination = [each for each in self.changes if each.change.id == NOMINATION]
        return tuple(self.move((each,)) for each in nomination if each.total >= target)

    def _least(
        self, best: Sequence[Supposed], fields: Mapping[str, Sequence[Supposed]], target: int
    ) -> Sequence[Supposed]:
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
            then = self.total_of(partial(set_field, birth_date=None, age=years), ("age",))
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
                found.append((name, until, self.total_of(setting(name, old), AFFECTS[name])))
        counted = [count for count in studies(self.told, on).credentials if count.counts]
        for until in {count.valid_until for count in counted if count.valid_until is not None}:
            level = combined(count.level for count in counted if count.valid_until != until)
            edit = partial(with_credential, level=level, on=on)
            found.append(("eca_date", until, self.total_of(edit, AFFECTS["education"])))
        base = self.base.total
        expiring = (Expiry(name, until, then, base - then) for name, until, then in found if then < base)
        return tuple(sorted(expiring, key=lambda each: first_day(each.date)))


def _fit(chosen: Sequence[Supposed]) -> bool:
    """Whether changes can be made together."""
    slots = [slot for each in chosen for slot in each.change.slots]
    return len(slots) == len(set(slots))


def effort_of(chosen: Sequence[Supposed]) -> int:
    """How much changes ask of a person together, in the measure of :data:`EFFORT`."""
    return sum(each.change.effort for each in chosen)


def _kind(changes: Sequence[Change]) -> str:
    kinds = {change.kind for change in changes}
    return next(kind for kind in (TIME, POWER, FACT) if kind in kinds)
