"""Several sounds of one request: added together, taken out together, found again when they were not finished."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.document.commands import AddStem, RemoveStem
from desktop.document.document import Document
from desktop.document.state import Project, Recipe, StemTrack, asked_alike, new_stems

RECIPE = Recipe(("a cat", "wind"), against=("music",))


def request(project: Project, recipe: Recipe = RECIPE, ids: tuple[str, ...] = ("cat", "wind")) -> tuple[StemTrack, ...]:
    caches = [Path(f"{stem_id}.json") for stem_id in ids]
    return new_stems(project, recipe, caches=caches, ids=ids, start=0, end=48_000, model="starter")


def test_each_prompt_has_a_stem_and_a_colour_of_its_own(with_stems: Document) -> None:
    stems = request(with_stems.state)
    assert [(stem.id, stem.name, stem.recipe) for stem in stems] == [("cat", "a cat", RECIPE), ("wind", "wind", RECIPE)]
    colors = [stem.color for stem in (*with_stems.state.stems, *stems)]
    assert len(set(colors[1:])) == 3
    with pytest.raises(ValueError, match="zip"):
        request(with_stems.state, ids=("cat",))


def test_one_step_adds_a_request_and_one_takes_it_out(with_stems: Document) -> None:
    start, stack = with_stems.state, with_stems.undo_stack
    stack.push(AddStem(with_stems, *request(start)))
    assert stack.count() == 1
    assert stack.undoText() == "Separate “a cat” and 1 more"
    with_stems.listen_alone("cat", "wind")
    assert with_stems.solos == ("cat", "wind")
    both = with_stems.state
    stack.undo()
    assert with_stems.state == start
    with_stems.set_stem("wind", progress=0.5)
    stack.redo()
    wind = with_stems.state.stem("wind")
    assert wind is not None
    assert wind.progress == 0.5
    with_stems.set_stem("wind", progress=0.0)
    assert with_stems.state == both


def test_a_request_comes_back_in_its_rows_also_after_one_of_it_went(with_stems: Document) -> None:
    stack = with_stems.undo_stack
    stack.push(AddStem(with_stems, *request(with_stems.state)))
    stack.push(RemoveStem(with_stems, "cat"))
    assert [stem.id for stem in with_stems.state.stems] == ["dog", "rain", "wind"]
    stack.setIndex(0)
    stack.setIndex(1)
    assert [stem.id for stem in with_stems.state.stems] == ["dog", "rain", "cat", "wind"]


def test_to_hear_what_is_gone_changes_nothing(with_stems: Document) -> None:
    with_stems.listen_alone("dog")
    with_stems.listen_alone("cat", "wind")
    assert with_stems.solos == ("dog",)
    with_stems.listen_alone("cat", "rain")
    assert with_stems.solos == ("rain",)


def test_what_was_not_finished_is_found_again_in_the_order_of_the_prompts() -> None:
    stems = tuple(replace(stem, state="cancelled", name="renamed") for stem in request(Project()))
    (one, _) = request(Project(), ids=("new", "newer"))
    assert asked_alike(one, reversed(stems)) == stems


@pytest.mark.parametrize(
    ("recipe", "end", "model", "state"),
    [
        (Recipe(("a cat", "wind")), 48_000, "starter", "failed"),
        (Recipe(("wind", "a cat"), ("music",)), 48_000, "starter", "failed"),
        (Recipe(("a cat",), ("music",)), 48_000, "starter", "failed"),
        (RECIPE, 47_999, "starter", "failed"),
        (RECIPE, 48_000, "other", "failed"),
        (RECIPE, 48_000, "starter", "done"),
        (RECIPE, 48_000, "starter", "working"),
    ],
)
def test_another_request_and_a_finished_one_begin_anew(recipe: Recipe, end: int, model: str, state: str) -> None:
    stems = tuple(replace(stem, state=state) for stem in request(Project()))  # type: ignore[arg-type]
    one = replace(stems[0], id="new", recipe=recipe, end=end, model=model)
    assert asked_alike(one, stems) == ()


def test_a_request_of_which_a_stem_was_taken_out_begins_anew() -> None:
    stems = tuple(replace(stem, state="failed") for stem in request(Project()))
    assert asked_alike(stems[1], stems[:1]) == ()
