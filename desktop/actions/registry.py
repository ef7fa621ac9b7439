"""Every command once: id, text, shortcut, icon, when it can be used. Menus, tool bar and key list are built from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop.actions.command_tables import asking, editing, files, help, playing, selecting, tools, tracks, viewing
from desktop.actions.command_tables.command import Command, Situation

TABLES = (files, editing, selecting, viewing, playing, asking, tracks, tools, help)

COMMANDS: tuple[Command, ...] = tuple(command for table in TABLES for command in table.COMMANDS)

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = tuple(table.MENU for table in TABLES)
SUBMENUS = playing.SUBMENUS

MOUSE: tuple[tuple[str, str], ...] = (
    ("Drag", "Select a stretch; drag an edge to adjust it, Shift+click to extend it"),
    ("Drag in the spectrogram (Q)", "Draw a time × frequency box; drag its edges and corners to adjust it"),
    ("Click", "Place the playhead"),
    ("Double-click", "Select the region or hit; elsewhere everything, or nothing"),
    ("Drag in the ruler", "Draw the loop range; drag its edges to adjust it"),
    ("Ctrl+drag", "Scrub"),
    ("Middle-drag", "Move the view"),
    ("Right-click", "What can be done here"),
    ("Ctrl+wheel, pinch", "Zoom at the pointer"),
    ("Shift+wheel, sideways swipe", "Scroll in time"),
    ("Alt+wheel", "Zoom in frequency"),
    ("Wheel", "Scroll the stems"),
    ("Shift+drag on a slider", "Move it finely; double-click resets it"),
)


def plain_key(key: str) -> bool:
    """What a text field needs for itself: letters, arrows, Space, Esc, Del."""
    modified = any(modifier in key for modifier in ("Ctrl+", "Alt+", "Meta+"))
    return not modified and not re.fullmatch(r"(Shift\+)?F\d+", key)


def moving_key(key: str) -> bool:
    """What faders and lists need for themselves."""
    return key in {"Home", "End", "Left", "Right", "Shift+Left", "Shift+Right"}


def list_key(key: str) -> bool:
    """What lists need besides: letters find a line, and Del there must not mean a stem elsewhere."""
    return moving_key(key) or key == "Del" or (len(key) == 1 and key.isalpha())


def no_key(key: str) -> bool:
    """What needs no keys."""
    return False


REPEATING = frozenset(
    {
        *("zoomIn", "zoomOut", "undo", "redo", "extendLeft", "extendRight"),
        *("back", "forward", "backShort", "forwardShort", "backLong", "forwardLong"),
    }
)
"""Commands that go on while their key is held; to hold any other one must not do it again and again."""


class ActionSource(Protocol):
    """Whoever has submenus that change, such as the recent files."""

    def submenu(self, name: str, parent: QWidget) -> QMenu:
        """The submenu of that name."""
        ...


def tr(text: str) -> str:
    """A text of this registry in the person's language."""
    return QCoreApplication.translate("registry", text)


class Actions:
    """The commands as QActions of one window."""

    def __init__(self, window: QWidget, handlers: Mapping[str, Callable[[], None]]) -> None:
        self._situation = Situation()
        self._reserved: Callable[[str], bool] = no_key
        self._keys: dict[str, tuple[str, ...]] = {command.id: command.keys for command in COMMANDS}
        self._actions: dict[str, QAction] = {}
        for command in COMMANDS:
            action = QAction(tr(command.text), window)
            action.setObjectName(command.id)
            action.setShortcuts([QKeySequence(key) for key in command.keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setCheckable(command.checkable)
            action.setAutoRepeat(command.id in REPEATING)
            handler = handlers[command.id]
            action.triggered.connect(lambda _=False, run=handler: run())
            window.addAction(action)
            self._actions[command.id] = action
        self.update(Situation())

    def __getitem__(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def ids(self) -> list[str]:
        """All commands."""
        return list(self._actions)

    def icons(self) -> list[tuple[str, str]]:
        """Commands that have an icon, and its name."""
        return [(command.id, command.icon) for command in COMMANDS if command.icon]

    def update(self, situation: Situation) -> None:
        """Enable what makes sense now."""
        self._situation = situation
        for command in COMMANDS:
            self._actions[command.id].setEnabled(command.enabled_when(situation))

    def use_keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Let these keys mean these commands from now on."""
        self._keys.update(keys)
        for command_id in self._keys:
            self._set_keys(command_id)

    def leave_keys(self, reserved: Callable[[str], bool]) -> None:
        """Leave keys to the widget that has the focus; their commands stay in the menus."""
        if reserved is self._reserved:
            return
        before, self._reserved = self._reserved, reserved
        for command_id, keys in self._keys.items():
            if any(before(key) != reserved(key) for key in keys):
                self._set_keys(command_id)

    def _set_keys(self, command_id: str) -> None:
        kept = [QKeySequence(key) for key in self._keys[command_id] if not self._reserved(key)]
        self._actions[command_id].setShortcuts(kept)

    def translate(self) -> None:
        """Say everything in the language in force."""
        for command in COMMANDS:
            self._actions[command.id].setText(tr(command.text))

    def fill(self, bar: QMenuBar, source: ActionSource) -> None:
        """Build the menus."""
        for title, entries in MENUS:
            menu = bar.addMenu(tr(title))
            for entry in entries:
                if not entry:
                    menu.addSeparator()
                elif entry in self._actions:
                    menu.addAction(self._actions[entry])
                elif entry in SUBMENUS:
                    title, inner = SUBMENUS[entry]
                    menu.addMenu(tr(title)).addActions([self._actions[command] for command in inner])
                else:
                    menu.addMenu(source.submenu(entry, menu))


def plain_text(command: Command) -> str:
    """What a command does, without the marks of a menu."""
    return without_marks(tr(command.text))


def without_marks(text: str) -> str:
    """A text of a menu as it is read: no letter of a key, which Japanese puts in brackets behind, and no dots."""
    return re.sub(r"\(&\w\)", "", text).replace("&", "").rstrip("…")


def mouse_list() -> list[tuple[str, str]]:
    """Every gesture and what it does."""
    return [(tr(keys), tr(what)) for keys, what in MOUSE]
