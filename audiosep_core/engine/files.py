"""From a file to files: decode, separate, write, at a memory that does not depend on the length."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Literal

from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.names import stem_name
from audiosep_core.audio.read import open_audio
from audiosep_core.audio.write import AudioWriter, finish_together, write_error
from audiosep_core.cancel import CancelToken
from audiosep_core.engine.separator import Separator, Span
from audiosep_core.errors import AudioReadError, AudioWriteError
from audiosep_core.library.paths import cache_folder
from audiosep_core.types import AudioArray, OnProgress, Query, ignore_progress


@dataclass(frozen=True)
class FileOptions:
    """How `separate_file` writes.

    Attributes:
        start_s, end_s: Stretch to separate, in seconds; None is the file's beginning and end.
        rest: Also write what is left.
        container: "wav" or "flac".
        subtype: libsndfile's name: "FLOAT", "PCM_24", "PCM_16".
    """

    start_s: float | None = None
    end_s: float | None = None
    rest: bool = False
    container: Literal["wav", "flac"] = "wav"
    subtype: str = "FLOAT"


@dataclass(frozen=True)
class SeparatedFiles:
    """What `separate_file` wrote.

    Attributes:
        stems: (query's label, path) each.
        rest: Path of what is left, if it was asked for.
        audio_s: Seconds of sound per stem.
        truncated: The file was cut off; what could be read of it was separated.
        clipped: Samples of all files that were too loud for their format (always 0 for FLOAT).
    """

    stems: tuple[tuple[str, Path], ...]
    rest: Path | None
    audio_s: float
    truncated: bool
    clipped: int


def separate_file(
    path: Path,
    queries: Sequence[str | Query],
    folder: Path,
    separator: Separator,
    options: FileOptions | None = None,
    on_progress: OnProgress = ignore_progress,
    cancel: CancelToken | None = None,
) -> SeparatedFiles:
    """Separate a file into `<name> (<query's label>).wav` and, if asked for, `<name> (rest).wav` in `folder`.

    Nothing is overwritten: a number is added. On an error or a cancel no file is left behind.

    Raises:
        AudioReadError, AudioWriteError, PromptError, ModelError, Cancelled: as their names say.
    """
    options = options or FileOptions()
    conditions = separator.conditions(queries)
    labels = [query if isinstance(query, str) else query.label for query in queries]
    if cancel is not None:
        cancel.raise_if_set()
    with tempfile.TemporaryDirectory(prefix="separate-", dir=cache_folder()) as scratch:
        source, truncated = _decode(path, Path(scratch) / "source.json", cancel)
        with source:
            span = _span(source, options)
            with _Outputs(path, labels, folder, source, options) as outputs:
                # From the first chunk on, ranges come in order: what is done can be written at once.
                separator.run(source, span, conditions, outputs.write, on_progress, cancel)
            seconds = (span.end - span.start) / source.rate_hz
    stems = tuple(zip(labels, outputs.paths, strict=True))
    return SeparatedFiles(stems, outputs.rest_path, seconds, truncated, outputs.clipped)


def _decode(path: Path, cache_path: Path, cancel: CancelToken | None) -> tuple[SoundCache, bool]:
    """Whole file into a cache: the engine reads at random, codecs cannot."""
    with open_audio(path) as reader:
        info = reader.info
        with ExitStack() as guard:
            # Left open by an error, it would keep Windows from removing the scratch folder.
            cache = guard.enter_context(SoundCache.create(cache_path, info.rate_hz, info.channels, info.frames or 0))
            position = 0
            for block in reader.blocks():
                if cancel is not None:
                    cancel.raise_if_set()
                if position + len(block) > cache.frames:
                    cache.resize(max(position + len(block), 2 * cache.frames))
                cache.write(position, block)
                position += len(block)
            if position != cache.frames:
                cache.resize(position)
            cache.mark_final(0, position)
            guard.pop_all()
            return cache, reader.truncated


def _span(source: SoundCache, options: FileOptions) -> Span:
    length = source.frames / source.rate_hz
    start_s = options.start_s or 0.0
    end_s = length if options.end_s is None else options.end_s
    # Before anything is rounded: infinity and NaN have no frame.
    known = math.isfinite(start_s) and math.isfinite(end_s)
    start = round(min(start_s, length) * source.rate_hz) if known else 0
    end = min(round(min(end_s, length) * source.rate_hz), source.frames) if known else 0
    if not 0 <= start < end:
        raise AudioReadError(
            "span-empty", "The stretch from start to end is empty.", f"The file is {length:.3f} seconds long."
        )
    return Span(start, end, start)


class _Outputs:
    """The files being written; all of them arrive, or none."""

    def __init__(
        self, path: Path, labels: Sequence[str], folder: Path, source: SoundCache, options: FileOptions
    ) -> None:
        self._stack = ExitStack()
        self._writers: list[AudioWriter] = []
        self.rest_path: Path | None = None
        names = [stem_name(path, label) for label in labels]
        if options.rest:
            names.append(stem_name(path, "rest"))
        self.paths = [folder / f"{name}.{options.container}" for name in names]
        if options.rest:
            self.rest_path = self.paths[-1]
        self._source, self._options = source, options

    def __enter__(self) -> _Outputs:
        _make_folder(self.paths[0])
        with ExitStack() as guard:
            self._writers = [guard.enter_context(self._open(target)) for target in self.paths]
            self._stack = guard.pop_all()
        if self.rest_path is not None:
            self.paths = self.paths[:-1]
        return self

    def _open(self, target: Path) -> AudioWriter:
        source, options = self._source, self._options
        return AudioWriter(
            target, source.rate_hz, source.channels, container=options.container, subtype=options.subtype
        )

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            # Only here are the names settled: those above may have been taken meanwhile.
            finish_together(self._writers)
            arrived = [writer.path for writer in self._writers]
            self.paths = arrived[: len(self.paths)]
            if self.rest_path is not None:
                self.rest_path = arrived[-1]
        self._stack.__exit__(kind, error, trace)

    def write(self, start: int, block: AudioArray) -> None:
        """Append the next range, (stems, frames, channels) from frame `start` on, to all stems and to the rest."""
        for stem, out in zip(block, self._writers, strict=False):
            out.write(stem)
        if self.rest_path is not None:
            mixture = self._source.read(start, start + block.shape[1])
            self._writers[-1].write(mixture - block.sum(axis=0))

    @property
    def clipped(self) -> int:
        """Samples of all files that were too loud for their format."""
        return sum(writer.clipped for writer in self._writers)


def _make_folder(target: Path) -> None:
    folder = target.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise AudioWriteError(
            "folder-missing", f"'{folder}' cannot be a folder: there is a file.", "Choose another folder."
        ) from error
    except OSError as error:
        raise write_error(target, error) from error
