"""Blocks of float32 into WAV and FLAC: beside the target as NAME.<random>.part first, in its place when all is written.

Several files arrive together or not at all. A name is settled only when its file arrives, so that other programs, and
other processes of this one, may write into the same folder meanwhile.

WAV files are written as RF64, which has room for any length, and turned into plain WAV at the end when they are small
enough for one (under 4 GiB).
"""

from __future__ import annotations

import errno
import os
import secrets
import struct
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

import numpy as np
import soundfile

from audiosep_core.audio.names import numbered
from audiosep_core.audio.read import library_path
from audiosep_core.errors import AudioWriteError
from audiosep_core.types import AudioArray

Container = Literal["wav", "flac"]
CONTAINERS: tuple[Container, ...] = ("wav", "flac")
SUBTYPES = ("PCM_16", "PCM_24", "FLOAT")

Conflict = Literal["number", "replace"]

# The largest size a RIFF header can state.
_LARGEST_WAV = 0xFFFFFFFF

# Two groups of this process do not arrive at once: taking one back could take away what the other has just replaced.
_arriving = threading.Lock()


class AudioWriter:
    """Write one file; a context manager. Leaving it puts the file in place, leaving it by an exception removes it.

    PCM_16 is dithered (triangular, 2 LSB wide, the same in every run); PCM_24 and FLOAT give back what was written,
    exactly, as far as their bits go. FLAC has no floats: FLOAT becomes PCM_24 there.

    Attributes:
        path: The finished file; before it is there, the one that was asked for.
        conflict: Whether a file that is already there is kept (this one gets a number) or replaced.
        clipped: Samples so far that lay outside of [-1, 1] and were clipped (always 0 for FLOAT).
        frames: Frames written so far.
    """

    def __init__(
        self,
        path: Path,
        rate_hz: int,
        channels: int,
        *,
        container: Container = "wav",
        subtype: str = "FLOAT",
        conflict: Conflict = "number",
    ) -> None:
        """Create the part file.

        Raises:
            AudioWriteError: "folder-missing", "no-permission", "disk-full" or "format-unsupported".
            ValueError: No such container or subtype.
        """
        if container not in CONTAINERS or subtype not in SUBTYPES:
            raise ValueError(f"cannot write {subtype} into {container}")
        self.path = Path(path)
        self.conflict = conflict
        self.clipped = 0
        self.frames = 0
        self._part = _beside(self.path, "part")
        self._old: Path | None = None
        self._prepared = self._over = self._arrived = False
        self._container = container
        self._subtype = "PCM_24" if container == "flac" and subtype == "FLOAT" else subtype
        self._channels = channels
        self._dither = np.random.default_rng(0)
        try:
            self._part.open("xb").close()
        except OSError as error:
            raise write_error(self.path, error) from error
        try:
            self._file: Any = soundfile.SoundFile(
                library_path(self._part),
                "w",
                samplerate=rate_hz,
                channels=channels,
                format="FLAC" if container == "flac" else "RF64",
                subtype=self._subtype,
            )
        except (soundfile.SoundFileError, ValueError, TypeError, OverflowError) as error:
            reason = self._why_disk_refuses()
            self._part.unlink(missing_ok=True)
            raise reason or AudioWriteError(
                "format-unsupported",
                f"{container.upper()} cannot hold {channels} channels at {rate_hz} Hz.",
                "Choose WAV." if container == "flac" else "Choose another format.",
            ) from error

    def __enter__(self) -> AudioWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, _: TracebackType | None) -> None:
        if kind is not None:
            self._discard()
        elif not self._over:
            finish_together([self])

    def write(self, block: AudioArray) -> None:
        """Append a (n, channels) float32 block.

        Raises:
            AudioWriteError: "disk-full", "file-too-large" or "write-failed".
        """
        if block.ndim != 2 or block.shape[1] != self._channels:
            raise ValueError(f"a block is (frames, {self._channels}), not {block.shape}")
        samples = self._quantised(block)
        try:
            self._file.write(samples)
        except (soundfile.SoundFileError, AssertionError, OSError) as error:
            # libsndfile does not say why; soundfile asserts that all frames were taken.
            raise self._failure() from error
        self.frames += len(block)

    def _quantised(self, block: AudioArray) -> AudioArray | np.ndarray[Any, np.dtype[np.int16 | np.int32]]:
        # libsndfile scales floats by one step less than it divides by when reading, so integers are made here.
        if self._subtype == "FLOAT":
            return np.ascontiguousarray(block, dtype=np.float32)
        scale = 32768.0 if self._subtype == "PCM_16" else 8388608.0
        self.clipped += int(np.count_nonzero(np.abs(block) > 1.0))
        steps = block.astype(np.float64) * scale
        if self._subtype == "PCM_16":
            steps += self._dither.random(block.shape) - self._dither.random(block.shape)
        steps = np.clip(np.rint(steps), -scale, scale - 1)
        if self._subtype == "PCM_16":
            return steps.astype(np.int16)
        return steps.astype(np.int32) << 8

    def prepare(self) -> None:
        """Complete the file, still beside its place; nothing can be written after. A second time does nothing.

        Raises:
            AudioWriteError: "disk-full", "file-too-large" or "write-failed".
        """
        if self._prepared:
            return
        try:
            self._file.close()
            if self._container == "wav" and self._part.stat().st_size - 8 <= _LARGEST_WAV:
                _make_plain_wav(self._part, self.frames)
        except soundfile.SoundFileError as error:
            raise self._failure() from error
        except OSError as error:
            raise write_error(self.path, error) from error
        self._prepared = True

    def _arrive(self) -> None:
        try:
            if self.conflict == "replace":
                self._old = _keep_old(self.path)
                os.replace(self._part, self.path)
            else:
                self.path = _move_to_free(self._part, self.path)
        except OSError as error:
            raise write_error(self.path, error) from error
        self._arrived = True

    def _take_back(self) -> None:
        """Undo `_arrive`, as far as it came."""
        # What cannot be put back stays beside its place as NAME.<random>.old.
        with suppress(OSError):
            if self._old is not None:
                os.replace(self._old, self.path)
                self._old.unlink(missing_ok=True)  # two names of one file stay two when one replaces the other
            elif self._arrived:
                self.path.unlink()

    def _forget_old(self) -> None:
        self._over = True
        if self._old is not None:
            with suppress(OSError):
                self._old.unlink()

    def _failure(self) -> AudioWriteError:
        return self._why_disk_refuses() or AudioWriteError(
            "write-failed",
            f"“{self.path.name}” could not be written. Your recording and stems are safe.",
            "Try another folder.",
        )

    def _why_disk_refuses(self) -> AudioWriteError | None:
        """Ask the disk itself: the system's answer to one more write says what libsndfile keeps to itself."""
        try:
            with self._part.open("ab") as file:
                file.write(bytes(1 << 20))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            return write_error(self.path, error)
        return None

    def _discard(self) -> None:
        if self._over:
            return
        self._over = True
        try:
            self._file.close()
        except (soundfile.SoundFileError, OSError):
            pass
        finally:
            self._part.unlink(missing_ok=True)


def finish_together(writers: Sequence[AudioWriter]) -> None:
    """Put the files of all writers in their places, or of none: then what they replaced is there again.

    Those that replace come first, the others get names that are still free. After it leaving the writers does nothing.

    Raises:
        AudioWriteError: "disk-full", "no-permission", "folder-missing", "file-too-large" or "write-failed".
    """
    try:
        for writer in writers:
            writer.prepare()
        with _arriving:
            try:
                for writer in sorted(writers, key=lambda one: one.conflict == "number"):
                    writer._arrive()
            except BaseException:
                for writer in writers:
                    writer._take_back()
                raise
            for writer in writers:
                writer._forget_old()
    except BaseException:
        for writer in writers:
            writer._discard()
        raise


def write_error(path: Path, error: OSError) -> AudioWriteError:
    """The sentence for what the system refused while `path` was being written."""
    name, folder = path.name, path.parent
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return AudioWriteError(
            "disk-full",
            f"The disk is full: “{name}” was not written. Your recording and stems are safe.",
            "Free some space, or choose a folder on another disk.",
        )
    if error.errno == errno.EFBIG:
        return AudioWriteError(
            "file-too-large",
            f"“{name}” grew larger than this disk allows. Your recording and stems are safe.",
            "Choose a folder on another disk, or a smaller format such as FLAC.",
        )
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return AudioWriteError(
            "folder-missing", f"The folder “{folder}” is not there.", "Choose another folder, or connect its drive."
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return AudioWriteError(
            "no-permission",
            f"“{name}” may not be written into “{folder}”: the system refuses permission.",
            "Choose a folder of your own.",
        )
    return AudioWriteError(
        "write-failed",
        f"“{name}” could not be written ({error.strerror or error}). Your recording and stems are safe.",
        "Try another folder.",
    )


def _beside(path: Path, ending: str) -> Path:
    """A name in the same folder that nobody else has."""
    return path.with_name(f"{path.name}.{secrets.token_hex(8)}.{ending}")


def _move_to_free(part: Path, wanted: Path) -> Path:
    """Move `part` to the first of wanted, "wanted (2)" ... that is free. The system decides in one step whether it is:
    another process may be looking for a name too, and some file systems do not tell case."""
    for target in numbered(wanted):
        try:
            _move_to_new(part, target)
        except FileExistsError:
            continue
        return target
    raise AssertionError("numbers do not end")


def _move_to_new(part: Path, target: Path) -> None:
    """Move, or raise FileExistsError: what is at `target` stays."""
    if os.name == "nt":
        os.rename(part, target)
        return
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:
        # No hard links on this file system (FAT, some shares): reserve the name, then replace our own empty file.
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        try:
            os.replace(part, target)
        except BaseException:
            target.unlink(missing_ok=True)
            raise
    else:
        with suppress(OSError):
            part.unlink()


def _keep_old(path: Path) -> Path | None:
    """A second name for what is at `path`, to put it back from; None when nothing is there that could be replaced."""
    if not os.path.lexists(path) or (path.is_dir() and not path.is_symlink()):
        return None
    old = _beside(path, "old")
    if not path.is_symlink():
        # Without a moment in which the file is not there.
        with suppress(OSError):
            os.link(path, old)
            return old
    os.replace(path, old)
    return old


def _make_plain_wav(path: Path, frames: int) -> None:
    """Turn an RF64 header into that of a plain WAV, in place; the samples do not move.

    The 64-bit sizes become an unused chunk. With one or two channels the extensible format chunk (40 bytes), which
    older programs refuse, becomes a plain one (16 bytes) and a frame count.
    """
    with path.open("r+b") as file:
        head = file.read(4096)
        data = head.index(b"data", 12)
        form = head.index(b"fmt ", 12)
        body = form + 8
        size = path.stat().st_size
        data_size = struct.unpack_from("<Q", head, head.index(b"ds64", 12) + 16)[0]
        plain = bytearray(head)
        plain[0:4] = b"RIFF"
        struct.pack_into("<I", plain, 4, size - 8)
        plain[12:48] = b"JUNK" + struct.pack("<I", 28) + bytes(28)
        struct.pack_into("<I", plain, data + 4, data_size)
        channels, valid = struct.unpack_from("<H", head, body + 2)[0], struct.unpack_from("<I", head, form + 4)[0]
        if channels <= 2 and valid == 40 and head[body : body + 2] == b"\xfe\xff":
            tag = head[body + 24 : body + 26]
            fields = tag + head[body + 2 : body + 16]
            filler = b"fact" + struct.pack("<II", 4, frames) + b"JUNK" + struct.pack("<II", 4, 0)
            plain[form : form + 48] = b"fmt " + struct.pack("<I", 16) + fields + filler
        file.seek(0)
        file.write(plain)
