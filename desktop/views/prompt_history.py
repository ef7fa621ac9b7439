"""Words that were asked for before, those with a star first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STARRED = Qt.ItemDataRole.UserRole


class PromptHistory(QListWidget):
    """Click to use again, double-click to ask again.

    Signals:
        used: The person wants to see these words.
        asked: They want them separated.
        star_requested: Words, and whether they get a star.
    """

    used = Signal(str)
    asked = Signal(str)
    star_requested = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("historyList")
        self.setAccessibleName(self.tr("Recent prompts"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setToolTip(self.tr("Click to use again, double-click to separate again, right-click for a star"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.installEventFilter(self)
        self.itemClicked.connect(self._use)
        self.itemActivated.connect(self._ask)
        self.customContextMenuRequested.connect(self._offer_star)

    def show_prompts(self, favourites: Sequence[str], recent: Sequence[str]) -> None:
        """List them; each once."""
        self.clear()
        starred = {word.casefold() for word in favourites}
        for prompt in (*favourites, *(word for word in recent if word.casefold() not in starred)):
            item = QListWidgetItem(prompt)
            is_starred = prompt.casefold() in starred
            item.setData(_STARRED, is_starred)
            item.setToolTip(prompt)
            if is_starred:
                item.setData(Qt.ItemDataRole.AccessibleTextRole, self.tr("{words}, a favourite").format(words=prompt))
                font = item.font()
                font.setBold(True)
                item.setFont(font)
                item.setForeground(QColor(self.palette().link().color()))
            self.addItem(item)

    def _use(self, item: QListWidgetItem) -> None:
        self.used.emit(item.text())

    def _ask(self, item: QListWidgetItem) -> None:
        self.asked.emit(item.text())

    def star_menu(self, item: QListWidgetItem) -> QMenu:
        """The menu of an item."""
        menu = QMenu(self)
        starred = bool(item.data(_STARRED))
        action = QAction(self.tr("Remove the star") if starred else self.tr("Add a star"), menu)
        action.setObjectName("starAction")
        action.setData((item.text(), not starred))
        menu.addAction(action)
        menu.triggered.connect(self._starred)
        return menu

    def _starred(self, action: QAction) -> None:
        self.star_requested.emit(*action.data())

    def _offer_star(self, point: QPoint) -> None:
        item = self.itemAt(point)
        if item is not None:
            menu = self.star_menu(item)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.viewport().mapToGlobal(point))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """One press of Enter is one request, however long it is held."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.isAutoRepeat():
            return event.key() in _ENTER
        return super().eventFilter(watched, event)
