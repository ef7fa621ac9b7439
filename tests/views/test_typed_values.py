import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.views import ticks
from desktop.views.typed_values import read_hertz, read_time, write_hertz


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1:02.5", 62.5),
        ("01:02,5", 62.5),
        ("1:02:03", 3723),
        ("90:00", 5400),
        ("62.5", 62.5),
        (" 62,5 s ", 62.5),
        (".5", 0.5),
        ("500 ms", 0.5),
        ("1 min 2.5 s", 62.5),
        ("2h", 7200),
        ("1h 2m 3s", 3723),
        ("44100 samples", 1),
        ("22050 smp", 0.5),
        ("0", 0),
    ],
)
def test_times_as_people_type_them(text: str, seconds: float) -> None:
    assert read_time(text, 44100) == round(seconds * 44100)


@pytest.mark.parametrize(
    "text", ["", "x", "-1", "1:75", "1:75:00", "1:2:3:4", "1::2", "nan", "inf", "1e3", "5 apples", "1 2 s", "9" * 400]
)
def test_what_is_no_time_is_refused(text: str) -> None:
    assert read_time(text, 44100) is None


@given(st.text(max_size=12))
def test_no_text_breaks_the_reading(text: str) -> None:
    frames = read_time(text, 48000)
    assert frames is None or frames >= 0
    hertz = read_hertz(text)
    assert hertz is None or hertz >= 0


@given(st.integers(0, 2**40), st.sampled_from([8000, 44100, 192000]))
def test_what_is_shown_can_be_typed(frames: int, rate_hz: int) -> None:
    assert read_time(f"{frames} samples", rate_hz) == frames
    seconds = frames % (100 * 3600 * rate_hz) / rate_hz
    shown = read_time(ticks.precise(seconds), rate_hz)
    assert shown is not None
    assert abs(shown / rate_hz - seconds) <= 0.0005 + 1 / rate_hz


@pytest.mark.parametrize(
    ("text", "hertz"), [("440", 440), ("440 Hz", 440), ("2.5k", 2500), ("2,5 kHz", 2500), ("0", 0), (".2k", 200)]
)
def test_frequencies_as_people_type_them(text: str, hertz: float) -> None:
    assert read_hertz(text) == hertz
    assert read_hertz(write_hertz(hertz)) == hertz


@pytest.mark.parametrize("text", ["", "-4", "k", "Hz", "4 MHz", "a4", "9" * 400])
def test_what_is_no_frequency_is_refused(text: str) -> None:
    assert read_hertz(text) is None
