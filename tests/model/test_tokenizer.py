from __future__ import annotations

import json
from pathlib import Path

import huggingface_hub.constants
import pytest

from audiosep_core.errors import ModelError
from audiosep_core.library.paths import models_folder
from audiosep_core.model.config import ModelConfig
from audiosep_core.model.loaded import LoadedModel
from audiosep_core.model.resunet import ResUNet
from audiosep_core.model.tokenizer import REPOSITORY, REVISION, find_tokenizer
from tests.library.loopback_hub import HubFile, loopback_hub

TINY = ModelConfig(n_fft=64, hop=16, widths=(2, 2), pools=((1, 1),), condition_size=4)


def write(folder: Path, merges: str, special: tuple[str, ...] = ("<s>", "<pad>", "</s>", "<unk>")) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "vocab.json").write_text(json.dumps({token: i for i, token in enumerate(special)}))
    (folder / "merges.txt").write_text(merges)
    return folder


@pytest.fixture
def model(tmp_path: Path) -> LoadedModel:
    return LoadedModel(tmp_path / "here" / "model.ckpt", ResUNet(TINY))


def test_the_nearest_tokenizer_is_taken(model: LoadedModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", True)
    fresh = lambda: LoadedModel(model.path, model.network)  # noqa: E731
    write(models_folder() / "tokenizer", "models")
    assert fresh().tokenizer().merges == b"models"
    write(model.path.parent / "tokenizer", "inside")
    assert fresh().tokenizer().merges == b"inside"
    write(model.path.parent, "beside")
    assert fresh().tokenizer().merges == b"beside"


def test_another_tokenizer_of_that_name_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "one", "gpt", ("!", '"', "#"))
    write(tmp_path / "two", "broken")
    (tmp_path / "two" / "vocab.json").write_text("{")
    write(tmp_path / "three", "right")
    (tmp_path / "four").mkdir()
    found = find_tokenizer(tmp_path / name for name in ("four", "one", "two", "three"))
    assert found is not None
    assert found.merges == b"right"
    assert find_tokenizer([tmp_path / "one", tmp_path / "none"]) is None


def test_the_hubs_cache_is_looked_into_last(
    model: LoadedModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", True)
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_CACHE", str(tmp_path / "hub"))
    with pytest.raises(ModelError) as caught:
        model.tokenizer()
    assert caught.value.code == "tokenizer-missing"
    assert "vocab.json" in caught.value.hint
    write(tmp_path / "hub" / "models--FacebookAI--roberta-base" / "snapshots" / REVISION, "hub")
    assert model.tokenizer().merges == b"hub"


def test_a_hub_that_does_not_answer_is_a_sentence(
    model: LoadedModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", False)
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_CACHE", str(tmp_path / "hub"))
    monkeypatch.setattr(huggingface_hub.constants, "ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(ModelError) as caught:
        model.tokenizer()
    assert caught.value.code == "tokenizer-missing"


def test_another_tokenizer_than_the_catalogues_is_never_read(
    model: LoadedModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_CACHE", str(tmp_path / "hub"))
    forged = write(tmp_path / "forged", "merges")
    with loopback_hub() as server:
        monkeypatch.setenv("HF_ENDPOINT", server.address)
        for name in ("vocab.json", "merges.txt"):
            place = f"{REPOSITORY}/resolve/{REVISION}/{name}"
            server.add(place, HubFile((forged / name).read_bytes(), large=False))
        with pytest.raises(ModelError) as caught:
            model.tokenizer()
    assert server.requests != []
    assert caught.value.code == "tokenizer-missing"
    assert list(models_folder().glob("*.json")) == []
