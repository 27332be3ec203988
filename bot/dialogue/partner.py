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


_LISTED = re.compile(
    r"(?:^|[,;:.(]\s*|\b(?:and|et|with)\s+)(?:(?P<wife>wife|épouse)|(?P<husband>husband|hubby|mari|époux)"
    r"|(?P<partner>spouse|partner|partenaire|conjointe?)(?=\s*[:(,=–-]|\s+\d))\b",
    re.IGNORECASE,
)
"""The same without "my", as it stands in lists; « femme » by itself may be a woman."""


_TWO = re.compile(
    r"\b(?:both of us|we(?:['’]re| are)? (?:both|each)|the two of us|nous deux|chacun de nous"
    r"|(?:on (?:a|est)|nous (?:avons|sommes)) (?:tou(?:te)?s les deux|tous deux|chacune?))\b",
    re.IGNORECASE,
)


def two(text: str) -> bool:
    """Whether whoever writes speaks of a partner, or of two as a couple does ("we're both nurses")."""
    return relation(text) is not None or _TWO.search(text) is not None


def relation(text: str) -> Relation | None:
    """What whoever writes calls their partner ("my wife", « mon mari »); None where they do not."""
    found = _OWN.search(text) or _LISTED.search(text)
    return next((name for name in _WORDS if found.groupdict().get(name)), None) if found else None
