"""A model hears up to 16 kHz; what comes in at a higher rate keeps what lies above."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from audiosep_core.engine.full_band import TOP_BAND, above, gains, over_time
from audiosep_core.engine.separator import Separator
from audiosep_core.types import SeparationOptions
from tests.engine.gain import gain_separator

NYQUIST_HZ = 16_000.0


@pytest.fixture(scope="module")
def separator() -> Separator:
    return gain_separator()


def noise(frames: int, channels: int = 1) -> np.ndarray:
    return np.random.default_rng(0).normal(0, 0.1, (frames, channels)).astype(np.float32)


def bright(rate: int) -> np.ndarray:
    """Low tones all along, and one second of noise from 17 kHz up in their midst: (frames, 1)."""
    time = np.arange(3 * rate) / rate
    spectrum = np.fft.rfft(noise(3 * rate)[:, 0])
    spectrum[np.fft.rfftfreq(3 * rate, 1 / rate) < 10_000] = 0
    burst = np.fft.irfft(spectrum, 3 * rate) * np.clip(10 * np.minimum(time - 1, 2 - time), 0, 1)
    tones = sum(0.1 * np.sin(2 * np.pi * hz * time) for hz in (220, 997, 3_000))
    return (tones + burst).astype(np.float32)[:, None]


def energy_above(samples: np.ndarray, rate: int, hz: float) -> float:
    power = np.abs(np.fft.rfft(samples[:, 0] * np.hanning(len(samples)))) ** 2
    return float(power[np.fft.rfftfreq(len(samples), 1 / rate) >= hz].sum())


@pytest.mark.parametrize("rate", [44_100, 48_000, 96_000, 192_000])
def test_a_mask_of_ones_gives_the_source_at_every_rate(separator: Separator, rate: int) -> None:
    audio = noise(round(1.2 * rate), 2)
    stem = separator.separate(audio, rate, ["1"]).stems[0].audio
    assert stem.shape == audio.shape
    assert np.abs(stem - audio).max() < 1e-5 * np.abs(audio).max()


@pytest.mark.parametrize("rate", [44_100, 96_000])
def test_a_bright_sound_stays_bright(separator: Separator, rate: int) -> None:
    audio = bright(rate)
    stem = separator.separate(audio, rate, ["1 0.6 1"]).stems[0].audio
    change_db = 10 * np.log10(energy_above(stem, rate, NYQUIST_HZ) / energy_above(audio, rate, NYQUIST_HZ))
    assert abs(change_db) < 1
    # And what is dull has nothing of it.
    dull = separator.separate(audio, rate, ["1 0 0.5"]).stems[0].audio
    assert energy_above(dull, rate, NYQUIST_HZ) < 1e-6 * energy_above(audio, rate, NYQUIST_HZ)


def test_above_the_band_is_silence_where_it_is_not_wanted(separator: Separator) -> None:
    audio = bright(96_000)
    muted = SeparationOptions(above_band=False)
    result = separator.separate(audio, 96_000, ["1"], options=muted)
    left = energy_above(result.stems[0].audio, 96_000, NYQUIST_HZ)
    assert left < 1e-6 * energy_above(audio, 96_000, NYQUIST_HZ)
    np.testing.assert_allclose(result.stems[0].audio + result.rest, audio, atol=1e-7)


@pytest.mark.parametrize("rate", [8_000, 22_050, 32_000])
def test_there_is_nothing_above_at_the_models_rate_and_below(rate: int) -> None:
    assert above(noise(100), noise(100), rate, 32_000) is None


def test_the_gain_is_the_share_of_the_top_of_the_band_by_its_magnitude() -> None:
    bins = 101
    low, high = (round(edge * 100) for edge in TOP_BAND)
    masks = torch.zeros(2, 1, 20, bins)
    masks[0, ..., :low] = 1.0  # only below: no say
    masks[1, ..., low : low + 5] = 1.0
    magnitude = torch.zeros(1, 20, bins)
    magnitude[..., low : low + 5] = 3.0
    magnitude[..., high - 5 : high] = 1.0
    found = gains(masks, magnitude)
    assert found.shape == (2, 1, 20)
    torch.testing.assert_close(found[0], torch.zeros(1, 20))
    torch.testing.assert_close(found[1], torch.full((1, 20), 0.75), atol=1e-5, rtol=0)


def test_gains_follow_time_without_steps() -> None:
    masks, magnitude = torch.zeros(1, 1, 40, 101), torch.ones(1, 40, 101)
    masks[:, :, 20:] = 1.0
    gain = gains(masks, magnitude)
    assert gain[0, 0, 0] == 0.0
    assert gain[0, 0, -1] == pytest.approx(1.0)
    curve = over_time(gain, 100.0, 4_000)
    assert curve.shape == (1, 1, 4_000)
    np.testing.assert_allclose(curve[0, 0, ::100], gain[0, 0].numpy(), atol=1e-6)
    assert np.abs(np.diff(curve[0, 0])).max() < 1 / 400
    assert (np.diff(curve[0, 0]) >= -1e-7).all()


def test_silence_at_the_top_has_the_mean_of_its_masks() -> None:
    assert gains(torch.full((1, 1, 8, 101), 0.25), torch.zeros(1, 8, 101))[0, 0, 3] == pytest.approx(0.25)
