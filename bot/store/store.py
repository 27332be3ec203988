"""The store: what the bot remembers of people. Every method is one short transaction."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.languages import LANGUAGES, Language
from bot.store import rows, tables
from bot.store.engine import at_leisure, look_at_file, make_engine, reading, writing
from bot.store.erasing import erase_rows, export_rows, sender_ids, sweep_events
from bot.store.records import (
    Conversation,
    Json,
    Person,
    Score,
    StoredAnswer,
    StoredState,
    UnknownConversation,
    UnknownPerson,
)
from bot.store.said import Said
from bot.store.scrubbing import scrub

EPHEMERAL_KEPT = timedelta(hours=24)
"""How long after the last message of a person without consent everything about them is erased."""
_ID_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # nothing that is misread when typed off a screen
_people, _conversations, _state = tables.people.c, tables.conversations.c, tables.dialogue_state.c
_OPEN = sa.and_(_conversations.sender_id == sa.bindparam("of_sender"), _conversations.closed_at.is_(None))
_PERSON = sa.select(tables.people).where(_people.id == sa.bindparam("of_person"))
_SPEAKER = (
    sa.select(tables.people).join(tables.conversations, _conversations.person_id == _people.id).where(_OPEN)
)
_STATE = sa.select(_state.document, _state.revision).where(_state.person_id == sa.bindparam("of_person"))
_log = logging.getLogger(__name__)


def _utc_now() -> datetime:
    return datetime.now(UTC)


def new_person_id() -> str:
    """The opaque id of a new person."""
    return "-".join("".join(secrets.choice(_ID_ALPHABET) for _ in range(4)) for _ in range(4))


def new_sender_id() -> str:
    """A sender id for a new conversation; it cannot be guessed."""
    return secrets.token_urlsafe(24)


class Store:
    """What the bot remembers, in the database at ``url`` (see ``bot.store.migrations.upgrade``).

    A store may be shared by threads; every process makes its own. ``now`` gives the time, with its zone;
    ``outlives_power_cut`` is :func:`bot.store.make_engine`'s.
    """

    def __init__(
        self, url: str, now: Callable[[], datetime] = _utc_now, outlives_power_cut: bool = True
    ) -> None:
        self._engine = make_engine(url, outlives_power_cut)
        self._now = now
        self.said = Said(self._engine, now)
        self.has_events = False
        """Whether Rasa's table is known to stand beside ours; it comes after them."""

    def _write(self, change: Callable[[Connection], None]) -> None:
        with writing(self._engine) as connection:
            change(connection)

    def close(self) -> None:
        """Close the connections to the database."""
        self._engine.dispose()

    def is_reachable(self) -> bool:
        """Whether the database answers and has our tables."""
        try:
            with reading(self._engine) as connection:
                connection.execute(sa.select(tables.people.c.id).limit(1))
        except sa.exc.SQLAlchemyError:
            _log.exception("The database cannot be used")
            return False
        return True

    # People and conversations

    def open_conversation(
        self, channel: str, language: Language, person_id: str | None = None
    ) -> Conversation:
        """Begin a conversation of a new person (ephemeral, until they consent), or of one already known.

        Args:
            channel: the channel's name, such as ``web``.
            language: the language of a new person; one already known keeps theirs.
            person_id: who it is, where that is known.

        Raises:
            ValueError: the language is not one of the product's.
            UnknownPerson: ``person_id`` is not stored.
        """
        _check_language(language)
        now = self._now()
        with writing(self._engine) as connection:
            if person_id is None:
                person_id = new_person_id()
                rows.insert_person(connection, person_id, language, now)
            else:
                rows.lock_person(connection, person_id)
            conversation = Conversation(new_sender_id(), person_id, channel, now, None)
            connection.execute(sa.insert(tables.conversations), vars(conversation))
        return conversation

    def close_conversation(self, sender_id: str) -> None:
        """End a conversation: its sender id is no longer known, what was said in it stays.

        Raises:
            UnknownConversation: no open conversation has this sender id.
        """
        table = tables.conversations
        with writing(self._engine) as connection:
            rows.lock_conversation(connection, sender_id)
            connection.execute(
                sa.update(table).where(table.c.sender_id == sender_id).values(closed_at=self._now())
            )

    def person_of(self, sender_id: str) -> Person:
        """Who talks in this conversation.

        Raises:
            UnknownConversation: no open conversation has this sender id.
        """
        with reading(self._engine) as connection:
            row = connection.execute(_SPEAKER, {"of_sender": sender_id}).one_or_none()
        if row is None:
            raise UnknownConversation(sender_id)
        return Person(**row._mapping)

    def channel_of(self, sender_id: str) -> str:
        """The name of the channel of an open conversation.

        Raises:
            UnknownConversation: no open conversation has this sender id.
        """
        table = tables.conversations
        query = sa.select(table.c.channel).where(table.c.sender_id == sender_id, table.c.closed_at.is_(None))
        with reading(self._engine) as connection:
            channel = connection.execute(query).scalar_one_or_none()
        if channel is None:
            raise UnknownConversation(sender_id)
        return str(channel)

    def person(self, person_id: str) -> Person:
        """The person of this id.

        Raises:
            UnknownPerson: nobody of this id is stored.
        """
        with reading(self._engine) as connection:
            row = connection.execute(_PERSON, {"of_person": person_id}).one_or_none()
        if row is None:
            raise UnknownPerson(person_id)
        return Person(**row._mapping)

    def set_language(self, person_id: str, language: Language) -> None:
        """Keep the language in which the person wants to be answered.

        Raises:
            ValueError: the language is not one of the product's.
            UnknownPerson: nobody of this id is stored.
        """
        _check_language(language)
        self._update_person(person_id, language=language)

    def give_consent(self, person_id: str) -> None:
        """Note that the person agreed, now, to be remembered.

        Raises:
            UnknownPerson: nobody of this id is stored.
        """
        self._update_person(person_id, consent_at=self._now(), ephemeral=False)

    def withdraw_consent(self, person_id: str) -> None:
        """Note that the person no longer agrees: they are erased ``EPHEMERAL_KEPT`` after their last message.

        Raises:
            UnknownPerson: nobody of this id is stored.
        """
        self._update_person(person_id, consent_at=None, ephemeral=True)

    def conversations_of(self, person_id: str) -> tuple[str, ...]:
        """The sender ids of all conversations of the person, oldest first."""
        with reading(self._engine) as connection:
            return sender_ids(connection, person_id)

    def touch(self, person_id: str) -> None:
        """Note that a message of the person arrived now.

        Raises:
            UnknownPerson: nobody of this id is stored.
        """
        self._update_person(person_id, last_seen_at=self._now())

    def _update_person(self, person_id: str, **values: Json) -> None:
        self._write(lambda connection: rows.update_person(connection, person_id, values))

    # Answers and the dialogue

    def confirm(
        self,
        person_id: str,
        message_id: str,
        answers: Mapping[str, Json],
        withdraw: Iterable[str],
        *,
        state: Mapping[str, Json],
        revision: int,
    ) -> bool:
        """Store what one message confirmed: all of it, committed on return, or nothing.

        Withdrawals come first, so that one message may take back ``first_language`` and tell
        ``first_language.reading`` anew.

        Args:
            person_id: whose message it is.
            message_id: the message's id; it counts as read from now on.
            answers: the told values by their path in the profile (``age``, ``spouse.education``).
            withdraw: the paths that are taken back, with all below them.
            state: the dialogue's document from now on.
            revision: that of the ``StoredState`` on which the decision rests; one more holds afterwards.

        Returns:
            True; False where this message was read before (nothing is written).

        Raises:
            RevisionMoved: another message was confirmed in between.
            UnknownPerson: nobody of this id is stored.
            NotJson: a value is none that JSON can write.
        """
        new = confirmed(message_id, answers, withdraw, self._now())
        with writing(self._engine) as connection:
            rows.lock_person(connection, person_id)
            if rows.was_read(connection, person_id, message_id):
                return False
            rows.confirm(connection, person_id, message_id, new, state, revision)
        return True

    def was_read(self, person_id: str, message_id: str) -> bool:
        """Whether ``confirm`` has taken this message already."""
        with reading(self._engine) as connection:
            return rows.was_read(connection, person_id, message_id)

    def profile(self, person_id: str) -> dict[str, Json]:
        """The current profile, nested; what was not told or was taken back is absent."""
        with reading(self._engine) as connection:
            return rows.profile(connection, person_id)

    def history(self, person_id: str, field: str | None = None) -> tuple[StoredAnswer, ...]:
        """Every answer to ``field`` (or to all), oldest first, those taken back or replaced too."""
        table = tables.answers
        query = sa.select(table.c.field, table.c.value, table.c.withdrawn, table.c.at, table.c.message_id)
        query = query.where(table.c.person_id == person_id).order_by(table.c.id)
        if field is not None:
            query = query.where(table.c.field == field)
        with reading(self._engine) as connection:
            return tuple(StoredAnswer(**row._mapping) for row in connection.execute(query))

    def state(self, person_id: str) -> StoredState:
        """Where the dialogue stands; empty, with revision 0, for someone new.

        Raises:
            UnknownPerson: nobody of this id is stored.
        """
        with reading(self._engine) as connection:
            row = connection.execute(_STATE, {"of_person": person_id}).one_or_none()
        if row is None:
            raise UnknownPerson(person_id)
        return StoredState(**row._mapping)

    # The plan

    def plan(self, person_id: str) -> dict[str, Json]:
        """What the person keeps beside the profile: documents ticked off, dates; empty for someone new."""
        with reading(self._engine) as connection:
            return rows.plan(connection, person_id)

    def change_plan(
        self, person_id: str, change: Callable[[dict[str, Json]], dict[str, Json]]
    ) -> dict[str, Json]:
        """Replace the plan by what ``change`` makes of it, and give that.

        Raises:
            UnknownPerson: nobody of this id is stored.
            NotJson: the new plan is none that JSON can write.
        """
        with writing(self._engine) as connection:
            rows.lock_person(connection, person_id)
            new = change(rows.plan(connection, person_id))
            rows.replace_plan(connection, person_id, new, self._now())
        return new

    # Scores

    def add_score(
        self, person_id: str, on_date: date, rules_date: date, total: int, breakdown: Json
    ) -> Score:
        """Keep a score that was told.

        Raises:
            UnknownPerson: nobody of this id is stored.
        """
        score = Score(self._now(), on_date, rules_date, total, breakdown)

        def keep(connection: Connection) -> None:
            rows.lock_person(connection, person_id)
            connection.execute(sa.insert(tables.scores), {"person_id": person_id, **vars(score)})

        self._write(keep)
        return score

    def scores(self, person_id: str) -> tuple[Score, ...]:
        """Every score that was told, oldest first."""
        table = tables.scores
        query = sa.select(table.c.at, table.c.on_date, table.c.rules_date, table.c.total, table.c.breakdown)
        with reading(self._engine) as connection:
            found = connection.execute(query.where(table.c.person_id == person_id).order_by(table.c.id))
            return tuple(Score(**row._mapping) for row in found)

    # What is done by the clock

    def note_done(self, chore: str) -> None:
        """Note that a piece of work by the clock was done now."""
        table = tables.chores
        with writing(self._engine) as connection:
            connection.execute(sa.delete(table).where(table.c.name == chore))
            connection.execute(sa.insert(table), {"name": chore, "at": self._now()})

    def look_at_file(self) -> None:
        """Have the database's file read anew.

        Raises:
            sqlite3.Error: it is gone, or is no database.
        """
        look_at_file(self._engine)

    def last_done(self, chore: str) -> datetime | None:
        """When a piece of work by the clock was last done; None for never."""
        query = sa.select(tables.chores.c.at).where(tables.chores.c.name == chore)
        with reading(self._engine) as connection:
            at: datetime | None = connection.execute(query).scalar_one_or_none()
        return at

    # Erasing and handing out

    def erase(self, person_id: str) -> tuple[str, ...]:
        """Erase everything about the person, Rasa's events too, also from SQLite's files.

        A turn of theirs that is under way writes nothing any more.

        Returns:
            The sender ids that are no longer known.

        Raises:
            UnknownPerson: nobody of this id is stored.
        """
        with at_leisure(self._engine) as connection:
            rows.lock_person(connection, person_id)
            senders = erase_rows(connection, person_id)
        self._scrub()
        return senders

    def expire_ephemeral(
        self, now: datetime | None = None, longest: timedelta | None = None
    ) -> tuple[str, ...]:
        """Erase everyone without consent whose last message is ``EPHEMERAL_KEPT`` ago, everyone whose last
        message is ``longest`` ago, if that is given, and Rasa's events of conversations that are not stored.

        Returns:
            The sender ids that are no longer known.
        """
        people, now = tables.people, now or self._now()
        expired = sa.and_(people.c.ephemeral, people.c.last_seen_at <= now - EPHEMERAL_KEPT)
        if longest is not None:
            expired = sa.or_(expired, people.c.last_seen_at <= now - longest)
        with reading(self._engine) as connection:
            found = list(connection.scalars(sa.select(people.c.id).where(expired)))
        senders: list[str] = []
        for person_id in found:  # one transaction each: a turn under way waits for one person, not for all
            with at_leisure(self._engine) as connection:
                still = sa.select(people.c.id).where(people.c.id == person_id, expired).with_for_update()
                if connection.execute(still).one_or_none() is not None:
                    senders += erase_rows(connection, person_id)
        with at_leisure(self._engine) as connection:
            sweep_events(connection)
        self._scrub(retention=True)
        return tuple(senders)

    def _scrub(self, retention: bool = False) -> None:
        if not scrub(self._engine, retention):
            _log.info("The database's files may still hold what was erased, until the next retention run")

    def export(self, person_id: str) -> dict[str, Json]:
        """Everything stored about the person, as JSON values: the profile, then the rows of every table.

        Raises:
            UnknownPerson: nobody of this id is stored.
        """
        with reading(self._engine) as connection:
            stored = export_rows(connection, person_id)
            if not stored[tables.people.name]:
                raise UnknownPerson(person_id)
            return {"profile": rows.profile(connection, person_id), **stored}


def confirmed(
    message_id: str, answers: Mapping[str, Json], withdraw: Iterable[str], at: datetime
) -> list[StoredAnswer]:
    """What a message told as rows: withdrawals first."""
    gone = [StoredAnswer(path, None, True, at, message_id) for path in withdraw]
    return gone + [StoredAnswer(path, value, False, at, message_id) for path, value in answers.items()]


def _check_language(language: str) -> None:
    if language not in LANGUAGES:
        raise ValueError(f"language: one of {', '.join(LANGUAGES)} is needed, not {language!r}")
