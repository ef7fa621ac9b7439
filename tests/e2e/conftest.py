"""The real window over the real processes and the shipped starter, offscreen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import make_window
from desktop.services.settings import SettingsStore
from tests.e2e.hand import Hand


@pytest.fixture
def hand(qtbot: QtBot) -> Iterator[Hand]:
    window = make_window(SettingsStore())
    window.show()
    qtbot.waitExposed(window)
    yield Hand(window, qtbot)
    window.workspace.separation.cancel_all()
    window._confirm_close = lambda _: True
    window.close()
    window.deleteLater()
    # Now, not in the next test's event loop: Python might collect parts of the window before.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
