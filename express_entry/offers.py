"""What a job offer must be, for the programs and for the score alike."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from express_entry.profile import JobOffer
from express_entry.program_tables import tables
from express_entry.vocabulary import Known

LENGTH = ("non_seasonal", "one_year_or_more")
CONDITIONS = ("full_time", *LENGTH, "lmia_or_exempt")


def conditions(offer: JobOffer, on: date) -> Mapping[str, Known]:
    """The conditions of an offer, as told; its length is none of them for physicians of the public policy."""
    freed = LENGTH if of_any_length(offer, on) else ()
    return {name: getattr(offer, name) for name in CONDITIONS if name not in freed}


def of_any_length(offer: JobOffer, on: date) -> bool:
    """Whether an offer need be neither continuous nor for a year."""
    return offer.noc in tables().codes("fsw/offer_of_any_length", on)
