"""A recording read where it lies: the same samples as from its beginning on, or not at all."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from audiosep_core.audio.direct import FileSound
from audiosep_core.audio.read import read_audio
from audiosep_core.errors import AudioReadError

from .conftest import cut_file, make_sound

FRAMES = 70_001  # more than a block of the reader, and odd

PLAIN = [
    (format_, subtype, endian)
    for format_, subtypes in {
        "WAV": ("PCM_U8", "PCM_16", "PCM_24", "PCM_32", "FLOAT", "DOUBLE", "ULAW", "ALAW"),
        "WAVEX": ("PCM_16", "PCM_24", "FLOAT"),
        "RF64": ("PCM_24", "FLOAT"),
        "AIFF": ("PCM_16", "PCM_24", "FLOAT"),
    }.items()
    for subtype in subtypes
    for endian in ("FILE", "BIG" if format_ == "WAV" else "FILE")
]


def write(path: Path, format_: str, subtype: str, endian: str = "FILE", channels: int = 2) -> Path:
    soundfile.write(path, make_sound(FRAMES, channels), 44_100, format=format_, subtype=subtype, endian=endian)
    return path


@pytest.mark.parametrize(("format_", "subtype", "endian"), sorted(set(PLAIN)))
@pytest.mark.parametrize("channels", [1, 6])
def test_pieces_in_any_order_are_the_samples_of_the_reader(
    tmp_path: Path, format_: str, subtype: str, endian: str, channels: int
) -> None:
    path = write(tmp_path / "a.snd", format_, subtype, endian, channels)
    whole = read_audio(path)
    with FileSound.try_open(path) as sound:  # type: ignore[union-attr]
        assert (sound.rate_hz, sound.channels, sound.frames) == (whole.rate_hz, channels, FRAMES)
        for start, end in ((FRAMES - 5, FRAMES), (0, 1), (30_000, 69_000), (65_535, 65_538), (0, FRAMES)):
            np.testing.assert_array_equal(sound.read(start, end), whole.samples[start:end])


@settings(max_examples=50, deadline=None)
@given(span=st.tuples(st.integers(-300, 80_000), st.integers(-300, 80_000)).map(sorted))
def test_outside_of_the_recording_there_is_silence(
    tmp_path_factory: pytest.TempPathFactory, span: list[int]
) -> None:  # fmt: skip
    path = write(tmp_path_factory.mktemp("direct") / "a.wav", "WAV", "PCM_16")
    expected = np.pad(read_audio(path).samples, ((300, 80_000 - FRAMES), (0, 0)))
    with FileSound.try_open(path) as sound:  # type: ignore[union-attr]
        np.testing.assert_array_equal(sound.read(*span), expected[span[0] + 300 : span[1] + 300])


def test_what_is_not_a_number_is_silent_as_in_the_reader(tmp_path: Path) -> None:
    path, samples = tmp_path / "a.wav", make_sound(100, 1)
    samples[10], samples[20], samples[30] = np.nan, np.inf, -np.inf
    soundfile.write(path, samples, 8_000, subtype="FLOAT")
    with FileSound.try_open(path) as sound:  # type: ignore[union-attr]
        np.testing.assert_array_equal(sound.read(0, 100), read_audio(path).samples)
        assert not sound.read(10, 11).any()


def test_several_threads_get_what_each_asked_for(tmp_path: Path) -> None:
    path = write(tmp_path / "a.wav", "WAV", "PCM_24")
    whole, wrong = read_audio(path).samples, []
    with FileSound.try_open(path) as sound:  # type: ignore[union-attr]

        def look(seed: int) -> None:
            for start in np.random.default_rng(seed).integers(0, FRAMES - 500, 200):
                if not np.array_equal(sound.read(start, start + 500), whole[start : start + 500]):
                    wrong.append(start)

        threads = [threading.Thread(target=look, args=(seed,)) for seed in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not wrong


@pytest.mark.parametrize(
    ("name", "format_", "subtype"),
    [("a.flac", "FLAC", "PCM_16"), ("a.ogg", "OGG", "VORBIS"), ("a.mp3", "MP3", "MPEG_LAYER_III"),
     ("a.wav", "WAV", "IMA_ADPCM"), ("a.aiff", "AIFF", "PCM_S8"), ("a.aiff", "AIFF", "ULAW")],
)  # fmt: skip
def test_what_must_be_decoded_from_its_beginning_is_left_to_the_reader(
    tmp_path: Path, name: str, format_: str, subtype: str
) -> None:
    assert FileSound.try_open(write(tmp_path / name, format_, subtype)) is None


@pytest.mark.parametrize(("format_", "subtype"), [("WAV", "PCM_16"), ("RF64", "FLOAT"), ("AIFF", "PCM_24")])
@pytest.mark.parametrize("share", [0.5, 0.99999])
def test_a_recording_that_is_cut_short_is_left_to_the_reader(
    tmp_path: Path, format_: str, subtype: str, share: float
) -> None:
    assert FileSound.try_open(cut_file(write(tmp_path / "a.snd", format_, subtype), share)) is None


def test_what_is_no_recording_is_left_to_the_reader(tmp_path: Path) -> None:
    (tmp_path / "text.wav").write_text("hello")
    (tmp_path / "empty.wav").touch()
    soundfile.write(tmp_path / "none.wav", np.zeros((0, 1)), 8_000)
    for name in ("text.wav", "empty.wav", "none.wav", "missing.wav", "."):
        assert FileSound.try_open(tmp_path / name) is None


def test_a_recording_that_shrinks_meanwhile_is_damaged(tmp_path: Path) -> None:
    path = write(tmp_path / "a.wav", "WAV", "PCM_16")
    with FileSound.try_open(path) as sound:  # type: ignore[union-attr]
        path.write_bytes(path.read_bytes()[:1000])
        with pytest.raises(AudioReadError) as caught:
            sound.read(60_000, 61_000)
    assert caught.value.code == "file-damaged"
