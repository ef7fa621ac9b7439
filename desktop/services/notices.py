"""One bus for what the program has to tell a person. Whoever has something to say need not know a window."""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from audiosep_core.errors import AudioSepError, Cancelled

logger = logging.getLogger(__name__)

Level = Literal["info", "warning", "error"]
_QUOTED = re.compile("“[^”]*”|„[^“”]*[“”]|«[^»]*»|「[^」]*」|『[^』]*』")
"""In the quotes of every language that the program speaks."""
_LOG_LEVELS = {"info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}
BUFFERED = 50  # before a view is there; more than that nobody reads


@dataclass(frozen=True)
class Notice:
    """What happened, one next step, the id of the action behind the button ("" for no button), and the fault's code."""

    level: Level
    message: str
    hint: str = ""
    action: str = ""
    detail: str = ""


class NoticeBus(QObject):
    """Logs every notice and hands it to the view; keeps them until there is one. May be used from any thread.

    Signals:
        posted: A `Notice`. Connect through `attach`, or what was said before is missed.
    """

    posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._waiting: list[Notice] | None = []

    def info(self, message: str, hint: str = "", action: str = "") -> None:
        """Something worth knowing."""
        self.post(Notice("info", message, hint, action))

    def warning(self, message: str, hint: str = "", action: str = "") -> None:
        """Something went otherwise than was asked for, and goes on."""
        self.post(Notice("warning", message, hint, action))

    def error(self, message: str, hint: str = "", action: str = "", detail: str = "") -> None:
        """Something that was asked for did not happen."""
        self.post(Notice("error", message, hint, action, detail))

    def report(self, error: AudioSepError, action: str = "") -> None:
        """An error of the library in its own words; `Cancelled` is an outcome and is not shown."""
        if not isinstance(error, Cancelled):
            self.error(error.message, error.hint, action, error.code)

    def post(self, notice: Notice) -> None:
        """Tell the view, or keep it for the view that comes."""
        logger.log(_LOG_LEVELS[notice.level], "%s %s", _unquoted(notice.message), _unquoted(notice.hint))
        with self._lock:
            if self._waiting is not None:
                self._waiting = [*self._waiting, notice][-BUFFERED:]
                return
        self.posted.emit(notice)

    def attach(self, show: Callable[[Notice], None]) -> None:
        """Connect a view (a bound method of a QObject) and show it what was said before."""
        self.posted.connect(show)
        with self._lock:
            waiting, self._waiting = self._waiting or [], None
        for notice in waiting:
            self.posted.emit(notice)


def _unquoted(text: str) -> str:
    """A sentence as a stranger may read it in the log: without the names and words that it quotes."""
    return _QUOTED.sub("“…”", text)
