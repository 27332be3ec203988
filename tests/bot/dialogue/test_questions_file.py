"""The list of questions, data/intake.yml: every entry can be asked, answered and explained."""

from __future__ import annotations

import pytest

from bot.dialogue.questions import INTAKE, Question, following, orphans, question, questions
from bot.dialogue.state import State
from bot.dialogue.told import flatten, nest
from bot.replies import words
from bot.replies.intake import called, figures
from express_entry.language import TESTS
from express_entry.profile import ProfileError, parse_profile
from express_entry.yaml_files import read_yaml

EVERY = pytest.mark.parametrize("entry", questions(), ids=lambda entry: entry.id)
BOTH = pytest.mark.parametrize("lang", ["en", "fr"])
A_TEST = {"test": "ielts_gt", "listening": 8, "reading": 7, "writing": 7, "speaking": 7}
SAMPLES = {"date": "2026-03-01", "occupation": "21232", "test": A_TEST, "number": 5, "yes_no": True}
SPECIAL = {"job_offer": {}}


def accepts(path: str, value: object) -> bool:
    """Whether a profile may hold the value at this path."""
    try:
        parse_profile(nest({path: value}))
    except ProfileError:
        return False
    return True


def may_hold(entry: Question) -> list[object]:
    """The values that answers to a question store."""
    if entry.kind == "choice":
        plain = [choice for choice in entry.choices if choice not in entry.tells]
        return [*plain, *(told[entry.fact] for told in entry.tells.values() if entry.fact in told)]
    if entry.kind == "test":
        return [A_TEST, *([None] if "none" in entry.choices else [])]
    if entry.fact in SPECIAL:
        return [SPECIAL[entry.fact], None]
    return [True, False] if entry.kind == "yes_no" else [*entry.numbers, SAMPLES[entry.kind]]


def test_ids_are_unique():
    ids = [entry["id"] for entry in read_yaml(INTAKE)]

    assert len(ids) == len(set(ids))


def test_an_unknown_key_in_an_entry_is_refused():
    with pytest.raises(ValueError, match="extra"):
        Question.parse_obj({"id": "x", "fact": "age", "kind": "number", "wen": {}})


def test_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="kind"):
        Question.parse_obj({"id": "x", "fact": "age", "kind": "numbr"})


@EVERY
def test_a_question_is_found_by_its_id(entry):
    assert question(entry.id) is entry


@EVERY
def test_the_profile_takes_every_answer_that_a_question_offers(entry):
    if entry.kind == "several":
        assert all(question(choice) is not None for choice in entry.choices)
    elif entry.fact == "job_offer.noc":
        assert accepts("job_offer", {"noc": SAMPLES["occupation"]})
    else:
        for value in may_hold(entry):
            assert accepts(entry.fact, value), value


@EVERY
def test_the_profile_takes_what_a_choice_tells_besides(entry):
    for told in (*entry.tells.values(), entry.unless_told):
        for path, value in told.items():
            assert accepts(path, value), path
    assert set(entry.tells) <= set(entry.choices)


@EVERY
def test_the_profile_knows_what_else_answers_a_question(entry):
    samples = {"birth_date": "1995-03-14", "jobs": []}
    for path in entry.also:
        assert accepts(path, samples[path])


@EVERY
def test_choices_stand_where_the_kind_needs_them_and_nowhere_else(entry):
    only_none = (entry.kind, entry.choices) == ("date", ("none",))
    needed = entry.kind in ("choice", "test", "several") or bool(entry.tells) or only_none
    assert bool(entry.choices) == needed
    assert not entry.numbers or entry.kind == "number"
    assert list(entry.numbers) == sorted(set(entry.numbers))
    assert len(set(entry.choices)) == len(entry.choices)
    if entry.kind == "test":
        assert set(entry.choices) - {"none"} == set(TESTS)


@EVERY
def test_conditions_name_facts_that_are_asked_before_and_values_that_they_can_have(entry):
    order = list(questions())
    before = {earlier.fact: earlier for earlier in order[: order.index(entry)]}
    for path, allowed in entry.when.items():
        assert path in before
        assert all(value in may_hold(before[path]) for value in allowed), path
    for path in (*entry.when_told, *entry.when_at_least):
        assert path in before
    for path in entry.when_at_least:
        assert before[path].kind in ("number", "yes_no")
    for path, barred in entry.unless.items():
        assert all(accepts(path, value) for value in barred), path


@BOTH
@EVERY
def test_every_question_has_its_sentences_in_both_languages(entry, lang):
    say = words(lang)

    for what in ("ask", "why", "explain"):
        assert say(f"{what}-{entry.key}", **figures(), **called(say, State(), {})).strip()
    assert say(f"fact-{entry.fact.replace('.', '-').replace('_', '-')}").strip()


@EVERY
def test_every_question_is_asked_of_somebody(entry):
    facts = {path: allowed[0] for path, allowed in entry.when.items()}
    facts |= dict.fromkeys(entry.when_told, A_TEST)
    facts |= entry.when_at_least

    assert entry.applies(facts)


def test_nothing_is_asked_of_someone_who_skipped_everything():
    assert following({}, [entry.id for entry in questions()], "eligibility") is None


def test_the_first_question_is_the_first_of_the_file():
    assert following({}, (), "score") is questions()[0]


def test_an_answer_by_another_fact_is_an_answer():
    assert following({"birth_date": "1995-03-14"}, (), "score").id == "marital_status"


def test_only_what_needs_a_partner_is_orphaned_without_one():
    facts = {"marital_status": "divorced", "age": 29, "spouse.education": "secondary"}

    assert orphans(facts) == ["spouse.education"]


def test_facts_by_path_and_the_nested_profile_are_two_forms_of_the_same():
    profile = {
        "age": 29,
        "first_language": A_TEST,
        "spouse": {"accompanying": True, "language": None},
        "job_offer": {"noc": "21232"},
    }

    assert nest(flatten(profile)) == profile
    assert flatten(profile)["job_offer.noc"] == "21232"
