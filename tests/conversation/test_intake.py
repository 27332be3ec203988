"""Conversations with the real program, from the first word to the score."""

import pytest

pytestmark = pytest.mark.program

NOTED = ("Got it: ", "Thanks: ", "Okay: ")
MOST_QUESTIONS = 9
"""Of a whole intake by buttons."""
REST = {
    "How old are you": "29",
    "Who is coming": "Just me, no partner",
    "highest diploma you’ve finished": "Master’s or professional degree",
    "highest diploma in Canada": "No",
    "ECA) issued": "2026-03-01",
    "diploma or degree in Canada": "No",
    "Which language test did you take": "IELTS General Training",
    "your four **IELTS": "L 8, R 7, W 7, S 7, May 2026",
    "When did you get these": "2026-05-01",
    "results of your second test": "2026-05-01",
    "test in the other official language": "No",
    "skilled work have you done in Canada": "None, or less than 1 year",
    "skilled work have you done outside Canada": "3 years or more",
    "Is any of these true": "an ECA",
}
COUPLE = {
    **REST,
    "Who is coming": "My wife or husband comes too",
    "Is your partner a Canadian": "No",
    "Will your partner come": "Yes",
    "diploma your partner has": "Bachelor’s, or three years or more",
    "your partner taken": "CELPIP-General",
    "partner’s four **CELPIP": "L 9 R 8 W 7 S 5",
    "your partner get these": "2026-05-01",
    "has your partner done in Canada": "2 years",
}


def test_a_single_person_tells_everything_in_one_sentence_and_gets_the_score(visitor):
    visitor.say("I'm 29, single, IELTS L8 R7 W7 S7, master's degree, 3 years as a developer in Pune")

    assert "Got it: " in visitor.text
    for fact in ("29", "single", "L 8 / R 7 / W 7 / S 7", "master’s", "3 years"):
        assert fact in visitor.text
    visitor.answer_all(REST)
    visitor.press("All correct")
    lines, total = visitor.table
    assert total == 469
    assert sum(lines.values()) == total
    assert "469" in visitor.text
    assert "3 November 2026" in visitor.text
    assert visitor.said[-1]["sources"]


def test_who_tells_everything_at_once_is_asked_at_most_three_things_more(visitor):
    visitor.say(
        "I'm 29, single, master's degree from Lagos, ECA of 2026-03-01, never studied in Canada, IELTS L8 R7"
        " W7 S7 on 2026-05-01, no French, 3 years as a developer in Pune, no Canadian work, no certificate of"
        " qualification, no nomination, no sibling in Canada, no job offer"
    )
    visitor.answer_all(REST, most=3)
    visitor.press("All correct")
    assert visitor.table[1] == 469


def test_a_couple_presses_buttons_only_where_there_are_some(visitor):
    visitor.press("Calculate my score")
    visitor.answer_all(COUPLE)

    visitor.press("All correct")

    lines, total = visitor.table
    # A 100 + 126 + 4 x 29 = 342; B 8 + (5 + 3 + 3 + 1) + 7 = 27; C 50 + 50 = 100
    assert total == 469
    assert sum(lines.values()) == total
    assert any("partner" in label.lower() or "spouse" in label.lower() for label in lines)


def test_a_single_person_is_asked_nothing_about_a_partner_or_a_second_test_s_scores(visitor):
    visitor.press("Calculate my score")
    asked = []
    for _ in range(30):
        if "please check" in visitor.text:
            break
        asked.append(visitor.text)
        answer = next(reply for piece, reply in REST.items() if piece in visitor.text)
        if answer in visitor.buttons:
            visitor.press(answer)
        else:
            visitor.say(answer)

    assert len(asked) <= MOST_QUESTIONS
    beyond_who_comes = [question for question in asked if "Who is coming" not in question]
    assert not [question for question in beyond_who_comes if "artner" in question]


def test_a_correction_changes_the_score_and_says_by_how_much(visitor):
    visitor.say("I'm 29, single, IELTS L8 R7 W7 S7, master's degree, 3 years as a developer in Pune")
    visitor.answer_all(REST)
    visitor.press("All correct")

    visitor.say("no wait, my writing is 6.5")

    _, total = visitor.table
    assert total < 469
    assert str(469 - total) in visitor.text


def test_a_line_of_the_summary_can_be_changed_before_the_score(visitor):
    visitor.press("Calculate my score")
    visitor.answer_all(REST)

    visitor.press("Change something")
    visitor.press("Age")
    visitor.say("45")

    assert "please check" in visitor.text
    assert "**Age**: 45" in visitor.text
    visitor.press("All correct")
    assert visitor.table[1] == 469 - 110


@pytest.mark.parametrize(
    ("question", "wrong", "allowed"),
    [
        ("your four **IELTS", "L 12 R 7 W 7 S 7", "9"),
        ("your four **IELTS", "L 6.3 R 7 W 7 S 7", "0.5"),
        ("How old are you", "300", "120"),
    ],
)
def test_an_impossible_value_is_refused_kindly_and_not_stored(visitor, question, wrong, allowed):
    visitor.press("Calculate my score")
    for _ in range(20):
        if question in visitor.text:
            break
        answer = next(reply for piece, reply in REST.items() if piece in visitor.text)
        visitor.press(answer) if answer in visitor.buttons else visitor.say(answer)

    visitor.say(wrong)

    assert allowed in visitor.text
    assert not any(word in visitor.text for word in NOTED)
    if "IELTS" in question:
        assert question in visitor.text
    else:
        assert "How old are you" in visitor.text


def test_another_name_of_the_test_is_put_right_and_its_scores_said_again(visitor):
    visitor.say("IELTS L8 R7 W7 S7")

    visitor.say("sorry, it was CELPIP")

    assert "CELPIP L 8 / R 7 / W 7 / S 7" in visitor.text
    assert "before: IELTS General" in visitor.text


def test_restart_asks_before_it_forgets(visitor):
    visitor.say("I'm 29 and single")

    visitor.say("start over")
    assert "can’t undo this" in visitor.text
    visitor.press("No, keep")
    assert "How old are you" not in visitor.text

    visitor.say("start over")
    visitor.press("Yes, erase")
    assert "How old are you" in visitor.text


def test_skipped_questions_are_named_with_the_score(visitor):
    visitor.press("Calculate my score")
    for _ in range(20):
        if "please check" in visitor.text:
            break
        if "How old are you" in visitor.text:
            visitor.say("29")
        else:  # no test yet is the same as to skip it
            visitor.press("Skip" if "Skip" in visitor.buttons else "Not yet")

    visitor.press("All correct")

    assert "so far" in visitor.text
    assert "may still change" in visitor.text


def test_back_returns_to_the_question_before(visitor):
    visitor.press("Calculate my score")
    visitor.say("29")
    visitor.press("Just me")
    assert "highest diploma you’ve finished" in visitor.text

    visitor.press("Back")

    assert "Who is coming" in visitor.text


def test_a_side_question_is_answered_and_a_button_leads_back(visitor):
    visitor.press("Calculate my score")
    visitor.say("29")

    visitor.say("are you a robot?")

    assert "computer program" in visitor.text
    visitor.press("Go on")
    assert "Who is coming" in visitor.text


def test_the_score_can_be_asked_for_again(visitor):
    visitor.say("I'm 29, single, IELTS L8 R7 W7 S7, master's degree, 3 years as a developer in Pune")
    visitor.answer_all(REST)
    visitor.press("All correct")

    visitor.say("show me my score again")

    assert visitor.table[1] == 469


def test_tef_scores_that_fit_both_columns_are_asked_about(visitor):
    visitor.say("TEF Canada listening 300 reading 240 writing 350 speaking 380")
    assert "Which column" in visitor.text

    visitor.press("Équivalence ancien score")

    assert "Which column" not in visitor.text


def test_a_french_conversation_is_french_throughout(new_visitor):
    visitor = new_visitor("fr")

    visitor.say("J'ai 31 ans, je suis célibataire, maîtrise, TEF Canada")

    assert visitor.said[-1]["lang"] == "fr"
    assert "C’est noté" in visitor.text
    assert "Got it" not in visitor.text


# Regressions of forms that others met: rasa-sdk#389, rasa-sdk#437, rasa#7712


def test_after_why_the_same_question_is_asked(visitor):
    visitor.press("Calculate my score")
    visitor.say("29")
    visitor.press("Why do you ask")

    assert "Who is coming" in visitor.text
    visitor.press("Just me")
    assert "highest diploma you’ve finished" in visitor.text


def test_an_out_of_scope_message_fills_nothing(visitor):
    visitor.press("Calculate my score")
    visitor.say("29")

    visitor.say("what is the weather in Toronto tomorrow?")

    assert not any(word in visitor.text for word in NOTED)
    visitor.press("Go on")
    assert "Who is coming" in visitor.text


def test_an_answer_does_not_answer_the_next_question_too(visitor):
    visitor.say("I'm 29, single, IELTS L8 R7 W7 S7, master's degree from India, no second test")
    for _ in range(20):
        if "Is any of these true" in visitor.text:
            break
        answer = next(reply for piece, reply in REST.items() if piece in visitor.text)
        visitor.press(answer) if answer in visitor.buttons else visitor.say(answer)

    visitor.say("a nomination")

    assert "please check" in visitor.text
    assert visitor.told["provincial_nomination"] is True
    assert visitor.told["certificate_of_qualification"] is False
    assert visitor.told["sibling_in_canada"] is False
