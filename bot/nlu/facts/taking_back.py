"""What a message takes back: "delete my age", "remove the job offer", "forget the cashier job".

A taking back names what goes by a word for it (:data:`_THINGS`), or tells an entry of a list once more. It
may also name it by its number ("remove the 1 year"), by its title ("remove 'engineer'") or as what was told
last ("remove that"): a fact :data:`~bot.facts.MEANT`. What is only asked ("should I delete it?") takes
nothing back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.facts import MEANT, Fact
from bot.nlu.facts.correcting import ends_at_once, no_title
from bot.nlu.facts.hearing import Hearing
from bot.nlu.facts.language_tests import FRAMEWORKS
from bot.nlu.facts.words import Word
from bot.nlu.spoken import plain, spoken, without

_REACH = 12
"""Words behind the verb among which stands what goes."""
_ENDS = ("STOP", "QUESTION", "BUT")
_THINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("eca_date", ("ECA",)),
    ("job_offer", ("OFFER",)),
    ("provincial_nomination", ("NOMINATION", "NOMINATED")),
    ("sibling_in_canada", ("SIBLING",)),
    ("certificate_of_qualification", ("TRADE_CERTIFICATE",)),
    ("children", ("KID",)),
    ("age", ("AGEWORD", "BORN")),
    ("marital_status", ("MARITAL",)),
    ("language_test", ("TEST", "TEST_IN", "ANYTEST", "RESULTS", "ABILITY", "FRAMEWORK")),
    ("education", ("DEGREE", "DOUBTFUL_DEGREE", "DEGREEWORD", "DIPLOMA")),
    ("work", ("WORK", "EXPERIENCE")),
    ("settlement_funds_cad", ("FUNDSWORD",)),
)
"""What can be taken back, by the kinds of words that name it; where a word has several, the first holds."""
_DOES = ("SELF", "OTHER", "HAVE", "IHAVE")
_AUXILIARIES = frozenset({"avez", "avons"})
_MONTHS_A_YEAR = 12
_LISTED = {"job": "work", "credential": "education"}
"""Facts that are an entry of a list, and the word that would take back all of it."""


@dataclass(frozen=True)
class TakingBack:
    """The words ``first`` to ``last`` of a message in which something is taken back."""

    first: int
    last: int

    def holds(self, hearing: Hearing, fact: Fact) -> bool:
        """Whether a fact was read out of these words."""
        return hearing.words[self.first].start <= fact.start < hearing.words[self.last].end


def takings_back(hearing: Hearing) -> list[TakingBack]:
    """Where the message takes something back."""
    if no_title(hearing) is not None:
        return []
    return [
        TakingBack(at, _end(hearing.words, at))
        for at, word in enumerate(hearing.words)
        if "TAKE_BACK" in word
        and at + 1 < len(hearing.words)
        and _is_request(hearing.words, at)
        and not (ends_at_once(hearing.words, at) and _goes_on(hearing.words, at))
    ]


def read_was_study(hearing: Hearing) -> Iterator[tuple[TakingBack, Fact]]:
    """Years that were told as work and go: "the five years were university, not work"."""
    for match in hearing.matches("corrections.was_study")[:1]:
        first, last = match.start(), match.end() - 1
        start, end = hearing.words[first].start, hearing.words[last].end
        years = {"years": hearing.value(match, "n", "NUM")}
        yield TakingBack(first, last), Fact(MEANT, years, "self", start, end, True, mode="take_back")


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether more is said behind "forget it, …" than a kind word."""
    return any(not _AROUND & word.kinds.keys() for word in words[at + 2 :])


_AROUND = frozenset({"STOP", "PLEASE", "COMMA"})


def read_taking_back(
    hearing: Hearing, taking: TakingBack, entries: Callable[[str], Sequence[Fact]]
) -> Iterator[Fact]:
    """What goes: facts of mode "take_back" whose field says what, with None for all that was told of it.

    ``entries`` reads the words behind the verb as if they told something.
    """
    words = hearing.words[taking.first : taking.last + 1]
    if len(words) == 1:  # "kind but clear."
        return
    start, end = words[0].start, words[-1].end
    named = any("HE" in word for word in words[1:3])  # "remove her job", not « l’offre, elle … »
    partner = named or any("PARTNER" in word for word in words)
    person = "partner" if partner else "self"
    offset = words[1].start
    told = entries(hearing.text[offset:end])
    listed = [fact for fact in told if fact.field in _LISTED] or [
        replace(fact, field="job", value={"title": fact.value}) for fact in told if fact.field == "occupation"
    ]
    for fact in listed:
        yield replace(fact, start=start, end=end, sure=True, mode="take_back")
    things = _named(words[1:], {_LISTED[fact.field] for fact in listed})
    for thing, value in things.items():
        yield Fact(thing, value, person, start, end, True, partner, mode="take_back")
    if not listed and not things and (meant := _meant(words[1:], hearing.text)) is not None:
        yield Fact(MEANT, meant, person, start, end, True, partner, mode="take_back")


def _meant(words: Sequence[Word], text: str) -> Mapping[str, Any] | None:
    """What goes by its number or its title, or as what was told last; None where none of them is named."""
    said = without(text[words[0].start : words[-1].end], spoken()["beside_taken_back"]).strip(" ’.,-")
    if said in spoken()["told_last"]:
        return {}
    number = next((word["NUM"] for word in words if "NUM" in word and "ARTICLE" not in word), None)
    if any("YEARS" in word for word in words):
        return {"years": 1 if number is None else number}
    if number is not None and any("MONTHS" in word for word in words):
        return {"years": round(number / _MONTHS_A_YEAR, 2)}
    if number is not None and said == plain(str(number)).strip():
        return {"number": number}
    return {"title": said} if any("JOBHEAD" in word for word in words) else None


def _named(words: Sequence[Word], already: set[str]) -> Mapping[str, Any]:
    things: dict[str, Any] = {}
    for word in words:
        if things and "COMMA" in word:
            break
        told = word.kinds.get("TOLD_THING")
        thing = told or next((thing for thing, kinds in _THINGS if any(kind in word for kind in kinds)), None)
        if thing == "language_test":
            known = things.get(thing) or {}
            of_levels = {"language": FRAMEWORKS[word["FRAMEWORK"]]} if "FRAMEWORK" in word else {}
            names = (("test", "TEST"), ("language", "TEST_IN"))
            named = {name: word[kind] for name, kind in names if kind in word}
            things[thing] = {**of_levels, **known, **named}
        elif thing is not None and thing not in already:
            things.setdefault(thing, None)
    if things.keys() > {"eca_date"}:  # "the date of my degree's ECA" is about the ECA
        things = {"eca_date": None} if "eca_date" in things else things
    return things


def _is_request(words: Sequence[Word], at: int) -> bool:
    """Whether a verb of taking back is said to the bot: no question, no doubt, not what the person did."""
    for back in range(at - 1, -1, -1):
        word = words[back]
        if any(kind in word for kind in _ENDS):
            break
        polite = "ASK" in word and "MAY" in word
        if not polite and any(kind in word for kind in ("IF", "ASK", "ASKS_FIRST", "NEG")):
            return False
        said_of = (
            any(kind in word for kind in ("SELF", "OTHER", "HAVE", "IHAVE")) or word.text in _AUXILIARIES
        )
        if back == at - 1 and said_of:  # "I deleted", « vous avez supprimé »: what was done, and no wish
            return False
    return True


def _tells_what_stays(words: Sequence[Word], at: int) -> bool:
    """Whether a comma begins what is there instead: "delete the diploma, I only have a bachelor's"."""
    after = words[at + 1] if at + 1 < len(words) else None
    stays = after is not None and any(kind in after for kind in ("IHAVE", "IAM", "ONLY", "BE"))
    has = any(kind in word for word in words[at + 2 : at + 4] for kind in ("IHAVE", "HAVE", "ONLY"))
    return "COMMA" in words[at] and (stays or (after is not None and "SELF" in after and has))


def _end(words: Sequence[Word], at: int) -> int:
    last = at
    for place in range(at + 1, min(len(words), at + 1 + _REACH)):
        ends = any(kind in words[place] for kind in _ENDS)
        if ends or _tells_what_stays(words, place) or _asks_next(words, place):
            break
        last = place
    return max(last, at)


def _asks_next(words: Sequence[Word], at: int) -> bool:
    """Whether a question begins here: "and tell me the last cut-off"."""
    after = words[at + 1 : at + 3]
    return "AND" in words[at] and any("ASK" in word and "TAKE_BACK" not in word for word in after)
