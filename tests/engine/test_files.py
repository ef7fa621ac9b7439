from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import psutil
import pytest
import soundfile

from audiosep_core.cancel import CancelToken
from audiosep_core.engine.files import FileOptions, separate_file
from audiosep_core.engine.separator import Separator
from audiosep_core.errors import AudioReadError, AudioWriteError, Cancelled
from audiosep_core.types import Progress

RATE = 8_000


class LateCancel(CancelToken):
    """Set by the person while the file is opened or decoded: at the second look."""

    def __init__(self) -> None:
        super().__init__()
        self.looks = 0

    def raise_if_set(self) -> None:
        self.looks += 1
        if self.looks > 1:
            self.set()
        super().raise_if_set()


@pytest.fixture(scope="module")
def separator(tiny_model: Path) -> Separator:
    return Separator.load(str(tiny_model), "cpu")


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "yard.wav"
    # Twice full scale: what is left of it clips where the format has no room.
    samples = np.random.default_rng(0).uniform(-2, 2, (RATE, 1)).astype(np.float32)
    soundfile.write(path, samples, RATE, subtype="FLOAT")
    return path


@pytest.mark.parametrize(
    "options",
    [
        FileOptions(start_s=math.inf),
        FileOptions(start_s=math.nan),
        FileOptions(end_s=math.nan),
        FileOptions(end_s=math.inf),
        FileOptions(start_s=1e308),
        FileOptions(start_s=-1.0),
        FileOptions(start_s=0.5, end_s=0.5),
    ],
)
def test_a_stretch_that_is_none_is_refused(
    recording: Path, separator: Separator, tmp_path: Path, options: FileOptions
) -> None:
    with pytest.raises(AudioReadError) as caught:
        separate_file(recording, ["dog"], tmp_path / "out", separator, options)
    assert caught.value.code == "span-empty"


def test_an_end_behind_the_end_is_the_end(recording: Path, separator: Separator, tmp_path: Path) -> None:
    files = separate_file(recording, ["dog"], tmp_path / "out", separator, FileOptions(start_s=0.25, end_s=1e308))
    assert files.audio_s == pytest.approx(0.75)


@pytest.mark.parametrize("below", ["", "deeper"])
def test_a_file_where_the_folder_should_be_is_said(
    recording: Path, separator: Separator, tmp_path: Path, below: str
) -> None:
    (tmp_path / "taken").touch()
    with pytest.raises(AudioWriteError, match="there is a file"):
        separate_file(recording, ["dog"], tmp_path / "taken" / below, separator)


def test_a_folder_that_the_system_refuses_is_said(
    recording: Path, separator: Separator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = Path.mkdir

    def refuse(self: Path, mode: int = 0o777, parents: bool = False, exist_ok: bool = False) -> None:
        if self.name == "out":
            raise PermissionError(13, "Permission denied", str(self))
        make(self, mode, parents, exist_ok)

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(AudioWriteError) as caught:
        separate_file(recording, ["dog"], tmp_path / "out", separator)
    assert caught.value.code == "no-permission"


def test_samples_too_loud_for_the_format_are_counted(recording: Path, separator: Separator, tmp_path: Path) -> None:
    floats = separate_file(recording, ["dog"], tmp_path, separator, FileOptions(rest=True))
    assert floats.clipped == 0
    loud = 0
    for path in (floats.stems[0][1], floats.rest):
        assert path is not None
        loud += int(np.count_nonzero(np.abs(soundfile.read(path)[0]) > 1))
    assert loud > 0
    options = FileOptions(rest=True, container="flac", subtype="PCM_24")
    assert separate_file(recording, ["dog"], tmp_path, separator, options).clipped == loud


@pytest.mark.parametrize("suffix", ["wav", "flac", "ogg"])
def test_a_cancel_while_decoding_leaves_nothing_open(
    recording: Path,
    separator: Separator,
    tmp_path: Path,
    private_home: Path,
    left_in_cache: Callable[[], list[Path]],
    suffix: str,
) -> None:
    if suffix != "wav":
        recording = recording.with_suffix(f".{suffix}")
        soundfile.write(recording, np.zeros((RATE, 1)), RATE)
    with pytest.raises(Cancelled):
        separate_file(recording, ["dog"], tmp_path / "out", separator, cancel=LateCancel())
    still_open = [Path(file.path) for file in psutil.Process().open_files() if str(private_home) in file.path]
    assert [path for path in still_open if path.suffix != ".lock"] == []
    assert left_in_cache() == []
    assert not (tmp_path / "out").exists()


def test_a_cancel_before_the_first_sound_answers_before_it_is_read(
    separator: Separator, tmp_path: Path, private_home: Path
) -> None:
    token = CancelToken()
    token.set()
    with pytest.raises(Cancelled):
        separate_file(tmp_path / "none.wav", ["dog"], tmp_path, separator, cancel=token)


def test_an_interruption_in_the_midst_leaves_no_file(
    recording: Path, separator: Separator, tmp_path: Path, left_in_cache: Callable[[], list[Path]]
) -> None:
    def interrupt(_: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        separate_file(recording, ["dog"], tmp_path / "out", separator, FileOptions(rest=True), interrupt)
    assert list((tmp_path / "out").iterdir()) == []
    assert left_in_cache() == []


def test_a_file_of_one_frame_a_second_works(separator: Separator, tmp_path: Path) -> None:
    path = tmp_path / "slow.wav"
    soundfile.write(path, np.ones((5, 1), np.float32) / 2, 1, subtype="FLOAT")
    assert separate_file(path, ["dog"], tmp_path, separator).audio_s == 5
