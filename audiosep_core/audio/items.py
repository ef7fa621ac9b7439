"""What an export writes: stems, what they leave over, and mixes, each over its stretch of the recording."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

Gains = tuple[float, ...]
"""One linear gain for all channels, or one a channel."""

Band = tuple[float, float] | None
"""Lowest and highest frequency that is written; None is everything."""


@dataclass(frozen=True)
class StemItem:
    """A stem as it is heard with a strength.

    Attributes:
        cache: Its sound.
        name: Of the file, without suffix.
        source: What it was separated from; needed where there is a strength.
        offset: Frame of the source that is the stem's first.
        strength: From -1, most natural, to 1, cleanest.
        start: First frame of the source to write, None the stem's own first; before the stem there is silence.
        end: The frame after the last, None the stem's own end; after the stem there is silence.
        title: The stem's name as a person reads it, for the tags; "" is none.
        source_offset: Frame of `source` that is the stem's first, None the same as `offset`.
        band_hz: What is written of it.
    """

    cache: Path
    name: str
    source: Path | None = None
    offset: int = 0
    strength: float = 0.0
    start: int | None = None
    end: int | None = None
    title: str = ""
    source_offset: int | None = None
    band_hz: Band = None


@dataclass(frozen=True)
class PlacedStem:
    """A stem in a mix, its first frame at frame `offset` of the recording, as it is heard with a strength.

    `source` is what it was separated from, None the recording, and `source_offset` the frame of that which is its
    first, None the same as `offset`; `gains` is what it is multiplied with.
    """

    cache: Path
    offset: int
    strength: float = 0.0
    gains: Gains = (1.0,)
    source: Path | None = None
    source_offset: int | None = None


@dataclass(frozen=True)
class MixItem:
    """Frames `start` to `end` of a recording times `gains`, plus the stems times theirs where they lie."""

    source: Path
    start: int
    end: int
    stems: tuple[PlacedStem, ...]
    name: str
    gains: Gains = (1.0,)
    title: str = ""
    band_hz: Band = None


@dataclass(frozen=True)
class RestItem:
    """Frames `start` to `end` of a recording, minus the stems where they lie."""

    source: Path
    start: int
    end: int
    stems: tuple[PlacedStem, ...]
    name: str
    title: str = ""
    band_hz: Band = None


Item = StemItem | RestItem | MixItem
