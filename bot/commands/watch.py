"""``express-entry watch``: asks the official pages that the data names, and tells what must be read again."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from bot.commands.common import ANSWERED, FAILED, WrongInput, tell
from bot.languages import LANGUAGES
from bot.replies import Words, words
from bot.settings import Settings
from bot.sources import addresses
from bot.sources.addresses import Named, Use
from bot.sources.watched import Finding
from express_entry.points import Because

if TYPE_CHECKING:
    from bot.sources.watch import Watched

LINKS = "links"


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("watch", help=say("cli-help-watch"))
    parser.add_argument("--only", choices=(LINKS,), help=say("cli-help-watch-only"))
    parser.add_argument("--of", action="append", metavar="NAME", help=say("cli-help-watch-of"))
    parser.add_argument("--json", action="store_true", help=say("cli-help-json"))
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help=say("cli-help-lang"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Ask; exit 1 where a person must look at something."""
    from tqdm import tqdm

    from bot.sources.watch import watch

    settings, named = Settings.from_environment(), addresses.addresses()
    found = watch(
        settings.data_dir,
        named,
        only=_chosen(named, arguments.of),
        only_links=arguments.only == LINKS,
        progress=partial(tqdm, unit="", disable=None),  # shown on terminals only
    )
    tell(_as_json(found), lambda answer: in_words(answer, words(arguments.lang)), arguments.json)
    return FAILED if found.findings else ANSWERED


def _chosen(named: Named, names: list[str] | None) -> list[str]:
    """The addresses on which the named answers, figures and pages rest; all unless any is named.

    Raises:
        WrongInput: nothing has that name.
    """
    known = {use.name for uses in named.values() for use in uses}
    for name in names or ():
        if name not in known:
            raise WrongInput(Because("watch-unknown", {"name": name}))
    return [url for url, uses in named.items() if not names or any(use.name in names for use in uses)]


def _as_json(found: Watched) -> dict[str, Any]:
    return {
        "asked": found.asked,
        "answered": found.answered,
        "findings": [finding_as_json(each) for each in found.findings],
    }


def finding_as_json(found: Finding) -> dict[str, Any]:
    """A finding as the command line tells it."""
    return {
        "what": found.what,
        "url": found.url,
        "since": found.since and found.since.isoformat(),
        "to": found.to,
        "trouble": found.trouble,
        "status": found.status,
        "uses": [_use_as_json(use) for use in found.uses],
    }


def _use_as_json(use: Use) -> dict[str, Any]:
    return {"kind": use.kind, "name": use.name, "checked": use.checked and use.checked.isoformat()}


def in_words(answer: dict[str, Any], say: Words) -> str:
    """What a run found, in words."""
    if answer["asked"] and not answer["answered"]:
        return say("watch-offline", asked=answer["asked"])
    parts = [say("watch-asked", asked=answer["asked"], found=len(answer["findings"]))]
    for found in answer["findings"]:
        parts.append("\n".join((line(found, say), f"  {found['url']}", *_used_by(found["uses"], say))))
    return "\n\n".join(parts)


def line(found: dict[str, Any], say: Words) -> str:
    """What happened to an address, as one line."""
    if found["what"] == "moved":
        return say("watch-moved", to=found["to"])
    since = date.fromisoformat(found["since"])
    trouble = found["trouble"] or "none"
    return say(f"watch-{found['what']}", date=since, trouble=trouble, status=str(found["status"] or ""))


def _used_by(uses: list[dict[str, Any]], say: Words) -> Iterable[str]:
    kinds: dict[str, list[str]] = {}
    for use in uses:
        kinds.setdefault(use["kind"], []).append(use["name"])
    return (f"  {say('watch-uses', kind=kind, names=', '.join(names))}" for kind, names in kinds.items())
