"""What the sound card's callback runs: copy from a ring, fade, set the volume, note what was played.

No lock, no file, no log, no Qt, and no array is made after the start. Other threads swap `program` and `volume`, each
in one assignment, and read the counters.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable

import numpy as np

from audiosep_core.types import AudioArray
from desktop.playback.ring import Ring

FADE_S = 0.006
_CHUNK = 2048
_HISTORY = 1 << 17
_ROUNDING = 1e-3
"""Of a frame: what is nearer to a fade's end than this is there."""


class Mixer:
    """Fills the sound card's blocks.

    A new ring in `program` is faded to: what plays is faded out in 6 ms, then the new ring is faded in from its first
    frame; None fades out to silence. So start, stop and seek are the same thing and none of them clicks.

    Attributes:
        program: The ring to be heard, or None. Written by the feeder.
        volume: Master gain, linear; followed within a few milliseconds.
        underruns: How many times the ring ran dry before its end.
        device_underruns: How many times the sound system itself reported a gap.

    Args:
        rate_hz: Rate of the device.
        channels: Channels of the device.
        clock: Seconds, monotonic.
    """

    def __init__(self, rate_hz: int, channels: int, clock: Callable[[], float] = time.perf_counter) -> None:
        self.rate_hz = rate_hz
        self.channels = channels
        self.program: Ring | None = None
        self.volume = 1.0
        self.underruns = 0
        self.device_underruns = 0
        self.stamp = (0, 0, -math.inf)  # first and last + 1 frame of the newest block, and when it was asked for
        self._clock = clock
        self._current: Ring | None = None
        self._starved = False
        self._gate = 0.0
        self._volume = 1.0
        self._slope = 1.0 / max(1.0, FADE_S * rate_hz)
        self._total = 0
        self._lead_in = 0
        self._mark = 0
        self._position = 0.0
        self._counting = np.arange(1, _CHUNK + 1, dtype=np.float32)
        self._envelope = np.zeros(_CHUNK, np.float32)
        self._positions = np.zeros(_CHUNK, np.float64)
        self._history = np.zeros(_HISTORY, np.float64)
        self._marks = np.zeros(_HISTORY, np.int64)

    def fill(self, out: AudioArray) -> None:
        """Write the next `len(out)` frames into `out` (n, channels). The callback."""
        asked_at, start = self._clock(), self._total
        done = 0
        while done < len(out):
            done += self._fill_some(out[done : done + _CHUNK])
        self.stamp = (start, self._total, asked_at)

    def lead_in(self, seconds: float) -> None:
        """Begin with silence: sound systems swallow the first of a stream that starts. Only while nothing pulls."""
        self._lead_in = round(seconds * self.rate_hz)

    def heard(self, latency_s: float) -> tuple[int, float]:
        """Which ring, and which source frame of it, is in the air now. For any thread.

        Args:
            latency_s: From the callback to the ear.

        Returns:
            The ring's number and the source frame. The number is negated once that ring has come to its end, and 0
            when nothing was played yet.
        """
        start, end, asked_at = self.stamp
        if end == 0:
            return 0, 0.0
        frame = start + math.floor((self._clock() - asked_at - latency_s) * self.rate_hz)
        frame = max(min(frame, end - 1), end - _HISTORY // 2)
        if frame < 0:
            return 0, 0.0
        return int(self._marks[frame % _HISTORY]), float(self._history[frame % _HISTORY])

    def _fill_some(self, block: AudioArray) -> int:
        """One stretch without a change of ring; returns its frames."""
        if self._lead_in:
            count = min(len(block), self._lead_in)
            self._lead_in -= count
            block[:count] = 0.0
            self._note(0, count)
            return count
        program, current = self.program, self._current
        if program is not current and self._gate == 0.0:
            self._current = current = program
            self._starved = False
        count = len(block)
        if current is None:
            block[:] = 0.0
            self._mark = 0
            self._note(0, count)
            return count
        closing = program is not current
        if closing:
            count = min(count, max(1, math.ceil(self._gate / self._slope - _ROUNDING)))
        finished = current.finished  # before the read: what is read after it was set is all there is
        got = current.read_into(block[:count], self._positions)
        dry = got < count
        if got:
            self._position = float(self._positions[got - 1])
            self._mark = current.number
            fading = closing or (dry and not finished)
            self._shape(block[:got], fading, dry)
        self._note(got, got)
        if dry:
            block[got:count] = 0.0
            self._gate = 0.0
            if finished:
                self._mark = -current.number
            elif not closing and not self._starved:
                self._starved = True
                self.underruns += 1
            self._note(0, count - got)
        else:
            self._starved = False
        return count

    def _shape(self, block: AudioArray, fading: bool, dry: bool) -> None:
        """Fade, volume and, should the limiter have been passed by, full scale; in place."""
        count = len(block)
        goal = 0.0 if fading else 1.0
        if self._gate != goal:
            step = self._gate / count if fading and dry else self._slope
            self._gate = self._slide(block, self._gate, goal, step)
        if self._volume != self.volume:
            self._volume = self._slide(block, self._volume, self.volume, self._slope)
        elif self._volume != 1.0:
            block *= np.float32(self._volume)
        np.clip(block, -1.0, 1.0, out=block)

    def _slide(self, block: AudioArray, start: float, goal: float, step: float) -> float:
        """Multiply by a straight line from `start` towards `goal`; returns where it came to."""
        line = self._envelope[: len(block)]
        np.multiply(self._counting[: len(block)], step if goal > start else -step, out=line)
        line += np.float32(start)
        if goal > start:
            np.minimum(line, goal, out=line)
        else:
            np.maximum(line, goal, out=line)
        block *= line[:, None]
        reached = start + (step if goal > start else -step) * len(block)
        left = abs(goal - start) - step * len(block)
        return goal if left < _ROUNDING * step else reached

    def _note(self, moving: int, count: int) -> None:
        """Remember which source frame each device frame carried: `moving` of them from the ring, or one held."""
        at = self._total % _HISTORY
        first = min(count, _HISTORY - at)
        self._marks[at : at + first] = self._mark
        self._marks[: count - first] = self._mark
        if moving:
            self._history[at : at + first] = self._positions[:first]
            self._history[: count - first] = self._positions[first:count]
        else:
            self._history[at : at + first] = self._position
            self._history[: count - first] = self._position
        self._total += count
