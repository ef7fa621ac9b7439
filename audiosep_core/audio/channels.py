"""Which channel is which speaker: the WAVE order that holds everywhere here, Vorbis' order, and the way to stereo.

WAVE order, which WAV and FLAC files and FFmpeg's frames have: L R C LFE, then what stands behind, then the sides.
"""

from __future__ import annotations

import numpy as np

from audiosep_core.types import AudioArray

# Where Vorbis I, 4.3.9, and Opus in Ogg (RFC 7845, 5.1.1.2) keep each of our channels.
_IN_VORBIS = {
    3: (0, 2, 1),
    5: (0, 2, 1, 3, 4),
    6: (0, 2, 1, 5, 3, 4),
    7: (0, 2, 1, 6, 5, 3, 4),
    8: (0, 2, 1, 7, 5, 6, 3, 4),
}

_SIDE = 0.5**0.5
_LEFT, _RIGHT, _CENTRE, _LFE = (1.0, 0.0), (0.0, 1.0), (_SIDE, _SIDE), (0.0, 0.0)
_BEHIND_LEFT, _BEHIND_RIGHT, _BEHIND = (_SIDE, 0.0), (0.0, _SIDE), (0.5, 0.5)
_TO_STEREO = {
    1: ((1.0, 1.0),),
    2: (_LEFT, _RIGHT),
    3: (_LEFT, _RIGHT, _CENTRE),
    4: (_LEFT, _RIGHT, _BEHIND_LEFT, _BEHIND_RIGHT),
    5: (_LEFT, _RIGHT, _CENTRE, _BEHIND_LEFT, _BEHIND_RIGHT),
    6: (_LEFT, _RIGHT, _CENTRE, _LFE, _BEHIND_LEFT, _BEHIND_RIGHT),
    7: (_LEFT, _RIGHT, _CENTRE, _LFE, _BEHIND, _BEHIND_LEFT, _BEHIND_RIGHT),
    8: (_LEFT, _RIGHT, _CENTRE, _LFE, _BEHIND_LEFT, _BEHIND_RIGHT, _BEHIND_LEFT, _BEHIND_RIGHT),
}


def stereo_matrix(channels: int) -> AudioArray:
    """Matrix (channels, 2) that makes left and right of frames; what is heard and what is exported are made by it.

    After ITU-R BS.775: centre and surrounds 3 dB down, no low-frequency channel, scaled so that full scale in every
    channel does not clip. Mono goes to both sides at full level; more channels than have a usual order are averaged.
    """
    shares = np.array(_TO_STEREO.get(channels) or [(1.0, 1.0)] * channels)
    return np.asarray(shares / max(1.0, shares.sum(axis=0).max()), np.float32)


def from_vorbis(block: AudioArray) -> AudioArray:
    """(frames, channels) as libsndfile reads Ogg files, in WAVE order."""
    places = _IN_VORBIS.get(block.shape[1])
    return block if places is None else block[:, places]


def to_vorbis(block: AudioArray) -> AudioArray:
    """(frames, channels) in the order in which libsndfile writes Ogg files."""
    places = _IN_VORBIS.get(block.shape[1])
    return block if places is None else block[:, np.argsort(places)]
