"""The ends of a span inside of a source: a stem comes and goes over some milliseconds, and the rest the other way."""

from __future__ import annotations

from audiosep_core.audio.sound import Sound
from audiosep_core.engine.overlap_add import fade_in
from audiosep_core.engine.span import Span
from audiosep_core.types import AudioArray

# Long enough for no click, short enough to keep a stroke at the very beginning.
RAMP_S = 0.01


class Ramps:
    """Raised cosines inside a span, at those of its ends that are not the source's own."""

    def __init__(self, source: Sound, span: Span) -> None:
        self._span = span
        frames = min(round(RAMP_S * source.rate_hz), (span.end - span.start) // 2)
        self._rise = fade_in(frames)
        self._begins, self._ends = span.start > 0, span.end < source.frames

    def apply(self, start: int, block: AudioArray) -> AudioArray:
        """Block (stems, frames, channels) from frame `start` on, with its share of the ramps; changed in place."""
        ramp = len(self._rise)
        end = start + block.shape[1]
        first, last = self._span.start, self._span.end
        if self._begins and start < first + ramp:
            high = min(end, first + ramp)
            block[:, : high - start] *= self._rise[start - first : high - first, None]
        if self._ends and end > last - ramp:
            low = max(start, last - ramp)
            fall = self._rise[::-1]
            block[:, low - start :] *= fall[low - (last - ramp) : end - (last - ramp), None]
        return block
