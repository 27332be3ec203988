"""The two official languages, and the locale of each."""

from __future__ import annotations

LANGUAGES = ("en", "fr")
LOCALES = {"en": "en_CA", "fr": "fr_CA"}
