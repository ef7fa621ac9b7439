"""A band of frequencies with soft edges: a linear-phase filter that treats a stream alike however it is cut."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audiosep_core.types import AudioArray

# Of the Kaiser window: 90 dB below what passes.
_ATTENUATION_DB = 90.0

# Width of an edge, around its frequency: a third of an octave, or three bins of the window where that is more.
_EDGE_OCTAVES = 1 / 3
_EDGE_BINS = 3.0


class BandFilter:
    """Keeps a band and takes away the rest, 90 dB down from the edges' outer ends on.

    Edges are raised cosines, half way down (-6 dB) at the band's own limits, a third of an octave or three bins of
    `rate_hz / window` wide: two bands that share a limit sum to what both together hold. A limit at or below 0 Hz, or
    at half the rate or above, is none. Nothing is delayed.
    """

    def __init__(self, rate_hz: int, window: int, band_hz: tuple[float, float]) -> None:
        """Design the filter, 2 * `window` + 1 taps."""
        self.context = window
        size = 8 * window
        self._valid = size - 2 * window
        self._size = size
        self._response = _response(rate_hz, window, size, band_hz)

    def apply(self, samples: AudioArray) -> AudioArray:
        """Filter (frames + 2 * context, channels) float32 into (frames, channels)."""
        frames = len(samples) - 2 * self.context
        result = np.empty((max(frames, 0), samples.shape[1]), np.float32)
        for start in range(0, frames, self._valid):
            piece = samples[start : start + self._size].T
            spectrum = np.fft.rfft(piece, self._size)
            filtered = np.fft.irfft(spectrum * self._response, self._size)
            end = min(start + self._valid, frames)
            result[start:end] = filtered[:, self.context : self.context + end - start].T
        return result


def _response(rate_hz: int, window: int, size: int, band_hz: tuple[float, float]) -> NDArray[np.float32]:
    """What the filter does to each frequency of a transform of `size`: real, for it delays nothing."""
    fine = 16 * window
    wanted = _edges(np.fft.rfftfreq(fine, 1 / rate_hz), rate_hz, rate_hz / window, band_hz)
    taps = np.fft.irfft(wanted, fine)
    beta = 0.1102 * (_ATTENUATION_DB - 8.7)
    kaiser = np.kaiser(2 * window + 1, beta)
    centred = np.zeros(size)
    centred[: window + 1] = taps[: window + 1] * kaiser[window:]
    centred[-window:] = taps[-window:] * kaiser[:window]
    return np.fft.rfft(centred).real.astype(np.float32)


def _edges(
    frequencies: NDArray[np.floating], rate_hz: int, bin_hz: float, band_hz: tuple[float, float]
) -> NDArray[np.float64]:
    low, high = band_hz
    result = np.ones(len(frequencies))
    if low > 0:
        result *= _rise(frequencies, low, bin_hz)
    if math.isfinite(high) and high < rate_hz / 2:
        result *= 1 - _rise(frequencies, high, bin_hz)
    return result


def _rise(frequencies: NDArray[np.floating], limit: float, bin_hz: float) -> NDArray[np.float64]:
    octave = limit * (2 ** (_EDGE_OCTAVES / 2) - 2 ** (-_EDGE_OCTAVES / 2))
    # The window of the taps alone makes an edge of three bins.
    width = max(octave - _EDGE_BINS * bin_hz, 0.0)
    if width == 0.0:
        return np.where(frequencies == limit, 0.5, frequencies > limit).astype(np.float64)
    phase = np.clip((frequencies - limit) / width + 0.5, 0.0, 1.0)
    return np.asarray(0.5 - 0.5 * np.cos(np.pi * phase))
