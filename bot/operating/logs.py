"""Logging without what people type. Call :func:`configure` before Rasa is imported.

A line holds what we wrote ourselves, and numbers. Of what libraries say only the place stands there, and of
an exception its kind and where it was raised: both may quote a message, a fact or somebody's id. What
repeats itself is counted (:data:`WINDOW_SECONDS`).
"""

from __future__ import annotations

import errno
import logging
import re
import sys
import threading
import time
import traceback
import warnings
from collections.abc import Iterator, MutableMapping
from types import TracebackType
from typing import Any

import structlog

OURS = ("actions", "bot", "express_entry")
IMPERSONAL = ("bot.sources.", "express_entry.", "bot.settings")
"""Exceptions of these modules are about public figures and settings: what they say may be read."""
WINDOW_SECONDS, LINES, TRACEBACKS = 60.0, 10, 1
"""How many warnings of one place, and how many tracebacks, stand in the log within so many seconds."""
DEEPEST = 12
"""Frames of a traceback, the innermost."""
_NAME = re.compile(r"[a-z0-9_.]{1,100}")


def configure(level: str) -> None:
    """Log to standard error: our own modules at ``level`` ("INFO", …), all others from warnings on.

    Rasa hands whole messages to structlog at debug level, which prints everything when nobody has
    configured it: others never get below INFO here, whatever ``level`` says.
    """
    number = logging.getLevelName(level)
    others = max(number, logging.INFO if number < logging.INFO else logging.WARNING)
    structlog.configure(
        processors=[_event],
        wrapper_class=structlog.make_filtering_bound_logger(others),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.addFilter(Repeats())
    logging.basicConfig(level=others, handlers=[handler], force=True)
    for name in OURS:
        logging.getLogger(name).setLevel(number)
    for name in ("rasa", "rasa_sdk", "sanic", "sanic.root", "sanic.access"):
        logging.getLogger(name).setLevel(others)
    warnings.showwarning = _keep_silent
    logging.raiseExceptions = False  # or a line that cannot be written is quoted with all that is in it
    sys.excepthook = _uncaught
    threading.excepthook = lambda found: _uncaught(found.exc_type, found.exc_value, found.exc_traceback)
    sys.unraisablehook = lambda found: _uncaught(found.exc_type, found.exc_value, found.exc_traceback)


class Discreet(logging.Formatter):
    """Formats records so that nothing in them can be a person's."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, and below it where an exception was raised."""
        safe = logging.makeLogRecord({**vars(record), "exc_info": None, "exc_text": None, "stack_info": None})
        safe.msg, safe.args = _message(record), None
        repeated = getattr(record, "repeated", 0)
        if repeated:
            safe.msg += f" ({repeated} more like this since the last)"
        lines = [super().format(safe)]
        if isinstance(record.exc_info, tuple) and record.exc_info[1] is not None:
            lines += _where(record.exc_info[1])
        return "\n".join(lines)


class Repeats(logging.Filter):
    """Lets a place in the code say the same only so often; what it left out is counted on its next line."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: dict[tuple[Any, ...], tuple[float, int, int]] = {}
        self._lock = threading.Lock()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is written."""
        if record.levelno < logging.WARNING:
            return True
        most = TRACEBACKS if record.exc_info else LINES
        kind = record.exc_info[0] if isinstance(record.exc_info, tuple) else None
        key = (record.name, record.pathname, record.lineno, kind)
        now = time.monotonic()
        with self._lock:
            began, written, left_out = self._seen.get(key, (now, 0, 0))
            if now - began > WINDOW_SECONDS:
                began, written = now, 0
            if written >= most:
                self._seen[key] = began, written, left_out + 1
                return False
            self._seen[key] = began, written + 1, 0
        record.repeated = left_out
        return True


def _message(record: logging.LogRecord) -> str:
    if record.name.partition(".")[0] not in OURS:
        return f"{record.module} line {record.lineno}"
    arguments = record.args if isinstance(record.args, tuple) else (record.args,)
    told = tuple(_kind(each) if isinstance(each, BaseException) else each for each in arguments if each != {})
    try:
        return str(record.msg) % told if told else str(record.msg)
    except (TypeError, ValueError):
        return f"{record.module} line {record.lineno}"


def _kind(problem: BaseException) -> str:
    """What kind of exception it is; what it says only where that can be nobody's."""
    kind = type(problem)
    if f"{kind.__module__}.".startswith(IMPERSONAL):
        return str(problem)
    code = getattr(problem, "pgcode", None) or errno.errorcode.get(getattr(problem, "errno", None) or 0)
    return f"{kind.__name__} {code}" if code else kind.__name__


def _where(problem: BaseException | None) -> Iterator[str]:
    """The exception and those that led to it, the last first: kinds and places."""
    seen = set[int]()
    while problem is not None and id(problem) not in seen:
        seen.add(id(problem))
        frames = traceback.extract_tb(problem.__traceback__)[-DEEPEST:]
        yield f"  {_kind(problem)}"
        yield from (f"    {frame.filename}:{frame.lineno} {frame.name}" for frame in reversed(frames))
        original = getattr(problem, "orig", None)
        problem = problem.__cause__ or problem.__context__ or original


def _event(_logger: Any, method: str, event: MutableMapping[str, Any]) -> str:
    """Of structlog's events the name, if it is one."""
    name = str(event.get("event", ""))
    return f"{method.upper()} {name if _NAME.fullmatch(name) else 'a library'}"


def _uncaught(
    kind: type[BaseException] | None, problem: BaseException | None, place: TracebackType | None
) -> None:
    if problem is None or isinstance(problem, KeyboardInterrupt):
        return
    logging.getLogger("bot").critical("Nobody handled an error", exc_info=(type(problem), problem, place))


def _keep_silent(*warning: Any, **more: Any) -> None:
    """The libraries that Rasa pins warn of their own age, and some of them undo the usual filters."""
