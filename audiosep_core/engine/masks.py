"""From a network's maps of several queries to what each query gets of every cell."""

from __future__ import annotations

import torch
from torch import Tensor

# Below the square of any mask that is heard.
_EPSILON = 1e-20


def compete(maps: Tensor) -> Tensor:
    """Share out what several queries claim: what two claim is not in both.

    A mask m is what a query claims of a cell's magnitude. What all claim together, at most the whole cell, is parted
    in the ratio of the claims' powers, as Wiener's filter parts powers: w_i = min(1, sum m_j) m_i^2 / sum m_j^2. The
    shares of a cell sum to no more than one, and a query that is alone keeps what it has.

    Args:
        maps: (queries, channels or 1, 1 or 3, frames, bins); only the masks change, rotations are left.

    Returns:
        The same shape.
    """
    masks = maps[:, :, :1]
    power = masks.square()
    claimed = masks.sum(dim=0, keepdim=True).clamp_max(1.0)
    shares = power / power.sum(dim=0, keepdim=True).clamp_min(_EPSILON) * claimed
    return torch.cat([shares, maps[:, :, 1:]], dim=2)
