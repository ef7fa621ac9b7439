"""Order, duplicates, and who counts in the sum when stems come and go."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.document.arranging import DuplicateStem, MoveStem
from desktop.document.commands import AddStem, RemoveStem, ReplaceStem, SetAmount, SetInSum, SetPan
from desktop.document.document import Document
from desktop.document.state import StemTrack


def ids(document: Document) -> list[str]:
    return [stem.id for stem in document.state.stems]


def counted(document: Document) -> list[str]:
    return [stem.id for stem in document.state.counted]


def test_moving(with_stems: Document, another_stem: Callable[..., StemTrack]) -> None:
    with_stems.add_stem(another_stem(with_stems, "wind", "wind"))
    stack = with_stems.undo_stack
    stack.push(MoveStem(with_stems, "wind", 0))
    assert ids(with_stems) == ["wind", "dog", "rain"]
    assert stack.undoText() == "Move “wind”"
    stack.push(MoveStem(with_stems, "wind", 99))
    assert ids(with_stems) == ["dog", "rain", "wind"]
    stack.push(MoveStem(with_stems, "wind", 2))  # where it is: nothing to undo
    assert stack.count() == 2
    stack.undo()
    stack.undo()
    assert ids(with_stems) == ["dog", "rain", "wind"]
    with pytest.raises(KeyError):
        MoveStem(with_stems, "nobody", 0)


def test_a_duplicate_lies_below_and_does_not_count(with_stems: Document) -> None:
    with_stems.set_stem("dog", gain_db=-3.0, soloed=True, strength=0.5)
    command = DuplicateStem(with_stems, "dog")
    with_stems.undo_stack.push(command)
    assert ids(with_stems) == ["dog", command.duplicate_id, "rain"]
    twin = with_stems.state.stem(command.duplicate_id)
    dog = with_stems.state.stem("dog")
    assert twin is not None
    assert dog is not None
    assert (twin.name, twin.cache, twin.gain_db, twin.strength) == ("a dog barking (2)", dog.cache, -3.0, 0.5)
    assert (twin.in_sum, twin.soloed) == (False, False)
    assert twin.color != dog.color
    assert counted(with_stems) == ["dog", "rain"]
    again = DuplicateStem(with_stems, command.duplicate_id)
    with_stems.undo_stack.push(again)
    assert with_stems.state.stem(again.duplicate_id).name == "a dog barking (3)"  # type: ignore[union-attr]


def test_a_duplicate_takes_the_place_of_the_first(with_stems: Document) -> None:
    command = DuplicateStem(with_stems, "dog")
    with_stems.undo_stack.push(command)
    with_stems.undo_stack.push(RemoveStem(with_stems, "dog"))
    assert counted(with_stems) == [command.duplicate_id, "rain"]
    with_stems.undo_stack.undo()
    assert counted(with_stems) == ["dog", "rain"]
    with_stems.undo_stack.push(RemoveStem(with_stems, command.duplicate_id))
    assert counted(with_stems) == ["dog", "rain"]


def test_what_was_refined_gives_its_place_and_gets_it_back(
    with_stems: Document, another_stem: Callable[..., StemTrack]
) -> None:
    stack = with_stems.undo_stack
    children = [replace(another_stem(with_stems, name, name), parent="dog") for name in ("bark", "growl")]
    stack.push(AddStem(with_stems, *children))
    assert counted(with_stems) == ["rain", "bark", "growl"]
    stack.push(RemoveStem(with_stems, "bark"))
    assert counted(with_stems) == ["rain", "growl"]
    stack.push(RemoveStem(with_stems, "growl"))
    assert counted(with_stems) == ["dog", "rain"]
    for _ in range(3):
        stack.undo()
    assert counted(with_stems) == ["dog", "rain"]
    stack.redo()
    assert counted(with_stems) == ["rain", "bark", "growl"]


@pytest.mark.parametrize("doubled", [False, True])
def test_a_parent_that_was_made_again_gets_its_place_back(
    with_stems: Document, another_stem: Callable[..., StemTrack], doubled: bool
) -> None:
    stack = with_stems.undo_stack
    stack.push(AddStem(with_stems, replace(another_stem(with_stems, "bark", "bark"), parent="dog")))
    if doubled:
        stack.push(DuplicateStem(with_stems, "dog"))
    dog = with_stems.state.stem("dog")
    assert dog is not None
    before = with_stems.state
    stack.push(ReplaceStem(with_stems, "dog", replace(dog, id="dog again", cache=Path("again.json"))))
    assert counted(with_stems) == ["rain", "bark"]
    parents = {stem.id: stem.parent for stem in with_stems.state.stems}
    assert parents["bark"] in parents
    assert (parents["bark"] == "dog again") is not doubled, "a duplicate is the same sound as before"
    stack.push(RemoveStem(with_stems, "bark"))
    assert set(counted(with_stems)) == {parents["bark"], "rain"}
    end = with_stems.state
    stack.undo()
    stack.undo()
    assert with_stems.state == before
    stack.redo()
    stack.redo()
    assert with_stems.state == end


def test_what_undo_brings_back_has_the_parent_that_was_made_again_too(
    with_stems: Document, another_stem: Callable[..., StemTrack]
) -> None:
    stack = with_stems.undo_stack
    stack.push(AddStem(with_stems, replace(another_stem(with_stems, "bark", "bark"), parent="dog")))
    stack.push(RemoveStem(with_stems, "bark"))
    dog = with_stems.state.stem("dog")
    assert dog is not None
    stack.push(ReplaceStem(with_stems, "dog", replace(dog, id="dog again", cache=Path("again.json"))))
    assert [stem.parent for stem in with_stems.shelved if stem.id == "bark"] == ["dog again"]
    stack.undo()
    assert [stem.parent for stem in with_stems.shelved if stem.id == "bark"] == ["dog"]


def test_names_of_steps_and_drags(with_stems: Document) -> None:
    stack = with_stems.undo_stack
    stack.push(SetInSum(with_stems, "dog", False))
    assert stack.undoText() == "Leave “a dog barking” out of the sum"
    for amount in (0.2, 0.7, 3.0):
        stack.push(SetAmount(with_stems, "dog", amount, gesture=1))
    for pan in (-0.2, -9.0):
        stack.push(SetPan(with_stems, "rest", pan, gesture=2))
    assert stack.count() == 3
    assert with_stems.state.stem("dog").amount == 1.0  # type: ignore[union-attr]
    assert with_stems.state.rest_track.pan == -1.0
    stack.undo()
    stack.undo()
    assert with_stems.state.stem("dog").amount == 0.0  # type: ignore[union-attr]
