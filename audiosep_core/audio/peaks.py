"""Minimum, maximum and RMS of a recording at every zoom, built from the blocks as they are decoded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.pyramid import FAN, Pyramid, pixel_bounds, reduce_pixels
from audiosep_core.types import AudioArray

BASE_FRAMES = 256

_KIND = "peaks"
_MIN, _MAX, _RMS = 0, 1, 2


class PeakPyramid:
    """What a waveform is drawn from. `add` blocks and `save` now and then; or `open` and `view`.

    Attributes:
        rate_hz: Frames a second of the sound.
        channels: Its channels.
    """

    def __init__(self, rate_hz: int, channels: int) -> None:
        if rate_hz < 1 or channels < 1:
            raise ValueError("peaks need a rate and a channel")
        self.rate_hz = rate_hz
        self.channels = channels
        self._pending = np.zeros((0, channels), np.float32)
        meta = {"kind": _KIND, "rate_hz": rate_hz, "channels": channels, "base_frames": BASE_FRAMES}
        self._pyramid = Pyramid((3, channels), np.float32, _fold, meta)

    @classmethod
    def open(cls, path: Path) -> PeakPyramid:
        """Map a saved file, which may still be growing; `refresh` follows it.

        Raises:
            AudioReadError: "cache-missing" or "cache-damaged".
        """
        meta = Pyramid.read_meta(Path(path), _KIND)
        peaks = cls(meta["rate_hz"], meta["channels"])
        peaks._pyramid.open(path)
        return peaks

    @property
    def frames(self) -> int:
        """Frames added (for an opened file: saved) so far."""
        return self._pyramid.frames

    def add(self, block: AudioArray) -> None:
        """Append a (n, channels) float32 block of any length."""
        if block.ndim != 2 or block.shape[1] != self.channels:
            raise ValueError(f"a block is (frames, {self.channels}), not {block.shape}")
        frames = self.frames + len(block)
        waiting = np.concatenate([self._pending, block]) if len(self._pending) else block
        whole = len(waiting) // BASE_FRAMES * BASE_FRAMES
        self._pyramid.append(_columns(waiting[:whole]), frames)
        self._pending = np.array(waiting[whole:], np.float32)
        self._close_for_now()

    def save(self, path: Path) -> None:
        """Write what is new to `path`; cheap, and readable by others at once.

        Raises:
            AudioWriteError: The disk refuses.
        """
        self._pyramid.save(path)

    def refresh(self) -> None:
        """Take in what was saved since the file was opened.

        Raises:
            AudioReadError: "cache-damaged".
        """
        self._pyramid.refresh()

    def view(
        self, start: float, end: float, columns: int, cache: SoundCache | None = None
    ) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
        """Minimum, maximum and RMS of `columns` equal stretches of the frames `start` to `end`.

        A column takes everything that it touches, so a click of one sample is seen at every zoom; it may show up to
        one step of the next finer level beyond its edges. Outside of the sound it is silent.

        Args:
            start: First frame, fractional and negative ones allowed.
            end: Frame after the last.
            columns: How many columns, for example pixels.
            cache: The sound itself: used where a column is narrower than the peaks are, which repeat otherwise.

        Returns:
            Three (channels, columns) float32 arrays.

        Raises:
            AudioReadError: "cache-damaged".
        """
        if columns < 1 or end <= start:
            nothing = np.zeros((self.channels, max(0, columns)), np.float32)
            return nothing, nothing.copy(), nothing.copy()
        step = (end - start) / columns
        if cache is not None and step < BASE_FRAMES:
            return self._view_samples(start, end, columns, cache)
        level = self._pyramid.level_for(step / BASE_FRAMES)
        per_column = FAN**level
        count = -(-self._pyramid.columns // per_column)
        first, last = pixel_bounds(start, end, columns, BASE_FRAMES * per_column, count)
        base = int(first.min())
        items = self._pyramid.slice(level, base, int(last.max()))
        low = reduce_pixels(np.minimum, items[:, _MIN], first, last, base)
        high = reduce_pixels(np.maximum, items[:, _MAX], first, last, base)
        power = reduce_pixels(np.add, np.square(items[:, _RMS], dtype=np.float64), first, last, base)
        return _drawn(low, high, power, last - first)

    def _view_samples(
        self, start: float, end: float, columns: int, cache: SoundCache
    ) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
        first, last = pixel_bounds(start, end, columns, 1, cache.frames)
        base = int(first.min())
        samples = cache.read(base, int(last.max()))
        low = reduce_pixels(np.minimum, samples, first, last, base)
        high = reduce_pixels(np.maximum, samples, first, last, base)
        power = reduce_pixels(np.add, np.square(samples, dtype=np.float64), first, last, base)
        return _drawn(low, high, power, last - first)

    def _close_for_now(self) -> None:
        if len(self._pending):
            padded = np.zeros((BASE_FRAMES, self.channels), np.float32)
            padded[: len(self._pending)] = self._pending
            self._pyramid.append_for_now(_columns(padded))


def _columns(samples: AudioArray) -> NDArray[np.float32]:
    # Channels first and contiguous: a column's sum then never depends on how many columns come at once.
    channels = samples.shape[1]
    parts = np.ascontiguousarray(samples.reshape(-1, BASE_FRAMES, channels).transpose(0, 2, 1), dtype=np.float32)
    power = np.square(parts, dtype=np.float64).mean(axis=2)
    return np.stack([parts.min(axis=2), parts.max(axis=2), np.sqrt(power).astype(np.float32)], axis=1)


def _fold(columns: NDArray[Any]) -> NDArray[Any]:
    folded = np.empty((len(columns), *columns.shape[2:]), np.float32)
    folded[:, _MIN] = columns[:, :, _MIN].min(axis=1)
    folded[:, _MAX] = columns[:, :, _MAX].max(axis=1)
    folded[:, _RMS] = np.sqrt(np.square(columns[:, :, _RMS], dtype=np.float64).mean(axis=1))
    return folded


def _drawn(
    low: NDArray[np.float32], high: NDArray[np.float32], power: NDArray[np.float64], counts: NDArray[np.int64]
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    rms = np.sqrt(power / np.maximum(counts, 1)[:, None]).astype(np.float32)
    return np.ascontiguousarray(low.T), np.ascontiguousarray(high.T), np.ascontiguousarray(rms.T)
