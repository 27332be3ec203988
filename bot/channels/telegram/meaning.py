"""What a message, a command or a button on Telegram means: something for Rasa to read, or a reply at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.channels import titles
from bot.channels.incoming import MAX_TEXT_CHARACTERS, BadText, as_plain_text, clean
from bot.channels.keeping import meaning
from bot.channels.telegram.commands import BEGIN_INTAKE, COMMANDS, IN_GROUPS
from bot.channels.telegram.updates import Utterance
from bot.channels.turn import retried
from bot.dialogue.questions import questions
from bot.languages import LANGUAGES
from bot.replies import words
from bot.replies.buttons import HELP, buttons, payload
from bot.replies.reply import Button, Reply
from bot.store import Person, Store, StoredButton
from bot.store.joining import code_in

GREETING = COMMANDS["start"]


@dataclass(frozen=True)
class Meant:
    """What is to happen: Rasa reads ``text``, unless ``replies`` say all.

    Attributes:
        said: the message as it is kept.
        key: the sender's own name for it, so that it counts once.
        text: a command of ours, or (``typed``) plain text that can be none.
        replies: what is said without Rasa.
        first: what Rasa reads before that, and whose answer nobody sees.
        again: the message that "try again" wants to be read once more.
    """

    said: Mapping[str, Any]
    key: str
    text: str = ""
    typed: bool = False
    replies: tuple[Reply, ...] = ()
    first: str = ""
    again: int | None = None


def pressed(button: StoredButton, chosen: Sequence[int] = ()) -> Meant:
    """What a button means. One counts once, however often it is pressed; ``chosen`` are the options on."""
    read, title = meaning(button, chosen)
    said = {"text": title, "button": button.id, "chosen": list(chosen)}
    return Meant(said, f"button:{button.id}", read, again=retried(read))


def meant(heard: Utterance, person: Person, store: Store, sender_id: str) -> Meant:
    """What anything else means."""
    lang, key, say = person.language, f"update:{heard.update_id}", words(person.language)
    if heard.kind == "command":
        return _command(heard, person, store, key)
    if heard.group:
        return Meant({"text": ""}, key, replies=(Reply(say("telegram-group"), lang),))
    if heard.kind not in ("text", "edit"):
        return Meant(
            {"text": "", "kind": heard.kind}, key, replies=(Reply(say(f"telegram-{heard.kind}"), lang),)
        )
    try:
        text = clean(heard.text)
    except BadText as error:
        sentence = (
            say("telegram-too-long", limit=MAX_TEXT_CHARACTERS)
            if error.code == "too_long"
            else say("telegram-thing")
        )
        return Meant({"text": ""}, key, replies=(Reply(sentence, lang),))
    said = {"text": text, "message": heard.message_id}
    if heard.kind == "edit":
        first = _question_again(heard, person, store, sender_id)
        return Meant(said, key, as_plain_text(text), typed=True, first=first)
    press = titles.pressed(store.said, sender_id, text, store.said.messages(sender_id, last=titles.SEEN))
    if press is None:
        return Meant(said, key, as_plain_text(text), typed=True)
    return Meant({**said, **press.kept}, key, press.payload, again=retried(press.payload))


def _command(heard: Utterance, person: Person, store: Store, key: str) -> Meant:
    lang, say = person.language, words(person.language)
    name, argument = heard.command, heard.text.strip().lower()
    if heard.group:
        if name in IN_GROUPS:
            return Meant({"text": f"/{name}", "command": name}, key, COMMANDS[name])
        return Meant({"text": ""}, key, replies=(Reply(say("telegram-group"), lang),))
    if name not in COMMANDS:
        reply = Reply(say("telegram-unknown-command", command=name), lang, buttons(lang, HELP))
        return Meant({"text": f"/{name}"}, key, replies=(reply,))
    if name == "start" and argument in COMMANDS and argument != "start":  # t.me/<bot>?start=rounds
        name, argument = argument, ""
    said = {"text": f"/{name}", "command": name}
    if name == "start" and (code := code_in(argument)) is not None:  # t.me/<bot>?start=<code>
        return Meant(said, key, code, typed=True)
    if argument in LANGUAGES and name in ("start", "language"):
        change = payload("change_language", value=argument)
        return Meant(said, key, change if name == "language" else GREETING, first=change)
    if name == "language":
        choices = [
            Button(words(each)("button-speak"), payload("change_language", value=each)) for each in LANGUAGES
        ]
        other_first = tuple(sorted(choices, key=lambda choice: choice.title == say("button-speak")))
        return Meant(said, key, replies=(Reply(say("telegram-which-language"), lang, other_first),))
    if name == "noc" and argument:
        return Meant(said, key, as_plain_text(say("telegram-noc-of", title=heard.text.strip())), typed=True)
    if name == "score" and not store.profile(person.id):
        return Meant(said, key, BEGIN_INTAKE)
    return Meant(said, key, COMMANDS[name])


def _question_again(heard: Utterance, person: Person, store: Store, sender_id: str) -> str:
    """For an edited message that had answered one question: the command that puts this question again.

    Without it a bare "30" instead of "29" would answer the question that is on the table by now.
    """
    earlier = [
        str(message.id)
        for message in store.said.messages(sender_id)
        if message.direction == "user" and message.body.get("message") == heard.message_id
    ]
    fields = [answer.field for answer in store.history(person.id) if answer.message_id in earlier]
    answered = {
        question.id
        for question in questions()
        for field in fields
        if field == question.fact or field.startswith(f"{question.fact}.")
    }
    return payload("choose", question=answered.pop(), value="?") if len(answered) == 1 else ""
