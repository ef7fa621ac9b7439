"""The time ruler above the lanes: labelled ticks, selection and loop range as bands, the playhead's handle."""

from __future__ import annotations

from PySide6.QtCore import QLine, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views import ticks
from desktop.views.accessible import describe_lane
from desktop.views.overlay import playhead_rect
from desktop.views.ruler_gestures import RulerGestures
from desktop.views.text_sizes import text_scale
from desktop.views.theme import Theme, ThemeManager
from desktop.views.timeline import Timeline

HEIGHT = 30
_LOOP_PX = 7
_LABEL_GAP = 5
_SMALL_PX = 10


class RulerView(QWidget):
    """Times over the lanes. Click seeks, drag draws the loop range."""

    def __init__(self, timeline: Timeline, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rulerView")
        self.setAccessibleName(self.tr("Time ruler"))
        self.setFixedHeight(HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._timeline = timeline
        self._theme = themes.theme
        self._gestures = RulerGestures(self, timeline, self._describe)
        describe_lane(self, timeline)
        self._gestures.clicked.connect(self.setFocus)  # so that Space plays and does not type
        themes.changed.connect(self._set_theme)
        timeline.viewport_changed.connect(self.update)
        timeline.selection_changed.connect(self.update)
        timeline.loop_changed.connect(self.update)
        timeline.marking.looping_changed.connect(self.update)
        timeline.playhead_changed.connect(self._move_playhead)

    def _set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def _describe(self, point: QPointF) -> str:
        return ticks.precise(self._timeline.viewport.frame_at(point.x(), self.width()) / self._timeline.rate_hz)

    def _move_playhead(self, before: int, after: int) -> None:
        for frame in (before, after):
            self.update(playhead_rect(self._timeline, frame, self.width(), self.height(), 8))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(400, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ticks, labels, band, handle."""
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a painter takes the application's
        theme, view, width, height = self._theme, self._timeline.viewport, self.width(), self.height()
        painter.fillRect(self.rect(), QColor(theme.panel))
        selection = self._timeline.selection
        if selection is not None:
            left, right = view.x_near(selection.start, width), view.x_near(selection.end, width)
            painter.fillRect(QRectF(left, height - 6, max(right - left, 2.0), 6), QColor(theme.accent))
        self._paint_loop(painter, width)
        rate = self._timeline.rate_hz
        start_s, end_s = view.start / rate, view.end / rate
        major, minor = ticks.time_ticks(start_s, end_s, width)
        places = (round((at - start_s) / (end_s - start_s) * width) for at in minor)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLines([QLine(x, height - 5, x, height - 1) for x in places])
        self._paint_labels(painter, major, start_s, end_s)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(QLineF(0, height - 1, width, height - 1))
        self._paint_handle(painter, width, height)

    def _paint_labels(self, painter: QPainter, major: tuple[ticks.Tick, ...], start_s: float, end_s: float) -> None:
        """Every tick has its label, as far as there is room."""
        width, height = self.width(), self.height()
        places = [round((tick.at - start_s) / (end_s - start_s) * width) for tick in major]
        small = QFont(painter.font())
        small.setPixelSize(round(_SMALL_PX * text_scale(self)))
        fonts = painter.font(), small
        measures = [QFontMetrics(font).horizontalAdvance for font in fonts]
        labels, font = ticks.fitting(major, places, _LABEL_GAP, measures)
        painter.setFont(fonts[font])
        painter.setPen(QPen(QColor(self._theme.text_dim), 1))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for x, label in zip(places, labels, strict=True):
            painter.drawLine(QLineF(x, height - 10, x, height))
            if x + _LABEL_GAP + painter.fontMetrics().horizontalAdvance(label) <= width:  # half a time is no time
                painter.drawText(QRectF(x + _LABEL_GAP, 4, width, height - 10), flags, label)

    def _paint_loop(self, painter: QPainter, width: int) -> None:
        """A bracket along the top: filled while it is repeated, dim while it only waits."""
        marking, view, theme = self._timeline.marking, self._timeline.viewport, self._theme
        if marking.loop is None:
            return
        left, right = (round(view.x_near(frame, width)) for frame in marking.loop)
        color = QColor(theme.accent if marking.looping else theme.text_dim)
        fill = QColor(color)
        fill.setAlphaF(0.45)
        painter.fillRect(QRectF(left, 0, max(right - left, 2), _LOOP_PX - 2), fill)
        for x, toward in ((left, 1), (right, -1)):
            painter.fillRect(QRectF(min(x, x + 2 * toward), 0, 2, _LOOP_PX + 4), color)
            painter.fillRect(QRectF(min(x, x + 6 * toward), 0, 6, _LOOP_PX - 2), color)

    def _paint_handle(self, painter: QPainter, width: int, height: int) -> None:
        view = self._timeline.viewport
        if not view.start <= self._timeline.playhead <= view.end:
            return
        x = round(view.x_of(self._timeline.playhead, width)) + 0.5
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.playhead))
        painter.drawPolygon(
            QPolygonF([QPointF(x - 6, height - 13), QPointF(x + 6, height - 13), QPointF(x, height - 3)])
        )
        painter.fillRect(QRectF(x - 0.5, height - 5, 1, 5), QColor(self._theme.playhead))
