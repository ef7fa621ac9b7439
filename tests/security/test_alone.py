"""Nothing listens, and nobody is called: counted by the kernel, so that what libraries do counts too."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from audiosep_core.library.resources import resource
from tests.e2e.real_program import MISSING, SEPARATION_S, Program, studio, wait
from tests.security.alone import alone, calls, listening
from tests.security.real_child import ENGINE, MEDIA, MODELS, RealChild

pytestmark = pytest.mark.reliability

USER = "ada-of-the-test"
SECRET = "hf_0123456789secret"
WORDS = "ambulance siren"


@pytest.fixture(scope="module")
def inside() -> list[str]:
    way = alone()
    if not way:
        pytest.skip("no network of its own can be had here")
    return way


def check(child: RealChild) -> None:
    assert listening(psutil.Process(child.child.pid)) == []
    assert calls(child.child.pid) == {}


def test_reading_separating_and_exporting_call_nobody(inside: list[str], tmp_path: Path, tiny_model: Path) -> None:
    source, stem = tmp_path / "source.json", tmp_path / "stem.json"
    with RealChild(MEDIA, inside) as media, RealChild(ENGINE, inside) as engine, RealChild(MODELS, inside) as models:
        check(engine)
        media.send(type="open", job="1", path=str(resource("examples", "siren-in-a-street.flac")), cache=str(source))
        media.until("done")
        request: dict[str, Any] = {"source": str(source), "start": 0, "end": 40_000, "prompts": [WORDS]}
        engine.send(type="separate", job="2", **request, model=str(tiny_model), device="cpu", stems=[str(stem)])
        engine.until("done")
        engine.send(type="suggest", job="3", source=str(source), top=3)
        engine.until("done", job="3")
        item = {"name": "siren", "parts": [{"cache": str(stem), "gain": 1.0, "offset": 0}], "start": 0, "end": 40_000}
        media.send(type="export", job="2", folder=str(tmp_path), items=[item])
        media.until("done", "error", job="2")
        models.send(type="remove", job="1", name="nothing")
        models.until("error")
        for child in (media, engine, models):
            check(child)


@pytest.fixture
def program(inside: list[str], tmp_path: Path) -> Iterator[Program]:
    """The whole program, of a person whose name is in every path, with a secret in the environment."""
    if MISSING:
        pytest.skip(f"not installed: {', '.join(MISSING)}")
    home = tmp_path / "home" / USER
    recording = tmp_path / "media" / USER / "stick" / "take.flac"
    for folder in (home, recording.parent):
        folder.mkdir(parents=True)
    shutil.copy(resource("examples", "siren-in-a-street.flac"), recording)
    with studio() as env:
        env |= {"HOME": str(home), "USER": USER, "LOGNAME": USER, "HF_TOKEN": SECRET}
        shutil.copy(Path(env["XDG_RUNTIME_DIR"]).parent / ".asoundrc", home)
        program = Program(env, home / "audiosep", recording, inside)
        yield program
        program.kill()


@pytest.mark.slow
@pytest.mark.audio_device
@pytest.mark.timeout(900)
def test_a_whole_visit_calls_nobody_and_its_log_names_nobody(program: Program) -> None:
    wait(lambda: program.recording.name in program.title, "the recording is open")
    program.sound()
    program.type(WORDS)
    program.key("Return")
    program.sound(WORDS)
    wait(lambda: program.pictured(WORDS), "the window shows the stem", SEPARATION_S)
    program.key("space")
    program.key("ctrl+shift+e")
    program.focus(wait(lambda: program.find_window("^Export"), "the export dialog"))
    program.key("Return")
    wait(lambda: list(program.recording.parent.glob("*.wav")), "the file is there")
    program.focus(program.window)
    program.key("F1")
    program.focus(wait(lambda: program.find_window("^Keys"), "the page of keys"))
    program.key("Escape")
    family = program.family()
    assert len(family) >= 3, "the window, the engine, and who reads files"
    assert {process.pid: found for process in family if (found := listening(process))} == {}
    assert calls(program.process.pid) == {}

    os.kill(family[-1].pid, 6)  # its last words go into the log too
    wait(lambda: "died" in program.log, "the death is in the log")
    logs = [path for path in program.home.rglob("*") if path.is_file() and "log" in path.parts[len(program.home.parts)]]
    assert logs
    for path in logs:
        text = path.read_text("utf-8", "replace")
        for private in (USER, SECRET, WORDS, os.environ.get("HOSTNAME") or "\0"):
            assert private not in text, f"{path.name}: {[line for line in text.splitlines() if private in line]}"
    assert all(path.stat().st_mode & 0o077 == 0 for path in program.home.iterdir() if path.is_dir())
