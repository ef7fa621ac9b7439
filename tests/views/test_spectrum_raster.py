"""Rows of a spectrogram show the bins and bands that lie under them, on every scale and at every zoom."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.views.frequency_axis import SCALES, FrequencyAxis
from desktop.views.spectrum_raster import RowMap, band_rows, bin_rows

TOP = 22050.0


@given(
    st.sampled_from(SCALES), st.floats(0, 0.9), st.floats(0.02, 1), st.integers(2, 500), st.sampled_from([257, 1025])
)
def test_a_row_shows_nothing_but_what_lies_near_it(scale: str, low: float, span: float, rows: int, bins: int) -> None:
    axis = FrequencyAxis.whole(scale, TOP).showing(low * TOP, (low + span) * TOP)
    bin_hz = TOP / (bins - 1)
    for loud in (bins // 9, bins // 2):
        items = np.zeros((bins, 1), np.uint8)
        items[loud] = 255
        seen = bin_rows(axis, rows, bins).apply(items)[:, 0]
        edges = axis.edges(rows)[::-1]  # the highest first, as rows are
        for row in np.flatnonzero(seen):
            assert edges[row + 1] - bin_hz <= loud * bin_hz <= edges[row] + bin_hz
        inside = axis.low_hz + bin_hz < loud * bin_hz < axis.high_hz - bin_hz
        if inside:
            assert seen.max() > 100


@given(st.integers(1, 400), st.integers(1, 300))
def test_every_item_is_seen_where_all_are_visible(items: int, rows: int) -> None:
    mapped = RowMap(np.linspace(0, items, rows + 1), items)
    for loud in {0, items // 2, items - 1}:
        column = np.zeros((items, 1), np.uint8)
        column[loud] = 200
        assert mapped.apply(column).max() >= (200 if rows <= items else 90)


def test_a_tone_stands_at_its_frequency_on_both_kinds() -> None:
    for scale in SCALES:
        axis = FrequencyAxis.whole(scale, TOP)
        bins = np.zeros((1025, 3), np.uint8)
        bins[round(4000 / TOP * 1024)] = 255
        row = bin_rows(axis, 300, 1025).apply(bins)[:, 1].argmax()
        assert row == pytest.approx(axis.y_of(4000, 300), abs=2)
        from audiosep_core.audio.spectrum import hz_to_mel

        bands = np.zeros((256, 3), np.uint8)
        bands[int(hz_to_mel(4000.0) / hz_to_mel(TOP) * 256)] = 255
        row = band_rows(axis, 300, 256).apply(bands)[:, 1].argmax()
        assert row == pytest.approx(axis.y_of(4000, 300), abs=4)
