"""What of a marked stretch or box lies under the pointer, to be taken hold of. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

GRAB_PX = 8.0
"""Within this distance an edge is taken hold of."""

TimeEdge = Literal["start", "end"]
BandEdge = Literal["low", "high"]


@dataclass(frozen=True)
class Grip:
    """The edges that move with the pointer: one in time, one in frequency, or a corner."""

    time: TimeEdge | None = None
    frequency: BandEdge | None = None


@dataclass(frozen=True)
class PixelBox:
    """Where the marked stretch lies on a lane. `top` and `bottom` are None where it holds all frequencies."""

    left: float
    right: float
    top: float | None = None
    bottom: float | None = None


def grip_at(box: PixelBox, x: float, y: float) -> Grip | None:
    """The edges within reach of a point, None when there are none.

    Of two edges within reach the nearer one counts. An edge of a box reaches no further than the box itself: beside it
    another box can be begun.
    """
    time: TimeEdge | None = None
    if (nearer := _nearer(abs(x - box.left), abs(x - box.right))) is not None:
        time = ("start", "end")[nearer]
    if box.top is None or box.bottom is None:
        return Grip(time=time) if time else None
    frequency: BandEdge | None = None
    if (nearer := _nearer(abs(y - box.bottom), abs(y - box.top))) is not None:
        frequency = ("low", "high")[nearer]
    beside = not box.left - GRAB_PX <= x <= box.right + GRAB_PX
    over_or_under = not box.top - GRAB_PX <= y <= box.bottom + GRAB_PX
    if beside or over_or_under or not (time or frequency):
        return None
    return Grip(time, frequency)


def _nearer(first: float, second: float) -> Literal[0, 1] | None:
    if min(first, second) > GRAB_PX:
        return None
    return 0 if first < second else 1
