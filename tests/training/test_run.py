from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import torch

from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioSepError, Cancelled
from audiosep_core.model.file import load_network, read_metadata
from audiosep_core.training.recipe import Recipe

if TYPE_CHECKING:
    from audiosep_core.training.callbacks import Standing

pytest.importorskip("lightning")
# Lightning 2.6 touches deprecated parts of torch while it starts; nothing of ours does.
pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore:.*LeafSpec.*"),
    pytest.mark.filterwarnings("ignore::lightning.fabric.utilities.warnings.PossibleUserWarning"),
    pytest.mark.filterwarnings("ignore:.*does not have many workers.*"),
    pytest.mark.filterwarnings("ignore:.*already configured with model summary.*"),
]


def same_weights(one: Path, other: Path) -> bool:
    a, b = load_network(one).state_dict(), load_network(other).state_dict()
    return all(torch.equal(a[name], b[name]) for name in a)


def killed_at(step: int) -> Callable[[Standing], None]:
    def tell(standing: Standing) -> None:
        # Told before the checkpoint of a step is written.
        if standing.step == step + 1:
            raise RuntimeError("the power went")

    return tell


def steps_of_checkpoints(folder: Path) -> dict[str, int]:
    return {path.name: torch.load(path, weights_only=True)["global_step"] for path in folder.glob("*.ckpt")}


def test_a_run_killed_in_the_middle_ends_with_the_weights_of_a_whole_one(
    clips: Path, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from audiosep_core.training.planner import Planner
    from audiosep_core.training.run import RunOptions, train

    options = RunOptions(checkpoint_every=2)
    whole = train(recipe, [clips], tmp_path / "whole", tmp_path / "cache", options).model
    draw = Planner.plan

    def fail_at_step_3(self: Planner, step: int) -> object:
        if step == 3:
            raise RuntimeError("the power went")
        return draw(self, step)

    monkeypatch.setattr(Planner, "plan", fail_at_step_3)
    with pytest.raises(RuntimeError, match="power"):
        train(recipe, [clips], tmp_path / "cut", tmp_path / "cache", options)
    monkeypatch.undo()
    assert same_weights(whole, train(recipe, [clips], tmp_path / "cut", tmp_path / "cache", options).model)


def test_a_cancel_keeps_what_was_learnt(clips: Path, recipe: Recipe, tmp_path: Path) -> None:
    from audiosep_core.training.run import RunOptions, train

    token = CancelToken()

    def stop_at_three(standing: object) -> None:
        if getattr(standing, "step", 0) == 3:
            token.set()

    with pytest.raises(Cancelled):
        train(recipe, [clips], tmp_path / "run", tmp_path / "cache", on_standing=stop_at_three, cancel=token)
    state = torch.load(tmp_path / "run" / "last.ckpt", weights_only=True)
    assert 3 <= state["global_step"] < 6
    # What is learnt from then on is kept in the same place, and a run that is killed begins there.
    options = RunOptions(checkpoint_every=1)
    with pytest.raises(RuntimeError, match="power"):
        train(recipe, [clips], tmp_path / "run", tmp_path / "cache", options, on_standing=killed_at(5))
    assert steps_of_checkpoints(tmp_path / "run") == {"last.ckpt": 5}
    steps: list[int] = []
    resumed = train(
        recipe, [clips], tmp_path / "run", tmp_path / "cache", options, on_standing=lambda s: steps.append(s.step)
    )
    assert steps == [6]
    whole = train(recipe, [clips], tmp_path / "whole", tmp_path / "cache")
    assert same_weights(whole.model, resumed.model)


def test_a_run_whose_folder_was_moved_goes_on_there(clips: Path, recipe: Recipe, tmp_path: Path) -> None:
    from audiosep_core.training.run import RunOptions, train

    options = RunOptions(checkpoint_every=1)
    with pytest.raises(RuntimeError, match="power"):
        train(recipe, [clips], tmp_path / "run", tmp_path / "cache", options, on_standing=killed_at(2))
    moved = (tmp_path / "run").rename(tmp_path / "moved")
    with pytest.raises(RuntimeError, match="power"):
        train(recipe, [clips], moved, tmp_path / "cache", options, on_standing=killed_at(4))
    assert steps_of_checkpoints(moved) == {"last.ckpt": 4}
    # A folder in which the first versions had gone on under another name.
    early = tmp_path / "early"
    early.mkdir()
    (moved / "last.ckpt").rename(early / "last-v1.ckpt")
    with pytest.raises(RuntimeError, match="power"):
        train(recipe, [clips], moved, tmp_path / "cache", options, on_standing=killed_at(2))
    (moved / "last.ckpt").rename(early / "last.ckpt")
    steps: list[int] = []
    train(recipe, [clips], early, tmp_path / "cache", options, on_standing=lambda s: steps.append(s.step))
    assert steps == [5, 6]
    assert steps_of_checkpoints(early)["last.ckpt"] == 6


@pytest.mark.parametrize("optimiser", ["adamw", "muon"])
def test_an_interrupted_run_ends_with_the_weights_of_a_whole_one(
    clips: Path, recipe: Recipe, tmp_path: Path, optimiser: str
) -> None:
    from audiosep_core.training.run import RunOptions, train

    optimisation = recipe.optimisation.model_copy(update={"optimiser": optimiser})
    recipe = recipe.model_copy(update={"optimisation": optimisation})
    whole = train(recipe, [clips], tmp_path / "whole", tmp_path / "cache").model
    train(recipe, [clips], tmp_path / "cut", tmp_path / "cache", RunOptions(steps=3))
    assert (tmp_path / "cut" / "last.ckpt").exists(), "a rehearsal can be resumed"
    resumed = train(recipe, [clips], tmp_path / "cut", tmp_path / "cache").model
    assert same_weights(whole, resumed)
    assert read_metadata(whole)["steps"] == "6"
    with whole.with_suffix(".credits.csv").open(newline="") as file:
        credits = list(csv.DictReader(file))
    assert [row["author"] for row in credits] == [f"author {i}" for i in range(8)]


def test_a_folder_of_another_run_is_not_resumed(clips: Path, recipe: Recipe, tmp_path: Path) -> None:
    from audiosep_core.training.run import RunOptions, train

    train(recipe, [clips], tmp_path / "run", tmp_path / "cache", RunOptions(steps=2))
    other = recipe.model_copy(update={"seed": recipe.seed + 1})
    with pytest.raises(AudioSepError, match="another recipe"):
        train(other, [clips], tmp_path / "run", tmp_path / "cache")
    (tmp_path / "run" / "last.ckpt").write_bytes(b"torn")
    with pytest.raises(AudioSepError, match="cannot be resumed"):
        train(recipe, [clips], tmp_path / "run", tmp_path / "cache")


def test_a_run_does_not_go_on_with_other_clips_or_another_model(clips: Path, recipe: Recipe, tmp_path: Path) -> None:
    from audiosep_core.training.run import RunOptions, train

    run, cache, two = tmp_path / "run", tmp_path / "cache", RunOptions(steps=2)
    first = train(recipe, [clips], run, cache, two).model
    before = {path.name: path.read_bytes() for path in run.glob("model.*")}
    again = train(recipe, [clips], tmp_path / "other", cache, RunOptions(steps=1)).model
    with pytest.raises(AudioSepError, match="began as another model") as caught:
        train(recipe, [clips], run, cache, init=str(again))
    assert caught.value.code == "run-differs"
    manifest = clips / "manifest.csv"
    whole = manifest.read_text()
    manifest.write_text(whole.replace("pitch 7", "zebra"))
    with pytest.raises(AudioSepError, match="began with other clips") as caught:
        train(recipe, [clips], run, cache)
    assert caught.value.code == "run-differs"
    assert {path.name: path.read_bytes() for path in run.glob("model.*")} == before
    manifest.write_text(whole)
    # The same clips in another place are the same, and a checkpoint that does not say goes on.
    moved = clips.rename(tmp_path / "moved")
    train(recipe, [moved], run, cache, RunOptions(steps=3))
    state = torch.load(run / "last.ckpt", weights_only=True)
    del state["began"]
    torch.save(state, run / "last.ckpt")
    manifest = moved / "manifest.csv"
    manifest.write_text(whole.replace("pitch 7", "zebra"))
    assert train(recipe, [moved], run, cache).model == first


def test_a_run_of_a_version_with_fewer_settings_goes_on(clips: Path, recipe: Recipe, tmp_path: Path) -> None:
    from audiosep_core.training.run import RunOptions, train

    train(recipe, [clips], tmp_path / "run", tmp_path / "cache", RunOptions(steps=2))
    last = tmp_path / "run" / "last.ckpt"
    state = torch.load(last, weights_only=True)
    saved = json.loads(state["recipe"])
    del saved["optimisation"]["optimiser"]
    torch.save({**state, "recipe": json.dumps(saved)}, last)
    resumed = train(recipe, [clips], tmp_path / "run", tmp_path / "cache").model
    assert read_metadata(resumed)["steps"] == "6"


def test_a_check_refuses_what_training_would_refuse(
    clips: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from typer.testing import CliRunner

    from audiosep_core.cli import app

    monkeypatch.setenv("AUDIOSEP_HOME", str(tmp_path / "home"))
    asked = ["train", "--config", "starter", "--data", str(clips), "--check", "-o", str(tmp_path / "run")]
    assert CliRunner().invoke(app, asked).exit_code == 0
    manifest = clips / "manifest.csv"
    manifest.write_text(re.sub(r"pitch \d", "pitch", manifest.read_text()))
    result = CliRunner().invoke(app, asked)
    assert result.exit_code != 0
    assert "clips of 1 kinds" in result.output
    assert "at least 2" in result.output
    assert not (tmp_path / "run").exists()


def test_what_is_held_out_is_judged_kept_and_drawn(clips: Path, recipe: Recipe, tmp_path: Path) -> None:
    from audiosep_core.training.run import RunOptions, train

    with (clips / "manifest.csv").open("a", newline="") as file:
        csv.writer(file).writerow(["0.wav", "pitch 1", "A second recording.", "g9", "train", "", ""])
        csv.writer(file).writerow(["2.wav", "pitch 3", "Another one.", "g10", "train", "", ""])
    held = recipe.model_copy(
        update={"data": recipe.data.model_copy(update={"validation_fraction": 0.2, "validation_every_class": True})}
    )
    first = train(held, [clips], tmp_path / "run", tmp_path / "cache", RunOptions(judge_every=3))
    assert first.before is None
    assert first.after is not None
    assert len(first.prepared.held_out) == 2
    kept = {clip.split_group for clip in first.prepared.bank.clips}
    assert not kept & {clip.split_group for clip in first.prepared.held_out}
    assert load_network(tmp_path / "run" / "best.safetensors").config == held.model
    assert (tmp_path / "run" / "samples" / "step-0000003" / "1.png").read_bytes()[:4] == b"\x89PNG"
    with next((tmp_path / "run" / "log").glob("*/metrics.csv")).open(newline="") as file:
        judged = [row["validation_sdri_db"] for row in csv.DictReader(file) if row.get("validation_sdri_db")]
    assert len(judged) == 2
    again = train(held, [clips], tmp_path / "more", tmp_path / "cache", init=str(first.model))
    assert again.before is not None
    assert again.before.mean_sdri_db == pytest.approx(first.after.mean_sdri_db, abs=0.05)
    assert list((tmp_path / "run" / "tensorboard").glob("events*"))


def test_a_recipe_for_clap_asks_for_the_model_that_brings_it(clips: Path, tmp_path: Path) -> None:
    from audiosep_core.training.recipe import find_recipe
    from audiosep_core.training.run import train

    with pytest.raises(AudioSepError, match="CLAP") as caught:
        train(find_recipe("audiosep"), [clips], tmp_path / "run", tmp_path / "cache")
    assert "--init audiosep-base" in caught.value.hint


def test_the_published_model_is_trained_on_and_stays_whole(
    clips: Path, published_checkpoint: Path, tmp_path: Path
) -> None:
    from audiosep_core.model import load
    from audiosep_core.training.recipe import find_recipe
    from audiosep_core.training.run import RunOptions, train

    recipe = find_recipe("audiosep")
    recipe = recipe.model_copy(
        update={
            "data": recipe.data.model_copy(update={"segment_s": 0.64, "validation_fraction": 0.0}),
            "mixing": recipe.mixing.model_copy(update={"mixtures": 1}),
            "optimisation": recipe.optimisation.model_copy(update={"warmup_steps": 0, "precision": "32-true"}),
        }
    )
    options = RunOptions(steps=1, checkpoint_every=1000)
    trained = train(recipe, [clips], tmp_path / "run", tmp_path / "cache", options, init=str(published_checkpoint))
    before, after = load(published_checkpoint), load(trained.model)
    assert after.config == before.config
    ids, mask = torch.tensor([[0, 9, 8, 2]]), torch.ones(1, 4, dtype=torch.long)
    torch.testing.assert_close(after.text_tower(ids, mask), before.text_tower(ids, mask), atol=1e-6, rtol=0)
    assert after.tokenizer() == before.tokenizer()
    mixture = torch.randn(1, 1, 32_000, generator=torch.Generator().manual_seed(0)) * 0.1
    condition = before.text_tower(ids, mask)
    moved = (after.separate_waveform(mixture, condition) - before.separate_waveform(mixture, condition)).abs().max()
    assert float(moved) > 1e-4, "it learnt nothing"


@pytest.mark.parametrize(
    ("asked", "has", "taken"),
    [
        ("bf16-mixed", False, "32-true"),
        ("bf16-mixed", True, "bf16-mixed"),
        ("32-true", True, "32-true"),
    ],
)
def test_a_run_computes_in_what_the_processor_has(
    asked: str, has: bool, taken: str, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from audiosep_core.training import run

    recipe = recipe.model_copy(update={"optimisation": recipe.optimisation.model_copy(update={"precision": asked})})
    monkeypatch.setattr(run, "emulates_bf16", lambda _: not has)
    trainer = run._trainer(recipe, tmp_path, 1, run.RunOptions(accelerator="cpu"), [])
    assert trainer.precision == taken
