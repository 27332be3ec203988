"""Going on elsewhere: codes that are typed, and what becomes of two profiles."""

import re

import pytest

from bot.channels import joining as module
from bot.channels.joining import TRIES, Joiner, TooManyCodes
from bot.replies.buttons import CODE
from bot.store import Store, make_engine
from bot.store.joining import Joining, code_in


class World:
    """A joiner, and people who talk to it."""

    def __init__(self, database):
        self.store = Store(database)
        self.joiner = Joiner(self.store, Joining(make_engine(database), "s" * 32))

    def talk(self, lang="en", **facts):
        talk = self.store.open_conversation("web", lang)
        if facts:
            self.store.confirm(talk.person_id, "told", facts, [], state={}, revision=0)
        return talk

    async def enters(self, here, there):
        """Someone makes a code there and types it here."""
        return await self.joiner.answer(here.sender_id, await self.joiner.make(there.sender_id))

    async def presses(self, talk, reply, title):
        button = next(button for button in reply.buttons if button.title == title)
        return await self.joiner.answer(talk.sender_id, "", button.payload)

    def profile(self, talk):
        return self.store.profile(self.store.person_of(talk.sender_id).id)


@pytest.fixture
def world(sqlite_database):
    made = World(sqlite_database)
    yield made
    made.store.close()


async def test_ordinary_messages_and_buttons_are_left_to_rasa(world):
    talk = world.talk()
    for text, payload in (("I'm 29", ""), ("teachers", ""), ("", "/start"), ('@join {"keep": "there"}', "")):
        assert await world.joiner.answer(talk.sender_id, text, payload) is None


async def test_a_code_brings_the_profile_to_an_empty_conversation_and_says_what_it_holds(world):
    here, there = world.talk("fr"), world.talk("en", age=29)
    reply = await world.enters(here, there)
    assert reply.lang == "fr"
    assert "29" in reply.text
    assert world.profile(here) == {"age": 29}


async def test_what_was_told_here_goes_to_a_device_where_nothing_was_told(world):
    here, there = world.talk(age=31), world.talk()
    await world.enters(here, there)
    assert world.profile(there) == world.profile(here) == {"age": 31}


async def test_two_profiles_are_shown_before_one_is_given_up(world):
    here, there = world.talk(age=31, sibling_in_canada=True), world.talk(age=29, sibling_in_canada=True)
    reply = await world.enters(here, there)
    assert "29" in reply.text.partition("**Here**")[0]
    assert "31" in reply.text.partition("**Here**")[2]
    assert "brother" not in reply.text, "what is the same on both is not listed"
    assert "erased" in reply.text
    assert (world.profile(here)["age"], world.profile(there)["age"]) == (31, 29), "nothing happened yet"


@pytest.mark.parametrize(
    ("title", "here_after", "there_after"),
    [("The other device’s", 29, 29), ("Those from here", 31, 31), ("Change nothing", 31, 29)],
)
async def test_the_person_decides_which_profile_holds(world, title, here_after, there_after):
    here, there = world.talk(age=31), world.talk(age=29)
    question = await world.enters(here, there)
    await world.presses(here, question, title)
    assert (world.profile(here)["age"], world.profile(there)["age"]) == (here_after, there_after)
    again = await world.presses(here, question, title)
    assert again.text, "pressing twice changes nothing more"
    assert (world.profile(here)["age"], world.profile(there)["age"]) == (here_after, there_after)


async def test_the_choice_ends_with_the_code(world, monkeypatch):
    here, there = world.talk(age=31), world.talk(age=29)
    monkeypatch.setattr(module, "VALID", -module.VALID)
    question = await world.enters(here, there)
    reply = await world.presses(here, question, "The other device’s")
    assert "not any more" in reply.text
    assert world.profile(here) == {"age": 31}


async def test_an_unknown_code_is_answered_kindly_and_tells_nothing(world):
    reply = await world.joiner.answer(world.talk("fr").sender_id, "k7mq-3xwd")
    assert reply.text.startswith("Je ne connais pas ce code")
    assert reply.buttons == ()


async def test_ones_own_code_changes_nothing(world):
    talk = world.talk(age=29)
    reply = await world.enters(talk, talk)
    assert "already" in reply.text
    assert world.profile(talk) == {"age": 29}


async def test_codes_can_be_asked_for_with_a_button_and_open_telegram_where_there_is_a_bot(world):
    talk = world.talk(age=29)
    reply = await world.joiner.answer(talk.sender_id, "", CODE, "entry_bot")
    code = re.search(r"\*\*(.+?)\*\*", reply.text)[1]
    assert f"https://t.me/entry_bot?start={code_in(code)}" in reply.text
    assert "t.me" not in (await world.joiner.answer(talk.sender_id, "", CODE)).text


async def test_nobody_can_try_codes_for_long(world):
    talk, other = world.talk(), world.talk(age=29)
    for _ in range(TRIES.burst):
        await world.joiner.answer(talk.sender_id, "K7MQ-3XWD")
    reply = await world.joiner.answer(talk.sender_id, await world.joiner.make(other.sender_id))
    assert "wait" in reply.text
    assert world.profile(talk) == {}
    with pytest.raises(TooManyCodes):
        await world.joiner.make(talk.sender_id)
