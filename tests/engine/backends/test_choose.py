from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
import torch
from torch import Tensor

from audiosep_core.engine.backends import choose, openvino_backend
from audiosep_core.engine.backends.backend import Backend, Precision, describe
from audiosep_core.engine.backends.choose import Choice, choose_backend
from audiosep_core.engine.backends.torch_backend import TorchBackend
from audiosep_core.errors import DeviceError
from audiosep_core.model.config import ModelConfig
from audiosep_core.model.resunet import ResUNet

from .apple import AppleGpu
from .networks import BINS, MEL, build, plain

CPU = torch.device("cpu")


class Quick:
    """Says at once what the network says, but for what is wrong with it."""

    kind = "openvino"
    precision: Precision = "bf16"
    device = CPU

    def __init__(self, ways: Ways) -> None:
        self._ways = ways
        self._said: Tensor | None = None

    def steer(self, conditions: Tensor) -> list[Tensor]:
        return list(conditions)

    def run(self, magnitude: Tensor, steering: Sequence[Tensor], parts: int = 1) -> Tensor:
        self._ways.runs += 1
        if self._ways.fails_at == "run":
            raise self._ways.failure
        if self._said is None:
            maps = plain(self._ways.config, magnitude, torch.stack(list(steering))).clone()
            maps[:, :1] += self._ways.mask_error
            if self._ways.turned:
                maps[:, 1:] = -maps[:, 1:]
            self._said = maps
        return self._said


@dataclass
class Ways:
    """What `choose` can make here: a quick way beside torch in float32."""

    config: ModelConfig = MEL
    mask_error: float = 0.0
    turned: bool = False
    fails_at: str = ""
    failure: Exception = field(default_factory=lambda: RuntimeError("no such instruction"))
    runs: int = 0
    made: list[str] = field(default_factory=list)

    def make(self, network: ResUNet, device: torch.device, way: tuple[str, Precision]) -> Backend:
        self.made.append(way[0])
        if way[0] == "torch":
            return TorchBackend(network, device, way[1])
        if self.fails_at == "make":
            raise RuntimeError("no such driver")
        return Quick(self)

    def choose(self) -> Choice:
        return choose_backend(build(self.config), CPU)


@pytest.fixture
def ways(monkeypatch: pytest.MonkeyPatch) -> Ways:
    ways = Ways()
    monkeypatch.setattr(choose, "_ways", lambda *_: [("openvino", "bf16"), ("torch", "fp32")])
    monkeypatch.setattr(choose, "make_backend", ways.make)
    return ways


def test_the_fastest_exact_way_is_taken_and_the_reason_told(ways: Ways) -> None:
    choice = ways.choose()
    assert describe(choice.backend) == "OpenVINO, bf16"
    assert "times as fast as PyTorch in fp32" in choice.reason
    assert "120 dB near it" in choice.reason


def test_the_test_is_made_once(ways: Ways) -> None:
    first = ways.choose()
    assert ways.runs > 0
    ways.runs, ways.made = 0, []
    again = ways.choose()
    assert (ways.runs, ways.made) == (0, ["openvino"])
    assert again.reason == first.reason
    # Of another model it says nothing.
    ways.config = replace(MEL, widths=(4, 4, 8, 4))
    ways.choose()
    assert ways.runs > 0


@pytest.mark.parametrize("damage", ["", "{", "[]", "null", '{"KEY": 3}', '{"KEY": {"kind": "abacus"}}', "\xff\xfe"])
def test_a_damaged_memory_only_costs_the_test(ways: Ways, private_home: Path, damage: str) -> None:
    ways.choose()
    (memory,) = private_home.rglob("backends.json")
    (key,) = json.loads(memory.read_text())
    memory.write_bytes(damage.replace("KEY", key).encode("latin-1"))
    ways.runs = 0
    assert ways.choose().backend.kind == "openvino"
    assert ways.runs > 0
    ways.runs = 0
    ways.choose()
    assert ways.runs == 0, "what the second test found is remembered"


def test_a_memory_that_cannot_be_written_is_no_error(ways: Ways, private_home: Path) -> None:
    ways.choose()
    (memory,) = private_home.rglob("backends.json")
    memory.unlink()
    memory.mkdir()
    assert ways.choose().backend.kind == "openvino"


@pytest.mark.parametrize("at", ["make", "run"])
def test_a_way_that_fails_is_not_taken(ways: Ways, at: str) -> None:
    ways.fails_at = at
    choice = ways.choose()
    assert describe(choice.backend) == "PyTorch, fp32"
    assert choice.reason == "the fastest of those tried"


@pytest.mark.parametrize(("error", "kind"), [(0.02, "torch"), (float("nan"), "torch"), (1e-4, "openvino")])
def test_a_way_that_is_not_exact_is_not_taken(ways: Ways, error: float, kind: str) -> None:
    ways.mask_error = error
    assert ways.choose().backend.kind == kind


def test_a_wrong_rotation_is_not_exact(ways: Ways) -> None:
    ways.config, ways.turned = BINS, True
    assert ways.choose().backend.kind == "torch"
    ways.config, ways.turned = replace(BINS, widths=(4, 4, 8, 4)), False
    assert ways.choose().backend.kind == "openvino"


def test_what_worked_once_and_does_not_any_more_is_tested_again(ways: Ways) -> None:
    ways.choose()
    ways.fails_at = "make"
    assert describe(ways.choose().backend) == "PyTorch, fp32"
    ways.fails_at, ways.runs = "", 0
    assert describe(ways.choose().backend) == "PyTorch, fp32"
    assert ways.runs == 0


def test_the_test_can_be_made_on_apples_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choose, "_ways", lambda *_: [("torch", "bf16"), ("torch", "fp32")])
    with AppleGpu():
        assert choose_backend(build(MEL), CPU).backend.kind == "torch"


def test_a_way_that_lacks_a_type_is_not_taken(ways: Ways) -> None:
    ways.fails_at, ways.failure = "run", TypeError("no such type")
    assert describe(ways.choose().backend) == "PyTorch, fp32"


def test_openvino_that_is_not_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openvino_backend, "is_installed", lambda: False)
    with pytest.raises(DeviceError, match="not installed") as caught:
        choose_backend(build(MEL), CPU, "openvino")
    assert caught.value.code == "backend-missing"
    assert "pip install 'audiosep-desktop[openvino]'" in caught.value.hint
    assert choose_backend(build(MEL), CPU).backend.kind == "torch"


def test_openvino_that_is_not_whole_is_a_sentence_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> tuple[Precision, ...]:
        raise ImportError("libopenvino.so: cannot open shared object file")

    monkeypatch.setattr(openvino_backend, "is_installed", lambda: True)
    monkeypatch.setattr(openvino_backend, "precisions", broken)
    monkeypatch.setattr(choose, "version", lambda _: "2025.0")
    with pytest.raises(DeviceError, match="cannot be loaded"):
        choose_backend(build(MEL), CPU, "openvino")
    assert choose_backend(build(MEL), CPU).backend.kind == "torch"


def test_openvino_is_for_the_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openvino_backend, "is_installed", lambda: True)
    with pytest.raises(DeviceError, match="processor only"):
        choose_backend(build(MEL), torch.device("cuda"), "openvino")


def test_torch_alone_where_it_is_asked_for() -> None:
    assert choose_backend(build(MEL), CPU, "torch").backend.kind == "torch"
