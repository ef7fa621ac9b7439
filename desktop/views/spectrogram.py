"""One track's spectrogram over the shared axes of time and frequency."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from audiosep_core.audio.spectrum import FLOOR_DB
from audiosep_core.audio.tiles import step_for
from desktop.actions.pictures import Picture, TileKey
from desktop.views import ticks
from desktop.views.frequency_ticks import frequency_lines
from desktop.views.gestures import Gestures
from desktop.views.look import Colors
from desktop.views.note_names import note_name
from desktop.views.overlay import paint_limit, paint_overlay, paint_pending, playhead_rect
from desktop.views.spectrum_raster import band_of
from desktop.views.spectrum_strips import Strips, choose_grid
from desktop.views.theme import Theme, ThemeManager, load_theme
from desktop.views.timeline import Timeline
from desktop.views.waveform import WaveformView

_DIMMED = 0.3
_NEXT_MS = 12  # what a hand does in between comes first
_LINE = QColor(128, 128, 128, 56)


class SpectrogramView(QWidget):
    """Power over time and frequency. The scale of levels is set from outside: it is the same on all rows."""

    def __init__(self, timeline: Timeline, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(28)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._timeline = timeline
        self._theme = themes.theme
        self._picture: Picture | None = None
        self._over: WaveformView | None = None
        self._top_db = -12.0
        self._dimmed = False
        self._strips = Strips(self)
        self._rest = QTimer(self, interval=_NEXT_MS, singleShot=True)  # what one repaint had no time for
        self._rest.timeout.connect(self.update)
        self.gestures = Gestures(self, timeline, self._describe, frequencies=True)
        themes.changed.connect(self._set_theme)
        timeline.viewport_changed.connect(self.update)
        timeline.zoom_settled.connect(self.update)
        timeline.axis_changed.connect(self.update)
        timeline.look_changed.connect(self.update)
        timeline.selection_changed.connect(self.update)
        timeline.playhead_changed.connect(self._move_playhead)

    def set_picture(self, picture: Picture | None) -> None:
        """Draw this from now on."""
        before, self._picture = self._picture, picture
        old, new = (one.tiles if one is not None else None for one in (before, picture))
        if old is not new:
            if old is not None:
                old.arrived.disconnect(self.update)
                old.want(self, ())
            if new is not None:
                new.arrived.connect(self.update)
        if picture is None or before is None or before.start != picture.start:
            self._strips.clear()
        self.update()

    def set_top_db(self, top_db: float) -> None:
        """The level that is drawn brightest."""
        self._top_db = top_db
        self.update()

    def set_dimmed(self, dimmed: bool) -> None:
        """Fade what is not heard."""
        if dimmed != self._dimmed:
            self._dimmed = dimmed
            self.update()

    def set_waveform_over(self, waveform: WaveformView | None) -> None:
        """Draw this waveform over the spectrogram, or none."""
        self._over = waveform
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(400, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Spectrum, frequencies, waveform, hatching, selection, playhead."""
        painter = QPainter(self)
        timeline, width, height = self._timeline, self.width(), self.height()
        look, axis, picture = timeline.look, timeline.axis, self._picture
        ground = self._ground(look.colors)
        painter.fillRect(event.rect(), QColor(ground.lane))
        if picture is not None:
            size, ratio = (width, height), self.devicePixelRatioF()
            late = self._strips.paint(
                painter, picture, timeline.viewport, axis, look, self._top_db, size, ratio, hasty=timeline.zooming
            )
            if self._dimmed:  # over all at once: strips may lie over each other
                painter.setOpacity(1 - _DIMMED)
                painter.fillRect(event.rect(), Qt.GlobalColor.black if ground.is_dark else Qt.GlobalColor.white)
                painter.setOpacity(1.0)
            if late:
                self._rest.start()
            self._paint_lines(painter, width, height)
            if self._over is not None:
                self._over.paint_wave(painter, width, height, ground, look.opacity / 100)
            paint_pending(painter, picture, timeline, ground, width, height)
            paint_limit(painter, timeline, width, height)
        paint_overlay(painter, timeline, ground, width, height, 0.10, boxes=True)

    def _ground(self, colors: Colors) -> Theme:
        """Colours that stand out from the colour map, which may be dark in a light window."""
        is_dark = colors != "inverse"
        return self._theme if self._theme.is_dark == is_dark else load_theme("dark" if is_dark else "light")

    def _paint_lines(self, painter: QPainter, width: int, height: int) -> None:
        for y in frequency_lines(self._timeline.axis, height):
            painter.fillRect(0, y, width, 1, _LINE)

    def _set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def _move_playhead(self, before: int, after: int) -> None:
        for frame in (before, after):
            self.update(playhead_rect(self._timeline, frame, self.width(), self.height()))

    def _describe(self, point: QPointF) -> str:
        view, axis, look = self._timeline.viewport, self._timeline.axis, self._timeline.look
        frame = view.frame_at(point.x(), self.width())
        hz = axis.hz_at(point.y(), self.height())
        parts = [ticks.precise(frame / self._timeline.rate_hz), f"{hz:,.0f} Hz", note_name(hz, cents=look.cents)]
        picture = self._picture
        if picture is not None and picture.start <= frame < picture.end:
            level = self._level(picture, frame - picture.start, hz)
            if level is not None:
                parts.append(f"{FLOOR_DB + level / 255 * -FLOOR_DB:.0f} dB" if level > 0 else "< −120 dB")
        return "   ".join(part for part in parts if part)

    def _level(self, picture: Picture, frame: float, hz: float) -> int | None:
        """The byte of dB at a frame of the picture, None while nothing is known."""
        timeline, ratio = self._timeline, self.devicePixelRatioF()
        per_pixel = timeline.viewport.span / max(self.width() * ratio, 1.0)
        rows = max(round(self.height() * ratio), 1)
        grid = choose_grid(picture, timeline.look, timeline.axis, per_pixel, rows)
        if grid is not None and grid.kind == "tiles" and picture.tiles is not None:
            index, inside = divmod(int(frame), grid.width)
            found = picture.tiles.get(TileKey(grid.frames, grid.step, index))
            if found is not None:
                levels = found[0]
                place = round(hz / timeline.axis.top_hz * (levels.shape[0] - 1))
                return int(levels[min(place, levels.shape[0] - 1), inside // grid.step])
        if picture.spectrum is None:
            return None
        bands = picture.spectrum.view(frame, frame + step_for(per_pixel), 1)
        place = int(band_of(hz, timeline.axis.top_hz, bands.shape[0]))  # type: ignore[arg-type]
        return int(bands[min(place, bands.shape[0] - 1), 0])
