"""In what precision to compute: bfloat16 where the processor has it."""

from __future__ import annotations

import torch


def emulates_bf16(device: torch.device) -> bool:
    """Whether bfloat16 is emulated there: right, but many times slower than float32. Known of processors only."""
    if device.type != "cpu":
        return False
    return not (torch.ops.mkldnn._is_mkldnn_bf16_supported() and torch.cpu._is_avx512_bf16_supported())
