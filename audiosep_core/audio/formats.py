"""The files that sound can be written to: their endings, and what each can hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Container = Literal["wav", "flac", "mp3", "ogg", "opus", "m4a", "video"]

# What Opus and MP3 know; any other rate is taken to the next of these.
_OPUS_RATES = (48000,)
_MP3_RATES = (8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000)
_AAC_RATES = (8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000, 64000, 88200, 96000)


@dataclass(frozen=True)
class FileKind:
    """What one container can hold.

    Attributes:
        suffix: Ending of its names, with the dot; of a video it depends on the video (`video_suffix`).
        subtypes: The ways to store samples, best first.
        rates: Frames a second that it knows, rising; empty where any will do.
        most_channels: The most channels.
    """

    suffix: str
    subtypes: tuple[str, ...]
    rates: tuple[int, ...] = ()
    most_channels: int = 1024


KINDS: dict[Container, FileKind] = {
    "wav": FileKind(".wav", ("FLOAT", "PCM_24", "PCM_16")),
    "flac": FileKind(".flac", ("FLOAT", "PCM_24", "PCM_16"), most_channels=8),
    "mp3": FileKind(".mp3", ("V0", "320"), _MP3_RATES, 2),
    "ogg": FileKind(".ogg", ("VORBIS",), most_channels=8),
    "opus": FileKind(".opus", ("OPUS",), _OPUS_RATES, 8),
    "m4a": FileKind(".m4a", ("AAC",), _AAC_RATES, 8),
    "video": FileKind("", ("COPY",), (48000,), 8),
}

SUBTYPE_WORDS = {"FLOAT": "float", "PCM_24": "pcm24", "PCM_16": "pcm16", "V0": "v0", "320": "320"}
"""What command lines call the subtypes, where a container leaves a choice."""

VIDEO_MUXERS = {".mp4": "mp4", ".m4v": "mp4", ".mov": "mov", ".mkv": "matroska", ".webm": "webm"}
"""Endings of the videos that are written, and what FFmpeg calls these containers."""


def holds_everything(container: Container, subtype: str) -> bool:
    """Whether samples beyond full scale survive in such a file."""
    return container == "wav" and subtype == "FLOAT"


def rate_in(container: Container, rate_hz: int) -> int:
    """The rate itself where the container knows it, else the next higher one, else its highest."""
    rates = KINDS[container].rates
    if not rates or rate_hz in rates:
        return rate_hz
    return next((known for known in rates if known >= rate_hz), rates[-1])


def video_suffix(suffix: str) -> str:
    """The ending of a video with another sound: its own where that is a container we write, else Matroska's."""
    return suffix.lower() if suffix.lower() in VIDEO_MUXERS else ".mkv"
