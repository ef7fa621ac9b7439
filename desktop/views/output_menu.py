"""Where the sound goes, as a menu: the system's choice or one output. In the menu bar and in the transport bar."""

from __future__ import annotations

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.actions.workspace import Workspace
from desktop.playback.device import SYSTEM_DEFAULT


class OutputMenu(QMenu):
    """Shows the outputs as last seen and has them looked for anew, which may take a second, each time it opens."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Sound &output"))
        self.setObjectName("outputMenu")
        self._space = workspace
        self._group: QActionGroup | None = None
        self.aboutToShow.connect(self._look)
        workspace.transport.outputs_changed.connect(self._fill)

    def _look(self) -> None:
        self._fill()
        self._space.transport.look_for_outputs()

    def _fill(self) -> None:
        self.clear()
        if self._group is not None:
            self._group.deleteLater()
        self._group = QActionGroup(self)
        chosen = self._space.settings.settings.device_name or SYSTEM_DEFAULT
        for name in dict.fromkeys((SYSTEM_DEFAULT, *self._space.transport.outputs)):
            text = self.tr("As the system has it") if name == SYSTEM_DEFAULT else name.replace("&", "&&")
            action = self.addAction(text)
            action.setCheckable(True)
            action.setChecked(name == chosen)
            action.setData(name)
            self._group.addAction(action)
        self._group.triggered.connect(self._choose)

    def _choose(self) -> None:
        action = None if self._group is None else self._group.checkedAction()
        if action is not None:
            name = str(action.data())
            # Who follows the settings lets the sound go there.
            self._space.settings.update(device_name="" if name == SYSTEM_DEFAULT else name)
