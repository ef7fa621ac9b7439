"""One run of playback: from a frame, around a loop, to an end; at the device's rate and channels, into its own ring.

Feeder thread only. Wraps are exact to the sample: the loop's first frame follows its last, without a fade.
"""

from __future__ import annotations

import math

import numpy as np
import soxr

from audiosep_core.types import AudioArray
from desktop.playback.channels import channel_matrix
from desktop.playback.mixer import FADE_S
from desktop.playback.plan import PlaybackPlan
from desktop.playback.renderer import Renderer
from desktop.playback.ring import Positions, Ring

BLOCK_S = 0.010
SHORTEST_LOOP = 64
"""Frames; a shorter loop is a slip of the hand, and is not looped."""

_RING_S = 1.0
_RESAMPLER_FRAMES = 1 << 16


class Program:
    """Renders block after block into `ring`.

    Args:
        renderer: The mix.
        plan: For rate, channels and length.
        start: Source frame to begin at.
        end: Source frame to stop before, or None for the end of the source.
        loop: Source frames to repeat, or None.
        number: Number of the ring.
        rate_hz: Of the device; unlike the source's, the mix is resampled.
        channels: Of the device.
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
    ) -> None:
        self.ring = Ring(round(_RING_S * rate_hz) + _RESAMPLER_FRAMES, channels, number)
        self.plan = plan  # replaced when the source turned out longer, or stems came
        self.loop = loop
        self._renderer = renderer
        self._cursor = start
        self._end = end
        self._block = max(1, round(BLOCK_S * plan.rate_hz))
        self._matrix = channel_matrix(plan.channels, channels)
        self._clock = None if rate_hz == plan.rate_hz else _ResampledClock(plan.rate_hz, rate_hz, channels)
        renderer.settle(start)

    def advance(self) -> None:
        """Render one block of about 10 ms; at the end the ring is finished."""
        if self.ring.finished:
            return
        sounds: list[AudioArray] = []
        positions: list[Positions] = []
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
        sound = np.concatenate(sounds) if sounds else np.zeros((0, self.ring.channels), np.float32)
        marks = np.concatenate(positions) if positions else np.zeros(0, np.float64)
        if self._clock is not None:
            sound, marks = self._clock.process(sound, marks, over)
        self.ring.write(sound, marks)
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
        """`count` frames at the cursor in the device's channels, faded out towards `end`."""
        sound = self._renderer.render(self._cursor, count)
        fade = max(1, round(FADE_S * self.plan.rate_hz))
        if end is not None and self._cursor + count > end - fade:
            left = end - np.arange(self._cursor, self._cursor + count)
            sound *= np.clip(left / fade, 0.0, 1.0).astype(np.float32)[:, None]
        return sound if self._matrix is None else sound @ self._matrix


class _ResampledClock:
    """A streaming resampler that knows which source frame each of its outputs stands for."""

    def __init__(self, from_hz: int, to_hz: int, channels: int) -> None:
        divisor = math.gcd(from_hz, to_hz)
        self._up, self._down = to_hz // divisor, from_hz // divisor
        self._stream = soxr.ResampleStream(from_hz, to_hz, channels, dtype="float32", quality="HQ")
        self._pending = np.zeros(0, np.float64)  # source frames of inputs from number `_first` on
        self._first = 0
        self._made = 0

    def process(self, sound: AudioArray, positions: Positions, last: bool) -> tuple[AudioArray, Positions]:
        """Resample (n, channels); the result's positions are exact: output k is input k * from / to."""
        self._pending = np.concatenate([self._pending, positions])
        output: AudioArray = self._stream.resample_chunk(np.ascontiguousarray(sound), last)
        steps = (self._made + np.arange(len(output), dtype=np.int64)) * self._down
        whole, part = np.divmod(steps, self._up)
        index = np.clip(whole - self._first, 0, max(0, len(self._pending) - 1))
        marks = self._pending[index] + part / self._up if len(self._pending) else np.zeros(len(output))
        self._made += len(output)
        spent = min(self._made * self._down // self._up - self._first, len(self._pending) - 1)
        if spent > 0:
            self._pending = self._pending[spent:]
            self._first += spent
        return output, marks
