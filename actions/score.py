"""The result of the intake, from what has been told: the score line by line, or the programs."""

from __future__ import annotations

from dataclasses import replace

from actions.memory import Answering, Turn, store
from actions.points import about_points
from bot.dialogue.reached import rests_on
from bot.replies import words
from bot.replies.buttons import PICTURE
from bot.replies.charts import score_chart
from bot.replies.conversation import calculated
from bot.replies.eligibility import eligibility_reply
from bot.replies.reply import Reply
from bot.replies.score import beside_picture, in_full, score_reply
from express_entry.crs import score
from express_entry.programs import eligibilities
from express_entry.renewal import lapsed, renewed


class ActionScore(Answering):
    """Says the score of today with every line, and keeps it."""

    called = "action_score"

    def reply(self, turn: Turn) -> Reply:
        """Calculate from the stored profile; nothing is guessed for what was not told.

        What explains one line says no more than that line.
        """
        if turn.intent == "explain_score" and (explained := about_points(turn)):
            return explained
        if unready := turn.not_ready("score"):
            return unready
        asked_again = turn.intent in ("show_score", "explain_score")
        if turn.state.goal == "eligibility" and not asked_again:
            programs = eligibilities(turn.profile, turn.today)
            return turn.on_levels(calculated(eligibility_reply(turn.lang, list(programs.values()))))
        breakdown = score(turn.profile, turn.today)
        earlier = store().scores(turn.person.id)
        before = earlier[-1].total if earlier else None
        if not earlier or earlier[-1].breakdown != breakdown.as_json():
            store().add_score(
                turn.person.id, turn.today, breakdown.rules.date, breakdown.total, breakdown.as_json()
            )
        with_valid = score(renewed(turn.profile), turn.today).total if lapsed(breakdown.lines) else None
        reply = calculated(
            score_reply(turn.lang, breakdown, before, with_valid, rests_on(turn.told, breakdown))
        )
        reply = turn.on_levels(reply)
        totals = {score(profile, turn.today).total for _, _, profile in turn.by_level}
        if len(totals) > 1:
            reply = reply.after(words(turn.lang)("score-by-level", low=min(totals), high=max(totals)))
        if turn.intent != "explain_score":
            return in_full(reply) if turn.everything else reply
        shown = beside_picture(reply) if turn.value == PICTURE else replace(reply, table=None)
        return replace(shown, image=turn.image(score_chart(turn.lang, breakdown)))

    def about(self, turn: Turn, reply: Reply) -> str | None:
        """The score, or the programs that the questions were asked for."""
        asked_again = turn.intent in ("show_score", "explain_score")
        return "ask_eligibility" if turn.state.goal == "eligibility" and not asked_again else "show_score"
