"""The regions over the lanes: names on a thin lane, to be selected, adjusted, renamed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolTip, QWidget

from desktop.document.document import Document
from desktop.document.region_commands import RenameRegion, ReshapeRegion
from desktop.document.regions import region_at, selected_region
from desktop.document.state import LONGEST_NAME, Region, Selection
from desktop.views import ticks
from desktop.views.frequency_ticks import hertz
from desktop.views.gesture_slider import next_gesture
from desktop.views.gestures import DRAG_PX
from desktop.views.grips import GRAB_PX, Grip, PixelBox, grip_at
from desktop.views.navigation import Navigation
from desktop.views.theme import Theme, ThemeManager
from desktop.views.timeline import Timeline

HEIGHT = 24
_EDIT_PX = 140


class RegionLane(QWidget):
    """Every region as a labelled bar."""

    def __init__(
        self, document: Document, timeline: Timeline, themes: ThemeManager, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("regionLane")
        self.setAccessibleName(self.tr("Regions"))
        self.setFixedHeight(HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._document = document
        self._timeline = timeline
        self._theme = themes.theme
        self._held: tuple[Region, Grip] | None = None
        self._pressed: float | None = None
        self._anchor = 0.0
        self._gesture = 0
        self._renaming = ""
        self._edit = QLineEdit(self)
        self._edit.setObjectName("regionNameEdit")
        self._edit.setAccessibleName(self.tr("Name of the region"))
        self._edit.setProperty("compact", "true")
        self._edit.setMaxLength(LONGEST_NAME)
        self._edit.installEventFilter(self)
        self._edit.editingFinished.connect(self._end_rename)
        self._edit.hide()
        Navigation(self, timeline)
        themes.changed.connect(self._set_theme)
        timeline.viewport_changed.connect(self._view_changed)
        timeline.selection_changed.connect(self.update)
        document.regions_changed.connect(self._regions_changed)
        self._regions_changed()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(400, HEIGHT)

    def words(self, region: Region) -> str:
        """What a region is called: its name, or its place among the others."""
        if region.name:
            return region.name
        return self.tr("Region {n}").format(n=self._document.state.regions.index(region) + 1)

    def accessible_value(self) -> str:
        """For readers of the screen: every region with its stretch."""
        rate = self._timeline.rate_hz
        return "; ".join(
            f"{self.words(region)}, {ticks.tenths(region.start / rate)}–{ticks.tenths(region.end / rate)}"
            for region in self._document.state.regions
        )

    # -- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bars, the longest first, so that those inside of them lie on top."""
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a painter takes the application's
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.panel))
        chosen = selected_region(self._document.state)
        for region in sorted(self._document.state.regions, key=lambda region: region.start - region.end):
            self._paint_region(painter, region, region == chosen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _paint_region(self, painter: QPainter, region: Region, chosen: bool) -> None:
        theme, bar = self._theme, self._bar(region)
        if bar.right() < 0 or bar.left() > self.width():
            return
        painter.setPen(QPen(QColor(theme.accent if chosen else theme.text_dim), 1))
        painter.setBrush(QColor(theme.accent_soft if chosen else theme.raised))
        painter.drawRoundedRect(bar, 3, 3)
        room = bar.intersected(QRectF(0, 0, self.width(), self.height())).adjusted(6, 0, -4, 0)
        if room.width() < 12:
            return
        painter.setPen(QColor(theme.text))
        text = self.words(region)
        if region.band_hz is not None:
            text += f"  {hertz(region.band_hz[0])}–{hertz(region.band_hz[1])} Hz"
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _bar(self, region: Region) -> QRectF:
        view, width = self._timeline.viewport, self.width()
        left, right = view.x_near(region.start, width), view.x_near(region.end, width)
        return QRectF(left + 0.5, 3.5, max(right - left - 1, 2.0), self.height() - 8)

    def _set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def _view_changed(self) -> None:
        region = self._region(self._renaming)
        if region is not None:  # the page turns while somebody types
            self._place_edit(region)
        self.update()

    def _regions_changed(self) -> None:
        regions = self._document.state.regions
        if self._renaming not in {region.id for region in regions}:
            self._renaming = ""
            self._edit.hide()
        self.setAccessibleDescription(", ".join(self.words(region) for region in regions))
        self.update()

    # -- renaming

    def begin_rename(self, region_id: str) -> None:
        """Let the person type another name, in place."""
        region = self._region(region_id)
        if region is None:
            return
        self._end_rename()
        bar = self._bar(region)
        if bar.right() < 0 or bar.left() > self.width():
            self._timeline.show(self._timeline.viewport.framing(region.start, region.end))
        self._renaming = region_id
        self._place_edit(region)
        self._edit.setText(region.name)
        self._edit.setPlaceholderText(self.words(region))
        self._edit.selectAll()
        self._edit.show()
        self._edit.setFocus()

    def _region(self, region_id: str) -> Region | None:
        return next((region for region in self._document.state.regions if region.id == region_id), None)

    def _place_edit(self, region: Region) -> None:
        """Over the bar; where that is out of sight, at the end of the lane that is nearer to it."""
        left = max(min(self._bar(region).left(), self.width() - _EDIT_PX), 0)
        self._edit.setGeometry(round(left), 1, _EDIT_PX, self.height() - 2)

    def _end_rename(self) -> None:
        renaming, self._renaming = self._renaming, ""
        self._edit.hide()
        if renaming:
            self._document.undo_stack.push(RenameRegion(self._document, renaming, self._edit.text()))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Esc in the field of the name leaves the old one."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self._renaming = ""
            self._edit.hide()
            return True
        return False

    # -- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of an edge, or mark a region."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._pressed = event.position().x()
        self._anchor = self._frame(self._pressed)
        self._held = self._hold(event.position())
        self._gesture = next_gesture()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the edge that is held; on free ground, mark a stretch."""
        x = event.position().x()
        marking = self._timeline.marking
        if self._pressed is None:
            self.setCursor(
                Qt.CursorShape.SplitHCursor if self._hold(event.position()) else Qt.CursorShape.PointingHandCursor
            )
            self._tell(event)
            return
        if abs(x - self._pressed) < DRAG_PX:
            return
        if self._held is None:
            marking.select(marking.snapped(self._anchor), marking.snapped(self._frame(x)))
            return
        region, grip = self._held
        fixed = region.end if grip.time == "start" else region.start
        low, high = sorted((fixed, marking.snapped(self._frame(x))))
        if low < high:
            stretch = Selection(low, high, region.band_hz)
            self._document.undo_stack.push(ReshapeRegion(self._document, region.id, stretch, self._gesture))
            self._document.set_selection(stretch)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click marks the region under the pointer, or places the playhead."""
        pressed, self._pressed, self._held = self._pressed, None, None
        if pressed is None or abs(event.position().x() - pressed) >= DRAG_PX:
            return
        region = region_at(self._document.state.regions, self._anchor)
        if region is not None:
            self._document.set_selection(Selection(region.start, region.end, region.band_hz))
        self._timeline.seek_requested.emit(round(self._anchor) if region is None else region.start)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Rename the region under the pointer."""
        region = region_at(self._document.state.regions, self._frame(event.position().x()))
        if region is not None and event.button() == Qt.MouseButton.LeftButton:
            self.begin_rename(region.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the region."""
        self._timeline.marking.menu_requested.emit(event.globalPos(), round(self._frame(event.pos().x())))

    def _frame(self, x: float) -> float:
        return self._timeline.viewport.frame_at(x, self.width())

    def _hold(self, point: QPointF) -> tuple[Region, Grip] | None:
        """The edge under the pointer; of a narrow bar, only from outside of it."""
        for region in sorted(self._document.state.regions, key=lambda region: region.end - region.start):
            bar = self._bar(region)
            grip = grip_at(PixelBox(bar.left(), bar.right()), point.x(), 0.0)
            narrow = bar.width() < 3 * GRAB_PX and bar.left() < point.x() < bar.right()
            if grip is not None and not narrow:
                return region, grip
        return None

    def _tell(self, event: QMouseEvent) -> None:
        region = region_at(self._document.state.regions, self._frame(event.position().x()))
        rate_hz = self._timeline.rate_hz
        if region is None:
            QToolTip.hideText()
            return
        start, end = ticks.precise(region.start / rate_hz), ticks.precise(region.end / rate_hz)
        QToolTip.showText(event.globalPosition().toPoint(), f"{self.words(region)}\n{start}–{end}", self)
