"""What ties a person to Canada, and money: offer, nomination, certificate, relatives, partner, funds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.facts import Fact
from bot.nlu.facts.hearing import Hearing
from bot.nlu.facts.lexicon import UNKNOWN, lexicon
from bot.nlu.facts.words import tidy

_IN_CANADA = ("CANADA", "QUEBEC", "PROVINCE", "CANADIAN_CITY")
_PARTNER_MOODS = ("if", "ask")
_INDIAN_SCALES = (100_000, 10_000_000)
"""Lakh and crore: money without a currency is in rupees then."""
_ABOUT_BOTH = ("together", "alone", "to_whom")
"""Ways to tell who comes that speak of the couple or the family without naming the partner."""
_COMING = (
    *(
        "coming",
        "with",
        "both",
        "both_after",
        "listed",
        "brought",
        "together",
        "alone",
        "not_part",
        "to_whom",
    ),
)


def _near(hearing: Hearing, at: int, kind: str, back: int, ahead: int) -> bool:
    part = hearing.scopes[at].part
    places = range(max(0, at - back), min(len(hearing.words), at + ahead + 1))
    return any(
        kind in hearing.words[place] and hearing.scopes[place].part == part for place in places if place != at
    )


def _denied(hearing: Hearing, at: int) -> bool:
    after = hearing.words[at + 1 : at + 2]
    return hearing.answered(at) is False or hearing.negated(at, 5) or any("NEG" in word for word in after)


def read_ties(hearing: Hearing) -> Iterator[Fact]:
    """``job_offer``, ``provincial_nomination``, ``certificate_of_qualification``: had or not had."""
    yield from list(_had(hearing, "OFFER", "job_offer", {}, None)) or _no_offer(hearing)
    yield from _had(hearing, "TRADE_CERTIFICATE", "certificate_of_qualification", True, False)
    nominated = list(_had(hearing, "PNP", "provincial_nomination", True, False)) or list(_nominated(hearing))
    nominated = nominated or list(_stream_only(hearing))
    yield from _no_certificate(hearing)
    yield from nominated


def _no_offer(hearing: Hearing) -> Iterator[Fact]:
    """ "No pnp, no offer": a plain offer is one of a job where it is denied."""
    for at, word in enumerate(hearing.words[1:], 1):
        if word.kinds.get("TOLD_THING") == "job_offer" and hearing.negated(at, 3) and hearing.stated(at):
            yield from hearing.facts("job_offer", None, at, at)
            return


def _no_certificate(hearing: Hearing) -> Iterator[Fact]:
    """ "No pnp, no certificate": in a list of what one has not, the certificate is that of a trade."""
    for at, word in enumerate(hearing.words[1:], 1):
        after = hearing.words[at + 1] if at + 1 < len(hearing.words) else None
        ends = after is None or any(kind in after for kind in ("NEG", "COMMA", "STOP", "AND", "QUESTION"))
        listed = any("PNP" in other or "OFFER" in other or "NOMINATION" in other for other in hearing.words)
        if word.text in _CERTIFICATE and ends and listed and "NEG" in hearing.words[at - 1]:
            yield from hearing.facts("certificate_of_qualification", False, at, at)
            return


_CERTIFICATE = frozenset({"certificate", "certificat"})


def _had(hearing: Hearing, kind: str, name: str, yes: object, no: object) -> Iterator[Fact]:
    for at, word in enumerate(hearing.words):
        if kind not in word or not hearing.stated(at):
            continue
        if _denied(hearing, at):
            yield from hearing.facts(name, no, at, at)
            return
        if _near_sentence(hearing, at, ("LOST",)):
            return
        had = "OFFERED" in word or any(
            _near(hearing, at, having, 5, 3) for having in ("IHAVE", "RECEIVED", "HAVE", "WITH")
        )
        listed = (kind == "TRADE_CERTIFICATE" and len(hearing.part(at)) <= 3) or hearing.answered(at) is True
        if (had or listed) and not _near(hearing, at, "APPLIED", 5, 3):
            value = no if kind in _ONLY_IN_CANADA and _does_not_count(hearing, at, kind) else yes
            yield from hearing.facts(name, value, at, at)
            return


_ONLY_IN_CANADA = ("TRADE_CERTIFICATE", "PNP")


def _does_not_count(hearing: Hearing, at: int, kind: str) -> bool:
    """A trade certificate from abroad, a nomination outside Express Entry: had, but not what is meant."""
    if kind == "PNP":
        return _is_base(hearing, at)
    here = any(_near(hearing, at, word, 4, 8) for word in (*_IN_CANADA, "CANADIAN"))
    abroad = any(_near(hearing, at, word, 1, 6) for word in ("FOREIGN", "FOREIGN_WORD", "NATIONALITY"))
    return abroad and not here and hearing.words[at].text not in _RED_SEAL


_RED_SEAL = frozenset({"red seal", "redseal", "red-seal", "red seal endorsement", "sceau rouge"})
"""Only Canada gives it."""


def _is_base(hearing: Hearing, at: int) -> bool:
    """A nomination in a base stream, or Quebec's selection: no points, and no nomination as meant here."""
    quebec = _near(hearing, at, "QUEBEC", 5, 4) and not _near(hearing, at, "PROVINCE", 5, 4)
    return quebec or _near_sentence(hearing, at, ("BASE",))


def _stream_only(hearing: Hearing) -> Iterator[Fact]:
    """ "Yes, base stream though": the stream alone answers the question about a nomination."""
    for at, word in enumerate(hearing.words):
        if "BASE" in word and word.text not in ("base", "de base") and hearing.stated(at):
            yield from hearing.facts("provincial_nomination", False, at, at)
            return


def _nominated(hearing: Hearing) -> Iterator[Fact]:
    for at, word in enumerate(hearing.words):
        if not hearing.stated(at) or not ("NOMINATED" in word or "NOMINATION" in word):
            continue
        if _denied(hearing, at):
            yield from hearing.facts("provincial_nomination", False, at, at)
            return
        if _near_sentence(hearing, at, ("LOST",)):
            return
        place = any(_near(hearing, at, kind, 5, 4) for kind in ("PROVINCE", "QUEBEC"))
        had = "NOMINATED" in word or _near(hearing, at, "RECEIVED", 4, 2) or _near(hearing, at, "IHAVE", 4, 0)
        if (
            had
            and (place or "NOMINATED" in word or "NOMINATION" in word)
            and not _near(hearing, at, "APPLIED", 5, 4)
        ):
            yield from hearing.facts("provincial_nomination", not _is_base(hearing, at), at, at)
            return


def read_relatives(hearing: Hearing) -> Iterator[Fact]:
    """``sibling_in_canada``, and ``relative_in_canada`` for the other relatives that the grid counts."""
    for at, word in enumerate(hearing.words):
        for kind, name in (("SIBLING", "sibling_in_canada"), ("RELATIVE", "relative_in_canada")):
            if kind in word and (facts := _relative(hearing, at, name)):
                yield from facts
                break
        if (
            "INLAW" in word
            and _plain(hearing, at)
            and _near_sentence(hearing, at, (*_IN_CANADA, "CITIZENPR"))
            and not hearing.negated(at, 4)
        ):
            yield from _own(hearing, "sibling_in_canada", True, at, False)
        if (
            "FAMILY" in word
            and hearing.negated(at, 4)
            and _near_sentence(hearing, at, _IN_CANADA)
            and _plain(hearing, at)
        ):
            yield from _own(hearing, "sibling_in_canada", False, at, True)
            return


def _plain(hearing: Hearing, at: int) -> bool:
    return hearing.scopes[at].mood == "said"


def _own(hearing: Hearing, name: str, value: object, at: int, sure: bool) -> list[Fact]:
    word = hearing.words[at]
    return [Fact(name, value, "self", word.start, word.end, sure and not hearing.doubted(at, at))]


def _near_sentence(hearing: Hearing, at: int, kinds: tuple[str, ...]) -> bool:
    for step in (1, -1):
        place = at + step
        while 0 <= place < len(hearing.words) and abs(place - at) <= 12:
            word = hearing.words[place]
            if (
                "STOP" in word
                or "QUESTION" in word
                or ("SELF" in word and step == 1 and "BUT" in hearing.words[place - 1])
            ):
                break
            if any(kind in word for kind in kinds):
                return True
            place += step
    return False


def _relative(hearing: Hearing, at: int, name: str) -> list[Fact]:
    if not _plain(hearing, at):
        return []
    if hearing.negated(at, 5) or hearing.answered(at) is False:
        alone = name == "sibling_in_canada"
        return (
            _own(hearing, name, False, at, True) if alone or _near_sentence(hearing, at, _IN_CANADA) else []
        )
    if any("NEG" in word for word in hearing.words[at + 1 : at + 4]):
        return []
    settled = _near_sentence(hearing, at, ("CITIZENPR",))
    sibling = name == "sibling_in_canada"
    if _near_sentence(hearing, at, ("STUDENT_STATUS",)):  # a student or a visitor is no relative that counts
        return _own(hearing, name, False, at, True) if sibling and not settled else []
    if _near_sentence(hearing, at, ("FOREIGN",)):
        lives = sibling and settled and not _near_sentence(hearing, at, _IN_CANADA)
        return _own(hearing, name, False, at, True) if lives and _lives_abroad(hearing, at) else []
    there = _near_sentence(hearing, at, _IN_CANADA)
    if not there and not settled:
        return []
    if sibling and _is_minor(hearing, at):
        return _own(hearing, name, False, at, True)
    return _own(hearing, name, True, at, there and settled)


def _lives_abroad(hearing: Hearing, at: int) -> bool:
    """ "…, but she lives in London": who lives abroad is no relative in Canada."""
    after = hearing.words[at + 1 : at + 14]
    living = next((place for place, word in enumerate(after) if "LIVES" in word), None)
    return living is not None and any("FOREIGN" in word for word in after[living : living + 4])


@lru_cache(maxsize=2)
def _ages_of_siblings(lang: str) -> re.Pattern[str]:
    return lexicon(lang).pattern(
        "(?:COMMA|OF|BE|AGEWORD|HE|HAVE|OPEN|TURNS|WANT|SIBLING) (?P<n>NUM)"
        " (?! MONTHS|OTHERUNIT|EXPERIENCE|MONTHNAME)"
    )


def _is_minor(hearing: Hearing, at: int) -> bool:
    """Whether a brother or sister is told to be under 18: only adults count."""
    stop = next((n for n in range(at, len(hearing.words)) if "STOP" in hearing.words[n]), len(hearing.words))
    if any("MINOR" in word for word in hearing.words[at:stop]):
        return True
    for match in _ages_of_siblings(hearing.lang).finditer(hearing.codes, at, stop):
        number, first = hearing.value(match, "n", "NUM"), hearing.words[match.start()]
        still_to_come = "TURNS" in first or "WANT" in first
        if hearing.scopes[match.start("n")].person == "other" and number <= (
            _ADULT if still_to_come else _ADULT - 1
        ):
            return True
    return False


_ADULT = 18
"""The age from which a brother or sister counts."""


@lru_cache(maxsize=2)
def _partner(lang: str) -> dict[str, re.Pattern[str]]:
    pattern = lexicon(lang).pattern
    return {
        "coming": pattern(
            f"(?P<who>PARTNER {UNKNOWN}{{0,2}}|HE) (?:COMMA NUM (?:YEARS OLD?)? COMMA)?"
            " (?:(?:AND|COMMA|WITH|PLUS) (?:SELF|HE|ARTICLE)? NUM? KID COMMA? EACH?)?"
            " (?:WANT|NEG|BE|HE|ONLY|HAVE|WITHME|IN|AND|AFTERWARDS){0,5} (?P<verb>COMING|STAYING)"
        ),
        "both": pattern("(?P<who>BOTH) (?:WANT|NEG|BE|ONLY|HAVE){0,3} (?P<verb>COMING)"),
        "listed": pattern(
            "(?P<who>PARTNER) (?:~STOP_OR_QUESTION_OR_SELF_OR_IAM_OR_IHAVE){1,14}? COMMA"
            " (?:AND|HE|WANT|NEG|BE|PLEASE){0,3} (?P<verb>COMING) (?=WITHME|WITH|$|STOP|COMMA|IN|TO)"
        ),
        "brought": pattern("(?P<verb>BRINGING) (?P<who>SELF PARTNER|PARTNER)"),
        "together": pattern(
            "(?:SELF|IAM|AND|PARTNER|KID|COMMA|^) (?:WANT|BE|EACH|ONLY){0,3}"
            " (?P<who>COMING) (?P<verb>TOGETHER)"
        ),
        "alone": pattern("(?P<who>GOING_ALONE) ANY{0,6}? (?P<verb>STAYING)"),
        "not_part": pattern("(?P<who>PARTNER|HE) ANY{0,2}? (?P<verb>NOT_PART)"),
        "to_whom": pattern(
            "MARITAL (?:TO|WITH|IN) ~STOP_OR_COMMA{1,3} (?P<who>WHO) (?:WANT|NEG|BE){0,3} (?P<verb>COMING)"
        ),
        "both_after": pattern("(?P<verb>COMING) (?:IN|ARTICLE|CANADA|WITHME){0,3} (?P<who>BOTH)"),
        "with": pattern("(?P<verb>COMING) (?:IN|ARTICLE|CANADA){0,2} WITH SELF (?P<who>PARTNER)"),
        "citizen": pattern(
            "(?P<who>PARTNER|HE) (?:BE|HAVE|NEG|ARTICLE|ONLY|PRESENT|HE|COMMA|COLON|CANADIAN_CITY|IN){1,5}?"
            " (?P<status>CITIZENPR)"
        ),
        "elsewhere": pattern(
            f"(?P<who>PARTNER {UNKNOWN}{{0,2}}|HE) (?:BE|HAVE|ARTICLE|ONLY|PRESENT|HE|COMMA|COLON){{1,4}}?"
            " (?:(?P<status>CITIZENPR) (?:OF|FROM|IN) ARTICLE? (?:FOREIGN|FOREIGN_WORD)"
            "|(?:FOREIGN|NATIONALITY|FOREIGN_WORD) (?P<of>CITIZENPR)|(?P<after>CITIZENPR) NATIONALITY"
            "|(?P<nation>NATIONALITY) (?=$|COMMA|STOP|BUT|AND))"
        ),
        "married_to": pattern("MARITAL (?:TO|WITH|IN) ARTICLE? (?P<status>CITIZENPR)"),
    }


def read_partner(hearing: Hearing) -> Iterator[Fact]:
    """The partner: ``accompanying``, ``citizen_or_permanent_resident``."""
    patterns = _partner(hearing.lang)
    coming: list[Fact] = []
    for name in _COMING:
        for match in hearing.find(patterns[name]):
            at = match.start("verb")
            about = name in _ABOUT_BOTH or _about_partner(hearing, match.end("who") - 1)
            if not about or hearing.scopes[at].mood in _PARTNER_MOODS:
                continue
            if "both" in name and hearing.negated(match.start(), 3):
                continue
            between = hearing.words[match.start() : at]
            denied = any("NEG" in word for word in between)
            staying = "STAYING" in hearing.words[at] or "NOT_PART" in hearing.words[at]
            value = "NOT_PART" not in hearing.words[at] and (
                not denied and not staying
                if not (denied and staying)
                else "accompan" not in hearing.words[at].text
            )
            word = hearing.words[match.start()]
            sure = not hearing.doubted(match.start(), at)
            coming.append(Fact("accompanying", value, "partner", word.start, hearing.words[at].end, sure))
            break
    yield from coming[:1]
    if elsewhere := list(_citizen_elsewhere(hearing)):
        yield from elsewhere
        return
    for name in ("citizen", "married_to"):
        for match in hearing.find(patterns[name]):
            at, first = match.start("status"), match.start()
            about = name == "married_to" or _about_partner(hearing, match.start("who"))
            if not about or hearing.scopes[at].mood != "said" or _credential_follows(hearing, at):
                continue
            value = not any("NEG" in word for word in hearing.words[first:at])
            sure = not hearing.doubted(first, at)
            start, end = hearing.words[first].start, hearing.words[at].end
            yield Fact("citizen_or_permanent_resident", value, "partner", start, end, sure)
            return


def _citizen_elsewhere(hearing: Hearing) -> Iterator[Fact]:
    """ "A citizen of Nepal", "citoyenne belge", "no, she's Ghanaian": of another country than Canada."""
    for match in hearing.find(_partner(hearing.lang)["elsewhere"]):
        first, last = match.start(), match.end() - 1
        both = any("CANADA" in word or "CANADIAN" in word for word in hearing.words[first : last + 3])
        if hearing.scopes[last].mood != "said" or both or not _about_partner(hearing, match.start("who")):
            continue
        answers = any("NO" in word or "NEG" in word for word in hearing.words[:first])
        sure = match.start("nation") < 0 or answers
        start, end = hearing.words[first].start, hearing.words[last].end
        yield Fact("citizen_or_permanent_resident", False, "partner", start, end, sure)
        return


def _about_partner(hearing: Hearing, at: int) -> bool:
    scope = hearing.scopes[at]
    return scope.person in ("partner", "both") or (scope.person == "self" and "PARTNER" in hearing.words[at])


def _credential_follows(hearing: Hearing, at: int) -> bool:
    kinds = (
        "EXPERIENCE",
        "WORK",
        "DEGREE",
        "DOUBTFUL_DEGREE",
        "DEGREEWORD",
        "CURRENCY",
        "YEARS",
        "DIPLOMA",
        "TEST",
        "STUDY",
    )
    return any(kind in word for word in hearing.words[at + 1 : at + 2] for kind in kinds)


@lru_cache(maxsize=2)
def _amounts(lang: str) -> tuple[re.Pattern[str], ...]:
    pattern = lexicon(lang).pattern
    return (
        pattern("(?P<c>CURRENCY) (?P<n>NUM) (?P<k>SCALEWORD)? OF? (?P<c2>CURRENCY)?"),
        pattern("(?P<n>NUM) (?P<k>SCALEWORD)? OF? (?P<c>CURRENCY)"),
        pattern("(?P<n>NUM) (?P<k>SCALEWORD)"),
    )


def read_funds(hearing: Hearing) -> Iterator[Fact]:
    """``settlement_funds_cad`` in Canadian dollars; other money is ``funds_other_currency``."""
    for pattern in _amounts(hearing.lang):
        for match in hearing.find(pattern):
            first, last = match.start(), match.end() - 1
            groups = match.groupdict()
            saved = _near_sentence(hearing, first, ("FUNDSWORD",))
            if hearing.part_has(first, "NOTFUNDS") or hearing.negated(first, 2):
                continue
            currency = hearing.value(match, "c2", "CURRENCY") if groups.get("c2") else None
            scale = int(hearing.value(match, "k", "SCALEWORD") or 1) if groups.get("k") else 1
            unsaid = "INR" if scale in _INDIAN_SCALES else "$"
            currency = currency or (hearing.value(match, "c", "CURRENCY") if groups.get("c") else unsaid)
            stated = hearing.value(match, "c", "CURRENCY") if groups.get("c") else None
            owned = stated not in (None, "$") and hearing.part_has(first, "IHAVE", "FUNDSWORD")
            edges = (*hearing.words[max(0, first - 1) : first], *hearing.words[last + 1 : last + 2])
            listed = stated not in (None, "$") and all(
                any(kind in word for kind in ("COMMA", "STOP", "AND", "COLON", "BUT")) for word in edges
            )
            if not saved and not owned and not (listed and len(hearing.words) > last - first + 1):
                continue
            amount = tidy(hearing.value(match, "n", "NUM") * scale)
            if currency in ("CAD", "$"):
                yield from hearing.facts("settlement_funds_cad", amount, first, last, sure=currency == "CAD")
            else:
                yield from hearing.facts("funds_other_currency", f"{amount} {currency}", first, last)
            return
