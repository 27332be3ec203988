"""Whether a diploma is held: one still studied for, left, or ending after today is not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from bot.nlu.facts.hearing import Hearing
from bot.nlu.facts.words import Word

Span = tuple[int, int]
"""The first and the last word of a diploma."""

_ENDS = ("STOP", "QUESTION")
_PARTS = ("COMMA", "AND", "BUT")
_NAMED = ("DEGREE", "DOUBTFUL_DEGREE")
_BEHIND = 12
"""Words from a diploma to what tells that it was left or ends."""
_BEFORE = 6
"""Words before a diploma among which stands "finishing": "finishing the last semester of my"."""
_SINCE = 2
"""Words before that among which "after" or "since" stands."""
_NEVER_BEHIND = 16
"""The same to what tells that it was never begun."""
_TO_HALF = 3
"""Words from "half" to the diploma."""
_OF_A_WHOLE = ("OF", "ARTICLE", "SELF", "IN", "DASH", "DIPLOMA")
"""Kinds of words that may stand between them."""
_SHORTLY = 8
"""Words from "finishing" to the month in which it is."""


def in_progress(hearing: Hearing, at: int, diplomas: Sequence[Span]) -> bool:
    """Whether the one of the ``diplomas`` at this word is told to be still under way."""
    number = hearing.scopes[at].part
    near = [
        word
        for place, word in enumerate(hearing.words[max(0, at - 4) : at + 4], max(0, at - 4))
        if hearing.scopes[place].part == number
    ]
    last = next((end for first, end in diplomas if first <= at <= end), at)
    if any("IN_PROGRESS" in word for word in near) or _still_to_end(hearing, last) or _is_half(hearing, at):
        return True
    if _is_being_finished(hearing, at) or _is_in_it(hearing, at):
        return True
    ends = (*_endings(hearing), *_years_short(hearing))
    return any(_meant(hearing, place, diplomas) == last for place in ends)


def _is_being_finished(hearing: Hearing, at: int) -> bool:
    """Whether "finishing" stands shortly before a diploma, and not "after finishing it", nor "I graduated,
    finishing it with honours"."""
    words, here = hearing.words, hearing.scopes[at].part
    near = range(max(0, at - _BEFORE), at)
    begun = [place for place in near if "FINISHING" in words[place] and hearing.scopes[place].part == here]
    if not begun:
        return False
    before = [*takewhile(lambda word: not any(kind in word for kind in _ENDS), reversed(words[: begun[-1]]))]
    behind_it = any(kind in word for word in before[:_SINCE] for kind in ("AFTER", "SINCE"))
    done = any("COMPLETES" in word and "STILL_ENDS" not in word for word in before)
    return not behind_it and not done and not _is_past(hearing, at)


def _is_in_it(hearing: Hearing, at: int) -> bool:
    """« Je suis en M2 », « encore en licence 3 »: the year in which somebody is now."""
    before = [word.text for word in hearing.words[max(0, at - _TO_WHO_IS_IN_IT) : at]]
    if not before or before[-1] != "en":
        return False
    opening = at == 1 or any(
        kind in hearing.words[at - 2] for kind in ("COMMA", "STOP", "IAM", "BE", "PRESENT", "STILL")
    )
    done = any("COMPLETES" in word for word in hearing.part(at)) or _is_past(hearing, at)
    return (opening or before[-2] in _STILL) and not done


_TO_WHO_IS_IN_IT = 3
_STILL = frozenset({"encore", "toujours", "actuellement", "deja", "chui", "suis", "maintenant"})


def _is_past(hearing: Hearing, at: int) -> bool:
    """Whether a day or a year that is over stands in the clause of a word."""
    here = hearing.scopes[at].part
    dated = any(
        entry.readings[0] <= hearing.today and hearing.scopes[entry.first].part == here
        for entry in hearing.dates
    )
    years = [word["NUM"] for word in hearing.part(at) if "YEARNUM" in word]
    return dated or any(year < hearing.today.year for year in years)


def never_begun(hearing: Hearing, first: int, last: int) -> bool:
    """Whether a diploma was only offered, refused or thought of: "an offer for an MBA, my visa was refused.
    Never went"; what names another diploma is about that one."""
    words = hearing.words
    begun = next((at + 1 for at in range(first - 1, -1, -1) if _parts_diplomas(words[at])), 0)
    offered = any("OFFERED_STUDY" in word or "NEVER_BEGAN" in word for word in words[begun:first])
    after = words[last + 1 : last + _NEVER_BEHIND]
    told = [*takewhile(lambda word: not any(kind in word for kind in _NAMED), after)]
    done = any("COMPLETES" in word for word in told)
    return any("NEVER_BEGAN" in word for word in told) or (offered and not done)


def _parts_diplomas(word: Word) -> bool:
    return any(kind in word for kind in (*_ENDS, *_NAMED))


def _still_to_end(hearing: Hearing, last: int) -> bool:
    """Whether the words behind a diploma tell that it was left, or ends after today: "master's, only first
    year", "MSc, done April 2027"; what names another diploma is about that one."""
    words = hearing.words
    for place in range(last + 1, min(last + _BEHIND, len(words))):
        word, after = words[place], words[place + 1 : place + 4]
        if any(kind in word for kind in (*_ENDS, *_NAMED)) or _names_another(hearing, last, place):
            return False
        of_other = takewhile(lambda other: not any(kind in other for kind in (*_PARTS, *_ENDS)), after)
        if any(kind in other for other in of_other for kind in _NAMED):
            continue  # "a BSc, dropped out of my PhD"
        if "NO_DIPLOMA" in word or ("COMPLETES" in word and _is_after_today(hearing, place + 1)):
            return True
    return False


def _names_another(hearing: Hearing, last: int, at: int) -> bool:
    """Whether what else is studied is named behind a diploma: a professional title ("BSc, CPA not finished"),
    or a university behind what a school gives ("WAEC and two years of university that I did not finish")."""
    word, parted = hearing.words[at], hearing.words[last + 1 : at]
    if not any(kind in before for before in parted for kind in _PARTS):
        return False
    school = hearing.words[last].kinds.get("DEGREE") == "secondary"
    return "PROFESSION" in word or "JOBHEAD" in word or (school and word.text.startswith(_BEYOND_SCHOOL))


_BEYOND_SCHOOL = ("universit", "uni", "college", "fac")


def _is_half(hearing: Hearing, at: int) -> bool:
    """Whether only a part of it is told to be done: "half a bachelor's", « la moitié de mon BTS »."""
    for place in range(at - 1, max(-1, at - 1 - _TO_HALF), -1):
        if "HALF_OF" in hearing.words[place]:
            return True
        if not any(kind in hearing.words[place] for kind in _OF_A_WHOLE):
            return False
    return False


def _years_short(hearing: Hearing) -> list[int]:
    """Where fewer years are told than a diploma takes: "2 years of 3"."""
    return [
        match.start("n")
        for match in hearing.matches("studies.partly")
        if hearing.value(match, "n", "NUM") < hearing.value(match, "m", "NUM")
    ]


def _endings(hearing: Hearing) -> list[int]:
    """Where a message tells that study ends after today: "graduating in May", "will be done in June"."""
    return [place for place, word in enumerate(hearing.words) if _ends_later(hearing, place, word)]


def _ends_later(hearing: Hearing, at: int, word: Word) -> bool:
    if "STILL_ENDS" not in word:
        return "COMPLETES" in word and _is_after_today(hearing, at + 1)
    return any(
        _is_after_today(hearing, near) or _is_bare_month(hearing, near) for near in _shortly(hearing, at)
    )


def _shortly(hearing: Hearing, at: int) -> range:
    """The places behind a word in its sentence, up to another one that ends something."""
    words = hearing.words
    stop = min(at + 1 + _SHORTLY, len(words))
    ended = next((n for n in range(at + 1, stop) if any(kind in words[n] for kind in (*_ENDS, "AND"))), stop)
    return range(at + 1, ended)


def _meant(hearing: Hearing, at: int, diplomas: Sequence[Span]) -> int | None:
    """The last word of the diploma that ends there: the one in the same clause, else the one before it, else
    the one behind, all in the same sentence."""
    here = hearing.scopes[at].part
    inside = [span for span in diplomas if _in_one_sentence(hearing, at, span[0])]
    same = [span for span in inside if hearing.scopes[span[0]].part == here]
    behind = [span for span in inside if span[0] > at]
    before = [span for span in inside if span[1] < at]
    joined = [span for span in same if not _joined(hearing, *sorted((at, span[0])))]
    found = (joined or same)[:1] or before[-1:] or behind[:1]
    return found[0][1] if found else None


def _joined(hearing: Hearing, first: int, last: int) -> bool:
    """Whether "and" parts two words: "a BSc and finishing a master's"."""
    return any("AND" in word for word in hearing.words[first + 1 : last])


def _in_one_sentence(hearing: Hearing, one: int, other: int) -> bool:
    first, last = sorted((one, other))
    return not any(kind in word for word in hearing.words[first:last] for kind in _ENDS)


def _is_bare_month(hearing: Hearing, at: int) -> bool:
    """Whether a month without its year stands there: of what still ends, it is the next one."""
    dated = any(entry.first <= at <= entry.last for entry in hearing.dates)
    after = hearing.words[at + 1 : at + 3]
    return "MONTHNAME" in hearing.words[at] and not dated and not any("YEARNUM" in word for word in after)


def _is_after_today(hearing: Hearing, at: int) -> bool:
    """Whether the word, or the one behind a preposition there, begins a date or a year to come."""
    if any("NEXT" in word for word in hearing.words[at : at + 2]):
        return True
    for place in range(at, min(at + 2, len(hearing.words))):
        if any(entry.first == place and entry.readings[0] > hearing.today for entry in hearing.dates):
            return True
        word = hearing.words[place]
        if "YEARNUM" in word:
            return bool(word["NUM"] > hearing.today.year)
    return False
