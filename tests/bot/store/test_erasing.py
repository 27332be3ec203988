"""Erasing leaves nothing, not even in SQLite's files; what is stored can be handed out."""

from __future__ import annotations

import json
import random
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.store import (
    EPHEMERAL_KEPT,
    Conversation,
    NewButton,
    Store,
    StoredFile,
    UnknownConversation,
    UnknownPerson,
    make_engine,
    scrubbing,
)
from bot.store import engine as engine_module
from bot.store.alerts import Alerts
from bot.store.tables import ANONYMOUS, RASA_TABLE, JsonText, UtcTime, metadata
from tests.conftest import PostgreSQL
from tests.helpers.buttons_kept import make_buttons
from tests.helpers.moving_clock import Clock

PERSONAL = [table for table in metadata.sorted_tables if table.info != ANONYMOUS]
EVENTS = sa.Table(
    RASA_TABLE,
    sa.MetaData(),
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("sender_id", sa.String(255), nullable=False, index=True),
    sa.Column("data", sa.Text),
)


def tell_everything(store: Store, talk: Conversation, mark: str) -> None:
    """Leave ``mark`` wherever the store keeps a person's words."""
    state = {"question": mark}
    revision = store.state(talk.person_id).revision
    message, _ = store.said.add_message(talk.sender_id, {"text": mark}, client_id=f"{mark[:20]}-{revision}")
    store.confirm(talk.person_id, str(message.id), {"note": mark}, [], state=state, revision=revision)
    store.said.add_replies(talk.sender_id, [{"text": f"You said {mark}"}], message.id)
    make_buttons(store, talk.sender_id, [NewButton(f"/say{mark}", mark)], mark)
    store.add_score(talk.person_id, date(2026, 3, 1), date(2025, 3, 25), 470, [{"because": mark}])
    store.said.add_picture(talk.sender_id, mark.encode())
    store.said.add_file(talk.sender_id, StoredFile(mark, "text/plain", mark.encode()))
    store.change_plan(talk.person_id, lambda plan: {**plan, mark: mark})
    subscribe(store, talk.person_id, mark)


def subscribe(store: Store, person_id: str, mark: str) -> None:
    """Leave ``mark`` in the outbox."""
    alerts = Alerts(store._engine)
    alerts.unsubscribe(person_id)
    alerts.subscribe(person_id, "all", mark)
    subscriber = next(each for each in alerts.behind("448", "", 100) if each.person_id == person_id)
    alerts.queue([(subscriber, (f"{mark}-{subscriber.told_through}",))], f"{mark}-told")


def fill_the_other_tables(engine: Engine, talk: Conversation, mark: str) -> None:
    """Leave a row about the person in every table that has none yet, whatever its columns are."""
    owner = {"person_id": talk.person_id, "conversation": talk.sender_id}
    by_type = {sa.Text: mark, JsonText: mark, sa.Integer: 1, sa.Boolean: True, sa.Date: date(2026, 3, 1)}
    by_type |= {sa.BigInteger: 1, UtcTime: datetime(2026, 3, 1, tzinfo=UTC)}
    with engine.begin() as connection:
        for table in PERSONAL:
            if connection.execute(sa.select(table).limit(1)).one_or_none() is None:
                values = {
                    c.name: owner.get(c.name, by_type[type(c.type)])
                    for c in table.columns
                    if (c.name, type(c.type)) != ("id", sa.Integer)
                }
                connection.execute(sa.insert(table), values)


def add_event(engine: Engine, sender_id: str, mark: str) -> None:
    """Leave ``mark`` in Rasa's table."""
    with engine.begin() as connection:
        EVENTS.create(connection, checkfirst=True)
        connection.execute(sa.insert(EVENTS), {"sender_id": sender_id, "data": json.dumps({"text": mark})})


def rows_left(engine: Engine) -> dict[str, int]:
    """How many rows each table has."""
    with engine.connect() as connection:
        tables = [*PERSONAL, EVENTS] if sa.inspect(connection).has_table(RASA_TABLE) else PERSONAL
        return {
            t.name: connection.execute(sa.select(sa.func.count()).select_from(t)).scalar_one() for t in tables
        }


def files_with(folder: Path, text: str) -> list[str]:
    """The files in which the text stands, as UTF-8 or as JSON escapes it."""
    return sorted(p.name for p in folder.iterdir() if p.is_file() and text.encode() in p.read_bytes())


def test_erasing_someone_leaves_no_row_of_theirs(store: Store, engine: Engine, talk: Conversation) -> None:
    second = store.open_conversation("telegram", "en", talk.person_id)
    for conversation in (talk, second):
        tell_everything(store, conversation, "canary")
        add_event(engine, conversation.sender_id, "canary")
    fill_the_other_tables(engine, talk, "canary")
    store.close_conversation(second.sender_id)
    assert all(rows_left(engine).values())
    assert set(store.erase(talk.person_id)) == {talk.sender_id, second.sender_id}
    assert not any(rows_left(engine).values())


def test_erasing_someone_leaves_everyone_else_as_they_were(
    store: Store, engine: Engine, talk: Conversation
) -> None:
    other = store.open_conversation("web", "en")
    for conversation in (talk, other):
        tell_everything(store, conversation, conversation.person_id)
        add_event(engine, conversation.sender_id, conversation.person_id)
    before = store.export(other.person_id)
    store.erase(talk.person_id)
    assert store.export(other.person_id) == before
    assert len(before[RASA_TABLE]) == 1


def test_someone_erased_is_unknown_from_then_on(store: Store, talk: Conversation) -> None:
    (button,) = make_buttons(store, talk.sender_id, [NewButton("/affirm", "Yes")])
    store.erase(talk.person_id)
    with pytest.raises(UnknownPerson):
        store.person(talk.person_id)
    with pytest.raises(UnknownConversation):
        store.person_of(talk.sender_id)
    with pytest.raises(UnknownPerson):
        store.confirm(talk.person_id, "late", {"age": 31}, [], state={}, revision=0)
    with pytest.raises(UnknownPerson):
        store.erase(talk.person_id)
    assert store.said.button(button.id, talk.sender_id) is None
    assert store.profile(talk.person_id) == {}
    assert store.said.messages(talk.sender_id) == ()


def test_after_erasing_sqlites_files_hold_nothing_that_was_said(sqlite_database: str, tmp_path: Path) -> None:
    store, rasa = Store(sqlite_database), make_engine(sqlite_database)
    chance = random.Random(0)
    talks = [store.open_conversation("web", "en") for _ in range(30)]
    marks = {talk: f"canary{number}q" for number, talk in enumerate(talks)}
    for _ in range(300):  # enough for pages to be split, merged and filled again
        talk = chance.choice(talks)
        words = marks[talk] + "f" * chance.choice([0, 3, 30, 200, 900, 3000])
        tell_everything(store, talk, words)
        add_event(rasa, talk.sender_id, words)
    with rasa.connect() as connection:  # a process that has read and now waits for its next message
        connection.execute(sa.select(sa.func.count()).select_from(EVENTS)).all()
    assert files_with(tmp_path, "canary")
    chance.shuffle(talks)
    for talk in talks:
        store.erase(talk.person_id)
        for trace in (marks[talk], talk.sender_id, talk.person_id):
            assert files_with(tmp_path, trace) == []
    rasa.dispose()
    store.close()


def test_while_another_process_reads_the_log_stands_and_the_next_retention_run_empties_it(
    sqlite_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(engine_module, "_PRAGMAS", ("busy_timeout=10", "foreign_keys=ON", "secure_delete=ON"))
    store, reader = Store(sqlite_database), make_engine(sqlite_database)
    talk = store.open_conversation("web", "en")
    store.said.add_message(talk.sender_id, "canary")
    with engine_module.reading(reader) as connection:
        connection.execute(sa.select(sa.func.count()).select_from(metadata.tables["messages"])).all()
        store.erase(talk.person_id)
    assert "could not be written anew" in caplog.text or files_with(tmp_path, "canary")
    assert store.expire_ephemeral() == ()
    assert files_with(tmp_path, "canary") == []
    reader.dispose()
    store.close()


def test_a_large_file_is_written_anew_by_the_next_retention_run(
    sqlite_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scrubbing, "SMALL_BYTES", 1000)
    store = Store(sqlite_database)
    talk = store.open_conversation("web", "en")
    tell_everything(store, talk, "canary")
    written = list[str]()
    sa.event.listen(store._engine, "connect", lambda raw, _: raw.set_trace_callback(written.append))
    store._engine.dispose()
    store.erase(talk.person_id)
    assert "VACUUM" not in written, "whoever erases does not make all others wait"
    store.expire_ephemeral()
    assert "VACUUM" in written
    assert files_with(tmp_path, "canary") == []
    store.close()


def test_after_the_retention_run_postgresqls_files_hold_nothing_that_was_said(
    postgresql: PostgreSQL, postgresql_database: str
) -> None:
    store, rasa = Store(postgresql_database), make_engine(postgresql_database)
    other = store.open_conversation("web", "en")
    tell_everything(store, other, "stays")
    for number in range(20):
        talk = store.open_conversation("web", "en")
        tell_everything(store, talk, f"pgcanary{number % 3}")  # often enough to be quoted in statistics
        add_event(rasa, talk.sender_id, f"pgcanary{number % 3}")
        if number == 10:
            postgresql.run("ANALYZE", postgresql.shared)
        store.erase(talk.person_id)
    postgresql.run("CHECKPOINT")
    assert postgresql.files_with("pgcanary"), "deleting alone leaves it"
    store.expire_ephemeral()
    postgresql.run("VACUUM FULL pg_catalog.pg_statistic", postgresql.shared)  # as autovacuum does in time
    postgresql.run("CHECKPOINT")
    assert postgresql.files_with("pgcanary") == []
    assert store.profile(other.person_id) == {"note": "stays"}
    rasa.dispose()
    store.close()


def test_without_consent_everything_goes_a_day_after_the_last_message(
    store: Store, engine: Engine, clock: Clock
) -> None:
    assert timedelta(hours=24) == EPHEMERAL_KEPT
    silent, lively, agreed = (store.open_conversation("web", "en") for _ in range(3))
    store.give_consent(agreed.person_id)
    for conversation in (silent, lively, agreed):
        tell_everything(store, conversation, "canary")
        add_event(engine, conversation.sender_id, "canary")
    clock.advance(hours=1)
    store.said.add_message(lively.sender_id, "stays")
    clock.advance(hours=22, minutes=59, seconds=59)
    assert store.expire_ephemeral() == ()
    clock.advance(seconds=1)
    assert store.expire_ephemeral() == (silent.sender_id,)
    with pytest.raises(UnknownPerson):
        store.person(silent.person_id)
    assert rows_left(engine)[RASA_TABLE] == 2
    clock.advance(hours=1)
    assert store.expire_ephemeral() == (lively.sender_id,)
    clock.advance(days=1000)
    assert store.expire_ephemeral() == ()
    assert store.profile(agreed.person_id) == {"note": "canary"}


def test_retention_sweeps_what_rasa_keeps_of_conversations_that_nobody_has(
    store: Store, engine: Engine, talk: Conversation
) -> None:
    add_event(engine, talk.sender_id, "mine")
    add_event(engine, "nobody", "canary")
    store.expire_ephemeral()
    with engine.connect() as connection:
        assert list(connection.scalars(sa.select(EVENTS.c.sender_id))) == [talk.sender_id]


def test_those_who_agreed_go_a_year_after_their_last_message(
    store: Store, engine: Engine, talk: Conversation, clock: Clock
) -> None:
    store.give_consent(talk.person_id)
    tell_everything(store, talk, "canary")
    year = timedelta(days=365)
    clock.advance(days=300)
    store.said.add_message(talk.sender_id, "back again")
    clock.advance(days=364)
    assert store.expire_ephemeral(longest=year) == ()
    clock.advance(days=1)
    assert store.expire_ephemeral(longest=year) == (talk.sender_id,)
    assert rows_left(engine)["people"] == 0


def test_expiry_can_be_asked_for_another_time(store: Store, talk: Conversation, clock: Clock) -> None:
    assert store.expire_ephemeral(clock.time + timedelta(hours=23)) == ()
    assert store.expire_ephemeral(clock.time + timedelta(hours=24)) == (talk.sender_id,)


def test_consent_taken_back_lets_everything_go_a_day_after_the_last_message(
    store: Store, talk: Conversation, clock: Clock
) -> None:
    store.give_consent(talk.person_id)
    clock.advance(days=30)
    store.touch(talk.person_id)
    store.withdraw_consent(talk.person_id)
    assert store.expire_ephemeral() == ()
    clock.advance(hours=24)
    assert store.expire_ephemeral() == (talk.sender_id,)


def test_an_export_hands_out_every_table_as_plain_json(
    store: Store, engine: Engine, talk: Conversation
) -> None:
    second = store.open_conversation("telegram", "en", talk.person_id)
    for conversation in (talk, second):
        tell_everything(store, conversation, "canary")
        add_event(engine, conversation.sender_id, "canary")
    fill_the_other_tables(engine, talk, "canary")
    export = json.loads(json.dumps(store.export(talk.person_id)))
    assert export["profile"] == {"note": "canary"}
    counts = {name: len(rows) for name, rows in export.items() if name != "profile"}
    assert counts == rows_left(engine)
    assert export["people"][0]["created_at"] == "2026-03-01T12:00:00+00:00"
    assert export["scores"][0]["on_date"] == "2026-03-01"
    assert json.loads(export[RASA_TABLE][0]["data"]) == {"text": "canary"}


def test_an_export_holds_nothing_about_anyone_else(store: Store, engine: Engine, talk: Conversation) -> None:
    other = store.open_conversation("web", "en")
    tell_everything(store, other, "stranger")
    add_event(engine, other.sender_id, "stranger")
    tell_everything(store, talk, "mine")
    text = json.dumps(store.export(talk.person_id))
    assert "mine" in text
    assert not any(word in text for word in ("stranger", other.person_id, other.sender_id))


def test_before_rasa_has_made_its_table_erasing_and_exporting_work_too(
    store: Store, talk: Conversation
) -> None:
    assert RASA_TABLE not in store.export(talk.person_id)
    assert store.erase(talk.person_id) == (talk.sender_id,)
