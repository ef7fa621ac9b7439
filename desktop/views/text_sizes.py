"""Sizes that grow with the text, so that nothing is clipped when a person reads it larger."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def resize_by_text(window: QWidget, width: float, height: float) -> None:
    """Give a window a size in heights of its text, as far as its screen has room for it."""
    window.ensurePolished()
    unit = window.fontMetrics().lineSpacing() * 0.85
    room = window.screen().availableSize()
    window.resize(min(round(width * unit), room.width() * 9 // 10), min(round(height * unit), room.height() * 9 // 10))
