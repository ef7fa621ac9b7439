"""The button that opens the line for what is not meant; closed, it tells the words that are in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.views.prompt_chips import ChipField


class ButNotButton(QToolButton):
    """A closed line still counts: its words stand on the button."""

    def __init__(self, field: ChipField, parent: QWidget | None = None) -> None:
        """Closed.

        Args:
            field: The line that is opened.
            parent: Owner.
        """
        super().__init__(parent)
        self.setObjectName("butNotButton")
        self.setCheckable(True)
        self.setProperty("disclosure", "true")
        self.setIconSize(QSize(12, 12))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setToolTip(self.tr("What sounds alike and is not meant: it is kept out of what you hear"))
        self._field = field
        self._words, self._room = "", 0
        field.hide()
        self.toggled.connect(self._open)
        self.clicked.connect(self._go_in)

    def show_words(self, words: Sequence[str], room: int) -> None:
        """What is in the line, in so many pixels."""
        self._words, self._room = ", ".join(words), room
        self._name()

    def _open(self, opened: bool) -> None:
        self._field.setVisible(opened)
        self._name()

    def _go_in(self, opened: bool) -> None:
        if opened:  # by a hand: what is typed next is meant for this line
            self._field.edit.setFocus()

    def _name(self) -> None:
        text = self.tr("But not: {words}").format(words=self._words) if self._words else self.tr("But not…")
        if self.isChecked():
            text = self.tr("But not")
        elided = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self._room)
        self.setText(elided.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setArrowType(Qt.ArrowType.DownArrow if self.isChecked() else Qt.ArrowType.RightArrow)
