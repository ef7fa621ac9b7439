"""Takes a track out of the window: its file is made while the hand is under way, the drag begins once it is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QPoint, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QCursor, QDrag, QFontMetrics, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.actions.handing_over import HandOverController, Portion

StartDrag = Callable[[QWidget, Path], None]


def file_data(path: Path) -> QMimeData:
    """A file as other programs take it, dropped or pasted."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def start_drag(origin: QWidget, path: Path) -> None:
    """Let the system carry the file; returns when it was dropped or not. Files are copied, never moved."""
    drag = QDrag(origin)
    drag.setMimeData(file_data(path))
    drag.setPixmap(_label(origin, path.name))
    drag.setHotSpot(QPoint(-8, -8))
    drag.exec(Qt.DropAction.CopyAction)


class DragOut(QObject):
    """One drag at a time.

    Args:
        origin: Where drags come from; it outlives the rows.
        handing: Makes the files.
        start: Carries a file; for tests.

    Signals:
        preparing: args: the track's id, whether its file is being made.
        began: The system carries the file.  arg: the track's id.
        ended: The drag is over, dropped or not.  arg: the track's id.
    """

    preparing = Signal(str, bool)
    began = Signal(str)
    ended = Signal(str)

    def __init__(self, origin: QWidget, handing: HandOverController, start: StartDrag = start_drag) -> None:
        super().__init__(origin)
        self._origin = origin
        self._handing = handing
        self._start = start
        self._held: Portion | None = None
        self._outside = False
        self._path: Path | None = None
        handing.ready.connect(self._ready)
        handing.failed.connect(self._failed)

    def hold(self, track_id: str, subtype: str, *, selected: bool) -> None:
        """The hand took hold: make the file now, so that it is there when the hand is outside."""
        self._held, self._outside, self._path = self._handing.wanted(track_id, subtype, selected=selected), False, None
        if self._held is None:
            return
        self._handing.prepare(self._held)
        if self._path is None:
            self.preparing.emit(track_id, True)

    def leave(self, track_id: str) -> None:
        """The hand left the window."""
        if not self._holds(track_id):
            return
        self._outside = True
        if self._path is None:
            QToolTip.showText(QCursor.pos(), self.tr("Preparing the file…"), self._origin)
        self._begin()

    def release(self, track_id: str) -> None:
        """The hand let go, before or after."""
        if self._holds(track_id):
            self._held = None
            self.preparing.emit(track_id, False)

    def _holds(self, track_id: str) -> bool:
        return self._held is not None and self._held.track_id == track_id

    def _ready(self, portion: Portion, path: Path) -> None:
        if portion == self._held:  # not only the track: it may have been held before, another stretch of it
            self._path = path
            self.preparing.emit(portion.track_id, False)
            self._begin()

    def _failed(self, portion: Portion, _message: str) -> None:
        if portion == self._held:
            self.release(portion.track_id)

    def _begin(self) -> None:
        if self._outside and self._path is not None and self._held is not None:
            track_id, path, self._held = self._held.track_id, self._path, None
            QToolTip.hideText()
            self.began.emit(track_id)
            self._start(self._origin, path)
            self.ended.emit(track_id)


def _label(widget: QWidget, text: str) -> QPixmap:
    metrics = QFontMetrics(widget.font())
    width, height = min(metrics.horizontalAdvance(text), 320) + 20, metrics.height() + 10
    ratio = widget.devicePixelRatioF()
    result = QPixmap(round(width * ratio), round(height * ratio))
    result.setDevicePixelRatio(ratio)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    palette = widget.palette()
    painter.setPen(palette.color(QPalette.ColorRole.Highlight))
    painter.setBrush(QColor(palette.color(QPalette.ColorRole.Button)))
    painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), 5, 5)
    painter.setPen(palette.color(QPalette.ColorRole.WindowText))
    text = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, width - 16)
    painter.drawText(QRectF(0, 0, width, height), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return result
