"""What people thought of answers: useful to those who mend them, of no use to find out who it was."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.store import Conversation, Store, UnknownConversation
from bot.store.feedback import HIDDEN, MAX_COMMENT_CHARACTERS, Feedback, Opinion, scrubbed
from bot.store.tables import feedback as table
from tests.helpers.moving_clock import Clock

REPLY = {
    "text": "Your score is **469**, Ada.",
    "meta": {
        "answer": "crs_cutoff",
        "model": "935b8e9cb246",
        "data": "2026-11-20",
        "heard": "I am Ada",
        "at": {},
    },
}
ABOUT = {"answer": "crs_cutoff", "model": "935b8e9cb246", "data": "2026-11-20"}


@pytest.fixture
def feedback(engine: Engine, clock: Clock) -> Feedback:
    return Feedback(engine, clock)


def give(feedback: Feedback, talk: Conversation, verdict="down", comment=None, message_id=7) -> None:
    feedback.give(
        talk.sender_id, message_id, verdict, channel="web", language="en", reply=REPLY, comment=comment
    )


def test_an_opinion_says_which_answer_it_was_and_nothing_of_what_was_said(
    feedback: Feedback, talk: Conversation, clock: Clock
) -> None:
    give(feedback, talk, comment="The date is last year's")
    today = clock().date()
    assert feedback.opinions() == (Opinion(today, "web", "en", "down", ABOUT, "The date is last year's"),)


def test_a_row_holds_nothing_that_was_said(feedback: Feedback, talk: Conversation, engine: Engine) -> None:
    give(feedback, talk)
    with engine.connect() as connection:
        row = str(connection.execute(sa.select(table)).one())
    assert talk.person_id not in row
    assert "Ada" not in row


def test_a_vote_sent_twice_or_changed_is_one_vote_that_keeps_its_comment(
    feedback: Feedback, talk: Conversation
) -> None:
    give(feedback, talk)
    give(feedback, talk, comment="wrong year")
    give(feedback, talk, verdict="up")
    give(feedback, talk, message_id=8)
    found = sorted((each.verdict, each.comment) for each in feedback.opinions() if each.comment)
    assert found == [("up", "wrong year")]
    assert len(feedback.opinions()) == 2


def test_opinions_are_exported_and_erased_with_their_person(
    feedback: Feedback, talk: Conversation, store: Store
) -> None:
    other = store.open_conversation("web", "en")
    give(feedback, talk, comment="mine")
    give(feedback, other, comment="another's")
    assert [row["comment"] for row in store.export(talk.person_id)["feedback"]] == ["mine"]
    store.erase(talk.person_id)
    assert [opinion.comment for opinion in feedback.opinions()] == ["another's"]


def test_an_opinion_of_somebody_erased_meanwhile_is_not_kept(
    feedback: Feedback, talk: Conversation, store: Store
) -> None:
    store.erase(talk.person_id)
    with pytest.raises(UnknownConversation):
        give(feedback, talk)
    assert feedback.opinions() == ()


def test_opinions_are_kept_for_a_year(feedback: Feedback, talk: Conversation, clock: Clock) -> None:
    give(feedback, talk)
    clock.advance(days=365)
    assert feedback.expire() == 0
    clock.advance(days=1)
    assert feedback.expire() == 1
    assert feedback.opinions() == ()


def test_opinions_can_be_asked_for_since_a_day(feedback: Feedback, talk: Conversation, clock: Clock) -> None:
    give(feedback, talk)
    tomorrow = clock().date() + timedelta(days=1)
    assert feedback.opinions(since=tomorrow) == ()
    assert len(feedback.opinions(since=clock().date())) == 1


def test_there_is_no_third_verdict(feedback: Feedback, talk: Conversation) -> None:
    with pytest.raises(ValueError, match="up, down"):
        give(feedback, talk, verdict="perhaps")


@pytest.mark.parametrize(
    ("comment", "kept"),
    [
        ("Write to ada.l@example.org please", f"Write to {HIDDEN} please"),
        ("call +234 (0) 803-555 0199!", f"call {HIDDEN}!"),
        ("UCI 1234-5678 or 11223344", f"UCI {HIDDEN} or {HIDDEN}"),
        ("the round of 2026-11-03 had 481", "the round of 2026-11-03 had 481"),
        ("IELTS 8 7 7 7 is CLB 9", "IELTS 8 7 7 7 is CLB 9"),
        ("  two\n\n lines\t", "two lines"),
        ("é" * 900, "é" * MAX_COMMENT_CHARACTERS),
        (" \n", None),
    ],
)
def test_comments_lose_addresses_and_long_numbers(comment: str, kept: str | None) -> None:
    assert scrubbed(comment) == kept


def test_a_reply_without_metadata_still_counts(feedback: Feedback, talk: Conversation) -> None:
    feedback.give(talk.sender_id, 1, "up", channel="telegram", language="fr", reply={"text": "Bonjour"})
    (opinion,) = feedback.opinions()
    assert (opinion.about, opinion.comment) == ({}, None)
    assert isinstance(opinion.on_date, date)
