"""X, Shift+X and the numbers in the real window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.actions.comparing import Blind
from desktop.views.blind_bar import BlindBar

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_numbers_and_x_from_the_keyboard(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    stem = drive.stem(0)
    drive.window.tracks.focus_row(stem.id)
    drive.key(Qt.Key.Key_0)
    assert drive.document.listening == "source"
    drive.key(Qt.Key.Key_1)
    assert drive.document.listening == "stems"
    assert drive.document.solos == (stem.id,)
    drive.key(Qt.Key.Key_1)
    assert drive.document.solos == ()
    drive.key(Qt.Key.Key_X)
    assert drive.find("abButton").isChecked()
    edit = drive.find("promptEdit")
    edit.setFocus()
    edit.clear()
    drive.key(Qt.Key.Key_0)
    assert edit.text() == "0", "a text field keeps its numbers"


def test_both_sides_are_made_equally_loud_and_the_switch_says_so(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    drive.stem(0)
    assert drive.space.settings.settings.match_levels
    drive.window.actions_by_id["switchSource"].trigger()
    drive.until(lambda: "Equally loud" in drive.find("abButton").toolTip())
    drive.window.actions_by_id["matchLevels"].trigger()
    assert "Equally loud" not in drive.find("abButton").toolTip()
    assert not drive.space.settings.settings.match_levels


def test_a_blind_comparison_from_the_keyboard(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    stem = drive.stem(0)
    drive.window.tracks.focus_row(stem.id)
    bar, switch = drive.find("blindBar"), drive.find("abButton")
    assert not bar.isVisible()
    drive.key(Qt.Key.Key_X, SHIFT)
    assert bar.isVisible()
    assert not switch.isEnabled(), "it would tell"
    drive.until(lambda: drive.find("blindPreferButton").isEnabled())
    drive.key(Qt.Key.Key_2)
    assert drive.find("blindSideButton-2").isChecked()
    drive.find("blindPreferButton").click()
    drive.key(Qt.Key.Key_2)
    drive.find("blindPreferButton").click()
    assert "Round 3" in drive.find("blindLabel").text()
    drive.find("blindRevealButton").click()
    assert "Preferred" in drive.find("blindLabel").text()
    assert switch.isEnabled()
    drive.key(Qt.Key.Key_X, SHIFT)
    assert not bar.isVisible()
    assert not drive.window.actions_by_id["blindCompare"].isChecked()


@pytest.mark.parametrize(("tally", "says"), [((3, 4), "no clear preference"), ((0, 8), "That is clear")])
def test_the_result_says_how_much_it_is_worth(qtbot: QtBot, tally: tuple[int, int], says: str) -> None:
    bar = BlindBar()
    qtbot.addWidget(bar)
    bar.show_blind(Blind(("Recording", "dog"), True, 1, sum(tally), tally))
    text = bar._text.text()
    assert f"“Recording” {tally[0]}, “dog” {tally[1]}." in text
    assert says in text
