"""The frozen program where there is no Python: a window that separates and exports, and the command line.

AUDIOSEP_FROZEN names the folder `audiosep` or an archive that holds it; `python -m installer.smoke` sets it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest
import soundfile

from audiosep_core.library.resources import resource
from tests.e2e.real_program import MISSING, SCREEN, SEPARATION_S, Program, Sound, studio, wait

FROZEN = os.environ.get("AUDIOSEP_FROZEN", "")
PICTURE = os.environ.get("AUDIOSEP_SMOKE_PICTURE", "")
"""Where a picture of the screen goes, if anywhere."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.skipif(not FROZEN, reason="AUDIOSEP_FROZEN names no frozen program"),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]

EXAMPLE = "voice-in-the-rain.flac"
WORDS = "a person talking"


@pytest.fixture(scope="module")
def program_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program, unpacked where it has never been."""
    source, target = Path(FROZEN), tmp_path_factory.mktemp("somewhere else")
    if source.is_dir():
        shutil.copytree(source, target / "audiosep", symlinks=True)
    else:
        with tarfile.open(source) as archive:
            archive.extractall(target, filter="fully_trusted")
    (found,) = (path.parent for path in target.rglob("audiosep-desktop") if (path.parent / "_internal").is_dir())
    return found


@pytest.fixture(scope="module")
def desk() -> Iterator[dict[str, str]]:
    """The environment of a machine on which no Python is found."""
    with studio() as env:
        kept = ("DISPLAY", "QT_QPA_PLATFORM", "PULSE_SERVER", "XDG_RUNTIME_DIR", "HOME", "LC_ALL")
        yield {name: env[name] for name in kept if name in env} | {"PATH": "/nowhere"}


def only_its_own_libraries(process: psutil.Process, folder: Path) -> None:
    """Nothing of another Python is in the process."""
    strange = [
        entry.path
        for entry in process.memory_maps()
        if ("python" in entry.path or "-packages" in entry.path) and not entry.path.startswith(str(folder))
    ]
    assert strange == []


def parts_sum_to(whole: Sound, folder: Path) -> dict[str, Sound]:
    """The files of a folder, which together are the recording."""
    parts = {path.name: soundfile.read(path, dtype="float32")[0] for path in sorted(folder.glob("*.wav"))}
    np.testing.assert_allclose(sum(parts.values()), whole, atol=2e-6)
    for part in parts.values():
        assert np.sqrt(np.mean(part**2)) > 1e-4, "not silent"
    return parts


def test_the_command_line_separates(program_folder: Path, desk: dict[str, str], private_home: Path) -> None:
    twin, out = program_folder / "audiosep", private_home / "out"
    env = desk | {"AUDIOSEP_HOME": str(private_home)}
    facts = subprocess.run([twin, "info"], env=env, capture_output=True, text=True, timeout=300)
    assert facts.returncode == 0, facts.stderr
    assert "torchaudio    not installed" in facts.stdout
    command = [twin, "separate", resource("examples", EXAMPLE), "-p", WORDS, "--rest", "-o", out]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=SEPARATION_S)
    assert done.returncode == 0, done.stderr
    whole, _ = soundfile.read(resource("examples", EXAMPLE), dtype="float32", always_2d=True)
    assert len(parts_sum_to(whole, out)) == 2
    wrong = subprocess.run([twin, "separate", "nothing.wav", "-p", "x"], env=env, capture_output=True, text=True)
    assert (wrong.returncode, "Traceback" in wrong.stderr) == (1, False)
    assert "nothing.wav" in wrong.stderr


def test_the_window_separates_and_exports(program_folder: Path, desk: dict[str, str], private_home: Path) -> None:
    recording = private_home / EXAMPLE
    shutil.copy(resource("examples", EXAMPLE), recording)
    began = time.monotonic()
    program = Program(desk, private_home, recording, command=[str(program_folder / "audiosep-desktop")])
    try:
        wait(lambda: recording.name in program.title, "the recording is open")
        print(f"\nopen after {time.monotonic() - began:.1f} s")
        source, _ = program.sound()
        program.type(WORDS)
        program.key("Return")
        stem, _ = program.sound(WORDS)
        wait(lambda: program.pictured(WORDS), "the window shows the stem", SEPARATION_S)
        for process in program.family():
            only_its_own_libraries(process, program_folder)
        assert len(program.family()) >= 3
        photograph(desk)
        program.key("ctrl+shift+e")
        program.focus(wait(lambda: program.find_window("^Export"), "the export dialog"))
        program.key("Return")
        (path,) = wait(lambda: list(private_home.glob("*.wav")), "the file is there")
        exported, _ = soundfile.read(path, dtype="float32", always_2d=True)
        np.testing.assert_array_equal(exported, stem)
        rest = source - stem
        for part in (exported, rest):
            assert np.sqrt(np.mean(part**2)) > 1e-4, "not silent"
        faults = [line for line in program.log.splitlines() if " ERROR " in line or " CRITICAL " in line]
        assert faults == []
        program.focus(program.window)
        program.key("ctrl+z", "ctrl+q")
        assert program.process.wait(60) == 0
    finally:
        program.kill()


def photograph(desk: dict[str, str]) -> None:
    """Keep what is seen on the screen."""
    if PICTURE:
        size = f"{SCREEN[0]}x{SCREEN[1]}"
        grab = ["ffmpeg", "-y", "-v", "error", "-f", "x11grab", "-video_size", size, "-i", desk["DISPLAY"]]
        subprocess.run([*grab, "-frames:v", "1", "-update", "1", PICTURE], check=True, timeout=60)
