"""Going on elsewhere: codes that are typed, and what becomes of two profiles."""

import re

import pytest

from bot.alerts.sending import Blocked
from bot.channels import joining as module
from bot.channels.joining import PART, TRIES, Joiner, TooManyCodes
from bot.replies.buttons import CODE, DEVICES
from bot.store import Store, UnknownConversation, make_engine
from bot.store.joining import Joining, code_in
from tests.helpers.messenger import Messenger


class World:
    """A joiner, and people who talk to it."""

    def __init__(self, database):
        self.database, self.store = database, Store(database)
        self.yes = {}
        self.joiner = Joiner(self.store, Joining(make_engine(database), "s" * 32))

    def talk(self, lang="en", channel="web", **facts):
        talk = self.store.open_conversation(channel, lang)
        self.yes[talk.sender_id] = {"en": "Yes, it is mine", "fr": "Oui, il est à moi"}[lang]
        if facts:
            self.store.confirm(talk.person_id, "told", facts, [], state={}, revision=0)
        return talk

    async def enters(self, here, there):
        """Someone makes a code there and types it here."""
        return await self.joiner.answer(here.sender_id, await self.joiner.make(there.sender_id))

    async def wishes(self, here, there):
        """The same, and whoever typed it says that the other device is theirs."""
        return await self.presses(here, await self.enters(here, there), self.yes[here.sender_id])

    async def joins(self, here, there):
        """The same, and whoever made the code says so, too."""
        await self.wishes(here, there)
        return await self.agrees(there, self.yes[there.sender_id])

    async def agrees(self, talk, title):
        """Press a button under the last message that stands in a conversation."""
        button = next(each for each in self.standing(talk)["buttons"] if each["title"] == title)
        payload = self.store.said.button(button["button"], talk.sender_id).payload
        return await self.joiner.answer(talk.sender_id, "", payload)

    def standing(self, talk):
        """The last message of a conversation, as it is kept."""
        return self.store.said.messages(talk.sender_id)[-1].body

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


async def test_a_code_brings_the_profile_to_an_empty_conversation_once_both_have_said_yes(world):
    here, there = world.talk("fr"), world.talk("en", age=29)
    waiting = await world.wishes(here, there)
    assert "Une page web" in waiting.text
    assert "29" not in waiting.text
    assert world.profile(here) == {}, "whoever made the code has not been asked yet"
    reply = await world.agrees(there, "Yes, it is mine")
    assert reply.lang == "en"
    assert "29" in reply.text
    assert world.profile(here) == {"age": 29}


async def test_whoever_made_the_code_is_asked_by_device_and_hour_and_may_say_no(world):
    thief, owner = world.talk(), world.talk(age=29)
    await world.wishes(thief, owner)
    question = world.standing(owner)
    assert "Your code was entered on another device: A web page, on " in question["text"]
    assert re.search(r"\d\d:\d\d UTC", question["text"])
    await world.agrees(owner, "Change nothing")
    assert world.profile(thief) == {}
    assert world.store.person_of(thief.sender_id) != world.store.person_of(owner.sender_id)


async def test_whoever_has_told_something_elsewhere_sees_nothing_of_the_codes_maker_before_they_agree(world):
    thief, owner = world.talk(age=60), world.talk(age=64)
    assert "64" not in (await world.enters(thief, owner)).text
    assert "64" not in (await world.wishes(thief, owner)).text
    assert world.profile(thief) == {"age": 60}


async def test_on_telegram_the_question_is_sent_there(world):
    telegram = Messenger()
    world.joiner = Joiner(world.store, Joining(make_engine(world.database), "s" * 32), telegram=telegram)
    here, there = world.talk(), world.talk(age=29, channel="telegram")
    await world.wishes(here, there)
    ((chat, question),) = telegram.delivered
    assert chat == there.sender_id
    assert [button.title for button in question.buttons] == ["Yes, it is mine", "Change nothing"]


@pytest.mark.parametrize("problem", [Blocked(), OSError("no network")])
async def test_where_the_other_device_cannot_be_asked_nothing_is_joined(world, problem):
    telegram = Messenger(problem)
    world.joiner = Joiner(world.store, Joining(make_engine(world.database), "s" * 32), telegram=telegram)
    here, there = world.talk(), world.talk(age=29, channel="telegram")
    assert "not any more" in (await world.wishes(here, there)).text
    assert world.profile(here) == {}


async def test_what_the_maker_of_a_code_is_asked_ends_with_its_time(world, monkeypatch):
    here, there = world.talk(), world.talk(age=29)
    question = await world.enters(here, there)
    monkeypatch.setattr(module, "VALID", -module.VALID)
    await world.presses(here, question, "Yes, it is mine")
    assert "not any more" in (await world.agrees(there, "Yes, it is mine")).text
    assert world.profile(here) == {}


async def test_what_was_told_here_goes_to_a_device_where_nothing_was_told(world):
    here, there = world.talk(age=31), world.talk()
    await world.wishes(here, there)
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


async def test_where_nothing_was_told_it_stands_which_device_was_joined(world):
    here, there = world.talk("fr", age=29), world.talk()
    await world.wishes(here, there)
    message = world.standing(there)
    assert "Une page web" in message["text"]
    assert [button["title"] for button in message["buttons"]] == ["Mes appareils"]


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
    await world.wishes(here, there)
    text = world.standing(there)["text"]
    assert "31" in text.partition("**Here**")[0]
    assert "29" in text.partition("**Here**")[2]
    assert "brother" not in text, "what is the same on both is not listed"
    assert "erased" in text
    assert (world.profile(here)["age"], world.profile(there)["age"]) == (31, 29), "nothing happened yet"


@pytest.mark.parametrize(
    ("title", "here_after", "there_after"),
    [("The other device’s", 31, 31), ("Those from here", 29, 29), ("Change nothing", 31, 29)],
)
async def test_whoever_made_the_code_decides_which_profile_holds(world, title, here_after, there_after):
    here, there = world.talk(age=31), world.talk(age=29)
    await world.wishes(here, there)
    buttons = {each["title"]: each["button"] for each in world.standing(there)["buttons"]}
    payload = world.store.said.button(buttons[title], there.sender_id).payload
    for _ in range(2):  # pressing twice changes nothing more
        assert (await world.joiner.answer(there.sender_id, "", payload)).text
        assert (world.profile(here)["age"], world.profile(there)["age"]) == (here_after, there_after)


async def test_the_choice_ends_with_the_code(world, monkeypatch):
    here, there = world.talk(age=31), world.talk(age=29)
    monkeypatch.setattr(module, "VALID", -module.VALID)
    question = await world.enters(here, there)
    reply = await world.presses(here, question, "Yes, it is mine")
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
