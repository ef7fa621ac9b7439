"""Batch normalisation and FiLM as one multiplication and one addition a channel."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from audiosep_core.model.resunet import ResUNet, SteeredNorm


@dataclass(frozen=True)
class Affine:
    """y = x * scale + shift, both (channels,), float32 on the CPU."""

    scale: Tensor
    shift: Tensor


def steered_norms(network: ResUNet) -> list[SteeredNorm]:
    """The steered normalisations, in the order in which the network meets them."""
    order: list[nn.Module] = [*network.encoder, network.bottleneck, *network.decoder]
    return [module for block in order for module in block.modules() if isinstance(module, SteeredNorm)]


def folded(norm: nn.BatchNorm1d | nn.BatchNorm2d) -> tuple[Tensor, Tensor]:
    """A batch normalisation in eval mode as scale and shift, float64 on the CPU."""
    assert norm.running_mean is not None
    assert norm.running_var is not None
    # On the CPU, for Apple's GPU has no float64.
    mean, variance, weight, bias = (
        value.cpu().double() for value in (norm.running_mean, norm.running_var, norm.weight, norm.bias)
    )
    scale = weight / (variance + norm.eps).sqrt()
    return scale, bias - mean * scale


def affines(network: ResUNet, conditions: Tensor) -> list[list[Affine]]:
    """For each condition (queries, condition_size) the affine of every steered normalisation.

    BN then FiLM: (x a + b)(1 + s) + t = x a (1 + s) + b (1 + s) + t, exactly.
    """
    with torch.inference_mode():
        vectors = network.film(conditions.to(network.film.project.weight.device))
        pairs = network.film.split(vectors.cpu().double())
        bases = [folded(norm.norm) for norm in steered_norms(network)]
        queries = []
        for query in range(len(conditions)):
            row = []
            for (scale, shift), (base_scale, base_shift) in zip(pairs, bases, strict=True):
                factor = 1.0 if scale is None else 1.0 + scale[query].flatten()
                row.append(
                    Affine((base_scale * factor).float(), (base_shift * factor + shift[query].flatten()).float())
                )
            queries.append(row)
        return queries
