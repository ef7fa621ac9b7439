"""What a person marks, selection, box and loop, with the two helps for it: box mode and snapping to zero crossings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Signal

from desktop.document.document import Document
from desktop.document.regions import region_at
from desktop.document.state import Selection

Band = tuple[float, float]
Stretches = Callable[[], Iterable[Selection]]


class Marking(QObject):
    """Turns what gestures and keys ask for into the document's selection and loop.

    Signals:
        box_mode_changed: Whether a drag in a spectrogram makes a box.
        snapping_changed: Whether edges go to zero crossings.
        looping_changed: Whether the loop range is repeated.
        loop_drawn: The person drew a loop range: it is meant to be heard.
        scrub_began: Sound is dragged under the pointer.  arg: frame.
        scrubbed: It was dragged on.  arg: frame.
        scrub_ended: It was let go.
        menu_requested: The person wants to know what can be done here.  args: place on the screen, frame.
    """

    box_mode_changed = Signal(bool)
    snapping_changed = Signal(bool)
    looping_changed = Signal(bool)
    loop_drawn = Signal()
    scrub_began = Signal(object)  # int; Signal(int) has 32 bits
    scrubbed = Signal(object)
    scrub_ended = Signal()
    menu_requested = Signal(QPoint, object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._box_mode = False
        self._snapping = False
        self._looping = False
        self._snapper: Callable[[float], int] | None = None
        self._stretches: list[Stretches] = []
        self._dropped_band: tuple[Selection, Band] | None = None

    # -- helps

    @property
    def box_mode(self) -> bool:
        """Whether a drag in a spectrogram makes a box."""
        return self._box_mode

    def set_box_mode(self, on: bool) -> None:
        """Make boxes, or stretches of time. Off, the selection loses its band; on again, it gets it back."""
        if on == self._box_mode:
            return
        self._box_mode = on
        selection = self._document.state.selection
        if not on and selection is not None and selection.band_hz is not None:
            plain = replace(selection, band_hz=None)
            self._dropped_band = plain, selection.band_hz
            self._document.set_selection(plain)
        elif on and selection is not None and self._dropped_band and self._dropped_band[0] == selection:
            self._document.set_selection(replace(selection, band_hz=self._dropped_band[1]))
        self.box_mode_changed.emit(on)

    @property
    def snapping(self) -> bool:
        """Whether edges go to zero crossings."""
        return self._snapping

    def set_snapping(self, on: bool) -> None:
        """Let edges go to zero crossings from now on; what is marked already goes there at once."""
        if on == self._snapping:
            return
        self._snapping = on
        selection = self._document.state.selection
        if on and selection is not None:
            start, end = self.snapped(selection.start), self.snapped(selection.end)
            if start < end:
                self._document.set_selection(replace(selection, start=start, end=end))
        self.snapping_changed.emit(on)

    def use_snapper(self, snapper: Callable[[float], int]) -> None:
        """Who finds zero crossings: the frame of the one nearest to a frame."""
        self._snapper = snapper

    def snapped(self, frame: float) -> int:
        """Where an edge that was put at `frame` goes."""
        if self._snapping and self._snapper is not None:
            return self._snapper(frame)
        return round(frame)

    # -- selection

    def select(self, start: float, end: float, band_hz: Band | None = None) -> None:
        """Mark what lies between two frames, in either order; nothing shorter than one frame.

        A band that holds every frequency is none.
        """
        low, high = sorted((round(max(start, 0.0)), round(max(end, 0.0))))
        if low >= high:
            self._document.set_selection(None)
            return
        self._document.set_selection(Selection(low, high, self._legal(band_hz)))

    def pick(self, frame: float) -> bool:
        """Mark the region or hit under a frame, the shortest one; whether there is one."""
        project = self._document.state
        region = region_at(project.regions, frame)
        found = [Selection(region.start, region.end, region.band_hz)] if region is not None else []
        for stretches in self._stretches:
            found += [stretch for stretch in stretches() if stretch.start <= frame < stretch.end]
        if not found:
            return False
        self._document.set_selection(min(found, key=lambda stretch: stretch.end - stretch.start))
        return True

    def offer(self, stretches: Stretches) -> None:
        """Let a double-click mark these stretches too, hits for example; asked at each double-click."""
        self._stretches.append(stretches)

    def _legal(self, band_hz: Band | None) -> Band | None:
        source = self._document.state.source
        if band_hz is None or source is None:
            return None
        top = source.rate_hz / 2
        low, high = sorted(min(max(hz, 0.0), top) for hz in band_hz)
        return (low, high) if low < high and (low > 0 or high < top) else None

    # -- loop

    @property
    def loop(self) -> tuple[int, int] | None:
        """The loop range."""
        return self._document.state.loop

    @property
    def looping(self) -> bool:
        """Whether the loop range is repeated."""
        return self._looping

    def show_looping(self, on: bool) -> None:
        """The player repeats, or not."""
        if on != self._looping:
            self._looping = on
            self.looping_changed.emit(on)

    def set_loop(self, start: float, end: float) -> None:
        """The loop range lies between two frames, in either order."""
        low, high = sorted((round(max(start, 0.0)), round(max(end, 0.0))))
        self._document.set_loop((low, high) if low < high else None)
