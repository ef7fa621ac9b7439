"""The sentences for what the system refuses while a file is being written."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from audiosep_core.errors import AudioWriteError


def write_error(path: Path, error: OSError) -> AudioWriteError:
    """The sentence for what the system refused while `path` was being written."""
    name, folder = path.name, path.parent
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return AudioWriteError(
            "disk-full",
            f"The disk is full: “{name}” was not written. Your recording and stems are safe.",
            "Free some space, or choose a folder on another disk.",
        )
    if error.errno == errno.EFBIG:
        return AudioWriteError(
            "file-too-large",
            f"“{name}” grew larger than this disk allows. Your recording and stems are safe.",
            "Choose a folder on another disk, or a smaller format such as FLAC.",
        )
    if error.errno == errno.ENAMETOOLONG:
        return AudioWriteError(
            "name-too-long", f"“{name[:40]}…” is too long a name for this disk.", "Choose a shorter name."
        )
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return AudioWriteError(
            "folder-missing", f"The folder “{folder}” is not there.", "Choose another folder, or connect its drive."
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        if error.errno == errno.EROFS or not os.access(folder, os.W_OK):
            return AudioWriteError("no-permission", f"“{folder}” is read-only.", "Choose another folder.")
        return AudioWriteError(
            "no-permission",
            f"“{name}” may not be written into “{folder}”: the system refuses permission.",
            "Choose another folder.",
        )
    return AudioWriteError(
        "write-failed",
        f"“{name}” could not be written ({error.strerror or error}). Your recording and stems are safe.",
        "Try another folder.",
    )
