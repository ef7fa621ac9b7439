"""Lossy files: as long as the source and in line with it, tags and cover inside; videos with another sound."""

from __future__ import annotations

import struct
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from audiosep_core.audio.formats import Container
from audiosep_core.audio.read import read_audio
from audiosep_core.audio.tags import Cover, Tags, read_tags, tags_and_video
from audiosep_core.audio.write import AudioWriter
from audiosep_core.errors import AudioWriteError
from audiosep_core.types import AudioArray

from .films import chirp, film, packets

# MP3, Opus and Vorbis say where their sound ends; of AAC, FFmpeg's decoder gives its last frame whole.
LOSSY: list[tuple[Container, str, int, int]] = [
    ("mp3", "V0", 44100, 0),
    ("mp3", "320", 48000, 0),
    ("ogg", "VORBIS", 44100, 0),
    ("opus", "OPUS", 48000, 0),
    ("m4a", "AAC", 44100, 1023),
]
TEXTS = {
    "title": "Hof, 5 Uhr ☂", "artist": "Me", "album": "Yards", "genre": "Field", "date": "2021", "track": "3/9",
    "comment": "Wind", "copyright": "CC0",
}  # fmt: skip


def write(path: Path, sound: AudioArray, rate_hz: int, **options: Any) -> Path:
    with AudioWriter(path, rate_hz, sound.shape[1], **options) as writer:
        for start in range(0, len(sound), 7001):
            writer.write(sound[start : start + 7001])
    return writer.path


def picture(codec: str = "mjpeg", pixels: str = "yuvj420p") -> bytes:
    context: Any = av.CodecContext.create(codec, "w")
    context.width, context.height, context.pix_fmt, context.time_base = 32, 32, pixels, Fraction(1, 25)
    frame = av.VideoFrame.from_ndarray(np.full((32, 32, 3), 90, np.uint8), format="rgb24").reformat(format=pixels)
    frame.pts = 0
    return b"".join(bytes(packet) for packet in [*context.encode(frame), *context.encode(None)])


@pytest.mark.parametrize(("container", "subtype", "rate_hz", "longer"), LOSSY)
@pytest.mark.parametrize("channels", [1, 2])
def test_what_is_decoded_is_as_long_and_in_line(
    tmp_path: Path, container: Container, subtype: str, rate_hz: int, longer: int, channels: int
) -> None:
    for frames in (50, rate_hz, rate_hz + 777):
        sound = chirp(frames, channels, rate_hz)
        path = write(tmp_path / f"{frames}.{container}", sound, rate_hz, container=container, subtype=subtype)
        decoded = read_audio(path)
        assert decoded.rate_hz == rate_hz
        assert 0 <= len(decoded.samples) - frames <= longer
        if frames > 50:
            # One frame off would be 300 Hz * 2 pi / 44100 * 0.4 = 0.017 at the start, ten times as much at the end.
            error = decoded.samples[:frames] - sound
            assert np.sqrt(np.mean(error[1000:-1000] ** 2)) < 0.01


def test_an_m4a_says_its_length_to_the_frame(tmp_path: Path) -> None:
    path = write(tmp_path / "a.m4a", chirp(44877, 2, 44100), 44100, container="m4a", subtype="AAC")
    with av.open(str(path)) as file:
        assert file.streams.audio[0].duration == 44877


@pytest.mark.parametrize(
    ("container", "subtype"), [("wav", "PCM_24"), ("flac", "PCM_16"), *((one[0], one[1]) for one in LOSSY)]
)
@pytest.mark.parametrize("kind", ["image/jpeg", "image/png"])
def test_tags_and_cover_arrive(tmp_path: Path, container: Container, subtype: str, kind: str) -> None:
    image = picture() if kind == "image/jpeg" else picture("png", "rgb24")
    rate_hz = 48000
    sound = chirp(5001, 1, rate_hz)
    options = {"container": container, "subtype": subtype}
    path = write(tmp_path / "a", sound, rate_hz, tags=Tags(TEXTS, Cover(kind, image)), **options)
    found = read_tags(path)
    assert dict(found.fields) == TEXTS
    if container != "ogg":  # libsndfile writes no pictures
        assert found.cover == Cover(kind, image)
    plain = read_audio(write(tmp_path / "plain", sound, rate_hz, **options)).samples
    np.testing.assert_array_equal(read_audio(path).samples, plain)


def test_tags_of_a_part_carry_its_name() -> None:
    assert Tags({"title": "Yard"}).titled("dog").fields["title"] == "Yard (dog)"
    assert Tags({"artist": "Me"}).titled("dog").fields == {"artist": "Me"}


def test_what_is_no_recording_has_no_tags(tmp_path: Path) -> None:
    (tmp_path / "a.mp3").write_text("nothing")
    assert not read_tags(tmp_path / "a.mp3")
    assert not read_tags(tmp_path / "none.mp3")
    assert tags_and_video(tmp_path / "a.mp3") == (Tags(), False)


def test_what_a_format_cannot_hold_is_said(tmp_path: Path) -> None:
    with pytest.raises(AudioWriteError) as caught:
        AudioWriter(tmp_path / "a.mp3", 44100, 6, container="mp3", subtype="320")
    assert caught.value.code == "format-unsupported"
    assert not list(tmp_path.iterdir())


def sound_start_s(path: Path) -> float:
    with av.open(str(path)) as file:
        stream = file.streams.audio[0]
        return float((stream.start_time or 0) * (stream.time_base or 0))


@pytest.mark.parametrize("delay_s", [0.0, 0.5])
@pytest.mark.parametrize(
    ("name", "muxer", "codec", "sound_codec"),
    [
        ("a.mp4", "mp4", "mpeg4", "aac"),
        ("a.mov", "mov", "mpeg4", "aac"),
        ("a.mkv", "matroska", "mpeg4", "aac"),
        ("b.mkv", "matroska", "libx264", "aac"),  # later pictures come first: it says of the first ones not when
        ("a.webm", "webm", "libvpx", "libopus"),
        ("a.avi", "avi", "mpeg4", "mp2"),
    ],
)
def test_a_video_gets_another_sound_and_keeps_its_pictures(
    tmp_path: Path, name: str, muxer: str, codec: str, sound_codec: str, delay_s: float
) -> None:
    video = film(tmp_path / name, muxer, codec, sound_codec, delay_s)
    assert tags_and_video(video)[1]
    sound = read_audio(video)
    target = tmp_path / f"out{video.suffix if video.suffix != '.avi' else '.mkv'}"
    path = write(target, -sound.samples / 2, sound.rate_hz, container="video", subtype="COPY", video=video)
    assert packets(path) == packets(video)
    # In time, wherever the decoder lets the sound begin: see the test below.
    ours, theirs = sound_start_s(path), sound_start_s(video)
    moved = round((theirs - ours) * sound.rate_hz)
    decoded = read_audio(path).samples[max(0, moved) :]
    frames = min(len(decoded), len(sound.samples))
    error = decoded[:frames] + sound.samples[:frames] / 2
    assert np.sqrt(np.mean(error[4000:-4000] ** 2)) < 0.01


@pytest.mark.parametrize(("container", "subtype"), [("opus", "OPUS"), ("m4a", "AAC"), ("mp3", "V0")])
def test_an_empty_block_is_nothing(tmp_path: Path, container: Container, subtype: str) -> None:
    """What a resampler gives for the first few frames of a recording, and all that it gives for a very short one."""
    sound = chirp(48000, 2, 48000)
    with AudioWriter(tmp_path / "a", 48000, 2, container=container, subtype=subtype) as writer:
        for block in (sound[:0], sound[:20_000], sound[:0], sound[20_000:]):
            writer.write(block)
    with AudioWriter(tmp_path / "b", 48000, 2, container=container, subtype=subtype) as whole:
        whole.write(sound)
    np.testing.assert_allclose(read_audio(writer.path).samples, read_audio(whole.path).samples, atol=1e-6)


def decoded_by_ffmpeg(path: Path) -> AudioArray:
    with av.open(str(path)) as file:
        resampler: Any = None
        pieces = []
        for frame in file.decode(audio=0):
            resampler = resampler or av.AudioResampler(format="flt", layout=frame.layout, rate=frame.sample_rate)
            pieces += [out.to_ndarray().reshape(-1, frame.layout.nb_channels) for out in resampler.resample(frame)]
    return np.concatenate(pieces)


@pytest.mark.parametrize(("container", "subtype"), [("ogg", "VORBIS"), ("opus", "OPUS"), ("m4a", "AAC")])
@pytest.mark.parametrize("channels", [2, 3, 4, 5, 6, 7, 8])
def test_each_speaker_keeps_its_sound(tmp_path: Path, container: Container, subtype: str, channels: int) -> None:
    """Ogg keeps channels in an order of its own. A tone each; that of the fourth is low enough for an LFE."""
    tones = 40.0 + 20.0 * np.arange(channels)
    sound = (0.3 * np.sin(2 * np.pi * tones * np.arange(48000)[:, None] / 48000)).astype(np.float32)
    path = write(tmp_path / "a", sound, 48000, container=container, subtype=subtype)
    for samples in (read_audio(path).samples, decoded_by_ffmpeg(path)):
        heard = np.abs(np.fft.rfft(samples[8000:32000], axis=0)).argmax(axis=0) * 2.0
        np.testing.assert_allclose(heard, tones, atol=6.0)


@pytest.mark.parametrize("declared", [True, False])
def test_of_an_mp4_whose_sound_begins_late_the_priming_is_left_out_where_the_file_declares_it(
    tmp_path: Path, declared: bool
) -> None:
    """FFmpeg's own muxer does not, so that every decoder, FFmpeg's program too, takes it for silence in the sound."""
    path = film(tmp_path / "late.mp4", "mp4", "mpeg4", "aac", 0.5)
    if declared:
        _declare_priming(path)
    sound = read_audio(path).samples
    in_time = read_audio(film(tmp_path / "in time.mp4", "mp4", "mpeg4", "aac")).samples
    first = 0 if declared else PRIMING
    np.testing.assert_allclose(sound[first : first + 90_000], in_time[:90_000], atol=1e-6)
    assert sound_start_s(path) + first / 48_000 == pytest.approx(0.5, abs=0.0015), "in milliseconds"


PRIMING = 1024  # of FFmpeg's AAC encoder


def _declare_priming(path: Path) -> None:
    """Turn the edit list of the sound, "nothing, then everything", into "nothing, then from the first sample on"."""
    data = bytearray(path.read_bytes())
    place = data.rindex(b"elst") + 8
    (count,) = struct.unpack_from(">I", data, place)
    assert count == 2
    length, nothing, rate = struct.unpack_from(">IiI", data, place + 4)
    assert nothing == -1
    kept, from_frame, _ = struct.unpack_from(">IiI", data, place + 16)
    assert from_frame == 0
    moved = round(PRIMING / 48)  # milliseconds
    struct.pack_into(">IiI", data, place + 4, length + moved, -1, rate)
    struct.pack_into(">IiI", data, place + 16, kept - moved, PRIMING, rate)
    path.write_bytes(data)


def test_sound_without_pictures_makes_no_video(tmp_path: Path) -> None:
    path = write(tmp_path / "a.wav", chirp(1000, 1, 48000), 48000)
    with pytest.raises(AudioWriteError) as caught:
        AudioWriter(tmp_path / "b.mkv", 48000, 1, container="video", subtype="COPY", video=path)
    assert caught.value.code == "format-unsupported"
    assert [one.name for one in tmp_path.iterdir()] == ["a.wav"]
