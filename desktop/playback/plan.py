"""What is to be heard, as one frozen value: the source, its stems, and a gain for each. No files are opened here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

SOURCE = "source"
REST = "rest"


class PlaybackStem(NamedTuple):
    """One stem: its cache holds frames `start` to `end` of the source; `in_sum` takes it out of "rest".

    `strength` is how strictly it is heard cut out, as in `audiosep_core.audio.strength`.
    """

    id: str
    cache: Path
    start: int
    end: int
    in_sum: bool = True
    strength: float = 0.0


class Clip(NamedTuple):
    """A cache laid onto the source's time line, heard with a strength; `end` None means as long as the cache is."""

    cache: Path
    start: int
    end: int | None
    strength: float = 0.0


@dataclass(frozen=True)
class PlaybackPlan:
    """Everything the feeder needs to render.

    Attributes:
        rate_hz: Rate of the source and of every stem.
        channels: Channels of the source and of every stem.
        frames: Length of the source, in frames.
        source: The header of the source's cache.
        stems: What was separated, as `PlaybackStem` or plain tuples of the same order.
        gains: Linear gain by track: "source", "rest" (source minus the stems in the sum), and stem ids; 0 when absent.
    """

    rate_hz: int
    channels: int
    frames: int
    source: Path
    stems: tuple[PlaybackStem | tuple[str, Path, int, int, bool], ...] = ()
    gains: Mapping[str, float] = field(default_factory=dict)

    def weights(self, gains: Mapping[str, float] | None = None) -> dict[Clip, float]:
        """Factor of every cache in the mix.

        "rest" is source - sum of stems, so the whole mix is linear in the caches: a stem that is heard at the rest's
        gain cancels exactly, and adding or removing a stem changes factors, never the samples they multiply.

        Args:
            gains: Used in place of the plan's own.
        """
        gains = self.gains if gains is None else gains
        rest = float(gains.get(REST, 0.0))
        weights = {Clip(self.source, 0, None): float(gains.get(SOURCE, 0.0)) + rest}
        for stem in (PlaybackStem(*values) for values in self.stems):
            clip = Clip(stem.cache, stem.start, stem.end, stem.strength)
            factor = float(gains.get(stem.id, 0.0)) - (rest if stem.in_sum else 0.0)
            weights[clip] = weights.get(clip, 0.0) + factor
        return weights
