"""Stems that no step of the history brings back any more are told of, once, and no others are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.document.arranging import DuplicateStem
from desktop.document.commands import AddStem, RemoveStem, ReplaceStem, SetGain
from desktop.document.document import Document
from desktop.document.state import SOURCE_ID, StemTrack

MakeStem = Callable[..., StemTrack]


@pytest.fixture
def forgotten(document: Document) -> list[str]:
    ids: list[str] = []
    document.stems_forgotten.connect(lambda stems: ids.extend(stem.id for stem in stems))
    return ids


def test_what_was_undone_is_forgotten_with_the_next_step(
    document: Document, forgotten: list[str], another_stem: MakeStem
) -> None:
    stack = document.undo_stack
    stack.push(AddStem(document, another_stem(document, "dog", "dog"), another_stem(document, "cat", "cat")))
    stack.undo()
    assert forgotten == [], "redo would bring them back"
    stack.push(AddStem(document, another_stem(document, "rain", "rain")))
    assert sorted(forgotten) == ["cat", "dog"]
    assert not document.lies_on(another_stem(document, "dog").cache)


def test_what_was_removed_is_forgotten_when_the_history_is_full(
    document: Document, forgotten: list[str], another_stem: MakeStem
) -> None:
    stack = document.undo_stack
    stack.setUndoLimit(4)
    stack.push(AddStem(document, dog := another_stem(document, "dog", "dog")))
    stack.push(DuplicateStem(document, "dog"))
    stack.push(RemoveStem(document, "dog"))
    for gain in range(3):
        stack.push(SetGain(document, SOURCE_ID, -1.0 - gain))
        assert forgotten == []
    stack.push(SetGain(document, SOURCE_ID, -9.0))
    assert forgotten == ["dog"]
    assert document.lies_on(dog.cache), "the duplicate has the same sound"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    edits=st.lists(st.sampled_from(["add", "remove", "again", "double", "gain", "undo", "undo", "redo"]), max_size=40)
)
def test_history_never_asks_for_what_was_forgotten(qapp: object, another_stem: MakeStem, edits: list[str]) -> None:
    document, forgotten = Document(), set()
    stack = document.undo_stack
    stack.setUndoLimit(5)
    document.stems_forgotten.connect(lambda stems: forgotten.update(stem.id for stem in stems))
    for number, edit in enumerate(edits):
        first = document.state.stems[0].id if document.state.stems else ""
        if edit == "add":
            stack.push(AddStem(document, another_stem(document, f"{number}")))
        elif edit == "gain":
            stack.push(SetGain(document, SOURCE_ID, -float(number)))
        elif edit in ("undo", "redo"):
            getattr(stack, edit)()
        elif first:
            if edit == "again":
                stack.push(ReplaceStem(document, first, another_stem(document, f"{number}")))
            else:
                stack.push((RemoveStem if edit == "remove" else DuplicateStem)(document, first))
        assert forgotten.isdisjoint(stem.id for stem in document.state.stems)
    while stack.canUndo():
        stack.undo()
    while stack.canRedo():
        stack.redo()
    assert forgotten.isdisjoint(stem.id for stem in document.state.stems)
