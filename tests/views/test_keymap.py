"""Keys can be changed, conflicts are resolved, and what was changed is kept."""

import random
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from desktop.actions.keymap import DEFAULTS, Keymap, portable
from desktop.services.settings import SettingsStore
from desktop.views.help.key_map import KeyMapView


@pytest.fixture
def store(qapp: object, tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "settings.json")


def test_a_key_belongs_to_one_command_whatever_is_assigned(store: SettingsStore) -> None:
    keymap = Keymap(store)
    hand = random.Random(7)
    keys = [key for all_keys in DEFAULTS.values() for key in all_keys] + ["F5", "Ctrl+J", ""]
    for _ in range(300):
        command = hand.choice(list(DEFAULTS))
        if hand.random() < 0.3:
            keymap.reset(command)
            assert keymap.keys(command) == DEFAULTS[command]
        else:
            key = hand.choice(keys)
            keymap.assign(command, key)
            assert tuple(map(portable, keymap.keys(command))) == ((portable(key),) if key else ())
        used = [portable(key) for all_keys in keymap.all().values() for key in all_keys]
        assert len(used) == len(set(used))
        assert Keymap(store).all() == keymap.all()
    keymap.reset_all()
    assert keymap.all() == DEFAULTS
    assert store.settings.keys == ()


def test_keys_of_commands_that_are_gone_are_let_lie(store: SettingsStore) -> None:
    store.update(keys=(("gone", ("F5",)), ("play", ("P",))))
    keymap = Keymap(store)
    assert keymap.keys("play") == ("P",)
    assert keymap.owners("F5") == ()


def test_the_map_finds_says_and_changes(store: SettingsStore, qtbot: Any) -> None:
    keymap = Keymap(store)
    view = KeyMapView(keymap)
    qtbot.addWidget(view)
    view.show()

    def shown() -> list[str]:
        return [
            view._table.item(row, 0).text() for row in range(view._table.rowCount()) if not view._table.isRowHidden(row)
        ]

    qtbot.keyClicks(view._search, "full")
    assert shown() == ["Full screen"]
    assert not view.search("no such words")
    assert view.search("ctrl+wheel"), "gestures are found too"
    view.search("")
    view.choose("fullScreen")
    view._edit.setKeySequence(QKeySequence("Space"))
    assert "Play / pause" in view._what.text()
    view._assign.click()
    assert keymap.keys("fullScreen") == ("Space",)
    assert keymap.keys("play") == ()
    view.choose("play")
    assert view._reset.isEnabled()
    view._reset.click()
    assert keymap.keys("play") == ("Space",)
    assert keymap.keys("fullScreen") == ()
    view._reset_all.click()
    assert keymap.all() == DEFAULTS
    assert not view._reset_all.isEnabled()


def test_a_changed_key_works_and_the_old_one_does_not(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.window.keymap.assign("play", "P")
    drive.window.setFocus()
    drive.key(Qt.Key.Key_Space)
    assert not drive.space.transport.playing
    drive.key(Qt.Key.Key_P)
    assert drive.space.transport.playing
    drive.key(Qt.Key.Key_P)
    edit = drive.find("promptEdit")
    edit.setFocus()
    drive.qtbot.keyClicks(QApplication.focusWidget(), "pip")
    assert edit.text() == "pip"
    assert not drive.space.transport.playing
