"""What lies over every lane: what is not there, the marked stretch, the playhead, in the same place on all of them."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from desktop.actions.pictures import Picture
from desktop.views.theme import Theme
from desktop.views.timeline import Timeline

_LIMIT = "#f0c05a"


def paint_overlay(
    painter: QPainter, timeline: Timeline, theme: Theme, width: int, height: int, tint: float, *, boxes: bool = False
) -> None:
    """Draw selection and playhead over a lane.

    Args:
        painter: In pixels of the lane.
        timeline: What is marked, and where.
        theme: Colours.
        width: Of the lane.
        height: Of the lane.
        tint: Opacity of the marked stretch.
        boxes: Whether the height is the axis of frequencies: a box is drawn where it lies.
    """
    view = timeline.viewport
    selection = timeline.selection
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if selection is not None and selection.end > view.start and selection.start < view.end:
        left, right = view.x_near(selection.start, width), view.x_near(selection.end, width)
        fill = QColor(theme.accent)
        fill.setAlphaF(tint)
        if boxes and selection.band_hz is not None:
            bottom, top = (timeline.axis.y_of(hz, height) for hz in selection.band_hz)
            _paint_box(painter, QRectF(left, top, right - left, bottom - top), theme, fill)
        else:
            painter.fillRect(QRectF(left, 0, max(right - left, 1.0), height), fill)
            for x in (left, right):
                _paint_edge(painter, round(x), height, theme, theme.accent)
    if view.start <= timeline.playhead <= view.end:
        _paint_edge(painter, round(view.x_of(timeline.playhead, width)), height, theme, theme.playhead)


def _pens(theme: Theme, color: str) -> tuple[QPen, QPen]:
    """For a line, first its shade: or a bright picture would swallow it."""
    shade = QColor(theme.lane)
    shade.setAlpha(170)
    return QPen(shade, 3), QPen(QColor(color), 1)


def _paint_edge(painter: QPainter, x: int, height: int, theme: Theme, color: str) -> None:
    for pen in _pens(theme, color):
        painter.setPen(pen)
        painter.drawLine(QLineF(x, 0, x, height))


def _paint_box(painter: QPainter, box: QRectF, theme: Theme, fill: QColor) -> None:
    box = QRectF(round(box.left()), round(box.top()), max(round(box.width()), 1), max(round(box.height()), 1))
    painter.fillRect(box, fill)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in _pens(theme, theme.accent):
        painter.setPen(pen)
        painter.drawRect(box)


def paint_pending(
    painter: QPainter, picture: Picture, timeline: Timeline, theme: Theme, width: int, height: int
) -> None:
    """Hatch what is not there: it must not look like silence."""
    view = timeline.viewport
    for start, end in picture.pending:
        if end > view.start and start < view.end:
            left, right = view.x_of(start, width), view.x_of(end, width)
            rect = QRectF(left, 0, right - left, height).intersected(QRectF(0, 0, width, height))
            painter.fillRect(rect, QColor(theme.lane))
            painter.fillRect(rect, QBrush(QColor(theme.hatch), Qt.BrushStyle.BDiagPattern))


def paint_limit(painter: QPainter, timeline: Timeline, width: int, height: int) -> None:
    """Mark where the model's own band ends: what lies above follows what it found below."""
    limit = timeline.limit_hz
    if not 0 < limit < timeline.axis.top_hz:
        return
    y = round(timeline.axis.y_of(limit, height))
    if not 0 < y < height:
        return
    painter.drawTiledPixmap(0, y, width, 1, _dashes())


@cache
def _dashes() -> QPixmap:
    """A dashed line as a tile: dashed pens are slow."""
    tile = QPixmap(8, 1)
    tile.fill(QColor(0, 0, 0))
    painter = QPainter(tile)
    painter.fillRect(0, 0, 5, 1, QColor(_LIMIT))
    painter.end()
    return tile


def playhead_rect(timeline: Timeline, frame: int, width: int, height: int, reach: int = 3) -> QRect:
    """The pixels a playhead at `frame` covers; out of sight where it is."""
    x = round(timeline.viewport.x_near(frame, width))
    return QRect(x - reach, 0, 2 * reach + 1, height)
