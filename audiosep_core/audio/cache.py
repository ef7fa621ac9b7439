"""The sound cache: raw float32 that one process fills while others already read what is final.

`NAME.f32` holds interleaved float32 samples, as long as the sound from the start (sparse); `NAME.json` beside it is the
header (docs/architecture.md). Samples are written first, then the header is replaced atomically: whoever reads a header
finds every final frame in the samples. Readers see silence outside of the final ranges. Reads go through the system's
file cache, never through a mapping, so that a file which shrinks cannot crash a reader.

However a process ends, what its headers promise is there: the system keeps what was written. A power cut is another
matter, for a disk may store the header before the samples. Only durable caches, those that `reopen` makes and takes up
again, wait for the samples to be stored before each header; the header itself is not waited for, since an older one, or
a damaged one, promises less and never too much.

A header may also refer to samples that lie in another file, `"samples": {"path", "offset"}`: a stem of a project is
read where it lies, in its WAV, without a copy. Such a cache is only read.
"""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from audiosep_core.audio.write import write_error
from audiosep_core.errors import AudioReadError, AudioWriteError
from audiosep_core.outside_json import read_json
from audiosep_core.types import AudioArray

FORMAT = 1
_BYTES = 4

Range = tuple[int, int]


class SoundCache:
    """Sound on disk: `create` to fill it (one writer), `reopen` to go on filling it, `open` to read it meanwhile.

    Attributes:
        path: The header, `NAME.json`.
        rate_hz: Frames a second.
        channels: Channels of every frame.
        frames: Length of the sound.
        request: What the sound was made from, for whoever finds the file later.
        final: Ranges of frames that will not change any more: sorted, apart from each other.
        durable: Whether what is final survives a power cut.
        lies_in: The file that its samples are read from: its own, or one that the header referred to.
    """

    def __init__(self, path: Path, header: dict[str, Any], samples: BinaryIO, writable: bool) -> None:
        self.path = path
        self.rate_hz: int
        self.channels: int
        self.frames: int
        self.request: dict[str, Any]
        self.final: tuple[Range, ...]
        self.durable: bool
        self._samples = samples
        self._writable = writable
        self._lock = threading.Lock()
        self._take(header)
        # A later header may refer elsewhere; what was opened is read on. `_base` is the first sample's byte in there.
        self.lies_in, self._base = _place_of(path, header)

    @classmethod
    def create(
        cls,
        path: Path,
        rate_hz: int,
        channels: int,
        frames: int,
        request: dict[str, Any] | None = None,
        *,
        durable: bool = False,
    ) -> SoundCache:
        """Make a new, silent cache (an old one of this name is replaced) and open it for writing.

        Args:
            path: The header, `NAME.json`, in a folder that is there.
            rate_hz, channels, frames: Of the sound.
            request: What the sound is made from; anything that JSON holds.
            durable: Store samples before each header, so that a power cut spoils nothing; one wait for the disk for
                each `mark_final`.

        Raises:
            AudioWriteError: The folder is missing, read-only or full.
        """
        if rate_hz < 1 or channels < 1 or frames < 0:
            raise ValueError("a cache has a rate, a channel and a length")
        path = Path(path)
        header = _header(rate_hz, channels, frames, request or {}, (), durable)
        try:
            path.unlink(missing_ok=True)
            # Unlinked, not truncated: a reader of the old sound keeps it.
            _samples_path(path).unlink(missing_ok=True)
            samples = _samples_path(path).open("w+b", buffering=0)
            try:
                samples.truncate(frames * channels * _BYTES)
                _replace_header(path, header)
            except BaseException:
                samples.close()
                _samples_path(path).unlink(missing_ok=True)
                raise
        except OSError as error:
            raise write_error(path, error) from error
        return cls(path, header, samples, writable=True)

    @classmethod
    def refer(
        cls,
        path: Path,
        rate_hz: int,
        channels: int,
        frames: int,
        final: Sequence[Range],
        samples: Path,
        offset: int,
        request: dict[str, Any] | None = None,
    ) -> None:
        """Make a header for samples that lie in another file: raw interleaved float32 from byte `offset` on.

        Args:
            path: The header, `NAME.json`, in a folder that is there.
            rate_hz, channels, frames, final, request: As of a cache.
            samples: The file that holds them; it must stay as it is as long as the cache is read.
            offset: Where they begin in it.

        Raises:
            AudioWriteError: The folder is missing, read-only or full.
        """
        header = _header(rate_hz, channels, frames, request or {}, _merged(tuple(final)), durable=False)
        try:
            _replace_header(Path(path), {**header, "samples": {"path": str(samples), "offset": offset}})
        except OSError as error:
            raise write_error(Path(path), error) from error

    @classmethod
    def reopen(
        cls, path: Path, rate_hz: int, channels: int, frames: int, request: dict[str, Any] | None = None
    ) -> SoundCache:
        """Open for writing what an earlier run left, with its final ranges, or make a new cache.

        It is taken up when rate, channels, length and request are these, when it was durable, and when its samples are
        as long as they must be. `create` says what the arguments are; nobody else may be writing this cache.

        Raises:
            AudioWriteError: The folder is missing, read-only or full.
        """
        path = Path(path)
        wanted = _header(rate_hz, channels, frames, request or {}, (), True)
        try:
            found = _read_header(path)
            facts = ("format", "rate_hz", "channels", "frames", "request", "durable")
            # What JSON makes of the request is what the file can hold of it.
            if [found.get(fact) for fact in facts] == [json.loads(json.dumps(wanted[fact])) for fact in facts]:
                samples = _samples_path(path).open("r+b", buffering=0)
                try:
                    whole = os.fstat(samples.fileno()).st_size == frames * channels * _BYTES
                    cache = cls(path, found, samples, writable=True)
                    if whole and all(0 <= start < end <= frames for start, end in cache.final):
                        return cache
                except BaseException:
                    samples.close()
                    raise
                samples.close()
        except (AudioReadError, OSError):
            pass
        return cls.create(path, rate_hz, channels, frames, request, durable=True)

    @classmethod
    def open(cls, path: Path) -> SoundCache:
        """Open a cache for reading.

        Raises:
            AudioReadError: "cache-missing" or "cache-damaged".
        """
        path = Path(path)
        header = _read_header(path)
        try:
            samples = _place_of(path, header)[0].open("rb", buffering=0)
        except OSError as error:
            raise _missing(path) from error
        try:
            return cls(path, header, samples, writable=False)
        except BaseException:
            samples.close()
            raise

    def __enter__(self) -> SoundCache:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def complete(self) -> bool:
        """Whether every frame is final."""
        return self.frames == 0 or self.final == ((0, self.frames),)

    def refresh(self) -> None:
        """Read the header again: length and final ranges as they are now.

        Raises:
            AudioReadError: "cache-missing" or "cache-damaged".
        """
        if not self._writable:
            self._take(_read_header(self.path))

    def read(self, start: int, end: int) -> AudioArray:
        """Return a copy of frames `start` to `end`: (end - start, channels) float32.

        Silence stands for frames outside of the sound and, for a reader, for those that were not final at the last
        `refresh`. The writer reads all it has written.

        Raises:
            AudioReadError: "cache-damaged" when the disk fails.
        """
        result = np.zeros((max(0, end - start), self.channels), np.float32)
        ranges = ((0, self.frames),) if self._writable else self.final
        for low, high in ranges:
            low, high = max(low, start), min(high, end)
            if low < high:
                self._read_into(result[low - start : high - start], low)
        return result

    def write(self, start: int, block: AudioArray) -> None:
        """Put a (n, channels) float32 block at frame `start`. It must lie inside of the sound.

        Raises:
            AudioWriteError: "disk-full" or another refusal of the disk.
        """
        self._check_writable()
        if block.ndim != 2 or block.shape[1] != self.channels:
            raise ValueError(f"a block is (frames, {self.channels}), not {block.shape}")
        if start < 0 or start + len(block) > self.frames:
            raise ValueError(f"frames {start} to {start + len(block)} are outside of 0 to {self.frames}")
        rest = np.ascontiguousarray(block, dtype=np.float32).data.cast("B") if block.size else memoryview(b"")
        try:
            with self._lock:
                self._samples.seek(start * self.channels * _BYTES)
                while len(rest):
                    rest = rest[self._samples.write(rest) :]
        except OSError as error:
            raise self._write_error(error) from error

    def mark_final(self, start: int, end: int) -> None:
        """Announce that frames `start` to `end` are written and will not change.

        Raises:
            AudioWriteError: "disk-full" or another refusal of the disk.
        """
        self._check_writable()
        if start < 0 or end > self.frames:
            raise ValueError(f"frames {start} to {end} are outside of 0 to {self.frames}")
        final = _merged((*self.final, (start, end))) if start < end else self.final
        if final == self.final:
            return
        if self.durable:
            try:
                _store(self._samples.fileno())
            except OSError as error:
                raise self._write_error(error) from error
        self.final = final
        self._write_header()

    def resize(self, frames: int) -> None:
        """Change the length; what is kept keeps its samples and final ranges, what is new is silent and not final."""
        self._check_writable()
        if frames < 0:
            raise ValueError("a length is not negative")
        final = tuple((start, min(end, frames)) for start, end in self.final if start < frames)
        shrinks = frames < self.frames
        self.frames, self.final = frames, final
        try:
            # In this order no header ever promises frames that the file does not have.
            if shrinks:
                self._write_header()
            self._samples.truncate(frames * self.channels * _BYTES)
        except OSError as error:
            raise self._write_error(error) from error
        if not shrinks:
            self._write_header()

    def close(self) -> None:
        """Let go of the files."""
        self._samples.close()

    def delete(self) -> None:
        """Close, and remove header and samples."""
        self.close()
        for path in (self.path, _fresh_path(self.path), _samples_path(self.path)):
            path.unlink(missing_ok=True)

    def _take(self, header: dict[str, Any]) -> None:
        try:
            if header["format"] != FORMAT:
                raise ValueError("unknown format")
            self.rate_hz = int(header["rate_hz"])
            self.channels = int(header["channels"])
            self.request = dict(header["request"])
            self.durable = bool(header.get("durable", False))
            self.final = tuple((int(start), int(end)) for start, end in header["final"])
            self.frames = int(header["frames"])
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise _damaged(self.path) from error

    def _read_into(self, target: AudioArray, start: int) -> None:
        view = target.data.cast("B")
        offset, done = self._base + start * self.channels * _BYTES, 0
        try:
            while done < len(view):
                if hasattr(os, "preadv"):
                    got = os.preadv(self._samples.fileno(), [view[done:]], offset + done)
                else:
                    with self._lock:
                        self._samples.seek(offset + done)
                        got = self._samples.readinto(view[done:])  # type: ignore[attr-defined]
                if not got:
                    # The writer has shortened the sound since the last refresh; what is gone is silent.
                    break
                done += got
        except OSError as error:
            raise _damaged(self.path) from error

    def _write_header(self) -> None:
        try:
            header = _header(self.rate_hz, self.channels, self.frames, self.request, self.final, self.durable)
            _replace_header(self.path, header)
        except OSError as error:
            raise self._write_error(error) from error

    def _write_error(self, error: OSError) -> AudioWriteError:
        return write_error(_samples_path(self.path), error)

    def _check_writable(self) -> None:
        if not self._writable:
            raise ValueError("this cache was opened for reading")


def _samples_path(path: Path) -> Path:
    return path.with_suffix(".f32")


def _place_of(path: Path, header: dict[str, Any]) -> tuple[Path, int]:
    elsewhere = header.get("samples")
    try:
        return (_samples_path(path), 0) if elsewhere is None else (Path(elsewhere["path"]), int(elsewhere["offset"]))
    except (KeyError, TypeError, ValueError) as error:
        raise _damaged(path) from error


def _fresh_path(path: Path) -> Path:
    return path.with_name(path.name + ".new")


def _header(
    rate_hz: int, channels: int, frames: int, request: dict[str, Any], final: tuple[Range, ...], durable: bool
) -> dict[str, Any]:
    header = {
        "format": FORMAT,
        "rate_hz": rate_hz,
        "channels": channels,
        "frames": frames,
        "request": request,
        "final": [list(pair) for pair in final],
        "complete": frames == 0 or final == ((0, frames),),
    }
    return {**header, "durable": True} if durable else header


def _store(descriptor: int) -> None:
    """Wait until the disk has the samples."""
    getattr(os, "fdatasync", os.fsync)(descriptor)


def _replace_header(path: Path, header: dict[str, Any]) -> None:
    fresh = _fresh_path(path)
    try:
        fresh.write_text(json.dumps(header), encoding="utf-8")
        _patiently(lambda: os.replace(fresh, path))
    except OSError:
        with suppress(OSError):
            fresh.unlink()
        raise


def _read_header(path: Path) -> dict[str, Any]:
    text: list[str] = []
    try:
        _patiently(lambda: text.append(path.read_text(encoding="utf-8")))
        header = read_json(text[-1])
    except OSError as error:
        raise _missing(path) from error
    except ValueError as error:
        raise _damaged(path) from error
    if not isinstance(header, dict):
        raise _damaged(path)
    return header


def _patiently(action: Any, tries: int = 100) -> None:
    # On Windows a file that another process opens or replaces at this very moment is refused for an instant.
    for left in reversed(range(tries)):
        try:
            action()
        except PermissionError:
            if os.name != "nt" or left == 0:
                raise
            time.sleep(0.005)
        else:
            return


def _merged(ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)


def _missing(path: Path) -> AudioReadError:
    return AudioReadError("cache-missing", f"The cached sound “{path.name}” is not there any more.", "Open it again.")


def _damaged(path: Path) -> AudioReadError:
    return AudioReadError("cache-damaged", f"The cached sound “{path.name}” cannot be read.", "Open it again.")
