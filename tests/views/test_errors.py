"""Whatever goes wrong: what happened, what is safe, one next step, in a line that blocks nothing."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMessageBox

from audiosep_core.audio.write_errors import write_error
from audiosep_core.engine.memory import out_of_memory
from audiosep_core.library import failures
from desktop.services.logs import Uncaught


def working(drive: Any, recording: Path) -> str:
    """A separation in its second part; its job."""
    drive.open(recording)
    drive.say("slow beep")
    drive.until(lambda: bool(drive.document.state.stems) and drive.document.state.stems[0].progress > 0)
    return str(next(iter(drive.space.separation.asked)))


def shown(drive: Any) -> tuple[str, str]:
    """What the notice says, and what its button says ("" for none)."""
    assert drive.find("noticeBar").isVisible()
    button = drive.window.notices._action
    boxes = [box for box in drive.window.findChildren(QDialog) if box.isModal() or isinstance(box, QMessageBox)]
    assert boxes == [], "a line can say it"
    return drive.find("noticeLabel").text(), button.text() if button.isVisible() else ""


def test_memory_that_ran_out_and_was_recovered_from_is_a_line(drive: Any, recording: Path) -> None:
    job = working(drive, recording)
    drive.space.inference.notice.emit(job, "Memory ran out: the sound is now done in shorter pieces. Nothing was lost.")
    assert shown(drive) == ("Memory ran out: the sound is now done in shorter pieces. Nothing was lost.", "")
    assert drive.document.state.stems[0].state == "working"


def test_memory_that_ran_out_for_good_says_what_is_kept_and_can_go_on(drive: Any, recording: Path) -> None:
    job = working(drive, recording)
    drive.until(lambda: drive.find("statusLabel").text().endswith("part 3 of 6"))
    error = out_of_memory()
    drive.space.inference.failed.emit(job, error.code, error.message, error.hint)
    text = "There is not enough memory to go on. 2 of 6 parts are done and kept. Close other programs and retry."
    assert shown(drive) == (text, "Go on")
    went_on: list[str] = []
    drive.space.jobs._owners[job].retry = lambda job: not went_on.append(job)
    drive.window.notices._action.click()
    assert went_on == [job]


def test_a_card_that_is_not_supported_is_a_line_also_before_the_first_request(drive: Any) -> None:
    text = "RTX 5060 needs another build of this program. The processor is used instead: slower, with equal results."
    drive.space.inference._on_message({"type": "notice", "job": "warm", "text": text})
    drive.until(lambda: drive.find("noticeBar").isVisible())
    assert shown(drive) == (text, "")


def test_a_broken_download_says_how_far_it_came_and_goes_on() -> None:
    error = failures.cut(640_000_000, 1_200_000_000)
    assert error.message == "The download stopped at 640 MB of 1,200 MB. What is here is kept."
    assert error.hint.startswith("Try again to go on from there")


def test_a_wrong_checksum_says_that_nothing_was_used() -> None:
    error = failures.damaged()
    assert error.message.endswith("It was removed and not used.")
    assert error.hint.startswith("Download it again")


def test_what_cannot_be_decoded_says_so_and_opens_another(
    drive: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "poem.wav"
    path.write_text("roses are red")
    drive.window.open_paths([path])
    drive.until(lambda: drive.find("noticeBar").isVisible())
    text, button = shown(drive)
    assert "poem.wav" in text
    assert button == "Open another…"
    opened: list[int] = []
    monkeypatch.setattr(drive.window.handlers.files, "open", lambda: opened.append(1))
    drive.window.notices._action.click()
    assert opened == [1]


def test_what_was_not_read_is_forgotten_when_something_is(drive: Any, tmp_path: Path, recording: Path) -> None:
    path = tmp_path / "poem.wav"
    path.write_text("roses are red")
    drive.window.open_paths([path])
    drive.until(lambda: drive.find("noticeBar").isVisible())
    drive.open(recording)
    assert not drive.find("noticeBar").isVisible()


def test_a_folder_that_cannot_be_written_is_called_by_its_name(tmp_path: Path) -> None:
    error = write_error(tmp_path / "a.wav", PermissionError(13, "Permission denied"))
    assert "System" not in error.message
    assert error.hint


def test_details_can_be_copied_and_hold_no_stack_trace(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("refuse beep")
    drive.stem(0, "failed")
    drive.until(lambda: drive.find("noticeBar").isVisible())
    assert shown(drive) == ("No model. Get one.", "Models…")
    details = drive.find("noticeDetails")
    assert not details.isVisible(), "nobody has to read them"
    drive.find("noticeDetailsButton").click()
    assert details.isVisible()
    drive.find("noticeCopyButton").click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("No model. Get one.\nError “model-missing” · AudioSep ")
    assert "Traceback" not in copied
    drive.space.notices.warning("Something else.")
    assert not details.isVisible(), "they belong to their notice"
    assert not drive.find("noticeDetailsButton").isVisible()


def test_the_memory_of_the_engine_is_told_beside_the_device(drive: Any) -> None:
    drive.space.inference.memory_known.emit((2_100_000_000, 12_000_000_000))
    drive.space.inference.warmed.emit("starter", "cuda", "CUDA: NVIDIA RTX 4070")
    label = drive.find("engineLabel")
    assert label.text() == "Starter on the graphics card · memory 2.1 of 12 GB"
    assert label.toolTip() == "CUDA: NVIDIA RTX 4070"
    drive.space.inference.memory_known.emit((31_800_000_000, 32_100_000_000))
    drive.space.inference.warmed.emit("mine", "mps", "Apple GPU")
    assert label.text() == "mine on the Apple GPU · memory 31.8 of 32 GB"


@pytest.mark.reliability
def test_memory_that_runs_out_in_the_window_costs_a_line_and_no_work(drive: Any, recording: Path) -> None:
    def greedy() -> None:
        raise MemoryError

    drive.open(recording)
    drive.say("a beep")
    drive.stem(0)
    uncaught = Uncaught()
    uncaught.raised.connect(drive.window.report_fault)
    with drive.qtbot.capture_exceptions() as raised:
        QTimer.singleShot(0, greedy)
        drive.until(lambda: bool(raised))
    uncaught._from_anywhere(*raised[0])
    assert shown(drive)[0].startswith("Something went wrong in the program. Your recording and your stems are safe.")
    drive.say("rain")
    assert [drive.stem(place).name for place in (0, 1)] == ["a beep", "rain"]
