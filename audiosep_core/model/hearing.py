"""The hearing network: half a second of sound to a unit vector in the text encoder's space (a small CLAP).

After Wu et al. 2023 (CLAP), with the sigmoid similarities of Zhai et al. 2023 (SigLIP, arXiv 2303.15343): whether a
sound is there is a question of its own for each, since several can be there at once.
"""

from __future__ import annotations

import dataclasses
import json
import math
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from audiosep_core.model.bands import band_weights
from audiosep_core.outside_json import read_json

# What lies further below the level of its surroundings is silence.
_FLOOR = 1e-6
_TINY = 1e-12


@dataclass(frozen=True)
class HearingConfig:
    """Shape of a `HearingNetwork`.

    Attributes:
        sample_rate_hz: Rate it works at.
        n_fft, hop: STFT window (Hann) and hop, in samples.
        bands: Mel-like bands.
        step_frames: STFT frames a vector; a multiple of 8.
        level_frames: Odd; the stretch whose level a frame is measured against.
        widths: Channels of the four convolutions.
        hidden: Channels after the frequencies are folded together.
        blocks: Residual blocks over time. kernel: Their extent, in eighths of the frame rate.
        embedding_size: Of the text encoder.
        encoder: Its name.
    """

    sample_rate_hz: int = 32_000
    n_fft: int = 1024
    hop: int = 500
    bands: int = 64
    step_frames: int = 32
    level_frames: int = 193
    widths: tuple[int, int, int, int] = (32, 64, 128, 192)
    hidden: int = 384
    blocks: int = 2
    kernel: int = 5
    embedding_size: int = 384
    encoder: str = "minilm"

    def __post_init__(self) -> None:
        if self.step_frames % 8 or self.bands % 16 or self.level_frames % 2 == 0 or self.kernel % 2 == 0:
            raise ValueError("step_frames is a multiple of 8, bands of 16; level_frames and kernel are odd")

    @property
    def step_samples(self) -> int:
        """Samples a vector stands for."""
        return self.step_frames * self.hop

    @property
    def step_s(self) -> float:
        """Seconds a vector stands for."""
        return self.step_samples / self.sample_rate_hz

    @property
    def context_steps(self) -> int:
        """Steps at each side that a vector may depend on."""
        # The stem reaches 3 frames, the convolutions behind it a cell of 4, 4, 8 and 8 frames, the blocks theirs of 8.
        reach = 3 + 4 + 4 + 8 + 8 + 8 * self.blocks * (self.kernel // 2)
        return math.ceil((reach + self.level_frames // 2 + 8) / self.step_frames)

    def to_json(self) -> str:
        """Serialise for the metadata of a safetensors file."""
        return json.dumps(dataclasses.asdict(self), sort_keys=True)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> HearingConfig:
        """Build from parsed JSON or TOML. Unknown fields raise TypeError."""
        values = dict(values)
        if "widths" in values:
            one, two, three, four = (int(width) for width in values["widths"])
            values["widths"] = (one, two, three, four)
        return cls(**values)

    @classmethod
    def from_json(cls, text: str) -> HearingConfig:
        """Inverse of `to_json`."""
        return cls.from_dict(read_json(text))


class BandPowers:
    """Sound to the powers that the network hears."""

    def __init__(self, config: HearingConfig) -> None:
        self.config = config
        self._window = torch.hann_window(config.n_fft)
        self._weights = torch.from_numpy(band_weights(config.n_fft // 2 + 1, config.bands, config.sample_rate_hz))

    @property
    def before(self) -> int:
        """Samples that the first window reaches back: frame t is centred on the middle of its hop."""
        return (self.config.n_fft - self.config.hop) // 2

    @property
    def after(self) -> int:
        """Samples that the last window reaches beyond its hop."""
        return self.config.n_fft - self.config.hop - self.before

    def __call__(self, wave: Tensor) -> Tensor:
        """Powers of whole hops.

        Args:
            wave: (channels, before + frames * hop + after) at the network's rate.

        Returns:
            (frames, bands): channels are averaged in power, so that nothing cancels.
        """
        config = self.config
        spectrum = torch.stft(wave, config.n_fft, config.hop, window=self._window, center=False, return_complex=True)
        return spectrum.abs().square().mean(dim=0).T @ self._weights

    def whole(self, wave: Tensor) -> Tensor:
        """Powers of a whole sound (channels, samples), silence around it: (frames, bands), the last hop filled up."""
        missing = -wave.shape[-1] % self.config.hop
        return self(functional.pad(wave, (self.before, missing + self.after)))


class _Convolution(nn.Sequential):
    def __init__(self, inside: int, outside: int, kernel: tuple[int, int], stride: tuple[int, int]) -> None:
        super().__init__(
            nn.Conv2d(inside, outside, kernel, stride, (kernel[0] // 2, kernel[1] // 2), bias=False),
            nn.BatchNorm2d(outside),
            nn.ReLU(),
        )


class _Block(nn.Module):
    """A residual block over time: each channel for itself, then all of a moment (as ConvNeXt, arXiv 2201.03545)."""

    def __init__(self, width: int, kernel: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv1d(width, width, kernel, padding=kernel // 2, groups=width, bias=False),
            nn.BatchNorm1d(width),
            nn.Conv1d(width, 2 * width, 1),
            nn.GELU(),
            nn.Conv1d(2 * width, width, 1),
        )

    def forward(self, x: Tensor) -> Tensor:
        """(batch, width, time), unchanged in shape."""
        result: Tensor = x + self.layers(x)
        return result


class HearingNetwork(nn.Module):
    """Band powers to a unit vector a step.

    The result does not depend on the level: every frame is measured against the level around it.
    """

    centre: Tensor
    habit: Tensor

    def __init__(self, config: HearingConfig, dropout: float = 0.0) -> None:
        super().__init__()
        self.config = config
        one, two, three, four = config.widths
        self.scale_bands = nn.BatchNorm1d(config.bands)
        self.stem = _Convolution(1, one, (7, 5), (4, 2))
        self.second = _Convolution(one, two, (3, 3), (1, 2))
        self.third = _Convolution(two, three, (3, 3), (2, 2))
        self.fourth = _Convolution(three, four, (3, 3), (1, 2))
        self.deepen = _Convolution(four, four, (3, 3), (1, 1))
        self.fold = nn.Conv1d(four * (config.bands // 16), config.hidden, 1, bias=False)
        self.fold_norm = nn.BatchNorm1d(config.hidden)
        self.blocks = nn.Sequential(*(_Block(config.hidden, config.kernel) for _ in range(config.blocks)))
        self.dropout = nn.Dropout(dropout)
        self.project = nn.Linear(config.hidden, config.embedding_size)
        # The middle of all prompts: what they share says nothing.
        self.register_buffer("centre", torch.zeros(config.embedding_size))
        # What it says of any sound at all: a part of its mean vector, taken off before a prompt is compared.
        self.register_buffer("habit", torch.zeros(config.embedding_size))
        self.log_scale = nn.Parameter(torch.tensor(math.log(15.0)))
        self.bias = nn.Parameter(torch.tensor(-5.0))

    def forward(self, powers: Tensor) -> Tensor:
        """Band powers (batch, steps * step_frames, bands) to vectors (batch, steps, embedding_size) of unit length."""
        config = self.config
        total = powers.sum(dim=-1)[:, None]
        level = functional.avg_pool1d(total, config.level_frames, 1, config.level_frames // 2)[:, 0, :, None]
        x = torch.log10(powers / (level + _TINY) + _FLOOR)
        x = self.scale_bands(x.transpose(1, 2)).transpose(1, 2)[:, None]
        x = self.third(self.second(self.stem(x)))
        x = self.fourth(x)
        x = x + self.deepen(x)
        x = x.permute(0, 1, 3, 2).flatten(1, 2)
        x = self.blocks(functional.relu(self.fold_norm(self.fold(x))))
        x = functional.avg_pool1d(x, config.step_frames // 8).transpose(1, 2)
        return functional.normalize(self.project(self.dropout(x)).float(), dim=-1)

    def centred(self, texts: Tensor) -> Tensor:
        """Text embeddings (prompts, embedding_size) as the vectors are compared with them, of unit length."""
        return functional.normalize(texts - self.centre, dim=-1)

    def logits(self, vectors: Tensor, texts: Tensor) -> Tensor:
        """Log odds that each prompt is heard: vectors (..., size), texts (prompts, size) -> (..., prompts)."""
        similar: Tensor = (vectors - self.habit) @ self.centred(texts).T
        return similar * self.log_scale.exp() + self.bias
