"""A waveform as pixels: exact coverage of every column, in numpy. No Qt.

A pixel is one byte: 16 steps of how much of it the wave covers (low half) and how much of that lies within the RMS
(high half). `color_table` gives the 256 colours.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from desktop.actions.pictures import PeakColumns

Rgb = tuple[int, int, int]

_STEPS = 15


def raster(peaks: PeakColumns, height: int) -> NDArray[np.uint8]:
    """Pixels (height, columns) of a waveform, channels stacked from the top.

    Args:
        peaks: Minimum, maximum and RMS, each (channels, columns).
        height: Pixels.
    """
    low, high, rms = (np.clip(np.nan_to_num(part), -1.0, 1.0).astype(np.float32, copy=False) for part in peaks)
    channels, columns = low.shape
    pixels = np.zeros((height, columns), np.uint8)
    edges = np.linspace(0, height, channels + 1).round().astype(int)
    coverage: _Coverage | None = None
    for channel, (top, bottom) in enumerate(pairwise(edges)):
        rows = int(bottom - top)
        if rows >= 2:
            if coverage is None or coverage.rows != rows:
                coverage, inner = _Coverage(rows, columns), np.empty((rows, columns), np.uint8)
            outer = pixels[top:bottom]
            coverage.fill(outer, low[channel], high[channel])
            coverage.fill(inner, -rms[channel], rms[channel], thinnest=0.0)
            np.minimum(inner, outer, out=inner)
            np.left_shift(inner, 4, out=inner)
            np.bitwise_or(outer, inner, out=outer)
    return pixels


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

    def fill(
        self, out: NDArray[np.uint8], low: NDArray[np.float32], high: NDArray[np.float32], thinnest: float = 1.0
    ) -> None:
        """What lies between `low` and `high` (columns) of full scale, into `out` (rows, columns)."""
        rows, over, under = self.rows, self._over, self._under
        scale = (rows - 2) / 2
        top, bottom = rows / 2 - high * scale, rows / 2 - low * scale
        grow = np.maximum(thinnest - (bottom - top), 0) / 2  # a line never vanishes
        for edge, steps in ((top - grow, over), (bottom + grow, under)):
            np.subtract(np.rint(edge * _STEPS).astype(steps.dtype), self._y, out=steps)
            np.clip(steps, 0, _STEPS, out=steps)
        np.subtract(under, over, out=out, casting="unsafe")
