"""The separation network: a FiLM-steered residual U-Net from an STFT magnitude to mask (and phase rotation) maps.

One class serves the published AudioSep layout (arXiv 2308.05037; ResUNet of Kong et al. 2021) and the narrow
starter: `ModelConfig` says which.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import torch
from torch import Tensor, nn
from torch.nn import functional

from audiosep_core.model.bands import band_weights
from audiosep_core.model.config import ModelConfig
from audiosep_core.model.film import Film

Steering = Iterator[tuple[Tensor | None, Tensor]]


class SteeredNorm(nn.Module):
    """Batch normalisation, FiLM and leaky ReLU, in this order."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.norm = nn.BatchNorm2d(channels)

    def forward(self, x: Tensor, steering: Steering) -> Tensor:
        """(batch, channels, frames, bands) to the same shape; takes the next FiLM vectors."""
        scale, shift = next(steering)
        x = self.norm(x)
        if torch.is_grad_enabled():
            x = x + shift if scale is None else x * (1.0 + scale) + shift
            return functional.leaky_relu(x, 0.01)
        # The same in the normalisation's own memory: these tensors are most of what a separation takes.
        x = x.add_(shift) if scale is None else x.mul_(1.0 + scale).add_(shift)
        return functional.leaky_relu_(x, 0.01)


class ResidualBlock(nn.Module):
    """Two pre-activated 3x3 convolutions with a shortcut."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.norm1 = SteeredNorm(inputs)
        self.conv1 = nn.Conv2d(inputs, outputs, 3, padding=1, bias=False)
        self.norm2 = SteeredNorm(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, padding=1, bias=False)
        self.shortcut = nn.Conv2d(inputs, outputs, 1) if inputs != outputs else None

    def forward(self, x: Tensor, steering: Steering) -> Tensor:
        """(batch, inputs, frames, bands) -> (batch, outputs, frames, bands)."""
        # Nested, so that no name keeps a tensor that is done with.
        y: Tensor = self.conv2(self.norm2(self.conv1(self.norm1(x, steering)), steering))
        shortcut = x if self.shortcut is None else self.shortcut(x)
        return y + shortcut if torch.is_grad_enabled() else y.add_(shortcut)


class DecoderBlock(nn.Module):
    """Upsampling by a transposed convolution, the skip connection, a residual block."""

    def __init__(self, inputs: int, outputs: int, scale: tuple[int, int]) -> None:
        super().__init__()
        self.norm = SteeredNorm(inputs)
        self.up = nn.ConvTranspose2d(inputs, outputs, scale, stride=scale, bias=False)
        self.block = ResidualBlock(2 * outputs, outputs)

    def forward(self, x: Tensor, skips: list[Tensor], steering: Steering) -> Tensor:
        """Upsampled x joined with the last of `skips`, which is taken off: (batch, ., frames, bands) -> outputs."""
        joined = torch.cat([self.up(self.norm(x, steering)), skips.pop()], dim=1)
        out: Tensor = self.block(joined, steering)
        return out


class ResUNet(nn.Module):
    """Maps of one query over an STFT magnitude.

    Shapes: magnitude (batch, frames, bins) float32, condition (batch, condition_size); the maps are
    (batch, 1 or 3, frames, bins): mask in [0, 1], then cosine and sine of the phase rotation.
    """

    spread: Tensor
    pool: Tensor

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.config = config
        mel = config.front_end == "mel"
        bands = config.bands if mel else config.bins
        self.band_norm = nn.BatchNorm1d(bands)
        if mel:
            spread = torch.from_numpy(band_weights(config.bins, bands, config.sample_rate_hz))
            self.register_buffer("spread", spread, persistent=False)
            self.register_buffer("pool", spread / spread.sum(dim=0, keepdim=True), persistent=False)
        widths = config.widths
        channels = 2 if config.position_channel else 1
        if config.stem_stride == 2:
            self.stem: nn.Module = nn.Conv2d(channels, widths[0], 4, stride=2, padding=1)
            self.head: nn.Module = nn.ConvTranspose2d(widths[1], config.output_maps, 4, stride=2, padding=1)
        else:
            self.stem = nn.Conv2d(channels, widths[0], 1)
            self.head = nn.Conv2d(widths[1], config.output_maps, 1)
        self.encoder = nn.ModuleList(ResidualBlock(a, b) for a, b in itertools.pairwise(widths))
        self.bottleneck = ResidualBlock(widths[-1], widths[-1])
        # Each decoder block mirrors an encoder block and joins that block's output, before its pooling.
        self.decoder = nn.ModuleList()
        inputs = widths[-1]
        for skip, scale in zip(widths[:0:-1], config.pools[::-1], strict=True):
            self.decoder.append(DecoderBlock(inputs, skip, scale))
            inputs = skip
        self.film = Film(config.condition_size, self._steered_channels(), config.film_hidden, config.film_scale)
        self._initialise()

    def _steered_channels(self) -> list[int]:
        """Channels of every `SteeredNorm` in the order `forward` meets them."""
        order: list[nn.Module] = [*self.encoder, self.bottleneck, *self.decoder]
        return [
            module.norm.num_features for block in order for module in block.modules() if isinstance(module, SteeredNorm)
        ]

    def _initialise(self) -> None:
        for module in self.modules():
            if isinstance(module, nn.Conv2d | nn.ConvTranspose2d):
                nn.init.xavier_uniform_(module.weight)
                if module.bias is not None:
                    nn.init.zeros_(module.bias)

    def features(self, magnitude: Tensor) -> Tensor:
        """What the U-Net sees: (batch, frames, bins) -> (batch, channels, frames, bands), not yet padded.

        The mel front end divides the powers by their mean, so that a gain on the input changes nothing.
        """
        config = self.config
        if config.front_end == "mel":
            power = magnitude.square() @ self.pool
            level = power.mean(dim=(1, 2), keepdim=True).clamp_min(1e-20)
            magnitude = torch.log10(power / level + 1e-6)
        x = self.band_norm(magnitude.transpose(1, 2)).transpose(1, 2)
        x = x[:, None]
        if config.position_channel:
            position = torch.linspace(-1.0, 1.0, x.shape[-1], device=x.device, dtype=x.dtype)
            x = torch.cat([x, position.expand(x.shape)], dim=1)
        features: Tensor = x
        return features

    def forward(self, magnitude: Tensor, condition: Tensor) -> Tensor:
        """Maps for each magnitude under its own condition."""
        vectors: Tensor = self.film(condition)
        return self.steer(magnitude, vectors)

    def steer(self, magnitude: Tensor, vectors: Tensor) -> Tensor:
        """Like `forward`, with the FiLM vectors computed once by `self.film(condition)`."""
        return self.maps(self.core(self.inputs(magnitude), vectors), magnitude.shape[1])

    def inputs(self, magnitude: Tensor) -> Tensor:
        """What `core` takes: the features in float32, padded or cropped to a whole number of the U-Net's cells."""
        with torch.autocast(device_type=magnitude.device.type, enabled=False):
            x = self.features(magnitude.float())
        # The published network drops the Nyquist bin to have a whole number of cells.
        whole = self.whole_bands
        return functional.pad(x[..., :whole], (0, 0, 0, -x.shape[2] % self.config.time_multiple))

    @property
    def whole_bands(self) -> int:
        """Bands (or bins) that the U-Net sees: a whole number of its cells."""
        bands = self.band_norm.num_features
        return bands - bands % self.config.frequency_multiple

    def core(self, x: Tensor, vectors: Tensor) -> Tensor:
        """The U-Net proper: `inputs` (batch, channels, frames, bands) to logits (batch, 1 or 3, frames, bands)."""
        steering = iter(self.film.split(vectors))
        x = self.stem(x)
        skips = []
        for block, pool in zip(self.encoder, self.config.pools, strict=True):
            x = block(x, steering)
            skips.append(x)
            x = functional.avg_pool2d(x, pool)
        x = self.bottleneck(x, steering)
        for block in self.decoder:
            x = block(x, skips, steering)
        logits: Tensor = self.head(x)
        return logits

    def maps(self, logits: Tensor, frames: int) -> Tensor:
        """From the logits of `core`, mask (and rotation) of `frames` frames: (batch, 1 or 3, frames, bins)."""
        bands = self.band_norm.num_features
        logits = functional.pad(logits[:, :, :frames].float(), (0, bands - self.whole_bands))
        with torch.autocast(device_type=logits.device.type, enabled=False):
            return self._maps(logits)

    def _maps(self, logits: Tensor) -> Tensor:
        mask = torch.sigmoid(logits[:, :1])
        if self.config.outputs == "mask":
            maps = mask
        else:
            rotation = torch.tanh(logits[:, 1:])
            length = rotation.square().sum(dim=1, keepdim=True).clamp_min(1e-20).sqrt()
            maps = torch.cat([mask, rotation / length], dim=1)
        if self.config.front_end == "mel":
            maps = maps @ self.spread.T
        return maps


def apply_maps(spectrum: Tensor, maps: Tensor) -> Tensor:
    """Masked and rotated spectrum: complex (batch, frames, bins) from maps (batch, 1 or 3, frames, bins)."""
    masked = spectrum * maps[:, 0]
    if maps.shape[1] == 1:
        return masked
    return masked * torch.complex(maps[:, 1], maps[:, 2])
