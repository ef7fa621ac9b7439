"""What a stem was separated from: its strength is reckoned from that, wherever it is heard, drawn or written."""

from __future__ import annotations

from pathlib import Path

from desktop.document.document import Document
from desktop.document.state import Project, StemTrack


def separated_from(project: Project, stem: StemTrack) -> tuple[Path, int]:
    """The cache of what a stem was separated from, and the frame of it that is the stem's first.

    That is the stem it was asked for within, as the network made it, whatever strength that one has now, or what was
    made anew in that one's row. Where that is not there any more, neither itself nor a duplicate (`RemoveStem` sees to
    that), or while it is being made, it is the recording: whoever opens a stem's sound opens that of its parent once.
    """
    assert project.source is not None
    parent = project.stem(stem.parent) if stem.parent else None
    if parent is not None and parent.state != "working" and parent.cache.exists():
        return parent.cache, stem.start - parent.start
    return project.source.cache, stem.start


class Adoption:
    """What was separated from a stem counts as separated from another one, while the stem itself is not there.

    That is its duplicate, which is the same sound; else the one that was made anew `instead`, if any. A part of the
    commands that take stems out.
    """

    def __init__(self, document: Document, stem_id: str, instead: str = "") -> None:
        state, self._document, self._stem_id = document.state, document, stem_id
        gone = state.stem(stem_id)
        self._parent = next(
            (
                stem.id
                for stem in state.stems
                if gone is not None and stem.id != stem_id and (stem.cache, stem.start) == (gone.cache, gone.start)
            ),
            instead,
        )
        # Those that undo brings back too: they go on together with those of their request that are there.
        every = (*state.stems, *document.shelved) if self._parent else ()
        self._children = tuple(stem.id for stem in every if stem.parent == stem_id)

    def redo(self) -> None:
        """Before the stem is taken out."""
        for child in self._children:
            self._document.set_stem(child, parent=self._parent)

    def undo(self) -> None:
        """After it came back."""
        for child in self._children:
            self._document.set_stem(child, parent=self._stem_id)
