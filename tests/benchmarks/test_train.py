"""Throughput of training: steps and examples a second, where the time goes, and what bounds it.

./run test -m benchmark tests/benchmarks/test_train.py -s
AUDIOSEP_BENCHMARK_RECIPE=audiosep ./run test -m benchmark tests/benchmarks/test_train.py -s
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from audiosep_core.model.arithmetic import emulates_bf16
from audiosep_core.prompts.grammar import Grammar
from audiosep_core.training.allocator import keep_freed_memory
from audiosep_core.training.clips import Clip, ClipBank
from audiosep_core.training.planner import Planner
from audiosep_core.training.recipe import find_recipe
from audiosep_core.training.render import Renderer, fits_on
from audiosep_core.training.vocabulary import build_vocabulary
from tests.benchmarks.baseline import Figures

pytest.importorskip("lightning")
pytestmark = [pytest.mark.benchmark, pytest.mark.filterwarnings("ignore")]

_WARM, _STEPS = 2, 6


def noise_bank(rate_hz: int) -> ClipBank:
    """A hundred clips of ten seconds of noise, of forty kinds of sound."""
    labels = Grammar.load().labels[:40]
    samples = np.random.default_rng(0).integers(-8000, 8000, 100 * 10 * rate_hz, np.int16)
    lengths = np.full(100, 10 * rate_hz, np.int64)
    clips = tuple(Clip(f"{i}.wav", labels[i % 40], f"Number {i}.", f"g{i}", Path("x")) for i in range(100))
    return ClipBank(clips, samples, np.cumsum(lengths) - lengths, lengths, rate_hz)


def test_training_throughput(capsys: pytest.CaptureFixture[str], figure: Figures) -> None:
    from audiosep_core.training.module import SeparatorModule, stft

    keep_freed_memory()  # as `audiosep train` does
    name = os.environ.get("AUDIOSEP_BENCHMARK_RECIPE", "starter")
    recipe = find_recipe(name)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    bank = noise_bank(recipe.model.sample_rate_hz)
    vocabulary = build_vocabulary(bank.clips, Grammar.load())
    conditions = torch.nn.functional.normalize(torch.randn(len(vocabulary.texts), recipe.model.condition_size))
    planner = Planner(bank, recipe.data, recipe.mixing, vocabulary, recipe.seed)
    renderer = Renderer(
        bank, conditions, planner.frames, recipe.data.condition_noise, device, fits_on(device, bank, conditions)
    )
    module = SeparatorModule(recipe, lambda _: renderer, None, compile_network=device.type == "cuda").to(device)
    optimiser = module.configure_optimizers()["optimizer"]
    spent: dict[str, float] = {}

    def timed(part: str, work: Callable[[], object]) -> object:
        began = time.perf_counter()
        result = work()
        if device.type == "cuda":
            torch.cuda.synchronize()
        spent[part] = spent.get(part, 0.0) + time.perf_counter() - began
        return result

    for step in range(_WARM + _STEPS):
        if step == _WARM:
            spent.clear()
        plan = timed("plan", lambda step=step: planner.plan(step))  # type: ignore[misc]
        sound = timed("render", lambda plan=plan: renderer.render(plan))  # type: ignore[misc]
        spectrum = stft(sound.mixture, recipe.model, module.window)  # type: ignore[attr-defined]
        queries = sound.targets.shape[1]  # type: ignore[attr-defined]
        magnitude = spectrum.abs().repeat_interleave(queries, dim=0)
        with torch.autocast(device.type, torch.bfloat16, enabled=not emulates_bf16(device)):
            maps = timed("forward", lambda m=magnitude, s=sound: module.network(m, s.conditions.flatten(0, 1)))  # type: ignore[misc]
        timed("backward", lambda maps=maps: maps.float().mean().backward())  # type: ignore[misc]
        timed("optimiser", lambda: (optimiser.step(), optimiser.zero_grad(), module.update_average()))
    total = sum(spent.values())
    examples = recipe.mixing.mixtures * queries
    kind = "fp32" if emulates_bf16(device) else "bf16"
    with capsys.disabled():
        print(f"\n{name} on {device}, {torch.get_num_threads()} threads, {kind}: {_STEPS / total:.2f} steps/s,")
        print(f"{examples * _STEPS / total:.1f} examples of {recipe.data.segment_s} s a second")
        for part, seconds in spent.items():
            print(f"  {part:10}{seconds / _STEPS * 1000:8.1f} ms a step  {seconds / total:6.1%}")
        print(f"bound by: {max(spent, key=lambda part: spent[part])}")
    figure(f"training, {name} on {device}", _STEPS / total, "steps a second", higher=True)
    assert total > 0
