"""A waveform as pixels: exact coverage of every column, in numpy. No Qt."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from desktop.actions.pictures import PeakColumns

Rgb = tuple[int, int, int]


def raster(peaks: PeakColumns, height: int, body: Rgb, core: Rgb, gain: float = 1.0) -> NDArray[np.uint8]:
    """Premultiplied BGRA pixels (height, columns, 4) of a waveform, channels stacked from the top.

    Args:
        peaks: Minimum, maximum and RMS, each (channels, columns).
        height: Pixels.
        body: Colour between minimum and maximum.
        core: Colour within plus and minus RMS.
        gain: Linear factor on the way.
    """
    low, high, rms = (np.clip(np.nan_to_num(part) * gain, -1.0, 1.0) for part in peaks)
    channels, columns = low.shape
    pixels = np.zeros((height, columns, 4), np.uint8)
    edges = np.linspace(0, height, channels + 1).round().astype(int)
    for channel, (top, bottom) in enumerate(pairwise(edges)):
        rows = bottom - top
        if rows < 2:
            continue
        outer = _coverage(low[channel], high[channel], rows)
        inner = np.minimum(_coverage(-rms[channel], rms[channel], rows, thinnest=0.0), outer)
        colour = np.array(body[::-1], np.float32)
        brighter = np.array(core[::-1], np.float32)
        mix = colour + (brighter - colour) * inner[..., None]
        pixels[top:bottom, :, :3] = mix * outer[..., None]
        pixels[top:bottom, :, 3] = 255 * outer
    return pixels


def _coverage(
    low: NDArray[np.float32], high: NDArray[np.float32], rows: int, thinnest: float = 1.0
) -> NDArray[np.float32]:
    """How much of each pixel (rows, columns) lies between `low` and `high` (columns) of full scale, 0 to 1."""
    scale = (rows - 2) / 2
    top = rows / 2 - high * scale
    bottom = rows / 2 - low * scale
    grow = np.maximum(thinnest - (bottom - top), 0) / 2  # a line never vanishes
    y = np.arange(rows, dtype=np.float32)[:, None]
    result: NDArray[np.float32] = np.clip(np.minimum(bottom + grow, y + 1) - np.maximum(top - grow, y), 0, 1)
    return result
