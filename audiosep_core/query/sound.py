"""A sound as the query, alone or blended with words. Experimental: the published network learnt from words only."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from audiosep_core.audio.resample import resample
from audiosep_core.errors import ModelError, PromptError
from audiosep_core.query.clap import ClapEncoder
from audiosep_core.query.encoders import QueryEncoder
from audiosep_core.types import Audio

TOWER_RATE_HZ = 48_000
LONGEST_S = 300


def embed_sound(encoder: QueryEncoder, sound: Audio) -> Tensor:
    """Embed an example; the same sound always gives the same vector.

    Args:
        encoder: Of a model whose audio tower shares its space with the text tower.
        sound: Any rate, any number of channels (they are averaged), up to five minutes.

    Returns:
        (condition_size,) float32 of unit length.

    Raises:
        ModelError: the model has no audio tower.
        PromptError: the sound is empty, silent, too long, or holds values that are not numbers.
    """
    if not isinstance(encoder, ClapEncoder):
        raise ModelError(
            "audio-tower-missing",
            "This model can only be asked with words, not with an example of the sound.",
            "Examples need a published AudioSep model: see audiosep models list",
        )
    mono = sound.samples.mean(axis=1, keepdims=True, dtype=np.float32)
    if not np.isfinite(mono).all():
        raise PromptError("example-not-finite", "The example holds values that are not numbers.")
    if not mono.any():
        raise PromptError("example-silent", "The example is silent.", "Choose a stretch in which the sound is heard.")
    if len(mono) > LONGEST_S * sound.rate_hz:
        raise PromptError(
            "example-long",
            f"The example is {len(mono) / sound.rate_hz:.0f} seconds long, which is more than {LONGEST_S}.",
            "Choose the few seconds in which the sound is heard best.",
        )
    waveform = resample(mono, sound.rate_hz, TOWER_RATE_HZ)[:, 0]
    if len(waveform) == 0:
        raise PromptError("example-silent", "The example is too short.", "Choose a longer stretch.")
    # The published system hears its examples through 16-bit integers.
    waveform = np.trunc(np.clip(waveform, -1.0, 1.0) * 32767.0) / 32767.0
    return encoder.towers.audio_tower(torch.from_numpy(waveform.astype(np.float32))[None])[0].clone()


def blend(words: Tensor, sound: Tensor, share: float) -> Tensor:
    """Between words (share 0) and sound (share 1), (size,) each: their weighted mean, of unit length."""
    if not 0.0 <= share <= 1.0:
        raise ValueError("the share of the sound lies between 0 and 1")
    return functional.normalize((1.0 - share) * words + share * sound, dim=0)
