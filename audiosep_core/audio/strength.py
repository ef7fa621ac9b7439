"""Clean or natural: how strictly a stem is cut out of its mixture, changed afterwards and without the network.

The ratio r of the stem's and the mixture's magnitude spectra (RMS over channels, so that the image stays) is the mask
that was applied, whatever made the stem. Clean raises it to a power above one, which takes away what the network was
unsure of. Natural lowers the power below one and adds a floor, which lets some of the mixture through and covers
artefacts. The spectra's frames lie on the grid of the source, so that no sample depends on how a sound is cut.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from audiosep_core.audio.band import BandFilter
from audiosep_core.audio.cache import Range
from audiosep_core.audio.sound import ArraySound, Sound, read_padded
from audiosep_core.types import AudioArray

# Long enough to part the harmonics of a low voice, short enough for its consonants.
WINDOW_S = 0.0464

# At full strength: exponents, and the floor, -12 dB of the mixture. Both ends cost 0.6 to 0.7 dB of SDR; one leaves
# 8 dB less of other sounds, the other 6 dB fewer artefacts (docs/benchmarks.md).
CLEANEST_EXPONENT = 3.0
MOST_NATURAL_EXPONENT = 0.5
FLOOR = 0.25

# Where a stem is weaker than this against the mixture, its phase is the network's guess: the floor takes the mixture's.
UNSURE_RATIO = 0.1

_OVERLAP = 4
_FRAMES_AT_ONCE = 64

_Spectrum = NDArray[np.complex64]


def reshape(
    stem: AudioArray,
    mixture: AudioArray,
    rate_hz: int,
    strength: float = 0.0,
    band_hz: tuple[float, float] | None = None,
    first: int = 0,
) -> AudioArray:
    """Give a stem in memory another strength and band.

    Args:
        stem: (frames, channels) float32; around it there is silence.
        mixture: What it was taken from, the same shape.
        rate_hz: Frames a second.
        strength: From -1 (natural) to 1 (clean); 0 leaves the stem as it is, to the bit.
        band_hz: Lowest and highest frequency that stays; see `BandFilter`.
        first: Frame of the source that the first frame is. With it, pieces of one source are worked on alike; away from
            their ends by `context_frames`, they are the same to rounding.

    Returns:
        (frames, channels) float32, a new array unless nothing had to be done.
    """
    if stem.shape != mixture.shape:
        raise ValueError("a stem and its mixture have one shape")
    sound = ReshapedSound(
        ArraySound(stem, rate_hz), ArraySound(mixture, rate_hz), strength=strength, band_hz=band_hz, grid=first
    )
    return sound.read(0, len(stem))


def window_frames(rate_hz: int) -> int:
    """Length of the window at a rate: about 46 ms, four hops, of a length that is quick to transform."""
    return _OVERLAP * _smooth(max(4, round(rate_hz * WINDOW_S / _OVERLAP)))


def context_frames(rate_hz: int, band: bool = False) -> int:
    """How far the value of a frame depends on its neighbours, to each side."""
    return window_frames(rate_hz) * (2 if band else 1)


class ReshapedSound:
    """A stem as it is with another strength and band, computed where it is read; a `Sound` itself.

    What a read gives does not depend on how a stretch is cut into reads (to rounding, below 1e-6 of full scale). The
    stem may still be growing: `settled` tells what will not change any more.
    """

    def __init__(
        self,
        stem: Sound,
        mixture: Sound,
        offset: int = 0,
        *,
        strength: float = 0.0,
        band_hz: tuple[float, float] | None = None,
        grid: int = 0,
    ) -> None:
        """Nothing is read yet.

        Args:
            stem: What was separated.
            mixture: What it was separated from; its rate and channels are the stem's.
            offset: Frame of the mixture at which the stem begins.
            strength: From -1 (natural) to 1 (clean); 0 leaves the stem as it is.
            band_hz: Lowest and highest frequency that stays.
            grid: Frame of the whole source that is frame 0 of `mixture`.
        """
        if (stem.rate_hz, stem.channels) != (mixture.rate_hz, mixture.channels):
            raise ValueError("a stem and its mixture have one rate and one number of channels")
        if not -1.0 <= strength <= 1.0:
            raise ValueError("strength lies between -1 and 1")
        self._stem, self._mixture, self._offset = stem, mixture, offset
        self._window = window_frames(stem.rate_hz)
        self._hop = self._window // _OVERLAP
        self._grid = (offset + grid) % self._hop
        self._band = BandFilter(stem.rate_hz, self._window, band_hz) if band_hz is not None else None
        self.strength = strength
        self.rate_hz, self.channels = stem.rate_hz, stem.channels

    @property
    def frames(self) -> int:
        """Length, that of the stem."""
        return self._stem.frames

    @property
    def context(self) -> int:
        """Frames to each side that a value depends on."""
        return self._window * ((self.strength != 0.0) + (self._band is not None))

    def settled(self, final: tuple[Range, ...]) -> tuple[Range, ...]:
        """What will not change any more when these ranges of the stem will not."""
        inner = ((start + self.context * (start > 0), end - self.context * (end < self.frames)) for start, end in final)
        return tuple((start, end) for start, end in inner if start < end)

    def read(self, start: int, end: int) -> AudioArray:
        """Frames [start, end) of the stem, (frames, channels) float32."""
        if self._band is None:
            return self._strong(start, end)
        around = self._band.context
        return self._band.apply(self._strong(start - around, end + around))

    def _strong(self, start: int, end: int) -> AudioArray:
        if self.strength == 0.0:
            return read_padded(self._stem, start, end)
        hop = self._hop
        low = (start + self._grid) // hop * hop - self._grid
        high = -(-(end + self._grid) // hop) * hop - self._grid
        # Every frame of sound lies in four windows: three more hops to each side.
        outer_low, outer_high = low - self._window + hop, high + self._window - hop
        stem = read_padded(self._stem, outer_low, outer_high)
        if self.strength > 0 and not np.any(stem):
            return np.zeros((end - start, self.channels), np.float32)
        mixture = read_padded(self._mixture, outer_low + self._offset, outer_high + self._offset)
        changed = _changed(np.ascontiguousarray(stem.T), np.ascontiguousarray(mixture.T), self._window, self.strength)
        result = changed[:, start - low : end - low].T
        if (share := self._share(start, end)) is not None:
            as_it_was = stem[start - outer_low : end - outer_low]
            result = as_it_was + (result - as_it_was) * share[:, None]
        return np.ascontiguousarray(result)

    def _share(self, start: int, end: int) -> NDArray[np.float32] | None:
        """How much of the change applies to frames [start, end): it fades in where the stem begins in the midst of the
        source, and out where it ends, lest the floor begin and end with a click."""
        distances = []
        if self._offset > 0 and start < self._window:
            distances.append(np.arange(start, end))
        if self._offset + self.frames < self._mixture.frames and end > self.frames - self._window:
            distances.append(self.frames - 1 - np.arange(start, end))
        if not distances:
            return None
        nearest = np.clip((np.min(distances, axis=0) + 0.5) / self._window, 0.0, 1.0)
        return np.asarray(0.5 - 0.5 * np.cos(np.pi * nearest), np.float32)


def _changed(stem: AudioArray, mixture: AudioArray, size: int, strength: float) -> AudioArray:
    """(channels, n * hop) with three hops of context at each end -> (channels, (n - 6) * hop)."""
    hop = size // _OVERLAP
    window = _hann(size)
    stems = sliding_window_view(stem, size, axis=-1)[:, ::hop]
    mixtures = sliding_window_view(mixture, size, axis=-1)[:, ::hop]
    channels, count = stems.shape[:2]
    sums = np.zeros((channels, count + _OVERLAP - 1, hop), np.float32)
    for first in range(0, count, _FRAMES_AT_ONCE):
        part = slice(first, min(first + _FRAMES_AT_ONCE, count))
        spectrum = _masked(
            np.fft.rfft(stems[:, part] * window).astype(np.complex64, copy=False),
            np.fft.rfft(mixtures[:, part] * window).astype(np.complex64, copy=False),
            strength,
        )
        frames = np.fft.irfft(spectrum, size) * window
        for piece in range(_OVERLAP):
            quarter = frames[..., piece * hop : (piece + 1) * hop]
            sums[:, first + piece : part.stop + piece] += quarter
    inside = sums[:, _OVERLAP - 1 : count]
    # Squared Hann windows a quarter apart sum to 1.5.
    inside /= np.float32(1.5)
    return inside.reshape(channels, -1)


def _masked(stem: _Spectrum, mixture: _Spectrum, strength: float) -> _Spectrum:
    """Spectra (channels, frames, bins) -> the stem's with another strength."""
    tiny = np.float32(np.finfo(np.float32).tiny)
    with np.errstate(over="ignore"):
        # A stem louder than its mixture keeps what it has; where both are silent there is nothing to keep.
        squared = np.minimum(_power(stem) / np.maximum(_power(mixture), tiny), np.float32(1))
    if strength > 0:
        exponent = CLEANEST_EXPONENT**strength
        clean_spectrum: _Spectrum = stem * _raised(squared, (exponent - 1) / 2)
        return clean_spectrum
    natural = -strength
    floor = np.float32(FLOOR * natural)
    unsure = np.float32(max(UNSURE_RATIO * natural, 1e-6))
    ratio = np.sqrt(squared)
    wanted = _raised(squared, MOST_NATURAL_EXPONENT**natural / 2)
    wanted *= 1 - floor
    wanted += floor
    # w * wanted / ratio of the stem and (1 - w) * wanted of the mixture, with w = min(ratio / unsure, 1).
    of_stem = wanted / np.maximum(ratio, unsure)
    of_mixture = wanted * (1 - np.minimum(ratio / unsure, np.float32(1)))
    natural_spectrum: _Spectrum = stem * of_stem + mixture * of_mixture
    return natural_spectrum


def _power(spectrum: _Spectrum) -> NDArray[np.float32]:
    parts = spectrum.view(np.float32)
    squares = parts * parts
    per_bin = squares[..., ::2] + squares[..., 1::2]
    return np.asarray(per_bin.sum(axis=0), np.float32)


def _raised(base: NDArray[np.float32], exponent: float) -> NDArray[np.float32]:
    if exponent == 1:
        return base
    return np.power(base, np.float32(exponent))


@lru_cache(maxsize=8)
def _hann(size: int) -> NDArray[np.float32]:
    window = (0.5 - 0.5 * np.cos(2 * np.pi * np.arange(size) / size)).astype(np.float32)
    window.setflags(write=False)
    return window


def _smooth(wanted: int) -> int:
    """The number without prime factors above 5 that is nearest to `wanted`."""
    candidates = (abs(number - wanted) for number in range(1, 2 * wanted) if _is_smooth(number))
    nearest = min(candidates)
    return wanted - nearest if _is_smooth(wanted - nearest) else wanted + nearest


def _is_smooth(number: int) -> bool:
    for factor in (2, 3, 5):
        while number and number % factor == 0:
            number //= factor
    return number == 1
