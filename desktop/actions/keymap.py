"""Which keys mean which command: those of the command table, and what the person made of them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from desktop.actions.registry import COMMANDS
from desktop.services.settings import SettingsStore

_PORTABLE = QKeySequence.SequenceFormat.PortableText
_NATIVE = QKeySequence.SequenceFormat.NativeText
DEFAULTS: Mapping[str, tuple[str, ...]] = {command.id: command.keys for command in COMMANDS}


def portable(key: str) -> str:
    """A key spelt the one way that is stored and compared, such as "Ctrl+Shift+Z"; "" when it is none."""
    return QKeySequence(key).toString(_PORTABLE)


def readable(key: str) -> str:
    """A key as this system's people know it."""
    return QKeySequence(key).toString(_NATIVE)


class Keymap(QObject):
    """The keys in force, kept in the settings as differences from the command table.

    Signals:
        changed: Some command has other keys.
    """

    changed = Signal()

    def __init__(self, settings: SettingsStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._changes = self._stored()
        settings.changed.connect(self._settings_changed)

    def keys(self, command_id: str) -> tuple[str, ...]:
        """The keys of a command, the first one is shown."""
        return self._changes.get(command_id, DEFAULTS[command_id])

    def all(self) -> dict[str, tuple[str, ...]]:
        """The keys of every command."""
        return {**DEFAULTS, **self._changes}

    def is_changed(self, command_id: str) -> bool:
        """Whether a command has other keys than it came with."""
        return command_id in self._changes

    def owners(self, key: str, besides: str = "") -> tuple[str, ...]:
        """The commands that a key means now, without the one named."""
        wanted = portable(key)
        return tuple(
            command
            for command, keys in self.all().items()
            if command != besides and wanted and wanted in map(portable, keys)
        )

    def assign(self, command_id: str, key: str) -> None:
        """Give a command this key as its only one; "" takes its keys away. Others lose the key."""
        key = portable(key)
        changes = dict(self._changes)
        for other in self.owners(key, besides=command_id):
            changes[other] = tuple(kept for kept in self.keys(other) if portable(kept) != key)
        changes[command_id] = (key,) if key else ()
        self._keep(changes)

    def reset(self, command_id: str) -> None:
        """Give a command the keys it came with. Others lose them."""
        changes = {name: keys for name, keys in self._changes.items() if name != command_id}
        own = set(map(portable, DEFAULTS[command_id]))
        for other, keys in self.all().items():
            if other != command_id and own & set(map(portable, keys)):
                changes[other] = tuple(key for key in keys if portable(key) not in own)
        self._keep(changes)

    def reset_all(self) -> None:
        """Give every command the keys it came with."""
        self._keep({})

    def _keep(self, changes: Mapping[str, tuple[str, ...]]) -> None:
        kept = {name: keys for name, keys in changes.items() if keys != DEFAULTS[name]}
        self._settings.update(keys=tuple(sorted(kept.items())))

    def _stored(self) -> dict[str, tuple[str, ...]]:
        # Commands come and go between versions: what is not known any more is let lie.
        return {name: keys for name, keys in self._settings.settings.keys if name in DEFAULTS}

    def _settings_changed(self) -> None:
        changes = self._stored()
        if changes != self._changes:
            self._changes = changes
            self.changed.emit()
