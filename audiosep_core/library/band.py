"""Up to which frequency a model hears: half the rate that its network works at, read from the head of its file."""

from __future__ import annotations

import struct
from functools import lru_cache
from pathlib import Path

from audiosep_core.errors import ModelError
from audiosep_core.library.arrival import MAIN
from audiosep_core.library.registry import find_model
from audiosep_core.outside_json import read_json

PUBLISHED_RATE_HZ = 32_000
"""Of every published AudioSep network, and of checkpoints that do not say."""

_LONGEST_HEAD = 100 << 20  # what the format allows


def band_limit_hz(name_or_path: str) -> float:
    """Highest frequency that a model hears; 0 when there is no such model."""
    try:
        path = find_model(name_or_path)
    except ModelError:
        return 0.0
    try:
        return _rate_hz(path, path.stat().st_mtime_ns) / 2
    except (OSError, ValueError, KeyError, TypeError, struct.error):
        return PUBLISHED_RATE_HZ / 2


@lru_cache(maxsize=16)
def _rate_hz(path: Path, _changed_ns: int) -> int:
    if not path.name.endswith((MAIN, ".safetensors")):
        return PUBLISHED_RATE_HZ
    with path.open("rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        if length > _LONGEST_HEAD:
            raise ValueError("not a model file")
        head = read_json(file.read(length))
    config = read_json(head["__metadata__"]["config"])
    return int(config.get("sample_rate_hz", PUBLISHED_RATE_HZ))
