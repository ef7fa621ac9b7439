"""The master's limiter: what would be over full scale is turned down in time, everything else passes to the bit.

A look-ahead peak limiter: the gain is down when the peak comes, and comes back within some 50 ms. It is the least gain
of the next 5 ms, held and released, then averaged over 5 ms: it never bends faster, and never lets a peak through.
"""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from audiosep_core.types import AudioArray
from desktop.playback.ring import Positions

AHEAD_S = 0.005
RELEASE_S = 0.050
"""In which the gain's distance from 1 falls to a third."""

_SETTLED = 1e-4
"""Of gain reduction: less is none (0.001 dB), or it would never let go."""

_LEAST_GAIN = 1e-12
"""-240 dB: a damaged file may hold any number, and what rounding would make of less is silence."""


class Limiter:
    """Keeps frames within full scale; all channels are turned down together, so that nothing moves to a side.

    Args:
        rate_hz: Of what comes in.
        channels: Of what comes in.
    """

    def __init__(self, rate_hz: int, channels: int) -> None:
        self._ahead = max(2, round(AHEAD_S * rate_hz))
        self._decay = -1.0 / (RELEASE_S * rate_hz)  # of the logarithm, a frame
        self._held = np.zeros((0, channels), np.float32)
        self._places = np.zeros(0, np.float64)
        self._reduction = 0.0  # at the last frame that was decided
        self._before: NDArray[np.float64] | None = None  # reductions of the frames before the next

    def process(self, sound: AudioArray, positions: Positions, last: bool) -> tuple[AudioArray, Positions]:
        """As of `Stage`."""
        held = np.concatenate([self._held, sound])
        places = np.concatenate([self._places, positions])
        count = len(held) if last else max(0, len(held) - self._ahead + 1)
        output = held[:count]
        if count:
            output = self._limited(held, count)
        self._held, self._places = held[count:], places[count:]
        return output, places[:count]

    def _limited(self, held: AudioArray, count: int) -> AudioArray:
        over = np.abs(held).max(axis=1).astype(np.float64)  # gains near 0 are 1 minus something near 1
        if over.max() <= 1.0 and self._reduction == 0.0 and (self._before is None or not self._before.any()):
            self._before = np.zeros(self._ahead - 1)
            return held[:count]
        wanted = np.zeros(count + self._ahead - 1)
        wanted[: len(over)] = 1.0 - 1.0 / np.maximum(over, 1.0)
        coming = sliding_window_view(wanted, self._ahead).max(axis=1)
        reduction = self._released(coming)
        if self._before is None:  # what begins too loud is turned down from its first frame on
            self._before = np.full(self._ahead - 1, reduction[0])
        line = np.concatenate([self._before, reduction])
        total = np.concatenate([[0.0], np.cumsum(line)])
        gain = np.maximum(1.0 - (total[self._ahead :] - total[: -self._ahead]) / self._ahead, _LEAST_GAIN)
        self._before = line[count:]
        self._reduction = float(reduction[-1])
        limited: AudioArray = held[:count] * gain[:, None].astype(np.float32)
        return np.clip(limited, -1.0, 1.0, out=limited)  # rounding, and what is beyond that

    def _released(self, coming: NDArray[np.float64]) -> NDArray[np.float64]:
        """Each frame's reduction, or what is left of the ones before it: a running maximum of decaying ones."""
        slope = self._decay * np.arange(1, len(coming) + 1)
        with np.errstate(divide="ignore"):
            levels = np.log(np.concatenate([[self._reduction], coming])) - np.concatenate([[0.0], slope])
        left = np.exp(np.maximum.accumulate(levels)[1:] + slope)
        return np.where(left < _SETTLED, coming, left)
