from __future__ import annotations

import pytest
import torch

from audiosep_core.engine.backends.choose import torch_precisions
from audiosep_core.engine.backends.torch_backend import TorchBackend
from audiosep_core.model.config import ModelConfig

from .apple import AppleGpu
from .networks import CONFIGS, MEL, assert_alike, build, example, plain, real_examples, snr_db, starter

CPU = torch.device("cpu")


@pytest.mark.parametrize("config", CONFIGS.values(), ids=CONFIGS)
@pytest.mark.parametrize("together", [False, True])
@pytest.mark.parametrize("frames", [1, 33, 64])
def test_folded_it_is_the_network(config: ModelConfig, together: bool, frames: int) -> None:
    """One by one as on processors, and in one batch as on accelerators."""
    magnitude, conditions = example(config, 3, frames)
    backend = TorchBackend(build(config), CPU, together=together)
    maps = backend.run(magnitude, backend.steer(conditions))
    assert maps.shape == (3, config.output_maps, frames, config.bins)
    assert_alike(maps, plain(config, magnitude, conditions), 1e-5)


@pytest.mark.parametrize("config", CONFIGS.values(), ids=CONFIGS)
@pytest.mark.parametrize("together", [False, True])
def test_on_apples_gpu_nothing_is_float64_and_everything_where_it_belongs(config: ModelConfig, together: bool) -> None:
    magnitude, conditions = example(config, 3, 33)
    with AppleGpu():
        backend = TorchBackend(build(config), CPU, together=together)
        maps = backend.run(magnitude, backend.steer(conditions))
    assert_alike(maps, plain(config, magnitude, conditions), 1e-5)


@pytest.mark.parametrize("config", CONFIGS.values(), ids=CONFIGS)
@pytest.mark.parametrize("together", [False, True])
def test_several_queries_are_each_of_them_alone(config: ModelConfig, together: bool) -> None:
    magnitude, conditions = example(config, 3, 40)
    backend = TorchBackend(build(config), CPU, together=together)
    steering = backend.steer(conditions)
    alone = [backend.run(magnitude[i : i + 1], [steering[i]]) for i in range(3)]
    assert_alike(backend.run(magnitude, steering), torch.cat(alone), 1e-6)
    # And so they are when other queries were steered before.
    assert_alike(backend.run(magnitude[:1], backend.steer(conditions[:1])), alone[0], 1e-6)


def test_the_network_itself_is_left_as_it_was() -> None:
    before = {name: value.clone() for name, value in build(MEL).state_dict().items()}
    magnitude, conditions = example(MEL, 2, 16)
    backend = TorchBackend(build(MEL), CPU, "bf16")
    backend.run(magnitude, backend.steer(conditions))
    after = build(MEL).state_dict()
    assert all(torch.equal(after[name], value) for name, value in before.items())


@pytest.mark.parametrize("together", [False, True])
def test_maps_are_float32_in_every_precision(together: bool) -> None:
    magnitude, conditions = example(MEL, 2, 16)
    backend = TorchBackend(build(MEL), CPU, "bf16", together=together)
    maps = backend.run(magnitude, backend.steer(conditions))
    assert maps.dtype == torch.float32
    assert (maps - plain(MEL, magnitude, conditions)).abs().max() < 0.05


@pytest.mark.skipif("bf16" not in torch_precisions(CPU), reason="this processor has no bf16")
def test_bf16_hears_what_float32_hears() -> None:
    exact, half = TorchBackend(starter(), CPU), TorchBackend(starter(), CPU, "bf16")
    for magnitude, conditions in real_examples():
        reference = exact.run(magnitude, exact.steer(conditions))
        assert snr_db(reference, half.run(magnitude, half.steer(conditions)), magnitude) >= 40
