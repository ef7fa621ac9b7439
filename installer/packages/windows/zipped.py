"""The portable zip for Windows: unpack it anywhere, on a stick too, and nothing is written anywhere else."""

from __future__ import annotations

import zipfile
from pathlib import Path

from installer.packages import facts

_PORTABLE = "AudioSep (portable).cmd"
# AUDIOSEP_HOME puts settings, models, cache and logs below one folder.
_SCRIPT = f'@echo off\r\nset "AUDIOSEP_HOME=%~dp0data"\r\nstart "" "%~dp0{facts.NAME}.exe" %*\r\n'


def build(program: Path, out: Path) -> Path:
    """Make the zip.

    Args:
        program: The program as `tree.prepare` left it.
        out: The folder to put it into.
    """
    name = f"{facts.NAME}-{facts.version()}-windows-portable"
    target = out / f"{name}.zip"
    part = target.with_suffix(".zip.part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{name}/{_PORTABLE}", _SCRIPT)
        for path in sorted(program.rglob("*")):
            if path.is_file():
                archive.write(path, f"{name}/{path.relative_to(program).as_posix()}")
    part.replace(target)
    return target
