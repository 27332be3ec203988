"""The audit trail says what was done by hand, and names nobody."""

import json
from pathlib import Path

from bot.operating.audit import FILE, note

PERSON = "3f1c-person"


def test_each_act_is_a_line_that_names_nobody(tmp_path: Path) -> None:
    note(tmp_path, "export", PERSON)
    note(tmp_path, "forget", PERSON)
    note(tmp_path, "backup")

    text = (tmp_path / FILE).read_text()
    lines = [json.loads(line) for line in text.splitlines()]
    assert [line["act"] for line in lines] == ["export", "forget", "backup"]
    assert lines[0]["who"] == lines[1]["who"]
    assert PERSON not in text
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600
