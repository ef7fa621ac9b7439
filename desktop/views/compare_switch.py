"""The A/B switch: two segments, the lit one is heard."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.views.theme import Theme, ThemeManager

_SMALLEST_PX = 11
_LEAST_AIR = 8


class CompareSwitch(QAbstractButton):
    """Two segments, "Recording" and "Stems": the lit one is heard. Checked is the recording."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("abButton")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._theme = themes.theme
        self._parts = (self.tr("Recording"), self.tr("Stems"))
        self.setAccessibleName(self.tr("Compare: recording or stems"))
        self.show_match(None)
        themes.changed.connect(self._set_theme)

    def show_match(self, turned_down_db: float | None) -> None:
        """By how much the recording (above 0) or the stems (below 0) are turned down to be as loud; None is not."""
        tip = self.tr("Compare recording and stems (X)")
        if turned_down_db is not None and abs(turned_down_db) >= 0.05:
            louder = self._parts[0] if turned_down_db > 0 else self._parts[1]
            text = self.tr("Equally loud: “{name}” is turned down by {db:.1f} dB")
            tip += "\n" + text.format(name=louder, db=abs(turned_down_db))
        self.setToolTip(tip)

    def _set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Both words with air."""
        metrics = self.fontMetrics()
        return QSize(2 * (self._widest(metrics) + 22), max(30, metrics.height() + 8))

    def minimumSizeHint(self) -> QSize:
        """Both words in the smallest text: a narrow bar has it rather than half of them."""
        font = QFont(self.font())
        font.setPixelSize(_SMALLEST_PX)
        return QSize(2 * (self._widest(QFontMetrics(font)) + _LEAST_AIR), self.sizeHint().height())

    def _widest(self, metrics: QFontMetrics) -> int:
        return max(map(metrics.horizontalAdvance, self._parts))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The two segments."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, enabled = self._theme, self.isEnabled()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(theme.accent if self.hasFocus() else theme.line), 1))
        painter.setBrush(QColor(theme.raised if enabled else theme.panel))
        painter.drawRoundedRect(frame, 5, 5)
        half = frame.width() / 2
        room, widest = half - _LEAST_AIR, self._widest(self.fontMetrics())
        if widest > room:
            font = painter.font()
            font.setPixelSize(max(int(self.fontInfo().pixelSize() * room / widest), _SMALLEST_PX))
            painter.setFont(font)
        for place, part in enumerate(self._parts):
            box = QRectF(frame.left() + place * half, frame.top(), half, frame.height())
            lit = enabled and self.isChecked() == (place == 0)
            if lit:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.accent))
                painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 4, 4)
            painter.setPen(QColor(theme.accent_text if lit else theme.text_dim if enabled else theme.faint))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, part)
