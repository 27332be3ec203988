"""Facts that are answers as they stand, and remarks on what cannot count as told."""

from __future__ import annotations

from typing import Any

from bot.dialogue.reading.ground import FUNDS, OWN_FACTS, PARTNER_FACTS, SIBLING, Ground, said_day, settle
from bot.dialogue.reading.people import is_about_sibling
from bot.dialogue.told import CHILDREN, nest
from bot.facts import Fact
from express_entry.costs import costs
from express_entry.points import Because
from express_entry.profile import ProfileError, in_any_order, parse_profile

NOTES = {
    "overall_band": "note-overall-band",
    "funds_other_currency": "note-funds-currency",
    "no_such_day": "note-no-such-day",
    "expired": "note-expired",
    "date_to_come": "note-date-to-come",
    "nationality": "note-nationality",
}
"""Facts that are answered with a remark because they cannot count as told."""


def in_other_money(ground: Ground) -> None:
    """Savings in other money are named back with what the family needs, once that is known; and "euros, not
    dollars" takes the dollars told before away."""
    reading = ground.reading
    for at, note in enumerate(reading.notes):
        if note.id == NOTES["funds_other_currency"]:
            written, currency = str(note.args["name"]).split(maxsplit=1)
            told = ground.told.get(FUNDS)
            held = float(written) or told or 0
            needed = _savings_needed(ground)
            message = f"{note.id}-needed" if needed else note.id
            reading.notes[at] = Because(message, {"held": held, "currency": currency, **needed})
            reading.withdrawn |= {FUNDS} & ground.told.keys() if held == told else set()


def read_plain(fact: Fact, ground: Ground) -> None:
    """A fact that is an answer as it stands."""
    partner = ground.of_partner(fact)
    if partner and is_about_sibling(fact, ground):
        settle(SIBLING, fact, ground.reading)
    elif partner and fact.field in PARTNER_FACTS:
        settle(f"spouse.{fact.field}", fact, ground.reading)
    elif not partner and fact.field in OWN_FACTS:
        settle(fact.field, fact, ground.reading)
        if fact.field == "intends_quebec" and fact.value:
            ground.reading.notes.append(Because("note-quebec"))


def read_note(fact: Fact, ground: Ground) -> None:
    name = str(fact.value) if isinstance(fact.value, str | int | float) else ""
    ground.reading.notes.append(Because(NOTES[fact.field], {"name": name}))


def read_birthday(fact: Fact, ground: Ground) -> None:
    """The day of a birthday to come is said back with the age that it brings."""
    whose = "partner" if ground.of_partner(fact) else "self"
    told = {"age": fact.value["age"], "whose": whose, **said_day(fact.value["date"])}
    ground.reading.notes.append(Because("note-birthday", told))


def _savings_needed(ground: Ground) -> dict[str, Any]:
    """How much the family has to show, and how many they are; empty while that is not known."""
    told = {**ground.told, **ground.reading.answers}
    if not told.keys() & {"family_size", CHILDREN, "marital_status"}:
        return {}
    try:
        found = costs(parse_profile(in_any_order(nest(told)), draft=True), ground.today)
    except ProfileError:
        return {}
    if (found.missing and "family_size" not in told) or found.funds_spared:
        return {}
    return {"amount": found.funds_amount, "people": found.size}
