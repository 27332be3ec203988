"""Pictures that the bot drew."""

import pytest

from bot.store import Store, UnknownConversation

PNG = b"\x89PNG\r\n\x1a\n\x00\xff"


def test_a_picture_is_given_as_it_was_drawn_to_who_knows_its_id(database: str) -> None:
    store = Store(database)
    talk = store.open_conversation("web", "en")

    one, other = store.said.add_picture(talk.sender_id, PNG), store.said.add_picture(talk.sender_id, b"other")

    assert (store.said.picture(one), store.said.picture(other)) == (PNG, b"other")
    assert one != other
    assert len(one) >= 22


@pytest.mark.parametrize("wrong", ["", "unknown", "\x00", "é", "../../etc/passwd", "\ud800"])
def test_any_other_id_gives_nothing(database: str, wrong: str) -> None:
    assert Store(database).said.picture(wrong) is None


def test_a_picture_belongs_to_an_open_conversation(database: str) -> None:
    store = Store(database)
    talk = store.open_conversation("web", "en")
    store.close_conversation(talk.sender_id)

    with pytest.raises(UnknownConversation):
        store.said.add_picture(talk.sender_id, PNG)
