"""The visible band never leaves the recording's, and zooming keeps the frequency under the pointer."""

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop.views.frequency_axis import SCALES, FrequencyAxis

share = st.floats(0, 1)


@st.composite
def axes(draw: st.DrawFn) -> FrequencyAxis:
    top = draw(st.sampled_from([4000.0, 11025.0, 22050.0, 48000.0, 96000.0]))
    axis = FrequencyAxis.whole(draw(st.sampled_from(SCALES)), top)
    return axis.showing(draw(share) * top, draw(share) * top)


def legal(axis: FrequencyAxis) -> bool:
    return axis.lowest_hz - 1e-6 <= axis.low_hz < axis.high_hz <= axis.top_hz + 1e-6


@given(axes(), st.floats(0.02, 50), share)
def test_zooming_stays_inside_and_keeps_what_is_under_the_pointer(
    axis: FrequencyAxis, factor: float, where: float
) -> None:
    y = where * 300
    at = axis.hz_at(y, 300)
    zoomed = axis.zoomed(factor, at)
    assert legal(zoomed)
    free = zoomed.low_hz > zoomed.lowest_hz + 1e-6 and zoomed.high_hz < zoomed.top_hz - 1e-6
    if free and zoomed.high_hz - zoomed.low_hz > 21:
        assert math.isclose(zoomed.y_of(at, 300), axis.y_of(at, 300), abs_tol=0.5)


@given(axes(), st.floats(-3, 3))
def test_scrolling_stays_inside(axis: FrequencyAxis, by: float) -> None:
    moved = axis.scrolled(by)
    assert legal(moved)
    if 0 < by < 3 and axis.high_hz < axis.top_hz:
        assert moved.high_hz >= axis.high_hz - 1e-6


@given(axes(), share)
def test_pixels_and_frequencies_agree(axis: FrequencyAxis, where: float) -> None:
    y = where * 400
    assert math.isclose(axis.y_of(axis.hz_at(y, 400), 400), y, abs_tol=0.01)


@given(axes(), st.sampled_from(SCALES), st.sampled_from([4000.0, 22050.0, 96000.0]))
def test_another_scale_keeps_the_band_where_there_is_one(axis: FrequencyAxis, scale: str, top: float) -> None:
    other = axis.on(scale, top)
    assert legal(other)
    if axis.is_whole:
        assert other.is_whole


@given(axes(), st.integers(1, 400))
def test_rows_rise_from_the_lowest_to_the_highest(axis: FrequencyAxis, rows: int) -> None:
    edges = axis.edges(rows)
    assert len(edges) == rows + 1
    assert (np.diff(edges) > 0).all()
    assert math.isclose(edges[0], axis.low_hz, abs_tol=0.01)
    assert math.isclose(edges[-1], axis.high_hz, rel_tol=1e-6)
