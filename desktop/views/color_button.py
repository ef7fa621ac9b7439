"""A stem's colour, and the palette to choose another one from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.document.state import STEM_COLORS

SIDE = 16

NAMES = ("Orange", "Blue", "Green", "Violet", "Teal", "Pink", "Ochre", "Lavender")
"""What a screen reader says, in the order of `STEM_COLORS`."""


def color_name(color: str) -> str:
    """A colour of the palette in words."""
    found = NAMES[STEM_COLORS.index(color)] if color in STEM_COLORS else color
    return QCoreApplication.translate("colors", found)


class ColorButton(QToolButton):
    """A swatch that opens the palette.

    Signals:
        picked: The person chose.  arg: "#rrggbb".
    """

    picked = Signal(str)

    def __init__(self, color: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(SIDE, SIDE)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._color = color
        self._menu = QMenu(self)
        self._actions: dict[str, QAction] = {}
        for known in STEM_COLORS:
            action = QAction(QIcon(_swatch(known)), color_name(known), self._menu)
            action.setCheckable(True)
            action.setData(known)
            self._menu.addAction(action)
            self._actions[known] = action
        self._menu.triggered.connect(self._pick)
        self.setMenu(self._menu)
        self.set_color(color)

    def set_color(self, color: str) -> None:
        """Show another colour."""
        self._color = color
        self.setAccessibleDescription(color_name(color))
        for known, action in self._actions.items():
            action.setChecked(known == color)
        self.update()

    def _pick(self, action: QAction) -> None:
        self.set_color(self._color)  # the document decides
        self.picked.emit(str(action.data()))

    def sizeHint(self) -> QSize:
        """Its fixed size."""
        return QSize(SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A rounded swatch; a ring when it has the focus or the pointer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.WindowText), 1.5) if ring else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._color))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 3, 3)


def _swatch(color: str) -> QPixmap:
    result = QPixmap(32, 32)
    result.setDevicePixelRatio(2)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawRoundedRect(QRectF(1, 1, 14, 14), 4, 4)
    painter.end()
    return result
