"""Whatever the system answers of a place, the answer is yes or no."""

from pathlib import Path

import pytest

from desktop.services.places import is_file, is_folder, typed_folder


def test_files_and_folders_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "yard.wav").touch()
    assert [is_file(tmp_path / "yard.wav"), is_folder(tmp_path / "yard.wav")] == [True, False]
    assert [is_file(tmp_path), is_folder(tmp_path)] == [False, True]


@pytest.mark.parametrize("name", ["none.wav", "a" * 300, "a\0b", "yard.wav/x"])
def test_nothing_lies_where_the_system_will_not_look(tmp_path: Path, name: str) -> None:
    (tmp_path / "yard.wav").touch()
    assert not is_file(tmp_path / name)
    assert not is_folder(tmp_path / name)


def test_a_folder_is_meant_as_it_is_typed() -> None:
    assert typed_folder(" ~/stems ") == Path.home() / "stems"
    assert typed_folder("/a b") == Path("/a b")
    assert typed_folder("  ") is None
    assert typed_folder("~nobody-of-that-name/stems") is None
