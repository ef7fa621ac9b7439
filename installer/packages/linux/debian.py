"""The Debian package: the program in /usr/lib, its commands in /usr/bin, its place in the menus in /usr/share.

It has no maintainer scripts: menus, icons and kinds of files are taken up by the triggers of the packages that own
these folders, at installation and at removal. What a person made lies in their home and is never touched.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import subprocess
import tempfile
from pathlib import Path

from installer.packages import facts
from installer.packages.linux.desktop import write_share
from installer.packages.linux.libraries import Needs, find_needs
from installer.packages.linux.manual import write_manual
from installer.packages.notices import NOTICES
from installer.packages.tree import EXECUTABLES, link_tree

_MAINTAINER = "The AudioSep Desktop developers <maintainers@audiosep-desktop.invalid>"
_PLACE = Path("usr", "lib", facts.NAME)


def build(program: Path, out: Path, *, compression: str = "xz") -> Path:
    """Make the package.

    Args:
        program: The program as `tree.prepare` left it, on the same disk as `out`.
        out: The folder to put the package into.
        compression: What dpkg-deb is told: "xz", "zstd", "gzip" or "none".

    Raises:
        RuntimeError: The program needs a library that this system does not have.
        subprocess.CalledProcessError: dpkg-deb failed.
    """
    needs = find_needs(program)
    if needs.unknown:
        raise RuntimeError(f"Nothing on this system provides {', '.join(needs.unknown)}.")
    target = out / f"{facts.NAME}_{facts.version()}_amd64.deb"
    with tempfile.TemporaryDirectory(dir=out) as folder:
        root, part = Path(folder) / "root", Path(folder) / target.name
        lay_out(program, root)
        write_control(root, needs)
        options = ["--root-owner-group", f"-Z{compression}"]
        subprocess.run(["dpkg-deb", *options, "--build", str(root), str(part)], check=True, stdout=subprocess.DEVNULL)
        part.replace(target)
    return target


def lay_out(program: Path, root: Path) -> None:
    """Put everything but the control files where it will lie under /."""
    link_tree(program, root / _PLACE)
    commands = root / "usr" / "bin"
    commands.mkdir()
    for command in EXECUTABLES:
        (commands / command).symlink_to(f"../lib/{facts.NAME}/{command}")
    share = root / "usr" / "share"
    write_share(share, facts.NAME)
    write_manual(share / "man" / "man1")
    documents = share / "doc" / facts.NAME
    documents.mkdir(parents=True)
    (documents / "copyright").write_text(_copyright(), "utf-8")
    changelog = (facts.ROOT / "CHANGELOG.md").read_bytes()
    (documents / "changelog.gz").write_bytes(gzip.compress(changelog, mtime=0))
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)


def write_control(root: Path, needs: Needs) -> None:
    """Write DEBIAN/control and DEBIAN/md5sums for what lies in `root`."""
    sums, kibibytes = [], 0
    for path in sorted(root.rglob("*")):
        regular = path.is_file() and not path.is_symlink()
        # As dpkg-gencontrol counts: files in whole KiB, one for anything else.
        kibibytes += -(-path.stat().st_size // 1024) if regular else 1
        if regular:
            with path.open("rb") as file:
                sums.append(f"{hashlib.file_digest(file, 'md5').hexdigest()}  {path.relative_to(root)}\n")
    control = root / "DEBIAN"
    control.mkdir()
    (control / "md5sums").write_text("".join(sums), "utf-8")
    (control / "control").write_text(_control(kibibytes, needs, root / _PLACE), "utf-8")


def _control(kibibytes: int, needs: Needs, program: Path) -> str:
    # sounddevice loads PortAudio by name, so no library asks for it; without it everything but playing works.
    portaudio = () if any(program.rglob("libportaudio*")) else ("libportaudio2",)
    paragraphs = "\n .\n".join(f" {text}" for text in facts.DESCRIPTION)
    return f"""\
Package: {facts.NAME}
Version: {facts.version()}
Architecture: amd64
Maintainer: {_MAINTAINER}
Installed-Size: {kibibytes}
Depends: {needs.depends()}
Recommends: {", ".join((*portaudio, "pipewire-pulse | pulseaudio"))}
Section: sound
Priority: optional
Description: {facts.SUMMARY}
{paragraphs}
"""


def _copyright() -> str:
    licence = "\n".join(
        f" {line}" if line else " ." for line in (facts.ROOT / "LICENSE").read_text("utf-8").rstrip().split("\n")
    )
    return f"""\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: AudioSep Desktop
Comment:
 The licences of the libraries and programs in /{_PLACE} lie in
 /{_PLACE}/_internal/{NOTICES}.

Files: *
Copyright: The AudioSep Desktop developers
License: MIT
{licence}
"""
