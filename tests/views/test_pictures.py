"""Columns drawn of samples, of growing stems and of spliced pictures are those of the sound itself."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.actions.pictures import GrowingPeaks, pending_ranges, sample_columns
from desktop.actions.rest_analysis import stretches
from desktop.actions.spliced import Patch, SplicedPeaks
from desktop.views.wave_raster import color_table, raster, raster_bands


class Samples:
    """A sound in memory: zeros outside."""

    def __init__(self, samples: np.ndarray) -> None:
        self.samples = samples

    def read(self, start: int, end: int) -> np.ndarray:
        result = np.zeros((end - start, self.samples.shape[1]), np.float32)
        first, last = max(start, 0), min(end, len(self.samples))
        if first < last:
            result[first - start : last - start] = self.samples[first:last]
        return result


def noise(frames: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).uniform(-1, 1, (frames, 2)).astype(np.float32)


@given(
    st.integers(1, 3000), st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 3000)), max_size=6), st.integers(0, 9)
)
def test_ranges_in_any_order_fill_a_growing_stem(frames: int, ranges: list[tuple[int, int]], seed: int) -> None:
    sound = Samples(noise(frames, seed))
    growing = GrowingPeaks(2, frames)
    for start, end in [*ranges, (0, frames)]:
        growing.fill(sound, min(start, end, frames), min(max(start, end), frames))
    low, high, _ = growing.view(0, frames, 1)
    np.testing.assert_allclose(high[:, 0], np.maximum(sound.samples.max(axis=0), 0 if frames % 256 else -1))
    np.testing.assert_allclose(low[:, 0], np.minimum(sound.samples.min(axis=0), 0 if frames % 256 else 1))


@given(st.integers(2, 500), st.integers(1, 700))
def test_sample_columns_hold_every_sample_and_join(frames: int, columns: int) -> None:
    samples = noise(frames).T
    low, high, rms = sample_columns(samples, 0, frames - 1, columns)
    assert low.shape == high.shape == rms.shape == (2, columns)
    assert np.all(low <= high)
    assert np.all(rms <= 1.0 + 1e-6)
    assert np.all(low[:, 1:] <= high[:, :-1] + 1e-5)
    assert np.all(high[:, 1:] >= low[:, :-1] - 1e-5)
    np.testing.assert_allclose(high.max(axis=1).max(), samples.max(), atol=1e-6)


@given(
    st.integers(0, 100), st.integers(1, 100), st.lists(st.tuples(st.integers(0, 120), st.integers(1, 50)), max_size=8)
)
def test_pending_is_what_is_not_final(start: int, length: int, spans: list[tuple[int, int]]) -> None:
    final = [(at, at + size) for at, size in spans]
    pending = pending_ranges(start, start + length, final)
    for frame in range(start, start + length):
        settled = any(a <= frame < b for a, b in final)
        assert settled != any(a <= frame < b for a, b in pending)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), min_size=1, max_size=6))
def test_stretches_are_the_union(spans: list[tuple[int, int]]) -> None:
    stems = [(None, at, at + size) for at, size in spans]
    joined = stretches(stems)
    assert all(b < c for (_, b), (c, _) in pairwise(joined))
    for frame in range(100):
        assert any(a <= frame < b for _, a, b in stems) == any(a <= frame < b for a, b in joined)


class Flat:
    """Peaks of one height."""

    def __init__(self, height: float) -> None:
        self.height = height

    def view(self, start: float, end: float, columns: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        top = np.full((1, columns), self.height, np.float32)
        return -top, top, top


@given(st.floats(0, 900), st.floats(1, 900), st.integers(1, 400))
def test_a_patch_is_seen_exactly_where_it_lies(start: float, span: float, columns: int) -> None:
    spliced = SplicedPeaks(Flat(1.0), [Patch(300, 600, Flat(0.25), None)])
    _, high, _ = spliced.view(start, start + span, columns)
    edges = np.linspace(start, start + span, columns + 1)
    inside = (edges[:-1] >= 300) & (edges[1:] <= 600)
    outside = (edges[1:] < 299) | (edges[:-1] > 601)
    assert np.all(high[0, inside] == 0.25)
    assert np.all(high[0, outside] == 1.0)


def test_the_raster_covers_what_the_wave_covers() -> None:
    full = np.ones((1, 40), np.float32)
    pixels = raster((-full, full, 0 * full), 100)
    assert pixels.shape == (100, 40)
    assert (pixels[2:98] & 15 == 15).all()
    assert (pixels >> 4 == 0).all()
    silent = raster((0 * full, 0 * full, 0 * full), 101) & 15
    assert silent.sum(axis=0) == pytest.approx(15, abs=1)  # a line of one pixel, however it lies
    both = raster((np.repeat(-full, 2, 0), np.repeat(full, 2, 0), np.repeat(full / 2, 2, 0)), 200)
    assert (both[28:70] >> 4 == 15).all()
    assert (both[5:15] >> 4 == 0).all()


@given(st.integers(1, 3), st.integers(24, 300), st.floats(0, 1), st.floats(0, 1))
def test_only_the_rows_that_a_wave_reaches_are_drawn(channels: int, height: int, below: float, above: float) -> None:
    shape = channels, 8
    low, high = np.full(shape, -below, np.float32), np.full(shape, above, np.float32)
    bands = raster_bands((low, high, np.minimum(-low, high)), height)
    room = height / channels
    for channel, (row, pixels) in enumerate(bands):
        assert pixels.shape[0] <= (below + above) / 2 * room + 4
        assert channel * room - 1 <= row
        assert row + pixels.shape[0] <= (channel + 1) * room + 1
    covered = sum(int((pixels & 15).sum()) for _, pixels in bands) / 8 / 15
    assert covered == pytest.approx(sum(max((below + above) / 2 * (room - 2), 1) for _ in bands), abs=2 * channels)


def test_the_colour_table_mixes_body_and_core() -> None:
    table = color_table((10, 20, 30), (110, 120, 130))
    assert table[0] >> 24 == 0
    assert table[15] == 0xFF0A141E
    assert table[0xFF] == 0xFF6E7882
