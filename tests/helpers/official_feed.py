"""The official feed as the tests write it: the form of ``ee_rounds_123_en.json``, from any history."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from express_entry.rounds import History, Pool, Round

FRENCH = {
    "Canadian Experience Class": "Catégorie de l’expérience canadienne",
    "Provincial Nominee Program": "Programme des candidats des provinces",
    "Trades Occupations, 2026-Version 3": "Métiers spécialisés 2026-Version 3",
}
PROGRAM_NAMES = {
    "fsw": "Federal Skilled Worker Program",
    "cec": "Canadian Experience Class",
    "fst": "Federal Skilled Trades Program",
    "pnp": "Provincial Nominee Program",
}


def spelled(day: date | datetime) -> str:
    """A day as the feed spells it."""
    return f"{day:%B} {day.day}, {day.year}"


def entry(each: Round, pool: Pool | None = None) -> dict[str, str]:
    """One round."""
    href = f"<a href='/content/canadasite/en/invitations.html?q={each.number}'>"
    counts = pool.counts if pool else (0,) * 15
    dd = [
        *counts[:2],
        sum(counts[2:7]),
        *counts[2:7],
        sum(counts[7:12]),
        *counts[7:],
        pool.total if pool else 0,
    ]
    return {
        "drawNumber": each.number,
        "drawNumberURL": f"{href}{each.number}</a>",
        "drawDate": each.date.isoformat(),
        "drawDateFull": spelled(each.date),
        "drawName": each.name,
        "drawSize": f"{each.invitations:,}",
        "drawCRS": str(each.cutoff),
        "mitext": f"{href}Invitations to apply #{each.number}</a>",
        "DrawText1": f"{href}See full text of Ministerial Instruction</a>",
        "drawText2": ", ".join(PROGRAM_NAMES[program] for program in each.programs),
        "drawDateTime": f"{spelled(each.date)} at 14:00:00 UTC",
        "drawCutOff": f"{spelled(each.tie_break)} at {each.tie_break:%H:%M:%S} UTC" if each.tie_break else "",
        "drawDistributionAsOn": spelled(pool.as_of if pool else each.date),
        **{f"dd{place}": f"{count:,}" for place, count in enumerate(dd, 1)},
    }


def entries(history: History, *more: Round) -> list[dict[str, str]]:
    """All rounds, the newest first, each with the newest count of the pool that was made before it."""
    pools = {pool.as_of: pool for pool in history.pools}
    found = []
    for each in (*history.rounds, *more):
        days = [day for day in pools if day <= each.date]
        found.append(entry(each, pools[max(days)] if days else None))
    return found[::-1]


def document(rounds: Iterable[dict[str, Any]]) -> str:
    """The file around the rounds."""
    return json.dumps({"classes": "wb-tables", "rounds": list(rounds)}, ensure_ascii=False)


def french(rounds: Iterable[dict[str, str]]) -> str:
    """The French twin."""
    return document({**each, "drawName": FRENCH.get(each["drawName"], each["drawName"])} for each in rounds)
