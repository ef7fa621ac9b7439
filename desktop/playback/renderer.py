"""The mix at the source's own rate: caches times factors, factors moved without clicks. Feeder thread only.

What is still being separated plays as it comes in: a cache is faded in and out around its final ranges.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from audiosep_core.audio.heard import HeardStem
from audiosep_core.errors import AudioSepError
from audiosep_core.types import AudioArray
from desktop.playback.plan import Clip, PlaybackPlan

logger = logging.getLogger(__name__)

RAMP_S = 0.010
_CANNOT_READ = (OSError, ValueError, AudioSepError)


class SoundReader(Protocol):
    """What the renderer needs of a cache; `refresh`, `final`, `complete` and `close` are used where it has them."""

    def read(self, start: int, end: int) -> AudioArray:
        """Frames `start` to `end` (n, channels), zeros outside of the sound."""
        ...


OpenCache = Callable[[Path], SoundReader]


def open_sound_cache(path: Path) -> SoundReader:
    """The real opener: a `SoundCache` of the core."""
    from audiosep_core.audio.cache import SoundCache

    cache: SoundReader = SoundCache.open(path)
    return cache


class _Track:
    """One cache in the mix: its factor moves in straight lines of `ramp` frames."""

    def __init__(self, clip: Clip, ramp: int) -> None:
        self.clip = clip
        self.target = 0.0
        self.reader: Any = None
        self.warned = False
        self._ramp = ramp
        self._value = 0.0
        self._goal = 0.0
        self._left = 0

    @property
    def silent(self) -> bool:
        """Whether it is out of the mix and will stay so."""
        return self.target == 0.0 and self._value == 0.0 and self._left == 0

    def is_final(self, start: int, count: int) -> bool:
        """Whether `count` source frames from `start`, and the ramp after them, will not change any more."""
        if self.reader is None:
            return False
        final = getattr(self.reader, "final", None)
        if final is None or getattr(self.reader, "complete", False):
            return True
        offset, length = self.clip.start, getattr(self.reader, "frames", None)
        last = start + count + self._ramp - offset
        if self.clip.end is not None:
            last = min(last, self.clip.end - offset)
        if length is not None:
            last = min(last, length)
        first = max(0, start - offset)
        return last <= first or any(a <= first and last <= b for a, b in final)

    def settle(self) -> None:
        """Go to the factor at once: nothing of this track is being heard."""
        self._value = self._goal = self.target
        self._left = 0

    def mute(self) -> None:
        """Be at zero at once; the next block fades in."""
        self._value = self._goal = 0.0
        self._left = 0

    def factors(self, start: int, count: int) -> AudioArray | float:
        """Factor of each of `count` frames: (count, 1), or one number for all."""
        goal = self.target if self.target == 0.0 or self.is_final(start, count) else 0.0
        if goal != self._goal:
            self._goal, self._left = goal, self._ramp
        if not self._left:
            self._value = goal
            return goal
        steps = np.minimum(np.arange(1, count + 1), self._left) / self._left
        line = self._value + (goal - self._value) * steps
        self._left = max(0, self._left - count)
        self._value = goal if self._left == 0 else float(line[-1])
        return line[:, None].astype(np.float32)


class Renderer:
    """Mixes a plan's caches.

    Args:
        open_cache: Opens a cache's header for reading.
    """

    def __init__(self, open_cache: OpenCache = open_sound_cache) -> None:
        self._open_cache = open_cache
        self._plan: PlaybackPlan | None = None
        self._tracks: dict[Clip, _Track] = {}

    def set_plan(self, plan: PlaybackPlan) -> None:
        """Take what is to be heard from `plan`; caches that are already open stay so, changes are ramped."""
        if self._plan is not None and (self._plan.rate_hz, self._plan.channels) != (plan.rate_hz, plan.channels):
            self.close()
        self._plan = plan
        ramp = max(1, round(RAMP_S * plan.rate_hz))
        for clip in plan.weights():
            if clip not in self._tracks:
                self._tracks[clip] = _Track(clip, ramp)
                self._open(self._tracks[clip])
        self.set_gains(plan.gains)

    def set_gains(self, gains: Mapping[str, float]) -> None:
        """Move every track to its new factor within 10 ms of sound."""
        if self._plan is None:
            return
        weights = self._plan.weights(gains)
        for clip, track in self._tracks.items():
            track.target = weights.get(clip, 0.0)

    def settle(self, start: int) -> None:
        """Before a fresh start at source frame `start`: no ramps are left over."""
        for track in self._tracks.values():
            if track.is_final(start, 1):
                track.settle()
            else:
                track.mute()
        self._drop_unused()

    def refresh(self) -> None:
        """Look again at headers of caches that are still being written, and open those that were not there yet."""
        for track in self._tracks.values():
            if track.reader is None:
                self._open(track)
            elif not getattr(track.reader, "complete", True) and hasattr(track.reader, "refresh"):
                try:
                    track.reader.refresh()
                except _CANNOT_READ as error:
                    self._warn(track, error)
        self._drop_unused()

    def render(self, start: int, count: int) -> AudioArray:
        """Source frames `start` to `start + count` of the mix: (count, channels)."""
        assert self._plan is not None
        mix = np.zeros((count, self._plan.channels), np.float32)
        for track in self._tracks.values():
            factors = track.factors(start, count)
            if isinstance(factors, float) and factors == 0.0:
                continue
            clip = track.clip
            first = max(start, clip.start)
            last = start + count if clip.end is None else min(start + count, clip.end)
            if last <= first:
                continue
            sound = self._read(track, first - clip.start, last - clip.start)
            if sound is not None:
                part = slice(first - start, last - start)
                mix[part] += sound * (factors if isinstance(factors, float) else factors[part])
        return mix

    def close(self) -> None:
        """Let go of every file."""
        for track in self._tracks.values():
            self._release(track)
        self._tracks.clear()
        self._plan = None

    def _read(self, track: _Track, first: int, last: int) -> AudioArray | None:
        assert self._plan is not None
        try:
            sound: AudioArray = track.reader.read(first, last)
            if sound.shape[0] != last - first or sound.shape[1] not in (1, self._plan.channels):
                raise ValueError(f"read {sound.shape}, not ({last - first}, {self._plan.channels})")
        except _CANNOT_READ as error:
            self._warn(track, error)
            return None
        return sound

    def _open(self, track: _Track) -> None:
        try:
            track.reader = self._open_cache(track.clip.cache)
            if track.clip.strength and self._plan is not None:
                source: Any = self._open_cache(self._plan.source)
                track.reader = HeardStem(track.reader, source, track.clip.start, track.clip.strength)
        except _CANNOT_READ as error:
            self._warn(track, error)

    def _warn(self, track: _Track, error: Exception) -> None:
        if not track.warned:
            track.warned = True
            logger.warning("%s stays silent: %s", track.clip.cache, error)

    def _release(self, track: _Track) -> None:
        if hasattr(track.reader, "close"):
            track.reader.close()
        track.reader = None

    def _drop_unused(self) -> None:
        wanted = self._plan.weights() if self._plan is not None else {}
        for clip in [c for c, track in self._tracks.items() if c not in wanted and track.silent]:
            self._release(self._tracks.pop(clip))
