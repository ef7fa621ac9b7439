"""Spectrum: the same from any blocks, tones where they belong, at every zoom."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiosep_core.audio.spectrum import BANDS, SpectrumPyramid, hz_to_mel, mel_to_hz, to_db

from .conftest import Sound, make_sound


def build(sound: Sound, rate_hz: int = 44100) -> SpectrumPyramid:
    spectrum = SpectrumPyramid(rate_hz, sound.shape[1])
    spectrum.add(sound)
    return spectrum


@settings(max_examples=20, deadline=None)
@given(sizes=st.lists(st.integers(0, 30000), max_size=8), saves=st.booleans())
def test_the_file_does_not_depend_on_the_blocks(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int], saves: bool
) -> None:
    folder = tmp_path_factory.mktemp("spectrum")
    sound = make_sound(sum(sizes) + 777, 2)
    build(sound).save(folder / "whole")
    spectrum, start = SpectrumPyramid(44100, 2), 0
    for size in [*sizes, 777]:
        spectrum.add(sound[start : start + size])
        start += size
        if saves:
            spectrum.save(folder / "blocks")
    spectrum.save(folder / "blocks")
    assert (folder / "whole").read_bytes() == (folder / "blocks").read_bytes()


@pytest.mark.parametrize("rate_hz", [8000, 44100, 48000, 96000, 192000])
@pytest.mark.parametrize("share", [0.03, 0.2, 0.8])
def test_a_full_scale_tone_is_0_db_in_its_band(rate_hz: int, share: float) -> None:
    hz = share * rate_hz / 2
    time = np.arange(rate_hz) / rate_hz
    spectrum = build(np.sin(2 * np.pi * hz * time).astype(np.float32)[:, None], rate_hz)
    assert spectrum.hop / rate_hz < 0.07
    column = spectrum.view(0, rate_hz, 9)[:, 4]
    loudest = int(column.argmax())
    resolution = 2 * rate_hz / spectrum.fft
    assert spectrum.band_hz(loudest) - resolution <= hz <= spectrum.band_hz(loudest + 1) + resolution
    # A tone between two bands or bins lies a little lower in each of them.
    assert -5 < to_db(int(column.max())) <= 0
    far = np.abs(np.arange(BANDS) - loudest) > 100
    assert to_db(int(column[far].max(initial=0))) < -60


def test_no_band_is_black_under_noise() -> None:
    noise = np.random.default_rng(0).normal(0, 0.1, (44100, 1)).astype(np.float32)
    for rate_hz in (8000, 44100, 192000):
        assert build(noise, rate_hz).view(0, 44100, 1).min() > 100


def test_silence_is_0_and_outside_is_0() -> None:
    assert not build(np.zeros((20000, 2), np.float32)).view(0, 20000, 30).any()
    spectrum = build(make_sound(20000, 1))
    assert not spectrum.view(-9000, -1, 20).any()
    assert not spectrum.view(21000, 40000, 20).any()
    assert spectrum.view(3, 3, 4).shape == (BANDS, 4)


def test_opposite_channels_do_not_cancel() -> None:
    sound = make_sound(30000, 1)
    both = np.concatenate([sound, -sound], axis=1)
    difference = build(both).view(0, 30000, 20).astype(int) - build(sound).view(0, 30000, 20)
    assert np.abs(difference).max() <= 1


@settings(max_examples=30, deadline=None)
@given(click=st.integers(0, 299_999), columns=st.integers(1, 900))
def test_a_click_is_seen_at_every_zoom_and_nowhere_else(click: int, columns: int) -> None:
    sound = np.zeros((300_000, 1), np.float32)
    sound[click] = 1
    spectrum = build(sound)
    picture = spectrum.view(0, 300_000, columns)
    step = 300_000 / columns
    assert picture[:, min(columns - 1, int(click / step))].max() > 100
    lit = np.flatnonzero(picture.max(axis=0))
    reach = spectrum.fft + max(step, spectrum.hop)
    assert ((lit + 1) * step >= click - reach).all()
    assert (lit * step <= click + reach).all()


def test_growing_file_is_followed(tmp_path: Path) -> None:
    sound = make_sound(44100, 1)
    writer = SpectrumPyramid(44100, 1)
    writer.save(tmp_path / "a.spectrum")
    reader = SpectrumPyramid.open(tmp_path / "a.spectrum")
    assert (reader.hop, reader.rate_hz, reader.bands, reader.top_hz) == (512, 44100, 256, 22050)
    for _ in range(60):
        writer.add(sound)
        writer.save(tmp_path / "a.spectrum")
    reader.refresh()
    assert reader.frames == writer.frames
    for end in (20000, writer.frames):
        np.testing.assert_array_equal(reader.view(0, end, 77), writer.view(0, end, 77))
    expected = build(np.tile(sound, (60, 1))).view(0, reader.frames, 500)
    np.testing.assert_array_equal(reader.view(0, reader.frames, 500), expected)


@given(hz=st.floats(0, 96000))
def test_mel_and_back(hz: float) -> None:
    assert mel_to_hz(hz_to_mel(hz)) == pytest.approx(hz, abs=1e-6)


def test_axis_helpers() -> None:
    spectrum = SpectrumPyramid(48000, 1)
    assert spectrum.band_hz(0) == 0
    assert spectrum.band_hz(BANDS) == pytest.approx(24000)
    assert to_db(0) == -120
    assert to_db(255) == pytest.approx(0)
    np.testing.assert_allclose(mel_to_hz(hz_to_mel(np.array([0.0, 440.0]))), [0, 440], atol=1e-9)
