"""What readers of the screen are told, through Qt's own interface."""

import gc
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desktop.actions.presence import Curve, Hit
from desktop.document.commands import RenameStem
from desktop.document.state import Region, Selection
from desktop.views.accessible import describe, install_accessibility


@pytest.fixture(autouse=True)
def installed(qapp: object) -> None:
    install_accessibility()


def value(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Value)


@pytest.mark.parametrize("name", ["waveformView", "spectrogramView", "rulerView"])
def test_a_lane_says_where_the_playhead_is_and_what_is_selected(drive: Any, recording: Path, name: str) -> None:
    drive.open(recording)
    lane = drive.find(name)
    interface = QAccessible.queryAccessibleInterface(lane)
    assert interface.role() == QAccessible.Role.Graphic
    assert interface.text(QAccessible.Text.Name) == lane.accessibleName() != ""
    assert "nothing selected" in value(lane)
    assert "in view 00:00.000 to 00:03.000" in value(lane)
    drive.space.transport.seek(44100)
    drive.until(lambda: drive.window.timeline.playhead == 44100)
    drive.document.set_selection(Selection(11025, 99225))
    assert value(lane).startswith("Playhead 00:01.000; selected 00:00.250 to 00:02.250;")
    drive.document.set_selection(Selection(11025, 99225, (200.0, 4000.0)))
    assert ", 200 to 4000 Hz;" in value(lane)


def test_a_change_of_the_selection_is_told(drive: Any, recording: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop.views import accessible

    told: list[str] = []
    monkeypatch.setattr(accessible.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        accessible.QAccessible, "updateAccessibility", lambda event: told.append(event.object().objectName())
    )
    drive.open(recording)
    drive.document.set_selection(Selection(0, 44100))
    assert {"waveformView", "spectrogramView", "rulerView"} <= set(told)


def test_a_playhead_that_keys_move_is_told_and_one_that_plays_is_not(
    drive: Any, recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.views import accessible

    told: list[str] = []
    drive.open(recording)
    ruler = drive.find("rulerView")
    monkeypatch.setattr(accessible.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        accessible.QAccessible,
        "updateAccessibility",
        lambda event: told.append(value(ruler)) if event.object() is ruler else None,
    )
    ruler.setFocus()
    for key, at in ((Qt.Key.Key_Right, "00:01.000"), (Qt.Key.Key_Period, "00:01.100"), (Qt.Key.Key_Home, "00:00.000")):
        drive.key(key)
        assert told.pop().startswith(f"Playhead {at};")
        assert told == []
    drive.window.timeline.move_playhead(44100, playing=True)
    assert told == []


def test_faders_and_buttons_say_their_value_and_state(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    stem = drive.stem(0)
    solo = QAccessible.queryAccessibleInterface(drive.find(f"soloButton-{stem.id}"))
    assert solo.text(QAccessible.Text.Name) == "Solo a beep"
    assert solo.state().checkable
    gain = QAccessible.queryAccessibleInterface(drive.find(f"gainSlider-{stem.id}"))
    assert gain.role() == QAccessible.Role.Slider
    assert gain.valueInterface() is not None


def test_what_is_described_may_come_and_go(qapp: object) -> None:
    for number in range(50):
        widget = QWidget()
        describe(widget, lambda number=number: f"value {number}")
        assert value(widget) == f"value {number}"
        widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        del widget
        gc.collect()


def told(widget: QWidget, kind: QAccessible.Text) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(kind)


def test_views_that_paint_themselves_say_what_they_show(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    stem = drive.stem(0)
    drive.document.set_regions((Region("one", 0, 44100, "Gate"), Region("two", 44100, 88200)))
    row = drive.window.tracks.row(stem.id)
    row.presence.set_curve(Curve("a beep", 22050, (0, 90, 90, 0, 0, 0), (Hit(22050, 66150, 0.9),), "present", True))
    meter = drive.find(f"meter-{stem.id}")
    meter.show_levels(0.5, 1.0)
    values = {
        drive.find("overviewView"): "Showing 00:00.0 to 00:03.0",
        drive.find("regionLane"): "Gate, 00:00.0–00:01.0; Region 2, 00:01.0–00:02.0",
        row.presence: "Heard at 00:00.5–00:01.5",
        meter: "-6 / 0 dB",
    }
    for widget, expected in values.items():
        assert value(widget) == expected
    drive.find("masterMeter").show_clipped()
    assert "too loud" in value(drive.find("masterMeter"))
    for widget in (*values, drive.find("masterMeter")):
        assert QAccessible.queryAccessibleInterface(widget).role() == QAccessible.Role.Graphic
        assert told(widget, QAccessible.Text.Name), widget.objectName()
    meter.reset()
    assert value(meter) == "-∞ / -∞ dB"


def test_a_stem_that_is_renamed_is_called_so_everywhere(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    stem = drive.stem(0)
    names = [f"{part}-{stem.id}" for part in ("stemRow", "waveformView", "spectrogramView", "axisView", "meter")]
    widgets = [drive.find(name) for name in names]
    assert all("a beep" in told(widget, QAccessible.Text.Name) for widget in widgets)
    drive.document.undo_stack.push(RenameStem(drive.document, stem.id, "wren"))
    for widget in widgets:
        name = told(widget, QAccessible.Text.Name)
        assert "wren" in name
        assert "a beep" not in name


def test_knob_and_amount_say_role_number_and_meaning(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    stem = drive.stem(0)
    knob, amount = drive.find(f"panKnob-{stem.id}"), drive.find(f"amountSlider-{stem.id}")
    knob.setValue(-40)
    amount.setValue(-30)
    for widget, role, number in ((knob, QAccessible.Role.Dial, -40), (amount, QAccessible.Role.Slider, -30)):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.role() == role
        assert "a beep" in told(widget, QAccessible.Text.Name)
        assert told(widget, QAccessible.Text.Description) == widget.value_text() != ""
        assert interface.valueInterface().currentValue() == number
    assert told(amount, QAccessible.Text.Description) == "30 % removed"
