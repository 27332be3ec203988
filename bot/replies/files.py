"""What is said with a file to keep, and to a profile from a file."""

from __future__ import annotations

from bot.replies import words
from bot.replies.buttons import CALENDAR, DEADLINES, DOCUMENTS, DOSSIER, PROFILE_FILE, SCORE, START, buttons
from bot.replies.reply import File, Reply
from express_entry.points import Because
from express_entry.profile import Problem

OTHERS = {"dossier": (CALENDAR, PROFILE_FILE), "calendar": (DOSSIER, DEADLINES), "profile": (DOSSIER,)}
"""The buttons that follow a file of each kind."""
MOST_PROBLEMS = 6


def file_reply(lang: str, kind: str, file: File) -> Reply:
    """A file to keep."""
    return Reply(words(lang)(f"{kind}-done"), lang, buttons(lang, *OTHERS[kind]), files=(file,))


def nothing_for_a_file(lang: str) -> Reply:
    """Nothing has been told that a file could hold."""
    return Reply(words(lang)("file-nothing"), lang, buttons(lang, START))


def imported(lang: str, count: int) -> Reply:
    """A profile was taken."""
    return Reply(words(lang)("import-done", count=count), lang, buttons(lang, SCORE, DOCUMENTS))


def not_imported(lang: str, problems: tuple[Problem, ...]) -> Reply:
    """A profile was not taken: every field that is wrong, and what is allowed there."""
    say = words(lang)
    lines = [
        say(
            "import-problem",
            field=problem.field or say("cli-whole-document"),
            allowed=say(problem.because.id, **problem.because.args),
        )
        for problem in problems[:MOST_PROBLEMS]
    ]
    return Reply("\n".join((say("import-wrong"), *lines)), lang)


def not_a_document(lang: str, because: Because) -> Reply:
    """What was pasted is no profile at all."""
    say = words(lang)
    return Reply(f"{say('import-wrong')} {say(because.id, **because.args)}", lang)
