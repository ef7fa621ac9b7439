"""Batches as a person meets them: dropped files and folders, words chosen once, failures that stop nothing."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from typer.testing import CliRunner

from audiosep_core.cli import app
from desktop.actions.batching import BatchChoice, BatchController
from desktop.actions.export_formats import FORMATS, FileFormat
from desktop.actions.jobs import JobBook
from desktop.services.notices import NoticeBus

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise", extend=True)

FAKE = [sys.executable, str(Path(__file__).with_name("fake_batch.py"))]


@pytest.fixture
def book(qapp: object) -> JobBook:
    return JobBook()


@pytest.fixture
def batches(book: JobBook, tmp_path: Path) -> Any:
    controller = BatchController(NoticeBus(), book, tmp_path, FAKE)
    yield controller
    controller.shutdown()


def choice(tmp_path: Path, *names: str, **options: Any) -> BatchChoice:
    return BatchChoice(tuple(tmp_path / name for name in names), ("dog",), tmp_path / "out", **options)


def over(qtbot: Any, book: JobBook, job: str) -> Any:
    qtbot.waitUntil(lambda: book.job(job).over, timeout=20000)
    return book.job(job)


def test_the_command_line() -> None:
    asked = BatchChoice(
        (Path("a.wav"),), ("a dog, barking", "rain"), Path("out"), ("music",), True, "starter", "flac", "PCM_24"
    )
    assert asked.arguments(["a.wav"]) == [
        "batch", "--json", "--end-with-stdin", "--output", "out",
        "--prompt", "a dog, barking", "--prompt", "rain", "--not", "music",
        "--model", "starter", "--format", "flac", "--subtype", "pcm24", "--rest", "--", "a.wav",
    ]  # fmt: skip


def test_the_command_line_is_one_that_the_program_takes(tmp_path: Path) -> None:
    import subprocess

    from desktop.inference.child import child_environment, python_module

    asked = choice(tmp_path, "none.wav", against=("music",), rest=True, container="flac", subtype="PCM_16")
    command = [*python_module("audiosep_core"), *asked.arguments([str(tmp_path / "none.wav")])]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, env=child_environment(), **pipes) as program:
        assert program.stdout is not None
        assert json.loads(program.stdout.readlines()[-1])["code"] == "input-missing"


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.id)
def test_every_format_of_an_export_is_one_of_a_batch(tmp_path: Path, kind: FileFormat) -> None:
    asked = choice(tmp_path, container=kind.container, subtype=kind.subtype)
    arguments = [one for one in asked.arguments([str(tmp_path / "none.wav")]) if one != "--end-with-stdin"]
    result = CliRunner().invoke(app, arguments)
    assert json.loads(result.stdout.splitlines()[-1])["code"] == "input-missing"  # and no usage error


def test_one_bad_file_stops_nothing_and_is_named(qtbot: Any, book: JobBook, batches: Any, tmp_path: Path) -> None:
    facts = over(qtbot, book, batches.start(choice(tmp_path, "a.wav", "bad.wav", "c.wav")))
    assert facts.state == "failed"
    assert facts.note == "1 of 3 files failed.\nbad.wav: It is damaged."
    assert facts.can_retry
    assert facts.folder == tmp_path / "out"


def test_they_run_one_after_the_other_and_stop_one_by_one(
    qtbot: Any, book: JobBook, batches: Any, tmp_path: Path
) -> None:
    first = batches.start(choice(tmp_path, "slow.wav"))
    second = batches.start(choice(tmp_path, "b.wav"))
    qtbot.waitUntil(lambda: book.job(first).phase.startswith("File 1 of 1"), timeout=20000)
    assert book.job(second).state == "waiting"
    book.stop(first)
    assert over(qtbot, book, first).state == "stopped"
    assert over(qtbot, book, second).state == "done"
    assert not batches.working
    book.retry(first)
    qtbot.waitUntil(lambda: book.job(first).state == "running", timeout=20000)


def test_an_error_is_told_in_its_own_words(qtbot: Any, book: JobBook, batches: Any, tmp_path: Path) -> None:
    facts = over(qtbot, book, batches.start(choice(tmp_path, "a.wav", model="nothing")))
    assert (facts.state, facts.note) == ("failed", "There is no recording. Check the folder.")


def test_what_cannot_be_started_is_told(qtbot: Any, book: JobBook, tmp_path: Path) -> None:
    controller = BatchController(NoticeBus(), book, tmp_path, [str(tmp_path / "none")])
    facts = over(qtbot, book, controller.start(choice(tmp_path, "a.wav")))
    assert facts.state == "failed"
    assert not controller.working


def test_many_inputs_go_by_a_list(qtbot: Any, book: JobBook, batches: Any, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    names = [*(f"{number}.wav" for number in range(500)), "folder"]
    job = batches.start(choice(tmp_path, *names))
    over(qtbot, book, job)
    assert len((tmp_path / f"{job}.txt").read_text("utf-8").splitlines()) == 500


def test_names_that_no_list_can_hold_go_by_themselves(qtbot: Any, book: JobBook, batches: Any, tmp_path: Path) -> None:
    odd = ["caf\udce9.wav", "two\nlines.wav", "ends with a space.wav "]
    job = batches.start(choice(tmp_path, *(f"{number}.wav" for number in range(500)), *odd))
    facts = over(qtbot, book, job)
    assert facts.state == "done"
    assert "4" in facts.note  # the list and three names
    assert len((tmp_path / f"{job}.txt").read_text("utf-8").splitlines()) == 500


def test_a_name_that_cannot_be_passed_on_stops_no_other_batch(
    qtbot: Any, book: JobBook, batches: Any, tmp_path: Path
) -> None:
    first, second = batches.start(choice(tmp_path, "n\0.wav")), batches.start(choice(tmp_path, "b.wav"))
    assert over(qtbot, book, first).state == "failed"
    assert over(qtbot, book, second).state == "done"


def drop(drive: Any, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drive.window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, none))


def test_several_dropped_files_become_a_batch(drive: Any, recording: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.flac"
    other.touch()
    (tmp_path / "notes.txt").touch()
    drive.space.batches._command = FAKE
    drive.find("promptEdit").setText("dog")
    drop(drive, [recording, other, tmp_path / "notes.txt"])
    assert drive.find("batchInputs").count() == 2  # notes are no recording
    assert drive.find("batchPromptEdit").text() or drive.find("batchDialog").choice().prompts == ("dog",)
    assert drive.find("batchFolderEdit").text() == str(tmp_path / "separated")
    assert drive.document.state.source is None
    drop(drive, [recording, tmp_path / "notes.txt"])  # again: no second dialog, no second row
    assert drive.find("batchInputs").count() == 2
    drive.find("batchRunButton").click()
    assert drive.find("jobsPanel").isVisible()
    drive.until(lambda: not drive.space.batches.working)
    assert [one.state for one in drive.space.jobs.jobs] == ["done"]


def test_a_dropped_folder_too_but_not_a_project(drive: Any, tmp_path: Path) -> None:
    folder, project = tmp_path / "takes", tmp_path / "mine.asproj"
    folder.mkdir()
    project.mkdir()
    drop(drive, [folder])
    assert drive.find("batchInputs").count() == 1
    assert not drive.find("batchRunButton").isEnabled()
    assert drive.find("batchHint").text() == "Say what you want to hear in all of them."
    drive.find("batchCloseButton").click()
    drive.until(lambda: drive.window.findChild(QWidget, "batchDialog") is None)
    assert not drive.window.handlers.jobs.take_drop([project])


def test_results_do_not_go_among_the_recordings(drive: Any, tmp_path: Path) -> None:
    drive.window.actions_by_id["batch"].trigger()
    dialog = drive.find("batchDialog")
    assert drive.find("batchHint").text() == "Add recordings or folders, or drop them here."
    dialog.add([tmp_path])
    drive.find("batchPromptEdit").setText("rain")
    assert drive.find("batchRunButton").isEnabled()
    drive.find("batchFolderEdit").setText(str(tmp_path))
    assert not drive.find("batchRunButton").isEnabled()


def test_a_folder_for_results_is_meant_as_it_is_typed(
    drive: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "me"
    (home / "takes").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.chdir(home)
    drive.window.actions_by_id["batch"].trigger()
    dialog, edit = drive.find("batchDialog"), drive.find("batchFolderEdit")
    dialog.add([home / "takes"])
    drive.find("batchPromptEdit").setText("rain")
    for typed, can_start in (
        ("~/Results", True),
        ("~/takes", False),
        ("takes", False),
        ("takes/../takes", False),
        ("~nobody-of-that-name/Results", False),
    ):
        edit.setText(typed)
        assert drive.find("batchRunButton").isEnabled() == can_start, typed
    edit.setText("~/Results")
    assert dialog.choice().folder == home / "Results"
