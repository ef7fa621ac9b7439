"""Round trips, and a disk that refuses."""

from __future__ import annotations

import errno
import os
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

from audiosep_core.audio import wav_header
from audiosep_core.audio.read import read_audio
from audiosep_core.audio.write import AudioWriter, Conflict, finish_together, write_error
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
    monkeypatch.setattr(wav_header, "_LARGEST_WAV", 10_000)
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
            assert len(list(tmp_path.glob("a.wav.*.part"))) == 1
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


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def value_of(path: Path) -> float:
    """The one value that the file holds throughout."""
    samples = read_audio(path).samples
    assert len(samples) == 10_000
    assert (samples == samples[0]).all()
    return float(samples[0, 0])


def fill(writer: AudioWriter, value: float) -> AudioWriter:
    writer.write(np.full((10_000, 1), value, np.float32))
    return writer


def test_two_processes_at_once_each_get_a_whole_file_of_their_own(tmp_path: Path) -> None:
    script = """
        import sys
        from pathlib import Path
        import numpy as np
        from audiosep_core.audio.write import AudioWriter
        with AudioWriter(Path(sys.argv[1]), 44100, 1) as writer:
            for _ in range(100):
                writer.write(np.full((100, 1), float(sys.argv[2]), np.float32))
            print("written", flush=True)
            sys.stdin.readline()
    """
    # A person's own file may have the ending that this program uses.
    (tmp_path / "a.wav.part").write_bytes(b"mine")
    writing = [
        subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(script), str(tmp_path / "a.wav"), value],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        for value in ("0.25", "0.5")
    ]
    for process in writing:
        assert process.stdout is not None
        assert process.stdout.readline() == "written\n"
    for process in writing:
        process.communicate("go\n", timeout=60)
        assert process.returncode == 0
    assert names(tmp_path) == ["a (2).wav", "a.wav", "a.wav.part"]
    assert {value_of(tmp_path / "a.wav"), value_of(tmp_path / "a (2).wav")} == {0.25, 0.5}
    assert (tmp_path / "a.wav.part").read_bytes() == b"mine"


@pytest.mark.parametrize("links", [True, False])
def test_a_name_taken_while_writing_is_left_to_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", refused)
    with AudioWriter(tmp_path / "a.wav", 44100, 1) as writer:
        fill(writer, 0.5)
        (tmp_path / "a.wav").write_bytes(b"mine")
        (tmp_path / "a (2).wav").mkdir()
        (tmp_path / "a (3).wav").symlink_to("nowhere")
    assert writer.path == tmp_path / "a (4).wav"
    assert value_of(writer.path) == 0.5
    assert (tmp_path / "a.wav").read_bytes() == b"mine"
    assert names(tmp_path) == ["a (2).wav", "a (3).wav", "a (4).wav", "a.wav"]


def test_names_that_a_file_system_takes_for_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link = os.link

    def without_case(part: Path, target: Path) -> None:
        if target.name.casefold() in [name.casefold() for name in os.listdir(tmp_path)]:
            raise FileExistsError(errno.EEXIST, "exists")
        link(part, target)

    monkeypatch.setattr(os, "link", without_case)
    for name in ("Dog", "dog"):
        with AudioWriter(tmp_path / f"{name}.wav", 44100, 1) as writer:
            fill(writer, 0.5)
    assert names(tmp_path) == ["Dog.wav", "dog (2).wav"]


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions on Windows")
def test_files_have_the_permissions_that_others_get(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "other").touch()
    for conflict in ("number", "replace"):
        fill(AudioWriter(tmp_path / "a.wav", 44100, 1, conflict=conflict), 0.5).__exit__(None, None, None)
    monkeypatch.setattr(os, "link", refused)
    fill(AudioWriter(tmp_path / "a.wav", 44100, 1), 0.5).__exit__(None, None, None)
    assert names(tmp_path) == ["a (2).wav", "a.wav", "other"]
    assert len({path.stat().st_mode for path in tmp_path.iterdir()}) == 1


def refused(*_: object, **__: object) -> None:
    raise PermissionError(errno.EPERM, "no")


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("conflict", ["number", "replace"])
def test_when_one_file_cannot_arrive_none_does_and_the_old_are_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, conflict: Conflict, links: bool
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.wav").write_bytes(f"old {name}".encode())
    (tmp_path / "b link.wav").symlink_to("b.wav")
    before = names(tmp_path)
    link, replace, arrived = os.link, os.replace, []

    def arrive(part: Path, target: Path) -> None:
        if part.suffix == ".part" and target.name.startswith("c"):
            raise OSError(errno.ENOSPC, "full")
        arrived.append(target.name)
        (replace if not links or conflict == "replace" else link)(part, target)

    monkeypatch.setattr(os, "replace", arrive)
    monkeypatch.setattr(os, "link", arrive if links and conflict == "number" else link if links else refused)
    targets = [tmp_path / f"{name}.wav" for name in ("a", "new", "b link", "c", "d")]
    writers = [fill(AudioWriter(target, 44100, 1, conflict=conflict), 0.5) for target in targets]
    with pytest.raises(AudioWriteError) as caught:
        finish_together(writers)
    assert caught.value.code == "disk-full"
    assert "new.wav" in arrived
    assert names(tmp_path) == before
    assert [(tmp_path / f"{name}.wav").read_bytes() for name in ("a", "b", "b link")] == [b"old a", b"old b", b"old b"]
    assert (tmp_path / "b link.wav").is_symlink()


def test_when_one_file_cannot_be_completed_none_arrives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writers = [fill(AudioWriter(tmp_path / f"{name}.wav", 44100, 1), 0.5) for name in "ab"]
    make, made = wav_header._make_plain, []

    def full(path: Path, frames: int) -> None:
        if made:
            raise OSError(errno.ENOSPC, "full")
        made.append(path)
        make(path, frames)

    monkeypatch.setattr(wav_header, "_make_plain", full)
    with pytest.raises(AudioWriteError):
        finish_together(writers)
    assert names(tmp_path) == []


def test_a_folder_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.wav").mkdir()
    with pytest.raises(AudioWriteError), AudioWriter(tmp_path / "a.wav", 44100, 1, conflict="replace") as writer:
        fill(writer, 0.5)
    assert names(tmp_path) == ["a.wav"]
    assert (tmp_path / "a.wav").is_dir()


def test_replacing_leaves_the_new_file_alone(tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_bytes(b"old")
    with AudioWriter(tmp_path / "a.wav", 44100, 1, conflict="replace") as writer:
        fill(writer, 0.5)
    assert names(tmp_path) == ["a.wav"]
    assert value_of(tmp_path / "a.wav") == 0.5


def test_a_read_only_folder_is_called_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.wav"
    assert write_error(path, OSError(errno.EROFS, "no")).message == f"“{tmp_path}” is read-only."
    monkeypatch.setattr(os, "access", lambda *_: False)
    refused = write_error(path, OSError(errno.EACCES, "no"))
    assert (refused.message, refused.hint) == (f"“{tmp_path}” is read-only.", "Choose another folder.")
    monkeypatch.setattr(os, "access", lambda *_: True)
    assert "the system refuses permission" in write_error(path, OSError(errno.EACCES, "no")).message
