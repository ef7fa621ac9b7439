"""A model of one's own, imported: with what lies beside it, and in half precision where that is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file
from torch.testing import assert_close

from audiosep_core.errors import ModelError
from audiosep_core.model.config import ModelConfig
from audiosep_core.model.file import AUDIO_FORMAT, load_network, read_facts, save_network
from audiosep_core.model.imports import import_checkpoint
from audiosep_core.model.resunet import ResUNet

CONFIG = ModelConfig(n_fft=64, hop=16, widths=(2, 2, 4), pools=((2, 2), (1, 2)), condition_size=4)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """In single precision, with an audio tower and words beside it."""
    path = tmp_path / "here" / "mine.safetensors"
    path.parent.mkdir()
    save_network(path, CONFIG, ResUNet(CONFIG).state_dict(), torch.float32, {"seed": "7", "origin": "x"})
    save_file(
        {"tower.weight": torch.ones(3, 3), "tower.bias": torch.ones(3)},
        path.with_name("mine.audio.safetensors"),
        {"format": AUDIO_FORMAT, "origin": "x"},
    )
    path.with_name("mine.words.safetensors").write_bytes(b"words")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "there"
    place.mkdir()
    return place


def test_what_lies_beside_a_model_comes_with_it(own: Path, folder: Path) -> None:
    import_checkpoint(own, folder, "new")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        f"new{end}": own.with_name(f"mine{end}").read_bytes()
        for end in (".safetensors", ".audio.safetensors", ".words.safetensors")
    }


def test_half_precision_is_written_and_the_model_stays_as_it_was(own: Path, folder: Path) -> None:
    before = own.read_bytes()
    path = import_checkpoint(own, folder, "new", half=True)
    assert own.read_bytes() == before
    for end in (".safetensors", ".audio.safetensors"):
        whole, half = load_file(own.with_name("mine" + end)), load_file(folder / ("new" + end))
        assert whole.keys() == half.keys()
        assert {value.dtype for value in half.values() if value.ndim >= 2} == {torch.float16}
        assert_close({name: value.to(whole[name].dtype) for name, value in half.items()}, whole, atol=1e-3, rtol=1e-3)
        facts = {**read_facts(own.with_name("mine" + end)), "precision": "float16"}
        assert read_facts(folder / ("new" + end)) == facts
    assert load_network(path).config == CONFIG
    assert (folder / "new.words.safetensors").read_bytes() == b"words"


@pytest.mark.parametrize("name", ["new.audio", "new.words"])
def test_a_model_is_not_called_like_what_lies_beside_one(own: Path, folder: Path, name: str) -> None:
    with pytest.raises(ModelError) as caught:
        import_checkpoint(own, folder, name)
    assert caught.value.code == "name-invalid"
