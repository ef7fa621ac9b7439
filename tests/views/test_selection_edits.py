from hypothesis import given
from hypothesis import strategies as st

from desktop.document.state import Selection
from desktop.views.selection_edits import extended, with_band, with_end, with_length, with_start

FRAMES = 1000
TOP = 24000.0
frame = st.integers(0, FRAMES)
band = st.none() | st.tuples(st.floats(1, 1000), st.floats(2000, 20000))
stretch = st.builds(
    lambda start, length, band: Selection(start, min(start + length, FRAMES), band),
    st.integers(0, FRAMES - 1),
    st.integers(1, FRAMES),
    band,
)
maybe = st.none() | stretch


def inside(selection: Selection | None) -> bool:
    return selection is None or (0 <= selection.start < selection.end <= FRAMES)


@given(maybe, frame)
def test_a_typed_start_is_where_it_begins(selection: Selection | None, at: int) -> None:
    made = with_start(selection, at, FRAMES)
    assert inside(made)
    if made is not None:
        assert made.start == at
        assert selection is None or made.band_hz == selection.band_hz
    else:
        assert at == FRAMES


@given(maybe, frame)
def test_a_typed_end_is_where_it_ends(selection: Selection | None, at: int) -> None:
    made = with_end(selection, at, FRAMES)
    assert inside(made)
    if made is None:
        assert at == 0
    elif selection is None or at > selection.start or at >= selection.end - selection.start:
        assert made.end == at


@given(stretch, frame)
def test_an_edge_typed_inside_leaves_the_other_alone(selection: Selection, at: int) -> None:
    if selection.start <= at < selection.end:
        made = with_start(selection, at, FRAMES)
        assert made is not None
        assert made.end == selection.end
    if selection.start < at <= selection.end:
        made = with_end(selection, at, FRAMES)
        assert made is not None
        assert made.start == selection.start


@given(maybe, st.integers(0, 2 * FRAMES), frame)
def test_a_typed_length_is_how_long_it_lasts_where_there_is_room(
    selection: Selection | None, length: int, playhead: int
) -> None:
    made = with_length(selection, length, FRAMES, playhead)
    assert inside(made)
    start = playhead if selection is None else selection.start
    if made is not None:
        assert made.start == start
        assert made.end - made.start == min(length, FRAMES - start)


hertz = st.none() | st.floats(0, 100_000)


@given(maybe, hertz, hertz)
def test_a_band_lies_between_what_was_typed(selection: Selection | None, low: float | None, high: float | None) -> None:
    made = with_band(selection, low, high, FRAMES, TOP)
    assert inside(made)
    if made.band_hz is not None:
        assert 0 <= made.band_hz[0] < made.band_hz[1] <= TOP
        assert made.band_hz != (0, TOP)
    if low is None and high is None:
        assert made.band_hz is None
    assert selection is None or (made.start, made.end) == (selection.start, selection.end)


@given(stretch, st.integers(-2 * FRAMES, 2 * FRAMES), frame)
def test_extending_never_shrinks(selection: Selection, by: int, playhead: int) -> None:
    made = extended(selection, playhead, by, FRAMES)
    assert made is not None
    assert made.start <= selection.start
    assert made.end >= selection.end
    assert inside(made)
    assert made.band_hz == selection.band_hz


@given(frame, st.integers(-FRAMES, FRAMES))
def test_extending_nothing_begins_at_the_playhead(playhead: int, by: int) -> None:
    made = extended(None, playhead, by, FRAMES)
    assert inside(made)
    if made is not None:
        assert playhead in (made.start, made.end)
