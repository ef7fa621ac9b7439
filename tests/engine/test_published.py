"""Chunks of the published network beside the whole clip in one pass. On stand-in weights of the full layout."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from audiosep_core.audio.read import read_audio
from audiosep_core.audio.resample import resample
from audiosep_core.audio.sound import ArraySound
from audiosep_core.engine.edges import RAMP_S
from audiosep_core.engine.geometry import Chunking
from audiosep_core.engine.separator import Separator
from audiosep_core.engine.span import Span
from audiosep_core.library.resources import resource
from audiosep_core.model import LoadedModel, load
from audiosep_core.query.clap import ClapEncoder

pytestmark = pytest.mark.parity

RATE = 32_000
BLOCK = 10_240
# Short chunks, so that a few seconds have several: 3.84 s, of which 2.24 s are new.
SHORT = Chunking(blocks=12, fade_s=0.32, margin_s=0.64, aligned=True)


@pytest.fixture(scope="module")
def model(imported_model: Path) -> LoadedModel:
    return load(imported_model)


@pytest.fixture(scope="module")
def condition(model: LoadedModel) -> torch.Tensor:
    return ClapEncoder(model).encode(["rain"])


@pytest.fixture(scope="module")
def mono() -> np.ndarray:
    sound = read_audio(resource("examples", "voice-in-the-rain.flac"))
    return resample(sound.samples.mean(axis=1, keepdims=True, dtype=np.float32), sound.rate_hz, RATE)[: 7 * RATE]


@pytest.fixture(scope="module")
def whole(model: LoadedModel, condition: torch.Tensor, mono: np.ndarray) -> np.ndarray:
    return model.separate_waveform(torch.from_numpy(mono[:, 0])[None, None], condition)[0, 0].numpy()


def run(
    model: LoadedModel, condition: torch.Tensor, audio: np.ndarray, span: Span, chunks: Chunking | None = None
) -> np.ndarray:
    separator = Separator(model.network, ClapEncoder(model), torch.device("cpu"), "stand-in", chunks)
    out = np.full(audio.shape, np.nan, np.float32)

    def keep(start: int, block: np.ndarray) -> None:
        assert np.isnan(out[start : start + block.shape[1]]).all()
        out[start : start + block.shape[1]] = block[0]

    separator.run(ArraySound(audio, RATE), span, condition, keep)
    return out[span.start : span.end]


def snr(reference: np.ndarray, estimate: np.ndarray) -> float:
    return float(10 * np.log10(np.sum(reference**2) / np.sum((reference - estimate) ** 2)))


def test_chunks_give_what_the_whole_clip_gives_without_a_step(
    model: LoadedModel, condition: torch.Tensor, mono: np.ndarray, whole: np.ndarray
) -> None:
    out = run(model, condition, mono, Span(0, len(mono), 3 * RATE), SHORT)[:, 0]
    assert snr(whole, out) > 60
    # A step at a border would stand out of the difference of neighbours there.
    step = SHORT.geometry(model.config, RATE).step
    jumps = np.abs(np.diff(out - whole))
    borders = [border for edge in range(step, len(out), step) for border in (edge - step % BLOCK, edge)]
    near = np.concatenate([jumps[max(border - 400, 0) : border + 400] for border in borders])
    assert float(near.max()) < 1e-3 * float(np.abs(whole).max())


def test_a_stretch_is_what_the_whole_clip_has_there(
    model: LoadedModel, condition: torch.Tensor, mono: np.ndarray, whole: np.ndarray
) -> None:
    """A span that begins off the grid meets the cells of the whole clip all the same."""
    span = Span(2 * RATE + 123, 4 * RATE + 77, 3 * RATE)
    # Its ends inside of the source come and go over ten milliseconds.
    ramp = round(RAMP_S * RATE)
    inside = slice(span.start + ramp, span.end - ramp)
    assert snr(whole[inside], run(model, condition, mono, span)[ramp:-ramp, 0]) > 60


@pytest.mark.parametrize("frames", [1, 500, 1024, 1025, 40_000])
def test_a_clip_of_one_chunk_is_the_whole_clip(
    model: LoadedModel, condition: torch.Tensor, mono: np.ndarray, frames: int
) -> None:
    """Five seconds and less are not silent, and less than one STFT window is no crash, as both are in the reference."""
    clip = mono[RATE : RATE + frames]
    whole = model.separate_waveform(torch.from_numpy(clip[:, 0])[None, None], condition)[0, 0].numpy()
    out = run(model, condition, clip, Span(0, frames, 0))[:, 0]
    assert np.abs(out - whole).max() <= 1e-5 * np.abs(whole).max() + 1e-9
    assert np.abs(out).max() > 0.01 * np.abs(clip).max()


def test_the_network_hears_the_sources_own_level(model: LoadedModel, condition: torch.Tensor, mono: np.ndarray) -> None:
    clip = mono[RATE : RATE + 20_000]
    loud = run(model, condition, clip, Span(0, len(clip), 0))
    quiet = run(model, condition, 0.1 * clip, Span(0, len(clip), 0))
    assert np.abs(loud - 10 * quiet).max() > 1e-3 * np.abs(loud).max()
