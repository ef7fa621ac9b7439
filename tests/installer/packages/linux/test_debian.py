"""The Debian package: complete by Debian's own tools, everything in its place, owned by root."""

from __future__ import annotations

import hashlib
import shutil
import subprocess

import pytest

from installer.packages import facts
from installer.packages.linux import debian
from installer.packages.linux.libraries import Needs

pytestmark = pytest.mark.skipif(not all(map(shutil.which, ("dpkg-deb", "objdump"))), reason="needs Debian's tools")


@pytest.fixture
def package(program, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    return debian.build(program, out, compression="none")


def listing(package) -> dict[str, str]:
    text = subprocess.run(["dpkg-deb", "-c", package], capture_output=True, text=True, check=True).stdout
    return {line.split(None, 5)[5]: line for line in text.splitlines()}


def test_everything_lies_in_its_place_and_belongs_to_root(package):
    files = listing(package)
    assert "./usr/bin/audiosep -> ../lib/audiosep-desktop/audiosep" in files
    assert "./usr/bin/audiosep-desktop -> ../lib/audiosep-desktop/audiosep-desktop" in files
    for place in (
        "lib/audiosep-desktop/_internal/base_library.zip",
        "share/applications/audiosep-desktop.desktop",
        "share/icons/hicolor/scalable/apps/audiosep-desktop.svg",
        "share/icons/hicolor/48x48/apps/audiosep-desktop.png",
        "share/mime/packages/audiosep-desktop.xml",
        "share/man/man1/audiosep.1.gz",
        "share/doc/audiosep-desktop/copyright",
        f"share/metainfo/{facts.APPSTREAM_ID}.metainfo.xml",
    ):
        assert f"./usr/{place}" in files
    assert all("root/root" in line for line in files.values())
    modes = {line.split()[0] for line in files.values() if not line.startswith("l")}
    assert modes == {"drwxr-xr-x", "-rwxr-xr-x", "-rw-r--r--"}
    assert {name.split("/")[1] for name in files if name != "./"} == {"usr"}


def test_control_says_what_it_is(package):
    fields = subprocess.run(["dpkg-deb", "-f", package], capture_output=True, text=True, check=True).stdout
    assert f"Package: {facts.NAME}\nVersion: {facts.version()}\nArchitecture: amd64\n" in fields
    assert "\nRecommends: libportaudio2," in fields


def test_sums_and_size_are_those_of_the_files(program, tmp_path):
    root = tmp_path / "root"
    debian.lay_out(program, root)
    debian.write_control(root, Needs((), "", ()))
    sums = dict(line.split("  ")[::-1] for line in (root / "DEBIAN" / "md5sums").read_text().splitlines())
    files = {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file() and not path.is_symlink()}
    assert set(sums) == {name for name in files if not name.startswith("DEBIAN/")}
    for name, expected in sums.items():
        assert hashlib.md5((root / name).read_bytes()).hexdigest() == expected
    control = (root / "DEBIAN" / "control").read_text()
    size = int(next(line for line in control.splitlines() if line.startswith("Installed-Size")).split()[1])
    assert sum((root / name).stat().st_size for name in sums) / 1024 < size < 3000


def test_portaudio_is_not_recommended_where_it_is_inside(program, tmp_path):
    (program / "_internal" / "libportaudio.so.2").write_bytes(b"")
    debian.lay_out(program, tmp_path / "root")
    debian.write_control(tmp_path / "root", Needs((), "", ()))
    assert "libportaudio2" not in (tmp_path / "root" / "DEBIAN" / "control").read_text()


def test_what_this_system_does_not_have_is_not_promised(program, tmp_path, monkeypatch):
    monkeypatch.setattr(debian, "find_needs", lambda tree: Needs((), "", ("libgone.so.3",)))
    with pytest.raises(RuntimeError, match=r"libgone\.so\.3"):
        debian.build(program, tmp_path)
