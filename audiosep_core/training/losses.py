"""The training loss, on STFTs normalised to the mixture's level."""

from __future__ import annotations

import torch
from torch import Tensor

from audiosep_core.training.recipe import LossRecipe

_EPS = 1e-8


def separation_loss(mask: Tensor, mixture: Tensor, target: Tensor, recipe: LossRecipe, progress: float) -> Tensor:
    """Mean loss of masked mixtures against their targets.

    Args:
        mask: (batch, frames, bins) in [0, 1].
        mixture, target: complex STFTs of the same shape; a target may be all zero (the prompt's sound is absent).
        recipe: Weights.
        progress: Fraction of the training done, for the SNR term's ramp.

    The square root of the magnitudes makes quiet cells count and leads off the "half the mixture" plateau; the
    distance of the complex cells is what is heard; the SNR term is the published metric itself, and calibrates the
    mask where the network is unsure (square roots alone pull an unsure mask of p down to p squared).
    """
    level = mixture.abs().square().mean(dim=(1, 2), keepdim=True).add(1e-12).sqrt()
    mixture, target = mixture / level, target / level
    estimate = mask * mixture
    true_root = (target.abs() + _EPS).sqrt()
    estimate_root = (mask * mixture.abs() + _EPS).sqrt()
    loss = recipe.root_magnitude * (estimate_root - true_root).square().mean()
    error = estimate - target
    error_power = error.real.square() + error.imag.square()
    loss = loss + recipe.complex * (error_power + _EPS).sqrt().mean()
    rise = (progress - recipe.snr_from) / max(recipe.snr_full - recipe.snr_from, 1e-6)
    weight = recipe.snr * min(max(rise, 0.0), 1.0)
    if weight > 0.0:
        target_power = target.abs().square().sum(dim=(1, 2))
        present = target_power > 0
        # The floor stops the term from chasing estimates that are already clean.
        ratio = error_power.sum(dim=(1, 2))[present] / target_power[present] + 3e-3
        loss = loss + weight * torch.log10(ratio).sum() / mask.shape[0]
    return loss
