"""Room on the disk is asked for before the work: summed for each disk, told in words."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from audiosep_core.audio.space import require_space
from audiosep_core.errors import AudioWriteError


@pytest.fixture
def free(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], list[Path]]:
    """Give every disk so many free bytes; returns the folders that were asked."""

    def set_free(size: int) -> list[Path]:
        asked: list[Path] = []

        def usage(folder: Path) -> SimpleNamespace:
            asked.append(Path(folder))
            return SimpleNamespace(free=size)

        monkeypatch.setattr(shutil, "disk_usage", usage)
        return asked

    return set_free


def test_what_goes_to_one_disk_is_summed(tmp_path: Path, free: Callable[[int], list[Path]]) -> None:
    free(100)
    require_space([(tmp_path, 60), (tmp_path / "below", 40)], "yard.wav")
    with pytest.raises(AudioWriteError) as caught:
        require_space([(tmp_path, 60), (tmp_path / "below", 41)], "yard.wav")
    assert caught.value.code == "disk-full"


def test_it_says_what_is_needed_and_what_is_there(tmp_path: Path, free: Callable[[int], list[Path]]) -> None:
    free(3_140_000_000)
    with pytest.raises(AudioWriteError) as caught:
        require_space([(tmp_path, 12_400_000_000)], "yard.wav")
    assert caught.value.message == (
        f"“yard.wav” needs 12.4 GB on the disk of “{tmp_path}”, and 3.1 GB are free. Nothing was written."
    )
    assert "Free some space" in caught.value.hint


def test_a_folder_that_is_not_there_counts_as_the_one_above(
    tmp_path: Path, free: Callable[[int], list[Path]]
) -> None:  # fmt: skip
    asked = free(0)
    with pytest.raises(AudioWriteError):
        require_space([(tmp_path / "not" / "there", 1)], "yard.wav")
    assert asked == [tmp_path]
    require_space([(tmp_path, 0)], "yard.wav")


def test_a_disk_that_does_not_tell_is_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: Path) -> None:
        raise OSError("not supported")

    monkeypatch.setattr(shutil, "disk_usage", refuse)
    require_space([(tmp_path, 1 << 60)], "yard.wav")
