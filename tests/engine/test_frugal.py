"""When memory runs out, the next measure is taken, what is done stays, and in the end there is a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest
import torch
from torch import Tensor

from audiosep_core.audio.sound import ArraySound
from audiosep_core.engine import memory
from audiosep_core.engine.backends.backend import Backend, Precision
from audiosep_core.engine.backends.torch_backend import TorchBackend
from audiosep_core.engine.geometry import Chunking
from audiosep_core.engine.memory import FrugalNetwork, is_out_of_memory, item_bytes
from audiosep_core.engine.separator import Separator
from audiosep_core.engine.span import Span
from audiosep_core.errors import AudioSepError
from audiosep_core.model.resunet import ResUNet
from audiosep_core.types import AudioArray

from .backends.networks import MEL, build, real_examples, snr_db, starter
from .gain import CONFIG, GainBackend, gain_separator

# Stands for an accelerator: nothing is put on it, and it is no processor.
CARD = torch.device("meta")
CPU = torch.device("cpu")
RATE = 32_000
SHORT = Chunking(blocks=4, fade_s=0.1, margin_s=0.1, aligned=False)

Call = tuple[str, Precision, int, int]


@dataclass
class Machine:
    """Whose memory runs out in so many calls, after so many that went well."""

    fails: int
    well: int = 0
    error: Callable[[], BaseException] = lambda: torch.OutOfMemoryError("CUDA out of memory.")
    calls: list[Call] = field(default_factory=list)
    refuses: tuple[Precision, ...] = ()

    def use(self, call: Call) -> None:
        self.calls.append(call)
        if self.well > 0:
            self.well -= 1
        elif self.fails > 0:
            self.fails -= 1
            raise self.error()

    def make(self, _: ResUNet, device: torch.device, way: tuple[str, Precision]) -> Backend:
        if device.type != "cpu" and way[1] in self.refuses:
            raise torch.OutOfMemoryError("CUDA out of memory.")
        return Starved(self, device, way[1])


class Starved(GainBackend):
    """Masks as the queries say, on a machine with too little memory."""

    def __init__(self, machine: Machine, device: torch.device = CPU, precision: Precision = "fp32"):
        super().__init__()
        self._machine, self.device, self.precision = machine, device, precision

    def run(self, magnitude: Tensor, steering: Sequence[Tensor], parts: int = 1) -> Tensor:
        self._machine.use((self.device.type, self.precision, len(steering), parts))
        return super().run(magnitude, steering, parts)


LADDER: list[Call] = [
    ("meta", "fp32", 4, 1), ("meta", "fp32", 1, 1), ("meta", "fp32", 1, 2), ("meta", "fp32", 1, 4),
    ("meta", "fp32", 1, 8), ("meta", "bf16", 1, 8), ("cpu", "fp32", 1, 1), ("cpu", "fp32", 1, 2),
    ("cpu", "fp32", 1, 4), ("cpu", "fp32", 1, 8),
]  # fmt: skip
WORDS = ["one by one", "shorter", "shorter", "shorter", "half precision", "processor", "shorter", "shorter", "shorter"]


@pytest.fixture
def card(monkeypatch: pytest.MonkeyPatch) -> Callable[[Machine], FrugalNetwork]:
    def build_on(machine: Machine) -> FrugalNetwork:
        monkeypatch.setattr(memory, "make_backend", machine.make)
        monkeypatch.setattr(memory, "torch_precisions", lambda _: ("bf16", "fp32"))
        return FrugalNetwork(Starved(machine, CARD), ResUNet(CONFIG))

    return build_on


def ask(network: FrugalNetwork, notices: list[str]) -> Tensor:
    conditions = torch.tensor([[0.5, 0.0, 1.0, 0.0], [0.25, 0.5, 1.0, 0.0]])
    return network.maps([torch.ones(6, CONFIG.bins), torch.ones(6, CONFIG.bins)], conditions, notices.append)


@pytest.mark.parametrize("fails", range(len(LADDER)))
def test_measures_come_in_this_order_and_change_nothing(card: Callable[[Machine], FrugalNetwork], fails: int) -> None:
    machine, notices = Machine(fails), []
    maps = ask(card(machine), notices)
    assert torch.equal(maps, ask(card(Machine(0)), []))
    assert machine.calls[: fails + 1] == LADDER[: fails + 1]
    assert len(notices) == fails
    for notice, words in zip(notices, WORDS, strict=False):
        assert words in notice
        assert "Nothing was lost." in notice


def test_in_the_end_there_is_a_sentence(card: Callable[[Machine], FrugalNetwork]) -> None:
    machine = Machine(10**6)
    with pytest.raises(AudioSepError) as caught:
        ask(card(machine), [])
    assert caught.value.code == "out-of-memory"
    assert "kept" in caught.value.message
    assert machine.calls == LADDER


def test_a_card_that_has_not_even_room_for_half_leaves_it_to_the_processor(
    card: Callable[[Machine], FrugalNetwork],
) -> None:
    machine, notices = Machine(5, refuses=("bf16",)), []
    network = card(machine)
    ask(network, notices)
    assert network.backend.device.type == "cpu"
    assert "processor" in notices[-1]
    assert not any("half precision" in notice for notice in notices)


def test_what_memory_has_taught_stays(card: Callable[[Machine], FrugalNetwork]) -> None:
    machine = Machine(3)
    network = card(machine)
    ask(network, [])
    machine.calls.clear()
    network.fit(6)
    ask(network, [])
    assert set(machine.calls) == {("meta", "fp32", 1, 4)}


def test_other_errors_pass_through(card: Callable[[Machine], FrugalNetwork]) -> None:
    for error in (RuntimeError("shapes do not match"), ValueError("no"), KeyboardInterrupt()):
        with pytest.raises(type(error)) as caught:
            ask(card(Machine(1, error=lambda e=error: e)), [])  # type: ignore[misc]
        assert caught.value is error


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2 GiB"),
        RuntimeError("[enforce fail at alloc_cpu.cpp] DefaultCPUAllocator: can't allocate memory: you tried 9 bytes"),
        RuntimeError("DefaultCPUAllocator: not enough memory: you tried to allocate 9 bytes"),
        RuntimeError("MPS backend out of memory"),
        RuntimeError("Exception from src/core: std::bad_alloc"),
        RuntimeError("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling cublasCreate"),
    ],
)
def test_every_librarys_words_for_it_are_known(error: BaseException) -> None:
    assert is_out_of_memory(error)
    assert not is_out_of_memory(RuntimeError("expected 3 channels"))


def test_memory_that_is_short_from_the_beginning_is_asked_for_less(monkeypatch: pytest.MonkeyPatch) -> None:
    network = FrugalNetwork(Starved(Machine(0), CARD), build(MEL))
    one = item_bytes(MEL, 640, "fp32")
    fitted = {}
    for share in (100, 5, 0.5):
        monkeypatch.setattr(memory, "free_bytes", lambda _, share=share: int(share * one / memory._SHARE))
        network.fit(640)
        fitted[share] = (network.measures.batch, network.measures.parts)
    assert fitted[100] == (32, 1)
    assert fitted[5][1] == 1
    assert 1 < fitted[5][0] <= 5
    assert fitted[0.5][0] == 1
    assert fitted[0.5][1] > 1


def test_parts_of_a_real_network_are_near_the_whole() -> None:
    network = FrugalNetwork(TorchBackend(starter(), torch.device("cpu")), starter())
    magnitude, conditions = real_examples()[0]
    magnitude = magnitude.repeat(1, 3, 1)  # longer than a part and its context
    whole = network.maps([magnitude[0]], conditions)[0]
    for parts in (2, 4):
        network.measures.parts = parts
        found = network.maps([magnitude[0]], conditions)[0]
        assert 60 <= snr_db(whole, found, magnitude) < 110, "in parts, and near"


class Listener:
    """Keeps what a run gives, and that no frame comes twice."""

    def __init__(self, frames: int) -> None:
        self.stem = np.full((frames, 1), np.nan, np.float32)
        self.notices: list[str] = []

    def keep(self, start: int, block: AudioArray) -> None:
        part = self.stem[start : start + block.shape[1]]
        assert np.isnan(part).all()
        part[:] = block[0]

    def run(self, separator: Separator, source: ArraySound) -> None:
        span = Span(0, source.frames, source.frames // 2)
        separator.run(source, span, separator.conditions(["0.5"]), self.keep, on_notice=self.notices.append)


@pytest.fixture(scope="module")
def source() -> ArraySound:
    return ArraySound(np.random.default_rng(0).uniform(-0.5, 0.5, (6 * RATE, 1)).astype(np.float32), RATE)


@pytest.mark.parametrize("fails", [0, 1, 3])
def test_a_run_goes_on_where_memory_ran_out(source: ArraySound, fails: int) -> None:
    machine, listener = Machine(fails, well=2), Listener(source.frames)
    listener.run(gain_separator(backend=Starved(machine), chunks=SHORT), source)
    assert len(listener.notices) == fails
    np.testing.assert_allclose(listener.stem, 0.5 * source.read(0, source.frames), atol=1e-6)


def test_a_run_that_cannot_go_on_keeps_what_is_done(source: ArraySound) -> None:
    listener = Listener(source.frames)
    with pytest.raises(AudioSepError) as caught:
        listener.run(gain_separator(backend=Starved(Machine(10**6, well=1)), chunks=SHORT), source)
    assert caught.value.code == "out-of-memory"
    final = np.isfinite(listener.stem[:, 0])
    assert 0 < final.sum() < source.frames
    np.testing.assert_allclose(listener.stem[final], 0.5 * source.read(0, source.frames)[final], atol=1e-6)


@pytest.mark.parametrize("stage", ["read", "write"])
def test_memory_that_runs_out_around_the_network_is_a_sentence_too(source: ArraySound, stage: str) -> None:
    class Heavy(ArraySound):
        def read(self, start: int, end: int) -> AudioArray:
            raise MemoryError

    def on_block(start: int, block: AudioArray) -> None:
        raise MemoryError

    samples = source.read(0, source.frames)
    sound = Heavy(samples, RATE) if stage == "read" else source
    separator = gain_separator(chunks=SHORT)
    with pytest.raises(AudioSepError) as caught:
        separator.run(sound, Span(0, sound.frames, 0), separator.conditions(["1"]), on_block)
    assert caught.value.code == "out-of-memory"


def test_a_model_that_does_not_fit_onto_the_card_is_loaded_on_the_processor(
    monkeypatch: pytest.MonkeyPatch, tiny_model: object
) -> None:
    from audiosep_core.engine import separator as module

    choose = module.choose_backend

    def full(network: ResUNet, device: torch.device, name: str = "auto") -> object:
        if device.type != "cpu":
            raise torch.OutOfMemoryError("CUDA out of memory.")
        return choose(network, device, "torch")

    monkeypatch.setattr(module, "choose_device", lambda _: CARD)
    monkeypatch.setattr(module, "choose_backend", full)
    notices: list[str] = []
    separator = Separator.load(str(tiny_model), on_notice=notices.append)
    assert separator.device.type == "cpu"
    assert "too little memory" in separator.backend_reason
    (notice,) = notices
    assert "too little memory" in notice
    assert separator.separate(np.ones((RATE, 1), np.float32), RATE, ["dog"]).rest.shape == (RATE, 1)
