"""The family: how many they are, and the children with their ages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from bot.facts import Fact
from bot.nlu.facts.hearing import Hearing
from bot.nlu.facts.lexicon import lexicon
from express_entry.vocabulary import PARTNERED

_MOST_CHILDREN, _OLDEST_CHILD = 20, 60


@lru_cache(maxsize=2)
def _families(lang: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    """Patterns, and how many people beside the number they mean."""
    pattern = lexicon(lang).pattern
    return (
        (pattern("FAMILYSIZE (?:OF|BE|COLON)? (?P<n>NUM) (?! DASH|KID)"), 0),
        (pattern("(?P<n>NUM) FAMILYSIZE (?! OF)"), 0),
        (pattern("MARITAL (?:COMMA|WITH|AND|DASH|STOP|OPEN|SLASH)? (?:WITH|HAVE)? (?P<n>NUM) KID"), 1),
        (pattern("MARITAL (?:COMMA|WITH|AND)? (?P<none>NOKIDS)"), 1),
        (pattern("PARTNER (?:AND|COMMA|WITH|PLUS) (?:SELF|ARTICLE)? (?P<n>NUM) KID"), 2),
        (pattern("JUST_ME AND SELF (?P<one>KID)"), 2),
        (pattern("MARITAL (?:COMMA|WITH|AND)? PARENT_OF (?P<n>NUM) KID?"), 1),
        (
            pattern(
                "(?:^|COMMA|STOP) (?:PLEASE|BE|SELF|FAMILY|COLON){0,3} (?P<one>JUST_ME)"
                " (?=$|STOP|COMMA NOKIDS)"
            ),
            1,
        ),
        (pattern("PARTNER AND SELF? NUM YEARS DASH? OLD KID"), 3),
        (pattern("IAM (?P<one>JUST_ME) COMMA? NOKIDS"), 1),
        (pattern("(?:ONLY|PLEASE) (?:SELF? PARTNER AND ME|BOTH) (?=$|STOP|COMMA|NOKIDS)"), 2),
        (pattern("NOKIDS COMMA (?:ONLY|PLEASE) BOTH"), 2),
        (pattern("(?:IAM|BE) ARTICLE? (?P<couple>COUPLE)"), 2),
    )


def read_family_size(hearing: Hearing) -> Iterator[Fact]:
    """``family_size``: the person, the partner and the children."""
    for pattern, others in _families(hearing.lang):
        for match in hearing.find(pattern):
            groups = match.groupdict()
            number = hearing.words[match.start("n")]["NUM"] if groups.get("n") else 0
            status = hearing.words[match.start()].kinds.get("MARITAL")
            partnered = status in PARTNERED and not hearing.negated(match.start(), 2)
            size = number + others + (partnered and others == 1)
            first, last = match.start(), match.end() - 1
            if size == int(size) and 1 <= size <= 30 and hearing.taken.isdisjoint(range(first, last + 1)):
                scope = hearing.scopes[first]
                if (
                    scope.mood == "said"
                    and scope.person != "other"
                    and (scope.person != "partner" or others >= 2)
                ):
                    words = hearing.words
                    yield Fact("family_size", int(size), "self", words[first].start, words[last].end, True)
                return


@lru_cache(maxsize=2)
def _children(lang: str) -> dict[str, re.Pattern[str]]:
    pattern = lexicon(lang).pattern
    age = "NUM (?:YEARS OLD?|OLD|MONTHS)? (?! KID|EXPECTED)"
    ages = f"(?P<ages>{age}(?: (?:COMMA AND?|AND|SLASH) {age}){{0,5}})"
    beside = "(?:OPEN|COLON|COMMA|BE|AGEWORD|OF|HAVE|HE|THEY|EACH|TURNED|IN_FUTURE){0,3}"
    return {
        "they": pattern(
            f"^(?:PLEASE|AND){{0,2}} THEY (?:BE|HAVE|AGEWORD){{1,2}} {ages} (?:PLEASE|STOP){{0,2}}$"
        ),
        "of_them": pattern(f"(?P<kid>KID) (?:COMMA|OPEN) (?P<n>NUM) (?:OF ~COMMA COMMA?|COMMA) {ages}"),
        "aged": pattern(f"(?P<n>NUM|ARTICLE|AYEAR)? (?P<kid>KID) {beside} {ages}"),
        "old": pattern("(?P<age>NUM) DASH? (?:(?P<unit>YEARS|MONTHS) DASH? OLD?|OLD) (?P<kid>KID)"),
        "somebody": pattern(
            "(?:IHAVE|HAVE|WITH) ARTICLE (?P<age>NUM) DASH? (?:(?P<unit>YEARS|MONTHS) DASH? OLD?|OLD)"
            " (?=$|STOP|COMMA|AND)"
        ),
        "of": pattern("(?P<kid>KID) OF (?P<age>NUM) (?P<unit>YEARS|MONTHS)"),
        "counted": pattern("(?P<n>NUM) (?:JOBMODIFIER|DOUBT)? (?P<kid>KID)"),
        "parent": pattern("PARENT_OF (?P<n>NUM)"),
        "none": pattern("NOKIDS|NEG (?:HAVE|ANY|OF|ARTICLE|ONE){0,2} KID"),
        "one": pattern("(?:IHAVE|HAVE|WITH|AND|COMMA|SELF) (?:ARTICLE|NUM|SELF)? (?P<kid>KID)"),
    }


def read_children(hearing: Hearing) -> Iterator[Fact]:
    """``child``: one fact for each child, with its age where that is told; None where there are none."""
    for first, last, child in _told(hearing):
        start, end = hearing.words[first].start, hearing.words[last].end
        yield Fact("child", child, "self", start, end, not hearing.doubted(first, last))


def taken(hearing: Hearing) -> frozenset[int]:
    """The words that tell of children."""
    return frozenset(at for first, last, _ in _told(hearing) for at in range(first, last + 1))


def _told(hearing: Hearing) -> list[tuple[int, int, dict[str, Any] | None]]:
    found: list[tuple[int, int, dict[str, Any] | None]] = []
    words: set[int] = set()
    for name, pattern in _children(hearing.lang).items():
        if name in ("none", "one") and found:
            break
        for match in hearing.find(pattern):
            first, last = match.start(), match.end() - 1
            if words & set(range(first, last + 1)) or not _own(hearing, match, name):
                continue
            children = [None] if name == "none" else _ages(hearing, match, name)
            if name == "of_them" and len(children) != hearing.value(match, "n", "NUM"):
                continue
            if name == "of_them" and not hearing.words[match.start("n")].text.isalpha():
                continue  # "my kids, 2, 3 and 6"
            if name == "aged" and "COMMA" in hearing.words[match.end("kid")] and {} in children:
                continue  # "mother of two kids, 33"
            if len(children) <= _MOST_CHILDREN:
                words |= set(range(first, last + 1))
                found += [(first, last, child) for child in children]
    return found


def _own(hearing: Hearing, match: re.Match[str], name: str) -> bool:
    """Whether they are children of the person or the partner, told as a fact."""
    first = match.start()
    kid = match.start("kid") if "kid" in match.re.groupindex else first
    scope = hearing.scopes[first]
    if scope.mood != "said" or (name != "none" and hearing.negated(first, 3)):
        return False
    near = hearing.words[max(0, first - 3) : kid]
    others = any(
        kind in word and "KID" not in word for word in near for kind in ("SIBLING", "RELATIVE", "FAMILY")
    )
    expected = any("WANT" in word or "NEXT" in word for word in near)
    own = name == "they" or scope.person != "other" or "KID" in hearing.words[kid]
    return own and not (others or expected)


def _ages(hearing: Hearing, match: re.Match[str], name: str) -> list[Any]:
    groups = match.groupdict()
    if name in ("old", "of", "somebody"):
        months = bool(groups.get("unit")) and "MONTHS" in hearing.words[match.start("unit")]
        age = hearing.value(match, "age", "NUM")
        return [{"age": int(age // 12 if months else age)}] if age <= _OLDEST_CHILD else []
    number = hearing.words[match.start("n")].kinds.get("NUM", 1) if groups.get("n") else name != "they"
    if name not in ("aged", "of_them", "they"):
        return [{} for _ in range(int(number))]
    told = [
        (word["NUM"], "MONTHS" in after)
        for word, after in zip(
            hearing.words[match.start("ages") : match.end("ages")],
            [
                *hearing.words[match.start("ages") + 1 : match.end("ages")],
                hearing.words[match.end("ages") - 1],
            ],
            strict=True,
        )
        if "NUM" in word
    ]
    children = [{"age": int(age // 12 if months else age)} for age, months in told if age <= _OLDEST_CHILD]
    missing = int(number) - len(children) if number == int(number) else 0
    return children + [{} for _ in range(max(0, missing))]
