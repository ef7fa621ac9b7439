"""Choosing files, without ever blocking the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

_SOUND = "*.wav *.flac *.mp3 *.ogg *.oga *.opus *.aif *.aiff *.m4a *.aac *.wma *.caf *.w64 *.rf64"
_VIDEO = "*.mp4 *.m4v *.mov *.mkv *.webm *.avi *.mpg *.mpeg *.ts *.3gp"

_PROJECT = "*.asproj project.json"
_MODELS = "*.ckpt *.safetensors *.bin *.pt *.pth"


def ask_for_recordings(parent: QWidget, folder: str, take: Callable[[list[Path]], None]) -> None:
    """Let the person choose any number of recordings; `take` gets them."""
    _ask_for_recordings(parent, folder, take, QFileDialog.FileMode.ExistingFiles)


def ask_for_recording(parent: QWidget, folder: str, take: Callable[[list[Path]], None]) -> None:
    """Let the person choose a recording, or what lies in the folder of a project; `take` gets it."""
    _ask_for_recordings(parent, folder, take, QFileDialog.FileMode.ExistingFile)


def _ask_for_recordings(
    parent: QWidget, folder: str, take: Callable[[list[Path]], None], mode: QFileDialog.FileMode
) -> None:
    sound = _tr("Audio and video ({patterns})").format(patterns=f"{_SOUND} {_VIDEO}")
    if mode == QFileDialog.FileMode.ExistingFile:
        patterns = f"{_SOUND} {_VIDEO} {_PROJECT}"
        sound = _tr("Audio, video and projects ({patterns})").format(patterns=patterns)
    filters = [sound, _tr("All files (*)")]
    dialog = QFileDialog(parent, _tr("Open a recording"), folder)
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
    dialog = QFileDialog(parent, _tr("Use a model file"))
    dialog.setObjectName("modelFileDialog")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_tr("Models ({patterns})").format(patterns=_MODELS), _tr("All files (*)")])
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: take(Path(name)))
    dialog.open()


def ask_for_project_folder(parent: QWidget, folder: str, take: Callable[[Path], None]) -> None:
    """Let the person choose the folder of a project; `take` gets it."""
    dialog = QFileDialog(parent, _tr("Open a project (a folder that ends in “.asproj”)"), folder)
    dialog.setObjectName("openProjectDialog")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: take(Path(name)))
    dialog.open()


def ask_for_project_place(
    parent: QWidget, suggested: str, take: Callable[[Path], None], refuse: Callable[[], None]
) -> None:
    """Let the person choose where a project is saved; `take` gets the folder to make, `refuse` is told of a no."""
    dialog = QFileDialog(parent, _tr("Save the project as"), str(Path(suggested).parent))
    dialog.setObjectName("saveProjectDialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    # What is there already is never overwritten: the save itself says so.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setNameFilters([_tr("AudioSep project (*.asproj)")])
    dialog.setDefaultSuffix("asproj")
    dialog.selectFile(Path(suggested).name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: take(Path(name)))
    dialog.rejected.connect(refuse)
    dialog.open()


def ask_for_source(parent: QWidget, folder: str, take: Callable[[Path], None]) -> None:
    """Let the person show where the recording of a project is now; `take` gets it."""
    dialog = QFileDialog(parent, _tr("Where is the recording now?"), folder)
    dialog.setObjectName("relinkDialog")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(
        [_tr("Audio and video ({patterns})").format(patterns=f"{_SOUND} {_VIDEO}"), _tr("All files (*)")]
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: take(Path(name)))
    dialog.open()


def ask_for_labels(parent: QWidget, suggested: Path, then: Callable[[Path], None]) -> None:
    """Show the file dialog for labels; `then` is called with the file that is to be written."""
    dialog = QFileDialog(parent, _tr("Save labels"), str(suggested.parent))
    dialog.setObjectName("labelsDialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([_tr("Audacity labels (*.txt)"), _tr("Comma-separated values (*.csv)")])
    dialog.setDefaultSuffix("txt")
    dialog.selectFile(suggested.name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def follow(name_filter: str) -> None:
        dialog.setDefaultSuffix("csv" if "csv" in name_filter else "txt")

    dialog.filterSelected.connect(follow)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()


def _tr(text: str) -> str:
    return QCoreApplication.translate("dialogs", text)
