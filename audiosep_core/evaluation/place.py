"""Files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

from audiosep_core.errors import AudioWriteError


def check_writable(path: Path, folder: bool = False) -> None:
    """Refuse what cannot be written before the minutes that its contents take.

    Raises:
        AudioWriteError: the parent folder is not there, or writing is not allowed.
    """
    if not path.parent.is_dir():
        raise AudioWriteError(
            "folder-missing", f"The folder '{path.parent}' is not there; nothing was evaluated.", "Make it first."
        )
    wrong_kind = path.exists() and path.is_dir() != folder
    if wrong_kind or not os.access(path if path.exists() else path.parent, os.W_OK):
        raise AudioWriteError(
            "no-permission", f"'{path}' may not be written; nothing was evaluated.", "Choose another place."
        )


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 text in one step: whoever reads `path` sees the old file or the new one."""
    part = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)


@contextlib.contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """A folder to fill; its files move to `path` when all is done, and are gone if anything went wrong."""
    part = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.part")
    part.mkdir()
    try:
        yield part
        for file in sorted(part.rglob("*")):
            target = path / file.relative_to(part)
            if file.is_dir():
                target.mkdir(parents=True, exist_ok=True)
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                os.replace(file, target)
    finally:
        shutil.rmtree(part, ignore_errors=True)
