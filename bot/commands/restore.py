"""``express-entry restore``: puts back what ``backup`` wrote, on either kind of database."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from bot.commands.common import WrongInput, options, tell
from bot.operating.audit import note
from bot.replies import Words, words
from bot.settings import SECRET_FILES, Settings
from express_entry.points import Because


def add(commands: Any, say: Words) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("restore", help=say("cli-help-restore"))
    parser.add_argument("file", metavar="FILE", type=Path, help=say("cli-help-backup-file"))
    parser.add_argument("--replace", action="store_true", help=say("cli-help-replace"))
    options(parser, say)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from bot.store.backup import CannotRestore, restore

    settings = Settings.from_environment()
    settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        manifest, secrets = restore(settings.database_url, arguments.file, arguments.replace)
    except CannotRestore as error:
        raise WrongInput(Because(f"cli-restore-{error.reason}", {"file": str(arguments.file)})) from None
    except OSError as error:
        because = Because("cli-no-file", {"file": str(arguments.file), "reason": error.strerror or ""})
        raise WrongInput(because) from None
    for name in secrets.keys() & set(SECRET_FILES):
        _keep_secret(settings.data_dir / name, secrets[name])
    note(settings.data_dir, "restore")
    answer = {"file": str(arguments.file), "at": manifest.at, "rows": dict(manifest.rows)}
    say = words(arguments.lang)
    people = manifest.rows.get("people", 0)
    return tell(answer, lambda told: say("cli-restored", at=told["at"][:10], people=people), arguments.json)


def _keep_secret(path: Path, secret: str) -> None:
    """The sessions of those who were restored go on, and so do the notices in their browsers."""
    draft = path.with_name(f".{path.name}-restored")
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w") as file:
        file.write(secret)
    draft.replace(path)
