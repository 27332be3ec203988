"""For every word of a message: whose it is, and whether it was said as a fact.

"My wife has a master's" is a fact about the partner; "if I get 8 in writing", "I will turn 30", "is IELTS 7
enough?" or "my agent wrote that I am single" are none. A reader asks the scope of the words that it found
before it makes a fact of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, takewhile
from typing import Literal

from bot.facts import NOBODY, People, Writer
from bot.nlu.facts.words import Word, filler

Speaker = Literal["self", "partner", "both", "other"]
Mood = Literal["said", "if", "ask", "want", "claim"]

_ENDS = ("STOP", "QUESTION")
_BREAKS = ("COMMA", "COLON", "BUT", "OPEN", "CLOSE", "SLASH")
_WHY = frozenset({"why", "how come", "pourquoi"})
_ALTHOUGH = frozenset({"although", "though", "even though", "when", "while", "whereas", "if"}) | {
    "alors que",
    "alors qu'",
    "quand",
    "tandis que",
    "bien que",
    "vu que",
    "puisque",
}
"""What goes on with a question why, and tells nothing."""
_FIRST_PERSON = ("i", "we", "j", "nous", "on", "chui", "g", "me and", "my ")
_OBJECT = frozenset(
    {"me", "us", "moi", "mine", "m'", "ours"} | {"le mien", "la mienne", "les miens", "les miennes"}
)
_PERSONS = (
    "SELF",
    "PARTNER",
    "HE",
    "OTHER",
    "SIBLING",
    "RELATIVE",
    "IAM",
    "IHAVE",
    "BOTH",
    "WANT",
    "IF",
    "ASK",
)
_COUNTS = frozenset({"both", "tous les deux", "toutes les deux", "tous deux"})
_WE = frozenset(
    {"we", "us", "our", "we both", "we're", "we have", "we are", "nous", "on", "nos", "on a", "on est"}
    | {"maries", "mariees"}
)
"""Without one of these or a partner, "both" are two tests, diplomas or jobs."""


def is_we(word: Word) -> bool:
    """Whether a word is "we"; the English "on" is none."""
    text = word.text.replace(" '", "'")
    own = any(kind in word for kind in _FIRST)
    return (text in _WE and (text != "on" or own)) or (own and text.startswith(_WE_ARE))


_WE_ARE = ("we ", "we'", "nous ", "on ")
"""How the words for "we are" and "we have" begin."""
_TELLERS = frozenset(
    {"NUM", "SEX", "MARITAL", "IAM", "IHAVE", "JOBHEAD", "DEGREE", "EXPERIENCE", "WORK", "CITIZENPR"}
    | {"SIBLING", "TRADE_CERTIFICATE"}
)
"""Kinds of words that tell something about somebody."""
_OF_OTHERS = frozenset({"PARTNER", "SPOUSE", "OTHER", "HE"})
_OWN_THINGS = (
    "OFFER",
    "PNP",
    "NOMINATION",
    "TRADE_CERTIFICATE",
    "LANGUAGE",
    "TEST",
    "TEST_IN",
    "TOLD_THING",
    "ECA",
)
"""Kinds of words for what only the person who writes is asked about."""
_SOMEBODY = ("OTHER", "SIBLING", "RELATIVE", "FIANCE")
_KIN = ("SIBLING", "RELATIVE")
_NONE = frozenset({"no", "zero", "none", "pas de", "pas d'", "aucun", "aucune"})
"""What begins an entry of a list of what one has not."""
_THERE = frozenset({"CANADA", "QUEBEC", "PROVINCE", "CANADIAN_CITY", "CITIZENPR"})
_WHO_THEY_ARE = frozenset({"YEARS", "OLD", "JOBHEAD", "DEGREE", "DOUBTFUL_DEGREE", "MARITAL"})
"""Kinds of words that tell where a relative lives, and what else they are."""
_FEMININE, _MASCULINE = (
    ("she", "her", "hers", "she's", "shes", "elle"),
    ("he", "him", "his", "he's", "hes", "il", "lui"),
)


_SEXES = ("FEMALE", "MALE")


_CONTRASTS = (
    *("NUM", "DEGREE", "DOUBTFUL_DEGREE", "DIPLOMA", "TEST", "ABILITY", "LETTER"),
    *("FRAMEWORK", "CEFR", "JOBHEAD"),
)
"""Kinds of words of what one of two people is told to have, behind "me"."""


_BEFORE_WHAT_IS_TOLD = ("ARTICLE", "COLON", "ONLY", "PLEASE")
"""Kinds of words between "me" and that: "she has a master's, me just a bachelor's"."""
_JOINTS = frozenset({"and", "et"})


_TO_AN_AGE = 5
"""Words from a child to the age that follows."""
_APPLYING = frozenset({"applicant", "demandeur", "demandeuse", "requerant", "requerante"})
_ONESELF = frozenset({"self", "myself", "moi - meme", "moi meme"})
_JOURNEYMEN = frozenset({"compagnon", "compagnons"})
"""What a tradesman is called, too."""
_MINE = frozenset({"mine", "la mienne", "le mien"})
_RELATES = frozenset({"WITH", "OF", "TO", "AND", "NEG", "PARTNER", "HE", "BE", "HAVE", "OTHER"})
"""Kinds of words behind which "me" is not who is told of."""
_LEAST_AGE, _MOST_AGE = 18, 70


def _is_first_person(word: Word) -> bool:
    return any(kind in word for kind in _FIRST)


def _is_one(word: Word) -> bool:
    """Whether a word tells the sex of whom it names."""
    return any(sex in word for sex in _SEXES)


@dataclass(frozen=True)
class Scope:
    """Whose a word is; in which mood it was said; whether it is clear that it is that person's.

    ``part`` numbers the parts of sentences between commas, colons and words like "but"; ``named`` tells
    whether the sentence says whose it is ("I", "my wife") or only the context does. ``either``: behind what
    was told of the partner nobody says so.
    """

    person: Speaker
    mood: Mood
    clear: bool
    part: int
    named: bool
    either: bool = False


_WHAT_SOMEBODY_IS = ("JOBHEAD", "NATIONALITY", "CITIZENPR")
_VERBS = frozenset({"BE", "HAVE", "WORK"})
_TO_A_BRACKET = 4
"""Words from a person to the bracket that tells of them: "my wife Grace (31, nurse)"."""
_TO_WHOM = 7
"""Words behind "married to" among which stands what the other one is: "a 35 year old nurse"."""
_PARTICIPLES = frozenset({"worked", "been", "done", "had", "served", "studied", "taught", "practised"})
"""What follows "I'd" where it means "I had"."""


_TO_KNOW = frozenset({"know", "to know", "ask", "find out", "savoir", "demander", "renseigner"})
_LEADS_IN = ("IF", "WHO", "ASK", "ASKS_FIRST", "AS", "WHILE", "DOUBT")
"""Kinds of words behind which "I am a nurse" is no sentence of its own."""
_TO_A_VERB = 5
"""Words from "maybe" to what is perhaps done."""
_OF_NOW = ("BE", "HAVE", "IAM", "IHAVE", "PROVES")
"""Kinds of words with which something is so, and not only thought of."""

_HAS_HAD = frozenset({"a eu", "a recu", "has had", "got"})
_HAS = frozenset({"has", "a"}) | _HAS_HAD
"""How it goes on behind the name of a third person."""

_FIRST = ("SELF", "IAM", "IHAVE")
_TELL_NOTHING = (*_BREAKS, "AND", "YES", "NO")
_LEADING = 2
"""Words at the beginning of a sentence that may lead to somebody and tell nothing of the speaker."""
_JOINS = ("AND", "PLUS", "COMMA", "DASH", "WITH")
"""Kinds of words that join those who belong to the speaker: "wife and 4 kids", "husband, 2 boys"."""
_COUNTS_THEM = ("NUM", "ARTICLE", "SELF", "ONLY")
_CLAIMING, _CLAIMED_WITHIN = 5, 6
"""Words before a verb of saying among which stands who says it, and behind it those of whom it is said."""
_OF_HIMSELF = 5
"""Words from a verb of saying to those who say it and of whom it is said."""
_SAYING = frozenset({"says", "said", "say", "tells", "told", "claims", "claimed", "swears", "insists"}) | {
    *("dit", "disait", "raconte", "pretend", "affirme", "assure", "jure"),
}
_PRETENDING = ("pretend", "claim")
"""What the speaker does not vouch for: that the partner is a nurse one does not call his words."""
_YOU = frozenset({"you", "u", "vous", "tu", "t'"})
"""Whom the assistant's own words are put right with: "you said I have 5 years"."""


class _Walk:
    """Goes through a message once, left to right."""

    def __init__(self, row: Sequence[Word], people: People = NOBODY) -> None:
        writer = people.writer
        self.row = row
        self.people = people
        self.writer: Speaker = writer
        self.person: Speaker = "self"
        self.before: Speaker = "self"
        self.third: Speaker = "partner" if writer == "self" else "self"
        self.thirds: dict[str, Speaker] = {}
        self.spoken = self.sibling = False
        self.mood: Mood = "said"
        self.outside: Mood = "said"
        self.first_of_all: Mood | None = None
        self.behind_spouse = False
        self.spoken_before = 0
        self.listed = False
        self.kin_at: int | None = None
        self.harmless = False
        self.clear = True
        self.own_before = False
        self.spoken_at = 0
        self.bracketed = False
        self.of_client = False
        self.part = 0
        self.began = 0
        self.named = False
        self.two_thirds = _two_thirds(row)
        self.household = _household(row)
        self.told_of = writer != "self" or not any("ME" in word or "IAM" in word for word in row)
        kinds = {kind for word in row for kind in word.kinds}
        self.couple = any("PARTNER" in word or "SPOUSE" in word or is_we(word) for word in row) or (
            "HE" in kinds and not kinds.isdisjoint(("ME", "IAM"))
        )

    def scopes(self) -> list[Scope]:
        out: list[Scope] = []
        for at, word in enumerate(self.row):
            if any(kind in word for kind in _ENDS):
                self._end_sentence(at)
                self.began = at + 1
            elif any(kind in word for kind in _BREAKS):
                self.part += 1
                self._break(at)
            else:
                if self.person == "other" and self._denies_own(at):
                    self.person, self.clear, self.named = "self", True, False
                self._mood(at, word)
                self._person(at, word)
                if self._tells_of_it(at) or self._names_somebody(at):
                    self.person, self.named = (self.before, True) if "THIS_IS" in word else ("other", True)
            behind = self.before == "partner" or self.behind_spouse
            either = self.person == "self" and behind and not self.clear
            out.append(Scope(self.person, self.mood, self.clear, self.part, self.named, either))
            if "LATE_SPOUSE" in word:
                self.person, self.named = "other", True  # that they are widowed is the speaker's own
        return out

    def _tells_of_it(self, at: int) -> bool:
        """ "Must my wife's ECA be new? It is from WES": "it" is still hers."""
        return at == self.began and "THIS_IS" in self.row[at] and self.before in ("partner", "other")

    def _names_somebody(self, at: int) -> bool:
        """ "Anis has a master's", « Gaël a eu une offre »: a name nobody has told, and what is theirs."""
        after = self.row[at + 1 : at + 3]
        word = self.row[at]
        if word.kinds or not self._starts_part(at) or not word.text.isalpha() or word.text in filler():
            return False
        has = len(after) > 1 and after[0].text in _HAS and (after[0].text != "a" or "HAVE" in after[0])
        return has and ("ARTICLE" in after[1] or "NUM" in after[1] or after[0].text in _HAS_HAD)

    def _denies_own(self, at: int) -> bool:
        """ "My sister is in Calgary no pnp no offer": what nobody but the speaker could have, told in a list
        in which a relative is one entry; not "my friend went without offer", "my uncle has no French"."""
        if not self._is_an_entry(at):
            return False
        after = self.row[at + 1] if at + 1 < len(self.row) else None
        none_of_it = "NO_CANADIAN_STUDY" in self.row[at]
        own = after is not None and any(kind in after for kind in _OWN_THINGS)
        begins = self.row[at].text in _NONE and "HAVE" not in self.row[at - 1]
        return none_of_it or (begins and own)

    def _is_an_entry(self, at: int) -> bool:
        """Whether somebody else is only told of as a relative whom the speaker has, perhaps in Canada, and
        nothing is told of who they are."""
        if self.kin_at is None:
            return False
        told = {kind for word in self.row[self.kin_at : at] for kind in word.kinds}
        return not told.isdisjoint(_THERE) or told.isdisjoint(_WHO_THEY_ARE)

    def _end_sentence(self, at: int) -> None:
        open_still = self.person == "self" and self.before == "partner" and not (self.clear or self.named)
        if not open_still:
            self.before = self.person
        self.clear = not open_still and (
            self.person in ("self", "both")
            or (self.person == "partner" and "QUESTION" not in self.row[at] and self._came_or_stayed(at))
        )
        self.part += 1
        self.mood, self.harmless, self.first_of_all = "said", False, None
        self.own_before = self.named = self.bracketed = self.behind_spouse = False
        self.person = "other" if self.of_client else "self"

    def _break(self, at: int) -> None:
        if "OPEN" in self.row[at]:
            self.outside = self.mood
            near = self.person == "partner" and at - self.spoken_at <= _TO_A_BRACKET
            self.bracketed = near and self.clear
        elif "CLOSE" in self.row[at]:
            self.mood = self.outside if self.mood != "if" else self.mood
            if self.bracketed and at + 1 < len(self.row) and not _VERBS.isdisjoint(self.row[at + 1].kinds):
                return  # "my wife (Grace, pharmacist) is 33": of her, too
            self.bracketed = False
        self._end_before()
        if (self.mood == "want" and self.harmless) or (self.mood == "claim" and self._ends_claim(at)):
            self.mood = "said"
        if self.mood == "ask" and self._wished_for_the_score(at):
            self.mood = "said"
        denies = at + 1 < len(self.row) and "NEG" in self.row[at + 1] and self._is_an_entry(at)
        if self.person == "other" and (self.listed or denies) and "COMMA" in self.row[at]:
            self.person, self.clear, self.named = "self", True, False
        told = self.row[self.spoken_at : at]
        stays = any("NEG" in word or "STAYING" in word for word in told)
        theirs = self._is_age(at + 1) and not stays  # "my husband comes with me, 36, engineer"
        if self.person == "partner" and "COMMA" in self.row[at] and self._came_or_stayed(at) and not theirs:
            self.person, self.mood, self.clear, self.named = "self", "said", True, False
        if self._goes_back(at):
            aged = any(map(self._is_age, range(self.spoken_at, at)))
            self.person, self.named, self.clear = "self", False, aged or not self._is_age(at + 1)
            self.behind_spouse = not self.clear
        unsaid = self.own_before and "COLON" not in self.row[at] and not self.bracketed
        if self.person in ("partner", "other") and unsaid:
            self.clear = False

    def _wished_for_the_score(self, at: int) -> bool:
        """Whether one's own score was asked, and who one is follows: "tell me my score, 28, single"."""
        asked, after = self.row[self.began : at], self.row[at + 1 : at + 2]
        own = any("SELF" in word for word in asked) and any("GRID" in word for word in asked)
        counted = any(kind in word for word in asked for kind in ("NUM", "IF"))
        told = any(kind in word for word in after for kind in ("MARITAL", "IAM", "AGEWORD"))
        return own and not counted and (told or self._is_age(at + 1))

    def _goes_back(self, at: int) -> bool:
        """Whether a list goes on about the speaker behind "married to a nurse,": not with the age of the
        other one, where the speaker's was told before, and not behind that age unless a bracket closed."""
        married = self.person == "partner" and self._is_married_to(self.spoken_at)
        if not married or self.bracketed or "COMMA" not in self.row[at]:
            return False
        told = [*filter(self._is_age, range(at))]
        of_other = "CLOSE" not in self.row[at - 1] and any(place > self.spoken_at for place in told)
        return not (of_other or (self._is_age(at + 1) and any(place < self.spoken_at for place in told)))

    def _is_age(self, at: int) -> bool:
        """Whether a number may be an age: years, or nothing, stand behind it."""
        word, after = self.row[at : at + 1], self.row[at + 1 : at + 2]
        number = word[0].kinds.get("NUM", 0) if word else 0
        return _ADULT <= number <= _OLDEST and (
            not after or any(kind in after[0] for kind in ("YEARS", "OLD", "COMMA", "STOP"))
        )

    def _came_or_stayed(self, at: int) -> bool:
        """Whether the clause that a comma closes tells that the partner comes or stays: it is complete."""
        for back in range(at - 1, self.began - 1, -1):
            if any(kind in self.row[back] for kind in _BREAKS):
                return False
            comes = "COMING" in self.row[back] and not _is_from(self.row[back + 1])
            if comes or "STAYING" in self.row[back]:
                return self.mood in ("said", "want")
        return False

    def _starts_part(self, at: int) -> bool:
        return at == 0 or any(kind in self.row[at - 1] for kind in (*_ENDS, *_BREAKS, "AND", "PLEASE"))

    def _mood(self, at: int, word: Word) -> None:
        after = self.row[at + 1] if at + 1 < len(self.row) else None
        if "CLAIM" in word and self._is_of_others(at):
            self.mood = "claim"
        elif self.mood == "claim":
            return
        elif "IF" in word and not (
            after is None or "COMMA" in after or self._is_an_end(at) or _was_before(word, after)
        ):
            self.first_of_all = self.mood if "BEFORE_DOING" in word else None
            self.spoken_before, self.mood = at, "if"
        elif self.first_of_all is not None and self._says_it_now(at):
            self._end_before()
        elif self.mood == "if" and self._is_asked_to_the_end(at):
            self.mood = "said"
        elif self.mood == "if" or ("ASK" in word and self._shows(after)):
            return
        elif "ASK" in word or ("ASKS_FIRST" in word and self._opens_question(at)):
            self.mood = "ask"
        elif self.mood in ("ask", "want") and self._starts_statement(at):
            self.mood = "said"
        elif self.mood == "said" and "WANT" in word and not self._had_done(at):
            self.mood = "want"
            self.harmless = self._is_birthday(at) or any(
                "HARMLESS" in near for near in self.row[at + 1 : at + 4]
            )
        elif self.mood == "said" and "PONDERS" in word and self._undertakes(at):
            self.mood, self.harmless = "want", False

    def _is_asked_to_the_end(self, at: int) -> bool:
        """Whether somebody goes on to tell behind what they "want to know if": "… if I can apply I am 39"."""
        if not self._starts_statement(at):
            return False
        before, asked = self.row[: self.spoken_before], self.row[self.spoken_before + 1 : at]
        return any(word.text in _TO_KNOW for word in before) and any("APPLIES" in word for word in asked)

    def _end_before(self) -> None:
        """What follows "before I waste my time:" is said as it was before."""
        if self.first_of_all is not None and self.mood == "if":
            self.mood, self.person, self.clear, self.named = self.first_of_all, self.writer, True, False
        self.first_of_all = None

    def _says_it_now(self, at: int) -> bool:
        """ "Before I pay - 38, nurse", "before we go on I am 52": what the speaker does first is told."""
        word, before = self.row[at], self.row[at - 1]
        dash = "DASH" in word and word.start > before.end
        own = _is_first_person(word) and word.text.startswith(_FIRST_PERSON)
        return dash or (own and at > self.spoken_before + 1)

    def _is_an_end(self, at: int) -> bool:
        """Whether "until" tells when something ended: "until March 2024", "June 2012 until we moved"; not
        "until I graduate"."""
        dates = ("MONTHNAME", "YEARNUM", "DATE")
        begun = any(kind in word for word in self.row[max(0, at - 1) : at] for kind in dates)
        after = self.row[at + 1]
        return "UNTIL" in self.row[at] and (begun or any(kind in after for kind in (*dates, "LAST")))

    def _undertakes(self, at: int) -> bool:
        """Whether somebody can do something, or perhaps does it: "I can do a master's", "maybe my wife gets a
        degree"; not "maybe she has one", and not "I can prove 5 years"."""
        subject = "DOUBT" not in self.row[at]  # "can" has it before
        for word in self.row[at + 1 : at + 1 + _TO_A_VERB]:
            if "UNDERTAKES" in word:
                return subject or word.text.startswith(("i ", "je "))  # "perhaps I do a diploma"
            if any(kind in word for kind in (*_ENDS, *_BREAKS, *_OF_NOW)):
                return False
            subject = subject or any(kind in word for kind in _PERSONS)
        return False

    def _shows(self, after: Word | None) -> bool:
        """« Je peux prouver 5 ans »: what can be shown is a fact, unless it is asked."""
        return after is not None and "PROVES" in after and not any("QUESTION" in word for word in self.row)

    def _is_of_others(self, at: int) -> bool:
        """Whether somebody else says what follows of the speaker: "my agent put", "he says I have"."""
        before = [word for word in self.row[self.began : at] if not any(kind in word for kind in _BREAKS)]
        after = self.row[at + 1 : at + 1 + _CLAIMED_WITHIN]
        if any("PARTNER" in word or "ECA" in word for word in self.row[self.began :]):
            return False
        if any("AGENT" in word for word in before[-_CLAIMING:]):
            return True
        someone = any("HE" in word or "OTHER" in word or "THEY" in word for word in before[-_CLAIMING:])
        addressed = any(word.text in _YOU for word in before)
        if self._says_of_himself(at):
            return True
        return someone and not addressed and any(kind in word for word in after for kind in _FIRST)

    def _says_of_himself(self, at: int) -> bool:
        """Whether "he" says what he is, of whom nothing else was told: "he told me he is a lawyer", « il
        prétend être avocat »."""
        word, after = self.row[at], self.row[at + 1 : at + _OF_HIMSELF]
        named = any(kind in each for each in self.row[:at] for kind in ("PARTNER", "APPLICANT", "MARITAL"))
        says = not _SAYING.isdisjoint(word.text.split()) and any("HE" in each for each in after)
        pretends = word.text.startswith(_PRETENDING) and any("BE" in each for each in after)
        near = self.row[max(self.began, at - _OF_HIMSELF + 1) : at]
        return (
            self.writer == "self" and not named and any("HE" in each for each in near) and (says or pretends)
        )

    def _ends_claim(self, at: int) -> bool:
        """Whether behind a break the speaker goes on in their own words: "…, it's only a bachelor's"."""
        after = self.row[at + 1] if at + 1 < len(self.row) else None
        own = after is not None and any(kind in after for kind in ("IAM", "IHAVE", "HE", "SELF", "NEG", "BE"))
        return "BUT" in self.row[at] or own or (after is not None and "'" in after.text)

    def _both(self, at: int) -> Speaker | None:
        """Both people; not both jobs: "mechanic 10 years, driver 2, both in Kingston"."""
        word, after = self.row[at], self.row[at + 1] if at + 1 < len(self.row) else None
        couple = self.couple or (after is not None and "HAVE" in after and word.text == "both")
        of_things = word.text in _COUNTS and (not couple or (after is not None and "IN" in after))
        return None if self.person == "other" or of_things else "both"

    def _of_a_couple(self, at: int, word: Word) -> Speaker | None:
        """Whose a word is that tells so without naming the partner alone."""
        if "BOTH" in word:
            return self._both(at)
        if self._is_married_to(at):
            return "partner"
        return "both" if self._joins_two(at) or (self.person == "both" and is_we(word)) else None

    def _joins_two(self, at: int) -> bool:
        """Whether a word makes two of the partner and the speaker: "hubby and me are 34", « elle et moi »."""
        first, joint, last = (*self.row[at - 2 : at], self.row[at]) if at > 1 else (None, None, None)
        if first is None or joint is None or last is None or "AND" not in joint:
            return False
        couple = ("PARTNER" in first and "ME" in last) or ("ME" in first and "PARTNER" in last)
        after = self.row[at + 1] if at + 1 < len(self.row) else None
        return couple and after is not None and any(kind in after for kind in ("BE", "IHAVE", "HAVE", "BOTH"))

    def _is_married_to(self, at: int) -> bool:
        """Whether a word begins what the partner is behind "married to": "married to a nurse (31, MSc)"."""
        if at < self.began + 2 or not any(kind in self.row[at - 1] for kind in ("TO", "WITH")):
            return False
        if self.row[at - 2].kinds.get("MARITAL") != "married":
            return False
        told = [*takewhile(lambda word: not _is_break(word), self.row[at : at + _TO_WHOM])]
        behind = [place for place, word in enumerate(told) if any(kind in word for kind in _WHAT_SOMEBODY_IS)]
        studied = any(kind in word for word in told for kind in ("DEGREE", "DIPLOMA", "DEGREEWORD", "KID"))
        return bool(behind) and not studied

    def _names_two(self, at: int) -> bool:
        """ "Me and my wife, 35, nurse": of whom of the two the rest is, nobody says."""
        word, after = self.row[at], self.row[at + 1 : at + 2]
        joined = "BOTH" in word and not _JOINTS.isdisjoint(word.text.split())
        return joined and any("COMMA" in each for each in after)

    def _had_done(self, at: int) -> bool:
        """ "Before that I'd worked 7 years": had, not would."""
        after = self.row[at + 1 : at + 2]
        return self.row[at].text.endswith("'d") and any(word.text in _PARTICIPLES for word in after)

    def _is_birthday(self, at: int) -> bool:
        """Whether what is to come is only an age: "I turn 30 in March, single, engineer"."""
        after = self.row[at + 1 : at + 4]
        if after and "BE" in after[0]:
            return len(after) > 1 and "NUM" in after[1]
        aged = self.row[at].text.startswith("turn") or (len(after) > 1 and "YEARS" in after[1])
        return bool(after) and "NUM" in after[0] and aged

    def _opens_question(self, at: int) -> bool:
        if not self._starts_part(at) or at + 1 >= len(self.row):
            return False
        return (
            at == 0
            or any(kind in self.row[at - 1] for kind in _ENDS)
            or any(kind in self.row[at + 1] for kind in ("SELF", "PARTNER", "OTHER", "HE"))
        )

    def _starts_statement(self, at: int) -> bool:
        word, after = self.row[at], self.row[at + 1] if at + 1 < len(self.row) else None
        if after is None or "WANT" in after or "WANT" in word:
            return False
        before = self.row[max(0, at - 2) : at]
        if len(before) > 1 and "AND" in before[0] and "WHO" in before[1]:
            return False  # « peut-être que je passe le TEF et que j'ai 500 » goes on
        if self._is_of_a_reason(at):
            return False
        if word.text.startswith(_FIRST_PERSON) and ("IAM" in word or "IHAVE" in word):
            named = (
                "JOBHEAD" in after and not any(kind in before[-1] for kind in _LEADS_IN) if before else False
            )
            return self._starts_part(at) or "NUM" in after or named
        told_of = "HE" in word and ("BE" in after or "HAVE" in after)
        if told_of and self._is_asked_about(at):
            return True
        if self.harmless and (told_of or "IAM" in word or "IHAVE" in word):
            return True  # "we want to come he is 32 i am 29", without a stop
        return ("SELF" in word or "PARTNER" in after or told_of) and self._starts_part(at)

    def _is_asked_about(self, at: int) -> bool:
        """ "What about my wife she is a nurse": behind somebody who is only named, what they are is told."""
        asked = self.row[self.began : at]
        named = "PARTNER" in asked[-1] if asked else False
        return named and not any(
            kind in word for word in asked for kind in ("BE", "HAVE", "WANT", "IF", "REQUIRE")
        )

    def _is_of_a_reason(self, at: int) -> bool:
        """Whether the words still ask why: "why do I have zero", « pourquoi rien alors que j'ai 9 ans »."""
        before = [word.text for word in self.row[self.began : at]]
        if not _WHY.intersection(before):
            return False
        return before[-1] in _WHY or before[-1] in _ALTHOUGH or " ".join(before[-2:]) in _ALTHOUGH

    def _person(self, at: int, word: Word) -> None:
        before = self.row[at - 1] if at else None
        found = self._speaker(at, word, before)
        if found is None:
            return
        if "APPLICANT" in word and "HE" in word:
            if self.told_of:
                self._spoken_of(word, "self")
        elif found in ("partner", "other") and "HE" not in word:
            self._spoken_of(word, found)
            if "PARTNER" in word and found == "other" and before is not None and "SELF" in before:
                self.thirds |= {sex: "partner" for sex in _SEXES if sex in word}  # "the sister of my husband"
        before_it = self.row[self.began : at]
        told = [*dropwhile(lambda each: any(kind in each for kind in _TELL_NOTHING), before_it)]
        self.own_before = (
            self.own_before or found in ("self", "both") or (self.person == "self" and len(told) > _LEADING)
        )
        self.person, self.named, self.spoken_at = found, True, at
        self.clear = not ("HE" in word and self.two_thirds) and not self._names_two(at)

    def _spoken_of(self, word: Word, who: Speaker) -> None:
        """Keep who "he" and "she" are: the last man and the last woman, or whoever was spoken of last."""
        if "KIDS" in word or "YOU" in word:  # none of several is she, and nobody who is spoken to
            return
        self.spoken = True
        self.sibling = "SIBLING" in word
        if self.writer == "self" or not _is_one(word):
            self.third = who
        self.thirds = {**self.thirds, **{sex: who for sex in _SEXES if sex in word}} if _is_one(word) else {}

    def _speaker(self, at: int, word: Word, before: Word | None) -> Speaker | None:
        if (of_couple := self._of_a_couple(at, word)) is not None:
            return of_couple
        label = self._is_a_label(at) or self._is_a_helper_here(at)
        if label or "APPLICANT" in word or "JUST_ME" in word:
            return "self" if "APPLICANT" in word or word.text in _APPLYING else self.writer
        if "PARTNER" in word and "OTHER" not in word:
            return self._partner(at, before)
        if any(kind in word for kind in _SOMEBODY) or self._is_parent_of_others(at):
            self.kin_at = at if any(kind in word for kind in _KIN) else None
            if at in self.household or self._is_object(at):
                self._spoken_of(word, "other")  # "I have a sister in Canada, she is a citizen": the sister
                return None
            if self._is_own_job(at) or (before is not None and "NEG" in before):
                return None
            if "THOSE" in word and before is not None and "OF" in before:
                return None  # "5 of those in Dubai"
            aged = "KID" in word and any("NUM" in each for each in self.row[at + 1 : at + _TO_AN_AGE])
            listed = (aged or "SIBLING" in word) and self.person != "partner"
            self.listed = listed and not (before is not None and "SELF" in before)
            return "other"
        if "CLIENT" in word and self._is_spoken_of(at):
            mine = before is not None and "SELF" in before
            self.of_client = mine and not any(_is_first_person(each) for each in self.row[at + 1 :])
            return "other"
        if "HE" in word:
            return self._he(word)
        if word.text in _OBJECT:
            return self._set_against(at)
        if not ("SELF" in word or "IAM" in word or "IHAVE" in word):
            return None
        after = self.row[at + 1] if at + 1 < len(self.row) else None
        if not word.text.startswith(
            (*_FIRST_PERSON, "my", "our", "mon", "ma", "mes", "not", "nos", "im", "am")
        ):
            return None
        belongs = after is not None and any(kind in after for kind in ("PARTNER", "OTHER", "CLIENT"))
        possessive = belongs and "IAM" not in word  # "I'm consultant" begins what the writer is
        theirs = self.person == "other" and before is not None and "OF" in before  # "of our agency"
        return None if possessive or theirs else self.writer

    def _is_a_helper_here(self, at: int) -> bool:
        """ "Social worker here. I have a client, 52": what whoever writes for somebody else is."""
        here = any("HERE" in word for word in self.row[at + 1 : at + 2])
        return self.writer == "other" and "JOBHEAD" in self.row[at] and here

    def _is_a_label(self, at: int) -> bool:
        """Whether a form's word for who applies or who writes heads what follows: "Applicant: 32, MSc"."""
        after = self.row[at + 1 : at + 2]
        heads = any("COLON" in each or "DASH" in each for each in after)
        return self.row[at].text in _APPLYING | _ONESELF and heads and self._starts_part(at)

    def _he(self, word: Word) -> Speaker:
        """Who "he" or "she" is: the last of that sex, or who was spoken of last, if in the message before."""
        sexes, others = [sex for sex in _SEXES if sex in word], self.people.others
        if others and not self.spoken and (not sexes or sexes[0] in others):
            return "other"
        return next((self.thirds[sex] for sex in sexes if sex in self.thirds), self.third)

    def _set_against(self, at: int) -> Speaker | None:
        """Whose "me" and "mine" are, where they set somebody against another."""
        if self._is_ones_own(at):
            return "partner"
        alone = self._is_told_of(at) or self._is_alone(at)
        return self.writer if alone or self._starts_part(at) or self._is_contrast(at) else None

    def _is_told_of(self, at: int) -> bool:
        """Whether what is told of oneself begins with the word: "me: 31, nurse", "mine is IELTS 7"."""
        word, after = self.row[at], self.row[at + 1 : at + 2]
        if word.text in _MINE:
            of_somebody = at > 0 and "OF" in self.row[at - 1]  # "a friend of mine is 30"
            return not of_somebody and any(
                kind in each for each in after for kind in ("BE", "THIS_IS", "COLON")
            )
        if "ME" not in word:
            return False
        named = at > 0 and self._starts_part(at - 1) and self._tells_what(at - 1)
        return any("COLON" in each or (named and "NUM" in each) for each in after)

    def _tells_what(self, at: int) -> bool:
        """Whether a word is what somebody is or has: "cook me 4 years, husband seaman 9"."""
        return any(kind in self.row[at] for kind in ("JOBHEAD", "DEGREE", "DOUBTFUL_DEGREE"))

    def _is_alone(self, at: int) -> bool:
        """Whether only words that tell nothing stand before "me": "just me.", "anyway me 27, nurse"."""
        after = self.row[at + 1 : at + 2]
        first = at
        while first > self.began and not any(kind in self.row[first - 1] for kind in _BREAKS):
            first -= 1
        before = self.row[first:at]
        opens = all(word.text in filler() and not word.kinds.keys() & _RELATES for word in before)
        tells = not after or any(kind in after[0] for kind in (*_ENDS, *_BREAKS, "NUM"))
        return "ME" in self.row[at] and opens and tells

    def _is_contrast(self, at: int) -> bool:
        """Whether "me" sets the speaker against somebody else: "my wife has a diploma, me a doctorate"."""
        after = self.row[at + 1 : at + 4]
        told = [word for word in after if not any(kind in word for kind in _BEFORE_WHAT_IS_TOLD)][:1]
        contrasts = any(kind in word for word in told for kind in _CONTRASTS)
        return contrasts and self.person in ("partner", "other")

    def _is_ones_own(self, at: int) -> bool:
        """ "The wife's age? Mine is 49 and I'm 38", « la mienne est journaliste, moi prof »: the partner, set
        against the speaker as what only somebody can be."""
        word, after, rest = self.row[at], self.row[at + 1 : at + 4], self.row[at + 1 :]
        if word.text not in _MINE or len(after) <= 1 or not any(kind in after[0] for kind in _OF_NOW):
            return False
        job = any("JOBHEAD" in each for each in (after[1:] if "ARTICLE" in after[1] else after[1:2]))
        aged = _LEAST_AGE <= after[1].kinds.get("NUM", 0) <= _MOST_AGE
        tested = any(kind in each for each in self.row for kind in ("TEST", "FRAMEWORK", "LETTER", "GRID"))
        contrasted = any("ME" in each or "IAM" in each for each in rest)
        return contrasted and (job or (aged and not tested))

    def _is_spoken_of(self, at: int) -> bool:
        """Whether a client is who the message is about ("my client worked …"), not who one works for."""
        first = at
        while first and any(kind in self.row[first - 1] for kind in ("SELF", "ARTICLE", "OF")):
            first -= 1  # "one of my clients"
        after = self.row[at + 1] if at + 1 < len(self.row) else None
        return self._starts_part(first) or (after is not None and after.text in ("of mine", "'s"))

    def _is_own_job(self, at: int) -> bool:
        """Whether "consultant" or "agent" is a job title, not a person spoken of: nobody's, and not "the"."""
        before = self.row[at - 1] if at else None
        spoken_of = before is not None and ("SELF" in before or before.text in ("the", "le", "la", "l'"))
        return "JOBHEAD" in self.row[at] and not spoken_of

    def _is_parent_of_others(self, at: int) -> bool:
        """ "The mother of my wife", but not "mother of two"."""
        after = self.row[at + 1] if at + 1 < len(self.row) else None
        return "PARENT_OF" in self.row[at] and after is not None and not ("NUM" in after or "KID" in after)

    def _is_own_sex(self, at: int) -> bool:
        """Whether "femme" tells the speaker's sex: nobody's wife, and not after the speaker's own age."""
        if at and "ME" in self.row[at - 1]:
            return True
        if not self._starts_part(at) or (at and "AND" in self.row[at - 1]):
            return False
        earlier = self.row[:at]
        paired = any("MARITAL" in word or "YEARS" in word for word in earlier)
        return not paired or (
            at + 2 < len(self.row) and "OF" in self.row[at + 1] and "NUM" in self.row[at + 2]
        )

    def _partner(self, at: int, before: Word | None) -> Speaker | None:
        own = self.row[at].text.startswith("my ") or (before is not None and "SELF" in before)
        if self.writer != "self" and own:
            return "self" if self.writer == "partner" else "other"  # "my wife", says the applicant's father
        if "SEX" in self.row[at] and self._is_own_sex(at):
            return "self"
        if self.row[at].text in _JOURNEYMEN and (before is None or not {"SELF", "HE"} & before.kinds.keys()):
            return None  # « électricien, compagnon depuis 2018 »
        if "MARITAL" in self.row[at] and not own:
            return None  # "conjoint de fait, 27 ans" tells a status, "mon conjoint de fait" names somebody
        if before is None:
            return "partner"
        if "HE" in before and self.person == "other":
            return "other"  # "my cousin and his wife"
        owner = self.row[at - 2] if before.text == "'s" and at > 1 else before
        belongs = owner is not before and ("OTHER" in owner or "CLIENT" in owner)
        near = self.row[max(self.began, at - 3) : at]
        behind = self.row[at + 1 : at + 4]
        of_client = "CLIENT" in before or (
            bool(behind) and "OF" in behind[0] and any("CLIENT" in w for w in behind)
        )
        if (
            of_client
            or belongs
            or "OTHER" in before
            or (len(near) == 3 and "OTHER" in near[0] and "OF" in near[1])
        ):
            return "other"
        if "ARTICLE" in before and before.text not in ("the", "la", "le", "l'", "d'", "de"):
            return "partner" if self._has_somebody_with(at) else None
        if at in self.household or (self._is_object(at) and not self._has_somebody_with(at)):
            self._spoken_of(self.row[at], "partner")
            return None
        return "partner"

    def _has_somebody_with(self, at: int) -> bool:
        """ "I have a wife with a bachelor's", « un mari titulaire d'un master »: what follows is theirs."""
        before, after = self.row[max(self.began, at - 3) : at], self.row[at + 1 : at + 2]
        had = any(kind in word for word in before for kind in ("IHAVE", "HAVE", "SELF"))
        article = bool(before) and ("ARTICLE" in before[-1] or "IHAVE" in before[-1])
        with_it = any(kind in word for word in after for kind in ("WITH", "WHO", "RECEIVED", "IHAVE"))
        return had and article and with_it and self.person != "other"

    def _is_object(self, at: int) -> bool:
        """Whether a person is only mentioned: "I have a brother in Calgary", "with my wife"."""
        after = self.row[at + 1] if at + 1 < len(self.row) else None
        if after is not None and ("WHO" in after or "BE" in after or "COLON" in after or "HAVE" in after):
            return False
        if self._has_a_level(at):
            return False
        if at and "KID" in self.row[at] and ("NUM" in self.row[at - 1] or "NEG" in self.row[at - 1]):
            return True
        near = self.row[max(0, at - 4) : at]
        possessive = False
        for back, word in enumerate(reversed(near)):
            if any(kind in word for kind in (*_ENDS, *_BREAKS)):
                return False
            possessive = possessive or "SELF" in word
            if not back and "WITH" in word and after is not None and "JOBHEAD" in after:
                return False  # "with wife architect, 31"
            if ("IHAVE" in word and not possessive) or (
                "WITH" in word and back < 2 and word.text in ("with", "without", "avec", "sans")
            ):
                return True
        return False

    def _has_a_level(self, at: int) -> bool:
        """ "With my wife at CLB 8", « ma femme à NCLC 7 »: a level right behind somebody is theirs."""
        behind = self.row[at + 1 : at + 3]
        level = any(kind in behind[-1] for kind in ("FRAMEWORK", "CEFR")) if len(behind) > 1 else False
        return level and "IN" in behind[0]


def _was_before(word: Word, after: Word) -> bool:
    """ "Before I was a teacher": what somebody was before, and no condition."""
    return "BEFORE_DOING" in word and "PAST_BE" in after and "BE" in after


def _is_from(word: Word) -> bool:
    """Whether one comes from somewhere, which is not to come along: « elle vient de Djibouti »."""
    return "OF" in word or word.text == "from"


def _household(row: Sequence[Word]) -> frozenset[int]:
    """Where the partner and the children stand who are only listed as who belongs to the speaker: "plumber,
    wife and 4 kids, 12 years"; nobody of whom something is told ("my wife and kids are citizens")."""
    found: set[int] = set()
    for listed in _lists_of_them(row):
        kinds = {kind for at in listed for kind in row[at].kinds}
        after = row[listed[-1] + 1 : listed[-1] + 2]
        if {"PARTNER", "KID"} <= kinds and (not after or _is_break(after[0])):
            found |= {at for at in listed if "PARTNER" in row[at] or "KID" in row[at]}
    return frozenset(found)


def _lists_of_them(row: Sequence[Word]) -> Iterator[list[int]]:
    """The places of members of the family that follow each other with nothing but "and" and their number
    between them."""
    listed: list[int] = []
    for at, word in enumerate(row):
        if "PARTNER" in word or "KID" in word:
            between = row[listed[-1] + 1 : at] if listed else ()
            counted = [*dropwhile(lambda each: any(kind in each for kind in _JOINS), between)]
            joined = all(any(kind in each for kind in _COUNTS_THEM) for each in counted)
            if listed and not joined:
                yield listed
                listed = []
            listed = [*listed, at]
    if listed:
        yield listed


def _two_thirds(row: Sequence[Word]) -> bool:
    """Whether "he" and "she" are both spoken of and nobody is named: then it is not clear who is who."""
    spoken = {word.text for word in row if "HE" in word}
    named = any(kind in word for word in row for kind in ("PARTNER", "APPLICANT", *_SOMEBODY))
    return not named and not spoken.isdisjoint(_FEMININE) and not spoken.isdisjoint(_MASCULINE)


def others_spoken_of(row: Sequence[Word], people: People = NOBODY) -> tuple[str, ...]:
    """The sexes of somebody else than the couple whom a message speaks of last: "he" in the next message may
    be them. Both, where their sex is not told; none, where it is about the couple to the end. "SIBLING"
    stands beside them where that is a brother or sister."""
    walk = _Walk(row, people)
    walk.scopes()
    if not walk.spoken or walk.third != "other":
        return ()
    told = tuple(sex for sex in _SEXES if walk.thirds.get(sex) == "other")
    return (*(told or _SEXES), *(("SIBLING",) if walk.sibling else ()))


def scopes(row: Sequence[Word], people: People = NOBODY) -> list[Scope]:
    """The scope of every word of ``row``; who "I" and "he" are depends on the ``people``."""
    writer = people.writer
    found = _of_another(row, _belonging(row, _Walk(row, people).scopes(), writer))
    found = _as_behind_a_colon(row, _of_the_named(row, _of_both(row, _of_each(row, found))))
    first = 0
    for at, word in enumerate(row):
        if any(kind in word for kind in _ENDS):
            if "QUESTION" in word:
                found[first:at] = _asked(row[first:at], found[first:at])
            first = at + 1
    return found


def _as_behind_a_colon(row: Sequence[Word], found: list[Scope]) -> list[Scope]:
    """Suppose what is only named before a colon and a condition: "Red Seal: if I pass the exam …"."""
    for at, word in enumerate(row[:-1]):
        if "COLON" not in word or found[at + 1].mood != "if":
            continue
        label = [*takewhile(lambda place: not _is_break(row[place]), range(at - 1, -1, -1))]
        told = any(any(kind in row[place] for kind in (*_FIRST, "NUM", "BE", "HAVE")) for place in label)
        if len(label) <= _LONGEST_LABEL and not told:
            for place in label:
                found[place] = replace(found[place], mood="if")
    return found


_LONGEST_LABEL = 3
"""Words before a colon that only name what follows is about."""


def _of_the_named(row: Sequence[Word], found: list[Scope]) -> list[Scope]:
    """Give what stands between a name and who that is to the same person: "Franck, 29, my little brother"."""
    for at, word in enumerate(row[:-1]):
        begins = at == 0 or any(kind in row[at - 1] for kind in _ENDS)
        if not begins or word.kinds or not word.text.isalpha() or "COMMA" not in row[at + 1]:
            continue
        who = next((place for place in range(at + 2, len(row)) if found[place].person == "other"), None)
        if who is not None and who - at <= _TO_WHO_IT_IS and _is_apposed(row, at, who):
            for place in range(at, who):
                found[place] = replace(found[place], person="other", clear=True, named=True)
    return found


_TO_WHO_IT_IS = 7
"""Words from a name to who that is."""


def _is_apposed(row: Sequence[Word], at: int, who: int) -> bool:
    """Whether "my little brother" stands between commas, in the same sentence as the name."""
    between = row[at + 1 : who]
    own = "SELF" in row[who - 1] and "COMMA" in row[who - 2]
    closed = who + 1 == len(row) or any(kind in row[who + 1] for kind in ("COMMA", *_ENDS))
    ended = any(kind in word for word in between for kind in _ENDS)
    return own and closed and not ended and not any(_is_first_person(word) for word in between[:-1])


def _belonging(row: Sequence[Word], found: list[Scope], writer: Writer) -> list[Scope]:
    """Give what stands before "of my wife" or "for me" to that person: "TEF de mon mari", "7 each for me"."""
    for at, word in enumerate(row[:-1]):
        if not ("OF" in word or word.text == "pour"):
            continue
        whose = at + 1 + ("SELF" in row[at + 1] and at + 2 < len(row))
        after = row[whose + 1] if whose + 1 < len(row) else None
        person: Speaker | None = (
            "partner" if "PARTNER" in row[whose] else writer if "ME" in row[at + 1] else None
        )
        if person is None or (after is not None and after.text == "'s"):
            continue
        first = at
        while first and not any(kind in row[first - 1] for kind in (*_ENDS, *_BREAKS, "AND", "PLUS")):
            first -= 1
        before = row[first:at]
        if before and not any(kind in each for each in before for kind in _PERSONS):
            for place in range(first, at):
                each = found[place]
                found[place] = Scope(person, each.mood, True, each.part, True)
    return found


def _of_each(row: Sequence[Word], found: list[Scope]) -> list[Scope]:
    """Give what a couple has "each" to both: "31 each, a bachelor each", « 31 ans chacun »; not what a test
    gives for each ability, and not what each child has."""
    if not any(any(kind in word for kind in _OF_A_COUPLE) or is_we(word) for word in row):
        return found
    for at, word in enumerate(row[1:], 1):
        singly = word.text in _EACH and found[at].person in ("self", "both")
        together = word.text in _BOTH_BEHIND and found[at].person == "both"
        if not (singly or together) or found[at].mood != "said":
            continue
        part = [place for place, scope in enumerate(found) if scope.part == found[at].part]
        counted = any(kind in row[at - 1] for kind in _HAD_BY_EACH)
        parts = _HAS_PARTS.isdisjoint(kind for place in part for kind in row[place].kinds)
        if (counted and parts) or are_ages(row, at):
            for place in part:
                each = found[place]
                found[place] = Scope("both", each.mood, True, each.part, True)
    return found


def _of_both(row: Sequence[Word], found: list[Scope]) -> list[Scope]:
    """Give one diploma that "both" ends to both: "BSc both, 4 years", « licence, tous les deux »."""
    for at, word in enumerate(row):
        joint = (
            (word.text in _COUNTS | _EACH | _BOTH_BEHIND)
            and found[at].mood == "said"
            and (at + 1 == len(row) or _is_break(row[at + 1]) or "FROM" in row[at + 1])
        )
        last = at - 1 - (at > 1 and "COMMA" in row[at - 1] and word.text in _BOTH_BEHIND)
        if not joint or last < 0 or not any(kind in row[last] for kind in ("DEGREE", "DOUBTFUL_DEGREE")):
            continue
        part = [place for place in range(last + 1) if found[place].part == found[last].part]
        if not any("AND" in row[place] or "PLUS" in row[place] for place in part):
            long = takewhile(lambda place: not _LENGTH.isdisjoint(row[place].kinds), range(at + 1, len(row)))
            for place in (*part, *range(last + 1, at + 1), *long):
                found[place] = replace(found[place], person="both", clear=True, named=True, either=False)
    return found


def are_ages(row: Sequence[Word], at: int) -> bool:
    """Whether "each" is said of the ages of two: "31 each", where the message speaks of no test."""
    before = at - 1 - ("YEARS" in row[at - 1]) if at else 0
    number = row[before].kinds.get("NUM", 0)
    return _ADULT <= number <= _OLDEST and _HAS_PARTS.isdisjoint(kind for word in row for kind in word.kinds)


_LENGTH = frozenset({"COMMA", "OPEN", "NUM", "DASH", "YEARS"})
"""Kinds of words of how long it took, behind a diploma of both."""
_EACH = frozenset({"each", "chacun", "chacune"})
_BOTH_BEHIND = frozenset({"tous les deux", "toutes les deux", "tous deux", "both of us"})
"""What makes the words before it those of both: « licence tous les deux »."""
_OF_A_COUPLE = ("PARTNER", "COUPLE", "BOTH")
_HAD_BY_EACH = ("YEARS", "DEGREE", "DOUBTFUL_DEGREE", "DIPLOMA", "EXPERIENCE", "JOBHEAD")
_HAS_PARTS = frozenset({"TEST", "LANGUAGE", "ABILITY", "LETTER", "FRAMEWORK", "KID", "SIBLING"})
"""Kinds of words for what has several parts itself, which "each" may be about."""
_ADULT, _OLDEST = 18, 70


def _of_another(row: Sequence[Word], found: list[Scope]) -> list[Scope]:
    """Give a thing to whom it is told to be: "the PhD is his", "the MPH is Lerato's", « le doctorat c'est à
    lui », « c'est Awa la maîtrise »."""
    for at, word in enumerate(row):
        if "BE" not in word or found[at].mood != "said":
            continue
        after = [*takewhile(lambda each: not _is_break(each), row[at + 1 : at + 1 + _WHOSE])]
        ends = at + 1 + len(after) == len(row) or _is_break(row[at + 1 + len(after)])
        before = [*takewhile(lambda each: not _is_break(each) and "AND" not in each, reversed(row[:at]))]
        if before and after and ends and (whose := _whose(after)) is not None:
            if any(kind in each for each in before for kind in _CONTRASTS):
                places, person = range(at - len(before), at), whose
            else:
                continue
        elif "THIS_IS" in word and len(after) > 1 and not after[0].kinds and "ARTICLE" in after[1]:
            places, person = range(at + 1, at + 1 + len(after)), "other"
        else:
            continue
        for place in places:
            found[place] = Scope(person, found[place].mood, True, found[place].part, True)
    return found


def _whose(after: Sequence[Word]) -> Speaker | None:
    """Whose something is told to be by the words behind "is"; None where they tell no owner."""
    last = after[-1]
    if last.text in _THEIRS or ("PARTNER" in last and last.text.endswith("'s")):
        return "partner"
    return "other" if len(after) > 1 and last.text == "'s" and not after[0].kinds else None


def _is_break(word: Word) -> bool:
    return any(kind in word for kind in (*_ENDS, *_BREAKS))


_THEIRS = frozenset({"his", "hers", "theirs", "lui", "elle"})
_WHOSE = 3
"""Words that tell whose something is: "my wife's", « à lui »."""


def _asked(row: Sequence[Word], found: Sequence[Scope]) -> list[Scope]:
    """In a sentence that ends with "?", only parts with a subject and a verb are statements."""
    kinds: dict[int, set[str]] = {}
    for word, scope in zip(row, found, strict=True):
        kinds.setdefault(scope.part, set()).update(word.kinds)
    told = _told_before(row, found, kinds)
    return [
        scope
        if scope.mood != "said" or scope.part < told or _is_statement(kinds[scope.part])
        else _as_asked(scope)
        for scope in found
    ]


def _told_before(row: Sequence[Word], found: Sequence[Scope], kinds: dict[int, set[str]]) -> int:
    """The part at which the question begins behind facts: "35F, BSc, 3 years in Red Deer, can I apply?"."""
    if not found:
        return 0
    asking = next((scope.part for scope in found if scope.mood == "ask"), found[-1].part)
    first = found[0].part
    if "TAG" in kinds[asking] and "JOBHEAD" not in kinds[first]:
        return first  # "5 months in Dubai, yes or no?"
    wishes = any(scope.mood == "want" for scope in found if scope.part == asking)
    asks = any(scope.mood == "ask" for scope in found) or wishes or "REQUIRE" in kinds[asking]
    asks = asks or _asks_only(kinds[asking])
    told = any(_tells(kinds[part]) for part in kinds if part < asking)
    return asking if asks and asking > first and told else first


def _tells(kinds: set[str]) -> bool:
    """Whether a part tells something about somebody, be it that no test was taken."""
    return not kinds.isdisjoint(_TELLERS) or ("NEG" in kinds and not kinds.isdisjoint(("TEST", "ANYTEST")))


def _asks_only(kinds: set[str]) -> bool:
    """Whether a last part without a verb tells nothing: "…, PR possible?" is about what is wished for."""
    wished = {"CITIZENPR"} if kinds.isdisjoint(_OF_OTHERS) else set[str]()
    return kinds.isdisjoint(_TELLERS - wished)


def _is_statement(kinds: set[str]) -> bool:
    if "CONDITION" in kinds:
        return False
    subject = not kinds.isdisjoint(("SELF", "PARTNER", "HE"))
    return not kinds.isdisjoint(("IAM", "IHAVE")) or (subject and not kinds.isdisjoint(("BE", "HAVE")))


def _as_asked(scope: Scope) -> Scope:
    return Scope(scope.person, "ask", scope.clear, scope.part, scope.named)
