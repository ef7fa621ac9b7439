"""Where the samples lie in a WAV or RF64 file of plain 32-bit floats, for whoever reads them where they are."""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass
from pathlib import Path

from audiosep_core.audio.read import damaged

_FLOAT = 3
_EXTENSIBLE = 0xFFFE
_SMALLEST_FORMAT = 16


@dataclass(frozen=True)
class FloatWav:
    """A file of interleaved float32: `frames` of `channels` samples from byte `offset` on."""

    path: Path
    rate_hz: int
    channels: int
    frames: int
    offset: int


def read_float_wav(path: Path) -> FloatWav:
    """Read the headers of a float WAV; all that they promise is there.

    Raises:
        AudioReadError: "file-damaged": it is not a whole WAV of 32-bit floats.
        OSError: It cannot be opened.
    """
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        head = file.read(12)
        if head[:4] not in (b"RIFF", b"RF64") or head[8:12] != b"WAVE":
            raise damaged(path)
        long_size, shape = None, None
        position = 12
        while position + 8 <= size:
            file.seek(position)
            name, length = struct.unpack("<4sI", file.read(8))
            if name == b"ds64":
                fields = file.read(16)
                long_size = struct.unpack("<QQ", fields)[1] if len(fields) == 16 else None
            elif name == b"fmt ":
                shape = _shape(file.read(min(length, 40)))
            elif name == b"data":
                if length == 0xFFFFFFFF and long_size is not None:
                    length = long_size
                if shape is None or position + 8 + length > size or length % (4 * shape[1]):
                    break
                return FloatWav(path, shape[0], shape[1], length // (4 * shape[1]), position + 8)
            position += 8 + length + length % 2
    raise damaged(path)


def _shape(body: bytes) -> tuple[int, int] | None:
    """Rate and channels of 32-bit floats; None of anything else."""
    if len(body) < _SMALLEST_FORMAT:
        return None
    tag, channels, rate_hz, _, block, bits = struct.unpack_from("<HHIIHH", body)
    if tag == _EXTENSIBLE and len(body) >= 26:
        tag = struct.unpack_from("<H", body, 24)[0]
    if tag != _FLOAT or bits != 32 or channels < 1 or rate_hz < 1 or block != 4 * channels:
        return None
    return rate_hz, channels
