"""What every lane shares: the visible stretch and band, the look, the playhead, the selection, and gestures' wishes."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.document.document import Document
from desktop.document.state import Selection
from desktop.views.frequency_axis import FrequencyAxis
from desktop.views.look import Look
from desktop.views.marking import Marking
from desktop.views.viewport import Viewport

_SERIES_MS = 150
"""A zoom that follows another sooner than this is one of a series: the hand is still at the wheel."""


class Timeline(QObject):
    """The common axes of time and frequency, and how lanes are drawn.

    Signals:
        viewport_changed: Another stretch is visible.
        axis_changed: Another band of frequencies is visible, or on another scale.
        look_changed: Lanes are drawn otherwise.
        playhead_changed: The playhead moved.  args: from frame, to frame.
        playhead_revealed: A command has put the playhead where it is in sight now.
        selection_changed: Another stretch is marked, or none.
        loop_changed: Another loop range, or none.
        seek_requested: The person clicked at a frame.
        hovered: The pointer is over a lane.  args: text of the read-out, "" when it left.
        zoom_settled: A series of zooms is over: what was drawn coarsely is to be drawn well.

    Attributes:
        marking: What is selected and looped.
        wheel_zooms: Whether a plain wheel zooms; else it scrolls the list of stems.
    """

    viewport_changed = Signal()
    axis_changed = Signal()
    look_changed = Signal()
    playhead_changed = Signal(object, object)  # int; Signal(int) has 32 bits
    playhead_revealed = Signal()
    selection_changed = Signal()
    loop_changed = Signal()
    seek_requested = Signal(object)  # int
    hovered = Signal(str)
    zoom_settled = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.marking = Marking(document, self)
        self.wheel_zooms = False
        self._axis = FrequencyAxis()
        self._viewport = Viewport.whole(1)
        self._playhead = 0
        self._follow = True
        self._look = Look()
        self._limit_hz = 0.0
        self._close_view: Viewport | None = None  # what “zoom toggle” goes back to
        self._path: object = None
        self._zooming = False
        self._zoom_rest = QTimer(self, interval=_SERIES_MS, singleShot=True)
        self._zoom_rest.timeout.connect(self._settle_zoom)
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
    def zooming(self) -> bool:
        """Whether one zoom follows another: what is drawn now is seen for a moment, and may be coarse."""
        return self._zooming

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

    @property
    def look(self) -> Look:
        """How lanes are drawn."""
        return self._look

    @property
    def limit_hz(self) -> float:
        """Where the model's own band ends, 0 when nothing is known of it."""
        return self._limit_hz

    def show_axis(self, axis: FrequencyAxis) -> None:
        """Make another band of frequencies visible."""
        if axis != self._axis:
            self._axis = axis
            self.axis_changed.emit()

    def set_look(self, look: Look) -> None:
        """Draw lanes like this."""
        if look != self._look:
            self._look = look
            self.show_axis(self._axis.on(look.scale, self._axis.top_hz))
            self.look_changed.emit()

    def set_limit(self, hz: float) -> None:
        """Where the model's own band ends."""
        if hz != self._limit_hz:
            self._limit_hz = hz
            self.look_changed.emit()

    def show(self, viewport: Viewport) -> None:
        """Make another stretch visible, on the person's wish.

        Following pauses until playing starts again, except where a zoom keeps the playhead in sight.
        """
        if viewport != self._viewport:
            zoomed = abs(viewport.span - self._viewport.span) > 1e-9 * viewport.frames
            in_sight = viewport.start <= self._playhead <= viewport.end
            self._follow = self._follow and zoomed and in_sight
            self._viewport = viewport
            if zoomed:
                self._zooming = self._zoom_rest.isActive()
                self._zoom_rest.start()
            self.viewport_changed.emit()

    def _settle_zoom(self) -> None:
        if self._zooming:
            self._zooming = False
            self.zoom_settled.emit()

    def toggle_zoom(self) -> None:
        """From what is seen to the whole recording, and back; with nothing to go back to, to what is selected."""
        view = self._viewport
        if not view.is_whole:
            self._close_view = view
            self.show(Viewport.whole(view.frames))
        elif self._close_view is not None:
            self.show(view.showing(self._close_view.start, self._close_view.span))
        elif self.selection is not None:
            self.show(view.framing(self.selection.start, self.selection.end))
        else:
            self.show(view.zoomed(10.0, self._playhead))

    def move_playhead(self, frame: int, playing: bool = False) -> None:
        """Put the playhead at a frame; while playing the view goes with it."""
        if frame == self._playhead:
            return
        before, self._playhead = self._playhead, frame
        self.playhead_changed.emit(before, frame)
        if playing and self._follow and self._look.follow != "off":
            smooth = self._look.follow == "smooth"
            turned = self._viewport.centred_on(frame) if smooth else self._viewport.turned_to(frame)
            if turned != self._viewport:
                self._viewport = turned
                self.viewport_changed.emit()

    def follow_again(self) -> None:
        """Follow playback from now on, as when it starts."""
        self._follow = True

    def reveal(self, frame: int) -> None:
        """Bring a frame into sight, to which a command went."""
        self._viewport = self._viewport.turned_to(frame)
        self._follow = True
        self.viewport_changed.emit()
        self.playhead_revealed.emit()

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
            self._close_view = None
            self.show_axis(FrequencyAxis.whole(self._look.scale, source.rate_hz / 2 if source else self._axis.top_hz))
            self.move_playhead(0)
            self._follow = True
        else:
            self._viewport = self._viewport.resized(frames)
        self.viewport_changed.emit()
