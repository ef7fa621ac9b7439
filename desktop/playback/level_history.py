"""Levels wait here until the ear has them: they are measured when a block is mixed, some 50 ms before it is heard."""

from __future__ import annotations

from collections import deque

from desktop.playback.renderer import Levels
from desktop.playback.ring import Ring

_LONGEST = 2048
"""Blocks; nobody looks at meters for longer than that."""


class LevelHistory:
    """Filled by the feeder, emptied by the GUI thread; a deque needs no lock for that."""

    def __init__(self) -> None:
        self._waiting: deque[tuple[int, int, Levels]] = deque(maxlen=_LONGEST)

    def add(self, ring: Ring, levels: Levels) -> None:
        """A block was written into `ring`."""
        self._waiting.append((ring.number, ring.written, levels))

    def heard(self, ring: Ring | None, latency_frames: int) -> Levels | None:
        """The highest levels of what came into the air since the last time; None where nothing did.

        Args:
            ring: That the sound card reads now, or None.
            latency_frames: From the sound card to the ear.
        """
        mix = (0.0, 0.0)
        tracks: dict[str, tuple[float, float]] = {}
        found = False
        while self._waiting:
            number, written, levels = self._waiting[0]
            if ring is not None and number >= ring.number and written > ring.taken - latency_frames:
                break
            self._waiting.popleft()
            found = True
            mix = max(mix[0], levels.mix[0]), max(mix[1], levels.mix[1])
            for track_id, (left, right) in levels.tracks.items():
                before = tracks.get(track_id, (0.0, 0.0))
                tracks[track_id] = max(before[0], left), max(before[1], right)
        return Levels(mix, tracks) if found else None
