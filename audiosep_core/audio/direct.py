"""Read a recording at random where it lies, without a copy: WAV, RF64 and AIFF whose samples are stored plainly."""

from __future__ import annotations

import threading
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import soundfile

from audiosep_core.audio.endings import is_cut_short
from audiosep_core.audio.read import damaged, finite, library_path
from audiosep_core.types import AudioArray

# A frame of these lies at a place that can be computed, and decodes to the same samples whatever was read before.
_CONTAINERS = frozenset({"WAV", "WAVEX", "RF64", "AIFF"})
_SUBTYPES = frozenset({"PCM_16", "PCM_24", "PCM_32", "FLOAT", "DOUBLE"})

# Not in AIFF: libsndfile takes its padding for a frame.
_BYTE_SUBTYPES = frozenset({"PCM_U8", "ULAW", "ALAW"})


class FileSound:
    """A recording as a `Sound`: gives the very samples that `AudioReader` would. Safe to read from several threads."""

    truncated = False

    def __init__(self, path: Path, file: Any) -> None:
        self._path = path
        self._file = file
        self._lock = threading.Lock()
        self.rate_hz = int(file.samplerate)
        self.channels = int(file.channels)
        self.frames = int(file.frames)

    @classmethod
    def try_open(cls, path: Path) -> FileSound | None:
        """Open a recording, or return None where it must be decoded from its beginning instead: it is compressed, cut
        short, empty, of an unknown length, or no recording at all."""
        try:
            if not path.is_file() or is_cut_short(path):
                return None
            file = soundfile.SoundFile(library_path(path))
        except (soundfile.SoundFileError, TypeError, OSError, ValueError):
            return None
        subtypes = _SUBTYPES if file.format == "AIFF" else _SUBTYPES | _BYTE_SUBTYPES
        plain = file.format in _CONTAINERS and file.subtype in subtypes and file.seekable()
        if plain and file.frames > 0 and file.channels > 0 and file.samplerate > 0:
            sound = cls(path, file)
            if sound._reaches_its_end():
                return sound
        file.close()
        return None

    def __enter__(self) -> FileSound:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    def read(self, start: int, end: int) -> AudioArray:
        """Frames [start, end), (frames, channels) float32; what lies outside of the recording is silent.

        Raises:
            AudioReadError: "file-damaged": the disk fails, or the file was changed meanwhile.
        """
        result = np.zeros((max(0, end - start), self.channels), np.float32)
        low, high = max(start, 0), min(end, self.frames)
        if low >= high:
            return result
        inside = result[low - start : high - start]
        try:
            with self._lock:
                self._file.seek(low)
                got = len(self._file.read(out=inside))
        except (soundfile.SoundFileError, OSError) as error:
            raise damaged(self._path) from error
        if got < high - low:
            raise damaged(self._path)
        return finite(result)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _reaches_its_end(self) -> bool:
        try:
            self._file.seek(self.frames - 1)
            return len(self._file.read(2, dtype="float32", always_2d=True)) == 1
        except (soundfile.SoundFileError, OSError):
            return False
