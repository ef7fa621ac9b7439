from __future__ import annotations

from pathlib import Path

import pytest

from audiosep_core.errors import ModelError
from audiosep_core.library.registry import model_title, takes_examples


def test_examples_need_a_second_file_or_a_checkpoint(tmp_path: Path) -> None:
    for name in ("both.safetensors", "both.audio.safetensors", "words.safetensors", "published.ckpt"):
        (tmp_path / name).touch()
    assert takes_examples(str(tmp_path / "both.safetensors"))
    assert takes_examples(str(tmp_path / "published.ckpt"))
    assert not takes_examples(str(tmp_path / "words.safetensors"))
    assert not takes_examples("starter")
    with pytest.raises(ModelError):
        takes_examples("no such model")


def test_a_model_is_called_by_its_title() -> None:
    assert [model_title(name) for name in ("starter", "audiosep-base")] == ["Starter", "AudioSep base"]
    assert model_title("/somewhere/mine.safetensors") == "mine"
