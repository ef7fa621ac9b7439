"""A person's hand on the real window, through the widgets' names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.views.main_window import MainWindow

SEPARATION_MS = 240_000
"""Loading torch and the model on a busy machine included."""


class Hand:
    """Does with the window what a person does, through the widgets' names."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    def find(self, name: str, within: QWidget | None = None) -> QWidget:
        found = (within or self.window).findChild(QWidget, name)
        assert isinstance(found, QWidget), f"there is no '{name}'"
        return found

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.find(name), Qt.MouseButton.LeftButton)

    def wait(self, condition: Callable[[], bool], ms: int = 20_000) -> None:
        self.qtbot.waitUntil(condition, timeout=ms)

    def wait_for_source(self, path: Path) -> None:
        def there() -> bool:
            source = self.window.workspace.document.state.source
            return source is not None and source.path == path and source.complete

        self.wait(there, 60_000)

    def drag_selection(self, start_s: float, end_s: float) -> None:
        view = self.find("waveformView")
        viewport, rate = self.window.timeline.viewport, self.window.timeline.rate_hz
        left, right = (
            QPoint(round(viewport.x_of(s * rate, view.width())), view.height() // 2) for s in (start_s, end_s)
        )
        self.qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=left)
        self.qtbot.mouseMove(view, (left + right) / 2)
        self.qtbot.mouseMove(view, right)
        self.qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=right)

    def ask(self, prompt: str) -> None:
        edit = self.find("promptEdit")
        edit.setFocus()
        edit.selectAll()  # type: ignore[attr-defined]
        self.qtbot.keyClicks(edit, prompt)
        self.qtbot.keyClick(edit, Qt.Key.Key_Return)
