from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from audiosep_core.audio.metrics import bootstrap_interval, power_ratio_db, sdr_db, segmental_snr_db, si_sdr_db

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


def test_agreement_to_the_fifth_decimal_with_the_two_that_are_the_same_thing() -> None:
    """AudioSep's SDR is torchmetrics' SNR, its SI-SDR torchmetrics' SI-SDR, both without removal of the mean."""
    torch = pytest.importorskip("torch")
    audio = pytest.importorskip("torchmetrics.functional.audio")
    for estimate in (0.7 * s + 0.2 * n, 0.5 * s, s + 0.5 * n + 0.05, 0.01 * s + n):
        one, other = torch.from_numpy(estimate), torch.from_numpy(s)
        assert sdr_db(s, estimate) == pytest.approx(float(audio.signal_noise_ratio(one, other)), abs=1e-5)
        expected = float(audio.scale_invariant_signal_distortion_ratio(one, other))
        if expected < 60:  # above, its own epsilon decides
            assert si_sdr_db(s, estimate) == pytest.approx(expected, abs=1e-5)


def test_the_worked_table_and_what_must_not_be_mixed_with_it() -> None:
    """A leaky answer at half level; the same with an offset; the target through a short filter."""
    torch = pytest.importorskip("torch")
    audio = pytest.importorskip("torchmetrics.functional.audio")
    unit = s / np.sqrt(np.mean(s**2))
    other = n / np.sqrt(np.mean(n**2))
    other -= unit * np.mean(unit * other)
    leaky = 0.7 * unit + 0.2 * other
    # Error 0.3 and 0.2 of unit power: 10 log10(1 / 0.13); the leak alone: 20 log10(0.7 / 0.2).
    assert sdr_db(unit, leaky) == pytest.approx(8.8606, abs=1e-3)
    assert si_sdr_db(unit, leaky) == pytest.approx(10.8814, abs=1e-3)
    filtered = np.convolve(unit, [1.0, 0.6, 0.3])[: len(unit)]
    # Of the filter only its first tap is the target's direction: 10 log10(1 / (0.6^2 + 0.3^2)).
    assert sdr_db(unit, filtered) == pytest.approx(3.468, abs=0.02)
    assert si_sdr_db(unit, filtered) == pytest.approx(3.468, abs=0.05)

    def of(function: str, estimate: NDArray[np.float64]) -> float:
        return float(getattr(audio, function)(torch.from_numpy(estimate), torch.from_numpy(unit)))

    offset = leaky + 0.05 * np.sign(np.mean(unit) or 1.0)
    assert si_sdr_db(unit, offset) == pytest.approx(of("scale_invariant_signal_distortion_ratio", offset), abs=1e-5)
    # The zero-mean variant does not see the offset, AudioSep's does.
    assert of("scale_invariant_signal_noise_ratio", offset) == pytest.approx(10.88, abs=0.01)
    assert si_sdr_db(unit, offset) < 10.7
    # The 512-tap figure forgives any short filter: a different thing under the same name.
    assert of("signal_distortion_ratio", filtered) > sdr_db(unit, filtered) + 40


def test_segmental_snr_of_known_frames() -> None:
    rate = 16_000
    speech = rng.standard_normal(rate)
    assert segmental_snr_db(speech, 1.1 * speech, rate) == pytest.approx(20.0, abs=1e-6)
    assert segmental_snr_db(speech, speech, rate) == 35.0
    assert segmental_snr_db(speech, -9 * speech, rate) == -10.0
    # Half the time 20 dB, half the time beyond the floor: the mean of 20 and -10, but for the frames on the edge.
    halves = np.concatenate([1.1 * speech[: rate // 2], 0 * speech[rate // 2 :] + 50])
    assert segmental_snr_db(speech, halves, rate) == pytest.approx(5.0, abs=0.5)
    with pytest.raises(ValueError, match="too short"):
        segmental_snr_db(speech[:480], speech[:480], rate)
