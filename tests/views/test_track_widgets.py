"""The controls of a row by themselves: detents, fine drags, wheels, meters that fall."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.document.state import STEM_COLORS, StemTrack
from desktop.views.amount_slider import AmountSlider
from desktop.views.color_button import NAMES, ColorButton, color_name
from desktop.views.gain_slider import GainSlider
from desktop.views.knob import PanKnob
from desktop.views.match_text import match_text
from desktop.views.meter import FALL_DB_S, FLOOR_DB, HOLD_S, LevelMeter
from desktop.views.strength_slider import StrengthSlider
from desktop.views.theme import ThemeManager
from desktop.views.track_grip import TrackGrip
from desktop.views.track_notes import stem_note

pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)  # tips beside the hand, off screen
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def mouse(widget: QWidget, kind: QEvent.Type, x: float, y: float, modifiers: Qt.KeyboardModifier = NONE) -> None:
    at = QPointF(x, y)
    button = Qt.MouseButton.LeftButton
    buttons = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
    QApplication.sendEvent(widget, QMouseEvent(kind, at, widget.mapToGlobal(at), button, buttons, modifiers))


def drag(widget: QWidget, start: tuple[float, float], *ends: tuple[float, float], modifiers: Any = NONE) -> None:
    mouse(widget, QEvent.Type.MouseButtonPress, *start, modifiers)
    for end in ends:
        mouse(widget, QEvent.Type.MouseMove, *end, modifiers)
    mouse(widget, QEvent.Type.MouseButtonRelease, *ends[-1], modifiers)


def turn_wheel(widget: QWidget) -> bool:
    event = QWheelEvent(
        QPointF(5, 5), widget.mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, NONE,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


@pytest.fixture
def amount(qtbot: QtBot) -> AmountSlider:
    slider = AmountSlider()
    slider.resize(212, 20)  # a pixel a step
    qtbot.addWidget(slider)
    slider.show()
    return slider


def test_the_amount_falls_into_the_middle(amount: AmountSlider) -> None:
    edits: list[tuple[float, int]] = []
    amount.amount_edited.connect(lambda value, gesture: edits.append((value, gesture)))
    drag(amount, (106, 10), (140, 10), (156, 10), (108, 10))
    assert [value for value, _ in edits] == [0.34, 0.5, 0.0]
    assert len({gesture for _, gesture in edits}) == 1, "one drag is one step"
    drag(amount, (106, 10), (206, 10))
    assert amount.value() == 100
    assert edits[-1][1] != edits[0][1]
    amount.show_amount(-0.25)
    assert len(edits) == 4, "what is shown is no edit"
    assert amount.accessibleDescription() == "25 % removed"


def test_shift_is_fine_and_passes_the_middle(amount: AmountSlider) -> None:
    drag(amount, (106, 10), (126, 10), modifiers=SHIFT)
    assert amount.value() == 2  # a tenth of the way, and no detent
    amount.setValue(50)
    mouse(amount, QEvent.Type.MouseButtonDblClick, 10, 10)
    assert amount.value() == 0


def test_a_press_beside_the_handle_brings_it_there(amount: AmountSlider) -> None:
    drag(amount, (46, 10), (46, 10))
    assert amount.value() == -60


@pytest.mark.parametrize("kind", [AmountSlider, StrengthSlider, GainSlider, PanKnob])
def test_the_wheel_is_for_who_has_the_focus(qtbot: QtBot, kind: type[QWidget]) -> None:
    widget: Any = kind()
    qtbot.addWidget(widget)
    widget.show()
    before = widget.value()
    assert not turn_wheel(widget)
    assert widget.value() == before
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    assert turn_wheel(widget)
    assert widget.value() > before


def test_the_knob(qtbot: QtBot) -> None:
    knob = PanKnob()
    qtbot.addWidget(knob)
    knob.show()
    edits: list[tuple[float, int]] = []
    knob.pan_edited.connect(lambda value, gesture: edits.append((value, gesture)))
    drag(knob, (12, 12), (12, -8), (12, -28))
    assert knob.value() == 50
    assert len({gesture for _, gesture in edits}) == 1
    assert knob.accessibleDescription() == "Right 50 %"
    drag(knob, (12, 12), (12, 28), modifiers=SHIFT)
    assert knob.value() == 48
    knob.setFocus()
    qtbot.keyClick(knob, Qt.Key.Key_Down)
    assert knob.value() == 43
    qtbot.keyClick(knob, Qt.Key.Key_Home)
    assert edits[-1][0] == -1.0
    assert knob.accessibleDescription() == "Left 100 %"
    mouse(knob, QEvent.Type.MouseButtonDblClick, 12, 12)
    assert (knob.value(), knob.accessibleDescription()) == (0, "Centre")
    knob.grab()


def test_a_meter_rises_at_once_and_falls_slowly(qtbot: QtBot) -> None:
    now = [0.0]
    meter = LevelMeter(ThemeManager("dark"), lambda: now[0])
    qtbot.addWidget(meter)
    meter.resize(7, 100)
    meter.show_levels(0.5, 2.0)
    assert meter.levels_db == pytest.approx((-6.02, 6.02), abs=0.01)
    now[0] = 0.5
    meter.show_levels(0.0, 0.0)
    assert meter.levels_db[0] == pytest.approx(-6.02 - FALL_DB_S / 2, abs=0.01)
    assert meter._bars[0].peak == pytest.approx(-6.02, abs=0.01), "the highest one is held"
    now[0] = 0.5 + HOLD_S
    meter.show_levels(0.0, 0.0)
    assert meter._bars[0].peak < -6.1
    meter.grab()
    meter.reset()
    assert meter.levels_db == (FLOOR_DB, FLOOR_DB)


def test_colours_have_names_and_are_chosen(qtbot: QtBot) -> None:
    assert len(NAMES) == len(STEM_COLORS)
    button = ColorButton(STEM_COLORS[2])
    qtbot.addWidget(button)
    assert button.accessibleDescription() == "Green"
    assert color_name("#123456") == "#123456"
    picked: list[str] = []
    button.picked.connect(picked.append)
    button.menu().actions()[4].trigger()
    assert picked == [STEM_COLORS[4]]
    assert [action.isChecked() for action in button.menu().actions()].index(True) == 2, "the document decides"
    button.grab()


def test_a_slip_on_the_grip_is_no_drag(qtbot: QtBot) -> None:
    grip = TrackGrip("#e0794b", can_hold=True)
    qtbot.addWidget(grip)
    grip.resize(16, 100)
    told: list[str] = []
    grip.held.connect(lambda selected: told.append(f"held {selected}"))
    grip.moved.connect(lambda _: told.append("moved"))
    grip.released.connect(lambda _: told.append("released"))
    drag(grip, (8, 50), (9, 51))
    assert told == ["held False", "released"]
    drag(grip, (8, 50), (8, 80), modifiers=SHIFT)
    assert told[2:] == ["held True", "moved", "released"]
    grip.grab()
    still = TrackGrip("#e0794b", can_hold=False)
    qtbot.addWidget(still)
    still.held.connect(lambda _: told.append("never"))
    drag(still, (8, 5), (8, 50))
    assert "never" not in told


def test_a_stem_names_its_model_as_a_person_reads_it() -> None:
    stem = StemTrack("a", "dog", "dog", Path("a.json"), 0, 9, "starter", state="done", progress=1.0)
    assert stem_note(stem, silent=False).text == "Model: Starter"


def test_a_match_in_words() -> None:
    assert match_text(None) == ("", "")
    assert [match_text(match)[0] for match in (1.0, 0.5, 0.3, 0.0)] == [
        "Good match", "Good match", "Weak match", "May not be there",
    ]  # fmt: skip
