"""The AppDir, and the AppImage where the tool for it is there.

appimagetool comes as a program of its own and is not among Debian's packages: without it, the folder that it would
pack is made and can be run as it is (`AppRun`).
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from installer.packages import facts, icons
from installer.packages.linux.desktop import write_share
from installer.packages.tree import link_tree

TOOL = "appimagetool"
# The name that it was called by decides: a link `audiosep` to the AppImage is the command line.
_APP_RUN = f"""\
#!/bin/sh
here=$(CDPATH='' cd -- "$(dirname -- "$(readlink -f -- "$0")")" && pwd)
case "$(basename -- "${{ARGV0:-$0}}")" in
    {facts.COMMAND_LINE}) exec "$here/usr/lib/{facts.NAME}/{facts.COMMAND_LINE}" "$@" ;;
    *) exec "$here/usr/lib/{facts.NAME}/{facts.NAME}" "$@" ;;
esac
"""


def build(program: Path, out: Path) -> Path:
    """Make the AppDir, and from it the AppImage where `appimagetool` is on the path.

    Args:
        program: The program as `tree.prepare` left it, on the same disk as `out`.
        out: The folder to put it into.

    Returns:
        The AppImage, or the AppDir where it cannot be packed.

    Raises:
        subprocess.CalledProcessError: appimagetool failed.
    """
    folder = out / "AudioSep.AppDir"
    if folder.exists():
        shutil.rmtree(folder)
    lay_out(program, folder)
    tool = shutil.which(TOOL)
    if tool is None:
        return folder
    target = out / f"{facts.NAME}-{facts.version()}-x86_64.AppImage"
    subprocess.run([tool, str(folder), str(target)], check=True, env={**os.environ, "ARCH": "x86_64"})
    shutil.rmtree(folder)
    return target


def lay_out(program: Path, folder: Path) -> None:
    """Fill an AppDir: AppRun, entry and icon at its top, everything else in usr."""
    link_tree(program, folder / "usr" / "lib" / facts.NAME)
    share = folder / "usr" / "share"
    write_share(share, facts.NAME)
    (folder / f"{facts.NAME}.desktop").symlink_to(f"usr/share/applications/{facts.NAME}.desktop")
    (folder / f"{facts.NAME}.svg").symlink_to(f"usr/share/icons/hicolor/scalable/apps/{facts.NAME}.svg")
    (folder / ".DirIcon").write_bytes(icons.png(256))
    app_run = folder / "AppRun"
    app_run.write_text(_APP_RUN, "utf-8")
    app_run.chmod(0o755)
