"""Opening a file with FFmpeg: this very file, and none that it names."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import av
from av.container import InputContainer

# Playlists and the like: they make FFmpeg open other files and addresses, and a live one is read again without end.
_POINTING = frozenset(
    {"applehttp", "concat", "dash", "hls", "image2", "imf", "rtp", "rtsp", "sap", "sdp", "webm_dash_manifest"}
)


def open_container(path: Path) -> InputContainer:
    """Open a recording or a video for reading; its tags need not be valid UTF-8.

    Raises:
        av.error.FFmpegError, OSError, ValueError: It is none, or cannot be read. UnicodeError is a ValueError.
    """
    # "file:" for names that begin like a protocol.
    options = {"protocol_whitelist": "file", "format_whitelist": _formats()}
    return av.open(f"file:{path}", "r", options=options, metadata_errors="replace")


@cache
def _formats() -> str:
    return ",".join(sorted(av.formats_available - _POINTING))
