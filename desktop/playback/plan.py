"""What is to be heard, as one frozen value: the source, its stems, and a gain for each. No files are opened here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from desktop.document.audible import balance

SOURCE = "source"
REST = "rest"

BUS = 2
"""Channels of the mix."""

Sides = tuple[float, float]
"""One number for left, one for right."""


class PlaybackStem(NamedTuple):
    """One stem: its cache holds frames `start` to `end` of the source; `in_sum` takes it out of "rest".

    `strength` is how strictly it is heard cut out, as in `audiosep_core.audio.strength`; it is reckoned from `source`,
    in which the stem begins at frame `source_offset`: what it was separated from, None the recording.
    """

    id: str
    cache: Path
    start: int
    end: int
    in_sum: bool = True
    strength: float = 0.0
    source: Path | None = None
    source_offset: int = 0


class Clip(NamedTuple):
    """A cache laid onto the source's time line; `end` None means as long as the cache is.

    It is heard with a strength, reckoned from frame `source_offset` on of `source`, None where there is no strength.
    """

    cache: Path
    start: int
    end: int | None
    strength: float = 0.0
    source: Path | None = None
    source_offset: int = 0


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
        pans: Pan by track, from -1 to 1; in the middle when absent.
    """

    rate_hz: int
    channels: int
    frames: int
    source: Path
    stems: tuple[PlaybackStem | tuple[str, Path, int, int, bool], ...] = ()
    gains: Mapping[str, float] = field(default_factory=dict)
    pans: Mapping[str, float] = field(default_factory=dict)

    @property
    def source_clip(self) -> Clip:
        """The recording."""
        return Clip(self.source, 0, None)

    def clips(self) -> dict[str, tuple[Clip, bool]]:
        """The clip of every stem, and whether it is in the sum."""
        stems = (PlaybackStem(*values) for values in self.stems)
        return {stem.id: (self._clip(stem), stem.in_sum) for stem in stems}

    def _clip(self, stem: PlaybackStem) -> Clip:
        if not stem.strength:
            return Clip(stem.cache, stem.start, stem.end)
        whence = (self.source, stem.start) if stem.source is None else (stem.source, stem.source_offset)
        return Clip(stem.cache, stem.start, stem.end, stem.strength, *whence)

    def sides(self, gains: Mapping[str, float], pans: Mapping[str, float]) -> dict[str, Sides]:
        """What left and right of every track are multiplied with."""
        result = {}
        for track_id in (SOURCE, REST, *self.clips()):
            gain = float(gains.get(track_id, 0.0))
            left, right = balance(pans.get(track_id, 0.0))
            result[track_id] = (gain * left, gain * right)
        return result

    def weights(
        self, gains: Mapping[str, float] | None = None, pans: Mapping[str, float] | None = None
    ) -> dict[Clip, Sides]:
        """Factors of every cache in the mix, for left and right.

        "rest" is source - sum of stems, so the whole mix is linear in the caches: a stem that is heard at the rest's
        gain cancels exactly, and adding or removing a stem changes factors, never the samples they multiply.

        Args:
            gains: Used in place of the plan's own.
            pans: Used in place of the plan's own.
        """
        sides = self.sides(self.gains if gains is None else gains, self.pans if pans is None else pans)
        rest = sides[REST]
        weights = {self.source_clip: _sum(sides[SOURCE], rest, 1.0)}
        for stem_id, (clip, in_sum) in self.clips().items():
            factor = _sum(sides[stem_id], rest, -1.0 if in_sum else 0.0)
            weights[clip] = _sum(weights.get(clip, (0.0, 0.0)), factor, 1.0)
        return weights


def _sum(first: Sides, second: Sides, factor: float) -> Sides:
    return first[0] + factor * second[0], first[1] + factor * second[1]
