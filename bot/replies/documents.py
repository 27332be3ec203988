"""The checklist in words: what to start first, then stage by stage, with buttons to tick off what one has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from bot.replies import Words, words
from bot.replies.buttons import DOCUMENTS, START, buttons, payload
from bot.replies.describe import key
from bot.replies.reasons import pages
from bot.replies.reply import Button, Reply
from express_entry.circumstances import QUESTIONS
from express_entry.days import lies_before
from express_entry.documents import LETTER, Checklist, Document, entries
from express_entry.parameters import parameters
from express_entry.rulefiles import REPORTED

LETTER_BUTTON = ("button-documents-letter", payload("ask_documents", value="letter"))
ABOUT = ("button-documents-about", payload("ask_documents", value="about"))
PDF = ("button-documents-pdf", payload("export_file", value="dossier"))
PAGE = 5
"""Documents on a page: with the buttons that lead on, a phone's screen."""
MOST_FIRST = 3
LISTED_STAGES = ("profile", "application")
"""The stages with buttons of their own; the two others are told with the second."""


def documents_reply(lang: str, found: Checklist, have: Collection[str], told: bool) -> Reply:
    """How long the list is, and what to start first.

    Args:
        lang: the person's language.
        found: the checklist.
        have: the documents ticked off.
        told: whether the profile tells anything at all.
    """
    say = words(lang)
    first = [each for each in found.first if each.id not in have][:MOST_FIRST]
    counts = {stage: len(found.of(stage)) for stage in LISTED_STAGES}
    had = sum(each.id in have for each in found.needed)
    headline = say("documents-headline", **counts, have=had, all=len(found.needed))
    begin = [say("documents-first"), *(_line(say, found, each, have, brief=True) for each in first)]
    parts = [
        *([] if told else [say("documents-nothing")]),
        headline,
        "\n".join(begin) if first else say("documents-first-done"),
        say("documents-account"),
    ]
    if any(each.certainty == REPORTED for each in first):
        parts.append(say("documents-reported"))
    ticks = tuple(_tick(say, each, have) for each in first)
    onward = (
        *((START,) if not told else ()),
        *(_stage(stage) for stage in LISTED_STAGES),
        LETTER_BUTTON,
        ABOUT,
    )
    return Reply(
        "\n\n".join(parts),
        lang,
        (*ticks, *buttons(lang, *onward)),
        sources=pages(lang, (each.source for each in first)),
    )


def stage_reply(lang: str, found: Checklist, stage: str, have: Collection[str], start: int = 0) -> Reply:
    """The documents of a stage, a page at a time, from the one numbered ``start`` on."""
    say = words(lang)
    listed = found.of(stage)
    shown = listed[start : start + PAGE]
    had = sum(each.id in have for each in listed)
    days = parameters().figure("ita_days", found.on)
    lines = [say(f"documents-stage-{stage}", have=had, all=len(listed), ita_days=days)]
    lines += [_line(say, found, each, have) for each in shown]
    if len(listed) > PAGE:
        lines.append(say("documents-page", **{"from": start + 1}, to=start + len(shown), all=len(listed)))
    parts = ["\n".join(lines)]
    if start + PAGE >= len(listed):
        parts += _end_of(say, found, stage, have)
    more = start + PAGE < len(listed)
    other = next(name for name in LISTED_STAGES if name != stage)
    onward = [_more(stage, start + PAGE) if more else _stage(other), *((LETTER_BUTTON,) if not more else ())]
    return Reply(
        "\n\n".join(parts),
        lang,
        (*(_tick(say, each, have, stage, start) for each in shown), *buttons(lang, *onward)),
        sources=pages(lang, (each.source for each in shown)),
    )


def _end_of(say: Words, found: Checklist, stage: str, have: Collection[str]) -> Iterable[str]:
    """What follows the last page of a stage: what may come on top, and the stages after it."""
    perhaps = [document_name(say, found, each) for each in found.perhaps if each.stage == stage]
    if perhaps:
        yield say("documents-perhaps", names=", ".join(perhaps))
    if stage == LISTED_STAGES[-1]:
        for later in ("after", "landing"):
            lines = [_line(say, found, each, have) for each in found.of(later)]
            yield "\n".join((say(f"documents-stage-{later}"), *lines))


def letter_reply(lang: str) -> Reply:
    """What a reference letter must contain, and what to do without one."""
    say = words(lang)
    lines = [say("letter-headline"), *(say(f"letter-{part}") for part in LETTER)]
    parts = ("\n".join(lines), say("letter-own-words"), say("letter-without"), say("documents-reported"))
    letter = (entry.source for entry in entries() if entry.id == "reference_letters")
    return Reply("\n\n".join(parts), lang, buttons(lang, DOCUMENTS), sources=pages(lang, letter))


def about_reply(lang: str, told: Mapping[str, object]) -> Reply:
    """Facts that the profile does not ask: a button for each, pressed again to take it back."""
    say = words(lang)
    choices = []
    for name in QUESTIONS:
        title = say(f"about-{key(name)}")
        holds = told.get(name) is True
        title = say("mark-yes", name=title) if holds else title
        choices.append(Button(title, payload("ask_documents", value=f"{'not' if holds else 'is'}:{name}")))
    return Reply(say("documents-more-about"), lang, (*choices, *buttons(lang, DOCUMENTS)))


def document_name(say: Words, found: Checklist, document: Document) -> str:
    """What a document is called."""
    return say(f"document-{key(document.id)}", **parameters().figures(found.on))


def document_words(say: Words, found: Checklist, document: Document) -> tuple[str, str, str]:
    """A document's name, who issues it, and all there is to know about it."""
    figures, name = parameters().figures(found.on), f"document-{key(document.id)}"
    notes = (say(f"{name}-note", **figures), *_timing(say, found, document))
    return say(name, **figures), say(f"{name}-from", **figures), " ".join(notes)


def _timing(say: Words, found: Checklist, document: Document) -> Iterator[str]:
    """How long a document takes, and until when it counts."""
    if document.takes is not None:
        yield say("documents-takes", least=document.takes.least, most=document.takes.most)
    if document.valid_until is not None:
        expired = lies_before(found.on, document.valid_until) is False
        message = "documents-expired" if expired else "documents-valid-until"
        yield say(message, date=document.valid_until)


def marked(say: Words, document: Document, have: Collection[str]) -> str:
    """The box before a document, ticked or not."""
    return say("mark-have" if document.id in have else "mark-lack")


def _line(
    say: Words, found: Checklist, document: Document, have: Collection[str], brief: bool = False
) -> str:
    """A document to be ticked off; ``brief`` leaves out what to mind about it."""
    name, issuer, note = document_words(say, found, document)
    if brief:
        note = " ".join(_timing(say, found, document))
    if document.id in have:
        return say("documents-line-short", mark=marked(say, document, have), name=name)
    return say(
        "documents-line", mark=marked(say, document, have), name=name, **{"from": issuer}, note=note
    ).strip()


def _tick(
    say: Words, document: Document, have: Collection[str], stage: str = "first", start: int = 0
) -> Button:
    """The button that ticks a document off, or takes the tick back; then the same page is shown again."""
    name = say(f"document-{key(document.id)}", **parameters().figures())
    had = document.id in have
    title = say("button-documents-lack" if had else "button-documents-have", name=name)
    value = f"{'lack' if had else 'have'}:{document.id}:{stage}:{start}"
    return Button(title, payload("ask_documents", value=value))


def _stage(stage: str) -> tuple[str, str]:
    return (f"button-documents-{stage}", payload("ask_documents", value=f"stage:{stage}:0"))


def _more(stage: str, start: int) -> tuple[str, str]:
    """The button to the next page of a stage."""
    return ("button-documents-more", payload("ask_documents", value=f"stage:{stage}:{start}"))
