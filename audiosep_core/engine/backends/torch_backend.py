"""The network in torch, on any device: normalisation and FiLM folded, channels last, any precision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from audiosep_core.engine.backends.affine import Affine, affines
from audiosep_core.engine.backends.backend import Precision
from audiosep_core.engine.backends.parts import in_parts
from audiosep_core.model.resunet import DecoderBlock, ResidualBlock, ResUNet

DTYPES = {"fp32": torch.float32, "bf16": torch.bfloat16, "fp16": torch.float16}


@dataclass(frozen=True)
class _Layer:
    """A steered normalisation of one query or several: scale and shift, (queries, channels, 1, 1).

    `weight` is the convolution before it with the scale inside, for one query whose shift is then its bias.
    """

    scale: Tensor
    shift: Tensor
    weight: Tensor | None


class TorchBackend:
    """Eager torch. On processors queries run one by one, which is as fast and takes less memory; elsewhere together."""

    kind = "torch"

    def __init__(
        self, network: ResUNet, device: torch.device, precision: Precision = "fp32", together: bool | None = None
    ) -> None:
        """Whether queries run `together` is the device's choice where it is None."""
        self.device = device
        self.precision: Precision = precision
        self._dtype = DTYPES[precision]
        self._network = network.to(device)
        self._one_by_one = device.type == "cpu" if together is None else not together
        # In the order of the steered normalisations; None before those that follow no convolution of their own.
        self._before: list[nn.Conv2d | None] = []
        for block in (*network.encoder, network.bottleneck, *network.decoder):
            if isinstance(block, DecoderBlock):
                self._before += [None, None, block.block.conv1]
            elif isinstance(block, ResidualBlock):
                self._before += [None, block.conv1]
        self._weights: dict[nn.Module, Tensor] = {}
        self._biases: dict[nn.Module, Tensor] = {}
        # Without scales in its FiLM a network's folded convolutions are the same for every query.
        self._shared: dict[nn.Module, Tensor] | None = None if network.config.film_scale else {}
        for module in network.modules():
            if isinstance(module, nn.Conv2d | nn.ConvTranspose2d) and module not in self._folding:
                self._weights[module] = self._cast(module.weight)
                if module.bias is not None:
                    self._biases[module] = self._cast(module.bias)

    @property
    def _folding(self) -> set[nn.Module]:
        """Convolutions whose weights are folded with what follows."""
        return {conv for conv in self._before if conv is not None} if self._one_by_one else set()

    def _cast(self, weight: Tensor) -> Tensor:
        weight = weight.detach().to(self.device, self._dtype)
        return weight.contiguous(memory_format=torch.channels_last) if weight.ndim == 4 else weight

    def steer(self, conditions: Tensor) -> list[list[_Layer]]:
        """See `Backend`."""
        with torch.inference_mode():
            return [
                [self._layer(affine, conv) for affine, conv in zip(query, self._before, strict=True)]
                for query in affines(self._network, conditions)
            ]

    def _layer(self, affine: Affine, conv: nn.Conv2d | None) -> _Layer:
        scale, shift = (self._cast(value)[None, :, None, None] for value in (affine.scale, affine.shift))
        if conv is None or not self._one_by_one:
            return _Layer(scale, shift, None)
        if self._shared is not None and conv in self._shared:
            return _Layer(scale, shift, self._shared[conv])
        weight = self._cast(conv.weight * affine.scale.to(self.device)[:, None, None, None])
        if self._shared is not None:
            self._shared[conv] = weight
        return _Layer(scale, shift, weight)

    def run(self, magnitude: Tensor, steering: Sequence[list[_Layer]], parts: int = 1) -> Tensor:
        """See `Backend`."""
        with torch.inference_mode():
            magnitude = magnitude.to(self.device)
            if self._one_by_one:
                each = [self._maps(magnitude[i : i + 1], layers, parts) for i, layers in enumerate(steering)]
                return torch.cat(each)
            stacked = [
                _Layer(torch.cat([layer.scale for layer in at]), torch.cat([layer.shift for layer in at]), None)
                for at in zip(*steering, strict=True)
            ]
            return self._maps(magnitude, stacked, parts)

    def _maps(self, magnitude: Tensor, layers: list[_Layer], parts: int) -> Tensor:
        network = self._network
        x, cell = network.inputs(magnitude), network.config.time_multiple
        return network.maps(in_parts(x, parts, cell, lambda part: self._core(part, layers)), magnitude.shape[1])

    def _core(self, x: Tensor, layers: list[_Layer]) -> Tensor:
        network, steering = self._network, iter(layers)
        x = x.to(self._dtype).contiguous(memory_format=torch.channels_last)
        x = self._convolve(network.stem, x)
        skips = []
        for block, pool in zip(network.encoder, network.config.pools, strict=True):
            x = self._residual(block, x, steering)
            skips.append(x)
            x = functional.avg_pool2d(x, pool)
        x = self._residual(network.bottleneck, x, steering)
        for block in network.decoder:
            assert isinstance(block, DecoderBlock)
            x = self._convolve(block.up, _steered(x, next(steering)))
            x = self._residual(block.block, torch.cat([x, skips.pop()], dim=1), steering)
        return self._convolve(network.head, x)

    def _residual(self, block: nn.Module, x: Tensor, steering: Iterator[_Layer]) -> Tensor:
        assert isinstance(block, ResidualBlock)
        inner, second = _steered(x, next(steering)), next(steering)
        if second.weight is not None:
            y = functional.conv2d(inner, second.weight, second.shift.flatten(), padding=1)
            functional.leaky_relu_(y, 0.01)
        else:
            y = _steered(self._convolve(block.conv1, inner), second)
        y = self._convolve(block.conv2, y)
        return y.add_(x if block.shortcut is None else self._convolve(block.shortcut, x))

    def _convolve(self, conv: nn.Module, x: Tensor) -> Tensor:
        weight, bias = self._weights[conv], self._biases.get(conv)
        if isinstance(conv, nn.ConvTranspose2d):
            return functional.conv_transpose2d(x, weight, bias, conv.stride, conv.padding)  # type: ignore[arg-type]
        assert isinstance(conv, nn.Conv2d)
        return functional.conv2d(x, weight, bias, conv.stride, conv.padding)


def _steered(x: Tensor, layer: _Layer) -> Tensor:
    return functional.leaky_relu_(torch.addcmul(layer.shift, x, layer.scale), 0.01)
