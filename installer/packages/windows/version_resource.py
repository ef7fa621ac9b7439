"""The version resource of the executables: what Explorer shows under Details.

PyInstaller reads it as a Python expression from a file (`EXE(version=...)`). This has not run on Windows here.
"""

from __future__ import annotations

import re

from installer.packages import facts

_ENGLISH, _UNICODE = 0x0409, 1200


def version_resource(program: str, description: str, version: str | None = None) -> str:
    """The text of PyInstaller's version file.

    Args:
        program: The executable's name without ".exe".
        description: What the task manager shows.
        version: "1.2.3" or longer ("1.2.3rc1"); the program's by default.
    """
    version = version or facts.version()
    numbers = tuple(int(part) for part in re.findall(r"\d+", version)[:3])
    four = (*numbers, *(0,) * (4 - len(numbers)))
    strings = {
        "CompanyName": "The AudioSep Desktop developers",
        "FileDescription": description,
        "FileVersion": version,
        "InternalName": program,
        "LegalCopyright": "The AudioSep Desktop developers. MIT licence.",
        "OriginalFilename": f"{program}.exe",
        "ProductName": "AudioSep Desktop",
        "ProductVersion": version,
    }
    table = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in strings.items())
    return f"""\
VSVersionInfo(
    ffi=FixedFileInfo({four}, {four}, mask=0x3F, flags=0, OS=0x40004, fileType=1, subtype=0, date=(0, 0)),
    kids=[
        StringFileInfo([StringTable("{_ENGLISH:04x}{_UNICODE:04x}", [{table}])]),
        VarFileInfo([VarStruct("Translation", [{_ENGLISH}, {_UNICODE}])]),
    ],
)
"""
