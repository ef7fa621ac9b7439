"""Which file a project is about: told by place, name, size and a hash, so that it is found again where it was moved."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

# A hash of the whole would take minutes for a long film; no two recordings share size, beginning and end.
_HASHED_BYTES = 1 << 18
_LOOKED_AT = 2000  # entries of folders


@dataclass(frozen=True)
class Located:
    """Where a recording is, and whether it is the very same file that it was."""

    path: Path
    same: bool


def facts_of(path: Path) -> dict[str, Any] | None:
    """Size and hash of a recording; None where it cannot be read."""
    try:
        if not path.is_file():  # a pipe or a device would never end
            return None
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            digest = hashlib.sha256(file.read(_HASHED_BYTES))
            file.seek(max(0, size - _HASHED_BYTES))
            digest.update(file.read(_HASHED_BYTES))
    except (OSError, ValueError):  # the latter of a path that no system has
        return None
    return {"bytes": size, "sha256_of_ends": digest.hexdigest()}


def relative_to(path: Path, folder: Path) -> str:
    """The way from the project's folder to the recording, with "/"; "" where there is none (another drive)."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return ""


def locate(folder: Path, source: Mapping[str, Any]) -> Located | None:
    """Find the recording of the project in `folder`.

    Looked at are its place seen from the project, the place it had, and files of its name around the project. A file of
    the same size and hash is it; else the first that is at its place, which was changed then.
    """
    facts = {key: source.get(key) for key in ("bytes", "sha256_of_ends")}
    changed = None
    for path, guessed in _candidates(folder, source):
        found = facts_of(path)
        if found is None:
            continue
        if found == facts:
            return Located(path, True)
        if changed is None and not guessed:
            changed = Located(path, False)
    return changed


def _candidates(folder: Path, source: Mapping[str, Any]) -> Iterator[tuple[Path, bool]]:
    """Paths, and whether they are only a guess."""
    stated, relative = str(source.get("path") or ""), str(source.get("relative") or "")
    if relative:
        yield Path(os.path.normpath(folder / relative)), False
    # A project that was sent by somebody must not make this computer log on to theirs.
    if stated and (not _is_share(stated) or _is_share(str(folder))):
        yield Path(stated), False
    name = Path(stated.replace("\\", "/")).name
    if name:
        for place in islice(_folders_around(folder), _LOOKED_AT):
            yield place / name, True


def _folders_around(folder: Path) -> Iterable[Path]:
    yield folder
    yield folder.parent
    try:
        yield from (path for path in sorted(folder.parent.iterdir()) if path.is_dir() and not path.is_symlink())
    except OSError:
        return


def _is_share(path: str) -> bool:
    return path.startswith(("\\\\", "//"))
