"""Muon: momentum made orthogonal before it is stepped along; what is learnt in a step is spread over all directions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import torch
from torch import Tensor, nn

from audiosep_core.model.arithmetic import emulates_bf16

MOMENTUM = 0.95
ITERATIONS = 5
# Of the odd polynomial that takes every singular value in (0, 1] near one (Jordan et al. 2024).
_LINEAR, _CUBIC, _QUINTIC = 3.4445, -4.7750, 2.0315
# The root mean square of AdamW's usual step, as a part of its rate (Liu et al. 2025, arXiv 2502.16982).
_ADAM_STEP = 0.2


def orthogonal(matrix: Tensor) -> Tensor:
    """The matrix with its singular values between about 0.7 and 1.2, its singular vectors kept.

    Newton-Schulz iterations (Jordan et al. 2024); what is a hundred times below the largest value comes up part of the
    way. (rows, columns) to the same shape, in bfloat16, or in float32 where that is emulated; zeros stay zeros.
    """
    wide = matrix.shape[0] <= matrix.shape[1]
    x: Tensor = (matrix if wide else matrix.T).to(torch.float32 if emulates_bf16(matrix.device) else torch.bfloat16)
    x = x / (x.norm() + 1e-7)
    for _ in range(ITERATIONS):
        gram = x @ x.T
        x = _LINEAR * x + (_CUBIC * gram + _QUINTIC * gram @ gram) @ x
    return x if wide else x.T


class Muon(torch.optim.AdamW):
    """Muon for convolutions of more than one cell, AdamW for everything else.

    Not `torch.optim.Muon`: that takes matrices only, and Lightning wants one optimiser for all of a network.
    Steps have the size of AdamW's (Liu et al. 2025), so that one rate, and its schedule, does for both.

    Args:
        parameters: Of the network. Those with four axes, not 1x1, are filters (outputs, inputs, h, w);
            each is stepped along as a matrix (outputs, h w inputs).
        options: `lr`, `betas`, `weight_decay` and the rest of AdamW's.
    """

    def __init__(self, parameters: Iterable[nn.Parameter], **options: Any) -> None:
        filters: list[nn.Parameter] = []
        others: list[nn.Parameter] = []
        for parameter in parameters:
            (filters if parameter.ndim == 4 and parameter[0, 0].numel() > 1 else others).append(parameter)
        super().__init__([{"params": others, "filters": False}, {"params": filters, "filters": True}], **options)

    @torch.no_grad()
    def step(self, closure: Callable[[], Any] | None = None) -> Any:
        """One step; returns what `closure` returns."""
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        for group in self.param_groups:
            if group["filters"]:
                for parameter in group["params"]:
                    if parameter.grad is not None:
                        self._step_filters(parameter, group["lr"], group["weight_decay"])
        super().step()  # passes over what has no gradient left
        return loss

    def _step_filters(self, parameter: nn.Parameter, rate: float, decay: float) -> None:
        gradient, state = parameter.grad, self.state[parameter]
        assert gradient is not None
        if "momentum" not in state:
            state["momentum"] = torch.zeros_like(gradient)
            state["step"] = torch.zeros(())  # AdamW wants one of every state that it loads
        momentum = state["momentum"].lerp_(gradient, 1.0 - MOMENTUM)
        ahead = gradient.lerp(momentum, MOMENTUM)  # Nesterov's
        ahead = ahead.permute(0, 2, 3, 1)
        matrix = orthogonal(ahead.flatten(1)).to(parameter.dtype)
        step = matrix.reshape(ahead.shape).permute(0, 3, 1, 2)
        parameter.mul_(1.0 - rate * decay)
        parameter.add_(step, alpha=-rate * _ADAM_STEP * max(matrix.shape) ** 0.5)
        parameter.grad = None
