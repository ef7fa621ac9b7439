"""What goes in comes out: rate, channels and length, and stems and rest sum to the source."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from audiosep_core.audio.read import read_audio
from audiosep_core.engine.files import FileOptions, SeparatedFiles, separate_file
from audiosep_core.engine.separator import Separator
from audiosep_core.types import Progress, SeparationOptions

from .identity import IdentitySeparator, stems

SHAPES = [(8_000, 1), (44_100, 2), (48_000, 6), (96_000, 2), (192_000, 1), (11_025, 2), (37_800, 1)]
EIGHT = tuple("abcdefgh")


@pytest.fixture(scope="module")
def separator(tiny_model: Path) -> Separator:
    return Separator.load(str(tiny_model), "cpu")


def sound(rate: int, channels: int, seconds: float = 1.3) -> NDArray[np.float32]:
    frames = int(seconds * rate) + 1
    time = np.arange(frames)[:, None] / rate
    tones = 0.4 * np.sin(2 * np.pi * np.linspace(200, 700, channels) * time)
    return (tones + np.random.default_rng(0).normal(0, 0.1, (frames, channels))).astype(np.float32)


def null_db(files: SeparatedFiles, source: NDArray[np.float32]) -> float:
    """The loudest sample of stems + rest - source, in dB of full scale."""
    assert files.rest is not None
    parts = [read_audio(path).samples.astype(np.float64) for path in (*(path for _, path in files.stems), files.rest)]
    return float(20 * np.log10(np.abs(sum(parts) - source).max() + 1e-30))


@pytest.mark.parametrize(("rate", "channels"), SHAPES)
@pytest.mark.parametrize("suffix", ["wav", "flac"])
def test_rate_channels_and_length_are_those_of_the_source(
    separator: Separator, tmp_path: Path, rate: int, channels: int, suffix: str
) -> None:
    path = tmp_path / f"in.{suffix}"
    samples = sound(rate, channels)
    soundfile.write(path, samples, rate, subtype="FLOAT" if suffix == "wav" else "PCM_24")
    files = separate_file(path, ["a dog"], tmp_path / "out", separator, FileOptions(rest=True))
    for written in (files.stems[0][1], files.rest):
        info = soundfile.info(str(written))
        assert (info.samplerate, info.channels, info.frames) == (rate, channels, len(samples))
    assert null_db(files, read_audio(path).samples) < -120


@pytest.mark.parametrize("prompts", [EIGHT[:1], EIGHT])
def test_stems_and_rest_sum_to_the_source(separator: Separator, tmp_path: Path, prompts: tuple[str, ...]) -> None:
    path, samples = tmp_path / "in.wav", sound(44_100, 2, 3.0)
    soundfile.write(path, samples, 44_100, subtype="FLOAT")
    files = separate_file(path, prompts, tmp_path / "out", separator, FileOptions(rest=True))
    assert len(files.stems) == len(prompts)
    assert null_db(files, samples) < -120


@pytest.mark.parametrize(
    "options",
    [
        SeparationOptions(channels="independent"),
        SeparationOptions(against=("music",)),
        SeparationOptions(compete=False, above_band=False),
        SeparationOptions(strength=1.0, band_hz=(200.0, 2_000.0)),
        SeparationOptions(strength=-1.0, level="auto"),
    ],
)
@pytest.mark.parametrize("suffix", ["wav", "flac"])
def test_the_sum_holds_whatever_is_asked_for(
    separator: Separator, tmp_path: Path, options: SeparationOptions, suffix: str
) -> None:
    path = tmp_path / f"in.{suffix}"
    soundfile.write(path, sound(44_100, 2, 2.0), 44_100)
    asked = FileOptions(rest=True, start_s=0.3, end_s=1.7, separation=options)
    files = separate_file(path, EIGHT[:2], tmp_path / "out", separator, asked)
    source = read_audio(path).samples[round(0.3 * 44_100) : round(1.7 * 44_100)]
    assert null_db(files, source) < -120


def test_a_job_taken_up_again_gives_what_it_would_have_given(separator: Separator, tmp_path: Path) -> None:
    path = tmp_path / "in.flac"
    soundfile.write(path, sound(8_000, 2, 40.0), 8_000)
    keep = FileOptions(rest=True, keep_partial=True)
    at_once = separate_file(path, EIGHT[:2], tmp_path / "once", separator, FileOptions(rest=True))
    chunks = []

    def stop_after_the_third(progress: Progress) -> None:
        chunks.append(progress)
        if progress.done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        separate_file(path, EIGHT[:2], tmp_path / "twice", separator, keep, stop_after_the_third)
    assert chunks[-1].total > 3
    chunks.clear()
    taken_up = separate_file(path, EIGHT[:2], tmp_path / "twice", separator, keep, chunks.append)
    assert chunks[0].done > 1
    for (_, first), (_, second) in zip(at_once.stems, taken_up.stems, strict=True):
        np.testing.assert_allclose(read_audio(second).samples, read_audio(first).samples, atol=1e-6)
    assert null_db(taken_up, read_audio(path).samples) < -120


@pytest.mark.parametrize("suffix", ["wav", "flac", "aiff", "ogg", "mp3"])
@pytest.mark.parametrize("keep", [False, True])
def test_every_way_in_gives_the_very_samples(tmp_path: Path, suffix: str, keep: bool) -> None:
    """Read where it lies, decoded meanwhile, decoded before, or kept for later."""
    path = tmp_path / f"in.{suffix}"
    soundfile.write(path, sound(44_100, 2, 4.0), 44_100)
    source = read_audio(path).samples
    options = FileOptions(rest=True, start_s=0.5, keep_partial=keep)
    files = separate_file(path, EIGHT[:2], tmp_path / "out", IdentitySeparator(0.7), options)
    expected = stems(source[22_050:], 2)
    for (_, written), stem in zip(files.stems, expected, strict=True):
        np.testing.assert_array_equal(read_audio(written).samples, stem)
    assert null_db(files, source[22_050:]) < -120
