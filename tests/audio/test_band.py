"""A band: what lies inside stays, what lies outside goes, and neighbours sum to the whole."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from audiosep_core.audio.band import BandFilter
from audiosep_core.audio.strength import window_frames

RATE = 44_100
WINDOW = window_frames(RATE)
THIRD = 2 ** (1 / 6)


def noise(seconds: float, channels: int = 1, rate: int = RATE) -> NDArray[np.float32]:
    return np.random.default_rng(0).normal(0, 0.1, (int(seconds * rate), channels)).astype(np.float32)


def keep(samples: NDArray[np.float32], low: float, high: float, rate: int = RATE) -> NDArray[np.float32]:
    window = window_frames(rate)
    padded = np.pad(samples, ((window, window), (0, 0)))
    return BandFilter(rate, window, (low, high)).apply(padded)


def level_db(samples: NDArray[np.float32], low: float, high: float, rate: int = RATE) -> float:
    """Energy between two frequencies; the window's own leakage is far below what is asked here."""
    spectrum = np.fft.rfft(samples[:, 0].astype(np.float64) * np.kaiser(len(samples), 20))
    frequencies = np.fft.rfftfreq(len(samples), 1 / rate)
    inside = (frequencies >= low) & (frequencies < high)
    return float(10 * np.log10(np.sum(np.abs(spectrum[inside]) ** 2) + 1e-30))


@pytest.mark.parametrize(("low", "high"), [(60.0, 300.0), (500.0, 2_000.0), (4_000.0, 12_000.0)])
def test_outside_of_its_edges_nothing_is_left(low: float, high: float) -> None:
    sound = noise(4.0)
    kept = keep(sound, low, high)
    edge = max(low - low / THIRD, 1.5 * RATE / WINDOW)
    whole = level_db(kept, 0, RATE)
    below, above = level_db(kept, 0, max(low - edge, 1.0)), level_db(kept, max(high * THIRD, high + 35), RATE)
    assert below < whole - 80
    assert above < whole - 80
    # And inside nothing has changed.
    inner = (low + edge, high / THIRD)
    assert level_db(kept - sound, *inner) < level_db(sound, *inner) - 60


def test_a_tone_outside_is_gone_and_one_inside_stays() -> None:
    time = np.arange(2 * RATE)[:, None] / RATE
    loud = np.sin(2 * np.pi * 1_000 * time).astype(np.float32)
    assert np.abs(keep(loud, 1_300, 8_000)[WINDOW:-WINDOW]).max() < 1e-4
    np.testing.assert_allclose(keep(loud, 800, 1_300)[WINDOW:-WINDOW], loud[WINDOW:-WINDOW], atol=1e-4)


@pytest.mark.parametrize("limit", [40.0, 1_000.0, 15_000.0])
def test_neighbours_sum_to_what_both_hold(limit: float) -> None:
    sound = noise(1.0, 2)
    both = keep(sound, 0, limit) + keep(sound, limit, np.inf)
    np.testing.assert_allclose(both, sound, atol=1e-6)


@pytest.mark.parametrize("rate", [1, 8_000, 96_000])
def test_a_band_of_everything_takes_nothing(rate: int) -> None:
    sound = noise(1.0, 1, 8_000)
    np.testing.assert_allclose(keep(sound, 0, rate, rate), sound, atol=1e-6)


def test_a_band_above_all_that_the_rate_holds_is_silent() -> None:
    assert not np.any(np.abs(keep(noise(0.5), 30_000, 40_000)) > 1e-5)


def test_it_does_not_matter_how_a_stream_is_cut() -> None:
    sound = noise(1.0, 2)
    padded = np.pad(sound, ((WINDOW, WINDOW), (0, 0)))
    band = BandFilter(RATE, WINDOW, (300, 3_000))
    whole = band.apply(padded)
    for start, end in ((0, 1), (17, 5_000), (20_011, 44_100)):
        np.testing.assert_allclose(band.apply(padded[start : end + 2 * WINDOW]), whole[start:end], atol=1e-6)
