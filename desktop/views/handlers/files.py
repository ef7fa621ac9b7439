"""Open, export, close."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from desktop.actions.export_formats import find_format
from desktop.actions.export_items import DEFAULT_TEMPLATE, ExportChoice
from desktop.services.places import is_folder
from desktop.views.export_dialog import ExportDialog
from desktop.views.file_dialogs import ask_for_folder, ask_for_recording, ask_for_recordings
from desktop.views.handlers.handler import Handler


class FileHandler(Handler):
    """Files."""

    def table(self) -> dict[str, Callable[[], None]]:
        """Handlers by command id."""
        return {
            "open": self.open,
            "importMore": self.import_more,
            "export": self.export,
            "exportSelected": self.export_selected,
            "closeFile": self._space.opening.close,
            "quit": self._quit,
        }

    def connect_signals(self) -> None:
        """What opens recordings."""
        empty = self._window.empty
        self._space.opening.opening.connect(self._window.status.show_opening)
        empty.open_requested.connect(self.open)
        empty.recent_chosen.connect(self._open_recent)
        self._space.exporting.settled.connect(self._export_settled)

    def act_on(self, what: str, argument: str) -> bool:
        """The button of a notice."""
        if what == "show-folder":
            self._window.show_folder(argument)
        elif what == "export-elsewhere":
            self._export_elsewhere(argument)
        elif what == "export-quieter":
            self._space.exporting.retry_with_peaks(argument, "reduce")
        elif what == "open":
            self.open()
        else:
            return False
        return True

    def _export_settled(self, job: str) -> None:
        """What was proposed for it is done, or is proposed anew."""
        for way_out in ("export-elsewhere", "export-quieter"):
            self._window.notices.drop(f"{way_out}:{job}")

    def _export_elsewhere(self, job: str) -> None:
        def take(folder: str) -> None:
            self._space.exporting.retry_elsewhere(job, Path(folder))

        folder = self._space.document.state.export_folder
        ask_for_folder(self._window, self.tr("Export to"), str(folder or ""), take)

    def _open_recent(self, path: Path) -> None:
        self._window.open_paths([path])

    def _quit(self) -> None:
        self._window.close()

    def import_more(self) -> None:
        """Let the person choose several recordings; they come as if they had been dropped."""
        ask_for_recordings(self._window, self._window.menus.recent_folder(), self._take_several)

    def _take_several(self, paths: list[Path]) -> None:
        if not self._window.handlers.jobs.take_drop(paths):
            self._window.open_paths(paths)

    def open(self) -> None:
        """Let the person choose a recording, or a project."""
        music = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
        ask_for_recording(self._window, self._window.menus.recent_folder() or music, self._window.open_paths)

    def export(self) -> None:
        """Show the export dialog; only one."""
        self._show_export()

    def export_selected(self) -> None:
        """Show the export dialog with the chosen stem alone ticked."""
        stem = self._window.chosen_stem()
        if stem is not None:
            self._show_export(stem.id)

    def _show_export(self, only: str = "") -> None:
        shown = self.bring_forward(ExportDialog)
        if shown is not None:
            if only:
                shown.tick_only(only)
            return
        state = self._space.document.state
        if state.source is None:
            return
        settings = self._space.settings.settings
        folder = state.export_folder or self._default_folder(state.source.path)
        format_id = find_format(settings.export_format, settings.export_subtype).id
        dialog = ExportDialog(
            self._space.document, self._space.exporting, folder, format_id, settings, self._window, only=only
        )
        dialog.chosen.connect(self._remember_export)
        dialog.tells.connect(self._window.notices.leave)
        dialog.show()

    def _default_folder(self, recording: Path) -> Path:
        last = self._space.settings.settings.export_folder
        return Path(last) if last and is_folder(Path(last)) else recording.parent

    def _remember_export(self, choice: ExportChoice) -> None:
        if choice.format.container != "video":  # the next recording may have no pictures
            self._space.settings.update(export_format=choice.format.container, export_subtype=choice.format.subtype)
        self._space.settings.update(
            export_rate=choice.rate_hz,
            export_channels=choice.channels,
            export_peaks=choice.peaks,
            export_conflict=choice.conflict,
            export_tags=choice.copy_tags,
            export_time_stamp=choice.time_stamp,
            export_same_length=choice.same_length,
            export_template=choice.template.strip() or DEFAULT_TEMPLATE,
            export_folder=str(choice.folder),
        )

    def forget_recordings(self) -> None:
        """Clear the list of recent ones."""
        self._space.settings.update(recent_files=())
        self._window.empty.show_recent(())
