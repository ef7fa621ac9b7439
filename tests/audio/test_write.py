"""Round trips, and a disk that refuses."""

from __future__ import annotations

import errno
import subprocess
import sys
import textwrap
import wave
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from audiosep_core.audio import write
from audiosep_core.audio.read import read_audio
from audiosep_core.audio.write import AudioWriter, write_error
from audiosep_core.errors import AudioWriteError, Cancelled

from .conftest import Sound, make_sound


def write_whole(path: Path, sound: Sound, rate_hz: int = 44100, **options: str) -> AudioWriter:
    with AudioWriter(path, rate_hz, sound.shape[1], **options) as writer:  # type: ignore[arg-type]
        for start in range(0, len(sound), 1000):
            writer.write(sound[start : start + 1000])
    return writer


@pytest.mark.parametrize("channels", [1, 2, 6])
@pytest.mark.parametrize("rate_hz", [8000, 44100, 192000])
def test_float_wav_comes_back_exactly(tmp_path: Path, channels: int, rate_hz: int) -> None:
    sound = make_sound(4321, channels) * 3
    path = tmp_path / "a.wav"
    writer = write_whole(path, sound, rate_hz)
    audio = read_audio(path)
    assert audio.rate_hz == rate_hz
    np.testing.assert_array_equal(audio.samples, sound)
    assert writer.clipped == 0
    assert [one.name for one in tmp_path.iterdir()] == ["a.wav"]


@settings(max_examples=25, deadline=None)
@given(steps=st.lists(st.integers(-(2**23), 2**23 - 1), min_size=1, max_size=50), flac=st.booleans())
def test_24_bits_come_back_exactly(tmp_path_factory: pytest.TempPathFactory, steps: list[int], flac: bool) -> None:
    sound = (np.array(steps, np.float32) / 2**23).reshape(-1, 1)
    container = "flac" if flac else "wav"
    path = tmp_path_factory.mktemp("round") / f"a.{container}"
    write_whole(path, sound, container=container, subtype="PCM_24")
    np.testing.assert_array_equal(read_audio(path).samples, sound)


def test_float_in_flac_becomes_24_bits(tmp_path: Path) -> None:
    path = tmp_path / "a.flac"
    write_whole(path, make_sound(1000, 2), container="flac", subtype="FLOAT")
    assert soundfile.info(path).subtype == "PCM_24"


@pytest.mark.parametrize("container", ["wav", "flac"])
def test_16_bits_are_dithered(tmp_path: Path, container: str) -> None:
    # A third of a step would vanish by rounding; dithered, its mean survives.
    sound = np.full((60000, 1), 1 / 3 / 32768, np.float32)
    path = tmp_path / f"a.{container}"
    write_whole(path, sound, container=container, subtype="PCM_16")
    steps = read_audio(path).samples * 32768
    assert np.abs(steps).max() <= 2
    assert steps.mean() == pytest.approx(1 / 3, abs=0.02)
    # Triangular dither: total error 0.5 steps RMS, whatever the signal.
    assert (steps - 1 / 3).std() == pytest.approx(0.5, abs=0.02)
    again = tmp_path / f"b.{container}"
    write_whole(again, sound, container=container, subtype="PCM_16")
    np.testing.assert_array_equal(read_audio(again).samples, read_audio(path).samples)


@pytest.mark.parametrize("subtype", ["PCM_16", "PCM_24"])
def test_too_loud_is_clipped_not_wrapped_and_counted(tmp_path: Path, subtype: str) -> None:
    sound = np.array([[1.5], [-1.5], [1.0], [-1.0], [0.25]], np.float32)
    writer = write_whole(tmp_path / "a.wav", sound, subtype=subtype)
    result = read_audio(tmp_path / "a.wav").samples[:, 0]
    np.testing.assert_allclose(result, [1, -1, 1, -1, 0.25], atol=1e-4)
    assert writer.clipped == 2


def test_small_files_are_plain_wav_that_old_readers_take(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    sound = make_sound(1001, 2)
    write_whole(path, sound, 44100, subtype="PCM_16")
    with wave.open(str(path)) as file:
        assert (file.getnframes(), file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1001, 2, 2, 44100)
    assert soundfile.info(path).format == "WAV"
    data = path.read_bytes()
    assert int.from_bytes(data[4:8], "little") == len(data) - 8


@pytest.mark.parametrize("subtype", ["PCM_16", "PCM_24", "FLOAT"])
@pytest.mark.parametrize("channels", [1, 3])
def test_odd_sizes_and_any_subtype_open(tmp_path: Path, subtype: str, channels: int) -> None:
    path = tmp_path / "a.wav"
    write_whole(path, make_sound(1001, channels), subtype=subtype)
    info = soundfile.info(path)
    assert (info.frames, info.channels, info.subtype) == (1001, channels, subtype)


def test_over_the_limit_of_wav_it_is_rf64(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "_LARGEST_WAV", 10_000)
    path = tmp_path / "a.wav"
    sound = make_sound(5000, 2)
    write_whole(path, sound)
    assert path.read_bytes()[:4] == b"RF64"
    np.testing.assert_array_equal(read_audio(path).samples, sound)


@pytest.mark.parametrize("error", [Cancelled(), KeyboardInterrupt(), ValueError("x")])
def test_what_is_interrupted_leaves_nothing_and_keeps_the_old(tmp_path: Path, error: BaseException) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(b"old")

    def interrupted() -> None:
        with AudioWriter(path, 44100, 1) as writer:
            writer.write(make_sound(100, 1))
            assert (tmp_path / "a.wav.part").exists()
            assert path.read_bytes() == b"old"
            raise error

    with pytest.raises(type(error)):
        interrupted()
    assert [one.name for one in tmp_path.iterdir()] == ["a.wav"]
    assert path.read_bytes() == b"old"


def test_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(AudioWriteError) as caught:
        AudioWriter(tmp_path / "none" / "a.wav", 44100, 1)
    assert caught.value.code == "folder-missing"
    (tmp_path / "file").touch()
    with pytest.raises(AudioWriteError) as caught:
        AudioWriter(tmp_path / "file" / "a.wav", 44100, 1)
    assert caught.value.code == "folder-missing"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EACCES, "no-permission"),
        (errno.EROFS, "no-permission"),
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EFBIG, "file-too-large"),
        (errno.EIO, "write-failed"),
    ],
)
def test_refusals_of_the_system_become_sentences(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, "no")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        with pytest.raises(AudioWriteError) as caught:
            AudioWriter(tmp_path / "a.wav", 44100, 1)
    assert caught.value.code == code
    assert caught.value.hint
    assert not list(tmp_path.iterdir())
    assert write_error(tmp_path / "a.wav", OSError(number, "no")).code == code


def test_more_channels_than_flac_has(tmp_path: Path) -> None:
    with pytest.raises(AudioWriteError) as caught:
        AudioWriter(tmp_path / "a.flac", 44100, 9, container="flac")
    assert caught.value.code == "format-unsupported"
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="no file size limits on Windows")
@pytest.mark.parametrize("container", ["wav", "flac"])
def test_a_file_that_stops_growing_is_told_and_removed(tmp_path: Path, container: str) -> None:
    # A real short write: the process may not write files over 300 kB.
    script = """
        import resource, signal, sys
        from pathlib import Path
        import numpy as np
        from audiosep_core.audio.write import AudioWriter
        from audiosep_core.errors import AudioWriteError
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
        noise = np.random.default_rng(0).uniform(-1, 1, (10_000, 2)).astype(np.float32)
        try:
            with AudioWriter(Path(sys.argv[1]), 44100, 2, container=sys.argv[2]) as writer:
                for _ in range(30):
                    writer.write(noise)
        except AudioWriteError as error:
            print(error.code)
    """
    result = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), str(tmp_path / "a"), container],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        cwd=Path(__file__).parents[2],
    )
    assert result.stdout.strip() == "file-too-large"
    assert not list(tmp_path.iterdir())
