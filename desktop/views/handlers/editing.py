"""Undo and redo."""

from __future__ import annotations

from collections.abc import Callable

from desktop.views.handlers.handler import Handler


class EditHandler(Handler):
    """Undo and redo."""

    def table(self) -> dict[str, Callable[[], None]]:
        """Handlers by command id."""
        return {
            "undo": self._space.document.undo_stack.undo,
            "redo": self._space.document.undo_stack.redo,
        }
