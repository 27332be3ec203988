"""The result of the intake, from what has been told: the score line by line, or the programs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.memory import intent_of, person_of, say, state_of, store
from bot.replies.charts import score_chart
from bot.replies.conversation import calculated
from bot.replies.eligibility import eligibility_reply
from bot.replies.reply import PICTURES, Image
from bot.replies.score import nothing_told, score_reply
from express_entry.crs import score
from express_entry.profile import parse_profile
from express_entry.programs import eligibilities


class ActionScore(Action):
    """Says the score of today with every line, and keeps it."""

    def name(self) -> str:
        """The name by which Rasa calls it."""
        return "action_score"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[EventType]:
        """Calculate from the stored profile; nothing is guessed for what was not told."""
        who = person_of(tracker)
        document = store().profile(who.id)
        if not document:
            say(dispatcher, nothing_told(who.language))
            return []
        today = date.today()
        asked_again = intent_of(tracker) in ("show_score", "explain_score")
        if state_of(who)[0].goal == "eligibility" and not asked_again:
            programs = eligibilities(parse_profile(document), today)
            say(dispatcher, calculated(eligibility_reply(who.language, list(programs.values()))))
            return []
        breakdown = score(parse_profile(document), today)
        earlier = store().scores(who.id)
        before = earlier[-1].total if earlier else None
        if not earlier or earlier[-1].breakdown != breakdown.as_json():
            store().add_score(who.id, today, breakdown.rules.date, breakdown.total, breakdown.as_json())
        reply = calculated(score_reply(who.language, breakdown, before))
        if intent_of(tracker) == "explain_score":
            drawn = score_chart(who.language, breakdown)
            picture = store().said.add_picture(tracker.sender_id, drawn.png)
            reply = replace(reply, image=Image(f"{PICTURES}{picture}", drawn.alt))
        say(dispatcher, reply)
        return []
