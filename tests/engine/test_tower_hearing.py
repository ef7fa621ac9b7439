from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
import torch

from audiosep_core.audio.sound import ArraySound
from audiosep_core.engine.hearing import TowerHearing
from audiosep_core.engine.stem_similarity import RestSound, stem_presence

RATE = 8_000


class Pitch:
    """An audio tower that hears how often the sign changes, and its words: "low" and "high"."""

    condition_size = 2

    def __init__(self) -> None:
        self.towers: Any = self
        self.longest = 0

    def audio_tower(self, wave: torch.Tensor) -> torch.Tensor:
        self.longest = max(self.longest, wave.shape[1])
        changes = (wave[:, 1:].sign() != wave[:, :-1].sign()).float().mean(dim=1)
        high = (changes > 0.05).float()
        return torch.stack([1 - high, high], dim=1)

    def encode(self, prompts: Sequence[str]) -> torch.Tensor:
        return torch.tensor([[1.0, 0.0] if prompt == "low" else [0.0, 1.0] for prompt in prompts])


def tone(hz: float, seconds: float) -> np.ndarray:
    return (0.3 * np.sin(2 * np.pi * hz * np.arange(round(seconds * RATE)) / RATE)).astype(np.float32)[:, None]


def test_a_step_is_heard_by_the_window_around_it() -> None:
    encoder = Pitch()
    ears = TowerHearing(encoder)  # type: ignore[arg-type]
    wave = np.concatenate([tone(100, 20), tone(3_000, 20)])
    heard = ears.hear(ArraySound(wave, RATE))
    low, high = ears.logits(heard, ["low", "high"])
    assert heard.vectors.shape == (80, 2)
    assert (low[:25] > high[:25]).all()
    assert (high[-25:] > low[-25:]).all()
    assert encoder.longest <= 15 * 48_000
    assert not ears.calibrated
    assert heard.level_db == pytest.approx(np.full(80, 10 * np.log10(0.045)), abs=0.1)


def test_a_stem_nearer_to_its_prompt_than_the_rest_is_present() -> None:
    ears = TowerHearing(Pitch())  # type: ignore[arg-type]
    low, high = tone(100, 12), 0.01 * tone(3_000, 12)
    source = ArraySound(np.concatenate([low[:RATE], low + high]), RATE)
    stems = [ArraySound(high, RATE), ArraySound(low, RATE)]
    rest = RestSound(source, stems[0], RATE)
    np.testing.assert_allclose(rest.read(100, 5_000), low[100:5_000], atol=1e-6)
    one, other = stem_presence(ears, ["high", "low"], source, stems, RATE)
    assert one.verdict == other.verdict == "present"
    assert not one.calibrated
    assert len(one.track) == len(other.track) == 24
    (wrong,) = stem_presence(ears, ["low"], source, [ArraySound(high, RATE)], RATE)
    assert wrong.verdict == "not found"


@pytest.mark.parametrize("seconds", [0.3, 9.9, 10.0, 14.9, 21.0])
def test_every_half_second_has_a_step(seconds: float) -> None:
    ears = TowerHearing(Pitch())  # type: ignore[arg-type]
    heard = ears.hear(ArraySound(tone(100, seconds), RATE))
    assert len(heard.vectors) == len(heard.level_db) == int(np.ceil(seconds * 2 - 1e-9))
    assert (heard.level_db > -30).all()


@pytest.mark.parity
def test_a_published_model_has_ears_and_says_that_nobody_measured_them(imported_model: Path, tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from audiosep_core.cli import app

    path = tmp_path / "tone.wav"
    soundfile.write(path, tone(440, 12), RATE)
    result = CliRunner().invoke(
        app, ["find", str(path), "-p", "a tone", "--format", "json", "--model", str(imported_model)]
    )
    assert result.exit_code == 0, result.output
    assert "Nobody has measured" in result.stderr
    facts = json.loads(result.stdout)
    assert facts["calibrated"] is False
    assert 0 <= facts["prompts"][0]["score"] <= 1
