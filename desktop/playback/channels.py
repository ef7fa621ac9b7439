"""From a recording's channels to a sound card's. Stereo is made as for export (`audiosep_core.audio.channels`); a sound
card with one channel gets the mean of left and right.
"""

from __future__ import annotations

import numpy as np

from audiosep_core.audio.channels import stereo_matrix
from audiosep_core.types import AudioArray


def channel_matrix(channels: int, outputs: int) -> AudioArray | None:
    """Matrix (channels, outputs) to multiply frames with, or None where nothing changes.

    Args:
        channels: Of the recording, 1 or more.
        outputs: Of the sound card; those after the second stay silent.
    """
    if channels == outputs and channels <= 2:
        return None
    stereo = stereo_matrix(channels)
    if outputs == 1:
        stereo = stereo.mean(axis=1, keepdims=True)
    matrix = np.zeros((channels, outputs), np.float32)
    matrix[:, : stereo.shape[1]] = stereo
    return matrix
