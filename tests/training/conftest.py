from __future__ import annotations

import csv
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from audiosep_core.library.resources import resource
from audiosep_core.training.clips import Clip, ClipBank
from audiosep_core.training.recipe import Recipe, load_recipe

RATE = 32_000


@pytest.fixture
def recipe() -> Recipe:
    """The starter's recipe with a network of nothing: six steps of two mixtures."""
    values = load_recipe(resource("recipes", "starter.toml")).model_dump()
    values["model"] = {"hop": 640, "front_end": "mel", "bands": 32, "widths": [4, 4, 8], "pools": [[2, 2], [2, 2]],
                       "stem_stride": 2, "condition_size": 384, "film_hidden": 8, "film_scale": True,
                       "outputs": "mask", "encoder": "minilm"}  # fmt: skip
    values["data"].update(segment_s=0.64, validation_fraction=0.0, validation_examples=2)
    values["mixing"]["mixtures"] = 2
    values["optimisation"].update(steps=6, warmup_steps=2, precision="32-true")
    return Recipe.model_validate(values)


@pytest.fixture
def clips(tmp_path: Path) -> Path:
    """A folder with a manifest: eight tones of 1.25 s, each a class of its own."""
    root = tmp_path / "clips"
    root.mkdir()
    with (root / "manifest.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["file", "label", "caption", "split_group", "split", "author", "license"])
        for i in range(8):
            tone = 0.3 * np.sin(np.arange(40_000) * (0.02 + 0.02 * i))
            soundfile.write(root / f"{i}.wav", tone, RATE)
            writer.writerow([f"{i}.wav", f"pitch {i}", f"Pitch {i} sounds.", f"g{i}", "train", f"author {i}", "CC0"])
    return root


@pytest.fixture
def make_bank() -> Callable[..., ClipBank]:
    """Tones in memory: (label, hz, seconds) each; made from `made` on."""

    def make(sounds: list[tuple[str, float, float]], made: int | None = None) -> ClipBank:
        waves = [0.5 * np.sin(2 * math.pi * hz * np.arange(round(s * RATE)) / RATE) for _, hz, s in sounds]
        samples = np.concatenate([np.round(w * 32767).astype(np.int16) for w in waves])
        lengths = np.array([len(w) for w in waves], np.int64)
        first_made = len(sounds) if made is None else made
        clips = tuple(
            Clip(f"{i}.wav", label, f"{label} number {i}.", f"g{i}", Path("x"), i >= first_made)
            for i, (label, *_) in enumerate(sounds)
        )
        return ClipBank(clips, samples, np.cumsum(lengths) - lengths, lengths, RATE)

    return make
