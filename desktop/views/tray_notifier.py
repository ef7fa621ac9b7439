"""Notifications on Windows and macOS: Qt shows them beside an icon of ours. Not tested there."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSystemTrayIcon

from desktop.views.icons import application_icon

_SHOWN_MS = 10_000


class TrayNotifier(QObject):
    """The icon is there as long as its notification."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._icon: QSystemTrayIcon | None = None

    def tell(self, title: str, text: str) -> None:
        """Show one."""
        if self._icon is None:
            self._icon = QSystemTrayIcon(application_icon(), self)
        self._icon.show()
        self._icon.showMessage(title, text, application_icon(), _SHOWN_MS)
        QTimer.singleShot(_SHOWN_MS, self._icon.hide)
