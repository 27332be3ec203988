"""``express-entry facts check``: figures and answers by the age of their last check, and what is wrong."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from bot.commands.common import ANSWERED, FAILED, WrongInput, day, options, tell
from bot.replies import Words, words
from bot.replies.crs import line_name
from bot.settings import Settings
from bot.sources.addresses import addresses
from bot.sources.audit import OLD_AFTER_DAYS, Fault, all_checked, by_age, counts, parity, problems
from bot.sources.watched import Finding, Seen, findings, seen
from express_entry.figures import differing
from express_entry.parameters import load, parameters
from express_entry.points import Because
from express_entry.rule_changes import days_that_differ

CHECK, DIFFER, REFRESH = "check", "differ", "refresh"
SHOWN = 15


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("facts", help=say("cli-help-facts"))
    parser.add_argument("what", choices=(CHECK, DIFFER, REFRESH), help=say("cli-help-facts-what"))
    parser.add_argument("folder", nargs="?", type=Path, help=say("cli-help-facts-folder"))
    options(parser, say)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Look over everything; exit 1 where something cannot stand."""
    on, say = day(arguments), words(arguments.lang)
    if arguments.what == DIFFER:
        return _differ(arguments, say)
    if arguments.what == REFRESH:
        return _refresh(on, arguments, say)
    named = addresses()
    asked = {url: page for url, page in seen(Settings.from_environment().data_dir).items() if url in named}
    noticed = findings(named, asked)
    wrong = problems(on)  # languages are compared once everything can be read
    found = [*(wrong or parity()), *_dead(noticed, say)]
    looked_at = all_checked(on)
    checked = [{**asdict(entry), "age_days": entry.age(on)} for entry in looked_at]
    answer = {
        "as_of": on.isoformat(),
        "problems": [asdict(problem) for problem in found],
        "languages": {} if wrong else counts(),
        "by_age": [{"days": days, **row} for days, row in by_age(looked_at, on).items()],
        "old": sum(entry["age_days"] > OLD_AFTER_DAYS for entry in checked),
        "checked": [{**entry, "checked": entry["checked"].isoformat()} for entry in checked],
        "addresses": _addresses(asked, noticed),
    }
    tell(answer, lambda shown: _in_words(say, shown), arguments.json)
    return FAILED if found else ANSWERED


def _differ(arguments: argparse.Namespace, say: Words) -> int:
    """Tell the days that score differently by the project's rules than by those of another folder."""
    folder: Path | None = arguments.folder
    if folder is None or not (folder / "crs").is_dir():
        raise WrongInput(Because("facts-differ-folder", {"folder": str(folder or "")}))
    spans = [asdict(span) for span in days_that_differ(load(folder), parameters())]
    return tell(json.loads(json.dumps(spans, default=str)), partial(_spans_in_words, say), arguments.json)


def _refresh(on: date, arguments: argparse.Namespace, say: Words) -> int:
    """Look at official fees and processing times; exit 1 where one differs from the data or cannot be had."""
    from bot.sources.official import refresh

    found = refresh(Settings.from_environment().data_dir)
    other = differing(found.published, on)
    answer = {
        "published": [{**asdict(each), "differs": each in other} for each in found.published],
        "problems": list(found.problems),
    }
    tell(json.loads(json.dumps(answer, default=str)), partial(_published_in_words, say), arguments.json)
    return FAILED if found.problems or other else ANSWERED


def _published_in_words(say: Words, answer: dict[str, Any]) -> str:
    lines = [
        say(
            "facts-differs" if each["differs"] else "facts-agrees",
            names=" + ".join(each["figures"]),
            value=str(each["value"]),
            date=date.fromisoformat(each["checked"]),
        )
        for each in answer["published"]
    ]
    return "\n".join((*lines, *answer["problems"]))


def _spans_in_words(say: Words, spans: list[dict[str, Any]]) -> str:
    lines = []
    for span in spans:
        tables = ", ".join(_table_name(say, name) for name in span["names"])
        since, until = (span[end] and date.fromisoformat(span[end]) for end in ("since", "until"))
        message = "facts-differ-span" if until else "facts-differ-from"
        lines.append(say(message, since=since, until=until or since, tables=tables))
    return "\n".join((say("facts-differ"), *lines) if lines else (say("facts-differ-none"),))


def _table_name(say: Words, name: str) -> str:
    return say("facts-differ-caps") if name == "caps" else line_name(say, name)


def _dead(noticed: list[Finding], say: Words) -> list[Fault]:
    """References to pages that are gone."""
    return [
        Fault(each.url, say("facts-dead", date=each.since, names=", ".join(use.name for use in each.uses)))
        for each in noticed
        if each.what == "gone" and each.since is not None
    ]


def _addresses(asked: Mapping[str, Seen], noticed: list[Finding]) -> dict[str, Any] | None:
    """How many addresses the last ``watch`` found in which state; None if there was none."""
    if not asked:
        return None
    count = Counter[str](each.what for each in noticed)
    return {
        "on": max(page.asked for page in asked.values()).date().isoformat(),
        "asked": len(asked),
        **{what: count[what] for what in ("gone", "moved", "unreachable")},
        "unread": count["changed"] + count["modified"],
    }


def _in_words(say: Words, answer: dict[str, Any]) -> str:
    lines = [say("facts-problem", where=entry["where"], what=entry["what"]) for entry in answer["problems"]]
    lines.append(say("facts-problems", count=len(answer["problems"])))
    lines += [say("facts-language", language=lang, **has) for lang, has in answer["languages"].items()]
    lines.append(_addresses_in_words(say, answer["addresses"]))
    lines += _table(say, answer["by_age"])
    lines.append(say("facts-old", count=answer["old"], days=OLD_AFTER_DAYS))
    lines += [
        say(
            "facts-checked",
            kind=entry["kind"],
            name=entry["name"],
            date=date.fromisoformat(entry["checked"]),
            days=entry["age_days"],
        )
        for entry in answer["checked"][:SHOWN]
    ]
    return "\n".join(lines)


def _table(say: Words, rows: list[dict[str, Any]]) -> list[str]:
    """How many figures and answers are how old and how sure, as columns."""
    certainties = [name for name in rows[0] if name != "days"]
    cells = [
        [say("facts-age-column"), *(say(f"facts-certainty-{name}") for name in certainties)],
        *([_age(say, row["days"]), *(str(row[name]) for name in certainties)] for row in rows),
    ]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [
        "  ".join((age.ljust(widths[0]), *map(str.rjust, counted, widths[1:]))) for age, *counted in cells
    ]
    return [say("facts-by-age"), *lines]


def _age(say: Words, days: int | None) -> str:
    return say("facts-age-older") if days is None else say("facts-age", days=days)


def _addresses_in_words(say: Words, state: dict[str, Any] | None) -> str:
    if state is None:
        return say("facts-never-watched")
    return say("facts-watch", **{**state, "date": date.fromisoformat(state["on"])})
