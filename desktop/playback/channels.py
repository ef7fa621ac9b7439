"""From a recording's channels to a sound card's: one matrix, so that what is heard is documented in one place.

Mono goes to both sides at full level. More than two channels are mixed down to stereo after ITU-R BS.775 (centre and
surrounds at -3 dB, no LFE) in the usual WAVE order, scaled so that full scale in every channel does not clip; an
unusual number of channels is averaged. A sound card with one channel gets the mean of left and right.
"""

from __future__ import annotations

import numpy as np

from audiosep_core.types import AudioArray

_SIDE = 0.5**0.5
_LEFT, _RIGHT, _CENTRE, _LFE = (1.0, 0.0), (0.0, 1.0), (_SIDE, _SIDE), (0.0, 0.0)
_BEHIND_LEFT, _BEHIND_RIGHT, _BEHIND = (_SIDE, 0.0), (0.0, _SIDE), (0.5, 0.5)
_LAYOUTS = {
    1: ((1.0, 1.0),),
    2: (_LEFT, _RIGHT),
    3: (_LEFT, _RIGHT, _CENTRE),
    4: (_LEFT, _RIGHT, _BEHIND_LEFT, _BEHIND_RIGHT),
    5: (_LEFT, _RIGHT, _CENTRE, _BEHIND_LEFT, _BEHIND_RIGHT),
    6: (_LEFT, _RIGHT, _CENTRE, _LFE, _BEHIND_LEFT, _BEHIND_RIGHT),
    7: (_LEFT, _RIGHT, _CENTRE, _LFE, _BEHIND, _BEHIND_LEFT, _BEHIND_RIGHT),
    8: (_LEFT, _RIGHT, _CENTRE, _LFE, _BEHIND_LEFT, _BEHIND_RIGHT, _BEHIND_LEFT, _BEHIND_RIGHT),
}


def channel_matrix(channels: int, outputs: int) -> AudioArray | None:
    """Matrix (channels, outputs) to multiply frames with, or None where nothing changes.

    Args:
        channels: Of the recording, 1 or more.
        outputs: Of the sound card; those after the second stay silent.
    """
    if channels == outputs and channels <= 2:
        return None
    stereo = np.array(_LAYOUTS.get(channels) or [(1.0, 1.0)] * channels)
    stereo /= max(1.0, stereo.sum(axis=0).max())
    if outputs == 1:
        stereo = stereo.mean(axis=1, keepdims=True)
    matrix = np.zeros((channels, outputs), np.float32)
    matrix[:, : stereo.shape[1]] = stereo
    return matrix
