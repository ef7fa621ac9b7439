"""Loudness against the recommendation's own filters and against what EBU Tech 3341 asks of a meter."""

import numpy as np
import pytest

from audiosep_core.audio.loudness import SILENT_LUFS, _response, integrated


def measure(sound: np.ndarray, rate_hz: int = 48000) -> float:
    return integrated(lambda start, end: sound[start:end], len(sound), rate_hz)


def tone(level_db: float, seconds: float, hz: float = 1000.0, rate_hz: int = 48000) -> np.ndarray:
    wave = 10 ** (level_db / 20) * np.sin(2 * np.pi * hz * np.arange(round(seconds * rate_hz)) / rate_hz)
    return np.stack([wave, wave], axis=1).astype(np.float32)


def test_the_response_is_that_of_the_coefficients_in_the_recommendation() -> None:
    frequencies = np.geomspace(20, 20000, 200)
    z = np.exp(-2j * np.pi * frequencies / 48000)
    shelf = (1.53512485958697 - 2.69169618940638 * z + 1.19839281085285 * z**2) / (
        1 - 1.69065929318241 * z + 0.73248077421585 * z**2
    )
    high_pass = (1 - 2 * z + z**2) / (1 - 1.99004745483398 * z + 0.99007225036621 * z**2)
    np.testing.assert_allclose(_response(frequencies, 48000), shelf * high_pass, atol=1e-5)


@pytest.mark.parametrize("rate_hz", [44100, 48000, 96000])
@pytest.mark.parametrize("level_db", [-23.0, -33.0])
def test_a_stereo_tone_of_1_khz_measures_its_level(level_db: float, rate_hz: int) -> None:
    """EBU Tech 3341, cases 1 and 2."""
    assert measure(tone(level_db, 20, rate_hz=rate_hz), rate_hz) == pytest.approx(level_db, abs=0.1)


@pytest.mark.parametrize(
    "levels",
    [((-36.0, 10), (-23.0, 60), (-36.0, 10)), ((-72.0, 10), (-36.0, 10), (-23.0, 60), (-36.0, 10), (-72.0, 10))],
)
def test_the_gates_leave_the_quiet_out(levels: tuple[tuple[float, float], ...]) -> None:
    """EBU Tech 3341, cases 3 and 4."""
    assert measure(np.concatenate([tone(*level) for level in levels])) == pytest.approx(-23.0, abs=0.1)


def test_a_gain_is_a_gain() -> None:
    noise = np.random.default_rng(0).normal(0, 0.1, (100_000, 2)).astype(np.float32)
    assert measure(noise) - measure(noise * 0.5) == pytest.approx(6.02, abs=0.01)


def test_pieces_fit_together() -> None:
    """A second in one piece is as loud as the same noise somewhere in a longer one."""
    noise = np.random.default_rng(0).normal(0, 0.1, (48000 * 9, 1)).astype(np.float32)
    parts = [measure(noise[n * 48000 : (n + 1) * 48000]) for n in range(9)]
    assert measure(noise) == pytest.approx(10 * np.log10(np.mean(10 ** (np.array(parts) / 10))), abs=0.02)


@pytest.mark.parametrize("frames", [0, 1, 480, 48000])
def test_silence_is_silent(frames: int) -> None:
    assert measure(np.zeros((frames, 2), np.float32)) == SILENT_LUFS


def test_a_click_shorter_than_a_block_is_measured_too() -> None:
    assert measure(tone(-20.0, 0.2)) == pytest.approx(-20.0, abs=0.3)
