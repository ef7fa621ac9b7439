"""The training loss: of the waveform as AudioSep's, or of STFTs normalised to the mixture's level."""

from __future__ import annotations

import torch
from torch import Tensor

from audiosep_core.training.recipe import LossRecipe

_EPS = 1e-8


def waveform_loss(estimate: Tensor, target: Tensor) -> Tensor:
    """Mean absolute error of waveforms (batch, frames): AudioSep's loss (arXiv 2308.05037, section III)."""
    return (estimate - target).abs().mean()


def spectral_loss(estimate: Tensor, mixture: Tensor, target: Tensor, recipe: LossRecipe, progress: float) -> Tensor:
    """Mean loss of estimated STFTs against their targets.

    Args:
        estimate, mixture, target: complex (batch, STFT frames, bins); a target may be all zero (the prompt's sound
            is absent).
        recipe: Weights.
        progress: Fraction of the training done, for the SNR term's ramp.

    The square root of the magnitudes makes quiet cells count and leads off the "half the mixture" plateau; the
    distance of the complex cells is what is heard; the SNR term is the published metric itself, and calibrates the
    mask where the network is unsure (square roots alone pull an unsure mask of p down to p squared).
    """
    level = mixture.abs().square().mean(dim=(1, 2), keepdim=True).add(1e-12).sqrt()
    estimate, target = estimate / level, target / level
    error = estimate - target
    error_power = error.real.square() + error.imag.square()
    loss = recipe.complex * (error_power + _EPS).sqrt().mean()
    if recipe.root_magnitude:
        loss = loss + recipe.root_magnitude * (_root(estimate) - _root(target)).square().mean()
    rise = (progress - recipe.snr_from) / max(recipe.snr_full - recipe.snr_from, 1e-6)
    weight = recipe.snr * min(max(rise, 0.0), 1.0)
    if weight > 0.0:
        target_power = target.abs().square().sum(dim=(1, 2))
        present = target_power > 0
        # The floor stops the term from chasing estimates that are already clean.
        ratio = error_power.sum(dim=(1, 2))[present] / target_power[present] + 3e-3
        loss = loss + weight * torch.log10(ratio).sum() / len(estimate)
    return loss


def _root(spectrum: Tensor) -> Tensor:
    """Square root of the magnitudes, with a gradient that stays finite at zero."""
    power: Tensor = spectrum.real.square() + spectrum.imag.square()
    return (power + _EPS**2).pow(0.25)
