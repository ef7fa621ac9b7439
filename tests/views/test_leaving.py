"""What is not saved never goes unasked, and nobody is asked without a reason."""

import threading
import time
from pathlib import Path
from typing import Any

import pytest

from audiosep_core.library.whole_file import write_whole
from desktop.actions.labels import Label
from desktop.views.file_dialogs import ask_for_project_place
from desktop.views.leave_dialog import LeaveDialog, Leaving


@pytest.fixture
def careful(drive: Any) -> Any:
    """A window that asks as it does for people."""
    drive.window._confirm_close = None
    yield drive
    drive.window._confirm_close = lambda _: True


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The person always chooses this place."""
    folder = tmp_path / "yard.asproj"
    monkeypatch.setattr(
        "desktop.views.handlers.projects.ask_for_project_place", lambda _parent, _suggested, take, _refuse: take(folder)
    )
    return folder


def with_a_stem(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    drive.stem(0)


def test_a_window_without_changes_closes_unasked(careful: Any, recording: Path) -> None:
    careful.open(recording)
    assert careful.window.close()
    assert not careful.window.isVisible()


def test_closing_with_unsaved_stems_can_be_thought_over(careful: Any, recording: Path) -> None:
    with_a_stem(careful, recording)
    assert not careful.window.close()
    assert "“a beep”" in careful.find("leaveDialog").informativeText()
    careful.find("leaveStayButton").click()
    assert careful.window.isVisible()
    assert len(careful.document.state.stems) == 1


def test_closing_can_save_first(careful: Any, recording: Path, place: Path) -> None:
    with_a_stem(careful, recording)
    careful.window.close()
    careful.find("leaveSaveButton").click()
    careful.until(lambda: not careful.window.isVisible())
    assert (place / "project.json").is_file()
    assert len(list((place / "stems").iterdir())) == 1
    assert not (place / "project.lock").exists()


def test_what_cannot_be_saved_does_not_close(careful: Any, recording: Path, place: Path) -> None:
    place.write_text("a file of the person's")
    with_a_stem(careful, recording)
    careful.window.close()
    careful.find("leaveSaveButton").click()
    careful.until(lambda: careful.find("noticeAction").text() == "Save elsewhere…")
    assert careful.window.isVisible()
    assert place.read_text() == "a file of the person's"
    assert careful.space.project.modified


def test_running_work_is_asked_about_together_with_what_is_unsaved(careful: Any, recording: Path) -> None:
    careful.open(recording)
    careful.say("slow rain")
    careful.until(lambda: careful.document.state.stems and careful.document.state.stems[0].progress > 0)
    careful.window.close()
    dialog = careful.find("leaveDialog")
    assert "running" in dialog.informativeText()
    assert careful.find("leaveStayButton").text() == "Keep working"
    careful.find("leaveDiscardButton").click()
    careful.until(lambda: not careful.window.isVisible())


def test_another_project_is_opened_after_saving(careful: Any, recording: Path, place: Path) -> None:
    with_a_stem(careful, recording)
    careful.window.open_paths([recording])
    careful.find("leaveSaveButton").click()
    careful.until(lambda: not careful.document.state.stems and careful.document.state.source.complete)
    assert (place / "project.json").is_file()
    assert careful.space.project.folder is None
    assert not (place / "project.lock").exists(), "it is let go of"


@pytest.mark.parametrize("button", ["relink", "open-copy", "open-unlocked"])
def test_the_button_of_an_old_notice_asks_before_unsaved_work_goes(
    careful: Any, recording: Path, tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch, button: str
) -> None:
    monkeypatch.setattr(
        "desktop.views.handlers.projects.ask_for_source", lambda _parent, _folder, take: take(recording)
    )
    with_a_stem(careful, recording)
    folder = tmp_path / "other.asproj"
    assert careful.space.project.save_as(folder)
    careful.until(lambda: not careful.space.project.working)
    careful.space.opening.close(sure=True)
    careful.open(recording)
    notices, action = careful.space.notices, f"{button}:{folder}"
    notices.error("This was told a while ago.", action=action)
    careful.say("an hour of work")
    careful.stem(0)
    careful.find("noticeAction").click()
    assert "“an hour of work”" in careful.find("leaveDialog").informativeText()
    careful.find("leaveStayButton").click()
    assert careful.space.projects.pending == ""
    assert [stem.name for stem in careful.document.state.stems] == ["an hour of work"]
    careful.until(lambda: careful.window.findChild(LeaveDialog) is None)
    notices.error("This was told a while ago.", action=action)
    careful.find("noticeAction").click()
    careful.find("leaveSaveButton").click()
    careful.until(lambda: [stem.name for stem in careful.document.state.stems] == ["a beep"])
    assert (place / "project.json").is_file()


def test_escape_means_stay(careful: Any, qtbot: Any) -> None:
    answers: list[str] = []
    dialog = LeaveDialog(Leaving(True, "yard", ("a", "b", "c", "d", "e", "f")), careful.window)
    dialog.answered.connect(answers.append)
    dialog.open()
    assert "and 2 more" in dialog.informativeText()
    dialog.reject()
    assert answers == ["stay"]


def test_what_would_be_lost_is_read_like_a_sentence(careful: Any) -> None:
    dialog = LeaveDialog(Leaving(False, "yard", ("dog", "rain", "wind")), careful.window)
    assert dialog.informativeText() == "The stems “dog”, “rain” and “wind” are lost if you don’t save them."
    assert {button.text() for button in dialog.buttons()} == {"Save", "Don’t save", "Cancel"}
    assert dialog.iconPixmap().isNull()
    pair = LeaveDialog(Leaving(False, "yard", ("dog", "rain")), careful.window)
    assert pair.informativeText().startswith("The stems “dog” and “rain” are")
    assert LeaveDialog(Leaving(False, "yard"), careful.window).informativeText().count("’") == 1


def test_the_place_is_asked_for_without_blocking(careful: Any, tmp_path: Path) -> None:
    refused: list[int] = []
    taken: list[Path] = []
    ask_for_project_place(careful.window, str(tmp_path / "a.asproj"), taken.append, lambda: refused.append(1))
    dialog = careful.find("saveProjectDialog")
    dialog.accept()
    assert taken == [tmp_path / "a.asproj"]
    ask_for_project_place(careful.window, str(tmp_path / "a.asproj"), taken.append, lambda: refused.append(1))
    careful.find("saveProjectDialog").reject()
    assert refused


def test_a_closed_window_leaves_no_thread_behind(drive: Any, recording: Path) -> None:
    before = set(threading.enumerate())
    with_a_stem(drive, recording)
    assert any(thread.name.startswith("completion") for thread in set(threading.enumerate()) - before)
    drive.window.close()
    drive.until(lambda: not set(threading.enumerate()) - before)


def test_labels_that_are_being_written_are_whole_when_the_window_has_closed(
    drive: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(path: Path, text: str) -> None:
        time.sleep(0.5)
        write_whole(path, text)

    monkeypatch.setattr("desktop.actions.labels.write_whole", slowly)
    drive.space.asking.labels.write(tmp_path / "hits.txt", [Label(0.0, 1.0, "a dog")])
    drive.window.close()
    assert (tmp_path / "hits.txt").read_text() == "0.000000\t1.000000\ta dog\n"
