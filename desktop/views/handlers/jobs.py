"""The jobs panel, and what the desktop is told of the jobs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.views.handlers.handler import Handler

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow


class JobHandler(Handler):
    """Shows and hides the jobs."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)

    def table(self) -> dict[str, Callable[[], None]]:
        """Handlers by command id."""
        return {"jobs": self.toggle}

    def connect_signals(self) -> None:
        """Panel and status strip."""
        panel = self._window.jobs_panel
        panel.closed.connect(self.close)
        panel.reveal_requested.connect(self._window.show_folder)
        self._window.status.jobs_requested.connect(self.toggle)
        self._space.jobs.changed.connect(self._count)

    def toggle(self) -> None:
        """Show the panel, or hide it."""
        self._show(not self._window.jobs_dock.isVisible())

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
