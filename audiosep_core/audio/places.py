"""How a finished file comes to its name, in one step, whatever other programs do in the same folder meanwhile."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from audiosep_core.audio.names import numbered


def beside(path: Path, ending: str) -> Path:
    """A name in the same folder that nobody else has."""
    return path.with_name(f"{path.name}.{secrets.token_hex(8)}.{ending}")


def move_to_free(part: Path, wanted: Path) -> Path:
    """Move `part` to the first of wanted, "wanted (2)" ... that is free. The system decides in one step whether it is:
    another process may be looking for a name too, and some file systems do not tell case."""
    for target in numbered(wanted):
        try:
            move_to_new(part, target)
        except FileExistsError:
            continue
        return target
    raise AssertionError("numbers do not end")


def move_to_new(part: Path, target: Path) -> None:
    """Move, or raise FileExistsError: what is at `target` stays."""
    if os.name == "nt":
        os.rename(part, target)
        return
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:
        # No hard links on this file system (FAT, some shares): reserve the name, then replace our own empty file.
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        try:
            os.replace(part, target)
        except BaseException:
            target.unlink(missing_ok=True)
            raise
    else:
        with suppress(OSError):
            part.unlink()


def keep_old(path: Path) -> Path | None:
    """A second name for what is at `path`, to put it back from; None when nothing is there that could be replaced."""
    if not os.path.lexists(path) or (path.is_dir() and not path.is_symlink()):
        return None
    old = beside(path, "old")
    if not path.is_symlink():
        # Without a moment in which the file is not there.
        with suppress(OSError):
            os.link(path, old)
            return old
    os.replace(path, old)
    return old
