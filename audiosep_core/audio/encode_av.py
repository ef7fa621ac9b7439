"""MP3, Opus, AAC, and videos with another sound, by FFmpeg's encoders.

All three codecs answer late and in whole frames. What a player needs to know to give back the very frames that went in
is written by FFmpeg: the LAME tag of an MP3, pre-skip and last page of an Opus stream, the edit list of an MP4, whose
resolution is set to the rate here, and whose last packet says how much of it counts.
"""

from __future__ import annotations

import base64
import io
from contextlib import ExitStack
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

from audiosep_core.audio.encode import CannotEncodeError
from audiosep_core.audio.formats import VIDEO_MUXERS, Container, video_suffix
from audiosep_core.audio.remux import VideoPictures
from audiosep_core.audio.tag_blocks import picture_block
from audiosep_core.audio.tags import Tags
from audiosep_core.types import AudioArray

_LAYOUTS = {1: "mono", 2: "stereo", 3: "3.0", 4: "quad", 5: "5.0", 6: "5.1", 7: "6.1", 8: "7.1"}
_MUXERS = {"mp3": "mp3", "opus": "opus", "m4a": "mp4"}
# Bits a second and channel: transparent to nearly everybody, and the most that is of use.
_AAC_BITS, _OPUS_BITS = 128_000, 96_000
_BEST_VBR = {"flags": "+qscale", "global_quality": "0"}  # LAME's V0


class AvEncoder:
    """One file by FFmpeg. Sound beyond full scale is clipped, as every decoder would."""

    def __init__(
        self,
        path: Path,
        rate_hz: int,
        channels: int,
        container: Container,
        subtype: str,
        tags: Tags,
        video: Path | None = None,
    ) -> None:
        suffix = video_suffix(video.suffix) if video is not None else ""
        codec = {"mp3": "libmp3lame", "opus": "libopus"}.get(container, "libopus" if suffix == ".webm" else "aac")
        muxer = VIDEO_MUXERS[suffix] if container == "video" else _MUXERS[container]
        options = {"movie_timescale": str(rate_hz)} if muxer in ("mp4", "mov") else {}
        if container == "m4a":
            options["brand"] = "M4A "
        self._rate_hz, self._is_mp4 = rate_hz, muxer in ("mp4", "mov")
        self._sample = "flt" if codec == "libopus" else "fltp"
        self._layout = _LAYOUTS.get(channels, "")
        self._frames = 0
        self._finished = False
        self._start = 0
        self._pictures: VideoPictures | None = None
        if not self._layout:
            raise CannotEncodeError(f"{channels} channels")
        with ExitStack() as opened:
            # By a file of ours: names may hold what UTF-8 cannot, and the system's errors arrive as they are.
            self._file = opened.enter_context(path.open("r+b"))
            self._out: Any = av.open(self._file, "w", format=muxer, options=options)
            opened.callback(self._out.close)
            try:
                self._stream = self._add_sound(codec, channels, subtype)
                if video is not None:
                    self._pictures = VideoPictures(video, self._out)
                    opened.callback(self._pictures.close)
                    self._start = round(self._pictures.sound_start_s * rate_hz)
                else:
                    self._add_tags(tags, container)
                self._out.start_encoding()
            except (av.error.FFmpegError, ValueError) as error:
                raise CannotEncodeError(str(error)) from error
            self._open = opened.pop_all()

    def write(self, block: AudioArray) -> None:
        """Append (frames, channels) float32."""
        if not len(block):  # PyAV knows no empty frame
            return
        # One plane, whatever the codec wants: PyAV takes planes apart by itself, but cannot be given eight.
        sound = np.ascontiguousarray(np.clip(block, -1.0, 1.0), np.float32).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(sound, format="flt", layout=self._layout)
        frame.sample_rate, frame.time_base = self._rate_hz, Fraction(1, self._rate_hz)
        frame.pts = self._start + self._frames
        self._frames += len(block)
        for packet in self._stream.encode(frame):
            self._mux(packet)

    def finish(self) -> None:
        """What the encoder still holds, and the end of the file."""
        if not self._finished:
            if self._frames:
                for packet in self._stream.encode(None):
                    self._mux(packet)
            if self._pictures is not None:
                self._pictures.copy_until(None)
            self._finished = True
        self._open.close()

    def close(self) -> None:
        """Let go."""
        try:
            self._open.close()
        except (av.error.FFmpegError, OSError, ValueError):
            self._file.close()

    def _add_sound(self, codec: str, channels: int, subtype: str) -> Any:
        options = dict(_BEST_VBR) if subtype == "V0" else {}
        if codec == "libopus" and channels > 2:
            options["mapping_family"] = "1"  # surround; left to itself, FFmpeg mixes up 5 and 7 channels
        stream: Any = self._out.add_stream(codec, rate=self._rate_hz, layout=self._layout, options=options)
        stream.codec_context.format = self._sample
        if codec == "libmp3lame":
            if subtype == "320":
                stream.bit_rate = 320_000
        else:
            stream.bit_rate = channels * (_AAC_BITS if codec == "aac" else _OPUS_BITS)
        return stream

    def _add_tags(self, tags: Tags, container: Container) -> None:
        # Ogg's tags belong to the stream.
        texts = self._stream.metadata if container == "opus" else self._out.metadata
        texts.update(tags.fields)
        if tags.cover is None:
            return
        if container == "opus":
            texts["METADATA_BLOCK_PICTURE"] = base64.b64encode(picture_block(tags.cover)).decode("ascii")
            return
        with av.open(io.BytesIO(tags.cover.data), "r") as picture:
            stream = picture.streams.video[0]
            place: Any = self._out.add_stream_from_template(stream)
            place.disposition = av.stream.Disposition.attached_pic
            packet: Any = next(iter(picture.demux(stream)))
            packet.stream = place
            packet.pts = packet.dts = 0
            self._out.mux(packet)

    def _mux(self, packet: Any) -> None:
        if packet.pts is not None and self._is_mp4:
            # The last one is filled up: only this much of it is sound.
            left = self._start + self._frames - round(packet.pts * packet.time_base * self._rate_hz)
            packet.duration = max(1, min(packet.duration, left))
        if self._pictures is not None and packet.pts is not None:
            self._pictures.copy_until(float(packet.pts * packet.time_base))
        self._out.mux(packet)
