"""Which of the system's libraries the frozen program loads, and which packages of Debian hold them.

The program's own libraries are asked what they need (`objdump -p`, of binutils); what no file inside provides is looked
up where this system's loader would find it (`ldconfig -p`) and in dpkg's lists. So it is right for the distribution
that the package is built on, and for those after it: Debian's newer names of libraries provide the older ones.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from installer.packages.contents import beginning_with

_ELF = b"\x7fELF"
_BATCH = 200  # files a call


@dataclass(frozen=True)
class Needs:
    """What a tree needs of the system.

    Attributes:
        packages: Debian's packages, in alphabetical order.
        glibc: The newest version of the C library that any file was linked against, such as "2.28".
        unknown: Libraries that neither the tree nor this system has, each with a file that asks for it in brackets.
    """

    packages: tuple[str, ...]
    glibc: str
    unknown: tuple[str, ...]

    def depends(self) -> str:
        """The field Depends of a package."""
        libc = {"libc6": f"libc6 (>= {self.glibc})"} if self.glibc else {}
        return ", ".join(libc.get(name, name) for name in self.packages)


def find_needs(tree: Path) -> Needs:
    """Look through every library and program of a tree."""
    files = beginning_with(tree, _ELF)
    inside = {path.name for path in tree.rglob("*") if path.is_file()}
    wanted: dict[str, str] = {}
    for first in range(0, len(files), _BATCH):
        listing = _run(["objdump", "-p", *map(str, files[first : first + _BATCH])])
        _, *parts = re.split(r"^(\S.*):\s+file format .*$", listing, flags=re.MULTILINE)
        for path, told in zip(parts[::2], parts[1::2], strict=True):
            inside |= set(re.findall(r"^\s+SONAME\s+(\S+)", told, flags=re.MULTILINE))
            for name in re.findall(r"^\s+NEEDED\s+(\S+)", told, flags=re.MULTILINE):
                wanted.setdefault(name, Path(path).name)
    outside = sorted(set(wanted) - inside)
    places = loader_cache(_run(["/sbin/ldconfig", "-p"]))
    packages, unknown = set(), []
    for name in outside:
        package = _holder(places[name]) if name in places else None
        if package:
            packages.add(package)
        else:
            unknown.append(f"{name} ({wanted[name]})")
    return Needs(tuple(sorted(packages)), newest_glibc(files), tuple(unknown))


def loader_cache(listing: str) -> dict[str, Path]:
    """Libraries of this machine's kind by name, from what `ldconfig -p` prints; the first of a name counts."""
    found: dict[str, Path] = {}
    for name, path in re.findall(r"^\t(\S+) \(libc6,x86-64[^)]*\) => (\S+)", listing, flags=re.MULTILINE):
        found.setdefault(name, Path(path))
    return found


def newest_glibc(files: Iterable[Path]) -> str:
    """The newest `GLIBC_2.x` that is asked for by name, "" where there is none."""
    newest = (0, 0)
    for path in files:
        for found in re.findall(rb"\x00GLIBC_(\d+)\.(\d+)(?:\.\d+)?(?=\x00)", path.read_bytes()):
            newest = max(newest, (int(found[0]), int(found[1])))
    return "{}.{}".format(*newest) if newest != (0, 0) else ""


def package_of(pattern: str) -> str | None:
    """The package of Debian that a file is of, by its path or a shell pattern; None where dpkg knows none."""
    done = subprocess.run(["dpkg", "-S", pattern], capture_output=True, text=True, check=False)
    return done.stdout.splitlines()[0].split(":")[0].split(",")[0] if done.returncode == 0 else None


def _holder(library: Path) -> str | None:
    # dpkg lists a file under /lib or /usr/lib, whichever its package was made for.
    real = library.resolve()
    candidates = (str(library), str(real), str(real).removeprefix("/usr"), f"/usr{library}")
    return next(filter(None, map(package_of, candidates)), None)


def _run(command: list[str]) -> str:
    # A library that objdump cannot read in part still has its say: it answers 1 and prints the rest.
    return subprocess.run(command, capture_output=True, text=True, errors="replace", check=False).stdout
