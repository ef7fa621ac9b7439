"""The whole recording above the ruler: where one is in it, what is selected, what is still being worked on."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.actions.pictures import Picture
from desktop.views import ticks
from desktop.views.theme import Theme, ThemeManager
from desktop.views.timeline import Timeline
from desktop.views.viewport import Viewport
from desktop.views.wave_raster import color_table, raster
from desktop.views.wheel import NOTCH, ZOOM_PER_NOTCH

HEIGHT = 40

EDGE_PX = 6
"""Within this distance an edge of the view is taken hold of."""

_NARROWEST_PX = 6.0


class _Hold(Enum):
    NOTHING = auto()
    VIEW = auto()
    START = auto()
    END = auto()


class OverviewView(QWidget):
    """The strip. Dragging the view moves it, dragging its edges zooms; a press outside brings the view there."""

    def __init__(self, timeline: Timeline, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overviewView")
        self.setAccessibleName(self.tr("Overview"))
        self.setFixedHeight(HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._timeline = timeline
        self._theme = themes.theme
        self._picture: Picture | None = None
        self._pending: tuple[tuple[int, int], ...] = ()
        self._image: tuple[object, QImage | None] = (None, None)
        self._hold = _Hold.NOTHING
        self._pressed_frame = 0.0
        self._pressed_view = timeline.viewport
        themes.changed.connect(self._set_theme)
        timeline.viewport_changed.connect(self._tell)
        timeline.selection_changed.connect(self.update)
        timeline.playhead_changed.connect(self._move_playhead)

    def set_picture(self, picture: Picture | None) -> None:
        """Draw this recording from now on."""
        self._picture = picture
        self.update()

    def set_pending(self, ranges: tuple[tuple[int, int], ...]) -> None:
        """What of the recording is still being worked on."""
        if ranges != self._pending:
            self._pending = ranges
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(400, HEIGHT)

    # -- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Wave, what is pending, selection, view, playhead."""
        painter = QPainter(self)
        theme, width, height = self._theme, self.width(), self.height()
        painter.fillRect(self.rect(), QColor(theme.lane))
        image = self._wave(width, height - 4)
        if image is not None:
            painter.drawImage(QRectF(0, 2, width, height - 4), image)
        undecoded = self._picture.pending if self._picture is not None else ()
        for start, end in (*undecoded, *self._pending):
            left, right = self._x(start), self._x(end)
            rect = QRectF(left, 0, max(right - left, 1.0), height)
            painter.fillRect(rect, QBrush(QColor(theme.hatch), Qt.BrushStyle.BDiagPattern))
        selection = self._timeline.selection
        if selection is not None:
            left, right = self._x(selection.start), self._x(selection.end)
            tint = QColor(theme.accent)
            tint.setAlphaF(0.3)
            painter.fillRect(QRectF(left, 0, max(right - left, 1.0), height), tint)
        self._paint_view(painter, width, height)
        x = round(self._x(self._timeline.playhead))
        painter.setPen(QPen(QColor(theme.playhead), 1))
        painter.drawLine(QLineF(x, 0, x, height))
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(QLineF(0, height - 1, width, height - 1))

    def _paint_view(self, painter: QPainter, width: int, height: int) -> None:
        if self._timeline.viewport.is_whole:
            return
        theme = self._theme
        left, right = self._view_edges()
        shade = QColor(theme.window)
        shade.setAlphaF(0.6)
        painter.fillRect(QRectF(0, 0, left, height), shade)
        painter.fillRect(QRectF(right, 0, width - right, height), shade)
        painter.setPen(QPen(QColor(theme.text_dim), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(round(left), 0, round(right - left), height - 1))
        for x in (left, right):
            painter.fillRect(QRectF(round(x) - 1, height / 2 - 7, 3, 14), QColor(theme.text))

    def _wave(self, width: int, height: int) -> QImage | None:
        picture, frames = self._picture, self._timeline.viewport.frames
        if picture is None or picture.peaks is None or width < 2:
            return None
        ratio = self.devicePixelRatioF()
        key = (width, height, ratio, frames, picture.serial, id(picture.peaks), self._theme.name)
        if self._image[0] != key:
            low, high, rms = picture.peaks.view(0, frames, round(width * ratio))
            mono = low.min(0, keepdims=True), high.max(0, keepdims=True), rms.max(0, keepdims=True)
            pixels = raster(mono, max(2, round(height * ratio)))
            columns, rows = pixels.shape[1], pixels.shape[0]
            image = QImage(pixels.data, columns, rows, columns, QImage.Format.Format_Indexed8)
            body, core = QColor(self._theme.wave), QColor(self._theme.wave_core)
            tints = ((color.red(), color.green(), color.blue()) for color in (body, core))
            image.setColorTable(color_table(*tints))
            self._image = key, image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        return self._image[1]

    def _x(self, frame: float) -> float:
        return frame / self._timeline.viewport.frames * self.width()

    def _view_edges(self) -> tuple[float, float]:
        """Pixels of the view's edges; never so close that there is nothing to take hold of."""
        view = self._timeline.viewport
        left, right = self._x(view.start), self._x(view.end)
        spare = max(_NARROWEST_PX - (right - left), 0) / 2
        return max(left - spare, 0.0), min(right + spare, float(self.width()))

    def _move_playhead(self, before: int, after: int) -> None:
        for frame in (before, after):
            self.update(round(self._x(frame)) - 2, 0, 5, self.height())

    def _set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def accessible_value(self) -> str:
        """For readers of the screen."""
        view, rate = self._timeline.viewport, self._timeline.rate_hz
        text = self.tr("Showing {start} to {end}")
        return text.format(start=ticks.tenths(view.start / rate), end=ticks.tenths(view.end / rate))

    def _tell(self) -> None:
        self.setAccessibleDescription(self.accessible_value())
        self.update()

    # -- the mouse

    def _hold_at(self, x: float) -> _Hold:
        if self._timeline.viewport.is_whole:
            # Both edges lie at the strip's ends: inwards they zoom.
            at_start, at_end = x <= EDGE_PX, x >= self.width() - EDGE_PX
            return _Hold.START if at_start else _Hold.END if at_end else _Hold.NOTHING
        left, right = self._view_edges()
        # A view that is narrower than two edges can still be moved: they are held from outside only.
        inward = min(EDGE_PX, (right - left) / 4)
        if left - EDGE_PX <= x <= left + inward:
            return _Hold.START
        if right - inward <= x <= right + EDGE_PX:
            return _Hold.END
        return _Hold.VIEW if left < x < right else _Hold.NOTHING

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the view or an edge; elsewhere, bring the view there first."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        x = event.position().x()
        self._hold = self._hold_at(x)
        self._pressed_frame = self._frame(x)
        view = self._timeline.viewport
        if self._hold is _Hold.NOTHING and not view.is_whole:
            self._timeline.show(view.centred_on(self._pressed_frame))
            self._hold = _Hold.VIEW
        self._pressed_view = self._timeline.viewport

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the view, or the edge that is held."""
        x = event.position().x()
        if self._hold is _Hold.NOTHING or not event.buttons() & Qt.MouseButton.LeftButton:
            hold = self._hold_at(x)
            cursor = Qt.CursorShape.SizeHorCursor if hold in (_Hold.START, _Hold.END) else Qt.CursorShape.ArrowCursor
            self.setCursor(Qt.CursorShape.OpenHandCursor if hold is _Hold.VIEW else cursor)
            self._timeline.hovered.emit(ticks.precise(self._frame(x) / self._timeline.rate_hz))
            return
        self._timeline.show(self._dragged(self._frame(x)))

    def _dragged(self, frame: float) -> Viewport:
        view = self._pressed_view
        by = frame - self._pressed_frame
        if self._hold is _Hold.VIEW:
            return view.scrolled(by)
        start, end = view.start, view.end
        if self._hold is _Hold.START:
            start = min(max(start + by, 0.0), end - 1)
        else:
            end = max(min(end + by, float(view.frames)), start + 1)
        return view.showing(start, end - start)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._hold = _Hold.NOTHING

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the middle of what is seen."""
        view = self._timeline.viewport
        notches = event.angleDelta().y() / NOTCH
        self._timeline.show(view.zoomed(ZOOM_PER_NOTCH**notches, view.start + view.span / 2))
        event.accept()

    def _frame(self, x: float) -> float:
        return min(max(x / max(self.width(), 1), 0.0), 1.0) * self._timeline.viewport.frames
