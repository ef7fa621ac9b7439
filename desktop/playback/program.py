"""One run of playback: from a frame, around a loop, to an end; at the device's rate and channels, into its own ring.

Feeder thread only. Wraps are exact to the sample: the loop's first frame follows its last, without a fade.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from audiosep_core.types import AudioArray
from desktop.playback.band_pass import BandPass
from desktop.playback.channels import channel_matrix
from desktop.playback.limiter import Limiter
from desktop.playback.mixer import FADE_S
from desktop.playback.plan import BUS, PlaybackPlan
from desktop.playback.renderer import Renderer
from desktop.playback.resampling import Resampler
from desktop.playback.ring import Positions, Ring
from desktop.playback.stage import Stage
from desktop.playback.stretching import Stretcher

BLOCK_S = 0.010
SHORTEST_LOOP = 64
"""Frames; a shorter loop is a slip of the hand, and is not looped."""

SLOWEST, FASTEST = 0.25, 2.0
"""Times the usual speed."""

_RING_S = 1.0
_STAGES_FRAMES = 1 << 16


@dataclass(frozen=True)
class Manner:
    """How a stretch is played.

    Attributes:
        speed: Times the usual speed, from SLOWEST to FASTEST, in hundredths.
        keep_pitch: Whether the pitch stays; else it goes with the speed, as tape does.
        band_hz: The only band that is heard, or None.
    """

    speed: float = 1.0
    keep_pitch: bool = True
    band_hz: tuple[float, float] | None = None


AS_IT_IS = Manner()


class Program:
    """Renders block after block into `ring`.

    Args:
        renderer: The mix.
        plan: For rate and length.
        start: Source frame to begin at.
        end: Source frame to stop before, or None for the end of the source.
        loop: Source frames to repeat, or None.
        number: Number of the ring.
        rate_hz: Of the device; unlike the source's, the mix is resampled.
        channels: Of the device.
        manner: Speed and band.
    """

    def __init__(
        self,
        renderer: Renderer,
        plan: PlaybackPlan,
        start: int,
        end: int | None,
        loop: tuple[int, int] | None,
        *,
        number: int,
        rate_hz: int,
        channels: int,
        manner: Manner = AS_IT_IS,
    ) -> None:
        self.ring = Ring(round(_RING_S * rate_hz) + _STAGES_FRAMES, channels, number)
        self.plan = plan  # replaced when the source turned out longer, or stems came
        self.loop = loop
        self._renderer = renderer
        self._cursor = start
        self._end = end
        self._block = max(1, round(BLOCK_S * plan.rate_hz))
        self._matrix = channel_matrix(BUS, channels)
        self._stages = _stages(plan.rate_hz, rate_hz, manner)
        renderer.settle(start)

    def advance(self) -> None:
        """Render one block of about 10 ms of the source; at the end the ring is finished."""
        if self.ring.finished:
            return
        sounds: list[AudioArray] = [np.zeros((0, BUS), np.float32)]
        positions: list[Positions] = [np.zeros(0, np.float64)]
        wanted, over = self._block, False
        while wanted and not over:
            boundary, wrap = self._boundary()
            count = min(wanted, boundary - self._cursor)
            if count > 0:
                sounds.append(self._stretch(count, None if wrap is not None else boundary))
                positions.append(np.arange(self._cursor, self._cursor + count, dtype=np.float64))
                self._cursor += count
                wanted -= count
            if self._cursor >= boundary:
                if wrap is None:
                    over = True
                else:
                    self._cursor = wrap
        sound, marks = np.concatenate(sounds), np.concatenate(positions)
        for stage in self._stages:
            sound, marks = stage.process(sound, marks, over)
        self.ring.write(sound if self._matrix is None else sound @ self._matrix, marks)
        if over:
            self.ring.finish()

    def _boundary(self) -> tuple[int, int | None]:
        """The next frame not to be played, and where the playhead goes from there (None: it stops)."""
        end = self.plan.frames if self._end is None else min(self._end, self.plan.frames)
        if self.loop is not None:
            first, last = self.loop[0], min(self.loop[1], self.plan.frames)
            if self._cursor < last <= end and last - first >= SHORTEST_LOOP:
                return last, first
        return end, None

    def _stretch(self, count: int, end: int | None) -> AudioArray:
        """`count` frames at the cursor, faded out towards `end`."""
        sound = self._renderer.render(self._cursor, count)
        fade = max(1, round(FADE_S * self.plan.rate_hz))
        if end is not None and self._cursor + count > end - fade:
            left = end - np.arange(self._cursor, self._cursor + count)
            sound *= np.clip(left / fade, 0.0, 1.0).astype(np.float32)[:, None]
        return sound


def _stages(source_hz: int, device_hz: int, manner: Manner) -> list[Stage]:
    """The way from the mix to the ring; the limiter comes last, for a resampler overshoots."""
    stages: list[Stage] = []
    speed = min(max(manner.speed, SLOWEST), FASTEST)
    hundredths = round(speed * 100)
    if manner.band_hz is not None:
        stages.append(BandPass(source_hz, BUS, manner.band_hz))
    if hundredths == 100 or manner.keep_pitch:
        if hundredths != 100:
            stages.append(Stretcher(source_hz, speed))
        if source_hz != device_hz:
            stages.append(Resampler(source_hz, device_hz, BUS))
    elif source_hz * hundredths != device_hz * 100:
        stages.append(Resampler(source_hz * hundredths, device_hz * 100, BUS))
    stages.append(Limiter(device_hz, BUS))
    return stages
