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
    for channel, (top, bottom) in enumerate(pairwise(edges)):
        rows = int(bottom - top)
        if rows >= 2:
            outer = _coverage(low[channel], high[channel], rows)
            inner = np.minimum(_coverage(-rms[channel], rms[channel], rows, thinnest=0.0), outer)
            pixels[top:bottom] = outer | (inner << 4)
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


def _coverage(
    low: NDArray[np.float32], high: NDArray[np.float32], rows: int, thinnest: float = 1.0
) -> NDArray[np.uint8]:
    """How much of each pixel (rows, columns) lies between `low` and `high` (columns) of full scale, 0 to 15."""
    scale = (rows - 2) / 2
    top = rows / 2 - high * scale
    bottom = rows / 2 - low * scale
    grow = np.maximum(thinnest - (bottom - top), 0) / 2  # a line never vanishes
    y = np.arange(rows, dtype=np.float32)[:, None]
    covered = np.minimum(bottom + grow, y + 1)
    covered -= np.maximum(top - grow, y)
    np.clip(covered, 0, 1, out=covered)
    covered *= _STEPS
    covered += 0.5
    return covered.astype(np.uint8)
