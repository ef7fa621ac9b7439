"""The U-Net as an OpenVINO graph, built from its weights: no tracing, no torch inside, any batch and length."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from torch import nn

from audiosep_core.engine.backends.affine import folded, steered_norms
from audiosep_core.engine.backends.openvino_library import openvino
from audiosep_core.model.resunet import DecoderBlock, ResidualBlock, ResUNet

Node = Any


def build(network: ResUNet) -> Any:
    """An `openvino.Model` of `ResUNet.core`.

    Inputs: "x" (batch, channels, frames, bands) as `ResUNet.inputs` makes it, and "affine" (batch, 2, channels of all
    steered normalisations): scales and shifts (`affine.affines`). Output: logits (batch, 1 or 3, frames, bands).
    """
    return openvino().Model(*_Graph(network).parts(), "resunet")


class _Graph:
    def __init__(self, network: ResUNet) -> None:
        self._ops: Any = openvino("openvino.opset13")
        self._network = network

    def parts(self) -> tuple[list[Node], list[Node]]:
        """Outputs and inputs."""
        ops, network = self._ops, self._network
        channels = 2 if network.config.position_channel else 1
        x_in = self._input([-1, channels, -1, network.whole_bands], "x")
        sizes = [norm.norm.num_features for norm in steered_norms(network)]
        affine_in = self._input([-1, 2, sum(sizes)], "affine")
        steering = self._steering(affine_in, sizes)
        x = self._convolve(network.stem, x_in)
        skips = []
        for block, pool in zip(network.encoder, network.config.pools, strict=True):
            x = self._residual(block, x, steering)
            skips.append(x)
            x = ops.avg_pool(x, list(pool), [0, 0], [0, 0], list(pool), exclude_pad=True)
        x = self._residual(network.bottleneck, x, steering)
        for block in network.decoder:
            assert isinstance(block, DecoderBlock)
            x = self._convolve(block.up, self._steered(x, steering))
            x = self._residual(block.block, ops.concat([x, skips.pop()], 1), steering)
        return [self._convolve(network.head, x)], [x_in, affine_in]

    def _input(self, shape: list[int], name: str) -> Node:
        node = self._ops.parameter(shape, np.float32, name=name)
        node.output(0).get_tensor().set_names({name})
        return node

    def _steering(self, affine: Node, sizes: list[int]) -> Iterator[tuple[Node, Node]]:
        """(scale, shift) of each normalisation, (batch, channels, 1, 1)."""
        ops = self._ops
        shape = ops.constant(np.array([0, 2, -1, 1, 1], np.int64))
        halves = ops.split(ops.reshape(affine, shape, special_zero=True), ops.constant(np.int64(1)), 2)
        cut = ops.constant(np.array(sizes, np.int64))
        axis = ops.constant(np.int64(2))
        kinds = [ops.variadic_split(half, axis, cut) for half in halves.outputs()]
        squeezed = ops.constant(np.array([1], np.int64))
        for i, norm in enumerate(steered_norms(self._network)):
            shift = ops.squeeze(kinds[1].output(i), squeezed)
            if self._network.config.film_scale:
                yield ops.squeeze(kinds[0].output(i), squeezed), shift
            else:
                # The same for every query. As a constant it is not rounded to half precision: 1.6 dB nearer to fp32.
                scale = folded(norm.norm)[0].float()[None, :, None, None]
                yield ops.constant(_array(scale)), shift

    def _steered(self, x: Node, steering: Iterator[tuple[Node, Node]]) -> Node:
        ops = self._ops
        scale, shift = next(steering)
        return self._leaky(ops.add(ops.multiply(x, scale), shift))

    def _leaky(self, x: Node) -> Node:
        return self._ops.prelu(x, self._ops.constant(np.array([0.01], np.float32)))

    def _residual(self, block: nn.Module, x: Node, steering: Iterator[tuple[Node, Node]]) -> Node:
        assert isinstance(block, ResidualBlock)
        y = self._convolve(block.conv1, self._steered(x, steering))
        y = self._convolve(block.conv2, self._steered(y, steering))
        return self._ops.add(y, x if block.shortcut is None else self._convolve(block.shortcut, x))

    def _convolve(self, conv: nn.Module, x: Node) -> Node:
        ops = self._ops
        assert isinstance(conv, nn.Conv2d | nn.ConvTranspose2d)
        weight = ops.constant(_array(conv.weight), shared_memory=True)  # the network outlives the graph
        stride = list(conv.stride)
        padding = [int(p) for p in conv.padding]
        if isinstance(conv, nn.ConvTranspose2d):
            y = ops.convolution_backprop_data(x, weight, stride, None, padding, padding, [1, 1])
        else:
            y = ops.convolution(x, weight, stride, padding, padding, [1, 1])
        if conv.bias is None:
            return y
        return ops.add(y, ops.constant(_array(conv.bias)[None, :, None, None]))


def _array(tensor: Any) -> NDArray[np.float32]:
    values: NDArray[np.float32] = tensor.detach().cpu().float().numpy()
    return values
