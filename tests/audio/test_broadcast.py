"""Broadcast WAV: samples come back, and every reader finds where in its recording the file begins."""

import json
import shutil
import struct
import subprocess
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

from audiosep_core.audio import broadcast
from audiosep_core.audio.broadcast import BroadcastInfo, read_broadcast, write_broadcast
from audiosep_core.audio.tags import Tags
from audiosep_core.audio.wav_header import packed
from audiosep_core.audio.write import AudioWriter
from audiosep_core.errors import AudioReadError, AudioWriteError


def _noise(frames: int, channels: int) -> np.ndarray:
    return np.random.default_rng(5).uniform(-1, 1, (frames, channels)).astype(np.float32)


@pytest.mark.parametrize("channels", [1, 2, 3, 6])
@pytest.mark.parametrize("subtype", broadcast.SUBTYPES)
def test_samples_and_place_come_back(tmp_path: Path, channels: int, subtype: broadcast.Subtype) -> None:
    sound = _noise(1001, channels)
    path = tmp_path / "犬 bark.wav"
    info = BroadcastInfo(123_456_789, "dog barking", reference="yard", date="2026-11-28", time="01:02:03")
    clipped = write_broadcast(
        path, [sound[:400], sound[400:]], info, rate_hz=48000, channels=channels, frames=1001, subtype=subtype
    )
    back, rate_hz = soundfile.read(path, dtype="float32", always_2d=True)
    assert (rate_hz, clipped) == (48000, 0)
    assert soundfile.info(path).subtype == subtype
    if subtype == "FLOAT":
        np.testing.assert_array_equal(back, sound)
    else:
        assert np.max(np.abs(back - sound)) <= 0.51 / 8388608
    assert read_broadcast(path) == info
    assert path.stat().st_size % 2 == 0


@pytest.mark.parametrize("subtype", ["FLOAT", "PCM_16"])
def test_words_that_are_names_of_chunks_are_words(tmp_path: Path, subtype: str) -> None:
    """The description lies before the samples, where their chunk is looked for; the tags lie behind them."""
    sound = 0.5 * _noise(4800, 2)
    info = BroadcastInfo(7, "my data, fmt and ds64")
    tags = Tags({"title": "data data"}, None)
    chunks = ((b"bext", info.chunk()),)
    with AudioWriter(tmp_path / "a.wav", 48000, 2, subtype=subtype, tags=tags, chunks=chunks) as writer:
        writer.write(sound)
    back, _ = soundfile.read(writer.path, dtype="float32", always_2d=True)
    assert back.shape == sound.shape
    np.testing.assert_allclose(back, sound, atol=0 if subtype == "FLOAT" else 3 / 32768)
    assert read_broadcast(writer.path) == info


@given(st.integers(0, 2**64 - 1), st.text(max_size=300))
def test_any_place_and_any_words(time_reference: int, words: str) -> None:
    body = BroadcastInfo(time_reference, words).chunk()
    assert len(body) == 602
    back = BroadcastInfo.parse(body)
    assert back.time_reference == time_reference
    assert back.description.isascii()
    assert len(back.description) <= 256


@pytest.mark.skipif(shutil.which("ffprobe") is None, reason="ffprobe is not on this machine")
def test_another_program_finds_the_place(tmp_path: Path) -> None:
    path = tmp_path / "bark.wav"
    write_broadcast(path, [_noise(500, 2)], BroadcastInfo(88_200, "Voilà"), rate_hz=44100, channels=2, frames=500)
    command = ["ffprobe", "-v", "error", "-of", "json", "-show_format", "-show_streams", str(path)]
    answer = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert answer["format"]["tags"]["time_reference"] == "88200"
    assert answer["format"]["tags"]["comment"] == "Voila"
    assert (answer["streams"][0]["codec_name"], answer["streams"][0]["duration_ts"]) == ("pcm_f32le", 500)


def test_too_long_for_a_plain_header(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(broadcast, "_LARGEST_RIFF", 5000)
    header = broadcast._header(BroadcastInfo(7), 48000, 2, 10_000, "FLOAT")
    assert header[:4] == b"RF64"
    assert header[12:16] == b"ds64"
    whole, data, frames = struct.unpack_from("<QQQ", header, 20)
    assert (data, frames) == (80_000, 10_000)
    assert whole == len(header) + 80_000 - 8


def test_a_long_file_is_read_by_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = _noise(10_000, 2)
    header = broadcast._header(BroadcastInfo(7), 48000, 2, 10_000, "FLOAT")
    # As it would stand above 4 GiB, but with a short sound behind it.
    long = packed(b"ds64", struct.pack("<QQQI", len(header) + 80_000 - 8, 80_000, 10_000, 0))
    head = b"RF64" + struct.pack("<I", 0xFFFFFFFF) + b"WAVE" + long + header[48:-4] + struct.pack("<I", 0xFFFFFFFF)
    path = tmp_path / "long.wav"
    path.write_bytes(head + sound.astype("<f4").tobytes())
    np.testing.assert_array_equal(soundfile.read(path, dtype="float32")[0], sound)
    assert read_broadcast(path) == BroadcastInfo(7)


def test_loud_samples_are_clipped_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "loud.wav"
    sound = np.array([[1.5], [-2.0], [0.5], [1.0]], np.float32)
    info = BroadcastInfo(0)
    assert write_broadcast(path, [sound], info, rate_hz=8000, channels=1, frames=4, subtype="PCM_24") == 2
    back = soundfile.read(path)[0]
    np.testing.assert_allclose(back, [1, -1, 0.5, 1], atol=2e-7)


def test_refusals(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="before its recording"):
        BroadcastInfo(-1).chunk()
    with pytest.raises(AudioWriteError) as caught:
        write_broadcast(
            tmp_path / "none" / "a.wav", [], BroadcastInfo(0), rate_hz=8000, channels=1, frames=0, subtype="FLOAT"
        )
    assert caught.value.code == "folder-missing"
    with pytest.raises(ValueError, match="promised"):
        write_broadcast(tmp_path / "a.wav", [_noise(3, 1)], BroadcastInfo(0), rate_hz=8000, channels=1, frames=4)
    other = tmp_path / "b.wav"
    other.write_bytes(b"no sound at all")
    with pytest.raises(AudioReadError):
        read_broadcast(other)
    soundfile.write(other, np.zeros(10), 8000)
    assert read_broadcast(other) is None
