"""The page about commands."""

from __future__ import annotations

import pytest

from tools.commands_page import PAGE, page


@pytest.mark.parametrize("columns", ["40", "200"])
def test_it_is_what_the_commands_say_of_themselves_however_wide_the_terminal(
    columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    assert PAGE.read_text(encoding="utf-8") == page(), "renew it: python -m tools.commands_page"
