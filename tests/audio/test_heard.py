"""A stem as it is heard: the same however it is read, silent outside, whole again with the rest."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.export import PlacedStem, RestItem, StemItem, export
from audiosep_core.audio.heard import HeardStem, open_heard
from audiosep_core.audio.ingest import Heard, analyse
from audiosep_core.audio.peaks import PeakPyramid
from audiosep_core.audio.strength import ReshapedSound, reshape
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioReadError

RATE, OFFSET, FRAMES = 16_000, 5_000, 40_960  # whole blocks of a peak pyramid


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A source of noise and a tone, and a stem of it that holds the tone and some of the noise."""
    folder = tmp_path_factory.mktemp("heard")
    noise = np.random.default_rng(0).normal(0, 0.05, (60_000, 2)).astype(np.float32)
    tone = 0.3 * np.sin(np.arange(60_000) * 2 * np.pi * 880 / RATE).astype(np.float32)[:, None]
    part = slice(OFFSET, OFFSET + FRAMES)
    for name, samples in (("source", noise + tone), ("stem", (0.3 * noise + tone)[part])):
        with SoundCache.create(folder / f"{name}.json", RATE, 2, len(samples)) as cache:
            cache.write(0, samples)
            cache.mark_final(0, len(samples))
    return folder


def heard(folder: Path, strength: float) -> HeardStem:
    return HeardStem.open(folder / "stem.json", folder / "source.json", OFFSET, strength)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    strength=st.sampled_from([-1.0, -0.4, 0.6, 1.0]),
    reads=st.lists(st.tuples(st.integers(-3000, FRAMES), st.integers(1, 30_000)), min_size=1, max_size=5),
)
def test_it_is_the_same_however_it_is_read(folder: Path, strength: float, reads: list[tuple[int, int]]) -> None:
    with SoundCache.open(folder / "stem.json") as stem, SoundCache.open(folder / "source.json") as source:
        whole = ReshapedSound(stem, source, OFFSET, strength=strength).read(0, FRAMES)
    padded = np.concatenate([np.zeros((3000, 2)), whole, np.zeros((30_000, 2))]).astype(np.float32)
    with heard(folder, strength) as sound:
        for start, count in reads:
            np.testing.assert_allclose(
                sound.read(start, start + count), padded[start + 3000 : start + 3000 + count], atol=1e-6
            )


def test_cleaner_leaves_less_of_the_noise_and_more_natural_more(folder: Path) -> None:
    levels = []
    for strength in (1.0, 0.0, -1.0):
        with open_heard(folder / "stem.json", folder / "source.json", OFFSET, strength) as sound:
            block = sound.read(8000, 24_000)
        spectrum = np.abs(np.fft.rfft(block[:, 0] * np.hanning(len(block))))
        levels.append(float(np.sqrt(np.mean(spectrum[4000:] ** 2))))  # above 4 kHz there is no tone
    assert levels[0] < 0.5 * levels[1] < 0.5 * levels[2]


@pytest.mark.parametrize("strength", [-1.0, 1.0])
def test_a_stem_asked_for_in_a_box_stays_in_it_at_every_strength(tmp_path: Path, folder: Path, strength: float) -> None:
    with SoundCache.open(folder / "stem.json") as stem:
        narrow = reshape(stem.read(0, FRAMES), np.zeros((FRAMES, 2), np.float32), RATE, band_hz=(500.0, 2000.0))
    request = {"prompts": ["a tone"], "options": {"band_hz": [500.0, 2000.0]}}
    with SoundCache.create(tmp_path / "box.json", RATE, 2, FRAMES, request) as cache:
        cache.write(0, narrow)
        cache.mark_final(0, FRAMES)
    with HeardStem.open(tmp_path / "box.json", folder / "source.json", OFFSET, strength) as sound:
        block = sound.read(8000, 24_000)
    spectrum = np.abs(np.fft.rfft(block[:, 0] * np.hanning(len(block))))  # 1 Hz a bin
    assert spectrum[850:910].max() > 100, "the tone is in the box"
    assert spectrum[2600:].max() < 1e-2


@pytest.mark.parametrize("strength", [-1.0, -0.3, 0.3, 1.0])
def test_the_edges_of_a_box_are_the_same_at_every_strength(tmp_path: Path, folder: Path, strength: float) -> None:
    band = (300.0, 3000.0)
    with SoundCache.open(folder / "stem.json") as stem, SoundCache.open(folder / "source.json") as source:
        whole, mixture = stem.read(0, FRAMES), source.read(OFFSET, OFFSET + FRAMES)
    narrow = reshape(whole, mixture, RATE, band_hz=band, first=OFFSET)
    at_once = reshape(whole, mixture, RATE, strength, band, first=OFFSET)  # filtered once, after its strength
    request = {"prompts": ["a tone"], "options": {"band_hz": list(band)}}
    with SoundCache.create(tmp_path / "box.json", RATE, 2, FRAMES, request) as cache:
        cache.write(0, narrow)
        cache.mark_final(0, FRAMES)
    with HeardStem.open(tmp_path / "box.json", folder / "source.json", OFFSET, strength) as sound:
        block = sound.read(4000, FRAMES - 4000)

    def level(samples: np.ndarray, hz: float) -> float:
        spectrum = np.abs(np.fft.rfft(samples[:, 0] * np.hanning(len(samples)))) ** 2
        frequencies = np.fft.rfftfreq(len(samples), 1 / RATE)
        return float(10 * np.log10(spectrum[np.abs(frequencies - hz) < 0.02 * hz].mean()))

    for hz in band:
        assert level(block, hz) == pytest.approx(level(at_once[4000:-4000], hz), abs=1.0)


def test_what_is_final_has_its_neighbours_too(tmp_path: Path, folder: Path) -> None:
    with SoundCache.create(tmp_path / "growing.json", RATE, 2, FRAMES) as growing:
        growing.write(0, np.full((20_000, 2), 0.1, np.float32))
        growing.mark_final(0, 20_000)
        with HeardStem.open(tmp_path / "growing.json", folder / "source.json", OFFSET, 1.0) as sound:
            ((first, last),) = sound.final
            assert first == 0
            assert 15_000 < last < 20_000
            assert not sound.complete
            before = sound.read(0, last)
            growing.write(20_000, np.full((FRAMES - 20_000, 2), 0.1, np.float32))
            growing.mark_final(20_000, FRAMES)
            sound.refresh()
            assert sound.complete
            assert sound.final == ((0, FRAMES),)
            np.testing.assert_allclose(sound.read(0, last), before, atol=1e-6)
            assert np.abs(sound.read(20_000, FRAMES)).max() > 0, "not what was read ahead while it was silent"


def test_a_missing_source_closes_what_was_opened(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(AudioReadError):
        HeardStem.open(folder / "stem.json", tmp_path / "none.json", OFFSET, 1.0)


@pytest.mark.parametrize("strength", [-1.0, 0.0, 0.7])
def test_an_export_writes_what_is_heard_and_the_rest_completes_it(
    tmp_path: Path, folder: Path, strength: float
) -> None:
    source, stem = folder / "source.json", folder / "stem.json"
    items = [
        StemItem(stem, "stem", source, OFFSET, strength),
        RestItem(source, 0, 60_000, (PlacedStem(stem, OFFSET, strength),), "rest"),
    ]
    export(tmp_path, items, on_progress=lambda done, total: None, cancel=CancelToken())
    written, _ = soundfile.read(tmp_path / "stem.wav", dtype="float32")
    rest, _ = soundfile.read(tmp_path / "rest.wav", dtype="float32")
    with open_heard(stem, source, OFFSET, strength) as sound, SoundCache.open(source) as original:
        np.testing.assert_allclose(written, sound.read(0, FRAMES), atol=1e-6)
        rest[OFFSET : OFFSET + FRAMES] += written
        np.testing.assert_allclose(rest, original.read(0, 60_000), atol=1e-6)


def test_what_is_drawn_is_what_is_heard(tmp_path: Path, folder: Path) -> None:
    for name in ("stem.json", "stem.f32"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    analyse(tmp_path / "stem.json", CancelToken(), Heard(folder / "source.json", OFFSET, 1.0))
    _, _, rms = PeakPyramid.open(tmp_path / "stem.peaks").view(0, FRAMES, 20)
    with heard(folder, 1.0) as sound:
        expected = np.sqrt(np.mean(sound.read(0, FRAMES).reshape(20, -1, 2) ** 2, axis=1)).T
    np.testing.assert_allclose(rms, expected, rtol=0.05)
