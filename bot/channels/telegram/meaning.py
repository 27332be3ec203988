"""What a message, a command or a button on Telegram means: something for Rasa to read, or a reply at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.channels import titles
from bot.channels.incoming import MAX_TEXT_CHARACTERS, BadText, as_plain_text, clean
from bot.channels.keeping import meaning, told_by
from bot.channels.knowing import change
from bot.channels.telegram.commands import BEGIN_INTAKE, COMMANDS, IN_GROUPS
from bot.channels.telegram.render import reads
from bot.channels.telegram.updates import Utterance
from bot.channels.turn import retried
from bot.dialogue.questions import questions
from bot.dialogue.state import State
from bot.languages import LANGUAGES
from bot.replies import words
from bot.replies.buttons import HELP, buttons, payload
from bot.replies.reply import Button, Reply
from bot.store import Person, Store, StoredButton, StoredMessage
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
        public: a question asked in a group.
    """

    said: Mapping[str, Any]
    key: str
    text: str = ""
    typed: bool = False
    replies: tuple[Reply, ...] = ()
    first: str = ""
    again: int | None = None
    public: str = ""


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
        return Meant({"text": ""}, key, public=heard.text)
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
    quoted = _message_quoted(heard, store, sender_id)
    seen = store.said.messages(sender_id, last=titles.SEEN) if quoted is None else [quoted]
    press = titles.pressed(store.said, sender_id, text, seen)
    if press is not None:
        return Meant({**said, **press.kept}, key, press.payload, again=retried(press.payload))
    first = "" if quoted is None else _question_in(quoted, person, store, sender_id)
    return Meant(said, key, as_plain_text(text), typed=True, first=first)


def changed(question_id: str, heard: Utterance, person: Person) -> Meant | None:
    """What it means to press a line of what is known; None for what is no question."""
    found = change(question_id, person.language)
    if found is None:
        return None
    said = {"text": found[1], "change": question_id, "message": heard.message_id}
    return Meant(said, f"update:{heard.update_id}", found[0])


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
    if argument and (question := f"telegram-{name}-of") in say:
        return Meant(said, key, as_plain_text(say(question, about=heard.text.strip())), typed=True)
    if name == "score" and not store.profile(person.id):
        return Meant(said, key, BEGIN_INTAKE)
    return Meant(said, key, COMMANDS[name])


def _message_quoted(heard: Utterance, store: Store, sender_id: str) -> StoredMessage | None:
    """The message of the bot's that is quoted, the newest if it was said several times."""
    wanted = " ".join(heard.quoted.split())
    if not wanted:
        return None
    for message in reversed(store.said.messages(sender_id)):
        text = reads(str(message.body.get("text", ""))) if message.direction == "bot" else ""
        if text and (text in wanted or wanted in text):
            return message
    return None


def _question_in(quoted: StoredMessage, person: Person, store: Store, sender_id: str) -> str:
    """The command that puts the question of a quoted message again; "" where it is on the table, or none."""
    choices = quoted.body.get("choices")
    ids = [each["button"] for each in (*quoted.body.get("buttons", ()), *([choices] if choices else ()))]
    behind = [store.said.button(button_id, sender_id) for button_id in ids]
    asked = {
        found["question"]
        for button in behind
        if button is not None and "question" in (found := told_by(meaning(button)[0]))
    }
    on_the_table = State.parse_obj(store.state(person.id).document).question
    return (
        ""
        if len(asked) != 1 or asked == {on_the_table}
        else payload("choose", question=asked.pop(), value="?")
    )


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
