"""What a run of playback passes through on its way to the ring: a stage takes frames and their places, and gives some.

Feeder thread only. A stage may hold frames back for as long as it has to look ahead; their places wait with them, so
that the playhead stays where the ear is.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np

from audiosep_core.types import AudioArray
from desktop.playback.ring import Positions


class Stage(Protocol):
    """One step."""

    def process(self, sound: AudioArray, positions: Positions, last: bool) -> tuple[AudioArray, Positions]:
        """Take (n, channels) and the source frame of each; with `last` give back everything that was held."""
        ...


class SourceClock:
    """Which source frame each output of a stage stands for that makes `up` frames of every `down`.

    Output k is input k * down / up, to a fraction of a frame.
    """

    def __init__(self, up: int, down: int) -> None:
        self._up, self._down = up, down
        self._pending = np.zeros(0, np.float64)  # source frames of inputs from number `_first` on
        self._first = 0
        self._made = 0

    def feed(self, positions: Positions) -> None:
        """These inputs came."""
        self._pending = np.concatenate([self._pending, positions])

    def take(self, count: int) -> Positions:
        """The places of the next `count` outputs."""
        if not len(self._pending):
            return np.zeros(count)
        steps = (self._made + np.arange(count, dtype=np.int64)) * self._down
        whole, part = np.divmod(steps, self._up)
        last = len(self._pending) - 1
        marks: Positions = self._pending[np.clip(whole - self._first, 0, last)] + part / self._up
        self._made += count
        spent = min(self._made * self._down // self._up - self._first, last)
        if spent > 0:
            self._pending = self._pending[spent:]
            self._first += spent
        return marks
