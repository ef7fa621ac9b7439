"""What a stem was separated from, through duplicates, removals and what vanishes from the disk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.document.commands import RemoveStem
from desktop.document.document import Document
from desktop.document.lineage import separated_from
from desktop.document.state import StemTrack


@pytest.fixture
def within(with_stems: Document, tmp_path: Path) -> StemTrack:
    """A bark that was asked for within the dog, which begins a second into the recording."""
    cache = tmp_path / "dog.json"
    cache.touch()
    with_stems.set_stem("dog", cache=cache, start=1_000, state="done")
    dog = with_stems.state.stem("dog")
    assert dog is not None
    bark = replace(dog, id="bark", name="bark", prompt="bark", parent="dog", start=1_500, cache=tmp_path / "bark.json")
    with_stems.add_stem(bark)
    return bark


def parent_of(document: Document, stem_id: str) -> str:
    stem = document.state.stem(stem_id)
    assert stem is not None
    return stem.parent


def test_a_stem_within_another_counts_from_that_ones_first_frame(with_stems: Document, within: StemTrack) -> None:
    dog = with_stems.state.stem("dog")
    assert dog is not None
    assert separated_from(with_stems.state, within) == (dog.cache, 500)
    assert separated_from(with_stems.state, dog) == (Path("rain.json"), 1_000)


def test_where_the_parents_sound_is_gone_it_is_the_recording(with_stems: Document, within: StemTrack) -> None:
    dog = with_stems.state.stem("dog")
    assert dog is not None
    dog.cache.unlink()
    assert separated_from(with_stems.state, within) == (Path("rain.json"), 1_500)


def test_while_the_parent_is_made_again_it_is_the_recording(with_stems: Document, within: StemTrack) -> None:
    with_stems.set_stem("dog", state="working")
    assert separated_from(with_stems.state, within) == (Path("rain.json"), 1_500)
    with_stems.set_stem("dog", state="done")
    assert separated_from(with_stems.state, within)[1] == 500


def test_a_duplicate_takes_the_place_of_a_parent_that_is_removed(with_stems: Document, within: StemTrack) -> None:
    dog = with_stems.state.stem("dog")
    assert dog is not None
    with_stems.add_stem(replace(dog, id="twin", name="the dog again"))
    with_stems.undo_stack.push(RemoveStem(with_stems, "dog"))
    assert parent_of(with_stems, "bark") == "twin"
    with_stems.undo_stack.undo()
    assert parent_of(with_stems, "bark") == "dog"
