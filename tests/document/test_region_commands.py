"""Regions and the loop range: what undo gives back, what stays inside of the recording."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.document.document import Document
from desktop.document.region_commands import AddRegions, RemoveRegions, RenameRegion, ReshapeRegion, new_region
from desktop.document.regions import next_region, previous_region, region_at, selected_region
from desktop.document.state import Project, Region, Selection, Source

FRAMES = 48_000
stretch = st.builds(
    lambda start, length, band: Selection(start, start + length, band),
    st.integers(0, FRAMES - 1),
    st.integers(1, 2 * FRAMES),
    st.none() | st.just((200.0, 4000.0)),
)
edit = st.one_of(
    st.tuples(st.just("add"), st.lists(stretch, min_size=1, max_size=3)),
    st.tuples(st.just("remove"), st.integers(0, 5)),
    st.tuples(st.just("rename"), st.integers(0, 5), st.sampled_from(["", "  ", "wren", "car "])),
    st.tuples(st.just("reshape"), st.integers(0, 5), stretch, st.none() | st.integers(1, 2)),
)


def carry_out(document: Document, one: tuple[object, ...]) -> None:
    regions, push = document.state.regions, document.undo_stack.push
    if one[0] == "add":
        push(AddRegions(document, *(new_region(stretch) for stretch in one[1])))  # type: ignore[attr-defined]
        return
    if not regions:
        return
    region_id = regions[int(one[1]) % len(regions)].id  # type: ignore[call-overload]
    if one[0] == "remove":
        push(RemoveRegions(document, (region_id,)))
    elif one[0] == "rename":
        push(RenameRegion(document, region_id, str(one[2])))
    else:
        push(ReshapeRegion(document, region_id, *one[2:]))  # type: ignore[arg-type]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(edit, max_size=12))
def test_whatever_is_done_to_regions_undo_gives_back(
    another_source: Callable[..., Source], edits: list[object]
) -> None:
    document = Document()
    document.open_source(another_source(FRAMES))
    start = document.state
    states: list[Project] = []
    for one in edits:
        carry_out(document, one)
        regions = document.state.regions
        assert list(regions) == sorted(regions, key=lambda region: (region.start, region.end, region.id))
        assert all(0 <= region.start < region.end <= FRAMES for region in regions)
        assert len({region.id for region in regions}) == len(regions)
    end, count = document.state, document.undo_stack.index()
    for _ in range(count):
        states.append(document.state)
        document.undo_stack.undo()
    assert document.state == start
    for before in reversed(states):
        document.undo_stack.redo()
        assert document.state == before
    assert document.state == end


def test_one_drag_of_an_edge_is_one_entry_and_none_when_it_comes_back(document: Document) -> None:
    stack = document.undo_stack
    region = Region("a", 100, 200)
    stack.push(AddRegions(document, region))
    for end in (201, 230, 260):
        stack.push(ReshapeRegion(document, "a", Selection(100, end), gesture=1))
    assert stack.count() == 2
    assert document.state.regions[0].end == 260
    for end in (250, 260):
        stack.push(ReshapeRegion(document, "a", Selection(100, end), gesture=2))
    assert stack.count() == 2
    stack.undo()
    assert document.state.regions == (region,)


def test_edits_that_change_nothing_leave_no_entry(document: Document) -> None:
    stack = document.undo_stack
    stack.push(AddRegions(document, Region("a", 100, 200, "wren")))
    stack.push(RenameRegion(document, "a", " wren "))
    stack.push(ReshapeRegion(document, "a", Selection(100, 200)))
    stack.push(RemoveRegions(document, ("gone",)))
    assert stack.count() == 1
    with pytest.raises(KeyError):
        RenameRegion(document, "gone", "x")


@given(
    st.lists(st.tuples(st.integers(0, 90), st.integers(1, 50)), max_size=8),
    st.integers(0, 120),
)
def test_going_through_regions_meets_each_once_in_order(places: list[tuple[int, int]], frame: int) -> None:
    regions = tuple(Region(str(i), start, start + length) for i, (start, length) in enumerate(sorted(set(places))))
    project = Project(regions=regions)
    met = []
    region = next_region(project, -1)
    while region is not None:
        met.append(region)
        project = Project(regions=regions, selection=Selection(region.start, region.end))
        assert selected_region(project) == region
        region = next_region(project, 0)
    assert tuple(met) == regions
    back = []
    region = previous_region(project, 10**6) if met else None
    while region is not None:
        back.append(region)
        project = Project(regions=regions, selection=Selection(region.start, region.end))
        region = previous_region(project, 0)
    assert tuple(reversed(back)) == regions[:-1]
    under = region_at(regions, frame)
    holding = [one for one in regions if one.start <= frame < one.end]
    assert (under is None) == (not holding)
    if under is not None:
        assert under.end - under.start == min(one.end - one.start for one in holding)
