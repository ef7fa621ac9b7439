"""An optimiser that docs/ablations.py compares with AdamW, and that the program does not offer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import torch
from torch import Tensor, nn

from audiosep_core.training.module import SeparatorModule, rate_factor

MOMENTUM = 0.95
# Of the odd polynomial whose fixed points are near 1 (Jordan 2024).
A, B, C = 3.4445, -4.7750, 2.0315
ITERATIONS = 5


def orthogonalised(matrix: Tensor) -> Tensor:
    """The matrix with singular values of nearly one, by Newton-Schulz iterations: (rows, columns) to the same."""
    x = matrix.bfloat16()
    wide = x.shape[0] <= x.shape[1]
    x = x if wide else x.T
    x = x / (x.norm() + 1e-7)
    for _ in range(ITERATIONS):
        gram = x @ x.T
        x = A * x + (B * gram + C * gram @ gram) @ x
    return x if wide else x.T


class Muon(torch.optim.AdamW):
    """Orthogonalised momentum for convolutions of more than one cell, AdamW for everything else.

    Muon (Jordan et al. 2024), its steps scaled to the size of AdamW's (Liu et al. 2025), so that one rate does for
    both.
    """

    def __init__(self, parameters: Iterable[nn.Parameter], **options: Any) -> None:
        filters, others = [], []
        for parameter in parameters:
            (filters if parameter.ndim == 4 and parameter[0, 0].numel() > 1 else others).append(parameter)
        super().__init__([{"params": others, "muon": False}, {"params": filters, "muon": True}], **options)

    @torch.no_grad()
    def step(self, closure: Callable[[], Any] | None = None) -> Any:  # type: ignore[override]
        """AdamW passes over what has no gradient left."""
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        for group in self.param_groups:
            if group["muon"]:
                for parameter in group["params"]:
                    if parameter.grad is not None:
                        self._step_filter(parameter, group["lr"], group["weight_decay"])
        super().step()
        return loss

    def _step_filter(self, parameter: nn.Parameter, rate: float, decay: float) -> None:
        gradient, state = parameter.grad, self.state[parameter]
        assert gradient is not None
        if "momentum" not in state:
            state["momentum"] = torch.zeros_like(gradient)
        momentum = state["momentum"].lerp_(gradient, 1.0 - MOMENTUM)
        ahead = gradient.lerp(momentum, MOMENTUM)
        matrix = orthogonalised(ahead.permute(0, 2, 3, 1).flatten(1)).to(parameter.dtype)
        filters, _, height, width = parameter.shape
        update = matrix.unflatten(1, (height, width, -1)).permute(0, 3, 1, 2)
        parameter.mul_(1.0 - rate * decay)
        parameter.add_(update, alpha=-rate * 0.2 * max(filters, matrix.shape[1]) ** 0.5)
        parameter.grad = None


def muon(module: SeparatorModule) -> Any:
    """What `configure_optimizers` gives, with `Muon`."""
    plan = module.recipe.optimisation
    optimizer = Muon(
        module.network.parameters(), lr=plan.learning_rate, betas=plan.betas, weight_decay=plan.weight_decay
    )
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate_factor(step, plan))
    return {"optimizer": optimizer, "lr_scheduler": {"scheduler": scheduler, "interval": "step"}}
