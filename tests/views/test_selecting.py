"""Selection, boxes, regions and loop in the whole window."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu

from audiosep_core.audio.cache import SoundCache
from desktop.actions.zero_crossings import REACH_S, ZeroCrossings, nearest_crossing
from desktop.document.region_commands import AddRegions, new_region
from desktop.document.state import Selection

RATE = 44100
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def type_into(drive: Any, name: str, text: str) -> None:
    edit = drive.find(name)
    edit.setFocus()
    edit.selectAll()
    drive.qtbot.keyClicks(edit, text)
    drive.qtbot.keyClick(edit, Qt.Key.Key_Return)


@pytest.fixture
def window(drive: Any, recording: Path) -> Any:
    drive.open(recording)
    drive.find("rulerView").setFocus()
    return drive


def test_the_selection_is_shown_and_typed_in_numbers(window: Any) -> None:
    assert window.find("selectionBar").isVisible()
    type_into(window, "selectionStartEdit", "0.5")
    assert window.document.state.selection == Selection(RATE // 2, 3 * RATE)
    type_into(window, "selectionEndEdit", "0:02.5")
    assert window.find("selectionLengthEdit").text() == "00:02.000"
    type_into(window, "selectionLengthEdit", "44100 samples")
    assert window.document.state.selection == Selection(RATE // 2, RATE + RATE // 2)
    assert window.find("selectionEndEdit").text() == "00:01.500"
    type_into(window, "bandLowEdit", "200")
    assert window.document.state.selection.band_hz == (200.0, RATE / 2)
    type_into(window, "bandHighEdit", "4k")
    assert window.document.state.selection == Selection(RATE // 2, RATE + RATE // 2, (200.0, 4000.0))
    assert window.find("bandHighEdit").text() == "4000"
    spoken = window.find("selectionLabel").accessibleDescription()
    assert spoken == "Selected from 0.5 seconds to 1.5 seconds, 1 second long, from 200 to 4000 hertz"
    type_into(window, "bandLowEdit", "0")
    type_into(window, "bandHighEdit", "22050")
    assert window.document.state.selection == Selection(RATE // 2, RATE + RATE // 2), "all frequencies are no box"


def test_what_makes_no_sense_is_marked_and_changes_nothing(window: Any) -> None:
    window.document.set_selection(Selection(1000, 2000))
    type_into(window, "selectionStartEdit", "1:99")
    edit = window.find("selectionStartEdit")
    assert edit.property("invalid") == "true"
    assert window.document.state.selection == Selection(1000, 2000)
    window.key(Qt.Key.Key_Escape)
    assert edit.text() == "00:00.023"
    assert not edit.property("invalid")
    assert window.document.state.selection == Selection(1000, 2000), "Esc there is not “select nothing”"


@pytest.mark.parametrize("text", ["0:0", "1:99"])
def test_what_is_being_typed_stays_until_its_own_value_changes(window: Any, text: str) -> None:
    document = window.document
    document.set_selection(Selection(0, RATE))
    edit = window.find("selectionStartEdit")
    edit.setFocus()
    edit.selectAll()
    window.qtbot.keyClicks(edit, text)
    if text == "1:99":
        window.key(Qt.Key.Key_Return)
        assert edit.property("invalid") == "true"
    document.update_source(frames=3 * RATE + 100)
    document.undo_stack.push(AddRegions(document, new_region(Selection(5, 10))))
    document.set_selection(Selection(0, 2 * RATE))
    assert edit.text() == text
    assert window.find("selectionEndEdit").text() == "00:02.000"
    document.set_selection(Selection(RATE, 2 * RATE))
    assert edit.text() == "00:01.000"
    assert not edit.property("invalid")
    type_into(window, "selectionStartEdit", "0:01")
    assert edit.text() == "00:01.000", "typed otherwise, it is written as before"


def test_leaving_a_field_untouched_keeps_every_frame(window: Any) -> None:
    window.document.set_selection(Selection(1001, 2003))
    for name in ("selectionStartEdit", "selectionEndEdit", "selectionLengthEdit", "bandLowEdit", "bandHighEdit"):
        window.find(name).setFocus()
        window.key(Qt.Key.Key_Return)
    window.find("rulerView").setFocus()
    assert window.document.state.selection == Selection(1001, 2003)


def test_keys_move_the_playhead_and_extend_the_selection(window: Any) -> None:
    transport = window.space.transport
    transport.seek(RATE)
    window.key(Qt.Key.Key_Period)
    assert transport.position == RATE + RATE // 10
    window.key(Qt.Key.Key_Comma)
    window.key(Qt.Key.Key_Comma)
    assert transport.position == RATE - RATE // 10
    window.key(Qt.Key.Key_Period, SHIFT)
    assert transport.position == 3 * RATE
    window.key(Qt.Key.Key_Comma, SHIFT)
    assert transport.position == 0
    window.key(Qt.Key.Key_Right, SHIFT)
    assert window.document.state.selection == Selection(0, RATE)
    window.key(Qt.Key.Key_Right, SHIFT)
    assert window.document.state.selection == Selection(0, 2 * RATE)
    window.document.set_selection(Selection(RATE + 1, 2 * RATE))
    window.key(Qt.Key.Key_Left, SHIFT)
    assert window.document.state.selection == Selection(1, 2 * RATE)
    assert transport.position == 0


def test_a_step_while_nothing_plays_keeps_the_playhead_in_sight(window: Any) -> None:
    timeline, before = window.window.timeline, 3 * RATE // 2
    none = Qt.KeyboardModifier.NoModifier
    for key, modifiers in (
        (Qt.Key.Key_Right, none),
        (Qt.Key.Key_Left, none),
        (Qt.Key.Key_Period, none),
        (Qt.Key.Key_Comma, none),
        (Qt.Key.Key_Period, SHIFT),
        (Qt.Key.Key_Comma, SHIFT),
    ):
        window.space.transport.seek(before)
        timeline.show(timeline.viewport.showing(before - 1000, 2000))
        window.key(key, modifiers)
        assert timeline.playhead != before
        assert timeline.viewport.start <= timeline.playhead <= timeline.viewport.end
        assert timeline.viewport.span == pytest.approx(2000)


def test_the_visible_range_and_the_prompt_have_keys(window: Any) -> None:
    view = window.window.timeline.viewport
    window.window.timeline.show(view.showing(RATE, RATE))
    window.key(Qt.Key.Key_A, CONTROL | ALT)
    assert window.document.state.selection == Selection(RATE, 2 * RATE)
    window.key(Qt.Key.Key_Slash)
    assert QApplication.focusWidget() is window.find("promptEdit")
    assert window.find("promptEdit").text() == ""


def test_q_draws_boxes_and_its_button_shows_it(window: Any) -> None:
    marking = window.window.timeline.marking
    window.key(Qt.Key.Key_Q)
    assert marking.box_mode
    assert window.find("boxButton").isChecked()
    window.find("boxButton").click()
    assert not marking.box_mode
    assert not window.window.actions_by_id["boxMode"].isChecked()


def test_a_region_is_kept_named_found_and_deleted(window: Any) -> None:
    document = window.document
    document.set_selection(Selection(1000, 50_000))
    window.key(Qt.Key.Key_B, CONTROL)
    window.key(Qt.Key.Key_B, CONTROL)
    assert len(document.state.regions) == 1, "the same stretch is the same region"
    assert window.find("regionLane").isVisible()
    window.key(Qt.Key.Key_B, CONTROL | SHIFT)
    edit = window.find("regionNameEdit")
    assert edit.hasFocus()
    window.qtbot.keyClicks(edit, "wren")
    window.key(Qt.Key.Key_Return)
    assert document.state.regions[0].name == "wren"
    assert window.find("selectionLabel").text() == "wren"
    assert window.find("regionLane").accessibleDescription() == "wren"
    document.set_selection(Selection(60_000, 70_000))
    document.undo_stack.push(AddRegions(document, new_region(document.state.selection, "car")))
    window.find("rulerView").setFocus()
    window.key(Qt.Key.Key_Left, ALT)
    assert document.state.selection == Selection(1000, 50_000)
    assert window.space.transport.position == 1000
    window.key(Qt.Key.Key_Right, ALT)
    assert document.state.selection == Selection(60_000, 70_000)
    window.key(Qt.Key.Key_Delete, SHIFT)
    assert [region.name for region in document.state.regions] == ["wren"]
    window.key(Qt.Key.Key_Z, CONTROL)
    assert [region.name for region in document.state.regions] == ["wren", "car"]
    document.undo_stack.setIndex(0)
    assert document.state.regions == ()
    assert not window.find("regionLane").isVisible()


def test_on_the_lane_a_click_marks_a_region_and_its_edge_moves_in_one_step(window: Any) -> None:
    document, lane = window.document, window.find("regionLane")
    document.undo_stack.push(AddRegions(document, new_region(Selection(RATE, 2 * RATE))))
    document.set_selection(None)
    view = window.window.timeline.viewport
    x = [round(view.x_of(frame, lane.width())) for frame in (RATE, 1.5 * RATE, 2 * RATE, 2.5 * RATE)]
    window.qtbot.mouseClick(lane, Qt.MouseButton.LeftButton, pos=QPoint(x[1], 10))
    assert document.state.selection == Selection(RATE, 2 * RATE)
    assert window.space.transport.position == RATE
    window.qtbot.mousePress(lane, Qt.MouseButton.LeftButton, pos=QPoint(x[2], 10))
    window.qtbot.mouseMove(lane, QPoint((x[2] + x[3]) // 2, 10))
    window.qtbot.mouseMove(lane, QPoint(x[3], 10))
    window.qtbot.mouseRelease(lane, Qt.MouseButton.LeftButton, pos=QPoint(x[3], 10))
    region = document.state.regions[0]
    assert region.start == RATE
    assert region.end == pytest.approx(2.5 * RATE, abs=view.span / lane.width())
    assert document.state.selection == Selection(region.start, region.end)
    assert document.undo_stack.count() == 2
    window.qtbot.mouseDClick(lane, Qt.MouseButton.LeftButton, pos=QPoint(x[1], 10))
    assert window.find("regionNameEdit").isVisible()
    window.key(Qt.Key.Key_Escape)
    assert not window.find("regionNameEdit").isVisible()
    assert document.undo_stack.count() == 2


def test_a_page_that_turns_leaves_a_name_that_is_being_typed(window: Any) -> None:
    document, timeline = window.document, window.window.timeline
    document.undo_stack.push(AddRegions(document, new_region(Selection(1000, 20_000))))
    document.set_selection(Selection(1000, 20_000))
    timeline.show(timeline.viewport.showing(0, 30_000))
    window.key(Qt.Key.Key_B, CONTROL | SHIFT)
    edit, lane = window.find("regionNameEdit"), window.find("regionLane")
    window.qtbot.keyClicks(edit, "wr")
    timeline.move_playhead(40_000, playing=True)
    assert timeline.viewport.start > 30_000, "the page has turned"
    assert lane.rect().contains(edit.geometry())
    assert document.state.regions[0].name == ""
    assert QApplication.focusWidget() is edit
    window.qtbot.keyClicks(edit, "en")
    window.key(Qt.Key.Key_Return)
    assert document.state.regions[0].name == "wren"
    assert not edit.isVisible()


def test_the_loop_is_the_range_else_the_selection_else_everything(window: Any) -> None:
    transport, document = window.space.transport, window.document
    window.key(Qt.Key.Key_L)
    assert transport._loop == (0, 3 * RATE)
    document.set_selection(Selection(1000, 50_000))
    assert transport._loop == (1000, 50_000)
    document.set_loop((2000, 60_000))
    assert transport._loop == (2000, 60_000)
    window.key(Qt.Key.Key_L, SHIFT)
    assert document.state.loop == (1000, 50_000)
    window.window.actions_by_id["clearLoop"].trigger()
    assert document.state.loop is None
    window.key(Qt.Key.Key_L)
    assert transport._loop is None


def test_a_loop_drawn_in_the_ruler_is_repeated(window: Any) -> None:
    ruler = window.find("rulerView")
    window.qtbot.mousePress(ruler, Qt.MouseButton.LeftButton, pos=QPoint(100, 10))
    window.qtbot.mouseMove(ruler, QPoint(200, 10))
    window.qtbot.mouseMove(ruler, QPoint(300, 10))
    assert not window.space.playing.looping, "not before it is drawn"
    window.qtbot.mouseRelease(ruler, Qt.MouseButton.LeftButton, pos=QPoint(300, 10))
    loop = window.document.state.loop
    assert loop is not None
    assert window.space.playing.looping
    assert window.find("loopButton").isChecked()
    assert window.space.transport._loop == loop


def test_control_drag_scrubs_the_sound_and_lets_it_go(window: Any) -> None:
    lane, transport = window.find("waveformView"), window.space.transport
    view = window.window.timeline.viewport
    window.qtbot.mousePress(lane, Qt.MouseButton.LeftButton, CONTROL, QPoint(200, 20))
    assert transport.scrubbing
    assert transport.position == round(view.frame_at(200, lane.width()))
    point = QPointF(300, 20)
    held = Qt.MouseButton.LeftButton
    event = QMouseEvent(QEvent.Type.MouseMove, point, point, Qt.MouseButton.NoButton, held, CONTROL)
    QApplication.sendEvent(lane, event)
    assert transport.position == round(view.frame_at(300, lane.width()))
    window.qtbot.mouseRelease(lane, Qt.MouseButton.LeftButton, CONTROL, QPoint(300, 20))
    assert not transport.scrubbing
    assert not transport.playing
    assert window.document.state.selection is None


def test_play_selection_plays_of_a_box_only_its_band(window: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    played: list[tuple[object, ...]] = []
    monkeypatch.setattr(window.space.transport, "play", lambda *arguments: played.append(arguments))
    window.document.set_selection(Selection(1000, 50_000, (200.0, 4000.0)))
    window.key(Qt.Key.Key_Space, SHIFT)
    window.document.set_selection(Selection(1000, 50_000))
    window.key(Qt.Key.Key_Space, SHIFT)
    assert played == [(1000, 50_000, (200.0, 4000.0)), (1000, 50_000, None)]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # what the offscreen platform says of menus
def test_a_right_click_marks_the_region_under_it_and_offers_what_makes_sense(window: Any) -> None:
    document = window.document
    document.undo_stack.push(AddRegions(document, new_region(Selection(RATE, 2 * RATE), "wren")))
    window.window.timeline.marking.menu_requested.emit(QPoint(50, 50), RATE + 5)
    menu = window.window.findChild(QMenu, "laneMenu")
    names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    assert document.state.selection == Selection(RATE, 2 * RATE)
    assert {"playSelection", "renameRegion", "removeRegion"} <= set(names)
    assert not {"solo", "clearLoop", "separate", "addRegion"} & set(names)
    assert all(action.isEnabled() for action in menu.actions())
    menu.close()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # what the offscreen platform says of menus
@pytest.mark.parametrize("marked", [None, Selection(0, RATE)])
def test_a_right_click_beside_a_region_does_nothing_to_it(window: Any, marked: Selection | None) -> None:
    document = window.document
    document.undo_stack.push(AddRegions(document, new_region(Selection(0, RATE), "wren")))
    document.set_selection(marked)
    window.space.transport.seek(1000)
    window.window.timeline.marking.menu_requested.emit(QPoint(50, 50), 2 * RATE)
    menu = window.window.findChild(QMenu, "laneMenu")
    names = {action.objectName() for action in menu.actions()}
    assert "selectAll" in names
    assert not {"renameRegion", "removeRegion"} & names
    assert window.window.actions_by_id["removeRegion"].isEnabled(), "the key still means the one under the playhead"
    menu.close()


def test_snapping_is_remembered_and_edges_lie_on_crossings(window: Any) -> None:
    window.key(Qt.Key.Key_Z)
    assert window.space.settings.settings.snap_to_zero
    assert window.find("snapButton").isChecked()
    crossings = ZeroCrossings(window.document)
    source = window.document.state.source
    with SoundCache.open(source.cache) as cache:
        sound = cache.read(0, source.frames).sum(axis=1)
    for frame in range(100, source.frames, 9973):
        at = crossings.snapped(frame)
        assert abs(at - frame) <= REACH_S * source.rate_hz
        if at != frame:
            around = sound[at - 1 : at + 2]
            assert np.abs(sound[at]) <= np.abs(around[[0, 2]]).max()
            assert np.signbit(around).any()
            assert not np.signbit(around).all()
    crossings.close()


def test_the_nearest_crossing_is_the_nearest() -> None:
    samples = np.array([1, 1, -1, -1, -1, -1, 0.1, 1], np.float32)[:, None]
    assert nearest_crossing(samples, 0) == 2
    assert nearest_crossing(samples, 4) in (2, 6)
    assert nearest_crossing(samples, 7) == 6, "of its two frames the one nearer to zero"
    assert nearest_crossing(np.zeros((5, 2), np.float32), 2) is None


def test_asking_in_a_box_reaches_the_engine_and_stays_with_the_stem(window: Any) -> None:
    asked: list[Any] = []
    send = window.space.inference.separate
    window.space.inference.separate = lambda request: (asked.append(request), send(request))
    window.document.set_selection(Selection(RATE, 2 * RATE, (200.0, 4000.0)))
    window.say("a beep")
    stem = window.stem(0)
    assert (stem.start, stem.end, stem.band_hz) == (RATE, 2 * RATE, (200.0, 4000.0))
    assert asked[0].message()["options"]["band_hz"] == [200.0, 4000.0]


def test_every_region_is_one_request_in_its_own_stretch_and_band(window: Any) -> None:
    document = window.document
    regions = [new_region(Selection(0, RATE)), new_region(Selection(RATE, 2 * RATE, (200.0, 4000.0)))]
    document.undo_stack.push(AddRegions(document, *regions))
    window.find("promptEdit").setText("a beep")
    document.set_selection(Selection(5, 10))
    window.window.actions_by_id["separateRegions"].trigger()
    window.stem(1)
    stems = [(stem.start, stem.end, stem.band_hz) for stem in document.state.stems]
    assert stems == [(0, RATE, None), (RATE, 2 * RATE, (200.0, 4000.0))]
    assert document.state.selection == Selection(5, 10)
    window.key(Qt.Key.Key_Z, CONTROL)
    assert len(document.state.stems) == 1, "each can be taken back by itself"
