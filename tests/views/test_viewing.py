"""Lanes, their look and their band in the real window: keys, wheel, axis, settings, and stems drawn as they grow."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.document.state import REST_ID, SOURCE_ID, Selection
from desktop.services.settings import SettingsStore
from desktop.views.frequency_axis import FrequencyAxis
from desktop.views.look import PRESETS
from desktop.views.theme import contrast

CONTROL = Qt.KeyboardModifier.ControlModifier


def wheel(widget: QWidget, notches: int, modifiers: Qt.KeyboardModifier, at: QPoint) -> None:
    point, none = QPointF(at), Qt.MouseButton.NoButton
    # Alt turns the wheel sideways on some systems: so it comes from them.
    sideways = bool(modifiers & Qt.KeyboardModifier.AltModifier)
    angle = QPoint(120 * notches, 0) if sideways else QPoint(0, 120 * notches)
    event = QWheelEvent(
        point, widget.mapToGlobal(point), QPoint(), angle, none, modifiers, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(widget, event)


def pixels(widget: QWidget) -> np.ndarray:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), np.uint32, image.width() * image.height())
    return flat.reshape(image.height(), image.width()).copy()


def brightness(widget: QWidget) -> np.ndarray:
    rgb = pixels(widget)
    return ((rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255)).astype(float)


def test_keys_choose_the_lanes_and_the_choice_is_kept(drive: Any, recording: Path, tmp_path: Path) -> None:
    drive.open(recording)
    wave, spectrum, axis = (drive.find(name) for name in ("waveformView", "spectrogramView", "axisView"))
    for key, shown in (
        (Qt.Key.Key_1, (True, False)),
        (Qt.Key.Key_2, (False, True)),
        (Qt.Key.Key_3, (True, True)),
    ):
        drive.key(key, CONTROL)
        assert (wave.isVisible(), spectrum.isVisible()) == shown
        assert axis.isVisible() == shown[1]
    drive.key(Qt.Key.Key_2, CONTROL)
    assert drive.window.actions_by_id["showSpectrogram"].isChecked()
    assert SettingsStore(tmp_path / "settings.json").settings.lanes == "spectrogram"


def test_a_waveform_lies_over_the_spectrogram(drive: Any, recording: Path) -> None:
    drive.open(recording)
    spectrum, wave = drive.find("spectrogramView"), drive.find("waveformView")
    drive.window.actions_by_id["overlayLanes"].trigger()
    assert spectrum.isVisible()
    assert not wave.isVisible()
    over = brightness(spectrum)
    look = drive.window.timeline.look
    assert look.overlay
    spectrum.set_waveform_over(None)
    assert (over != brightness(spectrum)).mean() > 0.01


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_what_is_not_heard_fades_into_the_maps_own_ground(drive: Any, recording: Path, theme: str) -> None:
    drive.window.themes.choose(theme)
    drive.open(recording)
    spectrum = drive.find("spectrogramView")
    drive.until(lambda: (brightness(spectrum) > 300).sum() > 1000)
    heard = brightness(spectrum)
    spectrum.set_dimmed(True)
    sound = heard > 300
    assert brightness(spectrum)[sound].mean() < 0.8 * heard[sound].mean()
    assert brightness(spectrum).mean() < heard.mean()  # no grey block in a light window


@pytest.mark.parametrize(("theme", "colors"), [("dark", "magma"), ("light", "magma"), ("light", "inverse")])
def test_marks_stand_out_from_the_map_in_every_window(drive: Any, recording: Path, theme: str, colors: str) -> None:
    drive.window.themes.choose(theme)
    drive.open(recording)
    timeline = drive.window.timeline
    drive.window.handlers.viewing.choose_look(replace(timeline.look, colors=colors))
    drive.document.set_selection(Selection(44100, 88200))
    drive.space.transport.seek(66150)
    lane = drive.find("spectrogramView")
    lane.set_picture(None)
    rows = lane.grab().toImage()
    quiet = rows.pixelColor(5, 8).name()
    dark = colors != "inverse"
    assert contrast(quiet, "#000000" if dark else "#ffffff") < 1.5, "an empty lane is a quiet one of this map"
    for frame in (44100, 66150, 88200):
        x = round(timeline.viewport.x_of(frame, lane.width()))
        assert contrast(rows.pixelColor(x, 8).name(), quiet) > 4.5, frame


def test_alt_and_the_wheel_zoom_frequencies_at_the_pointer(drive: Any, recording: Path) -> None:
    drive.open(recording)
    lane, timeline = drive.find("spectrogramView"), drive.window.timeline
    at = QPoint(200, lane.height() // 3)
    under = timeline.axis.hz_at(at.y(), lane.height())
    before = timeline.viewport
    wheel(lane, 4, Qt.KeyboardModifier.AltModifier, at)
    assert timeline.viewport == before
    assert timeline.axis.high_hz - timeline.axis.low_hz < 15000
    assert timeline.axis.hz_at(at.y(), lane.height()) == pytest.approx(under, rel=0.01)


def test_the_axis_scrolls_zooms_and_shows_everything(drive: Any, recording: Path) -> None:
    drive.open(recording)
    axis, timeline = drive.find("axisView"), drive.window.timeline
    middle = QPoint(10, axis.height() // 2)
    wheel(axis, 5, Qt.KeyboardModifier.NoModifier, middle)
    zoomed = timeline.axis
    assert not zoomed.is_whole
    QTest.mousePress(axis, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(axis, middle + QPoint(0, 30))
    axis_after_drag = timeline.axis
    QTest.mouseRelease(axis, Qt.MouseButton.LeftButton, pos=middle + QPoint(0, 30))
    assert axis_after_drag.high_hz > zoomed.high_hz  # what is drawn follows the hand down
    assert axis.accessibleDescription()
    QTest.mouseDClick(axis, Qt.MouseButton.LeftButton, pos=middle)
    assert timeline.axis == FrequencyAxis.whole("mel", 22050)


def test_the_read_out_tells_time_frequency_note_and_level(drive: Any, recording: Path) -> None:
    drive.open(recording)
    lane, timeline = drive.find("spectrogramView"), drive.window.timeline
    drive.until(lambda: brightness(lane).max() > 400)
    y = round(timeline.axis.y_of(880, lane.height()))
    x = round(timeline.viewport.x_of(0.25 * 44100, lane.width()))
    shown = drive.find("hoverLabel")
    assert shown.minimumWidth() == 0, "room for nothing is room for the status"
    text = lane._describe(QPointF(x, y))
    drive.window.status.show_read_out(text)
    assert shown.minimumWidth() >= 200, "figures that change move nothing"
    drive.window.status.show_read_out("")
    assert shown.minimumWidth() == 0
    time, hz, note, level = text.split("   ")
    assert time.startswith("00:00.2")
    assert float(hz.removesuffix(" Hz")) == pytest.approx(880, rel=0.05)
    assert note.startswith(("A5", "G♯5", "A♯5"))
    assert -25 < float(level.removesuffix(" dB").replace("−", "-")) < -5


def test_the_models_limit_is_marked(drive: Any, recording: Path) -> None:
    drive.open(recording)
    timeline = drive.window.timeline
    assert timeline.limit_hz == 16_000
    lane = drive.find("spectrogramView")
    marked = pixels(lane)
    timeline.set_limit(0)
    y = round(timeline.axis.y_of(16_000, lane.height()))
    assert (marked[y] != pixels(lane)[y]).mean() > 0.4


def test_settings_act_at_once_while_it_plays_and_are_kept(drive: Any, recording: Path, tmp_path: Path) -> None:
    drive.open(recording)
    drive.window.actions_by_id["play"].trigger()
    drive.until(lambda: drive.space.transport.playing)
    drive.window.actions_by_id["spectrogramSettings"].trigger()
    dialog = drive.find("spectrogramDialog")
    lane, timeline = drive.find("spectrogramView"), drive.window.timeline
    before = pixels(lane)
    colors = drive.find("colorsCombo")
    colors.setCurrentIndex(colors.findData("viridis"))
    colors.activated.emit(colors.currentIndex())
    assert timeline.look.colors == "viridis"
    drive.until(lambda: bool((pixels(lane) != before).mean() > 0.5))  # a repaint takes a few ms, the next goes on
    preset = drive.find("presetCombo")
    preset.setCurrentIndex(preset.findData("speech"))
    preset.activated.emit(preset.currentIndex())
    assert (timeline.look.fft, timeline.look.range_db) == (1024, 70)
    assert timeline.axis.high_hz == pytest.approx(8000)
    assert drive.find("fftCombo").currentText().startswith("1024")
    assert preset.currentData() == "speech"
    drive.find("rangeSlider").setValue(95)
    assert preset.currentData() == ""
    assert drive.space.transport.playing
    for widget in (dialog._opacity_label, dialog._opacity, dialog._opacity_text):
        assert not widget.isEnabled(), "without a waveform over the spectrogram"
    drive.find("overlayCheck").click()
    assert dialog._opacity_label.isEnabled()
    kept = SettingsStore(tmp_path / "settings.json").settings
    assert (kept.spectrogram_fft, kept.spectrogram_range_db, kept.spectrogram_colors) == (1024, 95, "viridis")
    dialog.close()


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_every_preset_can_be_drawn_and_is_found_again(drive: Any, recording: Path, preset: Any) -> None:
    drive.open(recording)
    drive.window.handlers.viewing.choose_look(preset.applied(drive.window.timeline.look))
    tiles = drive.space.pictures.picture(SOURCE_ID).tiles
    lane = drive.find("spectrogramView")
    if preset.id != "standard":
        drive.until(lambda: brightness(lane) is not None and len(drive.space.pictures._tiles._tiles) > 0)
        assert tiles is not None


def test_a_growing_stem_is_drawn_before_it_is_done(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("slow beep")
    drive.until(lambda: bool(drive.document.state.stems) and drive.document.state.stems[0].progress > 0)
    stem = drive.document.state.stems[0]
    lane = drive.window.tracks.row(stem.id).spectrogram

    def drawn_while_growing() -> bool:
        state = drive.document.state.stems[0].state
        assert state == "working" or brightness(lane).max() > 300
        return bool((brightness(lane) > 300).mean() > 0.002)

    drive.until(drawn_while_growing)


def test_everything_else_is_drawn_without_the_stem(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    stem = drive.stem(0)
    drive.until(lambda: drive.space.pictures.picture(stem.id).spectrum is not None)
    drive.until(lambda: bool(drive.space.pictures._patches))
    pictures = drive.space.pictures
    assert pictures.picture(REST_ID).tiles.sound["stems"][0]["cache"] == stem.cache
    assert pictures.picture(stem.id).tiles.sound["cache"] == stem.cache
    drive.window.handlers.viewing.choose_look(PRESETS[2].applied(drive.window.timeline.look))
    store = pictures._tiles
    owners = (SOURCE_ID, REST_ID, stem.id)

    def all_there() -> bool:
        drive.window.tracks.grab()
        return {pictures.picture(track).tiles for track in owners} <= {sound for sound, _ in store._tiles}

    drive.until(all_there)
    loudest = {track: 0 for track in owners}
    for (sound, _), tile in store._tiles.items():
        for track in owners:
            if sound is pictures.picture(track).tiles:
                loudest[track] = max(loudest[track], int(tile.levels.max()))
    # The fake engine gives half of what is there.
    assert loudest[REST_ID] < loudest[SOURCE_ID]
    assert loudest[stem.id] < loudest[SOURCE_ID]
    assert loudest[REST_ID] == pytest.approx(loudest[stem.id], abs=2)


def test_full_screen_and_back_leaves_a_window_maximised(drive: Any) -> None:
    window, full = drive.window, drive.window.actions_by_id["fullScreen"]
    window.showMaximized()
    full.trigger()
    assert window.isFullScreen()
    assert full.isChecked()
    full.trigger()
    assert window.isMaximized()
    assert not window.isFullScreen()
    assert not full.isChecked()


def test_full_screen_is_ticked_however_the_window_came_there(drive: Any) -> None:
    window, full = drive.window, drive.window.actions_by_id["fullScreen"]
    window.showFullScreen()
    place = window.saveGeometry()
    assert full.isChecked()
    window.showNormal()
    assert not full.isChecked()
    window.restoreGeometry(place)  # as when the program begins again
    assert window.isFullScreen()
    assert full.isChecked()
    full.trigger()
    assert not window.isFullScreen()
    assert not full.isChecked()


def test_a_lane_is_fine_again_when_a_series_of_zooms_is_over(drive: Any, recording: Path) -> None:
    drive.open(recording)
    timeline, lane = drive.window.timeline, drive.find("waveformView")
    near = timeline.viewport.zoomed(2.0, 0)
    timeline.show(near)
    assert not timeline.zooming  # one alone is drawn well at once
    fine = pixels(lane)
    timeline.show(near.zoomed(2.0, 0))
    with drive.qtbot.waitSignal(timeline.zoom_settled):
        timeline.show(near)
        assert timeline.zooming
        assert (pixels(lane) != fine).any()
    assert not timeline.zooming
    assert (pixels(lane) == fine).all()
