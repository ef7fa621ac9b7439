"""The stretch of a source that a request is about."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Span:
    """Frames [start, end) of a source, worked on from frame `first` outward."""

    start: int
    end: int
    first: int
