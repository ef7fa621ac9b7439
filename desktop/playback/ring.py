"""A ring between exactly one writing and one reading thread: no lock, and nothing is allocated after it was made."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from audiosep_core.types import AudioArray

Positions = NDArray[np.float64]


class Ring:
    """Frames of sound, each with the source frame it came from.

    The counters only ever grow, each is written by one side, and each is moved after its samples were copied:
    that is what makes it safe without a lock.

    Args:
        capacity: Frames it can hold.
        channels: Channels of each frame.
        number: Which request to play its frames belong to.
    """

    def __init__(self, capacity: int, channels: int, number: int = 0) -> None:
        self.capacity = capacity
        self.channels = channels
        self.number = number
        self.finished = False  # set by the writer, after its last frame
        self._samples = np.zeros((capacity, channels), np.float32)
        self._positions = np.zeros(capacity, np.float64)
        self._written = 0
        self._read = 0

    @property
    def queued(self) -> int:
        """Frames written and not yet read."""
        return self._written - self._read

    @property
    def written(self) -> int:
        """Frames written since it was made."""
        return self._written

    @property
    def taken(self) -> int:
        """Frames read since it was made."""
        return self._read

    @property
    def space(self) -> int:
        """Frames that `write` would take now."""
        return self.capacity - self.queued

    def write(self, samples: AudioArray, positions: Positions) -> int:
        """Append frames (n, channels) and their source frames (n,); returns how many fitted. Writer only."""
        count = min(len(samples), self.space)
        at = self._written % self.capacity
        first = min(count, self.capacity - at)
        self._samples[at : at + first] = samples[:first]
        self._positions[at : at + first] = positions[:first]
        self._samples[: count - first] = samples[first:count]
        self._positions[: count - first] = positions[first:count]
        self._written += count
        return count

    def read_into(self, samples: AudioArray, positions: Positions) -> int:
        """Take up to `len(samples)` frames; returns how many there were, the rest is left untouched. Reader only."""
        count = min(len(samples), self.queued)
        at = self._read % self.capacity
        first = min(count, self.capacity - at)
        samples[:first] = self._samples[at : at + first]
        positions[:first] = self._positions[at : at + first]
        samples[first:count] = self._samples[: count - first]
        positions[first:count] = self._positions[: count - first]
        self._read += count
        return count

    def finish(self) -> None:
        """Nothing will be written any more. Writer only."""
        self.finished = True
