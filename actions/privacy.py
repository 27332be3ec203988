"""A person's data: what is kept, for how long, and their say in it."""

from __future__ import annotations

from actions.memory import Answering, Turn, store
from bot.replies import conversation as replies
from bot.replies.reply import Reply
from bot.settings import Settings


class ActionPrivacy(Answering):
    """Shows what is kept, and gives or withdraws consent. Erasing is the intake's, since it asks first."""

    called = "action_privacy"

    def reply(self, turn: Turn) -> Reply:
        """Do what was asked, in the store before it is said."""
        person, months = turn.person, Settings.from_environment().keep_months
        if turn.intent == "consent_give":
            store().give_consent(person.id)
            return replies.consent(turn.lang, given=True, months=months)
        if turn.intent == "consent_withdraw":
            store().withdraw_consent(person.id)
            return replies.consent(turn.lang, given=False, months=months)
        if turn.intent == "export_data":
            return replies.everything_kept(turn.lang, person.id, turn.told)
        return replies.privacy(turn.lang, person.id, not person.ephemeral, months)
