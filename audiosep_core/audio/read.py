"""Recordings into blocks of float32: WAV, FLAC, OGG, MP3, AIFF by libsndfile, everything else by FFmpeg (`decode_av`).

A file is read once, from its beginning, in blocks; nothing is held whole. The number of frames is exact once the last
block has been delivered; before that it is what the file announces (exact for WAV, AIFF and FLAC, an estimate for most
compressed formats). Encoder delay and padding are removed where the decoding library does so.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import soundfile

from audiosep_core.audio.channels import from_vorbis
from audiosep_core.audio.endings import is_cut_short
from audiosep_core.errors import AudioReadError
from audiosep_core.types import Audio, AudioArray

DEFAULT_BLOCK_FRAMES = 65536

# libsndfile's answer for a stream whose length it does not know.
_NO_LENGTH = 1 << 62

# Their headers count frames; in others the number is computed from sizes or rates.
_COUNTED = ("WAV", "WAVEX", "RF64", "AIFF", "FLAC", "W64")

_KNOWN_ENDS = ("WAV", "WAVEX", "RF64", "AIFF", "OGG")

_MATROSKA, _WINDOWS_MEDIA = b"\x1a\x45\xdf\xa3", b"\x30\x26\xb2\x75"
_HEADS = (b"RIFF", b"RF64", b"RIFX", b"FORM", b"fLaC", b"OggS", b"ID3", b"caff", _MATROSKA, _WINDOWS_MEDIA)


@dataclass(frozen=True)
class SourceInfo:
    """What a file says of its sound. `frames` may be an estimate, or None, until all blocks have been read; where it is
    `exact`, only damage can make the sound shorter."""

    path: Path
    rate_hz: int
    channels: int
    frames: int | None
    container: str
    codec: str
    exact: bool = False


class Decoder(Protocol):
    """What `AudioReader` needs of a library: pieces of any length, in order."""

    info: SourceInfo
    cut_short: bool

    def pieces(self) -> Iterator[AudioArray]:
        """Yield (n, channels) float32 until the end; damage ends the pieces early and sets `cut_short`."""

    def close(self) -> None:
        """Let go of the file."""


class AudioReader:
    """A recording being read, once, from its beginning; a context manager from `open_audio`.

    Attributes:
        info: What is known of the sound; `info.frames` is exact after the last block.
        truncated: Whether the file ended early or held parts that could not be read; settled after the last block.
    """

    def __init__(self, decoder: Decoder, cut_short: bool) -> None:
        self._decoder = decoder
        self._started = False
        self.info = decoder.info
        self.truncated = cut_short

    def __enter__(self) -> AudioReader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def blocks(self, frames: int = DEFAULT_BLOCK_FRAMES) -> Iterator[AudioArray]:
        """Yield (n, channels) float32 blocks, all of `frames` frames but the last. Each block is the caller's to keep.

        What is not a number is replaced by silence. Of a truncated file all that could be read is delivered.

        Raises:
            AudioReadError: "file-damaged" when not one frame could be read, "file-empty" when there is none.
            RuntimeError: The blocks were asked for a second time.
        """
        if frames < 1:
            raise ValueError("a block has at least one frame")
        if self._started:
            raise RuntimeError("the blocks of a reader can be read once; open the file again")
        self._started = True
        total = 0
        waiting: list[AudioArray] = []
        held = 0
        for piece in self._decoder.pieces():
            waiting.append(finite(piece))
            held += len(piece)
            while held >= frames:
                whole = waiting[0] if len(waiting) == 1 else np.concatenate(waiting)
                block, rest = whole[:frames], whole[frames:]
                waiting, held = ([rest] if len(rest) else []), len(rest)
                total += len(block)
                yield block.copy() if len(rest) else block
        if held:
            total += held
            yield waiting[0] if len(waiting) == 1 else np.concatenate(waiting)
        self.truncated = self.truncated or self._decoder.cut_short
        self.info = replace(self.info, frames=total, exact=True)
        if total == 0:
            raise damaged(self.info.path) if self.truncated else empty(self.info.path)

    def close(self) -> None:
        """Let go of the file."""
        self._decoder.close()


def probe(path: Path) -> SourceInfo:
    """Look at a file without decoding it.

    Raises:
        AudioReadError: See `open_audio`.
    """
    with open_audio(path) as reader:
        return reader.info


def open_audio(path: Path) -> AudioReader:
    """Open a recording, whatever its format.

    Raises:
        AudioReadError: "file-missing", "is-folder", "file-empty", "not-audio", "no-audio-track", "no-permission" or
            "file-damaged".
    """
    path = Path(path)
    head = _first_bytes(path)
    try:
        cut_short = is_cut_short(path)
    except OSError as error:
        raise _unreadable(path, error) from error
    decoder: Decoder | None = _SoundFileDecoder.try_open(path)
    if decoder is None:
        # FFmpeg takes 0.1 s to load, which a WAV need not wait for.
        from audiosep_core.audio.decode_av import AvDecoder

        try:
            decoder = AvDecoder(path, is_recording=_is_recording(head))
        except AudioReadError:
            # FFmpeg calls a recording without a frame damaged.
            if not cut_short and _SoundFileDecoder.is_whole_and_empty(path):
                raise empty(path) from None
            raise
    return AudioReader(decoder, cut_short)


def read_audio(path: Path) -> Audio:
    """Read a whole recording into memory: samples (frames, channels) float32.

    Raises:
        AudioReadError: See `open_audio`.
    """
    with open_audio(path) as reader:
        blocks = list(reader.blocks())
        return Audio(np.concatenate(blocks), reader.info.rate_hz)


def library_path(path: Path) -> str | bytes:
    """The path as libsndfile takes it: bytes where names need not be valid UTF-8."""
    return os.fsencode(path) if os.name == "posix" else str(path)


def damaged(path: Path) -> AudioReadError:
    """The error for a recording of a known kind that cannot be read."""
    return AudioReadError(
        "file-damaged",
        f"“{path.name}” is damaged: its sound could not be read. The file was not changed.",
        "Copy it again from where it came from, or convert it with another program.",
    )


def empty(path: Path) -> AudioReadError:
    """The error for a file without a single frame."""
    return AudioReadError(
        "file-empty", f"“{path.name}” is empty.", "Check that the recording was saved, or copy it again."
    )


def not_audio(path: Path) -> AudioReadError:
    """The error for a file that is no recording."""
    return AudioReadError(
        "not-audio",
        f"“{path.name}” is not a sound or video file that can be read here.",
        "Choose a recording, for example WAV, FLAC, MP3, M4A or MP4.",
    )


class _SoundFileDecoder:
    def __init__(self, path: Path, file: Any) -> None:
        self._file = file
        self.cut_short = False
        announced = int(file.frames)
        self.info = SourceInfo(
            path=path,
            rate_hz=int(file.samplerate),
            channels=int(file.channels),
            frames=announced if announced < _NO_LENGTH else None,
            container=str(file.format),
            codec=str(file.subtype),
            exact=announced < _NO_LENGTH and file.format in _COUNTED,
        )

    @classmethod
    def try_open(cls, path: Path) -> _SoundFileDecoder | None:
        """The decoder, or None when libsndfile does not take the file (or finds nothing in it)."""
        try:
            file = soundfile.SoundFile(library_path(path))
        except (soundfile.SoundFileError, TypeError, OSError):
            # TypeError: a name that ends in .raw makes soundfile ask for a rate.
            return None
        if file.frames == 0 or file.channels < 1 or file.samplerate < 1:
            # A truncated Ogg has no last page to count by, an unfinished WAV a length of 0: FFmpeg reads what is there.
            file.close()
            return None
        return cls(path, file)

    @staticmethod
    def is_whole_and_empty(path: Path) -> bool:
        """Whether a file that is not cut short has a sound header, and no sound. Only asked of formats whose end
        `is_cut_short` knows: in others no frames may also mean that the length is unknown."""
        try:
            with soundfile.SoundFile(library_path(path)) as file:
                return bool(file.frames == 0 and file.format in _KNOWN_ENDS)
        except (soundfile.SoundFileError, TypeError, OSError):
            return False

    def pieces(self) -> Iterator[AudioArray]:
        lying = self._as_they_lie()
        return map(from_vorbis, lying) if self.info.container == "OGG" else lying

    def _as_they_lie(self) -> Iterator[AudioArray]:
        done = 0
        while True:
            buffer = np.zeros((DEFAULT_BLOCK_FRAMES, self.info.channels), np.float32)
            try:
                got = len(self._file.read(out=buffer))
            except (soundfile.SoundFileError, OSError):
                # What was decoded before the damage is in the buffer; the position tells how much that is.
                self.cut_short = True
                position = self._position()
                # It is lost where damage begins behind the last frame read: soundfile goes there, in vain.
                got = _filled(buffer) if position < 0 else min(max(0, position - done), len(buffer))
                if got:
                    yield buffer[:got]
                return
            if got == 0:
                break
            done += got
            yield buffer[:got]
        if self.info.frames is not None and done < self.info.frames:
            self.cut_short = True

    def _position(self) -> int:
        try:
            return int(self._file.tell())
        except (soundfile.SoundFileError, OSError):
            return -1

    def close(self) -> None:
        self._file.close()


def _filled(buffer: AudioArray) -> int:
    """Frames of a buffer of zeros up to the last that has sound."""
    return int(np.max(np.flatnonzero(buffer.any(axis=1)) + 1, initial=0))


def _first_bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise AudioReadError(
                "is-folder", f"“{path.name}” is a folder, not a recording.", "Choose a file inside of it."
            )
        if path.exists() and not path.is_file():
            # A pipe or a device would block for ever.
            raise not_audio(path)
        with path.open("rb") as file:
            head = file.read(16)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    if not head:
        raise empty(path)
    return head


def _unreadable(path: Path, error: OSError | ValueError) -> AudioReadError:
    if isinstance(error, PermissionError):
        return AudioReadError(
            "no-permission",
            f"“{path.name}” may not be read: the system refuses permission.",
            "Change its permissions, or copy it to a folder of your own.",
        )
    if isinstance(error, (FileNotFoundError, NotADirectoryError, ValueError)):
        return AudioReadError(
            "file-missing", f"There is no file “{path}”.", "Check the name, or whether its drive is connected."
        )
    return AudioReadError(
        "file-damaged",
        f"“{path.name}” could not be read from its disk ({error.strerror or error}).",
        "Check the disk, or copy the file elsewhere and open the copy.",
    )


def _is_recording(head: bytes) -> bool:
    mpeg_sync = len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0
    return head.startswith(_HEADS) or head[4:8] == b"ftyp" or mpeg_sync


def finite(block: AudioArray) -> AudioArray:
    """The block with silence in place of what is not a number; a copy only where there is any."""
    # Float files can hold NaN and infinity; either would spread through the whole network.
    if np.isfinite(block).all():
        return block
    return np.where(np.isfinite(block), block, np.float32(0))
