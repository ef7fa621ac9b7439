"""Estimates of chunks in any order, cross-faded into ranges that will not change any more."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from audiosep_core.engine.plan import ChunkPlan
from audiosep_core.types import AudioArray


def fade_in(frames: int) -> NDArray[np.float32]:
    """Raised cosine from 0 to 1, without either end: with its mirror image it sums to one."""
    phase = (np.arange(frames) + 0.5) / max(frames, 1)
    return (0.5 - 0.5 * np.cos(np.pi * phase)).astype(np.float32)


class OverlapAdd:
    """Holds the half-done cross-fades of a plan (two fades at most, when chunks come from one place outward)."""

    def __init__(self, plan: ChunkPlan) -> None:
        self._plan = plan
        self._rise = fade_in(plan.geometry.fade)[:, None]
        self._waiting: dict[int, AudioArray] = {}

    def add(self, index: int, estimate: AudioArray) -> Iterator[tuple[int, AudioArray]]:
        """Take the estimate (stems, geometry.length, channels) of one chunk.

        Yields:
            (first frame, block (stems, frames, channels)) for each range that is final now, inside the span, ascending.
        """
        plan, geometry = self._plan, self._plan.geometry
        kept = estimate[:, geometry.margin : geometry.length - geometry.margin]
        blocks: list[tuple[int, AudioArray]] = []
        head, tail = kept[:, : geometry.fade], kept[:, geometry.length - 2 * geometry.margin - geometry.fade :]
        if index > 0 and (done := self._cross(index, head * self._rise)) is not None:
            blocks.append((plan.zone(index)[0], done))
        blocks.append((plan.core(index)[0], kept[:, geometry.fade : geometry.fade + geometry.core]))
        if index < plan.count - 1 and (done := self._cross(index + 1, tail * (1.0 - self._rise))) is not None:
            blocks.append((plan.zone(index + 1)[0], done))
        for first, block in blocks:
            low, high = max(first, plan.start), min(first + block.shape[1], plan.end)
            if low < high:
                yield low, block[:, low - first : high - first]

    def _cross(self, zone: int, part: AudioArray) -> AudioArray | None:
        other = self._waiting.pop(zone, None)
        if other is None:
            self._waiting[zone] = part.copy()
            return None
        return other + part
