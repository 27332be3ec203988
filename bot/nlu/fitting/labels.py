"""The labels that readers of meanings know by name, and how sure the classifier must be of others."""

from __future__ import annotations

from collections.abc import Mapping

from bot.nlu import levels
from bot.nlu.asides import OCCUPATION, SOCIAL, THIRD_LANGUAGE
from bot.nlu.decision import INFORM, OUT_OF_SCOPE, UNKNOWN, WHAT_IF
from bot.nlu.steering import Wish
from express_entry.answers import split

SUPPOSING = frozenset({UNKNOWN, INFORM, "ask_principal", "ask_improve"})
"""What the words of a what-if are taken for by mistake."""
OF_A_PROVINCE = "ask/province_"
"""Begins the labels of answers about one province."""
FRENCH_FIRST = "ask/french_as_first_language"
FRENCH_NEEDS_ENGLISH = "ask/french_needs_english"
POINTS = "ask_points"
PRINCIPAL = "ask_principal"
WHO_APPLIES = frozenset({UNKNOWN, WHAT_IF, "ask_improve"})
"""What a question about who applies is taken for by mistake."""
WRONG_TEST = "ask/which_english_test"
FOLLOW_TIME = "follow_time"
ALIKE = (
    ("start", "show_score"),
    ("show_score", "explain_score"),
    ("ask/processing_time", "ask/total_time"),
    ("ask/total_time", "follow_time"),
    ("why", "follow_partner"),
    (OCCUPATION, "ask/what_is_noc"),
    (OCCUPATION, "ask/noc_tool"),
    ("ask/not_accompanying", "ask/spouse_points"),
)
"""Meanings that come to the same: who is asked which one was meant has learned nothing by the question."""
OTHERWISE = 0.9
"""Probability from which a question is what the classifier takes it for, whatever words stand in it."""
FAR = 3
"""How many times likelier the first of several meanings may be than one whose subject is named."""
CLEAR = 0.7
"""Probability of two meanings together that come to the same."""
ABOUT_PARTNERS = frozenset({WHAT_IF, PRINCIPAL, "ask/spouse_points", "ask/not_accompanying"})
"""Meanings of a message about a partner who may come or stay: both ways are compared."""
FUNDS = "ask/funds_amount"
BUYS_LMIA = "ask/buy_lmia"
UNFINISHED, ECA_NEEDED, CANADIAN_STUDY = (
    f"ask/{name}" for name in ("unfinished_degree", "eca_needed", "eca_canadian_study")
)
HOURS = "ask/full_time_hours"
NEXT_ROUND = "ask_latest_round"
OLD_CODES = "ask/noc_2016_code"
OF_A_CODE = frozenset({OLD_CODES, "ask/teer_4_5"})
"""Rules of which the answer about one occupation says what holds for it."""
PAST_ROUNDS = "ask_round_history"
INVITED = "told_ita"
OF_THE_DEADLINE = frozenset({INVITED, "ask_deadlines", "ask/ita_time"})
"""What somebody asks who tells of an invitation and asks until when."""
ELIGIBILITY, EXPLAINED = "ask_eligibility", "explain_score"
CATEGORY = "ask_category"
CUTOFFS = frozenset({"ask/french_cutoffs", "ask/good_score"})
"""General answers about cut-offs: who names a score hears how it compares."""
BESIDE_A_NUMBER = frozenset({UNKNOWN, INFORM, "explain_score", "show_score", "ask/equal_to_cutoff"})
"""What a message is taken for that compares one's own total with a number."""
AGE_DROP = "ask_age_drop"
CHANCES = "ask_chances"
"""What somebody wonders about who was not invited."""
ALSO_TOLD = frozenset({CHANCES, "ask/agent_says"})
"""What a message may ask by its words that tells facts as well: these are kept."""
TO_COME = "test_to_come"
"""The fact of a test that is planned, or whose results are awaited."""
LANGUAGE = frozenset({"language_levels", "language_test", "no_language", "no_test", "overall_band", TO_COME})
"""Facts of a language, which a what-if about levels supposes."""
FAR_OUT = 0.9
"""Probability of a message out of scope from which it is, whatever small words it has."""
DENY, DONT_KNOW = "deny", "dont_know"
THANKS = "thanks"
COMPLAINT = "complaint"
"""What "I told you already" is, where nothing of it can be read."""
NO_WHAT_IF = SUPPOSING | {FRENCH_FIRST}
"""Meanings that a what-if reminds of."""
FROM_WORDS = frozenset({levels.LEVELS, HOURS, OCCUPATION, FUNDS, NEXT_ROUND, PAST_ROUNDS})
"""What is known by what it names, and answered from that."""
LIKELIER = 0.5
"""Probability from which a whole message asks one question rather than another that a part reminds of."""
WISHED: Mapping[Wish, str] = {"recap": "show_profile", "score": "show_score", "stop": "pause"}
"""What is done for each wish that stands beside what else a message says."""
OWN_DATA = frozenset({"export_data", "delete_data", "restart"})
"""Meanings of a message about one's data that no wish to see it takes the place of."""
VAGUE = SOCIAL | {OUT_OF_SCOPE, THIRD_LANGUAGE, INFORM, "skip", "back"}
"""Meanings of a message that yield to a wish for the score."""


def is_question(label: str) -> bool:
    intent, _ = split(label)
    return intent == "ask" or intent.startswith("ask_")


OF_A_PARTNER = ("has_spouse", "partner_name", "accompanying")
