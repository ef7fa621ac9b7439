"""The pictures of a video into another file, packet by packet, as they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av

from audiosep_core.audio.containers import open_container
from audiosep_core.audio.encode import CannotEncodeError


class VideoPictures:
    """Copies pictures and subtitles of a video.

    Attributes:
        sound_start_s: When the video's own sound begins, in its time: where frame 0 of another has to begin.
    """

    def __init__(self, video: Path, out: Any) -> None:
        """Add the streams to `out`.

        Raises:
            CannotEncodeError: There is no picture, or the container does not take its codec.
        """
        try:
            self._video: Any = open_container(video)
        except (av.error.FFmpegError, OSError, ValueError) as error:
            raise CannotEncodeError(f"{video}: {error}") from error
        self._out = out
        self._places: dict[int, Any] = {}
        try:
            for stream in self._video.streams.video:
                self._places[stream.index] = out.add_stream_from_template(stream)
        except ValueError as error:
            self._video.close()
            raise CannotEncodeError(str(error)) from error
        if not self._places:
            self._video.close()
            raise CannotEncodeError("no pictures")
        for words in self._video.streams.subtitles:
            try:
                self._places[words.index] = out.add_stream_from_template(words)
            except ValueError:
                continue  # this container has no such subtitles
        for name, text in self._video.metadata.items():
            if name in ("title", "artist", "date", "comment", "copyright", "location", "creation_time"):
                out.metadata[name] = text
        self.sound_start_s = 0.0
        for sound in self._video.streams.audio[:1]:
            self.sound_start_s = float((sound.start_time or 0) * (sound.time_base or 0))
        packets = self._video.demux(*(self._video.streams[index] for index in self._places))
        self._packets: Iterator[Any] = _timed(packet for packet in packets if packet.size)
        self._next: Any = None

    def copy_until(self, time_s: float | None) -> None:
        """Copy what is to be decoded before `time_s`, or all."""
        while True:
            if self._next is None:
                self._next = next(self._packets, None)
                if self._next is None:
                    return
            packet = self._next
            if time_s is not None and float(packet.dts * packet.time_base) > time_s:
                return
            packet.stream = self._places[packet.stream.index]
            self._out.mux(packet)
            self._next = None

    def close(self) -> None:
        """Let go of the video."""
        self._video.close()


def _timed(packets: Iterator[Any]) -> Iterator[Any]:
    """The packets, each with a time to decode it at.

    Matroska keeps none. FFmpeg works them out, but not those of the first pictures where later ones are shown before
    them (B-frames); the first of all is the one that the others need.
    """
    early: dict[int, list[Any]] = {}
    for packet in packets:
        waiting = early.setdefault(packet.stream.index, [])
        if packet.dts is None:
            waiting.append(packet)
            continue
        yield from _before(waiting, packet.dts)
        waiting.clear()
        yield packet
    for waiting in early.values():  # a stream without any time: in the order in which they are shown
        yield from _before(waiting, min((packet.pts for packet in waiting if packet.pts is not None), default=0))


def _before(waiting: list[Any], dts: int) -> Iterator[Any]:
    """Packets whose times were not known, one after the other up to `dts`."""
    for place, packet in enumerate(waiting):
        packet.dts = dts - (len(waiting) - place) * max(1, packet.duration or 0)
        yield packet
