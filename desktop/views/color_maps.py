"""Colours of spectrograms: a byte of dB to a colour."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray

from audiosep_core.audio.spectrum import FLOOR_DB
from desktop.views.look import Colors

_GAMMA = 1.25
"""Darkens the middle of the scale, so that noise is a ground and not the picture."""


@lru_cache(maxsize=4)
def ramp(colors: Colors) -> NDArray[np.uint8]:
    """256 colours from the quietest to the loudest, (256, 3)."""
    if colors == "grey":
        return np.repeat(np.arange(256, dtype=np.uint8)[:, None], 3, axis=1)
    if colors == "inverse":
        return np.repeat(np.arange(255, -1, -1, dtype=np.uint8)[:, None], 3, axis=1)
    table: NDArray[np.uint8] = pg.colormap.get(colors).getLookupTable(nPts=256)[:, :3]
    return table


@lru_cache(maxsize=16)
def color_table(colors: Colors, top_db: float, range_db: float) -> NDArray[np.uint32]:
    """0xffrrggbb of every byte of dB: the brightest from `top_db` on, the darkest from `range_db` below it."""
    decibels = FLOOR_DB + np.arange(256) / 255 * -FLOOR_DB
    share = np.clip((decibels - top_db + range_db) / range_db, 0, 1) ** _GAMMA
    red, green, blue = ramp(colors)[np.rint(share * 255).astype(int)].astype(np.uint32).T
    packed: NDArray[np.uint32] = 0xFF000000 | red << 16 | green << 8 | blue
    return packed
