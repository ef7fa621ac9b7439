"""A recording into the sound cache, with its peaks and spectrum from the same blocks; the same for a finished stem."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.heard import HeardStem, open_heard
from audiosep_core.audio.peaks import PeakPyramid
from audiosep_core.audio.read import SourceInfo, open_audio
from audiosep_core.audio.spectrum import SpectrumPyramid
from audiosep_core.cancel import CancelToken
from audiosep_core.types import AudioArray

# Small enough that a cancel is seen at once, also with many channels.
BLOCK_FRAMES = 32768

# How often others are told of, and shown, what has come in.
REPORT_S = 0.25

_GUESSED_S = 60


@dataclass(frozen=True)
class Decoded:
    """What became of a recording: its exact length in frames, and whether a part of it could not be read."""

    frames: int
    truncated: bool


def peaks_path(cache: Path) -> Path:
    """Where the peaks of a cache lie: `NAME.peaks` beside `NAME.json`."""
    return cache.with_suffix(".peaks")


def spectrum_path(cache: Path) -> Path:
    """Where the spectrum of a cache lies: `NAME.spectrum` beside `NAME.json`."""
    return cache.with_suffix(".spectrum")


def decode(
    path: Path,
    cache_path: Path,
    *,
    on_opened: Callable[[SourceInfo], None],
    on_decoded: Callable[[int], None],
    cancel: CancelToken,
) -> Decoded:
    """Decode a recording into a cache, which can be read from `on_opened` on.

    Args:
        path: The recording.
        cache_path: Header of the cache to make, `NAME.json`; peaks and spectrum are written beside it.
        on_opened: Called once, with an estimated length where the file does not tell it.
        on_decoded: Called now and then with the frames that are final, drawn and readable.
        cancel: Stops the work within a block; what was written is removed then, and on every error.

    Raises:
        AudioReadError: The recording cannot be read.
        AudioWriteError: The cache cannot be written.
        Cancelled: The token was set.
    """
    cancel.raise_if_set()
    with open_audio(path) as reader:
        cancel.raise_if_set()
        info = reader.info
        announced = info.frames if info.frames else info.rate_hz * _GUESSED_S
        opened = SourceInfo(info.path, info.rate_hz, info.channels, announced, info.container, info.codec)
        request = {"kind": "source", "path": str(path)}
        cache = SoundCache.create(cache_path, info.rate_hz, info.channels, announced, request)
        try:
            drawing = _Drawing(cache_path, info.rate_hz, info.channels)
            drawing.save()
            on_opened(opened)
            done, reported_at = 0, 0.0
            for block in reader.blocks(BLOCK_FRAMES):
                cancel.raise_if_set()
                if done + len(block) > cache.frames:
                    # The estimate was short. Ahead by a good deal, so that the header is not rewritten all the time.
                    cache.resize(max(done + len(block), done * 5 // 4) + BLOCK_FRAMES)
                cache.write(done, block)
                drawing.add(block)
                done += len(block)
                if time.monotonic() - reported_at >= REPORT_S:
                    cache.mark_final(0, done)
                    drawing.save()
                    on_decoded(done)
                    reported_at = time.monotonic()
            if cache.frames != done:
                cache.resize(done)
            cache.mark_final(0, done)
            drawing.save()
            cancel.raise_if_set()
        except BaseException:
            cache.delete()
            peaks_path(cache_path).unlink(missing_ok=True)
            spectrum_path(cache_path).unlink(missing_ok=True)
            raise
        cache.close()
        return Decoded(done, reader.truncated)


@dataclass(frozen=True)
class Heard:
    """How a stem is heard: with a strength, over its source, in which it begins at frame `offset`."""

    source: Path
    offset: int
    strength: float


def analyse(cache_path: Path, cancel: CancelToken, heard: Heard | None = None) -> None:
    """Write peaks and spectrum of a cache beside it: as it is, or as it is `heard`.

    Raises:
        AudioReadError: The cache cannot be read.
        AudioWriteError: The drawing data cannot be written.
        Cancelled: The token was set.
    """
    cancel.raise_if_set()
    if heard is None:
        opened: SoundCache | HeardStem = SoundCache.open(cache_path)
    else:
        opened = open_heard(cache_path, heard.source, heard.offset, heard.strength)
    with opened as cache:
        drawing = _Drawing(cache_path, cache.rate_hz, cache.channels)
        try:
            for start in range(0, cache.frames, BLOCK_FRAMES):
                cancel.raise_if_set()
                drawing.add(cache.read(start, min(start + BLOCK_FRAMES, cache.frames)))
            drawing.save()
            cancel.raise_if_set()
        except BaseException:
            peaks_path(cache_path).unlink(missing_ok=True)
            spectrum_path(cache_path).unlink(missing_ok=True)
            raise


class _Drawing:
    """Peaks and spectrum side by side."""

    def __init__(self, cache_path: Path, rate_hz: int, channels: int) -> None:
        self._path = cache_path
        self._peaks = PeakPyramid(rate_hz, channels)
        self._spectrum = SpectrumPyramid(rate_hz, channels)

    def add(self, block: AudioArray) -> None:
        self._peaks.add(block)
        self._spectrum.add(block)

    def save(self) -> None:
        self._peaks.save(peaks_path(self._path))
        self._spectrum.save(spectrum_path(self._path))
