"""How long separating takes here, from jobs that were done: what each costs before its first sound, and what a second
of sound costs."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

_NEWEST = 0.3
"""Share of the newest job in what is remembered of its length."""
_APART = 4.0
"""So many times as long has the longest job to be as the shortest, before the two kinds of cost are told apart."""
_FORMER_S = 10.0
"""How long the jobs are taken to be, of which only seconds of work for a second of sound were kept."""


@dataclass(frozen=True)
class JobTimes:
    """Seconds of sound and seconds of work; one pair for each doubling of length, so that many short jobs do not push
    a long one out, of which more can be learnt. In order of length."""

    pairs: tuple[tuple[float, float], ...] = ()

    def learnt(self, sound_s: float, wall_s: float) -> JobTimes:
        """The same with one job more; both times above 0."""
        by_length = {_octave(sound): (sound, wall) for sound, wall in self.pairs}
        before = by_length.pop(_octave(sound_s), (sound_s, wall_s))
        sound, wall = (old + _NEWEST * (new - old) for old, new in zip(before, (sound_s, wall_s), strict=True))
        return JobTimes(tuple(sorted([*by_length.values(), (sound, wall)])))

    def expected_s(self, sound_s: float) -> float | None:
        """Seconds that so much sound will take, None while nobody knows."""
        if not self.pairs:
            return None
        (shortest, _), (longest, work_s) = self.pairs[0], self.pairs[-1]
        if longest >= _APART * shortest:
            sounds_s, walls_s = zip(*self.pairs, strict=True)
            per_second, fixed_s = map(float, np.polyfit(sounds_s, walls_s, 1))
            if per_second > 0 and fixed_s > 0:
                return fixed_s + per_second * sound_s
        return work_s / longest * sound_s

    @classmethod
    def of(cls, stored: Any) -> JobTimes:
        """From a file: pairs, or what earlier versions kept, seconds of work for a second of sound."""
        if _is_time(stored):
            return cls(((_FORMER_S, _FORMER_S * float(stored)),))
        times = cls()
        for pair in stored if isinstance(stored, list) else ():
            if isinstance(pair, list) and len(pair) == 2 and all(map(_is_time, pair)):
                times = times.learnt(float(pair[0]), float(pair[1]))
        return times


def _octave(sound_s: float) -> int:
    return round(math.log2(sound_s))


def _is_time(value: Any) -> bool:
    return isinstance(value, int | float) and math.isfinite(value) and value > 0
