"""Streaming equals whole, lengths are exact, the pass band is untouched."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiosep_core.audio.resample import StreamResampler, resample

from .conftest import make_sound


@settings(max_examples=30, deadline=None)
@given(
    sizes=st.lists(st.integers(0, 3000), max_size=12),
    rates=st.sampled_from([(44100, 32000), (32000, 44100), (8000, 48000), (192000, 32000), (44100, 44100)]),
    channels=st.integers(1, 3),
)
def test_stream_equals_whole(sizes: list[int], rates: tuple[int, int], channels: int) -> None:
    sound = make_sound(sum(sizes), channels)
    stream = StreamResampler(*rates, channels)
    parts, start = [], 0
    for size in sizes:
        parts.append(stream.process(sound[start : start + size]))
        start += size
    parts.append(stream.process(sound[:0], last=True))
    whole = resample(sound, *rates)
    assert whole.dtype == np.float32
    np.testing.assert_allclose(np.concatenate(parts), whole, atol=1e-6)


@pytest.mark.parametrize("frames", [0, 1, 2, 100, 44100])
@pytest.mark.parametrize("rate_hz", [8000, 22050, 44100, 48000, 96000, 192000])
def test_there_and_back_has_the_exact_length(frames: int, rate_hz: int) -> None:
    sound = make_sound(frames, 2, rate_hz)
    inner = resample(sound, rate_hz, 32000)
    back = resample(inner, 32000, rate_hz, frames=frames)
    assert back.shape == sound.shape


def test_pass_band_comes_back() -> None:
    time = np.arange(44100) / 44100
    sound = (0.5 * np.sin(2 * np.pi * 5000 * time)).astype(np.float32)[:, None]
    back = resample(resample(sound, 44100, 32000), 32000, 44100, frames=len(sound))
    np.testing.assert_allclose(back[2000:-2000], sound[2000:-2000], atol=1e-5)


def test_equal_rates_copy() -> None:
    sound = make_sound(10, 1)
    result = resample(sound, 44100, 44100)
    np.testing.assert_array_equal(result, sound)
    assert not np.shares_memory(result, sound)


def test_wrong_shapes_are_refused() -> None:
    with pytest.raises(ValueError, match="block"):
        StreamResampler(44100, 32000, 2).process(make_sound(10, 1))
    with pytest.raises(ValueError, match="at least"):
        StreamResampler(0, 32000, 2)
