"""The submenus whose entries change: recent recordings and sound outputs. Filled when they are about to be seen."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.actions.workspace import Workspace
from desktop.document.storage import RECORD
from desktop.playback.device import SYSTEM_DEFAULT, list_outputs


class ChangingMenus(QObject):
    """Knows the registry's "recent" and "outputs".

    Args:
        workspace: Whose settings and transport.
        open_paths: Opens recordings.
        forget: Called when the recent recordings were cleared.
        parent: The window.
    """

    _listed = Signal(object)

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
        self._names: tuple[str, ...] = (SYSTEM_DEFAULT,)
        self._listing: threading.Thread | None = None
        self._listed.connect(self._take_outputs)
        self._outputs.aboutToShow.connect(self._show_outputs)

    def submenu(self, name: str, parent: QWidget) -> QMenu:
        """The submenu that the registry calls `name`."""
        return {"recent": self._recent, "outputs": self._outputs}[name]

    def recent_paths(self) -> list[Path]:
        """Recordings and projects that were open before and are still there."""
        paths = map(Path, self._space.settings.settings.recent_files)
        return [path for path in paths if path.is_file() or (path / RECORD).is_file()]

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self.recent_paths():
            action = self._recent.addAction(path.name.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, chosen=path: self._open_paths([chosen]))
        self._recent.addSeparator()
        self._recent.addAction(self.tr("Clear"), self._forget)

    def _show_outputs(self) -> None:
        """The outputs as last seen, until they are looked for again: that may take a second."""
        self._fill_outputs()
        if self._listing is None:
            self._listing = threading.Thread(target=self._list_outputs, name="list-outputs", daemon=True)
            self._listing.start()

    def _list_outputs(self) -> None:
        names: tuple[str, ...] = ()
        try:
            names = list_outputs()
        finally:
            with contextlib.suppress(RuntimeError):  # the window was closed meanwhile
                self._listed.emit(names)

    def _take_outputs(self, names: tuple[str, ...]) -> None:
        self._listing = None
        if names and names != self._names:
            self._names = names
            self._fill_outputs()

    def _fill_outputs(self) -> None:
        self._outputs.clear()
        group = QActionGroup(self._outputs)
        chosen = self._space.settings.settings.device_name or SYSTEM_DEFAULT
        for name in dict.fromkeys((SYSTEM_DEFAULT, *self._names)):
            text = self.tr("As the system has it") if name == SYSTEM_DEFAULT else name.replace("&", "&&")
            action = self._outputs.addAction(text)
            action.setCheckable(True)
            action.setChecked(name == chosen)
            action.triggered.connect(lambda _=False, wanted=name: self._choose_output(wanted))
            group.addAction(action)

    def _choose_output(self, name: str) -> None:
        self._space.transport.set_output(name)
        self._space.settings.update(device_name="" if name == SYSTEM_DEFAULT else name)
