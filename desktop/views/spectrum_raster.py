"""Spectra as pixels: bins or mel bands onto the rows of a frequency axis. numpy only, no Qt.

A pixel is a byte of dB, as the spectra have them; colours come from a table, so that other levels or colours draw the
same bytes.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from audiosep_core.audio.spectrum import FLOOR_DB, hz_to_mel, mel_to_hz
from desktop.views.frequency_axis import FrequencyAxis, Hz

Bytes = NDArray[np.uint8]

_BIN_HZ = 44100 / 2048
"""About the width of one bin of the pyramid's transform: narrower bands hold no less noise than this."""


class RowMap:
    """Turns items, the lowest first, into rows, the highest first.

    A row that covers several items shows the loudest; where items are wider than rows it shows what lies between two.

    Args:
        edges: Bounds of the rows from the bottom up, (rows + 1,), in items: item i lies from i to i + 1.
        items: How many there are.
    """

    def __init__(self, edges: NDArray[np.float64], items: int) -> None:
        edges = np.clip(edges, 0, items)
        wide = np.diff(edges) >= 1.0
        rows = np.arange(len(wide))
        self._rows = len(wide)
        bounds = np.rint(edges).astype(np.int64)
        self._wide = rows[wide]
        self._begins = np.minimum(bounds[:-1][wide], items - 1)
        counts = np.maximum(np.minimum(bounds[1:][wide], items) - self._begins, 1)
        # The k-th item of each row that has so many: a few steps over whole lines are quicker than `maximum.reduceat`.
        self._more = [(has, self._begins[has] + k) for k in range(1, counts.max(initial=1)) for has in [counts > k]]
        self._narrow = rows[~wide]
        middles = np.clip((edges[:-1] + edges[1:])[~wide] / 2 - 0.5, 0, items - 1)
        self._below = np.minimum(middles.astype(np.int64), max(items - 2, 0))
        self._above = np.minimum(self._below + 1, items - 1)
        self._share = (middles - self._below).astype(np.float32)[:, None]

    def apply(self, items: Bytes) -> Bytes:
        """Rows (rows, columns) of items (items, columns)."""
        result = np.empty((self._rows, items.shape[1]), np.uint8)
        if len(self._wide):
            loudest = items[self._begins]
            for rows, others in self._more:
                loudest[rows] = np.maximum(loudest[rows], items[others])
            result[self._wide] = loudest
        if len(self._narrow):
            low, high = items[self._below], items[self._above]
            between = high.astype(np.float32)
            between -= low
            between *= self._share
            between += low
            between += 0.5
            result[self._narrow] = between.astype(np.uint8)  # on its own: converting while placing is slow
        return np.ascontiguousarray(result[::-1])


@lru_cache(maxsize=32)
def bin_rows(axis: FrequencyAxis, rows: int, bins: int) -> RowMap:
    """Rows of the bins of a transform, 0 Hz to the axis's top."""
    bin_hz = axis.top_hz / max(bins - 1, 1)
    return RowMap(axis.edges(rows) / bin_hz + 0.5, bins)


@lru_cache(maxsize=32)
def band_rows(axis: FrequencyAxis, rows: int, bands: int) -> RowMap:
    """Rows of mel bands, 0 Hz to the axis's top."""
    return RowMap(band_of(axis.edges(rows), axis.top_hz, bands), bands)


def band_of(hz: Hz, top_hz: float, bands: int) -> Hz:
    """Places of frequencies among mel bands: band b lies from b to b + 1."""
    mel: Hz = np.asarray(hz_to_mel(hz), np.float64)
    places: Hz = mel / float(hz_to_mel(top_hz)) * bands
    return places


@lru_cache(maxsize=8)
def tilt(bands: int, top_hz: float) -> NDArray[np.int16]:
    """What to add to the bytes of each band (bands, 1) so that white noise is equally bright at all heights.

    Mel bands grow wider upwards and collect more noise; the picture shows density, the read-out the level.
    """
    edges = mel_to_hz(np.linspace(0, float(hz_to_mel(top_hz)), bands + 1))
    widths = np.maximum(np.diff(edges), _BIN_HZ)
    decibels = -10 * np.log10(widths / widths[0])
    result: NDArray[np.int16] = np.rint(decibels / -FLOOR_DB * 255).astype(np.int16)[:, None]
    return result


def flattened(bands: Bytes, top_hz: float) -> Bytes:
    """Bands (bands, columns) as density; silence stays silence."""
    tilted: Bytes = np.clip(bands + tilt(bands.shape[0], top_hz), 0, 255).astype(np.uint8)
    tilted[bands == 0] = 0
    return tilted
