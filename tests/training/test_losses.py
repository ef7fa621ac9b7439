from __future__ import annotations

import pytest
import torch

from audiosep_core.training.losses import spectral_loss, waveform_loss
from audiosep_core.training.recipe import LossRecipe

RECIPE = LossRecipe(root_magnitude=3.0, complex=1.0, snr=0.3, snr_from=0.3, snr_full=0.7)


def spectra() -> tuple[torch.Tensor, torch.Tensor]:
    torch.manual_seed(0)
    source = torch.randn(2, 20, 33, dtype=torch.complex64)
    noise = torch.randn(2, 20, 33, dtype=torch.complex64)
    return source + noise, source


def test_a_better_mask_costs_less_at_every_stage() -> None:
    mixture, source = spectra()
    ideal = (source.abs() / mixture.abs()).clamp(max=1)
    for progress in (0.0, 0.5, 1.0):
        costs = [
            float(spectral_loss(mask * mixture, mixture, source, RECIPE, progress))
            for mask in (ideal, 0.5 * ideal + 0.25, 1 - ideal)
        ]
        assert costs == sorted(costs)


def test_the_level_of_the_mixture_does_not_matter() -> None:
    mixture, source = spectra()
    loud = spectral_loss(0.4 * mixture, mixture, source, RECIPE, 1.0)
    quiet = spectral_loss(0.4e-3 * mixture, mixture * 1e-3, source * 1e-3, RECIPE, 1.0)
    torch.testing.assert_close(loud, quiet, rtol=1e-3, atol=1e-4)


def test_an_absent_sound_asks_for_silence_and_stays_finite() -> None:
    mixture, _ = spectra()
    nothing = torch.zeros_like(mixture)
    mask = torch.full(mixture.shape, 0.3, requires_grad=True)
    loss = spectral_loss(mask * mixture, mixture, nothing, RECIPE, 1.0)
    loss.backward()
    assert mask.grad is not None
    assert torch.isfinite(mask.grad).all()
    assert float(loss.detach()) > float(spectral_loss(nothing, mixture, nothing, RECIPE, 1.0))


def test_a_mask_of_zero_keeps_a_finite_gradient() -> None:
    mixture, source = spectra()
    mask = torch.zeros(mixture.shape, requires_grad=True)
    spectral_loss(mask * mixture, mixture, source, RECIPE, 1.0).backward()
    assert mask.grad is not None
    assert torch.isfinite(mask.grad).all()


def test_the_snr_term_counts_from_its_start_on() -> None:
    mixture, source = spectra()
    only = LossRecipe(snr=1.0, snr_from=0.3, snr_full=0.7)
    costs = [float(spectral_loss(0.5 * mixture, mixture, source, only, p)) for p in (0.0, 0.3, 0.5, 0.7, 1.0)]
    assert costs[:2] == [0.0, 0.0]
    assert costs[2] == pytest.approx(costs[3] / 2)
    assert costs[3] == costs[4]


def test_the_waveform_loss_is_the_mean_absolute_error() -> None:
    assert float(waveform_loss(torch.tensor([[1.0, -1.0]]), torch.tensor([[0.5, 0.0]]))) == pytest.approx(0.75)
