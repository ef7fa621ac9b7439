"""Caches of a recording go when it does, as soon as nobody uses them."""

import os
from pathlib import Path
from typing import Any

import pytest

from desktop.actions.session_folder import RecordingFolders, Session


def test_a_folder_that_is_in_use_is_removed_later(qapp: Any, tmp_path: Path) -> None:
    folders = RecordingFolders(tmp_path)
    used = {folders.make(), folders.make()}
    kept, _ = sorted(used)
    folders.keep_while(lambda folder: folder in used)
    for folder in used:
        (folder / "source.f32").touch()
        folders.let_go(folder)
    folders.tidy()
    assert len(list(tmp_path.iterdir())) == 2
    used = {kept}
    folders.tidy()
    assert list(tmp_path.iterdir()) == [kept]
    used = set()
    folders.tidy()
    assert list(tmp_path.iterdir()) == []
    assert folders.make() != kept, "a name is not used again"


def test_a_sound_goes_with_what_lies_beside_it_and_nothing_else(qapp: Any, tmp_path: Path) -> None:
    folders = RecordingFolders(tmp_path)
    folder = folders.make()
    for name in ("stem-1.json", "stem-1.f32", "stem-1.peaks", "stem-1.heard.npz", "stem-12.f32", "source.f32"):
        (folder / name).touch()
    used = {folder}
    folders.keep_while(lambda folder: folder in used)
    folders.let_go_of_sound(folder / "stem-1.json")
    folders.tidy()
    assert len(list(folder.iterdir())) == 6
    used.clear()
    folders.tidy()
    assert sorted(path.name for path in folder.iterdir()) == ["source.f32", "stem-12.f32"]


def test_the_caches_of_a_closed_recording_go(drive: Any, recording: Path) -> None:
    source = drive.open(recording)
    drive.say("a beep")
    stem = drive.stem(0)
    drive.until(lambda: drive.space.pictures.picture(stem.id).spectrum is not None)
    assert stem.cache.parent == source.cache.parent
    drive.space.opening.open([recording], sure=True)
    drive.until(lambda: drive.document.state.source != source and drive.document.state.source.complete)
    drive.until(lambda: not source.cache.parent.exists())
    second = drive.document.state.source
    drive.space.opening.close()
    drive.until(lambda: not second.cache.parent.exists())
    drive.until(lambda: not list(drive.space.folder.iterdir()))


@pytest.mark.skipif(os.name == "nt", reason="needs permissions of POSIX")
def test_nobody_else_looks_into_a_session_even_in_a_folder_for_all(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        session = Session(tmp_path)
    finally:
        os.umask(before)
    assert session.folder.stat().st_mode & 0o077 == 0
    session.remove()
