"""Only a token that we signed, and that is not too old, proves who calls."""

from __future__ import annotations

import base64
import contextlib
import json
from datetime import UTC, datetime, timedelta

import jwt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.web.session import NotSignedIn, check, issue

SECRET = "s" * 64
NOW = datetime.now(UTC).replace(microsecond=0)


def signed(secret: str = SECRET, algorithm: str | None = "HS256", **claims: object) -> str:
    """A header with a token of the test's own making."""
    whole = {"sub": "c", "iat": NOW, "exp": NOW + timedelta(days=90), **claims}
    return "Bearer " + jwt.encode({k: v for k, v in whole.items() if v is not None}, secret, algorithm)


def test_a_token_of_ours_proves_its_conversation() -> None:
    session = check(SECRET, f"Bearer {issue(SECRET, 'conversation', NOW)}")
    assert (session.sender_id, session.issued) == ("conversation", NOW)


@pytest.mark.parametrize("scheme", ["bearer", "BEARER", "Bearer  "])
def test_the_scheme_may_be_written_in_any_case(scheme: str) -> None:
    assert check(SECRET, f"{scheme} {issue(SECRET, 'c')}").sender_id == "c"


def test_a_token_holds_for_ninety_days() -> None:
    day = timedelta(days=1)
    assert check(SECRET, f"Bearer {issue(SECRET, 'c', NOW - 89 * day)}").sender_id == "c"
    with pytest.raises(NotSignedIn):
        check(SECRET, f"Bearer {issue(SECRET, 'c', NOW - 91 * day)}")


def test_a_token_is_renewed_when_it_is_older_than_a_day() -> None:
    session = check(SECRET, f"Bearer {issue(SECRET, 'c', NOW)}")
    assert not session.is_due_for_renewal(NOW + timedelta(hours=24))
    assert session.is_due_for_renewal(NOW + timedelta(hours=24, seconds=1))


def test_a_token_of_a_replica_whose_clock_is_a_little_ahead_holds() -> None:
    assert check(SECRET, f"Bearer {issue(SECRET, 'c', NOW + timedelta(seconds=30))}").sender_id == "c"


@pytest.mark.parametrize("step", [timedelta(minutes=2), timedelta(days=1), timedelta(days=400)])
def test_a_clock_that_steps_back_ends_no_session(step: timedelta) -> None:
    session = check(SECRET, f"Bearer {issue(SECRET, 'c', NOW + step)}")
    assert session.sender_id == "c"


@pytest.mark.parametrize("odd", ["soon", 1e300, -1e300, [], {}, True])
def test_odd_claims_under_our_own_signature_prove_nothing_and_fail_nothing(odd: object) -> None:
    for claim in ("iat", "exp"):
        with contextlib.suppress(NotSignedIn):
            check(SECRET, signed(**{claim: odd}))
    with contextlib.suppress(NotSignedIn):
        assert isinstance(check(SECRET, signed(sub=odd)).sender_id, str)


def unsigned() -> str:
    """The attack of a token that says that it needs no signature."""
    parts = ({"alg": "none", "typ": "JWT"}, {"sub": "c", "iat": 0, "exp": 9_999_999_999})
    return (
        "Bearer "
        + ".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts)
        + "."
    )


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Bearer x",
        "Bearer a.b.c",
        f"Basic {issue(SECRET, 'c')}",
        issue(SECRET, "c"),
        signed(secret="t" * 32),
        signed(algorithm="HS512"),
        unsigned(),
        signed(sub=None),
        signed(iat=None),
        signed(exp=None),
        signed(sub=7),
        signed(exp="never"),
        signed(iat="x"),
        "Bearer é.ü.\ud800",
        "Bearer " + "." * 100_000,
        "Bearer " + base64.urlsafe_b64encode(b"[" * 6000).decode() + ".e30.e30",
    ],
    ids=lambda header: ascii(header)[:20],
)
def test_anything_else_proves_nothing(header: str | None) -> None:
    with pytest.raises(NotSignedIn):
        check(SECRET, header)


@given(text=st.text(st.characters()))
def test_whatever_a_client_sends_is_answered(text: str) -> None:
    for header in (text, f"Bearer {text}"):
        with pytest.raises(NotSignedIn):
            check(SECRET, header)


@given(position=st.integers(0), flip=st.sampled_from("AZaz09-_"))
def test_a_token_changed_in_any_place_proves_nothing_else(position: int, flip: str) -> None:
    token = issue(SECRET, "c", NOW)
    at = position % len(token)
    changed = token[:at] + flip + token[at + 1 :]
    try:
        session = check(SECRET, f"Bearer {changed}")
    except NotSignedIn:
        return
    assert session == check(SECRET, f"Bearer {token}")  # unused bits at the end of the signature


def test_the_secret_is_not_in_the_token() -> None:
    assert SECRET not in issue(SECRET, "c")
