"""The U-Net over a chunk in several stretches of time, one after the other, to take less memory."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

# Of the U-Net's cells: heard on both sides of a part, and thrown away. Parts are 70 dB and more near the whole then
# (docs/decisions/0010-engine.md).
CONTEXT_CELLS = 5


def in_parts(x: Tensor, parts: int, cell: int, core: Callable[[Tensor], Tensor]) -> Tensor:
    """`core` at once, or over stretches of the frames.

    The features are cut and not the magnitudes: the mel front end hears levels against the mean of the whole chunk.

    Args:
        x: (batch, channels, frames, bands) as `ResUNet.inputs` makes it.
        parts: Into how many stretches it is cut.
        cell: `ModelConfig.time_multiple`, to which all stretches are whole.
        core: Features to logits (batch, maps, frames, bands).

    Returns:
        The logits of `x`, on the device where `core` leaves them.
    """
    frames = x.shape[2]
    length = -(-frames // (parts * cell)) * cell
    if parts == 1 or length >= frames:
        return core(x)
    context = CONTEXT_CELLS * cell
    kept = []
    for start in range(0, frames, length):
        low, end = max(start - context, 0), min(start + length, frames)
        logits = core(x[:, :, low : min(end + context, frames)])
        # A copy: what is thrown away should go at once.
        kept.append(logits[:, :, start - low : end - low].clone())
        del logits
    return torch.cat(kept, dim=2)
