"""Sliders and combo boxes under the hand."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views import wheel_combo
from desktop.views.gesture_slider import GestureSlider
from desktop.views.theme import ThemeManager, contrast
from desktop.views.wheel_combo import WheelCombo
from desktop.views.wheel_slider import WheelSlider

SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def slider(qtbot: QtBot) -> GestureSlider:
    slider = GestureSlider()
    qtbot.addWidget(slider)
    slider.setRange(-100, 100)
    slider.resize(200, 20)
    return slider


def mouse(slider: GestureSlider, kind: QEvent.Type, x: float, modifiers: Any) -> None:
    moving = kind == QEvent.Type.MouseMove
    button = Qt.MouseButton.NoButton if moving else Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
    event = QMouseEvent(kind, QPointF(x, 10), QPointF(x, 10), button, held, modifiers)
    QApplication.sendEvent(slider, event)


def drag(slider: GestureSlider, start: float, end: float, modifiers: Any = NONE) -> None:
    mouse(slider, QEvent.Type.MouseButtonPress, start, modifiers)
    mouse(slider, QEvent.Type.MouseMove, end, modifiers)
    mouse(slider, QEvent.Type.MouseButtonRelease, end, modifiers)


def test_shift_makes_a_drag_fine_and_takes_hold_anywhere_without_a_jump(slider: GestureSlider) -> None:
    moves: list[tuple[int, int]] = []
    slider.moved.connect(lambda value, gesture: moves.append((value, gesture)))
    drag(slider, 150, 190, SHIFT)
    assert slider.value() == 4
    drag(slider, 20, 0, SHIFT)
    assert slider.value() == 2
    assert len({gesture for _, gesture in moves}) == 2, "one gesture a drag"


def test_a_drag_without_shift_goes_with_the_hand(slider: GestureSlider) -> None:
    drag(slider, 100, 150)
    assert slider.value() > 30


def test_a_double_click_resets(slider: GestureSlider) -> None:
    slider.show_value(40)
    moves: list[int] = []
    slider.moved.connect(lambda value, _: moves.append(value))
    mouse(slider, QEvent.Type.MouseButtonDblClick, 20, NONE)
    assert slider.value() == 0
    assert moves == [0]


@pytest.mark.parametrize("name", ["dark", "light"])
def test_what_is_switched_off_is_fainter_and_keeps_its_handle(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    themes = ThemeManager(name)  # type: ignore[arg-type]
    themes.apply()
    slider = WheelSlider()
    qtbot.addWidget(slider)
    slider.resize(200, 20)
    slider.setValue(50)

    def strength(x: int) -> float:
        return contrast(slider.grab().toImage().pixelColor(x, 10).name(), themes.theme.window)

    groove, handle = strength(180), strength(100)
    slider.setEnabled(False)
    assert strength(180) < 0.7 * groove
    assert strength(180) < strength(100) < handle
    assert strength(20) == strength(180), "nothing is told by its filling"


def test_the_wheel_chooses_only_in_the_box_that_has_the_focus(qtbot: QtBot) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    combo, other = WheelCombo(), WheelCombo()
    for box in (combo, other):
        box.addItems(["one", "two", "three"])
        layout.addWidget(box)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    for box, wanted in ((combo, 0), (other, 1)):
        event = QWheelEvent(
            QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, NONE,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(box, event)
        assert box.currentIndex() == wanted


def test_every_combo_box_of_the_window_is_one_that_leaves_the_wheel_alone() -> None:
    views = Path(wheel_combo.__file__).parent
    bare = [path.name for path in views.rglob("*.py") if "QComboBox(" in path.read_text("utf-8")]
    assert bare == []
