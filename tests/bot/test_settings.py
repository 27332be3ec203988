"""The environment is read once, checked, and documented."""

from __future__ import annotations

import multiprocessing
import os
import re
import stat
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from bot.channels.incoming import MAX_TEXT_CHARACTERS
from bot.channels.rate import MESSAGES, SESSIONS, Limit
from bot.settings import VARIABLES, InvalidSetting, Settings
from tests.helpers import ROOT

DOCUMENT = ROOT / "docs" / "configuration.md"
SPAWN = multiprocessing.get_context("spawn")
SECRET = "0123456789abcdef0123456789abcdef"


def read(**environment: str) -> Settings:
    return Settings.from_environment(environment)


# What the documentation says


def test_the_documentation_lists_exactly_the_variables_that_are_read() -> None:
    rows = re.findall(r"^\| `([A-Z_]+)` \| (.*?) \| (.*) \|$", DOCUMENT.read_text(), re.MULTILINE)
    assert rows == [(variable.name, variable.default, variable.meaning) for variable in VARIABLES]


def test_every_variable_that_the_code_reads_is_in_the_documentation() -> None:
    code = "".join(path.read_text() for floor in ("bot", "actions") for path in (ROOT / floor).rglob("*.py"))
    read_there = set(re.findall(r"(?:environ(?:\.get)?|getenv)[\[(][\"']([A-Z_]+)", code))
    assert read_there, "the pattern no longer finds anything"
    assert read_there <= set(re.findall(r"`([A-Z_]+)`", DOCUMENT.read_text()))


def test_the_variables_are_those_that_others_rely_on() -> None:
    assert {variable.name for variable in VARIABLES} >= {
        *(
            "PORT",
            "HOST",
            "DATA_DIR",
            "DATABASE_URL",
            "REDIS_URL",
            "SESSION_SECRET",
            "WIDGET_ORIGINS",
            "LOG_LEVEL",
        ),
        *("TELEGRAM_BOT_TOKEN", "TELEGRAM_WEBHOOK_URL", "TELEGRAM_WEBHOOK_SECRET", "TELEGRAM_API_URL"),
    }


@pytest.mark.parametrize("limit", [MESSAGES, SESSIONS], ids=lambda limit: limit.name)
def test_the_documentation_tells_the_rate_limits(limit: Limit) -> None:
    told = f"| {limit.count} in {limit.seconds:.0f} seconds, {limit.burst} at once |"
    assert told in DOCUMENT.read_text()


def test_the_documentation_tells_the_size_limits() -> None:
    from bot.rasa.server import MAX_REQUEST_BYTES

    assert f"| characters of one message | {MAX_TEXT_CHARACTERS} |" in DOCUMENT.read_text()
    assert f"| bytes of one request | {MAX_REQUEST_BYTES} |" in DOCUMENT.read_text()


# Defaults


def test_without_any_variable_one_machine_serves_itself_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = read()
    assert (settings.host, settings.port) == ("127.0.0.1", 5005)
    assert settings.data_dir == tmp_path / "var"
    assert settings.database_url == f"sqlite:///{tmp_path}/var/express_entry.db"
    assert settings.redis_url is None
    assert settings.telegram_bot_token is None
    assert settings.widget_origins == ()
    assert (settings.telegram_api_url, settings.log_level) == ("https://api.telegram.org", "INFO")
    assert list(tmp_path.iterdir()) == []  # reading writes nothing


def test_an_empty_variable_counts_as_absent() -> None:
    empty = read(**{variable.name: "  " for variable in VARIABLES})
    assert empty == read()


def test_the_defaults_of_the_documentation_are_those_of_the_code(tmp_path: Path) -> None:
    plain = {
        v.name: v.default
        for v in VARIABLES
        if v.name in ("PORT", "HOST", "MESSAGES_PER_MINUTE", "TELEGRAM_API_URL", "LOG_LEVEL")
    }
    assert read(**plain) == read()


# Values


@pytest.mark.parametrize(
    ("name", "value", "attribute", "expected"),
    [
        ("PORT", "1", "port", 1),
        ("PORT", " 65535 ", "port", 65535),
        ("HOST", "0.0.0.0", "host", "0.0.0.0"),
        ("HOST", "::1", "host", "::1"),
        ("PROXIES", "2", "proxies", 2),
        ("MESSAGES_PER_MINUTE", "600", "messages_per_minute", 600),
        (
            "DATABASE_URL",
            "postgresql://u:p%40@db:5432/name",
            "database_url",
            "postgresql://u:p%40@db:5432/name",
        ),
        ("DATABASE_URL", "postgres://u@db/name", "database_url", "postgresql://u@db/name"),
        ("DATABASE_URL", "postgresql:///name?host=/run", "database_url", "postgresql:///name?host=/run"),
        ("DATABASE_URL", "sqlite:////data/x.db", "database_url", "sqlite:////data/x.db"),
        ("REDIS_URL", "redis://:pw@cache:6379/1", "redis_url", "redis://:pw@cache:6379/1"),
        ("REDIS_URL", "unix:///run/redis.sock", "redis_url", "unix:///run/redis.sock"),
        ("TELEGRAM_API_URL", "http://localhost:8081/", "telegram_api_url", "http://localhost:8081"),
        (
            "WIDGET_ORIGINS",
            "https://a.org/, http://b.org:80",
            "widget_origins",
            ("https://a.org", "http://b.org:80"),
        ),
        ("WIDGET_ORIGINS", "*", "widget_origins", ("*",)),
        ("LOG_LEVEL", "debug", "log_level", "DEBUG"),
    ],
)
def test_a_good_value_is_taken(name: str, value: str, attribute: str, expected: object) -> None:
    assert getattr(read(**{name: value}), attribute) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("PORT", value) for value in ("0", "65536", "-1", "5005x", "5 5", "٣", "1e3")),
        *(("HOST", value) for value in ("a b", "http://x", "x/y", "x;y")),
        *(("MESSAGES_PER_MINUTE", value) for value in ("0", "100001", "many")),
        *(("PROXIES", value) for value in ("-1", "10", "one")),
        *(("DATA_DIR", value) for value in (__file__, "/tmp/what?")),
        *(
            ("DATABASE_URL", value)
            for value in ("sqlite://", "sqlite:///", "sqlite:///:memory:", "sqlite:///file:x")
        ),
        *(
            ("DATABASE_URL", value)
            for value in ("sqlite:///x.db?mode=ro", "sqlite:////tmp", "mysql://u@h/n", "x")
        ),
        *(("DATABASE_URL", value) for value in ("postgresql://", "postgresql://host", "postgresql://host/")),
        *(("DATABASE_URL", f"postgresql://u:{password}@h/n") for password in ("p/w", "p#w", "p@w", "p w")),
        ("DATABASE_URL", "postgresql://h:port/n"),
        *(
            ("REDIS_URL", value)
            for value in ("cache:6379", "http://cache", "redis://", "redis://h:x", "unix://", "x")
        ),
        *(("SESSION_SECRET", value) for value in ("short", "x" * 31)),
        *(("TELEGRAM_BOT_TOKEN", value) for value in ("a b", "a/b", "x?y")),
        *(
            ("TELEGRAM_API_URL", value)
            for value in ("api.telegram.org", "ftp://x", "http://", "http://x y", "http://h:0")
        ),
        *(
            ("WIDGET_ORIGINS", value)
            for value in ("example.org", "https://a.org/path", "https://a.org **", "null")
        ),
        ("LOG_LEVEL", "LOUD"),
    ],
)
def test_a_bad_value_is_refused_by_its_name(name: str, value: str) -> None:
    with pytest.raises(InvalidSetting, match=f"^{name}: ") as refused:
        read(**{name: value})
    assert refused.value.name == name


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://u:canary@h/n"),
        ("DATABASE_URL", "postgresql://u:can/canary@h/n"),
        ("REDIS_URL", "http://:canary@h"),
        ("SESSION_SECRET", "canary"),
        ("TELEGRAM_BOT_TOKEN", "canary!"),
        ("TELEGRAM_WEBHOOK_SECRET", "canary!"),
    ],
)
def test_a_refused_secret_is_not_shown(name: str, value: str) -> None:
    with pytest.raises(InvalidSetting) as refused:
        read(**{name: value})
    assert "canary" not in str(refused.value)


def test_secrets_are_not_in_the_representation() -> None:
    settings = read(
        DATABASE_URL="postgresql://u:canary@h/n",
        REDIS_URL="redis://:canary@h",
        SESSION_SECRET=f"canary{SECRET}",
        TELEGRAM_BOT_TOKEN="1:canary",
        TELEGRAM_WEBHOOK_URL="https://example.org",
        TELEGRAM_WEBHOOK_SECRET="canary",
    )
    assert settings.session_secret.startswith("canary")
    assert "canary" not in repr(settings)


def test_a_webhook_needs_its_secret_and_encryption() -> None:
    with pytest.raises(InvalidSetting, match="TELEGRAM_WEBHOOK_SECRET"):
        read(TELEGRAM_WEBHOOK_URL="https://example.org")
    with pytest.raises(InvalidSetting, match="TELEGRAM_WEBHOOK_URL"):
        read(TELEGRAM_WEBHOOK_URL="http://example.org", TELEGRAM_WEBHOOK_SECRET="s")
    for secret in ("with space", "x" * 257, "é"):
        with pytest.raises(InvalidSetting, match="TELEGRAM_WEBHOOK_SECRET"):
            read(TELEGRAM_WEBHOOK_URL="https://example.org", TELEGRAM_WEBHOOK_SECRET=secret)


# The session secret


def test_a_given_secret_is_used_and_nothing_is_written(tmp_path: Path) -> None:
    settings = read(SESSION_SECRET=SECRET, DATA_DIR=str(tmp_path / "var"))
    assert settings.session_secret == SECRET
    assert list(tmp_path.iterdir()) == []


def test_a_secret_is_made_once_and_kept_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "var"
    old_mask = os.umask(0)
    try:
        made = read(DATA_DIR=str(folder)).session_secret
    finally:
        os.umask(old_mask)
    assert len(made) >= 32
    assert read(DATA_DIR=str(folder)).session_secret == made
    assert [path.name for path in folder.iterdir()] == ["session_secret"]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "session_secret").stat().st_mode) == 0o600


def test_two_folders_have_two_secrets(tmp_path: Path) -> None:
    made = {read(DATA_DIR=str(tmp_path / name)).session_secret for name in "ab"}
    assert len(made) == 2


def make_secrets(folders: list[str], start: Barrier, report: Connection) -> None:
    """Ask for the secret of each folder at the same time as another process."""
    made = []
    for folder in folders:
        settings = Settings.from_environment({"DATA_DIR": folder})
        start.wait()
        made.append(settings.session_secret)
    report.send(made)


def test_processes_that_start_at_once_have_the_same_secret(tmp_path: Path) -> None:
    folders = [str(tmp_path / str(number)) for number in range(20)]
    start, pipes = SPAWN.Barrier(3), [SPAWN.Pipe(duplex=False) for _ in range(3)]
    processes = [SPAWN.Process(target=make_secrets, args=(folders, start, report)) for _, report in pipes]
    for process in processes:
        process.start()
    first, second, third = (results.recv() for results, _ in pipes)
    for process in processes:
        process.join()
    assert first == second == third
    assert len(set(first)) == 20
    assert {file.name for folder in folders for file in Path(folder).iterdir()} == {"session_secret"}


@pytest.mark.parametrize("content", [b"", b"short\n", b"\xff\xfe" * 40], ids=repr)
def test_a_kept_secret_that_is_no_good_is_refused_rather_than_replaced(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "session_secret").write_bytes(content)
    with pytest.raises(InvalidSetting, match="DATA_DIR"):
        _ = read(DATA_DIR=str(tmp_path)).session_secret
    assert (tmp_path / "session_secret").read_bytes() == content


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InvalidSetting, match="DATA_DIR"):
        _ = read(DATA_DIR=str(tmp_path / "file" / "var")).session_secret
