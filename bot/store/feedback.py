"""What people thought of answers.

A row says which answer it was (by the reply's own metadata), on which day, and up or down. It holds nothing
that the person said to the bot, and hangs on their conversation, so that it is exported and erased with
them. It is kept for :data:`KEPT`. Who reads opinions (:meth:`Feedback.opinions`) is not told whose they are.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from bot.languages import Language
from bot.personal import HIDDEN, without_personal_numbers
from bot.store import rows, tables
from bot.store.engine import reading, writing
from bot.store.records import Json

Verdict = Literal["up", "down"]
VERDICTS: tuple[Verdict, ...] = ("up", "down")
MAX_COMMENT_CHARACTERS = 500
ABOUT = frozenset({"answer", "intent", "data", "model"})
"""What is taken over of a reply's ``meta``: which answer it was, and from which data and model."""
MAX_ABOUT_CHARACTERS = 120
KEPT = timedelta(days=365)
"""How long an opinion is kept."""

_NUMBER = re.compile(r"\+?\d(?:[\s().\-/]{0,3}\d){6,}")
_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")


@dataclass(frozen=True)
class Opinion:
    """What someone thought of an answer. ``about`` are the keys of :data:`ABOUT` that the reply named."""

    on_date: date
    channel: str
    language: Language
    verdict: Verdict
    about: Mapping[str, Json]
    comment: str | None


def scrubbed(comment: str) -> str | None:
    """A comment without what nobody needs (:mod:`bot.personal`) and numbers of seven digits or more, cut at
    :data:`MAX_COMMENT_CHARACTERS`; None where nothing is left. Days (2026-11-03) stay."""
    text = without_personal_numbers(" ".join(comment.split())).text
    text = _NUMBER.sub(lambda found: found[0] if _DAY.fullmatch(found[0]) else HIDDEN, text)
    return text[:MAX_COMMENT_CHARACTERS].rstrip() or None


def about(reply: Mapping[str, Json]) -> dict[str, Json]:
    """Which answer a reply is, by the ``meta`` that it carries, if it does."""
    meta = reply.get("meta")
    if not isinstance(meta, Mapping):
        return {}
    return {
        key: value[:MAX_ABOUT_CHARACTERS] if isinstance(value, str) else value
        for key, value in meta.items()
        if key in ABOUT and isinstance(value, str | int | float)
    }


class Feedback:
    """Opinions about answers, in the database of ``engine`` (see ``bot.store.make_engine``).

    Every method is one short transaction. ``now`` gives the time, with its zone; only its day is kept.
    """

    def __init__(self, engine: Engine, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._engine = engine
        self._now = now

    def give(
        self,
        sender_id: str,
        message_id: int,
        verdict: Verdict,
        *,
        channel: str,
        language: Language,
        reply: Mapping[str, Json],
        comment: str | None = None,
    ) -> None:
        """Keep an opinion about a reply; one about the same reply is replaced, its comment only by another.

        Args:
            sender_id: the conversation.
            message_id: the reply's id.
            verdict: one of :data:`VERDICTS`.
            channel: where it was said.
            language: the language of the reply.
            reply: the reply as it is kept; see :func:`about`.
            comment: anything; see :func:`scrubbed`.

        Raises:
            ValueError: there is no such verdict.
            UnknownConversation: no open conversation has this sender id.
        """
        if verdict not in VERDICTS:
            raise ValueError(f"verdict: one of {', '.join(VERDICTS)} is needed, not {verdict!r}")
        values: dict[str, Json] = {
            "on_date": self._now().date(),
            "conversation": sender_id,
            "channel": channel,
            "language": language,
            "verdict": verdict,
            "about": about(reply),
        }
        said = scrubbed(comment or "")
        key = hashlib.sha256(f"{sender_id} {message_id}".encode()).hexdigest()[:32]
        try:
            self._write(key, values, said)
        except IntegrityError:  # the same vote, twice at once
            self._write(key, values, said)

    def _write(self, key: str, values: Mapping[str, Json], comment: str | None) -> None:
        table = tables.feedback
        changed = {**values, **({} if comment is None else {"comment": comment})}
        with writing(self._engine) as connection:
            rows.lock_conversation(connection, str(values["conversation"]))
            update = sa.update(table).where(table.c.id == key).values(**changed)
            if connection.execute(update).rowcount == 0:
                connection.execute(sa.insert(table), {"id": key, "comment": None, **changed})

    def expire(self) -> int:
        """Delete opinions older than :data:`KEPT`; give how many there were."""
        table = tables.feedback
        old = sa.delete(table).where(table.c.on_date < (self._now() - KEPT).date())
        with writing(self._engine) as connection:
            return int(connection.execute(old).rowcount)

    def opinions(self, since: date | None = None) -> tuple[Opinion, ...]:
        """Every opinion, the newest day first, those of ``since`` and later if given."""
        table = tables.feedback
        columns = [column for column in table.c if column.name not in ("id", "conversation")]
        query = sa.select(*columns).order_by(table.c.on_date.desc(), table.c.id)
        if since is not None:
            query = query.where(table.c.on_date >= since)
        with reading(self._engine) as connection:
            return tuple(Opinion(**row._mapping) for row in connection.execute(query))
