"""A folder of the program: where it is, how much lies in it, another one, and clearing where that is safe."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from audiosep_core.library.paths import (
    CACHE_VARIABLE,
    MODELS_VARIABLE,
    cache_folder,
    models_folder,
    usual_cache_folder,
    usual_models_folder,
)
from desktop.actions.recovery import wanted_sessions
from desktop.services.folders import FolderWork
from desktop.services.paths import journals_folder
from desktop.services.settings import SettingsStore
from desktop.views.amounts import amount
from desktop.views.dialog_button import dialog_button
from desktop.views.flow_layout import FlowLayout
from desktop.views.preferences.entries import Folder

_FOLDERS = {"models": models_folder, "cache": cache_folder}
_USUAL = {"models": (MODELS_VARIABLE, usual_models_folder), "cache": (CACHE_VARIABLE, usual_cache_folder)}


class FolderField(QWidget):
    """One folder. A person clears the cache; models go in the models dialog, one by one."""

    def __init__(self, entry: Folder, store: SettingsStore) -> None:
        super().__init__()
        self._setting, self._store, self._kind = entry.setting, store, entry.kind
        self._work = FolderWork()
        self._edit = QLineEdit()
        self._edit.setObjectName(f"{entry.kind}FolderEdit")
        self._edit.setAccessibleName(self.tr("Folder"))
        self._edit.setReadOnly(True)
        self._edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._size = QLabel(self.tr("Looking…"))
        self._size.setObjectName(f"{entry.kind}SizeLabel")
        self._size.setProperty("dim", "true")
        self._size.setWordWrap(True)
        choose = self._button(f"{entry.kind}ChooseButton", self.tr("Choose…"))
        self._usual = self._button(f"{entry.kind}UsualButton", self.tr("Use default"))
        row = QHBoxLayout()
        row.addWidget(self._edit, 1)
        below = FlowLayout()
        below.addWidget(choose)
        below.addWidget(self._usual)
        choose.clicked.connect(self._choose)
        self._usual.clicked.connect(self._use_usual)
        if entry.kind == "cache":
            self._clear = self._button("cacheClearButton", self.tr("Clear"))
            self._clear.clicked.connect(self._clear_cache)
            below.addWidget(self._clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self._size)
        layout.addLayout(below)
        self._work.measured.connect(self._measured)
        self._work.cleared.connect(self._cleared)
        store.changed.connect(self._show)
        self._show()
        self._work.measure(self._folder)

    @property
    def line(self) -> QWidget:
        """Its first line."""
        return self._edit

    @property
    def _folder(self) -> Path:
        """Where it is now."""
        return _FOLDERS[self._kind]()

    @property
    def _unchosen(self) -> Path:
        """Where it is when nothing is chosen; the environment is the person's own, or holds what was chosen before."""
        variable, usual = _USUAL[self._kind]
        chosen_at_start = getattr(self._store.at_start, self._setting)
        return usual() if os.environ.get(variable) == chosen_at_start else self._folder

    def use(self, folder: str) -> None:
        """Use another folder from the next start on; "" is the usual one."""
        self._store.update(**{self._setting: folder})

    def _button(self, name: str, text: str) -> QPushButton:
        return dialog_button(name, text, spoken=text.rstrip("…"))

    def _show(self) -> None:
        chosen = getattr(self._store.settings, self._setting)
        self._edit.setText(chosen or str(self._unchosen))
        self._edit.setCursorPosition(0)
        self._usual.setEnabled(bool(chosen))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a folder"), str(self._folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.use)
        dialog.open()

    def _use_usual(self) -> None:
        self.use("")

    def _clear_cache(self) -> None:
        self._clear.setEnabled(False)
        self._size.setText(self.tr("Clearing…"))
        self._work.clear(self._folder, lambda: wanted_sessions(journals_folder()))

    def _cleared(self, _folder: Path, _freed: int) -> None:
        self._clear.setEnabled(True)
        self._work.measure(self._folder)

    def _measured(self, _folder: Path, size: int, free: int) -> None:
        text = self.tr("{size} used, {free} free on this disk") if size else self.tr("Empty, {free} free on this disk")
        self._size.setText(text.format(size=amount(size), free=amount(free)))
