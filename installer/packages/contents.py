"""Which distributions lie inside the frozen program: those that own one of its modules or files."""

from __future__ import annotations

import importlib.metadata
import re
import sys
import sysconfig
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TypeAlias

Distribution: TypeAlias = importlib.metadata.Distribution

# Nothing imports it, yet each frozen program begins with its code.
_BOOTLOADER = "pyinstaller"


def executables_folder(frozen: Path) -> Path:
    """Where the executables lie: at the top, or in a bundle of macOS."""
    return frozen / "Contents" / "MacOS" if (frozen / "Contents").is_dir() else frozen


def libraries_folder(frozen: Path) -> Path:
    """Where everything else lies, which the program takes for its own folder."""
    return frozen / "Contents" / "Frameworks" if (frozen / "Contents").is_dir() else frozen / "_internal"


def inside(frozen: Path) -> list[Distribution]:
    """The distributions of this environment that have something in the frozen program, by name.

    Args:
        frozen: The frozen program. This environment is the one that it was made in.
    """
    return owners(module_names(executables_folder(frozen)) | file_names(libraries_folder(frozen)))


def owners(names: Collection[str]) -> list[Distribution]:
    """The distributions that one of these modules belongs to, and PyInstaller's for its bootloader.

    Args:
        names: Modules with dots between their parts, which the frozen program has; "av.libs" is a module too.
    """
    found = []
    for distribution in importlib.metadata.distributions():
        name = canonical(distribution.name)
        if name == _BOOTLOADER or any(module in names for module in _modules(distribution)):
            found.append(distribution)
    unique = {canonical(distribution.name): distribution for distribution in reversed(found)}
    return [unique[name] for name in sorted(unique)]


def module_names(folder: Path) -> set[str]:
    """Names of the modules in the archives of the executables in a folder."""
    from PyInstaller.archive.readers import CArchiveReader

    found: set[str] = set()
    for executable in sorted(path for path in folder.iterdir() if path.is_file() and path.stat().st_mode & 0o111):
        reader = CArchiveReader(str(executable))
        for name, entry in reader.toc.items():
            if entry[-1] == "z":
                found |= set(reader.open_embedded_archive(name).toc)
    return found


def file_names(folder: Path) -> set[str]:
    """Names that files below `folder` would have as modules: extension modules, folders of libraries, data."""
    found = set()
    for path in folder.rglob("*"):
        if path.is_file():
            found.add(_module(path.relative_to(folder).as_posix()))
    return found


def beginning_with(folder: Path, *magic: bytes) -> list[Path]:
    """Files below `folder` whose first bytes are one of these, sorted; links are left out."""
    longest = max(map(len, magic))
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(longest).startswith(magic):
                    found.append(path)
    return found


def canonical(name: str) -> str:
    """A distribution's name in the one way of writing it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _modules(distribution: Distribution) -> Iterable[str]:
    for file in distribution.files or ():
        # Stubs say nothing of where a module is: some lie in other distributions than it.
        if not file.parts[0].endswith(".dist-info") and ".." not in file.parts and file.suffix != ".pyi":
            yield _module(file.as_posix())


def _module(path: str) -> str:
    """The module of a file: "a/b/__init__.py" is "a.b", "a/b.cpython-311-x86_64-linux-gnu.so" is "a.b"."""
    *folders, name = path.split("/")
    module = ".".join([*folders, name.split(".")[0]])
    return module.removesuffix(".__init__")


def python_files() -> set[str]:
    """Names of the libraries that come with this Python: its own and those of its extension modules."""
    # "stdlib" is that of the Python below an environment.
    modules = Path(sysconfig.get_path("stdlib"), "lib-dynload").glob("*")
    libraries = Path(sysconfig.get_config_var("LIBDIR") or sys.base_prefix).glob("libpython*")
    return {path.name for path in (*modules, *libraries)}


def python_licence() -> str:
    """The licence of the Python that runs this: it lies beside its library, or in Debian's documentation."""
    version = "{}.{}".format(*sys.version_info[:2])
    for place in (
        Path(sys.base_prefix, "LICENSE.txt"),
        Path(sys.base_prefix, "lib", f"python{version}", "LICENSE.txt"),
        Path(f"/usr/share/doc/python{version}/copyright"),
    ):
        if place.is_file():
            return place.read_text("utf-8")
    raise FileNotFoundError("The licence of Python is at none of its usual places.")
