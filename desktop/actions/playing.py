"""What is heard: keeps the transport's plan and gains in step with the document."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.document.audible import audible
from desktop.document.document import Document
from desktop.document.state import StemTrack
from desktop.playback.plan import PlaybackPlan, PlaybackStem
from desktop.playback.transport import Transport


class PlaybackController(QObject):
    """Play, stop, loop, compare.

    Signals:
        loop_changed: Whether the loop is repeated.
    """

    loop_changed = Signal(bool)

    def __init__(self, document: Document, transport: Transport, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._transport = transport
        self._looping = False
        self._began_at = 0
        self._plan: PlaybackPlan | None = None
        self._heard: dict[str, tuple[bool, float]] = {}
        document.source_changed.connect(self.refresh)
        document.stems_changed.connect(self.refresh)
        document.mix_changed.connect(self._update_gains)
        document.selection_changed.connect(self._update_loop)
        document.loop_changed.connect(self._update_loop)

    @property
    def looping(self) -> bool:
        """Whether the loop is repeated."""
        return self._looping

    def refresh(self) -> None:
        """Play what the document holds now."""
        state = self._document.state
        source = state.source
        if source is None or source.frames <= 0:
            self._plan = None
            self._transport.set_tracks(None)
            return
        stems = tuple(
            PlaybackStem(stem.id, stem.cache, stem.start, stem.end, stem.in_sum, stem.strength)
            for stem in state.stems
            if stem.cache.exists()
        )
        plan = PlaybackPlan(source.rate_hz, source.channels, source.frames, source.cache, stems, audible(state))
        if plan != self._plan:
            self._plan = plan
            self._transport.set_tracks(plan)
            self._update_loop()

    def take_stem(self, stem_id: str) -> None:
        """A stem's first frames are there: play it too, and from where it begins unless the playhead is in it."""
        self.refresh()
        stem = self._document.state.stem(stem_id)
        if stem is None or self._transport.playing or stem.start <= self._transport.position < stem.end:
            return
        self._transport.seek(stem.start)

    def plays_outside(self, stem: StemTrack) -> bool:
        """Whether a place is being heard where this stem has nothing."""
        return self._transport.playing and not stem.start <= self._transport.position < stem.end

    def toggle(self) -> None:
        """Play from the playhead, or stop. With a loop, playing begins inside of it."""
        if self._transport.playing:
            self._transport.stop()
            return
        start, loop = None, self._loop_range()
        if self._looping and loop and not loop[0] <= self._transport.position < loop[1]:
            start = loop[0]
        self._began_at = self._transport.position if start is None else start
        self._transport.play(start)

    def play_selection(self) -> None:
        """Play the marked stretch once."""
        selection = self._document.state.selection
        if selection is not None:
            self._began_at = selection.start
            self._transport.play(selection.start, selection.end)

    def stop_and_return(self) -> None:
        """Stop, and put the playhead where playing began."""
        self._transport.stop()
        self._transport.seek(self._began_at)

    def step(self, seconds: float) -> None:
        """Move the playhead."""
        source = self._document.state.source
        if source is not None:
            self._transport.seek(round(self._transport.position + seconds * source.rate_hz))

    def set_looping(self, looping: bool) -> None:
        """Repeat the loop range from now on; without one the selection, and without that the whole recording."""
        if looping != self._looping:
            self._looping = looping
            self._update_loop()
            self.loop_changed.emit(looping)

    def switch(self) -> None:
        """Hear the other side of the comparison."""
        if self._document.state.stems:
            self._document.set_listening("stems" if self._document.listening == "source" else "source")

    def _update_gains(self) -> None:
        state = self._document.state
        self._transport.set_gains(audible(state))
        heard = {stem.id: (stem.in_sum, stem.strength) for stem in state.stems}
        if heard != self._heard:
            self._heard = heard
            self.refresh()

    def loop_selection(self) -> None:
        """Make the selection the loop range, and repeat it."""
        selection = self._document.state.selection
        if selection is not None:
            self._document.set_loop((selection.start, selection.end))
            self.set_looping(True)

    def _loop_range(self) -> tuple[int, int] | None:
        state = self._document.state
        if state.loop is not None or state.selection is None:
            return state.loop
        return state.selection.start, state.selection.end

    def _update_loop(self) -> None:
        state = self._document.state
        if not self._looping or state.source is None:
            self._transport.set_loop(None)
        else:
            self._transport.set_loop(*(self._loop_range() or (0, state.source.frames)))
