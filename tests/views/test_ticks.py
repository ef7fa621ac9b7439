"""Rulers stay readable at any zoom."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.views import ticks

spans = st.floats(0.0003, 12 * 3600)


@given(st.floats(0, 10 * 3600), spans, st.integers(300, 4000))
def test_labels_neither_crowd_nor_go_missing(start: float, span: float, width: int) -> None:
    major, minor = ticks.time_ticks(start, start + span, width)
    positions = [(tick.at - start) / span * width for tick in major]
    assert all(b - a >= min(91, width / 16 - 1) for a, b in itertools.pairwise(positions))
    assert len(major) >= ticks.FEWEST
    assert all(-1e-6 <= p <= width * (1 + 1e-6) for p in positions)
    assert len(minor) < 10 * (len(major) + 2)


@given(st.floats(0, 10 * 3600), spans, st.integers(300, 4000))
def test_every_label_of_a_ruler_is_its_own(start: float, span: float, width: int) -> None:
    labels = [tick.label for tick in ticks.time_ticks(start, start + span, width)[0]]
    assert len(set(labels)) == len(labels)
    assert not any(label.startswith("-") for label in labels)


@pytest.mark.parametrize(
    ("seconds", "step", "text"),
    [
        (0, 1, "0:00"),
        (61.5, 0.5, "1:01.5"),
        (3599.9996, 1, "1:00:00"),
        (7325, 5, "2:02:05"),
        (0.0123, 0.001, "0:00.012"),
    ],
)
def test_clock(seconds: float, step: float, text: str) -> None:
    assert ticks.clock(seconds, step) == text


@pytest.mark.parametrize(
    ("label", "short"), [("1:23:45", ":45"), ("1:23:45.1", ":45.1"), ("0:45.1234", ".1234"), ("0:45.12", ".12")]
)
def test_crowded_labels_keep_what_tells_them_apart(label: str, short: str) -> None:
    assert ticks.shortened(label) == short


@given(st.floats(0, 10 * 3600), spans, st.integers(60, 2000), st.sampled_from([7, 8, 14]))
def test_labels_never_touch_and_minutes_are_named(start: float, span: float, width: int, digit_px: int) -> None:
    major, _ = ticks.time_ticks(start, start + span, width)
    places = [round((tick.at - start) / span * width) for tick in major]
    measures = [lambda text: digit_px * len(text), lambda text: digit_px * len(text) * 3 // 4]
    labels, font = ticks.fitting(major, places, 5, measures)
    told = [(x, label) for x, label in zip(places, labels, strict=True) if label]
    assert told, "some time is named"
    assert all(x + 5 + measures[font](label) + 5 <= other for (x, label), (other, _) in itertools.pairwise(told))
    for tick, label in zip(major, labels, strict=True):
        if label and tick.at % 60 == 0:
            assert label == tick.label, "whose minute it is"


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (1000, ["0:00", "0:30", "1:00", "1:30", "2:00", "2:30", "3:00", "3:30", "4:00", "4:30", "5:00"]),
        (298, ["0:00", "", "1:00", "", "2:00", "", "3:00", "", "4:00", "", "5:00"]),
        (150, ["0:00", "", "", "", "2:00", "", "", "", "4:00", "", ""]),
    ],
)
def test_a_narrow_ruler_of_five_minutes(width: int, shown: list[str]) -> None:
    major, _ = ticks.time_ticks(0, 319, width)
    places = [round(tick.at / 319 * width) for tick in major]
    assert ticks.fitting(major, places, 5, [lambda text: 8 * len(text)])[0] == shown


def test_precise_positions_keep_their_width() -> None:
    assert ticks.precise(7.25) == "00:07.250"
    assert ticks.precise(725.0) == "12:05.000"
    assert ticks.precise(3725.0) == "1:02:05.000"
    assert ticks.tenths(8) == "00:08.0"


@pytest.mark.parametrize(("seconds", "text"), [(7.6, "8 s"), (125, "2 min 5 s"), (4200, "1 h 10 min"), (-3, "0 s")])
def test_duration_in_words(seconds: float, text: str) -> None:
    assert ticks.duration(seconds) == text
