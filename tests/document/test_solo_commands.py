"""One track alone, by a command that can be taken back."""

from __future__ import annotations

import pytest

from desktop.document.document import Document
from desktop.document.solo_commands import SoloAlone


def test_alone_again_and_back(with_stems: Document) -> None:
    stack = with_stems.undo_stack
    stack.push(SoloAlone(with_stems, "dog"))
    assert with_stems.solos == ("dog",)
    assert "dog" in stack.undoText()
    stack.push(SoloAlone(with_stems, "rain"))
    assert with_stems.solos == ("rain",)
    stack.push(SoloAlone(with_stems, "rain"))
    assert with_stems.solos == (), "alone already: it is let back among the others"
    solos = []
    while stack.canUndo():
        stack.undo()
        solos.append(with_stems.solos)
    assert solos == [("rain",), ("dog",), ()]


def test_a_stem_that_is_not_there_cannot_be_heard(with_stems: Document) -> None:
    with pytest.raises(KeyError):
        SoloAlone(with_stems, "cat")
