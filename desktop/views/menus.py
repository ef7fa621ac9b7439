"""The submenus whose entries change: recent recordings and sound outputs. Filled when they are about to be seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.actions.workspace import Workspace
from desktop.playback.device import SYSTEM_DEFAULT, list_outputs


class ChangingMenus(QObject):
    """Knows the registry's "recent" and "outputs".

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
        self._outputs = QMenu(self.tr("Sound &output"), parent)
        self._recent.aboutToShow.connect(self._fill_recent)
        self._outputs.aboutToShow.connect(self._fill_outputs)

    def submenu(self, name: str, parent: QWidget) -> QMenu:
        """The submenu that the registry calls `name`."""
        return {"recent": self._recent, "outputs": self._outputs}[name]

    def recent_paths(self) -> list[Path]:
        """Recordings that were open before and are still there."""
        return [path for path in map(Path, self._space.settings.settings.recent_files) if path.is_file()]

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self.recent_paths():
            action = self._recent.addAction(path.name.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, chosen=path: self._open_paths([chosen]))
        self._recent.addSeparator()
        self._recent.addAction(self.tr("Clear"), self._forget)

    def _fill_outputs(self) -> None:
        self._outputs.clear()
        group = QActionGroup(self._outputs)
        chosen = self._space.settings.settings.device_name or SYSTEM_DEFAULT
        for name in dict.fromkeys((SYSTEM_DEFAULT, *list_outputs())):
            text = self.tr("As the system has it") if name == SYSTEM_DEFAULT else name.replace("&", "&&")
            action = self._outputs.addAction(text)
            action.setCheckable(True)
            action.setChecked(name == chosen)
            action.triggered.connect(lambda _=False, wanted=name: self._choose_output(wanted))
            group.addAction(action)

    def _choose_output(self, name: str) -> None:
        self._space.transport.set_output(name)
        self._space.settings.update(device_name="" if name == SYSTEM_DEFAULT else name)
