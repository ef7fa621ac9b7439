"""The frozen program as packages carry it: without GPL codecs, with the licences of everything inside."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from installer.packages import codecs, contents, facts, notices

EXECUTABLES = (facts.NAME, facts.COMMAND_LINE)


def prepare(frozen: Path, target: Path) -> Path:
    """Copy the frozen program to `target`, which must not exist, and make the copy ready to be passed on.

    Raises:
        FileNotFoundError: There is no frozen program.
        OSError, RuntimeError, subprocess.CalledProcessError: As `codecs.leave_out` and `notices.write`.
    """
    for name in EXECUTABLES:
        place = contents.executables_folder(frozen) / name
        if not place.exists() and not place.with_suffix(".exe").exists():
            raise FileNotFoundError(f"{frozen} is not a frozen program: it has no {name}. Make one first.")
    shutil.copytree(frozen, target, symlinks=True)
    codecs.leave_out(target)
    notices.write(target)
    return target


def link_tree(source: Path, target: Path) -> None:
    """The same files under another name of the same disk; nobody changes them any more."""
    shutil.copytree(source, target, symlinks=True, copy_function=os.link)
