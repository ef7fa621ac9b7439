"""The submenus whose entries change: recent recordings, sound outputs, speeds and languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from desktop.actions.workspace import Workspace
from desktop.document.storage import RECORD
from desktop.services.places import is_file
from desktop.views.language_menu import LanguageMenu
from desktop.views.output_menu import OutputMenu
from desktop.views.speed_menu import SpeedMenu


class ChangingMenus(QObject):
    """Knows the registry's "recent", "outputs", "speed" and "languages".

    Args:
        workspace: Whose settings and transport.
        open_paths: Opens recordings.
        forget: Called when the recent recordings were cleared.
        parent: The window.
    """

    def __init__(
        self,
        workspace: Workspace,
        open_paths: Callable[[list[Path]], None],
        forget: Callable[[], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._space = workspace
        self._open_paths = open_paths
        self._forget = forget
        self._recent = QMenu(self.tr("Open &recent"), parent)
        self.outputs = OutputMenu(workspace, parent)
        self.speed = SpeedMenu(workspace.transport, parent)
        self.languages = LanguageMenu(workspace.settings, parent)
        self._recent.aboutToShow.connect(self._fill_recent)

    def submenu(self, name: str, parent: QWidget) -> QMenu:
        """The submenu that the registry calls `name`."""
        menus: dict[str, QMenu] = {
            "recent": self._recent,
            "outputs": self.outputs,
            "speed": self.speed,
            "languages": self.languages,
        }
        return menus[name]

    def recent_paths(self) -> list[Path]:
        """Recordings and projects that were open before and are still there."""
        paths = map(Path, self._space.settings.settings.recent_files)
        return [path for path in paths if is_file(path) or is_file(path / RECORD)]

    def recent_folder(self) -> str:
        """Where the newest of them lies, "" where there is none."""
        return next((str(path.parent) for path in self.recent_paths()), "")

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self.recent_paths():
            action = self._recent.addAction(path.name.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, chosen=path: self._open_paths([chosen]))
        self._recent.addSeparator()
        self._recent.addAction(self.tr("Clear"), self._forget)
