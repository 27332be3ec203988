"""The family: how many they are, and the children with their ages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Any

from bot.facts import Fact
from bot.nlu.facts.hearing import Hearing, once
from bot.nlu.facts.patterns import Match
from bot.nlu.facts.scope import is_we
from bot.nlu.facts.words import Word
from express_entry.vocabulary import PARTNERED

_MOST_CHILDREN, _OLDEST_CHILD = 20, 60


_BESIDE = {"all_of_them": 0, "and_one": 1, "and_two": 2, "and_three": 3}
"""The lists of patterns, and how many people beside the number they mean."""
_CHILDREN = (
    *("they", "of_them", "parents", "turning", "aged", "old", "somebody", "of", "counted", "parent", "none"),
    "one",
)
"""The lists of patterns that tell of children, in the order in which they are tried."""


def read_family_size(hearing: Hearing) -> Iterator[Fact]:
    """``family_size``: the person, the partner and the children."""
    for name, others in _BESIDE.items():
        for match in hearing.matches(f"family.{name}"):
            number = hearing.words[match.start("n")]["NUM"] if "n" in match else 0
            if "kid" in match and "n" not in match:
                number = _born_together(hearing, match) or 1
            if others == 0 and number == 1:
                continue  # « nous sommes un couple »
            if "we" in match and not (is_we(hearing.words[match.start("we")]) and number <= _MOST_TOLD):
                continue  # "I am 5", "we are 30"
            status = hearing.words[match.start()].kinds.get("MARITAL")
            partnered = status in PARTNERED and not hearing.negated(match.start(), 2)
            elders = _elders(hearing) if others == 0 else 0
            size = number + others + (partnered and others == 1) - elders
            first, last = match.start(), match.end() - 1
            if size == int(size) and 1 <= size <= 30 and hearing.taken.isdisjoint(range(first, last + 1)):
                scope = hearing.scopes[first]
                if (
                    scope.mood == "said"
                    and scope.person != "other"
                    and (scope.person != "partner" or others >= 2)
                ):
                    words = hearing.words
                    start, end = words[first].start, words[last].end
                    yield Fact("family_size", int(size), "self", start, end, not elders)
                return


_MOST_TOLD = 12
"""The largest family that "we are" tells: a greater number is an age."""


def _elders(hearing: Hearing) -> int:
    """How many of a number of people are parents and the like, who are no family to the rules."""
    return sum(int(word["ELDERS"]) for word in hearing.words if "ELDERS" in word)


def _born_together(hearing: Hearing, match: Match) -> int | None:
    """How many children "twins" are."""
    number = hearing.words[match.start("kid")].kinds.get("TWINS") if "kid" in match else None
    return int(number) if number else None


def _without_number(hearing: Hearing, match: Match, name: str) -> bool:
    """ "The kids", "kids: 5": more than one, and not told how many or how old."""
    if "KIDS" not in hearing.words[match.start("kid")] or "n" in match:
        return False
    ages = [word for word in hearing.words[match.start("ages") : match.end("ages")] if "NUM" in word]
    return name == "one" or (name == "aged" and len(ages) == 1)


def _counted_behind(hearing: Hearing, match: Match) -> int:
    """How many children the one number behind a colon or a dash tells: "kids: 2"; 0 where it tells none."""
    between = hearing.words[match.start("kid") + 1 : match.start("ages")]
    number = hearing.words[match.start("ages")].kinds.get("NUM", 0) if "ages" in match else 0
    marked = len(between) == 1 and any(kind in between[0] for kind in ("COLON", "DASH"))
    bare = "ages" in match and match.end("ages") == match.start("ages") + 1
    return int(number) if marked and bare and 1 <= number <= _MANY else 0


_MANY = 6
"""So many children "kids: 5" may tell; a greater number is an age."""


def _is_each_aged(hearing: Hearing, match: Match) -> bool:
    """Whether each child has an age: "father of two, 5 and 7", not "mother of two, 33"."""
    aged = sum("NUM" in word for word in hearing.words[match.start("ages") : match.end("ages")])
    return aged > 1 and aged == hearing.value(match, "n", "NUM")


def _is_each_of_them(hearing: Hearing, match: Match) -> bool:
    """ "The kids, two, 3 and 6", but not "my kids, 2, 3 and 6"."""
    number = hearing.words[match.start("n")]
    aged = sum("NUM" in word for word in hearing.words[match.start("ages") : match.end("ages")])
    return number.text.isalpha() and aged == number["NUM"]


def _is_the_same(hearing: Hearing, match: Match) -> bool:
    """Whether "he" or "she", if one is spoken of, may be the child before ("my son studies in Toronto, he is
    19"), and letters behind ages tell girls and boys ("14f, 10m"; "3m" by itself may be months)."""
    inside = hearing.words[match.start("ages") : match.end("ages")]
    if {word.text for word in inside if "SEX" in word} == {"m"}:
        return False
    if "he" not in match:
        return True
    kid, pronoun = hearing.words[match.start("kid")], hearing.words[match.start("he")]
    other = {"MALE": "FEMALE", "FEMALE": "MALE"}
    one = "KIDS" not in kid and not _born_together(hearing, match)
    return one and not any(sex in kid and other[sex] in pronoun for sex in other)


_FITS = {"of_them": _is_each_of_them, "parents": _is_each_aged, "aged": _is_the_same}
"""What must hold besides of the matches of a list."""


def read_children(hearing: Hearing) -> Iterator[Fact]:
    """``child``: one fact for each child, with its age where that is told; None where there are none."""
    for first, last, child in _told(hearing):
        start, end = hearing.words[first].start, hearing.words[last].end
        yield Fact("child", child, "self", start, end, not hearing.doubted(first, last))


@once
def taken(hearing: Hearing) -> frozenset[int]:
    """The words that tell of children."""
    return frozenset(at for first, last, _ in _told(hearing) for at in range(first, last + 1))


@once
def _told(hearing: Hearing) -> list[tuple[int, int, dict[str, Any] | None]]:
    found: list[tuple[int, int, dict[str, Any] | None]] = []
    words: set[int] = set()
    for name in _CHILDREN:
        if name == "none" and found:
            continue
        told = bool(found)
        for match in hearing.matches(f"family.{name}"):
            first = match.start()
            if words & set(range(first, match.end())) or not _own(hearing, match, name):
                continue
            if name == "one" and told and not (first - 1 in words and "AND" in hearing.words[first]):
                continue
            if name in ("one", "counted") and _is_counted_already(hearing, match, found):
                continue
            children, last = _children(hearing, match, name)
            words |= set(range(first, last + 1)) if children else set()
            found += [(first, last, child) for child in children]
    return _each_once(hearing, _without_grown(hearing, found))


def _children(hearing: Hearing, match: Match, name: str) -> tuple[list[Any], int]:
    """The children that a match tells, none where it tells something else, and its last word."""
    last = match.end() - 1
    children = [None] if name == "none" else _ages(hearing, match, name)
    if name == "aged" and len(children) > 1 and (own := _after_one_age(hearing, match)) is not None:
        children, last = children[:1], own  # "une fille de 6 ans, 34 ans"
    if "kid" in match and _without_number(hearing, match, name):
        return [{} for _ in range(_counted_behind(hearing, match))], last
    if name == "aged" and "COMMA" in hearing.words[match.end("kid")] and {} in children:
        return [], last  # "mother of two kids, 33"
    fits = _FITS.get(name)
    told = len(children) <= _MOST_CHILDREN and (fits is None or fits(hearing, match))
    return children if told else [], last


_Told = tuple[int, int, dict[str, Any] | None]


def _without_grown(hearing: Hearing, found: list[_Told]) -> list[_Told]:
    """Without a number where some are told to be grown up: "three kids, the two big ones are 23 and 25"."""
    return [each for each in found if each[2] != {}] if "GROWN" in hearing.kinds else found


def _is_to_be_born(hearing: Hearing, match: Match) -> bool:
    """« Le bébé arrive en mars », "the baby is due in March": not yet a child."""
    after = hearing.words[match.end() : match.end() + 3]
    babe = "kid" in match and hearing.words[match.start("kid")].text.startswith(("bebe", "baby", "babies"))
    told = takewhile(lambda word: "STOP" not in word, hearing.words[match.end() : match.end() + _TO_A_BIRTH])
    arrives = any(word.text in _ARRIVES for word in after) and not any("WITH" in word for word in after)
    return babe and arrives | any(word.text in _WILL_BE_BORN for word in told)


_TO_A_BIRTH = 8
"""Words from a baby to when it will be born: « notre bébé aussi, il naîtra en novembre »."""
_ARRIVES = frozenset(
    {"arrive", "arrives", "arrivera", "due", "nait", "naitra", "coming", "comes", "vient", "viendra"}
)
_WILL_BE_BORN = frozenset({"naitra", "va naitre", "due", "will be born"})


def _is_aged(hearing: Hearing, last: int) -> bool:
    """« Non le bébé a 5 mois »: a child that is there, behind a no to something else."""
    after = hearing.words[last + 1 : last + 3]
    return len(after) > 1 and ("HAVE" in after[0] or "BE" in after[0]) and "NUM" in after[1]


_GOES_ON = ("COMMA", "COLON", "OPEN", "DASH", "STOP")


def _each_once(hearing: Hearing, found: list[_Told]) -> list[_Told]:
    """The children, without those of a number that are told one by one behind it."""
    for first, last in {(first, last) for first, last, child in found if child == {}}:
        group = [entry for entry in found if entry[:2] == (first, last)]
        after = hearing.words[last + 1] if last + 1 < len(hearing.words) else None
        singly = [entry for entry in found if entry[0] > last]
        goes_on = after is not None and any(kind in after for kind in _GOES_ON)
        still_open = sum(child == {} for _, _, child in group)
        one_more = (
            after is not None and "AND" in after and 0 < still_open < len(group)
        )  # "3: 12, 9 and a baby"
        if len(group) > 1 and (goes_on or one_more):
            for _ in range(len(singly) if len(singly) <= still_open else 0):
                found.remove((first, last, {}))
    return found


def _is_counted_already(hearing: Hearing, match: Match, found: Sequence[tuple[int, int, Any]]) -> bool:
    """Whether a child is part of a number told before: "4 with the baby", "three: 14, 11 and a newborn"."""
    first = match.start()
    number = hearing.words[match.start("n")].kinds.get("NUM") if "n" in match else 1
    of_all = first == 1 and "NUM" in hearing.words[0] and "WITH" in hearing.words[first]
    aged = {(begun, last) for begun, last, child in found if child}
    open_left = any(child == {} and (begun, last) in aged for begun, last, child in found)
    joined = "AND" in hearing.words[first] or (first and "AND" in hearing.words[first - 1])
    last_of_row = open_left and joined
    return number == 1 and bool(of_all or last_of_row)


def _after_one_age(hearing: Hearing, match: Match) -> int | None:
    """Where the age of one child ends, which is told before a comma and an age that is not the child's."""
    number = hearing.words[match.start("n")].kinds.get("NUM", 1) if "n" in match else 1
    if number != 1 or "KIDS" in hearing.words[match.start("kid")] or _born_together(hearing, match):
        return None
    inside = range(match.start("ages"), match.end("ages"))
    comma = next((at for at in inside if "COMMA" in hearing.words[at]), None)
    return None if comma is None or any("AND" in hearing.words[at] for at in inside) else comma - 1


def _own(hearing: Hearing, match: Match, name: str) -> bool:
    """Whether they are children of the person or the partner, told as a fact."""
    first = match.start()
    kid = match.start("kid") if "kid" in match else first
    scope = hearing.scopes[first]
    told = ("said", "want") if name == "turning" else ("said",)
    there = _are_there(hearing, first)
    if not (scope.mood in told or (there and scope.mood == "want")) or (
        name != "none" and hearing.negated(first, 3)
    ):
        return False
    if "kid" in match and (_are_minded(hearing, first, kid) or _is_no_child(hearing, kid)):
        return False
    if (name == "none" and _is_aged(hearing, match.end() - 1)) or _is_to_be_born(hearing, match):
        return False
    near = hearing.words[max(0, first - 3) : kid]
    behind = [
        at for at, word in enumerate(near) if "AND" in word and "SELF" in near[min(at + 1, len(near) - 1)]
    ]
    near = near[behind[-1] :] if behind else near  # "my mother and my two kids"
    others = any(
        kind in word and "KID" not in word for word in near for kind in ("SIBLING", "RELATIVE", "FAMILY")
    )
    planned = () if there else ("WANT", "NEXT")
    expected = any(kind in word for word in near for kind in (*planned, "EXPECTED", "PENDING"))
    own = name == "they" or scope.person != "other" or "KID" in hearing.words[kid]
    loved = hearing.words[kid].text in _LOVED and (
        any(word.text == "with" for word in near) or _is_a_sweetheart(hearing, match, kid)
    )
    return own and not (loved or others or expected or _of_somebody_else(hearing, first))


def _are_there(hearing: Hearing, first: int) -> bool:
    """Whether children are somebody's, whatever is planned with them: "would follow me with our girls"."""
    whose = first if "SELF" in hearing.words[first] else first - 1
    owned = whose >= 0 and "SELF" in hearing.words[whose] and "ME" not in hearing.words[whose]
    return owned and hearing.words[whose - 1].text not in ("have", "having", "avoir", "faire")


_LOVED = frozenset({"girl", "boy", "gars"})
"""Words for children that are a partner's behind "with": "common-law with a girl who is Canadian"."""


def _is_a_sweetheart(hearing: Hearing, match: Match, kid: int) -> bool:
    """Whether "my girl", « mon gars », told with no child's age and no other family, is whom somebody goes
    out with."""
    ages = [
        word["NUM"]
        for name in ("ages", "age", "n")
        if name in match
        for word in hearing.words[match.start(name) : match.end(name)]
        if "NUM" in word
    ]
    counted = [
        word
        for word, after in pairwise((*hearing.words, Word(0, 0, "", {})))
        if "IAM" not in word or "NUM" in after  # « on est quatre », not « on est ensemble »
    ]
    family = sum(any(kind in word for kind in _OF_A_FAMILY) for word in counted)
    return (
        hearing.words[kid - 1].text in ("my", "mon")
        and family < _WITH_ANOTHER
        and min([*ages, _GROWN]) >= _GROWN
    )


_OF_A_FAMILY = ("KID", "PARTNER", "PARENT_OF", "JUST_ME", "FAMILYSIZE")
_WITH_ANOTHER = 2
_GROWN = 18


def _is_of_no_family(word: Word) -> bool:
    """A coach, an employee: who has no part in the story but with what is told of them."""
    near = "KID" in word or "ELDERS" in word  # « maman d'un garçon de 11 ans »
    return "OTHER" in word and not near and not word.text.startswith(_SPOKEN_TO)


_SPOKEN_TO = ("you", "u", "vous", "votre", "vos", "tu", "ton", "ta", "tes")


def _are_minded(hearing: Hearing, first: int, kid: int) -> bool:
    """Whether somebody works with children: « gardienne d'enfants », "I look after a girl of 3"."""
    before = hearing.words[max(0, kid - _TO_A_CHILD) : kid]
    behind = [*takewhile(lambda word: not _parts(word), reversed(before))]
    minds = next((place for place, word in enumerate(behind) if _minds(word)), None)
    return minds is not None and not any("SELF" in word for word in behind[:minds])


_TO_A_CHILD = 4
"""Words from who works with children to these: « m'occupe de deux petites filles »."""


def _minds(word: Word) -> bool:
    return "MINDS" in word or "JOBHEAD" in word


def _parts(word: Word) -> bool:
    return any(kind in word for kind in ("COMMA", "STOP", "QUESTION", "AND", "WITH", "IHAVE", "COLON"))


def _is_no_child(hearing: Hearing, kid: int) -> bool:
    """Whether "my boy", « mon garçon » is told to be somebody else: "he's my roommate"."""
    behind = hearing.words[kid + 1 : kid + 1 + _TO_WHO_IT_IS]
    told = takewhile(lambda word: "STOP" not in word and "NUM" not in word, behind)
    row = [*told]
    is_so = any("BE" in word for word in row[:2])
    return is_so and any("PARTNER" in word or word.text in _FRIENDS for word in row)


_TO_WHO_IT_IS = 10
_FRIENDS = frozenset({"coloc", "colocataire", "ami", "pote", "roommate", "flatmate", "friend", "mate"})


def _of_somebody_else(hearing: Hearing, first: int) -> bool:
    """ "My sister wants to come, she has three kids": children of whoever was spoken of last."""
    for at in range(first - 1, -1, -1):
        if hearing.scopes[at].person != "other" or "STOP" in hearing.words[at]:
            return False
        word = hearing.words[at]
        if any(kind in word for kind in ("SIBLING", "RELATIVE", "HE")) or _is_of_no_family(word):
            return True
        if "KID" in hearing.words[at]:
            return False
    return False


def _is_an_article(hearing: Hearing, match: Match) -> bool:
    """Whether the one number behind a child is none: « mon fils est autiste, c'est un problème »."""
    at = next(at for at in range(match.start("ages"), match.end("ages")) if "NUM" in hearing.words[at])
    behind = hearing.words[at + 1 : at + 2]
    return hearing.words[at].text in ("un", "une") and not any(
        kind in word for word in behind for kind in ("YEARS", "MONTHS", "OLD")
    )


def _ages(hearing: Hearing, match: Match, name: str) -> list[Any]:
    if name in ("old", "of", "somebody"):
        months = "unit" in match and "MONTHS" in hearing.words[match.start("unit")]
        age = hearing.value(match, "age", "NUM")
        years = {"age": int(age // 12 if months else age)}
        return [years] * (_born_together(hearing, match) or 1) if age <= _OLDEST_CHILD else []
    together = _born_together(hearing, match)
    number = hearing.words[match.start("n")].kinds.get("NUM", 1) if "n" in match else name != "they"
    if together and ("n" not in match or number == 1):
        number = together
    if name == "turning":
        return [{"age": int(hearing.value(match, "age", "NUM")) - 1}]
    if name not in ("aged", "of_them", "parents", "they"):
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
    if len(told) == 1 and _is_an_article(hearing, match):
        told = []
    children = [{"age": int(age // 12 if months else age)} for age, months in told if age <= _OLDEST_CHILD]
    if together and len(children) == 1:
        children *= together
    missing = int(number) - len(children) if number == int(number) else 0
    return children + [{} for _ in range(max(0, missing))]
