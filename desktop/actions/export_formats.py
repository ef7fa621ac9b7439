"""The formats an export offers, as a person reads them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from audiosep_core.audio.formats import KINDS, Container, holds_everything, rate_in, video_suffix


@dataclass(frozen=True)
class FileFormat:
    """A way to write samples."""

    id: str
    title: str
    container: Container
    subtype: str

    @property
    def keeps_peaks(self) -> bool:
        """Whether samples beyond full scale survive."""
        return holds_everything(self.container, self.subtype)

    @property
    def most_channels(self) -> int:
        """The most channels that such a file has."""
        return KINDS[self.container].most_channels

    def suffix(self, recording: Path) -> str:
        """Ending of the files, with the dot; of a video that of the recording, where it can be kept."""
        return KINDS[self.container].suffix or video_suffix(recording.suffix)

    def rate_for(self, rate_hz: int) -> int:
        """What a rate becomes in it."""
        return rate_in(self.container, rate_hz)


FORMATS: tuple[FileFormat, ...] = (
    FileFormat("wav-float", "WAV, 32-bit float", "wav", "FLOAT"),
    FileFormat("wav-24", "WAV, 24-bit", "wav", "PCM_24"),
    FileFormat("wav-16", "WAV, 16-bit (dithered)", "wav", "PCM_16"),
    FileFormat("flac-24", "FLAC, 24-bit", "flac", "PCM_24"),
    FileFormat("flac-16", "FLAC, 16-bit (dithered)", "flac", "PCM_16"),
    FileFormat("mp3-v0", "MP3, V0 (variable, best)", "mp3", "V0"),
    FileFormat("mp3-320", "MP3, 320 kbit/s", "mp3", "320"),
    FileFormat("ogg", "Ogg Vorbis, about 192 kbit/s", "ogg", "VORBIS"),
    FileFormat("opus", "Opus, 192 kbit/s", "opus", "OPUS"),
    FileFormat("m4a", "M4A (AAC), 256 kbit/s", "m4a", "AAC"),
)
VIDEO = FileFormat("video", "Video: the recording’s pictures", "video", "COPY")


def find_format(container: str, subtype: str) -> FileFormat:
    """The format that stores samples so; the first one when there is none."""
    return next((known for known in FORMATS if (known.container, known.subtype) == (container, subtype)), FORMATS[0])


def format_by_id(format_id: str) -> FileFormat:
    """A format by its id; the first one when there is none."""
    return next((known for known in (*FORMATS, VIDEO) if known.id == format_id), FORMATS[0])
