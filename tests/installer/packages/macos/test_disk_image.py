"""The order in which a bundle is signed, packed and notarised."""

from __future__ import annotations

from pathlib import Path

import pytest

from installer.packages.macos import disk_image


@pytest.fixture
def app(tmp_path: Path) -> Path:
    folder = tmp_path / "AudioSep.app"
    for name in ("MacOS/audiosep-desktop", "Frameworks/av/core.so", "Frameworks/libz.dylib"):
        path = folder / "Contents" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\xcf\xfa\xed\xfe" + bytes(8))
    (folder / "Contents" / "Info.plist").write_text("<plist/>")
    (folder / "Contents" / "Frameworks" / "link.dylib").symlink_to("libz.dylib")
    return folder


def test_code_is_signed_from_the_inside_out_and_the_bundle_last(app):
    steps = disk_image.signing(app, "Developer ID Application: X", Path("rights.plist"))
    signed = [Path(step[-1]).name for step in steps]
    assert signed == ["core.so", "libz.dylib", "audiosep-desktop", "AudioSep.app", "AudioSep.app"]
    assert all(step[-2] == "--strict" or {"--timestamp", "runtime"} <= set(step) for step in steps)
    entitled = [Path(step[-1]).name for step in steps if "--entitlements" in step]
    assert entitled == ["audiosep-desktop", "AudioSep.app"]


def test_without_a_certificate_nothing_is_stamped_or_sent(app):
    assert not [step for step in disk_image.signing(app, "-", Path("r")) if "--timestamp" in step]
    assert disk_image.notarising(Path("a.dmg"), "-", "profile") == []


def test_apple_is_asked_before_the_ticket_is_stapled():
    steps = disk_image.notarising(Path("a.dmg"), "Developer ID Application: X", "profile")
    assert [" ".join(step[:3]) for step in steps] == [
        "codesign --sign Developer ID Application: X",
        "xcrun notarytool submit",
        "xcrun stapler staple",
        "spctl --assess --type",
    ]
    assert len(disk_image.notarising(Path("a.dmg"), "Developer ID Application: X", "")) == 1


def test_elsewhere_it_says_where_images_are_made(app, tmp_path, monkeypatch):
    monkeypatch.setattr(disk_image.shutil, "which", lambda tool: None)
    with pytest.raises(RuntimeError, match="macOS"):
        disk_image.build(app, tmp_path)
