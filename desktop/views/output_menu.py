"""Where the sound goes, as a menu: the system's choice or one output. In the menu bar and in the transport bar."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.actions.workspace import Workspace
from desktop.playback.device import SYSTEM_DEFAULT
from desktop.views.choice_menu import ChoiceMenu


class OutputMenu(ChoiceMenu):
    """Shows the outputs as last seen and has them looked for anew, which may take a second, each time it opens."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__("outputMenu", parent)
        self.setTitle(self.tr("Sound &output"))
        self._space = workspace
        self.aboutToShow.connect(self._look)
        self.picked.connect(self._choose)
        workspace.transport.outputs_changed.connect(self._fill)

    def _look(self) -> None:
        self._fill()
        self._space.transport.look_for_outputs()

    def _fill(self) -> None:
        names = dict.fromkeys((SYSTEM_DEFAULT, *self._space.transport.outputs))
        usual = self.tr("As the system has it")
        self.offer((usual if name == SYSTEM_DEFAULT else name.replace("&", "&&"), name) for name in names)
        self.tick(self._space.settings.settings.device_name or SYSTEM_DEFAULT)

    def _choose(self, name: str) -> None:
        # Who follows the settings lets the sound go there.
        self._space.settings.update(device_name="" if name == SYSTEM_DEFAULT else name)
