"""The tarball for a person without root: the program, what a desktop wants to know of it, and two scripts."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from installer.packages import facts
from installer.packages.linux.desktop import write_share
from installer.packages.tree import link_tree

_HERE = Path(__file__).parent


def build(program: Path, out: Path, *, preset: int = 6) -> Path:
    """Make the tarball.

    Args:
        program: The program as `tree.prepare` left it, on the same disk as `out`.
        out: The folder to put it into.
        preset: xz's, 0 to 9.

    Raises:
        subprocess.CalledProcessError: tar or xz failed.
    """
    name = f"{facts.NAME}-{facts.version()}-linux-x86_64"
    target = out / f"{name}.tar.xz"
    with tempfile.TemporaryDirectory(dir=out) as folder:
        lay_out(program, Path(folder) / name)
        part = Path(folder) / target.name
        # tar itself: Python's module compresses on one core.
        command = ["tar", "--owner=0", "--group=0", "--sort=name", "-C", folder, f"-Ixz -T0 -{preset}"]
        subprocess.run([*command, "-cf", str(part), name], check=True)
        part.replace(target)
    return target


def lay_out(program: Path, folder: Path) -> None:
    """Fill the folder that the tarball holds."""
    link_tree(program, folder / "program")
    write_share(folder / "share", facts.NAME)
    for script in ("install.sh", "uninstall.sh"):
        shutil.copy(_HERE / script, folder / script)
    shutil.copy(facts.ROOT / "LICENSE", folder / "LICENSE")
