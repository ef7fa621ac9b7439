"""Endings of the files that `open_audio` reads: how recordings are told from other files without opening them."""

from __future__ import annotations

from pathlib import PurePath

# libsndfile's and FFmpeg's sound, then the sound of videos. The file itself decides when it is opened.
# fmt: off
RECORDING_SUFFIXES = frozenset((
    ".wav", ".wave", ".bwf", ".rf64", ".w64", ".flac", ".mp3", ".mp2", ".ogg", ".oga", ".opus", ".spx", ".aif", ".aiff",
    ".aifc", ".caf", ".au", ".snd", ".voc", ".m4a", ".m4b", ".aac", ".wma", ".ac3", ".eac3", ".dts", ".amr", ".ape",
    ".wv", ".tta", ".mka",
    ".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".mpg", ".mpeg", ".ts", ".mts", ".m2t", ".m2ts", ".asf", ".3gp",
    ".3g2", ".flv", ".wmv", ".ogv", ".vob", ".mxf",
))
# fmt: on


def is_recording_name(name: str) -> bool:
    """Whether a file of this name is taken for a recording; hidden files ("._take.wav") are not."""
    path = PurePath(name)
    return path.suffix.lower() in RECORDING_SUFFIXES and not path.name.startswith(".")
