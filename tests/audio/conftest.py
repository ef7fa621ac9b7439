"""Made sounds and files in many formats; nothing here is committed."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

Sound = NDArray[np.float32]


def make_sound(frames: int, channels: int, rate_hz: int = 44100, seed: int = 0) -> Sound:
    """Tones and a little noise, different in every channel, peak about 0.6."""
    time = np.arange(frames)[:, None] / rate_hz
    tones = 0.5 * np.sin(2 * np.pi * np.linspace(300, 900, channels) * time)
    noise = np.random.default_rng(seed).normal(0, 0.02, (frames, channels))
    return (tones + noise).astype(np.float32)


def encode(path: Path, codec: str, sound: Sound | None, rate_hz: int = 48000, *, video: bool = False) -> Path:
    """Encode with FFmpeg; without a sound only the picture is written."""
    with av.open(str(path), "w") as file:
        picture = None
        if video:
            picture = file.add_stream("mpeg4", rate=25)
            picture.width = picture.height = 64
            picture.pix_fmt = "yuv420p"
        if sound is not None:
            layout = {1: "mono", 2: "stereo", 6: "5.1"}[sound.shape[1]]
            stream = file.add_stream(codec, rate=rate_hz, layout=layout)
            stream.bit_rate = 128000
            for start in range(0, len(sound), 1024):
                frame = av.AudioFrame.from_ndarray(
                    np.ascontiguousarray(sound[start : start + 1024].T), format="fltp", layout=layout
                )
                frame.sample_rate, frame.pts, frame.time_base = rate_hz, start, Fraction(1, rate_hz)
                for packet in stream.encode(frame):
                    file.mux(packet)
            for packet in stream.encode(None):
                file.mux(packet)
        if picture is not None:
            for index in range(25):
                image = av.VideoFrame(64, 64, "yuv420p")
                image.pts = index
                for packet in picture.encode(image):
                    file.mux(packet)
            for packet in picture.encode(None):
                file.mux(packet)
    return path


@pytest.fixture
def wav(tmp_path: Path) -> Callable[..., Path]:
    """Write a float WAV: wav(name, sound, rate_hz=44100)."""

    def write(name: str, sound: Sound, rate_hz: int = 44100) -> Path:
        path = tmp_path / name
        soundfile.write(path, sound, rate_hz, format="WAV", subtype="FLOAT")
        return path

    return write


def cut_file(path: Path, share: float, name: str | None = None) -> Path:
    """A copy of `path` that ends after `share` of its bytes."""
    data = path.read_bytes()
    cut = path.with_name(name or f"cut-{path.name}")
    cut.write_bytes(data[: int(len(data) * share)])
    return cut
