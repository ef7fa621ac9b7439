"""The master's meter: two bars in dB with peaks that are held, and a light that stays on once the mix was too loud."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.filled_slider import groove_color
from desktop.views.meter import FLOOR_DB, level_db
from desktop.views.theme import Theme, ThemeManager

_LOUD_DB = -6.0
_FALL_DB_S = 20.0
"""How fast a bar falls: about as the meters of the broadcasters do (IEC 60268-10: 20 dB in 1.7 s); ours is quicker."""

_HOLD_S = 1.5
_TICK_MS = 40
_LIGHT = 12


class MasterMeter(QWidget):
    """Left above right, the clip light at the end; a click, Space or Enter puts it out.

    Signals:
        cleared: The light was put out by hand.
    """

    cleared = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("masterMeter")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._theme = themes.theme
        self._bars = [FLOOR_DB, FLOOR_DB]
        self._peaks = [FLOOR_DB, FLOOR_DB]
        self._held = [0.0, 0.0]
        self._highest = FLOOR_DB
        self._lit = False
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._fall)
        themes.changed.connect(self._set_theme)
        self._tell()

    @property
    def clipped(self) -> bool:
        """Whether the light is on."""
        return self._lit

    def show_levels(self, left: float, right: float) -> None:
        """Linear peaks of the mix since the last time."""
        for side, level in enumerate((left, right)):
            db = level_db(level)
            self._bars[side] = max(self._bars[side], db)
            if db >= self._peaks[side]:
                self._peaks[side], self._held[side] = db, _HOLD_S
            self._highest = max(self._highest, db)
        if max(self._bars) > FLOOR_DB and not self._timer.isActive():
            self._timer.start()
        self.update()

    def show_clipped(self) -> None:
        """The mix was over full scale."""
        if not self._lit:
            self._lit = True
            self._tell()
        self.update()

    def clear(self) -> None:
        """Put out the light, and begin with the highest level anew."""
        self._highest = FLOOR_DB
        lit, self._lit = self._lit, False
        self._tell()
        self.update()
        if lit:
            self.cleared.emit()

    def _fall(self) -> None:
        for side in (0, 1):
            self._bars[side] = max(FLOOR_DB, self._bars[side] - _FALL_DB_S * _TICK_MS / 1000)
            self._held[side] -= _TICK_MS / 1000
            if self._held[side] <= 0.0:
                self._peaks[side] = max(self._bars[side], self._peaks[side] - _FALL_DB_S * _TICK_MS / 1000)
        if max(*self._bars, *self._peaks) <= FLOOR_DB:
            self._timer.stop()
        self.update()

    def _tell(self) -> None:
        """Say in words what the light says."""
        self.setAccessibleName(self.tr("Level of the mix: too loud") if self._lit else self.tr("Level of the mix"))

    def _set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def _words(self) -> str:
        if self._lit:
            text = self.tr("The mix was {db:.1f} dB too loud, and was turned down in time. Click to clear.")
            return text.format(db=max(0.1, self._highest))
        if self._highest <= FLOOR_DB:
            return self.tr("Level of the mix, before the volume")
        return self.tr("Level of the mix, before the volume; highest {db:.1f} dB").format(db=self._highest)

    def accessible_value(self) -> str:
        """For readers of the screen."""
        return self._words()

    def sizeHint(self) -> QSize:
        """As long as the slider below it."""
        return QSize(112, 14)

    def event(self, event: QEvent) -> bool:
        """Words in the tool tip as of now."""
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self._words())
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put out the light."""
        self.clear()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter puts out the light as a click does; Space plays."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two bars and a light."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        width = self.width() - _LIGHT - 4
        height = (self.height() - 3) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        for side in (0, 1):
            lane = QRectF(1, 1 + side * (height + 1), width - 1, height)
            painter.setBrush(groove_color(self.palette()))
            painter.drawRoundedRect(lane, 1.5, 1.5)
            for low, high, color in (
                (FLOOR_DB, _LOUD_DB, theme.wave_core),
                (_LOUD_DB, 0.0, theme.warning),
            ):
                start, end = self._share(low), self._share(min(high, self._bars[side]))
                if end > start:
                    painter.setBrush(QColor(color))
                    painter.drawRect(
                        QRectF(lane.left() + start * lane.width(), lane.top(), (end - start) * lane.width(), height)
                    )
            if self._peaks[side] > FLOOR_DB:
                x = lane.left() + self._share(self._peaks[side]) * lane.width()
                painter.setPen(QPen(QColor(theme.danger if self._peaks[side] > 0.0 else theme.text), 1.5))
                painter.drawLine(QPointF(x - 1, lane.top()), QPointF(x - 1, lane.bottom()))
                painter.setPen(Qt.PenStyle.NoPen)
        light = QRectF(self.width() - _LIGHT, 1, _LIGHT - 1, self.height() - 2)
        painter.setPen(QPen(QColor(theme.danger if self._lit else theme.line), 1))
        painter.setBrush(QColor(theme.danger if self._lit else theme.lane))
        painter.drawRoundedRect(light, 2, 2)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)

    @staticmethod
    def _share(db: float) -> float:
        """Where a level lies on the bar, which is finer above -20 dB: that is where ears and engineers look."""
        db = min(0.0, max(FLOOR_DB, db))
        return 0.6 + 0.4 * (1 + db / 20.0) if db > -20.0 else 0.6 * (db - FLOOR_DB) / 40.0
