"""What ties a person to Canada, and money: offer, nomination, certificate, relatives, partner, funds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from bot.facts import ON_THE_GRID, Fact
from bot.nlu.facts import generic
from bot.nlu.facts.hearing import Hearing, once
from bot.nlu.facts.words import norm, tidy

_IN_CANADA = ("CANADA", "QUEBEC", "PROVINCE", "CANADIAN_CITY")
_PARTNER_MOODS = ("if", "ask", "claim")
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
        "behind",
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
    listed = not hearing.kinds.isdisjoint(("PNP", "OFFER", "NOMINATION"))
    for at, word in enumerate(hearing.words[1:], 1):
        after = hearing.words[at + 1] if at + 1 < len(hearing.words) else None
        ends = after is None or any(
            kind in after for kind in ("NEG", "COMMA", "STOP", "AND", "QUESTION", "NO_CANADIAN_STUDY")
        )
        if word.text in _CERTIFICATE and ends and listed and "NEG" in hearing.words[at - 1]:
            yield from hearing.facts("certificate_of_qualification", False, at, at)
            return


_CERTIFICATE = frozenset({"certificate", "certificat"})


def _had(hearing: Hearing, kind: str, name: str, yes: object, no: object) -> Iterator[Fact]:
    for at, word in enumerate(hearing.words):
        if kind == "OFFER" and kind in word and _is_made_to_me(hearing, at):
            yield Fact(name, yes, "self", word.start, word.end, not hearing.doubted(at, at))
            return
        if kind not in word or not hearing.stated(at) or _is_asked_with(hearing, at):
            continue
        if _denied(hearing, at):
            if kind == "OFFER" and _is_of_a_permit(hearing, at):
                continue
            yield from hearing.facts(name, no, at, at)
            return
        if _near_sentence(hearing, at, ("LOST",)):
            if kind == "PNP":
                yield from hearing.facts(name, no, at, at)
            return
        had = "OFFERED" in word or any(
            _near(hearing, at, having, 5, 3) for having in ("IHAVE", "RECEIVED", "HAVE", "WITH")
        )
        listed = (kind == "TRADE_CERTIFICATE" and len(hearing.part(at)) <= 3) or hearing.answered(at) is True
        if (had or listed) and not _near(hearing, at, "APPLIED", 5, 3):
            value = no if kind in _ONLY_IN_CANADA and _does_not_count(hearing, at, kind) else yes
            yield from hearing.facts(name, value, at, at, sure=not _may_be_foreign(hearing, at, kind))
            return


def _is_made_to_me(hearing: Hearing, at: int) -> bool:
    """ "My boss gave me an offer", « mon patron m'a fait une offre »: what somebody else made to oneself."""
    if hearing.scopes[at].person != "other" or hearing.scopes[at].mood != "said" or _denied(hearing, at):
        return False
    part = hearing.scopes[at].part
    before = range(max(0, at - _TO_AN_OFFER), at + 1)
    return any(
        hearing.scopes[place].part == part and not _TO_ME.isdisjoint(hearing.words[place].text.split())
        for place in before
    )


_TO_AN_OFFER = 5
"""Words from whom an offer is made to, to the offer: "got me a full-time job offer"."""
_TO_ME = frozenset({"me", "us", "m'", "nous"})


def _is_asked_with(hearing: Hearing, at: int) -> bool:
    """Whether a question goes on from what stands "with" it or "after" it: "with a PNP, do I need IELTS?"."""
    words = hearing.words
    near = reversed(words[max(0, at - _TO_WITH) : at])
    before = [*takewhile(lambda word: not any(kind in word for kind in _ENDS), near)]
    if any("AFTER" in word for word in before):
        return True
    behind = words[at + 1 : at + 1 + _TO_WHAT_IS_ASKED]
    asked = any("ASK" in word or "ASKS_FIRST" in word for word in behind)
    bare = not any("SELF" in word or "IAM" in word or "IHAVE" in word for word in before)
    return asked and bare and any("WITH" in word for word in before)


_ENDS = ("STOP", "QUESTION", "COMMA")
_TO_WITH, _TO_WHAT_IS_ASKED = 3, 4
"""Words from "with" to the thing, and from that to what asks."""


def _is_of_a_permit(hearing: Hearing, at: int) -> bool:
    """Whether an LMIA is only that of a work permit: "no, my permit is from my employer's LMIA"."""
    permit = any(word in other.text for other in hearing.words for word in _PERMIT)
    beside = (*hearing.words[max(0, at - 1) : at], *hearing.words[len(hearing.words) - 1 :])
    denied = any("NEG" in word for word in beside)
    return permit and not denied and hearing.words[at].text in _ASSESSMENT


_PERMIT = ("permit", "permis")
_ASSESSMENT = frozenset({"lmia", "eimt"})
_ONLY_IN_CANADA = ("TRADE_CERTIFICATE", "PNP")


def _does_not_count(hearing: Hearing, at: int, kind: str) -> bool:
    """A trade certificate from abroad, a nomination outside Express Entry: had, but not what is meant."""
    if kind == "PNP":
        return _is_base(hearing, at)
    here = any(_near(hearing, at, word, 4, 8) for word in (*_IN_CANADA, "CANADIAN"))
    abroad = any(_near(hearing, at, word, 1, 6) for word in ("FOREIGN", "FOREIGN_WORD", "NATIONALITY"))
    return abroad and not here and hearing.words[at].text not in _RED_SEAL


def _may_be_foreign(hearing: Hearing, at: int, kind: str) -> bool:
    """Whether a paper of a trade may be of any country: "he only has a trade certificate"."""
    told = _does_not_count(hearing, at, kind) if kind in _ONLY_IN_CANADA else True
    here = any(_near(hearing, at, word, 4, 8) for word in (*_IN_CANADA, "CANADIAN"))
    return not told and not here and hearing.words[at].text in _OF_ANY_COUNTRY


_OF_ANY_COUNTRY = frozenset(
    {"trade certificate", "trade certification", "certificate of trade", "certificat de metier"}
    | {"certificat de qualification professionnelle", "certificat de competence"}
)
"""Papers that other countries name so, too."""
_RED_SEAL = frozenset({"red seal", "redseal", "red-seal", "red seal endorsement", "sceau rouge"})
"""Only Canada gives it."""


def _is_base(hearing: Hearing, at: int) -> bool:
    """A nomination in a base stream, or Quebec's selection: no points, and no nomination as meant here."""
    quebec = _near(hearing, at, "QUEBEC", 5, 4) and not _near(hearing, at, "PROVINCE", 5, 4)
    return quebec or _near_sentence(hearing, at, ("BASE",))


def _stream_only(hearing: Hearing) -> Iterator[Fact]:
    """ "Yes, base stream though": the stream alone answers the question about a nomination."""
    for at, word in enumerate(hearing.words):
        alone = len(hearing.words) <= _SHORT or "YES" in hearing.words[0]
        if "BASE" in word and (alone or word.text not in ("base", "de base")) and hearing.stated(at):
            yield from hearing.facts("provincial_nomination", False, at, at)
            return


_SHORT = 3
"""Words of an answer that is hardly more than the name of a stream."""


def _nominated(hearing: Hearing) -> Iterator[Fact]:
    for at, word in enumerate(hearing.words):
        if not hearing.stated(at) or not ("NOMINATED" in word or "NOMINATION" in word):
            continue
        if "NOMINATION" in word and _is_asked_with(hearing, at):
            continue
        if _denied(hearing, at):
            yield from hearing.facts("provincial_nomination", False, at, at)
            return
        if _near_sentence(hearing, at, ("LOST",)):
            yield from hearing.facts("provincial_nomination", False, at, at)
            return
        place = any(_near(hearing, at, kind, 5, 4) for kind in ("PROVINCE", "QUEBEC"))
        had = "NOMINATED" in word or _near(hearing, at, "RECEIVED", 4, 7) or _near(hearing, at, "IHAVE", 4, 0)
        if (
            had
            and (place or "NOMINATED" in word or "NOMINATION" in word)
            and not _near(hearing, at, "APPLIED", 5, 4)
        ):
            yield from hearing.facts("provincial_nomination", not _is_base(hearing, at), at, at)
            return


def read_workplace(hearing: Hearing) -> Iterator[Fact]:
    """``workplace``: where the place of work is of a job told before: "the hospital is here in Nigeria"."""
    kinds = hearing.kinds
    if not hearing.doc._.people.begun or not kinds.isdisjoint(_OF_ELSE):
        return
    for match in hearing.matches("ties.workplace"):
        name = hearing.words[match.start("name")].text
        if name in _WORKPLACES and hearing.scopes[match.start()].mood == "said":
            here = any(kind in hearing.words[match.start("place")] for kind in _IN_CANADA)
            yield from hearing.facts("workplace", {"canada": here}, match.start(), match.end() - 1)


_OF_ELSE = ("QUESTION", "JOBHEAD", "STUDY", "DEGREE", "OFFER", "OFFERED")
_WORKPLACES = frozenset(
    {"hospital", "clinic", "company", "bank", "restaurant", "office", "firm", "shop", "hotel", "factory"}
    | {"lab", "pharmacy", "agency", "startup", "studio", "garage", "store", "bakery", "plant"}
    | {"hopital", "clinique", "entreprise", "banque", "bureau", "boite", "usine", "labo", "laboratoire"}
    | {"pharmacie", "agence", "societe", "cabinet", "magasin", "atelier", "boulangerie"}
)


def read_relatives(hearing: Hearing) -> Iterator[Fact]:
    """``sibling_in_canada``, and ``relative_in_canada`` for the other relatives that the grid counts."""
    told: list[Fact] = []
    for at, word in enumerate(hearing.words):
        for kind, name in (("SIBLING", "sibling_in_canada"), ("RELATIVE", "relative_in_canada")):
            if kind in word and (facts := _relative(hearing, at, name)):
                told += facts
                break
    told += [*_writing_sibling(hearing), *_of_the_sibling_before(hearing)]
    siblings = [fact for fact in told if fact.field == "sibling_in_canada"]
    counts = [fact for fact in siblings if fact.value]  # one who counts is enough, also beside "no family"
    yield from (fact for fact in told if not counts or fact not in siblings or fact in counts)
    for at, word in enumerate(hearing.words):
        if (
            "INLAW" in word
            and _plain(hearing, at)
            and _near_sentence(hearing, at, (*_IN_CANADA, "CITIZENPR"))
            and not hearing.negated(at, 4)
        ):
            yield from _own(hearing, "sibling_in_canada", True, at, False)
        if (
            "FAMILY" in word
            and not counts
            and hearing.negated(at, 4)
            and _near_sentence(hearing, at, _IN_CANADA)
            and _plain(hearing, at)
        ):
            yield from _own(hearing, "sibling_in_canada", False, at, True)
            return


def _writing_sibling(hearing: Hearing) -> list[Fact]:
    """ "I'm writing for my brother, I'm a citizen in Laval": whoever writes is the sibling in Canada."""
    people = hearing.doc._.people
    if people.writer != "other" or norm(people.applicant).split(" ")[-1] not in _A_SIBLING:
        return []
    own = [at for at, scope in enumerate(hearing.scopes) if scope.person == "other" and scope.mood == "said"]
    for at in own:
        behind = hearing.words[at + 1 : at + 3]
        elsewhere = any(any(kind in word for kind in _OF_ELSEWHERE) for word in behind)
        if "CITIZENPR" not in hearing.words[at] or hearing.negated(at, 4) or elsewhere:
            continue
        here = any(any(kind in hearing.words[place] for kind in _IN_CANADA) for place in own)
        return _own(hearing, "sibling_in_canada", True, at, here)
    return []


_A_SIBLING = frozenset(
    {"brother", "sister", "sibling", "bro", "sis", "frere", "soeur", "sœur", "frangin", "frangine"}
)
_OF_ELSEWHERE = ("FOREIGN", "FOREIGN_WORD", "NATIONALITY")
"""Kinds of words right behind "citizen" of another country than Canada."""


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
                or ("SIBLING" in word and "SIBLING" in hearing.words[at] and _apart(hearing, at, place))
            ):
                break
            if any(kind in word for kind in kinds):
                return True
            place += step
    return False


def _apart(hearing: Hearing, at: int, place: int) -> bool:
    """Whether two brothers or sisters are told of one after the other: "sister in Ajax, brother in Laval"."""
    between = hearing.words[min(at, place) + 1 : max(at, place)]
    parted = any("COMMA" in word or "BUT" in word for word in between)
    clauses = any("AND" in word for word in between) and any("BE" in word for word in between)
    return (parted or clauses) and len(between) > 1


def _only_advises(hearing: Hearing, at: int) -> bool:
    """Whether a relative is only somebody who said something: "my cousin in Calgary said learn French"."""
    behind = takewhile(
        lambda word: "COMMA" not in word and "STOP" not in word, hearing.words[at + 1 : at + 6]
    )
    return any("CLAIM" in word or word.text in _ADVISES for word in behind)


_ADVISES = frozenset(
    {
        "advised",
        "advises",
        "suggested",
        "suggests",
        "thinks",
        "thought",
        "recommends",
        "recommended",
        "warned",
    }
    | {"conseille", "suggere", "pense", "recommande", "croit"}
)


def _relative(hearing: Hearing, at: int, name: str) -> list[Fact]:
    if not _plain(hearing, at):
        named = name == "sibling_in_canada" and _is_named_in_a_question(hearing, at)
        return _own(hearing, name, True, at, False) if named else []
    if hearing.negated(at, 5) or hearing.answered(at) is False:
        alone = name == "sibling_in_canada"
        return (
            _own(hearing, name, False, at, True) if alone or _near_sentence(hearing, at, _IN_CANADA) else []
        )
    if name == "sibling_in_canada" and _is_settled(hearing, at) is False:
        return _own(hearing, name, False, at, True)
    if any("NEG" in word for word in hearing.words[at + 1 : at + 4]) or _is_dead(hearing, at):
        return []
    if name == "relative_in_canada" and (hearing.part_has(at, "BORN") or _only_advises(hearing, at)):
        return []  # "my grandmother was born in Nova Scotia"
    if _has_only_applied(hearing, at):
        return []
    of_partner = _is_of_the_partner(hearing, at)
    if of_partner and _may_stay(hearing):
        return []
    settled = _near_sentence(hearing, at, ("CITIZENPR",))
    sibling = name == "sibling_in_canada"
    if _near_sentence(hearing, at, ("STUDENT_STATUS",)):  # a student or a visitor is no relative that counts
        return _own(hearing, name, False, at, True) if sibling and not settled else []
    if sibling and not settled and _is_only_abroad(hearing, at):
        return _own(hearing, name, False, at, False)
    here = hearing.part_has(at, *_IN_CANADA) and not hearing.part_has(at, "FOREIGN")
    here = here and not _lives_abroad(hearing, at)
    if not here and _near_sentence(hearing, at, ("FOREIGN",)):
        lives = sibling and settled and not _near_sentence(hearing, at, _IN_CANADA)
        return _own(hearing, name, False, at, True) if lives and _lives_abroad(hearing, at) else []
    there = _near_sentence(hearing, at, _IN_CANADA)
    if not there and not settled:
        return []
    if sibling and _is_minor(hearing, at):
        return _own(hearing, name, False, at, True)
    supposed = any(scope.mood == "if" for scope in hearing.scopes)
    may_come = not (of_partner and ("DATING" in hearing.kinds or supposed))
    told = True if sibling or hearing.words[at].text not in _OF_THE_GRID else ON_THE_GRID
    return _own(hearing, name, told, at, there and settled and may_come)


_OF_THE_GRID = frozenset(
    {"uncle", "uncles", "aunt", "aunty", "father", "mother", "parents", "nephew", "niece", "grandmother"}
    | {"grandfather", "grandparents", "oncle", "oncles", "tante", "tantes", "pere", "mere", "neveu", "niece"}
    | {"grand - mere", "grand - pere", "grands - parents"}
)
"""Relatives other than brothers and sisters who give points there; a cousin does not."""


def _is_settled(hearing: Hearing, at: int) -> bool | None:
    """Whether somebody is told to be no citizen or resident, or there for a time only (False): "my brother
    isn't a PR yet", "she's only on a study permit"; None where neither is told, or where it goes on with what
    they are: "not a citizen, he's a PR"."""
    denied = settled = None
    for place in range(at + 1, min(len(hearing.words), at + _TO_A_STATUS)):
        word = hearing.words[place]
        if "STOP" in word or "QUESTION" in word or hearing.scopes[place].person != "other":
            break
        denied = None if "COMMA" in word else denied or "NEG" in word or "ENDED" in word
        if "CITIZENPR" in word:
            settled = not denied
        if "STUDENT_STATUS" in word and settled is None and not denied:
            settled = False
    return False if settled is False else None


_TO_A_STATUS = 12
"""Words from somebody to their status in Canada: "is he a citizen yet?"."""


def _of_the_sibling_before(hearing: Hearing) -> list[Fact]:
    """ "Sorry, she's only on a study permit", where the message before was about a brother or sister."""
    if "SIBLING" not in hearing.doc._.people.others:
        return []
    for at, word in enumerate(hearing.words):
        if "HE" in word and _plain(hearing, at) and hearing.scopes[at].person == "other":
            return (
                _own(hearing, "sibling_in_canada", False, at, True)
                if _is_settled(hearing, at) is False
                else []
            )
    return []


def _is_named_in_a_question(hearing: Hearing, at: int) -> bool:
    """ "Does it help that my brother is a citizen in Halifax?": there is one, unless he is supposed; the
    question is answered, and he is asked about."""
    own = at > 0 and "SELF" in hearing.words[at - 1] and hearing.scopes[at].mood == "ask"
    supposed = any(scope.mood == "if" for scope in hearing.scopes) or "IF" in hearing.kinds
    others = hearing.negated(at, 5) or _is_dead(hearing, at) or _has_only_applied(hearing, at)
    others = others or _is_of_the_partner(hearing, at) or _is_minor(hearing, at)
    here = _near_sentence(hearing, at, ("CITIZENPR",)) and _near_sentence(hearing, at, _IN_CANADA)
    return own and here and not (supposed or others)


def _may_stay(hearing: Hearing) -> bool:
    """Whether a message tells, or asks about, a partner who does not come: "when she isn't coming?"."""
    told = any(not fact.value for fact in _who_comes(hearing))
    return told or any("COMING" in word and hearing.negated(at, 3) for at, word in enumerate(hearing.words))


def _is_dead(hearing: Hearing, at: int) -> bool:
    """ "My brother died in Toronto", "my late sister": nobody lives there any more."""
    after = takewhile(lambda word: "COMMA" not in word and "STOP" not in word, hearing.words[at + 1 : at + 5])
    return any("DEAD" in word for word in (*hearing.words[max(0, at - 1) : at], *after))


def _has_only_applied(hearing: Hearing, at: int) -> bool:
    """ "My sister applied for PR from Toronto", "he will move to Laval in March": no resident yet."""
    for place in range(at + 1, min(len(hearing.words), at + 7)):
        word = hearing.words[place]
        if "STOP" in word or "SELF" in word or hearing.scopes[place].mood == "ask":
            return False
        if hearing.scopes[place].mood == "want" or "APPLIED" in word or "SETTLES" in word:
            return True
    return False


def _is_of_the_partner(hearing: Hearing, at: int) -> bool:
    """ "My wife's brother", « le frère de ma femme », « ma compagne a un frère »: of a partner who comes."""
    after = hearing.words[at + 1 : at + 4]
    for word in reversed(hearing.words[max(0, at - 4) : at]):
        if "PARTNER" in word:
            return True
        if any(kind in word for kind in ("COMMA", "STOP", "QUESTION", "SELF", "HE", "IHAVE")):
            break
    return any("OF" in word for word in after[:1]) and any("PARTNER" in word for word in after)


def _lives_abroad(hearing: Hearing, at: int) -> bool:
    """ "…, but she lives in London": who lives abroad is no relative in Canada."""
    after = hearing.words[at + 1 : at + 14]
    living = next((place for place, word in enumerate(after) if "LIVES" in word), None)
    return living is not None and any("FOREIGN" in word for word in after[living : living + 4])


def _is_only_abroad(hearing: Hearing, at: int) -> bool:
    """ "I have a brother but he's in the UK": nothing is told of them but where else they are; whether there
    is another one in Canada is asked."""
    if not hearing.kinds.isdisjoint((*_IN_CANADA, *_MORE_OF_THEM)) or any(
        scope.mood != "said" for scope in hearing.scopes
    ):
        return False
    behind = [place for place in range(at + 1, len(hearing.words)) if "FOREIGN" in hearing.words[place]]
    if not behind or len(hearing.words) > _OF_A_SIBLING_ALONE:
        return False
    before = hearing.words[max(at, behind[0] - _TO_A_COUNTRY) : behind[0]]
    lives = any(
        "LIVES" in word or "BE" in word or (("HE" in word) and word.text.endswith("s")) for word in before
    )
    return lives and any("IN" in word or "TO" in word for word in before)


_MORE_OF_THEM = ("JOBHEAD", "DEGREE", "WORK", "CITIZENPR", "PARTNER", "KID")
_OF_A_SIBLING_ALONE = 14
"""Words of a message that tells of a brother or sister and of nothing else."""
_TO_A_COUNTRY = 4
"""Words from "is" or "lives" to the country."""


def _is_minor(hearing: Hearing, at: int) -> bool:
    """Whether a brother or sister is told to be under 18: only adults count."""
    stop = next((n for n in range(at, len(hearing.words)) if "STOP" in hearing.words[n]), len(hearing.words))
    if any("MINOR" in word for word in hearing.words[at:stop]):
        return True
    for match in hearing.matches_within("ties.age_of_sibling", at, stop - 1):
        number, first = hearing.value(match, "n", "NUM"), hearing.words[match.start()]
        if "ARTICLE" in hearing.words[match.start("n")]:
            continue  # « mariée avec un Québécois »
        still_to_come = "TURNS" in first or "WANT" in first
        if hearing.scopes[match.start("n")].person == "other" and number <= (
            _ADULT if still_to_come else _ADULT - 1
        ):
            return True
    return False


_ADULT = 18
"""The age from which a brother or sister counts."""


def read_partner(hearing: Hearing) -> Iterator[Fact]:
    """The partner: ``accompanying``, ``citizen_or_permanent_resident``."""
    yield from _who_comes(hearing)[:1]
    yield from _settled_partner(hearing)


_IS_FROM = frozenset({"vient", "viens", "viennent", "comes", "come"})
"""Words for coming that tell, with "from" behind them, where somebody is from."""


@once
def _who_comes(hearing: Hearing) -> list[Fact]:
    coming: list[Fact] = []
    for name in _COMING:
        for match in hearing.matches(f"ties.{name}"):
            at = match.start("verb")
            about = name in _ABOUT_BOTH or _about_partner(hearing, match.end("who") - 1)
            if not about or hearing.scopes[at].mood in _PARTNER_MOODS or _has_just(hearing, at):
                continue
            if "both" in name and hearing.negated(match.start(), 3):
                continue
            between = hearing.words[match.start() : at]
            behind = hearing.words[at + 1 : at + 2]
            if any("FROM" in word for word in behind) and hearing.words[at].text in _IS_FROM:
                continue
            denied = any("NEG" in word for word in (*between, *(behind if hearing.lang == "fr" else ())))
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
    return coming


def _has_just(hearing: Hearing, at: int) -> bool:
    """« Il vient d'hériter d'une maison »: what was just done, and nobody comes."""
    return hearing.words[at].text in _COMES and any(
        word.text in ("de", "d'") for word in hearing.words[at + 1 : at + 2]
    )


_COMES = frozenset({"vient", "viennent", "venait"})


def _settled_partner(hearing: Hearing) -> Iterator[Fact]:
    if elsewhere := list(_citizen_elsewhere(hearing)):
        yield from elsewhere
        return
    for name in ("citizen", "married_to"):
        for match in hearing.matches(f"ties.{name}"):
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
    for match in hearing.matches("ties.elsewhere"):
        first, last = match.start(), match.end() - 1
        both = any("CANADA" in word or "CANADIAN" in word for word in hearing.words[first : last + 3])
        if hearing.scopes[last].mood != "said" or both or not _about_partner(hearing, match.start("who")):
            continue
        answers = any("NO" in word or "NEG" in word for word in hearing.words[:first])
        sure = "nation" not in match or answers
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


_FEW_WORDS = 6
"""Words of an answer that is about savings and nothing else."""


def _is_american(hearing: Hearing, at: int) -> bool:
    """Whether "US" in capitals follows a sum: "$15000 US"."""
    return at < len(hearing.words) and hearing.text[hearing.words[at].start :].startswith("US")


def read_funds(hearing: Hearing) -> Iterator[Fact]:
    """``settlement_funds_cad`` in Canadian dollars; other money is ``funds_other_currency``."""
    for match in hearing.matches("ties.no_savings"):
        if len(hearing.words) <= _FEW_WORDS or "NEG" in hearing.words[match.start()]:
            yield from hearing.facts("settlement_funds_cad", 0, match.start(), match.end() - 1)
            return
    for match in hearing.matches("ties.amount"):
        first, last = match.start(), match.end() - 1
        saved = _near_sentence(hearing, first, ("FUNDSWORD",))
        if hearing.part_has(first, "NOTFUNDS") or hearing.negated(first, 2):
            continue
        currency = hearing.value(match, "c2", "CURRENCY") if "c2" in match else None
        currency = "USD" if _is_american(hearing, last + 1) else currency
        scale = int(hearing.value(match, "k", "SCALEWORD") or 1) if "k" in match else 1
        unsaid = "INR" if scale in _INDIAN_SCALES else "$"
        currency = currency or (hearing.value(match, "c", "CURRENCY") if "c" in match else unsaid)
        stated = hearing.value(match, "c", "CURRENCY") if "c" in match else None
        owned = (stated not in (None, "$") or currency == "USD") and hearing.part_has(
            first, "IHAVE", "FUNDSWORD"
        )
        edges = (*hearing.words[max(0, first - 1) : first], *hearing.words[last + 1 : last + 2])
        listed = stated not in (None, "$") and all(
            any(kind in word for kind in ("COMMA", "STOP", "AND", "COLON", "BUT")) for word in edges
        )
        if not saved and not owned and not (listed and len(hearing.words) > last - first + 1):
            continue
        amount = tidy(hearing.value(match, "n", "NUM") * scale)
        if (low := generic.lower_end(hearing, match.start("n"), scale)) is not None:
            if currency in ("CAD", "$"):
                sums = {"readings": [low, amount]}
                yield from hearing.facts("settlement_funds_cad", sums, first, last, sure=False)
        elif currency in ("CAD", "$"):
            for fact in hearing.facts("settlement_funds_cad", amount, first, last, sure=currency == "CAD"):
                about = (
                    currency == "CAD" and hearing.scopes[last].clear and not hearing.part_has(first, "LESS")
                )
                yield replace(
                    fact, person="self", sure=fact.sure or about
                )  # "about" is as exact as savings are told
        else:
            yield from hearing.facts("funds_other_currency", f"{amount} {currency}", first, last)
        return
    for match in hearing.matches("ties.other_money"):
        if (currency := hearing.value(match, "money", "CURRENCY")) not in ("$", "CAD"):
            yield from hearing.facts("funds_other_currency", f"0 {currency}", match.start(), match.end() - 1)
            return
