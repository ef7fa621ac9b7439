"""Exports over 4 GiB: RF64, whole, as other programs read it."""

from __future__ import annotations

import shutil
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from audiosep_core.audio import wav_header
from audiosep_core.audio.direct import FileSound
from audiosep_core.audio.write import AudioWriter

from .conftest import make_sound

RATE, CHANNELS = 48_000, 6


@pytest.mark.parametrize("over", [-2, 0, 2])
def test_the_header_changes_at_the_very_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, over: int) -> None:
    """A size of RIFF has 32 bits; one frame more than they can tell makes it RF64."""
    frames = 1000
    with AudioWriter(tmp_path / "first.wav", RATE, 1, subtype="PCM_16") as out:
        out.write(np.zeros((frames, 1), np.float32))
    size = (tmp_path / "first.wav").stat().st_size - 8
    monkeypatch.setattr(wav_header, "_LARGEST_WAV", size - over)
    with AudioWriter(tmp_path / "a.wav", RATE, 1, subtype="PCM_16") as out:
        out.write(make_sound(frames, 1, RATE))
    data = (tmp_path / "a.wav").read_bytes()
    assert len(data) == size + 8
    if over <= 0:
        assert data[:4] == b"RIFF"
        assert struct.unpack_from("<I", data, 4)[0] == len(data) - 8
    else:
        assert data[:4] == b"RF64"
        riff, sound = struct.unpack_from("<QQ", data, data.index(b"ds64") + 8)
        assert (riff, sound) == (len(data) - 8, 2 * frames)
    assert soundfile.info(tmp_path / "a.wav").frames == frames


@pytest.fixture
def emptied(tmp_path: Path) -> Iterator[Path]:
    """A folder whose files do not stay until the next run but two."""
    yield tmp_path
    for path in tmp_path.iterdir():
        path.unlink()


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_an_export_over_4_gib_is_whole(emptied: Path) -> None:
    block = make_sound(RATE, CHANNELS, RATE)
    seconds = (1 << 32) // block.nbytes + 2
    size = seconds * block.nbytes
    if shutil.disk_usage(emptied).free < 2 * size:
        pytest.skip(f"needs {2 * size / 1e9:.0f} GB of disk")
    path = emptied / "long.wav"
    last = make_sound(RATE, CHANNELS, RATE, seed=1)
    with AudioWriter(path, RATE, CHANNELS) as out:
        for _ in range(seconds - 1):
            out.write(block)
        out.write(last)
    assert path.stat().st_size > 1 << 32
    with path.open("rb") as file:
        assert file.read(4) == b"RF64"

    info = soundfile.info(path)
    assert (info.format, info.frames, info.channels) == ("RF64", seconds * RATE, CHANNELS)
    tail, _ = soundfile.read(path, start=(seconds - 1) * RATE, dtype="float32")
    np.testing.assert_array_equal(tail, last)
    with FileSound.try_open(path) as sound:  # type: ignore[union-attr]
        np.testing.assert_array_equal(sound.read(sound.frames - RATE, sound.frames), last)

    # FFmpeg is what most other programs read with.
    told = subprocess.run(
        ["ffprobe", "-v", "error", "-show_entries", "stream=duration_ts,channels", "-of", "csv=p=0", path],
        check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert told.stdout.strip().split(",") == [str(CHANNELS), str(seconds * RATE)]
    decoded = subprocess.run(
        ["ffmpeg", "-v", "error", "-ss", str(seconds - 1), "-i", path, "-f", "f32le", "-"],
        check=True, stdout=subprocess.PIPE,
    )  # fmt: skip
    np.testing.assert_array_equal(np.frombuffer(decoded.stdout, "<f4").reshape(-1, CHANNELS), last)
