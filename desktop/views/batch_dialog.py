"""Many recordings, the words chosen once: what goes in, what to hear, where results go."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from audiosep_core.audio.suffixes import is_recording_name
from desktop.actions.batching import BatchChoice
from desktop.actions.english import in_english
from desktop.actions.export_formats import FORMATS, format_by_id
from desktop.services.places import is_folder, typed_folder
from desktop.views.dialog_button import dialog_button
from desktop.views.file_dialogs import ask_for_folder, ask_for_recordings
from desktop.views.form_label import FormLabel
from desktop.views.prompt_chips import ChipField
from desktop.views.wheel_combo import WheelCombo


class BatchDialog(QDialog):
    """Collects recordings and words.

    Args:
        inputs: What was dropped.
        prompts: What is asked for in the window.
        against: What is kept out there.
        folder: Where results go, at first.
        model: Its name, and what a person calls it.
        format_id: At first.

    Signals:
        chosen: A `BatchChoice`: the person wants it done.
    """

    chosen = Signal(object)

    def __init__(
        self,
        inputs: Iterable[Path],
        prompts: tuple[str, ...],
        against: tuple[str, ...],
        folder: Path,
        model: tuple[str, str],
        format_id: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("batchDialog")
        self.setWindowTitle(self.tr("Batch"))
        self.setAccessibleName(self.tr("Separate many files"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.setMinimumWidth(600)
        self._model = model
        self._paths: list[Path] = []
        self._folders_in: set[Path] = set()
        self._list = QListWidget()
        self._list.setObjectName("batchInputs")
        self._list.setAccessibleName(self.tr("Recordings and folders"))
        self._list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self._list.setMinimumHeight(130)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the name at the end tells one from another
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._files = dialog_button("batchFilesButton", self.tr("Add files…"))
        self._folders = dialog_button("batchFoldersButton", self.tr("Add a folder…"))
        self._remove = dialog_button("batchRemoveButton", self.tr("Remove"))
        examples = self.tr("For example: a dog barking"), self.tr("Another sound")
        self._prompts = ChipField("batchPrompt", self.tr("What to hear"), examples)
        self._prompts.set_sounds(prompts)
        self._against = ChipField("batchNot", self.tr("But not"), (self.tr("Optional"), self.tr("Another")))
        self._against.set_sounds(against)
        self._rest = QCheckBox(self.tr("Also write everything else"))
        self._rest.setObjectName("batchRestTick")
        self._folder = QLineEdit(str(folder))
        self._folder.setObjectName("batchFolderEdit")
        self._folder.setAccessibleName(self.tr("Folder for the results"))
        self._browse = dialog_button("batchBrowseButton", self.tr("Choose…"))
        self._format = WheelCombo()
        self._format.setObjectName("batchFormatCombo")
        self._format.setAccessibleName(self.tr("Format"))
        for known in FORMATS:
            self._format.addItem(known.title, known.id)
        self._format.setCurrentIndex(max(0, self._format.findData(format_id)))
        self._hint = QLabel()
        self._hint.setObjectName("batchHint")
        self._hint.setWordWrap(True)
        self._hint.setProperty("dim", "true")
        self._hint.setProperty("small", "true")
        self._close = dialog_button("batchCloseButton", self.tr("Close"))
        self._run = dialog_button("batchRunButton", self.tr("Start"))
        self._run.setProperty("primary", "true")
        self._run.setDefault(True)
        self._lay_out()
        self._connect()
        self.add(inputs)
        self._update()

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(6)
        for button in (self._files, self._folders, self._remove):
            side.addWidget(button)
        side.addStretch(1)
        what = QHBoxLayout()
        what.setSpacing(8)
        what.addWidget(self._list, 1)
        what.addLayout(side)
        folder = QHBoxLayout()
        folder.setSpacing(8)
        folder.addWidget(self._folder, 1)
        folder.addWidget(self._browse)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        form.addRow(FormLabel(self.tr("Recordings"), self._files), what)
        form.addRow(FormLabel(self.tr("What to hear"), self._prompts.edit), self._prompts)
        form.addRow(FormLabel(self.tr("But not"), self._against.edit), self._against)
        form.addRow("", self._rest)
        form.addRow(FormLabel(self.tr("Results in"), self._folder), folder)
        form.addRow(FormLabel(self.tr("Format"), self._format), self._format)
        form.addRow(self.tr("Model"), QLabel(self._model[1]))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._run)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addLayout(form, 1)
        layout.addWidget(self._hint)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self._files.clicked.connect(self._ask_for_files)
        self._folders.clicked.connect(self._ask_for_folders)
        self._remove.clicked.connect(self._remove_chosen)
        self._browse.clicked.connect(self._choose_folder)
        self._prompts.changed.connect(self._update)
        self._against.changed.connect(self._update)
        self._folder.textChanged.connect(self._update)
        self._list.itemSelectionChanged.connect(self._update)
        self._close.clicked.connect(self.close)
        self._run.clicked.connect(self._start)

    def add(self, paths: Iterable[Path]) -> None:
        """Further recordings and folders; what is none of both is left out."""
        for path in paths:
            a_folder = path not in self._paths and is_folder(path)
            if path not in self._paths and (a_folder or is_recording_name(path.name)):
                self._paths.append(path)
                self._folders_in |= {path} if a_folder else set()
                self._list.addItem(str(path))
        self._update()

    def choice(self) -> BatchChoice:
        """What is filled in now."""
        how = format_by_id(str(self._format.currentData()))
        return BatchChoice(
            tuple(self._paths),
            in_english(self._prompts.sounds),
            typed_folder(self._folder.text()) or Path(self._folder.text()),
            in_english(self._against.sounds),
            self._rest.isChecked(),
            self._model[0],
            how.container,
            how.subtype,
        )

    def _update(self) -> None:
        folder = typed_folder(self._folder.text())
        folders = self._folders_in.intersection(self._paths)
        hint = ""
        if not self._paths:
            hint = self.tr("Add recordings or folders, or drop them here.")
        elif not self._prompts.sounds:
            hint = self.tr("Say what you want to hear in all of them.")
        elif folder is None:
            hint = self.tr("Choose a folder for the results.")
        elif any(os.path.abspath(folder) == os.path.abspath(path) for path in self._paths):
            hint = self.tr("Choose another folder for the results than the one with the recordings.")
        self._run.setEnabled(not hint)
        if not hint:
            hint = self.tr("Folders are searched at any depth. ") if folders else ""
            hint += self.tr("One failure does not stop the rest; doing the same batch again goes on where it stopped.")
        self._hint.setText(hint)
        self._remove.setEnabled(bool(self._list.selectedItems()))

    def _ask_for_files(self) -> None:
        ask_for_recordings(self, "", self.add)

    def _ask_for_folders(self) -> None:
        ask_for_folder(self, self.tr("Add a folder"), "", self._add_folder)

    def _add_folder(self, folder: str) -> None:
        self.add([Path(folder)])

    def _remove_chosen(self) -> None:
        for item in self._list.selectedItems():
            place = self._list.row(item)
            self._list.takeItem(place)
            del self._paths[place]
        self._update()

    def _choose_folder(self) -> None:
        ask_for_folder(self, self.tr("Results in"), self._folder.text(), self._folder.setText)

    def _start(self) -> None:
        self.chosen.emit(self.choice())
        self.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """More of them."""
        event.acceptProposedAction()
        self.add(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
