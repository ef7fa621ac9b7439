"""The sentence encoder in half precision says what the published one says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import torch

from audiosep_core.errors import ModelError
from audiosep_core.query import minilm
from installer.frozen.halved import PLACE, halve

PROMPTS = ["a dog barking", "rain", "somebody plays a slow melody on an old piano in the next room", "?x!"]


@pytest.fixture
def halved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    published = minilm.package_folder()
    assert published.joinpath("model.safetensors").parts[-3:] == PLACE.parts
    folder = shutil.copytree(published, tmp_path / "model")
    halve(folder / "model.safetensors")
    monkeypatch.setattr(minilm, "package_folder", lambda: folder)
    return folder


def test_it_is_half_as_large_and_steers_as_the_published_one(halved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = minilm.MiniLMEncoder().encode(PROMPTS)
    monkeypatch.undo()
    theirs = minilm.MiniLMEncoder().encode(PROMPTS)
    assert ours.dtype == torch.float32
    torch.testing.assert_close(ours, theirs, atol=1e-3, rtol=0)
    assert (ours * theirs).sum(dim=1).min() > 0.99999
    published = minilm.package_folder() / "model.safetensors"
    assert (halved / "model.safetensors").stat().st_size < 0.51 * published.stat().st_size


def test_other_halved_weights_are_not_used(halved: Path) -> None:
    with (halved / "model.safetensors").open("r+b") as file:
        file.seek(-1, 2)
        file.write(b"\x7f")
    with pytest.raises(ModelError, match="not the published"):
        minilm.MiniLMEncoder()
