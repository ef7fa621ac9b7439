from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from audiosep_core.batch.request import BatchRequest, file_sha256
from audiosep_core.errors import ModelError, PromptError
from audiosep_core.types import SeparationOptions

ASKED = BatchRequest(("a dog",), model_sha256="0")


@pytest.mark.parametrize(
    "change",
    [
        {"prompts": ("a cat",)}, {"prompts": ("a dog", "rain")}, {"model_sha256": "1"}, {"rest": True},
        {"container": "flac"}, {"subtype": "PCM_16"}, {"separation": SeparationOptions(strength=0.5)},
        {"separation": SeparationOptions(against=("music",))},
        {"separation": SeparationOptions(band_hz=(100.0, 900.0))},
    ],
)  # fmt: skip
def test_whatever_decides_the_result_is_in_the_hash(change: dict[str, object]) -> None:
    assert replace(ASKED, **change).sha256 != ASKED.sha256  # type: ignore[arg-type]


def test_names_and_devices_are_not() -> None:
    assert replace(ASKED, device="cpu", backend="torch", model="/elsewhere/starter.safetensors").sha256 == ASKED.sha256


def test_the_hash_is_the_same_in_every_process_and_version() -> None:
    """A changed hash does everything again that was ever done: on purpose only."""
    assert BatchRequest(separation=SeparationOptions()).sha256 == BatchRequest().sha256
    strong = replace(ASKED, separation=SeparationOptions(strength=0.5))
    text = b'{"model_sha256": "0", "prompts": ["a dog"], "separation": {"strength": 0.5}}'
    assert strong.sha256 == hashlib.sha256(text).hexdigest()
    assert ASKED.sha256 == hashlib.sha256(b'{"model_sha256": "0", "prompts": ["a dog"]}').hexdigest()


def test_the_model_is_known_by_its_bytes(tiny_model: Path) -> None:
    request = replace(ASKED, model=str(tiny_model)).with_model()
    assert request.model_sha256 == file_sha256(tiny_model)
    with pytest.raises(ModelError):
        replace(ASKED, model="nothing").with_model()


@pytest.mark.parametrize("prompts", [(), ("",), ("a dog", "  ")])
def test_no_words_are_an_error(prompts: tuple[str, ...]) -> None:
    with pytest.raises(PromptError):
        BatchRequest(prompts).of(())
    assert BatchRequest(prompts).of(("rain",)).prompts == ("rain",)
