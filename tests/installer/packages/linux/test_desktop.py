"""The desktop's files: valid by the desktop's own tools, and true to the program."""

from __future__ import annotations

import shutil
import subprocess
import xml.etree.ElementTree as ElementTree

import pytest

from installer.packages import facts
from installer.packages.linux import desktop


@pytest.fixture(scope="module")
def share(tmp_path_factory):
    folder = tmp_path_factory.mktemp("share")
    desktop.write_share(folder, facts.NAME)
    return folder


def validate(*command: str) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_entry_is_valid(share):
    validate("desktop-file-validate", str(share / "applications" / f"{facts.NAME}.desktop"))


def test_the_metadata_are_valid(share):
    validate("appstreamcli", "validate", "--no-net", str(share / "metainfo" / f"{facts.APPSTREAM_ID}.metainfo.xml"))


def test_the_kinds_of_files_can_be_taken_up(share, tmp_path):
    shutil.copytree(share / "mime", tmp_path / "mime")
    validate("update-mime-database", str(tmp_path / "mime"))
    assert f"{facts.PROJECT_MIME}:*{facts.PROJECT_SUFFIX}" in (tmp_path / "mime" / "globs").read_text()


def test_metadata_name_the_entry_and_every_kind_of_the_entry(share):
    (metadata,) = (share / "metainfo").iterdir()
    tree = ElementTree.parse(metadata)
    assert tree.findtext("launchable") == f"{facts.NAME}.desktop"
    entry = (share / "applications" / f"{facts.NAME}.desktop").read_text()
    kinds = next(line for line in entry.splitlines() if line.startswith("MimeType=")).removeprefix("MimeType=")
    assert {one.text for one in tree.iter("mediatype")} == set(filter(None, kinds.split(";")))


def test_the_window_says_by_what_name_its_entry_goes():
    assert f'setDesktopFileName("{facts.NAME}")' in (facts.ROOT / "desktop" / "app.py").read_text()


@pytest.mark.parametrize(
    ("command", "written"),
    [
        ("audiosep-desktop", "Exec=audiosep-desktop %F"),
        ("/home/a b/x", 'Exec="/home/a b/x" %F'),
        ("/home/$a/100%", 'Exec="/home/\\\\$a/100%%" %F'),
    ],
)
def test_commands_are_quoted_as_the_specification_wants_it(command, written):
    assert written in desktop.desktop_entry(command).splitlines()


def test_a_release_without_a_date_is_not_told(monkeypatch):
    known = [facts.Release("0.3.0", "", ("x",)), facts.Release("0.2.0", "2026-12-01", ("y",))]
    monkeypatch.setattr(desktop, "releases", lambda: known)
    tree = ElementTree.fromstring(desktop.metainfo())
    assert [dict(one.attrib) for one in tree.iter("release")] == [{"version": "0.2.0", "date": "2026-12-01"}]
