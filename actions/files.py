"""Files to keep (dossier, calendar, profile), and a profile pasted from such a file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from actions.memory import Answering, Turn, store
from bot.dialogue.questions import orphans
from bot.dialogue.told import flatten
from bot.nlu.planning import names
from bot.papers import KINDS
from bot.replies.files import file_reply, imported, not_a_document, not_imported, nothing_for_a_file
from bot.replies.reply import FILES, File, Reply
from bot.store import RevisionMoved
from express_entry.points import Because
from express_entry.profile import ProfileError, parse_profile

TRIES = 3
"""How often a profile is taken anew because another message of the person was confirmed meanwhile."""


class ActionFiles(Answering):
    """Makes the file that was asked for, or takes the profile that was pasted."""

    called = "action_files"

    def reply(self, turn: Turn) -> Reply:
        """The file is kept in the store like a picture, and erased with the person."""
        if turn.intent == "import_file":
            return _import(turn)
        kind = turn.value or _kind(turn.text)
        return _export(turn, kind if kind in KINDS else KINDS[0])


def _kind(text: str) -> str:
    return next((kind for kind in ("calendar", "profile") if names(text, kind)), "dossier")


def _export(turn: Turn, kind: str) -> Reply:
    from bot.papers import papers

    plan = turn.plan
    if not turn.document and not plan.get("dates"):
        return nothing_for_a_file(turn.lang)
    made = papers.make(kind, papers.Holder(turn.lang, turn.document, plan, turn.today, turn.published))
    address = f"{FILES}{store().said.add_file(turn.sender_id, made)}"
    return file_reply(turn.lang, kind, File(address, made.name, made.media_type))


def _import(turn: Turn) -> Reply:
    try:
        document = json.loads(turn.text)
        profile = parse_profile(document, turn.today)
    except json.JSONDecodeError as error:
        args = {"line": error.lineno, "column": error.colno}
        return not_a_document(turn.lang, Because("import-not-json", args))
    except (ValueError, RecursionError) as error:
        if isinstance(error, ProfileError):
            return not_imported(turn.lang, error.problems)
        return not_a_document(turn.lang, Because("import-empty"))
    answers = _answers(profile.document())
    if not answers:
        return not_a_document(turn.lang, Because("import-empty"))
    for attempt in range(TRIES):
        try:
            _keep(turn, answers)
            break
        except RevisionMoved:
            if attempt == TRIES - 1:
                raise
    return imported(turn.lang, len(answers))


def _answers(document: Mapping[str, Any]) -> dict[str, Any]:
    """The document's values by the paths under which answers are kept."""
    answers = {path: value for path, value in document.items() if path != "spouse"}
    spouse = document.get("spouse", {})
    if spouse is None:
        return {**answers, "spouse": None}
    return answers | {f"spouse.{path}": value for path, value in spouse.items()}


def _keep(turn: Turn, answers: Mapping[str, Any]) -> None:
    """Store the answers; what can no longer hold beside them is taken back."""
    person_id = turn.person.id
    kept = store().state(person_id)
    told = {**flatten(store().profile(person_id)), **answers}
    withdrawn = sorted(set(orphans(told)) - set(answers))
    message_id = f"{turn.message_id}:import"
    store().confirm(person_id, message_id, answers, withdrawn, state=kept.document, revision=kept.revision)
