"""Dragging on beyond the edge of a lane: the view follows, the faster the further out the pointer is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop.views.timeline import Timeline

EVERY_MS = 40
_SHARE_PER_PX = 0.0006
_MOST = 0.06
"""Of the visible stretch, at most, each time."""


class EdgeScroll(QObject):
    """Scrolls while a drag stays outside of its lane.

    Args:
        widget: The lane.
        timeline: Whose view moves.
        scrolled: Called after each move, so that the drag goes on from where the pointer is now.
    """

    def __init__(self, widget: QWidget, timeline: Timeline, scrolled: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._timeline = timeline
        self._scrolled = scrolled
        self._beyond = 0.0
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.step)

    @property
    def running(self) -> bool:
        """Whether the view moves by itself."""
        return self._timer.isActive()

    def follow(self, x: float) -> None:
        """The drag is at a pixel of the lane."""
        self._beyond = min(x, 0.0) + max(x - self._widget.width(), 0.0)
        if not self._beyond:
            self._timer.stop()
        elif not self._timer.isActive():  # a start would put off the next step, for ever under a hand that moves on
            self._timer.start()

    def stop(self) -> None:
        """The drag is over."""
        self._timer.stop()

    def step(self) -> None:
        """Scroll once; the timer's."""
        view = self._timeline.viewport
        share = min(max(self._beyond * _SHARE_PER_PX, -_MOST), _MOST)
        moved = view.scrolled(share * view.span)
        if moved == view:
            self._timer.stop()
            return
        self._timeline.show(moved)
        self._scrolled()
