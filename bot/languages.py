"""The two official languages, and the locale of each."""

from __future__ import annotations

from typing import Literal, get_args

Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
LOCALES = {"en": "en_CA", "fr": "fr_CA"}
