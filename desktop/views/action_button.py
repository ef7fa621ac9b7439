"""Buttons of bars that stand for a command."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton


def action_button(name: str, action: QAction, accessible: str) -> QToolButton:
    """A button that triggers a command and stands as the command does: enabled or not, ticked or not.

    Args:
        name: The objectName.
        action: The command.
        accessible: The accessible name, and the tool tip, with the command's keys behind it.
    """
    button = QToolButton()
    button.setObjectName(name)
    button.setAccessibleName(accessible)
    button.setCheckable(action.isCheckable())
    button.clicked.connect(action.trigger)
    keys = action.shortcut().toString()
    button.setToolTip(f"{accessible} ({keys})" if keys else accessible)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        button.setChecked(action.isChecked())

    action.changed.connect(follow)
    follow()
    return button
