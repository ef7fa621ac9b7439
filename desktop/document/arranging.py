"""Undo commands for the list of stems: another order, a second row on the same sound."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from desktop.document.document import Document, StemsCommand
from desktop.document.state import Project, StemTrack, new_stem_id, next_color

_NUMBERED = re.compile(r"(?P<name>.*\S) \((?P<number>\d+)\)")


class MoveStem(QUndoCommand):
    """Give a stem another place among the stems; "Everything else" stays below them all."""

    def __init__(self, document: Document, stem_id: str, index: int) -> None:
        stem = document.state.stem(stem_id)
        if stem is None:
            raise KeyError(stem_id)
        super().__init__(_tr("Move “{name}”").format(name=stem.name))
        self._document = document
        self._stem_id = stem_id
        self._before = document.state.place(stem_id)
        self._after = min(max(index, 0), len(document.state.stems) - 1)
        self.setObsolete(self._after == self._before)

    def redo(self) -> None:
        """Move it."""
        self._document.move_stem(self._stem_id, self._after)

    def undo(self) -> None:
        """Move it back."""
        self._document.move_stem(self._stem_id, self._before)


class DuplicateStem(StemsCommand):
    """A second row on the same sound, below the first one, to be heard otherwise.

    It does not count in the sum: the sound is in there once already, and to take it out of the recording twice would
    leave a hole in "Everything else". Whoever wants the second to count turns its switch.

    Attributes:
        duplicate_id: Id of the new stem.
    """

    def __init__(self, document: Document, stem_id: str) -> None:
        stem = document.state.stem(stem_id)
        if stem is None:
            raise KeyError(stem_id)
        super().__init__(_tr("Duplicate “{name}”").format(name=stem.name))
        self._document = document
        self._index = document.state.place(stem_id) + 1
        self._duplicate = _duplicate(document.state, stem)
        self.duplicate_id = self._duplicate.id
        self.stem_ids = (self.duplicate_id,)
        self._was_there = False

    def redo(self) -> None:
        """Add the second row; after an undo, as it was then."""
        if self._was_there:
            self._document.restore_stem(self.duplicate_id)
        else:
            self._document.add_stem(self._duplicate, self._index)
            self._was_there = True

    def undo(self) -> None:
        """Take it out; the sound stays for the first one."""
        self._document.remove_stem(self.duplicate_id)


def _duplicate(project: Project, stem: StemTrack) -> StemTrack:
    names = {other.name for other in project.stems}
    found = _NUMBERED.fullmatch(stem.name)
    name, number = (found["name"], int(found["number"])) if found else (stem.name, 1)
    while (fresh := f"{name} ({number})") in names or number < 2:
        number += 1
    return replace(
        stem, id=new_stem_id(), name=fresh, color=next_color(project), in_sum=False, soloed=False, muted=False
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("commands", text)
