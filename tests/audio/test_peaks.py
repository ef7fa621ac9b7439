"""Peaks: the same from any blocks, true at every zoom."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.peaks import BASE_FRAMES, PeakPyramid
from audiosep_core.audio.pyramid import GROUP
from audiosep_core.errors import AudioReadError

from .conftest import Sound, make_sound


def build(sound: Sound, sizes: list[int] | None = None) -> PeakPyramid:
    peaks = PeakPyramid(44100, sound.shape[1])
    start = 0
    for size in sizes or []:
        peaks.add(sound[start : start + size])
        start += size
    peaks.add(sound[start:])
    return peaks


@settings(max_examples=40, deadline=None)
@given(sizes=st.lists(st.integers(0, 5000), max_size=10), saves=st.booleans())
def test_the_file_does_not_depend_on_the_blocks(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int], saves: bool
) -> None:
    folder = tmp_path_factory.mktemp("peaks")
    sound = make_sound(sum(sizes) + 777, 2)
    build(sound).save(folder / "whole")
    peaks, start = PeakPyramid(44100, 2), 0
    for size in [*sizes, 777]:
        peaks.add(sound[start : start + size])
        start += size
        if saves:
            peaks.save(folder / "blocks")
    peaks.save(folder / "blocks")
    assert (folder / "whole").read_bytes() == (folder / "blocks").read_bytes()


@settings(max_examples=60, deadline=None)
@given(
    frames=st.integers(1, 60000),
    span=st.tuples(st.floats(-20000, 80000), st.floats(-20000, 80000)).map(sorted),
    columns=st.integers(1, 300),
)
def test_a_view_brackets_the_truth(frames: int, span: list[float], columns: int) -> None:
    start, end = span
    sound = make_sound(frames, 1)[:, 0]
    low, high, rms = build(sound[:, None]).view(start, end, columns)
    assert low.shape == high.shape == rms.shape == (1, columns)
    step = (end - start) / columns
    for column in range(columns):
        left, right = start + column * step, start + (column + 1) * step
        inside = sound[max(0, int(np.ceil(left))) : max(0, int(np.floor(right)))]
        reach = max(BASE_FRAMES, step) + 1
        around = sound[max(0, int(left - reach)) : max(0, int(right + reach))]
        if len(inside):
            assert low[0, column] <= inside.min()
            assert high[0, column] >= inside.max()
        assert low[0, column] >= min(0, around.min(initial=0))
        assert high[0, column] <= max(0, around.max(initial=0))
        assert 0 <= rms[0, column] <= max(-low[0, column], high[0, column]) * 1.0001


@settings(max_examples=60, deadline=None)
@given(click=st.integers(0, 999_999), columns=st.integers(1, 2000), zoom=st.floats(0.0001, 1))
def test_a_click_of_one_sample_is_seen_at_every_zoom(click: int, columns: int, zoom: float) -> None:
    frames = 1_000_000
    peaks = PeakPyramid(44100, 1)
    silence = np.zeros((frames, 1), np.float32)
    silence[click] = 0.9
    peaks.add(silence)
    start = click - zoom * frames / 3
    end = start + zoom * frames
    _, high, _ = peaks.view(start, end, columns)
    at = min(columns - 1, int((click - start) / (end - start) * columns))
    assert high[0, at] == np.float32(0.9)
    whole = peaks.view(0, frames, columns)[1]
    assert whole.max() == np.float32(0.9)
    assert np.count_nonzero(whole) <= 2 + BASE_FRAMES / (frames / columns)


def test_aligned_values_are_exact() -> None:
    sound = make_sound(256 * 64, 2)
    low, high, rms = build(sound).view(0, 256 * 64, 4)
    parts = sound.reshape(4, -1, 2)
    np.testing.assert_array_equal(low, parts.min(axis=1).T)
    np.testing.assert_array_equal(high, parts.max(axis=1).T)
    np.testing.assert_allclose(rms, np.sqrt(np.square(parts).mean(axis=1)).T, rtol=1e-5)


def test_outside_is_silent_and_empty_spans_are_empty() -> None:
    peaks = build(make_sound(10000, 1) + 1)
    for start, end in ((-5000.0, -10.0), (20000.0, 30000.0)):
        assert not any(values.any() for values in peaks.view(start, end, 50))
    assert peaks.view(5, 5, 10)[0].shape == (1, 10)
    assert peaks.view(0, 5, 0)[0].shape == (1, 0)
    assert PeakPyramid(44100, 2).view(0, 100, 3)[1].tolist() == [[0, 0, 0], [0, 0, 0]]


def test_near_enough_the_samples_themselves_are_shown(tmp_path: Path) -> None:
    sound = make_sound(5000, 2)
    with SoundCache.create(tmp_path / "a.json", 44100, 2, 5000) as cache:
        cache.write(0, sound)
        low, high, _ = build(sound).view(1000, 1100, 100, cache)
        np.testing.assert_array_equal(low, sound[1000:1100].T)
        np.testing.assert_array_equal(high, low)
        low, high, rms = build(sound).view(-100, 6000, 610, cache)
        assert high[0, 10:].max() == sound[:, 0].max()
        assert not high[:, :10].any()
        assert not rms[:, -90:].any()


def test_growing_file_is_followed_and_saved_groups_stay_readable(tmp_path: Path) -> None:
    sound = make_sound(GROUP * BASE_FRAMES // 2 + 12345, 1)
    writer = PeakPyramid(44100, 1)
    writer.save(tmp_path / "a.peaks")
    reader = PeakPyramid.open(tmp_path / "a.peaks")
    assert reader.frames == 0
    for _ in range(5):
        writer.add(sound)
        writer.save(tmp_path / "a.peaks")
        reader.refresh()
        assert reader.frames == writer.frames
        for mine, theirs in zip(writer.view(0, writer.frames, 333), reader.view(0, writer.frames, 333), strict=True):
            np.testing.assert_array_equal(mine, theirs)
    expected = build(np.tile(sound, (5, 1))).view(0, reader.frames, 900)[1]
    np.testing.assert_array_equal(reader.view(0, reader.frames, 900)[1], expected)


def test_damaged_files_are_told(tmp_path: Path) -> None:
    with pytest.raises(AudioReadError) as caught:
        PeakPyramid.open(tmp_path / "none")
    assert caught.value.code == "cache-missing"
    build(make_sound(10000, 1)).save(tmp_path / "a")
    data = (tmp_path / "a").read_bytes()
    for bad in (b"", b"hello", data[:5000], data.replace(b'"peaks"', b'"other"')):
        (tmp_path / "b").write_bytes(bad)
        with pytest.raises(AudioReadError) as caught:
            PeakPyramid.open(tmp_path / "b")
        assert caught.value.code == "cache-damaged"


@pytest.mark.benchmark
def test_three_hours_are_viewed_in_20_ms(tmp_path: Path) -> None:
    writer = PeakPyramid(44100, 2)
    columns = np.random.default_rng(0).random((GROUP, 3, 2), np.float32)
    while writer.frames < 3 * 3600 * 44100:
        # Past the samples, which would take their time to sum up.
        writer._pyramid.append(columns, writer.frames + GROUP * BASE_FRAMES)
    writer.save(tmp_path / "a.peaks")
    peaks = PeakPyramid.open(tmp_path / "a.peaks")
    for span in (1.0, 0.5, 0.1, 0.01):
        peaks.view(0, writer.frames * span, 1000)
        took = min(_timed(peaks, writer.frames * span) for _ in range(5))
        assert took < 0.02


def _timed(peaks: PeakPyramid, end: float) -> float:
    start = time.perf_counter()
    peaks.view(0, end, 1000)
    return time.perf_counter() - start
