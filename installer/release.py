"""`./run release`: everything that a version consists of, in build/release.

It checks that the version is the same everywhere and that the changelog tells of it, builds the source distribution
and the wheel, adds the packages that lie in build/packages, and writes the bill of materials, the notes and SHA256SUMS.
It uploads nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from installer.packages import facts, sbom

OUT = facts.ROOT / "build" / "release"
_PACKAGES = ("*.deb", "*.tar.xz", "*.AppImage", "*.exe", "*.zip", "*.dmg", "*.cdx.json")


class NotReadyError(Exception):
    """The version cannot be released yet; the text has a line a reason."""


def problems(root: Path, *, draft: bool = False) -> list[str]:
    """Why this checkout is no release, a sentence a reason.

    Args:
        root: The checkout.
        draft: Whether a version without a date and changes that are not committed will do, to try everything out.
    """
    version = facts.version(root)
    found = []
    code = (root / "audiosep_core" / "__init__.py").read_text("utf-8")
    stated = re.search(r'^__version__ = "([^"]+)"', code, re.MULTILINE)
    if stated is None or stated[1] != version:
        found.append(f"pyproject.toml says {version}, audiosep_core says {stated[1] if stated else 'nothing'}.")
    newest = next(iter(facts.releases(root)), None)
    if newest is None or newest.version != version:
        found.append(f"CHANGELOG.md begins with {newest.version if newest else 'nothing'}, not with {version}.")
    elif not newest.changes:
        found.append(f"CHANGELOG.md tells nothing of {version}.")
    elif not newest.date and not draft:
        found.append(f"CHANGELOG.md has no date for {version} yet.")
    if not draft and _git(root, "status", "--porcelain"):
        found.append("There are changes that are not committed.")
    return found


def build(root: Path, out: Path, packages: Path) -> list[Path]:
    """Make everything anew in `out`; the files, SHA256SUMS last.

    Args:
        root: The checkout.
        out: The folder; what lay in it goes.
        packages: Where packages of this version may lie.

    Raises:
        NotReadyError: A package there is of another version.
        subprocess.CalledProcessError: The build failed.
    """
    version = facts.version(root)
    found = sorted(path for pattern in _PACKAGES for path in packages.glob(pattern))
    for package in found:
        if not re.search(rf"[-_]{re.escape(version)}[-_.]", package.name):
            raise NotReadyError(f"{package.name} is not of {version}. Make the packages again.")
    if out.exists():
        shutil.rmtree(out)
    out.mkdir(parents=True)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d", str(out)]
    subprocess.run(command, cwd=root, check=True, stdout=subprocess.DEVNULL)
    for package in found:
        shutil.copy(package, out)
    sbom.write(sbom.bill(sbom.closure()), out / f"{facts.NAME}-{version}-wheel.cdx.json")
    (out / "NOTES.md").write_text(notes(root), "utf-8")
    made = sorted(out.iterdir())
    sums = out / "SHA256SUMS"
    sums.write_text("".join(f"{_sha256(path)}  {path.name}\n" for path in made), "utf-8")
    return [*made, sums]


def notes(root: Path) -> str:
    """What the changelog says of the newest version."""
    newest = facts.releases(root)[0]
    return "\n".join([f"# AudioSep Desktop {newest.version}", "", *(f"- {change}" for change in newest.changes), ""])


def main(arguments: Sequence[str] | None = None) -> int:
    """The entry point; returns the exit status."""
    parser = argparse.ArgumentParser(prog="run release", description=__doc__)
    parser.add_argument("--draft", action="store_true", help="without a date in the changelog, from a changed checkout")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--packages", type=Path, default=facts.PACKAGES)
    chosen = parser.parse_args(arguments)
    found = problems(facts.ROOT, draft=chosen.draft)
    if found:
        print("Not ready:", *found, sep="\n  ", file=sys.stderr)
        return 1
    try:
        for path in build(facts.ROOT, chosen.out, chosen.packages):
            print(f"{path.stat().st_size / 1e6:9.2f} MB  {path.name}")
    except NotReadyError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _git(root: Path, *command: str) -> str:
    return subprocess.run(["git", *command], cwd=root, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
