"""A small round knob around 0: drag up and down, Shift for fine, double-click for 0, wheel and keys with the focus."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QDial, QToolTip, QWidget

from desktop.views.filled_slider import groove_color
from desktop.views.gesture_slider import FINE, next_gesture

STEPS = 100
DIAMETER = 24
_WAY = 160  # pixels from one end to the other
_DETENT = 4
_SWEEP = 270.0  # degrees


class Knob(QDial):
    """From -100 to 100. One gesture is one undo step, as of `GestureSlider`.

    Signals:
        moved: The person turned it.  args: value, number of the gesture.
    """

    moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(-STEPS, STEPS)
        self.setSingleStep(5)
        self.setPageStep(25)
        self.setWrapping(False)
        self.setFixedSize(DIAMETER, DIAMETER)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._gesture = next_gesture()
        self._showing = False
        self._at = 0.0
        self._pointer = QPointF()
        self.setAccessibleDescription(self.value_text())
        self.valueChanged.connect(self._changed)

    def show_value(self, value: int) -> None:
        """Stand there without being an edit."""
        self._showing = True
        self.setValue(value)
        self._showing = False

    def value_text(self) -> str:
        """What is said of the value."""
        return str(self.value())

    def _changed(self, value: int) -> None:
        self.setAccessibleDescription(self.value_text())
        if not self._showing:
            self.moved.emit(value, self._gesture)

    def sizeHint(self) -> QSize:
        """Its fixed size."""
        return QSize(DIAMETER, DIAMETER)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold; nothing jumps."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._gesture = next_gesture()
        self._at, self._pointer = float(self.value()), event.globalPosition()
        self.setSliderDown(True)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Up and right is more, with Shift at a tenth of the way."""
        if not self.isSliderDown():
            return
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        way = event.globalPosition() - self._pointer
        self._pointer = event.globalPosition()
        self._at += (way.x() - way.y()) * 2 * STEPS / _WAY * (FINE if fine else 1)
        self._at = min(max(self._at, -STEPS), STEPS)
        self.setValue(round(0 if not fine and abs(self._at) <= _DETENT else self._at))
        QToolTip.showText(event.globalPosition().toPoint(), self.value_text(), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self.setSliderDown(False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to 0."""
        self._gesture = next_gesture()
        self.setValue(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn, or leave the wheel to others: who scrolls by must not change anything."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys pressed from now on are one gesture."""
        self._gesture = next_gesture()
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """An open ring, filled from its top to the value; a pointer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role, palette = QPalette.ColorRole, self.palette()
        ring = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        accent = palette.color(role.Highlight)
        pen = QPen(groove_color(palette), 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(ring, round((90 + _SWEEP / 2) * 16), round(-_SWEEP * 16))
        turn = self.value() / STEPS * _SWEEP / 2
        if self.value() and self.isEnabled():
            pen.setColor(accent)
            painter.setPen(pen)
            painter.drawArc(ring, 90 * 16, round(-turn * 16))
        cap = ring.adjusted(3.5, 3.5, -3.5, -3.5)
        painter.setPen(QPen(accent if self.hasFocus() else palette.color(role.Mid), 1.5 if self.hasFocus() else 1))
        painter.setBrush(palette.color(role.Light if self.underMouse() else role.Button))
        painter.drawEllipse(cap)
        angle = math.radians(turn - 90)
        direction = QPointF(math.cos(angle), math.sin(angle))
        text = palette.color(role.WindowText if self.isEnabled() else role.Mid)
        painter.setPen(QPen(text, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(ring.center() + direction * 1.5, ring.center() + direction * (ring.width() / 2 - 1))


class PanKnob(Knob):
    """Between left and right.

    Signals:
        pan_edited: The person turned it.  args: pan from -1 to 1, number of the gesture.
    """

    pan_edited = Signal(float, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.moved.connect(self._tell)

    def show_pan(self, pan: float) -> None:
        """Stand at a pan without being an edit."""
        self.show_value(round(pan * STEPS))

    def value_text(self) -> str:
        """Which side and how far."""
        if not self.value():
            return self.tr("Centre")
        text = self.tr("Left {percent} %") if self.value() < 0 else self.tr("Right {percent} %")
        return text.format(percent=abs(self.value()))

    def _tell(self, value: int, gesture: int) -> None:
        self.pan_edited.emit(value / STEPS, gesture)
