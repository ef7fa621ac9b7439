"""The bundled examples are what their list says: real stereo, level, and mixtures whose sources are known exactly."""

from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np
import pytest
import soundfile

from installer.examples import make_examples, music_scene, rain_scene, street_scene

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "examples"
EXAMPLES = tomllib.loads((FOLDER / "examples.toml").read_text(encoding="utf-8"))["example"]
MEGABYTE = 10**6


def level_db(samples: np.ndarray) -> float:
    return float(10 * np.log10(np.mean(np.square(samples, dtype=np.float64))))


def test_there_are_three_and_they_stay_small():
    assert len(EXAMPLES) == 3
    mixtures = sum((FOLDER / example["file"]).stat().st_size for example in EXAMPLES)
    everything = sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file())
    assert mixtures < 4 * MEGABYTE
    assert everything < 6 * MEGABYTE


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["file"])
def test_every_entry_is_complete(example):
    assert set(example) == {"title", "file", "prompts", "truth", "credit"}
    assert len(example["prompts"]) >= 2
    assert set(example["truth"]) <= set(example["prompts"])
    assert example["truth"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["file"])
def test_recordings_are_stereo_and_as_long_and_loud_as_promised(example):
    samples, rate_hz = soundfile.read(FOLDER / example["file"], dtype="float64")
    assert rate_hz == 44_100
    assert samples.shape[1] == 2
    assert 10 <= len(samples) / rate_hz <= 15
    assert 20 * np.log10(np.abs(samples).max()) == pytest.approx(-1.0, abs=0.05)
    assert np.abs(samples[:, 0] - samples[:, 1]).max() > 0.05, "both channels are the same"
    assert np.abs(samples.mean(axis=0)).max() < 1e-3, "an offset"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["file"])
def test_truth_and_its_complement_are_equally_strong_and_unlike(example):
    mixture, _ = soundfile.read(FOLDER / example["file"], dtype="int16")
    for path in example["truth"].values():
        truth, rate_hz = soundfile.read(FOLDER / path, dtype="int16")
        assert (rate_hz, truth.shape) == (44_100, mixture.shape)
        other = mixture.astype(np.int32) - truth
        assert np.abs(other).max() < 32_768, "the other source is a 16-bit recording too"
        assert level_db(truth) - level_db(other) == pytest.approx(0.0, abs=0.05)
        likeness = np.corrcoef(truth.ravel(), other.ravel())[0, 1]
        assert abs(likeness) < 0.1


def test_a_mixture_is_the_exact_sum_of_rounded_sources():
    random = np.random.default_rng(1)
    first, second = random.normal(size=(2, 4410, 2))
    truth, mixed = make_examples.mixture(first, 0.01 * second)
    rest = mixed.astype(np.int32) - truth
    gain = np.sqrt(np.mean(np.square(truth, dtype=np.float64)))
    assert np.abs(truth - gain * first / np.sqrt(np.mean(first**2))).max() < 1.0
    assert np.abs(rest - gain * second / np.sqrt(np.mean(second**2))).max() < 2.0


def test_synthesis_is_the_same_every_time(monkeypatch):
    monkeypatch.setattr(rain_scene, "SECONDS", 1.0)
    monkeypatch.setattr(street_scene, "SECONDS", 1.0)
    for make in (rain_scene.rain, street_scene.traffic, street_scene.siren):
        np.testing.assert_array_equal(make(np.random.default_rng(7)), make(np.random.default_rng(7)))


def test_a_score_is_a_well_formed_midi_file():
    notes = [music_scene.Note(0.0, 60, 1.0, 90), music_scene.Note(1.0, 60, 300.0, 90)]
    score = music_scene.midi_file(music_scene.PIANO, notes)
    assert score[:4] == b"MThd"
    assert int.from_bytes(score[18:22], "big") == len(score) - 22
    assert score.endswith(b"\xff\x2f\x00")
    # A repeated note ends before it begins again, or a synthesiser would cut the new one.
    assert score.index(bytes([0x80, 60, 0])) < score.rindex(bytes([0x90, 60, 90]))
