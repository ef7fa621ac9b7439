"""An edit that changes nothing costs nothing: what was undone can still be done again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QUndoCommand

from desktop.document.arranging import MoveStem
from desktop.document.commands import AddStem, RenameStem, SetAmount, SetColor, SetGain
from desktop.document.document import Document
from desktop.document.region_commands import AddRegions, RemoveRegions, RenameRegion, ReshapeRegion
from desktop.document.state import STEM_COLORS, Region, Selection, StemTrack


@pytest.mark.parametrize(
    "nothing",
    [
        lambda d: RenameStem(d, "dog", "a dog barking"),
        lambda d: RenameStem(d, "dog", "  "),
        lambda d: MoveStem(d, "dog", -1),
        lambda d: MoveStem(d, "rain", 1),
        lambda d: SetColor(d, "dog", STEM_COLORS[0]),
        lambda d: SetGain(d, "rest", 0.0, gesture=1),
        lambda d: SetAmount(d, "rain", 0.0),
        lambda d: RenameRegion(d, "a", "wren"),
        lambda d: ReshapeRegion(d, "a", Selection(100, 200)),
        lambda d: RemoveRegions(d, ("gone",)),
    ],
)
def test_an_undone_separation_outlives_an_edit_that_changes_nothing(
    with_stems: Document, another_stem: Callable[..., StemTrack], nothing: Callable[[Document], QUndoCommand]
) -> None:
    stack = with_stems.undo_stack
    forgotten: list[tuple[StemTrack, ...]] = []
    with_stems.stems_forgotten.connect(forgotten.append)
    stack.push(AddRegions(with_stems, Region("a", 100, 200, "wren")))
    stack.push(AddStem(with_stems, another_stem(with_stems, "a cat", "cat")))
    after = with_stems.state
    stack.undo()
    before = with_stems.state
    stack.push(nothing(with_stems))
    assert with_stems.state == before
    assert forgotten == []
    stack.redo()
    assert with_stems.state == after


def test_a_drag_that_stands_still_for_a_moment_stays_one_entry(with_stems: Document) -> None:
    stack = with_stems.undo_stack
    for db in (-1.0, -1.0, -2.0):
        stack.push(SetGain(with_stems, "dog", db, gesture=1))
    assert stack.count() == 1
    stack.undo()
    assert with_stems.state.stems[0].gain_db == 0.0
