"""A fact told in a message: what the reader (:mod:`bot.nlu.facts`) finds and the dialogue decides about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

Mode = Literal["tell", "add", "replace", "take_back"]
"""What telling it does to what has been told: "also a master's", "no, I mean 30", "forget the job offer"."""

Writer = Literal["self", "partner", "other"]
"""Who writes, beside the applicant whose profile it is: the applicant, their partner, or somebody else."""


@dataclass(frozen=True)
class People:
    """Of whom a conversation is, as far as that was told.

    ``name`` is the first name of the applicant, ``partner`` that of the applicant's partner. ``writer`` is
    who writes; where that is not the applicant, ``applicant`` is what they call the applicant ("daughter").
    ``begun``: something was told of the applicant already; ``aged`` and
    ``partner_aged``: their age, or that of their partner, was.
    ``at_home`` is whether the applicant lives in Canada now, None where nobody said. ``worked``: jobs of the
    applicant or of the partner were told already. ``children`` are the first names of the children that were
    told. ``timeless``: of one of those jobs it is not known yet when or how long it was. ``others`` are the
    sexes of somebody else whom the message before spoke of last, and whom "he" or
    "she" is then.
    """

    name: str = ""
    partner: str = ""
    writer: Writer = "self"
    applicant: str = ""
    begun: bool = False
    aged: bool = False
    partner_aged: bool = False
    at_home: bool | None = None
    worked: bool = False
    children: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    timeless: bool = False

    def __post_init__(self) -> None:
        """JSON, in which people go from the channel to the reader, has lists only."""
        object.__setattr__(self, "children", tuple(self.children))
        object.__setattr__(self, "others", tuple(self.others))

    @property
    def of_known_age(self) -> frozenset[str]:
        """Whose age was told, as a fact names them."""
        told = {"self": self.aged, "partner": self.partner_aged}
        return frozenset(person for person, known in told.items() if known)


NOBODY = People()
"""Nobody was named, and whoever writes is who applies."""

ON_THE_GRID = "grid"
"""The value of a relative in Canada who gives points on the grid of the Federal Skilled Worker Program."""

KEPT = ("jobs", "credentials", "dependent_children")
"""The lists of the profile that are kept entry by entry: what belongs there is read as an entry of them."""


@dataclass(frozen=True)
class Fact:
    """One fact told in a message.

    ``person`` is "self" or "partner"; ``start`` and ``end`` are where it stands in the text; ``sure`` is
    False when it must be confirmed: said with doubt, or open to more than one reading, which are then
    ``{"readings": [...]}``, the likeliest first. ``named``: the message itself says whose fact it is.
    Where it does not ("bachelor's"), a fact of "self" is the partner's if the question was about the partner.
    ``of_either``: it was told right behind the partner, so that it may be theirs as well.
    """

    field: str
    value: Any
    person: str
    start: int
    end: int
    sure: bool
    named: bool = False
    mode: Mode = "tell"
    of_either: bool = False

    @property
    def readings(self) -> tuple[Any, ...]:
        """What it may mean, the likeliest first; one value where that is certain."""
        several = isinstance(self.value, dict) and "readings" in self.value
        return tuple(self.value["readings"]) if several else (self.value,)


MEANT = "meant"
"""The field of a taking back that names what goes by ``years``, a ``number`` or a ``title``, or, without any
of them, as what was told last."""


@dataclass(frozen=True)
class Said:
    """What a message says to a question that is on the table; None or False where it says nothing of it.

    ``place`` is whether the one place that it names is in Canada, ``placed`` where the sentences that name it
    begin and end in the text, ``only_place`` whether a clause says no more than that (``school`` is the
    place without where somebody works); ``years`` a length, ``amount`` a sum of money, ``alone`` that nobody
    comes along; ``sibling``, ``resident`` (a citizen or permanent resident) and ``certificate`` whether there
    is what it names; ``elsewhere`` whether somebody is of another country, or there for a time only;
    ``of_partner`` and ``mine`` where the clauses begin and end that only say whose something is, the
    partner's (or somebody's by name) or one's own; ``begins`` the yes or no of its first word; ``denies``
    whether it has a word of denying or of taking back.
    """

    place: bool | None = None
    placed: tuple[tuple[int, int], ...] = ()
    only_place: bool = False
    school: bool | None = None
    years: float | None = None
    yes: bool | None = None
    alone: bool = False
    sibling: bool | None = None
    resident: bool | None = None
    elsewhere: bool = False
    of_partner: tuple[tuple[int, int], ...] = ()
    mine: tuple[tuple[int, int], ...] = ()
    begins: bool | None = None
    certificate: bool | None = None
    outside_quebec: bool = False
    amount: int | None = None
    denies: bool = False
    lasted: float | None = None
    """For how many years something has gone on, by a length or a day."""
    apart: bool = False
    """Whether two are said not to live together."""
    only: bool = False
    """Whether it begins with "only": what follows is all that there is."""


def is_only_an_occupation(text: str, facts: Sequence[Fact]) -> bool:
    """Whether a message is a title or a code and nothing else: it names one's work and asks nothing."""
    named = (text[fact.start : fact.end] for fact in facts if fact.field in ("occupation", "noc"))
    return text.strip(" .!\n") in named
