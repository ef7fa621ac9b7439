"""Undo and redo."""

from __future__ import annotations

from collections.abc import Callable

from desktop.views.handlers.handler import Handler


class EditHandler(Handler):
    """Undo and redo."""

    def table(self) -> dict[str, Callable[[], None]]:
        """Handlers by command id."""
        return {
            "undo": self._undo,
            "redo": self._redo,
        }

    def connect_signals(self) -> None:
        """Let the menu say what is undone."""
        stack = self._space.document.undo_stack
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_redo)

    def _undo(self) -> None:
        self._window.handlers.tracks.keep_chosen(self._space.document.undo_stack.undo)

    def _redo(self) -> None:
        self._window.handlers.tracks.keep_chosen(self._space.document.undo_stack.redo)

    def _name_undo(self, what: str) -> None:
        self._name("undo", self.tr("&Undo {what}") if what else self.tr("&Undo"), what)

    def _name_redo(self, what: str) -> None:
        self._name("redo", self.tr("&Redo {what}") if what else self.tr("&Redo"), what)

    def _name(self, command: str, text: str, what: str) -> None:
        self._window.actions_by_id[command].setText(text.format(what=what.replace("&", "&&")))
