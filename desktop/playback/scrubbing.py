"""Sound under a hand that drags the playhead: as tape that is pulled to and fro. Feeder thread only."""

from __future__ import annotations

import numpy as np

from audiosep_core.types import AudioArray
from desktop.playback.channels import channel_matrix
from desktop.playback.plan import BUS, PlaybackPlan
from desktop.playback.renderer import Renderer
from desktop.playback.ring import Positions, Ring

_BLOCK_S = 0.010
_RING_S = 0.5
_CATCH_UP_BLOCKS = 6.0
"""In how many blocks the tape would be where the hand is: quick enough to follow, slow enough to be heard."""

FASTEST = 4.0
"""Times the usual speed; a hand that jumps is not followed by a squeal."""

_SLOWEST = 0.05
"""Below this speed the tape rests and is silent."""


class ScrubProgram:
    """Renders towards `target`, which moves; it never ends by itself.

    Between the source's frames it interpolates with cubics and does not limit the band: pitch bends anyway.

    Attributes:
        target: The source frame that the hand points at.
        plan: As of `Program`.
        loop: Not followed.
    """

    def __init__(
        self, renderer: Renderer, plan: PlaybackPlan, start: int, *, number: int, rate_hz: int, channels: int
    ) -> None:
        self.ring = Ring(round(_RING_S * rate_hz), channels, number)
        self.plan = plan
        self.loop: tuple[int, int] | None = None
        self.target = float(start)
        self._renderer = renderer
        self._cursor = float(start)
        self._speed = 0.0  # source frames a device frame
        self._level = 0.0
        self._count = max(1, round(_BLOCK_S * rate_hz))
        self._usual = plan.rate_hz / rate_hz
        self._matrix = channel_matrix(BUS, channels)
        renderer.settle(start)

    def advance(self) -> None:
        """Render 10 ms."""
        goal = (self.target - self._cursor) / (self._count * _CATCH_UP_BLOCKS)
        goal = float(np.clip(goal, -FASTEST * self._usual, FASTEST * self._usual))
        share = np.arange(1, self._count + 1) / self._count
        speeds = self._speed + (goal - self._speed) * share
        places = np.clip(self._cursor + np.cumsum(speeds), 0.0, max(0, self.plan.frames - 1))
        level = float(min(1.0, abs(goal) / (_SLOWEST * self._usual)))
        level = 0.0 if level < 1.0 else level
        if level or self._level:
            sound = self._read(places) * (self._level + (level - self._level) * share)[:, None].astype(np.float32)
        else:
            sound = np.zeros((self._count, BUS), np.float32)
        self._cursor, self._speed, self._level = float(places[-1]), goal, level
        self.ring.write(sound if self._matrix is None else sound @ self._matrix, places)

    def _read(self, places: Positions) -> AudioArray:
        """The mix between its frames: Catmull-Rom splines through the four around each place."""
        first = int(np.floor(places.min())) - 1
        count = int(np.floor(places.max())) + 3 - first
        skip = max(0, -first)
        sound = np.zeros((count, BUS), np.float32)
        sound[skip:] = self._renderer.render(first + skip, count - skip)
        whole = np.floor(places).astype(int)
        at = whole - first
        t = (places - whole)[:, None].astype(np.float32)
        before, here, after, later = sound[at - 1], sound[at], sound[at + 1], sound[at + 2]
        curve = 3.0 * (here - after) + later - before
        bend = 2.0 * before - 5.0 * here + 4.0 * after - later
        mixed: AudioArray = here + 0.5 * t * (after - before + t * (bend + t * curve))
        return mixed
