"""The mix at the source's own rate, in stereo: caches times factors, factors moved without clicks. One thread only.

What is still being separated plays as it comes in: a cache is faded in and out around its final ranges.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np

from audiosep_core.audio.heard import HeardStem
from audiosep_core.errors import AudioSepError
from audiosep_core.types import AudioArray
from desktop.playback.channels import channel_matrix
from desktop.playback.plan import BUS, REST, SOURCE, Clip, PlaybackPlan, Sides

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


class Levels(NamedTuple):
    """Highest absolute samples: of the mix before any limit, and of every track that is heard."""

    mix: Sides
    tracks: dict[str, Sides]


_SILENT: Sides = (0.0, 0.0)


class _Track:
    """One cache in the mix: its factors for left and right move in straight lines of `ramp` frames."""

    def __init__(self, clip: Clip, ramp: int) -> None:
        self.clip = clip
        self.target = _SILENT
        self.reader: Any = None
        self.warned = False
        self._ramp = ramp
        self._value = _SILENT
        self._goal = _SILENT
        self._left = 0

    @property
    def silent(self) -> bool:
        """Whether it is out of the mix and will stay so."""
        return self.target == _SILENT and self._value == _SILENT and self._left == 0

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
        self._value = self._goal = _SILENT
        self._left = 0

    def factors(self, start: int, count: int) -> AudioArray | None:
        """Factors of `count` frames: (count, 2), or (2,) for all; None where it is silent."""
        goal = self.target if self.target == _SILENT or self.is_final(start, count) else _SILENT
        if goal != self._goal:
            self._goal, self._left = goal, self._ramp
        if not self._left:
            self._value = goal
            return None if goal == _SILENT else np.array(goal, np.float32)
        steps = (np.minimum(np.arange(1, count + 1), self._left) / self._left)[:, None]
        line = np.array(self._value) + (np.array(goal) - np.array(self._value)) * steps
        self._left = max(0, self._left - count)
        self._value = goal if self._left == 0 else (float(line[-1, 0]), float(line[-1, 1]))
        factors: AudioArray = line.astype(np.float32)
        return factors


class Renderer:
    """Mixes a plan's caches.

    Args:
        open_cache: Opens a cache's header for reading.
    """

    def __init__(self, open_cache: OpenCache = open_sound_cache) -> None:
        self._open_cache = open_cache
        self._plan: PlaybackPlan | None = None
        self._tracks: dict[Clip, _Track] = {}
        self._sides: dict[str, Sides] = {}
        self._clips: dict[str, tuple[Clip, bool]] = {}
        self._matrix: AudioArray | None = None
        self._peaks: dict[str, Sides] = {}

    def set_plan(self, plan: PlaybackPlan) -> None:
        """Take what is to be heard from `plan`; caches that are already open stay so, changes are ramped."""
        if self._plan is not None and (self._plan.rate_hz, self._plan.channels) != (plan.rate_hz, plan.channels):
            self.close()
        self._plan = plan
        self._clips = plan.clips()
        self._matrix = channel_matrix(plan.channels, BUS)
        ramp = max(1, round(RAMP_S * plan.rate_hz))
        for clip in plan.weights():
            if clip not in self._tracks:
                self._tracks[clip] = _Track(clip, ramp)
                self._open(self._tracks[clip])
        self.set_gains(plan.gains, plan.pans)

    def set_gains(self, gains: Mapping[str, float], pans: Mapping[str, float] | None = None) -> None:
        """Move every track to its new factors within 10 ms of sound."""
        if self._plan is None:
            return
        pans = pans or {}
        weights = self._plan.weights(gains, pans)
        self._sides = {track_id: side for track_id, side in self._plan.sides(gains, pans).items() if side != _SILENT}
        for clip, track in self._tracks.items():
            track.target = weights.get(clip, _SILENT)

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
        """Source frames `start` to `start + count` of the mix: (count, 2)."""
        assert self._plan is not None
        mix = np.zeros((count, BUS), np.float32)
        metered = self._metered()
        sounds: dict[Clip, AudioArray] = {}
        for clip, track in self._tracks.items():
            factors = track.factors(start, count)
            if factors is None and clip not in metered:
                continue
            sound = self._sound(track, start, count)
            if sound is None:
                continue
            if clip in metered:
                sounds[clip] = sound
            if factors is not None:
                mix += sound * factors
        self._measure(mix, sounds, count)
        return mix

    def take_levels(self) -> Levels:
        """The highest levels since this was asked last."""
        peaks, self._peaks = self._peaks, {}
        return Levels(peaks.pop("", _SILENT), peaks)

    def close(self) -> None:
        """Let go of every file."""
        for track in self._tracks.values():
            self._release(track)
        self._tracks.clear()
        self._plan = None

    def _metered(self) -> set[Clip]:
        """Clips that a heard track is made of; in the mix they may cancel."""
        assert self._plan is not None
        clips = {clip for stem_id, (clip, _) in self._clips.items() if stem_id in self._sides}
        if SOURCE in self._sides or REST in self._sides:
            clips.add(self._plan.source_clip)
        if REST in self._sides:
            clips.update(clip for clip, in_sum in self._clips.values() if in_sum)
        return clips

    def _measure(self, mix: AudioArray, sounds: dict[Clip, AudioArray], count: int) -> None:
        assert self._plan is not None
        self._note("", mix, (1.0, 1.0))
        silence = np.zeros((1, BUS), np.float32)
        source = sounds.get(self._plan.source_clip, silence)
        for track_id, sides in self._sides.items():
            if track_id == SOURCE:
                sound = source
            elif track_id == REST:
                sound = np.broadcast_to(source, (count, BUS)).copy()
                for clip, in_sum in self._clips.values():
                    if in_sum and clip in sounds:
                        sound -= sounds[clip]
            else:
                sound = sounds.get(self._clips[track_id][0], silence)
            self._note(track_id, sound, sides)

    def _note(self, track_id: str, sound: AudioArray, sides: Sides) -> None:
        left, right = np.abs(sound).max(axis=0, initial=0.0)
        before = self._peaks.get(track_id, _SILENT)
        self._peaks[track_id] = (max(before[0], float(left) * sides[0]), max(before[1], float(right) * sides[1]))

    def _sound(self, track: _Track, start: int, count: int) -> AudioArray | None:
        """What a cache holds of `count` source frames from `start`, in stereo; None where that is nothing."""
        clip = track.clip
        first = max(start, clip.start)
        last = start + count if clip.end is None else min(start + count, clip.end)
        if last <= first:
            return None
        sound = self._read(track, first - clip.start, last - clip.start)
        if sound is None:
            return None
        if self._matrix is not None:
            sound = sound @ self._matrix
        if last - first == count:
            return sound
        whole = np.zeros((count, BUS), np.float32)
        whole[first - start : last - start] = sound
        return whole

    def _read(self, track: _Track, first: int, last: int) -> AudioArray | None:
        assert self._plan is not None
        if track.reader is None:
            return None
        try:
            sound: AudioArray = track.reader.read(first, last)
            if sound.shape[0] != last - first or sound.shape[1] not in (1, self._plan.channels):
                raise ValueError(f"read {sound.shape}, not ({last - first}, {self._plan.channels})")
        except _CANNOT_READ as error:
            self._warn(track, error)
            return None
        return sound if sound.shape[1] == self._plan.channels else sound.repeat(self._plan.channels, axis=1)

    def _open(self, track: _Track) -> None:
        try:
            track.reader = self._open_cache(track.clip.cache)
            if track.clip.source is not None:
                source: Any = self._open_cache(track.clip.source)
                track.reader = HeardStem(track.reader, source, track.clip.source_offset, track.clip.strength)
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
