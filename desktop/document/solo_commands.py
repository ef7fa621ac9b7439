"""Undo commands for hearing one track alone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from desktop.document.document import Document


class SoloAlone(QUndoCommand):
    """Solo one stem and nothing else; what is alone already is let back among the others."""

    def __init__(self, document: Document, stem_id: str) -> None:
        stem = document.state.stem(stem_id)
        if stem is None:
            raise KeyError(stem_id)
        self._document = document
        self._before = document.solos
        self._after = () if self._before == (stem_id,) else (stem_id,)
        text = _tr("Solo “{name}”") if self._after else _tr("Unsolo “{name}”")
        super().__init__(text.format(name=stem.name))

    def redo(self) -> None:
        """Solo it, or nothing."""
        self._document.set_solos(self._after)

    def undo(self) -> None:
        """The solos from before."""
        self._document.set_solos(self._before)


def _tr(text: str) -> str:
    return QCoreApplication.translate("commands", text)
