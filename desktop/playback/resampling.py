"""From the source's rate to the device's, by soxr; the same with another speed is tape that runs faster or slower."""

from __future__ import annotations

import math

import numpy as np
import soxr

from audiosep_core.types import AudioArray
from desktop.playback.ring import Positions
from desktop.playback.stage import SourceClock


class Resampler:
    """A streaming resampler that knows which source frame each of its outputs stands for.

    Args:
        from_hz: Rate of what comes in; for tape at double speed, twice the source's.
        to_hz: Rate of what goes out.
        channels: Of both.
    """

    def __init__(self, from_hz: int, to_hz: int, channels: int) -> None:
        divisor = math.gcd(from_hz, to_hz)
        self._clock = SourceClock(to_hz // divisor, from_hz // divisor)
        self._stream = soxr.ResampleStream(from_hz, to_hz, channels, dtype="float32", quality="HQ")

    def process(self, sound: AudioArray, positions: Positions, last: bool) -> tuple[AudioArray, Positions]:
        """As of `Stage`; the places are exact: output k is input k * from / to."""
        self._clock.feed(positions)
        output: AudioArray = self._stream.resample_chunk(np.ascontiguousarray(sound), last)
        return output, self._clock.take(len(output))
