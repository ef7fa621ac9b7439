"""How well a hearing network hears: a mixture's labels among the first few, and the area under the ROC."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from audiosep_core.audio.metrics import roc_area
from audiosep_core.model.hearing import BandPowers, HearingNetwork
from audiosep_core.training.hearing.objective import pool
from audiosep_core.training.hearing.words import NO, YES


@dataclass(frozen=True)
class HeldOut:
    """Figures. `recall`: share of the mixtures' labels among the first five; `area`: present against absent labels."""

    recall: float
    area: float


@dataclass(frozen=True)
class Examples:
    """Mixtures as band powers (frames, bands), and what is to be said of each label: (mixtures, labels) int8."""

    powers: tuple[Tensor, ...]
    wanted: NDArray[np.int8]
    texts: Tensor


def examples(
    waves: Sequence[NDArray[np.float32]], wanted: NDArray[np.int8], texts: Tensor, powers: BandPowers
) -> Examples:
    """Band powers of mixtures (frames,), whole steps of them."""
    config = powers.config
    length = config.step_frames
    all_powers = [powers.whole(torch.from_numpy(wave)[None]) for wave in waves]
    return Examples(tuple(p[: len(p) // length * length] for p in all_powers), wanted, texts)


def judge(network: HearingNetwork, held: Examples) -> HeldOut:
    """Figures of a network in eval mode."""
    rows = []
    with torch.inference_mode():
        for powers in held.powers:
            logits = network.logits(network(powers[None])[0], held.texts)
            rows.append(pool(logits, dim=0).numpy())
    return figures(np.stack(rows), held.wanted)


def figures(scores: NDArray[np.float32], wanted: NDArray[np.int8], first: int = 5) -> HeldOut:
    """Recall among the `first`, and area under the ROC, of scores (mixtures, labels); EITHER does not count there."""
    rank = np.argsort(np.argsort(-scores, axis=1), axis=1)
    yes = wanted == YES
    return HeldOut(float((rank[yes] < first).mean()), roc_area(scores[yes], scores[wanted == NO]))
