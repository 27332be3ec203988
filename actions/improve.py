"""What would change the score: what can be done, what is supposed, what age takes, who applies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from actions.memory import SUPPOSED, Answering, Turn
from actions.points import either_by_rule, general, remembered
from bot.dialogue.partner import relation
from bot.dialogue.reached import work_left_out
from bot.dialogue.ready import Calculation
from bot.dialogue.told import known
from bot.nlu.comparing import Compared, compared, way
from bot.nlu.decision import WHAT_IF
from bot.nlu.spoken import holds, plain, spoken
from bot.nlu.supposing import (
    Later,
    all_of,
    as_told,
    assumed_test,
    either_way,
    in_letters,
    learning,
    settles,
    suppositions,
)
from bot.replies import words
from bot.replies.buttons import payload
from bot.replies.points import either_reply, worth_reply
from bot.replies.principal import (
    PARTNER,
    SELF,
    Rests,
    asking_of_two,
    one_of_two,
    principal_alone,
    principal_reply,
)
from bot.replies.ready import needed, partner_unready, with_rule
from bot.replies.reply import Reply
from bot.replies.rounds import french_opens
from bot.replies.whatif import (
    age_reply,
    compare_reply,
    improve_reply,
    partner_reply,
    suppose_letters,
    suppose_levels,
    suppose_lines,
    suppose_not_kept,
    suppose_place,
    suppose_reply,
    suppose_total,
    suppose_unchanged,
    ways_reply,
)
from express_entry.categories import categories, french_level
from express_entry.crs import score
from express_entry.profile import Profile, ProfileError
from express_entry.renewal import lapsed, renewed
from express_entry.vocabulary import ABILITIES, FRENCH, PARTNERED
from express_entry.whatif import (
    MOST_CHANGES,
    Move,
    Principal,
    Supposition,
    WhatIf,
    principal,
    ways_to,
    what_if,
)
from express_entry.whatif.suppositions import (
    SPOUSE,
    Fact,
    LanguageLevel,
    MoreWork,
    Partner,
    Supposed,
    already_held,
    suppose_all,
)
from express_entry.whatif.ways import way_by_name, way_supposed
from express_entry.worth import worth_of

WORK = ("canadian_work_years", "foreign_work_years")
OF_PARTNER = "partner_"
"""How the needs begin that are about the partner (``data/readiness.yml``)."""
FRENCH_ROUNDS, NCLC, CLB = "french", "NCLC", "CLB"
"""The kind of rounds that a test in French opens, and the scale of its levels."""
LOWEST_TARGET, HIGHEST_TARGET = 100, 1200
"""A number between these in "how do I get to 500?" is a score to reach."""


class ActionImprove(Answering):
    """Consequences of published rules, exactly calculated; nothing of it is stored."""

    called = "action_improve"

    def reply(self, turn: Turn) -> Reply:
        """Answer the kind of question that was asked."""
        if turn.follows is not None:
            return turn.on_levels(_suppose(turn))
        weighed = None if len(in_letters(turn.text)) > 1 else compared(turn.text, turn.lang, turn.today)
        if turn.intent == WHAT_IF and weighed is not None:
            if unready := turn.not_ready("whatif"):
                return either_by_rule(turn, weighed.ways) or unready
            return turn.on_levels(_compare(turn, weighed) or _improve(turn))
        calculation = _NEEDING.get(turn.intent, "improve")
        if calculation == "principal" and (known := _one_applies(turn)) is not None:
            return known
        if calculation == "principal" and turn.value in (SELF, PARTNER):
            return turn.on_levels(_if_applies(turn, turn.value))
        given = _given(turn) if calculation == "whatif" else ()
        missing = turn.missing_for(calculation, given)
        if calculation == "whatif" and missing and _is_of_the_partner(turn):
            missing = turn.missing_for("principal")
            if unready := turn.not_ready("principal"):
                return partner_unready(unready, relation(turn.text) or turn.state.partner, missing)
        if unready := turn.not_ready(calculation, given):
            if calculation == "principal":
                return asking_of_two(unready, relation(turn.text) or turn.state.partner)
            if calculation == "age" and (at_birthday := _by_birthday(turn)) is not None:
                return at_birthday
            rule = (_rule(turn) or general(turn)) if calculation == "whatif" else None
            return unready if rule is None else with_rule(unready, rule, missing)
        return turn.on_levels(_ANSWERS.get(turn.intent, _improve)(turn))

    def remembered(self, turn: Turn, reply: Reply) -> str | None:
        """What was supposed, so that the next message can go on from it."""
        if turn.intent != WHAT_IF and turn.follows is None:
            return None
        if compared(turn.text, turn.lang, turn.today) is not None:
            return None
        if turn.text and all_of(turn.supposed, turn.lang, turn.today, turn.told):
            return SUPPOSED + "\n".join(turn.supposed)
        return remembered(turn)


def _rule(turn: Turn) -> Reply | None:
    """The rule about whole years of work that will be reached, for somebody of whom too little is known."""
    for each in suppositions(turn.text, turn.lang, turn.today, turn.told):
        if not isinstance(each, Fact) or each.path not in WORK:
            continue
        if (years := int(each.value)) and (found := worth_of(each.path, years, turn.today)):
            return worth_reply(turn.lang, each.path, years, found, score(turn.profile, turn.today), None)
    return None


def _by_birthday(turn: Turn) -> Reply | None:
    """What the age before a birthday that is named gives, and that after it; None where none is named."""
    named = suppositions(turn.text, turn.lang, turn.today, turn.told) if turn.text else ()
    age = next((int(each.value) for each in named if isinstance(each, Fact) and each.path == "age"), None)
    if age is None:
        return None
    words = plain(turn.text)
    age += any(holds(words, (f"{said} {age}",)) for said in spoken()["aged_now"])  # asks of the next birthday
    either = [("age", years, worth_of("age", years, turn.today)) for years in (age - 1, age)]
    return either_reply(turn.lang, either, score(turn.profile, turn.today))


def _improve(turn: Turn) -> Reply:
    found = what_if(turn.profile, turn.today)
    target = _target(turn.text)
    if target and target != found.base.total:  # who names the score that they have sets no goal
        ways = ways_to(turn.profile, turn.today, target)
        return ways_reply(turn.lang, found.base, target, ways, MOST_CHANGES)
    return improve_reply(turn.lang, found, turn.everything)


def _suppose(turn: Turn) -> Reply:
    """ "What if I get 8 in listening?": what the message supposes is only scored; nothing is stored.

    A message may go on from the what-if before it. The button for every line carries all the words again.
    """
    texts = turn.supposed
    if either_way(texts[-1]):
        return _either_way(turn)
    supposed = all_of(texts, turn.lang, turn.today, turn.told)
    if turn.follows == "unchanged":
        missing = turn.missing_for("score")
        return suppose_unchanged(turn.lang, None if missing else score(turn.profile, turn.today))
    if not supposed:
        return _by_levels(turn) or _by_place(turn) or _improve(turn)
    letters = in_letters(texts[-1])
    try:
        found = suppose_all(turn.profile, turn.today, supposed)
        if len(letters) > 1:
            return suppose_letters(turn.lang, _by_letters(turn, supposed, letters))
    except ProfileError:
        return _improve(turn)
    if turn.follows == "keep":
        return suppose_not_kept(turn.lang)
    if turn.value or turn.follows == "why":
        return suppose_lines(turn.lang, found)
    if turn.follows in ("drop", "total"):
        return suppose_total(turn.lang, found, dropped=turn.follows == "drop")
    facts = as_told(supposed, turn.told)
    reply = suppose_reply(
        turn.lang,
        found,
        payload(WHAT_IF, value="\n".join(texts)),
        payload("save", value=facts) if facts else None,
        together=len(texts) > 1,
        held=_held(turn, supposed) if found.gain < 0 else None,
        first_of_all="first_language" in _given(turn),
        in_lines=any(map(_of_language, supposed)),
        letters=next(iter(_levels_of(letters).items()), None),
        assumed=assumed_test(texts, supposed, turn.told),
        later=next((each.value for each in reversed(supposed) if isinstance(each, Later)), None),
    )
    by_level = _at_each_level(turn, supposed)
    return reply if by_level is None else reply.after(by_level)


def _compare(turn: Turn, weighed: Compared) -> Reply | None:
    """Two ways to more points, each by itself; None where one of them has no name of its own."""
    found = what_if(turn.profile, turn.today)
    ways = [_way(turn, found, words) for words in weighed.ways]
    if not all(ways):
        return None
    named = [each for each in ways if each is not None]
    return compare_reply(turn.lang, found.base, named, _opened(turn, named))


def _way(turn: Turn, found: WhatIf, words: str) -> Move | None:
    """What the words of one way give."""
    meant = way(words, turn.lang, turn.today, turn.told)
    if isinstance(meant, str):
        return way_by_name(turn.profile, turn.today, found, meant)
    try:
        return way_supposed(turn.profile, turn.today, meant) if meant else None
    except ProfileError:
        return None


def _opened(turn: Turn, ways: Sequence[Move]) -> list[str]:
    """What a test in French opens besides its points, for whoever does not have the level yet."""
    last, level = turn.rounds.latest(FRENCH_ROUNDS), french_level(turn.today)
    tests = [
        because.args for each in ways for because in each.changes if because.args.get("framework") == NCLC
    ]
    if last is None or level is None or all(int(str(args["level"])) < level for args in tests):
        return []
    french = next(each for each in categories(turn.profile, turn.today) if each.id == FRENCH_ROUNDS)
    return [] if french.eligible else [french_opens(turn.lang, level, last)]


def _is_of_the_partner(turn: Turn) -> bool:
    """Whether nothing is supposed but that the partner comes or stays."""
    supposed = all_of(turn.supposed, turn.lang, turn.today, turn.told)
    return either_way(turn.text) or (bool(supposed) and all(isinstance(each, Partner) for each in supposed))


def _of_language(supposed: Supposed) -> bool:
    """Whether what is supposed is a level or a test of one's own, whose lines are worth showing."""
    return isinstance(supposed, LanguageLevel) and supposed.whose == "self"


def _given(turn: Turn) -> tuple[str, ...]:
    """What a what-if supposes that it would otherwise have to be told first: the first test, the age."""
    supposed = all_of(turn.supposed, turn.lang, turn.today, turn.told)
    paths = {each.path for each in supposed if isinstance(each, Fact)}
    test = any(map(_of_language, supposed)) or "first_language" in paths
    told = any(known(turn.told).get(path) for path in ("first_language", "tests"))
    return (*(("first_language",) if test and not told else ()), *(("age",) if "age" in paths else ()))


def _by_letters(
    turn: Turn, supposed: Sequence[Supposed], letters: Sequence[str]
) -> Mapping[tuple[str, int], Supposition]:
    """The score with each of several levels in letters in turn."""
    return {
        (each, level): suppose_all(
            turn.profile,
            turn.today,
            [replace(part, level=level) if isinstance(part, LanguageLevel) else part for part in supposed],
        )
        for each, level in _levels_of(letters).items()
    }


def _by_levels(turn: Turn) -> Reply | None:
    """What the levels of a language would give which somebody learns, each by itself; None where no language
    is named, or for a partner of whom nobody knows."""
    named = learning(turn.text, turn.lang, turn.today) if turn.text else None
    if named is None or (named.whose == SPOUSE and turn.profile.spouse is None):
        return None
    found: dict[int, Supposition] = {}
    for level in AIMED_AT:
        each = suppose_all(
            turn.profile, turn.today, [LanguageLevel(level, ABILITIES, named.language, named.whose)]
        )
        if each.gain > max((before.gain for before in found.values()), default=0):
            found[level] = each
    framework = NCLC if named.language == FRENCH else CLB
    before = score(turn.profile, turn.today)
    return suppose_levels(turn.lang, before, framework, found, theirs=named.whose == SPOUSE)


def _by_place(turn: Turn) -> Reply | None:
    """What it gives to live in a place in Canada: nothing by itself, and what a nomination and work there
    would add; None where no place is named."""
    place = settles(turn.text, turn.lang, turn.today) if turn.text else None
    if place is None:
        return None
    gains = {
        name: suppose_all(turn.profile, turn.today, [each]).gain
        for name, each in (
            ("nomination", Fact("provincial_nomination", True)),
            ("work", MoreWork(1, in_canada=True)),
        )
    }
    return suppose_place(turn.lang, score(turn.profile, turn.today), place, gains)


AIMED_AT = (5, 7, 8, 9, 10)
"""Levels that whoever learns a language may aim at."""


def _levels_of(letters: Sequence[str]) -> Mapping[str, int]:
    """The level of the framework that stands for each level in letters."""
    return {each: int(spoken()["letters"][each]) for each in letters}


def _held(turn: Turn, supposed: tuple[Supposed, ...]) -> int | None:
    """The level that is supposed where there is at least that already: it is no step up."""
    (each, *others) = supposed
    if others or not isinstance(each, LanguageLevel):
        return None
    return each.level if already_held(turn.profile, turn.today, each) else None


def _either_way(turn: Turn) -> Reply:
    """With the partner, and without."""
    comes, stays = (
        suppose_all(turn.profile, turn.today, [way]).after for way in (Partner("comes"), Partner("stays"))
    )
    return partner_reply(turn.lang, comes, stays)


def _age(turn: Turn) -> Reply:
    """When age takes points; "my score at 31" supposes that age."""
    named = suppositions(turn.text, turn.lang, turn.today, turn.told) if turn.text else ()
    ages = {each.value for each in named if isinstance(each, Fact) and each.path == "age"}
    if ages - {turn.told.get("age")}:  # "I'm 30 on 12 December" supposes no other age than today's
        return _suppose(turn)
    found = what_if(turn.profile, turn.today)
    scored = not turn.missing_for("score")
    return age_reply(turn.lang, found.base, found.age_drops, found.expiries, _age_told(turn.profile), scored)


def _one_applies(turn: Turn) -> Reply | None:
    """What is said where nobody comes along who could apply instead; None for a couple, and where it is not
    known."""
    profile = turn.profile
    if profile.marital_status not in (None, *PARTNERED):
        return principal_reply(turn.lang, None)
    stays = profile.spouse is not None and profile.spouse.accompanying is False
    return principal_alone(turn.lang, turn.state.partner) if stays else None


def _principal(turn: Turn) -> Reply:
    """A couple either way, with what that rests on: expired papers, a missing test, a level not told yet."""
    found = principal(turn.profile, turn.today)
    if found is None:
        return principal_reply(turn.lang, None)
    tests = {SELF: "first_language", PARTNER: "spouse.language"}
    valid = renewed(turn.profile) if lapsed(found.candidate.lines) else None
    rests = Rests(
        untested=frozenset(
            who for who, path in tests.items() if path in turn.told and turn.told[path] is None
        ),
        renewed=None if valid is None else principal(valid, turn.today),
        levels=dict(_by_level(turn)),
        without=tuple(work_left_out(turn.told)),
    )
    return principal_reply(turn.lang, found, rests, relation(turn.text) or turn.state.partner)


def _if_applies(turn: Turn, who: str) -> Reply:
    """The score with one of the two as the principal applicant; what is missing, of that one first."""
    missing = turn.missing_for("principal")
    if unready := turn.not_ready("principal"):
        theirs = [need for need in missing if need.startswith(OF_PARTNER) == (who == PARTNER)]
        return replace(needed(turn.lang, theirs or missing), meta=unready.meta)
    found = principal(turn.profile, turn.today)
    if found is None:
        return principal_reply(turn.lang, None)
    return one_of_two(turn.lang, found, who, turn.state.partner)


def _by_level(turn: Turn) -> Iterator[tuple[tuple[str, str], Principal]]:
    """The couple with each level that a diploma may have which is being asked about."""
    for whose, level, profile in turn.by_level:
        if (found := principal(profile, turn.today)) is not None:
            yield (PARTNER if whose else SELF, level), found


def _at_each_level(turn: Turn, supposed: tuple[Supposed, ...]) -> str | None:
    """What the what-if comes to at the least and at the most, while the level of a diploma is open."""
    totals = {suppose_all(each, turn.today, supposed).after.total for _, _, each in turn.by_level}
    if len(totals) < 2:
        return None
    return words(turn.lang)("suppose-by-level", low=min(totals), high=max(totals))


_ANSWERS: Mapping[str, Callable[[Turn], Reply]] = {
    "ask_improve": _improve,
    "ask_whatif": _suppose,
    "ask_age_drop": _age,
    "ask_principal": _principal,
}


_NEEDING: Mapping[str, Calculation] = {
    "ask_whatif": "whatif",
    "ask_age_drop": "age",
    "ask_principal": "principal",
}
"""What each question needs to know before it is answered."""


def _age_told(profile: Profile) -> bool:
    return profile.birth_date is not None or profile.age is not None


def _target(text: str) -> int | None:
    """The score that a message wants to reach, if it names one."""
    numbers = [
        int(word) for word in "".join(c if c.isdigit() else " " for c in text).split() if len(word) <= 4
    ]
    return next((number for number in numbers if LOWEST_TARGET <= number <= HIGHEST_TARGET), None)
