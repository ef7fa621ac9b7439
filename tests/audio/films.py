"""Small films and a sound that codecs keep well."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

from audiosep_core.types import AudioArray


def chirp(frames: int, channels: int, rate_hz: int) -> AudioArray:
    """What a codec keeps well: a chirp with an edge where it begins."""
    time = np.arange(frames) / rate_hz
    tone = 0.4 * np.sin(2 * np.pi * (300 * time + 400 * time**2)) * (time > 0.01)
    return np.stack([tone / (place + 1) for place in range(channels)], axis=1).astype(np.float32)


def film(path: Path, muxer: str, codec: str, sound_codec: str, delay_s: float = 0.0) -> Path:
    rate_hz = 48000
    with av.open(str(path), "w", format=muxer) as out:
        pictures: Any = out.add_stream(codec, rate=25)
        pictures.width, pictures.height, pictures.pix_fmt = 64, 48, "yuv420p"
        sound: Any = out.add_stream(sound_codec, rate=rate_hz, layout="stereo")
        for number in range(50):
            image = av.VideoFrame.from_ndarray(np.full((48, 64, 3), 4 * number, np.uint8), format="rgb24")
            image.pts, image.time_base = number, Fraction(1, 25)
            out.mux(pictures.encode(image))
        out.mux(pictures.encode(None))
        frame = av.AudioFrame.from_ndarray(chirp(2 * rate_hz, 2, rate_hz).T.copy(), format="fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = rate_hz, round(delay_s * rate_hz), Fraction(1, rate_hz)
        out.mux(sound.encode(frame))
        out.mux(sound.encode(None))
    return path


def packets(path: Path) -> list[tuple[float, bytes]]:
    with av.open(str(path)) as file:
        stream = file.streams.video[0]
        return [(float((one.pts or 0) * one.time_base), bytes(one)) for one in file.demux(stream) if one.size]
