"""An address that a message gives opens its picture or file for a day, and no other."""

from __future__ import annotations

import pytest

from bot.channels.web.addresses import HOURS, is_signed, signed, with_addresses

SECRET, NOW = "s" * 32, 1_800_000_000.0
PATH = "/chat/pictures/abc"


def given(url: str) -> str:
    return url.partition("?s=")[2]


def test_the_address_of_a_message_opens_what_it_names_for_a_day() -> None:
    signature = given(signed(PATH, SECRET, NOW))
    assert is_signed(PATH, signature, SECRET, NOW)
    assert is_signed(PATH, signature, SECRET, NOW + HOURS * 3600)
    assert not is_signed(PATH, signature, SECRET, NOW + (HOURS + 2) * 3600)
    assert signed(PATH, SECRET, NOW) == signed(PATH, SECRET, NOW + 1), "it is not fetched anew each time"


@pytest.mark.parametrize("odd", ["", "1", "9999999999.", f"9999999999.{'0' * 32}", "\ud800", "x" * 5000])
def test_made_up_signatures_open_nothing(odd: str) -> None:
    assert not is_signed(PATH, odd, SECRET, NOW)


def test_a_signature_opens_nothing_else_and_no_longer() -> None:
    signature = given(signed(PATH, SECRET, NOW))
    assert not is_signed("/chat/pictures/abd", signature, SECRET, NOW)
    assert not is_signed(PATH, signature, "t" * 32, NOW)
    ends, _, rest = signature.partition(".")
    assert not is_signed(PATH, f"{int(ends) + 3600}.{rest}", SECRET, NOW)


def test_only_our_own_addresses_are_signed() -> None:
    image = {"url": "data:image/png;base64,AA", "alt": ""}
    body = {"text": "x", "image": image, "files": [{"url": "/chat/files/x"}]}
    shown = with_addresses(body, SECRET)
    assert shown["image"] == image
    assert shown["files"][0]["url"].startswith("/chat/files/x?s=")
    assert body["files"] == [{"url": "/chat/files/x"}], "what is kept stays as it is"
