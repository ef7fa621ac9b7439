"""The zero crossing nearest to a frame of a recording: cuts that begin and end there do not click."""

from __future__ import annotations

import contextlib

import numpy as np

from audiosep_core.audio.cache import SoundCache
from audiosep_core.errors import AudioReadError
from audiosep_core.types import AudioArray
from desktop.document.document import Document

REACH_S = 0.02
"""Half a period of 25 Hz: what is lower has no crossing that anybody would wait for."""


def nearest_crossing(samples: AudioArray, at: int) -> int | None:
    """Where the channels' sum changes its sign nearest to frame `at` of (frames, channels); None without a change.

    Of the two frames around a crossing it is the one whose value lies nearer to zero.
    """
    sums = samples.sum(axis=1, dtype=np.float64)
    signs = np.signbit(sums)
    after = np.flatnonzero(signs[1:] != signs[:-1]) + 1
    if len(after) == 0:
        return None
    nearer = np.where(np.abs(sums[after - 1]) < np.abs(sums[after]), after - 1, after)
    return int(nearer[np.argmin(np.abs(nearer - at))])


class ZeroCrossings:
    """Snaps frames of the open recording. Reads 40 ms of its cache at a time, so the window may wait for it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._cache: SoundCache | None = None
        document.source_changed.connect(self.close)

    def snapped(self, frame: float) -> int:
        """The crossing nearest to a frame, within `REACH_S`; the frame itself without one."""
        source, here = self._document.state.source, round(frame)
        if source is None or not 0 < here < source.frames:
            return here
        reach = round(REACH_S * source.rate_hz)
        low, high = max(here - reach, 0), min(here + reach + 1, source.frames)
        try:
            if self._cache is None:
                self._cache = SoundCache.open(source.cache)
            found = nearest_crossing(self._cache.read(low, high), here - low)
        except AudioReadError:  # still being written, or gone: nothing that dragging should speak of
            return here
        return here if found is None else low + found

    def close(self) -> None:
        """Let go of the recording."""
        cache, self._cache = self._cache, None
        if cache is not None:
            with contextlib.suppress(OSError):
                cache.close()
