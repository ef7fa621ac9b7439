"""One track's waveform over the shared time axis."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.actions.pictures import Picture
from desktop.views import ticks
from desktop.views.gestures import Gestures
from desktop.views.overlay import paint_overlay, paint_pending, playhead_rect
from desktop.views.theme import Theme, ThemeManager
from desktop.views.timeline import Timeline
from desktop.views.wave_raster import Rgb
from desktop.views.wave_strips import WaveStrips


class WaveformView(QWidget):
    """Peaks and RMS of every channel; the playhead repaints a few pixels."""

    def __init__(self, timeline: Timeline, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(28)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._timeline = timeline
        self._theme = themes.theme
        self._picture: Picture | None = None
        self._color: str | None = None
        self._dimmed = False
        self._strips = WaveStrips()
        self.gestures = Gestures(self, timeline, self._describe)
        themes.changed.connect(self._set_theme)
        timeline.viewport_changed.connect(self.update)
        timeline.zoom_settled.connect(self.update)
        timeline.selection_changed.connect(self.update)
        timeline.playhead_changed.connect(self._move_playhead)

    def set_picture(self, picture: Picture | None) -> None:
        """Draw this from now on."""
        self._picture = picture
        self.update()

    def set_color(self, color: str | None) -> None:
        """The track's own colour; None is the recording's."""
        if color != self._color:
            self._color = color
            self.update()

    def set_dimmed(self, dimmed: bool) -> None:
        """Fade what is not heard."""
        if dimmed != self._dimmed:
            self._dimmed = dimmed
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(400, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grid, wave, hatching, selection, playhead."""
        painter = QPainter(self)
        theme, width, height = self._theme, self.width(), self.height()
        painter.fillRect(event.rect(), QColor(theme.lane))
        self._paint_grid(painter, width, height)
        picture = self._picture
        if picture is not None:
            self.paint_wave(painter, width, height, self._theme, 1.0)
            paint_pending(painter, picture, self._timeline, theme, width, height)
        paint_overlay(painter, self._timeline, theme, width, height, 0.16)

    def paint_wave(self, painter: QPainter, width: int, height: int, ground: Theme, opacity: float) -> None:
        """Draw the wave alone, on any lane over the same stretch, in the colours for that ground."""
        if self._picture is None:
            return
        painter.setOpacity(opacity * (0.35 if self._dimmed else 1.0))
        ratio, view = self.devicePixelRatioF(), self._timeline.viewport
        tints, hasty = self._tints(ground), self._timeline.zooming
        self._strips.paint(painter, self._picture, view, (width, height), ratio, tints, hasty=hasty)
        painter.setOpacity(1.0)

    def _paint_grid(self, painter: QPainter, width: int, height: int) -> None:
        view, rate = self._timeline.viewport, self._timeline.rate_hz
        start_s, span_s = view.start / rate, view.span / rate
        color = QColor(self._theme.grid)
        for tick in ticks.time_ticks(start_s, view.end / rate, width)[0]:
            x = round((tick.at - start_s) / span_s * width)
            painter.fillRect(x, 0, 1, height, color)

    def _tints(self, ground: Theme) -> tuple[Rgb, Rgb]:
        if self._color is None:
            body, core = QColor(ground.wave), QColor(ground.wave_core)
        else:
            body = QColor(self._color)
            core = body.lighter(135) if ground.is_dark else body.darker(135)
        return (body.red(), body.green(), body.blue()), (core.red(), core.green(), core.blue())

    def _set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def _move_playhead(self, before: int, after: int) -> None:
        for frame in (before, after):
            self.update(playhead_rect(self._timeline, frame, self.width(), self.height()))

    def _describe(self, point: QPointF) -> str:
        view, rate = self._timeline.viewport, self._timeline.rate_hz
        frame = view.frame_at(point.x(), self.width())
        text = ticks.precise(frame / rate)
        picture = self._picture
        if picture is None or picture.peaks is None or not picture.start <= frame < picture.end:
            return text
        at = frame - picture.start
        reach = view.span / max(self.width(), 1)
        low, high, _ = picture.peaks.view(at, min(at + max(reach, 1.0), picture.frames), 1)
        level = float(max(np.abs(low).max(), np.abs(high).max()))
        return f"{text}   {decibels(level)}"


def decibels(level: float) -> str:
    """A linear level as dBFS, "-inf dB" for silence."""
    return f"{20 * math.log10(level):.1f} dB" if level > 1e-6 else "−∞ dB"
