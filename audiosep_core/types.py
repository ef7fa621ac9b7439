"""Frozen values that every room shares. Audio is float32 (frames, channels) in [-1, 1]; times are source frames."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

AudioArray = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Audio:
    """Sound in memory: samples (frames, channels) float32, and its rate."""

    samples: AudioArray
    rate_hz: int


@dataclass(frozen=True)
class Query:
    """What to listen for: the person's own words, a sound like it, or both.

    Attributes:
        text: The words; several phrasings of one thing are parted by `||`. With `like` they may be "".
        like: An example of the sound (experimental; the model must have an audio tower).
        blend: Share of the example in the query, 0 (only the words count) to 1; without words or without an example
            it does not count.
        name: What to call the stem; the words, when it is "".
    """

    text: str
    like: Audio | None = None
    blend: float = 0.5
    name: str = ""

    @property
    def label(self) -> str:
        """What a person reads of it."""
        return self.name or self.text or "example"

    def __post_init__(self) -> None:
        if not 0.0 <= self.blend <= 1.0:
            raise ValueError("blend lies between 0 and 1")


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
