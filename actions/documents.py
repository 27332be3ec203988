"""The personal checklist: what to start first, stage by stage, and what the person has already."""

from __future__ import annotations

from actions.memory import Answering, Turn, store
from bot.dialogue import plans
from bot.nlu.planning import names
from bot.replies.conversation import calculated
from bot.replies.documents import about_reply, documents_reply, letter_reply, stage_reply
from bot.replies.reply import Reply
from express_entry.answers import for_intent
from express_entry.circumstances import QUESTIONS
from express_entry.documents import STAGES, checklist, entries


class ActionDocuments(Answering):
    """Answers from the stored profile and plan; a tick is kept before it is shown."""

    called = "action_documents"

    def reply(self, turn: Turn) -> Reply:
        """A button's wish, or what the message names."""
        what, _, rest = (turn.value or _wish(turn.text)).partition(":")
        if what == "letter":
            return letter_reply(turn.lang)
        if what in ("is", "not") and rest in QUESTIONS:
            store().change_plan(turn.person.id, lambda plan: plans.with_fact(plan, rest, what == "is"))
        if what in ("about", "is", "not"):
            return about_reply(turn.lang, vars(plans.around(turn.plan)))
        if what in ("have", "lack"):
            document, _, rest = rest.partition(":")
            if document in {entry.id for entry in entries()}:
                store().change_plan(turn.person.id, lambda plan: plans.ticked(plan, document, what == "have"))
        stage, _, start = rest.partition(":")
        return _list(turn, stage, int(start) if start.isdecimal() else 0)

    def remembered(self, turn: Turn, reply: Reply) -> str | None:
        """The answer in words to the same question."""
        answer = for_intent("ask_documents")
        return answer.id if answer is not None else None


def _wish(text: str) -> str:
    if names(text, "letter"):
        return "letter"
    return "stage:application:0" if names(text, "application") else ""


def _list(turn: Turn, stage: str, start: int) -> Reply:
    plan = turn.plan
    found = checklist(turn.profile, turn.today, plans.around(plan))
    if stage in STAGES:
        return stage_reply(turn.lang, found, stage, plans.having(plan), start)
    return calculated(documents_reply(turn.lang, found, plans.having(plan), bool(turn.document)))
