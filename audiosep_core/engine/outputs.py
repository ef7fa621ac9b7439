"""The files that a separation writes: all of them arrive, or none."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

import numpy as np

from audiosep_core.audio.formats import KINDS, Container, rate_in
from audiosep_core.audio.names import stem_name
from audiosep_core.audio.resample import StreamResampler
from audiosep_core.audio.sound import Sound
from audiosep_core.audio.write import AudioWriter, finish_together, write_error
from audiosep_core.errors import AudioWriteError
from audiosep_core.types import AudioArray


class Outputs:
    """One file a label and, if asked for, one for what is left of the source; written from the beginning to the end.

    Attributes:
        paths: The stems' files: wanted ones, and after the end those that arrived.
        rest_path: The same for what is left, or None.
    """

    def __init__(
        self,
        path: Path,
        labels: Sequence[str],
        folder: Path,
        source: Sound,
        *,
        rest: bool = False,
        container: Container = "wav",
        subtype: str = "FLOAT",
    ) -> None:
        self._stack = ExitStack()
        self._writers: list[AudioWriter] = []
        self._rate_hz = rate_in(container, source.rate_hz)
        self._resamplers: list[StreamResampler] = []
        self._next: int | None = None
        self._source, self._container, self._subtype = source, container, subtype
        suffix = KINDS[container].suffix
        self.paths = [folder / f"{stem_name(path, label)}{suffix}" for label in labels]
        self.rest_path = folder / f"{stem_name(path, 'rest')}{suffix}" if rest else None

    def __enter__(self) -> Outputs:
        _make_folder(self.paths[0])
        targets = [*self.paths, *([self.rest_path] if self.rest_path is not None else [])]
        with ExitStack() as guard:
            self._writers = [guard.enter_context(self._open(target)) for target in targets]
            self._stack = guard.pop_all()
        rates = self._source.rate_hz, self._rate_hz
        self._resamplers = [StreamResampler(*rates, self._source.channels) for _ in targets]
        return self

    def _open(self, target: Path) -> AudioWriter:
        channels = self._source.channels
        return AudioWriter(target, self._rate_hz, channels, container=self._container, subtype=self._subtype)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            try:
                self._write_tails()
            except BaseException as failure:
                self._stack.__exit__(type(failure), failure, failure.__traceback__)
                raise
            # Only here are the names settled: those above may have been taken meanwhile.
            finish_together(self._writers)
            arrived = [writer.path for writer in self._writers]
            self.paths = arrived[: len(self.paths)]
            if self.rest_path is not None:
                self.rest_path = arrived[-1]
        self._stack.__exit__(kind, error, trace)

    def _write_tails(self) -> None:
        """What the resamplers still hold."""
        nothing = np.empty((0, self._source.channels), np.float32)
        for writer, resampler in zip(self._writers, self._resamplers, strict=True):
            if len(tail := resampler.process(nothing, last=True)):
                writer.write(tail)

    def write(self, start: int, block: AudioArray) -> None:
        """Append the next range, (stems, frames, channels) from frame `start` of the source on, to all files.

        Raises:
            AudioWriteError: The disk refuses.
            ValueError: The range does not follow the one before.
        """
        if self._next not in (None, start):
            raise ValueError(f"frame {start} came where {self._next} was to come")
        self._next = start + block.shape[1]
        for stem, out, resampler in zip(block, self._writers, self._resamplers, strict=False):
            out.write(resampler.process(stem))
        if self.rest_path is not None:
            # In double precision and rounded once: rest + stems gives the source back.
            mixture = self._source.read(start, start + block.shape[1]).astype(np.float64)
            rest = (mixture - block.sum(axis=0, dtype=np.float64)).astype(np.float32)
            self._writers[-1].write(self._resamplers[-1].process(rest))

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
