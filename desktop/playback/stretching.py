"""Faster or slower at the same pitch: FFmpeg's `atempo` (overlap and add of similar waves), through PyAV.

Good for speech and fit for everything else. The place of what is heard is right to a hundredth of a second: the filter
moves its pieces by that much to make them fit.
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from audiosep_core.types import AudioArray
from desktop.playback.ring import Positions
from desktop.playback.stage import SourceClock

_SLOWEST, _FASTEST = 0.5, 2.0
"""What one `atempo` does without leaving pieces out."""


class Stretcher:
    """A streaming time stretcher for stereo.

    Args:
        rate_hz: Of what comes in and goes out.
        speed: How many seconds of the source a second of sound holds, a positive number of hundredths.
    """

    def __init__(self, rate_hz: int, speed: float) -> None:
        import av  # late: only who changes the speed needs it
        from av.filter import Graph

        exact = Fraction(round(speed * 100), 100)
        self._clock = SourceClock(exact.denominator, exact.numerator)
        self._rate_hz = rate_hz
        self._frame = av.AudioFrame
        self._nothing_yet = (av.error.BlockingIOError, av.error.EOFError)
        self._graph = Graph()
        chain = [self._graph.add_abuffer(format="flt", sample_rate=rate_hz, layout="stereo")]
        chain += [self._graph.add("atempo", f"{factor:.6f}") for factor in _factors(speed)]
        chain.append(self._graph.add("abuffersink"))
        self._graph.link_nodes(*chain)
        self._graph.configure()
        self._taken = 0

    def process(self, sound: AudioArray, positions: Positions, last: bool) -> tuple[AudioArray, Positions]:
        """As of `Stage`."""
        self._clock.feed(positions)
        if len(sound):
            frame = self._frame.from_ndarray(np.ascontiguousarray(sound).reshape(1, -1), format="flt", layout="stereo")
            frame.sample_rate = self._rate_hz
            frame.pts = self._taken
            self._taken += len(sound)
            self._graph.push(frame)
        if last:
            self._graph.push(None)
        parts = [np.zeros((0, 2), np.float32)]
        while True:
            try:
                parts.append(self._graph.pull().to_ndarray().reshape(-1, 2).astype(np.float32, copy=False))
            except self._nothing_yet:
                break
        output = np.concatenate(parts)
        return output, self._clock.take(len(output))


def _factors(speed: float) -> list[float]:
    factors = []
    while not _SLOWEST <= speed <= _FASTEST:
        step = _SLOWEST if speed < _SLOWEST else _FASTEST
        factors.append(step)
        speed /= step
    return [*factors, speed]
