"""Small networks of every kind, and what a real one hears in the bundled examples."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache

import numpy as np
import torch
from torch import Tensor, nn

from audiosep_core.audio.read import read_audio
from audiosep_core.audio.resample import resample
from audiosep_core.library.resources import resource
from audiosep_core.model import load
from audiosep_core.model.config import ModelConfig
from audiosep_core.model.resunet import ResUNet, apply_maps
from audiosep_core.model.waveform import stft
from audiosep_core.query.encoders import load_encoder

MEL = ModelConfig(
    n_fft=256, hop=80, front_end="mel", bands=32, position_channel=True, stem_stride=2, widths=(4, 4, 8, 8),
    pools=((2, 2), (2, 2), (1, 2)), condition_size=16, film_hidden=8, film_scale=True, outputs="mask", encoder="minilm",
)  # fmt: skip
BINS = ModelConfig(n_fft=256, hop=32, widths=(4, 4, 8, 8), pools=((2, 2), (2, 2), (1, 2)), condition_size=16)
CONFIGS = {
    "mel, scale, stride 2, mask": MEL,
    "mel, shift, stride 1, mask": replace(MEL, film_scale=False, film_hidden=0, stem_stride=1),
    "mel, scale, stride 2, phase": replace(MEL, position_channel=False, outputs="mask+phase"),
    "bins, shift, stride 1, phase": BINS,
    "bins, scale, stride 2, mask": replace(BINS, film_scale=True, stem_stride=2, outputs="mask"),
}
FRAMES = 192


@cache
def build(config: ModelConfig) -> ResUNet:
    """Random weights, and statistics of every normalisation that are not those of a fresh one."""
    torch.manual_seed(0)
    network = ResUNet(config)
    with torch.no_grad():
        for module in network.modules():
            if isinstance(module, nn.BatchNorm1d | nn.BatchNorm2d):
                module.running_mean.normal_(0.0, 0.3)
                module.running_var.uniform_(0.5, 2.0)
                module.weight.uniform_(0.5, 1.5)
                module.bias.normal_(0.0, 0.3)
            elif isinstance(module, nn.Linear):
                module.bias.normal_(0.0, 0.1)
    return network.eval()


def example(config: ModelConfig, queries: int, frames: int) -> tuple[Tensor, Tensor]:
    """Magnitudes (queries, frames, bins) and conditions."""
    generator = torch.Generator().manual_seed(frames)
    magnitude = torch.rand(queries, frames, config.bins, generator=generator)
    return magnitude, torch.randn(queries, config.condition_size, generator=generator)


def plain(config: ModelConfig, magnitude: Tensor, conditions: Tensor) -> Tensor:
    """What the network itself says."""
    with torch.no_grad():
        return build(config)(magnitude, conditions)


@cache
def starter() -> ResUNet:
    return load("starter").network


@cache
def real_examples() -> tuple[tuple[Tensor, Tensor], ...]:
    """(magnitude (queries, frames, bins), conditions) of some seconds of each example with its own prompts."""
    loaded = load("starter")
    encoder, config = load_encoder("minilm", loaded), loaded.config
    found = []
    for entry in tomllib.loads(resource("examples", "examples.toml").read_text(encoding="utf-8"))["example"]:
        sound = read_audio(resource("examples", entry["file"]))
        mono = sound.samples.mean(axis=1, keepdims=True, dtype=np.float32)
        samples = resample(mono, sound.rate_hz, config.sample_rate_hz)[: (FRAMES - 1) * config.hop, 0]
        wave = torch.from_numpy(np.ascontiguousarray(samples))[None]
        magnitude = stft(wave, config.n_fft, config.hop, torch.hann_window(config.n_fft)).abs()
        conditions = encoder.encode(entry["prompts"])
        found.append((magnitude.expand(len(conditions), -1, -1).contiguous(), conditions))
    return tuple(found)


def assert_alike(maps: Tensor, reference: Tensor, within: float) -> None:
    """Masks everywhere; rotations as vectors of the length that they had, for that of nothing may point anywhere."""
    assert maps.shape == reference.shape
    torch.testing.assert_close(maps[:, :1], reference[:, :1], atol=within, rtol=0)
    if maps.shape[1] == 3:
        errors = (maps[:, 1:] - reference[:, 1:]).abs().flatten()
        assert float(errors.square().mean().sqrt()) <= 10 * within
        assert float(errors.sort().values[int(0.99 * len(errors))]) <= 3 * within


def snr_db(reference: Tensor, maps: Tensor, magnitude: Tensor) -> float:
    """The worst of the queries."""
    spectrum = magnitude.to(torch.complex64)
    wanted, given = apply_maps(spectrum, reference), apply_maps(spectrum, maps)
    power, error = (each.abs().square().sum(dim=(1, 2)) for each in (wanted, given - wanted))
    return float((10 * torch.log10(power / error)).min())
