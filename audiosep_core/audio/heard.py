"""A stem as it is heard: its cache with another strength, for players, exports and pictures alike."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import numpy as np

from audiosep_core.audio.banded import BandedSound
from audiosep_core.audio.cache import Range, SoundCache
from audiosep_core.audio.items import PlacedStem
from audiosep_core.audio.sound import Sound
from audiosep_core.audio.strength import ReshapedSound
from audiosep_core.types import AudioArray

# A read computes some 3 windows of context to each side: a player's 10 ms at a time would be mostly that.
_AHEAD_FRAMES = 1 << 14


class GrowingSound(Sound, Protocol):
    """What is needed of a cache that may still be written."""

    @property
    def final(self) -> tuple[Range, ...]:
        """What will not change any more."""
        ...

    @property
    def complete(self) -> bool:
        """Whether that is everything."""
        ...

    def refresh(self) -> None:
        """Look again."""
        ...

    def close(self) -> None:
        """Let go."""
        ...


class HeardStem:
    """Reads a stem with a strength; computes a block ahead. One thread at a time.

    Attributes:
        rate_hz: Frames a second.
        channels: Channels.
        frames: Length, that of the stem.
    """

    def __init__(self, stem: GrowingSound, source: GrowingSound, offset: int, strength: float) -> None:
        """Take two open sounds over; `close` closes both.

        Args:
            stem: What was separated.
            source: What it was separated from.
            offset: Frame of the source that is the stem's first.
            strength: From -1, most natural, to 1, cleanest.
        """
        self._stem, self._source = stem, source
        # A stem that was asked for in a box holds that band alone, and is reckoned from the same band of its source: to
        # filter once more what comes out would take its edges down twice.
        band_hz = _asked_band(stem)
        mixture: Sound = source if band_hz is None else BandedSound(source, band_hz)
        self._sound = ReshapedSound(stem, mixture, offset, strength=strength)
        self.rate_hz, self.channels, self.frames = stem.rate_hz, stem.channels, stem.frames
        self._at = 0
        self._block: AudioArray = np.zeros((0, stem.channels), np.float32)

    @classmethod
    def open(cls, cache: Path, source: Path, offset: int, strength: float) -> HeardStem:
        """Open a stem's cache and its source's.

        Raises:
            AudioReadError: "cache-missing" or "cache-damaged".
        """
        stem = SoundCache.open(cache)
        try:
            return cls(stem, SoundCache.open(source), offset, strength)
        except BaseException:
            stem.close()
            raise

    @property
    def final(self) -> tuple[Range, ...]:
        """What will not change any more: the stem's final ranges, without what may hear of their neighbours."""
        return self._sound.settled(self._stem.final)

    @property
    def complete(self) -> bool:
        """Whether every frame is final."""
        return self._stem.complete

    def refresh(self) -> None:
        """Look again at a stem that is still being written.

        Raises:
            AudioReadError: "cache-missing" or "cache-damaged".
        """
        self._stem.refresh()
        self._block = self._block[:0]

    def read(self, start: int, end: int) -> AudioArray:
        """Frames [start, end), (frames, channels) float32; silence outside of the stem.

        Raises:
            AudioReadError: "cache-damaged" when the disk fails.
        """
        result = np.zeros((max(0, end - start), self.channels), np.float32)
        low, high = max(start, 0), min(end, self.frames)
        if low < high:
            if low < self._at or high > self._at + len(self._block):
                ahead = min(max(high, low + _AHEAD_FRAMES), self.frames)
                self._at, self._block = low, self._sound.read(low, ahead)
            result[low - start : high - start] = self._block[low - self._at : high - self._at]
        return result

    def close(self) -> None:
        """Let go of both sounds."""
        self._stem.close()
        self._source.close()

    def __enter__(self) -> HeardStem:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _asked_band(stem: GrowingSound) -> tuple[float, float] | None:
    """The band a stem was asked for in: a more natural strength must not let through what lies outside of it."""
    if not isinstance(stem, SoundCache):
        return None
    band = (stem.request.get("options") or {}).get("band_hz")
    return None if band is None else (float(band[0]), float(band[1]))


def open_heard(cache: Path, source: Path, offset: int, strength: float) -> SoundCache | HeardStem:
    """A stem as it is heard: as the engine made it where its strength is 0.

    Raises:
        AudioReadError: "cache-missing" or "cache-damaged".
    """
    return HeardStem.open(cache, source, offset, strength) if strength else SoundCache.open(cache)


def open_placed(placed: PlacedStem, recording: Path) -> SoundCache | HeardStem:
    """A stem of a recording as it is heard, reckoned from what it was separated from.

    Raises:
        AudioReadError: "cache-missing" or "cache-damaged".
    """
    offset = placed.offset if placed.source_offset is None else placed.source_offset
    return open_heard(placed.cache, placed.source or recording, offset, placed.strength)


OpenStem = tuple[SoundCache | HeardStem, int]
"""A stem as it is heard, and the frame of the recording at which it begins."""


def open_stems(stems: Sequence[PlacedStem], recording: Path, files: ExitStack) -> list[OpenStem]:
    """Open stems of a recording, in their order; `files` closes them.

    Raises:
        AudioReadError: "cache-missing" or "cache-damaged".
    """
    opened: list[OpenStem] = []
    for placed in stems:
        stem = open_placed(placed, recording)
        files.callback(stem.close)
        opened.append((stem, placed.offset))
    return opened
