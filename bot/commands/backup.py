"""``express-entry backup``: everything that is stored, in one file, while the assistant runs."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from bot.commands.common import WrongInput, options, tell
from bot.operating.audit import note
from bot.replies import Words, words
from bot.settings import SECRET_FILES, Settings
from express_entry.points import Because


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("backup", help=say("cli-help-backup"))
    parser.add_argument("file", metavar="FILE", type=Path, help=say("cli-help-backup-file"))
    options(parser, say)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from bot.store.backup import back_up
    from bot.store.migrations import upgrade

    settings = Settings.from_environment()
    upgrade(settings.database_url)
    kept = [path for name in SECRET_FILES if (path := settings.data_dir / name).exists()]
    try:
        secrets = {path.name: path.read_text() for path in kept}
        manifest = back_up(settings.database_url, arguments.file, secrets)
    except OSError as error:
        because = Because("cli-no-file", {"file": str(arguments.file), "reason": error.strerror or ""})
        raise WrongInput(because) from None
    note(settings.data_dir, "backup")
    answer = {"file": str(arguments.file), "at": manifest.at, "rows": dict(manifest.rows)}
    say = words(arguments.lang)
    return tell(answer, lambda told: say("cli-backed-up", **_counts(told)), arguments.json)


def _counts(told: dict[str, Any]) -> dict[str, Any]:
    return {"file": told["file"], "people": told["rows"].get("people", 0)}
