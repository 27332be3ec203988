"""What cannot count of languages: none spoken, no test taken, a test or an assessment that has expired."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from bot.facts import Fact
from bot.nlu.facts.dates import Dated
from bot.nlu.facts.hearing import Hearing
from bot.nlu.facts.score_runs import runs_of
from bot.nlu.facts.tests_to_come import language_within
from bot.nlu.facts.words import Word
from express_entry.language import TESTS

_EXPIRED_REACH = 8
"""Words back from "expired" to the test or assessment that is."""


_TO_ITS_END = 3
"""Words at most from "valid" to the day until which something is."""
_UNTAKEN_REACH = 5
"""Words back from a test to the "no" that is about it."""


def is_untaken(hearing: Hearing, at: int) -> bool:
    """Whether a test is told not to be taken: "no IELTS yet", "je n'ai pas encore passé le TCF"."""
    return is_denied(hearing, at, _UNTAKEN_REACH) or denied_after(hearing, at)


def is_denied(hearing: Hearing, at: int, reach: int) -> bool:
    """Whether a no before a test is about it: not one that puts another test right ("no, it's CELPIP"), nor
    one that is about the test before it ("not IELTS, it's CELPIP")."""
    if not hearing.negated(at, reach):
        return False
    words = hearing.words
    between: list[Word] = []
    for place in range(at - 1, -1, -1):
        word = words[place]
        if "TEST" in word:
            listed = any(_LISTS & each.kinds.keys() or each.text in _OR for each in between)
            return listed and all(_GOES_ON & each.kinds.keys() or each.text in _OR for each in between)
        if (
            "NO" in word
            and "NOTYET" not in word
            and " " not in word.text
            and any(_SAYS_ANEW & each.kinds.keys() for each in between[-2:])
        ):
            return False
        if "NEG" in word:
            return True
        between.append(word)
    return True


_LISTS = frozenset({"AND", "COMMA", "SLASH"})
_GOES_ON = _LISTS | frozenset({"NEG", "ARTICLE", "SELF", "TAKE", "DID"})
_OR = frozenset({"or", "nor", "ou", "ni"})
"""What goes on with a denial from one test to the next: "no IELTS or CELPIP"."""
_SAYS_ANEW = frozenset({"BE", "THIS_IS", "CORRECT", "PAST_BE", "WAS_IN"})
"""What follows a "no" that corrects: "no it was CELPIP"."""


def denied_after(hearing: Hearing, at: int) -> bool:
    """ "IELTS not taken yet", "IELTS pas encore passé"."""
    after = hearing.words[at + 1 : at + 4]
    for word in after:
        if any(kind in word for kind in ("COMMA", "STOP", "NUM", "TEST", "QUESTION")):
            return False
        if "NEG" in word:
            following = hearing.words[at + 2 : at + 6]
            return any("TAKE" in near or "NOTYET" in near for near in following) or "NOTYET" in word
    return False


def valid_until(hearing: Hearing, at: int) -> Dated | None:
    """The date to come that stands behind the word at ``at`` that something runs out then: "expires in March
    2027"."""
    return next(
        (
            dated
            for dated in hearing.dates
            if at < dated.first <= at + _TO_ITS_END
            and len(dated.readings) == 1
            and dated.readings[0] > hearing.today
            and not any("STOP" in word for word in hearing.words[at : dated.first])
        ),
        None,
    )


def read_expired(hearing: Hearing) -> Iterator[Fact]:
    """``expired``: a language test or an assessment that is told to be no longer valid."""
    for at, word in enumerate(hearing.words):
        if "EXPIRED" not in word or hearing.negated(at, 3) or _will_expire(hearing, at):
            continue
        for near in (*range(at - 1, max(-1, at - 1 - _EXPIRED_REACH), -1), at + 1):
            what = hearing.words[near] if near < len(hearing.words) else None
            if what is None or "STOP" in what or "QUESTION" in what:
                break
            if "ECA" in what or "TEST" in what or "ANYTEST" in what:
                told = "eca" if "ECA" in what else "language_test"
                yield from hearing.facts("expired", told, min(near, at), max(near, at))
                return


def _will_expire(hearing: Hearing, at: int) -> bool:
    """Whether something only expires, and has not yet: « j'ai peur que le TCF expire »."""
    word = hearing.words[at]
    spelled, before = hearing.text[word.start : word.end].lower(), hearing.words[max(0, at - 1) : at]
    if valid_until(hearing, at) is not None:
        return True
    return spelled == "expire" and not any("BE" in near or "HAVE" in near for near in before)


def read_no_language(hearing: Hearing) -> Iterator[Fact]:
    """``no_language``: an official language not spoken or tested; ``no_test``: no test taken yet."""
    yield from _only_one(hearing)
    yield from _none_taken(hearing)
    for at, word in enumerate(hearing.words):
        test = word.kinds.get("TEST") or word.kinds.get("ANYTEST")
        if (
            "LANGUAGE" in word
            and hearing.stated(at)
            and not hearing.part_has(at, "UNDERSTAND")
            and ((denied := _not_spoken(hearing, at)) or denied_after(hearing, at))
        ):
            if denied and not _is_untested(hearing, at):
                yield from hearing.facts("no_language", {"language": word["LANGUAGE"]}, at, at)
            elif not hearing.part_has(at, "TEST", "ANYTEST"):
                yield from hearing.facts("no_test", {"language": word["LANGUAGE"]}, at, at)
        elif test and hearing.stated(at) and is_untaken(hearing, at):
            if _corrected(hearing, at):
                continue
            language = TESTS[str(test)].language if test in TESTS else language_within(word.text)
            yield from hearing.facts("no_test", {"language": language}, at, at)
    yield from _not_taken(hearing)


def _not_taken(hearing: Hearing) -> Iterator[Fact]:
    """ "Sorry, I have not taken it yet": of a test that was told before, where this message names none."""
    if hearing.kinds & _TAKEN_THINGS or any("N" in run.kinds for run in runs_of(hearing)):
        return
    for match in hearing.matches("tests.not_taken"):
        if hearing.stated(match.first):
            value = {"asked": True, "told": True}
            yield from hearing.facts("no_test", value, match.first, match.last)
            return


_TAKEN_THINGS = frozenset(
    {"TEST", "ANYTEST", "LANGUAGE", "ECA", "DEGREE", "DOUBTFUL_DEGREE", "DIPLOMA", "OFFER"}
    | {"WORK", "STUDY", "LIVES", "EXPERIENCE"}
)
"""Kinds of words for what else may not be taken, or is named itself."""


def _none_taken(hearing: Hearing) -> Iterator[Fact]:
    """ "Do I need a test? I never took one": none was taken of what the question before named."""
    for match in hearing.matches("tests.none_taken"):
        before = [word for word in hearing.words[: match.start()] if "TEST" in word or "ANYTEST" in word]
        if before:
            test = before[-1].kinds.get("TEST")
            language = TESTS[str(test)].language if test in TESTS else language_within(before[-1].text)
            yield from hearing.facts("no_test", {"language": language}, match.start(), match.end() - 1)
            return


def _only_one(hearing: Hearing) -> Iterator[Fact]:
    """ "Only English" as a whole message: the other official language is not spoken."""
    for at, word in enumerate(hearing.words[1:], 1):
        if "LANGUAGE" in word and "ONLY_SPEAKS" in hearing.words[at - 1]:
            other = {"en": "fr", "fr": "en"}[word["LANGUAGE"]]
            yield from hearing.facts("no_language", {"language": other}, at - 1, at)
            return
    words = [word for word in hearing.words if not ("PLEASE" in word or "STOP" in word)]
    if 1 <= len(words) <= 2 and "LANGUAGE" in words[-1] and any("ONLY" in word for word in hearing.words):
        at = next(place for place, word in enumerate(hearing.words) if "LANGUAGE" in word)
        other = {"en": "fr", "fr": "en"}[hearing.words[at]["LANGUAGE"]]
        yield from hearing.facts("no_language", {"language": other}, at, at)


def _not_spoken(hearing: Hearing, at: int) -> bool:
    if at and "ONLY_SPEAKS" in hearing.words[at - 1]:
        return False
    if hearing.part_has(at, "UNDERSTAND") or _is_not_so_good(hearing, at) or hearing.part_has(at, "FLUENCY"):
        return False
    if _is_left_out(hearing, at) or _is_spoken_elsewhere(hearing, at) or _is_for_the_talk(hearing):
        return False
    return hearing.negated(at, 4) or hearing.answered(at) is False or is_none_of(hearing, at)


def _is_untested(hearing: Hearing, at: int) -> bool:
    """Whether only a test of a language is denied: "English not taken yet", « pas encore passé l'anglais »,
    « anglais : jamais passé de test », "no French score"."""
    before = reversed(hearing.words[max(0, at - _TO_A_TEST) : at])
    behind = hearing.words[at + 1 : at + 1 + _TO_A_TEST]
    near = (
        word
        for side in (before, behind)
        for word in takewhile(lambda each: not any(kind in each for kind in _BEYOND), side)
    )
    return any(any(kind in word for kind in _OF_TESTS) or word.text in _TESTED for word in near)


_BEYOND = ("STOP", "QUESTION", "COMMA", "AND", "BUT", "OPEN")
_TO_A_TEST = 5
"""Words between a language and what tells of its test."""
_OF_TESTS = ("DID", "ANYTEST", "RESULTS", "GRID")
_TESTED = frozenset(
    {"taken", "done", "tested", "sit", "take", "write", "written", "booked", "passer", "note"}
)


def _is_left_out(hearing: Hearing, at: int) -> bool:
    """ "I have 380 without French", "my score without French": what a score would be, not what is spoken."""
    near = range(max(0, at - 2), at)
    without = next((place for place in near if hearing.words[place].text in _WITHOUT), 0)
    before = hearing.words[max(0, without - _TO_A_TEST) : without]
    return any("GRID" in word or word.kinds.get("NUM", 0) >= _LEAST_SCORE for word in before)


_WITHOUT = frozenset({"without", "sans"})
_LEAST_SCORE = 100
"""The least number that may be somebody's score in Express Entry."""


def _is_spoken_elsewhere(hearing: Hearing, at: int) -> bool:
    """Whether the message tells beside that the language is spoken: "…, but I do speak French"."""
    language = hearing.words[at]["LANGUAGE"]
    others = (
        place
        for place, word in enumerate(hearing.words)
        if place != at and word.kinds.get("LANGUAGE") == language and not hearing.negated(place, 4)
    )
    return any(
        hearing.scopes[place].person == hearing.scopes[at].person
        and any(word.text in _SPEAKS for word in hearing.words[max(0, place - 3) : place])
        for place in others
    )


_SPEAKS = frozenset({"speak", "speaks", "parle", "parlons", "parlent"})


def _is_for_the_talk(hearing: Hearing) -> bool:
    """Whether a language is the one somebody would rather talk in: "no, English is fine"."""
    return hearing.kinds.isdisjoint(("TEST", "ANYTEST")) and any(
        "LANGUAGE" in word
        and any(near.text in _SUITS for near in hearing.words[at + 1 : at + _TO_WHAT_SUITS])
        for at, word in enumerate(hearing.words)
    )


_SUITS = frozenset(
    {
        "fine",
        "ok",
        "okay",
        "works",
        "better",
        "easier",
        "va",
        "marche",
        "convient",
        "mieux",
        "bien",
        "plus facile",
    }
)
_TO_WHAT_SUITS = 5


def _is_not_so_good(hearing: Hearing, at: int) -> bool:
    """ "English not so good": it is spoken."""
    behind = hearing.words[at + 1 : at + 4]
    denied = any("NEG" in word for word in behind[:2])
    return denied and any(word.text in _SO_GOOD for word in behind[1:])


_SO_GOOD = frozenset(
    {"so", "very", "that", "too", "good", "great", "perfect", "strong", "bon", "terrible", "fort"}
)


def is_none_of(hearing: Hearing, at: int) -> bool:
    """Whether a language is denied by the word behind it, which ends its clause: "French zero"."""
    behind = hearing.words[at + 1 : at + 3]
    if not behind or not any(kind in behind[0] for kind in ("NEG", "NONE_OF")):
        return False
    return len(behind) == 1 or any(kind in behind[1] for kind in ("COMMA", "STOP", "AND", "BUT", "CLOSE"))


def _corrected(hearing: Hearing, at: int) -> bool:
    """Whether another test is named beside ("CELPIP, not IELTS"), or a score of this one put right: "no, my
    writing in IELTS was 6.5"."""
    after = hearing.words[at + 1 : at + 4]
    if any("BE" in word or "ABILITY" in word for word in after) and any("NUM" in word for word in after):
        return True
    near = [*range(max(0, at - 4), at), *range(at + 1, min(len(hearing.words), at + 5))]
    return any(
        "WRONGTEST" in hearing.words[place]
        or ("TEST" in hearing.words[place] and not is_denied(hearing, place, _UNTAKEN_REACH))
        for place in near
    )
