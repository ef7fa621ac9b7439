"""One track's mel spectrogram over the shared time axis: pyqtgraph's image item under the common overlay."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from audiosep_core.audio.spectrum import hz_to_mel, mel_to_hz
from desktop.actions.pictures import Picture
from desktop.views import ticks
from desktop.views.gestures import Gestures
from desktop.views.overlay import paint_overlay, paint_pending, playhead_rect
from desktop.views.theme import Theme, ThemeManager
from desktop.views.timeline import Timeline

RANGE_DB = 80.0
"""From black to the brightest colour."""

_GAMMA = 1.25
"""Darkens the middle of the scale, so that noise is a ground and not the picture."""

_FFT_HZ = 44100 / 2048
"""About the width of one bin of the transform: narrower bands hold no less noise than this."""
_FLOOR_DB = -120.0


def fit_rows(bands: NDArray[np.uint8], rows: int) -> NDArray[np.uint8]:
    """Bands (bands, columns), lowest first, as at most `rows` rows, highest first; a row shows its loudest band."""
    count = bands.shape[0]
    if rows >= count:
        return np.ascontiguousarray(bands[::-1])
    begins = np.linspace(0, count, rows, endpoint=False).astype(int)
    return np.ascontiguousarray(np.maximum.reduceat(bands, begins, axis=0)[::-1])


@cache
def tilt(bands: int, top_hz: float) -> NDArray[np.float32]:
    """What to add to the 8-bit values of each band (bands, 1) so that white noise is equally bright at all heights.

    Mel bands grow wider upwards and collect more noise; the picture shows density, the read-out the level.
    """
    edges = mel_to_hz(np.linspace(0, float(hz_to_mel(top_hz)), bands + 1))
    widths = np.maximum(np.diff(edges), _FFT_HZ)
    decibels = -10 * np.log10(widths / widths[0])
    result: NDArray[np.float32] = (decibels / -_FLOOR_DB * 255).astype(np.float32)[:, None]
    return result


def levels_for(top_db: float) -> tuple[float, float]:
    """Values of the 8-bit spectrum that are black and brightest when the loudest is `top_db`."""
    top = (top_db - _FLOOR_DB) / -_FLOOR_DB * 255
    return top - RANGE_DB / -_FLOOR_DB * 255, top


def _lookup_table() -> NDArray[np.uint8]:
    colors: NDArray[np.uint8] = pg.colormap.get("magma").getLookupTable(nPts=256)
    picked: NDArray[np.uint8] = colors[(np.linspace(0, 1, 256) ** _GAMMA * 255).round().astype(int)]
    return picked


class SpectrogramView(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """Power over time and mel frequency. The scale of levels is set from outside: it is the same on all rows."""

    def __init__(self, timeline: Timeline, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, background=None)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(28)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._timeline = timeline
        self._theme = themes.theme
        self._picture: Picture | None = None
        self._levels = levels_for(-12.0)
        self._key: object = None
        self._item = pg.ImageItem(axisOrder="row-major")
        self._item.setLookupTable(_lookup_table())
        self.scene().addItem(self._item)
        self.gestures = Gestures(self.viewport(), timeline, self._describe, frequencies=True)
        self._set_theme(themes.theme)
        themes.changed.connect(self._set_theme)
        timeline.viewport_changed.connect(self._refresh)
        timeline.selection_changed.connect(self._repaint)
        timeline.playhead_changed.connect(self._move_playhead)

    def set_picture(self, picture: Picture | None) -> None:
        """Draw this from now on."""
        self._picture = picture
        self._refresh()

    def set_top_db(self, top_db: float) -> None:
        """The level that is drawn brightest."""
        self._levels = levels_for(top_db)
        self._key = None
        self._refresh()

    def set_dimmed(self, dimmed: bool) -> None:
        """Fade what is not heard."""
        self._item.setOpacity(0.3 if dimmed else 1.0)
        self._repaint()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(400, 120)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Another size needs other columns."""
        super().resizeEvent(event)
        if hasattr(self, "_item"):  # pyqtgraph calls this from its own constructor
            self._refresh()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """What the gestures leave belongs to the list of stems."""
        event.ignore()

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """Frequencies, hatching, selection, playhead, in pixels."""
        painter.save()
        painter.resetTransform()
        width, height = self.viewport().width(), self.viewport().height()
        if self._picture is not None:
            paint_pending(painter, self._picture, self._timeline, self._theme, width, height)
            self._paint_frequencies(painter, width, height)
        paint_overlay(painter, self._timeline, self._theme, width, height, 0.10, boxes=True)
        painter.restore()

    def _paint_frequencies(self, painter: QPainter, width: int, height: int) -> None:
        picture = self._picture
        if picture is None or picture.spectrum is None:
            return
        top_mel = float(hz_to_mel(picture.spectrum.top_hz))
        font = painter.font()
        font.setPixelSize(10)
        painter.setFont(font)
        free = height - 8
        for tick in ticks.frequency_ticks(picture.spectrum.top_hz, height):
            y = round(height * (1 - float(hz_to_mel(tick.at)) / top_mel))
            if y < 12 or y > free:
                continue
            free = y - 20
            painter.setPen(QPen(QColor(128, 128, 128, 56), 1))
            painter.drawLine(30, y, width, y)
            box = QRectF(2, y - 7, 26, 14)
            painter.fillRect(box, QColor(0, 0, 0, 140))
            painter.setPen(QColor(235, 235, 240, 215))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tick.label)

    def _refresh(self) -> None:
        picture, view = self._picture, self._timeline.viewport
        width, height = self.viewport().width(), self.viewport().height()
        if picture is None or picture.spectrum is None or width < 2 or height < 2:
            self._item.hide()
            self._key = None
            self._repaint()
            return
        key = (view, width, height, picture.serial, id(picture.spectrum), picture.start, picture.frames)
        if key != self._key:
            self._key = key
            self._draw(picture, width, height)
        self._repaint()

    def _draw(self, picture: Picture, width: int, height: int) -> None:
        view = self._timeline.viewport
        start, end = max(view.start, picture.start), min(view.end, picture.end)
        if picture.spectrum is None or end <= start:
            self._item.hide()
            return
        left, right = view.x_of(start, width), view.x_of(end, width)
        ratio = self.devicePixelRatioF()
        columns = max(1, math.ceil((right - left) * ratio))
        bands = picture.spectrum.view(start - picture.start, end - picture.start, columns)
        density = np.where(bands > 0, bands + tilt(bands.shape[0], picture.spectrum.top_hz), 0)
        rows = fit_rows(np.clip(density, 0, 255).astype(np.uint8), round(height * ratio))
        self._item.setImage(rows, autoLevels=False, levels=self._levels)
        self._item.setRect(QRectF(left, 0, right - left, height))
        self._item.show()

    def _repaint(self) -> None:
        self.viewport().update()

    def _set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setBackgroundBrush(QColor(theme.lane))
        self._repaint()

    def _move_playhead(self, before: int, after: int) -> None:
        area = self.viewport()
        for frame in (before, after):
            area.update(playhead_rect(self._timeline, frame, area.width(), area.height()))

    def _describe(self, point: QPointF) -> str:
        area, view, rate = self.viewport(), self._timeline.viewport, self._timeline.rate_hz
        frame = view.frame_at(point.x(), area.width())
        text = ticks.precise(frame / rate)
        picture = self._picture
        if picture is None or picture.spectrum is None:
            return text
        share = min(max(1 - point.y() / max(area.height(), 1), 0.0), 1.0)
        hz = float(mel_to_hz(share * float(hz_to_mel(picture.spectrum.top_hz))))
        text = f"{text}   {hz:,.0f} Hz"
        if not picture.start <= frame < picture.end:
            return text
        at = frame - picture.start
        bands = picture.spectrum.view(at, at + max(view.span / max(area.width(), 1), 1.0), 1)
        level = float(bands[min(int(share * bands.shape[0]), bands.shape[0] - 1), 0])
        return f"{text}   {_FLOOR_DB + level / 255 * -_FLOOR_DB:.0f} dB" if level > 0 else f"{text}   < −120 dB"
