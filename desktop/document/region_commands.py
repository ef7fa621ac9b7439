"""Edits of the regions as undo commands. They hold ids and values; an edit that changes nothing leaves no entry."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from desktop.document.document import Document
from desktop.document.state import Region, Selection, new_stem_id, tidy_name

_RESHAPE_COMMAND_ID = 20  # Qt offers commands of equal id to each other for merging


def new_region(stretch: Selection, name: str = "") -> Region:
    """A region of what is marked, with an id of its own."""
    return Region(new_stem_id(), stretch.start, stretch.end, name, stretch.band_hz)


class AddRegions(QUndoCommand):
    """Keep stretches as regions, all in one step."""

    def __init__(self, document: Document, *regions: Region) -> None:
        if not regions:
            raise ValueError("there is no region to add")
        super().__init__(_tr("Add region") if len(regions) == 1 else _tr("Add {n} regions").format(n=len(regions)))
        self._document = document
        self._regions = regions

    def redo(self) -> None:
        """Add them."""
        self._document.set_regions((*self._document.state.regions, *self._regions))

    def undo(self) -> None:
        """Take them out."""
        _drop(self._document, {region.id for region in self._regions})


class RemoveRegions(QUndoCommand):
    """Forget regions; what they mark stays as it is."""

    def __init__(self, document: Document, region_ids: Collection[str]) -> None:
        self._regions = tuple(region for region in document.state.regions if region.id in region_ids)
        count = len(self._regions)
        super().__init__(_tr("Delete region") if count == 1 else _tr("Delete {n} regions").format(n=count))
        self._document = document
        self.setObsolete(not self._regions)

    def redo(self) -> None:
        """Take them out."""
        _drop(self._document, {region.id for region in self._regions})

    def undo(self) -> None:
        """Bring them back."""
        self._document.set_regions((*self._document.state.regions, *self._regions))


class _ChangeRegion(QUndoCommand):
    """One region to another value.

    Raises:
        KeyError: When there is no such region.
    """

    def __init__(self, text: str, document: Document, before: Region, after: Region) -> None:
        super().__init__(text)
        self._document = document
        self._before = before
        self._after = after
        self.setObsolete(before == after)

    def redo(self) -> None:
        """Put the new one in its place."""
        self._put(self._after)

    def undo(self) -> None:
        """Put the old one back."""
        self._put(self._before)

    def _put(self, region: Region) -> None:
        regions = (region if other.id == region.id else other for other in self._document.state.regions)
        self._document.set_regions(regions)


class RenameRegion(_ChangeRegion):
    """Give a region another name; a blank one takes it away."""

    def __init__(self, document: Document, region_id: str, name: str) -> None:
        before = _find(document, region_id)
        super().__init__(_tr("Rename region"), document, before, replace(before, name=tidy_name(name)))


class ReshapeRegion(_ChangeRegion):
    """Give a region the stretch and the band of what is marked.

    Args:
        document: Where.
        region_id: Which region.
        stretch: Where it lies from now on.
        gesture: A number that one drag gives all its commands: they are one entry in the history, and none when the
            drag ends where it began. None never merges.
    """

    def __init__(self, document: Document, region_id: str, stretch: Selection, gesture: int | None = None) -> None:
        before = _find(document, region_id)
        after = replace(before, start=stretch.start, end=stretch.end, band_hz=stretch.band_hz)
        super().__init__(_tr("Change region"), document, before, after)
        self._gesture = gesture

    def id(self) -> int:
        """Qt's merge class; -1 merges with nothing."""
        return -1 if self._gesture is None else _RESHAPE_COMMAND_ID

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over the newer place of the same drag."""
        if not isinstance(other, ReshapeRegion):
            return False
        if (other._gesture, other._after.id) != (self._gesture, self._after.id):
            return False
        self._after = other._after
        self.setObsolete(self._after == self._before)
        return True


def _find(document: Document, region_id: str) -> Region:
    found = next((region for region in document.state.regions if region.id == region_id), None)
    if found is None:
        raise KeyError(region_id)
    return found


def _drop(document: Document, ids: Collection[str]) -> None:
    document.set_regions(region for region in document.state.regions if region.id not in ids)


def _tr(text: str) -> str:
    return QCoreApplication.translate("region_commands", text)
