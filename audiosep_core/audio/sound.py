"""Sound that can be read at random, wherever it lies: in a cache, in a file, in memory."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from audiosep_core.types import AudioArray


class Sound(Protocol):
    """Frames of a known number, rate and number of channels; `SoundCache`, `FileSound` and `DecodedSound` are some."""

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
        """Frames [start, end), (frames, channels) float32."""
        ...


class ArraySound:
    """Sound in memory, (frames, channels) float32."""

    def __init__(self, samples: AudioArray, rate_hz: int) -> None:
        self._samples = samples
        self.rate_hz = rate_hz
        self.frames, self.channels = samples.shape

    def read(self, start: int, end: int) -> AudioArray:
        """Frames [start, end), which lie inside of the sound."""
        return self._samples[start:end]


def read_padded(sound: Sound, start: int, end: int) -> AudioArray:
    """Frames [start, end) of a sound that is silent before its beginning and after its end."""
    low, high = max(start, 0), min(end, sound.frames)
    if low == start and high == end:
        return sound.read(start, end)
    result = np.zeros((end - start, sound.channels), np.float32)
    if low < high:
        result[low - start : high - start] = sound.read(low, high)
    return result


def read_mirrored(sound: Sound, start: int, end: int) -> AudioArray:
    """Frames [start, end) where frames outside the sound are its reflection (numpy's "reflect")."""
    last = sound.frames - 1
    if last == 0:
        return np.repeat(sound.read(0, 1), end - start, axis=0)
    index = np.arange(start, end) % (2 * last)
    index = np.where(index > last, 2 * last - index, index)
    low, high = int(index.min()), int(index.max())
    return sound.read(low, high + 1)[index - low]
