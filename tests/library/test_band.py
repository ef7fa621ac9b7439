"""A model's own band is read from its file; a checkpoint that does not say has the published rate."""

import json
import struct
from pathlib import Path

import pytest

from audiosep_core.library.band import band_limit_hz


def write(path: Path, head: dict[str, object]) -> str:
    text = json.dumps(head).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text)
    return str(path)


def test_the_bundled_model_hears_up_to_16_khz() -> None:
    assert band_limit_hz("starter") == 16_000


def test_a_file_tells_its_rate(tmp_path: Path) -> None:
    head = {"__metadata__": {"config": json.dumps({"sample_rate_hz": 48_000})}}
    assert band_limit_hz(write(tmp_path / "own.safetensors", head)) == 24_000


@pytest.mark.parametrize("content", [b"", b"short", b"\xff" * 40, struct.pack("<Q", 2) + b"{}"])
def test_a_file_that_tells_nothing_has_the_published_rate(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "own.safetensors"
    path.write_bytes(content)
    assert band_limit_hz(str(path)) == 16_000
    other = tmp_path / "model.ckpt"
    other.write_bytes(content)
    assert band_limit_hz(str(other)) == 16_000


def test_no_model_no_limit() -> None:
    assert band_limit_hz("no-such-model") == 0
