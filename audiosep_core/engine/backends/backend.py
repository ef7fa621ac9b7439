"""What the engine needs of whatever runs the network."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, Protocol

import torch
from torch import Tensor

BackendName = Literal["auto", "torch", "openvino"]
BACKENDS: tuple[BackendName, ...] = ("auto", "torch", "openvino")
Precision = Literal["fp32", "bf16", "fp16"]

# A query's FiLM vectors in the form that a back end likes best; opaque to everybody else.
Steering = Any


class Backend(Protocol):
    """A network that is ready to run. STFT and masking are not its business.

    Attributes:
        kind: "torch" or "openvino".
        precision: Of the convolutions; features and maps are float32 in all.
        device: Where the network is, and its maps.
    """

    kind: str
    precision: Precision
    device: torch.device

    def steer(self, conditions: Tensor) -> list[Steering]:
        """Conditions (queries, condition_size) to what `run` wants of each: once a request."""
        ...

    def run(self, magnitude: Tensor, steering: Sequence[Steering], parts: int = 1) -> Tensor:
        """Magnitudes (batch, frames, bins), each under its own steering, to maps (batch, 1 or 3, frames, bins).

        The magnitudes may lie anywhere, the maps lie on `device`. With `parts` above one the frames are done in so many
        stretches, which takes less memory (`parts.in_parts`).
        """
        ...


def describe(backend: Backend) -> str:
    """For people: "OpenVINO, bf16"."""
    return f"{'OpenVINO' if backend.kind == 'openvino' else 'PyTorch'}, {backend.precision}"
