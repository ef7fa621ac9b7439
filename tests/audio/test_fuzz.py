"""Whatever is done to a file: sound, or an AudioReadError; never a library's own exception."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from audiosep_core.audio.read import open_audio
from audiosep_core.errors import AudioReadError

from .conftest import encode, make_sound


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, bytes]]:
    """Small files of many kinds: name and content."""
    folder = tmp_path_factory.mktemp("kinds")
    sound = make_sound(9000, 2, 48000)
    for name, kind in (("a.wav", "WAV"), ("b.wav", "RF64"), ("a.flac", "FLAC"), ("a.aiff", "AIFF"), ("a.mp3", "MP3")):
        soundfile.write(folder / name, sound, 48000, format=kind)
    soundfile.write(folder / "a.ogg", sound, 48000, format="OGG")
    for name, codec in (("a.m4a", "aac"), ("a.mkv", "aac"), ("a.opus", "libopus"), ("a.aac", "aac")):
        encode(folder / name, codec, sound)
    return [(path.name, path.read_bytes()) for path in sorted(folder.iterdir())]


@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_damage_never_escapes(
    samples: list[tuple[str, bytes]], tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    name, content = data.draw(st.sampled_from(samples))
    damaged = bytearray(content[: data.draw(st.integers(1, len(content)))])
    for _ in range(data.draw(st.integers(0, 3))):
        # Headers are where it hurts.
        at = data.draw(st.integers(0, min(len(damaged), 300) - 1) | st.integers(0, len(damaged) - 1))
        damaged[at] = data.draw(st.integers(0, 255))
    code = "none"
    path = _write(tmp_path_factory, name, bytes(damaged))
    try:
        with open_audio(path) as reader:
            total = 0
            for block in reader.blocks():
                assert block.dtype == np.float32
                assert block.shape[1] == reader.info.channels
                assert np.isfinite(block).all()
                total += len(block)
            assert total == reader.info.frames
    except AudioReadError as error:
        code = error.code
    assert code in ("none", "file-damaged", "file-empty", "not-audio", "no-audio-track")


def _write(factory: pytest.TempPathFactory, name: str, content: bytes) -> Path:
    path = factory.mktemp("damaged") / name
    path.write_bytes(content)
    return path
