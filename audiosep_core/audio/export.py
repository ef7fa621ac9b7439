"""Stems, and what they leave over, into files: streamed, all or nothing, never over a file that was not meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.heard import HeardStem, open_heard
from audiosep_core.audio.names import safe_name
from audiosep_core.audio.write import AudioWriter, Conflict, Container, finish_together
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioReadError
from audiosep_core.types import AudioArray

BLOCK_FRAMES = 65536


@dataclass(frozen=True)
class StemItem:
    """A cache, written as it is, or with a strength: then `source` and the stem's `offset` in it count."""

    cache: Path
    name: str
    source: Path | None = None
    offset: int = 0
    strength: float = 0.0


@dataclass(frozen=True)
class PlacedStem:
    """A stem whose first frame lies at frame `offset` of the source, as it is heard with a strength."""

    cache: Path
    offset: int
    strength: float = 0.0


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
    on_arrival: Callable[[], None] = lambda: None,
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
        on_arrival: Called once, when all is written and the files are about to appear: too late for a cancel, except
            that it may raise Cancelled itself.

    Raises:
        AudioReadError: A cache cannot be read.
        AudioWriteError: A file cannot be written.
        Cancelled: The token was set.
    """
    with ExitStack() as caches:
        parts = [_Part(item, caches) for item in items]
        total = sum(part.frames for part in parts)
        done = 0
        targets = _targets(Path(folder), [part.name for part in parts], f".{container}", conflict)
        writers: list[AudioWriter] = []
        with ExitStack() as unfinished:
            for part, (path, on_conflict) in zip(parts, targets, strict=True):
                cancel.raise_if_set()
                writer = AudioWriter(
                    path, part.rate_hz, part.channels, container=container, subtype=subtype, conflict=on_conflict
                )
                writers.append(unfinished.enter_context(writer))
                for block in part.blocks():
                    cancel.raise_if_set()
                    writer.write(block)
                    done += len(block)
                    on_progress(done, total)
            for writer in writers:
                writer.prepare()
            cancel.raise_if_set()
            on_arrival()
            finish_together(writers)
        return Exported(tuple(writer.path for writer in writers), sum(writer.clipped for writer in writers))


class _Part:
    """An item with its caches open."""

    def __init__(self, item: Item, caches: ExitStack) -> None:
        self._stems: tuple[tuple[SoundCache | HeardStem, int], ...] = ()
        self._sound: SoundCache | HeardStem
        if isinstance(item, StemItem):
            strength = item.strength if item.source is not None else 0.0
            self._sound = open_heard(item.cache, item.source or item.cache, item.offset, strength)
            caches.callback(self._sound.close)
            self._start, self._end = 0, self._sound.frames
        else:
            self._sound = caches.enter_context(SoundCache.open(item.source))
            self._start, self._end = max(0, item.start), min(item.end, self._sound.frames)
            for stem in item.stems:
                sound = open_heard(stem.cache, item.source, stem.offset, stem.strength)
                caches.callback(sound.close)
                self._stems = (*self._stems, (sound, stem.offset))
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


def _targets(folder: Path, names: Sequence[str], suffix: str, conflict: Conflict) -> Iterator[tuple[Path, Conflict]]:
    seen: set[str] = set()
    for name in names:
        path = folder / (safe_name(name) + suffix)
        # Two of one export never replace each other, on no system: macOS and Windows do not tell case.
        yield path, "number" if path.name.casefold() in seen else conflict
        seen.add(path.name.casefold())
