from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
import soundfile

from audiosep_core.errors import AudioSepError
from audiosep_core.library.resources import resource
from audiosep_core.training.clips import Clip, ClipBank, load_bank, read_manifest, split_validation
from audiosep_core.training.mixer import ABSENT, Mixer
from audiosep_core.training.recipe import Recipe, load_recipe

RATE = 32_000
COLUMNS = ("file", "label", "caption", "split_group", "split")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("clips")
    rng = np.random.default_rng(0)
    with (root / "manifest.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for i in range(12):
            label = f"class {i % 6}"
            seconds = 0.4 if i % 2 else 6.0
            sound = 0.3 * np.sin(np.arange(int(seconds * RATE)) * (0.02 + 0.03 * (i % 6)))
            soundfile.write(root / f"{i}.wav", sound + 0.01 * rng.standard_normal(len(sound)), RATE)
            writer.writerow([f"{i}.wav", label, f"A sound of {label}.", f"group {i}", "train" if i < 11 else "test"])
        soundfile.write(root / "quiet.wav", np.zeros(RATE), RATE)
        (root / "broken.wav").write_bytes(b"RIFFnothing")
        for name in ("quiet", "broken", "missing"):
            writer.writerow([f"{name}.wav", "class 0", "Nothing.", name, "train"])
    return root


@pytest.fixture(scope="module")
def recipe() -> Recipe:
    return load_recipe(resource("recipes", "starter.toml"))


@pytest.fixture(scope="module")
def bank(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> ClipBank:
    return load_bank(folder, read_manifest(folder / "manifest.csv", "train"), RATE, tmp_path_factory.mktemp("cache"))


def test_the_bank_holds_what_can_be_heard(folder: Path, bank: ClipBank) -> None:
    assert [clip.file for clip in bank.clips] == [f"{i}.wav" for i in range(11)]
    expected, _ = soundfile.read(folder / "3.wav", dtype="float32")
    np.testing.assert_allclose(bank.audio(3), expected, atol=1e-4)


def test_the_same_step_is_the_same_batch_and_another_is_not(bank: ClipBank, recipe: Recipe) -> None:
    one, two = (Mixer(bank, recipe.data, recipe.mixing, seed=1) for _ in range(2))
    a, b, c = one.batch(7), two.batch(7), two.batch(8)
    assert np.array_equal(a.sources, b.sources)
    assert a.prompts == b.prompts
    assert not np.array_equal(a.sources, c.sources)


def test_batches_keep_to_the_recipe(bank: ClipBank, recipe: Recipe) -> None:
    mixer = Mixer(bank, recipe.data, recipe.mixing, seed=2)
    known = set(mixer.prompts())
    absent = 0
    for step in range(20):
        batch = mixer.batch(step)
        assert batch.sources.shape == (recipe.mixing.mixtures, 3, round(recipe.data.segment_s * RATE))
        assert np.isfinite(batch.sources).all()
        level_db = 20 * np.log10(np.sqrt((batch.sources**2).mean(axis=2)) + 1e-12)
        heard = level_db[level_db > -100]
        assert heard.max() <= recipe.mixing.level_db + 0.01
        assert heard.min() >= -recipe.mixing.level_db - 0.01
        assert {text for pair in batch.prompts for text in pair} <= known
        absent += int((batch.targets == ABSENT).sum())
        assert (batch.targets[:, 0] == 0).all()
    share = absent / (20 * recipe.mixing.mixtures)
    assert share == pytest.approx(recipe.mixing.negative_probability + recipe.mixing.lone_probability, abs=0.08)


def test_too_little_to_mix_is_said(folder: Path, recipe: Recipe, tmp_path: Path) -> None:
    clips = read_manifest(folder / "manifest.csv", "train")
    few = load_bank(folder, [c for c in clips if c.label in ("class 1", "class 2")], RATE, tmp_path)
    with pytest.raises(AudioSepError, match="2 classes"):
        Mixer(few, recipe.data, recipe.mixing, seed=1)
    with pytest.raises(AudioSepError, match="None of"):
        load_bank(folder, [c for c in clips if c.file == "quiet.wav"], RATE, tmp_path)
    with pytest.raises(AudioSepError, match="could not be read"):
        read_manifest(folder / "none.csv", "train")


def test_validation_takes_whole_groups_and_spares_small_classes() -> None:
    clips = [Clip(f"{i}.wav", "common" if i < 400 else f"rare {i}", "", f"group {i // 2}") for i in range(500)]
    train, held = split_validation(clips, 0.2)
    assert not {c.split_group for c in train} & {c.split_group for c in held}
    assert all(c.label == "common" for c in held)
    assert 40 < len(held) < 120
    assert len(train) + len(held) == len(clips)
    assert split_validation(clips, 0.2) == (train, held)
