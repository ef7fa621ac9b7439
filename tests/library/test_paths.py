"""The program's own folders are for one person, however open the system makes new files."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from audiosep_core.library import paths

FOLDERS = [paths.cache_folder, paths.data_folder, paths.config_folder, paths.log_folder]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs permissions of POSIX")


@pytest.fixture(autouse=True)
def everything_is_open() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("folder", FOLDERS)
def test_nobody_else_looks_into_the_programs_folders(folder: object) -> None:
    assert callable(folder)
    path = folder()
    assert mode(path) == 0o700
    path.chmod(0o755)
    assert mode(folder()) == 0o700, "one of an earlier version is closed"


def test_a_folder_that_the_person_chose_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    monkeypatch.setenv("AUDIOSEP_CACHE", str(shared))
    assert paths.cache_folder() == shared
    assert mode(shared) == 0o755
    assert mode(paths.private(paths.cache_folder() / "partial")) == 0o700
