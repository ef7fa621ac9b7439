"""Frozen values that every room shares. Audio is float32 (frames, channels) in [-1, 1]; times are source frames."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

AudioArray = NDArray[np.float32]


@dataclass(frozen=True)
class Audio:
    """Sound in memory: samples (frames, channels) float32, and its rate."""

    samples: AudioArray
    rate_hz: int


@dataclass(frozen=True)
class Query:
    """What to listen for, in the person's own words."""

    text: str


@dataclass(frozen=True)
class Progress:
    """Chunks done of chunks."""

    done: int
    total: int


@dataclass(frozen=True)
class Stem:
    """What was heard for one query: (frames, channels), the source's rate, length and channels."""

    query: Query
    audio: AudioArray


@dataclass(frozen=True)
class Separation:
    """The stems of one request, and what is left: rest = source - sum of stems."""

    stems: tuple[Stem, ...]
    rest: AudioArray
    rate_hz: int


OnProgress = Callable[[Progress], None]


def ignore_progress(_: Progress) -> None:
    """For callers that do not watch."""
