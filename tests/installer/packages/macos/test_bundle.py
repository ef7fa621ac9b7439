"""Info.plist can be written, and names the documents that the program opens."""

from __future__ import annotations

import plistlib

from installer.packages import facts
from installer.packages.macos import bundle


def test_it_is_a_property_list_with_the_programs_documents():
    told = plistlib.loads(plistlib.dumps(bundle.info_plist()))
    project, recording = told["CFBundleDocumentTypes"]
    assert recording["CFBundleTypeExtensions"] == [one.removeprefix(".") for one in facts.recording_suffixes()]
    (exported,) = told["UTExportedTypeDeclarations"]
    assert project["LSItemContentTypes"] == [exported["UTTypeIdentifier"]]
    assert exported["UTTypeTagSpecification"] == {"public.filename-extension": ["asproj"]}
    assert told["CFBundleShortVersionString"] == facts.version()


def test_no_permission_is_asked_for_that_is_not_used():
    assert not [key for key in bundle.info_plist() if key.endswith("UsageDescription")]
    assert set(bundle.entitlements()) == {
        "com.apple.security.cs.allow-jit",
        "com.apple.security.cs.allow-unsigned-executable-memory",
    }
