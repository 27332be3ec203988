"""The action server: what the bot does when it is its turn. Loopback only; started by the launcher."""

from __future__ import annotations

import os
import threading
from datetime import date

from rasa_sdk.endpoint import create_app

from bot import logs
from bot.settings import Settings

LOOPBACK = "127.0.0.1"
"""The action server authenticates nobody, so it never listens anywhere else."""


def warm_up() -> None:
    """Load what the first question, what-if, occupation or picture would have to wait for."""
    from actions.versions import data_version
    from bot.languages import LANGUAGES
    from bot.nlu.facts import read
    from bot.papers import papers  # noqa: F401 (the library for PDF takes a while to load)
    from bot.replies import pictures
    from express_entry.answers import answers
    from express_entry.occupations.search import search
    from express_entry.rounds import seed

    answers()
    data_version()
    for lang in LANGUAGES:
        search("cook", lang)
        read("29", lang, date.today())
    pool = seed().pool
    if pool is not None:
        pictures.pool(LANGUAGES[0], pool)


def main() -> None:
    """Serve the actions on ``ACTION_PORT`` until stopped."""
    logs.configure(Settings.from_environment().log_level)
    threading.Thread(target=warm_up, daemon=True).start()
    app = create_app("actions")
    app.run(host=LOOPBACK, port=int(os.environ["ACTION_PORT"]), access_log=False, motd=False)


if __name__ == "__main__":
    main()
