"""The version resource is what PyInstaller evaluates."""

from __future__ import annotations

import pytest

from installer.packages import facts
from installer.packages.windows.version_resource import version_resource


class Record:
    def __init__(self, *arguments: object, **named: object) -> None:
        self.arguments, self.named = arguments, named


NAMES = {
    name: type(name, (Record,), {})
    for name in (
        "VSVersionInfo",
        "FixedFileInfo",
        "StringFileInfo",
        "StringTable",
        "StringStruct",
        "VarFileInfo",
        "VarStruct",
    )
}


@pytest.mark.parametrize(
    ("version", "numbers"),
    [(None, None), ("1.2.3rc4", (1, 2, 3, 0)), ("2.0", (2, 0, 0, 0)), ("1.2.3.dev5", (1, 2, 3, 0))],
)
def test_it_holds_the_version_as_numbers_and_as_text(version, numbers):
    told = eval(version_resource("audiosep", "AudioSep", version), dict(NAMES))
    fixed, (strings, _) = told.named["ffi"], told.named["kids"]
    assert numbers is None or fixed.arguments == (numbers, numbers)
    pairs = dict(one.arguments for one in strings.arguments[0][0].arguments[1])
    assert pairs["FileVersion"] == pairs["ProductVersion"] == (version or facts.version())
    assert pairs["OriginalFilename"] == "audiosep.exe"
    assert strings.arguments[0][0].arguments[0] == "040904b0"
