"""The log, and what becomes of errors that nobody caught: they are logged and told, and the window lives on."""

from __future__ import annotations

import faulthandler
import logging
import platform
import sys
import threading
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QObject, Signal

from audiosep_core.library.homeless import HomelessFormatter
from desktop.services.paths import crash_file, log_file

logger = logging.getLogger(__name__)

LOG_BYTES = 1_000_000
OLD_LOGS = 3
_FORMAT = "%(asctime)s %(levelname)s %(name)s [%(threadName)s] %(message)s"


class Uncaught(QObject):
    """Hooks for exceptions that reached the top of a thread.

    They run on the thread that failed, so all they may do is log and emit; a view connects a bound method and says it.

    Signals:
        raised: One line: type and text of the exception.
    """

    raised = Signal(str)

    def install(self) -> None:
        """Take over `sys.excepthook` (slots and Qt's threads too) and `threading.excepthook`."""
        sys.excepthook = self._from_anywhere
        threading.excepthook = self._from_thread

    def _from_anywhere(self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, traceback)
            return
        logger.critical("nobody caught this", exc_info=(kind, error, traceback))
        self.raised.emit(f"{kind.__name__}: {error}")

    def _from_thread(self, what: threading.ExceptHookArgs) -> None:
        if what.exc_value is not None and not issubclass(what.exc_type, SystemExit):
            self._from_anywhere(what.exc_type, what.exc_value, what.exc_traceback)


@dataclass(frozen=True)
class Logs:
    """What `start_logging` set up. `last_crash` is what the program's last run left when it crashed, or ""."""

    file: Path | None
    last_crash: str
    uncaught: Uncaught


# faulthandler writes to a bare file number: the file has to stay open as long as the process.
_crash_log: TextIO | None = None


def start_logging(level: int = logging.INFO) -> Logs:
    """Log to a rotating file in the log folder, to stderr where there is one, and catch what nobody catches.

    A folder that cannot be written costs the log, never the start.
    """
    uncaught = Uncaught()
    uncaught.install()
    root = logging.getLogger()
    root.setLevel(level)
    formatter = HomelessFormatter(_FORMAT)
    # A windowed program has no stderr (pythonw, frozen).
    if sys.stderr is not None:
        _add(root, logging.StreamHandler(sys.stderr), formatter)
    try:
        path = log_file()
        handler = RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=OLD_LOGS, encoding="utf-8", delay=False)
        last_crash = _watch_for_crashes(crash_file())
    except OSError as error:
        logger.warning("no log is written: %s", error)
        return Logs(None, "", uncaught)
    _add(root, handler, formatter)
    logger.info("Python %s, %s", platform.python_version(), platform.platform())
    if last_crash:
        logger.warning("the last run ended in a crash:\n%s", last_crash)
    return Logs(path, last_crash, uncaught)


def _add(root: logging.Logger, handler: logging.Handler, formatter: logging.Formatter) -> None:
    handler.setFormatter(formatter)
    root.addHandler(handler)


def _watch_for_crashes(path: Path) -> str:
    global _crash_log
    last = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    crash_log = path.open("w", encoding="utf-8")
    faulthandler.enable(crash_log)
    if _crash_log is not None:
        _crash_log.close()
    _crash_log = crash_log
    return last.strip()
