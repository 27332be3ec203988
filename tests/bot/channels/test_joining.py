"""Going on elsewhere: codes that are typed, and what becomes of two profiles."""

import re

import pytest

from bot.channels import joining as module
from bot.channels.joining import PART, TRIES, Joiner, TooManyCodes
from bot.replies.buttons import CODE, DEVICES
from bot.store import Store, UnknownConversation, make_engine
from bot.store.joining import Joining, code_in


class World:
    """A joiner, and people who talk to it."""

    def __init__(self, database):
        self.store = Store(database)
        self.yes = {}
        self.joiner = Joiner(self.store, Joining(make_engine(database), "s" * 32))

    def talk(self, lang="en", **facts):
        talk = self.store.open_conversation("web", lang)
        self.yes[talk.sender_id] = {"en": "Yes, it is mine", "fr": "Oui, il est à moi"}[lang]
        if facts:
            self.store.confirm(talk.person_id, "told", facts, [], state={}, revision=0)
        return talk

    async def enters(self, here, there):
        """Someone makes a code there and types it here."""
        return await self.joiner.answer(here.sender_id, await self.joiner.make(there.sender_id))

    async def joins(self, here, there):
        """The same, and whoever typed it says that the other device is theirs."""
        return await self.presses(here, await self.enters(here, there), self.yes[here.sender_id])

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
    reply = await world.joins(here, there)
    assert reply.lang == "fr"
    assert "29" in reply.text
    assert world.profile(here) == {"age": 29}


async def test_what_was_told_here_goes_to_a_device_where_nothing_was_told(world):
    here, there = world.talk(age=31), world.talk()
    await world.joins(here, there)
    assert world.profile(there) == world.profile(here) == {"age": 31}


@pytest.mark.parametrize("told", [{}, {"age": 31}])
@pytest.mark.parametrize("of_the_other", [{}, {"age": 31}, {"age": 60}])
async def test_whoever_only_follows_a_link_with_a_code_gives_nothing_away(world, told, of_the_other):
    victim, attacker = world.talk(**told), world.talk(**of_the_other)
    reply = await world.enters(victim, attacker)
    assert world.profile(attacker) == of_the_other
    assert world.store.person_of(attacker.sender_id) != world.store.person_of(victim.sender_id)
    assert "A web page, on " in reply.text, "the other device is named"
    assert re.search(r"\d\d:\d\d UTC", reply.text), "and the hour"
    await world.presses(victim, reply, "Change nothing")
    assert world.store.person_of(attacker.sender_id) != world.store.person_of(victim.sender_id)
    assert world.profile(attacker) == of_the_other


async def test_where_the_code_was_made_it_stands_which_device_was_joined(world):
    here, there = world.talk("fr"), world.talk(age=29)
    await world.joins(here, there)
    (message,) = world.store.said.messages(there.sender_id)
    assert "Une page web" in message.body["text"]
    assert [button["title"] for button in message.body["buttons"]] == ["Mes appareils"]


async def test_devices_are_listed_and_ending_one_makes_it_a_strangers(world):
    here, there = world.talk(), world.talk(age=29)
    await world.joins(here, there)
    listed = await world.joiner.answer(there.sender_id, "", DEVICES)
    assert listed.text.count("A web page, since") == 1, "the others, not this one"
    (end,) = (button for button in listed.buttons if button.title.startswith("End: A web page"))
    ended = await world.joiner.answer(there.sender_id, "", end.payload)
    assert "No other device" in ended.text
    assert world.profile(there) == {"age": 29}
    with pytest.raises(UnknownConversation):
        world.store.person_of(here.sender_id)


async def test_nobody_ends_what_is_not_theirs(world):
    here, stranger = world.talk(), world.talk(age=29)
    await world.joiner.answer(here.sender_id, "", f"{PART}{stranger.sender_id}")
    assert world.profile(stranger) == {"age": 29}


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
