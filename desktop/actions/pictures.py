"""What the lanes draw of a track: peaks over time and a spectrum, wherever they come from. numpy only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from audiosep_core.types import AudioArray

PeakColumns = tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]
"""Minimum, maximum and RMS, each (channels, columns)."""


class Peaks(Protocol):
    """Something that a waveform can be drawn of."""

    def view(self, start: float, end: float, columns: int) -> PeakColumns:
        """Frames `start` to `end` of the track in `columns` columns."""
        ...


class Spectrum(Protocol):
    """Something that a spectrogram can be drawn of."""

    @property
    def top_hz(self) -> float:
        """The highest frequency."""
        ...

    def view(self, start: float, end: float, columns: int) -> NDArray[np.uint8]:
        """Frames `start` to `end`: (bands, columns), lowest band first; 0 is -120 dBFS or less, 255 is 0 dBFS."""
        ...


class Sound(Protocol):
    """Samples that can be read at any place: zeros outside."""

    def read(self, start: int, end: int) -> AudioArray:
        """Frames `start` to `end` as (frames, channels)."""
        ...


@dataclass(frozen=True)
class TileKey:
    """Which tile of a sound: frames of a transform, frames a column, number."""

    frames: int
    step: int
    index: int


class Tiles(Protocol):
    """Where a spectrogram with other settings, or at a closer zoom, is drawn from: pieces that come when asked for."""

    @property
    def rate_hz(self) -> int:
        """Frames a second."""
        ...

    @property
    def arrived(self) -> Any:
        """Signal: there are more of them."""
        ...

    def get(self, key: TileKey) -> tuple[NDArray[np.uint8], int] | None:
        """Levels (bins, columns) of a tile and their version, perhaps out of date; None while there are none."""
        ...

    def want(self, lane: object, keys: Sequence[TileKey]) -> None:
        """What a lane shows now, the most important first."""
        ...


@dataclass(frozen=True)
class Picture:
    """What a lane draws: a track that begins at source frame `start` and lasts `frames`.

    `pending` are the ranges, in source frames, that are not there, be they worked on or left undone: hatched. `serial`
    tells one state of the same sound from the next.
    """

    start: int
    frames: int
    peaks: Peaks | None = None
    spectrum: Spectrum | None = None
    pending: tuple[tuple[int, int], ...] = ()
    serial: int = 0
    tiles: Tiles | None = None

    @property
    def end(self) -> int:
        """First source frame after the track."""
        return self.start + self.frames


class FinePeaks:
    """A peak pyramid, and the samples themselves below its finest level: deep zoom shows the wave, not steps.

    Attributes:
        sound: The samples.
    """

    def __init__(self, pyramid: Peaks, sound: Sound, finest: int = 256) -> None:
        self.sound = sound
        self._pyramid = pyramid
        self._finest = finest

    def view(self, start: float, end: float, columns: int) -> PeakColumns:
        """Frames `start` to `end` in `columns` columns."""
        if columns <= 0 or (end - start) / columns >= self._finest:
            return self._pyramid.view(start, end, columns)
        first = int(np.floor(start)) - 1
        samples = self.sound.read(first, int(np.ceil(end)) + 2).T
        return sample_columns(samples, start - first, end - first, columns)


def sample_columns(samples: NDArray[np.float32], start: float, end: float, columns: int) -> PeakColumns:
    """Columns straight from samples (channels, frames): `start` and `end` are positions in them.

    Neighbouring columns share their edge values (interpolated), so the drawn line has no gaps at any zoom.
    """
    edges = np.linspace(start, end, columns + 1)
    at = np.arange(samples.shape[1])
    line = np.stack([np.interp(edges, at, channel) for channel in samples]).astype(np.float32)
    low = np.minimum(line[:, :-1], line[:, 1:])
    high = np.maximum(line[:, :-1], line[:, 1:])
    power = (line[:, :-1] ** 2 + line[:, 1:] ** 2) / 2
    step = (end - start) / columns
    if step <= 1:
        inside = np.arange(max(int(np.ceil(start)), 0), min(int(np.floor(end)) + 1, samples.shape[1]))
        column = np.clip(((inside - start) / step).astype(int), 0, columns - 1)
        for channel, line_of_one in enumerate(samples[:, inside]):
            np.minimum.at(low[channel], column, line_of_one)
            np.maximum.at(high[channel], column, line_of_one)
    else:
        begins = np.clip(np.ceil(edges[:-1]).astype(int), 0, samples.shape[1] - 1)
        low = np.minimum(low, np.minimum.reduceat(samples, begins, axis=1))
        high = np.maximum(high, np.maximum.reduceat(samples, begins, axis=1))
        counts = np.maximum(np.diff(np.append(begins, samples.shape[1])), 1)
        power = np.add.reduceat(samples.astype(np.float32) ** 2, begins, axis=1) / counts
    return low, high, np.sqrt(power)


class GrowingPeaks:
    """Peaks of a stem whose frames become final in any order. Bins of 256 frames, filled from its cache."""

    BIN = 256

    def __init__(self, channels: int, frames: int) -> None:
        bins = -(-max(frames, 1) // self.BIN)
        self._frames = frames
        self._low = np.zeros((channels, bins), np.float32)
        self._high = np.zeros((channels, bins), np.float32)
        self._power = np.zeros((channels, bins), np.float32)

    def fill(self, sound: Sound, start: int, end: int) -> None:
        """Take in frames `start` to `end`; the bins they share with neighbours are read whole."""
        first = max(start, 0) // self.BIN
        last = min(-(-end // self.BIN), self._low.shape[1])
        for at in range(first, last, 4096):
            until = min(at + 4096, last)
            samples = sound.read(at * self.BIN, until * self.BIN)
            boxes = samples.reshape(until - at, self.BIN, -1)
            self._low[:, at:until] = boxes.min(axis=1).T
            self._high[:, at:until] = boxes.max(axis=1).T
            self._power[:, at:until] = np.square(boxes).mean(axis=1).T

    def view(self, start: float, end: float, columns: int) -> PeakColumns:
        """Frames `start` to `end` in `columns` columns."""
        bins = self._low.shape[1]
        edges = np.linspace(start / self.BIN, end / self.BIN, columns + 1)
        begins = np.clip(np.floor(edges[:-1]).astype(int), 0, bins - 1)
        ends = np.clip(np.ceil(edges[1:]).astype(int), begins + 1, bins)
        stop = int(ends[-1])
        low = np.minimum.reduceat(self._low[:, :stop], begins, axis=1)
        high = np.maximum.reduceat(self._high[:, :stop], begins, axis=1)
        counts = np.maximum(np.diff(np.append(begins, stop)), 1)
        power = np.add.reduceat(self._power[:, :stop], begins, axis=1) / counts
        return low, high, np.sqrt(power)


def joined(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The union of ranges: sorted, and apart from each other."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(result[-1][1], end))
        else:
            result.append((start, end))
    return result


def pending_ranges(start: int, end: int, final: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """What of `start` to `end` is in none of the `final` ranges."""
    gaps = []
    at = start
    for begin, stop in sorted(final):
        if begin > at:
            gaps.append((at, min(begin, end)))
        at = max(at, stop)
    if at < end:
        gaps.append((at, end))
    return tuple(gap for gap in gaps if gap[0] < gap[1])
