"""The AppDir: its AppRun starts either command; with a tool that packs, the tool is asked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from installer.packages.linux import appimage

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="AppImages are Linux's")


@pytest.fixture
def folder(program, tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    monkeypatch.setattr(appimage.shutil, "which", lambda tool: None)
    (tmp_path / "out").mkdir()
    return appimage.build(program, tmp_path / "out")


@pytest.mark.parametrize(
    ("called", "started"), [("AudioSep.AppImage", "audiosep-desktop"), ("/x/audiosep", "audiosep")]
)
def test_app_run_starts_what_it_was_called_by(folder, called, started):
    environment = {**os.environ, "ARGV0": called}
    done = subprocess.run([folder / "AppRun", "a b"], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == f"{started} a b\n"


def test_it_has_what_a_packer_looks_for(folder):
    assert (folder / "audiosep-desktop.desktop").read_text().startswith("[Desktop Entry]")
    assert "Icon=audiosep-desktop\n" in (folder / "audiosep-desktop.desktop").read_text()
    assert (folder / "audiosep-desktop.svg").is_file()
    assert (folder / ".DirIcon").read_bytes().startswith(b"\x89PNG")


def test_the_tool_packs_it_where_it_is_there(program, tmp_path, monkeypatch):
    tool = tmp_path / "appimagetool"
    tool.write_text('#!/bin/sh\n[ -x "$1/AppRun" ] && echo "$ARCH" >"$2"\n')
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    made = appimage.build(program, tmp_path)
    assert made.suffix == ".AppImage"
    assert made.read_text() == "x86_64\n"
    assert not (tmp_path / "AudioSep.AppDir").exists()
