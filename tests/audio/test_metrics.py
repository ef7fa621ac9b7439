from __future__ import annotations

import numpy as np
import pytest

from audiosep_core.audio.metrics import bootstrap_interval, power_ratio_db, sdr_db, si_sdr_db

rng = np.random.default_rng(0)
s, n = rng.standard_normal((2, 160_000))


def test_known_values() -> None:
    assert sdr_db(s, np.zeros_like(s)) == pytest.approx(0.0, abs=1e-9)
    assert sdr_db(s, 0.5 * s) == pytest.approx(6.0206, abs=1e-4)
    assert si_sdr_db(s, 0.5 * s) > 80
    assert power_ratio_db(0.1 * s, s) == pytest.approx(-20.0)
    assert power_ratio_db(0 * s, s) == -120.0


def test_half_the_mixture_is_three_decibels_better_than_the_mixture() -> None:
    noise = n * np.sqrt(np.mean(s**2) / np.mean(n**2))
    noise -= s * (s @ noise) / (s @ s)
    mixture = s + noise * np.sqrt(np.mean(s**2) / np.mean(noise**2))
    assert sdr_db(s, mixture / 2) - sdr_db(s, mixture) == pytest.approx(3.01, abs=0.01)


def test_agreement_with_torchmetrics() -> None:
    torch = pytest.importorskip("torch")
    audio = pytest.importorskip("torchmetrics.functional.audio")
    estimate = 0.7 * s + 0.2 * n + 0.05
    one, other = torch.from_numpy(estimate), torch.from_numpy(s)
    assert sdr_db(s, estimate) == pytest.approx(float(audio.signal_noise_ratio(one, other)), abs=1e-4)
    expected = float(audio.scale_invariant_signal_distortion_ratio(one, other))
    assert si_sdr_db(s, estimate) == pytest.approx(expected, abs=1e-4)


def test_the_interval_holds_the_mean() -> None:
    low, high = bootstrap_interval(rng.normal(5, 1, 400))
    assert 4.8 < low < 5 < high < 5.2
