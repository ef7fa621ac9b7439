"""Mel spectrum of a recording at every zoom as bytes of dB, built from the blocks as they are decoded. numpy only.

A column is one Hann-windowed FFT, centred on its hop, power averaged over the channels and summed into triangular mel
bands; a band holds the power of a sine in it relative to full scale (a sine of amplitude 1 gives about 0 dB).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from audiosep_core.audio.pyramid import FAN, Pyramid, pixel_bounds, reduce_pixels
from audiosep_core.types import AudioArray

BANDS = 256
FLOOR_DB = -120.0

_KIND = "spectrum"
_FFT = 2048
_HOP = 512
_FASTEST_PLAIN_HZ = 50_000

# Columns are always computed this many at a time: the last bits of a matrix product depend on its size, and what is
# drawn must not depend on the blocks in which the sound came.
_BATCH = 32

# Bands that share one small matrix product instead of one large, nearly empty one. So small that OpenBLAS does not
# spread it over threads, which is 100 times slower on a busy machine.
_SHARED_BANDS = 8

_Hz = TypeVar("_Hz", float, NDArray[Any])


def hz_to_mel(hz: _Hz) -> _Hz:
    """Frequency in Hz to mel (O'Shaughnessy's formula), a number or an array."""
    return cast(_Hz, 2595.0 * np.log10(1.0 + hz / 700.0))


def mel_to_hz(mel: _Hz) -> _Hz:
    """Mel to frequency in Hz, a number or an array."""
    return cast(_Hz, 700.0 * (10.0 ** (mel / 2595.0) - 1.0))


def rate_scale(rate_hz: int) -> int:
    """How many times longer than at 50 kHz a transform is, so that it spans about the same time: 1, 2, 4, ..."""
    scale = 1
    while rate_hz / scale > _FASTEST_PLAIN_HZ:
        scale *= 2
    return scale


class SpectrumPyramid:
    """What a spectrogram is drawn from. `add` blocks and `save` now and then; or `open` and `view`.

    Attributes:
        rate_hz: Frames a second of the sound.
        channels: Its channels (averaged in the picture).
        fft: Frames of one transform: 2048 up to 50 kHz, more above, so that it always spans about the same time.
        hop: Frames from one base column to the next.
        bands: Mel bands; band b spans the mel values b to b + 1 times hz_to_mel(top_hz) / bands.
        top_hz: Half the rate.
    """

    def __init__(self, rate_hz: int, channels: int) -> None:
        if rate_hz < 1 or channels < 1:
            raise ValueError("a spectrum needs a rate and a channel")
        scale = rate_scale(rate_hz)
        self.rate_hz = rate_hz
        self.channels = channels
        self.fft, self.hop = _FFT * scale, _HOP * scale
        self.bands = BANDS
        self.top_hz = rate_hz / 2
        self._before = (self.fft - self.hop) // 2
        self._window = np.hanning(self.fft + 1)[:-1].astype(np.float32)
        self._shares: list[_Share] = []
        # What is still needed: the first frame here is where the window of the next column begins.
        self._pending = np.zeros((self._before, channels), np.float32)
        self._open_end = False
        meta = {"kind": _KIND, "rate_hz": rate_hz, "channels": channels, "hop": self.hop, "bands": BANDS}
        self._pyramid = Pyramid((BANDS,), np.uint8, _fold, meta)

    @classmethod
    def open(cls, path: Path) -> SpectrumPyramid:
        """Map a saved file, which may still be growing; `refresh` follows it.

        Raises:
            AudioReadError: "cache-missing" or "cache-damaged".
        """
        meta = Pyramid.read_meta(Path(path), _KIND)
        spectrum = cls(meta["rate_hz"], meta["channels"])
        spectrum._pyramid.open(path)
        return spectrum

    @property
    def frames(self) -> int:
        """Frames added (for an opened file: saved) so far."""
        return self._pyramid.frames

    def add(self, block: AudioArray) -> None:
        """Append a (n, channels) float32 block of any length."""
        if block.ndim != 2 or block.shape[1] != self.channels:
            raise ValueError(f"a block is (frames, {self.channels}), not {block.shape}")
        self._pending = np.concatenate([self._pending, block], dtype=np.float32)
        self._pyramid.frames += len(block)
        self._open_end = True
        span = (_BATCH - 1) * self.hop + self.fft
        position = 0
        while position + span <= len(self._pending):
            self._pyramid.append(self._transform(self._pending[position : position + span]), self._pyramid.frames)
            position += _BATCH * self.hop
        if position:
            self._pending = self._pending[position:].copy()

    def save(self, path: Path) -> None:
        """Write what is new to `path`; readable by others at once. The last columns are as if the sound ended here.

        Raises:
            AudioWriteError: The disk refuses.
        """
        self._close_for_now()
        self._pyramid.save(path)

    def refresh(self) -> None:
        """Take in what was saved since the file was opened.

        Raises:
            AudioReadError: "cache-damaged".
        """
        self._pyramid.refresh()

    def view(self, start: float, end: float, columns: int) -> NDArray[np.uint8]:
        """Return the loudest of each of `columns` equal stretches of the frames `start` to `end`.

        A column takes every base column that it touches; narrower ones repeat. Outside of the sound it is 0.

        Returns:
            (bands, columns) uint8, lowest band first; `to_db` tells the level.

        Raises:
            AudioReadError: "cache-damaged".
        """
        if columns < 1 or end <= start:
            return np.zeros((self.bands, max(0, columns)), np.uint8)
        self._close_for_now()
        level = self._pyramid.level_for((end - start) / columns / self.hop)
        per_column = FAN**level
        count = -(-self._pyramid.columns // per_column)
        first, last = pixel_bounds(start, end, columns, self.hop * per_column, count)
        base = int(first.min())
        items = self._pyramid.slice(level, base, int(last.max()))
        return np.ascontiguousarray(reduce_pixels(np.maximum, items, first, last, base).T)

    def band_hz(self, band: float) -> float:
        """Frequency at `band` bands from the bottom (0 is 0 Hz, `bands` is `top_hz`)."""
        return float(mel_to_hz(band / self.bands * hz_to_mel(self.top_hz)))

    def _close_for_now(self) -> None:
        if not self._open_end:
            return
        self._open_end = False
        # Fewer than a batch of columns can be missing, and their windows end in silence.
        missing = -(-(len(self._pending) - self._before) // self.hop)
        padded = np.zeros(((missing + _BATCH) * self.hop + self.fft, self.channels), np.float32)
        padded[: len(self._pending)] = self._pending
        span = (_BATCH - 1) * self.hop + self.fft
        columns = [
            self._transform(padded[first * self.hop : first * self.hop + span]) for first in range(0, missing, _BATCH)
        ]
        if columns:
            self._pyramid.append_for_now(np.concatenate(columns)[:missing])

    def _transform(self, samples: AudioArray) -> NDArray[np.uint8]:
        """Turn the frames under one batch of columns into (_BATCH, bands) bytes."""
        power = np.zeros((_BATCH, self.fft // 2 + 1), np.float32)
        for channel in range(self.channels):
            signal = np.ascontiguousarray(samples[:, channel])
            frames = np.lib.stride_tricks.sliding_window_view(signal, self.fft)[:: self.hop]
            spectrum = np.fft.rfft(frames * self._window, axis=1)
            power += np.square(spectrum.real) + np.square(spectrum.imag)
        if not self._shares:
            self._shares = _make_shares(self.rate_hz, self.fft, self._window, self.channels)
        mel = np.empty((_BATCH, self.bands), np.float32)
        for share in self._shares:
            mel[:, share.band : share.band + _SHARED_BANDS] = power[:, share.low : share.high] @ share.weights
        decibels = 10.0 * np.log10(np.maximum(mel, 1e-12))
        return np.clip(np.rint((1.0 - decibels / FLOOR_DB) * 255.0), 0, 255).astype(np.uint8)


def to_db(value: NDArray[np.uint8] | int) -> NDArray[np.float32] | float:
    """Level in dBFS of bytes from `view`; 0 stands for everything at or below -120."""
    return FLOOR_DB + np.asarray(value, np.float32) * np.float32(-FLOOR_DB / 255.0)


class _Share:
    """A few neighbouring bands and the bins they need."""

    def __init__(self, band: int, low: int, high: int, weights: NDArray[np.float32]) -> None:
        self.band, self.low, self.high, self.weights = band, low, high, weights


def _make_shares(rate_hz: int, fft: int, window: NDArray[np.float32], channels: int) -> list[_Share]:
    bin_hz = rate_hz / fft
    bins_hz = np.arange(fft // 2 + 1) * bin_hz
    width = float(hz_to_mel(rate_hz / 2)) / BANDS
    middles = mel_to_hz((np.arange(BANDS) + 0.5) * width)
    # Low bands are narrower than a bin: they reach at least to the next one, or they would stay black.
    below = np.minimum(mel_to_hz((np.arange(BANDS) - 0.5) * width), middles - bin_hz)
    above = np.maximum(mel_to_hz((np.arange(BANDS) + 1.5) * width), middles + bin_hz)
    rising = (bins_hz[:, None] - below) / (middles - below)
    falling = (above - bins_hz[:, None]) / (above - middles)
    triangles = np.clip(np.minimum(rising, falling), 0.0, None)
    # Full-scale sine: its peak bin becomes 1, its whole lobe sums to the window's noise bandwidth (1.5 for Hann).
    wide = window.astype(np.float64)
    peak = (wide.sum() / 2) ** 2
    bandwidth = fft * np.square(wide).sum() / wide.sum() ** 2
    triangles /= peak * bandwidth * channels
    shares = []
    for band in range(0, BANDS, _SHARED_BANDS):
        part = triangles[:, band : band + _SHARED_BANDS]
        used = np.flatnonzero(part.any(axis=1))
        low, high = int(used[0]), int(used[-1]) + 1
        shares.append(_Share(band, low, high, np.ascontiguousarray(part[low:high], dtype=np.float32)))
    return shares


def _fold(columns: NDArray[Any]) -> NDArray[Any]:
    folded: NDArray[Any] = columns.max(axis=1)
    return folded
