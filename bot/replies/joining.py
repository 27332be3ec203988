"""Going on elsewhere with the same profile: the code, what becomes of what was told on both devices, and
which devices are joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.dialogue.told import Told
from bot.replies import words
from bot.replies.buttons import CODE, DEVICES, GO_ON, PROFILE, buttons
from bot.replies.describe import told_lines
from bot.replies.reply import Button, Reply


def code(lang: str, shown: str, minutes: int, telegram: str) -> Reply:
    """A fresh code and where to enter it; ``telegram`` is the address that does so by itself, or ""."""
    say = words(lang)
    parts = [say("join-code", code=shown, minutes=minutes)]
    if telegram:
        parts.append(say("join-code-telegram", url=telegram))
    return Reply("\n\n".join(parts), lang)


def joined(lang: str, facts: Told) -> Reply:
    """From now on with one profile: what it holds."""
    say = words(lang)
    known = [say("review-line", fact=name, value=value) for name, value in told_lines(lang, facts)]
    text = "\n".join([say("join-done-known"), *known]) if known else say("join-done")
    return Reply(text, lang, buttons(lang, GO_ON, PROFILE))


def same(lang: str) -> Reply:
    """The code names the person who enters it."""
    return Reply(words(lang)("join-same"), lang, buttons(lang, GO_ON, PROFILE))


@dataclass(frozen=True)
class Device:
    """Another device as people know it: its channel ("" where it is not known), and when something happened
    there; ``last`` is when they last wrote there."""

    channel: str
    at: datetime
    last: datetime | None = None


def ask(lang: str, device: Device, here: Told, payloads: tuple[str, str]) -> Reply:
    """A code was entered: is that device theirs? ``payloads`` are those of yes and no."""
    say = words(lang)
    parts = [_asking(lang, device), say("join-ask-told" if here else "join-ask-nothing-told")]
    titles = ("button-join", "button-keep-apart")
    choices = tuple(Button(say(title), payload) for title, payload in zip(titles, payloads, strict=True))
    return Reply("\n\n".join(parts), lang, choices)


def asked(lang: str, device: Device, payloads: tuple[str, str]) -> Reply:
    """Another device entered the code that was made here, and its reader said yes: is it theirs?
    ``payloads`` are those of yes and no."""
    say = words(lang)
    parts = [_wishing(lang, device), say("join-ask-told")]
    titles = ("button-join", "button-keep-apart")
    choices = tuple(Button(say(title), payload) for title, payload in zip(titles, payloads, strict=True))
    return Reply("\n\n".join(parts), lang, choices)


def waiting(lang: str, channel: str) -> Reply:
    """The other device, on this channel, is asked now."""
    return Reply(words(lang)("join-waiting", device=_named(lang, channel)), lang)


def choose(lang: str, device: Device, here: Told, there: Told, payloads: tuple[str, str, str]) -> Reply:
    """Likewise, and facts were told on both sides: which of them hold? What differs is listed.

    ``payloads`` are those of the three answers: the other device's, this one's, and neither.
    """
    say = words(lang)
    lines_here, lines_there = told_lines(lang, here), told_lines(lang, there)
    parts = [
        _wishing(lang, device),
        say("join-choose"),
        _listed(lang, "join-choose-there", [line for line in lines_there if line not in lines_here]),
        _listed(lang, "join-choose-here", [line for line in lines_here if line not in lines_there]),
        say("join-choose-erased"),
    ]
    titles = ("button-keep-there", "button-keep-here", "button-keep-apart")
    choices = tuple(Button(say(title), payload) for title, payload in zip(titles, payloads, strict=True))
    return Reply("\n\n".join(parts), lang, choices)


def told(lang: str, device: Device) -> Reply:
    """For the device where the code was made: it was used, there and then."""
    return Reply(
        words(lang)("join-told", device=_named(lang, device.channel), at=_hour(lang, device.at)),
        lang,
        buttons(lang, ("button-devices", DEVICES)),
    )


def devices(lang: str, others: Sequence[tuple[Device, str]], ended: bool) -> Reply:
    """The other devices with the payload of what ends each; ``ended`` says that one was ended just now."""
    say = words(lang)
    lines = [
        say(
            "join-device" if device.last else "join-device-quiet",
            device=_named(lang, device.channel),
            since=_hour(lang, device.at),
            last=_hour(lang, device.last) if device.last else "",
        )
        for device, _ in others
    ]
    parts = [say("join-ended")] if ended else []
    parts.append(
        "\n".join([say("join-devices"), *lines, "", say("join-devices-end")]) if lines else say("join-alone")
    )
    ends = tuple(
        Button(say("button-part", device=_named(lang, device.channel), since=_hour(lang, device.at)), payload)
        for device, payload in others
    )
    return Reply("\n\n".join(parts), lang, (*ends, *buttons(lang, ("button-elsewhere", CODE), GO_ON)))


def _asking(lang: str, device: Device) -> str:
    return words(lang)("join-ask", device=_named(lang, device.channel), at=_hour(lang, device.at))


def _wishing(lang: str, device: Device) -> str:
    return words(lang)("join-asked", device=_named(lang, device.channel), at=_hour(lang, device.at))


def _named(lang: str, channel: str) -> str:
    say = words(lang)
    return say(f"device-{channel}") if f"device-{channel}" in say else say("device-other")


def _hour(lang: str, moment: datetime) -> str:
    """A moment in UTC, as people of this language write it."""
    utc = moment.astimezone(UTC)
    say = words(lang)
    return say("join-hour", day=utc.date(), hour=f"{utc.hour:02d}", minute=f"{utc.minute:02d}")


def apart(lang: str) -> Reply:
    """The person decided against it."""
    return Reply(words(lang)("join-apart"), lang, buttons(lang, GO_ON, PROFILE))


def unknown(lang: str) -> Reply:
    """No such code, or not any more."""
    return Reply(words(lang)("join-unknown"), lang)


def too_many(lang: str, minutes: int) -> Reply:
    """Too many codes were tried or made."""
    return Reply(words(lang)("join-too-many", minutes=minutes), lang)


def _listed(lang: str, heading: str, lines: Sequence[tuple[str, str]]) -> str:
    say = words(lang)
    told = [say("review-line", fact=name, value=value) for name, value in lines]
    return "\n".join([say(heading), *(told or [say("join-nothing-else")])])
