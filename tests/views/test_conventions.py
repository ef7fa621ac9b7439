"""What people expect of such a window before they have read a word about it."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPushButton

from audiosep_core.audio.spectrum import FLOOR_DB
from audiosep_core.library.registry import ModelInfo
from desktop.actions.export_formats import FORMATS
from desktop.document.state import Selection
from desktop.services.settings import FFT_SIZES, SettingsStore
from desktop.views import main_window
from desktop.views.look import PRESETS, Look

ADVANCED = ("deviceCombo", "backendCombo", "channelsCombo", "competeCombo", "aboveBandTick")


def at(widget: Any, window: Any) -> QPoint:
    """Where a widget lies in the window."""
    return QPoint(widget.mapTo(window, QPoint(0, 0)))


def test_the_spectrogram_begins_as_people_know_it() -> None:
    look = Look()
    assert (look.scale, look.fft, look.colors) == ("mel", 2048, "magma")
    assert 80 <= look.range_db <= 90
    assert FFT_SIZES == (512, 1024, 2048, 4096, 8192)
    assert {preset.id for preset in PRESETS} >= {"speech", "music", "high", "rumble"}


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_scales_and_colours_are_offered(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.window.actions_by_id["spectrogramSettings"].trigger()

    def offered(name: str) -> list[Any]:
        combo: QComboBox = drive.find(name)
        return [combo.itemData(place) for place in range(combo.count())]

    assert offered("scaleCombo") == ["mel", "linear", "log"]
    assert offered("colorsCombo") == ["magma", "viridis", "grey", "inverse"]
    assert offered("fftCombo") == list(FFT_SIZES)
    drive.find("spectrogramDialog").close()


def test_the_loudest_of_the_recording_is_the_brightest_in_every_row(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    stem = drive.stem(0)
    loudest = drive.space.pictures.picture("source").spectrum
    drive.until(lambda: loudest.view(0, 132300, 200).max() > 0)
    peak_db = FLOOR_DB + loudest.view(0, 132300, 200).max() / 255 * -FLOOR_DB
    drive.until(lambda: abs(drive.space.pictures.top_db - peak_db) < 1.5)
    rows = [drive.window.tracks.row(name) for name in ("source", "rest", stem.id)]
    assert {row.spectrogram._top_db for row in rows} == {drive.space.pictures.top_db}
    drive.window.handlers.viewing.choose_look(PRESETS[1].applied(drive.window.timeline.look))
    assert {row.spectrogram._timeline for row in rows} == {drive.window.timeline}, "one look for all of them"


def test_the_transport_holds_what_people_look_for(drive: Any, recording: Path) -> None:
    drive.open(recording)
    bar = drive.find("transportBar")
    for name in ("playButton", "stopButton", "loopButton", "timeLabel", "abButton", "volumeSlider", "deviceButton"):
        assert bar.isAncestorOf(drive.find(name)), name
        assert drive.find(name).isVisible(), name
    for name in ("selectionStartEdit", "selectionEndEdit", "bandLowEdit", "bandHighEdit"):
        assert drive.find("selectionBar").isAncestorOf(drive.find(name)), name


def test_rows_lie_in_their_order_and_the_recording_does_not_scroll_away(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.window.resize(1024, 640)
    for place in range(5):
        drive.say(f"beep {place}")
        drive.stem(place)
    source, rest = drive.window.tracks.row("source"), drive.window.tracks.row("rest")
    rows = [drive.window.tracks.row(stem.id) for stem in drive.document.state.stems]
    bar = drive.find("stemArea").verticalScrollBar()
    bar.setValue(0)
    heights = [at(row, drive.window).y() for row in (source, *rows, rest)]
    assert heights == sorted(heights), "the recording first, everything else last"
    bar.setValue(10_000)
    assert at(source, drive.window).y() == heights[0]
    assert at(rows[0], drive.window).y() < heights[1]


def test_the_window_is_useful_at_its_least_size(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    drive.stem(0)
    assert (drive.window.minimumWidth(), drive.window.minimumHeight()) == (1024, 640)
    drive.window.resize(1024, 640)
    drive.until(lambda: drive.window.transport_bar.width() <= 1024)  # it leaves words out where there is no room
    drive.until(lambda: drive.window.minimumSizeHint().width() <= 1024)
    assert drive.window.minimumSizeHint().height() <= 640
    for name in ("playButton", "promptEdit", "separateButton", "statusStrip", "rulerView", "stemList"):
        widget = drive.find(name)
        place = at(widget, drive.window)
        assert drive.window.rect().contains(place), name
        assert widget.isVisible(), name


def test_panels_are_docked_where_the_person_wants_them_and_stay_there(
    drive: Any, recording: Path, tmp_path: Path
) -> None:
    drive.open(recording)
    body, dock = drive.window.body, drive.find("promptDock")
    assert dock.features() & dock.DockWidgetFeature.DockWidgetMovable
    grip = drive.find("promptDockGrip")
    assert grip.isVisible(), "there is something to take hold of"
    assert grip.height() <= 12
    body.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    drive.until(lambda: at(dock, drive.window).x() < 100)
    kept = drive.window
    assert kept.close()
    state = SettingsStore(tmp_path / "settings.json").settings.window_panels
    assert state
    body.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    drive.space.settings.update(window_panels=state)
    kept._restore()
    assert body.dockWidgetArea(dock) == Qt.DockWidgetArea.LeftDockWidgetArea
    assert not drive.find("jobsDock").isVisible()


def test_advanced_choices_are_behind_one_disclosure_and_automatic(drive: Any, recording: Path) -> None:
    drive.open(recording)
    assert drive.find("advancedButton").text() == "Advanced: automatic"
    assert [name for name in ADVANCED if drive.find(name).isVisible()] == []
    drive.find("advancedButton").click()
    assert [name for name in ADVANCED if drive.find(name).isVisible()] == list(ADVANCED)
    assert drive.find("deviceCombo").currentData() == "auto"


def test_without_a_recording_one_card_says_how_to_begin(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.space.opening.close()
    card = drive.find("emptyCard")
    texts = [label.text() for label in card.findChildren(QLabel)]
    assert "Drop audio or video here" in texts
    assert any("WAV, FLAC, MP3" in text for text in texts)
    assert "Everything runs on this computer. Nothing is uploaded." in texts
    assert drive.find("emptyOpenButton").isVisible()
    assert [drive.find(f"exampleButton-{n}").isVisible() for n in range(3)] == [True] * 3
    assert drive.find("recentButton-0").text() == recording.name


@pytest.mark.parametrize("place", [(50, 300), (600, 30), (1000, 700)])
def test_a_drop_is_welcome_anywhere_in_the_window(drive: Any, recording: Path, place: tuple[int, int]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(recording))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(*place), Qt.DropAction.CopyAction, data, left, none)
    drive.window.dragEnterEvent(entering)
    assert entering.isAccepted()
    assert drive.find("emptyCard").property("over") == "true", "and the card says where"
    drive.window.dropEvent(QDropEvent(QPointF(*place), Qt.DropAction.CopyAction, data, left, none))
    drive.until(lambda: drive.document.state.source is not None)


def test_with_a_recording_and_no_words_the_line_waits_for_them(drive: Any, recording: Path) -> None:
    drive.open(recording)
    assert drive.find("promptEdit").hasFocus()
    assert drive.find("promptHint").text() == "Short and plain works best: dog barking, acoustic guitar"


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_without_a_model_its_size_and_the_way_to_it_are_told_and_the_rest_works(
    drive: Any, recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    big = ModelInfo("big", "Big", "", 0, "MIT", None, download_bytes=1_264_844_076)
    monkeypatch.setattr(main_window, "list_models", lambda: (big,))
    drive.window._offer_models("starter")
    drive.open(recording)
    text = "The separation model (1,265 MB) is not installed. Viewing and playing work without it."
    assert drive.find("promptHint").text() == text
    drive.find("playButton").click()
    assert drive.space.transport.playing
    button: QPushButton = drive.find("promptModelsButton")
    assert button.isVisible()
    button.click()
    assert drive.find("modelsDialog").isVisible()
    assert drive.find("modelsOwnFileButton").isVisible(), "a file that is here can be used"
    drive.find("modelsDialog").close()


def test_a_computer_without_graphics_card_or_network_is_told_by_the_status_line_only(
    drive: Any, recording: Path
) -> None:
    drive.open(recording)
    drive.space.inference.warmed.emit("starter", "cpu", "CPU, 8 threads")
    assert drive.find("engineLabel").text() == "Starter on the processor"
    assert not drive.find("noticeBar").isVisible()
    assert [dialog for dialog in drive.window.findChildren(QDialog) if dialog.isVisible()] == []


def test_a_silent_stem_says_so_in_its_row(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.document.set_selection(Selection(24_000, 43_000))  # between two beeps
    drive.say("a beep")
    row = drive.window.tracks.row(drive.stem(0).id)
    drive.until(lambda: row.header._note.text() == "Nothing matched above −60 dB")


def test_every_format_that_was_promised_can_be_written() -> None:
    promised = {"wav-16", "wav-24", "wav-float", "flac-16", "flac-24", "mp3-v0", "mp3-320", "ogg", "opus"}
    assert promised <= {one.id for one in FORMATS}


def test_space_in_a_button_or_a_row_plays_and_in_a_text_types(drive: Any, recording: Path) -> None:
    drive.open(recording)
    for name in ("openButton", "loopButton", "exportButton"):
        drive.find(name).setFocus()
        drive.key(Qt.Key.Key_Space)
        assert drive.space.transport.playing, name
        drive.key(Qt.Key.Key_Space)
        assert not drive.space.transport.playing, name
    drive.find("promptEdit").setFocus()
    drive.key(Qt.Key.Key_Space)
    assert drive.space.transport.playing, "nothing is typed yet"
    drive.key(Qt.Key.Key_Space)
    assert not drive.space.transport.playing
    QTest.keyClicks(drive.find("promptEdit"), "a b")
    assert not drive.space.transport.playing
    assert drive.find("promptEdit").text() == "a b"
