"""The published way to run the published network: each operation on its own, in float32, over the whole clip at once.

As AudioSep's models/resunet.py has it (BatchNorm, then a shift, then leaky ReLU in place, then the convolution; nothing
folded, no memory used again), on this program's modules, with `torch.stft` in the place of its convolutions.
"""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor
from torch.nn import functional

from audiosep_core.model.resunet import ResidualBlock, ResUNet, SteeredNorm, apply_maps
from audiosep_core.model.waveform import istft, stft


def separate_whole(network: ResUNet, mixture: Tensor, condition: Tensor) -> Tensor:
    """Mono mixture (frames,) at the network's rate, one condition (1, size): the estimate, (frames,)."""
    config = network.config
    window = torch.hann_window(config.n_fft)
    with torch.no_grad():
        spectrum = stft(mixture[None], config.n_fft, config.hop, window)
        x = network.inputs(spectrum.abs())
        maps = network.maps(_core(network, x, network.film(condition)), spectrum.shape[1])
        return istft(apply_maps(spectrum, maps), config.n_fft, config.hop, window, len(mixture))[0]


def _core(network: ResUNet, x: Tensor, vectors: Tensor) -> Tensor:
    shifts = iter([shift for _, shift in network.film.split(vectors)])
    x = network.stem(x)
    skips = []
    for block, pool in zip(network.encoder, network.config.pools, strict=True):
        x = _residual(block, x, shifts)  # type: ignore[arg-type]
        skips.append(x)
        x = functional.avg_pool2d(x, pool)
    x = _residual(network.bottleneck, x, shifts)
    for block in network.decoder:
        x = block.up(_steered(block.norm, x, shifts))  # type: ignore[arg-type,operator]
        x = torch.cat([x, skips.pop()], dim=1)
        x = _residual(block.block, x, shifts)  # type: ignore[arg-type]
    return network.head(x)


def _residual(block: ResidualBlock, x: Tensor, shifts: Iterator[Tensor]) -> Tensor:
    y = block.conv1(_steered(block.norm1, x, shifts))
    y = block.conv2(_steered(block.norm2, y, shifts))
    return y + (x if block.shortcut is None else block.shortcut(x))


def _steered(norm: SteeredNorm, x: Tensor, shifts: Iterator[Tensor]) -> Tensor:
    return functional.leaky_relu_(norm.norm(x) + next(shifts), 0.01)
