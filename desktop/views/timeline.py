"""What every lane shares: the visible stretch, the playhead, the selection, and the wishes that gestures express."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.document.document import Document
from desktop.document.state import Selection
from desktop.views.frequency_axis import FrequencyAxis
from desktop.views.marking import Marking
from desktop.views.viewport import Viewport


class Timeline(QObject):
    """The common time axis.

    Signals:
        viewport_changed: Another stretch is visible.
        axis_changed: Another band of frequencies is visible, or on another scale.
        playhead_changed: The playhead moved.  args: from frame, to frame.
        selection_changed: Another stretch is marked, or none.
        loop_changed: Another loop range, or none.
        seek_requested: The person clicked at a frame.
        hovered: The pointer is over a lane.  args: text of the read-out, "" when it left.

    Attributes:
        marking: What is selected and looped.
        wheel_zooms: Whether a plain wheel zooms; else it scrolls the list of stems.
    """

    viewport_changed = Signal()
    axis_changed = Signal()
    playhead_changed = Signal(object, object)  # int; Signal(int) has 32 bits
    selection_changed = Signal()
    loop_changed = Signal()
    seek_requested = Signal(object)  # int
    hovered = Signal(str)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.marking = Marking(document, self)
        self.wheel_zooms = False
        self._axis = FrequencyAxis()
        self._viewport = Viewport.whole(1)
        self._playhead = 0
        self._follow = True
        self._path: object = None
        document.selection_changed.connect(self.selection_changed)
        document.loop_changed.connect(self.loop_changed)
        document.source_changed.connect(self._take_source)

    @property
    def rate_hz(self) -> int:
        """Frames a second of the open recording; 1 without one."""
        source = self._document.state.source
        return source.rate_hz if source else 1

    @property
    def viewport(self) -> Viewport:
        """The visible stretch."""
        return self._viewport

    @property
    def playhead(self) -> int:
        """Frame of the playhead."""
        return self._playhead

    @property
    def selection(self) -> Selection | None:
        """The marked stretch."""
        return self._document.state.selection

    @property
    def axis(self) -> FrequencyAxis:
        """The visible band of frequencies."""
        return self._axis

    def show_axis(self, axis: FrequencyAxis) -> None:
        """Make another band of frequencies visible."""
        if axis != self._axis:
            self._axis = axis
            self.axis_changed.emit()

    def show(self, viewport: Viewport) -> None:
        """Make another stretch visible, on the person's wish: following pauses until the playhead is in sight again."""
        if viewport != self._viewport:
            self._viewport = viewport
            self._follow = viewport.start <= self._playhead <= viewport.end
            self.viewport_changed.emit()

    def move_playhead(self, frame: int, playing: bool = False) -> None:
        """Put the playhead at a frame; while playing the page turns after it."""
        if frame == self._playhead:
            return
        before, self._playhead = self._playhead, frame
        self.playhead_changed.emit(before, frame)
        if playing and self._follow:
            turned = self._viewport.turned_to(frame)
            if turned != self._viewport:
                self._viewport = turned
                self.viewport_changed.emit()

    def follow_again(self) -> None:
        """Follow playback from now on, as when it starts."""
        self._follow = True

    def reveal(self, frame: int) -> None:
        """Bring a frame into sight."""
        self._viewport = self._viewport.turned_to(frame)
        self._follow = True
        self.viewport_changed.emit()

    def select(self, start: float, end: float) -> None:
        """Mark what lies between two frames, in either order; nothing shorter than one frame."""
        self.marking.select(start, end)

    def clear_selection(self) -> None:
        """Mark nothing."""
        self._document.set_selection(None)

    def select_all(self) -> None:
        """Mark everything."""
        source = self._document.state.source
        if source and source.frames > 0:
            self._document.set_selection(Selection(0, source.frames))

    def _take_source(self) -> None:
        source = self._document.state.source
        frames = source.frames if source else 1
        if source is None or source.path != self._path:
            self._path = source.path if source else None
            self._viewport = Viewport.whole(frames)
            self.show_axis(FrequencyAxis.whole(self._axis.scale, source.rate_hz / 2 if source else self._axis.top_hz))
            self.move_playhead(0)
            self._follow = True
        else:
            self._viewport = self._viewport.resized(frames)
        self.viewport_changed.emit()
