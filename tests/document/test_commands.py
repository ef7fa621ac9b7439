from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.document.arranging import DuplicateStem, MoveStem
from desktop.document.commands import (
    AddStem,
    RemoveStem,
    RenameStem,
    ReplaceStem,
    SetAmount,
    SetColor,
    SetGain,
    SetInSum,
    SetMute,
    SetPan,
    SetSolo,
    SetStrength,
)
from desktop.document.document import Document
from desktop.document.state import Project, StemTrack

ROW_EDITS = ("gain", "mute", "solo", "pan")
STEM_EDITS = ("refine", "remove", "rename", "strength", "amount", "color", "sum", "move", "duplicate")
EDITS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "add",
                "refine",
                "remove",
                "rename",
                "gain",
                "mute",
                "solo",
                "strength",
                "pan",
                "amount",
                "color",
                "sum",
                "move",
                "duplicate",
                "undo",
                "redo",
            ]
        ),
        st.integers(0, 6),  # which row
        st.floats(-80, 20),
        st.one_of(st.none(), st.integers(0, 1)),  # which gesture
        st.booleans(),
    ),
    max_size=30,
)


def edit(
    document: Document, make: Callable[..., StemTrack], what: str, row: int, db: float, drag: Any, on: bool
) -> None:
    stack = document.undo_stack
    ids = ["source", "rest", *(stem.id for stem in document.state.stems)]
    track_id = ids[row % len(ids)]
    if what == "add":
        stack.push(AddStem(document, make(document, f"sound {row}")))
    elif what == "gain":
        stack.push(SetGain(document, track_id, db, drag))
    elif what == "mute":
        stack.push(SetMute(document, track_id, on))
    elif what == "solo":
        stack.push(SetSolo(document, track_id, on))
    elif what == "pan":
        stack.push(SetPan(document, track_id, db / 20, drag))
    elif what == "undo":
        stack.undo()
    elif what == "redo":
        stack.redo()
    elif len(ids) > 2:
        stem_id = ids[2 + row % (len(ids) - 2)]
        by_id: dict[str, Callable[[], Any]] = {
            "strength": lambda: SetStrength(document, stem_id, db / 20, drag),
            "amount": lambda: SetAmount(document, stem_id, db / 20, drag),
            "color": lambda: SetColor(document, stem_id, "#b678d6" if on else "#2fae95"),
            "sum": lambda: SetInSum(document, stem_id, on),
            "move": lambda: MoveStem(document, stem_id, round(db) % 9 - 1),
            "duplicate": lambda: DuplicateStem(document, stem_id),
            "refine": lambda: AddStem(document, replace(make(document, f"sound {row}"), parent=stem_id)),
        }
        if what in by_id:
            stack.push(by_id[what]())
            return
        stack.push(RemoveStem(document, stem_id) if what == "remove" else RenameStem(document, stem_id, f"name {db}"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(edits=EDITS)
def test_undoing_everything_gives_the_start_and_redoing_it_the_end(
    qapp: object, another_source: Any, another_stem: Any, edits: list[tuple[Any, ...]]
) -> None:
    document = Document()
    document.open_source(another_source())
    document.add_stem(another_stem(document, "there before"))
    start = document.state
    states: dict[int, Project] = {0: start}
    for one in edits:
        edit(document, another_stem, *one)
    end, last = document.state, document.undo_stack.index()
    for index in range(last - 1, -1, -1):
        document.undo_stack.undo()
        states[index] = document.state
    assert document.state == start
    assert document.undo_stack.isClean() or document.undo_stack.cleanIndex() == -1
    for index in range(last):
        assert document.state == states[index]
        document.undo_stack.redo()
    assert document.state == end


def test_one_drag_is_one_entry(with_stems: Document) -> None:
    stack = with_stems.undo_stack
    for db in (-1.0, -2.0, -3.0):
        stack.push(SetGain(with_stems, "dog", db, gesture=1))
    assert with_stems.state.stem("dog").gain_db == -3.0  # type: ignore[union-attr]
    stack.push(SetGain(with_stems, "dog", -9.0, gesture=2))
    stack.push(SetGain(with_stems, "rain", -9.0, gesture=2))
    assert stack.count() == 3
    stack.setIndex(0)
    assert [stem.gain_db for stem in with_stems.state.stems] == [0.0, 0.0]


def test_a_drag_back_to_where_it_began_leaves_no_entry(with_stems: Document) -> None:
    stack = with_stems.undo_stack
    for db in (-1.0, -2.0, 0.0):
        stack.push(SetGain(with_stems, "rest", db, gesture=1))
    assert stack.count() == 0
    assert stack.isClean()
    assert with_stems.state.rest_track.gain_db == 0.0


@pytest.mark.parametrize(
    "command",
    [
        lambda d: SetMute(d, "dog", False),
        lambda d: SetSolo(d, "source", False),
        lambda d: SetGain(d, "rest", 0.0),
        lambda d: RenameStem(d, "dog", "  "),
    ],
)
def test_an_edit_that_changes_nothing_leaves_no_entry(with_stems: Document, heard: Any, command: Any) -> None:
    with_stems.undo_stack.push(command(with_stems))
    assert with_stems.undo_stack.count() == 0
    assert heard.take() == []


def test_a_strength_is_kept_within_and_one_drag_of_it_is_one_entry(with_stems: Document, heard: Any) -> None:
    stack = with_stems.undo_stack
    for strength in (0.2, 0.7, 3.0):
        stack.push(SetStrength(with_stems, "dog", strength, gesture=1))
    stack.push(SetGain(with_stems, "dog", -3.0, gesture=1))
    stack.push(SetStrength(with_stems, "rain", -9.0))
    assert stack.count() == 3
    assert [stem.strength for stem in with_stems.state.stems] == [1.0, -1.0]
    assert heard.take().count("mix_changed") == 5
    stack.setIndex(0)
    assert [stem.strength for stem in with_stems.state.stems] == [0.0, 0.0]


def test_single_steps_of_a_fader_do_not_merge(with_stems: Document) -> None:
    with_stems.undo_stack.push(SetGain(with_stems, "dog", -1.0))
    with_stems.undo_stack.push(SetGain(with_stems, "dog", -2.0))
    assert with_stems.undo_stack.count() == 2


def test_redo_after_undo_keeps_what_the_job_reported(document: Document, another_stem: Any) -> None:
    document.undo_stack.push(AddStem(document, another_stem(document, "a dog", "dog")))
    document.undo_stack.undo()
    assert document.state.stems == ()
    document.set_stem("dog", state="done", progress=1.0, cache=Path("elsewhere.json"))
    document.undo_stack.redo()
    stem = document.state.stem("dog")
    assert stem is not None
    assert (stem.state, stem.cache) == ("done", Path("elsewhere.json"))


def test_clean_is_told(with_stems: Document, qtbot: Any) -> None:
    with qtbot.waitSignal(with_stems.clean_changed) as dirty:
        with_stems.undo_stack.push(SetMute(with_stems, "dog", True))
    assert dirty.args == [False]
    with qtbot.waitSignal(with_stems.clean_changed) as clean:
        with_stems.undo_stack.undo()
    assert clean.args == [True]


def test_entries_are_named_after_what_they_did(with_stems: Document) -> None:
    stack = with_stems.undo_stack
    stack.push(SetMute(with_stems, "rest", True))
    assert stack.undoText() == "Mute “Everything else”"
    stack.push(RemoveStem(with_stems, "dog"))
    assert stack.undoText() == "Remove “a dog barking”"


def test_a_row_that_is_not_there_is_refused(with_stems: Document) -> None:
    with pytest.raises(KeyError):
        SetMute(with_stems, "cat", True)


def test_a_new_stem_is_heard_alone_and_undo_gives_the_earlier_solos_back(
    with_stems: Document, another_stem: Any
) -> None:
    with_stems.undo_stack.push(SetSolo(with_stems, "rest", True))
    with_stems.set_listening("source")
    before = with_stems.solos
    assert before == ("rest",)
    with_stems.undo_stack.push(AddStem(with_stems, another_stem(with_stems, "a cat", "cat")))
    with_stems.listen_alone("cat")
    assert with_stems.solos == ("cat",)
    assert with_stems.state.listening == "stems"
    with_stems.undo_stack.undo()
    assert with_stems.solos == before
    with_stems.undo_stack.redo()
    assert with_stems.solos == ("cat",)


def test_an_amount_lets_everything_be_heard_and_undo_gives_the_solo_back(document: Document, another_stem: Any) -> None:
    stem = another_stem(document, "a dog")
    document.add_stem(stem)
    document.listen_alone(stem.id)
    document.undo_stack.push(SetAmount(document, stem.id, 0.0))
    assert document.solos == (stem.id,), "nothing was moved"
    document.undo_stack.push(SetAmount(document, stem.id, -0.5, 7))
    assert document.solos == ()
    document.undo_stack.push(SetAmount(document, stem.id, -1.0, 7))
    document.undo_stack.undo()
    assert document.solos == (stem.id,)
    document.undo_stack.push(SetAmount(document, stem.id, -1.0, 8))
    document.undo_stack.push(SetAmount(document, stem.id, 0.0, 8))
    assert document.solos == (stem.id,)
    assert not document.undo_stack.canUndo()


def test_a_stem_made_again_gives_the_solos_back(with_stems: Document) -> None:
    stack, old = with_stems.undo_stack, with_stems.state.stems[0]
    stack.push(SetSolo(with_stems, "rest", True))
    new = replace(old, id="new")
    stack.push(ReplaceStem(with_stems, old.id, new))
    with_stems.listen_alone("new")
    stack.undo()
    assert with_stems.solos == ("rest",)
    stack.redo()
    assert with_stems.solos == ("new",)
    stack.undo()
    stack.undo()
    assert with_stems.solos == ()
