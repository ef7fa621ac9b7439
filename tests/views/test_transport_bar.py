"""The bar on top: the meter and its light, speed, where the sound goes, and what is said when that goes away."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.icons import icon
from desktop.views.master_meter import MasterMeter
from desktop.views.meter import FLOOR_DB, level_db
from desktop.views.speed_menu import SPEEDS, next_speed, speed_text
from desktop.views.theme import ThemeManager, contrast

CONTROL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def meter(qtbot: QtBot) -> MasterMeter:
    meter = MasterMeter(ThemeManager("dark"))
    qtbot.addWidget(meter)
    return meter


def test_an_empty_meter_is_seen_in_a_light_window(qtbot: QtBot, qapp: QApplication) -> None:
    themes = ThemeManager("light")
    themes.apply()
    bar = QWidget(objectName="transportBar")
    qtbot.addWidget(bar)
    meter = MasterMeter(themes, bar)
    meter.resize(meter.sizeHint())
    bar.resize(112, 30)
    picture = bar.grab().toImage()
    lane, panel = (picture.pixelColor(40, y).name() for y in (4, 26))
    assert panel == themes.theme.panel
    assert contrast(lane, panel) > 1.3


def test_what_the_button_does_is_what_it_shows(drive: Any, recording: Path) -> None:
    drive.open(recording)
    button: QToolButton = drive.find("playButton")

    def shows(name: str, color: str | None) -> bool:
        shown, wanted = button.icon(), icon(name, drive.window.themes.theme, 18, color)
        return bool(shown.pixmap(18).toImage() == wanted.pixmap(18).toImage())

    assert shows("play", None)
    button.click()
    drive.until(lambda: drive.space.transport.playing)
    assert shows("pause", drive.window.themes.theme.accent)
    assert button.toolTip() == "Pause (Space)"
    button.click()
    drive.until(lambda: not drive.space.transport.playing)
    assert shows("play", None)


def test_decibels_have_a_floor() -> None:
    assert level_db(1.0) == 0.0
    assert level_db(0.1) == pytest.approx(-20.0)
    assert level_db(0.0) == level_db(1e-9) == FLOOR_DB


def test_the_scale_grows_with_the_level_from_end_to_end() -> None:
    places = [MasterMeter._share(level) for level in range(-60, 1)]
    assert places == sorted(set(places))
    assert (places[0], places[-1]) == (0.0, 1.0)
    assert MasterMeter._share(-99.0) == 0.0
    assert MasterMeter._share(6.0) == 1.0


def test_the_light_stays_until_it_is_put_out_and_is_told_in_words(meter: MasterMeter, qtbot: QtBot) -> None:
    meter.show_levels(1.5, 0.2)
    meter.show_clipped()
    meter.show_levels(0.0, 0.0)
    assert meter.clipped
    assert "too loud" in meter.accessibleName()
    assert "3.5 dB too loud" in meter._words()
    with qtbot.waitSignal(meter.cleared):
        qtbot.mouseClick(meter, Qt.MouseButton.LeftButton)
    assert not meter.clipped
    assert "too loud" not in meter.accessibleName()
    meter.show_clipped()
    qtbot.keyClick(meter, Qt.Key.Key_Return)
    assert not meter.clipped


def test_bars_fall_and_then_the_meter_rests(meter: MasterMeter) -> None:
    meter.show_levels(1.0, 0.5)
    assert meter._timer.isActive()
    falls = []
    for _ in range(200):
        falls.append(meter._bars[0])
        meter._fall()
    assert falls == sorted(falls, reverse=True)
    assert meter._bars == [FLOOR_DB, FLOOR_DB]
    assert not meter._timer.isActive()


def test_speeds_have_neighbours() -> None:
    assert [speed_text(speed) for speed in (0.25, 0.9, 1.0, 2.0)] == ["0.25×", "0.9×", "1×", "2×"]
    speed = SPEEDS[0]
    walked = [speed]
    while (speed := next_speed(speed, 1)) != walked[-1]:
        walked.append(speed)
    assert tuple(walked) == SPEEDS
    assert next_speed(0.8, -1) == 0.75
    assert next_speed(0.25, -1) == 0.25


def test_speed_by_key_and_by_menu(drive: Any, recording: Path) -> None:
    drive.open(recording)
    button: QToolButton = drive.find("speedButton")
    drive.window.tracks.setFocus()
    drive.key(Qt.Key.Key_Up, CONTROL_ALT)
    assert drive.space.transport.speed == 1.1
    assert button.text() == "1.1×"
    drive.key(Qt.Key.Key_0, CONTROL_ALT)
    assert drive.space.transport.speed == 1.0
    menu = drive.window.menus.speed
    next(action for action in menu.actions() if action.text() == "0.5×").trigger()
    menu.actions()[-1].trigger()
    assert (drive.space.transport.speed, drive.space.transport.keeps_pitch) == (0.5, False)
    assert "pitch goes with it" in button.toolTip()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["0.5×"]


def test_steps_and_jumps(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.window.tracks.setFocus()
    for command, seconds in (("forwardShort", 0.1), ("forward", 1.0), ("back", -1.0), ("backShort", -0.1)):
        before = drive.space.transport.position
        drive.window.actions_by_id[command].trigger()
        assert drive.space.transport.position - before == round(seconds * 44100)
    drive.window.actions_by_id["forwardLong"].trigger()
    assert drive.space.transport.position == 3 * 44100, "no further than the end"
    drive.window.actions_by_id["backLong"].trigger()
    assert drive.space.transport.position == 0


def test_outputs_are_listed_in_both_places_and_the_chosen_one_is_ticked(
    drive: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    set_output = drive.space.transport.set_output

    def note(name: str) -> None:
        opened.append(name)
        set_output(name)

    monkeypatch.setattr(drive.space.transport, "set_output", note)
    menu = drive.window.menus.outputs
    assert drive.find("deviceButton").menu() is menu
    drive.space.transport._feeder.outputs = ("System default", "Speakers & more")
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["As the system has it", "Speakers && more"]
    menu.actions()[1].trigger()
    assert drive.space.settings.settings.device_name == "Speakers & more"
    assert drive.space.transport.output_name == "Speakers & more"
    assert opened == ["Speakers & more"], "once: an output that is opened again has a gap"
    menu.aboutToShow.emit()
    assert [action.isChecked() for action in menu.actions()] == [False, True]


def test_an_output_that_goes_is_a_notice_and_no_box(drive: Any) -> None:
    drive.space.transport.output_lost.emit("Headphones")
    notice = drive.window.notices.notice
    assert notice.level == "warning"
    assert notice.message.startswith("“Headphones” is gone, so playing paused.")


def test_gaps_are_in_the_outputs_tool_tip(drive: Any) -> None:
    bar, button = drive.window.transport_bar, drive.find("deviceButton")
    bar.show_device("Speakers", True)
    assert "Gaps" not in button.toolTip()
    bar.show_underruns(3)
    assert button.toolTip() == "Speakers\nGaps since it was opened: 3"
    drive.window.resize(1024, 640)
    assert button.text() == ""
    bar.show_device("No sound", False, "No sound card here.")
    assert button.toolTip().startswith("No sound card here.")


def test_everything_in_the_bar_fits_into_the_smallest_window(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.window.resize(drive.window.minimumSize())
    drive.until(lambda: drive.window.width() == 1024)
    assert drive.window.transport_bar.minimumSizeHint().width() <= 1024


def test_the_first_level_is_a_safe_one(drive: Any) -> None:
    assert drive.find("volumeSlider").value() == -12


def test_returning_on_stop_is_remembered(drive: Any) -> None:
    drive.window.actions_by_id["returnOnStop"].trigger()
    assert drive.space.playing.returns
    assert drive.space.settings.settings.return_on_stop
