from __future__ import annotations

from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from audiosep_core.errors import ModelError
from audiosep_core.model.config import ModelConfig
from audiosep_core.model.file import FORMAT, load_network, read_metadata, save_network
from audiosep_core.model.resunet import ResUNet

CONFIG = ModelConfig(n_fft=64, hop=16, widths=(2, 2, 4), pools=((2, 2), (1, 2)), condition_size=4)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "own.safetensors"
    save_network(path, CONFIG, ResUNet(CONFIG).state_dict(), torch.float16, {"seed": "7"})
    return path


def test_a_saved_network_comes_back(saved: Path) -> None:
    network = load_network(saved)
    assert network.config == CONFIG
    assert not network.training
    assert next(network.parameters()).dtype == torch.float32
    assert read_metadata(saved)["seed"] == "7"


def test_the_words_beside_a_model_say_which_file_is_meant(tmp_path: Path) -> None:
    path = tmp_path / "mine.words.safetensors"
    save_file({"phrases": torch.zeros(1)}, path, metadata={"format": "audiosep-desktop-words/1"})
    with pytest.raises(ModelError, match="words that a model knows") as caught:
        read_metadata(path)
    assert "mine.safetensors" in caught.value.hint


def change(path: Path, edit: str) -> None:
    state = ResUNet(CONFIG).state_dict()
    if edit == "missing":
        del state["stem.weight"]
    elif edit == "surplus":
        state["stranger"] = torch.zeros(1)
    elif edit == "shape":
        state["stem.weight"] = torch.zeros(3, 1, 1, 1)
    elif edit == "nan":
        state["stem.weight"] = state["stem.weight"] * float("nan")
    save_network(path, CONFIG, state, torch.float32, {})


@pytest.mark.parametrize("edit", ["missing", "surplus", "shape", "nan"])
def test_weights_that_do_not_fit_are_refused_by_name(saved: Path, edit: str) -> None:
    change(saved, edit)
    with pytest.raises(ModelError, match=r"stem\.weight|stranger") as caught:
        load_network(saved)
    assert caught.value.code == "model-damaged"


@pytest.mark.parametrize(
    "config", [None, "not json", "[1]", '{"stranger": 1}', '{"widths": 3}', '{"widths": [2, 2]}', '{"n_fft": "wide"}',
               '{"widths": [-1, 2], "pools": [[1, 1]]}'],
)  # fmt: skip
def test_a_config_that_describes_no_network_is_damage(tmp_path: Path, config: str | None) -> None:
    path = tmp_path / "odd.safetensors"
    facts = {"format": FORMAT} if config is None else {"format": FORMAT, "config": config}
    save_file({"x": torch.zeros(1)}, path, metadata=facts)
    with pytest.raises(ModelError, match=r"odd\.safetensors") as caught:
        load_network(path)
    assert caught.value.code == "model-damaged"


def test_other_files_are_named_for_what_they_are(tmp_path: Path) -> None:
    text = tmp_path / "a.safetensors"
    text.write_text("not weights")
    foreign = tmp_path / "b.safetensors"
    save_file({"x": torch.zeros(1)}, foreign)
    codes = []
    for path in (text, foreign, tmp_path / "none.safetensors"):
        with pytest.raises(ModelError) as caught:
            load_network(path)
        codes.append(caught.value.code)
    assert codes == ["model-damaged", "model-unknown", "model-missing"]


def test_a_model_file_may_be_read_by_whom_any_new_file_may_be(tmp_path: Path) -> None:
    save_network(tmp_path / "model.safetensors", CONFIG, ResUNet(CONFIG).state_dict(), torch.float16, {})
    (tmp_path / "plain").touch()
    assert (tmp_path / "model.safetensors").stat().st_mode == (tmp_path / "plain").stat().st_mode
    assert len(list(tmp_path.iterdir())) == 2
