from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.document.document import Document
from desktop.document.state import MAX_GAIN_DB, STEM_COLORS, Project, Region, Selection, Source, StemTrack, new_stem


@pytest.mark.parametrize(("start", "end"), [(5, 5), (6, 5), (-1, 5)])
def test_a_selection_holds_at_least_one_frame_of_the_source(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="stretch"):
        Selection(start, end)


@pytest.mark.parametrize(
    ("change", "signals"),
    [
        (lambda d: d.set_selection(Selection(1, 9)), ["selection_changed"]),
        (lambda d: d.set_listening("source"), ["mix_changed"]),
        (lambda d: d.set_stem("dog", name="hound"), ["stem_changed"]),
        (lambda d: d.set_stem("dog", progress=0.5), ["stem_changed"]),
        (lambda d: d.set_stem("dog", gain_db=-6.0), ["stem_changed", "mix_changed"]),
        (lambda d: d.set_stem("dog", soloed=True), ["stem_changed", "mix_changed"]),
        (lambda d: d.set_track("rest", muted=True), ["mix_changed"]),
        (lambda d: d.set_track("source", gain_db=-3.0), ["mix_changed"]),
        (lambda d: d.update_source(complete=False), ["source_changed"]),
    ],
)
def test_setters_emit_on_real_change_only(
    with_stems: Document, heard: Any, change: Callable[[Document], None], signals: list[str]
) -> None:
    change(with_stems)
    assert heard.take() == signals
    change(with_stems)
    assert heard.take() == []


def test_adding_and_removing_tells_rows_and_mix(with_stems: Document, heard: Any) -> None:
    with_stems.remove_stem("dog")
    assert heard.take() == ["stems_changed", "mix_changed"]
    with_stems.restore_stem("dog")
    assert heard.take() == ["stems_changed", "mix_changed"]
    assert [stem.id for stem in with_stems.state.stems] == ["dog", "rain"]


def test_listeners_see_the_new_state_whole(with_stems: Document) -> None:
    seen: list[tuple[int, Selection | None]] = []
    with_stems.set_selection(Selection(10, 40_000))
    with_stems.source_changed.connect(lambda: seen.append((with_stems.state.source.frames, with_stems.state.selection)))
    with_stems.update_source(frames=20_000)
    assert seen == [(20_000, Selection(10, 20_000))]


def test_ids_are_unique(with_stems: Document, another_stem: Callable[..., StemTrack]) -> None:
    for taken in ("dog", "source", "rest"):
        with pytest.raises(ValueError, match="already"):
            with_stems.add_stem(another_stem(with_stems, "again", taken))
    with_stems.remove_stem("dog")
    with pytest.raises(ValueError, match="already"):
        with_stems.add_stem(another_stem(with_stems, "again", "dog"))
    with pytest.raises(ValueError, match="keeps its id"):
        with_stems.set_stem("rain", id="snow")
    ids = {new_stem(with_stems.state, prompt="", cache=Path(), start=0, end=1, model="m").id for _ in range(100)}
    assert len(ids) == 100


def test_eight_stems_have_eight_colours_and_a_freed_one_is_used_again(
    document: Document, another_stem: Callable[..., StemTrack]
) -> None:
    for number in range(len(STEM_COLORS)):
        document.add_stem(another_stem(document, f"sound {number}", str(number)))
    assert {stem.color for stem in document.state.stems} == set(STEM_COLORS)
    assert len(STEM_COLORS) == 8
    document.remove_stem("3")
    assert another_stem(document, "new").color == STEM_COLORS[3]


def test_a_removed_stem_comes_back_with_what_its_job_did_meanwhile(with_stems: Document, heard: Any) -> None:
    with_stems.remove_stem("dog")
    heard.take()
    with_stems.set_stem("dog", state="done", progress=1.0)
    assert heard.take() == []
    with_stems.restore_stem("dog")
    stem = with_stems.state.stem("dog")
    assert stem is not None
    assert (stem.state, stem.progress) == ("done", 1.0)


def test_late_answers_of_a_closed_project_do_nothing(with_stems: Document, heard: Any) -> None:
    with_stems.close_source()
    heard.take()
    with_stems.set_stem("dog", state="done")
    with_stems.update_source(frames=3)
    assert heard.take() == []
    assert with_stems.state == Project()


def test_opening_starts_over_but_keeps_the_export_folder(
    with_stems: Document, heard: Any, another_source: Callable[..., Source]
) -> None:
    with_stems.set_export_folder(Path("out"))
    with_stems.set_selection(Selection(1, 2))
    with_stems.set_listening("source")
    heard.take()
    source = another_source(99)
    with_stems.open_source(source)
    assert with_stems.state == Project(source=source, export_folder=Path("out"))
    assert heard.take() == ["source_changed", "stems_changed", "selection_changed", "mix_changed"]
    assert not with_stems.undo_stack.canUndo()


@pytest.mark.parametrize(
    ("asked", "kept"),
    [(Selection(5, 10**9), Selection(5, 48_000)), (Selection(48_000, 48_001), None), (None, None)],
)
def test_a_selection_stays_inside_the_source(
    document: Document, asked: Selection | None, kept: Selection | None
) -> None:
    document.set_selection(Selection(1, 2))
    document.set_selection(asked)
    assert document.state.selection == kept


def test_gains_stay_on_the_fader(with_stems: Document) -> None:
    with_stems.set_stem("dog", gain_db=500.0)
    with_stems.set_track("rest", gain_db=500.0)
    dog = with_stems.state.stem("dog")
    assert dog is not None
    assert dog.gain_db == with_stems.state.rest_track.gain_db == MAX_GAIN_DB


def test_a_stem_that_is_gone_is_not_listened_to_alone(with_stems: Document) -> None:
    with_stems.listen_alone("dog")
    with_stems.remove_stem("rain")
    with_stems.listen_alone("rain")
    assert with_stems.solos == ("dog",)


def test_regions_are_sorted_and_stay_inside_the_source(with_stems: Document) -> None:
    regions = [Region("c", 47_000, 10**9), Region("b", 300, 400), Region("a", 300, 400), Region("gone", 10**8, 10**9)]
    with_stems.set_regions(regions)
    kept = with_stems.state.regions
    assert [(region.id, region.start, region.end) for region in kept] == [
        ("a", 300, 400),
        ("b", 300, 400),
        ("c", 47_000, 48_000),
    ]


@pytest.mark.parametrize(("wish", "kept"), [((5, 10**9), (5, 48_000)), ((48_000, 48_001), None), (None, None)])
def test_a_loop_stays_inside_the_source(
    with_stems: Document, qtbot: QtBot, wish: tuple[int, int] | None, kept: tuple[int, int] | None
) -> None:
    with_stems.set_loop((1, 2))
    with qtbot.waitSignal(with_stems.loop_changed):
        with_stems.set_loop(wish)
    assert with_stems.state.loop == kept


def test_a_box_has_a_band() -> None:
    with pytest.raises(ValueError, match="band"):
        Selection(0, 10, (200.0, 200.0))
