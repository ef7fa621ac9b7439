"""A recording that is quieter gives the same stem, as much quieter."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from audiosep_core.audio.read import read_audio
from audiosep_core.audio.sound import ArraySound
from audiosep_core.cancel import CancelToken
from audiosep_core.engine.backends.torch_backend import TorchBackend
from audiosep_core.engine.geometry import Chunking
from audiosep_core.engine.level import TARGET_RMS_DB, level_gain
from audiosep_core.engine.separator import Separator
from audiosep_core.engine.span import Span
from audiosep_core.errors import Cancelled
from audiosep_core.library.resources import resource
from audiosep_core.types import SeparationOptions

from .backends.networks import BINS, MEL, build
from .gain import GainBackend, GainEncoder, gain_separator, stems_of

RATE = 32_000
AUTO = SeparationOptions(level="auto")


class RandomEncoder(GainEncoder):
    """Conditions of the random networks."""

    condition_size = 16

    def encode(self, prompts: Sequence[str]) -> Tensor:
        return torch.randn(len(prompts), 16, generator=torch.Generator().manual_seed(len(prompts[0])))


class Listener(GainBackend):
    """Keeps the loudest magnitude of every call."""

    def __init__(self) -> None:
        super().__init__()
        self.loudest: list[float] = []

    def run(self, magnitude: Tensor, steering: Sequence[Tensor], parts: int = 1) -> Tensor:
        self.loudest.append(float(magnitude.max()))
        return super().run(magnitude, steering, parts)


def test_linked_channels_are_heard_by_their_rms() -> None:
    """As much power as there is: neither the mean, which a silent channel halves, nor the sum of the waves."""
    mono, listener = strokes(), Listener()
    separator = gain_separator(backend=listener)
    separator.separate(mono, RATE, ["1"])
    separator.separate(np.concatenate([mono, np.zeros_like(mono)], axis=1), RATE, ["1"])
    alone, beside_silence = listener.loudest
    assert beside_silence == pytest.approx(alone / np.sqrt(2), rel=1e-4)


def strokes(seconds: float = 2.0) -> np.ndarray:
    frames = round(seconds * RATE)
    noise = np.random.default_rng(0).normal(0, 0.05, (frames, 1))
    return (noise * (0.2 + (np.arange(frames)[:, None] // 4_000 % 4 == 0))).astype(np.float32)


def relative_db(wanted: np.ndarray, given: np.ndarray) -> float:
    return float(10 * np.log10(np.sum((wanted - given) ** 2) / np.sum(wanted**2)))


def test_the_starter_hears_a_file_40_db_quieter_as_it_is() -> None:
    sound = read_audio(resource("examples", "voice-in-the-rain.flac"))
    audio = sound.samples[sound.rate_hz : 4 * sound.rate_hz]
    separator = Separator.load("starter", "cpu", "torch")
    separator._network.backend = TorchBackend(separator._network._network, torch.device("cpu"))
    queries = ["a person talking"]
    loud, quiet = (
        stems_of(separator, samples.astype(np.float32), sound.rate_hz, queries)[0] for samples in (audio, 0.01 * audio)
    )
    assert np.abs(loud).max() > 0.01
    assert relative_db(loud, 100 * quiet) < -60


@pytest.mark.parametrize("factor", [0.01, 0.3])
def test_one_gain_makes_a_network_that_hears_levels_deaf_to_them(factor: float) -> None:
    audio = strokes()
    network = build(BINS)
    separator = Separator(
        network, RandomEncoder(), torch.device("cpu"), "bins", backend=TorchBackend(network, torch.device("cpu"))
    )
    plain, scaled = (stems_of(separator, x, RATE, ["a"])[0] for x in (audio, factor * audio))
    assert relative_db(plain, scaled / factor) > -60, "it does hear levels"
    plain, scaled = (stems_of(separator, x, RATE, ["a"], options=AUTO)[0] for x in (audio, factor * audio))
    assert relative_db(plain, scaled / factor) < -60


def test_the_gain_is_of_the_whole_source_and_undone_in_the_stem() -> None:
    audio = np.concatenate([0.001 * strokes(6), strokes(6)])
    gain = level_gain(ArraySound(audio, RATE))
    assert gain != pytest.approx(1, abs=0.1)
    short = Chunking(blocks=6, fade_s=0.1, margin_s=0.1, aligned=False)
    heard = []
    for options in (SeparationOptions(), AUTO):
        backend = Listener()
        stem = stems_of(gain_separator(backend=backend, chunks=short), audio, RATE, ["0.5"], options=options)[0]
        np.testing.assert_allclose(stem, 0.5 * audio, atol=1e-6)
        heard.append(np.array(backend.loudest))
    assert len(heard[0]) > 3
    np.testing.assert_allclose(heard[1], gain * heard[0], rtol=1e-4)
    # A stretch of it is given the same.
    backend = Listener()
    stems_of(gain_separator(backend=backend), audio, RATE, ["1"], span=Span(100, 5_000, 0), options=AUTO)
    alone = Listener()
    stems_of(gain_separator(backend=alone), audio, RATE, ["1"], span=Span(100, 5_000, 0))
    assert backend.loudest[0] / alone.loudest[0] == pytest.approx(gain, rel=1e-4)


def test_a_network_that_does_not_hear_levels_is_given_the_sources_own() -> None:
    audio, loudest = 0.01 * strokes(), []
    for options in (SeparationOptions(), AUTO):
        backend = Listener()
        network = build(MEL)
        separator = Separator(network, GainEncoder(), torch.device("cpu"), "mel", backend=backend)
        stems_of(separator, audio, RATE, ["1"], options=options)
        loudest.append(backend.loudest)
    assert loudest[0] == loudest[1]


@given(factor=st.floats(0.002, 1.0), channels=st.integers(1, 3))
@settings(max_examples=20, deadline=None)
def test_the_gain_brings_every_level_to_one(factor: float, channels: int) -> None:
    audio = np.repeat(strokes(), channels, axis=1)
    gain = level_gain(ArraySound(audio, RATE))
    assert level_gain(ArraySound((factor * audio).astype(np.float32), RATE)) * factor == pytest.approx(gain, rel=1e-4)


def test_the_level_is_that_of_what_sounds_and_no_peak_clips() -> None:
    tone = (0.001 * np.sin(np.arange(4 * RATE) * 0.05))[:, None].astype(np.float32)
    rms = 0.001 / np.sqrt(2)
    wanted = 10 ** (TARGET_RMS_DB / 20) / rms
    assert level_gain(ArraySound(tone, RATE)) == pytest.approx(wanted, rel=0.01)
    pauses = np.concatenate([tone, np.zeros((40 * RATE, 1), np.float32)])
    assert level_gain(ArraySound(pauses, RATE)) == pytest.approx(wanted, rel=0.1)
    clicks = tone.copy()
    clicks[::RATE] = 0.5
    assert level_gain(ArraySound(clicks, RATE)) <= 0.9 / 0.5 + 1e-6


def test_silence_has_no_gain_and_a_cancel_is_heard() -> None:
    assert level_gain(ArraySound(np.zeros((RATE, 2), np.float32), RATE)) == 1.0
    assert level_gain(ArraySound(np.zeros((0, 2), np.float32), RATE)) == 1.0
    token = CancelToken()
    token.set()
    with pytest.raises(Cancelled):
        level_gain(ArraySound(strokes(), RATE), token)
