"""Boxes in time and frequency: inside is the stem, outside is silence, and the rest has the other half."""

from __future__ import annotations

import numpy as np
import pytest

from audiosep_core.audio.sound import ArraySound
from audiosep_core.engine.edges import RAMP_S, Ramps
from audiosep_core.engine.span import Span
from audiosep_core.types import SeparationOptions
from tests.engine.gain import gain_separator, stems_of

RATE = 32_000
RAMP = round(RAMP_S * RATE)


def noise(frames: int, channels: int = 1) -> np.ndarray:
    return np.random.default_rng(0).uniform(-0.5, 0.5, (frames, channels)).astype(np.float32)


@pytest.mark.parametrize("rate", [32_000, 44_100])
def test_a_stem_comes_and_goes_within_ten_milliseconds(rate: int) -> None:
    audio = noise(4 * rate, 2)
    span = Span(rate + 77, 3 * rate - 5, 2 * rate)
    ramp = round(0.01 * rate)
    stem = stems_of(gain_separator(), audio, rate, ["1"], span=span)[0]
    assert not stem[: span.start].any()
    assert not stem[span.end :].any()
    inner = slice(span.start + ramp, span.end - ramp)
    np.testing.assert_allclose(stem[inner], audio[inner], atol=1e-5)
    # Both ways alike: what the stem has not yet, the rest has still.
    rise = stem[span.start : span.start + ramp] / audio[span.start : span.start + ramp]
    fall = stem[span.end - ramp : span.end] / audio[span.end - ramp : span.end]
    for curve in (rise[:, 0], fall[::-1, 0]):
        wanted = 0.5 - 0.5 * np.cos(np.pi * (np.arange(ramp) + 0.5) / ramp)
        np.testing.assert_allclose(np.median(curve - wanted), 0, atol=1e-3)
        assert curve[0] < 0.01
        assert curve[-1] > 0.99


def test_the_sources_own_ends_have_no_ramp() -> None:
    audio = noise(3 * RATE)
    whole = stems_of(gain_separator(), audio, RATE, ["1"])[0]
    np.testing.assert_allclose(whole, audio, atol=1e-5)
    head = stems_of(gain_separator(), audio, RATE, ["1"], span=Span(0, RATE, 0))[0]
    np.testing.assert_allclose(head[: RATE - RAMP], audio[: RATE - RAMP], atol=1e-5)
    assert np.abs(head[RATE - 10 : RATE]).max() < 0.01
    tail = stems_of(gain_separator(), audio, RATE, ["1"], span=Span(2 * RATE, 3 * RATE, 0))[0]
    np.testing.assert_allclose(tail[2 * RATE + RAMP :], audio[2 * RATE + RAMP :], atol=1e-5)
    assert np.abs(tail[2 * RATE : 2 * RATE + 10]).max() < 0.01


@pytest.mark.parametrize("length", [1, 2, 3, RAMP, 2 * RAMP, 2 * RAMP + 1])
def test_ramps_do_not_depend_on_how_a_span_is_cut(length: int) -> None:
    source = ArraySound(np.ones((10 * RAMP, 1), np.float32), RATE)
    ramps = Ramps(source, Span(RAMP, RAMP + length, 0))
    whole = ramps.apply(RAMP, np.ones((1, length, 1), np.float32))
    pieces = [ramps.apply(RAMP + i, np.ones((1, 1, 1), np.float32)) for i in range(length)]
    np.testing.assert_array_equal(np.concatenate(pieces, axis=1), whole)
    assert (whole[0, : length // 2, 0] <= whole[0, ::-1, 0][: length // 2] + 1e-6).all()


def test_outside_of_a_band_the_stem_is_silent_and_the_rest_has_it() -> None:
    audio = noise(6 * RATE)
    low, high = 1_000.0, 4_000.0
    options = SeparationOptions(band_hz=(low, high))
    result = gain_separator().separate(audio, RATE, ["1"], options=options)
    middle = slice(RATE, 5 * RATE)
    window = np.blackman(4 * RATE)
    hz = np.fft.rfftfreq(4 * RATE, 1 / RATE)
    source, stem, rest = (
        np.abs(np.fft.rfft(samples[middle, 0] * window)) for samples in (audio, result.stems[0].audio, result.rest)
    )
    third = 2 ** (1 / 3)
    outside = (hz < low / third) | (hz > high * third)
    inside = (hz > low * third) & (hz < high / third)
    assert stem[outside].max() < 1e-4 * source.max()
    assert rest[inside].max() < 1e-3 * source.max()
    np.testing.assert_allclose(stem[inside], source[inside], rtol=0.01, atol=1e-3 * source.max())
    np.testing.assert_allclose(result.stems[0].audio + result.rest, audio, atol=1e-7)


def test_a_box_is_both() -> None:
    audio = noise(4 * RATE)
    options = SeparationOptions(band_hz=(0.0, 2_000.0))
    span = Span(RATE, 3 * RATE, 0)
    stem = stems_of(gain_separator(), audio, RATE, ["1"], span=span, options=options)[0]
    assert not stem[: span.start].any()
    assert not stem[span.end :].any()
    spectrum = np.abs(np.fft.rfft(stem[RATE + RAMP : 3 * RATE - RAMP, 0] * np.blackman(2 * RATE - 2 * RAMP)))
    hz = np.fft.rfftfreq(2 * RATE - 2 * RAMP, 1 / RATE)
    assert spectrum[hz > 2_000 * 2 ** (1 / 3)].max() < 1e-4 * spectrum.max()
