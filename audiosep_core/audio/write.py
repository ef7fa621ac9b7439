"""Blocks of float32 into files: beside the target as NAME.<random>.part first, in its place when all is written.

Several files arrive together or not at all. A name is settled only when its file arrives, so that other programs, and
other processes of this one, may write into the same folder meanwhile.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Literal, TypeVar

import numpy as np
import soundfile

from audiosep_core.audio.encode import CannotEncodeError, Chunks, Encoder, open_encoder
from audiosep_core.audio.formats import KINDS, Container, holds_everything
from audiosep_core.audio.places import beside, keep_old, move_to_free, move_to_new
from audiosep_core.audio.tags import Tags
from audiosep_core.audio.write_errors import write_error
from audiosep_core.errors import AudioWriteError
from audiosep_core.library.scratch import noted
from audiosep_core.types import AudioArray

__all__ = ["CONFLICTS", "AudioWriter", "Conflict", "Container", "finish_together", "write_error"]

Conflict = Literal["number", "replace", "skip"]
CONFLICTS = ("number", "replace", "skip")

# Two groups of this process do not arrive at once: taking one back could take away what the other has just replaced.
_arriving = threading.Lock()

_Result = TypeVar("_Result")


class AudioWriter:
    """Write one file; a context manager. Leaving it puts the file in place, leaving it by an exception removes it.

    PCM_16 is dithered (triangular, 2 LSB wide, the same in every run); PCM_24 and FLOAT give back what was written,
    exactly, as far as their bits go. FLAC has no floats: FLOAT becomes PCM_24 there.

    Attributes:
        path: The finished file; before it is there, the one that was asked for.
        conflict: What becomes of a file that is already there: it is kept and this one gets a number ("number"), it is
            replaced, or it is kept and this one is dropped ("skip").
        skipped: Whether it was dropped so.
        clipped: Samples so far that lay outside of [-1, 1] and were clipped (always 0 for FLOAT in WAV).
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
        tags: Tags = Tags(),  # noqa: B008 - frozen
        chunks: Chunks = (),
        video: Path | None = None,
    ) -> None:
        """Create the part file.

        Args:
            path: Where it shall be.
            rate_hz: Frames a second.
            channels: Channels.
            container: See `formats.KINDS`.
            subtype: One of the container's.
            conflict: See the class.
            tags: What the file says of itself.
            chunks: Further chunks of a WAV file, (four letters, content) each.
            video: The video whose pictures a "video" shows.

        Raises:
            AudioWriteError: "folder-missing", "no-permission", "disk-full" or "format-unsupported".
            ValueError: No such container or subtype.
        """
        if container not in KINDS or subtype not in KINDS[container].subtypes:
            raise ValueError(f"cannot write {subtype} into {container}")
        self.path = Path(path)
        self.conflict = conflict
        self.skipped = False
        self.clipped = 0
        self.frames = 0
        self._part = noted(beside(self.path, "part"))
        self._old: Path | None = None
        self._prepared = self._over = self._arrived = False
        self._clips = not holds_everything(container, subtype)
        self._channels = channels
        try:
            self._part.open("xb").close()
        except OSError as error:
            raise write_error(self.path, error) from error
        try:
            self._encoder: Encoder = open_encoder(
                self._part, rate_hz, channels, container, subtype, tags, chunks, video
            )
        except (CannotEncodeError, OSError) as error:
            reason = self._why_disk_refuses()
            self._part.unlink(missing_ok=True)
            raise reason or _unsupported(container, rate_hz, channels, self.path) from error
        except BaseException:
            self._part.unlink(missing_ok=True)
            raise

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
        if self._clips:
            self.clipped += int(np.count_nonzero(np.abs(block) > 1.0))
        self._asked(lambda: self._encoder.write(block))
        self.frames += len(block)

    def prepare(self) -> None:
        """Complete the file, still beside its place; nothing can be written after. A second time does nothing.

        Raises:
            AudioWriteError: "disk-full", "file-too-large" or "write-failed".
        """
        if not self._prepared:
            self._asked(self._encoder.finish)
            self._prepared = True

    def _asked(self, work: Callable[[], _Result]) -> _Result:
        """What the encoder does, with its troubles in our words."""
        try:
            return work()
        except OSError as error:
            if error.errno is None:  # FFmpeg's errors are OSErrors too, some without a number
                raise self._failure() from error
            raise write_error(self.path, error) from error
        except (soundfile.SoundFileError, AssertionError, ValueError) as error:
            # libsndfile does not say why; soundfile asserts that all frames were taken.
            raise self._failure() from error

    def _arrive(self) -> None:
        try:
            if self.conflict == "replace":
                self._old = keep_old(self.path)
                os.replace(self._part, self.path)
            elif self.conflict == "skip":
                try:
                    move_to_new(self._part, self.path)
                except FileExistsError:
                    self.skipped = True
                    self._part.unlink()
                    return
            else:
                self.path = move_to_free(self._part, self.path)
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
            self._encoder.close()
        except (soundfile.SoundFileError, OSError, ValueError):
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


def _unsupported(container: Container, rate_hz: int, channels: int, path: Path) -> AudioWriteError:
    if container == "video":
        return AudioWriteError(
            "format-unsupported",
            f"The pictures cannot be copied into “{path.name}”.",
            "Choose a sound format; the sound can be put into the video with another program.",
        )
    return AudioWriteError(
        "format-unsupported",
        f"{container.upper()} cannot hold {channels} channels at {rate_hz} Hz.",
        "Choose stereo, or another format." if container == "mp3" else "Choose WAV.",
    )
