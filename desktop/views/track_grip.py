"""The left edge of a row: its colour, and dots to take hold of it by."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QWidget

WIDTH = 16
_STRIPE = 4
_DOT = 1.3


class TrackGrip(QWidget):
    """Tells of a drag; what it means is decided by whoever listens.

    Args:
        color: Of the track, "#rrggbb".
        can_hold: Whether there is something to take hold of.

    Signals:
        held: The button went down.  arg: whether with Shift.
        moved: The hand moves on, beyond a slip.  arg: where, on the screen.
        released: The button went up.  arg: where, on the screen.
    """

    held = Signal(bool)
    moved = Signal(QPoint)
    released = Signal(QPoint)

    def __init__(self, color: str, *, can_hold: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._color = color
        self._can_hold = can_hold
        self._preparing = False
        self._from: QPoint | None = None
        self._moving = False
        if can_hold:
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    def set_color(self, color: str) -> None:
        """Show another colour."""
        if color != self._color:
            self._color = color
            self.update()

    def set_preparing(self, preparing: bool) -> None:
        """Show that the file is being made."""
        if preparing != self._preparing:
            self._preparing = preparing
            self.update()

    def let_go(self) -> None:
        """The hand is elsewhere: a drag to another program swallows the button's way up."""
        self._from, self._moving = None, False
        if self._can_hold:
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if not self._can_hold or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._from = event.globalPosition().toPoint()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.held.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow, once it is more than a slip."""
        if self._from is None:
            return
        at = event.globalPosition().toPoint()
        if self._moving or (at - self._from).manhattanLength() >= QApplication.startDragDistance():
            self._moving = True
            self.moved.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._from is not None:
            self.let_go()
            self.released.emit(event.globalPosition().toPoint())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A stripe of the colour, six dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(QRectF(0, 0, _STRIPE, self.height()), QColor(self._color))
        if not self._can_hold:
            return
        role = QPalette.ColorRole
        palette = self.palette()
        lit = self._preparing or self._from is not None
        painter.setBrush(palette.color(role.Highlight) if lit else palette.color(role.PlaceholderText))
        middle = QPointF(_STRIPE + (self.width() - _STRIPE) / 2, self.height() / 2)
        for column in (-2.0, 2.0):
            for row in (-5.0, 0.0, 5.0):
                painter.drawEllipse(middle + QPointF(column, row), _DOT, _DOT)
