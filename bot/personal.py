"""What nobody needs to tell an adviser about rules: numbers of papers and ways to reach a person.

They are taken out of a text before it is stored. What looks the same and is told (scores, years, amounts,
codes of occupations) stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

HIDDEN = "…"
"""Stands for what was taken out."""
_NEAR = r"[^\d\n]{0,25}?"
_AT = r"\s{0,3}(?:\(at\)|\[at\]|\barobase\b|\bat\b)\s{0,3}"
_DOT = r"\s{0,3}(?:\(dot\)|\[dot\]|\bdot\b|\bpoint\b)\s{0,3}"
_ENDING = r"(?:com|org|net|edu|gov|info|io|me|co|ca|fr|in|uk|us|ng|ph|pk|cn|de|be|ma|dz|tn|sn|cm|ci)"
_YEARS = range(1900, 2101)


def _any(_found: re.Match[str]) -> bool:
    return True


def _is_card(found: re.Match[str]) -> bool:
    """Whether the last digit is the check digit of a payment card."""
    digits = [int(each) for each in found[0] if each.isdigit()]
    doubled = [digit * 2 - 9 * (digit > 4) for digit in digits[-2::-2]]
    return (sum(doubled) + sum(digits[::-2])) % 10 == 0


def _are_no_years(found: re.Match[str]) -> bool:
    return not all(int(part) in _YEARS for part in re.split(r"\D+", found["value"]))


@dataclass(frozen=True)
class _Kind:
    """One thing to be taken out: ``value`` in the pattern, or all of it; ``holds`` decides doubtful ones."""

    name: str
    pattern: re.Pattern[str]
    holds: Callable[[re.Match[str]], bool] = _any


def _kind(name: str, pattern: str, holds: Callable[[re.Match[str]], bool] = _any) -> _Kind:
    return _Kind(name, re.compile(pattern, re.IGNORECASE), holds)


KINDS = (
    _kind(
        "email",
        r"(?P<value>(?<![^\s@<>,;:()])[^\s@<>,;:()]{1,64}@[^\s@<>,;:()]{1,200}\.[^\s@<>,;:()]{1,60}(?<=\w))",
    ),
    _kind(
        "email",
        rf"(?P<value>(?<![\w.+-])[\w.+-]{{1,64}}{_AT}[\w-]{{1,60}}(?:{_DOT}[a-z]{{2,20}}){{0,3}}{_DOT}{_ENDING})\b",
    ),
    _kind("card", r"(?P<value>\b\d(?:[ -]?\d){12,18}\b)", _is_card),
    _kind(
        "passport",
        rf"\b(?:passports?|passeports?)\b{_NEAR}"
        r"(?P<value>\b(?=(?:[a-z]{0,4}\d){5})[a-z0-9]{6,12}\b|\b[a-z]{0,3} ?\d(?:[ -]?\d){5,8}[a-z]?\b)",
    ),
    _kind("passport", r"(?P<value>\b[a-z]{2}\d{6,7}\b)"),
    _kind("passport", r"(?P<value>\b[a-z]\d{7,9}\b)"),
    _kind(
        "uci",
        rf"\b(?:uci|iuc|client id|identificateur unique)\b{_NEAR}(?P<value>\d(?:[ -]?\d){{7,9}})\b",
    ),
    _kind("uci", r"(?P<value>(?<![\d-])\d{2}-\d{4}-\d{4}(?![\d-]))"),
    _kind("uci", r"(?P<value>(?<![\d-])\d{4}-\d{4}(?![\d-]))", _are_no_years),
    _kind(
        "sin",
        rf"\b(?:sin|nas|social insurance|assurance sociale)\b{_NEAR}"
        r"(?P<value>\d{3}[ -]?\d{3}[ -]?\d{3})\b",
    ),
    _kind("phone", r"(?P<value>(?<![\w+])\+\d(?:[ ().-]{0,2}\d){7,14})\b"),
    _kind("phone", r"(?P<value>(?<![\w-])(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[.-])\d{3}[ .-]\d{4}\b(?!-))"),
    _kind("phone", r"(?P<value>(?<![\w.,-])0\d(?:[ .-]\d{2}){4}\b(?![.,-]\d))"),
    _kind("phone", r"(?P<value>(?<![\w.,-])0\d{3}[ -]?\d{3}[ -]?\d{4}\b)"),
    _kind(
        "phone",
        r"(?P<value>(?<![\w.,$€£-])[2-9]\d{9}\b(?![.,]\d| ?(?:\$|€|£|dollars?|cad|usd|eur|inr|ngn|php)))",
    ),
    _kind(
        "phone",
        rf"\b(?:phone|tel|t[ée]l(?:[ée]phone)?|mobile|cell(?:ulaire)?|whatsapp|call me|appelez)\b{_NEAR}"
        r"(?P<value>\+?\d(?:[ ().-]{0,2}\d){6,14})\b",
    ),
)
"""Every kind, the surest first. The words that surround a number decide where its form does not."""


@dataclass(frozen=True)
class Cleaned:
    """A text without what nobody needs, and the kinds of what was taken out (see :data:`KINDS`)."""

    text: str
    hidden: tuple[str, ...] = ()


def without_personal_numbers(text: str) -> Cleaned:
    """The text with :data:`HIDDEN` in the place of e-mail addresses, telephone numbers, and the numbers of
    passports, IRCC's clients (UCI), payment cards and social insurance."""
    hidden = dict[str, None]()
    for kind in KINDS:

        def hide(found: re.Match[str], kind: _Kind = kind) -> str:
            if not kind.holds(found):
                return found[0]
            hidden[kind.name] = None
            start, end = (each - found.start() for each in found.span("value"))
            return f"{found[0][:start]}{HIDDEN}{found[0][end:]}"

        text = kind.pattern.sub(hide, text)
    return Cleaned(text, tuple(hidden))
