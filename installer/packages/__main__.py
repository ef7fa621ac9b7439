"""`python -m installer.packages KIND ...`: makes packages of the frozen program in build/packages."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from installer.packages import facts
from installer.packages.contents import libraries_folder
from installer.packages.linux import appimage, debian, tarball
from installer.packages.macos import disk_image
from installer.packages.notices import NOTICES
from installer.packages.sbom import write_bill
from installer.packages.tree import prepare
from installer.packages.windows import setup, zipped

BUILDERS: dict[str, Callable[[Path, Path], Path]] = {
    "deb": debian.build,
    "tarball": tarball.build,
    "appimage": appimage.build,
    "setup": setup.build,
    "zip": zipped.build,
    "dmg": disk_image.build,
}
USUAL = {"linux": ("deb", "tarball", "appimage"), "win32": ("setup", "zip"), "darwin": ("dmg",)}


def main(arguments: Sequence[str] | None = None) -> None:
    """Make what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m installer.packages", description=__doc__)
    usual = USUAL.get(sys.platform, ())
    parser.add_argument("kinds", nargs="*", metavar="KIND", default=usual, help=f"of {', '.join(BUILDERS)}")
    parser.add_argument("--frozen", type=Path, default=facts.FROZEN, help="the frozen program")
    parser.add_argument("--out", type=Path, default=facts.PACKAGES, help="where the packages go")
    chosen = parser.parse_args(arguments)
    if unknown := set(chosen.kinds) - set(BUILDERS):
        parser.error(f"there is no {', '.join(sorted(unknown))}")
    chosen.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=chosen.out) as folder:
        print("Copying the program, leaving out GPL codecs, collecting licences ...", flush=True)
        program = prepare(chosen.frozen, Path(folder) / chosen.frozen.name)
        shutil.copy(libraries_folder(program) / NOTICES, chosen.out)
        write_bill(program, chosen.out)
        for kind in chosen.kinds:
            print(f"{kind} ...", flush=True)
            made = BUILDERS[kind](program, chosen.out)
            size = sum(path.lstat().st_size for path in ([made] if made.is_file() else made.rglob("*")))
            print(f"{made} ({size / 1e6:.0f} MB)", flush=True)


if __name__ == "__main__":
    main()
