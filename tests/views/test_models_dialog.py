"""The models dialog over the real model process and a hub on loopback; a conversion that copies."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication, QProgressBar

from audiosep_core.library import licences
from audiosep_core.library.paths import models_folder
from desktop.actions.models import own_key
from tests.library.loopback_hub import HubFile as Served
from tests.library.loopback_hub import LoopbackHub, loopback_hub
from tests.library.own_registry import write_registry
from tests.library.stand_in import CONTENT, ONE_SOURCE, PLACE, VOCAB, VOCAB_PLACE, installed, part

pytestmark = pytest.mark.qt_log_ignore(r"raise\(\)", extend=True)
CHILD = Path(__file__).parents[1] / "library" / "model_child.py"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[LoopbackHub]:
    with loopback_hub() as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.address)
        hub.add(PLACE, Served(CONTENT))
        hub.add(VOCAB_PLACE, Served(VOCAB, large=False))
        yield hub


@pytest.fixture
def served(server: LoopbackHub) -> Served:
    return server.files[PLACE]


class Dialog:
    """A person in front of the dialog."""

    def __init__(self, drive: Any) -> None:
        self.drive = drive
        drive.window.actions_by_id["models"].trigger()
        self.widget = drive.find("modelsDialog")

    def find(self, name: str, key: str = "stand-in") -> Any:
        return self.drive.find(f"{name}-{key}")

    def press(self, name: str, key: str = "stand-in") -> None:
        button = self.find(name, key)
        assert isinstance(button, QAbstractButton)
        self.drive.until(button.isVisible)
        self.drive.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def shown(self, key: str = "stand-in") -> set[str]:
        """Texts of the buttons that can be pressed."""
        buttons = self.find("modelCard", key).findChildren(QAbstractButton)
        return {button.text() for button in buttons if button.isVisible()}

    def get(self) -> None:
        self.press("modelGetButton")
        self.press("modelYesButton")

    def wait(self) -> None:
        self.drive.until(lambda: not self.drive.space.models.working)

    def news(self, key: str = "stand-in") -> str:
        return str(self.find("modelState", key).text())


def half_is_here() -> bool:
    return part().is_file() and part().stat().st_size >= 500_000


@pytest.fixture
def dialog(drive: Any, server: LoopbackHub) -> Dialog:
    write_registry(ONE_SOURCE)
    drive.space.model_thread._command = [sys.executable, str(CHILD)]
    return Dialog(drive)


def test_what_is_there_and_what_can_be_had(dialog: Dialog, drive: Any) -> None:
    assert dialog.shown("starter") == {"Use by default"}
    assert dialog.shown("spare") == {"Remove"}  # in use
    assert dialog.find("modelBadge", "spare").text() == "In use"
    assert dialog.shown("audiosep-base") == {"Download"}
    facts = dialog.find("modelFacts", "audiosep-base").text()
    assert "1,265 MB" in facts
    assert "not stated" in facts
    assert "do not pass it on" in dialog.find("modelLicence", "audiosep-base").text()
    window = drive.find("modelsDialog")
    window.resize(700, 1200)
    card, close = (drive.find(name) for name in ("modelCard-starter", "modelsCloseButton"))
    edges = [widget.mapTo(window, widget.rect().topRight()).x() for widget in (card, close)]
    assert edges[0] == edges[1]
    drive.window.actions_by_id["models"].trigger()
    assert len([w for w in QApplication.topLevelWidgets() if w.objectName() == "modelsDialog"]) == 1


def test_everything_that_can_be_operated_has_names(dialog: Dialog) -> None:
    for button in dialog.widget.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.objectName(), button.text()
            assert button.accessibleName(), button.objectName()
    names = [
        b.accessibleName() for b in dialog.widget.findChildren(QAbstractButton) if b.isVisible() and b.accessibleName()
    ]
    assert len(names) == len(set(names)), "told apart by a screen reader"


def test_the_licence_is_asked_for_once_and_can_be_declined(dialog: Dialog, server: LoopbackHub) -> None:
    dialog.press("modelGetButton")
    assert "CC0" in dialog.news()
    assert "Of no use." in dialog.news()
    assert dialog.find("modelYesButton").hasFocus()
    dialog.press("modelNoButton")
    assert dialog.shown() == {"Download"}
    assert server.requests == []
    dialog.get()
    dialog.wait()
    assert licences.is_accepted(ONE_SOURCE)
    dialog.press("modelRemoveButton")
    dialog.press("modelYesButton")
    dialog.wait()
    dialog.press("modelGetButton")
    dialog.wait()
    assert installed() == CONTENT


def test_a_download_is_shown_here_and_in_the_status_strip(dialog: Dialog, drive: Any, served: Served) -> None:
    served.hold_at = 500_000
    dialog.get()
    bar = dialog.find("modelProgress")
    assert isinstance(bar, QProgressBar)
    drive.until(lambda: bar.maximum() == 1000)
    assert dialog.shown() == {"Stop"}
    assert " of 1.0 MB" in dialog.news()
    assert drive.find("statusLabel").text().startswith("Downloading “Stand-in”")
    assert drive.find("progressBar").isVisible()
    assert drive.window.actions_by_id["cancel"].isEnabled()
    served.released.set()
    dialog.wait()
    assert drive.find("statusLabel").text() == "Ready"
    assert dialog.shown() == {"Use by default", "Remove"}
    assert "Stand-in" in drive.find("noticeLabel").text()
    assert drive.find("noticeAction").text() == "Use it"
    assert drive.find("modelCombo").findData("stand-in") >= 0
    drive.find("noticeAction").click()
    assert drive.space.settings.settings.model == "stand-in"
    assert drive.find("modelCombo").currentData() == "stand-in"


def test_what_is_used_already_is_not_proposed_any_more(dialog: Dialog, drive: Any) -> None:
    dialog.get()
    dialog.wait()
    dialog.press("modelUseButton")
    assert not drive.find("noticeBar").isVisible()
    assert dialog.find("modelBadge").text() == "In use"


def test_stopped_from_the_strip_it_goes_on_where_it_was(dialog: Dialog, drive: Any, served: Served) -> None:
    served.hold_at = 500_000
    dialog.get()
    drive.until(half_is_here)
    drive.find("cancelButton").click()
    dialog.wait()
    drive.until(lambda: dialog.shown() == {"Resume", "Discard"})
    assert "are here already" in dialog.news()
    served.hold_at = None
    dialog.press("modelGetButton")  # waits until the process, which hears nothing of the hub, is done away with
    dialog.wait()
    assert installed() == CONTENT
    assert served.asked == ["", "bytes=500000-"]


def test_what_is_here_in_part_can_be_discarded(dialog: Dialog, drive: Any, served: Served) -> None:
    served.hold_at, served.drips = 500_000, True
    dialog.get()
    drive.until(half_is_here)
    dialog.press("modelStopButton")
    served.released.set()
    dialog.wait()
    dialog.press("modelRemoveButton")
    assert "begins anew" in dialog.news()
    assert dialog.find("modelNoButton").hasFocus()  # a second Enter loses nothing
    dialog.press("modelYesButton")
    drive.until(lambda: dialog.shown() == {"Download"})


def test_a_failure_is_told_where_one_looks(dialog: Dialog, drive: Any, served: Served) -> None:
    served.status = 404
    dialog.get()
    dialog.wait()
    assert "not in its place on the hub" in dialog.news()
    assert "use a file that you already have" in dialog.news()
    assert dialog.shown() == {"Download"}
    assert not drive.find("noticeBar").isVisible()
    served.status = 0
    dialog.press("modelGetButton")
    assert dialog.news() == "Waiting for the one before" or dialog.find("modelProgress").isVisible()
    dialog.wait()
    assert installed() == CONTENT


def test_a_failure_that_nobody_watches_is_a_notice_that_leads_back(dialog: Dialog, drive: Any, served: Served) -> None:
    served.hold_at, served.flip = 500_000, 3
    dialog.get()
    assert served.holding.wait(20)
    dialog.widget.close()
    served.released.set()
    dialog.wait()
    assert "checksum is wrong" in drive.find("noticeLabel").text()
    assert drive.find("noticeAction").text() == "Models…"
    drive.find("noticeAction").click()
    again = Dialog(drive)
    assert "checksum is wrong" in again.news()
    assert again.shown() == {"Download again"}


def test_a_process_that_dies_costs_nothing(dialog: Dialog, drive: Any, served: Served) -> None:
    served.hold_at = 500_000
    dialog.get()
    drive.until(half_is_here)
    os.kill(drive.space.model_thread.child_pid, signal.SIGKILL)
    dialog.wait()
    assert "What was downloaded is kept" in dialog.news()
    assert dialog.shown() == {"Resume", "Discard"}
    served.hold_at = None
    served.released.set()
    dialog.press("modelGetButton")
    dialog.wait()
    assert served.asked == ["", "bytes=500000-"]
    assert installed() == CONTENT


def test_a_long_name_makes_no_room_for_itself(dialog: Dialog, drive: Any, tmp_path: Path) -> None:
    path = tmp_path / f"{'a-very-long-name' * 10}.ckpt"
    drive.space.models.take_file(path)
    dialog.wait()
    card = dialog.find("modelCard", own_key(path))
    drive.until(card.isVisible)
    assert card.width() <= dialog.find("modelCard", "starter").width()
    assert dialog.find("modelNoButton", own_key(path)).isVisible()


def test_a_file_that_the_person_has(dialog: Dialog, drive: Any, tmp_path: Path) -> None:
    path = tmp_path / "mine.ckpt"
    path.write_bytes(b"12345678")
    drive.space.models.take_file(path)
    dialog.wait()
    drive.until(lambda: dialog.shown("mine") == {"Use by default", "Remove"})
    dialog.press("modelRemoveButton", "mine")
    assert "your own file" in dialog.news("mine")
    dialog.press("modelNoButton", "mine")
    assert (models_folder() / "mine.safetensors").exists()


def test_a_published_checkpoint_from_elsewhere_is_asked_about_too(dialog: Dialog, drive: Any, tmp_path: Path) -> None:
    path = tmp_path / "from a colleague.ckpt"
    path.write_bytes(CONTENT)
    drive.space.models.take_file(path)
    dialog.wait()
    key = own_key(path)
    drive.until(lambda: dialog.shown(key) == {"Accept and install", "Not now"})
    assert "CC0" in dialog.news(key)
    dialog.press("modelYesButton", key)
    dialog.wait()
    assert installed() == CONTENT


def test_a_file_that_is_none_is_told_and_dismissed(dialog: Dialog, drive: Any, tmp_path: Path) -> None:
    path = tmp_path / "nothing.ckpt"
    drive.space.models.take_file(path)
    dialog.wait()
    key = own_key(path)
    drive.until(lambda: dialog.shown(key) == {"Dismiss"})
    assert "There is no file" in dialog.news(key)
    dialog.press("modelNoButton", key)
    assert drive.space.models.own_files() == []


def test_the_model_in_use_can_be_removed_and_the_starter_takes_its_place(dialog: Dialog, drive: Any) -> None:
    dialog.press("modelRemoveButton", "spare")
    dialog.press("modelYesButton", "spare")
    dialog.wait()
    assert drive.space.settings.settings.model == "starter"
    assert drive.find("modelCombo").currentData() == "starter"
    assert dialog.find("modelBadge", "starter").text() == "In use"


def test_using_another_model_needs_no_new_engine(dialog: Dialog, drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    drive.stem(0)
    engine = drive.space.inference.child_pid
    dialog.press("modelUseButton", "starter")
    drive.say("a second beep")
    assert drive.stem(1).model == "starter"
    assert drive.space.inference.child_pid == engine


def test_the_keyboard_reaches_everything(dialog: Dialog, drive: Any) -> None:
    wanted = {b.objectName() for b in dialog.widget.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()}
    dialog.widget.activateWindow()
    reached: set[str] = set()
    focused = dialog.find("modelUseButton", "starter")
    focused.setFocus()
    for _ in range(2 * len(wanted)):
        reached.add(focused.objectName())
        drive.qtbot.keyClick(focused, Qt.Key.Key_Tab)
        focused = dialog.widget.focusWidget()
    assert wanted <= reached
    get = dialog.find("modelGetButton", "audiosep-base")
    get.setFocus()
    drive.qtbot.keyClick(get, Qt.Key.Key_Return)
    assert dialog.find("modelYesButton", "audiosep-base").hasFocus()
    drive.qtbot.keyClick(dialog.widget, Qt.Key.Key_Escape)
    drive.until(lambda: not drive.space.models.watched)


def test_the_page_of_a_model_is_opened_in_the_browser(dialog: Dialog, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    dialog.press("modelGetButton", "audiosep-base")
    dialog.press("modelPageButton", "audiosep-base")
    assert opened == ["https://huggingface.co/spaces/Audio-AGI/AudioSep"]


def test_the_prompt_panel_leads_here(drive: Any) -> None:
    combo = drive.find("modelCombo")
    assert combo.currentData() == "spare"
    combo.setFocus()
    drive.qtbot.keyClick(combo, Qt.Key.Key_End)
    assert drive.find("modelsDialog").isVisible()
    assert combo.currentData() == "spare"
    assert drive.space.settings.settings.model == "spare"


def test_closing_the_window_asks_while_a_download_runs(dialog: Dialog, drive: Any, served: Served) -> None:
    served.hold_at = 500_000
    dialog.get()
    assert served.holding.wait(20)
    asked: list[object] = []
    drive.window._confirm_close = lambda window: bool(asked.append(window))
    drive.window.close()
    assert asked
    assert drive.window.isVisible()
    drive.window._confirm_close = lambda _: True
    served.released.set()
