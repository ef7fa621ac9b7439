"""Moves a row among the stems by hand: a line shows where it would go; outside of the window it is another thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_LINE = 3


class RowMover(QObject):
    """One drag at a time.

    Args:
        area: What scrolls.
        stems: What holds the rows.
        rows: Ids and rows of the stems, from the top.

    Signals:
        dropped: args: id, the place where it was let go of.
        left: The hand took it out of the window.  arg: id.
    """

    dropped = Signal(str, int)
    left = Signal(str)

    def __init__(self, area: QScrollArea, stems: QWidget, rows: Callable[[], Sequence[tuple[str, QWidget]]]) -> None:
        super().__init__(area)
        self._area = area
        self._list = stems
        self._rows = rows
        self._outside = False
        self._line = QFrame(stems)
        self._line.setObjectName("dropLine")
        self._line.hide()

    def move(self, track_id: str, at: QPoint) -> None:
        """The hand is there, on the screen."""
        outside = not self._area.window().frameGeometry().contains(at)
        if outside:
            self._line.hide()
            if not self._outside:
                self._outside = True
                self.left.emit(track_id)
            return
        self._outside = False
        rows = self._rows()
        if track_id not in (known for known, _ in rows):  # "Everything else" has its place
            return
        y = self._list.mapFromGlobal(at).y()
        self._area.ensureVisible(0, y, 0, 24)
        gap = self._gap(y)
        last = rows[-1][1].geometry()
        top = rows[gap][1].y() if gap < len(rows) else last.bottom() + 1
        self._line.setGeometry(0, max(0, top - _LINE), self._list.width(), _LINE)
        self._line.raise_()
        self._line.show()

    def drop(self, track_id: str, at: QPoint) -> None:
        """The hand let go there."""
        shown = self._line.isVisible()
        self.cancel()
        if not shown:
            return
        ids = [known for known, _ in self._rows()]
        if track_id in ids:
            gap, place = self._gap(self._list.mapFromGlobal(at).y()), ids.index(track_id)
            self.dropped.emit(track_id, gap - 1 if gap > place else gap)

    def cancel(self) -> None:
        """No row will move."""
        self._line.hide()
        self._outside = False

    def _gap(self, y: int) -> int:
        return sum(row.geometry().center().y() < y for _, row in self._rows())
