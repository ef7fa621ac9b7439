"""The tarball's scripts, run for real in a home of their own: installed, upgraded, removed, nothing left."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from installer.packages.linux import tarball

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="scripts of Linux")


def run(script: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"HOME": str(home), "PATH": os.environ["PATH"]}
    return subprocess.run([script, *arguments], env=environment, capture_output=True, text=True, check=False)


def tree(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


@pytest.fixture
def unpacked(program, tmp_path) -> Path:
    folder = tmp_path / "unpacked"
    tarball.lay_out(program, folder)
    return folder


@pytest.fixture(params=["home", "a home with $ & 'signs'|%"])
def home(tmp_path, request) -> Path:
    folder = tmp_path / request.param
    (folder / "Music").mkdir(parents=True)
    return folder


def test_it_is_installed_starts_and_goes_without_a_trace(unpacked, home):
    before = tree(home)
    done = run(unpacked / "install.sh", home)
    assert done.returncode == 0, done.stderr
    for command in ("audiosep-desktop", "audiosep"):
        started = subprocess.run([home / ".local" / "bin" / command, "x"], capture_output=True, text=True, check=True)
        assert started.stdout == f"{command} x\n"
    assert (home / ".local/share/icons/hicolor/48x48/apps/audiosep-desktop.png").is_file()
    done = run(home / ".local/lib/audiosep-desktop/uninstall.sh", home)
    assert done.returncode == 0, done.stderr
    assert tree(home) == before


def test_the_entry_starts_it_from_anywhere(unpacked, home):
    run(unpacked / "install.sh", home)
    entry = home / ".local/share/applications/audiosep-desktop.desktop"
    if shutil.which("desktop-file-validate"):
        done = subprocess.run(["desktop-file-validate", entry], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
    lines = dict(line.split("=", 1) for line in entry.read_text().splitlines() if "=" in line)
    program = home / ".local/lib/audiosep-desktop/audiosep-desktop"
    assert lines["TryExec"] == str(program)
    # As a desktop reads it: first the string's escapes, then the quoted word's, then the field codes.
    word = lines["Exec"].removesuffix(" %F").replace("\\\\", "\\").strip('"')
    for sign in '"`$\\':
        word = word.replace(f"\\{sign}", sign)
    assert word.replace("%%", "%") == str(program)


def test_what_others_installed_there_stays(unpacked, home):
    other = home / ".local/share/applications/other.desktop"
    other.parent.mkdir(parents=True)
    other.write_text("[Desktop Entry]\nType=Application\nName=Other\nExec=true\n")
    (home / ".local/bin").mkdir()
    before = tree(home)
    assert run(unpacked / "install.sh", home).returncode == 0
    assert run(home / ".local/lib/audiosep-desktop/uninstall.sh", home).returncode == 0
    assert tree(home) - {".local/share/applications/mimeinfo.cache"} == before


def test_an_upgrade_takes_the_place_of_the_old_version(unpacked, home):
    before = tree(home)
    (unpacked / "program" / "_internal" / "old.so").write_bytes(b"")
    run(unpacked / "install.sh", home)
    (unpacked / "program" / "_internal" / "old.so").unlink()
    assert run(unpacked / "install.sh", home).returncode == 0
    program = home / ".local/lib/audiosep-desktop"
    assert not (program / "_internal" / "old.so").exists()
    assert not program.with_name("audiosep-desktop.new").exists()
    assert run(program / "uninstall.sh", home).returncode == 0
    assert tree(home) == before


def test_a_file_of_someone_else_is_not_written_over(unpacked, home):
    theirs = home / ".local/bin/audiosep"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("theirs")
    before = tree(home)
    done = run(unpacked / "install.sh", home)
    assert done.returncode == 1
    assert "Move it away" in done.stderr
    assert theirs.read_text() == "theirs"
    assert tree(home) == before


def test_the_archive_has_one_folder_and_is_nobodys(program, tmp_path):
    (tmp_path / "out").mkdir()
    made = tarball.build(program, tmp_path / "out", preset=0)
    with tarfile.open(made) as archive:
        members = archive.getmembers()
    assert {member.name.split("/")[0] for member in members} == {made.name.removesuffix(".tar.xz")}
    assert {(member.uid, member.gid) for member in members} == {(0, 0)}
    assert next(member for member in members if member.name.endswith("/install.sh")).mode & 0o111
