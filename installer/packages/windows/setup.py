"""The Windows installer: `audiosep.iss` with the kinds of files that the program opens, compiled by Inno Setup.

This has not run on Windows here; what it writes and the command that it runs are tested.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from installer.packages import facts, icons

SCRIPT = Path(__file__).parent / "audiosep.iss"
_PROGRAM = f"{facts.NAME}.exe"
_PROJECT, _RECORDING = "AudioSep.Project", "AudioSep.Recording"
_COMMAND = f'"""{{app}}\\{_PROGRAM}"" ""%1"""'


def build(program: Path, out: Path) -> Path:
    """Compile the installer.

    Args:
        program: The program as `tree.prepare` left it.
        out: The folder to put the installer into.

    Raises:
        RuntimeError: Inno Setup is not installed.
        subprocess.CalledProcessError: It failed.
    """
    compiler = shutil.which("ISCC")
    if compiler is None:
        raise RuntimeError("Inno Setup's compiler, ISCC, is not on the path. Install Inno Setup 6 (Windows only).")
    with tempfile.TemporaryDirectory() as folder:
        icon, associations = Path(folder) / "audiosep.ico", Path(folder) / "associations.iss"
        icon.write_bytes(icons.ico())
        associations.write_text(registry(), "utf-8-sig")
        subprocess.run(command(compiler, program, out, icon, associations), check=True)
    return out / f"{facts.NAME}-{facts.version()}-windows-setup.exe"


def command(compiler: str, program: Path, out: Path, icon: Path, associations: Path) -> list[str]:
    """What compiles the script."""
    defined = {
        "Version": facts.version(),
        "Program": program,
        "Output": out,
        "Icon": icon,
        "Associations": associations,
    }
    return [compiler, "/Qp", *(f"/D{name}={value}" for name, value in defined.items()), str(SCRIPT)]


def registry() -> str:
    """The section [Registry]: projects open with the program, recordings offer it and keep what they open with.

    All of it lies below HKA (the person's part of the registry, or the machine's if it is installed for everyone) and
    goes with the program.
    """
    whole, value = "uninsdeletekey", "uninsdeletevalue"
    lines = [
        *_kind(_PROJECT, "AudioSep project"),
        *_kind(_RECORDING, "Recording"),
        _entry(facts.PROJECT_SUFFIX, "", _PROJECT, whole),
        # A project is a folder: a line of its own in the menu of folders with that ending.
        _entry(r"Directory\shell\AudioSep", "", "Open with AudioSep", whole),
        _entry(r"Directory\shell\AudioSep", "AppliesTo", f'System.FileName:""*{facts.PROJECT_SUFFIX}""', whole),
        _entry(r"Directory\shell\AudioSep", "Icon", rf"{{app}}\{_PROGRAM}", whole),
        _raw(r"Directory\shell\AudioSep\command", "", _COMMAND, whole),
        _entry(rf"Applications\{_PROGRAM}", "FriendlyAppName", facts.TITLE, whole),
        _raw(rf"Applications\{_PROGRAM}\shell\open\command", "", _COMMAND, whole),
    ]
    for suffix in facts.recording_suffixes():
        lines.append(_entry(rf"{suffix}\OpenWithProgids", _RECORDING, "", value))
        lines.append(_entry(rf"Applications\{_PROGRAM}\SupportedTypes", suffix, "", whole))
    return "\n".join(["[Registry]", *lines, ""])


def _kind(name: str, title: str) -> list[str]:
    return [
        _entry(name, "", title, "uninsdeletekey"),
        _entry(rf"{name}\DefaultIcon", "", rf"{{app}}\{_PROGRAM},0", "uninsdeletekey"),
        _raw(rf"{name}\shell\open\command", "", _COMMAND, "uninsdeletekey"),
    ]


def _entry(key: str, name: str, data: str, flags: str) -> str:
    return _raw(key, name, f'"{data}"', flags)


def _raw(key: str, name: str, data: str, flags: str) -> str:
    return (
        f'Root: HKA; Subkey: "Software\\Classes\\{key}"; ValueType: string; ValueName: "{name}"; ValueData: {data}; '
        f"Flags: {flags}; Tasks: associate"
    )
