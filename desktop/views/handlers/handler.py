"""What a menu's handlers bring to the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow

Dialog = TypeVar("Dialog", bound=QDialog)


class Handler(QObject):
    """The commands of one menu: the window is told what to show, the controllers what to do."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._space = window.workspace

    def table(self) -> dict[str, Callable[[], None]]:
        """Handlers by command id."""
        return {}

    def connect_signals(self) -> None:
        """Connect views and controllers; called once, when all views are there."""

    def act_on(self, what: str, argument: str) -> bool:
        """Carry out the button of a notice, "what" or "what:argument"; whether it was ours."""
        return False

    def bring_forward(self, kind: type[Dialog]) -> Dialog | None:
        """The window's dialog of this kind, for which there is only one, brought to the front; None: there is none."""
        dialog = self._window.findChild(kind)
        if dialog is not None:
            dialog.raise_()
            dialog.activateWindow()
        return dialog
