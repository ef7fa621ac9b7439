"""Faults of libraries that this program would not survive; pyproject.toml excludes the versions that have them."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal


class _Emitter(QObject):
    sent = Signal(int)


def test_signals_keep_the_references_of_true() -> None:
    """PySide6 6.12.0 drops one a signal: the process dies after some hundred on Python 3.11."""
    emitter, seen = _Emitter(), []
    emitter.sent.connect(seen.append)
    before = sys.getrefcount(True)
    for number in range(100):
        emitter.sent.emit(number)
    assert len(seen) == 100
    assert abs(sys.getrefcount(True) - before) < 20
