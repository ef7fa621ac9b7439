"""The visible stretch never leaves the recording, and zooming keeps the frame under the pointer."""

import math

from hypothesis import given
from hypothesis import strategies as st

from desktop.views.viewport import SHORTEST, Viewport

frames = st.integers(1, 2_000_000_000)
share = st.floats(0, 1)


@st.composite
def viewports(draw: st.DrawFn) -> Viewport:
    total = draw(frames)
    return Viewport.whole(total).showing(draw(share) * total, draw(share) * total)


def legal(view: Viewport) -> bool:
    slack = 1e-9 * view.frames
    return -slack <= view.start < view.end <= view.frames + slack and view.span >= min(SHORTEST, view.frames) * (
        1 - 1e-6
    )


@given(viewports(), st.floats(0.01, 100), share)
def test_zooming_stays_inside_and_keeps_the_frame_under_the_pointer(
    view: Viewport, factor: float, where: float
) -> None:
    at = view.start + where * view.span
    zoomed = view.zoomed(factor, at)
    assert legal(zoomed)
    inside = zoomed.start > 0 and zoomed.end < view.frames
    if inside:
        assert math.isclose(zoomed.x_of(at, 1000), view.x_of(at, 1000), abs_tol=1e-2)


@given(viewports(), st.floats(-3e9, 3e9))
def test_scrolling_keeps_the_span(view: Viewport, by: float) -> None:
    moved = view.scrolled(by)
    assert legal(moved)
    assert math.isclose(moved.span, view.span, rel_tol=1e-6)


@given(viewports(), share, st.integers(1, 8000))
def test_pixels_and_frames_agree(view: Viewport, where: float, width: int) -> None:
    frame = view.start + where * view.span
    assert math.isclose(view.frame_at(view.x_of(frame, width), width), frame, rel_tol=1e-6, abs_tol=1e-3)


@given(viewports(), share)
def test_turning_the_page_shows_the_frame(view: Viewport, where: float) -> None:
    frame = where * (view.frames - 1)
    turned = view.turned_to(frame)
    assert legal(turned)
    assert turned.start <= frame + 1e-6 * view.frames
    assert frame <= turned.end


@given(viewports(), frames)
def test_another_length_is_survived(view: Viewport, length: int) -> None:
    resized = view.resized(length)
    assert legal(resized)
    assert resized.frames == length
    assert resized.is_whole or not view.is_whole


@given(viewports(), share, st.integers(100, 4000))
def test_a_place_to_paint_is_exact_in_sight_and_just_beside_the_lane_elsewhere(
    view: Viewport, where: float, width: int
) -> None:
    frame = where * view.frames
    exact, near = view.x_of(frame, width), view.x_near(frame, width)
    if 0 <= exact <= width:
        assert near == exact
    else:
        assert (near < 0) == (exact < 0)
        assert -1000 < near < width + 1000
