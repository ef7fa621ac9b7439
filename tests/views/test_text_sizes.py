"""At twice the text size nothing that a person needs is cut off."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget


def cut(parent: QWidget) -> list[str]:
    """Texts of visible labels that have not the room they need."""
    return [
        label.text()
        for label in parent.findChildren(QLabel)
        if label.isVisible() and label.text() and type(label).__name__ != "ElidedLabel"
        if label.width() < label.minimumSizeHint().width() or label.height() < label.heightForWidth(label.width())
    ]


@pytest.mark.parametrize("size", [100, 200])
def test_no_text_is_cut(drive: Any, size: int) -> None:
    window = drive.window
    window.resize(1440, 900)
    usual = window.prompt_panel.width()
    drive.space.settings.update(text_size=size)
    QApplication.processEvents()
    drive.until(lambda: (window.prompt_panel.width() > usual) == (size > 100))
    for part in (window.transport_bar, window.empty, window.prompt_panel):
        assert cut(part) == []
    area = window.prompt_panel.findChild(QScrollArea, "promptScroll")
    assert area.widget().width() <= area.viewport().width(), "nothing lies beyond the panel's edge"
    time = drive.find("timeLabel")
    assert time.width() >= time.fontMetrics().horizontalAdvance(time.text())
