"""Decoding with FFmpeg (PyAV): AAC, M4A, MP4, MKV, WebM, WMA, video, and whatever else libsndfile does not take."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import av.error
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.container import InputContainer
from av.packet import Packet

from audiosep_core.audio.containers import open_container
from audiosep_core.audio.read import SourceInfo, damaged, not_audio
from audiosep_core.errors import AudioReadError
from audiosep_core.types import AudioArray

# Containers whose duration is written down, not guessed from the bit rate: only these can show that an end is missing.
_HONEST_DURATION = ("mov", "matroska", "asf", "avi", "caf")
_MISSING_S = 0.5

# What FFmpeg makes of text files and pictures: there is a "video" stream, but nobody would call it a video.
_STILL_CODECS = frozenset({"ansi", "png", "mjpeg", "gif", "bmp", "tiff", "webp", "rawvideo", "svg", "ppm", "pgm"})


class AvDecoder:
    """The best audio stream of a file, in the rate and channels of its first decoded frame."""

    def __init__(self, path: Path, *, is_recording: bool) -> None:
        """Open, and decode the first frame: only that tells the true rate and channels (HE-AAC announces half).

        Args:
            path: A readable, non-empty file.
            is_recording: Whether its first bytes are those of a sound or video format.

        Raises:
            AudioReadError: "not-audio", "no-audio-track" or "file-damaged".
        """
        self.cut_short = False
        self._path = path
        self._container = _open(path, is_recording)
        try:
            self._frames = self._decode()
            first = self._first_frame(is_recording)
        except BaseException:
            self._container.close()
            raise
        self._first = first
        stream = self._stream
        self.info = SourceInfo(
            path=path,
            rate_hz=first.sample_rate,
            channels=len(first.layout.channels),
            frames=self._estimate(first.sample_rate),
            container=_container_name(self._container.format.name, path),
            codec=stream.codec_context.name,
        )

    def pieces(self) -> Iterator[AudioArray]:
        """Yield (n, channels) float32 until the end; damage is passed over and sets `cut_short`."""
        converter = _Converter(self._first)
        yield from converter.convert(self._first)
        for frame in self._frames:
            yield from converter.convert(frame)
        yield from converter.flush()
        if self._ends_early():
            self.cut_short = True

    def close(self) -> None:
        """Let go of the file."""
        self._container.close()

    def _first_frame(self, is_recording: bool) -> AudioFrame:
        streams = self._container.streams
        stream = streams.best("audio")
        if stream is None:
            # Of an unknown codec there is no context.
            codecs = {one.codec_context.name for one in streams.video if one.codec_context}
            if codecs - _STILL_CODECS and self._container.format.name not in ("tty", "image2"):
                raise AudioReadError(
                    "no-audio-track",
                    f"“{self._path.name}” is a video without sound.",
                    "Choose a video that has a sound track, or a sound file.",
                )
            raise damaged(self._path) if is_recording and not streams.video else not_audio(self._path)
        if not stream.codec_context:
            raise damaged(self._path)
        self._stream = self._container.streams.audio[[one.index for one in streams.audio].index(stream.index)]
        self._last_s = 0.0
        for frame in self._frames:
            if frame.samples and frame.sample_rate and frame.layout.channels:
                return frame
        raise damaged(self._path)

    def _decode(self) -> Iterator[AudioFrame]:
        # All streams are looked at: the last time of any of them tells whether the file's end is there.
        packets = self._container.demux()
        while True:
            try:
                packet = next(packets)
            except StopIteration:
                return
            except (av.error.FFmpegError, OSError):
                self.cut_short = True
                return
            except IndexError:
                # PyAV, at the end of a file in which a stream appeared on the way: all that was known is through.
                return
            self._note_time(packet)
            if packet.stream.index != self._stream.index:
                continue
            try:
                frames = packet.decode()
            except (av.error.FFmpegError, OSError):
                self.cut_short = True
                continue
            for frame in frames:
                if isinstance(frame, AudioFrame):
                    yield frame

    def _note_time(self, packet: Packet[Any]) -> None:
        if packet.pts is not None and packet.time_base is not None:
            end = (packet.pts + (packet.duration or 0)) * packet.time_base
            self._last_s = max(self._last_s, float(end))

    def _duration_s(self) -> Fraction | None:
        if self._stream.duration is not None and self._stream.time_base is not None:
            return self._stream.duration * self._stream.time_base
        if self._container.duration is not None:
            return Fraction(self._container.duration, 1_000_000)
        return None

    def _estimate(self, rate_hz: int) -> int | None:
        duration_s = self._duration_s()
        return None if duration_s is None or duration_s <= 0 else round(duration_s * rate_hz)

    def _ends_early(self) -> bool:
        if not self._container.format.name.startswith(_HONEST_DURATION) or self._container.duration is None:
            return False
        return self._last_s < self._container.duration / 1e6 - _MISSING_S


class _Converter:
    """Frames of any sample format into (n, channels) float32 of the first frame's rate and channels."""

    def __init__(self, first: AudioFrame) -> None:
        self._layout = first.layout
        self._rate_hz = first.sample_rate
        self._channels = len(first.layout.channels)
        self._shape: tuple[str, str, int] | None = None
        self._resampler: AudioResampler | None = None

    def convert(self, frame: AudioFrame) -> Iterator[AudioArray]:
        shape = (frame.format.name, frame.layout.name, frame.sample_rate)
        if shape != self._shape:
            # Some streams change in the middle (broadcasts, chained files).
            yield from self.flush()
            self._shape = shape
            self._resampler = AudioResampler(format="flt", layout=self._layout, rate=self._rate_hz)
        assert self._resampler is not None
        frame.pts = None
        for converted in self._resampler.resample(frame):
            yield self._array(converted)

    def flush(self) -> Iterator[AudioArray]:
        if self._resampler is not None:
            for converted in self._resampler.resample(None):
                yield self._array(converted)

    def _array(self, frame: AudioFrame) -> AudioArray:
        interleaved = frame.to_ndarray().reshape(-1, self._channels)
        return np.array(interleaved, dtype=np.float32)


def _open(path: Path, is_recording: bool) -> InputContainer:
    try:
        return open_container(path)
    except (av.error.FFmpegError, OSError, ValueError) as error:
        raise (damaged(path) if is_recording else not_audio(path)) from error


def _container_name(names: str, path: Path) -> str:
    suffix = path.suffix.lower().lstrip(".")
    known = names.split(",")
    return (suffix if suffix in known else known[0]).upper()
