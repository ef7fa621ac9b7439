"""What the engine reads from: sound with random access, mirrored beyond its ends."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from audiosep_core.types import AudioArray


class Source(Protocol):
    """Sound with random access (a `SoundCache`, or `ArraySource`)."""

    @property
    def rate_hz(self) -> int:
        """Frames a second."""
        ...

    @property
    def channels(self) -> int:
        """Channels."""
        ...

    @property
    def frames(self) -> int:
        """Length."""
        ...

    def read(self, start: int, end: int) -> AudioArray:
        """Frames [start, end), (frames, channels)."""
        ...


class ArraySource:
    """A source in memory, (frames, channels) float32."""

    def __init__(self, samples: AudioArray, rate_hz: int) -> None:
        self._samples = samples
        self.rate_hz = rate_hz
        self.frames, self.channels = samples.shape

    def read(self, start: int, end: int) -> AudioArray:
        """Frames [start, end)."""
        return self._samples[start:end]


def read_mirrored(source: Source, start: int, end: int) -> AudioArray:
    """Frames [start, end) where frames outside the source are its reflection (numpy's "reflect")."""
    last = source.frames - 1
    if last == 0:
        return np.repeat(source.read(0, 1), end - start, axis=0)
    index = np.arange(start, end) % (2 * last)
    index = np.where(index > last, 2 * last - index, index)
    low, high = int(index.min()), int(index.max())
    return source.read(low, high + 1)[index - low]
