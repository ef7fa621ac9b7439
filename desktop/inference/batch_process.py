"""`audiosep batch` in a process of its own: its lines as signals. It holds a model of its own while it runs."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.inference.child import Child, Message, python_module

STOP_MS = 5000
"""How long it may take to put its claims back before it is killed."""


class BatchProcess(QObject):
    """One run.

    Signals:
        said: Every JSON line (a dict with "event"), as `audiosep batch --json` writes them.
        ended: It is gone: exit code, last lines of its stderr.
    """

    said = Signal(dict)
    ended = Signal(int, str)

    def __init__(
        self, arguments: Sequence[str], command: Sequence[str] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._command = [*(python_module("audiosep_core") if command is None else command), *arguments]
        self._child: Child | None = None
        self._patience = QTimer(self, singleShot=True, interval=STOP_MS)
        self._patience.timeout.connect(self.kill)

    def start(self) -> None:
        """Start it, once the signals are connected.

        Raises:
            OSError: It cannot be started.
        """
        self._child = Child(self._command, self._has_said, self._is_gone)

    def stop(self) -> None:
        """Close its stdin, so that it leaves the running file and ends; kill it when it does not."""
        if self._child is not None and not self._patience.isActive():
            self._child.close_input()
            self._patience.start()

    def kill(self) -> None:
        """End it now."""
        if self._child is not None:
            self._child.kill()

    # On the threads of the child: signals find the way to their receivers' thread.

    def _has_said(self, _child: Child, message: Message) -> None:
        with suppress(RuntimeError):  # the program ends, and the signals with it
            self.said.emit(message)

    def _is_gone(self, _child: Child, code: int, last_words: str) -> None:
        with suppress(RuntimeError):
            self.ended.emit(code, last_words)
