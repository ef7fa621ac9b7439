from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from audiosep_core.audio.metrics import roc_area
from audiosep_core.audio.sound import Sound
from audiosep_core.engine.listener import Heard
from audiosep_core.evaluation.hearing import evaluate_hearing

RATE = 32_000
HZ = {
    "rain": 500,
    "piano": 1_000,
    "dog bark": 2_000,
    "speech": 4_000,
    "siren": 8_000,
    "clock ticking": 12_000,
    "bell": 150,
}


class Spectrum:
    """Ears that look at the level of each word's pitch."""

    calibrated = True

    def hear(self, source: Sound, *_: object, **__: object) -> Heard:
        wave = source.read(0, source.frames)[:, 0]
        power = np.abs(np.fft.rfft(wave)) ** 2
        rows = [power[round(hz * len(wave) / RATE)] for hz in HZ.values()]
        vector = np.log10(np.array(rows, np.float32) / max(rows) + 1e-9) + 2
        steps = len(wave) // (RATE // 2)
        return Heard(0.5, np.tile(vector, (steps, 1)).astype(np.float32), np.full(steps, -20.0, np.float32))

    def logits(self, heard: Heard, prompts: Sequence[str]) -> NDArray[np.float32]:
        names = list(HZ)
        track = [
            5 * heard.vectors[:, names.index(p)] if p in HZ else np.full(len(heard.vectors), -20.0) for p in prompts
        ]
        return np.array(track, np.float32)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    labels = list(HZ)
    with (tmp_path / "manifest.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["file", "label", "split"])
        for label in labels:
            soundfile.write(
                tmp_path / f"{label}.wav", 0.3 * np.sin(2 * np.pi * HZ[label] * np.arange(RATE) / RATE), RATE
            )
            writer.writerows([f"{label}.wav", label, split] for split in ("train", "test"))
    with (tmp_path / "benchmark.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["idx", "source", "noise", "label", "noise_label", "seconds", "snr_db"])
        for i, (a, b) in enumerate([("rain", "piano"), ("dog bark", "siren")]):
            writer.writerow([i, f"{a}.wav", f"{b}.wav", a, b, 2, 0 if i else -5])
    with (tmp_path / "absent.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["idx", "source", "noise", "prompt", "seconds", "snr_db"])
        writer.writerow([0, "rain.wav", "piano.wav", "bell", 2, 0])
    return tmp_path


def test_perfect_ears_get_everything(root: Path) -> None:
    result = evaluate_hearing(Spectrum(), root)  # type: ignore[arg-type]
    assert {name: one.recall for name, one in result.recall.items()} == dict.fromkeys(result.recall, 1.0)
    assert result.recall["test labels, 0 dB"].rows == 1
    heard = result.verdicts["hearing"]
    assert (heard.area, heard.present, heard.absent) == (1.0, 4, 5)
    assert sum(heard.right.values()) == pytest.approx(1.0)


def test_the_area_counts_ties_half() -> None:
    assert roc_area(np.array([1.0, 2.0]), np.array([0.0, 1.0])) == pytest.approx(0.875)
    assert roc_area(np.array([0.0]), np.array([0.0])) == 0.5
