"""Frozen values that every room shares. Audio is float32 (frames, channels) in [-1, 1]; times are source frames."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

AudioArray = NDArray[np.float32]

MOST_RATE_HZ = 1_000_000
MOST_CHANNELS = 1024
"""Of any sound; what says that it has more is damaged."""


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


Channels = Literal["linked", "independent"]
Level = Literal["source", "auto"]


@dataclass(frozen=True)
class SeparationOptions:
    """How a request is separated; the defaults are what most people want.

    Attributes:
        channels: "linked" gives all channels one mask, so that the image stays and nothing cancels; "independent" hears
            each channel for itself.
        against: "But not": what competes with the queries and is thrown away.
        compete: Whether what two queries claim is shared out between them; None: where there are two or more queries,
            those of `against` counted.
        strength: From -1, most natural (more of the mixture stays), by 0, as the model hears it, to 1, cleanest.
        band_hz: Lowest and highest frequency that is separated; what lies outside stays in the rest. None is all.
        above_band: Whether a stem keeps what lies above the model's own band.
        level: What a network that hears levels is given: the source's own, or "auto", one gain for the whole source
            that brings it to the level of what it was trained on. Level-invariant networks do not care.
    """

    channels: Channels = "linked"
    against: tuple[str | Query, ...] = ()
    compete: bool | None = None
    strength: float = 0.0
    band_hz: tuple[float, float] | None = None
    above_band: bool = True
    level: Level = "source"

    def __post_init__(self) -> None:
        if self.channels not in ("linked", "independent"):
            raise ValueError("channels are linked or independent")
        if self.level not in ("source", "auto"):
            raise ValueError("the level is the source's or auto")
        if not -1.0 <= self.strength <= 1.0:
            raise ValueError("strength lies between -1 and 1")
        if self.band_hz is not None:
            low, high = self.band_hz
            if not (math.isfinite(low) and 0.0 <= low < high):
                raise ValueError("a band goes from a lower to a higher frequency")


Verdict = Literal["present", "weak", "not found"]


@dataclass(frozen=True, eq=False)
class Presence:
    """How much of what a prompt asks for is there.

    Attributes:
        step_s: Seconds a step of the track.
        track: (steps,) float32, the probability that it is heard in each step; 0 where nothing was listened to.
        score: The probability that it is there at all, in its clearest five seconds.
        verdict: What to tell a person.
        calibrated: Whether the probabilities were measured for this model; if not, they only rank.
    """

    step_s: float
    track: NDArray[np.float32]
    score: float
    verdict: Verdict
    calibrated: bool = True


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
