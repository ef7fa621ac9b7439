"""Change of rate with soxr, its best quality, whole or in blocks."""

from __future__ import annotations

import numpy as np
import soxr

from audiosep_core.types import AudioArray

QUALITY = "VHQ"


class StreamResampler:
    """Resample a stream block by block; what comes out equals what `resample` gives for the whole.

    Args:
        from_hz: Rate of the blocks.
        to_hz: Rate that comes out. Equal rates pass through untouched.
        channels: Channels of the blocks.
    """

    def __init__(self, from_hz: int, to_hz: int, channels: int) -> None:
        if from_hz < 1 or to_hz < 1 or channels < 1:
            raise ValueError("rates and channels are at least 1")
        self._channels = channels
        self._stream = None
        if from_hz != to_hz:
            self._stream = soxr.ResampleStream(from_hz, to_hz, channels, dtype="float32", quality=QUALITY)

    def process(self, block: AudioArray, last: bool = False) -> AudioArray:
        """Take a (n, channels) block; return the (m, channels) frames that are ready. `last` lets go of the rest."""
        if block.ndim != 2 or block.shape[1] != self._channels:
            raise ValueError(f"a block is (frames, {self._channels}), not {block.shape}")
        if self._stream is None:
            return np.array(block, dtype=np.float32)
        result: AudioArray = self._stream.resample_chunk(np.ascontiguousarray(block, dtype=np.float32), last=last)
        return result.reshape(-1, self._channels)


def resample(samples: AudioArray, from_hz: int, to_hz: int, frames: int | None = None) -> AudioArray:
    """Resample (n, channels) float32 to another rate.

    Args:
        samples: The whole sound.
        from_hz: Its rate.
        to_hz: The wanted rate.
        frames: The exact length to return: what is missing is silence, what is too much is cut.

    Returns:
        A new (m, channels) float32 array; m is `frames`, or about n * to_hz / from_hz.
    """
    result = StreamResampler(from_hz, to_hz, samples.shape[1]).process(samples, last=True)
    if frames is None or len(result) == frames:
        return result
    if len(result) > frames:
        return result[:frames].copy()
    return np.pad(result, ((0, frames - len(result)), (0, 0)))
