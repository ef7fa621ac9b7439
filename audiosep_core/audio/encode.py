"""Float blocks into one file: libsndfile for WAV, FLAC and Ogg Vorbis, FFmpeg (`encode_av`) for the rest."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

import numpy as np
import soundfile

from audiosep_core.audio.channels import to_vorbis
from audiosep_core.audio.dither import Quantiser
from audiosep_core.audio.formats import Container
from audiosep_core.audio.read import library_path
from audiosep_core.audio.tag_blocks import tag_flac, wav_chunks
from audiosep_core.audio.tags import Tags
from audiosep_core.audio.wav_header import Chunk, complete_wav
from audiosep_core.types import AudioArray

Chunks = tuple[Chunk, ...]

# About 192 kbit/s in stereo; libsndfile counts quality from the best (0) down.
_VORBIS_QUALITY = 0.4
_OGG_TEXTS = ("title", "artist", "album", "genre", "date", "comment", "copyright")


class CannotEncodeError(Exception):
    """The container does not take this rate, these channels, or this video."""


class Encoder(Protocol):
    """Writes one file, block by block. What goes wrong comes as OSError, or as the library's own exceptions."""

    def write(self, block: AudioArray) -> None:
        """Append (frames, channels) float32."""

    def finish(self) -> None:
        """Complete the file."""

    def close(self) -> None:
        """Let go of an unfinished file; may come after `finish`, and twice."""


def open_encoder(
    path: Path,
    rate_hz: int,
    channels: int,
    container: Container,
    subtype: str,
    tags: Tags,
    chunks: Chunks = (),
    video: Path | None = None,
) -> Encoder:
    """An encoder that writes over `path`.

    Args:
        path: A file that is there.
        rate_hz: Frames a second.
        channels: Channels.
        container: See `formats.KINDS`.
        subtype: One of the container's.
        tags: What the file shall say of itself.
        chunks: Further chunks of a WAV file, before the samples: (four letters, content) each.
        video: The video whose pictures a "video" shall show.

    Raises:
        CannotEncodeError: No such file can hold this.
        OSError: The system refuses.
    """
    if container in ("wav", "flac", "ogg"):
        return _SoundFileEncoder(path, rate_hz, channels, container, subtype, tags, chunks)
    from audiosep_core.audio.encode_av import AvEncoder

    return AvEncoder(path, rate_hz, channels, container, subtype, tags, video)


class _SoundFileEncoder:
    """WAV files are written as RF64, which has room for any length, and turned into plain WAV at the end when they are
    small enough for one (under 4 GiB)."""

    def __init__(
        self, path: Path, rate_hz: int, channels: int, container: Container, subtype: str, tags: Tags, chunks: Chunks
    ) -> None:
        self._path, self._container, self._tags, self._chunks = path, container, tags, chunks
        if container == "flac" and subtype == "FLOAT":  # FLAC has no floats
            subtype = "PCM_24"
        bits = {"PCM_16": 16, "PCM_24": 24}.get(subtype)
        self._quantiser = Quantiser(bits) if bits else None
        self._frames = 0
        options = {"compression_level": _VORBIS_QUALITY} if container == "ogg" else {}
        try:
            self._file: Any = soundfile.SoundFile(
                library_path(path),
                "w",
                samplerate=rate_hz,
                channels=channels,
                format={"wav": "RF64", "flac": "FLAC", "ogg": "OGG"}[container],
                subtype=subtype,
                **options,
            )
        except (soundfile.SoundFileError, ValueError, TypeError, OverflowError) as error:
            raise CannotEncodeError(str(error)) from error
        if container == "ogg":
            for name in _OGG_TEXTS:
                if name in tags.fields:
                    setattr(self._file, name, tags.fields[name])
            if "track" in tags.fields:
                self._file.tracknumber = tags.fields["track"]

    def write(self, block: AudioArray) -> None:
        if self._container == "ogg":
            block = to_vorbis(block)
        if self._quantiser is None:
            self._file.write(np.ascontiguousarray(block, dtype=np.float32))
        else:
            self._file.write(self._quantiser.steps(block))
        self._frames += len(block)

    def finish(self) -> None:
        self._file.close()
        if self._container == "wav":
            complete_wav(self._path, self._frames, wav_chunks(self._tags), front=self._chunks)
        elif self._container == "flac" and self._tags:
            tag_flac(self._path, self._tags)

    def close(self) -> None:
        self._file.close()
