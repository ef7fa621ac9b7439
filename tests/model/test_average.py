from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from typer.testing import CliRunner

from audiosep_core.cli import app
from audiosep_core.errors import ModelError
from audiosep_core.library.arrival import WORDS
from audiosep_core.model.average import average
from audiosep_core.model.checkpoint.clap_keys import PREFIX as TOWER
from audiosep_core.model.config import ModelConfig
from audiosep_core.model.file import TOKENIZER, load_network, read_companions, read_metadata, save_network
from audiosep_core.model.resunet import ResUNet
from audiosep_core.query.words import KnownWords
from audiosep_core.training.words import save_words

CONFIG = ModelConfig(n_fft=64, hop=32, widths=(2, 2), pools=((1, 1),), condition_size=4, outputs="mask")


def model(path: Path, seed: int, config: ModelConfig = CONFIG) -> dict[str, torch.Tensor]:
    torch.manual_seed(seed)
    save_network(path, config, ResUNet(config).state_dict(), torch.float32, {"seed": str(seed)})
    return load_network(path).state_dict()


def test_the_mean_has_of_each_its_share(tmp_path: Path) -> None:
    paths = [tmp_path / "a.safetensors", tmp_path / "b.safetensors"]
    first, second = (model(path, seed) for seed, path in enumerate(paths))
    average(paths, [3, 7], tmp_path / "mean.safetensors")
    mean = load_network(tmp_path / "mean.safetensors").state_dict()
    name = "encoder.0.conv1.weight"
    assert torch.allclose(mean[name], 0.3 * first[name] + 0.7 * second[name], atol=1e-3)
    assert read_metadata(tmp_path / "mean.safetensors")["seed"] == "1"


def test_it_keeps_the_text_tower_without_which_it_could_not_be_asked(tmp_path: Path) -> None:
    config = replace(CONFIG, encoder="clap")
    paths = [tmp_path / "a.safetensors", tmp_path / "b.safetensors"]
    beside = {f"{TOWER}weight": torch.arange(4.0).reshape(2, 2), f"{TOKENIZER}merges": torch.tensor([1, 2])}
    for path in paths:
        save_network(path, config, ResUNet(config).state_dict(), torch.float32, {}, beside)
    average(paths, [1, 1], tmp_path / "mean.safetensors")
    kept = read_companions(tmp_path / "mean.safetensors")
    assert kept.keys() == beside.keys()
    assert all(torch.equal(kept[name], value) for name, value in beside.items())
    assert load_network(tmp_path / "mean.safetensors").config == config


def test_its_words_are_those_of_all_or_none(tmp_path: Path) -> None:
    a, b, mean = (tmp_path / f"{name}.safetensors" for name in ("a", "b", "mean"))
    for seed, (path, label) in enumerate(((a, "bark"), (b, "rain"))):
        model(path, seed)
        vector = torch.eye(4)[seed : seed + 1]
        save_words(path.with_suffix(WORDS), KnownWords([label], vector, vector, torch.tensor([0])))
    shares = ["--share", "1", "--share", "1", "-o", str(mean)]
    assert CliRunner().invoke(app, ["average", str(a), str(b), *shares]).exit_code == 0
    words = KnownWords.beside(mean)
    assert words is not None
    assert list(words.labels) == ["bark", "rain"]
    assert torch.equal(words.phrases.float(), torch.eye(4)[:2])
    b.with_suffix(WORDS).unlink()
    assert CliRunner().invoke(app, ["average", str(a), str(b), *shares]).exit_code == 0
    assert KnownWords.beside(mean) is None, "those of a few would draw all others towards them"


def test_other_layouts_and_shares_are_refused(tmp_path: Path) -> None:
    paths = [tmp_path / "a.safetensors", tmp_path / "b.safetensors"]
    model(paths[0], 0)
    model(paths[1], 1, replace(CONFIG, hop=16))
    with pytest.raises(ModelError, match="one layout") as caught:
        average(paths, [1, 1], tmp_path / "mean.safetensors")
    assert "audiosep info" not in caught.value.hint
    with pytest.raises(ValueError, match="positive"):
        average(paths, [1, 0], tmp_path / "mean.safetensors")
    assert not (tmp_path / "mean.safetensors").exists()
