"""Real formats, made here, and everything that can be wrong with a file."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from audiosep_core.audio.read import open_audio, probe, read_audio
from audiosep_core.audio.tags import Tags, tags_and_video
from audiosep_core.errors import AudioReadError

from .conftest import cut_file, encode, make_sound

RECORDINGS = Path(__file__).parents[3] / "shared" / "data"


def code_of(path: Path) -> str:
    with pytest.raises(AudioReadError) as caught, open_audio(path) as reader:
        for _ in reader.blocks():
            pass
    error = caught.value
    assert error.message.endswith(".")
    assert error.hint.endswith(".")
    return error.code


@pytest.mark.parametrize("rate_hz", [8000, 11025, 22050, 44100, 48000, 96000, 192000])
@pytest.mark.parametrize("channels", [1, 2, 6])
def test_float_wav_is_read_exactly_at_any_rate_and_channel_count(
    rate_hz: int, channels: int, wav: Callable[..., Path]
) -> None:
    sound = make_sound(5001, channels, rate_hz)
    audio = read_audio(wav("a.wav", sound, rate_hz))
    assert audio.rate_hz == rate_hz
    assert audio.samples.dtype == np.float32
    np.testing.assert_array_equal(audio.samples, sound)


@pytest.mark.parametrize(
    ("suffix", "format_", "subtype", "tolerance"),
    [
        ("wav", "WAV", "PCM_U8", 1 / 100),
        ("wav", "WAV", "PCM_16", 1 / 30000),
        ("wav", "WAV", "PCM_24", 1 / 8000000),
        ("wav", "RF64", "PCM_24", 1 / 8000000),
        ("flac", "FLAC", "PCM_16", 1 / 30000),
        ("flac", "FLAC", "PCM_24", 1 / 8000000),
        ("aiff", "AIFF", "PCM_16", 1 / 30000),
        ("aiff", "AIFF", "FLOAT", 1e-7),
    ],
)
def test_lossless_formats(tmp_path: Path, suffix: str, format_: str, subtype: str, tolerance: float) -> None:
    sound = make_sound(70001, 2)
    path = tmp_path / f"a.{suffix}"
    soundfile.write(path, sound, 44100, format=format_, subtype=subtype)
    assert probe(path).frames == 70001
    np.testing.assert_allclose(read_audio(path).samples, sound, atol=tolerance)


@pytest.mark.parametrize(("suffix", "format_"), [("ogg", "OGG"), ("mp3", "MP3")])
def test_lossy_formats_of_libsndfile_have_exact_lengths(tmp_path: Path, suffix: str, format_: str) -> None:
    sound = make_sound(70001, 2)
    path = tmp_path / f"a.{suffix}"
    soundfile.write(path, sound, 44100, format=format_)
    with open_audio(path) as reader:
        assert reader.info.frames == 70001
        result = np.concatenate(list(reader.blocks(1000)))
        assert not reader.truncated
    assert result.shape == sound.shape
    assert np.corrcoef(result[:, 0], sound[:, 0])[0, 1] > 0.95


@pytest.mark.parametrize(
    ("name", "codec", "exact"),
    [
        ("a.m4a", "aac", False),
        ("a.aac", "aac", False),
        ("a.mp4", "aac", False),
        ("a.mkv", "aac", False),
        ("alac.m4a", "alac", True),
        ("a.opus", "libopus", True),
        ("a.webm", "libopus", True),
    ],
)
@pytest.mark.parametrize("channels", [1, 2])
def test_ffmpeg_formats(tmp_path: Path, name: str, codec: str, exact: bool, channels: int) -> None:
    time = np.arange(96123) / 48000
    sweep = 0.4 * np.sin(2 * np.pi * (100 * time + 1500 * time**2))
    sound = np.repeat(sweep[:, None], channels, axis=1).astype(np.float32)
    path = encode(tmp_path / name, codec, sound, 48000, video=name in ("a.mp4", "a.mkv"))
    with open_audio(path) as reader:
        announced = reader.info.frames
        blocks = list(reader.blocks(10000))
        assert reader.info.frames == sum(len(block) for block in blocks)
        assert not reader.truncated
    assert all(len(block) == 10000 for block in blocks[:-1])
    result = np.concatenate(blocks)
    assert result.shape[1] == channels
    assert reader.info.rate_hz == 48000
    # AAC is padded to whole packets; its encoder's delay is gone only where the container tells it.
    assert len(result) == len(sound) if exact else abs(len(result) - len(sound)) <= 6144
    assert announced is not None
    assert abs(announced - len(result)) < 4800
    delay = max(range(6144), key=lambda shift: float(result[shift : shift + 40000, 0] @ sound[:40000, 0]))
    aligned = result[delay : delay + 40000, 0]
    assert np.corrcoef(aligned, sound[:40000, 0])[0, 1] > 0.95
    if name in ("a.m4a", "a.mp4", "alac.m4a", "a.opus"):
        assert delay == 0


def test_surround_in_ffmpeg(tmp_path: Path) -> None:
    sound = make_sound(30000, 6, 48000)
    assert read_audio(encode(tmp_path / "a.m4a", "aac", sound)).samples.shape[1] == 6


@pytest.mark.parametrize("frames", [1, 999, 65536, 10**6])
def test_blocks_are_whole_and_the_callers_own(wav: Callable[..., Path], frames: int) -> None:
    sound = make_sound(70001, 2)
    with open_audio(wav("a.wav", sound[:3000] if frames == 1 else sound)) as reader:
        blocks = list(reader.blocks(frames))
    assert all(len(block) == frames for block in blocks[:-1])
    whole = np.concatenate(blocks)
    blocks[0][:] = 9
    np.testing.assert_array_equal(whole, sound[: len(whole)])
    if len(blocks) > 1:
        assert not np.shares_memory(blocks[0], blocks[1])


def test_blocks_can_be_read_once(wav: Callable[..., Path]) -> None:
    with open_audio(wav("a.wav", make_sound(10, 1))) as reader:
        list(reader.blocks())
        with pytest.raises(RuntimeError, match="once"):
            list(reader.blocks())


def test_not_a_number_becomes_silence(wav: Callable[..., Path]) -> None:
    sound = make_sound(100, 1)
    sound[7], sound[8] = np.nan, np.inf
    samples = read_audio(wav("a.wav", sound)).samples
    assert samples[7] == samples[8] == 0
    assert samples[9] == sound[9]


def test_missing_folder_empty_and_text(tmp_path: Path) -> None:
    assert code_of(tmp_path / "none.wav") == "file-missing"
    assert code_of(tmp_path) == "is-folder"
    (tmp_path / "zero.wav").touch()
    assert code_of(tmp_path / "zero.wav") == "file-empty"
    for name in ("a.txt", "a.wav", "a.mp3", "a.m4a", "a.raw", "a.m3u8", "a.flac"):
        (tmp_path / name).write_text("#EXTM3U\nhello, this is no sound\n" * 100)
        assert code_of(tmp_path / name) == "not-audio", name


def test_a_device_is_refused_instead_of_read_for_ever() -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("no /dev/zero on this system")
    assert code_of(Path("/dev/zero")) == "not-audio"


@pytest.mark.parametrize("format_", ["WAV", "WAVEX", "RF64", "AIFF", "OGG"])
def test_header_without_samples_is_empty_not_damaged(tmp_path: Path, format_: str) -> None:
    path = tmp_path / "a"
    soundfile.write(path, make_sound(0, 2), 44100, format=format_)
    assert code_of(path) == "file-empty"
    assert code_of(cut_file(path, 0.9)) == "file-damaged"


def test_video_without_sound(tmp_path: Path) -> None:
    assert code_of(encode(tmp_path / "a.mp4", "", None, video=True)) == "no-audio-track"
    assert code_of(encode(tmp_path / "a.mkv", "", None, video=True)) == "no-audio-track"


def test_permission_refused(wav: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    path = wav("a.wav", make_sound(10, 1))

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert code_of(path) == "no-permission"


def test_disk_failure_while_opening(wav: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    path = wav("a.wav", make_sound(10, 1))

    def refuse(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", refuse)
    assert code_of(path) == "file-damaged"


@pytest.mark.parametrize(
    ("suffix", "format_"), [("wav", "WAV"), ("flac", "FLAC"), ("mp3", "MP3"), ("aiff", "AIFF"), ("ogg", "OGG")]
)
def test_of_a_truncated_file_the_beginning_is_kept(tmp_path: Path, suffix: str, format_: str) -> None:
    sound = make_sound(300000, 2)
    path = tmp_path / f"a.{suffix}"
    soundfile.write(path, sound, 44100, format=format_)
    whole = read_audio(path).samples
    with open_audio(cut_file(path, 0.6)) as reader:
        kept = np.concatenate(list(reader.blocks()))
        assert reader.truncated
        assert reader.info.frames == len(kept)
    assert 0.4 * len(whole) < len(kept) < 0.7 * len(whole)
    both = slice(1000, len(kept) - 3000)
    np.testing.assert_allclose(kept[both], whole[both], atol=2e-3)


@pytest.mark.parametrize("name", ["a.mkv", "a.opus", "a.webm", "a.aac"])
def test_of_a_truncated_ffmpeg_file_the_beginning_is_kept(tmp_path: Path, name: str) -> None:
    sound = make_sound(300000, 2, 48000)
    codec = "aac" if name in ("a.mkv", "a.aac") else "libopus"
    path = encode(tmp_path / name, codec, sound)
    with open_audio(cut_file(path, 0.6013)) as reader:
        kept = sum(len(block) for block in reader.blocks())
        assert reader.truncated
    assert 130000 < kept < 200000


def test_truncated_beyond_use_is_damaged(tmp_path: Path, wav: Callable[..., Path]) -> None:
    assert code_of(cut_file(encode(tmp_path / "a.m4a", "aac", make_sound(90000, 1)), 0.5)) == "file-damaged"
    path = wav("a.wav", make_sound(1000, 1))
    assert code_of(cut_file(path, 20 / path.stat().st_size)) == "file-damaged"
    flac = tmp_path / "a.flac"
    soundfile.write(flac, make_sound(1000, 1), 44100)
    (tmp_path / "b.flac").write_bytes(flac.read_bytes()[:60])
    assert code_of(tmp_path / "b.flac") == "file-damaged"


def test_lengths_that_a_pipe_could_not_know_are_no_damage(wav: Callable[..., Path]) -> None:
    sound = make_sound(5000, 1)
    for length in (b"\xff\xff\xff\xff", b"\0\0\0\0"):
        path = wav("a.wav", sound)
        data = bytearray(path.read_bytes())
        at = data.index(b"data")
        data[4:8] = data[at + 4 : at + 8] = length
        path.write_bytes(data)
        with open_audio(path) as reader:
            np.testing.assert_array_equal(np.concatenate(list(reader.blocks())), sound)
            assert not reader.truncated


def test_damage_in_the_middle_of_a_flac_keeps_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "a.flac"
    soundfile.write(path, make_sound(200000, 1), 44100)
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 4000] = np.random.default_rng(1).bytes(4000)
    path.write_bytes(data)
    with open_audio(path) as reader:
        assert sum(len(block) for block in reader.blocks()) > 80000
        assert reader.truncated


def test_names_outside_of_ascii_and_of_utf8(tmp_path: Path) -> None:
    sound = make_sound(2000, 1)
    names = ["Straße 狗 😀 %20?#.wav", "http:x.wav"]
    try:
        odd = Path(str(tmp_path / "x")).with_name("od\udcffd.wav")
        odd.touch()
        names.append(odd.name)
    except (OSError, UnicodeError):
        pass  # this file system takes only Unicode
    plain = tmp_path / "plain.wav"
    soundfile.write(plain, sound, 44100, subtype="FLOAT")
    other = encode(tmp_path / "plain.m4a", "aac", sound)
    for name in names:
        (tmp_path / name).write_bytes(plain.read_bytes())
        assert probe(tmp_path / name).frames == 2000
        renamed = (tmp_path / name).with_suffix(".m4a")
        renamed.write_bytes(other.read_bytes())
        assert probe(renamed).codec == "aac"


@pytest.mark.recordings
def test_real_recordings_have_the_length_their_headers_tell() -> None:
    manifest = RECORDINGS / "manifest.csv"
    if not manifest.exists():
        pytest.skip(f"real recordings are not there ({manifest})")
    with manifest.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows[:: max(1, len(rows) // 20)][:20]:
        path = RECORDINGS / row["file"]
        expected = soundfile.info(path)
        with open_audio(path) as reader:
            assert sum(len(block) for block in reader.blocks()) == expected.frames
            assert not reader.truncated
        assert (reader.info.rate_hz, reader.info.channels) == (expected.samplerate, expected.channels)


@pytest.mark.parametrize("name", ["live.m3u8", "list.wav", "list.ffconcat"])
@pytest.mark.timeout(30)
def test_a_playlist_opens_no_other_file(tmp_path: Path, name: str) -> None:
    soundfile.write(tmp_path / "part.wav", make_sound(9000, 2), 44100)
    encode(tmp_path / "part.ts", "aac", make_sound(48000, 2))
    text = "ffconcat version 1.0\nfile part.wav\n"
    if name.endswith("m3u8"):
        # Without an end it is a broadcast, which FFmpeg would read again for ever.
        text = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\npart.ts\n"
    (tmp_path / name).write_text(text)
    with pytest.raises(AudioReadError) as caught:
        read_audio(tmp_path / name)
    assert caught.value.code == "not-audio"
    assert tags_and_video(tmp_path / name) == (Tags(), False)
