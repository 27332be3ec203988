"""Logging without what people type. Call :func:`configure` before Rasa is imported."""

from __future__ import annotations

import logging
import sys
import warnings
from typing import Any

import structlog

OURS = ("actions", "bot", "express_entry")


def configure(level: str) -> None:
    """Log to standard error: our own modules at ``level`` ("INFO", …), all others from warnings on.

    Rasa hands whole messages to structlog at debug level, which prints everything when nobody has
    configured it: others never get below INFO here, whatever ``level`` says.
    """
    number = logging.getLevelName(level)
    others = max(number, logging.INFO if number < logging.INFO else logging.WARNING)
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(others),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    logging.basicConfig(
        level=others, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s: %(message)s", force=True
    )
    for name in OURS:
        logging.getLogger(name).setLevel(number)
    for name in ("rasa", "rasa_sdk", "sanic", "sanic.root", "sanic.access"):
        logging.getLogger(name).setLevel(others)
    warnings.showwarning = _keep_silent


def _keep_silent(*warning: Any, **more: Any) -> None:
    """The libraries that Rasa pins warn of their own age, and some of them undo the usual filters."""
