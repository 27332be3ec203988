"""The bot's sentences outside the intake's questions: welcome, help, privacy, what it could not do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.told import Told
from bot.languages import LANGUAGES
from bot.replies import words
from bot.replies.answers import question_button
from bot.replies.buttons import (
    CODE,
    COSTS,
    DEVICES,
    DOCUMENTS,
    ELIGIBILITY,
    GO_ON,
    HELP,
    IMPROVE,
    NOC,
    PRIVACY,
    PROFILE,
    PROFILE_FILE,
    ROUNDS,
    START,
    buttons,
    more_buttons,
    payload,
)
from bot.replies.caveats import NOT_ADVICE
from bot.replies.describe import key, told_lines
from bot.replies.links import page
from bot.replies.reply import Button, Reply
from express_entry.answers import split

MAX_OFFERED = 3


def welcome(lang: str) -> Reply:
    """The first message of a conversation: what this is, what happens with the data, what to press."""
    say = words(lang)
    other = {"en": "fr", "fr": "en"}[lang]
    switch = Button(words(other)("button-speak"), payload("change_language", value=other), minor=True)
    text = f"{say('welcome')}\n\n{say('welcome-privacy')}"
    return Reply(text, lang, (*buttons(lang, START, HELP, PRIVACY), switch))


def welcome_back(lang: str) -> Reply:
    """A greeting to someone who has told something already."""
    return Reply(words(lang)("welcome-back"), lang, buttons(lang, GO_ON, PROFILE))


def introduced(lang: str, begun: bool) -> Reply:
    """A kind word to somebody who gave their name, and the way on unless a question waits."""
    if begun:
        return Reply(words(lang)("introduced-meanwhile"), lang)
    return Reply(words(lang)("introduced"), lang, buttons(lang, START, HELP))


def help_menu(lang: str) -> Reply:
    """What the bot can do, with an example to imitate."""
    choices = (START, ELIGIBILITY, ROUNDS, NOC, IMPROVE, DOCUMENTS, COSTS, PRIVACY)
    return Reply(words(lang)("help"), lang, buttons(lang, *choices))


def more(lang: str) -> Reply:
    """What else can be done with a score."""
    return Reply(words(lang)("after-score-more"), lang, more_buttons(lang))


def plain(lang: str, intent: str) -> Reply:
    """The one sentence for an intent that needs no more."""
    return Reply(words(lang)(key(intent)), lang)


def calculated(reply: Reply) -> Reply:
    """A calculated result, with the one line that says what it is not."""
    return replace(reply, caveats=(*reply.caveats, NOT_ADVICE))


def goodbye(lang: str, kept: bool) -> Reply:
    """Farewell, and how long the answers stay."""
    return Reply(words(lang)("goodbye-kept" if kept else "goodbye"), lang)


def complaint(lang: str) -> Reply:
    """Something was wrong: what was understood, and the way to change it."""
    return Reply(
        words(lang)("complaint"), lang, buttons(lang, PROFILE, ("offer-change-answer", "/change_answer"))
    )


def language(lang: str, changed: bool) -> Reply:
    """From now on in this language."""
    return Reply(words(lang)("language-changed" if changed else "language-same"), lang)


def ask_language(lang: str, wanted: str) -> Reply:
    """Perhaps another language is wished for: ask rather than change it."""
    change = Button(words(wanted)("button-speak"), payload("change_language", value=wanted))
    return Reply(words(lang)("language-ask"), lang, (change,))


def out_of_scope(lang: str) -> Reply:
    """A question that is not about Express Entry: what to try here, and the official site."""
    say = words(lang)
    return Reply(
        say("out-of-scope"),
        lang,
        buttons(lang, START, ROUNDS, HELP),
        sources=(page("ircc", lang),),
    )


def care(lang: str, felt: str, alone: bool) -> Reply:
    """A kind line for what somebody feels (``feelings`` in ``data/care.yml``), ``alone`` or with what can be
    done now."""
    say = words(lang)
    if alone:
        return Reply(say("care", felt=felt), lang)
    return Reply(f"{say('care', felt=felt)} {say('care-now')}", lang, buttons(lang, START, IMPROVE, HELP))


def kindly(reply: Reply, felt: str | None) -> Reply:
    """An answer to what somebody asked in fear, or in grief: a kind sentence first."""
    return replace(reply, text=f"{words(reply.lang)('care-first', felt=felt or '')} {reply.text}")


def third_language(lang: str) -> Reply:
    """Neither English nor French: one line in both, and the way on."""
    both = "\n".join(words(each)("third-language") for each in LANGUAGES)
    return Reply(both, lang, buttons(lang, START, HELP))


def human(lang: str) -> Reply:
    """Who may give advice on a case."""
    say = words(lang)
    return Reply(say("human"), lang, sources=(page("college_register", lang),))


def privacy(lang: str, person_id: str, kept: bool, months: int) -> Reply:
    """What is stored, for how long (with consent ``months`` after the last message at most), under which id;
    and the buttons that change it."""
    consent = ("button-withdraw", "/consent_withdraw") if kept else ("button-consent", "/consent_give")
    return Reply(
        words(lang)("privacy-kept" if kept else "privacy", id=person_id, months=months),
        lang,
        buttons(
            lang,
            consent,
            ("button-elsewhere", CODE),
            ("button-devices", DEVICES),
            ("button-delete", "/delete_data"),
        ),
    )


def offer(lang: str, labels: Sequence[str], steps: Sequence[Button]) -> Reply:
    """Not sure what was meant: the likeliest meanings as buttons, then a way out; where nothing is likely,
    the next ``steps`` of where the person stands."""
    say = words(lang)
    meanings = [button for label in labels if (button := _meaning(lang, label)) is not None]
    if not meanings:
        return Reply(say("fallback"), lang, tuple(steps))
    return Reply(
        say("fallback-offer"), lang, (*meanings[:MAX_OFFERED], *buttons(lang, ("offer-none", "/help")))
    )


def _meaning(lang: str, label: str) -> Button | None:
    """The button for what a message perhaps meant; None where nothing can be offered for it."""
    intent, answer_id = split(label)
    if answer_id:
        return question_button(lang, answer_id)
    name = f"offer-{key(intent)}"
    return Button(words(lang)(name), f"/{intent}") if name in words(lang) else None


def also_asked(lang: str, labels: Sequence[str]) -> Reply:
    """A question beside facts that is not clear: one press away."""
    meanings = tuple(button for label in labels if (button := _meaning(lang, label)) is not None)
    none = buttons(lang, ("offer-none", "/help"))
    return Reply(words(lang)("also-asked"), lang, (*meanings, *none) if meanings else buttons(lang, HELP))


def with_another(reply: Reply, label: str) -> Reply:
    """An answer, and the way to that of the other question of the same message."""
    another = _meaning(reply.lang, label)
    return replace(reply, buttons=(*reply.buttons, *((another,) if another else ())))


def could_not_answer(lang: str, retry: str) -> Reply:
    """Something failed on our side; ``retry`` is what the button sends again."""
    return Reply(words(lang)("could-not-answer"), lang, (Button(words(lang)("button-retry"), retry),))


def switched_off(lang: str, sentence: str | None) -> Reply:
    """The assistant is switched off for now; ``sentence`` is what whoever runs it wants said."""
    return Reply(sentence or words(lang)("switched-off"), lang)


def consent(lang: str, given: bool, months: int) -> Reply:
    """What was decided about keeping the answers, and for how many months after the last message at most."""
    return Reply(words(lang)("consent-given" if given else "consent-withdrawn", months=months), lang)


def everything_kept(lang: str, person_id: str, facts: Told) -> Reply:
    """All told facts, and the id under which whoever runs this can hand out the rest."""
    say = words(lang)
    lines = [say("review-line", fact=name, value=value) for name, value in told_lines(lang, facts)]
    told = "\n".join(lines) if lines else say("export-nothing")
    return Reply(f"{say('export', id=person_id)}\n{told}", lang, buttons(lang, PROFILE_FILE, PRIVACY))


def deleted(lang: str) -> Reply:
    """Everything is erased."""
    return Reply(words(lang)("deleted"), lang, buttons(lang, START))


def not_kept(lang: str, kinds: Sequence[str]) -> str:
    """What was taken out of a message before it was kept (see :data:`bot.personal.KINDS`)."""
    say = words(lang)
    return say("not-kept", what=say.listing([say(f"not-kept-{kind}") for kind in kinds]))
