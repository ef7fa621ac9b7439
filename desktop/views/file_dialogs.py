"""Choosing files, without ever blocking the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

_SOUND = "*.wav *.flac *.mp3 *.ogg *.oga *.opus *.aif *.aiff *.m4a *.aac *.wma *.caf *.w64 *.rf64"
_VIDEO = "*.mp4 *.m4v *.mov *.mkv *.webm *.avi *.mpg *.mpeg *.ts *.3gp"

_MODELS = "*.ckpt *.safetensors *.bin *.pt *.pth"


def ask_for_recordings(parent: QWidget, folder: str, take: Callable[[list[Path]], None]) -> None:
    """Let the person choose any number of recordings; `take` gets them."""
    _ask_for_recordings(parent, folder, take, QFileDialog.FileMode.ExistingFiles)


def ask_for_recording(parent: QWidget, folder: str, take: Callable[[list[Path]], None]) -> None:
    """Let the person choose a recording; `take` gets it."""
    _ask_for_recordings(parent, folder, take, QFileDialog.FileMode.ExistingFile)


def _ask_for_recordings(
    parent: QWidget, folder: str, take: Callable[[list[Path]], None], mode: QFileDialog.FileMode
) -> None:

    def tr(text: str) -> str:
        return QCoreApplication.translate("dialogs", text)

    filters = [
        tr("Audio and video ({patterns})").format(patterns=f"{_SOUND} {_VIDEO}"),
        tr("All files (*)"),
    ]
    dialog = QFileDialog(parent, tr("Open a recording"), folder)
    dialog.setObjectName("openDialog")
    dialog.setFileMode(mode)
    dialog.setNameFilters(filters)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(lambda names: take([Path(name) for name in names]))
    dialog.open()


def ask_for_folder(parent: QWidget, title: str, folder: str, take: Callable[[str], None]) -> None:
    """Let the person choose a folder; `take` gets it."""
    dialog = QFileDialog(parent, title, folder)
    dialog.setObjectName("folderDialog")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(take)
    dialog.open()


def ask_for_model(parent: QWidget, take: Callable[[Path], None]) -> None:
    """Let the person choose a model's file; `take` gets it."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("dialogs", text)

    dialog = QFileDialog(parent, tr("Use a model file"))
    dialog.setObjectName("modelFileDialog")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([tr("Models ({patterns})").format(patterns=_MODELS), tr("All files (*)")])
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: take(Path(name)))
    dialog.open()


def ask_before_closing(parent: QWidget) -> bool:
    """Work is running and the window is to close: whether to stop it and quit."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("dialogs", text)

    box = QMessageBox(parent)
    box.setObjectName("closeDialog")
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr("Quit"))
    box.setText(tr("Work is still running."))
    box.setInformativeText(
        tr("Stopping keeps nothing of it but downloads, which go on the next time. Exported files are safe.")
    )
    stop = box.addButton(tr("Stop and quit"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(tr("Keep working"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.exec()
    return box.clickedButton() is stop


def ask_for_labels(parent: QWidget, suggested: Path, then: Callable[[Path], None]) -> None:
    """Show the file dialog for labels; `then` is called with the file that is to be written."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("dialogs", text)

    dialog = QFileDialog(parent, tr("Save labels"), str(suggested.parent))
    dialog.setObjectName("labelsDialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([tr("Audacity labels (*.txt)"), tr("Comma-separated values (*.csv)")])
    dialog.setDefaultSuffix("txt")
    dialog.selectFile(suggested.name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def follow(name_filter: str) -> None:
        dialog.setDefaultSuffix("csv" if "csv" in name_filter else "txt")

    dialog.filterSelected.connect(follow)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()
