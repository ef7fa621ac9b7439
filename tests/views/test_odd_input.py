"""What people really have: files with odd names in deep folders, and words that are no plain English."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt

from desktop.actions.export_formats import format_by_id
from desktop.actions.export_items import ExportChoice
from desktop.services.settings import SettingsStore
from desktop.views.model_choice import usable_model

FOLDERS = {
    "Hebrew": "הקלטות שטח",
    "Japanese": "録音データ",
    "emoji": "🐶🎙️ woof",
    "300 characters": "/".join(["a folder of fifty characters, one in a row of six"] * 6),
}


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_a_recording_is_opened_separated_and_exported_wherever_it_lies(
    drive: Any, recording: Path, folder: str, tmp_path: Path
) -> None:
    place = tmp_path / folder / f"{folder.split('/')[0][:20]}.wav"
    place.parent.mkdir(parents=True)
    recording.rename(place)
    assert "300" not in str(place) or len(str(place)) >= 300
    drive.open(place)
    drive.say("a beep")
    stem = drive.stem(0)
    choice = ExportChoice((stem.id,), place.parent, format_by_id("wav-float"), template="{source} ({name})")
    job = drive.space.exporting.export(choice)
    drive.until(lambda: drive.space.jobs.job(job).over)
    assert drive.space.jobs.job(job).state == "done"
    written, _ = soundfile.read(place.with_name(f"{place.stem} (a beep).wav"), dtype="float32")
    original, _ = soundfile.read(place, dtype="float32")
    np.testing.assert_allclose(written, 0.5 * original, atol=1e-6)


def test_a_path_of_300_characters_is_one() -> None:
    assert len(FOLDERS["300 characters"]) + len("/a folder.wav") >= 300


@pytest.fixture
def unreachable(recording: Path, tmp_path: Path) -> Path:
    """A place of which the system says more than that nothing is there; the settings of the next window name it."""
    place = tmp_path / ("a" * 300)
    settings = SettingsStore(tmp_path / "settings.json")
    for recent in (recording, place / "yard.wav", place / "yard.asproj"):
        settings.remember_file(recent)
    settings.update(export_folder=str(place))
    return place


def test_a_window_begins_wherever_its_settings_point_to(unreachable: Path, drive: Any, recording: Path) -> None:
    assert str(unreachable / "yard.wav") in drive.space.settings.settings.recent_files
    assert drive.window.menus.recent_paths() == [recording]
    assert drive.find("recentButton-0").text() == recording.name
    assert usable_model([], str(unreachable)) == ""
    for name in ("yard.wav", "yard.asproj"):
        drive.window.open_paths([unreachable / name])
        drive.until(lambda: drive.find("noticeBar").isVisible())
        drive.window.notices.dismiss()
    drive.open(recording)
    drive.window.handlers.files.export()
    assert Path(drive.find("exportFolderEdit").text()) == recording.parent


WORDS = {
    "500 characters": " ".join(["a very long story of a dog"] * 19)[:500],
    "French": "un chien qui aboie",
    "Japanese": "犬の鳴き声",
    "Hebrew": "נביחת כלב",
    "emoji": "🐶",
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_any_words_are_asked_for_as_they_are_and_hinted_at_and_become_a_file(
    drive: Any, recording: Path, words: str, tmp_path: Path
) -> None:
    drive.open(recording)
    drive.find("promptEdit").setText(words)
    assert drive.find("promptHint").property("tone") == "warning", "they may not give what is meant"
    drive.qtbot.keyClick(drive.find("promptEdit"), Qt.Key.Key_Return)
    stem = drive.stem(0)
    assert stem.prompt == words
    assert drive.find("historyList").item(0).text() == words
    out = tmp_path / "out"
    out.mkdir()
    choice = ExportChoice((stem.id,), out, format_by_id("wav-16"), template="{source} ({name})")
    job = drive.space.exporting.export(choice)
    drive.until(lambda: drive.space.jobs.job(job).over)
    assert drive.space.jobs.job(job).state == "done"
    (written,) = out.iterdir()
    assert written.suffix == ".wav"


@pytest.mark.parametrize("words", ["", "   ", ",", " , ,"])
def test_no_words_ask_for_nothing(drive: Any, recording: Path, words: str) -> None:
    drive.open(recording)
    drive.find("promptEdit").setText(words)
    assert not drive.find("separateButton").isEnabled()
    drive.qtbot.keyClick(drive.find("promptEdit"), Qt.Key.Key_Return)
    drive.window.actions_by_id["separate"].trigger()
    assert drive.document.state.stems == ()
    assert not drive.find("noticeBar").isVisible()
