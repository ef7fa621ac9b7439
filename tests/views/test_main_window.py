"""The whole window over the real document and media process, with a fake engine."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QScrollBar,
    QWidget,
)

from audiosep_core.library.registry import ModelInfo
from desktop.actions.opening import list_examples
from desktop.actions.registry import COMMANDS, MENUS, SUBMENUS, without_marks
from desktop.document.state import Selection
from desktop.inference.inference_thread import InferenceThread
from desktop.views import main_window, notice_bar

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NAMES = (
    "openButton",
    "playButton",
    "stopButton",
    "loopButton",
    "abButton",
    "timeLabel",
    "selectionLabel",
    "volumeSlider",
    "deviceButton",
    "speedButton",
    "masterMeter",
    "waveformView",
    "spectrogramView",
    "rulerView",
    "stemList",
    "promptEdit",
    "promptAddButton",
    "promptHint",
    "promptHintButton",
    "butNotButton",
    "butNotEdit",
    "butNotAddButton",
    "separateButton",
    "cancelButton",
    "progressBar",
    "statusLabel",
    "etaLabel",
    "scopeLabel",
    "historyList",
    "modelCombo",
    "exportButton",
    "noticeBar",
    "emptyState",
)


def test_every_name_of_the_contract_is_there(drive: Any) -> None:
    assert drive.window.objectName() == "mainWindow"
    assert drive.window.tracks is not None
    for name in NAMES:
        drive.find(name)
    assert drive.window.actions_by_id["themeAction"].objectName() == "themeAction"


def test_everything_that_is_operated_has_a_name_for_code_and_for_readers(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    drive.stem(0)
    nameless = [
        (type(widget).__name__, widget.objectName())
        for kind in (QAbstractButton, QAbstractSlider, QLineEdit, QComboBox, QListWidget)
        for widget in drive.window.findChildren(kind)
        if not widget.objectName().startswith("qt_")
        if not isinstance(widget.parent(), QLineEdit | QComboBox)  # Qt's own parts of them
        if not isinstance(widget, QScrollBar)
        if not widget.objectName() or not widget.accessibleName()
    ]
    assert nameless == []


def test_every_command_is_in_a_menu_once() -> None:
    listed = [
        entry
        for _, entries in MENUS
        for entry in entries
        if entry and entry not in ("recent", "outputs", "speed", "languages")
    ]
    listed = [command for entry in listed for command in (SUBMENUS[entry][1] if entry in SUBMENUS else (entry,))]
    assert sorted(listed) == sorted(command.id for command in COMMANDS)


def test_no_two_commands_share_a_key() -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


def test_select_say_and_hear(drive: Any, recording: Path) -> None:
    source = drive.open(recording)
    assert (source.rate_hz, source.channels, source.frames) == (44100, 2, 132300)
    assert QApplication.focusWidget() is drive.find("promptEdit")
    drive.document.set_selection(Selection(11025, 99225))
    assert drive.find("scopeLabel").text() == "Selection 00:00.2–00:02.2"
    drive.say("a beep")
    row = drive.window.tracks.row(drive.document.state.stems[0].id)
    assert row is not None
    stem = drive.stem(0)
    assert (stem.start, stem.end, stem.prompt) == (11025, 99225, "a beep")
    assert row.isVisible()
    assert drive.find(f"soloButton-{stem.id}").accessibleName() == "Solo a beep"
    assert drive.find("historyList").item(0).text() == "a beep"
    assert QApplication.focusWidget() is row
    drive.key(Qt.Key.Key_Space)
    assert drive.space.transport.playing
    drive.key(Qt.Key.Key_X)
    assert drive.document.listening == "source"
    drive.key(Qt.Key.Key_X)
    assert drive.document.state.stems[0].soloed, "what was asked for is heard alone"
    drive.key(Qt.Key.Key_S)
    assert not drive.document.state.stems[0].soloed
    drive.key(Qt.Key.Key_Z, CONTROL)
    assert drive.document.state.stems[0].soloed
    drive.key(Qt.Key.Key_Space)
    assert not drive.space.transport.playing


def test_what_is_drawn_is_what_was_separated(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    stem = drive.stem(0)
    drive.until(lambda: drive.space.pictures.picture(stem.id).spectrum is not None)
    whole = drive.space.pictures.picture("source").peaks.view(0, 132300, 50)
    half = drive.space.pictures.picture(stem.id).peaks.view(0, 132300, 50)
    np.testing.assert_allclose(half[1], 0.5 * whole[1], atol=1e-4)
    drive.until(lambda: drive.space.pictures.picture("rest").peaks is not drive.space.pictures.picture("source").peaks)

    def rest_is_half() -> bool:
        rest = drive.space.pictures.picture("rest").peaks.view(0, 132300, 50)
        return bool(np.allclose(rest[1], 0.5 * whole[1], atol=1e-4))

    drive.until(rest_is_half)
    assert not drive.window.grab().isNull()


def test_typing_is_not_playing(drive: Any, recording: Path) -> None:
    drive.open(recording)
    edit = drive.find("promptEdit")
    edit.setFocus()
    drive.qtbot.keyClicks(edit, "loud x fs")
    assert edit.text() == "loud x fs"
    assert not drive.space.transport.playing
    assert not drive.space.playing.looping


def test_cancel_keeps_what_was_finished(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("slow beep")
    drive.until(lambda: bool(drive.document.state.stems) and drive.document.state.stems[0].progress > 0)
    assert drive.find("cancelButton").isVisible()
    assert drive.find("cancelButton").text() == "Stop", "as in the jobs panel"
    assert without_marks(drive.window.actions_by_id["cancel"].text()) == "Stop the work"
    assert "part" in drive.find("statusLabel").text()
    drive.key(Qt.Key.Key_Period, CONTROL)
    drive.stem(0, "cancelled")
    assert not drive.find("cancelButton").isVisible()
    assert not drive.find("noticeBar").isVisible()


def test_a_cancel_is_shown_at_once_and_over_before_a_busy_engine_answers(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("deaf beep")
    drive.until(lambda: bool(drive.document.state.stems) and drive.document.state.stems[0].progress > 0)
    pid = drive.space.inference.child_pid
    drive.find("cancelButton").click()
    assert drive.find("statusLabel").text() == "Stopping “deaf beep”…"
    drive.space.inference.progress.emit(drive.document.state.stems[0].id, 3, 6)  # was on its way
    assert drive.find("statusLabel").text() == "Stopping “deaf beep”…"
    drive.stem(0, "cancelled")
    assert not drive.find("cancelButton").isVisible()
    assert drive.space.inference.child_pid == pid, "the engine may still answer"


def test_a_model_that_cannot_be_loaded_ahead_leaves_no_engine_starting(drive: Any) -> None:
    drive.space.separation.warm("broken", "auto")
    assert drive.find("engineLabel").text() == "Engine: starting"
    drive.until(lambda: drive.find("engineLabel").text() == "Engine: off")


def test_a_dead_engine_is_told_and_restarted(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("crash beep")
    drive.stem(0, "failed")
    drive.until(lambda: drive.find("noticeBar").isVisible())
    assert drive.find("noticeLabel").text() == "The separation engine stopped. Your stems are safe."
    assert drive.find("statusLabel").text() == "Engine stopped"
    drive.space.asking.prompts.learn_speed("spare auto auto", 3.0, 9.0)
    drive.find("promptEdit").setText("a beep")
    budget = drive.find("budgetLabel")
    assert not budget.isVisible(), "nobody knows how long it takes while nothing runs"
    drive.find("restartEngineButton").click()
    assert not drive.find("noticeBar").isVisible()
    assert drive.find("statusLabel").text() == "Ready"
    assert budget.isVisible()
    drive.say("a beep")
    drive.stem(1)


def test_asking_again_restarts_a_dead_engine(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("crash beep")
    drive.stem(0, "failed")
    drive.until(lambda: drive.find("noticeBar").isVisible())
    drive.say("a beep")
    drive.stem(1)
    assert not drive.find("noticeBar").isVisible()


def test_an_engine_error_is_a_notice(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("refuse beep")
    drive.stem(0, "failed")
    drive.until(lambda: drive.find("noticeBar").isVisible())
    assert drive.find("noticeLabel").text() == "No model. Get one."


def test_a_stem_without_any_sound_says_so(drive: Any, recording: Path) -> None:
    drive.open(recording)

    def note(place: int) -> str:
        return drive.window.tracks.row(drive.document.state.stems[place].id).header._note.text()

    drive.say("refuse beep")
    drive.stem(0, "failed")
    assert note(0) == "Failed, nothing was made"
    drive.say("slow beep")
    drive.say("another beep")
    drive.until(lambda: drive.document.state.stems[1].progress > 0)
    drive.space.inference.cancel(drive.document.state.stems[2].id)
    drive.stem(2, "cancelled")
    assert note(2) == "Stopped"
    drive.key(Qt.Key.Key_Period, CONTROL)
    drive.stem(1, "cancelled")
    assert note(1) == "Stopped, parts are kept"


def test_what_cannot_be_read_is_a_notice(drive: Any, tmp_path: Path) -> None:
    path = tmp_path / "poem.wav"
    path.write_text("roses are red")
    drive.window.open_paths([path])
    drive.until(lambda: drive.find("noticeBar").isVisible())
    assert drive.document.state.source is None
    assert drive.find("emptyState").isVisible()


def test_a_dropped_recording_opens(drive: Any, recording: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(recording))])
    event = QDropEvent(
        QPointF(50, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    drive.window.dropEvent(event)
    drive.until(lambda: drive.document.state.source is not None)
    assert drive.document.state.source.path == recording
    assert drive.space.settings.settings.recent_files == (str(recording),)


def test_another_recording_asks_before_stems_go(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    drive.stem(0)
    drive.window.open_paths([recording])
    assert drive.find("leaveDialog").isVisible()
    assert len(drive.document.state.stems) == 1
    drive.find("leaveDiscardButton").click()
    drive.until(lambda: not drive.document.state.stems)


def test_an_example_brings_its_words(drive: Any) -> None:
    examples = list_examples()
    assert len(examples) == 3
    drive.find("exampleButton-0").click()
    drive.opened()
    assert drive.document.state.source.path == examples[0].path
    assert drive.find("promptEdit").text() == examples[0].prompts[0]
    assert drive.find("separateButton").isEnabled()
    drive.find("ideaButton-0").click()
    assert drive.find("promptEdit").text() == examples[0].prompts[1]
    assert drive.space.settings.settings.recent_files == ()


def test_compare_switch_and_loop(drive: Any, recording: Path) -> None:
    drive.open(recording)
    assert not drive.find("abButton").isEnabled()
    drive.say("a beep")
    drive.stem(0)
    drive.find("abButton").click()
    assert drive.document.listening == "source"
    assert drive.find("abButton").isChecked()
    drive.find("abButton").click()
    assert drive.document.listening == "stems"
    drive.document.set_selection(Selection(22050, 66150))
    drive.find("loopButton").click()
    assert drive.space.playing.looping
    assert drive.find("loopButton").isChecked()
    drive.find("playButton").click()
    assert drive.space.transport.playing
    assert 22050 <= drive.space.transport.position < 66150
    drive.find("stopButton").click()
    assert not drive.space.transport.playing


def test_a_removed_stem_comes_back_with_its_picture(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    stem = drive.stem(0)
    drive.until(lambda: drive.space.pictures.picture(stem.id).spectrum is not None)
    drive.window.tracks.focus_row(stem.id)
    drive.key(Qt.Key.Key_Delete)
    assert drive.document.state.stems == ()
    assert drive.window.tracks.row(stem.id) is None
    drive.key(Qt.Key.Key_Z, CONTROL)
    assert drive.document.state.stems[0].id == stem.id
    assert drive.window.tracks.row(stem.id).waveform._picture is not None


def test_enter_presses_the_button_that_has_the_focus(drive: Any, recording: Path) -> None:
    drive.open(recording)
    button = drive.find("loopButton")
    button.setFocus()
    drive.qtbot.keyClick(button, Qt.Key.Key_Return)
    assert drive.space.playing.looping


@pytest.mark.parametrize(("key", "name"), [(Qt.Key.Key_Return, "rain"), (Qt.Key.Key_Escape, "a beep")])
def test_a_rename_ends_with_the_keyboard_on_its_row(drive: Any, recording: Path, key: Any, name: str) -> None:
    drive.open(recording)
    drive.say("a beep")
    stem = drive.stem(0)
    soloed = stem.soloed
    drive.key(Qt.Key.Key_F2)
    edit = drive.find(f"nameEdit-{stem.id}")
    assert QApplication.focusWidget() is edit
    edit.setText("rain")
    drive.key(key)
    (after,) = drive.document.state.stems
    assert (after.name, after.soloed) == (name, soloed)
    assert not edit.isVisible()
    assert QApplication.focusWidget() is drive.window.tracks.row(stem.id)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape, None])
def test_a_rename_that_is_thought_over_keeps_what_can_be_redone(drive: Any, recording: Path, key: Any) -> None:
    drive.open(recording)
    drive.say("a beep")
    first = drive.stem(0)
    drive.say("rain")
    drive.stem(1)
    drive.document.undo_stack.undo()
    told: list[str] = []
    header = drive.window.tracks.row(first.id).header
    header.renamed.connect(told.append)
    header.begin_rename()
    edit = drive.find(f"nameEdit-{first.id}")
    if key is None:
        drive.find("playButton").setFocus()
    else:
        drive.qtbot.keyClick(edit, key)
    assert not edit.isVisible()
    assert told == ([] if key == Qt.Key.Key_Escape else ["a beep"])
    drive.document.undo_stack.redo()
    assert [stem.name for stem in drive.document.state.stems] == ["a beep", "rain"]


def test_a_finished_stem_takes_no_keyboard_from_a_name(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    first = drive.stem(0)
    drive.key(Qt.Key.Key_F2)
    edit = drive.find(f"nameEdit-{first.id}")
    drive.space.separation.separate("a second", "starter", "auto", 0)
    drive.stem(1)
    assert QApplication.focusWidget() is edit
    assert edit.isVisible()


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_a_finished_stem_takes_no_keyboard_from_a_dialog(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.window.actions_by_id["keys"].trigger()
    search = drive.find("keysSearchEdit")
    search.window().activateWindow()
    search.setFocus()
    drive.until(search.hasFocus)
    drive.space.separation.separate("a beep", "starter", "auto", 0)
    drive.stem(0)
    assert QApplication.focusWidget() is search
    search.window().close()


def drag(drive: Any, widget: QWidget, start: int, end: int) -> None:
    y = widget.height() // 2
    drive.qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=QPoint(start, y))
    drive.qtbot.mouseMove(widget, QPoint((start + end) // 2, y))
    drive.qtbot.mouseMove(widget, QPoint(end, y))
    drive.qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=QPoint(end, y))


@pytest.mark.parametrize("name", ["waveformView", "spectrogramView"])
def test_drag_selects_and_edges_adjust_on_every_lane(drive: Any, recording: Path, name: str) -> None:
    source = drive.open(recording)
    lane = drive.find(name)
    frame = source.frames / lane.width()
    drag(drive, lane, 100, 300)
    chosen = drive.document.state.selection
    assert chosen.start == pytest.approx(100 * frame, abs=frame)
    assert chosen.end == pytest.approx(300 * frame, abs=frame)
    drag(drive, lane, 305, 400)  # within the edge's reach
    assert drive.document.state.selection.start == chosen.start
    assert drive.document.state.selection.end == pytest.approx(400 * frame, abs=frame)
    drive.qtbot.mouseClick(lane, Qt.MouseButton.LeftButton, pos=QPoint(200, 5))
    assert drive.space.transport.position == pytest.approx(200 * frame, abs=frame)
    assert drive.document.state.selection is not None
    drive.window.setFocus()
    drive.key(Qt.Key.Key_Escape)
    assert drive.document.state.selection is None


def test_after_a_drag_the_person_types_and_after_a_click_space_plays(drive: Any, recording: Path) -> None:
    drive.open(recording)
    lane = drive.find("waveformView")
    edit = drive.find("promptEdit")
    drag(drive, lane, 100, 300)
    assert QApplication.focusWidget() is edit
    drive.qtbot.mouseClick(lane, Qt.MouseButton.LeftButton, pos=QPoint(200, 5))
    assert QApplication.focusWidget() is drive.find("sourceRow")
    drive.key(Qt.Key.Key_Space)
    assert drive.space.transport.playing
    drive.key(Qt.Key.Key_K, CONTROL)
    assert QApplication.focusWidget() is edit


def test_the_plain_wheel_scrolls_the_stems_from_any_lane(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.window.resize(1024, 640)
    for place in range(4):
        drive.say(f"beep {place}")
        drive.stem(place)
    row = drive.window.tracks.row(drive.document.state.stems[1].id)
    bar = drive.find("stemArea").verticalScrollBar()
    for lane in (row.waveform, row.spectrogram):
        bar.setValue(20)
        # Not `wheel`: Qt hands only events of the system on to parents.
        at = QPointF(lane.mapTo(drive.window, QPoint(50, 5)))
        QTest.wheelEvent(drive.window.windowHandle(), at, QPoint(0, -120))
        assert bar.value() > 20


def wheel(widget: QWidget, x: int, notches: int, modifiers: Qt.KeyboardModifier) -> None:
    at = QPointF(x, 10)
    event = QWheelEvent(
        at,
        QPointF(widget.mapToGlobal(QPoint(x, 10))),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_the_wheel_zooms_at_the_pointer_and_scrolls(drive: Any, recording: Path) -> None:
    drive.open(recording)
    lane = drive.find("waveformView")
    timeline = drive.window.timeline
    under = timeline.viewport.frame_at(200, lane.width())
    wheel(lane, 200, 5, CONTROL)
    assert timeline.viewport.span < 50000
    assert timeline.viewport.frame_at(200, lane.width()) == pytest.approx(under, abs=2)
    before = timeline.viewport
    wheel(lane, 200, -1, SHIFT)
    assert timeline.viewport.start > before.start
    assert timeline.viewport.span == pytest.approx(before.span)


def test_gain_is_one_undo_step_a_gesture(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    stem = drive.stem(0)
    slider = drive.find(f"gainSlider-{stem.id}")
    steps = drive.document.undo_stack.count()
    slider.sliderPressed.emit()
    slider.setValue(-60)
    slider.setValue(-120)
    assert drive.document.state.stems[0].gain_db == -12.0
    assert drive.document.undo_stack.count() == steps + 1
    drive.document.undo_stack.undo()
    assert slider.value() == 0


def hold(widget: QWidget, key: Qt.Key, repeats: int = 4) -> None:
    """The key stays down: what the system sends of that, with the letting go left out."""
    for repeat in range(repeats + 1):
        QApplication.sendEvent(
            widget, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "\r", repeat > 0)
        )


def test_a_held_enter_asks_once(drive: Any, recording: Path) -> None:
    drive.open(recording)
    edit = drive.find("promptEdit")
    edit.setText("slow beep")
    hold(edit, Qt.Key.Key_Return)
    assert len(drive.document.state.stems) == 1
    history = drive.find("historyList")
    history.setFocus()
    history.setCurrentRow(0)
    hold(history, Qt.Key.Key_Return)
    assert len(drive.document.state.stems) == 2
    button = drive.find("separateButton")
    button.setFocus()
    hold(button, Qt.Key.Key_Return)
    assert len(drive.document.state.stems) == 3


def test_only_what_goes_on_repeats_while_its_key_is_held(drive: Any) -> None:
    actions = drive.window.actions_by_id
    repeating = {name for name in actions.ids() if actions[name].autoRepeat()}
    steps = {"back", "forward", "backShort", "forwardShort", "backLong", "forwardLong", "extendLeft", "extendRight"}
    assert repeating == {"zoomIn", "zoomOut", "undo", "redo"} | steps


def test_keys_in_the_history_do_not_mean_the_stem(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    stem = drive.stem(0)
    history = drive.find("historyList")
    history.setFocus()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_S, Qt.Key.Key_M, Qt.Key.Key_X, Qt.Key.Key_L):
        drive.key(key)
    assert drive.document.state.stems == (stem,)
    assert drive.document.listening == "stems"
    assert not drive.space.playing.looping


def test_solo_and_mute_work_on_every_row(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.window.tracks.focus_row("source")
    drive.key(Qt.Key.Key_M)
    assert drive.document.state.source_track.muted
    drive.say("a beep")
    drive.stem(0)
    drive.window.tracks.focus_row("rest")
    drive.key(Qt.Key.Key_S)
    assert drive.document.state.rest_track.soloed
    assert not drive.window.actions_by_id["remove"].isEnabled()
    drive.document.undo_stack.setIndex(0)
    assert not drive.window.actions_by_id["solo"].isEnabled()


def test_a_notice_is_told_to_screen_readers_and_is_plain_text(drive: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[QAccessible.Event] = []
    monkeypatch.setattr(notice_bar.QAccessible, "updateAccessibility", lambda event: told.append(event.type()))
    drive.space.notices.warning("“<b>.wav” was not opened.")
    assert told == [QAccessible.Event.Alert]
    assert drive.find("noticeLabel").textFormat() == Qt.TextFormat.PlainText


def test_a_file_over_the_prompt_is_for_the_window(drive: Any) -> None:
    assert not drive.find("promptEdit").acceptDrops()


def test_the_wheel_changes_the_volume_only_with_the_focus(drive: Any) -> None:
    volume = drive.find("volumeSlider")
    volume.setValue(-10)
    drive.window.setFocus()
    wheel(volume, 5, -1, Qt.KeyboardModifier.NoModifier)
    assert volume.value() == -10
    volume.setFocus()
    wheel(volume, 5, -1, Qt.KeyboardModifier.NoModifier)
    assert volume.value() < -10


def test_names_keep_their_ampersand(drive: Any, tmp_path: Path) -> None:
    drive.find("emptyState").show_recent([tmp_path / "rock & roll.wav"])
    assert drive.find("recentButton-0").text() == "rock && roll.wav"
    drive.find("promptPanel").ideas.show_ideas(["drum & bass"])
    assert drive.find("ideaButton-0").text() == "Try “drum && bass”"


def model(name: str, *, installed: bool = True) -> ModelInfo:
    return ModelInfo(name, name.title(), "", 0, "MIT", Path(name) if installed else None)


def test_a_model_that_is_gone_is_replaced_and_that_is_told(drive: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main_window, "list_models", lambda: (model("starter"), model("other")))
    drive.window._offer_models("vanished")
    assert drive.space.settings.settings.model == "starter"
    assert drive.find("modelCombo").currentData() == "starter"
    assert "vanished" in drive.find("noticeLabel").text()


def test_a_model_file_is_offered_as_itself(drive: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main_window, "list_models", lambda: (model("starter"),))
    path = tmp_path / "mine.safetensors"
    path.touch()
    drive.window._offer_models(str(path))
    assert drive.find("modelCombo").currentData() == str(path)
    assert drive.find("modelCombo").currentText() == "mine"
    assert not drive.find("noticeBar").isVisible()


def test_without_a_model_nothing_is_asked_and_the_panel_says_why(
    drive: Any, recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_window, "list_models", lambda: (model("starter", installed=False),))
    drive.window._offer_models("starter")
    drive.open(recording)
    drive.say("a beep")
    drive.window.actions_by_id["separate"].trigger()
    assert drive.document.state.stems == ()
    assert not drive.find("separateButton").isEnabled()
    assert drive.find("promptHint").text().startswith("No model is installed.")
    assert not drive.find("noticeBar").isVisible()


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
class TestExportDialog:
    def show(self, drive: Any) -> Any:
        drive.window.actions_by_id["export"].trigger()
        return drive.find("exportDialog")

    def test_enter_presses_the_focused_button(self, drive: Any, recording: Path) -> None:
        drive.open(recording)
        drive.say("a beep")
        drive.stem(0)
        dialog = self.show(drive)
        button = drive.find("exportCancelButton")
        button.setFocus()
        drive.qtbot.keyClick(button, Qt.Key.Key_Return)
        assert not drive.space.exporting.working
        assert not dialog.isVisible()

    def test_ticks_follow_the_work(self, drive: Any, recording: Path) -> None:
        drive.open(recording)
        drive.say("this & that")
        first = drive.stem(0)
        self.show(drive)
        rest = drive.find("exportTick-rest")
        rest.setChecked(True)
        drive.find(f"exportTick-{first.id}").setChecked(False)
        assert drive.find(f"exportTick-{first.id}").text() == "this && that"
        drive.space.separation.separate("slow beep", "starter", "auto", 0)
        second = drive.document.state.stems[1]
        box = drive.find(f"exportTick-{second.id}")
        assert not rest.isEnabled()
        assert not rest.isChecked()
        assert rest.text() == "Everything else  (when the work is done)"
        assert not box.isEnabled()
        drive.until(lambda: drive.document.state.stems[1].progress > 0)
        drive.space.separation.cancel()
        drive.stem(1, "cancelled")
        assert rest.isEnabled()
        assert box.isEnabled()
        assert not drive.find(f"exportTick-{first.id}").isChecked()

    def test_a_stem_without_sound_cannot_be_exported(self, drive: Any, recording: Path) -> None:
        drive.open(recording)
        drive.say("refuse beep")
        failed = drive.stem(0, "failed")
        assert not drive.window.actions_by_id["exportSelected"].isEnabled()
        drive.say("a beep")
        drive.stem(1)
        self.show(drive)
        assert not drive.find(f"exportTick-{failed.id}").isEnabled()

    def test_it_closes_with_its_recording(self, drive: Any, recording: Path) -> None:
        drive.open(recording)
        drive.say("a beep")
        drive.stem(0)
        self.show(drive)
        drive.space.opening.open([recording], sure=True)
        drive.until(lambda: not drive.document.state.stems)
        drive.until(lambda: drive.window.findChild(QDialog, "exportDialog") is None)

    def test_a_folder_of_nobody_is_no_fault(self, drive: Any, recording: Path) -> None:
        drive.open(recording)
        drive.say("a beep")
        drive.stem(0)
        self.show(drive)
        drive.find("exportFolderEdit").setText("~nobody-of-that-name/music")
        assert not drive.find("exportRunButton").isEnabled()


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # the offscreen platform's, of any dialog
def test_export_writes_stem_and_rest_that_sum_to_the_recording(drive: Any, recording: Path, tmp_path: Path) -> None:
    drive.open(recording)
    drive.document.set_selection(Selection(22050, 66150))
    drive.say("a beep")
    stem = drive.stem(0)
    drive.window.actions_by_id["export"].trigger()
    drive.find("exportDialog")
    folder = tmp_path / "out"
    folder.mkdir()
    drive.find("exportFolderEdit").setText(str(folder))
    drive.find("exportTick-rest").setChecked(True)
    assert "yard, 5 o'clock (a beep).wav" in drive.find("exportPreview").text()
    assert drive.find(f"exportTick-{stem.id}").isChecked()
    drive.find("exportRunButton").click()
    drive.until(lambda: drive.find("noticeBar").isVisible())
    assert drive.find("noticeLabel").text() == "Exported 2 files to “out”."
    drive.until(lambda: drive.window.findChild(QDialog, "exportDialog") is None)
    heard, rate = soundfile.read(folder / "yard, 5 o'clock (a beep).wav", dtype="float32")
    rest, _ = soundfile.read(folder / "yard, 5 o'clock (everything else).wav", dtype="float32")
    original, _ = soundfile.read(recording, dtype="float32")
    assert rate == 44100
    rest[22050:66150] += heard
    np.testing.assert_allclose(rest, original, atol=1e-6)


def test_the_theme_turns_and_is_remembered(drive: Any) -> None:
    drive.window.actions_by_id["themeAction"].trigger()
    assert drive.window.themes.theme.name == "light"
    assert drive.space.settings.settings.theme == "light"
    drive.window.themes.choose("dark")


def test_closing_while_working_asks(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("slow beep")
    drive.until(lambda: bool(drive.document.state.stems) and drive.document.state.stems[0].progress > 0)
    asked = []
    drive.window._confirm_close = lambda _: bool(asked.append(1))
    assert not drive.window.close()
    assert asked == [1]
    assert drive.window.isVisible()
    drive.window._confirm_close = lambda _: True
    assert drive.window.close()
    assert not drive.space.folder.exists()


def test_closing_hides_the_window_and_waits_for_no_engine(
    drive: Any, recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drive.open(recording)
    drive.say("deaf beep")
    drive.until(lambda: bool(drive.document.state.stems) and drive.document.state.stems[0].progress > 0)
    seen: list[bool] = []
    graces: list[int] = []
    begin_stop = InferenceThread.begin_stop

    def note(thread: InferenceThread, timeout_ms: int = 3000) -> None:
        seen.append(drive.window.isVisible())
        graces.append(timeout_ms)
        begin_stop(thread, timeout_ms)

    monkeypatch.setattr(InferenceThread, "begin_stop", note)
    assert drive.window.close()
    assert seen[0] is False
    assert graces[0] == 0
