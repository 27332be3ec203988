"""Logging without what people type. Call :func:`configure` before Rasa is imported."""

from __future__ import annotations

import logging
import sys

import structlog

QUIET = ("apscheduler", "matplotlib", "sanic.access", "asyncio", "absl", "tensorflow", "h5py", "numexpr")


def configure(level: str) -> None:
    """Log at ``level`` ("INFO", …) to standard error.

    Rasa hands whole messages to structlog at debug level, which prints everything when nobody has
    configured it: it never gets below INFO here, whatever ``level`` says.
    """
    number = logging.getLevelName(level)
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(max(number, logging.INFO)),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    logging.basicConfig(
        level=number, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s: %(message)s", force=True
    )
    logging.getLogger("rasa").setLevel(max(number, logging.INFO))
    for noisy in QUIET:
        logging.getLogger(noisy).setLevel(max(number, logging.WARNING))
