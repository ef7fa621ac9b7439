"""What the hearing network is trained for: sigmoid similarities a step and a mixture, and telling words apart."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from audiosep_core.training.hearing.mixer import EMPTY, MelBatch
from audiosep_core.training.hearing.words import EITHER, NO, YES

# Below its own loudest step by so much a source is over, whatever else is silent too.
_OVER_DB = -35.0
_GREY_DB = 10.0


def heard_steps(batch: MelBatch, present_db: float) -> NDArray[np.int8]:
    """(M, slots, steps): whether a source is heard in a step, by its share of the mixture and its own loudness."""
    share = 10 * np.log10(batch.share + 1e-12)
    loudness = 10 * np.log10(batch.loudness + 1e-12)
    sure = (share >= present_db) & (loudness >= _OVER_DB + _GREY_DB)
    maybe = (share >= present_db - _GREY_DB) & (loudness >= _OVER_DB)
    heard = np.where(sure, YES, np.where(maybe, EITHER, NO)).astype(np.int8)
    heard[batch.clips == EMPTY] = NO
    return heard


def pool(logits: Tensor, dim: int = 1) -> Tensor:
    """Probabilities over time to one: sum of squares over sum (linear softmax, Wang et al. 2019, arXiv 1810.09050)."""
    p = torch.sigmoid(logits.float())
    return p.square().sum(dim) / p.sum(dim).clamp_min(1e-8)


def yes_or_no(logits: Tensor, wanted: Tensor) -> Tensor:
    """Mean over rows of the summed cross entropies of (…, words); EITHER counts nothing."""
    loss = functional.binary_cross_entropy_with_logits(logits, (wanted == YES).float(), reduction="none")
    return (loss * (wanted != EITHER)).sum(dim=-1).mean()


def pooled_yes_or_no(probability: Tensor, wanted: Tensor) -> Tensor:
    """The same of probabilities."""
    p = probability.clamp(1e-6, 1 - 1e-6)
    loss = -torch.where(wanted == YES, p.log(), (1 - p).log())
    return (loss * (wanted != EITHER)).sum(dim=-1).mean()


def contrast(logits: Tensor, wanted: Tensor) -> Tensor:
    """Each right word against all wrong ones: mean cross entropy over the right words of (…, words)."""
    wrong = logits.masked_fill(wanted != NO, -torch.inf).logsumexp(dim=-1, keepdim=True)
    loss = functional.softplus(wrong - logits)
    right = (wanted == YES).float()
    return (loss * right).sum() / right.sum().clamp_min(1.0)
