"""Strength: the middle is the stem itself, clean takes away, natural gives back, and cutting changes nothing."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.sound import ArraySound
from audiosep_core.audio.strength import FLOOR, ReshapedSound, context_frames, reshape, window_frames

RATE = 16_000

Samples = NDArray[np.float32]


def scene(seconds: float = 1.0, channels: int = 2, rate: int = RATE) -> tuple[Samples, Samples]:
    """A stem as networks make it (a tone, with a little of the noise left in it), and its mixture."""
    frames = int(seconds * rate)
    time = np.arange(frames)[:, None] / rate
    pan = np.linspace(1.0, 0.3, channels)
    tone = 0.3 * np.sin(2 * np.pi * 440 * time) * np.sin(2 * np.pi * 3 * time) ** 2 * pan
    noise = np.random.default_rng(1).normal(0, 0.1, (frames, channels))
    return (tone + 0.08 * noise).astype(np.float32), (tone + noise).astype(np.float32)


def energy(samples: Samples) -> float:
    return float(np.sum(samples.astype(np.float64) ** 2))


def test_the_middle_is_the_stem_itself() -> None:
    stem, mixture = scene()
    np.testing.assert_array_equal(reshape(stem, mixture, RATE), stem)


def test_it_approaches_the_middle_from_both_sides() -> None:
    stem, mixture = scene()
    for strength in (-1e-4, 1e-4):
        assert energy(reshape(stem, mixture, RATE, strength) - stem) < 1e-6 * energy(stem)


@settings(max_examples=20, deadline=None)
@given(pair=st.tuples(st.floats(-1, 1), st.floats(-1, 1)).map(sorted))
def test_the_cleaner_the_less(pair: list[float]) -> None:
    stem, mixture = scene(0.5)
    natural, clean = (energy(reshape(stem, mixture, RATE, strength)) for strength in pair)
    assert clean <= natural * (1 + 1e-6)


def test_clean_takes_more_of_the_rest_than_of_the_tone() -> None:
    stem, mixture = scene(2.0)
    clean = reshape(stem, mixture, RATE, 1.0)

    def parts(samples: Samples) -> tuple[float, float]:
        spectrum = np.abs(np.fft.rfft(samples[:, 0].astype(np.float64))) ** 2
        frequencies = np.fft.rfftfreq(len(samples), 1 / RATE)
        near = np.abs(frequencies - 440) < 60
        return float(spectrum[near].sum()), float(spectrum[~near].sum())

    (tone_before, noise_before), (tone, noise) = parts(stem), parts(clean)
    assert 10 * np.log10(tone / tone_before) > -1.0
    assert 10 * np.log10(noise / noise_before) < -15.0


def test_natural_keeps_a_floor_of_the_mixture_where_the_stem_is_silent() -> None:
    _, mixture = scene()
    floor = reshape(np.zeros_like(mixture), mixture, RATE, -1.0)
    inside = slice(window_frames(RATE), -window_frames(RATE))
    np.testing.assert_allclose(floor[inside], FLOOR * mixture[inside], atol=1e-6)


def test_a_stem_that_is_the_mixture_stays_at_every_strength() -> None:
    _, mixture = scene()
    for strength in (-1.0, -0.3, 0.4, 1.0):
        np.testing.assert_allclose(reshape(mixture, mixture, RATE, strength), mixture, atol=2e-6)


def test_a_stem_louder_than_its_mixture_is_not_made_louder() -> None:
    _, mixture = scene()
    np.testing.assert_allclose(reshape(3 * mixture, mixture, RATE, -1.0), 3 * mixture, atol=5e-6)


def test_channels_are_linked() -> None:
    """One mask for all: what is panned stays where it is, and a silent channel stays silent."""
    stem, mixture = scene(channels=1)
    gains = np.array([[1.0, 0.25, 0.0]], np.float32)
    clean = reshape(stem * gains, mixture * gains, RATE, 1.0)
    np.testing.assert_allclose(clean, clean[:, :1] * gains, atol=1e-6)


@pytest.mark.parametrize("strength", [-1.0, 0.0, 0.7])
def test_silence_stays_silence(strength: float) -> None:
    silence = np.zeros((5_000, 2), np.float32)
    assert not reshape(silence, silence, RATE, strength, (100, 1_000)).any()


@settings(max_examples=20, deadline=None)
@given(strength=st.floats(-1, 1), down_db=st.sampled_from([20, 40, 60]))
def test_what_is_quieter_comes_out_quieter(strength: float, down_db: int) -> None:
    stem, mixture = scene(0.3)
    gain = np.float32(10 ** (-down_db / 20))
    quiet, loud = reshape(stem * gain, mixture * gain, RATE, strength), reshape(stem, mixture, RATE, strength)
    np.testing.assert_allclose(quiet / gain, loud, atol=1e-5)


@pytest.mark.parametrize("strength", [-1.0, 0.0, 1.0])
def test_outside_of_the_band_there_is_nothing(strength: float) -> None:
    stem, mixture = scene(4.0, 1)
    kept = reshape(stem, mixture, RATE, strength, (300.0, 800.0))
    spectrum = np.abs(np.fft.rfft(kept[:, 0].astype(np.float64) * np.kaiser(len(kept), 20))) ** 2
    frequencies = np.fft.rfftfreq(len(kept), 1 / RATE)
    outside = (frequencies < 260) | (frequencies > 800 * 2 ** (1 / 6))
    assert 10 * np.log10(spectrum[outside].sum() / spectrum.sum()) < -80
    # What the band takes away stays in the rest.
    rest = mixture.astype(np.float64) - kept
    np.testing.assert_allclose((kept + rest).astype(np.float32), mixture, atol=1e-7)


@settings(max_examples=30, deadline=None)
@given(
    cuts=st.lists(st.integers(0, 9_000), max_size=6).map(sorted),
    strength=st.sampled_from([-1.0, -0.4, 0.0, 0.5, 1.0]),
    band=st.sampled_from([None, (200.0, 3_000.0)]),
    offset=st.integers(0, 2_000),
)
def test_it_does_not_matter_how_a_stem_is_cut(
    cuts: list[int], strength: float, band: tuple[float, float] | None, offset: int
) -> None:
    stem, mixture = scene(0.8)
    stem = stem[offset : offset + 9_000]
    sound = ReshapedSound(ArraySound(stem, RATE), ArraySound(mixture, RATE), offset, strength=strength, band_hz=band)
    edges = [0, *cuts, len(stem)]
    pieces = [sound.read(low, high) for low, high in itertools.pairwise(edges)]
    np.testing.assert_allclose(np.concatenate(pieces), sound.read(0, len(stem)), atol=1e-6)


@settings(max_examples=15, deadline=None)
@given(low=st.integers(0, 8_000), length=st.integers(3_000, 8_000), band=st.sampled_from([None, (200.0, 3_000.0)]))
def test_pieces_on_the_grid_of_the_source_agree_inside_of_their_context(
    low: int, length: int, band: tuple[float, float] | None
) -> None:
    stem, mixture = scene(1.0)
    whole = reshape(stem, mixture, RATE, 0.6, band)
    high = min(low + length, len(stem))
    piece = reshape(stem[low:high], mixture[low:high], RATE, 0.6, band, first=low)
    context = context_frames(RATE, band is not None)
    inside = slice(context, len(piece) - context)
    np.testing.assert_allclose(piece[inside], whole[low:high][inside], atol=1e-6)


def test_a_growing_stem_is_settled_where_its_context_is_final(tmp_path: Path) -> None:
    stem, mixture = scene(1.0)
    path = tmp_path / "stem.json"
    with SoundCache.create(path, RATE, 2, len(stem)) as writer, SoundCache.open(path) as reader:
        sound = ReshapedSound(reader, ArraySound(mixture, RATE), strength=-0.5, band_hz=(100.0, 4_000.0))
        writer.write(4_000, stem[4_000:9_000])
        writer.mark_final(4_000, 9_000)
        reader.refresh()
        (settled,) = sound.settled(reader.final)
        early = sound.read(*settled)
        writer.write(0, stem)
        writer.mark_final(0, len(stem))
        reader.refresh()
        np.testing.assert_allclose(early, sound.read(*settled), atol=1e-6)
        assert sound.settled(reader.final) == ((0, len(stem)),)


def test_the_floor_begins_without_a_click() -> None:
    mixture = np.full((RATE, 1), 0.5, np.float32)
    stem = np.zeros((RATE // 2, 1), np.float32)
    sound = ReshapedSound(ArraySound(stem, RATE), ArraySound(mixture, RATE), RATE // 4, strength=-1.0)
    floor = sound.read(0, len(stem))[:, 0]
    assert np.abs(np.diff(floor, prepend=0.0, append=0.0)).max() < 1e-3
    assert floor[len(floor) // 2] == pytest.approx(0.5 * FLOOR, rel=1e-3)


@pytest.mark.parametrize("rate", [1, 8_000, 22_050, 44_100, 48_000, 96_000, 192_000])
def test_windows_of_every_rate_are_about_46_ms(rate: int) -> None:
    frames = window_frames(rate)
    assert frames % 4 == 0
    assert rate == 1 or frames / rate == pytest.approx(0.0464, rel=0.04)
    stem, mixture = scene(0.3, 1, max(rate, 100))
    assert np.isfinite(reshape(stem, mixture, rate, -1.0, (0.0, rate / 3))).all()


def test_stem_and_mixture_must_fit() -> None:
    stem, mixture = scene()
    with pytest.raises(ValueError, match="one shape"):
        reshape(stem[:-1], mixture, RATE)
    with pytest.raises(ValueError, match="rate"):
        ReshapedSound(ArraySound(stem, RATE), ArraySound(mixture, 8_000))
    with pytest.raises(ValueError, match="strength"):
        reshape(stem, mixture, RATE, 1.5)
