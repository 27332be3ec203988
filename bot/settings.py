"""The environment of the program, read once into one frozen object.

``VARIABLES`` is the whole list: ``docs/configuration.md`` shows it, and a test compares the two.
"""

from __future__ import annotations

import os
import re
import secrets
import tempfile
from base64 import urlsafe_b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

DATABASE_FILE = "express_entry.db"
SECRET_FILE = "session_secret"
PUSH_KEY_FILE = "push_key"
SECRET_FILES = (SECRET_FILE, PUSH_KEY_FILE)
"""What is kept beside the database in ``DATA_DIR`` and belongs into a backup."""
SHORTEST_SECRET = 32
DAYS_A_MONTH = 365.2425 / 12
P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""A private key of the curve P-256 is a number from 1 to this one less 1."""
PUSH_SERVICES = (
    "https://fcm.googleapis.com,https://*.push.services.mozilla.com,"
    "https://*.push.apple.com,https://*.notify.windows.com"
)
"""Where the browsers in use take notices."""
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


class InvalidSetting(ValueError):
    """An environment variable has a value that cannot be used; the message names it and what is allowed."""

    def __init__(self, name: str, allowed: str) -> None:
        super().__init__(f"{name}: {allowed}")
        self.name = name


Check = Callable[[str, str], Any]
"""Takes the name of a variable and what is given for it; gives the value to be used."""


def _secret(name: str, value: str) -> str:
    if len(value) < SHORTEST_SECRET:
        raise InvalidSetting(name, f"it needs at least {SHORTEST_SECRET} characters")
    return value


def _push_key(name: str, value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9_-]{43}", value):
        raise InvalidSetting(name, "a private key of the curve P-256 in base64url is needed, 43 characters")
    return value


def _push_services(name: str, value: str) -> tuple[str, ...]:
    services = tuple(each.strip().rstrip("/").lower() for each in value.split(",") if each.strip())
    if not all(re.fullmatch(r"https?://[a-z0-9.*-]+(?::[0-9]{1,5})?", service) for service in services):
        raise InvalidSetting(
            name, "addresses such as https://push.example.org are needed, with commas between"
        )
    return services


def _whole_number(least: int, most: int) -> Check:
    def check(name: str, value: str) -> int:
        if not re.fullmatch(r"[0-9]{1,6}", value) or not least <= int(value) <= most:
            raise InvalidSetting(name, f"a whole number from {least} to {most} is needed, not {value!r}")
        return int(value)

    return check


def _host(name: str, value: str) -> str:
    if not re.fullmatch(r"[0-9A-Za-z.:_-]+", value):
        raise InvalidSetting(name, f"a host name or an IP address is needed, not {value!r}")
    return value


def _folder(name: str, value: str) -> Path:
    path = Path(value).expanduser().absolute()
    if "?" in value:
        raise InvalidSetting(name, "a folder whose path has no question mark is needed")
    if path.exists() and not path.is_dir():
        raise InvalidSetting(name, f"a folder is needed, and {value!r} is a file")
    return path


def _database(name: str, value: str) -> str:
    """Check ``DATABASE_URL``; its value is never shown, since it may hold a password."""
    allowed = "postgresql://user:password@host/name or sqlite:///path is needed"
    scheme, _, rest = value.partition("://")
    if scheme == "sqlite":
        file = Path(rest.removeprefix("/")).expanduser().absolute()
        if (
            not rest.startswith("/")
            or rest.startswith(("/:memory:", "/file:"))
            or "?" in rest
            or file.is_dir()
        ):
            raise InvalidSetting(name, f"{allowed}; a database in memory cannot be shared by the processes")
        return f"sqlite:///{file}"
    parts = _split(value)
    if (
        scheme not in ("postgres", "postgresql", "postgresql+psycopg2")
        or parts is None
        or parts.path in ("", "/")
    ):
        raise InvalidSetting(name, f"{allowed}, with %40 for @, %2F for / and so on in a password")
    return value if scheme != "postgres" else f"postgresql://{rest}"


def _redis(name: str, value: str) -> str:
    """Check ``REDIS_URL``; its value is never shown, since it may hold a password."""
    parts = _split(value)
    if parts is None or parts.scheme not in ("redis", "rediss", "unix"):
        raise InvalidSetting(name, "an address that begins with redis://, rediss:// or unix:// is needed")
    if not (parts.path if parts.scheme == "unix" else parts.hostname):
        raise InvalidSetting(name, "redis://host:6379/0 or unix:///path/of/the/socket is needed")
    return value


def _bot_token(name: str, value: str) -> str:
    if not re.fullmatch(r"[0-9A-Za-z:_-]+", value):
        raise InvalidSetting(name, "only letters, digits, ':', '_' and '-' are allowed")
    return value


def _webhook_secret(name: str, value: str) -> str:
    if not re.fullmatch(r"[0-9A-Za-z_-]{1,256}", value):
        raise InvalidSetting(name, "1 to 256 letters, digits, '_' or '-' are needed")
    return value


def _web_address(name: str, value: str) -> str:
    if not _is_address(value, ("http", "https")):
        raise InvalidSetting(name, f"an http:// or https:// address is needed, not {value!r}")
    return value.rstrip("/")


def _https(name: str, value: str) -> str:
    if not _is_address(value, ("https",)):
        raise InvalidSetting(name, f"an https:// address is needed, not {value!r}")
    return value.rstrip("/")


def _origins(name: str, value: str) -> tuple[str, ...]:
    origins = tuple(origin.rstrip("/") for origin in value.replace(",", " ").split())
    for origin in origins:
        if origin != "*" and (not _is_address(origin, ("http", "https")) or origin.count("/") != 2):
            raise InvalidSetting(
                name, f"origins such as https://example.org, or *, are needed, not {origin!r}"
            )
    return origins


def _is_address(value: str, schemes: tuple[str, ...]) -> bool:
    parts = _split(value)
    return parts is not None and parts.scheme in schemes and bool(parts.hostname)


def _split(value: str) -> SplitResult | None:
    """The parts of an address, or None where it is none."""
    try:
        parts = urlsplit(value)
        usable = parts.port != 0 and parts.netloc.count("@") <= 1 and re.fullmatch(r"\S+", value)
    except ValueError:
        return None
    return parts if usable else None


def _log_level(name: str, value: str) -> str:
    level = value.upper()
    if level not in LOG_LEVELS:
        raise InvalidSetting(name, f"one of {', '.join(LOG_LEVELS)} is needed, not {value!r}")
    return level


@dataclass(frozen=True)
class Variable:
    """One environment variable.

    Attributes:
        name: its name; in small letters that of the attribute of :class:`Settings`.
        default: what holds where it is absent, as the documentation shows it.
        meaning: what it is for.
        check: gives the value to be used, or raises :class:`InvalidSetting`.
        optional: absent is None, and ``default`` only tells what that means.
    """

    name: str
    default: str
    meaning: str
    check: Check
    optional: bool = False

    def read(self, environment: Mapping[str, str]) -> Any:
        """Its checked value; an empty one counts as absent."""
        given = environment.get(self.name, "").strip() or (None if self.optional else self.default)
        return None if given is None else self.check(self.name, given)


VARIABLES = (
    Variable("PORT", "5005", "The TCP port of the page and of the API, 1 to 65535.", _whole_number(1, 65535)),
    Variable(
        "HOST",
        "127.0.0.1",
        "The address to listen on. `0.0.0.0` opens the port to the network; put a TLS proxy in front of it.",
        _host,
    ),
    Variable(
        "PROXIES",
        "0",
        "How many reverse proxies stand before this server, 0 to 9; from `X-Forwarded-For` the caller's "
        "address is taken as the outermost of them saw it. With 0 that header counts for nothing.",
        _whole_number(0, 9),
    ),
    Variable(
        "REPLICAS",
        "one for each core, at most 4; fewer where memory is short",
        "How many processes serve the port of this machine, 1 to 64.",
        _whole_number(1, 64),
        optional=True,
    ),
    Variable(
        "DATA_DIR",
        "./var",
        "The folder for what the bot writes: database, session secret, caches. It is made if absent.",
        _folder,
    ),
    Variable(
        "DATABASE_URL",
        "SQLite, `express_entry.db` in `DATA_DIR`",
        "`postgresql://user:password@host/name`, or `sqlite:///path/to/file.db`. "
        "Several machines need PostgreSQL.",
        _database,
        optional=True,
    ),
    Variable(
        "REDIS_URL",
        "none: one machine",
        "`redis://host:6379/0` (or `rediss://`, `unix://`): locks and rate limits that machines share.",
        _redis,
        optional=True,
    ),
    Variable(
        "SESSION_SECRET",
        "made once and kept in `DATA_DIR`",
        "Signs the sessions of the web page, at least 32 characters. Replicas need the same one; "
        "a new one ends every session.",
        _secret,
        optional=True,
    ),
    Variable(
        "MESSAGES_PER_MINUTE",
        "60",
        "How many messages one conversation may send in a minute, 1 to 100000; half of them at once.",
        _whole_number(1, 100_000),
    ),
    Variable(
        "TELEGRAM_BOT_TOKEN",
        "none: no Telegram",
        "The token that @BotFather gave for the bot.",
        _bot_token,
        optional=True,
    ),
    Variable(
        "TELEGRAM_WEBHOOK_URL",
        "none: long polling",
        "The public `https://` address of this server; Telegram then sends its updates there.",
        _https,
        optional=True,
    ),
    Variable(
        "TELEGRAM_WEBHOOK_SECRET",
        "none; needed with `TELEGRAM_WEBHOOK_URL`",
        "1 to 256 letters, digits, `_` or `-`; an update without it is refused.",
        _webhook_secret,
        optional=True,
    ),
    Variable(
        "TELEGRAM_API_URL",
        "https://api.telegram.org",
        "Another server of the Telegram Bot API.",
        _web_address,
    ),
    Variable(
        "WIDGET_ORIGINS",
        "none: only this server's own page",
        "The origins of the pages that may embed the widget, separated by commas "
        "(`https://example.org,https://www.example.org`), or `*` for all.",
        _origins,
        optional=True,
    ),
    Variable(
        "PUSH_KEY",
        "made once and kept in `DATA_DIR`",
        "The private key by which push services know this server (VAPID): 32 bytes in base64url. Replicas "
        "need the same one; with a new one everybody has to turn notices on again.",
        _push_key,
        optional=True,
    ),
    Variable(
        "PUSH_SERVICES",
        PUSH_SERVICES,
        "The push services to which notices may be sent, separated by commas; `*` is any part of a name.",
        _push_services,
    ),
    Variable(
        "ACTIONS_URL",
        "none: in Rasa's process",
        "The address of an action server of your own, such as `http://127.0.0.1:5055/webhook`.",
        _web_address,
        optional=True,
    ),
    Variable(
        "METRICS_TOKEN",
        "none: no `/metrics`",
        "What Prometheus sends as `Authorization: Bearer …` to read `/metrics`, at least 32 characters.",
        _secret,
        optional=True,
    ),
    Variable(
        "REQUEST_LOG", "0", "1 writes a line of JSON for each request, without persons.", _whole_number(0, 1)
    ),
    Variable(
        "KEEP_MONTHS",
        "12",
        "How many months after their last message those who asked to be remembered are erased, 1 to 120. "
        "The bot says so when they ask.",
        _whole_number(1, 120),
    ),
    Variable("LOG_LEVEL", "INFO", "`DEBUG`, `INFO`, `WARNING`, `ERROR` or `CRITICAL`.", _log_level),
)


@dataclass(frozen=True)
class Settings:
    """What the environment says, checked. Secrets are left out of its ``repr``."""

    port: int
    host: str
    proxies: int
    replicas: int | None
    data_dir: Path
    database_url: str = field(repr=False)
    redis_url: str | None = field(repr=False)
    given_session_secret: str | None = field(repr=False)
    messages_per_minute: int
    telegram_bot_token: str | None = field(repr=False)
    telegram_webhook_url: str | None
    telegram_webhook_secret: str | None = field(repr=False)
    telegram_api_url: str
    widget_origins: tuple[str, ...]
    given_push_key: str | None = field(repr=False)
    push_services: tuple[str, ...]
    actions_url: str | None
    metrics_token: str | None = field(repr=False)
    request_log: int
    keep_months: int
    log_level: str

    @property
    def longest_kept(self) -> timedelta:
        """How long after their last message anybody is remembered."""
        return timedelta(days=round(self.keep_months * DAYS_A_MONTH))

    @cached_property
    def session_secret(self) -> str:
        """The secret that signs sessions; made and kept in ``data_dir`` (mode 0600) if none was given.

        Raises:
            InvalidSetting: the kept file cannot be read or written, or holds too little.
        """
        if self.given_session_secret is not None:
            return self.given_session_secret
        try:
            kept = _kept_secret(self.data_dir, SECRET_FILE, lambda: secrets.token_urlsafe(SHORTEST_SECRET))
        except (OSError, UnicodeDecodeError) as error:
            raise InvalidSetting("DATA_DIR", f"the session secret cannot be kept there ({error})") from error
        if len(kept) < SHORTEST_SECRET:
            raise InvalidSetting(
                "DATA_DIR", f"{SECRET_FILE} there is too short; without it a new one is made"
            )
        return kept

    @cached_property
    def push_key(self) -> str:
        """The private key by which push services know this server; made and kept likewise.

        Raises:
            InvalidSetting: the kept file cannot be read or written, or holds no key.
        """
        if self.given_push_key is not None:
            return self.given_push_key
        try:
            return _push_key(PUSH_KEY_FILE, _kept_secret(self.data_dir, PUSH_KEY_FILE, _new_push_key))
        except (OSError, UnicodeDecodeError, InvalidSetting) as error:
            raise InvalidSetting("DATA_DIR", f"the key for notices cannot be kept there ({error})") from error

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """Read and check every variable; one that is empty counts as absent. Writes nothing.

        Raises:
            InvalidSetting: a value cannot be used; the message names the variable and what is allowed.
        """
        found = {variable.name.lower(): variable.read(environment) for variable in VARIABLES}
        if found["telegram_webhook_url"] and not found["telegram_webhook_secret"]:
            raise InvalidSetting("TELEGRAM_WEBHOOK_SECRET", "it is needed where TELEGRAM_WEBHOOK_URL is set")
        found["given_session_secret"] = found.pop("session_secret")
        found["given_push_key"] = found.pop("push_key")
        found["database_url"] = found["database_url"] or f"sqlite:///{found['data_dir'] / DATABASE_FILE}"
        found["widget_origins"] = found["widget_origins"] or ()
        return cls(**found)


def _new_push_key() -> str:
    number = 1 + secrets.randbelow(P256_ORDER - 1)
    return urlsafe_b64encode(number.to_bytes(32, "big")).rstrip(b"=").decode()


def _kept_secret(data_dir: Path, name: str, make: Callable[[], str]) -> str:
    """Read the kept secret, or make it; of several processes that make one at once all get the same."""
    path = data_dir / name
    if not path.exists():
        data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor, draft = tempfile.mkstemp(dir=data_dir, prefix=f".{name}-")  # mode 0600
        try:
            with os.fdopen(descriptor, "w") as file:
                file.write(make())
                file.flush()
                os.fsync(file.fileno())
            os.link(draft, path)  # fails where another process was first: a secret never changes
        except FileExistsError:
            pass
        finally:
            os.unlink(draft)
    return path.read_text().strip()
