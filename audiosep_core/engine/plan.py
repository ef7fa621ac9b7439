"""Where the chunks of a span lie, how they fade into each other, and in which order they are done. Integers only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Geometry:
    """Lengths of a chunk in frames of the source.

    A chunk of `core + 2 * (fade + margin)` frames is read; its outer `margin` is thrown away, its `fade`s are
    cross-faded with its neighbours, its core is taken as it is.
    """

    core: int
    fade: int
    margin: int

    @property
    def length(self) -> int:
        """Frames read per chunk."""
        return self.core + 2 * (self.fade + self.margin)

    @property
    def step(self) -> int:
        """From one chunk to the next."""
        return self.core + self.fade


@dataclass(frozen=True)
class ChunkPlan:
    """Chunks over the span [start, end) of a source: chunk i is read from `read_start(i)`, `geometry.length` long."""

    start: int
    end: int
    geometry: Geometry
    count: int

    def read_start(self, index: int) -> int:
        """First frame read for a chunk; may lie before the source's beginning."""
        return self.start + index * self.geometry.step - self.geometry.fade - self.geometry.margin

    def zone(self, index: int) -> tuple[int, int]:
        """Cross-fade zone between chunks `index - 1` and `index`; zone 0 and zone `count` lie outside the span."""
        first = self.start + index * self.geometry.step - self.geometry.fade
        return first, first + self.geometry.fade

    def core(self, index: int) -> tuple[int, int]:
        """What chunk `index` alone decides."""
        first = self.start + index * self.geometry.step
        return first, first + self.geometry.core

    def missing(self, index: int, start: int, done: Sequence[tuple[int, int]]) -> bool:
        """Whether a chunk is needed: not all that it has a part in, from frame `start` on, is in the ranges `done`."""
        low, high = max(self.zone(index)[0], start), min(self.zone(index + 1)[1], self.end)
        return any(True for _ in parts_without(done, low, high))

    def order(self, first: int) -> list[int]:
        """Chunk indices from the one that holds frame `first` outward, two steps ahead for each one back."""
        here = min(max((first - self.start) // self.geometry.step, 0), self.count - 1)
        ahead, behind = list(range(here, self.count)), list(range(here - 1, -1, -1))
        order: list[int] = []
        while ahead or behind:
            order += ahead[:2] + behind[:1]
            ahead, behind = ahead[2:], behind[1:]
        return order


def plan_chunks(start: int, end: int, geometry: Geometry, block: int) -> ChunkPlan:
    """Cover [start, end) with equal chunks no longer than `geometry` asks.

    Args:
        start, end: Span in frames, start < end.
        geometry: The longest chunk wanted.
        block: Chunks shrink by whole blocks only, so that they stay a whole number of network cells.

    A short span gets one short chunk instead of a long one that is mostly padding, and a long span gets equal
    chunks instead of a last one with little in it.
    """
    if end <= start:
        raise ValueError("the span is empty")
    span = end - start
    count = max(1, -(-(span - geometry.core) // geometry.step) + 1)
    # Chunk i ends its core at start + i * step + core: the last one must reach the end.
    needed = -(-(span - (count - 1) * geometry.fade) // count)
    spare = (geometry.core - needed) // block * block
    shrunk = Geometry(geometry.core - max(spare, 0), geometry.fade, geometry.margin)
    return ChunkPlan(start, end, shrunk, count)


def parts_without(ranges: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """What is left of [start, end) without `ranges`, which are sorted and apart from each other; ascending."""
    for low, high in ranges:
        if start >= end:
            return
        if low > start:
            yield start, min(low, end)
        start = max(start, high)
    if start < end:
        yield start, end
