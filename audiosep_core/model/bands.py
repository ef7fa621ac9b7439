"""Mel-like bands of STFT bins: pooling powers into bands, and spreading a band mask back to bins."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def _mel(frequency_hz: float) -> float:
    return 2595.0 * float(np.log10(1.0 + frequency_hz / 700.0))


def _hz(mel: float) -> float:
    return 700.0 * float(10.0 ** (mel / 2595.0) - 1.0)


def band_centres(bins: int, bands: int, sample_rate_hz: int) -> NDArray[np.float64]:
    """Centres of the bands in (fractional) bins, from 0 to `bins - 1`.

    Mel spaced, but never closer than one bin: with narrow bands at the bottom plain mel triangles fall
    between two bins and stay empty.

    Returns:
        (bands,) ascending.

    Raises:
        ValueError: fewer bins than bands.
    """
    if bins < bands:
        raise ValueError("there must be at least as many bins as bands")
    bin_hz = sample_rate_hz / 2 / (bins - 1)
    top = _mel(sample_rate_hz / 2)
    centres = np.zeros(bands)
    for i in range(1, bands):
        here = _mel(centres[i - 1] * bin_hz)
        step = (top - here) / (bands - i)
        centres[i] = max(centres[i - 1] + 1.0, _hz(here + step) / bin_hz)
    centres[-1] = bins - 1
    return centres


def band_weights(bins: int, bands: int, sample_rate_hz: int) -> NDArray[np.float32]:
    """Triangular weights (bins, bands) that sum to one over the bands of every bin.

    So `weights @ mask` interpolates a band mask linearly between band centres, and a constant mask stays constant.
    """
    centres = band_centres(bins, bands, sample_rate_hz)
    positions = np.arange(bins, dtype=np.float64)
    weights = np.stack([np.interp(positions, centres, unit) for unit in np.eye(bands)], axis=1)
    return weights.astype(np.float32)
