"""Occupations: what a job title or a code means. The titles are loaded with the first question about one."""

from __future__ import annotations

from datetime import date

from bot.dialogue.questions import Question
from bot.replies.intake import payload
from bot.replies.noc import about_code, candidates, old_level, separating
from bot.replies.reply import Reply


def occupations(asked: Question, text: str, lang: str, everything: bool) -> Reply | None:
    """What can be said to a title or a code; its buttons answer ``asked``. None: nothing was found.

    With ``everything`` all that was found is listed, rather than one question asked that separates it.
    """
    from express_entry.occupations import codes_in, question, search

    def choose(code: str) -> str:
        return payload("choose", question=asked.id, value=code)

    if codes := codes_in(text):
        return about_code(lang, codes[0], date.today(), choose)
    if level := old_level(lang, text):
        return level
    matches = search(text, lang, on=date.today())
    if not matches:
        return None
    options = () if everything else question(matches, lang)
    if options:
        return separating(lang, options, choose, payload("ask_noc", value=text))
    return candidates(lang, text, matches, choose)
