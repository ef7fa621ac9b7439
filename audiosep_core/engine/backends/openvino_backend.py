"""The network in OpenVINO on the processor; in bf16 where the processor has it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import partial
from importlib.util import find_spec
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from audiosep_core.engine.backends.affine import affines
from audiosep_core.engine.backends.backend import Precision
from audiosep_core.engine.backends.openvino_graph import build
from audiosep_core.engine.backends.openvino_library import openvino
from audiosep_core.engine.backends.parts import in_parts
from audiosep_core.model.resunet import ResUNet

# Compiled forms kept, each with memory of its own: a request has chunks of one length, the published kind also a
# shorter one at each end.
_KEPT = 1
_HINTS = {"fp32": "f32", "bf16": "bf16", "fp16": "f16"}


def is_installed() -> bool:
    """Whether the extra is there, without loading it."""
    return find_spec("openvino") is not None


def precisions() -> tuple[Precision, ...]:
    """What this processor can do, fastest first."""
    able = openvino().Core().get_property("CPU", "OPTIMIZATION_CAPABILITIES")
    return ("bf16", "fp32") if "BF16" in able else ("fp32",)


class OpenVinoBackend:
    """One compiled form a length: a form for any length is a third slower. Compiling takes 0.1 to 0.2 s."""

    kind = "openvino"
    device = torch.device("cpu")

    def __init__(self, network: ResUNet, precision: Precision = "fp32") -> None:
        self.precision: Precision = precision
        self._network = network.to("cpu")
        self._graph = build(self._network)
        self._core = openvino().Core()
        self._forms: OrderedDict[tuple[int, ...], Any] = OrderedDict()

    def steer(self, conditions: Tensor) -> list[NDArray[np.float32]]:
        """See `Backend`; of each query (1, 2, channels)."""
        steering = []
        for layers in affines(self._network, conditions):
            pair = [torch.cat([layer.scale for layer in layers]), torch.cat([layer.shift for layer in layers])]
            steering.append(torch.stack(pair)[None].numpy())
        return steering

    def run(self, magnitude: Tensor, steering: Sequence[NDArray[np.float32]], parts: int = 1) -> Tensor:
        """See `Backend`. One after the other: together they are no faster, and take more memory."""
        with torch.inference_mode():
            magnitude = magnitude.to(self.device)
            network, cell = self._network, self._network.config.time_multiple
            maps = []
            for i, affine in enumerate(steering):
                infer = partial(self._infer, affine)
                logits = in_parts(network.inputs(magnitude[i : i + 1]), parts, cell, infer)
                maps.append(network.maps(logits, magnitude.shape[1]))
            return torch.cat(maps)

    def _infer(self, affine: NDArray[np.float32], x: Tensor) -> Tensor:
        """Logits, which the next call overwrites."""
        request = self._form(x, affine)
        request.infer([np.ascontiguousarray(x.numpy()), affine])
        return torch.from_numpy(request.get_output_tensor().data)

    def _form(self, x: Tensor, affine: NDArray[np.float32]) -> Any:
        shape = tuple(x.shape)
        if shape not in self._forms:
            if len(self._forms) == _KEPT:
                self._forms.popitem(last=False)
            self._graph.reshape({"x": list(shape), "affine": list(affine.shape)})
            hints = {
                "INFERENCE_PRECISION_HINT": _HINTS[self.precision],
                "PERFORMANCE_HINT": "LATENCY",
                "INFERENCE_NUM_THREADS": torch.get_num_threads(),
            }
            self._forms[shape] = self._core.compile_model(self._graph, "CPU", hints).create_infer_request()
        self._forms.move_to_end(shape)
        return self._forms[shape]
