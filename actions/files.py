"""Files to keep (dossier, calendar, profile), and a profile pasted from such a file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.memory import entity, intent_of, person_of, say, store
from bot.dialogue.questions import orphans
from bot.dialogue.told import flatten
from bot.nlu.planning import names
from bot.papers import papers as files
from bot.replies.files import file_reply, imported, not_a_document, not_imported, nothing_for_a_file
from bot.replies.reply import FILES, File, Reply
from bot.store import Person, RevisionMoved
from express_entry.points import Because
from express_entry.profile import ProfileError, parse_profile

TRIES = 3
"""How often a profile is taken anew because another message of the person was confirmed meanwhile."""


class ActionFiles(Action):
    """Makes the file that was asked for, or takes the profile that was pasted."""

    def name(self) -> str:
        """The name by which Rasa calls it."""
        return "action_files"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[EventType]:
        """The file is kept in the store like a picture, and erased with the person."""
        person = person_of(tracker)
        text = str(tracker.latest_message.get("text") or "")
        if intent_of(tracker) == "import_file":
            say(dispatcher, _import(person, text, str(tracker.latest_message.get("message_id") or "")))
            return []
        kind = str(entity(tracker, "value") or _kind("" if text.startswith("/") else text))
        say(dispatcher, _export(person, tracker.sender_id, kind if kind in files.KINDS else files.KINDS[0]))
        return []


def _kind(text: str) -> str:
    return next((kind for kind in ("calendar", "profile") if names(text, kind)), "dossier")


def _export(person: Person, sender_id: str, kind: str) -> Reply:
    document, plan = store().profile(person.id), store().plan(person.id)
    if not document and not plan.get("dates"):
        return nothing_for_a_file(person.language)
    made = files.make(kind, files.Person(person.language, document, plan, date.today()))
    address = f"{FILES}{store().said.add_file(sender_id, made)}"
    return file_reply(person.language, kind, File(address, made.name, made.media_type))


def _import(person: Person, text: str, message_id: str) -> Reply:
    try:
        document = json.loads(text)
        profile = parse_profile(document, date.today())
    except json.JSONDecodeError as error:
        args = {"line": error.lineno, "column": error.colno}
        return not_a_document(person.language, Because("import-not-json", args))
    except (ValueError, RecursionError) as error:
        if isinstance(error, ProfileError):
            return not_imported(person.language, error.problems)
        return not_a_document(person.language, Because("import-empty"))
    answers = _answers(profile.document())
    if not answers:
        return not_a_document(person.language, Because("import-empty"))
    for attempt in range(TRIES):
        try:
            _keep(person, answers, f"{message_id}:import")
            break
        except RevisionMoved:
            if attempt == TRIES - 1:
                raise
    return imported(person.language, len(answers))


def _answers(document: Mapping[str, Any]) -> dict[str, Any]:
    """The document's values by the paths under which answers are kept."""
    answers = {path: value for path, value in document.items() if path != "spouse"}
    spouse = document.get("spouse", {})
    if spouse is None:
        return {**answers, "spouse": None}
    return answers | {f"spouse.{path}": value for path, value in spouse.items()}


def _keep(person: Person, answers: Mapping[str, Any], message_id: str) -> None:
    """Store the answers; what can no longer hold beside them is taken back."""
    kept = store().state(person.id)
    told = {**flatten(store().profile(person.id)), **answers}
    withdrawn = set(orphans(told)) - set(answers)
    store().confirm(
        person.id, message_id, answers, sorted(withdrawn), state=kept.document, revision=kept.revision
    )
