"""Two seconds of an example in every format that the program says it reads, for tests that damage them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import av

from audiosep_core.audio.suffixes import RECORDING_SUFFIXES
from audiosep_core.library.resources import resource

EXAMPLE = resource("examples", "siren-in-a-street.flac")
MISSING = None if shutil.which("ffmpeg") else "ffmpeg, which makes the clips, is not on this machine"

NO_ENCODER = frozenset({".ape"})
"""Formats that nothing writes here: FFmpeg reads Monkey's Audio only."""

_WAV = "-c:a pcm_s16le -f wav"
_MPEG = "-c:v mpeg1video -c:a mp2 -f mpeg"
_TS = "-c:v mpeg2video -c:a ac3 -f mpegts"
_MP4 = "-c:v mpeg4 -c:a aac"
_ASF = "-c:v wmv2 -c:a wmav2 -f asf"
_VPX = "-c:v libvpx -deadline realtime -cpu-used 8"

# What FFmpeg is told, by suffix. Those without "-c:v" are sound alone.
_HOW = {
    **dict.fromkeys((".wav", ".wave"), _WAV),
    ".bwf": f"{_WAV} -write_bext 1 -metadata description=siren",
    ".rf64": f"{_WAV} -rf64 always",
    ".w64": "-c:a pcm_s24le -f w64",
    ".flac": "-c:a flac -f flac",
    ".mp3": "-c:a libmp3lame -f mp3",
    ".mp2": "-c:a mp2 -f mp2",
    **dict.fromkeys((".ogg", ".oga"), "-c:a libvorbis -f ogg"),
    ".opus": "-c:a libopus -f opus",
    ".spx": "-ar 32000 -c:a libspeex -f spx",
    **dict.fromkeys((".aif", ".aiff"), "-c:a pcm_s16be -f aiff"),
    ".aifc": "-c:a pcm_f32be -f aiff",
    ".caf": "-c:a alac -f caf",
    **dict.fromkeys((".au", ".snd"), "-c:a pcm_s16be -f au"),
    ".voc": "-c:a pcm_u8 -f voc",
    **dict.fromkeys((".m4a", ".m4b"), "-c:a aac -f ipod"),
    ".aac": "-c:a aac -f adts",
    ".wma": "-c:a wmav2 -f asf",
    ".ac3": "-c:a ac3 -f ac3",
    ".eac3": "-c:a eac3 -f eac3",
    ".dts": "-c:a dca -strict experimental -f dts",
    ".wv": "-c:a wavpack -f wv",
    ".tta": "-c:a tta -f tta",
    ".mka": "-c:a flac -f matroska",
    **dict.fromkeys((".mp4", ".m4v"), f"{_MP4} -f mp4"),
    ".mov": f"{_MP4} -f mov",
    ".mkv": f"{_MP4} -f matroska",
    ".webm": f"{_VPX} -c:a libopus -f webm",
    ".avi": "-c:v mpeg4 -c:a libmp3lame -f avi",
    **dict.fromkeys((".mpg", ".mpeg"), _MPEG),
    **dict.fromkeys((".ts", ".mts", ".m2t", ".m2ts"), _TS),
    **dict.fromkeys((".asf", ".wmv"), _ASF),
    **dict.fromkeys((".3gp", ".3g2"), f"{_MP4} -f 3gp"),
    ".flv": "-c:v flv -c:a aac -f flv",
    ".ogv": "-c:v libtheora -c:a libvorbis -f ogg",
    ".vob": "-c:v mpeg2video -c:a ac3 -f vob",
    ".mxf": "-c:v mpeg2video -c:a pcm_s16le -f mxf",
}


def make_clips(folder: Path) -> list[Path]:
    """Write `clip.SUFFIX` for each suffix; one run of FFmpeg writes them all.

    Returns:
        The files, sorted.
    """
    assert {*_HOW, ".amr"} == RECORDING_SUFFIXES - NO_ENCODER, "a format came or went"
    command = ["ffmpeg", "-v", "error", "-nostdin", "-y", "-ss", "2", "-t", "2", "-i", str(EXAMPLE)]
    command += ["-f", "lavfi", "-t", "2", "-i", "testsrc=size=96x64:rate=25"]
    paths = [folder / f"clip{suffix}" for suffix in sorted(_HOW)]
    for path in paths:
        how = _HOW[path.suffix].split()
        pictures = ["-map", "1:v", "-pix_fmt", "yuv420p"] if "-c:v" in how else []
        rate = [] if "-ar" in how else ["-ar", "48000"]  # what all of them know
        command += [*pictures, "-map", "0:a", *rate, *how, str(path)]
    made = subprocess.run(command, capture_output=True, text=True, timeout=240)
    assert made.returncode == 0, made.stderr
    return sorted([*paths, _amr(folder / "clip.amr", folder / "clip.wav")])


def _amr(path: Path, source: Path) -> Path:
    """Distributions build FFmpeg without this encoder, PyAV's own has it."""
    with av.open(str(source)) as sound, av.open(str(path), "w") as out:
        stream: Any = out.add_stream("libopencore_amrnb", rate=8000, layout="mono")
        narrow = av.AudioResampler(format="s16", layout="mono", rate=8000, frame_size=160)
        for frame in (*sound.decode(audio=0), None):
            for piece in narrow.resample(frame):
                out.mux(stream.encode(piece))
        out.mux(stream.encode(None))
    return path
