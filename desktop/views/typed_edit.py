"""A field for a typed value: Return takes it, Esc gives the old one back, what makes no sense is marked and kept."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QStyle, QStyleOptionFrame, QWidget

_BESIDE_PX = 5
"""What a line of text keeps free beside the text, the cursor included."""


class TypedEdit(QLineEdit):
    """Shows a value as text and tells what the person makes of it.

    Args:
        name: The objectName.
        accessible: The accessible name.
        hint: What can be typed, for the tooltip.
        longest: The longest value: there is room for it at every text size, as far as the window has it.

    Signals:
        entered: Another text was typed and confirmed.  arg: the text.
    """

    entered = Signal(str)

    def __init__(self, name: str, accessible: str, hint: str, longest: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setToolTip(f"{accessible}: {hint}")
        self.setProperty("compact", "true")
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._longest = longest
        self._shown = ""
        self.returnPressed.connect(self._confirm)
        self.editingFinished.connect(self._leave)
        self.textEdited.connect(self._accept_look)

    def show_value(self, text: str) -> None:
        """Stand at a value; what is being typed goes only where the value is another one."""
        typing = self.hasFocus() and self.isModified() and text == self._shown
        self._shown = text
        if not typing:
            self._restore()

    def sizeHint(self) -> QSize:
        """Room for the longest value."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        text = QSize(self.fontMetrics().horizontalAdvance(self._longest) + _BESIDE_PX, self.fontMetrics().height())
        whole = self.style().sizeFromContents(QStyle.ContentsType.CT_LineEdit, option, text, self)
        return QSize(whole.width(), super().sizeHint().height())

    def refuse(self) -> None:
        """Mark the text as one that makes no sense."""
        self._look("true")
        self.setModified(True)  # it is to be typed anew
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the old value back."""
        if event.key() == Qt.Key.Key_Escape:
            self._restore()
            self.selectAll()
            return
        super().keyPressEvent(event)

    def _confirm(self) -> None:
        self.setModified(False)  # it is typed
        if self.text().strip() != self._shown:
            self.entered.emit(self.text().strip())

    def _leave(self) -> None:
        if not self.hasFocus():  # else Return was pressed
            if self.property("invalid") != "true":
                self._confirm()
            self._restore()

    def _restore(self) -> None:
        if self.text() != self._shown:
            self.setText(self._shown)
        if not self.hasFocus():
            self.setCursorPosition(0)  # where it does not fit, its end is out of sight, and not the hours
        self._accept_look()

    def _accept_look(self) -> None:
        self._look("")

    def _look(self, invalid: str) -> None:
        if (self.property("invalid") or "") != invalid:
            self.setProperty("invalid", invalid)
            self.style().polish(self)
