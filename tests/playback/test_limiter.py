"""The limiter: within full scale it is not there, above it nothing gets through and nothing clicks."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.playback.limiter import AHEAD_S, RELEASE_S, Limiter
from tests.playback.conftest import RATE, noise

AHEAD = round(AHEAD_S * RATE)


def run(sound: np.ndarray, block: int, channels: int = 2) -> tuple[np.ndarray, np.ndarray]:
    limiter = Limiter(RATE, channels)
    parts, places = [], []
    for at in range(0, len(sound), block):
        piece = sound[at : at + block]
        out, marks = limiter.process(piece, np.arange(at, at + len(piece), dtype=np.float64), at + block >= len(sound))
        parts.append(out)
        places.append(marks)
    return np.concatenate(parts), np.concatenate(places)


@pytest.mark.parametrize("block", [1, 100, 480, 5000])
def test_what_is_within_full_scale_passes_to_the_bit_with_its_places(block: int) -> None:
    sound = noise(3000) * 2.5
    assert np.abs(sound).max() <= 1.0
    heard, places = run(sound, block)
    assert (heard == sound).all()
    assert (places == np.arange(3000)).all()


@settings(max_examples=40, deadline=None)
@given(
    peaks=st.lists(st.tuples(st.integers(0, 19_999), st.floats(0.5, 30.0)), min_size=1, max_size=12),
    block=st.integers(50, 3000),
)
@example(peaks=[(0, 6.0), (0, 12.0), (0, 13.0), (0, 20.0), (0, 19.0)], block=50)  # 3e7
@example(peaks=[(0, 30.0)] * 12, block=50)  # 3e22
def test_no_peak_gets_through_and_no_frame_is_lost(peaks: list[tuple[int, float]], block: int) -> None:
    sound = noise(20_000)
    for at, height in peaks:
        sound[at : at + 30, at % 2] *= np.float32(height * 3)
    heard, places = run(sound, block)
    assert heard.shape == sound.shape
    assert (places == np.arange(20_000)).all()
    assert np.abs(heard).max() <= 1.0
    assert (np.abs(heard) <= np.abs(sound) + 1e-7).all()
    assert np.sign(heard) == pytest.approx(np.sign(sound))


def test_the_gain_bends_over_five_milliseconds_and_comes_back() -> None:
    sound = np.full((RATE, 2), 0.5, np.float32)
    sound[RATE // 2] = 4.0
    heard, _ = run(sound, 480)
    gain = heard[:, 0] / sound[:, 0]
    assert gain[RATE // 2] == pytest.approx(0.25, abs=1e-6)
    assert np.abs(np.diff(gain)).max() <= 0.75 / AHEAD + 1e-4
    assert (gain[: RATE // 2 - AHEAD] == 1.0).all()
    later = RATE // 2 + round(RELEASE_S * RATE) + AHEAD
    assert 1.0 - gain[later] == pytest.approx(0.75 / np.e, rel=0.1)
    assert (gain[-RATE // 100 :] == 1.0).all(), "it lets go for good"


def test_both_sides_are_turned_down_together() -> None:
    sound = noise(5000)
    sound[:, 0] *= 5
    heard, _ = run(sound, 480)
    loud = np.abs(sound).min(axis=1) > 0.05
    assert (heard[loud, 0] / sound[loud, 0]) == pytest.approx(heard[loud, 1] / sound[loud, 1], abs=1e-5)


def test_blocks_change_nothing() -> None:
    sound = noise(9000) * 6
    assert run(sound, 100)[0] == pytest.approx(run(sound, 9000)[0], abs=1e-6)
