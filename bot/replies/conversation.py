"""The bot's sentences outside the intake's questions: welcome, help, privacy, what it could not do."""

from __future__ import annotations

from bot.replies import words
from bot.replies.links import link
from bot.replies.reply import Button, Reply, SourceLink

def buttons(lang: str, *choices: tuple[str, str]) -> tuple[Button, ...]:
    """Buttons from pairs of (catalog id, payload)."""
    say = words(lang)
    return tuple(Button(say(message), payload) for message, payload in choices)


def welcome(lang: str) -> Reply:
    """The first message of a conversation: what this is, what happens with the data, what to press."""
    say = words(lang)
    return Reply(
        f"{say('welcome')}\n\n{say('welcome-privacy')}",
        lang,
        buttons(
            lang,
            ("button-start", "/start"),
            ("button-help", "/help"),
            ("button-privacy", "/privacy"),
        ),
    )


def help_menu(lang: str) -> Reply:
    """What the bot can do, with an example to imitate."""
    return Reply(
        words(lang)("help"),
        lang,
        buttons(
            lang,
            ("button-start", "/start"),
            ("offer-show-profile", "/show_profile"),
            ("button-privacy", "/privacy"),
        ),
    )


def out_of_scope(lang: str) -> Reply:
    """A question that is not about Express Entry: the official site."""
    say = words(lang)
    return Reply(
        say("out-of-scope"),
        lang,
        buttons(lang, ("button-start", "/start")),
        sources=(SourceLink(say("out-of-scope-source"), link("ircc", lang)),),
    )


def human(lang: str) -> Reply:
    """Who may give advice on a case."""
    say = words(lang)
    return Reply(say("human"), lang, sources=(SourceLink(say("human-source"), link("college_register", lang)),))


def privacy(lang: str, person_id: str, kept: bool) -> Reply:
    """What is stored, for how long, under which id; and the buttons that change it."""
    consent = ("button-withdraw", "/consent_withdraw") if kept else ("button-consent", "/consent_give")
    return Reply(
        words(lang)("privacy-kept" if kept else "privacy", id=person_id),
        lang,
        buttons(lang, consent, ("button-delete", "/delete_data")),
    )


def offer(lang: str, intents: tuple[str, ...]) -> Reply:
    """Not sure what was meant: the likeliest meanings as buttons, then a way out."""
    say = words(lang)
    known = [intent for intent in intents if f"offer-{intent.replace('_', '-')}" in say]
    if not known:
        return Reply(
            say("fallback"), lang, buttons(lang, ("button-start", "/start"), ("button-help", "/help"))
        )
    choices = [(f"offer-{intent.replace('_', '-')}", f"/{intent}") for intent in known]
    return Reply(say("fallback-offer"), lang, buttons(lang, *choices, ("offer-none", "/help")))


def could_not_answer(lang: str, retry: str) -> Reply:
    """Something failed on our side; ``retry`` is what the button sends again."""
    return Reply(words(lang)("could-not-answer"), lang, (Button(words(lang)("button-retry"), retry),))


def deleted(lang: str) -> Reply:
    """Everything is erased."""
    return Reply(words(lang)("deleted"), lang, buttons(lang, ("button-start", "/start")))


def stale_button(lang: str) -> Reply:
    """A button that is no longer known."""
    return Reply(words(lang)("stale-button"), lang, buttons(lang, ("button-go-on", "/resume")))
