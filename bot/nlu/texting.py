"""A message as it would be written out: « g 31 ans » is « j'ai 31 ans », "hv 4 yrs exp" is "have 4 yrs exp".

Whoever texts writes sounds down and runs words together, and whoever lives in two languages borrows words of
the other: « 3 years d'expérience ». All that reads a message (facts, what it means, what is quoted from it)
knows words; so what is texted or borrowed gives way to them before anything is read, by
``data/nlu/texting.yml``. A word in capitals is left alone: it is a name (DEP, PR).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.nlu.language import mostly
from express_entry.yaml_files import read_yaml

TEXTING = Path(__file__).parents[2] / "data" / "nlu" / "texting.yml"
_FIRST, _LAST = r"(?<![\w'’.@/-])", r"(?![\w'’@-])"
"""No part of a word, of an address, or of a name with a hyphen."""
_SENTENCE = re.compile(r"(?:^|[.!?…\n])\s*$")


@dataclass(frozen=True)
class _Texted:
    """Words of one kind: where they stand, and what they stand for."""

    found: re.Pattern[str]
    meant: Mapping[str, str] | str
    behind: re.Pattern[str] | None = None
    not_behind: re.Pattern[str] | None = None

    def written_out(self, text: str) -> str:
        return self.found.sub(self._meant, text)

    def _meant(self, match: re.Match[str]) -> str:
        word, before = match[0], match.string[: match.start()]
        if not word.islower() and not word.isdigit() and not _SENTENCE.search(before):
            return word
        if len(word) > 1 and word.isupper():
            return word
        if self.behind is not None and not self.behind.search(before):
            return word
        if self.not_behind is not None and self.not_behind.search(before):
            return word
        return self.meant if isinstance(self.meant, str) else self.meant[word.lower()]


def written_out(text: str, lang: str) -> str:
    """``text`` with words in place of what is texted or borrowed, in its own language; ``lang`` where that is
    unclear. A command and a text without any of it stay as they are."""
    if text.startswith("/"):
        return text
    for each in _texted()[mostly(text, lang)]:
        text = each.written_out(text)
    return text


@lru_cache(maxsize=1)
def _texted() -> Mapping[str, tuple[_Texted, ...]]:
    loaded: dict[str, Any] = read_yaml(TEXTING)
    return {
        lang: (
            _listed(listed["words"] | listed["borrowed"]),
            *(_beside(**entry) for entry in listed["beside"]),
        )
        for lang, listed in loaded.items()
    }


def _listed(words: Mapping[str, str]) -> _Texted:
    return _Texted(_pattern(f"{_FIRST}(?:{'|'.join(map(re.escape, words))}){_LAST}"), words)


def _beside(
    texted: str,
    meant: str,
    before: str | None = None,
    behind: str | None = None,
    not_behind: str | None = None,
    joined: str | None = None,
) -> _Texted:
    ends = f"(?={joined}{_LAST})" if joined else _LAST + (f"(?= {before}{_LAST})" if before else "")
    return _Texted(_pattern(f"{_FIRST}(?:{texted}){ends}"), meant, _ending(behind), _ending(not_behind))


def _ending(words: str | None) -> re.Pattern[str] | None:
    return _pattern(rf"\b{words} $") if words else None


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
