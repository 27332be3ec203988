"""``express-entry documents``: the personal checklist for a profile."""

from __future__ import annotations

import argparse
from typing import Any

from bot.commands.common import (
    WrongInput,
    circumstances,
    circumstances_options,
    day,
    options,
    read,
    source_as_json,
    sources_in_words,
    tell,
)
from bot.replies import Words, words
from bot.replies.documents import document_words
from bot.replies.reasons import reason
from express_entry.documents import LETTER, STAGES, Checklist, Document, checklist
from express_entry.profile import parse_profile
from express_entry.programs.requirements import DayBeforePrograms


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("documents", help=say("cli-help-documents"))
    parser.add_argument("profile", metavar="PROFILE", help=say("cli-help-profile"))
    options(parser, say)
    circumstances_options(parser, say)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    on, say = day(arguments), words(arguments.lang)
    profile = parse_profile(read(arguments.profile), on)
    try:
        found = checklist(profile, on, circumstances(arguments))
    except DayBeforePrograms as error:
        raise WrongInput(error.because) from None
    return tell(as_json(found, say), lambda told: in_words(told, say), arguments.json)


def as_json(found: Checklist, say: Words) -> dict[str, Any]:
    """The answer as the command line tells it."""
    return {
        "on": found.on.isoformat(),
        "start_first": [each.id for each in found.first],
        "documents": [_document(say, found, each) for each in found.needed],
        "perhaps": [_document(say, found, each) for each in found.perhaps],
        "reference_letter": [say(f"letter-{part}").removeprefix("- ") for part in LETTER],
    }


def _document(say: Words, found: Checklist, document: Document) -> dict[str, Any]:
    name, issuer, note = document_words(say, found, document)
    return {
        "id": document.id,
        "stage": document.stage,
        "name": name,
        "from": issuer,
        "note": note,
        "because": [reason(say, because) for because in document.because],
        "missing": list(document.missing),
        "takes_weeks": None if document.takes is None else [document.takes.least, document.takes.most],
        "valid_until": None if document.valid_until is None else document.valid_until.isoformat(),
        "certainty": document.certainty,
        "source": source_as_json(document.source, say.lang),
    }


def in_words(answer: dict[str, Any], say: Words) -> str:
    """The answer as text for people."""
    documents = answer["documents"]
    names = {each["id"]: each["name"] for each in documents}
    texts = [say("cli-documents-first"), *(f"   {names[each]}" for each in answer["start_first"]), ""]
    for stage in STAGES:
        texts.append(say(f"cli-documents-{stage}"))
        for each in documents:
            if each["stage"] == stage:
                texts.append(f"   [ ] {each['name']} ({each['from']})\n       {each['note']}")
    if answer["perhaps"]:
        texts += ["", say("cli-documents-perhaps"), *(f"   [?] {each['name']}" for each in answer["perhaps"])]
    return "\n".join([*texts, "", sources_in_words(say, documents)])
