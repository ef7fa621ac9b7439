"""How well what came out matches the words, in words: a hint, not a measurement."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

GOOD, WEAK = 0.5, 0.2


def match_text(match: float | None) -> tuple[str, str]:
    """Words and tone ("" or "warning") for a match from 0 to 1; nothing where it is unknown."""
    if match is None:
        return "", ""
    if match >= GOOD:
        return QCoreApplication.translate("match", "Good match"), ""
    if match >= WEAK:
        return QCoreApplication.translate("match", "Weak match"), ""
    return QCoreApplication.translate("match", "May not be there"), "warning"
