"""Rows in the real window: order, duplicates, the sum, colours, and files on their way out."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from audiosep_core.audio.broadcast import read_broadcast
from audiosep_core.audio.cache import SoundCache
from desktop.actions.handing_over import Portion
from desktop.actions.sum_check import SumReport
from desktop.document.state import REST_ID, STEM_COLORS, Project, Selection, StemTrack
from desktop.views.drag_out import file_data
from desktop.views.track_notes import rest_notes
from desktop.views.track_row import COMPACT_HEIGHT, STEM_HEIGHT

pytestmark = pytest.mark.qt_log_ignore("does not support raise", "propagateSizeHints", "grab", extend=True)
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def stems(drive: Any, recording: Path) -> list[str]:
    """Two stems; the second lies over the first."""
    drive.open(recording)
    drive.say("beep")
    drive.stem(0)
    drive.document.set_selection(Selection(22050, 88200))
    drive.say("second beep")
    drive.stem(1)
    drive.document.set_selection(None)
    return [stem.id for stem in drive.document.state.stems]


def ids(drive: Any) -> list[str]:
    return [stem.id for stem in drive.document.state.stems]


def rows(drive: Any) -> list[str]:
    """Ids of the rows as they are seen, from the top."""
    seen = sorted(drive.window.tracks._rows.items(), key=lambda item: item[1].mapToGlobal(QPoint()).y())
    return [track_id for track_id, _ in seen]


def trigger(drive: Any, command: str, stem_id: str) -> None:
    drive.window.tracks.focus_row(stem_id)
    drive.window.actions_by_id[command].trigger()


def take(grip: QWidget) -> None:
    send(grip, QEvent.Type.MouseButtonPress, grip.mapToGlobal(QPointF(8, 20)))


def send(grip: QWidget, kind: QEvent.Type, at: QPointF) -> None:
    button = Qt.MouseButton.LeftButton
    event = QMouseEvent(kind, grip.mapFromGlobal(at), at, button, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(grip, event)


def test_keys_move_a_stem_and_everything_else_stays_last(drive: Any, stems: list[str]) -> None:
    drive.window.tracks.focus_row(stems[1])
    drive.key(Qt.Key.Key_Up, ALT)
    assert ids(drive) == [stems[1], stems[0]]
    drive.until(lambda: rows(drive) == ["source", stems[1], stems[0], REST_ID])
    assert QApplication.focusWidget() is drive.window.tracks.row(stems[1]), "to be moved on"
    drive.key(Qt.Key.Key_Down, ALT)
    drive.key(Qt.Key.Key_Down, ALT)  # there is no further
    assert ids(drive) == stems
    assert drive.document.undo_stack.undoText() == "Move “second beep”"
    drive.key(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is drive.window.tracks.row(REST_ID)
    for _ in range(4):
        drive.key(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is drive.window.tracks.row("source")


def test_who_is_removed_hands_over_to_the_neighbour_and_who_comes_back_is_turned_to(
    drive: Any, stems: list[str]
) -> None:
    def turned_to(track_id: str) -> bool:
        chosen, row = drive.window.chosen_track(), drive.window.tracks.row(track_id)
        return chosen[0] == track_id and QApplication.focusWidget() is row and row.isVisible()

    drive.window.tracks.focus_row(stems[0])
    drive.key(Qt.Key.Key_Delete)
    drive.until(lambda: turned_to(stems[1]))
    drive.key(Qt.Key.Key_Delete)
    drive.until(lambda: turned_to("source"))
    drive.key(Qt.Key.Key_Z, CONTROL)
    drive.until(lambda: turned_to(stems[1]))
    drive.key(Qt.Key.Key_Z, CONTROL)
    drive.until(lambda: turned_to(stems[0]))
    drive.window.tracks.focus_row(stems[1])
    drive.key(Qt.Key.Key_Z, CONTROL)
    drive.until(lambda: turned_to(stems[0]))  # the second is not separated yet
    drive.key(Qt.Key.Key_Y, CONTROL)
    drive.until(lambda: turned_to(stems[1]))


def test_undo_by_the_mouse_takes_no_keyboard_from_the_words(drive: Any, stems: list[str]) -> None:
    edit = drive.find("promptEdit")
    drive.window.tracks.focus_row(stems[1])
    edit.setFocus()
    drive.window.actions_by_id["undo"].trigger()
    assert QApplication.focusWidget() is edit
    assert drive.window.chosen_stem().id == stems[0]
    drive.window.actions_by_id["redo"].trigger()
    assert QApplication.focusWidget() is edit
    assert drive.window.chosen_stem().id == stems[1]


def test_the_grip_moves_a_stem(drive: Any, stems: list[str]) -> None:
    grip = drive.find(f"grip-{stems[0]}")
    line = drive.find("dropLine")
    take(grip)
    other = drive.window.tracks.row(stems[1])
    below = other.mapToGlobal(QPointF(8, other.height() - 4))
    send(grip, QEvent.Type.MouseMove, below)
    assert line.isVisible()
    send(grip, QEvent.Type.MouseButtonRelease, below)
    assert not line.isVisible()
    assert ids(drive) == [stems[1], stems[0]]
    drive.document.undo_stack.undo()
    assert ids(drive) == stems


def test_a_duplicate_is_drawn_at_once_and_keeps_everything_else_true(drive: Any, stems: list[str]) -> None:
    drive.until(lambda: drive.space.pictures.picture(stems[0]).spectrum is not None)
    trigger(drive, "duplicate", stems[0])
    twin = drive.document.state.stems[1]
    assert (twin.name, twin.in_sum) == ("beep (2)", False)
    assert drive.space.pictures.picture(twin.id).spectrum is not None
    assert drive.find(f"sumButton-{twin.id}").isChecked() is False
    assert "not in the sum" in drive.window.tracks.row(twin.id).header._note.text().lower()
    first = drive.document.state.stems[0].cache
    trigger(drive, "remove", stems[0])
    assert drive.document.state.stems[0].in_sum, "it takes the place of the first"
    assert first.exists(), "its sound stays while any stem uses it"


def test_the_sum_is_measured_and_claims_are_told(drive: Any, stems: list[str]) -> None:
    row = drive.window.tracks.row(REST_ID)
    drive.until(lambda: row.header._note.text() == "Sums to the original ✓")
    assert "measured on what is played" in row.header._note.toolTip().lower()
    trigger(drive, "duplicate", stems[0])
    twin = drive.document.state.stems[1].id
    drive.find(f"sumButton-{twin}").click()
    assert drive.document.state.stems[1].in_sum
    drive.until(lambda: row.header._second_note.text() == "Stems overlap in one place")
    assert row.header._note.text() == "Sums to the original ✓"
    assert row.claims.isVisible()
    drive.document.undo_stack.undo()
    drive.until(lambda: not row.claims.isVisible())
    for stem_id in stems:
        trigger(drive, "countInSum", stem_id)
    assert row.header._note.text() == "The whole recording: no stem counts"


def test_every_control_edits_the_document(drive: Any, stems: list[str]) -> None:
    stem_id = stems[0]
    drive.find(f"panKnob-{stem_id}").setValue(-40)
    drive.find(f"amountSlider-{stem_id}").setValue(70)
    drive.find(f"colorButton-{stem_id}").menu().actions()[5].trigger()
    drive.find("panKnob-source").setValue(10)
    drive.find("panKnob-rest").setValue(20)
    state = drive.document.state
    stem = state.stem(stem_id)
    assert (stem.pan, stem.amount, stem.color) == (-0.4, 0.7, STEM_COLORS[5])
    assert (state.source_track.pan, state.rest_track.pan) == (0.1, 0.2)
    while drive.document.undo_stack.canUndo() and "Separate" not in drive.document.undo_stack.undoText():
        drive.document.undo_stack.undo()
    assert drive.find(f"panKnob-{stem_id}").value() == 0
    assert drive.find(f"amountSlider-{stem_id}").value() == 0
    for name in ("colorButton-rest", "sumButton-rest", "amountSlider-source"):
        assert not drive.find(name).isVisible()


def test_what_a_stopped_stem_lacks_is_hatched_and_made_by_continue(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("slow beep")
    drive.until(lambda: bool(drive.document.state.stems) and drive.document.state.stems[0].progress > 0.3)
    drive.say("a beep")
    drive.until(lambda: len(drive.document.state.stems) == 2)
    drive.space.separation.cancel_all()
    begun, waited = drive.stem(0, "cancelled"), drive.stem(1, "cancelled")
    pictures, tracks = drive.space.pictures, drive.window.tracks
    drive.until(lambda: pictures.picture(begun.id).spectrum is not None)
    assert pictures.picture(begun.id).pending == ((44100, 132300),), "two chunks of six are there"
    assert pictures.picture(waited.id).pending == ((0, 132300),)
    assert tracks.overview._pending == (), "nobody works on it"
    go_on, try_again = (drive.find(f"continueButton-{stem.id}") for stem in (begun, waited))
    assert (go_on.text(), try_again.text()) == ("Continue", "Try again")
    for name in ("amountSlider", "strengthSlider"):
        assert drive.find(f"{name}-{begun.id}").isVisible()
        assert not drive.find(f"{name}-{waited.id}").isVisible(), "there is nothing to be changed"
    assert drive.window.prompt_panel.strength._stem_id == begun.id
    try_again.click()
    assert not try_again.isVisible()
    assert QApplication.focusWidget() is tracks.row(waited.id), "Space is to play"
    drive.stem(1)
    assert pictures.picture(waited.id).pending == ()
    assert drive.find(f"amountSlider-{waited.id}").isVisible()
    assert [stem.id for stem in drive.document.state.stems] == [begun.id, waited.id]


def test_how_often_stems_overlap_is_told_and_where_beside_it() -> None:
    stem = StemTrack("a", "a", "a", Path("a.json"), 0, 900, "spare")
    places = tuple((start, start + 5) for start in range(0, 900, 100))
    _, note = rest_notes(Project(stems=(stem,)), SumReport(-120.0, places), rate_hz=10)
    assert note.text == "Stems overlap in 9 places"
    assert "00:10.0–00:10.5" in note.tip
    assert "00:20.0–00:20.5 and 6 more" in note.tip, "nobody thinks that these are all"
    assert max(map(len, note.tip.splitlines())) <= 80, "a screen has room for it"


def test_all_rows_of_two_stems_are_seen_whole(drive: Any, stems: list[str]) -> None:
    area, rest = drive.find("stemArea"), drive.window.tracks.row(REST_ID)
    for size in ((1280, 800), (1440, 900)):
        drive.window.resize(*size)
        drive.until(lambda: area.verticalScrollBar().maximum() == 0)
        assert rest.mapTo(area, QPoint(0, rest.height())).y() <= area.height()


def test_compact_rows_are_remembered(drive: Any, stems: list[str]) -> None:
    row = drive.window.tracks.row(stems[0])
    assert row.height() == STEM_HEIGHT
    drive.window.actions_by_id["compactRows"].trigger()
    assert row.height() == COMPACT_HEIGHT
    assert not drive.find(f"amountSlider-{stems[0]}").isVisible()
    assert drive.find(f"gainSlider-{stems[0]}").isVisible()
    assert drive.space.settings.settings.compact_rows
    trigger(drive, "duplicate", stems[0])
    assert drive.window.tracks.row(drive.document.state.stems[1].id).height() == COMPACT_HEIGHT
    drive.window.actions_by_id["compactRows"].trigger()
    assert row.height() == STEM_HEIGHT


def test_levels_reach_the_meters(drive: Any, stems: list[str]) -> None:
    drive.space.transport.track_levels_changed.emit({stems[0]: (1.0, 0.5), "source": (0.25, 0.25)})
    assert drive.find(f"meter-{stems[0]}").levels_db == pytest.approx((0.0, -6.02), abs=0.01)
    assert drive.find("meter-source").levels_db[0] == pytest.approx(-12.04, abs=0.01)
    assert drive.find(f"meter-{stems[1]}").levels_db == (-60.0, -60.0)
    drive.space.transport.playing_changed.emit(False)
    assert drive.find(f"meter-{stems[0]}").levels_db == (-60.0, -60.0)


def test_a_track_is_dragged_out_as_a_file_that_knows_its_place(
    drive: Any, stems: list[str], started: Callable[[], list[Path]]
) -> None:
    grip = drive.find(f"grip-{stems[1]}")
    take(grip)
    send(grip, QEvent.Type.MouseMove, QPointF(drive.window.frameGeometry().bottomRight() + QPoint(80, 80)))
    drive.until(lambda: bool(started()))
    (path,) = started()
    stem = drive.document.state.stem(stems[1])
    assert path.name == "second beep.wav"
    assert read_broadcast(path).time_reference == stem.start  # type: ignore[union-attr]
    with SoundCache.open(stem.cache) as cache:
        np.testing.assert_array_equal(soundfile.read(path, dtype="float32")[0], cache.read(0, cache.frames))
    assert drive.space.folder in path.parents, "it goes with the session"
    assert not grip._preparing
    assert ids(drive) == stems
    # Once more: the file is there already.
    take(grip)
    send(grip, QEvent.Type.MouseMove, QPointF(drive.window.frameGeometry().bottomRight() + QPoint(80, 80)))
    assert started() == [path, path]


@pytest.fixture
def started(drive: Any, stems: list[str], monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[Path]]:
    paths: list[Path] = []
    monkeypatch.setattr(drive.window.handlers.tracks._drag_out, "_start", lambda _, path: paths.append(path))
    return lambda: paths


def test_everything_else_and_only_the_selection(drive: Any, stems: list[str], recording: Path) -> None:
    drive.document.set_selection(Selection(44100, 66150))
    done: list[tuple[Portion, Path]] = []
    drive.space.handing.ready.connect(lambda portion, path: done.append((portion, path)))
    wanted = drive.space.handing.wanted(REST_ID, "PCM_24", selected=True)
    assert wanted.track_id == REST_ID
    drive.space.handing.prepare(wanted)
    drive.until(lambda: bool(done))
    portion, path = done[0]
    assert portion == wanted
    info = soundfile.info(path)
    assert (info.frames, info.subtype) == (22050, "PCM_24")
    assert read_broadcast(path).time_reference == 44100  # type: ignore[union-attr]
    whole, _ = soundfile.read(recording, dtype="float32")
    expected = whole[44100:66150].copy()
    for stem in drive.document.state.stems:
        with SoundCache.open(stem.cache) as cache:
            expected -= cache.read(44100 - stem.start, 66150 - stem.start)
    np.testing.assert_allclose(soundfile.read(path, dtype="float32")[0], np.clip(expected, -1, 1), atol=2e-7)
    assert drive.space.handing.wanted("nobody") is None


@pytest.fixture
def asked(drive: Any, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Jobs of a writer that does nothing: the test says what is ready, or failed, and when."""
    jobs: list[str] = []
    monkeypatch.setattr(drive.space.writer, "hand_over", lambda job, *_: jobs.append(job))
    return jobs


def test_what_is_carried_is_what_the_hand_holds_now(
    drive: Any, stems: list[str], asked: list[str], started: Callable[[], list[Path]]
) -> None:
    drag, writer, handing = drive.window.handlers.tracks._drag_out, drive.space.writer, drive.space.handing
    drive.document.set_selection(Selection(44100, 66150))
    ready: list[tuple[Portion, Path]] = []
    handing.ready.connect(lambda portion, path: ready.append((portion, path)))
    drag.hold(stems[0], "FLOAT", selected=False)
    drag.release(stems[0])
    drag.hold(stems[0], "FLOAT", selected=True)
    drag.leave(stems[0])
    whole, selection = asked
    writer.done.emit(whole, {})
    assert started() == [], "it is another stretch of the same stem"
    writer.done.emit(selection, {})
    portion, path = ready[-1]
    assert started() == [path]
    assert (portion.start, portion.end) == (44100, 66150)
    drag.hold(stems[0], "FLOAT", selected=True)
    drag.release(stems[0])
    drive.document.set_stem(stems[0], strength=1.0)
    drag.hold(stems[0], "FLOAT", selected=True)
    drag.leave(stems[0])
    before, now = asked[2:]
    writer.failed.emit(before, "disk-full", "No room.", "")
    writer.done.emit(now, {})
    assert started() == [path, ready[-1][1]], "what failed was the sound before it got another strength"


def test_what_is_copied_is_the_track_as_it_was_asked_for_last(drive: Any, stems: list[str], asked: list[str]) -> None:
    def copied() -> list[str]:
        data = QGuiApplication.clipboard().mimeData()
        return [Path(url.toLocalFile()).name for url in data.urls()] if data is not None else []

    trigger(drive, "copyFile", stems[0])
    drive.document.set_stem(stems[0], name="dog")
    trigger(drive, "copyFile", stems[0])
    before, now = asked
    drive.space.writer.done.emit(before, {})
    assert copied() == []
    drive.space.writer.done.emit(now, {})
    assert copied() == ["dog.wav"]


def test_a_track_is_copied_as_a_file(drive: Any, stems: list[str]) -> None:
    trigger(drive, "copyFile", stems[0])
    clipboard = QGuiApplication.clipboard()
    drive.until(lambda: clipboard.mimeData() is not None and clipboard.mimeData().hasUrls())
    assert Path(clipboard.mimeData().urls()[0].toLocalFile()).name == "beep.wav"
    assert "ready to be pasted" in drive.window.notices.notice.message


def test_what_cannot_be_written_is_told(drive: Any, stems: list[str]) -> None:
    blocked = drive.document.state.source.cache.parent / "handed-over"
    blocked.write_text("in the way")
    trigger(drive, "copyFile", stems[0])
    drive.until(lambda: drive.window.notices.notice is not None and drive.window.notices.notice.level == "error")


def test_a_drag_of_our_own_opens_no_file(drive: Any, recording: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = file_data(recording)
    for ours in (False, True):
        event = QDragEnterEvent(
            QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        event.setAccepted(False)
        monkeypatch.setattr(drive.window.handlers.tracks, "_carrying", ours)
        drive.window.dragEnterEvent(event)
        assert event.isAccepted() is not ours


def test_the_menu_of_a_row(drive: Any, stems: list[str]) -> None:
    header = drive.window.tracks.row(stems[0]).header
    header.menu_requested.emit(header.mapToGlobal(QPoint(5, 5)))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert [action.objectName() for action in menu.actions() if action.objectName()][:2] == ["solo", "mute"]
    assert drive.window.chosen_stem().id == stems[0]
    menu.close()


def test_twelve_stems_stay_within_reach(drive: Any, stems: list[str]) -> None:
    drive.window.resize(1024, 640)
    for _ in range(10):
        trigger(drive, "duplicate", drive.document.state.stems[-1].id)
    assert len(drive.document.state.stems) == 12
    last = drive.window.tracks.row(drive.document.state.stems[-1].id)
    drive.window.tracks.focus_row(drive.document.state.stems[-1].id)
    area = drive.find("stemArea")
    drive.until(lambda: 0 <= last.mapTo(area, QPoint()).y() <= area.height() - last.height())
    assert rows(drive)[-1] == REST_ID
