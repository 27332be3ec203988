"""Whatever people tell and take back, in whatever order."""

from __future__ import annotations

import shutil
import tempfile
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from bot.store import Json, RevisionMoved, Store, StoredState

PATHS = (
    "age",
    "spouse",
    "spouse.age",
    "spouse.language",
    "spouse.language.reading",
    "job_offer",
    "job_offer.noc",
)
TOLD_WHOLE: tuple[Json, ...] = (
    None,
    {},
    1,
    "x",
    {"age": 30},
    {"age": 30, "language": {"reading": 7}},
    {"noc": "21231"},
)
Message = tuple[tuple[str, ...], dict[str, Json]]

paths = st.sampled_from(PATHS)
values = st.sampled_from(TOLD_WHOLE)
a_message = st.tuples(
    st.lists(paths, max_size=2, unique=True).map(tuple), st.dictionaries(paths, values, max_size=3)
)
dialogues = st.lists(a_message, max_size=8)
any_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
quick = settings(max_examples=25)


def related(one: str, other: str) -> bool:
    """Whether one path is the other, or stands above it."""
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")


def at(profile: dict[str, Json], path: str) -> tuple[Json, ...]:
    """What the profile says at a path: one value, or nothing."""
    here: Json = profile
    for name in path.split("."):
        if not isinstance(here, dict) or name not in here:
            return ()
        here = here[name]
    return (here,)


def tell(store: Store, person: str, *messages: Message) -> dict[str, Json]:
    """Confirm messages one after the other; gives the profile after them."""
    for withdraw, answers in messages:
        state = store.state(person)
        said = f"message {state.revision}"
        assert store.confirm(person, said, answers, withdraw, state={}, revision=state.revision)
    return store.profile(person)


@quick
@given(dialogue=dialogues, path=paths, value=values)
def test_what_was_told_last_holds(store: Store, dialogue: list[Message], path: str, value: Json) -> None:
    person = store.open_conversation("web", "en").person_id
    before = tell(store, person, *dialogue)
    after = tell(store, person, ((), {path: value}))
    assert at(after, path) == (value,)
    unrelated = [other for other in PATHS if not related(other, path)]
    assert [at(after, other) for other in unrelated] == [at(before, other) for other in unrelated]


@quick
@given(dialogue=dialogues, path=paths)
def test_what_was_taken_back_last_is_absent_and_the_rest_stands(
    store: Store, dialogue: list[Message], path: str
) -> None:
    person = store.open_conversation("web", "en").person_id
    before = tell(store, person, *dialogue)
    after = tell(store, person, ((path,), {}))
    assert at(after, path) == ()
    unrelated = [other for other in PATHS if not related(other, path)]
    assert [at(after, other) for other in unrelated] == [at(before, other) for other in unrelated]


@quick
@given(dialogue=dialogues, value=values)
def test_an_answer_taken_back_at_once_counts_as_never_told(
    store: Store, dialogue: list[Message], value: Json
) -> None:
    person = store.open_conversation("web", "en").person_id
    before = tell(store, person, *dialogue)
    new = [path for path in PATHS if at(before, path) == () and path.count(".") == 0]
    for path in new:
        assert tell(store, person, ((), {path: value}), ((path,), {})) == before


@quick
@given(dialogue=dialogues)
def test_the_history_tells_the_profile_and_keeps_every_answer(store: Store, dialogue: list[Message]) -> None:
    person = store.open_conversation("web", "en").person_id
    expected = tell(store, person, *dialogue)
    history = store.history(person)
    assert len(history) == sum(len(withdraw) + len(answers) for withdraw, answers in dialogue)
    again = store.open_conversation("web", "en").person_id
    told: list[Message] = [((a.field,), {}) if a.withdrawn else ((), {a.field: a.value}) for a in history]
    assert tell(store, again, *told) == expected == store.export(person)["profile"]


@quick
@given(value=any_json)
def test_every_json_value_comes_back_as_it_was_told(store: Store, value: Json) -> None:
    person = store.open_conversation("web", "en").person_id
    store.confirm(person, "m", {"fact": value}, [], state={"kept": value}, revision=0)
    assert repr(store.profile(person)) == repr({"fact": value})
    assert repr(store.state(person)) == repr(StoredState({"kept": value}, 1))


class Dialogue(RuleBasedStateMachine):
    """A store beside a plain model of it: messages new, repeated, and decided on an old state."""

    template: Path

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.mkdtemp()
        self.store = Store(f"sqlite:///{shutil.copy(self.template, self.folder)}")
        self.person = self.store.open_conversation("web", "en").person_id
        self.state, self.read, self.told = (
            StoredState({}, 0),
            dict[str, Message](),
            list[tuple[str, Json, bool]](),
        )

    @rule(message=a_message, document=st.dictionaries(st.text(max_size=3), st.integers(), max_size=2))
    def new(self, message: Message, document: dict[str, Json]) -> None:
        withdraw, answers = message
        name, revision = f"message {len(self.read)}", self.state.revision
        assert self.store.confirm(self.person, name, answers, withdraw, state=document, revision=revision)
        self.read[name], self.state = message, StoredState(document, revision + 1)
        self.told += [(path, None, True) for path in withdraw]
        self.told += [(path, value, False) for path, value in deepcopy(answers).items()]

    @rule(message=a_message, data=st.data(), revision=st.integers(-1, 9))
    def repeated(self, message: Message, data: st.DataObject, revision: int) -> None:
        if self.read:
            name = data.draw(st.sampled_from(sorted(self.read)))
            assert not self.store.confirm(
                self.person, name, message[1], message[0], state={}, revision=revision
            )

    @rule(message=a_message, behind=st.integers(-3, 3).filter(bool))
    def decided_on_another_state(self, message: Message, behind: int) -> None:
        with pytest.raises(RevisionMoved):
            self.store.confirm(
                self.person, "late", message[1], message[0], state={}, revision=self.state.revision - behind
            )

    @invariant()
    def store_and_model_agree(self) -> None:
        assert self.store.state(self.person) == self.state
        assert [(a.field, a.value, a.withdrawn) for a in self.store.history(self.person)] == self.told
        assert all(self.store.was_read(self.person, name) for name in self.read)
        assert not self.store.was_read(self.person, "late")

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            shutil.rmtree(self.folder)


def test_messages_count_once_each_and_only_on_the_newest_state(sqlite_with_tables: Path) -> None:
    class OnCopies(Dialogue):
        template = sqlite_with_tables

    few = settings(quick, stateful_step_count=15)
    run_state_machine_as_test(OnCopies, settings=few)  # type: ignore[no-untyped-call]
