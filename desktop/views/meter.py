"""A level meter of two thin bars, from -60 dBFS at the bottom to 0 at the top: rises at once, falls slowly."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.filled_slider import groove_color
from desktop.views.theme import Theme, ThemeManager

FLOOR_DB = -60.0
LOUD_DB = -9.0
FALL_DB_S = 24.0
HOLD_S = 1.2
_BAR = 3
_GAP = 1


def level_db(peak: float) -> float:
    """A linear peak in dBFS, not below the meter's floor."""
    return max(FLOOR_DB, 20 * math.log10(peak)) if peak > 0 else FLOOR_DB


class _Bar:
    """One channel: its level, and the highest one of the last moments."""

    def __init__(self) -> None:
        self.level = self.peak = FLOOR_DB
        self._peak_at = 0.0

    def show(self, db: float, now: float, since: float) -> None:
        self.level = max(db, self.level - FALL_DB_S * since, FLOOR_DB)
        if self.level >= self.peak or now - self._peak_at > HOLD_S:
            self.peak, self._peak_at = self.level, now


class LevelMeter(QWidget):
    """Peaks of the two channels of a track as it is heard.

    Args:
        themes: For the colours.
        clock: Seconds; for tests.
    """

    def __init__(
        self, themes: ThemeManager, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFixedWidth(2 * _BAR + _GAP)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._theme = themes.theme
        self._clock = clock
        self._bars = (_Bar(), _Bar())
        self._shown_at = clock()
        self._drawn: tuple[int, ...] = ()
        themes.changed.connect(self._set_theme)

    @property
    def levels_db(self) -> tuple[float, float]:
        """What the bars stand at."""
        return self._bars[0].level, self._bars[1].level

    def accessible_value(self) -> str:
        """For readers of the screen: left and right."""
        left, right = (f"{level:.0f}" if level > FLOOR_DB else "-∞" for level in self.levels_db)
        return f"{left} / {right} dB"

    def show_levels(self, left: float, right: float) -> None:
        """Linear peaks since the last call."""
        now = self._clock()
        since, self._shown_at = now - self._shown_at, now
        for bar, peak in zip(self._bars, (left, right), strict=True):
            bar.show(level_db(peak), now, since)
        self._draw_again()

    def reset(self) -> None:
        """Nothing is heard."""
        self._bars = (_Bar(), _Bar())
        self._draw_again()

    def _draw_again(self) -> None:
        heights = tuple(round(self._height(db)) for bar in self._bars for db in (bar.level, bar.peak))
        if heights != self._drawn:
            self._drawn = heights
            self.update()

    def _height(self, db: float) -> float:
        return min(1.0, (db - FLOOR_DB) / -FLOOR_DB) * self.height()

    def _set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Two bars."""
        return QSize(2 * _BAR + _GAP, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grounds, levels, held peaks; what is loud in another colour, what is over in a third."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        theme, height = self._theme, self.height()
        loud = self._height(LOUD_DB)
        for place, bar in enumerate(self._bars):
            x = place * (_BAR + _GAP)
            painter.fillRect(QRectF(x, 0, _BAR, height), groove_color(self.palette()))
            level = self._height(bar.level)
            painter.fillRect(QRectF(x, height - min(level, loud), _BAR, min(level, loud)), QColor(theme.accent))
            if level > loud:
                painter.fillRect(QRectF(x, height - level, _BAR, level - loud), QColor(theme.warning))
            if bar.peak > FLOOR_DB:
                color = theme.danger if bar.peak > 0 else theme.warning if bar.peak > LOUD_DB else theme.accent
                painter.fillRect(QRectF(x, max(0.0, height - self._height(bar.peak)), _BAR, 2), QColor(color))
