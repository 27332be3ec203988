"""What a message confirms is stored once, wholly, and in order; the profile is what holds now."""

from __future__ import annotations

import logging
from datetime import date

import pytest
from sqlalchemy.exc import DBAPIError

from bot.store import Conversation, Json, NotJson, RevisionMoved, Score, Store, StoredState, make_engine
from bot.store.migrations import upgrade
from tests.helpers.moving_clock import Clock


class Speaker:
    """Confirms one message after another for one person."""

    def __init__(self, store: Store, person_id: str) -> None:
        self.store, self.id, self.count = store, person_id, 0

    def says(self, *withdraw: str, **answers: Json) -> None:
        """One message; two underscores in a keyword are the dot of a path."""
        self.count += 1
        told = {path.replace("__", "."): value for path, value in answers.items()}
        revision = self.store.state(self.id).revision
        self.store.confirm(
            self.id, f"message {self.count}", told, withdraw, state={"turn": self.count}, revision=revision
        )

    @property
    def profile(self) -> dict[str, Json]:
        """What holds now."""
        return self.store.profile(self.id)


@pytest.fixture
def person(store: Store, talk: Conversation) -> Speaker:
    """Someone new."""
    return Speaker(store, talk.person_id)


def test_someone_new_has_told_nothing(store: Store, person: Speaker) -> None:
    assert person.profile == {}
    assert store.history(person.id) == ()
    assert store.state(person.id) == StoredState({}, 0)
    assert store.scores(person.id) == ()


def test_what_is_confirmed_can_be_read_at_once_also_by_another_process(
    person: Speaker, database: str, store: Store
) -> None:
    person.says(age=31, spouse__education="doctorate")
    other = Store(database)
    assert other.profile(person.id) == {"age": 31, "spouse": {"education": "doctorate"}}
    assert other.state(person.id) == StoredState({"turn": 1}, 1)
    assert other.was_read(person.id, "message 1")
    other.close()


def test_a_later_answer_replaces_an_earlier_one_and_both_stay_in_the_history(
    person: Speaker, store: Store, clock: Clock
) -> None:
    first = clock.time
    person.says(age=31, noc="21231")
    second = clock.advance(minutes=1)
    person.says(age=32)
    assert person.profile == {"age": 32, "noc": "21231"}
    ages = [(answer.value, answer.at, answer.message_id) for answer in store.history(person.id, "age")]
    assert ages == [(31, first, "message 1"), (32, second, "message 2")]
    assert [answer.field for answer in store.history(person.id)] == ["age", "noc", "age"]


def test_an_answer_taken_back_is_absent_and_stays_in_the_history(person: Speaker, store: Store) -> None:
    person.says(age=31)
    person.says("age")
    assert person.profile == {}
    assert [(a.value, a.withdrawn) for a in store.history(person.id)] == [(31, False), (None, True)]


def test_taking_back_a_path_takes_back_all_below_it(person: Speaker) -> None:
    person.says(spouse__age=30, spouse__education="secondary", age=31)
    person.says("spouse")
    assert person.profile == {"age": 31}


def test_taking_back_one_part_leaves_the_others(person: Speaker) -> None:
    person.says(spouse={"age": 30, "education": "secondary"})
    person.says("spouse.age")
    assert person.profile == {"spouse": {"education": "secondary"}}


def test_no_is_an_answer_and_not_the_same_as_nothing_told(person: Speaker, store: Store) -> None:
    person.says(second_language=None)
    assert person.profile == {"second_language": None}
    person.says("second_language")
    assert person.profile == {}


def test_no_partner_ends_what_was_told_about_the_partner(person: Speaker) -> None:
    person.says(spouse__age=30)
    person.says(spouse=None)
    assert person.profile == {"spouse": None}
    person.says(spouse__education="secondary")
    assert person.profile == {"spouse": {"education": "secondary"}}


def test_an_answer_taken_back_counts_as_never_told(person: Speaker) -> None:
    person.says(job_offer=None)
    person.says(job_offer__noc="21231")
    person.says("job_offer.noc")
    assert person.profile == {"job_offer": None}


def test_one_message_may_take_back_a_whole_and_tell_a_part_anew(person: Speaker) -> None:
    person.says(first_language={"test": "IELTS", "reading": 7})
    person.says("first_language", first_language__test="CELPIP")
    assert person.profile == {"first_language": {"test": "CELPIP"}}


def test_a_message_counts_once(person: Speaker, store: Store) -> None:
    assert store.confirm(person.id, "m", {"age": 31}, [], state={"at": "age"}, revision=0)
    assert store.was_read(person.id, "m")
    assert not store.confirm(person.id, "m", {"age": 99}, ["noc"], state={"at": "x"}, revision=1)
    assert person.profile == {"age": 31}
    assert len(store.history(person.id)) == 1
    assert store.state(person.id) == StoredState({"at": "age"}, 1)


def test_a_message_sent_again_is_known_whatever_revision_it_was_decided_on(
    person: Speaker, store: Store
) -> None:
    store.confirm(person.id, "m", {"age": 31}, [], state={}, revision=0)
    assert not store.confirm(person.id, "m", {"age": 31}, [], state={}, revision=0)


def test_the_same_message_id_of_two_people_are_two_messages(person: Speaker, store: Store) -> None:
    other = store.open_conversation("web", "en").person_id
    store.confirm(person.id, "m", {"age": 31}, [], state={}, revision=0)
    assert not store.was_read(other, "m")
    assert store.confirm(other, "m", {"age": 40}, [], state={}, revision=0)
    assert (person.profile, store.profile(other)) == ({"age": 31}, {"age": 40})


@pytest.mark.parametrize("revision", [0, 2, -1])
def test_a_decision_on_an_old_state_is_refused_and_leaves_nothing(
    person: Speaker, store: Store, revision: int
) -> None:
    person.says(age=31)
    with pytest.raises(RevisionMoved):
        store.confirm(person.id, "late", {"age": 32}, ["noc"], state={"x": 1}, revision=revision)
    assert person.profile == {"age": 31}
    assert store.state(person.id) == StoredState({"turn": 1}, 1)
    assert not store.was_read(person.id, "late")


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), date(2026, 1, 1), {1, 2}, object()],
    ids=lambda value: type(value).__name__,
)
def test_what_json_cannot_write_is_refused_and_leaves_nothing(
    person: Speaker, store: Store, value: object
) -> None:
    with pytest.raises(NotJson):
        store.confirm(person.id, "m", {"age": 31, "x": value}, [], state={}, revision=0)
    with pytest.raises(NotJson):
        store.confirm(person.id, "m", {"age": 31}, [], state={"x": value}, revision=0)
    assert person.profile == {}
    assert store.state(person.id) == StoredState({}, 0)
    assert not store.was_read(person.id, "m")


@pytest.mark.parametrize(
    "value",
    [True, False, 0, -1, 1.0, 7.5, 10**30, 1e300, "", "39", "null", "œuvre 🇨🇦", "\x00", [], [1, [None]], {}],
    ids=repr,
)
def test_a_value_comes_back_as_it_was_told(person: Speaker, value: Json) -> None:
    person.says(fact=value)
    kept = person.profile["fact"]
    assert kept == value
    assert type(kept) is type(value)


def test_what_people_say_stays_out_of_the_log_when_the_database_fails(
    empty_database: str, caplog: pytest.LogCaptureFixture
) -> None:
    upgrade(empty_database)
    store, engine = Store(empty_database), make_engine(empty_database)
    person = Speaker(store, store.open_conversation("web", "en").person_id)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE answers")
    with caplog.at_level(logging.DEBUG), pytest.raises(DBAPIError, match="answers") as failure:
        person.says(note="canary-4711")
    store.close()
    engine.dispose()
    assert "canary-4711" not in f"{failure.value}{caplog.text}"


def test_scores_are_kept_in_the_order_in_which_they_were_told(
    person: Speaker, store: Store, clock: Clock
) -> None:
    lines = [{"id": "core.age", "points": 110, "max": 110}]
    first = store.add_score(person.id, date(2026, 3, 1), date(2025, 3, 25), 470, lines)
    clock.advance(days=1)
    second = store.add_score(person.id, date(2026, 3, 2), date(2025, 3, 25), 465, [])
    assert store.scores(person.id) == (first, second)
    at = clock.time
    assert second == Score(at, date(2026, 3, 2), date(2025, 3, 25), 465, [])
    assert first.breakdown == lines
