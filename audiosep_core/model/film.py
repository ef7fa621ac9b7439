"""FiLM: the query embedding turned into one shift (and scale) per channel of every normalisation layer."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn


class Film(nn.Module):
    """All FiLM vectors of a network from one projection (Perez et al. 2018; AudioSep uses shifts only).

    Args:
        condition_size: Length of the query embedding.
        channels: Channels of every steered normalisation, in the order the network consumes them.
        hidden: Width of a two-layer MLP before the projection, 0 for none.
        scale: Predict a scale beside each shift.
    """

    def __init__(self, condition_size: int, channels: Sequence[int], hidden: int, scale: bool) -> None:
        super().__init__()
        self.channels = list(channels)
        self.scale = scale
        width = hidden or condition_size
        self.mlp = (
            nn.Sequential(nn.Linear(condition_size, hidden), nn.GELU(), nn.Linear(hidden, hidden), nn.GELU())
            if hidden
            else nn.Identity()
        )
        self.project = nn.Linear(width, sum(self.channels) * (2 if scale else 1))
        nn.init.xavier_uniform_(self.project.weight)
        nn.init.zeros_(self.project.bias)

    def forward(self, condition: Tensor) -> Tensor:
        """(batch, condition_size) -> (batch, sum of channels, doubled with scale)."""
        out: Tensor = self.project(self.mlp(condition))
        return out

    def split(self, vectors: Tensor) -> list[tuple[Tensor | None, Tensor]]:
        """Cut the output of `forward` into (scale or None, shift) per normalisation, each (batch, channels, 1, 1)."""
        total = sum(self.channels)
        shifts = torch.split(vectors[:, :total, None, None], self.channels, dim=1)
        if not self.scale:
            return [(None, shift) for shift in shifts]
        scales = torch.split(vectors[:, total:, None, None], self.channels, dim=1)
        return list(zip(scales, shifts, strict=True))
