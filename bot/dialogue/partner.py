"""The word that people use for their partner, so that it can be theirs in what is said to them."""

from __future__ import annotations

import re
from typing import Literal

Relation = Literal["wife", "husband", "partner"]

_WORDS: dict[Relation, str] = {
    "wife": r"wife|femme|épouse|epouse",
    "husband": r"husband|hubby|mari|époux|epoux",
    "partner": r"partner|spouse|boyfriend|girlfriend|partenaire|conjointe?|compagnon|compagne",
}
_OWN = re.compile(
    rf"\b(?:my|mon|ma)\s+(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _WORDS.items())})\b",
    re.IGNORECASE,
)


def relation(text: str) -> Relation | None:
    """What whoever writes calls their partner ("my wife", « mon mari »); None where they do not."""
    found = _OWN.search(text)
    return next((name for name in _WORDS if found.group(name)), None) if found else None
