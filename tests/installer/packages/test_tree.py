"""What is packed is a copy; a folder that is no frozen program is refused before anything is copied."""

from __future__ import annotations

import pytest

from installer.packages import tree


def test_a_half_program_is_refused(program, tmp_path):
    (program / "audiosep").unlink()
    with pytest.raises(FileNotFoundError, match="has no audiosep"):
        tree.prepare(program, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_windows_endings_will_do(program, tmp_path, monkeypatch):
    monkeypatch.setattr(tree.notices, "write", lambda copy: None)
    for name in tree.EXECUTABLES:
        (program / name).rename(program / f"{name}.exe")
    assert (tree.prepare(program, tmp_path / "copy") / "audiosep.exe").is_file()


def test_linked_trees_share_their_files_and_keep_their_links(program, tmp_path):
    tree.link_tree(program, tmp_path / "linked")
    assert (tmp_path / "linked" / "audiosep").samefile(program / "audiosep")
    assert (tmp_path / "linked" / "_internal" / "libone.so.1").is_symlink()
