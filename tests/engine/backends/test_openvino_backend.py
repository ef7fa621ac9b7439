from __future__ import annotations

from dataclasses import replace

import pytest
import torch

from audiosep_core.engine.backends import openvino_backend
from audiosep_core.engine.backends.openvino_backend import OpenVinoBackend
from audiosep_core.engine.backends.torch_backend import TorchBackend
from audiosep_core.model.config import ModelConfig

from .networks import BINS, CONFIGS, MEL, assert_alike, build, example, plain, real_examples, snr_db, starter

pytest.importorskip("openvino", reason="OpenVINO is not installed")


@pytest.mark.parametrize("config", CONFIGS.values(), ids=CONFIGS)
def test_the_graph_is_the_network(config: ModelConfig) -> None:
    magnitude, conditions = example(config, 2, 33)
    backend = OpenVinoBackend(build(config))
    maps = backend.run(magnitude, backend.steer(conditions))
    assert_alike(maps, plain(config, magnitude, conditions), 1e-4)


@pytest.mark.parametrize("config", [MEL, BINS], ids=["mel", "bins"])
def test_lengths_may_change_from_call_to_call(config: ModelConfig) -> None:
    backend = OpenVinoBackend(build(config))
    # More of them than compiled forms are kept, and some again.
    for frames in (8, 64, 24, 120, 8, 40, 64):
        magnitude, conditions = example(config, 1, frames)
        maps = backend.run(magnitude, backend.steer(conditions))
        assert_alike(maps, plain(config, magnitude, conditions), 1e-4)


def test_maps_of_one_call_outlive_the_next() -> None:
    """OpenVINO writes each result into the same memory."""
    config = replace(MEL, outputs="mask+phase")
    backend = OpenVinoBackend(build(config))
    magnitude, conditions = example(config, 2, 32)
    steering = backend.steer(conditions)
    first = backend.run(magnitude[:1], steering[:1])
    kept = first.clone()
    backend.run(magnitude[1:], steering[1:])
    assert torch.equal(first, kept)


def test_parts_are_joined_as_in_torch() -> None:
    magnitude, conditions = example(MEL, 2, 120)
    backend, exact = OpenVinoBackend(build(MEL)), TorchBackend(build(MEL), torch.device("cpu"))
    for parts in (2, 4):
        maps = backend.run(magnitude, backend.steer(conditions), parts)
        reference = exact.run(magnitude, exact.steer(conditions), parts)
        assert_alike(maps, reference, 1e-4)


def test_what_the_processor_can_do_is_exact_enough() -> None:
    for precision in openvino_backend.precisions():
        backend = OpenVinoBackend(starter(), precision)
        exact = TorchBackend(starter(), torch.device("cpu"))
        for magnitude, conditions in real_examples():
            reference = exact.run(magnitude, exact.steer(conditions))
            maps = backend.run(magnitude, backend.steer(conditions))
            assert snr_db(reference, maps, magnitude) >= (40 if precision == "bf16" else 80)
