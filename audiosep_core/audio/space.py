"""Is there room on the disks for what is about to be written? Asked before the work, not told after it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from audiosep_core.errors import AudioWriteError


def require_space(needs: Sequence[tuple[Path, int]], name: str) -> None:
    """Raise unless every disk has room for all that is to be written to it.

    Args:
        needs: (folder, bytes) each; a folder that is not there yet counts as the nearest one above it. A disk that
            does not tell its free space counts as having enough.
        name: What the work is about, for the person to read.

    Raises:
        AudioWriteError: "disk-full", with what is needed and what is there.
    """
    disks: dict[int, tuple[Path, int]] = {}
    for folder, size in needs:
        try:
            place = _existing(folder)
            disk = os.stat(place).st_dev
        except OSError:
            continue  # whoever writes there has the better sentence
        first, sum_so_far = disks.get(disk, (folder, 0))
        disks[disk] = (first, sum_so_far + size)
    for folder, size in disks.values():
        try:
            free = shutil.disk_usage(_existing(folder)).free
        except OSError:
            continue
        if size > free:
            raise AudioWriteError(
                "disk-full",
                f"“{name}” needs {_told(size)} on the disk of “{folder}”, and {_told(free)} are free."
                " Nothing was written.",
                "Free some space, choose a folder on another disk, or a shorter stretch.",
            )


def _existing(folder: Path) -> Path:
    folder = folder.absolute()
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder


def _told(size: int) -> str:
    for unit, step in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= step:
            return f"{size / step:.1f} {unit}"
    return f"{size} bytes"
