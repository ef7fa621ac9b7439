"""Floats into whole numbers of 16 and 24 bits."""

from __future__ import annotations

from typing import Any

import numpy as np

from audiosep_core.types import AudioArray

Steps = np.ndarray[Any, np.dtype[np.int16 | np.int32]]


class Quantiser:
    """Rounds to 24 bits, or to 16 with dither (triangular, 2 LSB wide, the same in every run).

    Triangular noise of two steps makes the error's mean and its power independent of the sound (Lipshitz, Wannamaker
    and Vanderkooy, “Quantization and Dither: A Theoretical Survey”, J. Audio Eng. Soc. 40(5), 1992).
    """

    def __init__(self, bits: int) -> None:
        if bits not in (16, 24):
            raise ValueError("16 or 24 bits")
        self._bits = bits
        self._noise = np.random.default_rng(0)

    def steps(self, block: AudioArray) -> Steps:
        """Float (frames, channels) in [-1, 1] to int16, or to int32 with 24 bits at the top; louder is clipped."""
        # libsndfile scales floats by one step less than it divides by when reading, so integers are made here.
        scale = float(1 << (self._bits - 1))
        steps = block.astype(np.float64) * scale
        if self._bits == 16:
            steps += self._noise.random(block.shape) - self._noise.random(block.shape)
        steps = np.clip(np.rint(steps), -scale, scale - 1)
        return steps.astype(np.int16) if self._bits == 16 else steps.astype(np.int32) << 8
