"""The Windows installer's parts that can be checked elsewhere: what is registered, and what runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from installer.packages import facts
from installer.packages.windows import setup

ENTRY = re.compile(
    r'Root: HKA; Subkey: "Software\\Classes\\([^"]+)"; ValueType: string; ValueName: "([^"]*)"; '
    r'ValueData: ("(?:[^"]|"")*"); Flags: (uninsdelete(?:key|value)); Tasks: associate'
)


@pytest.fixture(scope="module")
def entries() -> dict[tuple[str, str], tuple[str, str]]:
    lines = setup.registry().splitlines()
    assert lines[0] == "[Registry]"
    found = {}
    for line in lines[1:]:
        match = ENTRY.fullmatch(line)
        assert match is not None, line
        found[match[1], match[2]] = (match[3][1:-1].replace('""', '"'), match[4])
    return found


def test_projects_open_with_the_program(entries):
    kind, _ = entries[".asproj", ""]
    assert entries[rf"{kind}\shell\open\command", ""][0] == r'"{app}\audiosep-desktop.exe" "%1"'


def test_recordings_offer_it_and_keep_what_they_open_with(entries):
    for suffix in facts.recording_suffixes():
        assert entries[rf"{suffix}\OpenWithProgids", "AudioSep.Recording"] == ("", "uninsdeletevalue")
        assert (suffix, "") not in entries


def test_only_keys_of_our_own_go_as_a_whole(entries):
    shared = ("OpenWithProgids",)
    for (key, _), (_, flags) in entries.items():
        assert (flags == "uninsdeletevalue") == key.endswith(shared)


def test_what_the_script_wants_is_defined():
    script = setup.SCRIPT.read_text("utf-8")
    command = setup.command("ISCC", Path("p"), Path("o"), Path("i"), Path("a"))
    defined = {part[2:].split("=")[0] for part in command if part.startswith("/D")}
    wanted = set(re.findall(r"\{#(\w+)\}", script)) | set(re.findall(r"^#include (\w+)", script, re.MULTILINE))
    assert wanted == defined
    assert f"/DVersion={facts.version()}" in command
    assert command[-1] == str(setup.SCRIPT)


def test_without_its_compiler_it_says_what_is_missing(program, tmp_path, monkeypatch):
    monkeypatch.setattr(setup.shutil, "which", lambda tool: None)
    with pytest.raises(RuntimeError, match="Inno Setup"):
        setup.build(program, tmp_path)
