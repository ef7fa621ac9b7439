"""What macOS reads of the program: Info.plist with the documents it opens, and what its hardened code may do.

PyInstaller makes AudioSep.app with it (`BUNDLE(info_plist=...)`). This has not run on macOS here.
"""

from __future__ import annotations

from typing import Any

from installer.packages import facts

_PROJECT_TYPE = f"{facts.BUNDLE_ID}.project"


def info_plist() -> dict[str, Any]:
    """The keys of Info.plist beside those that PyInstaller writes."""
    return {
        "CFBundleIdentifier": facts.BUNDLE_ID,
        "CFBundleName": facts.TITLE,
        "CFBundleDisplayName": facts.TITLE,
        "CFBundleShortVersionString": facts.version(),
        "CFBundleVersion": facts.version(),
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "de", "es", "ja"],
        "LSApplicationCategoryType": "public.app-category.music",
        "LSMinimumSystemVersion": "12.0",
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "The AudioSep Desktop developers. MIT licence.",
        "NSRequiresAquaSystemAppearance": False,  # a dark window where the system is dark
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "AudioSep project",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [_PROJECT_TYPE],
                "LSTypeIsPackage": True,
            },
            {
                "CFBundleTypeName": "Recording",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": ["public.audio", "public.movie"],
                "CFBundleTypeExtensions": [suffix.lstrip(".") for suffix in facts.recording_suffixes()],
            },
        ],
        # A project is a folder that Finder shows as one thing.
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": _PROJECT_TYPE,
                "UTTypeDescription": "AudioSep project",
                "UTTypeConformsTo": ["com.apple.package", "public.composite-content"],
                "UTTypeTagSpecification": {"public.filename-extension": [facts.PROJECT_SUFFIX.lstrip(".")]},
            }
        ],
    }


def entitlements() -> dict[str, bool]:
    """What the hardened runtime must allow: networks are compiled to machine code while the program runs."""
    return {
        "com.apple.security.cs.allow-jit": True,
        "com.apple.security.cs.allow-unsigned-executable-memory": True,
    }
