"""Gives back two names that Rasa looks for where newer libraries have them no more.

Rasa 3.6 was written for numpy 1 and an old packaging; why it runs on newer ones, and until when:
``docs/adr/0009-python-3.12.md``.
"""

from __future__ import annotations

import numpy as np
import packaging.version


class LegacyVersion(packaging.version.Version):
    """What packaging once made of a version that is none; it raises now, so that none is ever made."""


def give_back() -> None:
    """Put both names where Rasa imports them from; safe to call twice."""
    for module, name, meant in (
        (np, "VisibleDeprecationWarning", np.exceptions.VisibleDeprecationWarning),
        (packaging.version, "LegacyVersion", LegacyVersion),
    ):
        if not hasattr(module, name):
            setattr(module, name, meant)
