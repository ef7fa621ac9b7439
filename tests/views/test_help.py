"""Help that helps: what to ask, the first start, about, and a report that names nobody."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from audiosep_core.prompts.grammar import Grammar
from desktop.actions.engine_state import EngineState
from desktop.services.report import report
from desktop.services.settings import Settings
from desktop.views.help import about
from desktop.views.help.about import bundled_text


def shown(drive: Any, name: str) -> bool:
    return any(dialog.isVisible() for dialog in drive.window.findChildren(QDialog, name))


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("keys", "keysDialog"),
        ("whatToAsk", "askingDialog"),
        ("welcome", "welcomePage"),
        ("about", "aboutDialog"),
    ],
)
def test_every_page_is_there_once_blocks_nothing_and_closes_by_escape(drive: Any, command: str, name: str) -> None:
    drive.window.actions_by_id[command].trigger()
    drive.window.actions_by_id[command].trigger()
    dialogs = [dialog for dialog in drive.window.findChildren(QDialog, name) if dialog.isVisible()]
    assert len(dialogs) == 1
    assert not dialogs[0].isModal()
    drive.qtbot.keyClick(dialogs[0], Qt.Key.Key_Escape)
    assert not shown(drive, name)


def test_what_can_be_asked_is_found_by_synonyms_and_goes_into_the_prompt(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.window.actions_by_id["whatToAsk"].trigger()
    names = drive.find("askingList")
    assert names.count() == len(Grammar.load().labels)
    drive.qtbot.keyClicks(drive.find("askingSearchEdit"), "kitty")
    found = [names.item(row).text() for row in range(names.count()) if not names.item(row).isHidden()]
    assert "cat meow" in found
    assert len(found) < 10
    names.setCurrentRow([names.item(row).text() for row in range(names.count())].index("cat meow"))
    drive.find("askingUseButton").click()
    assert drive.window.prompt_panel.prompts == ("cat meow",)
    assert not shown(drive, "askingDialog")


def test_the_first_start_shows_one_page_and_no_later_one_does(drive: Any) -> None:
    help_handler = drive.window.handlers.help
    help_handler.welcome_once()
    assert shown(drive, "welcomePage")
    drive.find("welcomePage").close()
    help_handler.welcome_once()
    assert not shown(drive, "welcomePage")


def test_the_first_page_says_where_models_go_and_what_it_runs_on(drive: Any, private_home: Path) -> None:
    drive.window.handlers.help.welcome()
    drive.until(lambda: "models (" in drive.find("welcomeSpace").text())
    drive.space.separation.engine_changed.emit(EngineState("Starter on the processor", "CPU, 8 threads"))
    assert drive.find("welcomeEngine").text() == "Starter on the processor"
    drive.space.transport.device_changed.emit("Speakers", True)
    assert drive.find("welcomeSound").text() == "Speakers"
    combo = drive.find("welcome-theme")
    combo.setCurrentIndex(combo.findData("light"))
    combo.activated.emit(combo.currentIndex())
    assert drive.window.themes.theme.name == "light"


def test_the_example_of_the_first_page_is_separated_without_another_step(drive: Any) -> None:
    drive.window.handlers.help.welcome()
    drive.find("welcomeExampleButton").click()
    stem = drive.stem(0)
    assert stem.prompt == drive.document.state.stems[0].prompt != ""
    assert not shown(drive, "welcomePage")


def test_the_mark_at_the_prompt_goes_for_good_once_one_types(drive: Any, recording: Path) -> None:
    mark = drive.window.findChild(object, "coachMark")
    assert not mark.isVisible()
    drive.open(recording)
    assert mark.isVisible()
    edit = drive.find("promptEdit")
    assert not mark.geometry().intersects(edit.rect().translated(edit.mapTo(drive.window, edit.rect().topLeft())))
    drive.qtbot.keyClicks(edit, "b")
    assert not mark.isVisible()
    assert drive.space.settings.settings.coached
    drive.space.opening.close()
    drive.open(recording)
    assert not mark.isVisible()


def test_the_mark_goes_for_good_with_words_that_are_not_typed(drive: Any, recording: Path) -> None:
    mark, edit = drive.find("coachMark"), drive.find("promptEdit")
    drive.find("exampleButton-0").click()
    drive.opened()
    drive.until(mark.isVisible)
    assert edit.text(), "the words that the example brings are no words of the person's"
    assert not drive.space.settings.settings.coached
    edit.clear()
    assert mark.isVisible()
    drive.find("ideaButton-0").click()
    assert not mark.isVisible()
    assert drive.space.settings.settings.coached
    drive.open(recording)
    assert not mark.isVisible()


def test_about_shows_licences_and_versions(drive: Any) -> None:
    assert "MIT" in bundled_text("LICENSE")
    drive.window.actions_by_id["about"].trigger()
    assert "MIT License" in drive.find("aboutLicence").toPlainText()
    assert "PySide6" in drive.find("aboutThirdParty").toPlainText()
    assert "PySide6: " in drive.find("aboutVersions").toPlainText()


def test_in_a_package_about_shows_the_licences_of_everything_inside(
    drive: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "LICENCES.txt").write_text("Everything inside", "utf-8")
    monkeypatch.setattr(about, "_ROOT", tmp_path)
    drive.window.actions_by_id["about"].trigger()
    page, tabs = drive.find("aboutEverything"), drive.find("aboutTabs")
    assert page.toPlainText() == ""  # it is long: read when it is looked at
    tabs.setCurrentWidget(page)
    assert page.toPlainText() == "Everything inside"


def test_a_report_names_no_person_file_or_folder(
    drive: Any, recording: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    drive.open(recording)
    drive.space.settings.update(models_folder="/home/mary/models", prompts=("my secret",))
    drive.window.actions_by_id["copyReport"].trigger()
    text = QGuiApplication.clipboard().text()
    for secret in ("mary", "secret", recording.name, recording.stem, str(tmp_path), str(Path.home())):
        assert secret not in text
    assert "PySide6: " in text
    assert "System: " in text


def test_the_keys_can_be_closed_by_a_button(drive: Any) -> None:
    drive.window.actions_by_id["keys"].trigger()
    assert shown(drive, "keysDialog")
    drive.find("keysCloseButton").click()
    assert not shown(drive, "keysDialog")


def test_a_crash_is_reported_by_its_functions_only(qapp: object) -> None:
    crash = (
        'Fatal Python error\n  File "/home/mary/app/x.py", line 3 in paint\n  File "/home/mary/y.py", line 9 in loop'
    )
    text = report(Settings(), "Engine: off", "", crash)
    assert "Last crash in: paint < loop" in text
    assert "mary" not in text
