"""The jobs panel, and what the desktop is told of the jobs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from audiosep_core.library.registry import model_title
from desktop.actions.batching import BatchChoice
from desktop.actions.export_formats import find_format
from desktop.services.places import is_folder
from desktop.views.batch_dialog import BatchDialog
from desktop.views.handlers.handler import Handler

PROJECT_SUFFIX = ".asproj"
"""A project is a folder too."""


class JobHandler(Handler):
    """Shows and hides the jobs."""

    def table(self) -> dict[str, Callable[[], None]]:
        """Handlers by command id."""
        return {"jobs": self.toggle, "batch": self.batch}

    def connect_signals(self) -> None:
        """Panel and status strip."""
        panel = self._window.jobs_panel
        panel.closed.connect(self.close)
        panel.reveal_requested.connect(self._window.show_folder)
        panel.batch_requested.connect(self.batch)
        self._window.status.jobs_requested.connect(self.toggle)
        self._space.jobs.changed.connect(self._count)

    def act_on(self, what: str, argument: str) -> bool:
        """The button of a notice."""
        if what != "go-on":
            return False
        self._space.jobs.retry(argument)
        return True

    def toggle(self) -> None:
        """Show the panel, or hide it."""
        self._show(not self._window.jobs_dock.isVisible())

    def take_drop(self, paths: Sequence[Path]) -> bool:
        """Several recordings, or a folder of them, go to a batch; whether these did."""
        if len(paths) == 1 and (not is_folder(paths[0]) or paths[0].suffix == PROJECT_SUFFIX):
            return False
        self._show_batch(paths)
        return True

    def batch(self) -> None:
        """Show the batch dialog."""
        self._show_batch(())

    def _show_batch(self, paths: Sequence[Path]) -> None:
        shown = self.bring_forward(BatchDialog)
        if shown is not None:
            shown.add(paths)
            return
        settings, panel = self._space.settings.settings, self._window.prompt_panel
        beside = paths[0].parent if paths else Path(settings.export_folder or Path.home())
        format_id = find_format(settings.export_format, settings.export_subtype).id
        dialog = BatchDialog(
            paths,
            panel.prompts,
            panel.against,
            beside / self.tr("separated"),
            (settings.model, model_title(settings.model)),
            format_id,
            self._window,
        )
        dialog.chosen.connect(self._start_batch)
        dialog.show()

    def _start_batch(self, choice: BatchChoice) -> None:
        self._space.batches.start(choice)
        self._show(True)

    def close(self) -> None:
        """Hide the panel."""
        self._show(False)

    def _show(self, visible: bool) -> None:
        self._window.jobs_dock.setVisible(visible)
        self._window.actions_by_id["jobs"].setChecked(visible)
        self._window.status.show_jobs_open(visible)

    def _count(self) -> None:
        self._window.status.show_jobs(len(self._space.jobs.current))
        self._window.update_actions()
