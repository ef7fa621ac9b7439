"""Does a file stop before its own headers say it does? WAV, RF64, AIFF and Ogg are asked by their bytes.

The decoders quietly shorten such a file to what is there; a person should be told.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path

# Programs that write to a pipe cannot know the length and put one of the largest 32-bit numbers there.
_UNKNOWN_LENGTH = 0x7FFF0000
_LONGEST_OGG_PAGE = 65307


def is_cut_short(path: Path) -> bool:
    """Whether the headers of `path` promise more sound than the file has. False for formats that are not known here.

    Raises:
        OSError: The file cannot be read.
    """
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        head = file.read(12)
        if head[:4] in (b"RIFF", b"RF64") and head[8:12] == b"WAVE":
            return _chunk_is_cut(file.fileno(), size, b"data", "<")
        if head[:4] == b"FORM" and head[8:12] in (b"AIFF", b"AIFC"):
            return _chunk_is_cut(file.fileno(), size, b"SSND", ">")
        if head[:4] == b"OggS":
            file.seek(max(0, size - 2 * _LONGEST_OGG_PAGE))
            return not _ends_with_last_page(file.read())
    return False


def _chunk_is_cut(descriptor: int, size: int, wanted: bytes, order: str) -> bool:
    position, long_size = 12, None
    while position + 8 <= size:
        os.lseek(descriptor, position, os.SEEK_SET)
        name, length = struct.unpack(f"{order}4sI", os.read(descriptor, 8))
        if name == b"ds64":
            sizes = os.read(descriptor, 16)
            long_size = struct.unpack("<QQ", sizes)[1] if len(sizes) == 16 else None
        if name == wanted:
            if length == 0xFFFFFFFF and long_size is not None:
                length = long_size
            elif length >= _UNKNOWN_LENGTH and size < _UNKNOWN_LENGTH:
                return False
            return bool(position + 8 + length > size)
        position += 8 + length + length % 2
    return True


def _ends_with_last_page(tail: bytes) -> bool:
    start = tail.rfind(b"OggS")
    if start < 0 or start + 27 > len(tail):
        return False
    segments = tail[start + 26]
    table = tail[start + 27 : start + 27 + segments]
    whole = len(table) == segments and start + 27 + segments + sum(table) <= len(tail)
    end_of_stream = bool(tail[start + 5] & 4)
    return whole and end_of_stream
