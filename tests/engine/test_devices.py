"""Which device is taken, and what is said of a card that cannot be."""

import pytest
import torch

from audiosep_core.engine import devices
from audiosep_core.engine.process import EngineProcess
from audiosep_core.protocol import Channel

BUILT = ["sm_75", "sm_80", "sm_86", "sm_90a"]


@pytest.mark.parametrize(
    ("built_for", "capability", "runs"),
    [
        (BUILT, (8, 6), True),
        (BUILT, (8, 9), True),  # later in the same generation
        (BUILT, (7, 0), False),  # older than all
        (BUILT, (9, 0), True),
        (["sm_90a"], (9, 1), False),  # bound to one card
        (BUILT, (12, 0), False),  # a newer generation
        ([*BUILT, "compute_90"], (12, 0), True),  # which is translated for
        ([*BUILT, "compute_90a"], (12, 0), False),
        (["sm_120"], (12, 0), True),
        (["gfx1100"], (11, 0), True),  # another maker's names
    ],
)
def test_what_a_build_runs_on(built_for: list[str], capability: tuple[int, int], runs: bool) -> None:
    assert devices.runs_on(built_for, capability) is runs


@pytest.fixture
def new_card(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "get_arch_list", lambda: BUILT)
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda: (12, 0))
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda: "RTX 5060")


@pytest.mark.usefixtures("new_card")
def test_a_card_that_this_build_does_not_know_is_left_alone() -> None:
    assert "cuda" not in devices.available_devices()
    assert devices.choose_device("auto").type != "cuda"


@pytest.mark.usefixtures("new_card")
def test_that_a_card_is_not_used_is_told_once() -> None:
    sent: list[dict[str, object]] = []

    class Ear(Channel):
        def __init__(self) -> None:
            """Hears what is sent."""

        def send(self, message: dict[str, object]) -> None:
            sent.append(message)

    engine = EngineProcess(Ear())
    engine._tell_of_card("a", "cpu")
    assert sent == []
    engine._tell_of_card("a", "auto")
    engine._tell_of_card("b", "auto")
    (notice,) = sent
    assert (notice["type"], notice["job"]) == ("notice", "a")
    assert str(notice["text"]).startswith("RTX 5060 needs another build of this program. The processor is used instead")


def test_memory_in_use_is_less_than_there_is() -> None:
    used, there = devices.memory(torch.device("cpu"))
    assert 0 < used < there
