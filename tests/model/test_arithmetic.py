"""Where bfloat16 is emulated, a training computes in float32, and learns the same."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from audiosep_core.model.arithmetic import emulates_bf16
from audiosep_core.training import muon

lightning = pytest.importorskip("lightning")


def test_only_processors_emulate() -> None:
    assert not emulates_bf16(torch.device("cuda"))
    assert not emulates_bf16(torch.device("meta"))


@pytest.mark.parametrize(("has", "kind"), [(True, torch.bfloat16), (False, torch.float32)])
def test_muons_iterations_are_in_what_the_processor_has(
    has: bool, kind: torch.dtype, monkeypatch: pytest.MonkeyPatch
) -> None:
    matrix = torch.randn(12, 30, generator=torch.Generator().manual_seed(1))
    exact = torch.linalg.svd(matrix, full_matrices=False)
    monkeypatch.setattr(muon, "emulates_bf16", lambda _: not has)
    made = muon.orthogonal(matrix)
    assert made.dtype is kind
    values = (exact.U.T @ made.float() @ exact.Vh.T).diagonal()
    assert values.min() > 0.5
    assert values.max() < 1.3


@pytest.mark.parametrize(
    ("asked", "has", "taken"),
    [
        ("bf16-mixed", False, "32-true"),
        ("bf16-mixed", True, "bf16-mixed"),
        ("32-true", True, "32-true"),
    ],
)
def test_a_run_computes_in_what_the_processor_has(
    asked: str, has: bool, taken: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from audiosep_core.training import run
    from audiosep_core.training.recipe import find_recipe

    recipe = find_recipe("starter")
    recipe = recipe.model_copy(update={"optimisation": recipe.optimisation.model_copy(update={"precision": asked})})
    monkeypatch.setattr(run, "emulates_bf16", lambda _: not has)
    trainer = run._trainer(recipe, tmp_path, 1, run.RunOptions(accelerator="cpu"), [])
    assert trainer.precision == taken
