"""Regions made of what was found, as one undoable step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from desktop.document.document import Document
from desktop.document.state import Region


class AddRegions(QUndoCommand):
    """Keep stretches; those that are there under the same name and frames stay as they are."""

    def __init__(self, document: Document, regions: Sequence[Region]) -> None:
        text = QCoreApplication.translate("commands", "Add %n region(s)", "", len(regions))
        super().__init__(text)
        self._document = document
        there = {(region.start, region.end, region.name) for region in document.state.regions}
        self._new = tuple(one for one in regions if (one.start, one.end, one.name) not in there)
        self.setObsolete(not self._new)

    def redo(self) -> None:
        """Add them."""
        self._document.set_regions((*self._document.state.regions, *self._new))

    def undo(self) -> None:
        """Take them out."""
        ids = {region.id for region in self._new}
        self._document.set_regions(region for region in self._document.state.regions if region.id not in ids)
