"""Stems, and what they leave over, into files: streamed, all or nothing, never over a file that was not meant."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.names import safe_name, unique_path
from audiosep_core.audio.write import AudioWriter, Container
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioReadError
from audiosep_core.types import AudioArray

BLOCK_FRAMES = 65536

Conflict = Literal["number", "replace"]

# Names that exports of this process are writing to: their files do not exist before they are finished.
_claimed: set[Path] = set()
_claims = threading.Lock()


@dataclass(frozen=True)
class StemItem:
    """A cache, written as it is."""

    cache: Path
    name: str


@dataclass(frozen=True)
class PlacedStem:
    """A stem whose first frame lies at frame `offset` of the source."""

    cache: Path
    offset: int


@dataclass(frozen=True)
class RestItem:
    """Frames `start` to `end` of a source, minus the stems where they lie."""

    source: Path
    start: int
    end: int
    stems: tuple[PlacedStem, ...]
    name: str


Item = StemItem | RestItem


@dataclass(frozen=True)
class Exported:
    """The files of an export, in the order of its items, and how many samples had to be clipped."""

    paths: tuple[Path, ...]
    clipped: int


def export(
    folder: Path,
    items: Sequence[Item],
    *,
    container: Container = "wav",
    subtype: str = "FLOAT",
    conflict: Conflict = "number",
    on_progress: Callable[[int, int], None],
    cancel: CancelToken,
) -> Exported:
    """Write every item to `folder`; the files appear together at the end.

    Args:
        folder: An existing folder.
        items: What to write. Names are made safe; two alike get numbers.
        container: "wav" or "flac".
        subtype: "PCM_16", "PCM_24" or "FLOAT".
        conflict: Whether a file that exists is kept (a number is added) or replaced.
        on_progress: Called with frames done and frames in all, after every block.
        cancel: Stops the work within a block; no file is left then, nor on any error.

    Raises:
        AudioReadError: A cache cannot be read.
        AudioWriteError: A file cannot be written.
        Cancelled: The token was set.
    """
    with ExitStack() as caches:
        parts = [_Part(item, caches) for item in items]
        total = sum(part.frames for part in parts)
        done = 0
        with _names(Path(folder), [part.name for part in parts], f".{container}", conflict) as paths:
            with ExitStack() as writers:
                open_writers = []
                for part, path in zip(parts, paths, strict=True):
                    cancel.raise_if_set()
                    writer = AudioWriter(path, part.rate_hz, part.channels, container=container, subtype=subtype)
                    open_writers.append(writers.enter_context(writer))
                    for block in part.blocks():
                        cancel.raise_if_set()
                        writer.write(block)
                        done += len(block)
                        on_progress(done, total)
                cancel.raise_if_set()
            return Exported(tuple(paths), sum(writer.clipped for writer in open_writers))


class _Part:
    """An item with its caches open."""

    def __init__(self, item: Item, caches: ExitStack) -> None:
        self._stems: tuple[tuple[SoundCache, int], ...] = ()
        if isinstance(item, StemItem):
            self._sound = caches.enter_context(SoundCache.open(item.cache))
            self._start, self._end = 0, self._sound.frames
        else:
            self._sound = caches.enter_context(SoundCache.open(item.source))
            self._start, self._end = max(0, item.start), min(item.end, self._sound.frames)
            self._stems = tuple((caches.enter_context(SoundCache.open(stem.cache)), stem.offset) for stem in item.stems)
        if self._end <= self._start:
            raise AudioReadError("nothing-to-export", f"“{item.name}” has no sound to export.", "Select a longer part.")
        self.name = item.name
        self.rate_hz = self._sound.rate_hz
        self.channels = self._sound.channels
        self.frames = self._end - self._start

    def blocks(self) -> Iterator[AudioArray]:
        for start in range(self._start, self._end, BLOCK_FRAMES):
            yield self._block(start, min(start + BLOCK_FRAMES, self._end))

    def _block(self, start: int, end: int) -> AudioArray:
        sound = self._sound.read(start, end)
        touching = [(stem, offset) for stem, offset in self._stems if offset < end and offset + stem.frames > start]
        if not touching:
            return sound
        # In double precision and rounded once: rest + stems gives the source back to the last bit of a float.
        rest = sound.astype(np.float64)
        for stem, offset in touching:
            rest -= stem.read(start - offset, end - offset)
        return rest.astype(np.float32)


@contextmanager
def _names(folder: Path, names: Sequence[str], suffix: str, conflict: Conflict) -> Iterator[list[Path]]:
    paths: list[Path] = []
    with _claims:
        for name in names:
            path = folder / (safe_name(name) + suffix)
            if conflict == "number" or path in _claimed:
                path = unique_path(path, taken=_claimed)
            _claimed.add(path)
            paths.append(path)
    try:
        yield paths
    finally:
        with _claims:
            _claimed.difference_update(paths)
