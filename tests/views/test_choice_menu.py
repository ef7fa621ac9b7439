"""Menus of which one entry is ticked."""

from __future__ import annotations

from PySide6.QtGui import QActionGroup
from pytestqt.qtbot import QtBot

from desktop.views.choice_menu import ChoiceMenu


def test_the_value_of_the_chosen_entry_is_told_and_it_alone_is_ticked(qtbot: QtBot) -> None:
    menu = ChoiceMenu("choices")
    qtbot.addWidget(menu)
    menu.offer([("One", 1), ("Two", 2)])
    menu.tick(1)
    told: list[object] = []
    menu.picked.connect(told.append)
    menu.actions()[1].trigger()
    assert told == [2]
    assert [action.isChecked() for action in menu.actions()] == [False, True]


def test_nothing_is_left_of_entries_that_were_offered_before(qtbot: QtBot) -> None:
    menu = ChoiceMenu("choices")
    qtbot.addWidget(menu)
    for _ in range(3):
        menu.offer([("One", 1), ("Two", 2)])
        menu.tick(2)
    group = menu.findChild(QActionGroup)
    assert isinstance(group, QActionGroup)
    assert [action.data() for action in group.actions()] == [1, 2]
    assert [action.isChecked() for action in menu.actions()] == [False, True]
