"""An example of a sound out of a file: the stretch that stands for what is to be heard."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np

from audiosep_core.audio.read import open_audio
from audiosep_core.errors import AudioReadError
from audiosep_core.query.sound import LONGEST_S
from audiosep_core.types import Audio, AudioArray


def read_example(path: Path, span: tuple[float, float] | None = None) -> Audio:
    """Read a stretch of a file, or the whole of it.

    Args:
        path: Audio or video file.
        span: Start and end in seconds; None is everything.

    Returns:
        The stretch; of a file much longer than an example may be, only as much as tells that it is too long.

    Raises:
        AudioReadError: the file cannot be read, or holds nothing of the stretch.
    """
    start_s, end_s = span or (0.0, math.inf)
    kept: list[AudioArray] = []
    with open_audio(path) as reader:
        rate = reader.info.rate_hz
        known = math.isfinite(start_s) and not math.isnan(end_s) and 0 <= start_s < end_s
        start = round(start_s * rate) if known else 0
        end = start + round(min(end_s - start_s, LONGEST_S + 1.0) * rate) if known else 0
        position = 0
        for block in reader.blocks():
            if position >= end:
                break
            part = block[max(start - position, 0) : max(end - position, 0)]
            if len(part):
                kept.append(np.array(part, dtype=np.float32))
            position += len(block)
    if not kept:
        raise AudioReadError(
            "span-empty",
            f"The example's stretch of '{path.name}' is empty.",
            f"'{path.name}' is {position / rate:.3f} seconds long." if known else "It ends after it starts.",
        )
    return Audio(np.concatenate(kept), rate)
