"""The steps that can be undone."""

from __future__ import annotations

from PySide6.QtGui import QUndoCommand, QUndoStack


class History(QUndoStack):
    """An undo stack on which an edit that changes nothing leaves no trace.

    Qt's own drops a command that is obsolete too, but only after it has dropped what could be redone.
    """

    def push(self, command: QUndoCommand) -> None:
        """Carry a command out and keep it, unless it changes nothing."""
        if not command.isObsolete():
            super().push(command)
