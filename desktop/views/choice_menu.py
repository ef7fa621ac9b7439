"""A menu of which one entry is ticked."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget


class ChoiceMenu(QMenu):
    """Entries with a value each.

    Signals:
        picked: The person chose an entry.  arg: its value.
    """

    picked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._tell)

    def offer(self, choices: Iterable[tuple[str, object]]) -> None:
        """Have these entries, texts with their values, in place of all that were there."""
        self.clear()
        for text, value in choices:
            action = self.addAction(text)
            action.setCheckable(True)
            action.setData(value)
            self._group.addAction(action)

    def tick(self, value: object) -> None:
        """Tick the entry of a value; without one, none."""
        for action in self._group.actions():
            action.setChecked(action.data() == value)

    def _tell(self, action: QAction) -> None:
        self.picked.emit(action.data())
