"""A long random walk through the running program: whatever people do, no dead end and nothing lost.

Each walk is one conversation. After every step the answers that the store would export are compared with a
model that only knows what was told, and every reply is looked at as a reader would.
"""

import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, note, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot.dialogue.questions import open_options, question, questions
from bot.dialogue.reading.studies import STUDIED_IN_CANADA
from bot.dialogue.state import under_way
from bot.dialogue.told import LISTS, PARTS, known, listed
from bot.nlu.language import language_of
from bot.replies import messages
from express_entry.language import TESTS
from express_entry.yaml_files import read_yaml
from tests.helpers import ROOT
from tests.helpers.visitor import Visitor

pytestmark = pytest.mark.program

WALKS, STEPS = int(os.environ.get("WALKS", "80")), 50
"""More than 3,000 steps, since some walks are short. ``WALKS=0``: none; ``WALK_SEED=7``: others."""
SEED = os.environ.get("WALK_SEED")
SAYINGS = read_yaml(Path(__file__).parent / "walk.yml")
DATA_URLS = {
    found
    for path in (ROOT / "data").rglob("*.yml")
    for found in re.findall(r"https?://[^\s\"'<>]+", path.read_text(encoding="utf-8"))
}
"""An occupation's official page stands there once for all, with ``{code}`` for its code."""
MESSAGE_IDS = {name for name, _ in messages("en") if name.count("-") > 1}
LEAKS = re.compile(r"[{}]|\$[a-z]|\bNone(?! of these|, or less)|Traceback|utter_|action_|\bnull\b")
OUT_OF_A_LOOP = {"skip", "help", "deny", "change_answer", "start", "settle", "affirm"}
PARTNERED, SINGLE = ("married", "common_law"), ("never_married", "separated", "divorced", "widowed")
NOT_PRESSED = ("delete_data", "save", "retry")
"""Buttons that erase the conversation, or take over what was only supposed: other tests press them."""
NOTHING = {"job_offer": None, "second_language": None, "canadian_education": "none"}
"""What is told of those of several things that do not hold; of all others it is no."""
ANY = st.integers(0, 10_000)
talked = {"steps": 0}


def of_one(choices, number):
    return choices[number % len(choices)]


class Told:
    """What was told, by path, as a person would remember it."""

    def __init__(self):
        self.facts = {}
        self.open = set()
        """What may hold or not: a Canadian diploma, after the highest one became another."""

    def tell(self, facts):
        for new, old in (("age", "birth_date"), ("birth_date", "age")):
            if new in facts:
                self.facts.pop(old, None)
        self.facts.update(facts)
        self._drop_orphans()

    def tell_in_words(self, facts):
        """Where another diploma is from is open again."""
        if facts.get("education") not in (None, self.facts.get("education")) and "education" in self.facts:
            self.facts.pop("education_country_is_canada", None)
        self.tell(facts)

    def _drop_orphans(self):
        for entry in questions():
            if not self.accepts(entry):
                self.facts.pop(entry.fact, None)

    def tell_test(self, path, test):
        """A whole test; two tests of one language are never held."""
        second = self.facts.get("second_language")
        same = second and TESTS[second["test"]].language == TESTS[test["test"]].language
        if path == "first_language" and same:
            del self.facts["second_language"]
        self.tell({path: test})

    def press(self, asked, value):
        """The button ``value`` of the question ``asked``."""
        if asked.fact == "education" and "canadian_education" in self.facts:
            self.open.add("canadian_education")
        if value in TESTS:
            if (self.facts.get(asked.fact) or {}).get("test") not in (None, value):
                del self.facts[asked.fact]
        elif asked.kind == "test" or (asked.kind == "date" and value == "none"):
            self.tell({asked.fact: None})
        elif asked.fact == "job_offer":
            self.tell({"job_offer": {} if value else None})
        elif asked.fact == "job_offer.noc":
            self.tell({"job_offer": {**(self.facts.get("job_offer") or {}), "noc": value}})
        elif isinstance(value, str) and value in asked.tells:
            self.tell(asked.tells[value])
            self._studied_in_canada()
        else:
            self.tell({asked.fact: value})
            for path, implied in asked.unless_told.items():
                if path not in self.facts and question(path).fits(self.facts):
                    self.tell({path: implied})
            self._studied_in_canada()

    def name_some(self, asked, facts):
        """Who names some of several things that may hold has none of the others; a paper may come yet."""
        for option in open_options(asked, {**self.facts, **facts}):
            if option.kind != "date":
                self.tell({option.fact: NOTHING.get(option.fact, False)})

    def _studied_in_canada(self):
        """The highest diploma, where it is from Canada, is a Canadian one, too."""
        level = self.facts.get("education")
        if self.facts.get("education_country_is_canada") and level in STUDIED_IN_CANADA:
            self.facts["canadian_education"] = STUDIED_IN_CANADA[level]

    def accepts(self, asked):
        """Whether an answer to ``asked`` fits what was told (what does not is asked about, or left out)."""
        barred = any(self.facts.get(path) in values for path, values in asked.unless.items())
        fits = all(self.facts[path] in allowed for path, allowed in asked.when.items() if path in self.facts)
        return fits and not barred


class Walk(RuleBasedStateMachine):
    """One conversation."""

    def __init__(self, server):
        super().__init__()
        self.talk = Visitor(server, "en")
        self.told = Told()
        self.asked_before, self.times_asked = "", 0
        self.sent = 0
        self.last = None
        self.fresh = False

    # What people do

    def send(self, document):
        self.sent += 1
        self.last = {**document, "id": f"walk-{self.sent}"}
        self.talk.send(self.last)
        self.fresh = True
        note(f"> {document.get('text') or self.pressed}\n{self.talk.text}")

    def say(self, text):
        self.send({"text": text})

    def press(self, button):
        """Press a button that may be pressed, and remember what that tells."""
        payload = self.payload(button)
        intent, brace, rest = payload.lstrip("/").partition("{")
        told = json.loads(brace + rest) if brace else {}
        asked, value = question(told.get("question")), told.get("value")
        if payload.startswith("@") or intent in NOT_PRESSED:
            return
        grouped = asked is not None and asked.kind == "choice" and "," in str(value)  # asks which of some
        if intent in ("choose", "ask_noc") and asked is not None and value != "?" and not grouped:
            if not self.told.accepts(asked) or value in ("ancien_score", "699"):
                return
            if asked.kind == "test" and value == "none" and asked.fact in self.state.drafts:
                return
            self.told.press(asked, value)
        elif intent == "settle":
            self.told.tell({told["question"]: value})
        elif intent == "affirm" and told.get("question") == self.state.place == "confirm_restart":
            self.told = Told()
        self.pressed = button["title"]
        self.send({"button": button["button"]})

    def payload(self, button):
        return self.talk.server.store.said.button(button["button"], self.talk.sender).payload

    @property
    def state(self):
        return self.talk.state

    @property
    def lang(self):
        return self.talk.person.language

    @property
    def sayings(self):
        return SAYINGS[self.lang]

    @rule(number=ANY)
    def press_a_button(self, number):
        now = [button for message in self.talk.said for button in message.get("buttons", [])]
        if now:
            self.press(of_one(now, number))

    @rule(number=ANY)
    def press_an_answer(self, number):
        now = [button for button in self.talk.said[-1].get("buttons", []) if not button.get("minor")]
        if now:
            self.press(of_one(now, number))

    @rule(number=ANY)
    def press_late(self, number):
        self.press(of_one(self.talk.shown, number))

    @rule(number=ANY)
    def answer_in_words(self, number):
        state = self.state
        asked = question(state.question) if state.stage == "asking" else None
        if asked is None or (asked.kind == "test" and self.draft(asked)):
            return
        known = self.sayings["answers"].get(asked.id)
        if known:
            text, facts = of_one(known, number)
            self.say(text)
            self.told.tell_in_words(facts)

    def draft(self, asked):
        return self.state.drafts.get(asked.fact) if asked is not None else None

    @precondition(lambda self: self.draft(question(self.state.question)))
    @rule()
    def tell_four_scores(self):
        state = self.state
        asked = question(state.question)
        draft = self.draft(asked)
        if state.stage == "asking" and set(draft) <= {"test", "date"} and "test" in draft:
            text, scores = self.sayings["scores"][draft["test"]]
            self.say(text)
            self.told.tell_test(asked.fact, {**draft, **scores})

    @rule(number=ANY)
    def tell_something_else(self, number):
        asked = question(self.state.question)
        if asked is None or not asked.fact.startswith("spouse."):
            text, facts = of_one(self.sayings["facts"], number)
            self.say(text)
            if asked is not None and facts.keys() & set(asked.choices):
                self.told.name_some(asked, facts)
            self.told.tell_in_words(facts)

    @rule(number=ANY)
    def tell_the_impossible(self, number):
        if self.told.facts.get("marital_status") in PARTNERED:
            self.say(of_one(self.sayings["impossible"], number))

    @precondition(lambda self: self.told.facts.get("marital_status") in SINGLE)
    @rule(is_true=st.booleans())
    def contradict(self, is_true):
        if self.state.stage != "asking":
            return
        text, facts = self.sayings["contradiction"]
        self.say(text)
        assert self.state.place == "doubt:marital_status"
        (doubt,) = self.state.doubts
        pressed = doubt.readings[1] if is_true else doubt.readings[0]
        buttons = self.talk.said[-1]["buttons"]
        self.pressed = pressed
        self.send({"button": buttons[doubt.readings.index(pressed)]["button"]})
        if is_true:
            self.told.tell({"marital_status": pressed, **facts})

    @rule(number=ANY)
    def interrupt(self, number):
        self.say(of_one(self.sayings["questions"], number))

    @rule(number=ANY)
    def steer(self, number):
        self.say(of_one(self.sayings["commands"], number))

    @rule(number=ANY)
    def talk_nonsense(self, number):
        self.say(of_one(self.sayings["nonsense"], number))

    @rule(number=ANY, sure=st.booleans())
    def begin_again(self, number, sure):
        self.say(of_one(self.sayings["restart"], number))
        if self.state.place == "confirm_restart":
            self.press(self.talk.said[-1]["buttons"][0 if sure and number % 3 == 0 else 1])

    @rule(number=ANY)
    def switch_language(self, number):
        before = self.lang
        self.say(of_one(self.sayings["language"], number))
        assert self.lang != before

    @precondition(lambda self: self.last)
    @rule()
    def send_it_twice(self):
        said = self.talk.said
        self.talk.send(self.last)
        assert self.talk.said == said
        self.fresh = False

    # What then holds

    @invariant()
    def nothing_told_is_lost_and_nothing_else_is_kept(self):
        now = self.talk.told
        derived = {path for path, value in listed(now).items() if value is None} | self.told.open
        told = {path: value for path, value in known(now).items() if path not in (*PARTS, *LISTS, *derived)}
        assert told == {path: value for path, value in self.told.facts.items() if path not in derived}
        talked["steps"] += 1

    @invariant()
    def there_is_an_answer_and_a_way_on(self):
        assert self.talk.said
        assert all(message["text"].strip() for message in self.talk.said)
        if under_way(self.state):
            last = self.talk.said[-1]
            assert last.get("buttons") or "?" in last["text"]

    @invariant()
    def no_question_goes_round_in_circles(self):
        if not self.fresh:
            return
        last = self.talk.said[-1]
        question_now = last["text"].rsplit("\n\n", 1)[-1]
        self.times_asked = self.times_asked + 1 if question_now == self.asked_before else 1
        self.asked_before, self.fresh = question_now, False
        if self.times_asked > 2 and under_way(self.state):
            offered = {re.split("[{ ]", self.payload(b).lstrip("/"))[0] for b in last.get("buttons", [])}
            assert offered & OUT_OF_A_LOOP

    @invariant()
    def every_reply_is_in_the_language_of_the_person(self):
        for message in self.talk.said:
            assert message["lang"] == self.lang
            if len(message["text"].split()) > 6:
                assert language_of(message["text"], self.lang) == self.lang

    @invariant()
    def every_sentence_is_finished(self):
        for message in self.talk.said:
            shown = [message["text"], *(button["title"] for button in message.get("buttons", []))]
            for text in shown:
                assert not LEAKS.search(text)
                assert not MESSAGE_IDS & set(re.findall(r"[\w-]+", text))

    @invariant()
    def every_link_stands_in_the_data(self):
        for message in self.talk.said:
            linked = re.findall(r"\]\((https?://[^)]+)\)", message["text"])
            for url in [*linked, *(source["url"] for source in message.get("sources", []))]:
                assert re.sub(r"(?<=[?&]code=)\d{5}(?=&)", "{code}", url) in DATA_URLS


@pytest.mark.skipif(not WALKS, reason="WALKS=0")
def test_a_random_walk_finds_no_dead_end(busy_server):
    talked["steps"] = 0

    def walk():
        return Walk(busy_server)

    run_state_machine_as_test(
        walk if SEED is None else seed(int(SEED))(walk),
        settings=settings(
            max_examples=WALKS,
            stateful_step_count=STEPS,
            derandomize=SEED is None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )

    assert talked["steps"] >= WALKS * STEPS * 0.75
