"""The chunks of a WAV file: RF64 turned into plain WAV, and further chunks behind the samples."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from pathlib import Path
from shutil import copyfileobj
from typing import BinaryIO

# The largest size a RIFF header can state.
_LARGEST_WAV = 0xFFFFFFFF

# RIFF's 12 bytes, then libsndfile's ds64 chunk.
_SIZES_END = 48


Chunk = tuple[bytes, bytes]
"""Four letters and a content."""


def complete_wav(path: Path, frames: int, chunks: Sequence[Chunk] = (), front: Sequence[Chunk] = ()) -> None:
    """Complete an RF64 file: add chunks, and make it plain WAV if it is small enough.

    Args:
        path: The file.
        frames: How many it has.
        chunks: What goes behind the samples.
        front: What must lie before them; the file is copied once for these.

    Raises:
        OSError: The file cannot be changed.
    """
    if chunks:
        _append(path, chunks)
    if front:
        _insert(path, front)
    if path.stat().st_size - 8 <= _LARGEST_WAV:
        _make_plain(path, frames)


def _insert(path: Path, chunks: Sequence[Chunk]) -> None:
    """Put chunks between the 64-bit sizes and everything else."""
    grown = path.with_name(path.name + ".front")
    content = b"".join(packed(*chunk) for chunk in chunks)
    try:
        with path.open("rb") as old, grown.open("xb") as new:
            head = bytearray(old.read(_SIZES_END))
            struct.pack_into("<Q", head, 20, path.stat().st_size + len(content) - 8)
            new.write(head + content)
            copyfileobj(old, new, 1 << 20)
        grown.replace(path)
    finally:
        grown.unlink(missing_ok=True)


def packed(name: bytes, content: bytes) -> bytes:
    """A chunk as it lies in a file; chunks have even lengths."""
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


def _append(path: Path, chunks: Sequence[Chunk]) -> None:
    with path.open("r+b") as file:
        size = file.seek(0, 2)
        if size % 2:
            file.write(b"\0")
        for chunk in chunks:
            file.write(packed(*chunk))
        size = file.tell()
        file.seek(_places(file)[b"ds64"] + 8)
        file.write(struct.pack("<Q", size - 8))


def _places(file: BinaryIO) -> dict[bytes, int]:
    """Where each chunk up to the samples begins. Found by their lengths: texts may hold the name of a chunk."""
    places: dict[bytes, int] = {}
    position = 12
    while b"data" not in places:
        file.seek(position)
        name, length = struct.unpack("<4sI", file.read(8))
        places[name] = position
        position += 8 + length + length % 2
    return places


def _make_plain(path: Path, frames: int) -> None:
    """Turn an RF64 header into that of a plain WAV, in place; the samples do not move.

    The 64-bit sizes become an unused chunk. With one or two channels the extensible format chunk (40 bytes), which
    older programs refuse, becomes a plain one (16 bytes) and a frame count.
    """
    with path.open("r+b") as file:
        places = _places(file)
        sizes, form, data = places[b"ds64"], places[b"fmt "], places[b"data"]
        file.seek(0)
        head = file.read(data + 8)
        body = form + 8
        size = path.stat().st_size
        data_size = struct.unpack_from("<Q", head, sizes + 16)[0]
        plain = bytearray(head)
        plain[0:4] = b"RIFF"
        struct.pack_into("<I", plain, 4, size - 8)
        plain[12:48] = b"JUNK" + struct.pack("<I", 28) + bytes(28)
        struct.pack_into("<I", plain, data + 4, data_size)
        channels, valid = struct.unpack_from("<H", head, body + 2)[0], struct.unpack_from("<I", head, form + 4)[0]
        if channels <= 2 and valid == 40 and head[body : body + 2] == b"\xfe\xff":
            tag = head[body + 24 : body + 26]
            fields = tag + head[body + 2 : body + 16]
            filler = b"fact" + struct.pack("<II", 4, frames) + b"JUNK" + struct.pack("<II", 4, 0)
            plain[form : form + 48] = b"fmt " + struct.pack("<I", 16) + fields + filler
        file.seek(0)
        file.write(plain)
