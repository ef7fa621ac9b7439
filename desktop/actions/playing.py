"""What is heard: keeps the transport's plan, gains and loop in step with the document."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.actions.placed_stem import playback_stem
from desktop.document.audible import audible, pans
from desktop.document.document import Document
from desktop.document.state import Listening, StemTrack
from desktop.playback.plan import PlaybackPlan, PlaybackStem
from desktop.playback.transport import Transport

Mix = tuple[Mapping[str, float], Mapping[str, float]]
"""Linear gain and pan by track."""


class PlaybackController(QObject):
    """Play, stop, loop.

    Attributes:
        returns: Whether the playhead goes back to where playing began when it is stopped.

    Signals:
        loop_changed: Whether the loop is repeated.
    """

    loop_changed = Signal(bool)

    def __init__(self, document: Document, transport: Transport, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.returns = False
        self._document = document
        self._transport = transport
        self._looping = False
        self._source: Path | None = None
        self._began_at = 0
        self._plan: PlaybackPlan | None = None
        self._audition: PlaybackPlan | None = None
        self._rendered: dict[str, tuple[float, bool]] = {}
        self._instead: Mix | None = None
        self._trim = 1.0
        self._trims: Mapping[Listening, float] = {}
        document.source_changed.connect(self.refresh)
        document.stems_changed.connect(self.refresh)
        document.mix_changed.connect(self._update_gains)
        document.selection_changed.connect(self._update_loop)
        document.loop_changed.connect(self._update_loop)

    @property
    def looping(self) -> bool:
        """Whether the loop is repeated."""
        return self._looping

    @property
    def plan(self) -> PlaybackPlan | None:
        """What the rows say, and the transport plays but during an audition; None without a source."""
        return self._plan

    def refresh(self) -> None:
        """Play what the document holds now."""
        state = self._document.state
        source = state.source
        if (cache := source.cache if source else None) != self._source:
            self._source, self._began_at = cache, 0  # nothing was played of this one yet
        if self._audition is not None and (source is None or source.cache != self._audition.source):
            self._transport.stop()  # it was of a recording that is closed
            self._audition = None
        if source is None or source.frames <= 0:
            self._plan = None
            self._transport.set_tracks(None)
            return
        stems = tuple(playback_stem(state, stem) for stem in state.stems if stem.cache.exists())
        plan = PlaybackPlan(source.rate_hz, source.channels, source.frames, source.cache, stems, *self._mix())
        if plan != self._plan:
            self._plan = plan
            if self._audition is None:
                self._transport.set_tracks(plan)
                self._update_loop()

    def hear(self, mix: Mix | None, trim: float = 1.0) -> None:
        """Hear this in place of what the rows say, turned down by a factor; None ends that."""
        self._instead, self._trim = mix, trim
        self._update_gains()

    def set_trims(self, trims: Mapping[Listening, float]) -> None:
        """Factors by which the two sides of the A/B switch are turned down, so that they are equally loud."""
        self._trims = trims
        self._update_gains()

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
            if self.returns:
                self.stop_and_return()
            else:
                self._transport.stop()
            return
        self.end_audition()
        start, loop = None, self._loop_range()
        if self._looping and loop and not loop[0] <= self._transport.position < loop[1]:
            start = loop[0]
        self._began_at = self._transport.position if start is None else start
        self._transport.play(start)

    def play_selection(self) -> None:
        """Play the marked stretch once, and of a box only its band."""
        selection = self._document.state.selection
        if selection is not None:
            self.end_audition()
            self._began_at = selection.start
            self._transport.play(selection.start, selection.end, selection.band_hz)

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

    def audition(self, cache: Path, start: int, end: int) -> None:
        """Hear a sound that is no track, alone and once, whatever is done to the rows meanwhile.

        It lies at frames `start` to `end`.
        """
        source = self._document.state.source
        if source is None:
            return
        stem = PlaybackStem("audition", cache, start, end)
        self._audition = PlaybackPlan(
            source.rate_hz, source.channels, source.frames, source.cache, (stem,), {"audition": 1.0}
        )
        self._transport.set_loop(None)
        self._transport.set_tracks(self._audition)
        self._began_at = start
        self._transport.play(start, end)

    def end_audition(self) -> None:
        """Hear the tracks again."""
        if self._audition is not None:
            self._transport.stop()
            self._audition, self._plan = None, None
            self.refresh()

    def _mix(self) -> Mix:
        """Gain and pan of every track."""
        state = self._document.state
        (gains, placed), trim = self._instead or (audible(state), pans(state)), self._trim
        if self._instead is None:
            trim = self._trims.get(state.listening, 1.0)
        return {track_id: gain * trim for track_id, gain in gains.items()}, placed

    def _update_gains(self) -> None:
        state = self._document.state
        if self._audition is None:
            self._transport.set_gains(*self._mix())
        # What is rendered otherwise, not only louder: it takes another plan.
        rendered = {stem.id: (stem.strength, stem.in_sum) for stem in state.stems}
        if rendered != self._rendered:
            self._rendered = rendered
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
        source = self._document.state.source
        if self._audition is not None:  # it is heard once; the loop comes back with the rows
            return
        if not self._looping or source is None:
            self._transport.set_loop(None)
        else:
            self._transport.set_loop(*(self._loop_range() or (0, source.frames)))
