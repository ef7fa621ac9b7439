"""Open, export, close."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from desktop.actions.exporting import DEFAULT_TEMPLATE, ExportChoice, find_format
from desktop.views.export_dialog import ExportDialog
from desktop.views.file_dialogs import ask_for_recording
from desktop.views.handlers.handler import Handler

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow


class FileHandler(Handler):
    """Files."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._export: ExportDialog | None = None

    def table(self) -> dict[str, Callable[[], None]]:
        """Handlers by command id."""
        return {
            "open": self.open,
            "importMore": self.import_more,
            "export": self.export,
            "closeFile": self._space.opening.close,
            "quit": self._quit,
        }

    def connect_signals(self) -> None:
        """What opens recordings."""
        empty = self._window.empty
        self._space.opening.opening.connect(self._window.status.show_opening)
        empty.open_requested.connect(self.open)
        empty.recent_chosen.connect(self._open_recent)

    def act_on(self, what: str, argument: str) -> bool:
        """The button of a notice."""
        if what == "show-folder":
            self._window.show_folder(argument)
        else:
            return False
        return True

    def _open_recent(self, path: Path) -> None:
        self._window.open_paths([path])

    def _quit(self) -> None:
        self._window.close()

    def import_more(self) -> None:
        """Let the person choose several recordings; they come as if they had been dropped."""
        recent = self._window.menus.recent_paths()
        folder = str(recent[0].parent) if recent else ""
        ask_for_recording(self._window, folder, self._window.open_paths, several=True)

    def open(self) -> None:
        """Let the person choose a recording, or a project."""
        recent = self._window.menus.recent_paths()
        music = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
        ask_for_recording(self._window, str(recent[0].parent) if recent else music, self._window.open_paths)

    def export(self) -> None:
        """Show the export dialog; only one."""
        if self._export is not None:
            self._export.raise_()
            self._export.activateWindow()
            return
        state = self._space.document.state
        if state.source is None:
            return
        settings = self._space.settings.settings
        folder = state.export_folder or self._default_folder(state.source.path)
        format_id = find_format(settings.export_format, settings.export_subtype).id
        self._export = ExportDialog(
            self._space.document, self._space.exporting, folder, format_id, settings.export_template, self._window
        )
        self._export.chosen.connect(self._remember_export)
        self._export.destroyed.connect(self._export_closed)
        self._export.show()

    def _default_folder(self, recording: Path) -> Path:
        last = self._space.settings.settings.export_folder
        return Path(last) if last and Path(last).is_dir() else recording.parent

    def _export_closed(self) -> None:
        self._export = None

    def _remember_export(self, choice: ExportChoice) -> None:
        self._space.settings.update(
            export_format=choice.format.container,
            export_subtype=choice.format.subtype,
            export_template=choice.template.strip() or DEFAULT_TEMPLATE,
            export_folder=str(choice.folder),
        )

    def forget_recordings(self) -> None:
        """Clear the list of recent ones."""
        self._space.settings.update(recent_files=())
        self._window.empty.show_recent(())
