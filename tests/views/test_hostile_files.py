"""Projects and recordings from anywhere, which may change or vanish at any time: a sentence, and work goes on."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from desktop.actions.export_formats import format_by_id
from desktop.actions.export_items import ExportChoice
from desktop.actions.recovery import find_leftovers
from tests.views.conftest import RATE
from tests.views.test_projects import save_as, sound_of

pytestmark = pytest.mark.reliability

Record = dict[str, Any]


def told(drive: Any) -> str:
    """What the notice bar says, "" while it is not there."""
    return drive.find("noticeLabel").text() if drive.find("noticeBar").isVisible() else ""


def hear(drive: Any, path: Path, words: str = "a beep") -> Any:
    """Open a recording and ask for something."""
    drive.open(path)
    drive.say(words)
    return drive.stem(0)


def stem_with(**changes: Any) -> Callable[[Record], None]:
    def change(record: Record) -> None:
        record["stems"][0].update(changes)

    return change


def sound_with(**changes: Any) -> Callable[[Record], None]:
    def change(record: Record) -> None:
        record["stems"][0]["sound"].update(changes)

    return change


def source_with(**changes: Any) -> Callable[[Record], None]:
    def change(record: Record) -> None:
        record["source"].update(changes)

    return change


def circle(record: Record) -> None:
    first, other = record["stems"][0], dict(record["stems"][0], id="b" * 32)
    first["parent"], other["parent"] = other["id"], first["id"]
    record["stems"].append(other)


REFUSED: dict[str, Callable[[Record], None]] = {
    "parents in a circle": circle,
    "one id twice": lambda record: record["stems"].append(dict(record["stems"][0])),
    "an id that is a path": stem_with(id="../../../../tmp/x"),
    "a number beyond all": stem_with(end=1 << 70),
    "no number": stem_with(gain_db=float("nan")),
    "stems as text": lambda record: record.update(stems="a, b"),
    "a rate as text": source_with(rate_hz="44100"),
    "no rate": source_with(rate_hz=0),
    "a million channels": source_with(channels=1_000_000),
    "a path with a zero": source_with(path="/tmp/a\0b"),
}

LOST: dict[str, Callable[[Record], None]] = {
    "a sound elsewhere": sound_with(file="../../../etc/passwd"),
    "a sound at an absolute place": sound_with(file="/etc/passwd"),
    "a sound that is not there": sound_with(file="c" * 32 + ".wav"),
    "ranges beyond the sound": sound_with(final=[[0, 1 << 40]]),
}


def rewrite(folder: Path, change: Callable[[Record], None]) -> None:
    """Change the record of a project, and leave it no backup."""
    record = json.loads((folder / "project.json").read_text())
    change(record)
    (folder / "project.json").write_text(json.dumps(record))
    shutil.rmtree(folder / "backup")


def test_hostile_projects_are_answered_with_a_sentence(drive: Any, recording: Path, tmp_path: Path) -> None:
    hear(drive, recording)
    good = tmp_path / "good.asproj"
    save_as(drive, good)
    for name, change in {**REFUSED, **LOST}.items():
        drive.space.opening.close(sure=True)
        drive.window.notices.dismiss()
        folder = tmp_path / f"{name}.asproj"
        shutil.copytree(good, folder)
        rewrite(folder, change)
        before = (folder / "project.json").read_bytes()
        drive.window.open_paths([folder])
        drive.until(lambda: bool(told(drive)))
        assert told(drive).endswith((".", "stems”")), name
        if name in LOST:
            drive.opened()
            assert drive.document.state.stems == (), name
        else:
            assert "damaged" in told(drive), name
            assert drive.document.state.source is None, name
        assert (folder / "project.json").read_bytes() == before, f"{name}: nothing in it was changed"
    drive.space.opening.close(sure=True)
    drive.window.open_paths([good])
    drive.opened()
    assert len(drive.document.state.stems) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="other lengths there")
def test_a_project_name_that_no_disk_takes_is_said(drive: Any, recording: Path, tmp_path: Path) -> None:
    drive.open(recording)
    drive.space.project.save_as(tmp_path / f"{'x' * 300}.asproj")
    drive.until(lambda: "too long a name" in told(drive))
    assert not list(tmp_path.glob("*.asproj"))
    save_as(drive, tmp_path / "short.asproj")


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes need rights there")
@pytest.mark.parametrize("what", ["/dev/zero", "pipe", "circle", "folder"])
def test_a_record_that_is_no_file_is_not_waited_for(drive: Any, tmp_path: Path, what: str) -> None:
    folder = tmp_path / "odd.asproj"
    folder.mkdir()
    record = folder / "project.json"
    if what == "pipe":
        os.mkfifo(record)
    elif what == "folder":
        record.mkdir()
    else:
        record.symlink_to(what if what.startswith("/") else record)
    drive.window.open_paths([folder])
    drive.until(lambda: bool(told(drive)))
    assert "There is no project" in told(drive)


def test_work_whose_place_does_not_answer_hides_no_other_and_stays(tmp_path: Path) -> None:
    here = tmp_path / "session-1-0123abcd"
    here.mkdir()
    # The system answers of such a path with something else than "not found", as of a share that is away.
    away = tmp_path / ("a" * 300) / "session-1-0123abcd"
    for name, session in (("a", away), ("b", here)):
        message = {"format": "audiosep-journal", "session": str(session), "folder": "", "record": {}}
        (tmp_path / f"{name}.json").write_text(json.dumps({**message, "written": "2026-01-01T00:00:00+00:00"}))
    assert [leftover.entry.session for leftover in find_leftovers(tmp_path)] == [here]
    assert (tmp_path / "a.json").exists()


@pytest.mark.parametrize("session", ["/", "{home}", "session-1-0123abcd", "{home}/precious"])
def test_a_journal_never_speaks_of_another_folder(tmp_path: Path, session: str) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    journal = tmp_path / "session.json"
    message = {"format": "audiosep-journal", "session": session.format(home=tmp_path), "folder": "", "record": {}}
    journal.write_text(json.dumps({**message, "written": "2026-01-01T00:00:00+00:00"}))
    assert find_leftovers(tmp_path) == []
    assert journal.with_suffix(".damaged").exists()
    assert precious.is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_a_codec_that_crashes_costs_its_process_and_is_said(drive: Any, recording: Path, tmp_path: Path) -> None:
    drive.open(recording)
    long = tmp_path / "long.wav"
    soundfile.write(long, np.zeros((300 * RATE, 2), np.float32), RATE)
    with drive.qtbot.waitSignal(drive.space.media.job_started, timeout=20_000):
        drive.window.open_paths([long])
    os.kill(drive.space.media.child_pid, signal.SIGSEGV)
    drive.until(lambda: "Your recording and your stems are safe" in told(drive))
    drive.window.notices.dismiss()
    drive.open(recording)
    assert told(drive) == "", "the next has a process of its own"


def export(drive: Any, stem: Any, folder: Path) -> str:
    choice = ExportChoice((stem.id,), folder, format_by_id("wav-float"), template="{name}")
    job = drive.space.exporting.export(choice)
    drive.until(lambda: drive.space.jobs.job(job).over)
    return str(drive.space.jobs.job(job).state)


@pytest.mark.parametrize("change", ["deleted", "truncated", "replaced", "grown"])
def test_a_recording_that_changes_while_it_is_open_spoils_nothing(
    drive: Any, recording: Path, tmp_path: Path, change: str
) -> None:
    original, _ = soundfile.read(recording, dtype="float32")
    drive.open(recording)
    vary(recording, change)
    drive.say("a beep")
    stem = drive.stem(0)
    np.testing.assert_array_equal(sound_of(stem), 0.5 * original)
    out = tmp_path / "out"
    out.mkdir()
    assert export(drive, stem, out) == "done"
    written, _ = soundfile.read(out / "a beep.wav", dtype="float32")
    np.testing.assert_array_equal(written, 0.5 * original)
    save_as(drive, tmp_path / "yard.asproj")
    drive.space.opening.close(sure=True)
    drive.window.notices.dismiss()
    drive.window.open_paths([tmp_path / "yard.asproj"])
    if change == "deleted":
        drive.until(lambda: "is not there any more" in told(drive))
        return
    # What it was when the project was saved is what it is: nothing is said, and the stems are as they were.
    drive.until(lambda: drive.is_open or bool(told(drive)))
    if drive.is_open:
        np.testing.assert_array_equal(sound_of(drive.document.state.stems[0]), 0.5 * original)


@pytest.mark.parametrize("change", ["truncated", "replaced", "grown"])
def test_a_recording_that_changed_since_the_project_was_saved_is_said(
    drive: Any, recording: Path, tmp_path: Path, change: str
) -> None:
    kept = sound_of(hear(drive, recording))
    folder = tmp_path / "yard.asproj"
    save_as(drive, folder)
    drive.space.opening.close(sure=True)
    drive.window.notices.dismiss()
    vary(recording, change)
    drive.window.open_paths([folder])
    drive.until(lambda: bool(told(drive)))
    assert recording.name in told(drive)
    stored = json.loads((folder / "project.json").read_text())["stems"][0]["sound"]["file"]
    written, _ = soundfile.read(folder / "stems" / stored, dtype="float32")
    np.testing.assert_array_equal(written, kept)


def vary(recording: Path, change: str) -> None:
    """What may happen to a file behind the program's back."""
    content = recording.read_bytes()
    if change == "deleted":
        recording.unlink()
    elif change == "truncated":
        os.truncate(recording, len(content) // 2)
    elif change == "replaced":
        sound, rate_hz = soundfile.read(recording, dtype="float32")
        soundfile.write(recording, -sound, rate_hz, subtype="FLOAT")
    else:
        with recording.open("ab") as file:
            file.write(content[-40_000:])
