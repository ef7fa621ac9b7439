"""Files that are there whole or as they were: written beside their place and moved there."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Write text as UTF-8, its line ends as they are; its folder must be there.

    Raises:
        OSError: It could not be written; the file is as it was, and nothing lies beside it.
    """
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="")
        part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
