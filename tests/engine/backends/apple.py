"""As much of Apple's GPU as can be wrong without one: there is no float64 on it, and it and the CPU do not mix."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor
from torch.overrides import TorchFunctionMode
from torch.utils._pytree import tree_leaves


class AppleGpu(TorchFunctionMode):
    """While it is in force every tensor counts as on the GPU, but for what the CPU has.

    The CPU has what `.cpu()` gave, what was made without a device, and what was made of these.
    """

    def __torch_function__(
        self, func: Callable[..., Any], types: Sequence[type], args: Sequence[Any] = (), kwargs: Any = None
    ) -> Any:
        """What torch is asked for, and where it is."""
        kwargs = kwargs or {}
        given = [value for value in tree_leaves((args, kwargs)) if isinstance(value, Tensor)]
        to_cpu = func is Tensor.cpu
        to_gpu = any(isinstance(value, torch.device) for value in tree_leaves((args, kwargs)))
        moves = to_cpu or to_gpu
        if not moves and len({_is_on_cpu(value) for value in given if value.ndim}) > 1:
            raise RuntimeError("Expected all tensors to be on the same device, but found at least two: mps and cpu!")
        on_cpu = to_cpu or (not to_gpu and all(_is_on_cpu(value) for value in given))
        made = func(*args, **kwargs)
        if moves and isinstance(made, Tensor):
            made = made.detach()  # what was moved is another tensor, also where torch had nothing to do
        for value in tree_leaves(made):
            if isinstance(value, Tensor) and on_cpu:
                value.is_on_cpu = True  # type: ignore[attr-defined]
            elif isinstance(value, Tensor) and value.dtype == torch.float64:
                raise TypeError("Cannot convert a MPS Tensor to float64 dtype as the MPS framework doesn't support it.")
        return made


def _is_on_cpu(value: Tensor) -> bool:
    return getattr(value, "is_on_cpu", False)
