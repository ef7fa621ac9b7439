"""The scale of frequencies stays readable at any zoom; notes are named as musicians do."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.views.frequency_axis import SCALES, FrequencyAxis, Scale
from desktop.views.frequency_ticks import CLOSEST_PX, frequency_ticks, hertz
from desktop.views.note_names import note_name


@given(
    st.sampled_from(SCALES),
    st.sampled_from([4000.0, 22050.0, 96000.0]),
    st.floats(0, 1),
    st.floats(0, 1),
    st.integers(60, 900),
)
def test_labels_neither_crowd_nor_go_missing(scale: str, top: float, low: float, high: float, height: int) -> None:
    axis = FrequencyAxis.whole(scale, top).showing(low * top, high * top)
    found = frequency_ticks(axis, height)
    places = [axis.y_of(tick.at, height) for tick in found]
    assert all(a - b >= CLOSEST_PX - 1e-6 for a, b in itertools.pairwise(places))
    assert all(0 <= y <= height for y in places)
    assert len(found) >= min(height // 60, 8)
    labels = [tick.label for tick in found]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("scale", ["mel", "log"])
@pytest.mark.parametrize(("top", "high"), [(22050, 22050), (24000, 8000), (96000, 96000)])
def test_of_a_wide_band_round_frequencies_are_named(scale: Scale, top: float, high: float) -> None:
    axis = FrequencyAxis.whole(scale, top).showing(0, high)
    for height in range(40, 900, 7):
        named = [tick.at for tick in frequency_ticks(axis, height)]
        assert {hz / 10.0 ** math.floor(math.log10(hz)) for hz in named} <= {1, 1.5, 2, 3, 5, 7}


def test_a_low_lane_has_no_labels() -> None:
    assert frequency_ticks(FrequencyAxis(), 30) == ()


@pytest.mark.parametrize(
    ("hz", "step", "text"),
    [(440, 10, "440"), (2500, 500, "2.5k"), (10020, 10, "10.02k"), (16000, 1000, "16k"), (62.5, 0.5, "62.5")],
)
def test_hertz(hz: float, step: float, text: str) -> None:
    assert hertz(hz, step) == text


@pytest.mark.parametrize(
    ("hz", "cents", "name"),
    [
        (440.0, False, "A4"),
        (261.63, False, "C4"),
        (27.5, False, "A0"),
        (440.0, True, "A4 +0 ct"),
        (452.89, True, "A4 +50 ct"),
        (435.0, True, "A4 −20 ct"),
        (5.0, True, ""),
        (20000.0, True, ""),
    ],
)
def test_note_names(hz: float, cents: bool, name: str) -> None:
    assert note_name(hz, cents=cents) == name
