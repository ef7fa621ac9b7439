"""A tree that looks like the frozen program: two executables and `_internal`."""

from __future__ import annotations

from pathlib import Path

import pytest

SCRIPT = '#!/bin/sh\necho "{name} $*"\n'


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "frozen"
    (folder / "_internal" / "audiosep_core" / "resources").mkdir(parents=True)
    for name in ("audiosep-desktop", "audiosep"):
        (folder / name).write_text(SCRIPT.format(name=name))
        (folder / name).chmod(0o755)
    (folder / "_internal" / "base_library.zip").write_bytes(b"PK" + bytes(3000))
    (folder / "_internal" / "LICENCES.txt").write_text("licences")
    (folder / "_internal" / "audiosep_core" / "resources" / "starter.safetensors").write_bytes(bytes(5000))
    (folder / "_internal" / "libone.so.1").symlink_to("base_library.zip")
    return folder
