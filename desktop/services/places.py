"""What lies at a place that was told once: by a person, by settings, by a file.

`Path.is_file` and its like raise where the system answers with anything but "not found": a share that does not answer,
a folder that is locked, a name that is too long. Nothing that could be used lies there, and nothing stops for it.
"""

from __future__ import annotations

import os
from pathlib import Path


def is_file(path: Path) -> bool:
    """Whether a file lies there, as far as the system tells."""
    return os.path.isfile(path)  # swallows OSError, and ValueError of a name with a zero in it


def is_folder(path: Path) -> bool:
    """Whether a folder lies there, as far as the system tells."""
    return os.path.isdir(path)


def typed_folder(text: str) -> Path | None:
    """The folder that a person names, "~" being theirs; None where there is no such place, or nothing is named."""
    text = text.strip()
    try:
        return Path(text).expanduser() if text else None
    except RuntimeError:  # "~somebody" who is not there
        return None
