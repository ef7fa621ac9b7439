"""What lies above a model's band: left out by the network, and given to a stem as the top of its band says."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from audiosep_core.audio.resample import resample
from audiosep_core.types import AudioArray

# The part of the model's band, of half its rate, whose masks say what becomes of the sound above it. Up to where the
# resampler begins to fall.
TOP_BAND = (0.7, 0.95)
# STFT frames over which the gain is smoothed: it multiplies the sound itself, and must not add a roughness of its own.
_SMOOTH = 5


def above(mixture: AudioArray, at_model_rate: AudioArray, rate_hz: int, model_rate_hz: int) -> AudioArray | None:
    """The mixture minus its own band-limited copy, (frames, channels); None where the model hears all."""
    if rate_hz <= model_rate_hz:
        return None
    return mixture - resample(at_model_rate, model_rate_hz, rate_hz, len(mixture))


def gains(masks: Tensor, magnitude: Tensor) -> Tensor:
    """How much of the top of the band each query gets, over time.

    Args:
        masks: (queries, channels or 1, frames, bins).
        magnitude: Of the mixture, (channels or 1, frames, bins).

    Returns:
        (queries, channels or 1, frames) in [0, 1]: the magnitude in its masks against the mixture's, smoothed.
    """
    bins = masks.shape[-1] - 1
    low, high = (round(edge * bins) for edge in TOP_BAND)
    # Silence above has the plain mean of its masks.
    weight = magnitude[..., low:high] + 1e-8
    share = (masks[..., low:high] * weight).sum(dim=-1) / weight.sum(dim=-1)
    edge = _SMOOTH // 2
    flat = functional.pad(share.flatten(0, 1)[:, None], (edge, edge), mode="replicate")
    return functional.avg_pool1d(flat, _SMOOTH, stride=1).reshape(share.shape)


def over_time(gain: Tensor, hop_frames: float, frames: int) -> NDArray[np.float32]:
    """Gains of STFT frames, (..., STFT frames), one each `hop_frames` of the source, to (..., frames)."""
    flat = gain.flatten(0, -2)
    place = torch.arange(frames, dtype=torch.float64) / hop_frames
    index = place.long().clamp_max(flat.shape[1] - 1)
    after = (index + 1).clamp_max(flat.shape[1] - 1)
    part = (place - index).clamp(0.0, 1.0).float()
    values = flat[:, index] * (1.0 - part) + flat[:, after] * part
    curve: NDArray[np.float32] = values.reshape(*gain.shape[:-1], frames).numpy()
    return curve
