"""The lists of words say each kind once: of two lists by one name, YAML would drop the first in silence."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

LISTS = sorted((Path(__file__).parents[3] / "data" / "nlu" / "lexicon").glob("*.yml"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_each_kind_of_word_is_listed_once(path: Path) -> None:
    kinds = Counter(re.findall(r"^([A-Z_]+):", path.read_text(encoding="utf-8"), re.MULTILINE))

    assert kinds
    assert [kind for kind, times in kinds.items() if times > 1] == []
