"""Labels of forms."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def form_label(text: str) -> QLabel:
    """A label as tall as a field, so that both stand on one line."""
    label = QLabel(text)
    label.setMinimumHeight(32)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return label
