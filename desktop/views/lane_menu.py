"""What can be done at a place of a lane, as a menu: the same commands as in the menu bar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from desktop.actions.registry import Actions

_SELECTION = ("playSelection", "zoomSelection", "loopSelection", "selectNone")
_KEEPING = ("addRegion",)
_REGION = ("renameRegion", "removeRegion")
_ASKING = ("separate", "soundsLike")
_ALWAYS = ("play", "selectAll", "zoomAll", "clearLoop")
_STEM = ("solo", "mute", "rename", "remove")


class LaneMenu(QMenu):
    """Built for one use: only what makes sense now is in it."""

    def __init__(self, actions: Actions, *, on_region: bool, on_stem: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("laneMenu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        regions = (*_KEEPING, *(_REGION if on_region else ()))  # no other region than the one under the pointer
        for group in (_SELECTION, regions, _ASKING, _ALWAYS, _STEM if on_stem else ()):
            enabled = [actions[name] for name in group if actions[name].isEnabled()]
            if enabled and self.actions():
                self.addSeparator()
            self.addActions(enabled)
