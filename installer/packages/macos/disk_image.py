"""The disk image for macOS: signs AudioSep.app from the inside out, packs it, has it notarised and staples the ticket.

AUDIOSEP_SIGN_IDENTITY names a certificate "Developer ID Application" in the keychain, AUDIOSEP_NOTARY_PROFILE what
`xcrun notarytool store-credentials` stored. Without the first the program is signed for this machine only, without the
second Apple is not asked. This has not run on macOS here; the order of its commands is tested.
"""

from __future__ import annotations

import os
import plistlib
import shutil
import subprocess
import tempfile
from pathlib import Path

from installer.packages import contents, facts
from installer.packages.macos.bundle import entitlements

IDENTITY, PROFILE = "AUDIOSEP_SIGN_IDENTITY", "AUDIOSEP_NOTARY_PROFILE"
_AD_HOC = "-"
_MACH_O = (b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa\xcf", b"\xca\xfe\xba\xbe")


def build(app: Path, out: Path) -> Path:
    """Make the image.

    Args:
        app: AudioSep.app as `tree.prepare` left it; it is signed where it lies.
        out: The folder to put the image into.

    Raises:
        RuntimeError: This is not macOS.
        subprocess.CalledProcessError: A step failed.
    """
    if shutil.which("hdiutil") is None:
        raise RuntimeError("Disk images are made on macOS: hdiutil and codesign come with it.")
    target = out / f"{facts.NAME}-{facts.version()}-macos.dmg"
    with tempfile.TemporaryDirectory() as folder:
        rights = Path(folder) / "entitlements.plist"
        rights.write_bytes(plistlib.dumps(entitlements()))
        volume = Path(folder) / "volume"
        volume.mkdir()
        (volume / "Applications").symlink_to("/Applications")
        identity, profile = os.environ.get(IDENTITY, _AD_HOC), os.environ.get(PROFILE, "")
        for command in [*signing(app, identity, rights), *packing(app, volume, target)]:
            subprocess.run(command, check=True)
        for command in notarising(target, identity, profile):
            subprocess.run(command, check=True)
    return target


def signing(app: Path, identity: str, rights: Path) -> list[list[str]]:
    """Sign each library and program, the deepest first, then the bundle, which seals them all."""
    sign = ["codesign", "--force", "--sign", identity, "--options", "runtime"]
    if identity != _AD_HOC:
        sign.append("--timestamp")
    main = app / "Contents" / "MacOS"
    parts = sorted(contents.beginning_with(app, *_MACH_O), key=lambda path: (-len(path.parts), path))
    steps = [[*sign, *(["--entitlements", str(rights)] if path.parent == main else []), str(path)] for path in parts]
    return [*steps, [*sign, "--entitlements", str(rights), str(app)], ["codesign", "--verify", "--strict", str(app)]]


def packing(app: Path, volume: Path, target: Path) -> list[list[str]]:
    """Pack the bundle beside a link to the folder that it is dragged to."""
    return [
        ["ditto", str(app), str(volume / f"{facts.TITLE}.app")],
        [
            "hdiutil",
            "create",
            "-volname",
            facts.TITLE,
            "-srcfolder",
            str(volume),
            "-ov",
            "-format",
            "UDZO",
            str(target),
        ],
    ]


def notarising(target: Path, identity: str, profile: str) -> list[list[str]]:
    """Sign the image, send it to Apple, wait, fasten the answer to it, and ask what a stranger's Mac would say."""
    if identity == _AD_HOC:
        return []
    signed = ["codesign", "--sign", identity, "--timestamp", str(target)]
    if not profile:
        return [signed]
    return [
        signed,
        ["xcrun", "notarytool", "submit", str(target), "--keychain-profile", profile, "--wait"],
        ["xcrun", "stapler", "staple", str(target)],
        ["spctl", "--assess", "--type", "open", "--context", "context:primary-signature", "--verbose", str(target)],
    ]
