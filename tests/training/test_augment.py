from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from audiosep_core.training.augment import change_speed, reverberate, shape_spectrum, stretch

RATE = 32_000


def tone(hz: float, seconds: float = 1.0) -> torch.Tensor:
    time = torch.arange(round(seconds * RATE), dtype=torch.float64) / RATE
    return torch.sin(2 * math.pi * hz * time)[None].float()


def pitch_hz(waveform: torch.Tensor) -> float:
    """Of the strongest bin, within half a bin."""
    spectrum = torch.fft.rfft(waveform[0] * torch.hann_window(waveform.shape[1])).abs()
    return float(spectrum.argmax()) * RATE / waveform.shape[1]


def level_db(waveform: torch.Tensor) -> float:
    return 10 * math.log10(float(waveform.square().mean()))


def test_speed_moves_pitch_and_length_together() -> None:
    faster = change_speed(tone(1000.0), 36, 32)
    assert faster.shape[1] == pytest.approx(RATE * 32 / 36, abs=1)
    assert pitch_hz(faster) == pytest.approx(1125.0, abs=2)


def test_stretching_keeps_the_pitch_and_changes_the_length() -> None:
    slower = stretch(tone(1000.0, 2.0), 0.8)
    assert slower.shape[1] == pytest.approx(2 * RATE / 0.8, rel=0.03)
    assert pitch_hz(slower) == pytest.approx(1000.0, abs=3)


def test_speed_then_stretch_is_another_pitch_at_the_same_length() -> None:
    higher = stretch(change_speed(tone(1000.0, 2.0), 36, 32), 32 / 36)
    assert higher.shape[1] == pytest.approx(2 * RATE, rel=0.03)
    assert pitch_hz(higher) == pytest.approx(1125.0, abs=3)


def test_a_flat_equaliser_without_a_low_pass_changes_nothing() -> None:
    noise = torch.randn(2, RATE, generator=torch.Generator().manual_seed(0))
    same = shape_spectrum(noise, torch.zeros(2, 6), torch.full((2,), math.inf), RATE)
    torch.testing.assert_close(same, noise, atol=1e-5, rtol=0)


def test_the_equaliser_gives_its_gain_and_the_low_pass_cuts_above() -> None:
    gains = torch.tensor([[6.0] * 6, [0.0] * 6])
    cut = torch.tensor([math.inf, 4000.0])
    low, high = (torch.cat([tone(hz), tone(hz)]) for hz in (1000.0, 8000.0))
    for waveform, wanted in ((low, (6.0, 0.0)), (high, (6.0, -60.0))):
        changed = shape_spectrum(waveform, gains, cut, RATE)
        for row in range(2):
            assert level_db(changed[row]) - level_db(waveform[row]) == pytest.approx(wanted[row], abs=0.2)


def test_a_room_keeps_the_direct_sound_and_decays_by_60_db_in_its_time() -> None:
    click = torch.zeros(1, RATE)
    click[0, 100] = 1.0
    noise = torch.randn(1, RATE // 2, generator=torch.Generator().manual_seed(1))
    wet = reverberate(click, torch.tensor([0.4]), torch.tensor([-6.0]), RATE, noise)[0]
    assert wet[:100].abs().max() < 1e-5, "nothing comes before its cause"
    assert float(wet[100]) == pytest.approx(1.0, abs=1e-4)
    assert level_db(wet[101:]) - level_db(click[0]) == pytest.approx(-6.0, abs=0.2)
    early, late = wet[100 + 320 : 100 + 960], wet[100 + 6720 : 100 + 7360]
    # 0.2 s apart with 0.4 s to 60 dB.
    assert level_db(early) - level_db(late) == pytest.approx(30.0, abs=2.0)
    np.testing.assert_allclose(wet[100 + RATE // 2 :].numpy(), 0.0, atol=1e-5)
