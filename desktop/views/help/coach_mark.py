"""One bubble that shows where to say what to hear; words in the line dismiss it for good."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from desktop.services.settings import SettingsStore

_GAP = 10


class CoachMark(QLabel):
    """A bubble beside a line of text, on the side where there is more room. It takes no clicks and no focus."""

    def __init__(self, edit: QLineEdit, store: SettingsStore, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("coachMark")
        self.setText(self.tr("Say what you want to hear,\nthen press Enter"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._edit, self._store, self._window = edit, store, window
        self._wanted = False
        edit.textEdited.connect(self._learnt)
        edit.textChanged.connect(self._text_changed)
        edit.installEventFilter(self)
        window.installEventFilter(self)

    def offer(self) -> None:
        """Show it, unless the person knows already."""
        self._wanted = not self._store.settings.coached
        self._place()

    def withdraw(self) -> None:
        """Hide it until it is offered again."""
        self._wanted = False
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beside the line."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide):
            self._place()
        return False

    def _place(self) -> None:
        if not self._wanted or not self._edit.isVisible():
            self.hide()
            return
        self.adjustSize()
        left = self._edit.mapTo(self._window, QPoint(0, 0))
        beside = left.x() - self.width() - _GAP
        if beside < 0:
            beside = left.x() + self._edit.width() + _GAP
        self.move(beside, left.y() + (self._edit.height() - self.height()) // 2)
        self.show()
        self.raise_()

    def _text_changed(self, text: str) -> None:
        """Words from a button or a list count too; those that an example brings are there before it is offered."""
        if text and self._wanted:
            self._learnt()

    def _learnt(self) -> None:
        self.withdraw()
        self._store.update(coached=True)
