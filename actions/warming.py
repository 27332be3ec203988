"""What the first question, what-if, occupation or picture would otherwise wait for."""

from __future__ import annotations

from datetime import date
from importlib import import_module

from actions.versions import data_version
from bot.languages import LANGUAGES
from bot.nlu.facts import read
from bot.replies import pictures
from express_entry.answers import answers
from express_entry.crs import score
from express_entry.occupations.search import search
from express_entry.profile import parse_profile
from express_entry.rounds import seed


def warm_up() -> None:
    """Load it all; takes a few seconds."""
    import_module("bot.papers.papers")
    answers()
    data_version()
    score(parse_profile({}, draft=True), date.today())
    for lang in LANGUAGES:
        search("cook", lang)
        read("29", lang, date.today())
    pool = seed().pool
    if pool is not None:
        pictures.pool(LANGUAGES[0], pool)
