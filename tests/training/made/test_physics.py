"""What a listener would hold a sound by: pitches, tempi, ranges, the absence of lines."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import signal

from audiosep_core.training.made import alarms, clicks, sirens, weather
from audiosep_core.training.made.programs import SOUND_FONT, find
from audiosep_core.training.made.score import Effects, Note, midi_file, play
from audiosep_core.training.made.shaping import RATE_HZ, Sound
from audiosep_core.training.made.synthesised import MAKERS, recipes


def prominence_db(sound: Sound) -> float:
    """How far the strongest line stands above its neighbourhood in the long-term spectrum."""
    _, power = signal.welch(sound, RATE_HZ, nperseg=4_096)
    level = 10 * np.log10(power[20:] + 1e-20)
    return float(np.max(level - signal.medfilt(level, 31)))


def test_every_synthesised_sound_is_finite_and_not_silent() -> None:
    assert {recipe.name for recipe in recipes()} == set(MAKERS)
    for name, make in MAKERS.items():
        sound = make(np.random.default_rng(1), 2.0)
        assert np.all(np.isfinite(sound)), name
        assert np.std(sound) > 0, name


@pytest.mark.parametrize("seed", range(3))
def test_a_siren_sweeps_within_its_range(seed: int) -> None:
    hz = sirens.sweep(np.random.default_rng(seed), 6.0, 0.5)
    assert sirens.LOW_HZ[0] <= hz.min() < hz.max() <= sirens.HIGH_HZ[1]
    assert hz.max() > 1.4 * hz.min()
    assert np.max(np.abs(np.diff(hz))) < 10  # it glides


@pytest.mark.parametrize("bpm", [60.0, 97.0, 180.0])
def test_a_metronome_keeps_its_tempo(bpm: float) -> None:
    sound = clicks.metronome_at(np.random.default_rng(2), 6.0, bpm)
    loud = np.flatnonzero(np.abs(sound) > 0.2 * np.max(np.abs(sound)))
    starts = loud[np.concatenate([[True], np.diff(loud) > 0.15 * RATE_HZ])]
    assert np.diff(starts) / RATE_HZ == pytest.approx(60 / bpm, abs=0.005)


def test_rain_and_wind_have_no_lines_and_a_smoke_alarm_has() -> None:
    random = np.random.default_rng(3)
    assert prominence_db(weather.rain(random, 6.0)) < 6
    assert prominence_db(alarms.smoke_alarm(random, 6.0)) > 20


@pytest.mark.skipif(
    find("fluidsynth") is None or find(SOUND_FONT) is None, reason="needs fluidsynth and fluid-soundfont-gm"
)
@pytest.mark.parametrize("key", [57, 69, 81])
def test_a_piano_note_has_its_pitch(key: int) -> None:
    score = midi_file([(0, 0, 0)], [Note(0.0, 2.0, key, 100)])
    sound = play(score, Effects(0.0, 0.2, False), 2.0)
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound)), 4 * len(sound)))
    hz = np.fft.rfftfreq(4 * len(sound), 1 / RATE_HZ)
    expected = 440 * 2 ** ((key - 69) / 12)
    near = (hz > 0.9 * expected) & (hz < 1.1 * expected)
    assert hz[near][np.argmax(spectrum[near])] == pytest.approx(expected, rel=0.006)
    assert np.max(spectrum[near]) > 0.2 * np.max(spectrum)
