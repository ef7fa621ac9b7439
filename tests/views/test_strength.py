"""The slider from natural to clean: what is heard, drawn and written follows it."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt

from audiosep_core.audio.heard import open_heard
from desktop.actions.exporting import ExportChoice, export_items
from desktop.document.state import Selection

WHOLE = 43 * 2048
"""So much of the stem falls into whole blocks of its peaks, whatever the column."""


@pytest.fixture
def stem(drive: Any, recording: Path) -> Any:
    drive.open(recording)
    drive.document.set_selection(Selection(22050, 110250))
    drive.say("a beep")
    stem = drive.stem(0)
    drive.until(lambda: drive.space.pictures.picture(stem.id).spectrum is not None)
    return stem


def heard(drive: Any, strength: float) -> np.ndarray:
    stem, source = drive.document.state.stems[0], drive.document.state.source
    with open_heard(stem.cache, source.cache, stem.start, strength) as sound:
        return sound.read(0, sound.frames)


def test_sound_follows_at_once_and_one_drag_is_one_step(drive: Any, stem: Any) -> None:
    slider = drive.find(f"strengthSlider-{stem.id}")
    assert slider.isVisible()
    assert slider.accessibleName() == "a beep: natural to clean"
    steps = drive.document.undo_stack.count()
    slider.sliderPressed.emit()
    slider.setValue(10)
    slider.setValue(20)
    assert drive.document.state.stems[0].strength == 1.0
    assert drive.document.undo_stack.count() == steps + 1
    plan = drive.space.playing._plan
    assert [played.strength for played in plan.stems] == [1.0]
    drive.document.undo_stack.undo()
    assert slider.value() == 0
    assert [played.strength for played in drive.space.playing._plan.stems] == [0.0]


def test_the_slider_beside_the_words_is_that_of_the_chosen_stem(drive: Any, stem: Any) -> None:
    own, shown = drive.find(f"strengthSlider-{stem.id}"), drive.find("promptStrengthSlider")
    assert shown.isVisible()
    assert shown.accessibleName() == "a beep: natural to clean"
    steps = drive.document.undo_stack.count()
    shown.sliderPressed.emit()
    shown.setValue(10)
    shown.setValue(20)
    assert drive.document.state.stems[0].strength == 1.0
    assert own.value() == 20
    assert drive.document.undo_stack.count() == steps + 1
    own.setValue(-10)
    assert shown.value() == -10
    drive.document.set_selection(None)
    drive.say("another beep")
    drive.stem(1)
    drive.until(lambda: drive.window.chosen_stem() == drive.document.state.stems[1])
    assert shown.accessibleName() == "another beep: natural to clean"
    assert shown.value() == 0
    drive.window.tracks.focus_row(stem.id)
    assert shown.value() == -10
    drive.window.tracks.focus_row("source")
    assert shown.accessibleName() == "another beep: natural to clean", "the last one, where none is chosen"
    while drive.document.undo_stack.canUndo():
        drive.document.undo_stack.undo()
    assert not shown.isVisible()


def test_beside_the_words_there_is_none_of_another_than_the_chosen_stem(drive: Any, stem: Any) -> None:
    panel = drive.window.prompt_panel.strength
    assert panel.isVisible()
    drive.say("slow beep")
    drive.until(lambda: len(drive.document.state.stems) == 2 and drive.document.state.stems[1].progress > 0)
    being_made = drive.document.state.stems[1]
    drive.window.tracks.focus_row(being_made.id)
    assert not panel.isVisible()
    drive.window.tracks.focus_row(stem.id)
    assert panel.slider.accessibleName() == f"{stem.name}: natural to clean"
    assert panel.isVisible()


def test_keys_move_it_and_a_double_click_takes_it_back(drive: Any, stem: Any) -> None:
    slider = drive.find(f"strengthSlider-{stem.id}")
    slider.setFocus()
    drive.qtbot.keyClick(slider, Qt.Key.Key_Left)
    drive.qtbot.keyClick(slider, Qt.Key.Key_PageDown)
    assert drive.document.state.stems[0].strength == pytest.approx(-0.3)
    drive.qtbot.mouseDClick(slider, Qt.MouseButton.LeftButton)
    assert drive.document.state.stems[0].strength == 0.0


def test_pictures_follow_when_the_hand_rests(drive: Any, stem: Any) -> None:
    pictures = drive.space.pictures
    drive.find(f"strengthSlider-{stem.id}").setValue(20)

    def drawn() -> bool:
        _, high, _ = pictures.picture(stem.id).peaks.view(0, WHOLE, 43)
        return bool(np.allclose(high, heard(drive, 1.0)[:WHOLE].reshape(43, -1, 2).max(axis=1).T, atol=0.02))

    drive.until(drawn)
    left = drive.document.state.source

    def rest_drawn() -> bool:
        _, high, _ = pictures.picture("rest").peaks.view(22050, 22050 + WHOLE, 43)
        with open_heard(left.cache, left.cache, 0, 0.0) as source:
            rest = source.read(22050, 110250) - heard(drive, 1.0)
        return bool(np.allclose(high, rest[:WHOLE].reshape(43, -1, 2).max(axis=1).T, atol=0.02))

    drive.until(rest_drawn)
    drive.document.undo_stack.undo()
    drive.until(lambda: not pictures.is_stale(drive.document.state.stems[0]))


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_files_are_what_is_heard(drive: Any, stem: Any, recording: Path, tmp_path: Path) -> None:
    drive.find(f"strengthSlider-{stem.id}").setValue(-20)
    choice = ExportChoice((stem.id, "rest"), tmp_path)
    assert [item.get("strength") for item in export_items(drive.document.state, choice)] == [-1.0, None]
    with drive.qtbot.waitSignal(drive.space.exporting.finished, timeout=20000) as done:
        assert drive.space.exporting.export(choice)
    written, rest = (soundfile.read(path, dtype="float32")[0] for path in done.args[0])
    np.testing.assert_allclose(written, heard(drive, -1.0), atol=1e-6)
    original, _ = soundfile.read(recording, dtype="float32")
    rest[22050:110250] += written
    np.testing.assert_allclose(rest, original, atol=1e-6)


def test_it_is_there_when_there_is_something_to_hear(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("slow beep")
    drive.until(lambda: bool(drive.document.state.stems) and drive.document.state.stems[0].progress > 0)
    slider = drive.find(f"strengthSlider-{drive.document.state.stems[0].id}")
    assert not slider.isVisible()
    drive.find("cancelButton").click()
    drive.stem(0, "cancelled")
    assert slider.isVisible()
    assert not drive.find("strengthSlider-rest").isVisible()
