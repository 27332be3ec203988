"""What a message says to a question of the assistant's own, whatever its words would mean elsewhere.

"canada brampton!! 3rd time" is a place where a place was asked, "two year i said" a length, "yes brother" a
yes. It is read apart from the question and means something only to one that wants it
(:class:`bot.facts.Said`). What is itself asked says nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import pairwise

from bot.facts import Said
from bot.nlu.facts.hearing import hear
from bot.nlu.facts.lasting import lasted
from bot.nlu.facts.unasked import clauses, unasked
from bot.nlu.facts.words import Word
from bot.nlu.household import savings
from bot.nlu.personal import program_named
from bot.nlu.spoken import plain, spoken, without

Words = Sequence[Word]

_CANADIAN = ("CANADA", "CANADIAN", "QUEBEC", "PROVINCE", "CANADIAN_CITY", "CANADIAN_SCHOOL")
_ABROAD = ("FOREIGN", "FOREIGN_WORD")
_OF_A_PLACE = frozenset(
    {"IN", "OF", "ARTICLE", "SELF", "IAM", "BE", "PLEASE", "COMMA", "STOP", "AND", "YES", "ALWAYS", "EACH"}
    | {
        "PART_OF",
        "WHOLE",
        "WHILE",
        "WORK",
        "WORKED",
        "NUM",
        "YEARS",
        "YEARNUM",
        "SINCE",
        "PRESENT",
        "JOBHEAD",
        "JOBMODIFIER",
    }
)
"""Kinds of words that may stand beside a place in a sentence that says no more than where."""
_OF_OTHERS = frozenset({"LIVES", "PARTNER", "SIBLING", "RELATIVE", "KID"})
"""Kinds of words of a sentence whose place is nobody's work and nobody's school."""
_NO_RESIDENT = (*_ABROAD, "STUDENT_STATUS", "NATIONALITY")
"""Kinds of words with which a brother or sister may be no citizen and no permanent resident."""
_NOT = frozenset({"NEG", "NO", "OUTSIDE"})
_PARTS = frozenset({"COMMA", "BUT", "OPEN", "CLOSE", "DASH"})
_OF_THEIR_OWN = frozenset({"TEST", "ANYTEST", "LANGUAGE", "KID"})
"""Kinds of words of a clause whose yes or no answers nothing else."""
_AROUND = frozenset({"PLEASE", "BUT", "COMMA"})
_BARE = _AROUND | {"AND", "YES", "NO", "STOP"}
"""Kinds of words of a clause that says no more than yes or no: "no, not married. and yes brother"."""
_OF_A_NAME = "'s"
_OF_THE_PARTNER, _ONES_OWN = ("PARTNER", "HE"), ("MINE", "ME")
"""Kinds of words for whose something is."""
_WHOSE = frozenset(
    {"PARTNER", "HE", "MINE", "ME", "SELF", "ARTICLE", "OF", "FROM", "IN", "TO", "BE", "THIS_IS", "THIS"}
    | {"THOSE", "YES", "NO", "NEG", "WHO", "AND", "PLEASE", "CORRECT", "MEANT", "WRONG", "CLAIM", "ONLY"}
    | {"COMMA", "STOP", "NUM", "YEARS", "WORK", "EXPERIENCE", "JOBWORD", "JOBHEAD", "JOBMODIFIER"}
    | {"DIPLOMA", "DEGREE", "TEST", "AGEWORD"}
)
"""Kinds of words of a clause that says no more than whose something is: "no, that's my husband's work"."""
_POINTS = frozenset({"thats", "it", "ca", "cela", "celles", "celui", "belongs", "appartient"})
_HAS = frozenset({"has", "have", "a", "ai", "does", "did", "fait"})
_SUBJECTS = frozenset({"he", "she", "il", "elle", "on"})
_REACH = 3
"""Words before a place among which stands what denies it."""
_TAG = 5
"""Words of a question that is only a tag."""
_FEW = 2
"""Words of a message that may be a number alone."""


def said(text: str, lang: str, today: date) -> Said:
    """What ``text`` says to whatever may be asked; nothing where it is a button's."""
    if not text or text.startswith("/"):
        return Said()
    hearing = hear(text, lang, today)
    told = [words for words in map(_untagged, _sentences(hearing.words)) if not _asks(words)]
    parts = [part for words in told for part in clauses(words)]
    places = unasked(hearing)
    return Said(
        place=_place(_without_cec(told, text), places),
        placed=tuple(
            (words[0].start, words[-1].end) for words in told if words and _place([words], places) is not None
        ),
        only_place=any(_place([part], places) is not None and _names_only_a_place(part) for part in parts),
        school=_place([words for words in _without_cec(parts, text) if not _is_of_work(words)], places),
        years=_years(told),
        yes=_yes(told),
        alone=any(_is_alone(words, text) for words in (*told, *parts)),
        sibling=_named(parts, ("SIBLING",)),
        resident=_named(parts, ("CITIZENPR",)),
        elsewhere=any(_has(word, _NO_RESIDENT) for words in told for word in words),
        of_partner=tuple(
            (part[0].start, part[-1].end) for part in parts if part and _says_whose(part, _OF_THE_PARTNER)
        ),
        mine=tuple((part[0].start, part[-1].end) for part in parts if part and _says_whose(part, _ONES_OWN)),
        begins=_begins(told),
        certificate=_named(parts, ("DIPLOMA", "TRADE_CERTIFICATE")),
        outside_quebec=any(
            "QUEBEC" in word and _denied(words, at) for words in told for at, word in enumerate(words)
        ),
        amount=savings(text),
        lasted=None if "QUESTION" in hearing.kinds else lasted(hearing),
        apart=any(map(_live_apart, told)),
        only=any("ONLY" in word for words in told for word in words[:1]),
        denies=any("NEG" in word or "TAKE_BACK" in word for word in hearing.words),
    )


def _sentences(words: Words) -> Iterator[Words]:
    """The sentences; one that ends as a question with its mark."""
    first = 0
    for at, word in enumerate(words):
        if "STOP" in word or "QUESTION" in word:
            yield words[first : at + 1]
            first = at + 1
    yield words[first:]


def _untagged(words: Words) -> Words:
    """A sentence of work and its place without the question at its end that asks nothing: "I worked in
    Tunisia, isn't that obvious?", "I worked in Tunisia, right?"."""
    commas = [at for at, word in enumerate(words) if "COMMA" in word]
    if not commas or "QUESTION" not in words[-1] or _asks(words[: commas[-1]]):
        return words
    told, tag = words[: commas[-1]], words[commas[-1] + 1 : -1]
    works = any("WORKED" in word for word in told) or all(
        _has(word, (*_ABROAD, *_CANADIAN, "IN", "ARTICLE", "YES")) for word in told
    )
    short = len(tag) <= _REACH and any(_has(word, ("NEG", "NO", "YES", "THIS_IS")) for word in tag)
    rhetorical = 0 < len(tag) <= _TAG and "BE" in tag[0] and any("NEG" in word for word in tag)
    return told if works and (short or rhetorical) else words


def _asks(words: Words) -> bool:
    content = [word for word in words if not _AROUND & word.kinds.keys()]
    return not content or "QUESTION" in words[-1] or "ASKS_FIRST" in content[0] or "ASK" in content[0]


def _has(word: Word, kinds: Collection[str]) -> bool:
    return any(kind in word for kind in kinds)


def _place(told: Sequence[Words], stated: Collection[int]) -> bool | None:
    """Whether the one place that is named is in Canada."""
    sides = {
        _is_canadian(words, at) and not _denied(words, at)
        for words in told
        if not _is_of_others(words)
        for at, word in enumerate(words)
        if word.start in stated and (_is_canadian(words, at) or _has(word, (*_ABROAD, "ELSEWHERE")))
    }
    return sides.pop() if len(sides) == 1 else None


def _names_only_a_place(words: Words) -> bool:
    row = words[:-1] if words and "CALLED" in words[-1] else words
    return all(_has(word, (*_CANADIAN, *_ABROAD, *_OF_A_PLACE)) for word in row)


def _without_cec(told: Sequence[Words], text: str) -> list[Words]:
    """Without what names the Canadian Experience Class, which is no place."""
    return [words for words in told if words and program_named(text[words[0].start : words[-1].end]) != "cec"]


def _is_of_work(words: Words) -> bool:
    """Whether a clause is about work and no diploma."""
    works = any("WORK" in word for word in words)
    return works and not any(_has(word, ("DIPLOMA", "DEGREE")) for word in words)


def _is_canadian(words: Words, at: int) -> bool:
    """Whether a word names Canada or a part of it, or is the "Canadian" of a diploma or of work."""
    after = words[at + 1 : at + 2]
    of_it = "CITIZENPR" in words[at] and any(_has(word, ("DIPLOMA", "DEGREE", "WORK")) for word in after)
    return _has(words[at], _CANADIAN) or of_it


def _is_of_others(words: Words) -> bool:
    """Whether a sentence is about where somebody lives, or about others; "bro" at its end is none."""
    content = [word for word in words if "STOP" not in word]
    return any(
        _OF_OTHERS & word.kinds.keys() and not (word is content[-1] and "SIBLING" in word) for word in content
    )


def _denied(words: Words, at: int) -> bool:
    """Whether "not" stands shortly before a word, in the same clause."""
    for back in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if _PARTS & words[back].kinds.keys():
            return False
        if _NOT & words[back].kinds.keys():
            return True
    return False


def _years(told: Sequence[Words]) -> float | None:
    """A length in years; a number alone may be one."""
    found: float | None = None
    for words in told:
        for word, after in pairwise(words):
            if "NUM" in word and "YEARS" in after and "OLD" not in after:
                found = word["NUM"]
    every = [word for words in told for word in words if "STOP" not in word]
    if found is None and len(every) <= _FEW:
        found = next((word["NUM"] for word in every if "NUM" in word), None)
    return found


def _yes(told: Sequence[Words]) -> bool | None:
    """The yes or no that a message begins with; else the one that stands anywhere in it. That of a clause
    about a test, a language or children, "no test yet", is the clause's own."""
    about = [words for sentence in told for words in clauses(sentence)]
    about = [words for words in about if not any(_OF_THEIR_OWN & word.kinds.keys() for word in words)]
    content = [word for words in about for word in words if not _AROUND & word.kinds.keys()]
    first = content[:1]
    if first and (_is_yes(first[0]) or "NO" in first[0]):
        bare = [words for words in about if words and all(_has(word, _BARE) for word in words)]
        if bare and bare[0] is not next(words for words in about if first[0] in words):
            first = [word for word in bare[-1] if _has(word, ("YES", "NO"))] or first
        return "NO" not in first[0]
    yes, no = any(map(_is_yes, content)), any(_has(word, ("NO", "NEG")) for word in content)
    return True if yes and not no else None


def _begins(told: Sequence[Words]) -> bool | None:
    """The yes or no that stands by itself at the beginning: "yes, and …", "no it's …", not "no kids"."""
    row = [word for words in told for word in words]
    first = next((at for at, word in enumerate(row) if "PLEASE" not in word or "YES" in word), None)
    if first is None or not (_is_yes(row[first]) or "NO" in row[first]):
        return None
    if _is_yes(row[first]):
        return True
    rest = row[first + 1 :]
    apart = not rest or _has(rest[0], _APART) or rest[0].text in _POINTS
    return False if apart else None


_APART = (
    *("COMMA", "STOP", "DASH", "BUT", "NO", "SELF", "IAM", "IHAVE", "HE", "THIS_IS", "THIS", "PLEASE"),
    *("CORRECT", "MEANT"),
)
"""Kinds of words before which "no" is a word of its own."""


def _says_whose(words: Words, kinds: Collection[str]) -> bool:
    """Whether a clause names an owner ("his", "that's Jun's", "he has the 9 years") and tells nothing else:
    not "she works", not "not my wife's"."""
    owner = next((at for at, word in enumerate(words) if _has(word, kinds)), None)
    named = next((at for at, word in enumerate(words) if word.text == _OF_A_NAME and at), None)
    if kinds is _OF_THE_PARTNER and owner is None and named is not None:
        owner = named - 1
    if owner is None or any("NEG" in word and "NO" not in word for word in words[:owner]):
        return False
    if kinds is _ONES_OWN and any(_has(word, ("PARTNER", "HE")) for word in words):
        return False
    counted = any(_has(word, ("NUM", "THE", "WHO", "THIS", "JOBHEAD")) for word in words)
    for at, word in enumerate(words):
        of_name = named is not None and at in (named - 1, named)
        has = word.text in _HAS and counted
        if not (of_name or has or word.text in _POINTS or _has(word, _WHOSE)):
            return False
        before = words[at - 1] if at else None
        if "WORK" in word and "JOBWORD" not in word and before is not None and _is_subject(before):
            return False
    return True


def _is_subject(word: Word) -> bool:
    """Whether a word of work behind it is what somebody does: "she works", "is working"; not "his work"."""
    return word.text in _SUBJECTS or ("BE" in word and word.text != _OF_A_NAME and "THIS_IS" not in word)


def _is_yes(word: Word) -> bool:
    """Whether a word says yes; "I have" does only where nothing follows it."""
    return "YES" in word and "IHAVE" not in word


def _is_alone(words: Words, text: str) -> bool:
    """Whether a sentence or a clause says that nobody comes along."""
    if not words:
        return False
    if any("JUST_ME" in word for word in words):
        return True
    low = plain(text[words[0].start : words[-1].end])
    bare = without(low, spoken()["beside_alone"])
    return any(each.strip(" .") in spoken()["just_me"] for each in (low, bare))


def _live_apart(words: Words) -> bool:
    """ "We don't live together", "we live apart", « chacun chez soi »."""
    roof = any(word.kinds.get("DOUBTFUL_MARITAL") == "common_law" or "TOGETHER" in word for word in words)
    denied = any("NEG" in word and "NOTYET" not in word for word in words)
    return (roof and denied) or any("LIVE_APART" in word for word in words)


def _named(clauses: Sequence[Words], kinds: Collection[str]) -> bool | None:
    """Whether there is what a clause names by a word of these kinds; the last that names it holds."""
    found: bool | None = None
    for words in clauses:
        if any(_has(word, kinds) for word in words):
            found = not any(_has(word, ("NO", "NEG")) for word in words)
    return found
