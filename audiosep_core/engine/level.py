"""One gain for a whole source, for networks that hear levels."""

from __future__ import annotations

import numpy as np

from audiosep_core.audio.sound import Sound
from audiosep_core.cancel import CancelToken

# The published training mixes clips at their own levels and lowers what would exceed a peak of 0.9 (lass.md, 1d).
TARGET_RMS_DB = -20.0
_PEAK = 0.9
_BLOCK_S = 0.4
# Blocks this far below the loudest do not count: pauses are not the level of a recording.
_GATE_DB = 30.0
_QUIETEST_DB = -90.0


def level_gain(source: Sound, cancel: CancelToken | None = None) -> float:
    """The gain that brings a source to `TARGET_RMS_DB` where it sounds, and its peak to 0.9 at most.

    Reads all of the source, in blocks of 0.4 s. 1.0 for silence.
    """
    block = max(1, round(_BLOCK_S * source.rate_hz))
    many = 64
    powers: list[float] = []
    peak = 0.0
    for start in range(0, source.frames, block * many):
        if cancel is not None:
            cancel.raise_if_set()
        samples = source.read(start, min(start + block * many, source.frames))
        peak = max(peak, float(np.max(np.abs(samples), initial=0.0)))
        squares = np.mean(np.square(samples, dtype=np.float64), axis=1)
        powers += [float(part.mean()) for part in np.split(squares, range(block, len(squares), block)) if len(part)]
    loudest = max(powers, default=0.0)
    if loudest <= 10 ** (_QUIETEST_DB / 10):
        return 1.0
    sounding = [power for power in powers if power >= loudest / 10 ** (_GATE_DB / 10)]
    gain = 10 ** (TARGET_RMS_DB / 20) / float(np.sqrt(np.mean(sounding)))
    return min(gain, _PEAK / peak)
