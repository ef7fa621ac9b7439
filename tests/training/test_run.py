from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
import soundfile
import torch

from audiosep_core.cancel import CancelToken
from audiosep_core.errors import Cancelled
from audiosep_core.library.resources import resource
from audiosep_core.model.file import load_network, read_metadata
from audiosep_core.training.recipe import Recipe, load_recipe

pytest.importorskip("lightning")
# Lightning 2.6 touches deprecated parts of torch while it starts; nothing of ours does.
pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore:.*LeafSpec.*"),
    pytest.mark.filterwarnings("ignore::lightning.fabric.utilities.warnings.PossibleUserWarning"),
    pytest.mark.filterwarnings("ignore:.*does not have many workers.*"),
]


@pytest.fixture
def clips(tmp_path: Path) -> Path:
    root = tmp_path / "clips"
    root.mkdir()
    with (root / "manifest.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["file", "label", "caption", "split_group", "split", "author", "license"])
        for i in range(8):
            tone = 0.3 * np.sin(np.arange(40_000) * (0.02 + 0.02 * i))
            soundfile.write(root / f"{i}.wav", tone, 32_000)
            writer.writerow([f"{i}.wav", f"tone {i}", f"Tone {i} sounds.", f"g{i}", "train", f"author {i}", "CC0"])
    return root


@pytest.fixture
def recipe() -> Recipe:
    full = load_recipe(resource("recipes", "starter.toml"))
    values = full.model_dump()
    values["model"] = {"hop": 640, "front_end": "mel", "bands": 32, "widths": [4, 4, 8], "pools": [[2, 2], [2, 2]],
                       "stem_stride": 2, "condition_size": 384, "film_hidden": 8, "film_scale": True,
                       "outputs": "mask", "encoder": "minilm"}  # fmt: skip
    values["data"]["segment_s"] = 0.64
    values["mixing"]["mixtures"] = 2
    values["optimisation"].update(steps=6, warmup_steps=2, precision="32-true")
    return Recipe.model_validate(values)


def test_a_run_killed_in_the_middle_ends_with_the_weights_of_a_whole_one(
    clips: Path, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from audiosep_core.training.mixer import Mixer
    from audiosep_core.training.run import train

    whole = train(recipe, clips, tmp_path / "whole", tmp_path / "cache", progress=False)
    draw = Mixer.batch

    def fail_at_step_3(self: Mixer, step: int) -> object:
        if step == 3:
            raise RuntimeError("the power went")
        return draw(self, step)

    monkeypatch.setattr(Mixer, "batch", fail_at_step_3)
    with pytest.raises(RuntimeError, match="power"):
        train(recipe, clips, tmp_path / "cut", tmp_path / "cache", progress=False, checkpoint_every=2)
    monkeypatch.undo()
    resumed = train(recipe, clips, tmp_path / "cut", tmp_path / "cache", progress=False, checkpoint_every=2)
    one, other = load_network(whole).state_dict(), load_network(resumed).state_dict()
    for name in one:
        torch.testing.assert_close(one[name], other[name], msg=name)


def test_a_cancel_keeps_what_was_learnt(clips: Path, recipe: Recipe, tmp_path: Path) -> None:
    from audiosep_core.training.run import train

    token = CancelToken()
    token.set()
    with pytest.raises(Cancelled):
        train(recipe, clips, tmp_path / "run", tmp_path / "cache", progress=False, cancel=token)
    state = torch.load(tmp_path / "run" / "last.ckpt", weights_only=True)
    assert 1 <= state["global_step"] < 6


def test_an_interrupted_run_ends_with_the_weights_of_a_whole_one(clips: Path, recipe: Recipe, tmp_path: Path) -> None:
    from audiosep_core.training.run import train

    whole = train(recipe, clips, tmp_path / "whole", tmp_path / "cache", progress=False)
    train(recipe, clips, tmp_path / "cut", tmp_path / "cache", steps=3, progress=False)
    assert (tmp_path / "cut" / "last.ckpt").exists(), "a rehearsal can be resumed"
    resumed = train(recipe, clips, tmp_path / "cut", tmp_path / "cache", progress=False)
    one, other = load_network(whole).state_dict(), load_network(resumed).state_dict()
    for name in one:
        torch.testing.assert_close(one[name], other[name], msg=name)
    assert read_metadata(whole)["steps"] == "6"
    with whole.with_suffix(".credits.csv").open(newline="") as file:
        credits = list(csv.DictReader(file))
    assert [row["author"] for row in credits] == [f"author {i}" for i in range(8)]
