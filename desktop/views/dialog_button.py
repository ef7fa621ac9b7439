"""Buttons of dialogs."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton


def dialog_button(name: str, text: str, spoken: str = "") -> QPushButton:
    """A button that Return does not press from elsewhere in the dialog.

    Args:
        name: The objectName.
        text: What stands on it.
        spoken: The accessible name, where that is not the text.
    """
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAccessibleName(spoken or text)
    button.setAutoDefault(False)
    return button
