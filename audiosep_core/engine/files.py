"""From a file to files: read, separate, write, at a memory that does not depend on the length.

Reading and writing overlap the network. A recording that can be read where it lies is not copied; of others whose
length is known, a thread decodes what comes next while the first chunks are separated.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from audiosep_core.audio.cache import Range
from audiosep_core.audio.decoded import DecodedSound, LengthDiffersError
from audiosep_core.audio.direct import FileSound
from audiosep_core.audio.formats import Container
from audiosep_core.audio.read import open_audio
from audiosep_core.audio.sound import Sound
from audiosep_core.audio.space import require_space
from audiosep_core.cancel import CancelToken
from audiosep_core.engine.memory import OnNotice, ignore_notice
from audiosep_core.engine.outputs import Outputs
from audiosep_core.engine.partial import Partial, job_facts
from audiosep_core.engine.separator import Separator
from audiosep_core.engine.span import Span
from audiosep_core.engine.write_behind import Write, WriteBehind
from audiosep_core.errors import AudioReadError
from audiosep_core.library.paths import cache_folder
from audiosep_core.library.scratch import scratch_folder
from audiosep_core.types import OnProgress, Query, SeparationOptions, ignore_progress

_CACHED_BYTES = 4
_SAMPLE_BYTES = {"FLOAT": 4.0, "PCM_24": 3.0, "PCM_16": 2.0}
_PACKED_BYTES = 0.2  # a sample of what is made small: less than any of them takes


@dataclass(frozen=True)
class FileOptions:
    """How `separate_file` works and writes.

    Attributes:
        start_s, end_s: Stretch to separate, in seconds; None is the file's beginning and end.
        rest: Also write what is left.
        container, subtype: Of the written files, as in `audio.formats`.
        separation: Channels, strength, band and the like.
        keep_partial: Keep what is done in the cache folder, so that the same call takes a job up where it failed or was
            stopped. Costs the disk a copy of the stems until the job is done.
    """

    start_s: float | None = None
    end_s: float | None = None
    rest: bool = False
    container: Container = "wav"
    subtype: str = "FLOAT"
    separation: SeparationOptions = field(default_factory=SeparationOptions)
    keep_partial: bool = False


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
    on_notice: OnNotice = ignore_notice,
) -> SeparatedFiles:
    """Separate a file into `<name> (<query's label>).wav` and, if asked for, `<name> (rest).wav` in `folder`.

    Nothing is overwritten: a number is added. On an error or a cancel no file is left behind. stems + rest is the
    source, to the rounding of the last bit of a float. Progress and notices are told as `Separator.run` tells them.

    Raises:
        AudioReadError, AudioWriteError, PromptError, ModelError, Cancelled: as their names say; "disk-full" before
            anything is written where there is too little room.
    """
    options, cancel = options or FileOptions(), cancel or CancelToken()
    job = _Job(Path(path), queries, Path(folder), separator, options, on_progress, cancel, on_notice)
    with ExitStack() as stack:
        # Left open by an error, a file would keep Windows from removing the scratch folder: it goes last.
        scratch = stack.enter_context(scratch_folder("separate"))
        if (direct := FileSound.try_open(job.path)) is not None:
            return job.run(stack.enter_context(direct))
        source = stack.enter_context(job.decode(scratch / "source.json"))
        if not source.exact:
            source.wait()
        try:
            return job.run(source)
        except LengthDiffersError:
            source.wait()
            return job.run(source)


class _Job:
    """A call of `separate_file`."""

    def __init__(
        self,
        path: Path,
        queries: Sequence[str | Query],
        folder: Path,
        separator: Separator,
        options: FileOptions,
        on_progress: OnProgress,
        cancel: CancelToken,
        on_notice: OnNotice,
    ) -> None:
        self.path, self._folder = path, folder
        self._queries, self._separator, self._options = queries, separator, options
        self._on_progress, self._cancel, self._on_notice = on_progress, cancel, on_notice
        self._labels = [query if isinstance(query, str) else query.label for query in queries]
        self._conditions = separator.conditions(queries)
        cancel.raise_if_set()

    def decode(self, cache_path: Path) -> DecodedSound:
        """Begin to decode the recording."""
        with ExitStack() as guard:
            reader = guard.enter_context(open_audio(self.path))
            info = reader.info
            if info.frames and not info.exact:
                # Of a known length `run` asks, for the very stretch.
                size = info.frames * info.channels
                whole = self._options.start_s is None and self._options.end_s is None
                written = (self._folder, self._written(size)) if whole else (self._folder, 0)
                require_space([(cache_folder(), size * _CACHED_BYTES), written], self.path.name)
            sound = DecodedSound(reader, cache_path, self._cancel)
            guard.pop_all()
            return sound

    def run(self, source: FileSound | DecodedSound) -> SeparatedFiles:
        """Separate what can be read, and write it."""
        span = _span(source, self._options)
        with ExitStack() as stack:
            kept = self._kept(source, span)
            if kept is not None:
                stack.enter_context(kept)
            needs = [(self._folder, self._written((span.end - span.start) * source.channels))]
            needs.append((cache_folder(), kept.missing if kept is not None else 0))
            if isinstance(source, DecodedSound):
                needs.append((cache_folder(), source.pending_bytes))
            require_space(needs, self.path.name)
            self._cancel.raise_if_set()
            outputs = Outputs(
                self.path,
                self._labels,
                self._folder,
                source,
                rest=self._options.rest,
                container=self._options.container,
                subtype=self._options.subtype,
            )
            with outputs:
                if kept is None:
                    # From the first chunk on, ranges come in order: what is done can be written at once.
                    self._separate(source, span, outputs.write)
                else:
                    self._separate(source, span, kept.write, kept.done)
                    for start, block in kept.blocks():
                        self._cancel.raise_if_set()
                        outputs.write(start, block)
                if isinstance(source, DecodedSound):
                    source.settle()
            if kept is not None:
                kept.forget()
        stems = tuple(zip(self._labels, outputs.paths, strict=True))
        seconds = (span.end - span.start) / source.rate_hz
        return SeparatedFiles(stems, outputs.rest_path, seconds, source.truncated, outputs.clipped)

    def _separate(self, source: Sound, span: Span, write: Write, done: Sequence[Range] = ()) -> None:
        with WriteBehind(write) as behind:
            self._separator.run(
                source,
                span,
                self._conditions,
                behind.put,
                self._on_progress,
                self._cancel,
                options=self._options.separation,
                done=done,
                on_notice=self._on_notice,
            )

    def _kept(self, source: Sound, span: Span) -> Partial | None:
        if not self._options.keep_partial:
            return None
        facts = job_facts(self.path, self._queries, self._options.separation, self._separator.fingerprint)
        return Partial.open(facts, source, span.start, span.end, len(self._queries))

    def _written(self, samples: int) -> int:
        """Bytes of all files, for so many samples in each."""
        size = samples * _SAMPLE_BYTES.get(self._options.subtype, _PACKED_BYTES)
        # Nobody can know what FLAC will make of it; a job that might fit is not refused.
        packed = size / 2 if self._options.container == "flac" else size
        return int(packed) * (len(self._queries) + self._options.rest)


def _span(source: Sound, options: FileOptions) -> Span:
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
