"""Of a WAV, FLAC or MP3 that ends too early, at least nine tenths of the whole sound come back, as they were."""

from __future__ import annotations

from pathlib import Path
from random import Random

import av
import numpy as np
import pytest
import soundfile

from audiosep_core.audio.formats import Container
from audiosep_core.audio.read import open_audio, read_audio
from audiosep_core.audio.write import AudioWriter
from audiosep_core.types import AudioArray
from tests.hostile.clips import EXAMPLE
from tests.hostile.conftest import CASES

pytestmark = pytest.mark.reliability

KINDS: list[tuple[Container, str]] = [
    ("wav", "PCM_16"),
    ("flac", "PCM_16"),
    ("mp3", "V0"),
    ("wav", "FLOAT"),
    ("flac", "PCM_24"),
    ("mp3", "320"),
]
LEAST_SHARE = 0.9
_MP3_DELAY = 1105  # frames that the encoder puts before the sound


def whole_frames(path: Path) -> list[tuple[int, int]]:
    """Where each packet of a file ends, in bytes, and how much sound there is up to there, in frames."""
    with av.open(str(path)) as file:
        stream = file.streams.audio[0]
        ends, frames = [], 0
        for packet in file.demux(stream):
            if packet.size and packet.pos is not None:
                frames += round((packet.duration or 0) * float(stream.time_base or 0) * stream.rate)
                ends.append((packet.pos + packet.size, frames))
    return ends


class Recording:
    """The example in one format: its bytes, its sound, and where in the bytes the sound lies."""

    def __init__(self, folder: Path, container: Container, subtype: str) -> None:
        self.container = container
        self.path = folder / f"{container}-{subtype}.{container}"
        sound, rate_hz = soundfile.read(str(EXAMPLE), dtype="float32", always_2d=True)
        with AudioWriter(self.path, rate_hz, sound.shape[1], container=container, subtype=subtype) as writer:
            writer.write(sound)
        self.content = self.path.read_bytes()
        self.sound = read_audio(self.path).samples
        self._ends = whole_frames(self.path)
        self.first = self._ends[0][0]

    def intact(self, size: int) -> int:
        """Frames of sound in the first `size` bytes."""
        if self.container == "wav":
            start = len(self.content) - self.sound.shape[0] * self._frame_bytes
            return max(0, size - start) // self._frame_bytes
        whole = max((frames for end, frames in self._ends if end <= size), default=0)
        return max(0, whole - (_MP3_DELAY if self.container == "mp3" else 0))

    @property
    def _frame_bytes(self) -> int:
        return round(len(self.content) / self.sound.size) * self.sound.shape[1]


@pytest.fixture(scope="module")
def recordings_cut(tmp_path_factory: pytest.TempPathFactory) -> list[Recording]:
    folder = tmp_path_factory.mktemp("whole")
    return [Recording(folder, container, subtype) for container, subtype in KINDS]


def recovered(path: Path) -> tuple[AudioArray, bool]:
    with open_audio(path) as reader:
        blocks = list(reader.blocks())
        return np.concatenate(blocks), reader.truncated


@pytest.mark.timeout(60 + CASES)
def test_what_is_whole_of_a_cut_file_comes_back(recordings_cut: list[Recording], tmp_path: Path) -> None:
    shares: dict[str, list[float]] = {}
    for seed in range(CASES):
        recording = recordings_cut[seed % len(KINDS)]
        size = Random(seed).randrange(recording.first + 4000, len(recording.content) - 4000)
        path = tmp_path / f"cut-{seed}{recording.path.suffix}"
        path.write_bytes(recording.content[:size])
        got, told = recovered(path)
        intact = recording.intact(size)
        share = len(got) / intact
        assert share >= LEAST_SHARE, f"{path.name}, {size} bytes: {len(got)} of {intact} frames"
        assert told or recording.container == "mp3", f"{path.name}: it was not said that it is cut"
        same = min(len(got), round(LEAST_SHARE * intact))
        np.testing.assert_allclose(got[:same], recording.sound[:same], atol=1e-4, err_msg=path.name)
        shares.setdefault(recording.container, []).append(min(share, 1.0))
        path.unlink()
    print({container: f"{len(found)} cuts, at least {min(found):.2%}" for container, found in shares.items()})
