"""Stems of a job that may be interrupted: kept in the cache folder until the job is done, taken up where it stood."""

from __future__ import annotations

import hashlib
import json
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from filelock import FileLock, Timeout

from audiosep_core.audio.cache import Range, SoundCache
from audiosep_core.audio.sound import Sound
from audiosep_core.library.paths import cache_folder, private
from audiosep_core.library.scratch import held
from audiosep_core.types import AudioArray, Query, SeparationOptions

_BLOCK_FRAMES = 65536
_SAMPLE_BYTES = 1 << 16

# A job that nobody takes up again is forgotten.
_KEPT_S = 14 * 24 * 3600


class Partial:
    """The stem caches of one job; a context manager that leaves them on the disk unless `forget` was called.

    Attributes:
        done: Frames of the source that all stems hold, as ranges.
    """

    def __init__(self, folder: Path, lock: FileLock, stems: list[SoundCache], start: int) -> None:
        self._folder, self._lock, self._stems, self._start = folder, lock, stems, start
        self._finished = False
        self.done = tuple((low + start, high + start) for low, high in _common([stem.final for stem in stems]))

    @classmethod
    def open(cls, facts: dict[str, Any], source: Sound, start: int, end: int, count: int) -> Partial | None:
        """Take up a job, or begin it.

        Args:
            facts: What the job is, for JSON: `job_facts`.
            source: What is separated.
            start, end: Frames of it that are.
            count: How many stems.

        Returns:
            None when another process is at this very job.

        Raises:
            AudioWriteError: The caches cannot be made.
        """
        facts = {**facts, "start": start, "end": end}
        parent = private(cache_folder() / "partial")
        _forget_old(parent)
        name = hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()[:24]
        folder = parent / name
        lock = FileLock(parent / f"{name}.lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return None
        with ExitStack() as guard:
            guard.callback(lock.release)
            folder.mkdir(exist_ok=True)
            stems = []
            for index in range(count):
                request = {**facts, "stem": index}
                path = folder / f"stem-{index}.json"
                stems.append(SoundCache.reopen(path, source.rate_hz, source.channels, end - start, request))
                guard.callback(stems[-1].close)
            guard.pop_all()
            return cls(folder, lock, stems, start)

    def __enter__(self) -> Partial:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        for stem in self._stems:
            stem.close()
        if self._finished:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._lock.release()

    @property
    def missing(self) -> int:
        """Bytes that are still to be written."""
        stem = self._stems[0]
        frames = stem.frames - sum(high - low for low, high in self.done)
        return len(self._stems) * frames * stem.channels * 4

    def write(self, start: int, block: AudioArray) -> None:
        """Keep (stems, frames, channels) from frame `start` of the source on; what is final already stays as it is."""
        low, high = start - self._start, start - self._start + block.shape[1]
        for samples, stem in zip(block, self._stems, strict=True):
            for first, last in _without((low, high), stem.final):
                stem.write(first, samples[first - low : last - low])
            stem.mark_final(low, high)

    def blocks(self) -> Iterator[tuple[int, AudioArray]]:
        """All stems from the beginning: (frame of the source, (stems, frames, channels)) each."""
        frames = self._stems[0].frames
        for low in range(0, frames, _BLOCK_FRAMES):
            high = min(low + _BLOCK_FRAMES, frames)
            yield low + self._start, np.stack([stem.read(low, high) for stem in self._stems])

    def forget(self) -> None:
        """The job is done: remove its caches at the end."""
        self._finished = True


def job_facts(path: Path, queries: Sequence[str | Query], separation: SeparationOptions, model: str) -> dict[str, Any]:
    """What makes two jobs the same: the recording (place, size, time of change, both ends), queries, options, model."""
    stat = path.stat()
    with path.open("rb") as file:
        ends = hashlib.sha256(file.read(_SAMPLE_BYTES))
        file.seek(max(0, stat.st_size - _SAMPLE_BYTES))
        ends.update(file.read(_SAMPLE_BYTES))
    options = {**asdict(separation), "against": [_query_facts(query) for query in separation.against]}
    facts = {
        "source": [str(path.resolve()), stat.st_size, stat.st_mtime_ns, ends.hexdigest()],
        "queries": [_query_facts(query) for query in queries],
        "options": options,
        "model": model,
    }
    plain: dict[str, Any] = json.loads(json.dumps(facts))
    return plain


def _query_facts(query: str | Query) -> list[Any]:
    if isinstance(query, str):
        query = Query(query)
    if query.like is None:
        return [query.text]
    like = hashlib.sha256(np.ascontiguousarray(query.like.samples).tobytes()).hexdigest()
    return [query.text, like, query.like.rate_hz, query.blend]


def _common(ranges: Sequence[Sequence[Range]]) -> list[Range]:
    """What lies in every one of several lists of ranges."""
    result = list(ranges[0])
    for others in ranges[1:]:
        pairs = ((max(a, c), min(b, d)) for a, b in result for c, d in others)
        result = [(low, high) for low, high in pairs if low < high]
    return sorted(result)


def _without(whole: Range, taken: Sequence[Range]) -> Iterator[Range]:
    """What of a range is in none of some sorted ranges."""
    position = whole[0]
    for low, high in taken:
        if low >= whole[1] or high <= position:
            continue
        if low > position:
            yield position, low
        position = high
    if position < whole[1]:
        yield position, whole[1]


def _forget_old(parent: Path) -> None:
    for name in {entry.name.removesuffix(".lock") for entry in parent.iterdir()}:
        folder, lock = parent / name, parent / f"{name}.lock"
        with suppress(OSError):
            files = [lock, folder, *folder.iterdir()] if folder.is_dir() else [lock]
            there = [file.stat().st_mtime for file in files if file.exists()]
            # None is there of what is no job of ours, such as a file browser's, or went just now.
            if there and time.time() - max(there) > _KEPT_S:
                # However old it looks: clocks are set, and then somebody may be at it.
                with held(lock) as nobody:
                    if nobody:
                        shutil.rmtree(folder, ignore_errors=True)
