"""What an application through Express Entry costs this family on a day, in Canadian dollars.

Fees to the government (``data/rules/fees``), usual prices of what others ask for (``data/rules/costs``), and
the settlement funds that must be shown but are not spent. Fees are those of the day on which the application
is received. A total is the sum of its lines.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

from express_entry.circumstances import Circumstances, Family, family_of
from express_entry.crs import settled
from express_entry.figures import differing
from express_entry.language import levels
from express_entry.parameters import RULES, parameters
from express_entry.points import Because, Source
from express_entry.profile import Profile
from express_entry.program_tables import tables
from express_entry.programs import eligibilities
from express_entry.programs.requirements import Eligibility, all_of, rule_source
from express_entry.published import Published
from express_entry.rulefiles import Dated, Node, Value, read_files
from express_entry.studies import studies
from express_entry.vocabulary import FRENCH, Known

CURRENCY = "CAD"
EXEMPT = "funds-exempt"
FEES = "fees/"
FOLDERS = ("costs",)
KINDS: Mapping[str, tuple[Collection[str], Collection[str]]] = {"range": ((), ())}


@dataclass(frozen=True)
class Range:
    """A usual price in Canadian dollars, from ``least`` to ``most``."""

    least: int
    most: int


@dataclass(frozen=True)
class CostLine:
    """One thing to pay.

    Attributes:
        id: such as ``principal_applicant``.
        least: dollars, at least; the same as ``most`` where the amount is certain.
        most: dollars, at most.
        because: how it comes about, in reading order.
        since: the day from which the price holds, or on which it was reported.
        certainty: None where it was read in the law or on an official page, else how it is known.
        source: where it is written.
    """

    id: str
    least: int
    most: int
    because: tuple[Because, ...]
    since: date
    certainty: str | None
    source: Source


@dataclass(frozen=True)
class FundsNeed:
    """Settlement funds for one program: whether they must be shown, how much, and why; and whether all else
    that the program asks for is met."""

    program: str
    needed: Known
    amount: int
    because: tuple[Because, ...]
    source: Source
    open_to: Known


@dataclass(frozen=True)
class Costs:
    """What a family pays and shows on a day.

    Attributes:
        on: the day on which the application is received.
        size: how many people the family has, as far as told, wherever they live.
        fees: what the government asks for.
        others: what others usually ask for and is still to pay.
        funds: the settlement funds, for each program.
        notice: something that is known to have changed, and its amounts are not.
        missing: the fields of the profile that were not told and could change it.
        official: what the official list gives otherwise for some of the fees together.
        seen: the day of the look at the official list, where it has the candidate's own fees as they stand.
    """

    on: date
    size: int
    fees: tuple[CostLine, ...]
    others: tuple[CostLine, ...]
    funds: tuple[FundsNeed, ...]
    notice: Because | None
    missing: tuple[str, ...]
    official: tuple[Published, ...] = ()
    seen: date | None = None

    @property
    def fees_total(self) -> Range:
        """The sum of the fees."""
        return _sum(self.fees)

    @property
    def others_total(self) -> Range:
        """The sum of what others ask for."""
        return _sum(self.others)

    @property
    def total(self) -> Range:
        """The sum of everything that is paid."""
        return _sum((*self.fees, *self.others))

    @cached_property
    def funds_needed(self) -> Known:
        """Whether funds must be shown: True for a program that is open to the candidate, False for none."""
        return _any(need.needed for need in self.funds)

    @property
    def funds_spared(self) -> bool:
        """Whether nobody asks for funds: an exemption holds, or a program without them may be open. Where no
        program is open none asks for them either, and the one that opens may."""
        exempt = any(reason.id == EXEMPT for need in self.funds for reason in need.because)
        return self.funds_needed is False and (
            exempt or any(need.open_to is not False for need in self.funds)
        )

    @property
    def funds_amount(self) -> int:
        """The settlement funds for the family, in dollars."""
        return self.funds[0].amount


class DayBeforeCosts(ValueError):
    """A day before the first fees and programs that are known; ``because`` says which days can be told."""

    def __init__(self, first_day: date) -> None:
        super().__init__(f"days from {first_day} on can be told")
        self.because = Because("problem-day-before-costs", {"date": first_day})


def costs(profile: Profile, on: date, around: Circumstances | None = None) -> Costs:
    """What the family of a profile pays and shows if the application is received on the day ``on``.

    Raises:
        DayBeforeCosts: the fees or programs of that day are not known.
    """
    first_day = max(tables().first_day, parameters().amount(f"{FEES}principal_applicant").values[0].since)
    if on < first_day:
        raise DayBeforeCosts(first_day)
    profile = settled(profile, on)
    family = family_of(profile, on, around)
    raised = parameters().amount(f"{FEES}principal_applicant").announced(on)
    return Costs(
        on=on,
        size=_size(profile, family),
        fees=tuple(_fees(family, on)),
        others=tuple(_others(profile, family, on)),
        funds=funds(profile, family, on),
        notice=Because(raised.notice, {"date": raised.since}) if raised and raised.notice else None,
        missing=family.missing,
    )


def _size(profile: Profile, family: Family) -> int:
    return profile.family_size or 1 + bool(family.partner) + (family.children or 0)


def _sum(lines: Iterable[CostLine]) -> Range:
    lines = tuple(lines)
    return Range(sum(line.least for line in lines), sum(line.most for line in lines))


def _any(values: Iterable[Known]) -> Known:
    found = tuple(values)
    return True if True in found else None if None in found else False


# Fees


def _fees(family: Family, on: date) -> Iterable[CostLine]:
    adults = 2 if family.partner_comes else 1
    yield _fee("principal_applicant", 1, on)
    if family.partner_comes:
        yield _fee("spouse", 1, on)
    if family.children_coming:
        yield _fee("child", family.children_coming, on)
    yield _fee("right_of_permanent_residence", adults, on)
    if family.children_coming:
        yield _fee("right_of_permanent_residence_child", family.children_coming, on)
    yield _biometrics(family, adults, on)


def _held(name: str, on: date) -> Value[float]:
    held = parameters().amount(FEES + name).at(on)
    assert held is not None
    return held


def _fee(name: str, count: int, on: date) -> CostLine:
    held = _held(name, on)
    each = int(held.value or 0)
    because = Because("cost-each", {"count": count, "amount": each, "date": held.since})
    return CostLine(name, count * each, count * each, (because,), held.since, held.certainty, held.source)


def _biometrics(family: Family, adults: int, on: date) -> CostLine:
    """For everyone of an age to give them, never more than the most for a family."""
    person, together = _held("biometrics_person", on), _held("biometrics_family", on)
    each, most = int(person.value or 0), int(together.value or 0)
    figure = parameters().figure
    ages = figure("biometrics_min_age", on), figure("biometrics_max_age", on)
    sure, possible = family.children_of_age(*ages, on)
    least, highest = (min(most, (adults + children) * each) for children in (sure, possible))
    args = {"amount": each, "most": most, "min_age": ages[0], "max_age": ages[1]}
    because = [Because("cost-biometrics", args)]
    if least != highest:
        because.append(Because("cost-children-ages", {"age": ages[0]}))
    used = together if (adults + possible) * each > most else person
    return CostLine("biometrics", least, highest, tuple(because), used.since, used.certainty, used.source)


# What others ask for


@lru_cache(maxsize=1)
def _ranges() -> Mapping[str, Dated[Range]]:
    files = read_files(RULES, FOLDERS, KINDS)
    return {file.id.removeprefix("costs/"): file.dated(_range, ("least", "most")) for file in files}


def _range(fields: Mapping[str, Node], node: Node) -> Range:
    found = Range(*(fields[name].whole() for name in ("least", "most") if name in fields))
    if found.most < found.least:
        node.error("'most' is less than 'least'")
    return found


def _others(profile: Profile, family: Family, on: date) -> Iterable[CostLine]:
    test = profile.first_language
    if test is None:
        yield from _price("english_test", 1, on)
    elif levels(test, on).counts is False:
        yield from _price("french_test" if levels(test, on).language == FRENCH else "english_test", 1, on)
    if needs_assessment(profile, on):
        yield from _price("eca", 1, on)
    partner = bool(family.partner) and not family.partner_canadian
    yield from _price("medical_exam", 1 + partner + (family.children or 0), on)


def needs_assessment(profile: Profile, on: date) -> bool:
    """Whether a credential from abroad still has to be assessed (ECA), or assessed again."""
    found = studies(profile, on)
    return any(
        count.assumed or (count.counts is False and count.credential.completed is not False)
        for count in found.credentials
    )


def _price(name: str, count: int, on: date) -> Iterable[CostLine]:
    held = _ranges()[name].at(on) or _ranges()[name].values[0]
    assert held.value is not None
    least, most = held.value.least, held.value.most
    because = Because("cost-usual", {"count": count, "least": least, "most": most, "date": held.since})
    yield CostLine(name, count * least, count * most, (because,), held.since, held.certainty, held.source)


# Settlement funds


def funds(profile: Profile, family: Family, on: date) -> tuple[FundsNeed, ...]:
    """The settlement funds for each program: nobody shows them for the Canadian Experience Class; for the two
    others whoever has no valid offer together with authorization to work in Canada does."""
    table = tables().funds["funds/settlement"].at(on)
    assert table is not None
    assert table.value is not None
    amount = table.value.needed(_size(profile, family))
    return tuple(_need(judged, amount, on) for judged in eligibilities(profile, on).values())


def _need(judged: Eligibility, amount: int, on: date) -> FundsNeed:
    """Whether a program asks for funds: not where it is not open to the candidate anyway."""
    written = next((each for each in judged.requirements if each.id == "funds"), None)
    open_to = all_of(each.met for each in judged.requirements if each is not written)
    if written is None:
        where = rule_source(f"funds/{judged.program}_exempt", on)
        return FundsNeed(judged.program, False, amount, (Because("funds-not-for-cec"),), where, open_to)
    exempt = any(reason.id == EXEMPT for reason in written.because)
    needed = False if exempt else open_to
    return FundsNeed(judged.program, needed, amount, written.because, written.source, open_to)


def as_published(found: Costs, published: Iterable[Published]) -> Costs:
    """Costs with the day of the look at fees that the official list has as they stand, and its other sums."""
    listed = [each for each in published if each.figures[0].startswith(FEES) and each.since <= found.on]
    official = differing(listed, found.on)
    seen = {name: each.checked for each in listed if each not in official for name in each.figures}
    fees = tuple(
        replace(line, certainty=None, source=replace(line.source, checked=seen[f"{FEES}{line.id}"]))
        if f"{FEES}{line.id}" in seen
        else line
        for line in found.fees
    )
    return replace(found, fees=fees, official=official, seen=seen.get(f"{FEES}principal_applicant"))
