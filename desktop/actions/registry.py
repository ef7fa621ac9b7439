"""Every command once: id, text, shortcut, icon, when it can be used. Menus, tool bar and key list are built from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget


@dataclass(frozen=True)
class Situation:
    """What decides whether a command makes sense now."""

    has_source: bool = False
    has_selection: bool = False
    has_stems: bool = False
    has_finished_stems: bool = False
    stem_chosen: bool = False
    track_chosen: bool = False
    playing: bool = False
    working: bool = False
    has_prompt: bool = False
    has_model: bool = True
    can_undo: bool = False
    can_redo: bool = False


def always(_: Situation) -> bool:
    """For commands that always make sense."""
    return True


def _source(now: Situation) -> bool:
    return now.has_source


def _stems(now: Situation) -> bool:
    return now.has_stems


def _imitable(now: Situation) -> bool:
    return now.has_selection and now.has_model


def _askable(now: Situation) -> bool:
    return now.has_source and now.has_prompt and now.has_model


@dataclass(frozen=True)
class Command:
    """One thing a person can ask for.

    Attributes:
        id: Its name in code; the QAction's objectName.
        text: What the menu says, with "&" for the mnemonic.
        keys: Shortcuts, the first one is shown.
        icon: Name of an icon, or "".
        enabled_when: Whether it makes sense.
        checkable: Whether it can be on and off.
    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    enabled_when: Callable[[Situation], bool] = always
    checkable: bool = False


COMMANDS: tuple[Command, ...] = (
    Command("open", "&Open…", ("Ctrl+O",), "open"),
    Command("export", "&Export…", ("Ctrl+Shift+E",), "export", lambda now: now.has_finished_stems),
    Command("closeFile", "&Close recording", ("Ctrl+W",), "", _source),
    Command("quit", "&Quit", ("Ctrl+Q",)),
    Command("undo", "&Undo", ("Ctrl+Z",), "undo", lambda now: now.can_undo),
    Command("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", lambda now: now.can_redo),
    Command("selectAll", "Select &all", ("Ctrl+A",), "", _source),
    Command("selectNone", "Select &nothing", ("Ctrl+Shift+A", "Esc"), "", lambda now: now.has_selection),
    Command("selectionStart", "Selection &starts at playhead", ("[",), "", _source),
    Command("selectionEnd", "Selection &ends at playhead", ("]",), "", _source),
    Command("play", "&Play / stop", ("Space",), "play", _source),
    Command("playSelection", "Play se&lection", ("Shift+Space",), "", lambda now: now.has_selection),
    Command("stop", "&Stop and return", ("Shift+Esc",), "stop", _source),
    Command("loop", "&Loop selection", ("L",), "loop", _source, checkable=True),
    Command("toStart", "To the s&tart", ("Home",), "", _source),
    Command("toEnd", "To the e&nd", ("End",), "", _source),
    Command("back", "&Back 1 s", ("Left",), "", _source),
    Command("forward", "&Forward 1 s", ("Right",), "", _source),
    Command("switchSource", "&Compare: recording / stems", ("X",), "", _stems, checkable=True),
    Command("zoomIn", "Zoom &in", ("Ctrl+=", "Ctrl++"), "zoom-in", _source),
    Command("zoomOut", "Zoom &out", ("Ctrl+-",), "zoom-out", _source),
    Command("zoomSelection", "Zoom to &selection", ("Ctrl+E",), "", lambda now: now.has_selection),
    Command("zoomAll", "&Whole recording", ("F", "Ctrl+F"), "fit", _source),
    Command("themeAction", "&Theme: follow the system", (), "theme"),
    Command("fullScreen", "&Full screen", ("F11",), "", checkable=True),
    Command("focusPrompt", "&Say what to hear", ("Ctrl+K",), "", _source),
    Command("separate", "&Separate", ("Ctrl+Return", "Ctrl+Enter"), "", _askable),
    Command("soundsLike", "Sounds &like the selection", ("Ctrl+L",), "", _imitable),
    Command("cancel", "&Cancel the work", ("Ctrl+.",), "cancel", lambda now: now.working),
    Command("restartEngine", "Restart the en&gine", (), ""),
    Command("solo", "S&olo", ("S", "Shift+S"), "", lambda now: now.track_chosen),
    Command("mute", "&Mute", ("M", "Shift+U"), "", lambda now: now.track_chosen),
    Command("rename", "Re&name", ("F2",), "", lambda now: now.stem_chosen),
    Command("remove", "&Remove stem", ("Del",), "trash", lambda now: now.stem_chosen),
    Command("models", "&Models…", ("Ctrl+Shift+M",), "models"),
    Command("keys", "&Keys and mouse", ("F1",), ""),
    Command("logs", "Open &log folder", (), ""),
    Command("about", "&About", (), "notice"),
)

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("&File", ("open", "recent", "", "export", "", "closeFile", "quit")),
    ("&Edit", ("undo", "redo", "", "selectAll", "selectNone", "selectionStart", "selectionEnd")),
    ("&View", ("zoomIn", "zoomOut", "zoomSelection", "zoomAll", "", "themeAction", "fullScreen")),
    (
        "&Play",
        (
            "play",
            "playSelection",
            "stop",
            "loop",
            "",
            "toStart",
            "toEnd",
            "back",
            "forward",
            "",
            "switchSource",
            "",
            "outputs",
        ),
    ),
    ("&Separate", ("focusPrompt", "separate", "soundsLike", "cancel", "", "solo", "mute", "rename", "remove")),
    ("&Tools", ("models", "", "restartEngine")),
    ("&Help", ("keys", "logs", "about")),
)

MOUSE: tuple[tuple[str, str], ...] = (
    ("Drag", "Select a stretch; drag an edge to adjust it, Shift+click to extend it"),
    ("Click", "Place the playhead"),
    ("Double-click", "Select all, or nothing"),
    ("Ctrl+wheel", "Zoom at the pointer"),
    ("Shift+wheel", "Scroll in time"),
    ("Wheel", "Scroll the stems"),
    ("Middle-drag", "Move the view"),
)


PLAIN_KEYS = frozenset(
    key for command in COMMANDS for key in command.keys if ("Ctrl+" not in key and key[0] != "F") or key == "F"
)
"""What a text field needs for itself: letters, arrows, Space, Esc, Del."""

MOVING_KEYS = frozenset({"Home", "End", "Left", "Right"})
"""What faders and lists need for themselves."""

LIST_KEYS = MOVING_KEYS | {key for key in PLAIN_KEYS if len(key) == 1 and key.isalpha()} | {"Del"}
"""What lists need besides: letters find a line, and Del there must not mean a stem elsewhere."""

REPEATING = frozenset({"zoomIn", "zoomOut", "back", "forward", "undo", "redo"})
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
        self._reserved: frozenset[str] = frozenset()
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

    def leave_keys(self, reserved: frozenset[str]) -> None:
        """Leave keys to the widget that has the focus; their commands stay in the menus."""
        if reserved == self._reserved:
            return
        self._reserved = reserved
        for command in COMMANDS:
            if any("Ctrl+" not in key for key in command.keys):
                self._actions[command.id].setShortcuts([QKeySequence(k) for k in command.keys if k not in reserved])

    def fill(self, bar: QMenuBar, source: ActionSource) -> None:
        """Build the menus."""
        for title, entries in MENUS:
            menu = bar.addMenu(tr(title))
            for entry in entries:
                if not entry:
                    menu.addSeparator()
                elif entry in self._actions:
                    menu.addAction(self._actions[entry])
                else:
                    menu.addMenu(source.submenu(entry, menu))


def key_list() -> list[tuple[str, str]]:
    """Every shortcut and what it does, for the help."""
    rows = [
        (
            ", ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in command.keys),
            tr(command.text).replace("&", "").rstrip("…"),
        )
        for command in COMMANDS
        if command.keys
    ]
    return rows + [(tr(keys), tr(what)) for keys, what in MOUSE]
