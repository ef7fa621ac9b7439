"""The widget of each kind of entry, bound to the settings both ways."""

from __future__ import annotations

import contextlib
import threading

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QSpinBox, QVBoxLayout, QWidget

from desktop.playback.device import SYSTEM_DEFAULT, list_outputs
from desktop.services.settings import SettingsStore
from desktop.views.preferences.entries import Choice, Entry, Folder, Number, Output, Tick, said
from desktop.views.preferences.folder_field import FolderField

_TICK_WIDTH = 28
"""What stands before the words of a tick, in `window.qss`: padding, box and spacing."""


def make_field(entry: Entry, store: SettingsStore) -> QWidget:
    """The widget for an entry, with its names."""
    if isinstance(entry, Choice):
        field: QWidget = ChoiceField(entry, store)
    elif isinstance(entry, Tick):
        field = TickField(entry, store)
    elif isinstance(entry, Number):
        field = NumberField(entry, store)
    elif isinstance(entry, Output):
        field = OutputField(entry, store)
    elif isinstance(entry, Folder):
        field = FolderField(entry, store)
    else:
        return _paragraph(said(entry.note))
    field.setObjectName(f"preference-{entry.setting}")
    field.setAccessibleName(said(entry.label))
    field.setAccessibleDescription(said(entry.note))
    return field


def _paragraph(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label


class QuietCombo(QComboBox):
    """A list whose choice the wheel changes only while it has the focus."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll instead."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceField(QuietCombo):
    """One of several."""

    def __init__(self, entry: Choice, store: SettingsStore) -> None:
        super().__init__()
        self._setting, self._store = entry.setting, store
        for value, name in entry.options:
            self.addItem(said(name), value)
        self._show()
        self.activated.connect(self._chosen)
        store.changed.connect(self._show)

    def _show(self) -> None:
        self.setCurrentIndex(self.findData(getattr(self._store.settings, self._setting)))

    def _chosen(self, _place: int) -> None:
        self._store.update(**{self._setting: self.currentData()})


class TickField(QCheckBox):
    """On or off."""

    def __init__(self, entry: Tick, store: SettingsStore) -> None:
        super().__init__(said(entry.label))
        self._setting, self._store = entry.setting, store
        self._show()
        self.clicked.connect(self._chosen)
        store.changed.connect(self._show)

    def _show(self) -> None:
        self.setChecked(getattr(self._store.settings, self._setting))

    def _chosen(self, on: bool) -> None:
        self._store.update(**{self._setting: on})


class NumberField(QSpinBox):
    """A number, applied as it changes."""

    def __init__(self, entry: Number, store: SettingsStore) -> None:
        super().__init__()
        self._setting, self._store = entry.setting, store
        self.setRange(entry.lowest, entry.highest)
        self.setSingleStep(entry.step)
        self.setSuffix(entry.unit)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self._show()
        self.valueChanged.connect(self._chosen)
        store.changed.connect(self._show)

    def _show(self) -> None:
        self.setValue(getattr(self._store.settings, self._setting))

    def _chosen(self, value: int) -> None:
        self._store.update(**{self._setting: value})

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only with the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class _Outputs(QObject):
    """Looks for the sound outputs on a thread; nobody's child, for the reason that `FolderWork` is none."""

    listed = Signal(object)

    def look(self) -> None:
        """Begin."""
        threading.Thread(target=self._look, name="list-outputs", daemon=True).start()

    def _look(self) -> None:
        names = list_outputs()
        with contextlib.suppress(RuntimeError):  # the program has ended
            self.listed.emit(names)


class OutputField(QuietCombo):
    """The sound outputs; looked for on a thread, because that may take a second."""

    def __init__(self, entry: Output, store: SettingsStore) -> None:
        super().__init__()
        self._setting, self._store = entry.setting, store
        self._names: tuple[str, ...] = (SYSTEM_DEFAULT,)
        self._show()
        self.activated.connect(self._chosen)
        store.changed.connect(self._show)
        self._outputs = _Outputs()
        self._outputs.listed.connect(self._take)
        self._outputs.look()

    def _take(self, names: tuple[str, ...]) -> None:
        self._names = names
        self._show()

    def _show(self) -> None:
        chosen = getattr(self._store.settings, self._setting)
        self.clear()
        self.addItem(QCoreApplication.translate("preferences", "Follow the system"), "")
        for name in dict.fromkeys((*self._names, *([chosen] if chosen else []))):
            if name != SYSTEM_DEFAULT:
                self.addItem(name, name)
        self.setCurrentIndex(max(0, self.findData(chosen)))

    def _chosen(self, _place: int) -> None:
        self._store.update(**{self._setting: self.currentData()})


def with_note(field: QWidget, note: str) -> QWidget:
    """A field and the sentence below it."""
    if not note:
        return field
    both = QWidget()
    label = _paragraph(note)
    label.setProperty("dim", "true")
    layout = QVBoxLayout(both)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    layout.addWidget(field)
    if isinstance(field, QCheckBox):
        label.setIndent(_TICK_WIDTH)
    layout.addWidget(label)
    return both
