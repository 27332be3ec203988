"""Questions that people ask, follow-ups to them, and what lies outside Express Entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from actions.costs import ActionCosts, funds
from actions.levels import levels, needed
from actions.memory import Answering, Turn, feedback, store
from actions.points import of_partner, since_when, too_late, why_of
from actions.score import ActionScore
from actions.versions import data_version, model_version
from actions.work import year_of_work
from bot.dialogue.told import known
from bot.nlu import validity
from bot.nlu.facts.hearing import hear
from bot.nlu.facts.together import IN_A_YEAR, months_together
from bot.nlu.personal import TEST_NEEDED, asked_kinds
from bot.nlu.rounds import asked as asked_rounds
from bot.nlu.spoken import holds, plain, spoken
from bot.nlu.subjects import is_about
from bot.nlu.supposing import languages_told
from bot.replies import conversation, words
from bot.replies import rounds as round_replies
from bot.replies.answers import (
    WHAT_CHANGED,
    about_what,
    answer_reply,
    changes_reply,
    follow_up,
    pages_reply,
    report_reply,
    validity_line,
)
from bot.replies.describe import fact_value
from bot.replies.levels import levels_reply
from bot.replies.reply import Reply
from bot.replies.rounds import counted
from express_entry.answers import OUT_OF_SCOPE, Answer, answers, situation
from express_entry.changes import latest
from express_entry.crs import score
from express_entry.days import read_when
from express_entry.language import levels_of
from express_entry.parameters import parameters
from express_entry.vocabulary import ABILITIES, ENGLISH, FRENCH

REPORT = "report"
SPOUSE = "spouse."
PARTNER = "partner"
TIME = "time"
ABOUT_VALIDITY = frozenset({"test_validity", "eca_validity", "eca_needed", "which_english_test"})
"""The answers that say how long a test or an assessment counts, or which one is needed."""
CALCULATED: Mapping[str, Callable[[Turn], Reply | None]] = {
    "funds_amount": funds,
    "clb_meaning": levels,
    "full_time_hours": year_of_work,
    "maximum_age": too_late,
    "french_points": why_of,
}
"""Answers that are worked out where the message names what for: a family, a score or a level."""
COMMON_LAW = "common_law"
"""The answer before which stands whether the time that is told is long enough."""
BOOKING = "book_test"
"""The answer about what only those who give a test know; how long results take is in part common to them."""
WEDDING, PARTNERS_POINTS = "marry_after_ita", "spouse_points"
"""The answers for whoever plans a wedding, and for whoever asks what a partner has to do."""
WITHOUT_TEST = "profile_without_test"
"""The answer for whoever has no test yet."""
BESIDE_THE_OTHER = {FRENCH: "french_needs_english", ENGLISH: "french_points"}
"""The answers about a second test, by the language of the first."""
WITH_SCORES = frozenset({"language_minimum", "french_points"})
"""Answers before which stand the scores of the test that was named."""
POOL = "pool_size"
"""The answer before which stands how many people there are."""
COST, VALID, WHERE = "cost", "valid", "where"
COSTS = "ask_costs"
PROFILE = "what_is_profile"
"""The answer with the page where everything begins."""
ABOUT_ROUNDS = frozenset({"ask_latest_round", "ask_round_history", "ask_chances"})
"""After these "and for health care?" names a kind of round."""
ALL_OF_IT = "total_time"
"""What "how long does it take?" asks where nothing was answered before."""
FOLLOW_UPS: Mapping[str, str] = {
    "follow_partner": PARTNER,
    "follow_cost": COST,
    "follow_where": WHERE,
    "follow_time": TIME,
}


class ActionAnswer(Answering):
    """Says the answer of ``data/answers`` that was asked for, as it fits what the person has told."""

    called = "action_answer"

    def reply(self, turn: Turn) -> Reply:
        """The answer, what a follow-up to the last one means, or thanks for a report."""
        if turn.intent == REPORT:
            return _report(turn)
        if turn.pointed is not None and turn.pointed.partners:
            return partners_test(turn)
        if turn.intent in FOLLOW_UPS:
            return _follow(turn, FOLLOW_UPS[turn.intent])
        if turn.asked in answers():
            return answered(turn, answers()[turn.asked])
        outside = conversation.out_of_scope if turn.intent == OUT_OF_SCOPE else conversation.help_menu
        return outside(turn.lang)

    def about(self, turn: Turn, reply: Reply) -> str | None:
        """The answer that was asked for, also where it was worked out."""
        if FOLLOW_UPS.get(turn.intent) == COST and _asks_the_costs(turn):
            return COSTS
        return super().about(turn, reply) or (
            answers()[turn.asked].label if turn.asked in answers() else None
        )

    def remembered(self, turn: Turn, reply: Reply) -> str | None:
        """The answer that was given, not one that was called wrong."""
        return None if turn.intent == REPORT else reply.meta.get("answer")


def answered(turn: Turn, asked: Answer) -> Reply:
    """An answer as it fits the person, worked out where the message names what for."""
    if asked.id == WHAT_CHANGED:
        return changes_reply(turn.lang, asked, latest(turn.today), turn.today)
    if asked.id == WITHOUT_TEST and (other := _in_the_other_language(turn)) is not None:
        return answered(turn, other)
    if asked.id in CALCULATED and (reply := CALCULATED[asked.id](turn)) is not None:
        return reply
    fits = situation(turn.profile, turn.today) if turn.document else {}
    reply = answer_reply(turn.lang, asked, fits, turn.today, turn.published)
    if asked.id == "report_fraud" and is_about(asked.label, turn.text):
        return reply.after(words(turn.lang)("note-account-access"))
    if asked.id == BOOKING and is_about(asked.label, turn.text):
        return replace(reply, text=words(turn.lang)("test-results-time"))
    kinds = asked_kinds(turn.text) if turn.text else frozenset()
    if asked.id == WEDDING and "wedding" in kinds:
        return replace(reply, text=words(turn.lang)("wedding-planned"))
    if "partner_test" in kinds and asked.id == PARTNERS_POINTS:
        return reply.after(words(turn.lang)("partner-needs-no-test"))
    if asked.id in WITH_SCORES and is_about(asked.label, turn.text) and (scores := needed(turn)):
        return reply.after(scores)
    if asked.id == POOL and turn.rounds.pool is not None:
        return reply.after(counted(turn.lang, turn.rounds.pool, asked_rounds(turn.text).score))
    if asked.id == COMMON_LAW and (verdict := _together(turn)) is not None:
        return reply.after(verdict)
    if asked.id in OWN_LINE and turn.document and (line := OWN_LINE[asked.id](turn)) is not None:
        return reply.before(line) if asked.id in AFTER_IT else reply.after(line)
    return reply if asked.id not in ABOUT_VALIDITY else own_validity(turn, reply)


def _in_the_other_language(turn: Turn) -> Answer | None:
    """What is answered to whoever asks whether a test is needed besides the one that they took in the other
    language."""
    if TEST_NEEDED not in (asked_kinds(turn.text) if turn.text else ()):
        return None
    told = languages_told(turn.told)
    return next((answers()[name] for language, name in BESIDE_THE_OTHER.items() if told == {language}), None)


def _own_age(turn: Turn) -> str | None:
    """What the person's own age gives."""
    if turn.missing_for("age"):
        return None
    line = next(line for line in score(turn.profile, turn.today).lines if line.id == AGE)
    return words(turn.lang)("own-age", points=line.points, most=line.max)


def _together(turn: Turn) -> str | None:
    """Whether the time that a couple has lived together, as it is told, makes them common-law partners."""
    months = months_together(hear(turn.text, turn.lang, turn.today)) if turn.text else None
    least = parameters().figure("common_law_years", turn.today) * IN_A_YEAR
    if months is None:
        return None
    return words(turn.lang)("common-law-verdict", months=months, enough="yes" if months >= least else "no")


def _own_step(turn: Turn) -> str | None:
    """What comes first for somebody of whom something is known."""
    told = known(turn.told)
    if not told.get("first_language"):
        return words(turn.lang)("own-step-test")
    diplomas = told.get("credentials") or ()
    abroad = told.get("education_country_is_canada") is False or any(
        each.get("in_canada") is False for each in diplomas
    )
    if abroad and not told.get("eca_date"):
        return words(turn.lang)("own-step-eca")
    return words(turn.lang)("own-step-profile")


AGE = "core.age"
AFTER_IT = frozenset({"maximum_age"})
"""Answers that such a line follows: whether there is a limit was asked first."""
OWN_LINE: Mapping[str, Callable[[Turn], str | None]] = {
    "maximum_age": _own_age,
    "four_steps": _own_step,
    "spouse_work": lambda turn: words(turn.lang)("own-spouse-work"),
}
"""Answers that begin with a line about the person, where enough is known."""


def own_validity(turn: Turn, rule: Reply) -> Reply:
    """The rule, after what it says of the person's own test or assessment, or of one that is not taken."""
    if turn.text and (name := validity.refused_test(turn.text, turn.lang, turn.today)):
        return rule.after(words(turn.lang)("note-wrong-test", name=name))
    about = validity.asked(turn.text, turn.lang, turn.today) if turn.text else None
    if about is None and turn.pointed is not None:  # "is it still good?"
        about = validity.Validity("test")
    if about is None or (day := about.date or _told_date(turn, about)) is None:
        return rule
    return rule.after(validity_line(turn.lang, about.paper, read_when(day), turn.today))


def partners_test(turn: Turn) -> Reply:
    """The partner's language test with its levels and until when it counts, or that none is told."""
    say, test = words(turn.lang), known(turn.told).get(f"{SPOUSE}language") or {}
    who = say("partner-called", who=turn.state.partner)
    if "test" not in test or not set(ABILITIES) <= set(test):
        told = f"{say('partners-test', who=who)} {fact_value(say, f'{SPOUSE}language', test)}" if test else ""
        return Reply(told or say("partners-test-untold", who=who), turn.lang)
    reply = levels_reply(
        turn.lang,
        {ability: test[ability] for ability in ABILITIES},
        {test["test"]: levels_of(test["test"], {each: test[each] for each in ABILITIES}, turn.today)},
    )
    reply = replace(reply, buttons=()).after(say("partners-test", who=who))
    day = test.get("date") or turn.told.get(f"{SPOUSE}language.date")
    return (
        reply if day is None else reply.before(validity_line(turn.lang, "test", read_when(day), turn.today))
    )


def _told_date(turn: Turn, about: validity.Validity) -> str | None:
    if about.paper == "eca":
        return known(turn.told).get("eca_date")
    listed = turn.told.get("tests") or ()
    tests = [turn.told.get("first_language"), turn.told.get("second_language"), *listed]
    drafts = turn.state.drafts.values()
    told = [test for test in (*tests, *drafts) if test and about.test in (None, test.get("test"))]
    return next((str(test["date"]) for test in told if "date" in test), None)


def _asks_the_costs(turn: Turn) -> bool:
    """Whether "how much is it?" goes on from no answer, and so asks what all of it costs."""
    asked = asked_kinds(turn.text) if turn.text else ()
    return answers().get(turn.last or "") is None and "how_much_is_it" in asked


def _follow(turn: Turn, kind: str) -> Reply:
    if kind == TIME and (since := since_when(turn)):
        return since
    if kind == PARTNER and (worth := of_partner(turn)):
        return worth
    before = answers().get(turn.last or "")
    if kind == TIME and before is not None and holds(plain(turn.text), spoken()["valid_for"]):
        kind = VALID if VALID in before.follow_ups else TIME
    of_rounds = kind == PARTNER and turn.about in ABOUT_ROUNDS and bool(turn.text)
    if of_rounds and (category := asked_rounds(turn.text).category) is not None:
        return round_replies.latest(turn.lang, turn.rounds, turn.today, category, turn.everything)
    if kind == PARTNER and before is None and known(turn.told).get(f"{SPOUSE}language"):
        return partners_test(turn)
    if kind == COST and _asks_the_costs(turn):
        return ActionCosts().reply(turn)
    if kind == COST and before is None and (turn.state.mode == "intake" or not turn.missing_for("score")):
        return ActionScore().reply(turn)  # "so how much is it?" of somebody who asks for their score
    meant = answers()[ALL_OF_IT] if before is None and kind == TIME else follow_up(before, kind)
    if meant is not None:
        return answered(turn, meant)
    if kind == WHERE and before is None:  # "link to the official site pls"
        return answered(turn, answers()[PROFILE])
    return about_what(turn.lang) if before is None else pages_reply(turn.lang, before, kind, turn.today)


def _report(turn: Turn) -> Reply:
    """An answer is called wrong: kept without a word of the person's, for whoever maintains the answers."""
    wrong = answers().get(turn.value)
    if wrong is None:
        return conversation.complaint(turn.lang)
    feedback().give(
        turn.sender_id,
        int(turn.message_id or 0),
        "down",
        channel=store().channel_of(turn.sender_id),
        language=turn.lang,
        reply={"meta": {"answer": wrong.id, "data": data_version(), "model": model_version()}},
    )
    return report_reply(turn.lang, wrong)
