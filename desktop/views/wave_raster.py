"""A waveform as pixels: exact coverage of every column, in numpy. No Qt.

A pixel is one byte: 16 steps of how much of it the wave covers (low half) and how much of that lies within the RMS
(high half). `color_table` gives the 256 colours.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop.actions.pictures import PeakColumns

Rgb = tuple[int, int, int]
Edge = NDArray[np.floating[Any]]

_STEPS = 15


def raster(peaks: PeakColumns, height: int) -> NDArray[np.uint8]:
    """Pixels (height, columns) of a waveform, channels stacked from the top.

    Args:
        peaks: Minimum, maximum and RMS, each (channels, columns).
        height: Pixels.
    """
    pixels = np.zeros((height, peaks[0].shape[1]), np.uint8)
    for row, part in raster_bands(peaks, height):
        pixels[row : row + len(part)] = part
    return pixels


def raster_bands(peaks: PeakColumns, height: int) -> list[tuple[int, NDArray[np.uint8]]]:
    """What of `raster` is not empty: for each channel the first row that its wave reaches, and the rows from there."""
    low, high, rms = (np.clip(np.nan_to_num(part), -1.0, 1.0).astype(np.float32, copy=False) for part in peaks)
    channels, columns = low.shape
    edges = np.linspace(0, height, channels + 1).round().astype(int)
    bands = []
    coverage: _Coverage | None = None
    for channel, (top, bottom) in enumerate(pairwise(edges)):
        rows = int(bottom - top)
        if rows < 2:
            continue
        if coverage is None or coverage.rows != rows:
            coverage = _Coverage(rows, columns)
        wave, core = coverage.edges(low[channel], high[channel]), coverage.edges(-rms[channel], rms[channel], 0.0)
        reached = max(math.floor(wave[0].min()), 0), min(math.ceil(wave[1].max()), rows)
        outer, inner = coverage.between(*wave, reached), coverage.between(*core, reached)
        np.minimum(inner, outer, out=inner)
        np.left_shift(inner, 4, out=inner)
        np.bitwise_or(outer, inner, out=outer)
        bands.append((int(top) + reached[0], outer))
    return bands


@lru_cache(maxsize=64)
def color_table(body: Rgb, core: Rgb) -> list[int]:
    """0xAARRGGBB of every pixel value.

    Args:
        body: Colour between minimum and maximum.
        core: Colour within plus and minus RMS.
    """
    table = []
    for value in range(256):
        outer, inner = (value & 15) / _STEPS, (value >> 4) / _STEPS
        mix = inner / outer if outer else 0.0
        red, green, blue = (round(b + (c - b) * min(mix, 1.0)) for b, c in zip(body, core, strict=True))
        table.append(round(255 * outer) << 24 | red << 16 | green << 8 | blue)
    return table


class _Coverage:
    """How much of each pixel a wave covers, 0 to 15, on `rows` by `columns`; one piece of memory for all that is asked.

    Counted in whole steps: a fraction of the time that fractions take.
    """

    def __init__(self, rows: int, columns: int) -> None:
        kind = np.int16 if rows * _STEPS < 32_000 else np.int32
        self.rows = rows
        self._y = np.arange(0, rows * _STEPS, _STEPS, dtype=kind)[:, None]
        self._over, self._under = np.empty((2, rows, columns), kind)

    def edges(self, low: NDArray[np.float32], high: NDArray[np.float32], thinnest: float = 1.0) -> tuple[Edge, Edge]:
        """Where what lies between `low` and `high` (columns) of full scale begins and ends, in rows from the top."""
        middle, scale = self.rows / 2, (self.rows - 2) / 2
        top, bottom = middle - high * scale, middle - low * scale
        grow = np.maximum(thinnest - (bottom - top), 0) / 2  # a line never vanishes
        return top - grow, bottom + grow

    def between(self, top: Edge, bottom: Edge, rows: tuple[int, int]) -> NDArray[np.uint8]:
        """What lies between two edges, of those rows."""
        first, last = rows
        over, under = self._over[: last - first], self._under[: last - first]
        for edge, steps in ((top, over), (bottom, under)):
            np.subtract(np.rint(edge * _STEPS).astype(steps.dtype), self._y[first:last], out=steps)
            np.clip(steps, 0, _STEPS, out=steps)
        return np.subtract(under, over, dtype=np.uint8, casting="unsafe")
